"""A graphic as parts that each come in at a moment of their own, and the ways in which parts come in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.graphics.clips import GraphicClip
from renderers.graphics.timing import Tempo, tempo
from renderers.look import Look, Style
from renderers.motion import DRIFT, EASINGS, TRAVEL
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import skia
from renderers.titles.entrances import Arrival, draw_arriving, leaving
from renderers.titles.push import Push, PushedRest, shown
from renderers.titles.sprite import Sprite, bake, clip_to, grown

BLEED = 40.0
"""Design units that shadows and soft light may reach beyond a clip's region."""


@dataclass(frozen=True)
class Part:
    """Something that moves at `times`, pairs of a frame and a length in frames, and rests in between.

    `draw` is given for each of them how far it has gone, 0..1, not eased. A part is not drawn before the first begins.
    """

    times: tuple[tuple[float, float], ...]
    draw: Callable[..., None]


class PartsLayer:
    """A layer made of parts, painted in order, which come in one by one and leave together."""

    def __init__(
        self, clip: GraphicClip, look: Look, format: PictureFormat, parts: Sequence[Part],
        push: tuple[float, float] | None = None,
    ) -> None:  # fmt: skip
        """With `push`, a point in design units, all of it comes slowly closer about that, for as long as it stays;
        `format` is then one that is `fine`.
        """
        self._parts = tuple(parts)
        self._push = Push(*push, clip.start, float(format.rate)) if push else None
        self._style, self._scale = look.style, format.scale
        self._rest: Sprite | None = None
        self._tempo = tempo(clip, float(format.rate), look.style.pace)
        self._region = clip_to(grown(clip.region, BLEED, BLEED), format.design_width, format.design_height)
        self._pushed = PushedRest(self._push, self._region, shown(format), self._paint_rest) if self._push else None
        self._box = skia.Rect.MakeXYWH(self._region.x, self._region.y, self._region.width, self._region.height)

    @property
    def region(self) -> Rect:
        """The room that was given, and around it the room for shadows."""
        return self._region

    def _state(self, n: int) -> tuple[tuple[float, ...] | None, ...]:
        """For each part how far it has come; None for one that is not there yet."""
        entered = self._tempo.entered
        states: list[tuple[float, ...] | None] = []
        for part in self._parts:
            moved = tuple([entered(n, at, length) for at, length in part.times])
            states.append(moved if not moved or moved[0] > 0.0 else None)
        return tuple(states)

    def key(self, n: int) -> Hashable:
        """How far every part has come in, and how far all have gone; None where nothing is seen."""
        if not self._tempo.start <= n < self._tempo.end:
            return None
        state = self._state(n)
        if all(part is None for part in state):
            return None
        return (state, self._tempo.left(n), self._push and self._push.size(n))

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n`."""
        if not self._tempo.start <= n < self._tempo.end:
            return
        gone, state = leaving(self._style, self._tempo.left(n)), self._state(n)
        standing = self._push is None and gone > 0.0
        if standing and all(moved is not None and all(way >= 1.0 for way in moved) for moved in state):
            saved = canvas.save()
            canvas.clipRect(self._box)
            self._resting(n).draw(canvas, y=-DRIFT * gone, alpha=1.0 - gone)
            canvas.restoreToCount(saved)
            return
        saved = canvas.save()
        canvas.clipRect(self._box)
        if gone > 0.0:
            canvas.saveLayerAlpha(self._box, round(255 * (1.0 - gone)))
            canvas.translate(0, -DRIFT * gone)
        if self._push is not None:
            self._push.apply(canvas, n)
        for part, moved in zip(self._parts, state, strict=True):
            if moved is not None:
                part.draw(canvas, *moved)
        canvas.restoreToCount(saved)

    def write(self, pixels: NDArray[np.uint8], n: int) -> bool:
        """Write frame `n` where all of it is there, and only comes closer."""
        if self._pushed is None or not self._tempo.start <= n < self._tempo.end or self._tempo.left(n) > 0.0:
            return False
        if not all(moved is not None and all(way >= 1.0 for way in moved) for moved in self._state(n)):
            return False
        self._pushed.write(pixels, n)
        return True

    def _paint_rest(self, canvas: skia.Canvas) -> None:
        canvas.clipRect(self._box)
        for part in self._parts:
            part.draw(canvas, *(1.0 for _ in part.times))

    def _resting(self, n: int) -> Sprite:
        """All of it as it is when nothing moves but all of it leaves, drawn once."""
        if self._rest is None:
            rest = self._state(n)

            def paint(canvas: skia.Canvas) -> None:
                canvas.clipRect(self._box)
                for part, moved in zip(self._parts, rest, strict=True):
                    if moved is not None:
                        part.draw(canvas, *moved)

            self._rest = bake(self._region, self._scale, paint)
        return self._rest


def arriving(
    sprite: Sprite, time: Tempo, at: float, style: Style, *, edge: float | None = None, rtl: bool = False
) -> Part:  # fmt: skip
    """A part that comes in from frame `at` by the entrance of `style`, and then rests.

    A line of type rises from behind `edge`, the y below its letters; anything else rises in the open. `rtl` mirrors
    what has a direction.
    """
    behind = sprite.rect.bottom + TRAVEL if edge is None else edge

    def draw(canvas: skia.Canvas, t: float) -> None:
        draw_arriving(canvas, sprite, Arrival(t, 0.0, behind, rtl), style)

    return Part(((at, time.enter),), draw)


def drawn(
    time: Tempo, at: float, style: Style, painter: Callable[[skia.Canvas, float], None], length: float = 0.0
) -> Part:
    """A part that `painter` paints, given how far it has come, 0..1, already eased as the style has it."""
    curve = EASINGS[style.easing]
    return Part(((at, length or time.enter),), lambda canvas, t: painter(canvas, curve(t)))
