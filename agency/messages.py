"""Messages as they come from outside: what is no message is left out, so that a turn can rely on what it is given."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from agency.conversation import LONGEST
from tools.plain_text import clean

UNREADABLE = "unreadable"
"""What stands in the place of something that is no JSON."""


def read_message(given: Mapping[str, Any]) -> dict[str, Any]:
    """`given` as plain JSON: its words without control characters, its files as names and paths.

    Of very long words one character more than `agency.conversation.LONGEST` is kept, which tells that there was more.
    """
    read: dict[str, Any] = {"text": clean(str(given.get("text") or "")[: 2 * LONGEST])[: LONGEST + 1]}
    for name in ("id", "job"):
        if value := given.get(name):
            read[name] = clean(str(value))[:100]
    files = given.get("files")
    if isinstance(files, Mapping) and files:
        read["files"] = {clean(str(name))[:200] or "file": _written(str(path)) for name, path in files.items()}
    if isinstance(number := given.get("review"), int) and not isinstance(number, bool):
        read["review"] = number
    at = given.get("at_seconds")
    if isinstance(at, int | float) and math.isfinite(at) and at >= 0:
        read["at_seconds"] = float(at)
    for name in ("patches", "command", "settings"):
        if (value := given.get(name)) is not None:
            read[name] = _json(value)
    return read


def _json(value: Any) -> Any:  # noqa: ANN401  (whatever the page sent)
    """The value as JSON that can be kept; `UNREADABLE` where it is none."""
    try:
        return json.loads(json.dumps(value, default=str, allow_nan=False), object_pairs_hook=_whole)
    except (ValueError, RecursionError):
        return UNREADABLE


def _whole(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {_written(name): _plain(value) for name, value in pairs}


def _plain(value: Any) -> Any:  # noqa: ANN401  (JSON)
    if isinstance(value, str):
        return clean(value)
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _written(text: str) -> str:
    """`text` without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()
