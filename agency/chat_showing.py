"""From the events of a conversation to what stands on the page: words, choices, and elements that are drawn there.

One board and one player of a conversation are alive: the newest. The board always shows the storyboard as it is; what
came before is folded, so that nothing out of date can be clicked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any

import chainlit as cl
from chainlit.context import ChainlitContext, context_var

from agency.brand_card import brand_view
from agency.chat_elements import Standing, fold, put, redraw, standing
from agency.chat_pages import said, tell
from agency.chat_stills import StillPainter, painted, renewed, unpainted
from agency.chat_views import board_view, draft_view, files_view, listing_view, report_text
from agency.conversation import Conversation, Event
from agency.home import Home
from agency.ownership import claim

APPROVE = "Go ahead"
"""The choice that has its button on the board."""


async def show(event: Event, place: Home) -> None:
    """Show one event of the conversation that this page holds."""
    if event["kind"] != "progress":
        await settle()
    user = cl.user_session.get("user")
    if user is not None and event.get("production") and event["kind"] == "board":
        # Before its pictures are asked for.
        await asyncio.to_thread(claim, place, event["production"], user.identifier)
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
            await redraw(one.id, one.name, lambda props: {**props, "folded": True})
    if boards and boards[-1].props["production"] == production:
        await _draw_board(boards[-1].id, state, place)


async def _say(event: Event, place: Home) -> None:
    await said(cl.Message(content=event["text"]))


async def _ask(event: Event, place: Home) -> None:
    options = [option for option in event["options"] if option != APPROVE]
    if options:
        await put("Choices", {"options": options}, event["text"])
    else:
        await said(cl.Message(content=event["text"]))


async def _progress(event: Event, place: Home) -> None:
    """A line that stands there until the next word is said; it is not kept."""
    working: cl.Message = cl.user_session.get("working") or cl.Message(content="")
    working.content = f"*{event['text']}*"
    cl.user_session.set("working", working)
    await tell(cl.context.session.thread_id, "new_message", working.to_dict())


async def _board(event: Event, place: Home) -> None:
    await fold("Board")
    props = await asyncio.to_thread(board_view, event["production"], place)
    _paint_stills(await put("Board", props), place)


async def _draw_board(id_: str, state: Conversation, place: Home) -> None:
    while True:
        before = next((other.props for other in await standing("Board") if other.id == id_), None)
        if before is None:
            return
        stage, production = state.get("stage", ""), before["production"]
        props = await asyncio.to_thread(board_view, production, place, before=before, stage=stage)
        # Where another turn has drawn it meanwhile, that must not be undone by what was true before.
        drawn = await redraw(id_, "Board", partial(renewed, props, before["revision"]))
        if drawn is not None:
            break
    if drawn.props["revision"] != before["revision"] or unpainted(drawn.props):
        _paint_stills(drawn, place)


def _paint_stills(board: Standing, place: Home) -> None:
    """Let the stills of the board be painted and drawn, through this page even when it is closed meanwhile."""
    session = cl.context.session

    async def draw(stills: Mapping[str, str], fault: str) -> None:
        context_var.set(ChainlitContext(session))
        await redraw(board.id, board.name, partial(painted, board.props, stills, fault))

    StillPainter.want(session.thread_id, board.props, place, draw)


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
        await redraw(known[-1].id, "Brand", lambda shown: props)
    else:
        await fold("Brand")
        await put("Brand", props)


async def _files(event: Event, place: Home) -> None:
    await put("Files", files_view(event))


async def _listing(event: Event, place: Home) -> None:
    await put("Gallery", await asyncio.to_thread(listing_view, event, place))


async def _report(event: Event, place: Home) -> None:
    await said(cl.Message(content=report_text(event["report"])))


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
