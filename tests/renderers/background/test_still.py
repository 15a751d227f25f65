"""A picture under a slow camera: fills the frame, never stretched, moves smoothly, and text on it can be read."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from renderers.background.scenery import backdrop
from renderers.background.still import PAN, TURN, ZOOM, Still
from renderers.background.stills import to_rgb
from renderers.background.veil import THINNEST, veil
from renderers.colour import luminance, resolve_look
from renderers.errors import MediaRejected
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import empty_planes
from renderers.timeline import BackdropClip

WIDE, TALL = PictureFormat(480, 270, Fraction(30)), PictureFormat(270, 480, Fraction(30))
LOOK, NIGHT = resolve_look(), resolve_look("#1a4fd6", dark=True)


@pytest.fixture
def spot(tmp_path: Path) -> Path:
    """A round white spot, 160 pixels across, on black, a little above the middle of a square."""
    row, column = np.mgrid[0:800, 0:800]
    inside = np.clip(80.5 - np.hypot(row - 380, column - 400), 0, 1)
    path = tmp_path / "spot.png"
    Image.fromarray((inside * 255).astype(np.uint8)).save(path)
    return path


def shown(still: Still, n: int, size: PictureFormat = WIDE) -> np.ndarray:
    planes = empty_planes(size.width, size.height)
    still.fill(planes, n)
    return planes.y.astype(float)


def shape(luma: np.ndarray) -> tuple[float, float, float, float]:
    """Centre (x, y) and width and height of the bright spot, from its moments."""
    weight = np.clip(luma - 30, 0, None)
    row, column = np.mgrid[0 : luma.shape[0], 0 : luma.shape[1]]
    x, y = (weight * column).sum() / weight.sum(), (weight * row).sum() / weight.sum()
    wide = 4 * np.sqrt((weight * (column - x) ** 2).sum() / weight.sum())
    high = 4 * np.sqrt((weight * (row - y) ** 2).sum() / weight.sum())
    return x, y, wide, high


@pytest.mark.parametrize("size", [WIDE, TALL, PictureFormat(300, 300, Fraction(30))])
def test_it_covers_the_frame_and_is_not_stretched(spot: Path, size: PictureFormat) -> None:
    _, _, wide, high = shape(shown(Still(spot, LOOK, size, 1, readable=False), 0, size))
    assert wide == pytest.approx(high, rel=0.01)
    least = 160 / 800 * max(size.width, size.height)
    assert least * 0.99 <= wide <= least * (1 + ZOOM) * (1 + 2 * PAN) * 1.01


@pytest.mark.parametrize("seed", range(6))
def test_the_camera_moves_a_few_per_cent_and_never_jitters(spot: Path, seed: int) -> None:
    still = Still(spot, LOOK, WIDE, seed, readable=False)
    path = np.array([shape(shown(still, n)) for n in range(0, round(TURN * 30) + 1, 3)])
    width = path[:, 2]
    assert 1.02 <= max(width) / min(width) <= 1.05
    assert np.all(np.diff(width) > -0.02) or np.all(np.diff(width) < 0.02)
    assert np.abs(np.diff(path[:, :2], 2, axis=0)).max() < 0.06
    assert np.hypot(*np.diff(path[:, :2], axis=0).T).max() / 3 * 30 * 4 < 20


def test_it_starts_and_turns_at_rest_and_knows_frames_outside_the_scene(spot: Path) -> None:
    still = Still(spot, LOOK, WIDE, 3, readable=False)
    turn = round(TURN * 30)
    assert np.array_equal(shown(still, -7), shown(still, 7))
    assert np.array_equal(shown(still, 2 * turn), shown(still, 0))
    start, middle = (abs(shape(shown(still, n + 1))[2] - shape(shown(still, n))[2]) for n in (0, turn // 2))
    assert start < middle / 5


def test_seeds_move_differently_and_the_same_seed_alike(spot: Path) -> None:
    frames = {seed: shown(Still(spot, LOOK, WIDE, seed, readable=False), 150).tobytes() for seed in range(4)}
    assert len(set(frames.values())) == 4
    assert shown(Still(spot, LOOK, WIDE, 2, readable=False), 150).tobytes() == frames[2]


def test_colours_are_kept(tmp_path: Path) -> None:
    Image.new("RGB", (640, 360), (200, 60, 40)).save(tmp_path / "red.png")
    planes = empty_planes(WIDE.width, WIDE.height)
    Still(tmp_path / "red.png", LOOK, WIDE, 1, readable=False).fill(planes, 40)
    assert np.abs(to_rgb(planes).astype(int) - (200, 60, 40)).max() <= 3


@pytest.mark.parametrize("look", [LOOK, NIGHT], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, TALL], ids=["wide", "tall"])
@pytest.mark.parametrize("kind", ["black", "white", "noise", "bars"])
def test_text_reads_on_any_picture(look, size: PictureFormat, kind: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    dice = np.random.default_rng(5)
    pixels = {
        "black": np.zeros((360, 640, 3)),
        "white": np.full((360, 640, 3), 255),
        "noise": dice.integers(0, 256, (36, 64, 3)).repeat(10, 0).repeat(10, 1),
        "bars": np.where((np.arange(640) // 40 % 2 == 0)[None, :, None], 255, 0) * np.ones((360, 1, 3)),
    }[kind]
    Image.fromarray(pixels.astype(np.uint8)).save(tmp_path / "p.png")
    planes = empty_planes(size.width, size.height)
    Still(tmp_path / "p.png", look, size, 1).fill(planes, 20)
    rgb = to_rgb(planes) / 255
    rows, columns = rgb.shape[:2]
    side = rgb[:, : int(columns * 0.45)] if size is WIDE else rgb[: int(rows * 0.36)]
    linear = np.where(side <= 0.04045, side / 12.92, ((side + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]
    for ink, least in ((look.palette.text, 6.3), (look.palette.muted, 2.8)):
        low, high = sorted((luminance(ink), np.percentile(linear, 97 if look.palette.dark else 3)))
        assert (high + 0.05) / (low + 0.05) >= least


def test_the_veil_is_thin_where_the_picture_suits_the_text() -> None:
    light = np.full((90, 160, 3), 245, np.uint8)
    dark = np.full((90, 160, 3), 10, np.uint8)
    assert veil(light, LOOK.palette, WIDE).across.max() == pytest.approx(THINNEST)
    assert veil(dark, LOOK.palette, WIDE).across.max() > 0.5
    assert veil(dark, LOOK.palette, WIDE).across[-1] < 0.02
    assert veil(dark, LOOK.palette, TALL).down[-1] < 0.02
    assert veil(dark, LOOK.palette, WIDE, readable=False).across.max() == 0


def test_tiny_pictures_fill_the_frame(tmp_path: Path) -> None:
    Image.new("RGB", (1, 1), (90, 120, 200)).save(tmp_path / "dot.png")
    planes = empty_planes(WIDE.width, WIDE.height)
    Still(tmp_path / "dot.png", LOOK, WIDE, 1, readable=False).fill(planes, 0)
    assert np.abs(to_rgb(planes).astype(int) - (90, 120, 200)).max() <= 3


def test_a_bad_picture_is_refused_when_the_backdrop_is_made(tmp_path: Path) -> None:
    (tmp_path / "no.png").write_text("no picture")
    with pytest.raises(MediaRejected):
        backdrop(BackdropClip("", 1, tmp_path / "no.png", "d"), LOOK, WIDE)


@pytest.mark.parametrize(("size", "axis"), [(WIDE, "across"), (TALL, "down")])
def test_the_veil_follows_the_text(size: PictureFormat, axis: str) -> None:
    photo = np.full((size.height, size.width, 3), 90, np.uint8)
    width, height = size.design_width, size.design_height
    early = Rect(0.05 * width, 0.05 * height, 0.3 * width, 0.3 * height)
    late = Rect(0.65 * width, 0.65 * height, 0.3 * width, 0.3 * height)
    middle = Rect(0.3 * width, 0.3 * height, 0.4 * width, 0.4 * height)
    first, last, even = (getattr(veil(photo, LOOK.palette, size, calm=calm), axis) for calm in (early, late, middle))
    length = len(first)
    assert first[: int(0.35 * length)].min() == first.max() > 0.3
    assert first[-1] < 0.02
    assert last[int(0.65 * length) :].min() == last.max() > 0.3
    assert last[0] < 0.02
    assert even.min() == even.max() > 0.3


def test_only_the_picture_behind_the_text_decides_the_veil() -> None:
    photo = np.full((270, 480, 3), 250, np.uint8)
    photo[:, 240:] = 20
    left, right = Rect(96, 300, 700, 300), Rect(1100, 300, 700, 300)
    strengths = [veil(photo, LOOK.palette, WIDE, calm=calm).across.max() for calm in (left, right)]
    assert strengths[0] == pytest.approx(THINNEST)
    assert strengths[1] > 0.5


def test_a_scene_ends_where_the_next_one_with_its_picture_begins(spot: Path) -> None:
    length = 150
    still = Still(spot, LOOK, WIDE, 3, readable=False, frames=length)
    for n in (-8, 0, 8):
        assert np.abs(shown(still, n) - shown(still, length + n)).max() <= 1
    assert abs(shape(shown(still, length // 2))[2] / shape(shown(still, 0))[2] - 1) > 0.01


def test_a_picture_without_text_on_it_has_no_veil(spot: Path) -> None:
    clip = BackdropClip("", 1, spot, "spot")
    bare, veiled = (backdrop(clip, LOOK, WIDE, calm) for calm in (Rect(0, 0, 0, 0), Rect(96, 300, 700, 300)))
    planes = [empty_planes(WIDE.width, WIDE.height) for _ in range(2)]
    bare.fill(planes[0], 0)
    veiled.fill(planes[1], 0)
    assert planes[0].y[:, :40].max() <= 17
    assert planes[1].y[:, :40].min() > 60
