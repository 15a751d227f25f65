"""What stands still on a moving picture: lettering, lower thirds, and the mark that sits in a corner all along."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from brand_memory.kit import ScreenText
from brand_memory.shots import stretches

Corner = Literal["", "top left", "top right", "bottom left", "bottom right"]
STILL_RATE = 5
"""Pictures a second that are looked at."""
_CELL = 8
"""Pixels of a picture 320 wide."""
_EDGED = 9.0
_STILL = 2.5
_SHORTEST, _LONGEST = 1.5, 8.0
"""A cell bears lettering: the mean step of luma between neighbouring pixels is so large, it changes by less than so
many levels in a fifth of a second, and it does so for this many seconds."""
_TOGETHER = 2
"""Looks by which cells of one text may come and go at different times."""
_FEWEST_CELLS = 5
_FILLED = 0.45
_ELSEWHERE = 0.25
_EMPTY = 0.04
"""How many cells a text has, what part of its box they fill, and what part of the picture around it has to move, or
may at most bear anything."""
_LOWER = 0.6
_MOST_LOOKS = 300
_CORNER = 0.24
_CONSTANT = 0.85
_SAME = 12
_DRAWN = 14.0
"""A corner's mark: pixels within so many levels of their median in this part of the film, with edges of this step."""


class StillWatch:
    """Sees the luma of a film's pictures in order, `STILL_RATE` a second; keeps a bit for each cell of each."""

    def __init__(self, seconds: float) -> None:
        self._still: list[NDArray[np.bool_]] = []
        self._moves: list[NDArray[np.bool_]] = []
        self._last: NDArray[np.int16] | None = None
        self._every = max(1, round(seconds * STILL_RATE / _MOST_LOOKS))
        self._corners: list[list[NDArray[np.uint8]]] = []

    def see(self, luma: NDArray[np.uint8]) -> None:
        """Take in the next picture, `(h, w)`, 320 on its long side."""
        levels = luma[: luma.shape[0] // _CELL * _CELL, : luma.shape[1] // _CELL * _CELL].astype(np.int16)
        if len(self._still) % self._every == 0:
            self._corners.append(_corners(luma))
        steps = np.abs(np.diff(levels, axis=1, append=levels[:, -1:])) + np.abs(
            np.diff(levels, axis=0, append=levels[-1:])
        )
        changes = np.abs(levels - self._last) if self._last is not None else np.full_like(levels, 255)
        changed = _cells(changes)
        self._still.append((_cells(steps) >= _EDGED) & (changed < _STILL))
        self._moves.append(changed >= _STILL)
        self._last = levels

    def texts(self, cuts: Sequence[float]) -> list[ScreenText]:
        """The lettering that stands still for 1.5 to 8 s while the rest moves or cuts, or on an empty ground."""
        if len(self._still) < 2:
            return []
        still, moves = np.stack(self._still), np.stack(self._moves)
        runs: dict[tuple[int, int], list[tuple[int, int]]] = {}
        rows, columns = still.shape[1:]
        for row in range(rows):
            for column in range(columns):
                for begin, end in stretches(still[:, row, column]):
                    if _SHORTEST <= (end - begin + 1) / STILL_RATE <= _LONGEST:
                        runs.setdefault((begin, end), []).append((row, column))
        found: list[ScreenText] = []
        for begin, end in sorted(runs, key=lambda run: -len(runs[run])):
            near = product(range(begin - _TOGETHER, begin + _TOGETHER + 1), range(end - _TOGETHER, end + _TOGETHER + 1))
            cells = {cell for run in near for cell in runs.get(run, ())}
            for block in _blocks(cells):
                text = _text(block, begin, end, still, moves, cuts)
                if text is not None and not any(_alike(text, other) for other in found):
                    found.append(text)
        return sorted(found, key=lambda text: text.start)

    def corner(self) -> Corner:
        """In which corner something drawn stands through most of the film; empty for none, or for all of them."""
        names: tuple[Corner, ...] = ("top left", "top right", "bottom left", "bottom right")
        if len(self._corners) < 12:
            return ""
        marked = [_marked(np.stack([look[n] for look in self._corners])) for n in range(4)]
        best = int(np.argmax(marked))
        return names[best] if marked[best] and sum(map(bool, marked)) <= 2 else ""


def lower_thirds(texts: Sequence[ScreenText]) -> tuple[tuple[float, float], ...]:
    """From when to when something is written in the lower 40 % of the picture."""
    return tuple(
        (text.start, text.end)
        for text in texts
        if text.box[1] + text.box[3] / 2 >= _LOWER and text.box[3] <= 0.35 and text.box[1] >= 0.5
    )


def _cells(values: NDArray[np.int16]) -> NDArray[np.float64]:
    rows, columns = values.shape[0] // _CELL, values.shape[1] // _CELL
    return np.asarray(values.reshape(rows, _CELL, columns, _CELL).mean(axis=(1, 3)))


def _blocks(cells: set[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    """Cells that touch, or nearly: two apart sideways, as words are, and one apart downwards."""
    left, found = set(cells), []
    while left:
        block, edge = set(), [left.pop()]
        while edge:
            row, column = edge.pop()
            block.add((row, column))
            near = {(row + y, column + x) for y in (-1, 0, 1) for x in (-2, -1, 0, 1, 2)} & left
            left -= near
            edge += near
        found.append(block)
    return found


def _text(
    block: set[tuple[int, int]],
    begin: int,
    end: int,
    still: NDArray[np.bool_],
    moves: NDArray[np.bool_],
    cuts: Sequence[float],
) -> ScreenText | None:
    """The text that a block of cells is, if it has the form of one and the rest of the picture is not as still."""
    top, bottom = min(row for row, _ in block), max(row for row, _ in block) + 1
    first, last = min(column for _, column in block), max(column for _, column in block) + 1
    filled = len(block) / ((bottom - top) * (last - first))
    if len(block) < _FEWEST_CELLS or filled < _FILLED or last - first < bottom - top:
        return None
    rows, columns = still.shape[1:]
    around = np.ones((rows, columns), np.bool_)
    around[top:bottom, first:last] = False
    if not around.any():
        return None
    start, stop = max(0.0, (begin - 1) / STILL_RATE), end / STILL_RATE
    moving = float(moves[begin:end, around].any(axis=0).mean())
    kept = any(start + 0.3 < cut < stop - 0.3 for cut in cuts)
    empty = moving < _EMPTY and float(still[begin:end, around].mean()) < _EMPTY
    if moving < _ELSEWHERE and not kept and not empty:
        return None
    box = (first / columns, top / rows, (last - first) / columns, (bottom - top) / rows)
    return ScreenText(start=round(start, 2), end=round(stop, 2), box=box)


def _alike(one: ScreenText, other: ScreenText) -> bool:
    return min(one.end, other.end) > max(one.start, other.start) and (
        abs(one.box[0] - other.box[0]) < 0.3 and abs(one.box[1] - other.box[1]) < 0.2
    )


def _corners(luma: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    down, across = round(luma.shape[0] * _CORNER), round(luma.shape[1] * _CORNER)
    return [
        part[::2, ::2].copy()
        for part in (luma[:down, :across], luma[:down, -across:], luma[-down:, :across], luma[-down:, -across:])
    ]


def _marked(looks: NDArray[np.uint8]) -> float:
    """What part of a corner `(n, h, w)` is a mark: constant and drawn, while most of what is around it changes."""
    usual = np.median(looks, axis=0)
    constant = (np.abs(looks - usual) <= _SAME).mean(axis=0) >= _CONSTANT
    if float(constant.mean()) > 0.6:
        return 0.0
    steps = np.abs(np.diff(usual, axis=1, append=usual[:, -1:])) + np.abs(np.diff(usual, axis=0, append=usual[-1:]))
    drawn = constant & (steps >= _DRAWN)
    return float(constant.mean()) if drawn.sum() >= 8 and constant.sum() >= 24 else 0.0
