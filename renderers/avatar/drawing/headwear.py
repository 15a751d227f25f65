"""A headscarf and a turban: cloth as masses over the head, and what of a scarf lies on neck and shoulders."""

from __future__ import annotations

from functools import lru_cache

from renderers.avatar.drawing.body import Piece
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.cloth import drop, edge, strip
from renderers.avatar.drawing.curves import both_sides, mirror, smooth_path
from renderers.avatar.drawing.hair_forms import HairStyle, Lock, Spots, both, comb
from renderers.avatar.drawing.paints import flat, linear
from renderers.avatar.drawing.parts import Field
from renderers.raster import skia

_SCARF_RIGHT: Spots = (
    (0, -146), (50, -140), (90, -110), (108, -58), (108, 0), (104, 52), (96, 96), (84, 132), (66, 152, 0.4),
    (50, 140, 0.4), (62, 108), (70, 74),
    (74.5, 36), (75, -2), (72, -36), (60, -62), (36, -78), (0, -83),
)  # fmt: skip
HIJAB = HairStyle(
    back=(
        (0, -138), (54, -132), (94, -102), (108, -52), (108, 10), (106, 70), (112, 130), (128, 190), (80, 214),
        (0, 220), (-80, 214), (-128, 190),
        (-112, 130), (-106, 70), (-108, 10), (-108, -52), (-94, -102), (-54, -132),
    ),
    front=((*_SCARF_RIGHT, *mirror(_SCARF_RIGHT)[-2:0:-1]),),
    locks=(
        *both(
            (
                Lock(((2, -118), (40, -112), (74, -84), (89, -40), (90, 20), (82, 84)), (3, 12, 16, 15, 12, 2),
                "light", 0.75, 0.34),
                Lock(((4, -96), (36, -90), (64, -64), (79, -24), (80, 30), (72, 92)), (0.6, 4, 5, 5, 4, 0.6), "shade",
                0.6),
                Lock(((8, -134), (54, -126), (88, -96), (101, -46), (100, 10), (92, 70)), (0.6, 4, 5, 5, 5, 0.6),
                "shade", 0.55),
                Lock(((98, 20), (96, 60), (86, 104), (68, 138)), (0.6, 6, 6, 0.6), "shade", 0.5),
            )
        ),
        Lock(((-60, -76), (-36, -88), (0, -92), (36, -88), (60, -76)), (0.6, 5, 6, 5, 0.6), "light", 0.55),
    ),
    back_locks=(),
    edge=((56, -136), (90, -110), (108, -58), (108, 0), (104, 52), (97, 92)),
    loose=0.04,
    matt=True,
)  # fmt: skip

_TURBAN_RIGHT: Spots = (
    (0, -172), (44, -168), (84, -146), (108, -104), (110, -58), (100, -22), (86, 0, 0.3), (78, -16), (72, -36),
    (54, -56), (28, -72), (0, -84, 0.3),
)  # fmt: skip
TURBAN = HairStyle(
    back=(
        (0, -164), (44, -160), (82, -140), (104, -100), (106, -56), (96, -16), (80, 20), (60, 30), (-60, 30),
        (-80, 20), (-96, -16), (-106, -56),
        (-104, -100), (-82, -140), (-44, -160),
    ),
    front=((*_TURBAN_RIGHT, *mirror(_TURBAN_RIGHT)[-2:0:-1]),),
    locks=(
        *comb(((2, -86), (34, -78), (64, -58), (86, -18)), ((-10, -166), (36, -160), (84, -132), (106, -68)),
        6, 15, 0.62, 0.42),
        *comb(((-6, -90), (-36, -80), (-66, -58), (-86, -18)), ((-40, -140), (-62, -132), (-88, -110), (-106, -66)),
        4, 15, 0.7, 0.42),
        Lock(((-4, -90), (-20, -116), (-26, -140), (-24, -164)), (0.6, 4, 4, 0.6), "shade", 0.7),
        Lock(((0, -86), (-8, -108), (-10, -136), (-6, -168)), (0.6, 9, 10, 1), "light", 0.5),
    ),
    back_locks=(),
    edge=((48, -166), (84, -146), (108, -104), (110, -58), (101, -24)),
    loose=0.0,
    matt=True,
)  # fmt: skip

HEADWEAR: dict[str, HairStyle] = {"hijab": HIJAB, "turban": TURBAN}
"""Headwear by name; its cloth takes the place of hair, in the tones of the presenter's hair."""


def wrapped_neck(character: Character, tint: str, fields: tuple[Field, ...]) -> Piece:
    """The neck of who wears a headscarf, under its folds."""
    cloth = character.hair

    def paint(canvas: skia.Canvas) -> None:
        shape = smooth_path(
            both_sides(((0, 84), (52, 84, 0.3), (76, 106), (84, 140), (104, 176), (120, 214), (70, 262), (0, 270)))
        )
        canvas.drawPath(
            shape,
            linear(
                (-84, 130),
                (90, 150),
                [(0, cloth.light, 1), (0.3, cloth.base, 1), (0.6, cloth.base, 1), (1, cloth.shade, 1)],
            ),
        )
        canvas.save()
        canvas.clipPath(shape, True)
        for spots, widths, tone, alpha in (
            (((-72, 112), (-24, 142), (40, 146), (82, 124)), (2, 11, 10, 1), cloth.shade, 0.7),
            (((-78, 130), (-30, 164), (36, 172), (92, 158)), (1, 9, 10, 1), cloth.light, 0.75),
            (((-88, 152), (-34, 186), (36, 194), (102, 186)), (1, 10, 10, 1), cloth.shade, 0.6),
            (((-60, 104), (-10, 128), (36, 128), (66, 108)), (1, 7, 7, 1), cloth.light, 0.5),
        ):
            strip(canvas, spots, widths, flat(tone, alpha, 1.6))
        canvas.restore()

    return Piece((-150.0, 60.0, 150.0, 280.0), paint, fields)


@lru_cache(maxsize=16)
def drape_piece(character: Character, tint: str) -> Piece | None:
    """What of a headscarf lies over the shoulders, as a piece that goes with the body; nothing for who wears none."""
    if character.hair_style != "hijab":
        return None
    cloth, s = character.hair, character.build.shoulder

    def paint(canvas: skia.Canvas) -> None:
        shape = smooth_path(
            (
                (-72, 132, 0.4), (-92, 160), (-s * 0.78, 192), (-s * 0.84, 226), (-s * 0.66, 270), (-48, 318),
                (10, 352), (66, 340),
                (s * 0.66, 282), (s * 0.86, 232), (s * 0.78, 194), (92, 160), (72, 132, 0.4), (40, 146), (0, 150),
                (-40, 146),
            )
        )  # fmt: skip
        drop(canvas, shape, "#1a1026", 0.30, 2, 9, 7)
        canvas.drawPath(
            shape,
            linear((-s * 0.7, 180), (s * 0.7, 320), [(0, cloth.light, 1), (0.35, cloth.base, 1), (1, cloth.shade, 1)]),
        )
        canvas.save()
        canvas.clipPath(shape, True)
        for spots, widths, tone, alpha in (
            (((-84, 176), (-50, 240), (6, 280), (70, 292)), (1, 12, 12, 2), cloth.shade, 0.7),
            (((-104, 186), (-76, 246), (-20, 300), (40, 332)), (1, 12, 12, 2), cloth.light, 0.7),
            (((78, 176), (70, 216), (40, 254), (-6, 268)), (1, 11, 9, 1), cloth.deep, 0.35),
            (((104, 190), (100, 232), (80, 268), (48, 300)), (1, 10, 10, 1), cloth.shade, 0.8),
            (((92, 184), (88, 220), (66, 252), (34, 276)), (1, 8, 8, 1), cloth.light, 0.55),
            (((-116, 196), (-98, 244), (-60, 288)), (1, 8, 1), cloth.shade, 0.6),
        ):
            strip(canvas, spots, widths, flat(tone, alpha, 2.0))
        canvas.restore()
        edge(canvas, shape, cloth.light, 0.35, 2.6)

    return Piece((-210.0, 120.0, 210.0, 380.0), paint)
