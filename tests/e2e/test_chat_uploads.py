"""Files dropped into the chat through a real file chooser: each is put where it belongs, or it is said why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.chat_page import SECONDS, Chat, browsing, new_page, open_chat, say, serving_chat, shoot, thread_of
from tests.renderers.film.clips import numbered, write_clip

expect.set_options(timeout=SECONDS * 1000)

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="#b4532a"/></svg>'


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chat]:
    with serving_chat(tmp_path_factory.mktemp("chat")) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as opened:
        yield opened


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    Image.new("RGBA", (400, 120), (180, 83, 42, 255)).save(folder / "our logo.png")
    Image.new("RGB", (640, 360), (40, 120, 90)).save(folder / "shop.jpg")
    (folder / "mark.svg").write_text(LOGO, encoding="utf-8")
    (folder / "prices.csv").write_text("month,price\nJan,10\nFeb,12\n", encoding="utf-8")
    (folder / "tool.exe").write_bytes(b"MZ")
    (folder / "torn.png").write_bytes(b"no picture")
    script = docx.Document()
    script.add_heading("Bread that takes its time", 1)
    script.add_paragraph("We bake sourdough every morning.")
    script.save(str(folder / "script.docx"))
    return folder


def test_files_become_a_video_and_change_it(browser: Browser, chat: Chat, files: Path) -> None:
    page = page_with_chooser(browser, chat)
    give(page, files / "our logo.png")
    expect(said(page, "“our logo.png” is the logo from now on.")).to_be_visible()
    expect(said(page, "What is the video about?")).to_be_visible()
    thread_of(page)

    give(page, files / "script.docx")
    board = page.get_by_role("region", name="Storyboard", exact=True)
    expect(said(page, "I speak “script.docx” word for word.")).to_be_visible()
    expect(board.get_by_role("textbox", name="Line 1 of scene 2")).to_have_value("We bake sourdough every morning.")
    expect(board.locator(".va-still img")).to_have_count(2)

    give(page, files / "shop.jpg")
    changes = page.get_by_role("region", name="What changed")
    expect(changes).to_contain_text("shop.jpg")
    give(page, files / "mark.svg")
    expect(changes.last).to_contain_text("our-logo.png → mark.svg")
    expect(board.last.locator(".va-still img")).to_have_count(2)
    shoot(page, "uploads")
    assert "Traceback" not in chat.told()


def test_what_a_file_is_for_is_asked_or_told(browser: Browser, chat: Chat, files: Path, tmp_path: Path) -> None:
    page = page_with_chooser(browser, chat)
    say(page, "A 6 second video about our new lamp.")
    board = page.get_by_role("region", name="Storyboard", exact=True)
    expect(board).to_be_visible()
    give(page, files / "prices.csv")
    changes = page.get_by_role("region", name="What changed")
    expect(changes).to_contain_text("Prices")
    give(page, files / "torn.png")
    expect(said(page, "torn.png is not a picture that can be read.")).to_be_visible()
    clip = write_clip(tmp_path / "kitchen.mp4", numbered(320, 180), 60)
    give(page, clip)
    expect(said(page, "I have kept “kitchen.mp4”; say where it belongs")).to_be_visible()
    give(page, clip, "use it as the opening")
    expect(changes.last).to_contain_text("pening")
    shoot(page, "uploads-asked")
    attach(page, files / "tool.exe")
    expect(page.get_by_text(re.compile("not|File type", re.IGNORECASE)).last).to_be_visible()
    expect(page.locator("#chat-submit")).to_be_disabled()
    assert "Traceback" not in chat.told()


def page_with_chooser(browser: Browser, chat: Chat) -> Page:
    """A page whose browser chooses files as all browsers can: Chromium alone has a second way, which tests can not."""
    page = new_page(browser)
    page.add_init_script("delete window.showOpenFilePicker")
    open_chat(page, chat)
    return page


def attach(page: Page, path: Path) -> None:
    """Choose a file for the next message."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Add files").click()
    chooser.value.set_files(path)


def give(page: Page, path: Path, words: str = "") -> None:
    """Send a file, with words or without."""
    attach(page, path)
    page.locator("#chat-input").fill(words)
    page.locator("#chat-submit:not([disabled])").click()


def said(page: Page, text: str) -> Locator:
    """The newest answer with this text."""
    return page.locator(".ai-message", has_text=text).last
