"""Renders outlive the page and the server: reloaded, closed, or killed in the middle, the thread gets its draft."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.chat_page import (
    BRIEF,
    SECONDS,
    Chat,
    browsing,
    new_page,
    open_chat,
    say,
    serving_chat,
    thread_of,
    wait_until,
)

expect.set_options(timeout=SECONDS * 1000)


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Chat]:
    with serving_chat(tmp_path / "chat") as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as opened:
        yield opened


def test_a_reload_follows_on_and_a_second_tab_sees_it_too(browser: Browser, chat: Chat) -> None:
    page = begin(browser, chat)
    address = thread_of(page)
    page.reload()
    expect(page.get_by_role("region", name="Storyboard", exact=True)).to_be_visible()
    second = page.context.new_page()
    second.goto(address)
    for tab in (page, second):
        expect(tab.get_by_role("region", name="Draft 2", exact=True)).to_be_visible()
        expect(tab.get_by_role("region", name="Progress")).to_have_count(0)
        expect(tab.get_by_role("region", name="Draft 2", exact=True)).to_have_count(1)
    say(page, "undo")
    expect(second.get_by_text("nothing", exact=False).last).to_be_visible()
    assert "Traceback" not in chat.told()


def test_a_closed_tab_loses_nothing(browser: Browser, chat: Chat) -> None:
    page = begin(browser, chat)
    address = thread_of(page)
    context = page.context
    page.close()
    wait_until(lambda: len(list(chat.home.glob("productions/*/drafts/2.mp4"))) == 1)
    again = context.new_page()
    again.goto(address)
    expect(again.get_by_role("region", name="Draft 2", exact=True)).to_be_visible(timeout=SECONDS * 1000)
    assert "Traceback" not in chat.told()


def test_a_killed_server_and_studio_go_on_where_they_were(browser: Browser, chat: Chat) -> None:
    page = begin(browser, chat)
    address = thread_of(page)
    wait_until(lambda: bool(chat.studios()))
    # A studio that is killed alone is followed by another, and nobody has to ask for that.
    progress = page.get_by_role("region", name="Progress")
    expect(progress.get_by_role("status")).not_to_contain_text("Waiting")
    killed = chat.studios()
    for studio in killed:
        os.kill(studio, signal.SIGKILL)
    wait_until(lambda: bool(set(chat.studios()) - set(killed)))
    expect(progress).to_be_visible()
    expect(page.get_by_text("not finished")).to_have_count(0)
    chat.kill()
    chat.close()
    chat.open()
    page.goto(address)
    expect(page.get_by_role("region", name="Draft 2", exact=True)).to_be_visible()
    expect(page.get_by_role("region", name="Draft 2", exact=True).locator("video")).to_be_visible()
    say(page, "make the music calmer")
    expect(page.get_by_role("region", name="Draft 3", exact=True)).to_be_visible()
    assert "Traceback" not in chat.told()


def test_what_is_said_while_a_draft_is_made_is_heard(browser: Browser, chat: Chat) -> None:
    page = begin(browser, chat)
    say(page, "no music")
    expect(page.get_by_role("region", name="What changed")).to_be_visible()
    wait_until(lambda: page.get_by_role("region", name="Progress").count() == 0)
    expect(page.locator(".va-player video")).to_have_count(1)
    say(page, "x" * 60_000)
    expect(page.locator('[data-step-type="user_message"]')).to_have_count(3)
    expect(page.locator("#chat-submit")).to_be_visible()
    say(page, "how long is it?")
    expect(page.get_by_text("second").last).to_be_visible()
    assert "Traceback" not in chat.told()


def begin(browser: Browser, chat: Chat) -> Page:
    """A conversation whose first draft is being made."""
    page = new_page(browser)
    open_chat(page, chat)
    say(page, BRIEF)
    page.get_by_role("button", name="Go ahead").click()
    page.get_by_role("region", name="Progress").wait_for()
    return page
