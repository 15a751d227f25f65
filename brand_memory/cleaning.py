"""Text from outside, made harmless at the boundary: nothing invisible stays in it, and its length is bounded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
_KEYCAPS = frozenset("0123456789#*")
_SPACES = re.compile(r"\s+")
_DEEPEST = 12
_WIDEST = 400


def clean(text: object, limit: int = 600) -> str:
    """`text` on one line, normalised (NFC), at most `limit` characters, and without anything that can not be seen.

    Tag characters, variation selectors and joiners outside emoji, zero-width and bidirectional marks, private-use and
    control characters all go. What is no text becomes the empty string.
    """
    if not isinstance(text, str):
        return ""
    kept: list[str] = []
    for sign in unicodedata.normalize("NFC", text[: limit * 4 + 1000]):
        if sign.isspace():
            kept.append(" ")
        elif sign in (_JOINER, _EMOJI_STYLE):
            if kept and _is_emoji(kept[-1]) or (sign == _EMOJI_STYLE and kept and kept[-1] in _KEYCAPS):
                kept.append(sign)
        elif unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cs", "Cn") and not _is_selector(sign):
            kept.append(sign)
    return _SPACES.sub(" ", "".join(kept)).strip(f" {_JOINER}")[:limit]


def clean_tree(value: object, text: Callable[[object], str] = clean, depth: int = 0) -> Any:  # noqa: ANN401 - JSON
    """JSON as a site states it, its texts cleaned and its depth and width bounded; None where it is too deep."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool | int | float) or value is None:
        return value
    if depth >= _DEEPEST:
        return None
    if isinstance(value, dict):
        pairs = list(value.items())[:_WIDEST]
        return {clean(str(key), 80): clean_tree(part, text, depth + 1) for key, part in pairs}
    if isinstance(value, list):
        return [clean_tree(part, text, depth + 1) for part in value[:_WIDEST]]
    return None


def _is_emoji(sign: str) -> bool:
    return sign == _EMOJI_STYLE or unicodedata.category(sign) in ("So", "Sk")


def _is_selector(sign: str) -> bool:
    return (
        "\ufe00" <= sign <= "\ufe0f" or "\U000e0000" <= sign <= "\U000e0fff" or sign in "\u034f\u115f\u1160\u3164\uffa0"
    )
