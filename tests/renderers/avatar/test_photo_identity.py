"""A face that keeps its shape is told from one that does not, wherever it is and however large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from renderers.avatar import Performance
from renderers.avatar.channels import CHANNELS
from renderers.avatar.film_measures import PresenterMeasures
from renderers.avatar.mouth_watch import Sight
from renderers.avatar.photo import identity
from renderers.avatar.photo.face_mesh import Found
from renderers.avatar.photo.identity import Drift, drift_of, face_shapes, watch_identity
from renderers.encoding import write_segment
from renderers.layer import Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import empty_planes
from renderers.quality import Encoding
from tools.review_plan import Places
from tools.review_presenter import told_of

FORMAT = PictureFormat(160, 90, Fraction(30))
FRAMES = 220
FACE = np.random.default_rng(3).uniform(-1, 1, (468, 3)) * [60, 80, 20]
FACE[33], FACE[263] = (-35, -30, 0), (35, -30, 0)


def test_only_the_shape_counts() -> None:
    moved = np.stack([FACE, 1.7 * FACE + [40, -9, 0], 0.6 * FACE])
    assert drift_of(list(face_shapes(moved))).most < 1e-9
    wider = np.stack([FACE, FACE * [1.0, 1.2, 1.0]])
    assert drift_of(list(face_shapes(wider))).most > 0.05


class _Mesh:
    """Finds a face that is the longer the brighter the picture is, and none in a black one."""

    def __init__(self, folder: Path) -> None:
        pass

    def faces(self, picture: np.ndarray[Any, Any]) -> list[Found]:
        return [Found((0, 0, 9, 9), ((1, 1), (2, 2)), 1.0)] if picture.mean() > 20 else []

    def points(self, picture: np.ndarray[Any, Any], face: Found) -> tuple[np.ndarray[Any, Any], float]:
        return FACE * [1.0, 1 + float(picture.mean()) / 255, 1.0], 0.9


def _film(path: Path, levels: tuple[int, ...]) -> Path:
    def pictures() -> Iterator[Planes]:
        for number in range(FRAMES):
            planes = empty_planes(FORMAT.width, FORMAT.height)
            planes.y[:] = levels[number * len(levels) // FRAMES]
            yield planes

    write_segment(path, pictures(), FORMAT, Encoding())
    return path


@pytest.mark.parametrize(("levels", "most"), [((120,), 0.0), ((60, 200), 0.1), ((16,), None)])
def test_a_film_is_looked_at_in_several_places(
    levels: tuple[int, ...], most: float | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity, "FaceMesh", _Mesh)
    rest = {name: np.full(FRAMES, channel.rest, np.float32) for name, channel in CHANNELS.items()}
    sight = Sight(0, "ada", Performance(FRAMES, Fraction(30), rest), "x", Rect(300, 0, 1200, 1080), "close_up")
    found = watch_identity(_film(tmp_path / "film.mp4", levels), [sight], FORMAT, tmp_path)
    if most is None:
        assert found == ()
    else:
        (drift,) = found
        assert isinstance(drift, Drift) and (drift.most > most if most else drift.most < 0.01)


def test_another_face_is_told() -> None:
    nan = float("nan")
    same = PresenterMeasures(10.0, nan, nan, nan, (), nan, nan, nan, nan, nan, nan, nan, nan, drift=0.02)
    for measures, severity in ((same, "ok"), (replace(same, drift=0.12), "notice")):
        (told,) = told_of(measures, Places(Fraction(30)))
        assert (told.check, told.severity) == ("same face", severity)
