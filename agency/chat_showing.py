"""From the events of a conversation to what stands on the page: words, buttons, and elements that are drawn there."""

from __future__ import annotations

import asyncio
from typing import Any

import chainlit as cl

from agency.chat_views import board_view, brand_view, draft_view, files_view, listing_view, report_text
from agency.conversation import Event
from agency.home import Home


async def show(event: Event, place: Home) -> None:
    """Show one event of the conversation that this page holds."""
    await _SHOWN.get(event["kind"], _nothing)(event, place)


async def _say(event: Event, place: Home) -> None:
    await cl.Message(content=event["text"]).send()


async def _ask(event: Event, place: Home) -> None:
    await cl.Message(content=event["text"], actions=[_button(option) for option in event["options"]]).send()


def _button(text: str) -> cl.Action:
    """A button that says `text` for the client."""
    return cl.Action(name="say", label=text, payload={"text": text})


async def _progress(event: Event, place: Home) -> None:
    async with cl.Step(name=event["text"], type="run") as step:
        step.output = ""


async def _element(name: str, props: dict[str, Any], text: str = "") -> None:
    await cl.Message(content=text, elements=[cl.CustomElement(name=name, props=props, display="inline")]).send()


async def _board(event: Event, place: Home) -> None:
    # Stills are painted beside the page: the board is there at once, its pictures a moment later.
    props = await asyncio.to_thread(board_view, event, place, stills=False)
    element = cl.CustomElement(name="Board", props=props, display="inline")
    await cl.Message(content="", elements=[element]).send()
    element.props = await asyncio.to_thread(board_view, event, place, stills=True)
    element.content = ""
    element.__post_init__()
    await element.update()


async def _changes(event: Event, place: Home) -> None:
    if event["changes"]:
        await _element("Changes", {"changes": event["changes"], "undo": True})


async def _compare(event: Event, place: Home) -> None:
    await _element("Changes", {"changes": event["changes"], "undo": False, "drafts": event["drafts"]})


async def _draft(event: Event, place: Home) -> None:
    await _element("Draft", await asyncio.to_thread(draft_view, event, place))


async def _brand(event: Event, place: Home) -> None:
    await _element("Brand", await asyncio.to_thread(brand_view, event["brand"], place))


async def _files(event: Event, place: Home) -> None:
    await _element("Files", files_view(event))


async def _listing(event: Event, place: Home) -> None:
    await _element("Gallery", await asyncio.to_thread(listing_view, event, place))


async def _report(event: Event, place: Home) -> None:
    await cl.Message(content=report_text(event["report"])).send()


async def _nothing(event: Event, place: Home) -> None:
    """What the page shows by other means: jobs are followed."""


_SHOWN = {
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
