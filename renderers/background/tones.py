"""Colours for drawing a backdrop: ramps and sheets of tones between the palette's roles, all readable under text.

Tones go through OKLab and end as sRGB-encoded float32 in 0..1, the form that `renderers.gradients.fill_smooth` takes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.colour import contrast, from_oklab, to_oklab
from renderers.look import Palette

Lab = tuple[float, float, float]
Colours = NDArray[np.float32]

CALM_TEXT, CALM_MUTED = 7.0, 4.5
"""What text and muted text keep on a tone that may lie behind them."""
_STRONG = 0.07
"""The chroma of a ground from which on it is a colour of its own: all its tones are then of its hue."""
_NEARER, _DEEPER, _LIT = 0.035, 0.1, 0.16
"""How far its tones go at the most, in lightness: towards the text, away from it, and where light falls on it."""
_TO_LMS = np.array([[1.0, 0.3963377774, 0.2158037573], [1.0, -0.1055613458, -0.0638541728],
                    [1.0, -0.0894841775, -1.2914855480]])  # fmt: skip
_TO_RGB = np.array([[4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965],
                    [-0.0041960863, -0.7034186147, 1.7076147010]])  # fmt: skip


def encode(lab: NDArray[np.float64]) -> Colours:
    """sRGB-encoded colours for OKLab ones, `(..., 3)` both; what lies outside sRGB is clipped."""
    linear = np.clip(((lab @ _TO_LMS.T) ** 3) @ _TO_RGB.T, 0.0, 1.0)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(encoded, np.float32)


def ramp(stops: Sequence[Lab], count: int = 256) -> Colours:
    """`count` sRGB colours through `stops` at equal distances, smoothly (no kink at a stop), `(count, 3)`."""
    return encode(_smooth(np.array(stops, np.float64), count))


def along(colours: Colours, share: NDArray[Any]) -> Colours:
    """A canvas, 3 × rows × columns, of the `colours` of a ramp at `share` (rows × columns, clipped to 0..1)."""
    last = len(colours) - 1
    at = (np.clip(share, 0, 1) * last).astype(np.int32)
    return np.stack([np.take(channel, at) for channel in np.ascontiguousarray(colours.T)])


def sheet(rows: Sequence[Sequence[Lab]], count: int = 64) -> Colours:
    """A table of sRGB colours through a coarse table of stops, `(3, count, count)`."""
    table = np.array(rows, np.float64)
    across = np.stack([_smooth(row, count) for row in table])
    found = encode(np.stack([_smooth(across[:, column], count) for column in range(count)], 1))
    return np.ascontiguousarray(found.transpose(2, 0, 1))


def _smooth(stops: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """A cubic through stops, with slopes a little under Catmull-Rom's: shading without creases or overshoot."""
    if len(stops) == 1:
        return np.repeat(stops, count, 0)
    at = np.linspace(0.0, len(stops) - 1.0, count)
    first = np.minimum(at.astype(int), len(stops) - 2)
    t = (at - first)[:, None]
    slopes = np.zeros_like(stops)
    slopes[1:-1] = 0.35 * (stops[2:] - stops[:-2])
    start, end, away, into = stops[first], stops[first + 1], slopes[first], slopes[first + 1]
    leaving = start * (1 + 2 * t) * (1 - t) ** 2 + away * t * (1 - t) ** 2
    found: NDArray[np.float64] = leaving + end * t**2 * (3 - 2 * t) + into * t**2 * (t - 1)
    return found


class Tones:
    """The tones of one palette.

    Distances from the ground go *away* from it: darker on light palettes, lighter on dark ones. How far depends on the
    text: at strength 1 it still has 7:1 and muted text 4.5:1, or 72 % of what the palette gives them, if that is less.

    A ground that is a strong colour itself leaves text less to spare: there all tones are of its hue, and go away from
    the text but for those of `secondary`, which come a step towards it.
    """

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.ground: Lab = to_oklab(palette.background)
        self._strong = math.hypot(*self.ground[1:]) > _STRONG
        self._least = tuple(
            (colour, min(least, 0.72 * contrast(colour, palette.background)))
            for colour, least in ((palette.text, CALM_TEXT), (palette.muted, CALM_MUTED))
        )
        self._away = 1.0 if palette.dark else -1.0

    def tone(self, role: str, strength: float, *, chroma: float = 1.0) -> Lab:
        """A tone of the palette colour `role`: `strength` 0 is the ground, 1 the furthest on which text may stand.

        A little more than 1 is for places where there is none. `chroma` scales how colourful it is; greys stay grey.
        """
        if self._strong:
            return self._nearby(_NEARER if role == "secondary" else -_DEEPER, strength)
        _, a, b = to_oklab(getattr(self.palette, role))
        own = math.hypot(a, b)
        angle = math.atan2(b, a) if own > 0.004 else math.atan2(self.ground[2], self.ground[1])
        wanted = max(min(own, 0.125), 0.02) * chroma * (1.0 if self.palette.dark else 0.8)
        low, high = 0.0, 0.5 if self.palette.dark else 0.42
        for _ in range(12):
            middle = (low + high) / 2
            if self._readable(self._at(middle, wanted * min(1.0, 0.35 + 2.6 * middle), angle)):
                low = middle
            else:
                high = middle
        colourful = wanted * min(1.0, 0.35 + 2.6 * low) * min(1.0, strength**0.8)
        return mixed(self._at(low * strength, colourful, angle), self.ground, max(0.0, 1.0 - 3.0 * strength))

    def _nearby(self, most: float, strength: float) -> Lab:
        """A tone of a strong ground's own hue, `most` of lightness nearer to the text at strength 1."""
        lightness, a, b = self.ground
        moved = most * min(strength, 1.2) * self._away
        kept = 1.0 - 0.5 * abs(moved)
        return min(max(lightness + moved, 0.0), 1.0), a * kept, b * kept

    def light(self, strength: float, role: str = "background") -> Lab:
        """The ground with light on it, tinted by `role`: towards white on light palettes, a lit tone on dark ones."""
        if self._strong:
            return self._nearby(_NEARER if self.palette.dark else -_LIT, strength)
        if self.palette.dark:
            return self.tone(role if role != "background" else "primary", strength, chroma=0.55)
        _, a, b = to_oklab(getattr(self.palette, role))
        return (self.ground[0] + (0.996 - self.ground[0]) * strength, 0.5 * self.ground[1] + 0.03 * strength * a,
                0.5 * self.ground[2] + 0.03 * strength * b)  # fmt: skip

    def shade(self, strength: float) -> Lab:
        """The ground in shadow; on a light palette never so dark that text suffers."""
        lightness, a, b = self.ground
        if self._strong and not self.palette.dark:
            return self._nearby(_NEARER, strength)
        if self.palette.dark:
            return (lightness * (1 - 0.45 * strength), a * (1 - 0.3 * strength), b * (1 - 0.3 * strength))
        return self.tone("primary", 0.75 * strength, chroma=0.35)

    def _at(self, distance: float, chroma: float, angle: float) -> Lab:
        lightness = self.ground[0] + self._away * distance
        return (lightness, chroma * math.cos(angle), chroma * math.sin(angle))

    def _readable(self, lab: Lab) -> bool:
        found = from_oklab(lab)
        return all(contrast(colour, found) >= least for colour, least in self._least)


def mixed(first: Lab, second: Lab, share: float) -> Lab:
    """The colour `share` of the way from `first` to `second`."""
    lightness, a, b = (x + (y - x) * share for x, y in zip(first, second, strict=True))
    return lightness, a, b
