"""The clips of graphics, resolved: what each one shows, where, and at which scene-local frames it comes.

Regions are in design units; `start` and `duration` are frames of the scene; `at` is the frame at which a part comes in,
in time with the word that names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from renderers.picture_format import Rect


@dataclass(frozen=True)
class PictureSource:
    """A picture file and the key of its content; `cut_out` says that its ground is transparent and is left away."""

    path: Path
    digest: str
    cut_out: bool = False


@dataclass(frozen=True)
class Item:
    """One entry of a list: what it says, a smaller line below, the name of an icon, and when it comes."""

    text: str
    at: int
    detail: str = ""
    icon: str = ""


@dataclass(frozen=True)
class PointsClip:
    """A list that comes in entry by entry."""

    items: tuple[Item, ...]
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class StepsClip:
    """Numbered steps, or dates along a line where entries begin with one; across a wide region, down a narrow one."""

    items: tuple[Item, ...]
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class StatisticClip:
    """A figure that counts up from frame `at` (`value` as it is written: `48 %`, `$1.2m`), with words below."""

    value: str
    label: str
    note: str
    at: int
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class QuoteClip:
    """Somebody's words, who said them, and their portrait.

    `cues` are the frames at which the words are heard, one a word, in order; empty where they are not read out.
    """

    text: str
    author: str
    role: str
    portrait: PictureSource | None
    region: Rect
    start: int
    duration: int
    cues: tuple[int, ...] = ()


@dataclass(frozen=True)
class ProductClip:
    """A product: its picture, name, price, a line about it and a badge (`New`, `-20 %`)."""

    name: str
    price: str
    detail: str
    badge: str
    picture: PictureSource | None
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class Side:
    """One side of a comparison; `favoured` is the one that the programme speaks for."""

    title: str
    items: tuple[Item, ...]
    favoured: bool = False


@dataclass(frozen=True)
class ComparisonClip:
    """Two sides, beside each other in a wide region and one above the other in a narrow one."""

    sides: tuple[Side, Side]
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class Datum:
    """One value of a chart."""

    label: str
    value: float


@dataclass(frozen=True)
class ChartClip:
    """A chart that draws itself from frame `at`: the values in order, with `unit` and a line that names a source."""

    form: Literal["bars", "line", "donut"]
    data: tuple[Datum, ...]
    unit: str
    note: str
    at: int
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class PictureCardClip:
    """A picture in a frame of the look, filled by its most telling part, never stretched; `caption` below."""

    picture: PictureSource
    caption: str
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class ScreenClip:
    """A picture on a screen: a `browser` with its `address`, a `phone`, or a `code` window, under a slow move."""

    device: Literal["browser", "phone", "code"]
    picture: PictureSource | None
    text: str
    address: str
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class LogoRevealClip:
    """The logo, large, as it is revealed, with a tagline below."""

    logo: PictureSource
    tagline: str
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class ChapterClip:
    """A chapter card: a number and the chapter's name."""

    number: str
    text: str
    region: Rect
    start: int
    duration: int


GraphicClip = (
    PointsClip
    | StepsClip
    | StatisticClip
    | QuoteClip
    | ProductClip
    | ComparisonClip
    | ChartClip
    | PictureCardClip
    | ScreenClip
    | LogoRevealClip
    | ChapterClip
)
