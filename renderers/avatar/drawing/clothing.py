"""What a presenter wears, in the brand's colour: which garment, how its sleeves are, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from renderers.avatar.drawing import garments, jackets
from renderers.avatar.drawing.character import Build, Character
from renderers.avatar.drawing.tones import Material, blazer_colour, cloth, from_lch, linen_colour, shift, to_lch
from renderers.raster import skia

Top = Callable[[skia.Canvas, Build, Material, Material, str], None]


@dataclass(frozen=True)
class Garment:
    """How a top is drawn and the kind of its sleeves: `jacket`, `knit`, `loose`, `short` or `metal`."""

    paint: Top
    sleeve: str


def _blazer(under: Callable[[skia.Canvas, Material, float], None], *, pocket: bool, tie: bool = False) -> Top:
    def paint(canvas: skia.Canvas, build: Build, jacket: Material, second: Material, rim: str) -> None:
        if tie:
            jackets.paint_shirt(canvas, cloth("#f1f0ee"), build.neck, second)
        else:
            under(canvas, second, build.neck)
        jackets.paint_blazer(canvas, build, jacket, cloth("#f1f0ee") if tie else second, rim, pocket=pocket)

    return paint


GARMENTS: dict[str, Garment] = {
    "blazer_blouse": Garment(_blazer(jackets.paint_blouse, pocket=False), "jacket"),
    "blazer_shirt": Garment(_blazer(jackets.paint_shirt, pocket=True), "jacket"),
    "blazer_roll": Garment(_blazer(jackets.paint_roll_neck, pocket=False), "jacket"),
    "suit": Garment(_blazer(jackets.paint_shirt, pocket=True, tie=True), "jacket"),
    "sweater": Garment(garments.paint_sweater, "knit"),
    "turtleneck": Garment(garments.paint_turtleneck, "knit"),
    "tee": Garment(garments.paint_tee, "short"),
    "polo": Garment(garments.paint_polo, "short"),
    "hoodie": Garment(garments.paint_hoodie, "loose"),
    "cardigan": Garment(garments.paint_cardigan, "loose"),
    "wrap": Garment(garments.paint_wrap, "knit"),
    "shirt": Garment(garments.paint_button_shirt, "loose"),
    "tunic": Garment(garments.paint_tunic, "loose"),
    "chassis": Garment(garments.paint_chassis, "metal"),
}
"""Tops by name."""


def brand_cloth(character: Character, tint: str) -> Material:
    """The cloth in the brand's colour."""
    return cloth(blazer_colour(tint, 0.66 if character.species == "robot" else 0.54))


def second_cloth(character: Character, tint: str) -> Material:
    """The cloth that goes with it: `linen` is off-white, `tint` a pale breath of the brand, or any `#rrggbb`."""
    second = character.dress.second
    if second == "linen":
        return cloth(linen_colour(tint))
    if second == "tint":
        light, chroma, hue = to_lch(blazer_colour(tint))
        return cloth(from_lch(0.86, min(chroma, 0.045), hue))
    if second == "deep":
        return cloth(shift(blazer_colour(tint), -0.16, 0.8))
    return cloth(second)


def sleeve_of(character: Character) -> str:
    """The kind of the sleeves."""
    return GARMENTS[character.dress.garment].sleeve


def paint_clothing(canvas: skia.Canvas, character: Character, tint: str, rim: str) -> None:
    """The clothes of the torso at rest, the neck's opening left free; `tint` is the brand's colour."""
    garment = GARMENTS[character.dress.garment]
    garment.paint(canvas, character.build, brand_cloth(character, tint), second_cloth(character, tint), rim)
