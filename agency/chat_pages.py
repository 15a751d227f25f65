"""The pages that show one conversation: several may be open, and what stands on one stands on all of them."""

from __future__ import annotations

from typing import Any, cast

from chainlit.data import get_data_layer
from chainlit.session import WebsocketSession, ws_sessions_id


def pages(thread: str) -> list[WebsocketSession]:
    """The open pages of the conversation."""
    return [page for page in list(ws_sessions_id.values()) if page.thread_id == thread]


async def tell(thread: str, event: str, data: Any) -> None:  # noqa: ANN401  (any JSON)
    """Send an event to every page of the conversation; nothing of it is kept."""
    for page in pages(thread):
        await cast(Any, page.emit)(event, data)


async def mirror(thread: str, without: str = "") -> None:
    """Show the conversation as it is kept on all its pages but the one of the session `without`."""
    others = [page for page in pages(thread) if page.id != without]
    layer = get_data_layer()  # type: ignore[no-untyped-call]
    if not others or layer is None or (kept := await layer.get_thread(thread)) is None:
        return
    for page in others:
        await cast(Any, page.emit)("resume_thread", kept)
