"""What makes one presenter differ from another: proportions, features, tones and dress, as numbers for one rig."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.avatar.drawing_kept.curves import Spot
from renderers.avatar.drawing_kept.tones import Material

Spots = tuple[Spot, ...]


@dataclass(frozen=True)
class Skin:
    """Tones of skin and lips; shade turns to red-violet, never to grey."""

    base: str
    light: str
    shade: str
    deep: str
    blush: str
    lip: str
    lip_upper: str
    lip_light: str


@dataclass(frozen=True)
class EyeCut:
    """An eye: centre, half width, height over and under the centre, rise of the outer corner, iris and lashes."""

    x: float
    y: float
    half: float
    above: float
    below: float
    tilt: float
    iris: float
    lash: float
    wing: float


@dataclass(frozen=True)
class Brow:
    """A brow: spots from the inner to the outer end and its width at each."""

    spots: Spots
    widths: tuple[float, ...]
    alpha: float


@dataclass(frozen=True)
class NoseCut:
    """A nose: half width of the wings, the height of its base, half width of the bridge, and strength of its planes."""

    half: float
    base: float
    bridge: float
    planes: float


@dataclass(frozen=True)
class LipCut:
    """Lips: centre height, half width, both thicknesses, depth of the bow, and how far a smile lifts the corners."""

    y: float
    half: float
    upper: float
    lower: float
    bow: float
    smile: float


@dataclass(frozen=True)
class Character:
    """One presenter."""

    id: str
    skin: Skin
    hair: Material
    hair_style: str
    iris: tuple[str, str, str]
    face: Spots
    eye: EyeCut
    brow: Brow
    nose: NoseCut
    lips: LipCut
    neck: float
    shoulder: float
    outfit: str
    jaw_drop: float
    ears: bool
    beard: float


MAYA = Character(
    id="maya",
    skin=Skin("#cf9068", "#e3ab81", "#b06a51", "#86443c", "#cf6a55", "#b9605c", "#9f4c4d", "#e09a90"),
    hair=Material("#34211f", "#23151a", "#170d13", "#6d4437"),
    hair_style="lob",
    iris=("#2a1612", "#5b3420", "#8f5c34"),
    face=((0, -112), (44, -104), (70, -74), (79, -30), (79.5, 6), (77, 36), (68, 66), (49, 94), (25, 113), (0, 118)),
    eye=EyeCut(x=37.5, y=3.0, half=20.2, above=12.2, below=8.6, tilt=2.2, iris=11.6, lash=3.2, wing=4.0),
    brow=Brow(((18, -28.5), (30, -32), (46, -34), (63, -27.5)), (2.8, 5.4, 4.4, 1.0), 0.88),
    nose=NoseCut(half=15.0, base=43.0, bridge=6.5, planes=0.85),
    lips=LipCut(y=70.0, half=27.5, upper=8.6, lower=10.8, bow=2.8, smile=1.15),
    neck=37.0,
    shoulder=150.0,
    outfit="blouse",
    jaw_drop=13.0,
    ears=False,
    beard=0.0,
)

DANIEL = Character(
    id="daniel",
    skin=Skin("#e9b593", "#f7d0b1", "#cc8a70", "#a15f55", "#dd7d66", "#c4776c", "#a85d58", "#dd9a8b"),
    hair=Material("#51331f", "#3a231a", "#281714", "#9a6842"),
    hair_style="quiff",
    iris=("#1f2d33", "#46616a", "#7f9c9c"),
    face=((0, -112), (46, -104), (71, -74), (80, -30), (80.5, 6), (78.5, 38), (73, 70), (57, 99), (32, 118), (0, 123)),
    eye=EyeCut(x=37.5, y=3.0, half=18.8, above=10.4, below=7.8, tilt=0.8, iris=10.4, lash=2.4, wing=0.8),
    brow=Brow(((15, -26.5), (29, -29.5), (47, -31), (65, -24)), (4.0, 7.6, 6.4, 1.6), 0.9),
    nose=NoseCut(half=17.0, base=45.0, bridge=7.5, planes=1.0),
    lips=LipCut(y=73.0, half=28.5, upper=5.6, lower=7.8, bow=1.6, smile=1.35),
    neck=46.0,
    shoulder=182.0,
    outfit="shirt",
    jaw_drop=13.0,
    ears=True,
    beard=0.9,
)

CHARACTERS: dict[str, Character] = {character.id: character for character in (MAYA, DANIEL)}
"""Every presenter by id."""
