"""A presenter taken apart: every part drawn once at rest, and where the pose puts it. Only the mouth is drawn anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache, partial

import numpy as np

from renderers.avatar.drawing import eyes, face, hair, mouth, skin
from renderers.avatar.drawing.accessories import GLASSES_BOUNDS, before_hair, paint_glasses, place_glasses
from renderers.avatar.drawing.beard import beard_piece, place_beard
from renderers.avatar.drawing.body import Piece, Shares, body_pieces, hand_piece, hand_shares, place_body, rim_tone
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.characters import find_character
from renderers.avatar.drawing.curves import Points
from renderers.avatar.drawing.eye_parts import Eye, nearest_state
from renderers.avatar.drawing.figure import BEHIND_NECK, ON_BODY, in_front
from renderers.avatar.drawing.hair_styles import HAIR_STYLES
from renderers.avatar.drawing.headwear import drape_piece
from renderers.avatar.drawing.parts import Bounds, Field, Matrix, Paint, Part, Placement, cut_parts
from renderers.avatar.drawing.pose import Pose, Way, face_depth, rim_depth
from renderers.avatar.drawing.tiles import Placed
from renderers.raster import skia

_REST = Pose()
_WHOLE = (-172.0, -210.0, 172.0, 340.0)
_HANDS = 64
"""How many states of the hands are kept."""
_EYES = 64
"""How many states of the eyes are kept; they come back with every blink and glance."""


class Rig:
    """The parts of one presenter in one tint at `scale` pixels a unit, clothed down to y = `depth`.

    `made` counts the states of hands and eyes that were drawn.
    """

    def __init__(self, character: Character, tint: str, scale: float, depth: float) -> None:
        self.character, self._scale = character, scale
        self.made = 0
        masses = hair.front_paths(character, _REST)
        loose = HAIR_STYLES[character.hair_style].loose
        hanging = partial(_hanging, loose=loose)

        def part(bounds: Bounds, paint: Paint, *fields: Field) -> Part:
            return cut_parts(bounds, scale, [paint], fields)[0]

        def made(piece: Piece) -> Part:
            return part(piece.bounds, piece.paint, *piece.fields)

        rim = rim_tone(tint)
        white = skia.Paint(AntiAlias=True, Color=skia.ColorWHITE)
        edge = face.face_path(character, _REST)
        self._body = {name: made(piece) for name, piece in body_pieces(character, tint, depth).items()}
        drape = drape_piece(character, tint)
        self._drape = [made(drape)] if drape is not None else []
        self._back = part(_WHOLE, lambda canvas: hair.paint_back_hair(canvas, character, _REST), hanging)
        self._neck = made(face.neck_piece(character, tint))
        self._chin = part((-90, 60, 90, 180), lambda canvas: face.paint_chin_shadow(canvas, character, _REST))
        self._ears = [
            part((-106, -30, 106, 76),
            lambda canvas, way=way: face.paint_ear(canvas, character, way))  # type: ignore[misc]
            for way in (-1, 1) if character.ears
        ]  # fmt: skip
        self._edge, self._rim = cut_parts(
            _WHOLE, scale,
            (lambda canvas: canvas.drawPath(edge, white), lambda canvas: face.paint_rim(canvas, character, _REST, rim)),
            (rim_depth, face.jaw_share, face.jaw_pinch, face.cheek_rise),
        )  # fmt: skip
        self._skin = part((-116, -130, 116, 172), lambda canvas: skin.paint_skin(canvas, character))
        self._beard = [made(beard_piece(character)) for _ in range(character.beard > 0)]
        self._creases = part(
            (-60, 20, 60, 110), lambda canvas: mouth.paint_creases(canvas, character, _REST, 1.0),
            face_depth, partial(_crease_drop, end=character.lips.y - 8),
        )  # fmt: skip
        self._lip_shade = part(
            (-40, 60, 40, 130), lambda canvas: mouth.paint_lip_shade(canvas, character, _REST), face_depth
        )
        self._nose = part((-30, -34, 30, 62), lambda canvas: skin.paint_nose(canvas, character))
        self._iris = part((-26, -26, 26, 26), lambda canvas: eyes.paint_iris(canvas, character))
        self._brows = [
            part(
                (-90, -76, 90, 0), partial(eyes.paint_brow, character=character, pose=_REST, side=side),
                lambda x, y: face_depth(x, y) + eyes.BROW_AHEAD, partial(_brow_share, character, eyes.BROW_SHARES),
                partial(_brow_share, character, eyes.BROW_INNER_SHARES),
            )
            for side in (-1.0, 1.0)
        ]  # fmt: skip
        self._glasses = [
            part(GLASSES_BOUNDS, lambda canvas: paint_glasses(canvas, character))
            for _ in range(character.glasses != "none")
        ]
        ahead: Field = hair.front_depth if character.species == "human" else lambda x, y: np.full_like(x, 40.0)
        self._shadow, self._front = cut_parts(
            _WHOLE, scale,
            (
                lambda canvas: hair.paint_hair_shadow(canvas, character, masses),
                lambda canvas: hair.paint_front_hair(canvas, character, _REST, masses, rim),
            ),
            (ahead, hanging),
        )  # fmt: skip
        self._earrings = [
            part((-106, 20, 106, 80), lambda canvas: face.paint_pair(canvas, character))
            for _ in range(before_hair(character))
        ]
        self._eyes: OrderedDict[tuple[float, eyes.Lids], Eye] = OrderedDict()
        self._hands: OrderedDict[tuple[float, Shares], Part] = OrderedDict()

    def place(self, pose: Pose) -> tuple[list[Placed], list[Placed]]:
        """What is behind the mouth on a frame and what is in front of it, each from back to front."""
        character = self.character
        places = place_body(character, pose)
        head, ahead = pose.plane(0.0), pose.ahead
        trail = _along(pose, *pose.hair)
        neck = Placed(self._neck, face.place_neck(character, pose))
        jaw = face.jaw_amount(character, pose)
        dropped = Placement(
            head,
            (ahead, _along(pose, 0, jaw), _along(pose, jaw, 0), _along(pose, pose["smile"] - _REST["smile"], 0)),
        )
        edge, fall = Placed(self._edge, dropped, shown=False), Placement(head, (ahead, trail))

        def body(names: Sequence[str]) -> list[Placed]:
            return [Placed(self._body[name], places[name]) for name in names if name in self._body]

        behind = [
            *body(BEHIND_NECK),
            Placed(self._back, Placement(pose.plane(hair.BACK_DEPTH), (trail,))),
            neck,
            Placed(self._chin, Placement(_moved(pose.plane(face.CHIN_SHADOW_DEPTH), _along(pose, 0, jaw))), neck),
            *body(ON_BODY),
            *(Placed(drape, places["torso"]) for drape in self._drape),
            *(Placed(ear, Placement(pose.plane(face.EAR_DEPTH))) for ear in self._ears),
            edge,
            Placed(self._skin, Placement(pose.plane(face.SKIN_DEPTH)), edge),
            *(Placed(beard, place_beard(character, pose), edge) for beard in self._beard),
            Placed(self._shadow, fall, edge),
        ]
        if character.species == "human":
            behind += [
                Placed(
                    self._creases,
                    Placement(head, (ahead, _along(pose, 0, 0.25 * jaw)), mouth.crease_strength(character, pose)),
                ),
                Placed(
                    self._lip_shade,
                    Placement(_moved(head, _along(pose, 0, mouth.lip_shade_drop(character, pose))), (ahead,)),
                ),
            ]
        front = [Placed(self._nose, Placement(face.nose_plane(pose)))]
        for side, name in ((-1.0, "left"), (1.0, "right")):
            front += self._place_eye(pose, side, eyes.open_lids(character, pose, name))
        inner = _along(pose, 0, -eyes.brow_inner(pose))
        front += [
            Placed(brow, Placement(head, (ahead, _along(pose, 0, -eyes.brow_lift(pose, name)), inner)))
            for brow, name in zip(self._brows, ("left", "right"), strict=True)
        ]
        if character.ears:
            front.append(Placed(self._rim, dropped))
        front += [Placed(glasses, Placement(place_glasses(pose))) for glasses in self._glasses]
        front.append(Placed(self._front, fall))
        front += [Placed(pair, Placement(pose.plane(face.EARRING_DEPTH))) for pair in self._earrings]
        hands = {
            f"hand_{name}": self._hand(side, hand_shares(pose, name)) for name, side in (("left", -1.0), ("right", 1.0))
        }
        front += [Placed(hands.get(name) or self._body[name], places[name]) for name in in_front(character)]
        return behind, front

    def prepare(self, pose: Pose) -> bool:
        """Draw one state of the hands or the eyes that `pose` shows and that is not there; whether there was one."""
        before = self.made
        for name, side in (("left", -1.0), ("right", 1.0)):
            self._hand(side, hand_shares(pose, name))
            if self.made == before:
                self._eye(side, nearest_state(self.character, eyes.open_lids(self.character, pose, name)))
            if self.made != before:
                return True
        return False

    def _hand(self, side: float, shares: Shares) -> Part:
        found = self._hands.get((side, shares))
        if found is None:
            self.made += 1
            piece = hand_piece(self.character, side, shares)
            found = self._hands[side, shares] = cut_parts(piece.bounds, self._scale, [piece.paint])[0]
            if len(self._hands) > _HANDS:
                self._hands.popitem(last=False)
        self._hands.move_to_end((side, shares))
        return found

    def _place_eye(self, pose: Pose, side: float, lids: eyes.Lids) -> Sequence[Placed]:
        found = self._eye(side, nearest_state(self.character, lids))
        bent = Placement(pose.plane(0.0), (pose.ahead, *(_along(pose, 0, way) for way in found.bend(lids))))
        gap = Placed(found.gap, bent, shown=False)
        x, y = eyes.iris_spot(self.character, pose, side)
        iris = Placed(self._iris, Placement((1, 0, 0, 1, x, y)), gap)
        return Placed(found.under, bent), gap, iris, Placed(found.over, bent)

    def _eye(self, side: float, lids: eyes.Lids) -> Eye:
        state = side, lids
        found = self._eyes.get(state)
        if found is None:
            self.made += 1
            found = self._eyes[state] = Eye(self.character, self._scale, *state)
            if len(self._eyes) > _EYES:
                self._eyes.popitem(last=False)
        self._eyes.move_to_end(state)
        return found

    @property
    def bytes(self) -> int:
        """The memory that the cut-outs hold."""
        parts = [part for part in vars(self).values() if isinstance(part, Part)]
        parts += [
            *self._body.values(),
            *self._drape,
            *self._beard,
            *self._ears,
            *self._brows,
            *self._glasses,
            *self._hands.values(),
        ]
        for eye in self._eyes.values():
            parts += [eye.under, eye.gap, eye.over]
        return sum(part.cutout.bytes for part in parts)


@lru_cache(maxsize=2)
def rig(character_id: str, tint: str, scale: float, depth: float) -> Rig:
    """The rig of a presenter, kept for the next scene."""
    character = find_character(character_id)
    assert character is not None
    return Rig(character, tint, scale, depth)


def _along(pose: Pose, x: float, y: float) -> Way:
    """A way in head space as it is seen."""
    (a, b), (c, d) = pose.across, pose.down
    return a * x + c * y, b * x + d * y


def _moved(matrix: Matrix, way: Way) -> Matrix:
    a, b, c, d, e, f = matrix
    return a, b, c, d, e + way[0], f + way[1]


def _hanging(x: Points, y: Points, *, loose: float) -> Points:
    return hair.hang_share(x, y) * loose


def _crease_drop(x: Points, y: Points, *, end: float) -> Points:
    """How much of the jaw's pull each point of the creases follows: their lower ends all of it."""
    return np.clip((y - 51) / (end - 51), 0, 1)


def _brow_share(character: Character, shares: Sequence[float], x: Points, y: Points) -> Points:
    return np.asarray(np.interp(np.abs(x), [spot[0] for spot in character.brow.spots], shares))
