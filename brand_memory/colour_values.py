"""Colours as pages write them: every CSS form read once, laid over what is behind it, compared as the eye does."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from brand_memory.kit import Colour

TWINS = 0.03
"""OKLab distance below which two colours are one to the eye on a page; hover shades and gradients stay apart."""
NEUTRAL_CHROMA = 0.03
"""OKLCH chroma below which a colour is seen as black, grey or white. A sixth of published brand colours is."""

_TOKEN = re.compile(
    r"(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\("
    r"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|#[0-9a-fA-F]{3,8}\b|[a-zA-Z]+",
)
_LONGEST = 4000
_SAID_NOTHING = frozenset({"", "none", "auto", "inherit", "initial", "unset", "revert", "currentcolor", "normal"})


@dataclass(frozen=True)
class Tint:
    """A colour in OKLab with its opacity (0..1); chroma may lie outside sRGB, as display-p3 pages write it."""

    lightness: float
    a: float
    b: float
    alpha: float = 1.0

    @property
    def chroma(self) -> float:
        """OKLCH chroma."""
        return math.hypot(self.a, self.b)

    @property
    def neutral(self) -> bool:
        """Whether the eye sees black, grey or white."""
        return self.chroma < NEUTRAL_CHROMA

    @property
    def hex(self) -> str:
        """`#rrggbb` as a screen of sRGB shows it: channels outside are clipped, as browsers do."""
        return _hex(self.lightness, self.a, self.b)

    def distance(self, other: Tint) -> float:
        """The Euclidean distance in OKLab, opacity aside: 0.02 is just seen, 1 is black to white."""
        return math.dist((self.lightness, self.a, self.b), (other.lightness, other.a, other.b))

    def over(self, ground: Tint) -> Tint:
        """This colour laid over an opaque `ground`, mixed in sRGB as browsers mix."""
        if self.alpha >= 1:
            return self
        mixed = [
            top * self.alpha + below * (1 - self.alpha)
            for top, below in zip(_channels(self), _channels(ground), strict=True)
        ]
        return from_channels(*mixed)


WHITE = Tint(1.0, 0.0, 0.0)
BLACK = Tint(0.0, 0.0, 0.0)


@lru_cache(maxsize=4096)
def parse(text: str) -> Tint | None:
    """The colour that `text` writes in any CSS form, mixtures included; None where it writes none."""
    text = text.strip()
    if len(text) > 300 or text.lower() in _SAID_NOTHING:
        return None
    lowered = text.lower()
    if lowered.startswith("color-mix("):
        return _mixed(lowered)
    if lowered.startswith("light-dark("):
        inside = split_commas(lowered[len("light-dark(") : -1])
        return parse(inside[0]) if inside else None
    from coloraide import Color  # Loading it takes a third of a second.

    try:
        colour = Color(text)
    except (ValueError, TypeError):
        return None
    lightness, a, b = colour.convert("oklab").coords(nans=False)
    alpha = colour.alpha(nans=False)
    if not all(math.isfinite(value) for value in (lightness, a, b, alpha)):
        return None
    return Tint(min(1.0, max(0.0, lightness)), a, b, min(1.0, max(0.0, alpha)))


def colours_in(text: str) -> Iterator[Tint]:
    """Every colour written anywhere in `text`, such as a gradient, a shadow or a border, in their order."""
    for found in _TOKEN.findall(text[:_LONGEST]):
        tint = parse(found)
        if tint is not None:
            yield tint


@lru_cache(maxsize=65536)
def from_channels(red: float, green: float, blue: float) -> Tint:
    """The opaque colour of three sRGB channels from 0 to 1 (Ottosson's OKLab, 2020)."""
    r, g, b = (_linear(value) for value in (red, green, blue))
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return Tint(
        min(1.0, 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short),
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def to_colour(tint: Tint) -> Colour:
    """`tint` as the kit keeps it; the hue of a grey is 0."""
    hue = math.degrees(math.atan2(tint.b, tint.a)) % 360 if tint.chroma > 0.002 else 0.0
    hue = round(hue, 2) % 360
    return Colour(hex=tint.hex, lightness=round(tint.lightness, 4), chroma=round(min(0.5, tint.chroma), 4), hue=hue)


def from_colour(colour: Colour) -> Tint:
    """The opaque `colour` of a kit as a `Tint`."""
    hue = math.radians(colour.hue)
    return Tint(colour.lightness, colour.chroma * math.cos(hue), colour.chroma * math.sin(hue))


def contrast(one: Tint, other: Tint) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(tint: Tint) -> float:
    red, green, blue = (_linear(value) for value in _channels(tint))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _channels(tint: Tint) -> tuple[float, float, float]:
    """The three sRGB channels, clipped to 0..1."""
    long = (tint.lightness + 0.3963377774 * tint.a + 0.2158037573 * tint.b) ** 3
    middle = (tint.lightness - 0.1055613458 * tint.a - 0.0638541728 * tint.b) ** 3
    short = (tint.lightness - 0.0894841775 * tint.a - 1.2914855480 * tint.b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    encoded = [12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055 for v in (max(0.0, v) for v in linear)]
    return (min(1.0, encoded[0]), min(1.0, encoded[1]), min(1.0, encoded[2]))


@lru_cache(maxsize=8192)
def _hex(lightness: float, a: float, b: float) -> str:
    return "#" + "".join(f"{round(value * 255):02x}" for value in _channels(Tint(lightness, a, b)))


def _mixed(text: str) -> Tint | None:
    """A `color-mix()` of two colours, mixed in OKLab or sRGB; other spaces are mixed in OKLab, near enough to see."""
    parts = split_commas(text[len("color-mix(") : -1])
    if len(parts) != 3:
        return None
    found: list[tuple[Tint, float | None]] = []
    for part in parts[1:]:
        share = re.search(r"\s(\d+(?:\.\d+)?)%$|^(\d+(?:\.\d+)?)%\s", part)
        tint = parse(part.replace(share.group(0), " ") if share else part)
        if tint is None:
            return None
        found.append((tint, float(next(g for g in share.groups() if g)) / 100 if share else None))
    (one, first), (other, second) = found
    if first is None:
        first = 0.5 if second is None else 1 - second
    second = 1 - first if second is None else second
    whole = first + second
    if whole <= 0:
        return None
    alpha = (one.alpha * first + other.alpha * second) / whole
    if alpha <= 0:
        return Tint(one.lightness, one.a, one.b, 0.0)
    weight = other.alpha * second / whole / alpha
    faded = alpha * min(1.0, whole)
    if "srgb" in parts[0]:
        mixed = [x * (1 - weight) + y * weight for x, y in zip(_channels(one), _channels(other), strict=True)]
        tint = from_channels(*mixed)
        return Tint(tint.lightness, tint.a, tint.b, faded)
    return Tint(
        one.lightness * (1 - weight) + other.lightness * weight,
        one.a * (1 - weight) + other.a * weight,
        one.b * (1 - weight) + other.b * weight,
        faded,
    )


def split_commas(text: str) -> list[str]:
    """`text` cut at the commas that stand in no brackets, as CSS separates layers, stops and families."""
    parts, depth, begun = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(text[begun:place].strip())
            begun = place + 1
    return [*parts, text[begun:].strip()]
