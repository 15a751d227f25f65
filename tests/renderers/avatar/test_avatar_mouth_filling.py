"""The mouth of a film against the same forms painted by Skia."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.characters import CHARACTERS
from renderers.avatar.drawing.curves import path, smooth_path
from renderers.avatar.drawing.mouth import lip_measures, mouth_pose, mouth_tones, paint_mouth
from renderers.avatar.drawing.mouth_filling import _cover, draw_mouth
from renderers.avatar.drawing.mouth_outlines import _smooth
from renderers.avatar.drawing.pose import Pose
from renderers.raster import skia, surface

Pixels = NDArray[np.uint8]
SCALE, SIDE, LARGER = 2.1, 300, 8
LEFT, TOP = 151.3, 22.7
POSES: dict[str, dict[str, float]] = {
    "rest": {},
    "pressed": {"press": 1.0, "smile": 0.2},
    "smiling": {"smile": 1.0, "jaw": 0.05, "width": 0.3},
    "wide open": {"jaw": 1.0, "upper_lip": 0.3, "lower_lip": 0.3},
    "rounded": {"jaw": 0.26, "round": 1.0, "width": -0.7},
    "tucked": {"jaw": 0.1, "tuck": 1.0, "upper_lip": 0.4},
    "turned": {"jaw": 0.3, "tongue": 0.8, "yaw": 13.0, "roll": -6.0, "pitch": 5.0},
}


def _drawn(character: Character, pose: Pose, area: tuple[int, int, int, int] = (0, 0, SIDE, SIDE)) -> Pixels:
    """The film's mouth in its place in a square picture."""
    tones = np.array([list(bytes.fromhex(tone[1:]))[::-1] for tone in mouth_tones(character)], np.float32) / 255
    lips, measures = lip_measures(character), mouth_pose(pose)
    words, left, top = draw_mouth(lips, tones.astype(np.float32), measures, pose.flat, LEFT, TOP, SCALE, area)
    whole: Pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
    rows, columns = words.shape
    assert left % 2 == top % 2 == rows % 2 == columns % 2 == 0
    if words.size:
        whole[top : top + rows, left : left + columns] = words.view(np.uint8).reshape(rows, columns, 4)
    return whole


def _painted(character: Character, pose: Pose) -> Pixels:
    """The same by Skia, far larger and made smaller: the edges that it softens itself stray by a fifth of a pixel."""
    pixels: Pixels = np.zeros((SIDE * LARGER, SIDE * LARGER, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.scale(LARGER, LARGER)
    canvas.translate(LEFT, TOP)
    canvas.scale(SCALE, SCALE)
    paint_mouth(canvas, character, pose)
    return _smaller(pixels)


def _smaller(pixels: Pixels) -> Pixels:
    rows, columns = pixels.shape[0] // LARGER, pixels.shape[1] // LARGER
    return np.asarray(pixels.reshape(rows, LARGER, columns, LARGER, 4).mean(axis=(1, 3)).round(), np.uint8)


@pytest.mark.parametrize("character", [CHARACTERS[name] for name in ("maya", "daniel", "pip")], ids=lambda c: c.id)
@pytest.mark.parametrize("name", POSES)
def test_the_film_shows_the_mouth_that_stills_show(character: Character, name: str) -> None:
    pose = Pose(POSES[name])
    drawn, painted = _drawn(character, pose).astype(int), _painted(character, pose).astype(int)
    mouth = painted[..., 3] > 0
    assert mouth.sum() > 800
    assert np.abs(drawn - painted)[mouth].mean() < 2.0
    # Where edges of two forms meet, the two share a pixel out differently.
    assert (np.abs(drawn - painted).max(axis=2) > 24).sum() < max(0.03 * mouth.sum(), 170)
    assert np.all(drawn[..., :3] <= drawn[..., 3:])


def test_the_same_pose_gives_the_same_bytes_and_another_others() -> None:
    character = next(iter(CHARACTERS.values()))
    first, second = Pose(POSES["wide open"]), Pose(POSES["rounded"])
    one, other = _drawn(character, first), _drawn(character, second)
    assert np.array_equal(one, _drawn(character, first)) and not np.array_equal(one, other)


def test_the_area_cuts_and_nothing_else() -> None:
    character, pose = next(iter(CHARACTERS.values())), Pose(POSES["turned"])
    whole = _drawn(character, pose)
    seen = np.flatnonzero(whole[..., 3].max(axis=0))
    half = int(seen.mean()) // 2 * 2
    cut = _drawn(character, pose, (half, 0, SIDE, SIDE))
    assert not cut[:, :half].any()
    # What begins to the left of the picture is summed up from there.
    assert np.abs(cut[:, half:].astype(int) - whole[:, half:]).max() <= 2
    assert not _drawn(character, pose, (0, 0, 20, 20)).any()


def test_an_outline_covers_its_area() -> None:
    chance, spots = np.random.default_rng(7), np.ones((14, 3))
    for count in (7, 10, 13):
        angles = (np.arange(count) + chance.uniform(0, 0.6, count)) * 2 * np.pi / count
        spots[:count, 0] = 40 + 24 * np.cos(angles) * chance.uniform(0.8, 1, count)
        spots[:count, 1] = 30 + 19 * np.sin(angles)
        points = np.zeros((43, 2))
        used = _smooth(spots.copy(), count, points)
        sums, share = np.empty((60, 82), np.float32), np.empty((60, 80), np.float32)
        _cover(points, used, 0.0, 0.0, 1.0, sums, share)
        for drawn in (path(points[:used]), smooth_path(spots[:count].tolist())):
            pixels: Pixels = np.zeros((60 * LARGER, 80 * LARGER, 4), np.uint8)
            canvas = surface(pixels).getCanvas()
            canvas.scale(LARGER, LARGER)
            canvas.drawPath(drawn, skia.Paint(AntiAlias=True, Color=skia.ColorWHITE))
            expected = _smaller(pixels)[..., 3]
            assert np.abs(share * 255 - expected).max() < 26
            assert share.sum() * 255 == pytest.approx(float(expected.sum()), rel=0.01)
