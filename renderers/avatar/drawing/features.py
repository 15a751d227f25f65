"""The features that presenters are put together from, by the names that their documents use."""

from __future__ import annotations

from renderers.avatar.drawing.character import Brow, Build, EyeCut, LipCut, NoseCut, Skin, Spots
from renderers.avatar.drawing.tones import Material, from_lch, shift, to_lch

FACES: dict[str, Spots] = {
    "oval": ((0, -112), (44, -104), (70, -74), (79, -30), (79.5, 6), (77, 36), (68, 66), (49, 94), (25, 113), (0, 118)),
    "square": (
        (0, -112), (46, -104), (71, -74), (80, -30), (80.5, 6), (78.5, 38), (73, 70), (57, 99), (32, 118), (0, 123),
    ),
    "round": ((0, -112), (46, -104), (72, -74), (81, -30), (83, 6), (82, 38), (74, 69), (55, 96), (28, 112), (0, 116)),
    "heart": ((0, -112), (46, -105), (73, -75), (81, -30), (79.5, 6), (74, 36), (62, 66), (42, 94), (20, 113),
    (0, 119)),
    "long": ((0, -114), (42, -106), (67, -76), (76, -30), (76.5, 6), (75, 40), (68, 73), (51, 103), (27, 122),
    (0, 127)),
    "diamond": ((0, -112), (41, -105), (67, -76), (79, -30), (82, 4), (78, 36), (65, 68), (45, 97), (22, 116),
    (0, 121)),
    "soft": ((0, -112), (45, -104), (71, -74), (80, -30), (81.5, 8), (80.5, 42), (74, 73), (57, 100), (30, 116),
    (0, 120)),
    "bearded": (
        (0, -112), (46, -104), (71, -74), (80, -30), (81, 6), (82, 40), (80, 76), (68, 112), (38, 140), (0, 148),
    ),
    "fox": ((0, -104), (44, -100), (76, -76), (92, -34), (98, 4), (104, 34), (84, 66), (54, 92), (26, 106), (0, 110)),
    "robot": (
        (0, -104), (62, -103), (94, -92, 0.6), (102, -50), (103, 0), (102, 50), (95, 92, 0.6), (64, 104), (30, 106),
        (0, 106),
    ),
}  # fmt: skip
"""Right halves of faces, from the crown to the chin; every one has ten spots at the same features."""

EYES: dict[str, EyeCut] = {
    "almond": EyeCut(37.5, 3.0, 20.6, 12.6, 8.8, 2.2, 11.8, 3.3, 4.2),
    "level": EyeCut(37.5, 3.0, 19.4, 11.2, 8.0, 0.8, 10.9, 2.5, 0.8),
    "round": EyeCut(38.0, 3.0, 20.4, 14.0, 9.6, 1.0, 12.6, 3.2, 3.4),
    "narrow": EyeCut(37.5, 3.0, 20.8, 10.0, 7.2, 3.6, 10.8, 2.8, 2.2, 0.40),
    "bright": EyeCut(37.8, 3.0, 20.8, 11.4, 8.2, 3.2, 11.6, 3.3, 4.6, 0.55),
    "hooded": EyeCut(37.5, 3.0, 18.8, 10.2, 7.8, -0.6, 10.6, 2.4, 0.6, 0.62),
    "deep": EyeCut(37.0, 3.0, 19.6, 11.4, 8.2, 1.6, 11.2, 2.7, 1.2, 1.15),
    "fox": EyeCut(42.0, 0.0, 19.0, 16.5, 14.0, 2.6, 15.5, 4.2, 3.0, 0.2),
    "robot": EyeCut(40.0, -8.0, 21.0, 25.0, 23.0, 0.0, 17.0, 0.4, 0.0, 0.0),
}
"""Cuts of eyes."""

BROWS: dict[str, Brow] = {
    "arched": Brow(((18, -28.5), (30, -32), (46, -34.5), (63, -27.5)), (3.2, 5.8, 4.8, 1.0), 0.88),
    "straight": Brow(((15, -26.5), (29, -29.5), (47, -31), (65, -24)), (4.2, 7.8, 6.6, 1.6), 0.9),
    "soft": Brow(((18, -27), (31, -30.5), (47, -31.5), (62, -26)), (3.4, 5.2, 4.4, 1.2), 0.78),
    "bold": Brow(((14, -26), (29, -30.5), (48, -33), (67, -25)), (5.2, 9.4, 8.0, 1.8), 0.94),
    "fine": Brow(((19, -29), (31, -33.5), (47, -35.5), (63, -28)), (2.4, 4.0, 3.2, 0.8), 0.82),
    "bushy": Brow(((14, -25), (29, -29), (48, -30.5), (67, -22)), (6.0, 9.2, 8.2, 2.6), 0.92),
    "flat": Brow(((17, -27.5), (31, -29), (47, -30), (64, -26)), (4.0, 6.6, 5.6, 1.4), 0.86),
    "fox": Brow(((24, -33), (34, -38), (47, -39), (58, -33)), (5.0, 8.0, 7.0, 2.0), 0.75),
    "robot": Brow(((22, -44), (33, -47), (46, -47), (58, -44)), (3.4, 4.2, 4.2, 3.4), 0.9),
}
"""Cuts of brows, each given by four spots."""

NOSES: dict[str, NoseCut] = {
    "small": NoseCut(14.0, 42.0, 6.0, 0.78),
    "straight": NoseCut(15.0, 43.0, 6.5, 0.85),
    "strong": NoseCut(17.0, 45.0, 7.5, 1.0),
    "broad": NoseCut(20.0, 44.0, 9.0, 0.82),
    "fine": NoseCut(13.5, 44.5, 5.6, 1.0),
    "rounded": NoseCut(17.5, 43.0, 8.0, 0.72),
    "fox": NoseCut(17.0, 38.0, 6.0, 0.0),
    "robot": NoseCut(10.0, 40.0, 6.0, 0.0),
}
"""Cuts of noses."""

LIPS: dict[str, LipCut] = {
    "medium": LipCut(70.0, 27.5, 8.6, 10.8, 2.8, 1.15),
    "thin": LipCut(73.0, 28.5, 5.6, 7.8, 1.6, 1.35),
    "full": LipCut(70.5, 28.0, 10.2, 12.8, 2.6, 1.05),
    "wide": LipCut(71.0, 28.8, 7.6, 9.6, 2.2, 1.15),
    "small": LipCut(69.5, 25.0, 7.6, 9.6, 2.6, 1.2),
    "fox": LipCut(63.0, 29.0, 2.6, 3.4, 1.0, 1.25),
    "robot": LipCut(56.0, 27.0, 3.4, 3.8, 0.2, 1.1),
}
"""Cuts of lips."""

BUILDS: dict[str, Build] = {
    "petite": Build(143.0, 112.0, 90.0, 114.0, 0.88, 34.0),
    "slim": Build(150.0, 118.0, 96.0, 120.0, 0.94, 36.5),
    "lean": Build(168.0, 132.0, 108.0, 116.0, 1.0, 43.0),
    "average": Build(162.0, 130.0, 116.0, 130.0, 1.02, 41.0),
    "broad": Build(182.0, 148.0, 128.0, 128.0, 1.12, 46.5),
    "athletic": Build(188.0, 152.0, 116.0, 122.0, 1.2, 50.0),
    "full": Build(164.0, 142.0, 138.0, 156.0, 1.20, 41.0),
    "stout": Build(180.0, 152.0, 156.0, 150.0, 1.20, 50.0),
    "mascot": Build(142.0, 116.0, 116.0, 124.0, 1.0, 40.0),
    "machine": Build(156.0, 128.0, 96.0, 110.0, 0.96, 30.0),
}
"""Bodies."""

NECKS: dict[str, float] = {"short": 20.0, "medium": 12.0, "long": 0.0}
"""How far (units) the body is moved up under the head."""

SKINS: dict[str, Skin] = {
    "tan": Skin("#cf9068", "#e3ab81", "#b06a51", "#86443c", "#cf6a55", "#b9605c", "#9f4c4d", "#e09a90"),
    "fair": Skin("#e9b593", "#f7d0b1", "#cc8a70", "#a15f55", "#dd7d66", "#c4776c", "#a85d58", "#dd9a8b"),
    "porcelain": Skin("#f3cdb4", "#fde3cf", "#dda48f", "#b0716a", "#e88d7d", "#cf7a77", "#b46162", "#e7a8a0"),
    "light": Skin("#eabf9a", "#f8d8b6", "#cf957a", "#a2685c", "#dd8268", "#c0706a", "#a55a58", "#dd9a90"),
    "olive": Skin("#d9a77b", "#ecc397", "#b97f61", "#8c5548", "#cf7458", "#b2645c", "#974f4b", "#d6958a"),
    "bronze": Skin("#b97a52", "#d09668", "#965643", "#6b3633", "#bb5b48", "#9c5049", "#833f3d", "#c98377"),
    "brown": Skin("#96603f", "#b07a54", "#784335", "#52292a", "#a04e3d", "#874440", "#6e3435", "#b8766a"),
    "deep": Skin("#754831", "#916045", "#5b3229", "#3c1f21", "#85402f", "#753a39", "#5c2c2e", "#a3655d"),
    "ebony": Skin("#5a3727", "#774d38", "#442620", "#2b161a", "#6c3327", "#632f30", "#4b2327", "#8f554f"),
}
"""Skins by name, from tones that an artist chose."""

HAIRS: dict[str, Material] = {
    "espresso": Material("#34211f", "#23151a", "#170d13", "#6d4437"),
    "brown": Material("#51331f", "#3a231a", "#281714", "#9a6842"),
    "black": Material("#272120", "#1a1616", "#110e0f", "#5c5150"),
    "blue_black": Material("#23242e", "#181922", "#0e0f16", "#525a72"),
    "chestnut": Material("#6b3a22", "#4d271b", "#371a15", "#b46f42"),
    "auburn": Material("#91421f", "#6d2d1a", "#4d1d15", "#d67a41"),
    "honey": Material("#b07a3c", "#8a5a2d", "#684022", "#e8bb73"),
    "blond": Material("#cfa462", "#a97d48", "#835b36", "#f4d99c"),
    "grey": Material("#8d8a90", "#6c6971", "#4f4c56", "#c3c1c6"),
    "silver": Material("#c1c0c6", "#9a98a2", "#76747f", "#efeef1"),
    "white": Material("#e4e1e0", "#bdb9bc", "#969298", "#ffffff"),
    "salt": Material("#5d5a60", "#444148", "#302d35", "#a09da3"),
    "rose": Material("#c98086", "#a45f6c", "#7d4555", "#f0b5b4"),
}
"""Hair by name."""

IRISES: dict[str, tuple[str, str, str]] = {
    "brown": ("#2a1612", "#5b3420", "#8f5c34"),
    "dark": ("#1a100e", "#3a2118", "#684028"),
    "hazel": ("#33281a", "#6b5630", "#a28a52"),
    "green": ("#1f3229", "#4a6b50", "#86a074"),
    "blue": ("#1d2d40", "#44688a", "#86abc4"),
    "grey": ("#1f2d33", "#46616a", "#7f9c9c"),
    "amber": ("#5a2c0c", "#a85f18", "#eaa63c"),
    "cyan": ("#1d8fb0", "#4fd5ef", "#c9fbff"),
}
"""Eyes' colours: the ring, the middle and the light."""


def skin_of(tone: str) -> Skin:
    """The skin of a name of `SKINS`, or of any `#rrggbb`, its shade turned towards red-violet."""
    if tone in SKINS:
        return SKINS[tone]
    light, chroma, hue = to_lch(tone)
    step = 0.45 + 0.65 * light
    return Skin(
        tone,
        from_lch(light + 0.075 * step, chroma * 0.94, hue + 5),
        from_lch(light - 0.125 * step, chroma * 1.10, hue - 15),
        from_lch(light - 0.26 * step, chroma * 1.02, hue - 27),
        from_lch(light - 0.085 * step, chroma + 0.045, 34),
        from_lch(light - 0.15 * step, chroma + 0.025, 24),
        from_lch(light - 0.23 * step, chroma + 0.02, 21),
        from_lch(light + 0.01, chroma + 0.01, 28),
    )


def hair_of(tone: str) -> Material:
    """The hair of a name of `HAIRS`, or of any `#rrggbb`."""
    if tone in HAIRS:
        return HAIRS[tone]
    return Material(tone, shift(tone, -0.075, 0.95, -8), shift(tone, -0.14, 0.9, -14), shift(tone, 0.15, 1.0, 8))


def iris_of(tone: str) -> tuple[str, str, str]:
    """The eyes' colours of a name of `IRISES`, or of any `#rrggbb`."""
    return IRISES[tone] if tone in IRISES else (shift(tone, -0.18), tone, shift(tone, 0.16))
