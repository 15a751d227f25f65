"""The ladder of qualities: smaller, quicker and coarser below, and nothing of the sound is made twice."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from renderers.picture_format import RESOLUTIONS
from renderers.quality import ANIMATIC, DRAFT, MASTER, QUALITIES
from renderers.segments import make_segment, paint_frames, segments
from renderers.timeline import Timeline
from tests.renderers.test_segments import FORMAT, LOOK, scene


@pytest.fixture
def timeline() -> Timeline:
    return Timeline(FORMAT, LOOK, (scene(0, 70), scene(1, 50, 12)))


def test_each_rung_is_larger_than_the_one_below() -> None:
    sizes = [RESOLUTIONS[quality.resolution] for quality in QUALITIES.values()]
    assert sizes == sorted(sizes)
    assert [quality.encoding.crf for quality in QUALITIES.values()] == [24, 22, 19]


@pytest.mark.parametrize("wanted", RESOLUTIONS)
def test_no_rung_is_larger_than_what_is_wanted(wanted: str) -> None:
    for quality in QUALITIES.values():
        assert RESOLUTIONS[quality.size(wanted)] <= min(RESOLUTIONS[wanted], RESOLUTIONS[quality.resolution])
    assert MASTER.size(wanted) == wanted


def test_the_pictures_of_an_animatic_stay(timeline: Timeline) -> None:
    assert ANIMATIC.hold(FORMAT.rate) == 15
    assert DRAFT.hold(FORMAT.rate) == MASTER.hold(Fraction(60)) == 1
    moving, held = segments(timeline)[0], segments(replace(timeline, quality=ANIMATIC))[0]
    assert (held.start, held.duration) == (moving.start, moving.duration)
    shown = [planes.y.copy() for planes in paint_frames(held)]
    wanted = [planes.y.copy() for planes in paint_frames(moving)]
    assert all((picture == wanted[n - n % 15]).all() for n, picture in enumerate(shown))
    assert (shown[0] != shown[15]).any()


def test_every_rung_has_its_own_segments(timeline: Timeline) -> None:
    keys = [{segment.key for segment in segments(replace(timeline, quality=q))} for q in QUALITIES.values()]
    assert not keys[0] & keys[1] and not keys[1] & keys[2]


def test_a_lower_rung_is_encoded_smaller(timeline: Timeline, tmp_path: Path) -> None:
    sizes = []
    for quality in (DRAFT, MASTER):
        path = tmp_path / f"{quality.name}.mp4"
        make_segment(segments(replace(timeline, quality=quality))[0], path)
        sizes.append(path.stat().st_size)
    assert sizes[0] < sizes[1]
