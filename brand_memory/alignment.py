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
from brand_memory.shots import stretches

_Kind = TypeVar("_Kind", bound=np.generic)

LONGEST = 12.0
"""Seconds: what is common for longer is a bed, a wall or the same film, not an opening or a closing."""
_GAP = 6
_BLIND_GAP = PICTURE_RATE
"""Pictures that may differ within a run, a cut film's flash for instance, and that may be too flat to tell."""
_SHORTEST_PICTURES = 12
_LEAST_PROOF = 6
"""A run of pictures lasts 0.6 s at least, and 0.3 s of it are proof."""
_LISTENING, _FINE = 24, 10
"""Points over which bits are counted together: three quarters of a second, and for the edges a third."""
_WRONG = 0.27
_SURE_BITS = 4.0
"""Of the bits that count at most this share differs (half of them by chance), and a point has so many on average."""
_SHORTEST_POINTS = round(1.2 * POINT_RATE)
_LEAST_SOUND = 0.9
"""A piece lasts half of so many points at least, and a run has so many seconds of proof."""
_BREAK = 3.0
_WHOLE = 0.85
"""Pieces at one offset with breaks up to so many seconds are one; what fills this much of what was listened to, or
lasts longer than `LONGEST`, is a bed under everything."""


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
        for begin, end in _bridged(near[offset], blind[offset]):
            proven = int(sure[offset, begin:end].sum())
            if end - begin >= _SHORTEST_PICTURES and proven >= _LEAST_PROOF:
                yield Run(
                    one.start + begin / PICTURE_RATE,
                    other.start + (begin + int(offset) - offsets) / PICTURE_RATE,
                    (end - begin) / PICTURE_RATE,
                    proven / PICTURE_RATE,
                )


def _bridged(near: NDArray[np.bool_], blind: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
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
    wrong, counted = (_sheared(table) for table in differences(one, other))
    good, fine = (_agreeing(wrong, counted, points) for points in (_LISTENING, _FINE))
    offsets = len(one) - 1
    pieces: list[Run] = []
    for offset in np.flatnonzero(good.sum(axis=1) >= _SHORTEST_POINTS // 2):
        for begin, end in stretches(good[offset]):
            # Where hardly anything is heard the window reaches out of the sound that is common.
            sure = np.flatnonzero(fine[offset, begin:end])
            if len(sure) and sure[-1] - sure[0] >= _SHORTEST_POINTS // 2:
                first, last = begin + int(sure[0]), begin + int(sure[-1]) + 1
                share = 1 - 2 * float(wrong[offset, first:last].sum() / max(1, counted[offset, first:last].sum()))
                place = other.start + (first + int(offset) - offsets) / POINT_RATE
                seconds = (last - first) / POINT_RATE
                pieces.append(Run(one.start + first / POINT_RATE, place, seconds, share * seconds))
    chains = [_chain(piece, pieces) for piece in sorted(pieces, key=lambda piece: -piece.proof)]
    return [
        run
        for run in _best(chains)
        if run.proof >= _LEAST_SOUND and run.seconds <= min(LONGEST, _WHOLE * _shared(run, one, other))
    ]


def _agreeing(wrong: NDArray[np.uint8], counted: NDArray[np.uint8], points: int) -> NDArray[np.bool_]:
    """Where few of the bits differ, of enough, in the window of so many points around each place of each diagonal."""
    differ, heard = _smoothed(wrong, points), _smoothed(counted, points)
    return (heard >= _SURE_BITS * points) & (differ <= _WRONG * heard)


def _chain(piece: Run, pieces: list[Run]) -> Run:
    """`piece` with all others at its offset that follow one another with short breaks, as under a voice."""
    shift = piece.other_start - piece.start
    start, end, proof = piece.start, piece.start + piece.seconds, piece.proof
    near = [p for p in pieces if p is not piece and abs(p.other_start - p.start - shift) <= 1.5 / POINT_RATE]
    grown = True
    while grown:
        grown = False
        for other in near:
            last = other.start + other.seconds
            if other.start - end <= _BREAK and start - last <= _BREAK and (other.start < start or last > end):
                proof += other.proof * (1 - max(0.0, min(end, last) - max(start, other.start)) / other.seconds)
                start, end, grown = min(start, other.start), max(end, last), True
    return Run(start, start + shift, end - start, proof)


def _shared(run: Run, one: SoundTrace, other: SoundTrace) -> float:
    """How many seconds of two traces lie beside each other at the offset of `run`."""
    shift = run.other_start - run.start
    start = max(one.start, other.start - shift)
    return min(one.start + len(one) / POINT_RATE, other.start + len(other) / POINT_RATE - shift) - start


def _smoothed(table: NDArray[np.uint8], points: int) -> NDArray[np.int32]:
    """Sums over the window of so many points around each place of each row."""
    sums = np.cumsum(np.pad(table, ((0, 0), (points // 2 + 1, points // 2 - 1))), axis=1, dtype=np.int32)
    return sums[:, points:] - sums[:, :-points]


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
