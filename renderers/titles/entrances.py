"""How one piece of text or one plate comes in and goes out, by the style of the look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from renderers.look import Style
from renderers.motion import (
    DRIFT,
    EASINGS,
    POP_FROM,
    TRAVEL,
    Curve,
    between,
    ease_in,
    ease_out_cubic,
    emphasized_in,
)
from renderers.raster import skia
from renderers.titles.sprite import Sprite

_SLIDE = 0.9
"""How far what slides comes from, in ways of a line that rises."""
_SEEN = 3.0
"""So many times as fast as it grows a word that pops up becomes opaque."""


@dataclass(frozen=True)
class Arrival:
    """How far something has come in and gone out, 0..1, not eased; `edge` is the y from behind which lines rise."""

    entered: float
    gone: float = 0.0
    edge: float = 0.0
    rtl: bool = False


Way = Callable[[skia.Canvas, Sprite, Arrival, Curve], None]


def draw_arriving(canvas: skia.Canvas, sprite: Sprite, arrival: Arrival, style: Style) -> None:
    """Draw `sprite` where `style` has it by now; as it is when it has come in and nothing goes."""
    if arrival.entered <= 0.0:
        return
    _WAYS[style.entrance](canvas, sprite, arrival, EASINGS[style.easing])


def leaving(style: Style, gone: float) -> float:
    """How far what goes out has gone, eased: as hard as it came in."""
    return ease_in(gone) if style.easing == "settle" else emphasized_in(gone)


def _rise(canvas: skia.Canvas, sprite: Sprite, arrival: Arrival, curve: Curve) -> None:
    """From behind the edge below it."""
    rise = TRAVEL * (1.0 - curve(arrival.entered))
    saved = canvas.save()
    if arrival.entered < 1.0:
        rect = sprite.rect
        canvas.clipRect(skia.Rect.MakeLTRB(rect.x, rect.y, rect.right, arrival.edge))
    sprite.draw(canvas, y=rise - DRIFT * arrival.gone, alpha=_opacity(arrival))
    canvas.restoreToCount(saved)


def _fade(canvas: skia.Canvas, sprite: Sprite, arrival: Arrival, curve: Curve) -> None:
    """Out of nothing, in its place."""
    sprite.draw(canvas, alpha=min(1.0, curve(arrival.entered)) * (1.0 - arrival.gone))


def _wipe(canvas: skia.Canvas, sprite: Sprite, arrival: Arrival, curve: Curve) -> None:
    """Uncovered from the side where reading begins, while it comes a little that way."""
    rect, shown = sprite.rect, min(1.0, curve(arrival.entered))
    saved = canvas.save()
    if shown < 1.0:
        left = rect.right - rect.width * shown if arrival.rtl else rect.x
        canvas.clipRect(skia.Rect.MakeXYWH(left, rect.y, rect.width * shown, rect.height))
    way = 0.4 * TRAVEL * (1.0 - shown) * (1.0 if arrival.rtl else -1.0)
    sprite.draw(canvas, x=way, y=-DRIFT * arrival.gone, alpha=1.0 - arrival.gone)
    canvas.restoreToCount(saved)


def _pop(canvas: skia.Canvas, sprite: Sprite, arrival: Arrival, curve: Curve) -> None:
    """Growing about its middle, past its size and back."""
    grow = between(POP_FROM, 1.0, curve(arrival.entered)) * (1.0 - 0.06 * arrival.gone)
    sprite.draw(canvas, alpha=min(1.0, arrival.entered * _SEEN) * (1.0 - arrival.gone), grow=grow)


def _slide(canvas: skia.Canvas, sprite: Sprite, arrival: Arrival, curve: Curve) -> None:
    """From the side where reading begins."""
    side = 1.0 if arrival.rtl else -1.0
    way = _SLIDE * TRAVEL * (1.0 - curve(arrival.entered)) * side + DRIFT * arrival.gone * side
    sprite.draw(canvas, x=way, alpha=_opacity(arrival))


def _opacity(arrival: Arrival) -> float:
    return ease_out_cubic(min(1.0, arrival.entered * 1.5)) * (1.0 - arrival.gone)


_WAYS: dict[str, Way] = {"rise": _rise, "fade": _fade, "wipe": _wipe, "pop": _pop, "slide": _slide}
