"""Hair on the face goes where the mouth goes, and jewellery is seen."""

from __future__ import annotations

import numpy as np
import pytest

from renderers.avatar.drawing.beard import beard_piece, place_beard
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.characters import CHARACTERS
from renderers.avatar.drawing.mouth import lip_measures, mouth_pose
from renderers.avatar.drawing.mouth_outlines import lip_edges
from renderers.avatar.drawing.pose import Pose, face_depth
from renderers.avatar.sheet import draw_cell

BEARDED = [id_ for id_, character in CHARACTERS.items() if character.beard > 0]
POSES = {
    "smile": {"smile": 1.0, "width": 0.4},
    "frown": {"smile": -0.6},
    "wide open": {"jaw": 1.0, "upper_lip": 0.5, "smile": 0.3},
    "rounded": {"jaw": 0.3, "round": 1.0},
    "turned": {"smile": 0.9, "yaw": 14.0, "roll": 5.0},
}


def _corner(character: Character, pose: Pose) -> tuple[float, float]:
    _, _, half, _, _, corner = lip_edges(lip_measures(character), mouth_pose(pose))
    return half, character.lips.y + corner


def _seen(character: Character, pose: Pose, x: float, y: float) -> np.ndarray:
    """Where the hair that is at (x, y) at rest is seen."""
    placement, fields = place_beard(character, pose), beard_piece(character).fields
    a, b, c, d, e, f = placement.matrix
    at = np.array([a * x + c * y + e, b * x + d * y + f])
    for field, pull in zip(fields, placement.pulls, strict=True):
        at += float(field(np.array([x]), np.array([y]))[0]) * np.array(pull)
    return at


def test_there_are_beards_of_every_sort() -> None:
    assert {CHARACTERS[id_].beard_cut for id_ in BEARDED} >= {"full", "long", "goatee", "moustache", "stubble"}


@pytest.mark.parametrize("id_", BEARDED)
@pytest.mark.parametrize("name", POSES)
def test_the_hair_at_the_corners_of_the_mouth_stays_there(id_: str, name: str) -> None:
    character, pose = CHARACTERS[id_], Pose(POSES[name])
    x, y = _corner(character, Pose())
    new_x, new_y = _corner(character, pose)
    # The jaw may take it a little further down than the corner goes.
    for side in (-1, 1):
        lips = np.array(pose.spot(side * new_x, new_y, float(face_depth(np.array(new_x), np.array(new_y)))))
        assert np.abs(_seen(character, pose, side * x, y) - lips).max() < 3.2
    if name in ("smile", "frown"):
        assert abs(new_y - y) > 4


@pytest.mark.parametrize("id_", BEARDED)
def test_the_hair_on_the_chin_goes_down_with_the_jaw_and_the_moustache_stays_on_the_lip(id_: str) -> None:
    character, shut, open_ = CHARACTERS[id_], Pose(), Pose({"jaw": 1.0})
    chin = character.face[-1][1] - 6
    assert abs(float((_seen(character, open_, 0, chin) - _seen(character, shut, 0, chin))[1]) - character.jaw_drop) < 1
    lip = character.lips.y - character.lips.upper - 4
    assert -4 < float((_seen(character, open_, 0, lip) - _seen(character, shut, 0, lip))[1]) <= 0.5


@pytest.mark.parametrize("id_", BEARDED)
def test_no_hair_is_folded_over_itself(id_: str) -> None:
    character = CHARACTERS[id_]
    for values in POSES.values():
        pose = Pose(values)
        for x in (0.0, 14.0, 28.0, 42.0):
            down = [float(_seen(character, pose, x, y)[1]) for y in np.arange(40.0, 140.0, 4.0)]
            assert min(np.diff(down)) > 0.4


def test_hoops_are_seen_before_hair_that_hides_the_ears() -> None:
    pixels = draw_cell("amara", "close_up", {}, 300, 300, "#2f6f8f").astype(int)
    blue, green, red = pixels[..., 0], pixels[..., 1], pixels[..., 2]
    gold = (red > 180) & (green > 130) & (blue < 120) & (red > green + 20)
    left, right = gold[:, :150].sum(), gold[:, 150:].sum()
    assert left > 60 and right > 60 and 0.5 < left / right < 2
