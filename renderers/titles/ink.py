"""Colours that can be read where they stand: the nearest readable relative of a colour, and plates seen through."""

from __future__ import annotations

import math

from renderers.colour import contrast, parse, to_hex

READABLE = 4.5
"""Contrast of running text on its ground (WCAG 2.2, 1.4.3)."""
LARGE = 3.0
"""Contrast of large text and of shapes that carry meaning (WCAG 2.2, 1.4.3 and 1.4.11)."""


def over(ground: str, colour: str, opacity: float) -> str:
    """What is seen of `colour` laid over `ground` at that opacity, mixed as a painter mixes: in encoded values."""
    red, green, blue = (a + (b - a) * opacity for a, b in zip(parse(ground), parse(colour), strict=True))
    return to_hex((red, green, blue))


def apart(colour: str, other: str) -> float:
    """The distance of two colours in encoded RGB, 0..1.73."""
    return math.dist(parse(colour), parse(other))


def readable(colour: str, ground: str, least: float = READABLE) -> str:
    """`colour`, moved towards white or black no further than it takes to reach `least` on `ground`."""
    if contrast(colour, ground) >= least:
        return colour
    goal = max(("#ffffff", "#000000"), key=lambda end: contrast(end, ground))
    shares = (step / 20 for step in range(1, 21))
    return next((c for c in (over(colour, goal, share) for share in shares) if contrast(c, ground) >= least), goal)


def first_readable(colours: tuple[str, ...], ground: str, least: float = READABLE) -> str:
    """The first of `colours` that reads on `ground`; if none does, the last one made readable."""
    return next((c for c in colours if contrast(c, ground) >= least), readable(colours[-1], ground, least))


def reads_on_all(colour: str, grounds: tuple[str, ...], least: float = READABLE) -> str:
    """`colour`, moved towards white or black until it reaches `least` on every one of `grounds`, as far as one can."""
    hardest = min(grounds, key=lambda ground: contrast(colour, ground))
    return readable(colour, hardest, least)
