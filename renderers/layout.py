"""Where things stand: the regions of each layout in each aspect, on one grid.

16:9 is 1920 × 1080 design units with margins of 96 and 12 columns with gutters of 24; upright pictures have margins of
64 and keep the top 14 % and the bottom 20 % free of text, where players put their own controls; 4:5 and the square have
margins of 72. Distances are taken from 8, 16, 24, 32, 48, 64, 96, 128.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from renderers.picture_format import PictureFormat, Rect

LAYOUTS = ("title", "presenter", "portrait", "end_card")
"""`portrait` is a presenter in the middle, with nothing written beside."""

CHIN = 0.5
"""How far down a presenter's region the chin may be: nothing is laid over the part above this."""


@dataclass(frozen=True)
class Regions:
    """Rectangles in design units. Where `presenter` is None, nobody is seen; then there is no lower third either.

    Captions, title (or end card), logo and lower third never overlap. Title and end card are used one at a time and may
    share room. Captions and lower third may cover the presenter below the chin only.
    """

    presenter: Rect | None
    title: Rect
    captions: Rect
    logo: Rect
    lower_third: Rect | None
    end_card: Rect


def safe_area(format: PictureFormat) -> Rect:
    """Where text may stand."""
    width, height = format.design_width, format.design_height
    if format.aspect == "16:9":
        return Rect(96, 64, width - 192, height - 128)
    if format.aspect == "9:16":
        top, bottom = -(-height * 0.14 // 8) * 8, height * 0.8 // 8 * 8
        return Rect(64, top, width - 128, bottom - top)
    return Rect(72, 72, width - 144, height - 144)


def regions(layout: str, format: PictureFormat, *, captions: bool, presenter: bool, logo: bool = True) -> Regions:
    """The regions of `layout` (one of `LAYOUTS`), with or without room kept for captions, a presenter and a logo.

    Without a logo the text may stand where it would be; its region is then of no use.

    Raises ValueError for an unknown layout.
    """
    if layout not in LAYOUTS:
        raise ValueError(f"There is no layout {layout!r}; the layouts are {', '.join(LAYOUTS)}.")
    arrange: Callable[[str, Rect, PictureFormat, bool, bool, bool], Regions]
    arrange = _wide if format.aspect == "16:9" else _stacked
    return arrange(layout, safe_area(format), format, captions, presenter, logo)


def _column(format: PictureFormat, margin: float, index: float) -> float:
    """The left edge of a column; `index` 0..12 (12 is one gutter past the last)."""
    return margin + index * (format.design_width - 2 * margin + 24) / 12


def _wide(layout: str, safe: Rect, format: PictureFormat, captions: bool, presenter: bool, logoed: bool) -> Regions:
    """Text on the left, the presenter on the right down to the bottom edge."""
    bottom = safe.bottom - 16
    middle = (safe.x + safe.right) / 2
    logo = Rect(safe.x, safe.y, 288, 72)
    if presenter and layout == "portrait":
        stage = Rect(middle - 416, 64, 832, format.design_height - 64)
        spoken = Rect(middle - 648, bottom - 168, 1296, 168)
        strap_bottom = spoken.y - 24 if captions else bottom
        words = Rect(safe.x, logo.bottom + 56, stage.x - 24 - safe.x, strap_bottom - 160 - logo.bottom - 56)
        return Regions(stage, words, spoken, logo, Rect(safe.x, strap_bottom - 112, 634, 112), words)
    if presenter:
        split = _column(format, safe.x, 7) - 24
        stage = Rect(split + 8, 88, 768, format.design_height - 88)
        spoken = Rect(safe.x, bottom - 168, split - safe.x + 72, 168)
        strap = Rect(spoken.right + 24, bottom - 112, safe.right - spoken.right - 24, 112)
        words = Rect(safe.x, logo.bottom + 56, split - safe.x, 0)
        floor = spoken.y - 40 if captions else bottom - 80
        title = Rect(words.x, words.y, words.width, floor - words.y)
        return Regions(stage, title, spoken, logo, strap, title)
    spoken = Rect(middle - 648, bottom - 168, 1296, 168)
    floor = spoken.y - 40 if captions else bottom - 80
    top = logo.bottom + 56
    title = Rect(safe.x, top, safe.width, floor - top)
    if layout == "end_card":
        logo = Rect(middle - 272, 128, 544, 136)
        top = logo.bottom + 48 if logoed else safe.y + 32
        card = Rect(middle - 648, top, 1296, floor - top)
        return Regions(None, card, spoken, logo, None, card)
    return Regions(None, title, spoken, logo, None, title)


@dataclass(frozen=True)
class _Stack:
    """Measures of one stacked aspect: tops from the picture's top, heights, all in design units."""

    logo_top: float
    logo_height: float
    title_top: float
    title_height: float
    captions_height: float
    strap_height: float
    card_logo_top: float
    card_logo_height: float
    figure: float
    """The width of the presenter's stage, in parts of its height."""


_STACKS = {
    "9:16": _Stack(176, 64, 272, 272, 168, 88, 480, 136, 0.7),
    "4:5": _Stack(64, 64, 168, 248, 144, 88, 224, 120, 0.7),
    "1:1": _Stack(64, 64, 168, 184, 144, 88, 136, 112, 0.7),
}


def _stacked(layout: str, safe: Rect, format: PictureFormat, captions: bool, presenter: bool, logoed: bool) -> Regions:
    """Logo, title and presenter one below the other; the presenter reaches the bottom edge."""
    stack = _STACKS[format.aspect]
    middle = format.design_width / 2
    logo = Rect(safe.x, stack.logo_top, 240, stack.logo_height)
    spoken = Rect(safe.x, safe.bottom - stack.captions_height, safe.width, stack.captions_height)
    if presenter:
        strap_bottom = spoken.y - 24 if captions else safe.bottom
        strap = Rect(safe.x, strap_bottom - stack.strap_height, safe.width, stack.strap_height)
        alone = layout == "portrait"
        top = stack.title_top if logoed else max(safe.y, stack.title_top - stack.logo_height - 32)
        title = Rect(safe.x, top, safe.width, 64 if alone else stack.title_height)
        height = format.design_height - title.bottom
        # A narrow stage makes a smaller figure, whose chin is further up: captions then lie on the chest.
        width = min(format.design_width, height * stack.figure)
        stage = Rect(middle - width / 2, title.bottom, width, height)
        return Regions(stage, title, spoken, logo, strap, title)
    floor = spoken.y - 40 if captions else safe.bottom - 40
    top = max(safe.y, logo.bottom) + 48
    if layout == "end_card":
        logo = Rect(middle - 240, stack.card_logo_top, 480, stack.card_logo_height)
        top = logo.bottom + 48 if logoed else safe.y + 32
    words = Rect(safe.x, top, safe.width, floor - top)
    return Regions(None, words, spoken, logo, None, words)
