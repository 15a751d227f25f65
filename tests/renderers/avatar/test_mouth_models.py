"""What a review looks at in mouths: chosen so that an edit elsewhere changes nothing, drawn once, and kept."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.avatar import Performance
from renderers.avatar.mouth_models import Models, kept_models
from renderers.avatar.mouth_watch import Sight, Stretch, choose_stretches
from renderers.media_groups import Footage, Group
from renderers.picture_format import PictureFormat, Rect
from renderers.takes import TakeStore

FORMAT = PictureFormat(320, 180, Fraction(30))
FRAMES = 60


def drawn() -> Models:
    return np.random.default_rng(3).integers(0, 256, (5, 11, 2, 40), dtype=np.uint8)


def test_mouths_are_drawn_once_for_what_decides_them(tmp_path: Path) -> None:
    takes, made = TakeStore(tmp_path), list[int]()

    def draw() -> Models:
        made.append(1)
        return drawn()

    for about in (("maya", 1), ("maya", 1), ("maya", 2)):
        assert np.array_equal(kept_models(takes, about, 5, draw), drawn())
    assert len(made) == 2
    assert np.array_equal(kept_models(None, ("maya", 1), 5, draw), drawn())
    assert len(made) == 3


@pytest.mark.parametrize("content", [b"", b"\xff" * 40, np.array((4, 11, 2, 40), ">u4").tobytes()])
def test_mouths_that_were_kept_badly_are_drawn_again(tmp_path: Path, content: bytes) -> None:
    takes = TakeStore(tmp_path)
    kept_models(takes, ("maya",), 5, drawn)
    [path] = tmp_path.rglob("models.bin")
    path.write_bytes(content.ljust(path.stat().st_size, b"\0"))
    assert np.array_equal(kept_models(takes, ("maya",), 5, drawn), drawn())


def group(number: int, mark: str) -> Group:
    times = tuple((FRAMES * number + n) / 30 for n in range(FRAMES))
    return Group(mark, times, (1 / 30,) * FRAMES, ((0, 1),) * FRAMES, tuple(range(FRAMES)))


def test_an_edit_leaves_the_choice_of_all_groups_that_it_does_not_reach() -> None:
    marks = [f"{number * 7919 % 1000:03}" for number in range(40)]
    curves = {"jaw": np.zeros(FRAMES * 41, np.float32)}
    sight = Sight(0, "maya", Performance(FRAMES * 41, FORMAT.rate, curves), "", Rect(0, 0, 400, 900), "half_body")

    def chosen(marks: list[str]) -> list[Stretch]:
        groups = tuple(group(number, mark) for number, mark in enumerate(marks))
        return choose_stretches(Footage(groups, b"", 1, False), {0: sight}, FORMAT, 12)

    before = chosen(marks)
    assert len(before) == 12
    assert [one.group.times for one in before] == sorted(one.group.times for one in before)
    names = {one.group.mark for one in before}
    spare = next(mark for mark in marks if mark not in names and mark != marks[0])
    assert {one.group.mark for one in chosen([mark for mark in marks if mark != spare])} == names
    assert len(names - {one.group.mark for one in chosen([*marks[:5], "000a", *marks[5:]])}) <= 1
