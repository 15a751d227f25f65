"""Five browsers at once: each sees its own conversation, its own production and its own files."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.chat_page import SECONDS, browsing, new_page, open_chat, say, serving_chat, thread_of

expect.set_options(timeout=SECONDS * 1000)

THINGS = ("lamp", "kettle", "bicycle", "guitar", "blanket")


def test_five_browsers_stay_apart(tmp_path: Path) -> None:
    with serving_chat(tmp_path / "chat", AGENCY_CHAT_PASSWORD="open sesame") as chat, browsing() as browser:
        pages = [new_page(browser) for _ in THINGS]
        for page, thing in zip(pages, THINGS, strict=True):
            page.goto(chat.address)
            page.locator("#email").fill(f"{thing}@example.org")
            page.locator("#password").fill("open sesame")
            page.keyboard.press("Enter")
            page.get_by_role("button", name="Product launch").wait_for()
        for page, thing in zip(pages, THINGS, strict=True):
            say(page, f"A 10 second video about our new {thing}.")
        boards = [page.get_by_role("region", name="Storyboard", exact=True) for page in pages]
        for board, thing in zip(boards, THINGS, strict=True):
            expect(board).to_be_visible()
            expect(board.get_by_role("heading")).to_contain_text(thing)
            others = set(THINGS) - {thing}
            assert not [other for other in others if other in board.inner_text()]
        addresses = [thread_of(page) for page in pages]
        assert len(set(addresses)) == len(pages)
        assert len(list(chat.home.glob("productions/*"))) == len(pages)

        pages[0].goto(addresses[1])
        expect(pages[0].get_by_role("region", name="Storyboard", exact=True)).to_have_count(0)
        expect(pages[0].get_by_text("kettle")).to_have_count(0)


def test_the_same_brief_twice_is_two_productions(tmp_path: Path) -> None:
    with serving_chat(tmp_path / "chat") as chat, browsing() as browser:
        pages = [new_page(browser) for _ in range(2)]
        for page in pages:
            open_chat(page, chat)
            say(page, "A 10 second video about our new lamp.")
            expect(page.get_by_role("region", name="Storyboard", exact=True)).to_be_visible()
        one, other = (page.get_by_role("region", name="Storyboard", exact=True) for page in pages)
        line = one.get_by_role("textbox", name="Line 1 of scene 1")
        line.fill("Only here.")
        line.press("Enter")
        expect(one.get_by_text("Changed")).to_have_count(1)
        pages[1].reload()
        expect(other.get_by_role("textbox", name="Line 1 of scene 1")).not_to_have_value("Only here.")
        assert len(list(chat.home.glob("productions/*"))) == 2
