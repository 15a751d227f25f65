"""Clips of every kind of graphic, with next to nothing to say, with what is usual, and with far too much."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from renderers.colour import resolve_palette
from renderers.graphics.clips import (
    ChapterClip,
    ChartClip,
    ComparisonClip,
    Datum,
    GraphicClip,
    Item,
    LogoRevealClip,
    PictureCardClip,
    PictureSource,
    PointsClip,
    ProductClip,
    QuoteClip,
    ScreenClip,
    Side,
    StatisticClip,
    StepsClip,
)
from renderers.look import Look, Style
from renderers.picture_format import PictureFormat, Rect

RATE = Fraction(30)
STAY = 150
REST = 110
"""A frame at which all has come in and nothing leaves."""
LOOKS = {
    "light": Look("light", resolve_palette("#1f5f4a"), "Manrope", "Hanken Grotesk", 24.0),
    "dark": Look("dark", resolve_palette("#6a8dff", dark=True), "Hanken Grotesk", "Hanken Grotesk", 8.0,
                 style=Style("tech", plate="outline", rule="block", entrance="wipe", step="word", easing="swift")),
    "mono": Look("mono", resolve_palette("#1a1a1a"), "Source Serif Pro", "Source Sans Pro", 0.0,
                 style=Style("news", plate="paper", rule="hairline", capitals=True, entrance="slide", pace=1.2)),
    "neon": Look("neon", resolve_palette("#39ff14", dark=True), "Manrope", "Manrope", 40.0,
                 style=Style("playful", plate="glass", rule="underline", entrance="pop", easing="overshoot")),
}  # fmt: skip
AREAS = {
    "16:9": Rect(96, 240, 900, 560),
    "9:16": Rect(64, 520, 952, 900),
    "1:1": Rect(72, 240, 936, 560),
    "4:5": Rect(72, 300, 600, 300),
}
"""A region in each aspect, from roomy to narrow."""
AMOUNTS = ("tiny", "normal", "huge")
_LONG = "A text that is a good deal longer than anybody should put on a screen, and that goes on even after that"


def small(aspect: str, short: int = 270) -> PictureFormat:
    """A small format of an aspect."""
    across, down = (int(side) for side in aspect.split(":"))
    unit = short / min(across, down)
    return PictureFormat(round(across * unit / 2) * 2, round(down * unit / 2) * 2, RATE)


def items(amount: str, start: int = 6) -> tuple[Item, ...]:
    """Entries that come in one after the other, the last one by frame 60."""
    usual = ["Set up in one day", "Every invoice in one place", "Paid sooner"]
    texts = {"tiny": ["A"], "huge": [_LONG] * 9}.get(amount, usual)
    return tuple(
        Item(text, start + i * 48 // len(texts), "A smaller line" if i % 2 == 0 and amount != "tiny" else "",
             "bell" if amount != "tiny" else "")
        for i, text in enumerate(texts)
    )  # fmt: skip


def pictures(folder: Path) -> dict[str, PictureSource]:
    """A photograph with a bright thing in it, a page that is longer than a screen, and a cut-out."""
    photo = Image.new("RGB", (640, 420), (96, 128, 150))
    ImageDraw.Draw(photo).ellipse((430, 90, 540, 200), fill=(236, 190, 90))
    page = Image.new("RGB", (300, 900), (240, 242, 246))
    for i in range(8):
        ImageDraw.Draw(page).rectangle((20, 20 + i * 110, 280, 100 + i * 110), fill=(70 + 20 * i, 110, 190))
    bottle = Image.new("RGBA", (200, 320), (0, 0, 0, 0))
    ImageDraw.Draw(bottle).rectangle((60, 40, 140, 300), fill=(30, 90, 80, 255))
    made = {}
    for name, picture in (("photo", photo), ("page", page), ("bottle", bottle)):
        picture.save(folder / f"{name}.png")
        made[name] = PictureSource(folder / f"{name}.png", name, cut_out=name == "bottle")
    return made


def clips(kit: dict[str, PictureSource]) -> dict[str, Callable[[str, Rect], GraphicClip]]:
    """By kind, what makes a clip of an amount of content for a region."""

    def words(amount: str, tiny: str, normal: str) -> str:
        return {"tiny": tiny, "huge": _LONG}.get(amount, normal)

    def data(amount: str) -> tuple[Datum, ...]:
        count = {"tiny": 1, "huge": 24}.get(amount, 5)
        label = _LONG[:40] if amount == "huge" else "Part"
        step = 1000.5 if amount == "huge" else 1.0
        return tuple(Datum(f"{label} {i + 1}", ((i * 37) % 19 + 3) * step) for i in range(count))

    def chart(form: str) -> Callable[[str, Rect], GraphicClip]:
        def made(a: str, r: Rect) -> GraphicClip:
            return ChartClip(form, data(a), "" if a == "tiny" else "%", words(a, "", "Source: ours"), 6, r, 0, STAY)  # type: ignore[arg-type]

        return made

    return {
        "points": lambda a, r: PointsClip(items(a), r, 0, STAY),
        "steps": lambda a, r: StepsClip(items(a), r, 0, STAY),
        "statistic": lambda a, r: StatisticClip(
            {"tiny": "7", "huge": "$1,234,567,890.12"}.get(a, "48 %"), words(a, "", "of invoices are paid in a week"),
            words(a, "", "n = 1,204"), 6, r, 0, STAY),
        "quote": lambda a, r: QuoteClip(
            words(a, "Yes.", "We closed the books in one day.") * (4 if a == "huge" else 1), words(a, "", "Anna Weber"),
            words(a, "", "Head of Finance"), kit["photo"] if a != "tiny" else None, r, 0, STAY),
        "product": lambda a, r: ProductClip(
            words(a, "Tea", "Rosemary shampoo"), words(a, "", "€12.90"), words(a, "", "Cold pressed, 250 ml"),
            words(a, "", "New"), kit["bottle"] if a != "tiny" else kit["photo"], r, 0, STAY),
        "comparison": lambda a, r: ComparisonClip(
            (Side(words(a, "Old", "Before"), () if a == "tiny" else items(a)),
             Side(words(a, "New", "With us"), items(a), True)), r, 0, STAY),
        "bars": chart("bars"),
        "line": chart("line"),
        "donut": chart("donut"),
        "picture": lambda a, r: PictureCardClip(kit["photo"], words(a, "", "A house in the hills"), r, 0, STAY),
        "browser": lambda a, r: ScreenClip("browser", kit["page"], "", words(a, "", "acme.example"), r, 0, STAY),
        "phone": lambda a, r: ScreenClip("phone", kit["page"], "", "", r, 0, STAY),
        "code": lambda a, r: ScreenClip(
            "code", None, words(a, "x = 1", "def close(month):\n    return month  # all") * (9 if a == "huge" else 1),
            words(a, "", "books.py"), r, 0, STAY),
        "logo": lambda a, r: LogoRevealClip(kit["bottle"], words(a, "", "Paperwork that minds itself"), r, 0, STAY),
        "chapter": lambda a, r: ChapterClip(words(a, "1", "02")[:12], words(a, "", "What went wrong"), r, 0, STAY),
    }  # fmt: skip


def photograph(width: int, height: int, at: tuple[float, float], radius: float) -> np.ndarray:
    """RGB noise of one tone with a coloured disc around `at`, in shares of the picture."""
    dice = np.random.default_rng(3)
    rows, columns = np.mgrid[0:height, 0:width]
    picture = dice.integers(110, 130, (height, width, 1), dtype=np.uint8).repeat(3, 2)
    picture[np.hypot(columns - at[0] * width, rows - at[1] * height) < radius] = (230, 90, 40)
    return picture
