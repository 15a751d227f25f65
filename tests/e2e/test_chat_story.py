"""The whole story in a browser: from a brief to files, on a board, with notes, undo, galleries and a brand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.small_site import serving
from tests.e2e.chat_page import (
    BRIEF,
    SECONDS,
    Chat,
    browsing,
    new_page,
    open_chat,
    say,
    serving_chat,
    shoot,
)

expect.set_options(timeout=SECONDS * 1000)

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><rect width="60" height="60" rx="14" fill="#b4532a"/>'
    '<rect x="76" y="20" width="120" height="20" fill="#2a1d16"/></svg>'
)
SITE = """<!doctype html><html lang="en"><head><title>Hearth and Oak</title><meta property="og:site_name"
content="Hearth and Oak"><style>body{background:#fff8f0;color:#2a1d16;font-family:Georgia,serif}
header{background:#b4532a;color:#fff;padding:20px}a.button{background:#b4532a;color:#fff;padding:12px 20px}
h1{font-size:48px;font-family:Manrope,sans-serif}</style></head><body><header>
<img src="/logo.svg" alt="Hearth and Oak logo" width="200" height="60"></header>
<h1>Bread that takes its time</h1><p>We bake sourdough in a wood oven every morning in Bristol.</p>
<a class="button" href="/order">Order a loaf</a></body></html>"""


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chat]:
    with serving_chat(tmp_path_factory.mktemp("chat"), AGENCY_ALLOW_PRIVATE_URLS="1") as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as opened:
        yield opened


def test_from_a_brief_to_files(browser: Browser, chat: Chat, tmp_path: Path) -> None:
    page = new_page(browser)
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    open_chat(page, chat)
    shoot(page, "start")
    check_access(page)

    say(page, BRIEF)
    board = page.get_by_role("region", name="Storyboard", exact=True)
    scenes = board.get_by_role("listitem")
    expect(scenes).to_have_count(2)
    # The stills are painted beside the talk: what is asked meanwhile is answered, and they still come.
    say(page, "How long is scene 1?")
    expect(page.locator(".ai-message").last).to_contain_text("Scene 1")
    expect(board.locator(".va-still img")).to_have_count(2)
    shoot(page, "board")
    check_access(page)

    # A board that is drawn anew leaves the text that somebody is about to type over selected.
    line = board.get_by_role("textbox", name="Line 1 of scene 1")
    line.select_text()
    board.get_by_role("button", name="Lock scene 2").evaluate("one => one.click()")
    expect(board.get_by_role("button", name="Unlock scene 2")).to_be_visible()
    page.keyboard.insert_text("Working from home? Meet Lumen, our new lamp.")
    page.keyboard.press("Enter")
    expect(line).to_have_value("Working from home? Meet Lumen, our new lamp.")
    board.get_by_role("button", name="Unlock scene 2").click()
    expect(board.get_by_role("button", name="Lock scene 2")).to_be_visible()
    edit(line, "Working from home? Meet Lumen, our lamp.")
    expect(board.get_by_text("Changed")).to_have_count(1)
    edit(board.get_by_role("textbox", name="Heading of scene 1"), "Meet Lumen")
    expect(board.get_by_role("textbox", name="Heading of scene 1")).to_have_value("Meet Lumen")
    board.get_by_role("button", name="Add a scene after scene 1").click()
    board.get_by_role("textbox", name="What is said in the new scene").fill("It follows the daylight.")
    page.keyboard.press("Enter")
    expect(scenes).to_have_count(3)
    added = board.get_by_role("textbox", name="Line 1 of scene 2")
    expect(added).to_have_value("It follows the daylight.")
    board.get_by_role("button", name="Move scene 2 up").press("Enter")
    expect(board.get_by_role("textbox", name="Line 1 of scene 1")).to_have_value("It follows the daylight.")
    board.locator(".va-still").nth(0).drag_to(board.locator(".va-still").nth(1))
    expect(added).to_have_value("It follows the daylight.")
    board.get_by_role("button", name="Lock scene 2").click()
    expect(board.get_by_role("button", name="Unlock scene 2")).to_be_visible()
    board.get_by_role("button", name="Unlock scene 2").click()
    board.get_by_role("button", name="Delete scene 2").click()
    expect(scenes).to_have_count(2)
    board.get_by_role("button", name="Undo").click()
    expect(scenes).to_have_count(3)
    board.get_by_role("button", name="Delete scene 2").click()
    expect(scenes).to_have_count(2)
    expect(board.locator(".va-still img")).to_have_count(2)
    expect(board.get_by_role("button", name="Go ahead")).to_be_enabled()
    shoot(page, "board-edited")

    board.get_by_role("button", name="Go ahead").click()
    draft = page.get_by_role("region", name="Draft 2", exact=True)
    expect(draft.locator("video")).to_be_visible()
    expect(page.get_by_role("region", name="Draft 1 · a first look, earlier")).to_be_visible()
    expect(page.get_by_role("region", name="Progress")).to_have_count(0)
    expect(board.get_by_role("button", name="Go ahead")).to_have_count(0)
    assert draft.locator("video").evaluate(_PLAYS) == pytest.approx(8, abs=0.5)
    draft.get_by_role("button", name="Style and sound").click()
    draft.get_by_label("How much of the presenter is seen").select_option(label="Close-up")
    draft.get_by_label("Style of the captions").select_option(label="Filled as they are said")
    expect(draft.get_by_text("2 changes")).to_be_visible()
    shoot(page, "draft")
    check_access(page)
    draft.get_by_role("button", name="Style and sound").click()

    draft.get_by_role("button", name="0:0").last.click()
    comment = draft.get_by_role("textbox", name="Comment at")
    comment.fill('Say "order it today" instead of "find out more"')
    at = draft.locator("video").evaluate("video => video.currentTime")
    # A player in use stays as it is while something else is said.
    say(page, "How long is scene 2?")
    expect(page.locator(".ai-message").last).to_contain_text("Scene 2")
    expect(comment).to_have_value('Say "order it today" instead of "find out more"')
    assert draft.locator("video").evaluate("video => video.currentTime") == at > 0
    draft.get_by_role("button", name="Send").click()
    third = page.get_by_role("region", name="Draft 3", exact=True)
    expect(third.locator("video")).to_be_visible()
    # All of its picture is in sight, and stays so.
    page.wait_for_timeout(1500)
    expect(third.locator("video")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("region", name="What changed")).to_contain_text("rder it today")
    third.get_by_role("button", name="Show before").click()
    expect(third.locator("video")).to_have_attribute("src", draft_address("2.mp4"))
    third.get_by_role("button", name="Back to this draft").click()
    shoot(page, "note")
    third.get_by_role("button", name="Undo").click()
    fourth = page.get_by_role("region", name="Draft 4", exact=True)
    expect(fourth.locator("video")).to_be_visible()
    expect(page.get_by_role("button", name="Watch")).to_have_count(3)

    fourth.get_by_text("More formats").click()
    fourth.get_by_role("button", name="Captions (SRT and VTT)").click()
    with page.expect_download() as download:
        page.get_by_role("region", name="Files").get_by_role("link", name=".srt").click()
    download.value.save_as(tmp_path / "captions.srt")
    assert "-->" in (tmp_path / "captions.srt").read_text(encoding="utf-8")
    shoot(page, "files")

    assert not faults
    assert {urlsplit(url).hostname for url in asked if not url.startswith(("data:", "blob:"))} == {"localhost"}
    assert "Traceback" not in chat.told()


def test_galleries_have_pictures_and_samples(browser: Browser, chat: Chat) -> None:
    page = new_page(browser)
    open_chat(page, chat)
    say(page, BRIEF)
    board = page.get_by_role("region", name="Storyboard", exact=True)
    board.get_by_role("button", name="Choose: Presenter").click()
    presenters = page.get_by_role("region", name="Presenters")
    expect(presenters.locator("img").first).to_be_visible()
    board.get_by_role("button", name="Choose: Music").click()
    music = page.get_by_role("region", name="Music")
    expect(music.locator("audio").first).to_be_visible()
    sample = page.request.get(chat.address + str(music.locator("audio").first.get_attribute("src")))
    assert sample.ok and sample.body()[:4] == b"RIFF"
    shoot(page, "galleries")
    check_access(page)
    presenters.get_by_role("button", name="Take ").nth(1).click()
    expect(page.get_by_role("region", name="What changed")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_brand_is_learnt_and_corrected(browser: Browser, chat: Chat, scheme: str) -> None:
    page = new_page(browser, scheme=scheme)
    open_chat(page, chat)
    pages = {"/": SITE, "/logo.svg": ("image/svg+xml", LOGO)}
    with serving(pages) as site:
        say(page, f"Learn our brand from localhost:{site.port}")
        card = page.get_by_role("region", name="Brand ")
        expect(card).to_be_visible()
    expect(card.locator(".va-swatch").first).to_be_visible()
    expect(card.locator(".va-sample").first).to_be_visible()
    loaded = "document.fonts.ready.then(all => [...all].map(one => `${one.family} ${one.status}`))"
    assert [one for one in page.evaluate(loaded) if "-heading" in one and one.endswith(" loaded")]
    logo = page.request.get(chat.address + str(card.locator("img").get_attribute("src")))
    assert logo.ok and "svg" in logo.headers["content-type"]
    shoot(page, f"brand-{scheme}")
    check_access(page)
    card.get_by_role("button", name="Confirm Primary").click()
    expect(card.get_by_text("confirmed").first).to_be_visible()
    card.get_by_role("button", name="Confirm Logo").click()
    expect(card.get_by_role("button", name="Confirm Logo")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("region", name="Brand ")).to_have_count(1)


def test_a_phone_shows_all_of_it(browser: Browser, chat: Chat) -> None:
    page = new_page(browser, width=360, height=780, scheme="dark")
    open_chat(page, chat)
    shoot(page, "phone-start")
    say(page, BRIEF)
    board = page.get_by_role("region", name="Storyboard", exact=True)
    expect(board.locator(".va-still img")).to_have_count(2)
    check_fits(page)
    check_access(page)
    shoot(page, "phone-board")
    small = board.locator("button:visible").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().height < 40).map(one => one.outerHTML)"
    )
    assert not small
    board.get_by_role("button", name="Go ahead").click()
    draft = page.get_by_role("region", name="Draft 2", exact=True)
    expect(draft.locator("video")).to_be_visible()
    check_fits(page)
    check_access(page)
    draft.get_by_role("button", name="Style and sound").click()
    draft.get_by_label("Loudness for").select_option(label="Podcasts (−16 LUFS)")
    check_fits(page)
    shoot(page, "phone-draft")
    draft.get_by_role("button", name="Make it so").click()
    expect(page.get_by_role("region", name="What changed")).to_contain_text("as for podcasts")
    expect(page.get_by_role("region", name="Draft 3", exact=True).locator("video")).to_be_visible()


_PLAYS = """video => new Promise((done, fail) => {
  const told = () => done(video.duration)
  if (video.readyState >= 1) told(); else { video.onloadedmetadata = told; video.onerror = () => fail(video.error) }
})"""


def edit(field: Locator, text: str) -> None:
    """Write over an editable text and leave it with Enter."""
    field.fill(text)
    field.press("Enter")


def draft_address(name: str) -> object:
    import re

    return re.compile(rf"^/media/drafts/[a-z0-9-]+/{re.escape(name)}$")


def check_fits(page: Page) -> None:
    """Nothing is wider than the page."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = page.locator(".va *:visible").evaluate_all(
        """all => all.filter(one => !one.closest(".va-chapters") && one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.outerHTML.slice(0, 200))"""
    )
    assert not wide


def check_access(page: Page) -> None:
    """No serious fault for who reads with ears or fingers."""
    found = Axe().run(page).response["violations"]
    grave = [
        (fault["id"], [node["html"][:240] for node in fault["nodes"]][:4])
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]
    assert not grave
