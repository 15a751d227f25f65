"""Styles of burned captions: what stands behind the words, which of them are lit, and in which colours."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.colour import contrast, luminance
from renderers.look import Palette
from renderers.titles.ink import READABLE, apart, first_readable, over, readable

OPACITY = 0.84
"""Of a dark plate: dark enough to read on over white, open enough to show what is behind."""
_APART = 0.43
"""The least distance in encoded RGB at which an active word stands out by colour."""


@dataclass(frozen=True)
class Style:
    """How captions of one style are set.

    `plated`: on a plate. `lit`: `none`, the spoken `word`, or as in karaoke all that was spoken, with a `sweep` through
    the word itself. `sizes` are tried from the first; `weight` 400..800.
    """

    plated: bool = True
    lit: str = "word"
    sizes: tuple[int, ...] = (48, 46, 44, 42, 40)
    weight: int = 600


STYLES = {
    "highlight": Style(),
    "box": Style(lit="none"),
    "brand": Style(lit="none"),
    "karaoke": Style(lit="sweep"),
    "word": Style(plated=False, sizes=(120, 112, 104, 96, 88, 80, 72), weight=800),
}
"""The styles by name: a dark plate with the spoken word in the brand's colour, a plain box, a plate in the brand's
colour, words that fill as they are spoken, and a few large words at a time without a plate."""


@dataclass(frozen=True)
class Inks:
    """Colours of captions: plate and its opacity, words, and lit words. All read on the plate, even over white.

    Without a plate, `plate` is the outline of the letters.
    """

    plate: str
    idle: str
    active: str
    opacity: float = OPACITY


def caption_inks(palette: Palette, style: str = "highlight") -> Inks:
    """The caption colours of a palette in a style. Raises KeyError for a style that is none."""
    kind = STYLES[style]
    if style == "box":
        return Inks("#000000", "#ffffff", "#ffffff", 0.8)
    if style == "brand":
        words = first_readable((palette.background, palette.text, "#ffffff", "#000000"), palette.primary, READABLE)
        return Inks(palette.primary, words, words, 1.0)
    ends = sorted((palette.background, palette.text), key=luminance)
    plate = ends[0] if luminance(ends[0]) < 0.05 else over(ends[0], "#000000", 0.7)
    opacity = OPACITY if kind.plated else 1.0
    brightest = over("#ffffff", plate, opacity)
    idle = readable(over(ends[1], "#ffffff", 0.5 if kind.plated else 0.9), brightest, 7.0)
    for candidate in (palette.accent, palette.primary, palette.secondary):
        active = readable(candidate, brightest, 5.0)
        if apart(active, idle) >= _APART:
            return Inks(plate, idle, active, opacity)
    dimmed = over(idle, brightest, 0.4)
    dimmed = dimmed if contrast(dimmed, brightest) >= READABLE else readable(dimmed, brightest, READABLE)
    return Inks(plate, dimmed, idle, opacity)
