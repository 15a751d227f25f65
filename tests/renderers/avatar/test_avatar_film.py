from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.channels import CHANNELS
from renderers.avatar.drawing.characters import CHARACTERS
from renderers.avatar.drawing.figure import HEAD_TOP, paint_figure
from renderers.avatar.drawing.pose import Pose
from renderers.avatar.drawing.puppet import Puppet
from renderers.avatar.drawing.rig import Rig, rig
from renderers.avatar.illustrated import presenter_layer
from renderers.avatar.performance import perform, save
from renderers.layer import DirectLayer, Planes
from renderers.picture_format import PictureFormat, Rect, picture_format
from renderers.planes import blend, empty_planes
from renderers.raster import surface
from renderers.timeline import PresenterClip

Tell = Callable[..., AvatarRequest]
SMALL = picture_format("16:9", "540p", Fraction(30))
REGION = Rect(1100, 220, 720, 860)
IDS = ["maya", "sofia"]
REST_OF_THEM = [avatar.id for avatar in AVATARS if avatar.id not in IDS]
LIVELY = {
    "yaw": -9.0, "pitch": 4.0, "roll": 3.0, "jaw": 0.4, "brow_inner": 0.6, "gaze_x": 0.3, "eyes_wide": 0.5,
    "blink_left": 0.3,
    "torso_turn": 12.0, "torso_lean": -3.0, "shoulders": 0.8, "shoulder_left": 12.0, "elbow_left": -96.0,
    "open_left": 1.0,
    "wrist_left": -30.0, "reach_left": 0.3, "elbow_right": 70.0, "reach_right": 0.4, "point_right": 0.6, "warm": 0.7,
}  # fmt: skip
TINT = "#2f5fd0"


@pytest.fixture(scope="module")
def take(tell: Tell, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("take")
    save(perform(tell(4.0)), folder)
    return folder


def _ground(picture: PictureFormat = SMALL) -> Planes:
    planes = empty_planes(picture.width, picture.height)
    planes.y[:] = np.linspace(60, 200, picture.width).astype(np.uint8)
    planes.u[:], planes.v[:] = 118, 134
    return planes


def _layer(take: Path, avatar: str = "maya", tint: str = TINT, region: Rect = REGION) -> DirectLayer:
    layer = presenter_layer(PresenterClip(avatar, "illustrated", take, "x", tint, region), SMALL)
    assert isinstance(layer, DirectLayer)
    return layer


def _laid(layer: DirectLayer, n: int) -> Planes:
    planes = _ground()
    layer.lay_over(planes, n)
    return planes


def _same(one: Planes, other: Planes) -> bool:
    pairs = zip((one.y, one.u, one.v), (other.y, other.u, other.v), strict=True)
    return all(np.array_equal(ours, theirs) for ours, theirs in pairs)


def _both(
    avatar: str, values: dict[str, float], height: int = 720, units: float = 620.0
) -> tuple[Planes, Planes, NDArray[np.bool_]]:
    """A pose as cut-outs and as vectors over the same ground, and where the figure covers it; `units` are shown."""
    picture = PictureFormat(height, height, Fraction(30))
    scale, left, top = height / units, height / 2, height * 0.06 - HEAD_TOP * height / units
    depth = (height - top) / scale
    film, still, pose = _ground(picture), _ground(picture), Pose(values, (4.0, 2.0))
    Puppet(avatar, TINT, Rect(0, 0, height, height), scale, left, top, depth).lay_over(pose, film)
    pixels: NDArray[np.uint8] = np.zeros((height, height, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.translate(left, top)
    canvas.scale(scale, scale)
    paint_figure(canvas, CHARACTERS[avatar], pose, TINT, depth)
    blend(pixels, still, 0, 0)
    return film, still, pixels[..., 3] > 0


def _psnr(one: NDArray[np.uint8], other: NDArray[np.uint8], where: NDArray[np.bool_]) -> float:
    error = float(((one.astype(float) - other)[where] ** 2).mean())
    return float(10 * np.log10(255**2 / max(error, 1e-9)))


@pytest.mark.parametrize("avatar", IDS)
def test_a_frame_is_the_same_whatever_was_painted_before(take: Path, avatar: str) -> None:
    frames = (0, 17, 40, 63, 90, 119)
    first = {n: _laid(layer, n) for layer in [_layer(take, avatar)] for n in frames}
    rig.cache_clear()
    again = _layer(take, avatar)
    for n in range(0, 120, 7):
        _laid(again, n)
    assert all(_same(_laid(again, n), first[n]) for n in frames[::-1])
    assert not _same(first[17], first[40])


def test_states_of_the_eyes_that_were_thrown_away_come_back_the_same() -> None:
    def lids(pose: dict[str, float]) -> Planes:
        planes = _ground()
        puppet.lay_over(Pose(pose), planes)
        return planes

    puppet = Puppet("maya", TINT, Rect(0, 0, 540, 540), 1.0, 270.0, 160.0, 380.0)
    before = lids({"blink_left": 0.3, "gaze_y": 0.2})
    for blink in np.linspace(0, 1, 9):
        for gaze in np.linspace(-1, 1, 9):
            lids({"blink_left": float(blink), "blink_right": float(blink), "gaze_y": float(gaze), "smile": 0.2})
    assert _same(lids({"blink_left": 0.3, "gaze_y": 0.2}), before)


def test_what_is_kept_is_bounded() -> None:
    # As large as a presenter is in a 1080p picture.
    kept = Rig(CHARACTERS["maya"], TINT, 1.6, 432.0)
    sizes = []
    for blink in np.linspace(0, 1, 17):
        for gaze in np.linspace(-1, 1, 17):
            kept.place(Pose({"blink_left": float(blink), "blink_right": float(gaze) ** 2, "gaze_y": float(gaze)}))
        sizes.append(kept.bytes)
    assert max(sizes) < 30e6
    assert sizes[-1] < 1.2 * sizes[len(sizes) // 2]


@pytest.mark.parametrize("avatar", IDS)
@pytest.mark.parametrize(
    "values",
    [
        {},
        {"yaw": 6.0, "pitch": 3.0, "roll": -2.0, "jaw": 0.4, "smile": 0.4, "brow_left": 0.4, "gaze_x": -0.2},
        {"yaw": -15.0, "pitch": -10.0},
        {"yaw": 15.0, "pitch": 10.0, "jaw": 1.0},
        {"roll": 8.0, "head_x": -1.0, "lean": 1.0, "breath": 1.0, "shoulders": 1.0},
        {"smile": 1.0, "brow_left": 1.0, "brow_right": 1.0, "gaze_y": -0.5},
        {"gaze_y": 0.6, "gaze_x": 0.6, "brow_left": -1.0},
        {"blink_left": 0.45, "blink_right": 0.57},
        {"blink_left": 1.0, "blink_right": 1.0, "round": 1.0, "jaw": 0.3},
    ],
)
def test_film_looks_like_the_vector_drawing(avatar: str, values: dict[str, float]) -> None:
    film, still, covered = _both(avatar, values)
    assert _psnr(film.y, still.y, covered) > 38
    assert _psnr(film.u, still.u, covered[::2, ::2]) > 42 and _psnr(film.v, still.v, covered[::2, ::2]) > 42
    # No hole lets the ground through and nothing sticks out: wrong pixels are single ones along edges.
    wrong = np.abs(film.y.astype(int) - still.y) > 60
    clumps = wrong[:-2, :-2] & wrong[1:-1, :-2] & wrong[2:, :-2] & wrong[:-2, 1:-1] & wrong[:-2, 2:] & wrong[1:-1, 1:-1]
    assert not clumps.any()


@pytest.mark.parametrize("avatar", REST_OF_THEM)
def test_everybody_in_film_looks_like_the_vector_drawing(avatar: str) -> None:
    film, still, covered = _both(avatar, LIVELY, 560, 1180.0)
    assert _psnr(film.y, still.y, covered) > 33
    assert _psnr(film.u, still.u, covered[::2, ::2]) > 38 and _psnr(film.v, still.v, covered[::2, ::2]) > 38


@pytest.mark.parametrize("channel", [name for name in CHANNELS if name != "tongue"])
def test_every_channel_moves_the_film_as_it_moves_the_drawing(channel: str) -> None:
    spread, start = CHANNELS[channel], {"jaw": 0.3}
    units = 1000.0 if channel.endswith(("_left", "_right")) and channel[:4] not in ("blin", "brow") else 620.0
    values = {**start, channel: spread.high if spread.high != spread.rest else spread.low}
    rest, _, _ = _both("maya", start, 360, units)
    film, still, covered = _both("maya", values, 360, units)
    moved = np.abs(film.y.astype(int) - rest.y) > 12
    assert moved.sum() > 15
    assert _psnr(film.y, still.y, covered) > _psnr(rest.y, still.y, covered)


@pytest.mark.parametrize(
    "region", [REGION, Rect(700, 121, 421, 519), Rect(1500, 300, 900, 900), Rect(-200, 500, 500, 580)]
)
def test_nothing_is_laid_outside_the_region_and_much_inside(take: Path, region: Rect) -> None:
    layer, area = _layer(take, "daniel", region=region), SMALL.pixels(region)
    left, top, right, bottom = (int(side) for side in (area.x, area.y, area.right, area.bottom))
    for n in (0, 60):
        laid, ground = _laid(layer, n), _ground()
        changed = laid.y != ground.y
        assert changed[top:bottom, left:right].mean() > 0.25
        changed[top:bottom, left:right] = False
        tinted = laid.u != ground.u
        tinted[top // 2 : bottom // 2, left // 2 : right // 2] = False
        assert not changed.any() and not tinted.any()


def test_a_region_outside_the_picture_shows_nothing(take: Path) -> None:
    assert _same(_laid(_layer(take, region=Rect(2500, 100, 300, 400)), 5), _ground())


def test_frames_hold_beyond_the_ends(take: Path) -> None:
    layer = _layer(take)
    assert _same(_laid(layer, -9), _laid(layer, 0)) and _same(_laid(layer, 900), _laid(layer, 119))


def test_the_tint_colours_the_clothes_and_not_the_face(take: Path) -> None:
    blue, red = (_laid(_layer(take, tint=tint), 3) for tint in (TINT, "#c0392b"))
    differs = np.abs(blue.v.astype(int) - red.v) > 20
    rows = np.flatnonzero(differs.any(axis=1))
    assert differs.mean() > 0.05 and rows[0] > SMALL.scale * (REGION.y + 0.35 * REGION.height) / 2
    assert (red.v.astype(int) - blue.v)[differs].mean() > 20
