"""Posters: nobody is shown in the middle of a blink."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from agency.poster import eyes_open
from renderers.avatar import Performance
from renderers.avatar.film_measures import Appearance
from renderers.avatar.performance import save
from renderers.picture_format import Rect

RATE = Fraction(30)


def presenter(folder: Path, lids: dict[int, float]) -> Appearance:
    """A presenter from frame 100 on, whose lids are down at these frames of the scene."""
    curve = np.zeros(90, np.float32)
    for frame, down in lids.items():
        curve[frame] = down
    save(Performance(90, RATE, {"blink_left": curve, "blink_right": curve}), folder)
    return Appearance("s1", 100, folder, "", "maya", "illustrated", Rect(0, 0, 8, 8), "half_body", False, (), ())


@pytest.mark.parametrize(
    ("lids", "shown"),
    [({}, 145), ({44: 0.5, 45: 1.0, 46: 0.4}, 143), (dict.fromkeys(range(90), 1.0), 145), ({45: 0.04}, 145)],
)
def test_the_nearest_moment_without_a_blink_is_taken(tmp_path: Path, lids: dict[int, float], shown: int) -> None:
    assert eyes_open(145, (presenter(tmp_path, lids),), RATE) == shown


def test_without_a_presenter_or_its_take_the_moment_stays(tmp_path: Path) -> None:
    assert eyes_open(145, (), RATE) == 145
    gone = presenter(tmp_path, {45: 1.0})
    (tmp_path / "performance.npz").unlink()
    assert eyes_open(145, (gone,), RATE) == 145
