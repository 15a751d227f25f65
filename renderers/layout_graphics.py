"""Where graphics stand: the room that a layout gives its heading is shared with what it shows below.

A presenter beside a graphic takes the right (or left) two fifths of a wide picture, and of others the lower right (or
left); one in the middle stands below the graphic there, where that leaves it room, and so does every one beside a
picture in an upright frame, half of whose width would show little of that. In a disc the presenter is in the
lower right corner, above the captions in upright pictures and beside them in wide ones.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from renderers.picture_format import Rect

if TYPE_CHECKING:
    from renderers.layout import Asked, Regions

GRAPHIC_LAYOUTS = (
    "points",
    "picture",
    "statistic",
    "quote",
    "product",
    "comparison",
    "steps",
    "chart",
    "screen",
    "logo",
    "chapter",
)
FILLED_LAYOUTS = ("picture_in_picture", "full_bleed")
"""Layouts of a picture that fills the frame: there the heading is a strap over it."""
STACKED_LAYOUTS = ("picture", "screen")
"""Layouts of a picture that stands above its presenter in 9:16 and 4:5, wherever that stands."""
HEADED_ASIDE = ("picture", "screen")
"""Layouts whose heading stands beside what they show in a wide picture with nobody in it: below a heading there is
room for a strip only, in which little of a picture is seen."""
PLACES = ("right", "left", "centre", "circle")
"""Where a presenter may stand."""

_DISC = {"16:9": 320.0, "9:16": 320.0, "4:5": 272.0, "1:1": 240.0}
_BESIDE_DISC, _ABOVE_DISC = 48.0, 24.0
_GAP = {"16:9": 40.0, "9:16": 32.0, "4:5": 24.0, "1:1": 24.0}
"""Between a heading and the graphic below it."""
_ASIDE = 1 / 3
"""The part of the room that a heading beside a graphic takes: four of twelve columns."""
_LETTER, _LINE, _MEASURE = 46.0, 112.0, 1440.0
"""About how wide a letter and how high a line of a heading is, and how wide a heading is set at most."""
_LEAST_HEADING, _MOST_HEADING = 112.0, 232.0
_LEAST_ABOVE = 240.0
"""Height below which a graphic above a presenter in the middle would be too low; then they stand side by side."""
_SUPER_WIDTH, _SUPER_HEIGHT = 1040.0, 168.0
_CHIN, _LEAST_STAGE = 0.5, 0.45

Arrange = Callable[["Asked"], "Regions"]


def graphic_regions(asked: Asked, arrange: Arrange) -> Regions:
    """The regions of a layout with a graphic, from those that `arrange` gives plainer layouts."""
    if asked.place == "left" and asked.presenter:
        mirrored = graphic_regions(replace(asked, place="right", logo_left=not asked.logo_left), arrange)
        return mirror(mirrored, asked.format.design_width)
    found = _around(asked, arrange)
    if asked.layout in FILLED_LAYOUTS:
        room, disc = found.graphic or found.title, found.presenter
        height = min(_SUPER_HEIGHT, room.height)
        strap = Rect(room.x, room.bottom - height, min(_SUPER_WIDTH, room.width), height)
        if asked.place == "circle" and disc is not None and disc.y >= room.bottom:
            # Beside the disc, not above it: the two are one row.
            strap = Rect(room.x, disc.bottom - height, disc.x - _ABOVE_DISC - room.x, height)
        return replace(found, lower_third=strap, graphic=None)
    if asked.layout in HEADED_ASIDE and asked.heading and found.presenter is None and asked.format.aspect == "16:9":
        room, gap = found.title, _GAP["16:9"]
        column = (room.width + gap) * _ASIDE
        window = replace(room, x=room.x + column, width=room.width - column)
        return replace(found, title=replace(room, width=column - gap), graphic=window)
    return shared(found, asked.heading, _GAP[asked.format.aspect])


def shared(found: Regions, heading: int, gap: float) -> Regions:
    """`found` with its title's room shared: the heading of so many characters above, the graphic below."""
    room = found.title
    if found.graphic is not None:
        return found
    if not heading:
        return replace(found, graphic=room)
    height = min(_headed(heading, room.width), room.height / 2)
    top = room.y + height + gap
    return replace(
        found,
        title=replace(room, height=height),
        graphic=Rect(room.x, top, room.width, room.bottom - top),
    )


def _headed(heading: int, width: float) -> float:
    """About how high a heading of so many characters is, set across `width`."""
    return min(_LINE * math.ceil(heading * _LETTER / min(width, _MEASURE)), _MOST_HEADING)


def disc_regions(asked: Asked, arrange: Arrange) -> Regions:
    """The regions of a presenter in a disc in the lower right corner; the title is what is left for text."""
    found = arrange(replace(asked, layout="title", presenter=False))
    safe, format = asked.safe, asked.format
    side = _DISC[format.aspect]
    under = asked.captions and not asked.top_captions
    words, spoken = found.title, found.captions
    if format.aspect == "16:9":
        cornered = asked.logoed and not asked.logo_top and not asked.logo_left
        bottom = found.logo.y - 24 if cornered else safe.bottom - 16
        disc = Rect(safe.right - side, bottom - side, side, side)
        room = disc.x - _BESIDE_DISC - safe.x
        if under:
            width = min(spoken.width, room)
            spoken = replace(spoken, x=safe.x + (room - width) / 2, width=width)
        words = replace(words, width=room)
    else:
        bottom = words.bottom + 16
        disc = Rect(safe.right - side, bottom - side, side, side)
        if format.aspect == "9:16":
            words = replace(words, height=disc.y - _ABOVE_DISC - words.y)
        else:
            words = replace(words, width=disc.x - _ABOVE_DISC - words.x)
    return replace(found, presenter=disc, title=words, captions=spoken, end_card=words)


def mirror(found: Regions, width: float) -> Regions:
    """`found` as in a mirror: what stood on the right stands on the left."""
    turned = {
        field.name: replace(rect, x=width - rect.right)
        for field in fields(found)
        if (rect := getattr(found, field.name)) is not None
    }
    return replace(found, **turned)


def _around(asked: Asked, arrange: Arrange) -> Regions:
    """The regions about the presenter: `title` is all the room that heading and graphic share."""
    if not asked.presenter:
        return arrange(replace(asked, layout="title", presenter=False))
    if asked.place == "circle":
        return disc_regions(asked, arrange)
    if asked.format.aspect == "16:9":
        if asked.place != "centre":
            return arrange(replace(asked, layout="presenter"))
        found = arrange(replace(asked, layout="portrait"))
        # Nobody's name stands where the graphic reaches down to the captions.
        words = replace(found.title, height=_floor(asked, found) - found.title.y)
        return replace(found, title=words, lower_third=None)
    return _below(asked, arrange) or _aside(asked, arrange)


def is_stacked(layout: str, aspect: str) -> bool:
    """Whether a presenter stands below what `layout` shows, wherever beside it is asked for."""
    return aspect in ("9:16", "4:5") and layout in STACKED_LAYOUTS


def _floor(asked: Asked, found: Regions) -> float:
    """How far down text may reach in a picture with captions or a logo at the bottom."""
    if asked.captions and not asked.top_captions:
        return found.captions.y - 40
    if asked.logoed and not asked.logo_top:
        return found.logo.y - 40
    return asked.safe.bottom - 40


def _aside(asked: Asked, arrange: Arrange) -> Regions:
    """The presenter in the lower right of an upright or square picture, the graphic on the left."""
    safe, format = asked.safe, asked.format
    found = arrange(replace(asked, layout="presenter" if asked.heading else "portrait"))
    assert found.presenter is not None
    column = (safe.width - 24) / 2
    left = safe.x + column + 24
    stage = Rect(left, found.presenter.y, format.design_width - left, found.presenter.height)
    strap = found.lower_third
    row = asked.logoed and not asked.logo_top
    floor = _floor(asked, found)
    if row and strap is not None:
        floor = min(floor, strap.y - 40)
    elif strap is not None:
        strap = replace(strap, x=left, width=safe.right - left)
    heading, top = found.title, found.title.y
    if asked.heading:
        heading = replace(heading, height=min(heading.height, _headed(asked.heading, heading.width)))
        top = heading.bottom + _GAP[format.aspect]
    graphic = Rect(safe.x, top, column, floor - top)
    return replace(found, presenter=stage, lower_third=strap, graphic=graphic, title=heading)


def _below(asked: Asked, arrange: Arrange) -> Regions | None:
    """The presenter below the graphic; None where that would be too low, or is not asked for."""
    format = asked.format
    if asked.place != "centre" and not is_stacked(asked.layout, format.aspect):
        return None
    found = arrange(replace(asked, layout="presenter" if asked.heading else "portrait"))
    under = asked.captions and not asked.top_captions
    lowest = found.captions.y - 24 if under else format.design_height
    if asked.logoed and not asked.logo_top:
        lowest = min(lowest, found.logo.y - 24)
    tall = max(_LEAST_STAGE * format.design_height, (format.design_height - lowest) / _CHIN)
    top = format.design_height - tall
    upright = format.aspect in ("9:16", "4:5")
    high = _headed(asked.heading, found.title.width) if upright else _LEAST_HEADING
    heading = replace(found.title, height=max(high, 24.0))
    begin = heading.bottom + 16 if asked.heading else heading.y
    graphic = replace(found.title, y=begin, height=top - 16 - begin)
    if graphic.height < _LEAST_ABOVE:
        return None
    wide = min(format.design_width, 0.7 * tall)
    stage = Rect((format.design_width - wide) * (0.5 if asked.place == "centre" else 0.86), top, wide, tall)
    return replace(found, presenter=stage, title=heading, graphic=graphic, lower_third=None)
