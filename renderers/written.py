"""What is written in a picture and where: every line of type tells of itself as it is set, to whoever listens.

Nothing is kept, and nothing costs anything, while nobody does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from renderers.picture_format import Rect

ASCENT, DESCENT = 0.74, 0.22
"""How far letters reach above and below their baseline, in sizes; accents and swashes go a little further."""


_STANDING = frozenset("0123456789%+-–−.:× \u00a0\u202fABCDEFGHIKLMNOPRSTUVWXYZabcdefhiklmnorstuvwxz€$£")
_SHALLOW = 0.02
"""Signs that stand on their line, and how far these reach below it."""


@dataclass(frozen=True)
class WrittenLine:
    """A line of type at rest: its letters, their colours (of one, where not every word has its own), size in design
    units, the box of its letters in the frame, and the colour that each letter is outlined in (empty: none).
    """

    text: str
    inks: tuple[str, ...]
    size: float
    box: Rect
    edge: str = ""


_LISTENERS: ContextVar[list[WrittenLine] | None] = ContextVar("written", default=None)


@contextmanager
def listening() -> Iterator[list[WrittenLine]]:
    """The lines that are set in this thread while the context is open, as they come; the same one may come twice."""
    found: list[WrittenLine] = []
    token = _LISTENERS.set(found)
    try:
        yield found
    finally:
        _LISTENERS.reset(token)


def move_since(count: int, across: float) -> None:
    """Say that what was told after the first `count` lines stands so far to the right of where it was set."""
    listeners = _LISTENERS.get()
    for index in range(count, len(listeners or ())):
        assert listeners is not None
        line = listeners[index]
        listeners[index] = replace(line, box=replace(line.box, x=line.box.x + across))


def told() -> int:
    """How many lines were told of so far to whoever listens."""
    return len(_LISTENERS.get() or ())


def tell(
    text: str, inks: tuple[str, ...], size: float, left: float, baseline: float, width: float, edge: str = ""
) -> None:
    """Say that `text` is set with its left end and its baseline there; all in design units of the frame."""
    listeners = _LISTENERS.get()
    if listeners is not None and text.strip() and width > 0:
        below = _SHALLOW if all(sign in _STANDING for sign in text) else DESCENT
        box = Rect(left, baseline - ASCENT * size, width, (ASCENT + below) * size)
        listeners.append(WrittenLine(text, inks, size, box, edge))
