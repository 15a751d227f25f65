"""Set text as sprites, one a line, and the type that headings and running text share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from unicodedata import bidirectional

from renderers.fonts import stack
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.sprite import Sprite, bake
from renderers.typesetting import Block, Line, Type, width_of

_HEAVIER = {"Manrope": 100}
"""Faces that need more weight than others to lead."""
_HEAVIEST = 800
_GLOW, _LEAST_GLOW = 0.14, 9.0
"""Spread of the soft light behind text, in parts of its size, and the least of it in design units."""

_SMALL = 48.0
"""Below this size letters are too thin to hold on to one light; they get three."""


@dataclass(frozen=True)
class Written:
    """One line as a sprite, and the lower edge from behind which it rises."""

    sprite: Sprite
    edge: float


def heading_type(look: Look, ink: str) -> Type:
    """The type of headings in `look`."""
    weight = min(look.style.heading_weight + _HEAVIER.get(look.heading, 0), _HEAVIEST)
    return Type(look.heading, 0.0, weight, ink, tracking=-0.018, line_height=1.1)


def body_type(look: Look, ink: str, weight: int = 500) -> Type:
    """The type of running text in `look`."""
    return Type(look.body, 0.0, weight, ink, line_height=1.35)


def line_bounds(line: Line, size: float, x: float, y: float) -> Rect:
    """What a line may cover, marks and overhang included, when its block stands at `x`, `y`."""
    side = max(0.4 * size, 2.5 * _LEAST_GLOW)
    baseline = y + line.baseline
    return Rect(x + line.x - side, baseline - 1.3 * size, line.width + 2 * side, 1.9 * size)


def write(block: Block, x: float, y: float, format: PictureFormat, glow: str = "") -> list[Written]:
    """The lines of a block that stands at `x`, `y`. `glow` is the colour of a soft light behind the letters, which is
    lost in a ground of that colour and parts the letters from any other.
    """
    written = []
    for line in block.lines:
        bounds = line_bounds(line, block.type.size, x, y)
        light = _light(line, bounds, x, y, block.type.size, format, glow) if glow else None

        def paint(canvas: skia.Canvas, line: Line = line, light: Sprite | None = light) -> None:
            for _ in range(3 if block.type.size < _SMALL else 1):
                if light is not None:
                    light.draw(canvas)
            line.paint(canvas, x, y)

        written.append(Written(bake(bounds, format.scale, paint), y + line.baseline + 0.42 * block.type.size))
    return written


def write_words(block: Block, x: float, y: float, format: PictureFormat, glow: str = "") -> list[Written]:
    """As `write`, but a sprite a word: each a slice of its line, cut in the middle of the spaces, so that all together
    are the line. Lines with anything that runs from right to left stay whole.
    """
    made: list[Written] = []
    for line, written in zip(block.lines, write(block, x, y, format, glow), strict=True):
        words = line.text.split(" ")
        if len(words) < 2 or any(bidirectional(sign) in {"R", "AL", "AN"} for sign in line.text):
            made.append(written)
            continue
        names = stack(line.text, block.type.family)
        rect, scale = written.sprite.rect, format.scale
        cuts = [rect.x]
        for count in range(1, len(words)):
            before, after = (width_of(" ".join(words[:count]) + end, block.type, names) for end in ("", " "))
            cuts.append(round((x + line.x + (before + after) / 2) * scale) / scale)
        for left, right in pairwise((*cuts, rect.right)):
            slice_ = Rect(left + 1e-4, rect.y + 1e-4, right - left - 2e-4, rect.height - 2e-4)
            made.append(Written(bake(slice_, scale, written.sprite.draw), written.edge))
    return made


def _light(line: Line, bounds: Rect, x: float, y: float, size: float, format: PictureFormat, glow: str) -> Sprite:
    """The soft light behind a line, at half resolution: a blur has no more to show."""
    spread = max(_GLOW * size, _LEAST_GLOW)
    blur = skia.ImageFilters.DropShadowOnly(0, 0, spread, spread, colour(glow, 0.7))

    def paint(canvas: skia.Canvas) -> None:
        canvas.saveLayer(None, skia.Paint(ImageFilter=blur))
        line.paint(canvas, x, y)
        canvas.restore()

    return bake(bounds, format.scale / 2, paint)


def plate(
    rect: Rect, radius: float, format: PictureFormat, ink: str, opacity: float = 1.0, shadow: float = 0.0
) -> Sprite:
    """A rounded plate, with a soft shadow of that opacity baked in."""
    spread = 48.0 if shadow else 2.0
    shape = skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(rect.x, rect.y, rect.width, rect.height), radius, radius)

    def paint(canvas: skia.Canvas) -> None:
        if shadow:
            soft = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 16.0)
            saved = canvas.save()
            canvas.clipRRect(shape, skia.ClipOp.kDifference, True)
            canvas.drawRRect(shape.makeOffset(0, 8), skia.Paint(Color=colour("#000000", shadow), MaskFilter=soft))
            canvas.restoreToCount(saved)
        canvas.drawRRect(shape, skia.Paint(Color=colour(ink, opacity), AntiAlias=True))

    around = Rect(rect.x - spread, rect.y - spread, rect.width + 2 * spread, rect.height + 2 * spread)
    return bake(around, format.scale, paint)


def centred(region: Rect, format: PictureFormat) -> bool:
    """Whether a region stands in the middle of the frame."""
    return abs(region.x + region.width / 2 - format.design_width / 2) < 8
