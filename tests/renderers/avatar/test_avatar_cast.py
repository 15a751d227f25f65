"""The stock cast: everybody is drawn in every framing, inside its bounds, unlike the others, in the brand's colour."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.avatar import Performance
from renderers.avatar.channels import CHANNELS
from renderers.avatar.drawing.body import hand_shares, lower_edge, place_body
from renderers.avatar.drawing.characters import CHARACTERS
from renderers.avatar.drawing.face import place_neck
from renderers.avatar.drawing.hand_shapes import HAND_SHAPES, blend_shapes
from renderers.avatar.drawing.hands import REACH, paint_hand
from renderers.avatar.drawing.mouth import lip_measures, mouth_pose
from renderers.avatar.drawing.mouth_outlines import FILL, FORMS, GAP, POINTS, shape_mouth
from renderers.avatar.drawing.pose import Pose
from renderers.avatar.framing import FRAMINGS
from renderers.avatar.illustrated import draw_portrait, presenter_layer
from renderers.avatar.performance import save
from renderers.avatar.poses import ONE_HANDED, TWO_HANDED, on_side
from renderers.errors import RenderError
from renderers.layer import DirectLayer, Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import blend, empty_planes
from renderers.raster import surface
from renderers.timeline import PresenterClip

Pixels = NDArray[np.uint8]
SMALL = PictureFormat(320, 180, Fraction(30))
REGION = Rect(700, 60, 620, 940)
POSES = {**{name: on_side(name, "right") for name in ONE_HANDED}, **TWO_HANDED}


@pytest.fixture(scope="module")
def take(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two frames: at rest, and with both arms wide."""
    folder = tmp_path_factory.mktemp("take")
    curves = {name: np.full(2, channel.rest, np.float32) for name, channel in CHANNELS.items()}
    for name, value in TWO_HANDED["both_wide"].items():
        curves[name][1] = value
    save(Performance(2, Fraction(30), curves), folder)
    return folder


def _layer(
    take: Path, avatar: str, framing: str = "half_body", tint: str = "#2f5fd0", *, circle: bool = False
) -> DirectLayer:
    layer = presenter_layer(PresenterClip(avatar, "illustrated", take, "x", tint, REGION, framing, circle), SMALL)
    assert isinstance(layer, DirectLayer)
    return layer


def _painted(layer: DirectLayer, n: int = 0) -> Pixels:
    pixels: Pixels = np.zeros((SMALL.height, SMALL.width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.scale(SMALL.scale, SMALL.scale)
    layer.paint(canvas, n)
    return pixels


@pytest.mark.parametrize("avatar", CHARACTERS)
def test_everybody_is_painted_in_every_framing_and_inside_its_region(take: Path, avatar: str) -> None:
    area = SMALL.pixels(REGION)
    left, top, right, bottom = (int(side) for side in (area.x, area.y, area.right, area.bottom))
    shown = []
    for framing, n in itertools.product(FRAMINGS, (0, 1)):
        alpha = _painted(_layer(take, avatar, framing), n)[..., 3].astype(int)
        inside = alpha[top:bottom, left:right].copy()
        alpha[top:bottom, left:right] = 0
        assert not alpha.any()
        assert (inside > 0).mean() > 0.15
        shown.append(inside.sum())
    # The nearer, the more of the region is filled.
    assert shown[0] > shown[-1]


def test_a_whole_figure_stands_inside_its_region_from_head_to_ground(take: Path) -> None:
    for avatar in CHARACTERS:
        rows = np.flatnonzero((_painted(_layer(take, avatar, "full_body"))[..., 3] > 100).any(axis=1))
        area = SMALL.pixels(REGION)
        assert area.y < rows[0] < rows[-1] < area.bottom - 1
        assert rows[-1] > area.bottom - 0.08 * area.height


def test_everybody_is_painted_the_same_again(take: Path) -> None:
    for avatar in ("sofia", "pip"):
        assert np.array_equal(_painted(_layer(take, avatar), 1), _painted(_layer(take, avatar), 1))


def test_no_two_look_alike() -> None:
    drawn = {avatar: draw_portrait(avatar, 64, "#1f6f5c").astype(int) for avatar in CHARACTERS}
    for (one, first), (other, second) in itertools.combinations(drawn.items(), 2):
        assert np.abs(first - second).mean() > 3.0, (one, other)


def test_everybody_wears_the_colour_of_the_brand(take: Path) -> None:
    for avatar in CHARACTERS:
        blue, red = (_painted(_layer(take, avatar, tint=tint)).astype(int) for tint in ("#2f5fd0", "#c0392b"))
        differs = np.abs(blue - red).max(axis=2) > 40
        assert differs.sum() > 600, avatar
        # Blue cloth is bluer than red, in premultiplied BGRA.
        assert (blue - red)[differs][:, 0].mean() > 25 > -25 > (blue - red)[differs][:, 2].mean(), avatar


def test_an_unknown_framing_is_refused_in_a_sentence(take: Path) -> None:
    with pytest.raises(RenderError, match="close_up, head_shoulders, half_body or full_body"):
        _layer(take, "maya", "knees")


def _grey() -> Planes:
    planes = empty_planes(SMALL.width, SMALL.height)
    planes.y[:], planes.u[:], planes.v[:] = 80, 128, 128
    return planes


@pytest.mark.parametrize("avatar", ["maya", "sofia"])
def test_a_disc_leaves_what_is_outside_it_alone_and_film_is_as_the_still(take: Path, avatar: str) -> None:
    layer = _layer(take, avatar, "close_up", circle=True)
    still, film, ground, again = _grey(), _grey(), _grey(), _grey()
    pixels = _painted(layer)
    blend(pixels, still, 0, 0)
    layer.lay_over(film, 0)
    rows, columns = np.mgrid[0 : SMALL.height, 0 : SMALL.width]
    middle_x, middle_y = ((layer.region.x + layer.region.width / 2), (layer.region.y + layer.region.height / 2))
    away = np.hypot(columns + 0.5 - middle_x * SMALL.scale, rows + 0.5 - middle_y * SMALL.scale)
    radius = layer.region.width / 2 * SMALL.scale
    assert (film.y[away > radius + 2] == 80).all() and (film.y[away < radius - 2] != 80).mean() > 0.95
    inner = away < radius - 3
    assert np.abs(film.y[inner].astype(int) - still.y[inner]).mean() < 9
    layer.lay_over(film, 1, ground)
    layer.lay_over(film, 0, ground)
    layer.lay_over(again, 0)
    assert np.array_equal(film.y, again.y) and np.array_equal(film.u, again.u)


def _gap(avatar: str, values: dict[str, float]) -> float:
    """How far apart the lips are in the middle, in units."""
    points, fills, counts = np.zeros((FORMS, POINTS, 2)), np.zeros((FORMS, FILL)), np.zeros(FORMS, np.int64)
    pose = Pose(values)
    shape_mouth(lip_measures(CHARACTERS[avatar]), mouth_pose(pose), pose.flat, points, counts, fills)
    return float(np.ptp(points[GAP, : counts[GAP], 1])) if counts[GAP] else 0.0


@pytest.mark.parametrize("avatar", CHARACTERS)
def test_lips_close_fully_and_open_wide(avatar: str) -> None:
    assert _gap(avatar, {"press": 1.0, "jaw": 0.4}) == 0.0 == _gap(avatar, {})
    opened = [_gap(avatar, {"jaw": jaw}) for jaw in (0.2, 0.5, 1.0)]
    assert opened == sorted(opened) and opened[-1] > 20
    # Emotions do not open lips that a sound holds shut.
    assert _gap(avatar, {"press": 1.0, "surprised": 1.0}) == 0.0


def _hand(weights: dict[str, float], side: float = 1.0) -> Pixels:
    left, top, right, bottom = REACH
    pixels: Pixels = np.zeros((240, 240, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.translate(-left + 20, -top + 20)
    paint_hand(canvas, CHARACTERS["maya"].skin, blend_shapes(weights), side)
    return pixels


def test_every_shape_of_a_hand_is_another_and_inside_its_bounds() -> None:
    drawn = {name: _hand({name: 1.0}) for name in HAND_SHAPES}
    for pixels in drawn.values():
        alpha = pixels[..., 3].copy()
        assert (alpha > 128).sum() > 4000
        alpha[20 : 20 + int(REACH[3] - REACH[1]), 20 : 20 + int(REACH[2] - REACH[0])] = 0
        assert not alpha.any()
    for one, other in itertools.combinations(drawn, 2):
        assert (np.abs(drawn[one].astype(int) - drawn[other]).max(axis=2) > 60).sum() > 300, (one, other)
    assert not np.array_equal(_hand({"open": 1.0}), _hand({"open": 1.0}, -1.0))


def test_hands_go_from_shape_to_shape_in_steps_no_finger_of_which_jumps() -> None:
    steps = [blend_shapes({"flat": k / 6}) for k in range(7)]
    for before, after in itertools.pairwise(steps):
        assert np.abs(before.fingers - after.fingers).max() < 12
    assert blend_shapes({"one": 2.0, "two": 2.0}).fingers == pytest.approx(
        (np.array(HAND_SHAPES["one"].fingers) + np.array(HAND_SHAPES["two"].fingers)) / 2
    )
    assert hand_shares(Pose({"open_left": 0.5, "fist_left": 0.02}), "left") == (("open", 3),)
    assert hand_shares(Pose(), "right") == ()


@pytest.mark.parametrize("name", POSES)
def test_key_poses_stay_in_bounds_and_hands_in_sight(name: str) -> None:
    pose = POSES[name]
    assert all(CHANNELS[channel].low <= value <= CHANNELS[channel].high for channel, value in pose.items())
    for avatar in ("mei", "walter"):
        placed = place_body(CHARACTERS[avatar], Pose(pose))
        for side in ("left", "right"):
            x, y = placed[f"hand_{side}"].matrix[4:]
            assert abs(x) < 400 and 60 < y < 760, (avatar, side)


def test_a_shorter_neck_brings_all_of_the_body_nearer_to_the_head() -> None:
    long, short = (replace(CHARACTERS["sofia"], raised=raised) for raised in (0.0, 20.0))
    for pose in (Pose(), Pose({**TWO_HANDED["both_wide"], "torso_lean": 3.0, "shoulders": 1.0})):
        before, after = place_body(long, pose), place_body(short, pose)
        assert before.keys() == after.keys()
        for name, placement in before.items():
            moved = np.subtract(after[name].matrix, placement.matrix)
            assert moved == pytest.approx([0, 0, 0, 0, 0, -20.0], abs=1e-9), name
        # The neck begins at the head and ends at the body.
        neck, shorter = place_neck(long, pose), place_neck(short, pose)
        assert np.add(neck.matrix[4:], neck.pulls[0]) == pytest.approx(np.add(shorter.matrix[4:], shorter.pulls[0]))
    assert lower_edge(long) - lower_edge(short) == 20.0


def test_an_emotion_changes_the_face_and_stays_in_bounds() -> None:
    for emotion in ("warm", "excited", "serious", "empathetic", "surprised", "proud"):
        felt, rest = Pose({emotion: 1.0}), Pose()
        assert sum(abs(felt[name] - rest[name]) > 0.05 for name in CHANNELS if name != emotion) >= 3
        everything = Pose({**{name: channel.high for name, channel in CHANNELS.items()}, emotion: 1.0})
        assert all(CHANNELS[name].low <= everything[name] <= CHANNELS[name].high for name in CHANNELS)
    half = Pose({"warm": 0.5})["smile"] - Pose()["smile"]
    assert half == pytest.approx((Pose({"warm": 1.0})["smile"] - Pose()["smile"]) / 2)
