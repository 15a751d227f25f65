from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.avatar.drawing.laying import ROWS_BETWEEN, WIDTH, _sample, _sample_singly

Lanes = NDArray[np.uint8]
Way = NDArray[np.int64]
ONE = 65536


def _wavy() -> Lanes:
    row, column = np.mgrid[0:90, 0:120]
    wavy: Lanes = (128 + 70 * np.sin(column / 5.3) + 50 * np.cos(row / 4.1 + column / 9)).astype(np.uint8)
    return wavy


def _sampled(lanes: Lanes, way: Way, paired: int, rows: int, *, singly: bool = False) -> NDArray[np.float64]:
    out = np.full(WIDTH * WIDTH, 7, np.uint16)
    if singly:
        _sample_singly(lanes, paired, way, rows, out)
    else:
        _sample(lanes, paired, way, rows, np.full(ROWS_BETWEEN * WIDTH, 999, np.uint16), out)
    assert np.all(out[rows * WIDTH :] == 7)
    return np.asarray(out[: rows * WIDTH].reshape(rows, WIDTH) / 256)


def _way(x: float, z: float, lean: tuple[float, float], stretch: float = 1.0, twist: float = 0.0) -> Way:
    way = np.array([[x, stretch, lean[0], twist], [z, lean[1], stretch, -twist]])
    return np.asarray(way * ONE, np.int64)


WAYS = [
    _way(40.0, 30.0, (0.0, 0.0)),
    _way(40.37, 30.81, (0.0, 0.0)),
    _way(40.37, 30.81, (0.03, -0.03)),
    _way(40.37, 30.81, (-0.06, 0.06), 0.98, 0.0004),
    _way(40.37, 30.81, (0.05, -0.05), 1.03, -0.0007),
]


@pytest.mark.parametrize("paired", [0, 1])
@pytest.mark.parametrize("number", range(len(WAYS)))
def test_rows_at_once_give_what_samples_one_by_one_give(number: int, paired: int) -> None:
    lanes, rows = _wavy(), WIDTH >> paired
    found, expected = (_sampled(lanes, WAYS[number], paired, rows, singly=singly) for singly in (False, True))
    # The passes round their weights apart: by half a sixteenth of the step between neighbours each.
    assert np.abs(found - expected).max() < 2.5
    assert np.abs(found - expected).mean() < 0.6
    if number < 2:
        assert np.array_equal(found, expected)


@pytest.mark.parametrize("place", [(-9.0, 30.0), (112.0, 30.0), (40.0, -9.0), (40.0, 80.0), (300.0, 300.0)])
def test_samples_outside_are_those_at_the_edge(place: tuple[float, float]) -> None:
    lanes, way = _wavy(), _way(*place, (0.02, -0.02))
    found, expected = (_sampled(lanes, way, 0, WIDTH, singly=singly) for singly in (False, True))
    assert np.array_equal(found, expected)
    assert lanes.min() <= found.min() and found.max() <= lanes.max()


def test_nothing_is_kept_from_the_tile_before() -> None:
    lanes, out = _wavy(), np.zeros((2, WIDTH * WIDTH), np.uint16)
    between = np.zeros(ROWS_BETWEEN * WIDTH, np.uint16)
    for number, way in enumerate(WAYS):
        _sample(lanes, 0, way, WIDTH, np.full_like(between, 40000 + number), out[0])
        _sample(lanes, 0, way, WIDTH, np.zeros_like(between), out[1])
        assert np.array_equal(out[0], out[1])


def test_both_samples_of_a_pair_lie_at_one_place() -> None:
    half = np.ascontiguousarray(_wavy()[:, :60])
    lanes = np.repeat(half, 2, axis=1)
    for x, z, lean in ((20.4, 30.8, 0.03), (20.4, 30.8, 0.0), (52.0, 30.8, 0.03)):
        way = _way(x, z, (lean, -lean))
        found = _sampled(lanes, way, 1, WIDTH // 2)
        assert np.array_equal(found[:, ::2], found[:, 1::2])
        assert np.abs(found[:, ::2] - _sampled(half, way, 0, WIDTH // 2, singly=True)[:, : WIDTH // 2]).max() < 2.5


def test_weights_never_leave_what_lies_between_neighbours() -> None:
    row, column = np.mgrid[0:90, 0:120]
    chance = np.random.default_rng(3)
    for lanes in ((column // 2 % 2 * 255).astype(np.uint8), (row // 2 % 2 * 255).astype(np.uint8)):
        for _ in range(400):
            x, z, across, down, stretch = chance.uniform((30, 30, -0.06, -0.06, 0.96), (60, 50, 0.06, 0.06, 1.04))
            way = _way(x, z, (across, down), stretch)
            # A sixteenth of the whole range a pass; what is a little below nothing would come out as all.
            found, expected = (_sampled(lanes, way, 0, WIDTH, singly=singly) for singly in (False, True))
            assert np.abs(found - expected).max() < 36
