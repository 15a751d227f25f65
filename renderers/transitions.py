"""Transitions: how the frame of one scene becomes that of the next, on planes of YUV 4:2:0, with nothing in between.

Each is a function of two pictures and of how far it has gone. Ways are whole pairs of pixels, so that luma and chroma
move together; what is enlarged or blurred is done plane by plane. Importing this module loads numba; only workers do.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from renderers.colour import parse
from renderers.layer import Planes
from renderers.motion import ease_in_out, ease_in_out_cubic
from renderers.planes import copy_planes, dissolve
from renderers.transition_planes import enlarge, reaches_of, smear, uncover

Inks = tuple[str, ...]
"""Colours of the band of a wipe, as `#rrggbb`: the brand's own and the accent; none for a wipe without a band."""

Mix = Callable[[Planes, Planes, Planes, float], None]
"""Write the mix of the outgoing and the incoming picture into the third; 0 is the one, 1 the other."""

GROWN = 0.12
"""How much larger the pictures of a matched zoom are where one gives way to the other."""
BLUR = 0.035
"""The longest blur of a whip, in parts of the width: what a shutter of a half turn leaves of so fast a pan."""
SLANT = 0.36
"""How far the edge of a slanted wipe leans, in parts of the height."""
_BELOW = 0.25
"""How far below the picture the middle of a circle lies, in parts of the height: so its edge is never a small one."""
BAND = 0.13
"""How wide the band of a wipe is, in parts of the longer side; its first three tenths are of the second colour."""


def transition(kind: str, shape: str, width: int, height: int, inks: Inks = ()) -> Mix:
    """The mix of a transition of that kind for pictures of that size. Raises KeyError for one that there is not."""
    return KINDS[kind](shape, width, height, inks)


def _dissolving(shape: str, width: int, height: int, inks: Inks) -> Mix:
    def mix(out: Planes, into: Planes, mixed: Planes, t: float) -> None:
        dissolve(out, into, mixed, ease_in_out(t))

    return mix


def _pushing(shape: str, width: int, height: int, inks: Inks) -> Mix:
    """The next picture pushes this one out to the left."""

    def mix(out: Planes, into: Planes, mixed: Planes, t: float) -> None:
        _slide(out, into, mixed, 2 * round(ease_in_out_cubic(t) * width / 2))

    return mix


def _slide(out: Planes, into: Planes, mixed: Planes, way: int) -> None:
    """`out` moved to the left by `way` pixels (even), with `into` beside it."""
    for below, above, to, gone in (
        (out.y, into.y, mixed.y, way),
        (out.u, into.u, mixed.u, way // 2),
        (out.v, into.v, mixed.v, way // 2),
    ):
        rest = to.shape[1] - gone
        to[:, :rest] = below[:, gone:]
        to[:, rest:] = above[:, :gone]


def _whipping(shape: str, width: int, height: int, inks: Inks) -> Mix:
    """The camera is torn round to the next picture: a fast push, blurred along its way as fast as it goes."""
    pushed = Planes(*(np.empty((height // part, width // part), np.uint8) for part in (1, 2, 2)))

    def mix(out: Planes, into: Planes, mixed: Planes, t: float) -> None:
        _slide(out, into, pushed, 2 * round(ease_in_out(t) * width / 2))
        reach = round(BLUR * width * 4 * t * (1 - t))
        if reach < 2:
            copy_planes(pushed, mixed)
            return
        for plane, to, size in (
            (pushed.y, mixed.y, reach),
            (pushed.u, mixed.u, reach // 2),
            (pushed.v, mixed.v, reach // 2),
        ):
            smear(plane, to, max(size, 1))

    return mix


def _wiping(shape: str, width: int, height: int, inks: Inks) -> Mix:
    """The next picture is uncovered behind a band of the brand's colours, which comes by each pixel at its time."""
    shape = shape or "diagonal"
    times = SHAPES[shape](width, height)
    small = np.ascontiguousarray(times[::2, ::2])
    span = _span(shape, width, height)
    soft, band = np.float32(1.2 / span), np.float32(BAND * max(width, height) / span)
    sides = tuple(reaches_of(plane) for plane in (times, small))
    levels = [_levels(ink) for ink in inks] or [(0.0, 0.0, 0.0)]
    band = band if inks else np.float32(0)

    def mix(out: Planes, into: Planes, mixed: Planes, t: float) -> None:
        at = np.float32(-soft + (1 + band + 2 * soft) * ease_in_out_cubic(t))
        for channel, (below, above, to, when, reach) in enumerate((
            (out.y, into.y, mixed.y, times, sides[0]),
            (out.u, into.u, mixed.u, small, sides[1]),
            (out.v, into.v, mixed.v, small, sides[1]),
        )):  # fmt: skip
            stripes = np.array([levels[0][channel], levels[-1][channel]], np.float32)
            uncover(below, above, to, when, reach, at, soft, band, stripes)

    return mix


def _levels(ink: str) -> tuple[float, float, float]:
    """Luma and chroma of a colour in 8-bit levels: ITU-R BT.709-6, limited range."""
    red, green, blue = parse(ink)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 16 + 219 * luma, 128 + 224 * (blue - luma) / 1.8556, 128 + 224 * (red - luma) / 1.5748


def _grid(width: int, height: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return (
        (np.arange(width, dtype=np.float32)[None, :] + np.float32(0.5)),
        (np.arange(height, dtype=np.float32)[:, None] + np.float32(0.5)),
    )


def _diagonal(width: int, height: int) -> NDArray[np.float32]:
    """A slanted edge from left to right."""
    x, y = _grid(width, height)
    return np.ascontiguousarray((x + SLANT * (height - y)) / (width + SLANT * height), np.float32)


def _straight(width: int, height: int) -> NDArray[np.float32]:
    """An upright edge from left to right."""
    x, y = _grid(width, height)
    return np.ascontiguousarray(np.broadcast_to(x / width, (height, width)), np.float32)


def _circle(width: int, height: int) -> NDArray[np.float32]:
    """A circle that grows from below the picture: one that opens in the middle begins as a dot on somebody's nose."""
    x, y = _grid(width, height)
    away = np.hypot(x - width / 2, y - (1 + _BELOW) * height)
    return np.ascontiguousarray((away - _BELOW * height) / _span("circle", width, height), np.float32)


def _span(shape: str, width: int, height: int) -> float:
    """The pixels over which the times of a shape run from 0 to 1."""
    farthest = float(np.hypot(width / 2, (1 + _BELOW) * height))
    spans = {"diagonal": width + SLANT * height, "circle": farthest - _BELOW * height}
    return spans.get(shape, float(width))


SHAPES: dict[str, Callable[[int, int], NDArray[np.float32]]] = {
    "diagonal": _diagonal,
    "straight": _straight,
    "circle": _circle,
}
"""Edges of wipes: when each pixel of a picture of that size is uncovered, 0..1."""


def _scaling(shape: str, width: int, height: int, inks: Inks) -> Mix:
    """The camera goes in, and comes to rest on the next picture: both are equally large where they meet."""
    first, second = (
        Planes(*(np.empty((height // part, width // part), np.uint8) for part in (1, 2, 2))) for _ in range(2)
    )

    def mix(out: Planes, into: Planes, mixed: Planes, t: float) -> None:
        share = ease_in_out(min(max((t - 0.3) / 0.4, 0.0), 1.0))
        if share < 1.0:
            enlarge(out, first, 1.0 + GROWN * ease_in_out(t))
        if share > 0.0:
            enlarge(into, second, 1.0 + GROWN * (1.0 - ease_in_out(t)))
        if share <= 0.0 or share >= 1.0:
            copy_planes(first if share <= 0.0 else second, mixed)
        else:
            dissolve(first, second, mixed, share)

    return mix


KINDS: dict[str, Callable[[str, int, int, Inks], Mix]] = {
    "dissolve": _dissolving,
    "push": _pushing,
    "wipe": _wiping,
    "match_scale": _scaling,
    "whip": _whipping,
}
"""Transitions by name, each made for a shape and a size."""
