"""Transitions: exact at both ends, the same for the same moment, and each as it is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from renderers.colour import resolve_look
from renderers.layer import Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import empty_planes
from renderers.segments import paint_frames, segments
from renderers.timeline import BackdropClip, Scene, Timeline, TitleClip, Transition
from renderers.transition_planes import enlarge
from renderers.transitions import KINDS, SHAPES, transition

WIDTH, HEIGHT = 160, 96
INKS = ("#1a56db", "#f59e0b")
EVERY = [("dissolve", ""), ("push", ""), ("match_scale", ""), ("whip", ""), *(("wipe", shape) for shape in SHAPES)]
KIND = pytest.mark.parametrize(("kind", "shape"), EVERY)


def picture(seed: int) -> Planes:
    chance, planes = np.random.default_rng(seed), empty_planes(WIDTH, HEIGHT)
    for plane in (planes.y, planes.u, planes.v):
        plane[:] = chance.integers(16, 236, plane.shape)
    return planes


def plain(level: int) -> Planes:
    planes = empty_planes(WIDTH, HEIGHT)
    for plane in (planes.y, planes.u, planes.v):
        plane[:] = level
    return planes


def mixed(kind: str, shape: str, out: Planes, into: Planes, t: float, inks: tuple[str, ...] = INKS) -> Planes:
    made = empty_planes(WIDTH, HEIGHT)
    transition(kind, shape, WIDTH, HEIGHT, inks)(out, into, made, t)
    return made


def same(one: Planes, other: Planes) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in "yuv")


def test_every_kind_is_looked_at() -> None:
    assert {kind for kind, _ in EVERY} == KINDS.keys()


@KIND
def test_a_transition_begins_with_one_picture_and_ends_with_the_other(kind: str, shape: str) -> None:
    out, into = picture(1), picture(2)
    assert same(mixed(kind, shape, out, into, 0.0), out)
    assert same(mixed(kind, shape, out, into, 1.0), into)
    halfway = mixed(kind, shape, out, into, 0.5)
    assert not same(halfway, out)
    assert not same(halfway, into)
    assert same(halfway, mixed(kind, shape, out, into, 0.5))


@KIND
def test_nothing_but_the_two_pictures_and_the_band_is_seen(kind: str, shape: str) -> None:
    dark, bright = plain(60), plain(180)
    for t in (0.2, 0.5, 0.8):
        made = mixed(kind, shape, dark, bright, t, ())
        for plane in (made.y, made.u, made.v):
            assert 60 <= plane.min() <= plane.max() <= 180
    # What is alike on both sides stays as it is, however it is moved, enlarged or blurred.
    assert same(mixed(kind, shape, dark, plain(60), 0.4, ()), dark)


def test_a_push_moves_whole_pictures_to_the_left() -> None:
    out, into = picture(1), picture(2)
    made = mixed("push", "", out, into, 0.5)
    assert np.array_equal(made.y[:, : WIDTH // 2], out.y[:, WIDTH // 2 :])
    assert np.array_equal(made.y[:, WIDTH // 2 :], into.y[:, : WIDTH // 2])
    assert np.array_equal(made.u[:, WIDTH // 4 :], into.u[:, : WIDTH // 4])


@pytest.mark.parametrize("shape", SHAPES)
def test_a_wipe_uncovers_more_and_more_behind_a_band_of_the_brands_colours(shape: str) -> None:
    dark, bright = plain(20), plain(230)
    shown = [float((mixed("wipe", shape, dark, bright, t / 10).y == 230).mean()) for t in range(11)]
    assert shown == sorted(shown)
    assert shown[0] == 0
    assert shown[10] == 1
    half = mixed("wipe", shape, dark, bright, 0.5)
    # 16 + 219 × 0.36 for the blue of the band: BT.709.
    blue = round(16 + 219 * (0.2126 * 26 + 0.7152 * 86 + 0.0722 * 219) / 255)
    assert (np.abs(half.y.astype(int) - blue) <= 1).mean() > 0.02


def test_a_circle_grows_from_below_the_middle() -> None:
    made = mixed("wipe", "circle", plain(20), plain(230), 0.5, ())
    assert made.y[-1, WIDTH // 2] == 230
    assert made.y[0, 0] == made.y[0, -1] == 20
    edge = (made.y == 230).argmax(axis=0)
    assert edge[WIDTH // 2] < edge[4]
    assert np.array_equal(made.y, made.y[:, ::-1])


def test_a_picture_is_enlarged_about_its_middle() -> None:
    planes, made = plain(40), empty_planes(WIDTH, HEIGHT)
    planes.y[HEIGHT // 2 - 10 : HEIGHT // 2 + 10, WIDTH // 2 - 20 : WIDTH // 2 + 20] = 200
    enlarge(planes, made, 1.5)
    rows, columns = np.nonzero(made.y > 120)
    assert (rows.min(), rows.max() + 1) == (HEIGHT // 2 - 15, HEIGHT // 2 + 15)
    assert (columns.min(), columns.max() + 1) == (WIDTH // 2 - 30, WIDTH // 2 + 30)
    enlarge(planes, made, 1.0)
    assert same(made, planes)


def test_a_whip_blurs_most_in_the_middle_and_only_across() -> None:
    out, into = picture(1), picture(2)
    # Single columns of noise: a blur across takes their differences away.
    steps = [float(np.abs(np.diff(mixed("whip", "", out, into, t).y.astype(int))).mean()) for t in (0.0, 0.25, 0.5)]
    assert steps[0] > 2 * steps[1] > 2 * steps[2]
    striped, other = plain(40), plain(40)
    for planes in (striped, other):
        planes.y[::2] = 200
    assert same(mixed("whip", "", striped, other, 0.5), striped)


def timeline(kind: str, shape: str = "") -> Timeline:
    area = Rect(96, 300, 998, 400)
    scenes = tuple(
        Scene(f"s{n}", 30, BackdropClip("aurora", 1), (TitleClip(text, area, 0, 30),),
              Transition(kind, 12, shape) if n else Transition())
        for n, text in enumerate(("One", "Two"))
    )  # fmt: skip
    return Timeline(PictureFormat(WIDTH, 90, Fraction(30)), resolve_look(), scenes)


def test_frame_counts_are_those_of_the_timeline_and_only_the_transition_has_another_key() -> None:
    made = {how: segments(timeline(*how)) for how in EVERY}
    for cut in made.values():
        assert sum(segment.duration for segment in cut) == 60
        assert [segment.duration for segment in cut if segment.incoming] == [12]
    keys = {how: [segment.key for segment in cut if segment.incoming] for how, cut in made.items()}
    assert len({key for (key,) in keys.values()}) == len(EVERY)
    assert len({tuple(segment.key for segment in cut if not segment.incoming) for cut in made.values()}) == 1


def test_the_colours_of_a_wipes_band_are_in_its_key_and_not_in_that_of_others() -> None:
    for kind, counts in (("wipe", True), ("push", False)):
        (before,) = (segment for segment in segments(timeline(kind)) if segment.incoming)
        after = replace(before, look=replace(before.look, palette=replace(before.look.palette, accent="#123456")))
        # Aurora does not use the accent, and a plain title neither.
        assert (before.key != after.key) is counts


def test_the_frames_of_a_segment_lead_from_scene_to_scene() -> None:
    (segment,) = (segment for segment in segments(timeline("push")) if segment.incoming)
    painted = [planes.y.copy() for planes in paint_frames(segment)]
    assert len(painted) == 12
    assert len({frame.tobytes() for frame in painted}) == 12
