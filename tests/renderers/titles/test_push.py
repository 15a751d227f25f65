"""What is read in silence comes slowly closer: evenly, inside its room, however long it stays."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.timeline import TitleClip
from renderers.titles.layers import build_layer
from renderers.titles.push import PUSH, Push
from tests.renderers.titles.conftest import Paint

TITLE = TitleClip("A lamp for long evenings", Rect(96, 240, 1500, 500), 30, 150, size="display", push=True)


def test_it_grows_ever_slower_and_never_past_the_size_it_was_set_in() -> None:
    push = Push(96.0, 500.0, 30, 30.0)
    sizes = [push.size(n) for n in range(900)]
    assert sizes[0] == sizes[30] == 1.0 - PUSH
    steps = [after - before for before, after in pairwise(sizes[30:])]
    assert all(first > second > 0.0 for first, second in pairwise(steps))
    assert sizes[-1] < 1.0


def test_a_title_that_comes_closer_keeps_its_left_edge_and_its_room(light: Look, wide: PictureFormat, paint: Paint):
    layer = build_layer(TITLE, light, wide)
    frames = [paint(layer, n)[..., 3] > 200 for n in (80, 110, 140)]
    lefts, rights = zip(
        *((np.flatnonzero(seen.any(0))[0], np.flatnonzero(seen.any(0))[-1]) for seen in frames), strict=True
    )
    assert max(lefts) - min(lefts) <= 1
    assert rights[0] < rights[1] < rights[2]
    rest = paint(build_layer(replace(TITLE, push=False), light, wide), 100)[..., 3] > 200
    assert rights[2] <= np.flatnonzero(rest.any(0))[-1]


def test_how_long_it_stays_changes_nothing_before_it_leaves(light: Look, wide: PictureFormat, paint: Paint):
    short, long = (build_layer(replace(TITLE, duration=length), light, wide) for length in (150, 300))
    assert np.array_equal(paint(short, 100), paint(long, 100))
