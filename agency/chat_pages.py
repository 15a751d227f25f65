"""The pages that show one conversation: several may be open, and what stands on one stands on all of them."""

from __future__ import annotations

from typing import Any, cast

import chainlit as cl
from chainlit.data import get_data_layer
from chainlit.session import WebsocketSession, ws_sessions_id
from chainlit.types import ThreadDict
from chainlit.utils import utc_now


def pages(thread: str) -> list[WebsocketSession]:
    """The open pages of the conversation."""
    return [page for page in list(ws_sessions_id.values()) if page.thread_id == thread]


async def tell(thread: str, event: str, data: Any) -> None:  # noqa: ANN401  (any JSON)
    """Send an event to every page of the conversation; nothing of it is kept."""
    for page in pages(thread):
        await cast(Any, page.emit)(event, data)


async def said(message: cl.Message) -> cl.Message:
    """`message`, said in this page's conversation and kept when this comes back.

    Chainlit keeps it in its own time, and a page that is shown the thread meanwhile would never have it.
    """
    layer = get_data_layer()  # type: ignore[no-untyped-call]
    if layer is not None:
        message.created_at = message.created_at or utc_now()  # type: ignore[no-untyped-call]
        await layer.create_step(message.to_dict())
        message.persisted = True
    return cast(cl.Message, await message.send())  # type: ignore[no-untyped-call]


async def mirror(thread: str, without: str = "") -> None:
    """Show the conversation as it is kept on all its pages but the one of the session `without`."""
    others = [page for page in pages(thread) if page.id != without]
    layer = get_data_layer()  # type: ignore[no-untyped-call]
    if not others or layer is None or (kept := await layer.get_thread(thread)) is None:
        return
    for page in others:
        await cast(Any, page.emit)("resume_thread", kept)


async def catch_up(shown: ThreadDict) -> None:
    """Show this page its conversation again where more was said while it was being shown as `shown`."""
    layer = get_data_layer()  # type: ignore[no-untyped-call]
    kept = await layer.get_thread(shown["id"]) if layer is not None else None
    if kept is not None and _ids(kept) != _ids(shown):
        await cl.context.emitter.resume_thread(kept)


def _ids(thread: ThreadDict) -> set[str]:
    return {each["id"] for each in (*(thread["steps"] or ()), *(thread["elements"] or ()))}
