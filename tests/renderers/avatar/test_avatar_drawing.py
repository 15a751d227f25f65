from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.channels import REST
from renderers.avatar.drawing.characters import CHARACTERS
from renderers.avatar.drawing.figure import paint_figure
from renderers.avatar.drawing.pose import Pose
from renderers.avatar.drawing.tones import from_lch, shift, to_lch
from renderers.avatar.illustrated import draw_portrait, make_preview, presenter_layer
from renderers.avatar.performance import perform, save
from renderers.avatar.sheet import viseme_values
from renderers.errors import RenderError
from renderers.layer import Layer
from renderers.picture_format import PictureFormat, Rect, picture_format
from renderers.raster import skia, surface
from renderers.speech import Viseme
from renderers.timeline import PresenterClip

Tell = Callable[..., AvatarRequest]
Pixels = NDArray[np.uint8]
SMALL = picture_format("16:9", "540p", Fraction(30))
REGION = Rect(1100, 220, 720, 860)


@pytest.fixture(scope="module")
def take(tell: Tell, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("take")
    save(perform(tell(4.0)), folder)
    return folder


def _layer(take: Path, avatar: str = "maya", tint: str = "#2f5fd0", region: Rect = REGION) -> Layer:
    return presenter_layer(PresenterClip(avatar, "illustrated", take, "x", tint, region), SMALL)


def _painted(layer: Layer, n: int, picture: PictureFormat = SMALL) -> Pixels:
    pixels: Pixels = np.zeros((picture.height, picture.width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.scale(picture.scale, picture.scale)
    layer.paint(canvas, n)
    return pixels


def _face(values: dict[str, float], avatar: str = "maya") -> Pixels:
    pixels: Pixels = np.zeros((300, 300, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.clear(skia.ColorWHITE)
    canvas.translate(150, 160)
    paint_figure(canvas, CHARACTERS[avatar], Pose(values), "#2f5fd0", 140)
    return pixels


@pytest.mark.parametrize("avatar", [avatar.id for avatar in AVATARS])
def test_nothing_is_painted_outside_the_region_and_much_inside(take: Path, avatar: str) -> None:
    layer = _layer(take, avatar, region=Rect(700, 120, 420, 520))
    for n in (0, 37, 60, 119):
        alpha = _painted(layer, n)[..., 3]
        inside = SMALL.pixels(layer.region)
        left, top, right, bottom = (int(v) for v in (inside.x, inside.y, inside.right, inside.bottom))
        assert float((alpha[top:bottom, left:right] > 0).mean()) > 0.35
        alpha = alpha.copy()
        alpha[top:bottom, left:right] = 0
        assert not alpha.any()


BUILT_UNLIKE = ("maya", "sofia", "pip")
"""Standing, seated, and no human being."""
REGIONS = [Rect(60, 300, 760, 900), Rect(0, 500, 1080, 1420), Rect(40, 40, 300, 300), Rect(0, 0, 200, 900)]


@pytest.mark.parametrize("region", REGIONS)
def test_the_figure_fills_any_region_from_headroom_to_its_bottom(take: Path, region: Rect) -> None:
    picture = PictureFormat(1080, 1920, Fraction(30))
    for avatar in BUILT_UNLIKE:
        alpha = _painted(_layer(take, avatar, region=region), 0, picture)[..., 3] > 128
        rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
        assert 0.04 <= (rows[0] - region.y) / region.height <= 0.10
        assert rows[-1] >= region.bottom - 2
        assert columns[0] >= region.x - 1 and columns[-1] <= region.right
        middle = (columns[0] + columns[-1]) / 2
        assert abs(middle - (region.x + region.width / 2)) < 0.03 * region.width


def test_equal_frames_are_equal_pixels_and_others_are_not(take: Path) -> None:
    first, again = _layer(take), _layer(take)
    backwards = [_painted(again, n) for n in (50, 20, 0)]
    for n, expected in zip((0, 20, 50), backwards[::-1], strict=True):
        assert np.array_equal(_painted(first, n), expected)
    assert not np.array_equal(backwards[0], backwards[1])


def test_keys_and_pictures_hold_beyond_the_ends(take: Path) -> None:
    layer = _layer(take)
    assert layer.key(-5) == layer.key(0) and layer.key(500) == layer.key(119) and layer.key(3) != layer.key(4)
    assert np.array_equal(_painted(layer, -5), _painted(layer, 0))
    assert np.array_equal(_painted(layer, 500), _painted(layer, 119))


def test_scenes_join_without_a_jump(take: Path) -> None:
    layer = _layer(take)
    rest: Pixels = np.zeros((SMALL.height, SMALL.width, 4), np.uint8)
    assert np.array_equal(_painted(layer, 0), _painted(layer, 119))
    assert not np.array_equal(_painted(layer, 0), rest)


def test_the_tint_colours_the_clothes_and_nothing_above_them(take: Path) -> None:
    blue, red = (_painted(_layer(take, tint=tint), 0).astype(int) for tint in ("#2f5fd0", "#c0392b"))
    differs = np.abs(blue - red).max(axis=2) > 40
    rows = np.flatnonzero(differs.any(axis=1))
    assert float(differs.mean()) > 0.05
    assert rows[0] > SMALL.scale * (REGION.y + 0.35 * REGION.height)
    # Blue cloth is bluer than red, in premultiplied BGRA.
    assert float((blue - red)[differs][:, 0].mean()) > 30 > -30 > float((blue - red)[differs][:, 2].mean())


@pytest.mark.parametrize("tint", ["#ffffff", "#000000", "#ffe600", "#00ff55", "#123456"])
def test_any_tint_gives_cloth_with_visible_folds(take: Path, tint: str) -> None:
    pixels = _painted(_layer(take, tint=tint), 0)
    low = pixels[-60:, :, :3][pixels[-60:, :, 3] == 255].astype(float)
    assert float(low.std()) > 8


@pytest.mark.parametrize("avatar", ["maya", "harpreet", "pip", "bolt"])
def test_each_viseme_draws_another_mouth(avatar: str) -> None:
    shapes = [_face(viseme_values(viseme), avatar)[205:275, 90:210] for viseme in Viseme]
    alike = [
        (a, b)
        for a in range(len(shapes))
        for b in range(a)
        if int((np.abs(shapes[a].astype(int) - shapes[b].astype(int)).max(axis=2) > 24).sum()) < 12
    ]
    # The tongue's sounds are made behind the teeth and look much the same.
    assert len(alike) <= 1


@pytest.mark.parametrize(
    ("channel", "value", "rows", "columns"),
    [
        ("blink_left", 1.0, (140, 180), (80, 150)),
        ("blink_right", 1.0, (140, 180), (150, 220)),
        ("brow_left", 1.0, (110, 150), (80, 150)),
        ("brow_right", -1.0, (110, 150), (150, 220)),
        ("gaze_x", 0.5, (145, 180), (80, 220)),
        ("gaze_y", -0.5, (145, 180), (80, 220)),
        ("smile", 1.0, (200, 260), (90, 210)),
        ("jaw", 0.6, (220, 300), (90, 210)),
        ("yaw", 12.0, (60, 280), (60, 240)),
        ("pitch", 8.0, (60, 280), (60, 240)),
        ("roll", 5.0, (20, 280), (30, 270)),
    ],
)
def test_each_channel_moves_its_part(
    channel: str, value: float, rows: tuple[int, int], columns: tuple[int, int]
) -> None:
    for avatar in ("maya", "daniel"):
        changed = np.abs(_face({channel: value}, avatar).astype(int) - _face({}, avatar).astype(int)).max(axis=2) > 30
        assert int(changed[slice(*rows), slice(*columns)].sum()) > 40


def test_a_blink_of_one_eye_leaves_the_other_alone() -> None:
    changed = np.abs(_face({"blink_left": 1.0}).astype(int) - _face({}).astype(int)).max(axis=2) > 2
    assert changed[:, :150].any() and not changed[:, 150:].any()


def test_turning_moves_near_parts_further_than_far_ones() -> None:
    turned, rest = Pose({"yaw": 12.0}), Pose({})
    nose = turned.spot(0, 36, 82)[0] - rest.spot(0, 36, 82)[0]
    eye = turned.spot(0, 0)[0] - rest.spot(0, 0)[0]
    ear = turned.spot(0, 10, -10)[0] - rest.spot(0, 10, -10)[0]
    assert nose > eye > ear and nose > 15


def test_a_pose_left_out_is_rest() -> None:
    assert all(Pose()[name] == value for name, value in REST.items())
    assert Pose().spot(10, 20, 30) == pytest.approx((10, 20))


def test_portraits_and_previews_show_the_presenter(tmp_path: Path) -> None:
    portraits = [draw_portrait(avatar.id, 160, "#1f6f5c") for avatar in AVATARS]
    assert all(p.shape == (160, 160, 4) and 0.3 < float((p[..., 3] > 0).mean()) < 0.9 for p in portraits)
    assert len({p.tobytes() for p in portraits}) == len(portraits)
    make_preview("daniel", tmp_path / "daniel.png", 200)
    image = skia.Image.open(str(tmp_path / "daniel.png"))
    assert (image.width(), image.height()) == (200, 200)


def test_strangers_and_colours_that_are_none_are_refused(take: Path) -> None:
    with pytest.raises(RenderError, match="maya, daniel"):
        draw_portrait("nobody", 64, "#112233")
    for tint in ("blue", "#12345", "#gggggg", "112233"):
        with pytest.raises(RenderError, match="#rrggbb"):
            _layer(take, tint=tint)


def test_tones_keep_their_hue_and_survive_the_way_there_and_back() -> None:
    for tone in ("#2f5fd0", "#cf9068", "#808080", "#ffffff", "#000000"):
        assert from_lch(*to_lch(tone)) == tone
    lighter = to_lch(shift("#2f5fd0", 0.1))
    assert lighter[0] == pytest.approx(to_lch("#2f5fd0")[0] + 0.1, abs=0.02)
    assert lighter[2] == pytest.approx(to_lch("#2f5fd0")[2], abs=3)
