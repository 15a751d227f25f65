"""From the events of a conversation to what stands on the page: words, choices, and elements that are drawn there.

One board and one player of a conversation are alive: the newest. The board always shows the storyboard as it is; what
came before is folded, so that nothing out of date can be clicked.
"""

from __future__ import annotations

import asyncio
from typing import Any

import chainlit as cl

from agency.chat_elements import Standing, fold, put, redraw, standing
from agency.chat_pages import tell
from agency.chat_views import board_view, brand_view, draft_view, files_view, listing_view, report_text
from agency.conversation import Conversation, Event
from agency.home import Home

APPROVE = "Go ahead"
"""The choice that has its button on the board."""


async def show(event: Event, place: Home) -> None:
    """Show one event of the conversation that this page holds."""
    if event["kind"] != "progress":
        await settle()
    await _SHOWN.get(event["kind"], _nothing)(event, place)


async def settle() -> None:
    """Take away the line that says what is being worked on."""
    working: cl.Message | None = cl.user_session.get("working")
    if working is not None:
        cl.user_session.set("working", None)
        await tell(cl.context.session.thread_id, "delete_message", working.to_dict())


async def keep_board(state: Conversation, place: Home) -> None:
    """Draw the live board anew where the storyboard, or what may be done with it, is no longer what it shows."""
    boards = await standing("Board")
    production = state.get("production", "")
    for one in boards:
        if one is not boards[-1] or one.props["production"] != production:
            await redraw(one, {**one.props, "folded": True})
    if boards and boards[-1].props["production"] == production:
        await _draw_board(boards[-1], state, place)


async def _say(event: Event, place: Home) -> None:
    await cl.Message(content=event["text"]).send()


async def _ask(event: Event, place: Home) -> None:
    options = [option for option in event["options"] if option != APPROVE]
    if options:
        await put("Choices", {"options": options}, event["text"])
    else:
        await cl.Message(content=event["text"]).send()


async def _progress(event: Event, place: Home) -> None:
    """A line that stands there until the next word is said; it is not kept."""
    working: cl.Message = cl.user_session.get("working") or cl.Message(content="")
    working.content = f"*{event['text']}*"
    cl.user_session.set("working", working)
    await tell(cl.context.session.thread_id, "new_message", working.to_dict())


async def _board(event: Event, place: Home) -> None:
    await fold("Board")
    props = await asyncio.to_thread(board_view, event["production"], place, stills=False)
    await _draw_stills(await put("Board", props), place)


async def _draw_board(one: Standing, state: Conversation, place: Home) -> None:
    while True:
        props = await asyncio.to_thread(
            board_view, one.props["production"], place, stills=False, before=one.props, stage=state.get("stage", "")
        )
        now = next((other for other in await standing("Board") if other.id == one.id), None)
        if now is None:
            return
        if now.props["revision"] == one.props["revision"]:
            break
        # Another turn has drawn it meanwhile; what it drew must not be undone by what was true before.
        one = now
    await redraw(one, props)
    if props["revision"] != one.props.get("revision"):
        await _draw_stills(Standing(one.id, one.message, one.name, props), place)


async def _draw_stills(one: Standing, place: Home) -> None:
    """Stills are painted beside the page: the board is there at once, its pictures a moment later."""
    board = one.props
    drawn = await asyncio.to_thread(board_view, board["production"], place, stills=True, before=board)
    # While they were painted, the next change may have come; its own stills follow then.
    now = next((other for other in await standing("Board") if other.id == one.id), None)
    if now is not None and now.props["revision"] == drawn["revision"] == board["revision"]:
        await redraw(one, {**now.props, "scenes": drawn["scenes"]})


async def _changes(event: Event, place: Home) -> None:
    if event["changes"]:
        await fold("Changes")
        await put("Changes", {"changes": event["changes"], "undo": True})


async def _compare(event: Event, place: Home) -> None:
    await put("Changes", {"changes": event["changes"], "undo": False, "drafts": event["drafts"]})


async def _draft(event: Event, place: Home) -> None:
    await fold("Draft")
    await put("Draft", await asyncio.to_thread(draft_view, event, place))


async def _brand(event: Event, place: Home) -> None:
    props = await asyncio.to_thread(brand_view, event["brand"], place)
    known = [one for one in await standing("Brand") if one.props["brand"] == event["brand"]]
    if known and event.get("decided"):
        await redraw(known[-1], props)
    else:
        await fold("Brand")
        await put("Brand", props)


async def _files(event: Event, place: Home) -> None:
    await put("Files", files_view(event))


async def _listing(event: Event, place: Home) -> None:
    await put("Gallery", await asyncio.to_thread(listing_view, event, place))


async def _report(event: Event, place: Home) -> None:
    await cl.Message(content=report_text(event["report"])).send()


async def _nothing(event: Event, place: Home) -> None:
    """What the page shows by other means: jobs are followed."""


_SHOWN: dict[str, Any] = {
    "say": _say,
    "ask": _ask,
    "progress": _progress,
    "board": _board,
    "changes": _changes,
    "compare": _compare,
    "draft": _draft,
    "brand": _brand,
    "files": _files,
    "listing": _listing,
    "report": _report,
}
