"""Elements drawn in the thread: put there, drawn anew in place, and folded when a newer one stands for them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast
from weakref import WeakValueDictionary

import chainlit as cl
from chainlit.data import get_data_layer

from agency.chat_history import ChatHistory
from agency.chat_pages import said, tell

Props = dict[str, Any]


@dataclass(frozen=True)
class Standing:
    """An element that stands in the thread, unfolded."""

    id: str
    message: str
    name: str
    props: Props


def _history() -> ChatHistory:
    return cast(ChatHistory, get_data_layer())  # type: ignore[no-untyped-call]


async def put(name: str, props: Props, text: str = "") -> Standing:
    """Say `text` with the element `name` under it."""
    element = cl.CustomElement(name=name, props=props, display="inline")
    message = await said(cl.Message(content=text, elements=[element]))
    # As the message: whoever asks next what stands there shall find it.
    await _history().create_element(element)
    return Standing(element.id, message.id, name, props)


async def standing(*names: str) -> list[Standing]:
    """What stands unfolded in this page's conversation, oldest first."""
    rows = await _history().elements(cl.context.session.thread_id, names)
    found = [Standing(row["id"], row["forId"], row["name"], _props(row["props"])) for row in rows]
    return [one for one in found if not one.props.get("folded")]


_CHANGING: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
"""By conversation: a turn, and what is painted beside it, never draw over what the other has just drawn."""


async def redraw(id_: str, name: str, change: Callable[[Props], Props | None]) -> Standing | None:
    """The element as it stands now, drawn anew on all pages as what `change` makes of what it shows.

    None, and nothing is drawn, where it is folded or gone or `change` says None.
    """
    thread = cl.context.session.thread_id
    async with _CHANGING.setdefault(thread, asyncio.Lock()):
        one = next((other for other in await standing(name) if other.id == id_), None)
        props = change(one.props) if one is not None else None
        if one is None or props is None:
            return None
        element = cl.CustomElement(id=id_, name=name, props=props, display="inline", for_id=one.message)
        await _history().create_element(element)
        await tell(thread, "element", {**element.to_dict(), "url": ""})
    return Standing(id_, one.message, name, props)


async def fold(*names: str, but: str = "") -> None:
    """Fold what stands there by these names, except the element with the id `but`: it can be read, not used."""
    for one in await standing(*names):
        if one.id != but:
            await redraw(one.id, one.name, lambda props: {**props, "folded": True})


def _props(kept: Any) -> Props:  # noqa: ANN401  (JSON, as text or read)
    return cast(Props, json.loads(kept) if isinstance(kept, str) else kept or {})
