"""Where things stand: the regions of each layout in each aspect, on one grid.

16:9 is 1920 × 1080 design units with margins of 96 and 12 columns with gutters of 24; upright pictures have margins of
64 and keep the top 14 % and the bottom 20 % free of text, where players put their own controls; 4:5 and the square have
margins of 72. Distances are taken from 8, 16, 24, 32, 48, 64, 96, 128.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from renderers.layout_graphics import FILLED_LAYOUTS, GRAPHIC_LAYOUTS, PLACES, disc_regions, graphic_regions, mirror
from renderers.picture_format import PictureFormat, Rect

LAYOUTS = ("title", "presenter", "portrait", "end_card", "clip", *GRAPHIC_LAYOUTS, *FILLED_LAYOUTS)
"""`portrait` is a presenter in the middle, with nothing written beside; `clip` a film that fills the frame."""

CHIN = 0.5
"""How far down a presenter's region the chin may be: nothing is laid over the part above this."""

LOGO_SIZES = {"small": 0.75, "medium": 1.0, "large": 1.35}
CAPTION_SIZES = {"small": 0.8, "medium": 1.0, "large": 1.25}
"""Names of sizes and how much larger than usual they are."""
_NARROWEST = 1000.0
"""Design units that captions of a wide picture need at the least."""
_TWO_LINES = 120.0
"""Two lines of captions of the usual size; their plate adds 28. Larger captions have no more than these."""


@dataclass(frozen=True)
class Placing:
    """Where a client wants what stands on every picture: `captions` `bottom` or `top`, the `logo` in one of four
    corners (`top left` …), and the sizes of both.
    """

    captions: str = "bottom"
    captions_size: str = "medium"
    logo: str = "top left"
    logo_size: str = "medium"


@dataclass(frozen=True)
class Regions:
    """Rectangles in design units. Where `presenter` is None, nobody is seen; then there is a lower third only over a
    film.

    Captions, title (or end card), graphic, logo and lower third never overlap, but for a lower third over a film or a
    picture that fills the frame, which stands in the title's place. Title and end card are used one at a time and may
    share room; a scene without a heading gives its title's room to the graphic. Captions, lower third and a logo at
    the bottom may cover the presenter below the chin only.
    """

    presenter: Rect | None
    title: Rect
    captions: Rect
    logo: Rect
    lower_third: Rect | None
    end_card: Rect
    graphic: Rect | None = None


@dataclass(frozen=True)
class Asked:
    """What a layout makes room for, and where: sizes are factors, `heading` is the length of one in characters."""

    layout: str
    safe: Rect
    format: PictureFormat
    captions: bool
    presenter: bool
    logoed: bool
    top_captions: bool
    captions_size: float
    logo_top: bool
    logo_left: bool
    logo_size: float
    place: str = "right"
    heading: int = 1

    def captions_height(self, usual: float) -> float:
        """Room for all lines of captions; `usual` for those of the usual size and smaller ones."""
        return usual if self.captions_size <= 1 else _TWO_LINES * self.captions_size + 28

    def corner(self, top: float, bottom: float, width: float, height: float) -> Rect:
        """A logo of that usual size in its corner, between two heights."""
        width, height = width * self.logo_size, height * self.logo_size
        x = self.safe.x if self.logo_left else self.safe.right - width
        return Rect(x, top if self.logo_top else bottom - height, width, height)


def safe_area(format: PictureFormat) -> Rect:
    """Where text may stand."""
    width, height = format.design_width, format.design_height
    if format.aspect == "16:9":
        return Rect(96, 64, width - 192, height - 128)
    if format.aspect == "9:16":
        top, bottom = -(-height * 0.14 // 8) * 8, height * 0.8 // 8 * 8
        return Rect(64, top, width - 128, bottom - top)
    return Rect(72, 72, width - 144, height - 144)


def disclosure_area(format: PictureFormat, corner: str, logo: str) -> Rect:
    """Where a disclosure stands: in the margin above or below the safe area, where nothing else is ever written.

    `corner` is where it is asked for; it takes the other side where a `logo` (its corner, or empty) has that one.
    """
    safe, width = safe_area(format), min(420.0, format.design_width / 2)
    # On a phone's upright screen a unit is smaller.
    height, space = (60.0, 20.0) if format.aspect == "9:16" else (48.0, 4.0)
    left = "left" in corner if corner != logo else "left" not in corner
    below = min(safe.bottom + space, format.design_height - height - 8)
    top = max(8.0, safe.y - height - space) if "top" in corner else below
    return Rect(safe.x if left else safe.right - width, top, width, height)


def regions(
    layout: str,
    format: PictureFormat,
    *,
    captions: bool,
    presenter: bool,
    logo: bool = True,
    placing: Placing = Placing(),
    place: str = "",
    heading: int = 1,
) -> Regions:
    """The regions of `layout` (one of `LAYOUTS`), with or without room kept for captions, a presenter and a logo.

    The presenter stands in `place` (one of `PLACES`; empty: as the layout has it); with nothing beside, `left` and
    `right` are the middle of upright and square pictures. `heading` is how many characters a graphic's heading has.

    Without a logo the text may stand where it would be; its region is then of no use. An end card has its logo in the
    middle, wherever it is elsewhere; a film and a logo's own scene have none. Raises ValueError for an unknown layout
    or place, KeyError for an unknown size.
    """
    if layout not in LAYOUTS:
        raise ValueError(f"There is no layout {layout!r}; the layouts are {', '.join(LAYOUTS)}.")
    if place and place not in PLACES:
        raise ValueError(f"There is no place {place!r} for a presenter; the places are {', '.join(PLACES)}.")
    graphic = layout in GRAPHIC_LAYOUTS or layout in FILLED_LAYOUTS
    asked = Asked(
        layout,
        safe_area(format),
        format,
        captions,
        presenter and (graphic or layout in ("presenter", "portrait", "title")),
        logo and layout not in ("clip", "logo"),
        placing.captions == "top",
        CAPTION_SIZES[placing.captions_size],
        placing.logo.startswith("top"),
        placing.logo.endswith("left"),
        LOGO_SIZES[placing.logo_size],
        place or "right",
        heading,
    )
    wide = format.aspect == "16:9"
    arrange: Callable[[Asked], Regions] = _wide if wide else _stacked
    if graphic:
        return graphic_regions(asked, arrange)
    if asked.presenter and place == "circle":
        return disc_regions(asked, arrange)
    if asked.presenter and place == "centre" and wide:
        return arrange(replace(asked, layout="portrait"))
    if asked.presenter and place == "left" and wide:
        return mirror(arrange(replace(asked, logo_left=not asked.logo_left)), format.design_width)
    return arrange(asked)


def _column(format: PictureFormat, margin: float, index: float) -> float:
    """The left edge of a column; `index` 0..12 (12 is one gutter past the last)."""
    return margin + index * (format.design_width - 2 * margin + 24) / 12


def _wide(asked: Asked) -> Regions:
    """Text on the left, the presenter on the right down to the bottom edge."""
    safe, format = asked.safe, asked.format
    bottom = safe.bottom - 16
    middle = (safe.x + safe.right) / 2
    logo = asked.corner(safe.y, bottom, 288, 72)
    split = _column(format, safe.x, 7) - 24
    high = asked.captions_height(168)
    spoken = Rect(middle - 648, 0, 1296, high)
    beside = asked.presenter and asked.layout != "portrait"
    if beside:
        spoken = Rect(safe.x, 0, split - safe.x + (0 if asked.top_captions else 72), high)
    # What stands at the top: a logo, then captions; what stands at the bottom: a logo, then captions above it.
    top = logo.bottom + 24 if asked.logoed and asked.logo_top else safe.y
    between = 2 * (middle - safe.x - logo.width - 24)
    if asked.top_captions and asked.logoed and asked.logo_top and not beside and between >= _NARROWEST:
        # Beside a logo they leave a presenter more room than below it.
        spoken, top = Rect(middle - between / 2, 0, between, high), safe.y
    low = bottom
    if asked.logoed and not asked.logo_top and logo.x < spoken.right and spoken.x < logo.right:
        low = logo.y - 24
    spoken = replace(spoken, y=top if asked.top_captions else low - high)
    over = asked.captions and asked.top_captions
    under = asked.captions and not asked.top_captions
    ceiling = (
        max(spoken.bottom + 40, logo.bottom + 24 if asked.logo_top else 0)
        if over
        else logo.bottom + 56
        if asked.logo_top
        else safe.y + 56
    )
    if asked.presenter and not beside:
        head = spoken.bottom + 24 if over else 64
        tall = format.design_height - head
        wide = 832 * tall / (format.design_height - 64)
        stage = Rect(middle - wide / 2, head, wide, tall)
        cornered = asked.logoed and asked.logo_left and not asked.logo_top
        strap_bottom = spoken.y - 24 if under else logo.y - 24 if cornered else bottom
        words = Rect(safe.x, ceiling, stage.x - 24 - safe.x, strap_bottom - 160 - ceiling)
        return Regions(stage, words, spoken, logo, Rect(safe.x, strap_bottom - 112, 634, 112), words)
    floor = spoken.y - 40 if under else low - 40 if low < bottom else bottom - 80
    if beside:
        # A logo above a head keeps clear of it.
        head = logo.bottom + 24 if asked.logoed and asked.logo_top and not asked.logo_left else 88
        tall = format.design_height - head
        wide = 768 * tall / (format.design_height - 88)
        stage = Rect(split + 8 + (768 - wide) / 2, head, wide, tall)
        strap_left = split + 72 + 24
        raised = asked.logoed and not asked.logo_top and not asked.logo_left
        strap = Rect(strap_left, (logo.y - 24 if raised else bottom) - 112, safe.right - strap_left, 112)
        title = Rect(safe.x, ceiling, split - safe.x, floor - ceiling)
        return Regions(stage, title, spoken, logo, strap, title)
    title = Rect(safe.x, ceiling, safe.width, floor - ceiling)
    if asked.layout == "clip":
        strap_bottom = spoken.y - 24 if under else bottom
        return Regions(None, title, spoken, logo, Rect(safe.x, strap_bottom - 168, 1040, 168), title)
    if asked.layout == "end_card":
        spoken = replace(spoken, y=safe.y if asked.top_captions else bottom - high)
        began = spoken.bottom + 24 if over else 0.0
        wide, tall = 544 * asked.logo_size, 136 * asked.logo_size
        logo = Rect(middle - wide / 2, max(128, began), wide, tall)
        top = logo.bottom + 48 if asked.logoed else max(safe.y + 32, began)
        card = Rect(middle - 648, top, 1296, (spoken.y - 40 if under else bottom - 80) - top)
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
    "9:16": _Stack(176, 64, 272, 272, 192, 88, 480, 136, 0.7),
    "4:5": _Stack(64, 64, 168, 248, 144, 88, 224, 120, 0.7),
    "1:1": _Stack(64, 64, 168, 184, 144, 88, 136, 112, 0.7),
}


def _stacked(asked: Asked) -> Regions:
    """Logo, title and presenter one below the other; the presenter reaches the bottom edge."""
    safe, format = asked.safe, asked.format
    stack = _STACKS[format.aspect]
    middle = format.design_width / 2
    logo = asked.corner(stack.logo_top, safe.bottom, 240, stack.logo_height)
    high = asked.captions_height(stack.captions_height)
    over = asked.captions and asked.top_captions
    under = asked.captions and not asked.top_captions
    topped = asked.logoed and asked.logo_top
    # A logo at the bottom shares its row with the name strap; captions stand above both.
    row = asked.logoed and not asked.logo_top
    low = safe.bottom - max(logo.height, stack.strap_height if asked.presenter else 0.0) - 16 if row else safe.bottom
    began = max(safe.y, logo.bottom + 16) if topped else safe.y
    spoken = Rect(safe.x, began if asked.top_captions else low - high, safe.width, high)
    if asked.presenter:
        return _stacked_presenter(asked, stack, spoken, logo, row=row, over=over, under=under)
    floor = spoken.y - 40 if under else low - 40
    top = spoken.bottom + 40 if over else (max(safe.y, logo.bottom) if asked.logo_top else safe.y) + 48
    words = Rect(safe.x, top, safe.width, floor - top)
    if asked.layout == "clip":
        strap_bottom = spoken.y - 24 if under else safe.bottom
        return Regions(None, words, spoken, logo, Rect(safe.x, strap_bottom - 152, safe.width, 152), words)
    if asked.layout == "end_card":
        spoken = replace(spoken, y=safe.y if asked.top_captions else safe.bottom - high)
        began = spoken.bottom + 24 if over else 0.0
        wide, tall = 480 * asked.logo_size, stack.card_logo_height * asked.logo_size
        logo = Rect(middle - wide / 2, max(stack.card_logo_top, began), wide, tall)
        top = logo.bottom + 48 if asked.logoed else max(safe.y + 32, began)
        floor = spoken.y - 40 if under else safe.bottom - 40
        words = Rect(safe.x, top, safe.width, floor - top)
    return Regions(None, words, spoken, logo, None, words)


def _stacked_presenter(
    asked: Asked, stack: _Stack, spoken: Rect, logo: Rect, *, row: bool, over: bool, under: bool
) -> Regions:
    """The regions around a presenter: `row` says that a logo stands in the bottom row, the rest where captions are."""
    safe, format = asked.safe, asked.format
    if row:
        left = logo.right + 24 if asked.logo_left else safe.x
        strap = Rect(left, safe.bottom - stack.strap_height, safe.width - logo.width - 24, stack.strap_height)
    else:
        strap_bottom = spoken.y - 24 if under else safe.bottom
        strap = Rect(safe.x, strap_bottom - stack.strap_height, safe.width, stack.strap_height)
    alone = asked.layout == "portrait"
    topped = asked.logoed and asked.logo_top
    top = stack.title_top if topped else max(safe.y, stack.title_top - stack.logo_height - 32)
    # A larger logo takes from the title, so that the presenter stays as large.
    end = top + (64 if alone else stack.title_height)
    if topped:
        top = max(top, logo.bottom + 24)
    if over:
        top = spoken.bottom + 24
        end = top + (24 if alone else 0.8 * stack.title_height)
    title = Rect(safe.x, top, safe.width, max(end - top, 24))
    height = format.design_height - title.bottom
    # A narrow stage makes a smaller figure, whose chin is further up: captions then lie on the chest.
    width = min(format.design_width, height * stack.figure)
    stage = Rect(format.design_width / 2 - width / 2, title.bottom, width, height)
    return Regions(stage, title, spoken, logo, strap, title)
