"""Two films laid side by side at every offset: the stretches in which they show or sound the same, all of them.

An offset of two films is a diagonal of the table that holds every moment of one against every moment of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from brand_memory.fingerprints import POINT_RATE, SoundTrace, differences
from brand_memory.hashes import PICTURE_RATE, PictureTrace, Prints, compare

_Kind = TypeVar("_Kind", bound=np.generic)

LONGEST = 12.0
"""Seconds: what is common for longer is a bed, a wall or the same film, not an opening or a closing."""
_GAP = 6
_BLIND_GAP = PICTURE_RATE
"""Pictures that may differ within a run, a cut film's flash for instance, and that may be too flat to tell."""
_SHORTEST_PICTURES = 12
_LEAST_PROOF = 6
"""A run of pictures lasts 0.6 s at least, and 0.3 s of it are proof."""
_LISTENING = 24
"""Points over which bits are counted together: three quarters of a second."""
_WRONG = 0.27
_SURE_BITS = 4.0
"""Of the bits that count at most this share differs (half of them by chance), and a point has so many on average."""
_SHORTEST_POINTS = round(1.2 * POINT_RATE)
_BED_AFTER = 8.0
_BED = 1.0
"""Sound that goes on being the same, for this long within so many seconds of a run, is a bed under everything."""


@dataclass(frozen=True)
class Run:
    """A stretch that two films have in common, in seconds of each; `proof` is how many seconds of it are proof."""

    start: float
    other_start: float
    seconds: float
    proof: float


def common_pictures(one: PictureTrace, other: PictureTrace) -> list[Run]:
    """The stretches in which two films show the same, the best proven first, none of them within another."""
    found = [run for first, second in _pairs(one, other) for run in _picture_runs(one, other, first, second)]
    return _best(found)


def _pairs(one: PictureTrace, other: PictureTrace) -> Iterator[tuple[Prints, Prints]]:
    """Which views can show the same."""
    yield one.views["whole"], other.views["whole"]
    yield one.views["content"], other.views["content"]
    if one.shape != other.shape:
        yield one.views[other.shape], other.views["whole"]
        yield one.views["whole"], other.views[one.shape]


def _picture_runs(one: PictureTrace, other: PictureTrace, first: Prints, second: Prints) -> Iterator[Run]:
    same, proof, blind = compare(first, second)
    if int(proof.sum()) < _LEAST_PROOF:
        return
    # Films of other frame rates stray by a picture.
    near, sure = same.copy(), proof.copy()
    for table, wide in ((same, near), (proof, sure)):
        wide[:, 1:] |= table[:, :-1]
        wide[:, :-1] |= table[:, 1:]
    offsets = len(first.hashes) - 1
    likely = np.flatnonzero(_sheared(sure).sum(axis=1) >= _LEAST_PROOF)
    near, sure, blind = _sheared(near), _sheared(sure), _sheared(blind)
    for offset in likely:
        for begin, end in _stretches(near[offset], blind[offset]):
            proven = int(sure[offset, begin:end].sum())
            if end - begin >= _SHORTEST_PICTURES and proven >= _LEAST_PROOF:
                yield Run(
                    one.start + begin / PICTURE_RATE,
                    other.start + (begin + int(offset) - offsets) / PICTURE_RATE,
                    (end - begin) / PICTURE_RATE,
                    proven / PICTURE_RATE,
                )


def _stretches(near: NDArray[np.bool_], blind: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where pictures are the same, across short gaps, and longer ones in which there is nothing to see."""
    places = np.flatnonzero(near)
    if not len(places):
        return
    begin = last = int(places[0])
    for place in map(int, places[1:]):
        between = place - last - 1
        if between > _GAP and (between > _BLIND_GAP or not blind[last + 1 : place].all()):
            yield begin, last + 1
            begin = place
        last = place
    yield begin, last + 1


def common_sound(one: SoundTrace, other: SoundTrace) -> list[Run]:
    """The stretches in which two films sound the same, the best proven first; music that goes on and on is left out."""
    if min(len(one), len(other)) < _SHORTEST_POINTS:
        return []
    wrong, counted = (_smoothed(_sheared(table)) for table in differences(one, other))
    good = (counted >= _SURE_BITS * _LISTENING) & (wrong <= _WRONG * counted)
    offsets = len(one) - 1
    found, beds = [], []
    for offset in np.flatnonzero(good.sum(axis=1) >= _SHORTEST_POINTS // 2):
        for begin, end in _edges(good[offset]):
            if end - begin < _SHORTEST_POINTS // 2:
                continue
            rate = 1 - 2 * float(wrong[offset, begin:end].sum() / counted[offset, begin:end].sum())
            seconds = (end - begin) / POINT_RATE
            place = other.start + (begin + int(offset) - offsets) / POINT_RATE
            beds.append(Run(one.start + begin / POINT_RATE, place, seconds, rate * seconds))
            if end - begin >= _SHORTEST_POINTS:
                found.append(beds[-1])
    return [run for run in _best(found) if not _goes_on(run, beds)]


def _edges(good: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    steps = np.diff(np.concatenate([[0], good.view(np.int8), [0]]))
    return zip(map(int, np.flatnonzero(steps > 0)), map(int, np.flatnonzero(steps < 0)), strict=True)


def _goes_on(run: Run, others: list[Run]) -> bool:
    """Whether the same sound is heard again soon before or after `run` at the same offset."""
    more = [
        max(0.0, min(other.start + other.seconds, run.start) - max(other.start, run.start - _BED_AFTER))
        + max(
            0.0,
            min(other.start + other.seconds, run.start + run.seconds + _BED_AFTER)
            - max(other.start, run.start + run.seconds),
        )
        for other in others
        if abs((other.other_start - other.start) - (run.other_start - run.start)) <= 1 / POINT_RATE
    ]
    return run.seconds > LONGEST or max(more, default=0.0) >= _BED


def _smoothed(table: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Sums over the window of listening around each place of each diagonal."""
    half = _LISTENING // 2
    sums = np.cumsum(np.pad(table, ((0, 0), (half + 1, half - 1))), axis=1, dtype=np.int32)
    return sums[:, _LISTENING:] - sums[:, :-_LISTENING]


def _sheared(table: NDArray[_Kind]) -> NDArray[_Kind]:
    """`table[i, j]` at `[j - i + n - 1, i]`: every offset of `j` against `i` a row, nothing where there is no `j`."""
    rows, columns = table.shape
    wide = np.zeros((rows, rows - 1 + columns + rows), table.dtype)
    wide[:, rows - 1 : rows - 1 + columns] = table
    step, item = wide.strides
    view = np.lib.stride_tricks.as_strided(wide, (rows + columns - 1, rows), (item, step + item))
    return np.ascontiguousarray(view)


def _best(runs: list[Run]) -> list[Run]:
    """Of runs that overlap in both films, the best proven, of those alike the longest."""
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.proof, -run.seconds)):
        if not any(_overlap(run, other) for other in kept):
            kept.append(run)
    return kept


def _overlap(one: Run, other: Run) -> bool:
    return min(one.start + one.seconds, other.start + other.seconds) > max(one.start, other.start) or min(
        one.other_start + one.seconds, other.other_start + other.seconds
    ) > max(one.other_start, other.other_start)
