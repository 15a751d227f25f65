"""How a film of one shape stands in a frame of another: cut a little at its edges, or whole with a ground behind it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

MOST_CUT = Fraction(1, 10)
"""The part of a film that may be cut off, half of it on either side. Titles keep to the middle nine tenths of a picture
(SMPTE ST 2046-1), so that nothing written is lost."""
_ROUNDED = Fraction(1, 500)
"""By how much a film's proportions may stray because its sides are whole pixels."""


@dataclass(frozen=True)
class Fit:
    """Sizes in pixels, all even: the film is scaled to `width` by `height`, of it the part from `left`, `top` on is
    shown, which stands in the frame at `x`, `y` and is `across` by `down`.
    """

    width: int
    height: int
    left: int
    top: int
    x: int
    y: int
    across: int
    down: int


def fit(frame: tuple[int, int], film: tuple[Fraction | int, Fraction | int]) -> Fit:
    """How a film of `film` (width and height as shown) stands in `frame` (width and height, even)."""
    wide, high = frame
    ratio = Fraction(film[0]) / Fraction(film[1]) / Fraction(wide, high)
    kept = min(ratio, 1 / ratio)
    if 1 - kept <= MOST_CUT + _ROUNDED:
        width = wide if ratio <= 1 else _even(wide * ratio)
        height = high if ratio >= 1 else _even(high / ratio)
        width, height = max(width, wide), max(height, high)
        return Fit(width, height, _even((width - wide) / 2), _even((height - high) / 2), 0, 0, wide, high)
    width = wide if ratio >= 1 else max(2, min(wide, _even(wide * ratio)))
    height = high if ratio <= 1 else max(2, min(high, _even(high / ratio)))
    return Fit(width, height, 0, 0, _even((wide - width) / 2), _even((high - height) / 2), width, height)


def _even(length: Fraction | float) -> int:
    return int(length // 2) * 2 if length % 2 < 1 else int(length // 2) * 2 + 2
