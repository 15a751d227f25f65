"""Colours that keep their look when made lighter or darker: steps in OKLCH (Ottosson 2020), answers in `#rrggbb`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

Lch = tuple[float, float, float]


def to_lch(colour: str) -> Lch:
    """Lightness 0..1, chroma 0..0.37 and hue in degrees of `#rrggbb`."""
    value = int(colour.lstrip("#"), 16)
    r, g, b = (_linear(value >> shift & 255) for shift in (16, 8, 0))
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    light = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    c = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return light, math.hypot(a, c), math.degrees(math.atan2(c, a)) % 360


@lru_cache(maxsize=512)
def from_lch(light: float, chroma: float, hue: float) -> str:
    """The `#rrggbb` of a colour, with less chroma where the screen can not show it."""
    for share in range(20, -1, -1):
        rgb = _to_linear(min(max(light, 0.0), 1.0), chroma * share / 20, hue)
        if all(-1e-4 <= part <= 1.0001 for part in rgb) or share == 0:
            return "#" + "".join(f"{_encoded(part):02x}" for part in rgb)
    raise AssertionError("unreachable")


@lru_cache(maxsize=512)
def shift(colour: str, light: float = 0.0, chroma: float = 1.0, hue: float = 0.0) -> str:
    """`colour` with `light` added, chroma multiplied and hue turned by degrees."""
    had_light, had_chroma, had_hue = to_lch(colour)
    return from_lch(had_light + light, had_chroma * chroma, (had_hue + hue) % 360)


def mix(colour: str, other: str, share: float) -> str:
    """The colour `share` of the way from one to the other, in light that adds up."""
    values = [int(part.lstrip("#"), 16) for part in (colour, other)]
    pairs = [[_linear(value >> by & 255) for value in values] for by in (16, 8, 0)]
    return "#" + "".join(f"{_encoded(one + (two - one) * share):02x}" for one, two in pairs)


@dataclass(frozen=True)
class Material:
    """One stuff in four tones: what it is, in shade, deep in shade, and in the light."""

    base: str
    shade: str
    deep: str
    light: str


@lru_cache(maxsize=64)
def cloth(base: str) -> Material:
    """A cloth of this colour: shade turns towards blue-violet, light towards warm."""
    _, chroma, hue = to_lch(base)
    cool = _towards(hue, 280.0, 6.0)
    warm = _towards(hue, 80.0, 3.0) if chroma > 0.02 and abs(hue - 260) > 60 else 0.0
    return Material(
        base, shift(base, -0.075, 1.02, cool), shift(base, -0.14, 1.0, 1.3 * cool), shift(base, 0.07, 0.95, warm)
    )


@lru_cache(maxsize=64)
def blazer_colour(tint: str, lightest: float = 0.52) -> str:
    """A wearable cloth near `tint`: never glaring, never so dark that its folds vanish."""
    light, chroma, hue = to_lch(tint)
    if 75 < hue < 115 and chroma > 0.06:
        # Dark yellow turns to olive, so yellow becomes a light ochre.
        return from_lch(min(max(light, 0.40), 0.68), min(chroma, 0.125), 74.0)
    if chroma < 0.02:
        # A grey without a hue looks dead beside skin.
        chroma, hue = 0.014, 268.0
    return from_lch(min(max(light, 0.30), lightest), min(chroma, 0.135), hue)


@lru_cache(maxsize=64)
def linen_colour(tint: str) -> str:
    """The off-white of a top or shirt that goes with `tint`."""
    return from_lch(0.955, 0.012, to_lch(tint)[2] if to_lch(tint)[1] > 0.02 else 80.0)


def _towards(hue: float, goal: float, most: float) -> float:
    way = (goal - hue + 180) % 360 - 180
    return max(-most, min(most, way))


def _linear(byte: int) -> float:
    part = byte / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> int:
    part = min(max(part, 0.0), 1.0)
    return round(255 * (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055))


def _to_linear(light: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
