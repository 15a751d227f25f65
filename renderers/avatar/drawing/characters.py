"""Presenters' documents turned into the numbers that are drawn."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from renderers.avatar.drawing.character import Character, Dress, Skin
from renderers.avatar.drawing.features import (
    BROWS,
    BUILDS,
    EYES,
    FACES,
    LIPS,
    NECKS,
    NOSES,
    hair_of,
    iris_of,
    skin_of,
)
from renderers.avatar.drawing.tones import mix
from renderers.avatar.presenter import Presenter, read_presenter
from renderers.avatar.stock import STOCK

_OPEN_EARS = ("quiff", "crop", "side_part", "tousled", "buzz", "bald", "coils", "bun", "ponytail", "turban")
"""Hair that leaves the ears to be seen."""
_ROBOT_SKIN = Skin("#14222e", "#1d3140", "#101b25", "#0d1820", "#2a9fc0", "#5fe3ff", "#4fd5ef", "#c9fbff")
_ROBOT_MOUTH = ("#2f8aa6", "#123a4a", "#3fbcd8", "#7be6fb", "#c9fbff", "#3fa6c0", "#0c2733", "#1d6f88")
_FOX_MOUTH = ("#74302f", "#3d141a", "#d0706a", "#e08a82", "#fbf5ec", "#c9a89a", "#4a1a20", "#5a2a28")


def character_of(presenter: Presenter) -> Character:
    """What a presenter's document says, as it is drawn."""
    skin = skin_of(presenter.skin)
    mouth: tuple[str, ...] = ()
    if presenter.gender == "male":
        # Without make-up, lips are near to the skin.
        skin = replace(
            skin,
            lip=mix(skin.lip, skin.base, 0.42),
            lip_upper=mix(skin.lip_upper, skin.shade, 0.50),
            lip_light=mix(skin.lip_light, skin.light, 0.30),
        )
    if presenter.species == "robot":
        skin, mouth = _ROBOT_SKIN, _ROBOT_MOUTH
    elif presenter.species == "fox":
        # A fox's lips are the dark line of its muzzle.
        skin = Skin(skin.base, skin.light, skin.shade, skin.deep, skin.blush, "#8a5548", "#6b3d36", "#b9897a")
        mouth = _FOX_MOUTH
    return Character(
        id=presenter.id,
        skin=skin,
        hair=hair_of(presenter.hair_colour),
        hair_style=presenter.hair,
        iris=iris_of(presenter.eye_colour),
        face=FACES[presenter.face],
        eye=EYES[presenter.eyes],
        brow=BROWS[presenter.brows],
        nose=NOSES[presenter.nose],
        lips=LIPS[presenter.lips],
        build=BUILDS[presenter.build],
        dress=Dress(
            presenter.outfit, presenter.second, presenter.trousers, presenter.shoes, presenter.legs, presenter.necklace
        ),
        jaw_drop=8.0 if presenter.species == "robot" else 13.0,
        ears=presenter.hair in _OPEN_EARS and presenter.species == "human",
        beard=0.0 if presenter.beard == "none" else presenter.beard_strength,
        beard_cut="full" if presenter.beard == "none" else presenter.beard,
        glasses=presenter.glasses,
        earrings=presenter.earrings,
        age=presenter.years,
        freckles=presenter.freckles,
        seated=presenter.seated,
        species=presenter.species,
        mouth=mouth,
        raised=NECKS[presenter.neck],
    )


CHARACTERS: dict[str, Character] = {presenter.id: character_of(presenter) for presenter in STOCK}
"""Every presenter of the stock cast by id."""


@lru_cache(maxsize=16)
def find_character(variant: str) -> Character | None:
    """The presenter of the stock cast with this id, or the one that a document describes; None for a stranger.

    Raises `RenderError` for a document that is wrong.
    """
    return character_of(read_presenter(variant)) if variant.lstrip().startswith("{") else CHARACTERS.get(variant)
