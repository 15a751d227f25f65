"""How what two scenes show differs, in short plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tools.scene_contents import Datum, Entry, SceneContent, Side


def content_changes(before: SceneContent, after: SceneContent) -> Iterator[tuple[str, str, str, str]]:
    """For each field that differs: the operation, what it is, and how it reads before and after."""
    for field, (op, label, tell) in _FIELDS.items():
        was, now = getattr(before, field), getattr(after, field)
        if was != now:
            yield op, label, tell(was), tell(now)


def _said(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text.strip() else "nothing"


def _entry(entry: Entry) -> str:
    more = "; ".join(filter(None, (entry.detail, entry.icon and f"icon {entry.icon}")))
    return _said(entry.text) + (f" ({more})" if more else "")


def _entries(entries: Sequence[Entry]) -> str:
    return ", ".join(map(_entry, entries)) or "none"


def _sides(sides: Sequence[Side]) -> str:
    return " against ".join(f"{_said(side.title)}: {_entries(side.entries)}" for side in sides) or "none"


def _data(data: Sequence[Datum]) -> str:
    return ", ".join(f"{datum.label} {datum.value:g}" for datum in data) or "none"


def _file(path: str) -> str:
    return Path(path).name if path else "none"


_FIELDS: dict[str, tuple[str, str, Callable[[Any], str]]] = {
    "entries": ("set_entries", "entries", _entries),
    "sides": ("set_sides", "sides", _sides),
    "value": ("set_statistic", "figure", _said),
    "label": ("set_statistic", "words below the figure", _said),
    "quote": ("set_quote", "quote", _said),
    "author": ("set_quote", "who said it", _said),
    "role": ("set_quote", "who that is", _said),
    "name": ("set_product", "product", _said),
    "price": ("set_product", "price", _said),
    "badge": ("set_product", "badge", _said),
    "detail": ("set_product", "line about the product", _said),
    "chart": ("set_chart", "form of the chart", str),
    "data": ("set_chart", "values", _data),
    "data_file": ("set_chart", "file of the values", _file),
    "unit": ("set_chart", "unit", _said),
    "picture": ("set_picture", "picture", _file),
    "picture_text": ("set_picture", "words below the picture", _said),
    "device": ("set_screen", "screen", str),
    "address": ("set_screen", "address on the screen", _said),
    "text": ("set_screen", "text on the screen", _said),
    "note": ("set_statistic", "small line below", _said),
}
"""By field of a content: the operation that sets it, what people call it, and how it reads."""
