"""What makes one presenter differ from another: proportions, features, tones and dress, as numbers for one rig."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.avatar.drawing.curves import Spot
from renderers.avatar.drawing.tones import Material

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
    """An eye: centre, half width, height over and under the centre, rise of the outer corner, iris and lashes.

    `crease` is how far the fold lies above the lid, as a share of the usual.
    """

    x: float
    y: float
    half: float
    above: float
    below: float
    tilt: float
    iris: float
    lash: float
    wing: float
    crease: float = 1.0


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
class Build:
    """A body: half widths of shoulders, chest, waist and hips, how thick arms and legs are, and half the neck."""

    shoulder: float
    chest: float
    waist: float
    hip: float
    limb: float
    neck: float


@dataclass(frozen=True)
class Dress:
    """What is worn: the garment in the brand's colour, what shows at its neck, and what is worn below it.

    `second` is the colour of what is under a jacket or on a trim, `trousers` and `shoes` of what is below.
    """

    garment: str
    second: str
    trousers: str
    shoes: str
    legs: str = "trousers"
    necklace: bool = False


@dataclass(frozen=True)
class Character:
    """One presenter. `species` is `human`, `fox` or `robot`; `mouth` are the tones inside it where they are special.

    `raised` is how far (units) the body is moved up under the head: the neck is as much shorter.
    """

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
    build: Build
    dress: Dress
    jaw_drop: float
    ears: bool
    beard: float
    beard_cut: str = "full"
    glasses: str = "none"
    earrings: str = "none"
    age: float = 0.0
    freckles: float = 0.0
    seated: bool = False
    species: str = "human"
    mouth: tuple[str, ...] = ()
    raised: float = 0.0

    @property
    def neck(self) -> float:
        """Half the width of the neck."""
        return self.build.neck

    @property
    def shoulder(self) -> float:
        """Half the width of the shoulders."""
        return self.build.shoulder
