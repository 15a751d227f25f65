"""The words of scripts that are written without spaces and are only to be parted by a dictionary.

Thai, Lao, Khmer and Burmese words can not be told by their letters. Skia's paragraphs break them with the dictionaries
of ICU; they tell widths alone, so each border is asked for by its own: two letters are set large, all others tiny, and
where the widest part that is never broken is narrower than both together, a line may end between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from renderers.raster import skia

_WRITTEN_WHOLE = re.compile("[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9fe\uaa60-\uaa7f]")
_AHEAD = 40
"""Letters that are looked at from a border on: more than the longest words that dictionaries weigh together."""
_LARGE, _TINY = 100.0, 0.01
_NARROWER = 2.0
"""Design units; all tiny letters together are less, and no letter is."""


def needs_dictionary(text: str) -> bool:
    """Whether `text` holds letters of Thai, Lao, Khmer or Burmese."""
    return _WRITTEN_WHOLE.search(text) is not None


def join_words(letters: Sequence[str]) -> list[str]:
    """The same letters (each with its marks), joined into what a line is never broken inside of."""
    return list(_joined(tuple(letters)))


@lru_cache(maxsize=512)
def _joined(letters: tuple[str, ...]) -> tuple[str, ...]:
    words: list[str] = []
    start = 0
    while start < len(letters):
        ahead = letters[start : start + _AHEAD]
        size = next((at for at in range(1, len(ahead)) if _parted(ahead, at)), len(ahead))
        words.append("".join(ahead[:size]))
        start += size
    return tuple(words)


def _parted(letters: Sequence[str], at: int) -> bool:
    """Whether a line may end before the letter `at`; between a word of these scripts and one of another it may."""
    before, after = letters[at - 1], letters[at]
    if before[0].isalpha() and after[0].isalpha() and needs_dictionary(before) != needs_dictionary(after):
        return True
    from renderers.fonts import collection, unicode_rules
    from renderers.raster import skia

    style = skia.textlayout.TextStyle()
    whole = skia.textlayout.ParagraphStyle()
    whole.setTextStyle(style)
    builder = skia.textlayout.ParagraphBuilder.make(whole, collection(), unicode_rules())
    _add(builder, style, "".join(letters[: at - 1]), _TINY)
    _add(builder, style, before, _LARGE)
    _add(builder, style, after, _LARGE)
    # Skia looks for breaks only where a paragraph has a space.
    _add(builder, style, "".join((*letters[at + 1 :], " .")), _TINY)
    built = builder.Build()
    built.layout(1e6)
    return bool(built.MinIntrinsicWidth < built.MaxIntrinsicWidth - _NARROWER)


def _add(builder: skia.textlayout.ParagraphBuilder, style: skia.textlayout.TextStyle, text: str, size: float) -> None:
    style.setFontSize(size)
    builder.pushStyle(style)
    builder.addText(text)
    builder.pop()
