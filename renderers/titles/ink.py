"""Colours that can be read: contrast as WCAG 2.2 defines it, and the nearest readable relative of a colour."""

from __future__ import annotations

READABLE = 4.5
"""Contrast of running text on its ground (WCAG 2.2, 1.4.3)."""
LARGE = 3.0
"""Contrast of large text and of shapes that carry meaning (WCAG 2.2, 1.4.3 and 1.4.11)."""

Channels = tuple[float, float, float]


def channels(colour: str) -> Channels:
    """Red, green and blue of `#rrggbb`, 0..255."""
    value = int(colour.lstrip("#"), 16)
    return float(value >> 16), float(value >> 8 & 255), float(value & 255)


def mix(colour: str, other: str, share: float) -> str:
    """`share` of `other` in `colour`, mixed as a painter's opacity would."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Relative luminance in 0..1."""

    def linear(value: float) -> float:
        part = value / 255.0
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = channels(colour)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(colour: str, ground: str) -> float:
    """The contrast ratio of the two, 1..21."""
    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str, least: float = READABLE) -> str:
    """`colour`, moved towards white or black no further than it takes to reach `least` on `ground`."""
    if contrast(colour, ground) >= least:
        return colour
    goal = max(("#ffffff", "#000000"), key=lambda end: contrast(end, ground))
    shares = (step / 20 for step in range(1, 21))
    return next((c for c in (mix(colour, goal, share) for share in shares) if contrast(c, ground) >= least), goal)


def first_readable(colours: tuple[str, ...], ground: str, least: float = READABLE) -> str:
    """The first of `colours` that reads on `ground`; if none does, the last one made readable."""
    return next((c for c in colours if contrast(c, ground) >= least), readable(colours[-1], ground, least))
