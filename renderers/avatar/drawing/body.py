"""The body below the neck as pieces: each drawn once at rest, and where a pose puts it.

Both the still and the film are made of the same pieces. Arms are two bones with round joints; a piece that bends has
fields, as the cut-outs of `parts` have them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from renderers.avatar.channels import REST
from renderers.avatar.drawing import chair, legs, limbs
from renderers.avatar.drawing.character import Character, Skin
from renderers.avatar.drawing.clothing import brand_cloth, paint_clothing, second_cloth, sleeve_of
from renderers.avatar.drawing.curves import Points, smooth_path
from renderers.avatar.drawing.hand_shapes import blend_shapes
from renderers.avatar.drawing.hands import REACH, paint_hand
from renderers.avatar.drawing.paints import glow
from renderers.avatar.drawing.parts import Bounds, Field, Matrix, Placement
from renderers.avatar.drawing.pose import Pose, shrug_share, torso_depth
from renderers.avatar.drawing.tones import from_lch, to_lch
from renderers.raster import skia

Shares = tuple[tuple[str, int], ...]
"""The shapes of a hand by weight, in steps."""

_STEPS = 6
"""Steps of a hand's change from one shape to another that are drawn."""
_SHOULDER_IN, _SHOULDER_Y = 27.0, 234.0
_PAW = Skin("#5a3429", "#7a4c3c", "#412320", "#2b1617", "#8a5246", "#5a3429", "#412320", "#7a4c3c")
"""A fox's paws are dark."""
_LAP = 30.0
"""How much further (degrees) the elbow of somebody seated is bent at rest, so that the hands lie on the lap."""
_STEADY_FROM, _STEADY_TO = 640.0, 1240.0


@dataclass(frozen=True)
class Piece:
    """Something drawn once: within which bounds (units), how, and the fields by which it bends."""

    bounds: Bounds
    paint: Callable[[skia.Canvas], object]
    fields: tuple[Field, ...] = ()


def rim_tone(tint: str) -> str:
    """The colour of the light from behind: pale, warm, with a breath of `tint`."""
    return from_lch(0.90, 0.06, to_lch(tint)[2])


def lower_edge(character: Character) -> float:
    """How far down a presenter reaches, in figure units."""
    return (legs.SEATED_GROUND if character.seated else legs.GROUND) - character.raised


def raise_body(character: Character, matrix: Matrix) -> Matrix:
    """A matrix of the body with the body as far under the head as it is with this presenter."""
    return (*matrix[:5], matrix[5] - character.raised)


@lru_cache(maxsize=64)
def body_pieces(character: Character, tint: str, depth: float) -> dict[str, Piece]:
    """The pieces that never change, by name, from back to front; none that lie wholly below y = `depth`."""
    # Pieces are drawn where they would be under a head that nothing is raised to.
    depth += character.raised
    cloth, under, rim = brand_cloth(character, tint), second_cloth(character, tint), rim_tone(tint)
    sleeve = sleeve_of(character)
    pieces: dict[str, Piece] = {}
    end = lower_edge(character) + character.raised
    if character.seated and depth > 370:
        pieces["chair_back"] = Piece(
            (-300, 370, 300, min(end, depth + 16)), lambda canvas: chair.paint_chair_back(canvas, character, cloth)
        )
    if depth > 620:
        pieces["legs"] = Piece(
            (-240, 620, 240, min(end, depth + 16)), lambda canvas: legs.paint_legs(canvas, character, cloth), (_steady,)
        )
    pieces["torso"] = Piece(
        (-235, 110, 235, min(720.0, depth + 16)),
        lambda canvas: _paint_torso(canvas, character, tint, rim),
        (torso_depth, shrug_share),
    )
    if character.seated and depth > 580:
        pieces["chair_front"] = Piece(
            (-300, 570, 300, min(end, depth + 16)), lambda canvas: chair.paint_chair_front(canvas, character, cloth)
        )
    for name, side in (("left", -1.0), ("right", 1.0)):
        upper = partial(limbs.paint_upper, character=character, side=side, cloth=cloth, sleeve=sleeve, rim=rim)
        fore = partial(
            limbs.paint_fore, character=character, side=side, cloth=cloth, under=under, sleeve=sleeve, rim=rim
        )
        first, second = rest_angles(character)
        pieces[f"upper_{name}"] = _hung(limbs.UPPER_REACH, upper, side * first)
        pieces[f"fore_{name}"] = _hung(limbs.FORE_REACH, fore, side * second)
    return pieces


def _paint_torso(canvas: skia.Canvas, character: Character, tint: str, rim: str) -> None:
    if character.seated:
        # Whoever sits has the lap before the hem.
        h = character.build.hip
        canvas.clipPath(
            smooth_path(
                (
                    (-300, 0, 0),
                    (300, 0, 0),
                    (h + 40, 560, 0.3),
                    (h + 8, 604),
                    (h * 0.5, 636),
                    (0, 644),
                    (-h * 0.5, 636),
                    (-h - 8, 604),
                    (-h - 40, 560, 0.3),
                )
            ),
            True,
        )
    paint_clothing(canvas, character, tint, rim)
    if not character.ears and character.hair_style in ("lob", "long", "curls", "braids"):
        # The shadow of hair that rests on the shoulders falls on the clothes and on nothing beside them.
        for side, alpha in ((-1, 0.26), (1, 0.34)):
            x, y = side * 90.0, 194.0
            shade = glow((x, y), 42, "#1a1026", alpha, 0.52, side * 12)
            shade.setBlendMode(skia.BlendMode.kSrcATop)
            canvas.drawCircle(x, y, 44, shade)


def _hung(bounds: Bounds, paint: Callable[[skia.Canvas], object], angle: float) -> Piece:
    """A piece drawn as it hangs at rest, turned by degrees: what is only moved is laid in half the time."""
    turn = math.radians(angle)
    sin, cos = math.sin(turn), math.cos(turn)
    corners = [(x * cos + y * sin, y * cos - x * sin) for x in bounds[::2] for y in bounds[1::2]]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, low = min(y for _, y in corners), max(y for _, y in corners)

    def hung(canvas: skia.Canvas) -> None:
        canvas.rotate(-angle)
        paint(canvas)

    return Piece((left, top, right, low), hung)


def breadth(character: Character, height: float) -> float:
    """How broad a presenter at rest is down to y = `height` (units), arms included, and a little to move in."""
    build = character.build
    # A region that is higher than it is wide shows more of the figure than it asks for.
    below = min(max(height + character.raised + 90.0 - _SHOULDER_Y, 0.0), limbs.UPPER)
    out = below * math.sin(math.radians(hang_angle(character)))
    return 2 * (build.shoulder - _SHOULDER_IN + out + 37.0 * build.limb + 16.0)


def rest_angles(character: Character) -> tuple[float, float]:
    """How upper arm and forearm hang at rest: degrees from the vertical, away from the body."""
    hang = hang_angle(character)
    return hang, hang - REST["elbow_left"] - (_LAP if character.seated else 0.0)


def bare_arms(character: Character) -> bool:
    """Whether the forearms are bare, so that hands lie over them and not under their cuffs."""
    return sleeve_of(character) == "short"


def hand_shares(pose: Pose, side: str) -> Shares:
    """The state of a hand that is drawn for a pose: its shapes' weights in whole steps."""
    weights = pose.hand(side)
    most = max(sum(weights.values()), 1.0)
    shares = ((shape, round(weight / most * _STEPS)) for shape, weight in weights.items())
    return tuple((shape, share) for shape, share in shares if share)


@lru_cache(maxsize=256)
def hand_piece(character: Character, side: float, shares: Shares) -> Piece:
    """A hand in one state."""
    hand, bare = blend_shapes({shape: share / _STEPS for shape, share in shares}), bare_arms(character)
    size = 0.98 + 0.30 * (character.build.limb - 1.0)

    def paint(canvas: skia.Canvas) -> None:
        canvas.scale(size, size)
        paint_hand(canvas, _PAW if character.species == "fox" else character.skin, hand, side, bare=bare)

    left, top, right, bottom = (edge * size for edge in REACH)
    return _hung((left, top, right, bottom), paint, side * rest_angles(character)[1])


def hang_angle(character: Character) -> float:
    """How far (degrees) an arm at rest hangs from the vertical, so that it leaves the body with a gap."""
    build = character.build
    wanted = max(build.waist, (build.waist + build.hip) / 2) + 30 * build.limb + 9 - (build.shoulder - _SHOULDER_IN)
    return max(5.0, math.degrees(math.asin(min(max(wanted / limbs.UPPER, 0.0), 0.6))))


def place_body(character: Character, pose: Pose) -> dict[str, Placement]:
    """Where every piece is seen, hands included (`hand_left`, `hand_right`)."""
    a, b, c, d, e, f = pose.torso
    still = Placement(raise_body(character, (1, 0, 0, 1, 0, 0)))
    placed = {
        "chair_back": still,
        "chair_front": still,
        "legs": Placement(still.matrix, ((e + c * _STEADY_FROM, 0.0),)),
        "torso": Placement(raise_body(character, pose.torso), pose.torso_pulls),
    }
    for name, side in (("left", -1.0), ("right", 1.0)):
        placed.update(_place_arm(character, pose, name, side))
    return placed


def _place_arm(character: Character, pose: Pose, name: str, side: float) -> dict[str, Placement]:
    # A broad body holds the arms out at rest, but where they do something the hands go to nearly the same place.
    bent = min(abs(pose[f"elbow_{name}"] - REST[f"elbow_{name}"]) / 40.0, 1.0)
    hang = hang_angle(character) * (1.0 - 0.4 * bent)
    x, y = pose.torso_spot(side * (character.build.shoulder - _SHOULDER_IN), _SHOULDER_Y)
    y -= character.raised
    upper = side * (hang + pose[f"shoulder_{name}"]) - 0.5 * pose["torso_lean"]
    resting = _on_lap(character, pose, name)
    fore = upper - side * (pose[f"elbow_{name}"] + _LAP * resting + hang * bent)
    hand = fore - side * pose[f"wrist_{name}"]
    reach = pose[f"reach_{name}"]
    short = (1.0 - 0.8 * reach) * (1.0 - 0.28 * resting)
    hung, held = (side * angle for angle in rest_angles(character))
    first, elbow = _bone(x, y, upper, hung, limbs.UPPER, 1.0)
    second, wrist = _bone(*elbow, fore, held, limbs.FORE, short)
    third, _ = _bone(*wrist, hand, held, 0.0, 1.0 - 0.4 * reach * reach, 1.0 + 0.16 * reach)
    return {
        f"upper_{name}": Placement(first),
        f"hand_{name}": Placement(third),
        f"fore_{name}": Placement(second),
    }


def _on_lap(character: Character, pose: Pose, name: str) -> float:
    """How far the hand of somebody seated lies on the lap: all at rest, not at all where the arm does something."""
    if not character.seated:
        return 0.0
    bent, lifted = abs(pose[f"elbow_{name}"] - 8.0) / 40.0, abs(pose[f"shoulder_{name}"]) / 16.0
    return max(0.0, 1.0 - max(bent, lifted))


def _bone(
    x: float, y: float, angle: float, drawn: float, length: float, short: float, size: float = 1.0
) -> tuple[Matrix, tuple[float, float]]:
    """The matrix of a limb from (x, y) that is turned by degrees from hanging down, and where it ends.

    It was drawn turned by `drawn` degrees, and is seen `short` of its length.
    """
    turn, back = math.radians(angle), math.radians(drawn)
    sin, cos, own, other = math.sin(turn), math.cos(turn), math.sin(back), math.cos(back)
    # Upright it would be (across, down); what was drawn is turned back to that first.
    across, down = (cos * size, -sin * size), (sin * short * size, cos * short * size)
    matrix = (
        across[0] * other + down[0] * own, across[1] * other + down[1] * own,
        down[0] * other - across[0] * own, down[1] * other - across[1] * own, x, y,
    )  # fmt: skip
    return matrix, (x + sin * short * length, y + cos * short * length)


def _steady(x: Points, y: Points) -> Points:
    """How much of the hips' way each point of the legs goes: the feet stay where they are."""
    share = (_STEADY_TO - y) / (_STEADY_TO - _STEADY_FROM)
    share = share.clip(0, 1)
    return share * share * (3 - 2 * share)
