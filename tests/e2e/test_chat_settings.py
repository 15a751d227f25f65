"""The settings of the chat: pictures and samples to choose from, and a choice that the next video is made with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from renderers.avatar.catalogue import AVATARS
from renderers.background.catalogue import FAMILIES
from renderers.looks import LOOKS
from tests.e2e.chat_page import SECONDS, Chat, browsing, new_page, open_chat, say, serving_chat, shoot

expect.set_options(timeout=SECONDS * 1000)


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chat]:
    with serving_chat(tmp_path_factory.mktemp("chat")) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as opened:
        yield opened


def test_what_is_chosen_from_pictures_and_sounds_is_what_the_video_is_made_with(browser: Browser, chat: Chat) -> None:
    page = new_page(browser)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    open_chat(page, chat)
    panel = open_panel(page)
    expect_pictures(panel.get_by_role("radiogroup").locator("img"), len(AVATARS))
    shoot(page, "settings-presenter")
    panel.get_by_role("radio", name="Daniel").click()

    panel.get_by_role("tab", name="Voice").click()
    expect(panel.get_by_role("radio")).not_to_have_count(1)
    with page.expect_response("**/media/samples/voices/english-male-2.wav") as sample:
        panel.get_by_role("button", name="Hear Angus").click()
    assert sample.value.ok and "audio" in sample.value.headers["content-type"]
    expect(panel.get_by_role("button", name="Stop").or_(panel.get_by_role("button", name="Hear Angus"))).to_be_visible()
    panel.get_by_role("radio", name="Angus").click()

    panel.get_by_role("tab", name="Music").click()
    with page.expect_response("**/media/samples/music/calm.wav") as sample:
        panel.get_by_role("button", name="Hear Calm").click()
    assert sample.value.ok
    panel.get_by_role("radio", name="Calm").click()
    shoot(page, "settings-music")
    check_access(page)

    panel.get_by_role("tab", name="Background").click()
    panel.get_by_role("radio", name="Grid").press("Space")
    expect_pictures(panel.get_by_role("radiogroup").locator("img"), len(FAMILIES))
    shoot(page, "settings-background")
    panel.get_by_role("tab", name="Look").click()
    panel.get_by_role("radio", name="Playful").press("Space")
    expect_pictures(panel.get_by_role("radiogroup").locator("img"), len(LOOKS))
    shoot(page, "settings-look")
    check_access(page)
    panel.get_by_role("tab", name="Shape and brand").click()
    panel.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Square 1:1").click()
    shoot(page, "settings-shape")
    check_access(page)
    panel.get_by_role("tab", name="Style and sound").click()
    panel.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Half body").click()
    shoot(page, "settings-style")
    check_access(page)
    panel.get_by_role("button", name="Confirm").click()
    expect(panel).to_have_count(0)

    say(page, "A 6 second video about our new lamp.")
    board = page.get_by_role("region", name="Storyboard", exact=True)
    for name in ("Presenter, now Daniel", "Voice, now Angus", "Music, now Calm", "Background, now Grid"):
        expect(board.get_by_role("button", name=f"Choose: {name}")).to_be_visible()
    assert board.locator(".va-still").first.evaluate("one => one.style.aspectRatio.replaceAll(' ', '')") == "1/1"
    shoot(page, "settings-board")

    # It shows what was chosen, and what is changed now changes the video that is there.
    panel = open_panel(page)
    expect(panel.get_by_role("radio", name="Daniel")).to_be_checked()
    panel.get_by_role("radio", name="Maya").click()
    panel.get_by_role("tab", name="Style and sound").click()
    expect(panel.get_by_role("combobox").first).to_have_text("Half body")
    panel.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Close-up").click()
    panel.get_by_role("button", name="Confirm").click()
    changed = page.get_by_role("region", name="What changed")
    expect(changed).to_contain_text("Presenter: Daniel → Maya")
    expect(changed).to_contain_text("half body → close-up")
    expect(board.get_by_role("button", name="Choose: Presenter, now Maya")).to_be_visible()
    expect(board.get_by_role("button", name="Choose: Music, now Calm")).to_be_visible()

    page.get_by_role("button", name="New video").last.click()
    page.get_by_role("button", name="Product launch").wait_for()
    panel = open_panel(page)
    expect(panel.get_by_role("radio", name="Chosen for me")).to_be_checked()
    assert not faults
    assert "Traceback" not in chat.told()


def test_the_settings_fit_a_phone(browser: Browser, chat: Chat) -> None:
    page = new_page(browser, width=360, height=780, scheme="dark")
    open_chat(page, chat)
    panel = open_panel(page)
    expect_pictures(panel.get_by_role("radiogroup").locator("img"), len(AVATARS))
    for tab in ("Presenter", "Voice", "Shape and brand", "Style and sound"):
        panel.get_by_role("tab", name=tab).click()
        shoot(page, f"settings-phone-{tab[:5].lower()}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        box = panel.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["y"] >= 0
        assert box["y"] + box["height"] <= 780
        expect(panel.get_by_role("button", name="Confirm")).to_be_in_viewport()
    check_access(page)


def open_panel(page: Page) -> Locator:
    """The settings, opened."""
    page.get_by_role("button", name="Presenter, voice, music and shape").click()
    panel = page.get_by_role("dialog", name="Presenter, voice, music and shape")
    panel.wait_for()
    return panel


def expect_pictures(pictures: Locator, count: int) -> None:
    """There are so many pictures, and each of them can be seen."""
    expect(pictures).to_have_count(count)
    for picture in pictures.all():
        picture.evaluate("one => one.decode()")


def check_access(page: Page) -> None:
    """No serious fault for who reads with ears or fingers."""
    found = Axe().run(page).response["violations"]
    assert not [(one["id"], one["nodes"][0]["html"][:240]) for one in found if one["impact"] in ("serious", "critical")]
