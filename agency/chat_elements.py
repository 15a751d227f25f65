"""Elements drawn in the thread: put there, drawn anew in place, and folded when a newer one stands for them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, cast

import chainlit as cl
from chainlit.data import get_data_layer

from agency.chat_history import ChatHistory

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
    message = await cl.Message(content=text, elements=[element]).send()  # type: ignore[no-untyped-call]
    # Chainlit keeps it in its own time; whoever asks next what stands there shall find it.
    await _history().create_element(element)
    return Standing(element.id, message.id, name, props)


async def standing(*names: str) -> list[Standing]:
    """What stands unfolded in this page's conversation, oldest first."""
    rows = await _history().elements(cl.context.session.thread_id, names)
    found = [Standing(row["id"], row["forId"], row["name"], _props(row["props"])) for row in rows]
    return [one for one in found if not one.props.get("folded")]


async def redraw(one: Standing, props: Props) -> None:
    """Draw a standing element anew, where it stands."""
    element = cl.CustomElement(id=one.id, name=one.name, props=props, display="inline", for_id=one.message)
    await element.update()  # type: ignore[no-untyped-call]
    await _history().create_element(element)


async def fold(*names: str, but: str = "") -> None:
    """Fold what stands there by these names, except the element with the id `but`: it can be read, not used."""
    for one in await standing(*names):
        if one.id != but:
            await redraw(one, {**one.props, "folded": True})


def _props(kept: Any) -> Props:  # noqa: ANN401  (JSON, as text or read)
    return cast(Props, json.loads(kept) if isinstance(kept, str) else kept or {})
