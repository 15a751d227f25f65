"""A scene flooded with the brand's colour: the palette turned inside out, so that the colour is the ground.

Text on it reaches 6.5:1, so that 4.5:1 are left where a backdrop is a little stronger than its ground.
"""

from __future__ import annotations

from functools import lru_cache

from renderers.colour import MUTED_CONTRAST, NEUTRAL_CHROMA, contrast, from_oklch, mix, to_oklch
from renderers.look import Palette

_STEP = 0.005
_SURFACE = 0.06
"""How much further from the ink than the ground plates are, in lightness."""
_MUTED, _LEAST_MUTED = 0.1, 5.4
"""How far quieter text steps back towards the ground, and the contrast that it keeps."""
_ACCENT = 0.3
_LIGHTER = 0.05
"""Light ink is taken where it asks for no more change of the colour than dark ink and so much."""


@lru_cache(maxsize=32)
def flooded(palette: Palette) -> Palette:
    """`palette` with its primary colour as the ground, changed no more than readable text asks for.

    What was painted in that colour is painted in the colour of the text. An accent would fight with a strong colour all
    round it: there it is a step from the text towards the ground.
    """
    own, chroma, hue = to_oklch(palette.primary)
    tries = []
    for ink, step in (
        (from_oklch(0.985, min(chroma, 0.012), hue), -_STEP),
        (from_oklch(0.2, min(chroma, 0.03), hue), _STEP),
    ):
        lightness = own
        while contrast(ink, ground := from_oklch(lightness, chroma, hue)) < MUTED_CONTRAST and 0.0 < lightness < 1.0:
            lightness += step
        tries.append((abs(lightness - own), ink, ground, lightness, step))
    light, dark = tries
    _, ink, ground, lightness, step = light if light[0] <= dark[0] + _LIGHTER else dark
    muted = mix(ink, ground, _MUTED)
    further = min(max(lightness + (_SURFACE if step > 0 else -_SURFACE), 0.0), 1.0)
    return Palette(
        background=ground,
        surface=from_oklch(further, chroma, hue),
        primary=ink,
        secondary=palette.secondary,
        accent=mix(ink, ground, _ACCENT) if chroma > NEUTRAL_CHROMA else palette.accent,
        text=ink,
        muted=muted if contrast(muted, ground) >= _LEAST_MUTED else ink,
        on_primary=ground,
        dark=step < 0,
    )
