"""Earlier videos at the side: there after a reload and after a restart, opened with all that was said, and stopped."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.chat_page import (
    SECONDS,
    Chat,
    browsing,
    new_page,
    open_chat,
    say,
    serving_chat,
    shoot,
    thread_of,
    wait_until,
)

expect.set_options(timeout=SECONDS * 1000)

LAMP, KETTLE = "A 6 second video about our new lamp.", "A 6 second video about our red kettle."


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chat]:
    with serving_chat(tmp_path_factory.mktemp("chat")) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as opened:
        yield opened


def test_earlier_videos_stand_at_the_side_and_open_at_once(browser: Browser, chat: Chat) -> None:
    page = new_page(browser, height=600)
    open_chat(page, chat)
    say(page, LAMP)
    expect(board_of(page)).to_be_visible()
    lamp = thread_of(page)
    page.get_by_role("button", name="New video").last.click()
    page.get_by_role("button", name="Product launch").wait_for()
    say(page, KETTLE)
    expect(board_of(page).get_by_role("heading")).to_contain_text("kettle")
    open_side(page)
    entries = page.get_by_role("listitem").get_by_role("link")
    expect(entries).to_have_count(2)
    page.reload()
    expect(board_of(page).get_by_role("heading")).to_contain_text("kettle")
    open_side(page)
    page.get_by_role("link", name=LAMP).click()
    expect(board_of(page).get_by_role("heading")).to_contain_text("lamp")
    expect(page.locator('[data-step-type="user_message"]')).to_have_text(LAMP)
    # It shows where it stands, and not how it began.
    expect(page.get_by_text("This is the plan.")).to_be_in_viewport()
    shoot(page, "history")

    chat.kill()
    chat.close()
    chat.open()
    stranger = new_page(browser, height=600)
    stranger.goto(lamp)
    expect(board_of(stranger).get_by_role("heading")).to_contain_text("lamp")
    expect(stranger.get_by_text("This is the plan.")).to_be_in_viewport()
    assert stranger.url == lamp
    open_side(stranger)
    stranger.get_by_role("link", name=KETTLE).click()
    expect(board_of(stranger).get_by_role("heading")).to_contain_text("kettle")
    line = board_of(stranger).get_by_role("textbox", name="Line 1 of scene 1")
    line.fill("Tea in two minutes.")
    # Opened again, the board is drawn once more beside; what is being typed outlives that.
    stranger.wait_for_timeout(1500)
    expect(line).to_have_value("Tea in two minutes.")
    line.press("Enter")
    expect(board_of(stranger).get_by_text("Changed")).to_have_count(1)
    assert "Traceback" not in chat.told()


def test_the_options_of_a_conversation_can_be_reached_with_keys(browser: Browser, chat: Chat) -> None:
    page = new_page(browser)
    open_chat(page, chat)
    say(page, "hello")
    thread_of(page)
    open_side(page)
    options = page.get_by_role("button", name="Options of hello")
    page.get_by_role("link", name="hello").focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(options).to_be_focused()
    shoot(page, "history-keys")
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Rename")).to_be_focused()
    wait_until(lambda: closed(page))
    expect(options).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Rename")).to_be_focused()
    page.keyboard.press("Enter")
    field = page.get_by_role("dialog").get_by_role("textbox")
    field.fill("Only a greeting")
    page.get_by_role("dialog").get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("link", name="Only a greeting")).to_be_visible()
    page.get_by_role("button", name="Options of Only a greeting").press("Enter")
    page.get_by_role("menuitem", name="Delete").press("Enter")
    page.get_by_role("alertdialog").get_by_role("button", name="Confirm").press("Enter")
    expect(page.get_by_role("link", name="Only a greeting")).to_have_count(0)
    assert "Traceback" not in chat.told()


def test_stopping_is_said_in_one_sentence_and_the_conversation_goes_on(browser: Browser, chat: Chat) -> None:
    page = new_page(browser)
    open_chat(page, chat)
    say(page, "A 20 second video about our garden tools.")
    board_of(page).get_by_role("button", name="Go ahead").click()
    card = page.get_by_role("region", name="Progress")
    card.get_by_role("button", name="Stop").click()
    stopped = page.locator(".ai-message", has_text="topped")
    expect(stopped).to_have_count(1)
    expect(card).to_have_count(0)
    expect(page.get_by_role("region", name="Draft 2", exact=True)).to_have_count(0)
    say(page, "how long is it?")
    expect(page.locator(".ai-message").last).to_contain_text("second")
    expect(stopped).to_have_count(1)
    shoot(page, "stopped")

    # While it thinks, the button beside the words stops it, and what is said next is heard.
    page.get_by_role("button", name="New video").last.click()
    page.get_by_role("button", name="Product launch").wait_for()
    page.locator("#chat-input").fill("A 40 second video about our bakery and its sourdough bread.")
    page.locator("#chat-submit:not([disabled])").click()
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.locator(".ai-message", has_text="topped")).to_have_count(1)
    say(page, "hello")
    expect(page.locator(".ai-message").last).to_contain_text("Hello")
    assert "Traceback" not in chat.told()


def board_of(page: Page) -> Locator:
    return page.get_by_role("region", name="Storyboard", exact=True)


def closed(page: Page) -> bool:
    """Whether the menu is closed once Escape was pressed; a busy page may still be opening it, and miss the key."""
    page.keyboard.press("Escape")
    page.wait_for_timeout(500)
    return page.get_by_role("menu").count() == 0


def open_side(page: Page) -> None:
    """Show the conversations at the side."""
    page.get_by_role("button", name="Conversations").last.click()
    page.get_by_role("listitem").get_by_role("link").first.wait_for()
