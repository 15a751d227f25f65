"""Pictures told apart by what they show: 64-bit difference hashes to find them again, thumbnails to be sure of it.

Both are made at one rate for all films, of the whole picture, of what is left without flat margins (letterboxes), and
of the middle that a picture of another shape would keep, so that the same clip is known in 16:9 and in 9:16.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

PICTURE_RATE = 20
"""Pictures a second that are kept: twice the usual ten, so that a clip that begins between two of them is still met."""
SHAPES = {"16:9": 16 / 9, "1:1": 1.0, "4:5": 0.8, "9:16": 9 / 16}
"""The shapes that films are made in, as width over height."""
_SIDE = 18
_STEP = 2.5
"""Luma levels between neighbouring cells from which a difference is one; flat grounds would give random bits."""
_FLATTEST = 1.5
"""Levels: with a smaller deviation of its colours over the thumbnail a picture shows too little to be known by."""
_MARGIN = 10
_LEAST_CONTENT = 0.08
"""Levels within which a margin is flat; the share of the picture that has to be left without margins."""
_NEAR_BITS = 0.34
_FEW_BITS = 4
_NEAR_LEVELS = 0.8
_NEAR_SHARE = 0.2
"""Two pictures show the same: at most this share of the bits set in either differs, or so few, and the thumbnails lie
within so many levels (root mean square, means apart) and this share of their own deviation."""
MOVING_PICTURES = PICTURE_RATE // 2
"""A picture is told from what its own film shows that many pictures before and after it."""
_MOVING_LEVELS = 0.6
_MOVING_RATIO = 2.0
_BESIDE = (3, 8, 14)
_OTHER = 14
"""Pictures to either side of a moment that are compared, for cuts and for dissolves; levels by which a cell changes."""
_AT_ONCE = 4096


@dataclass(frozen=True)
class Prints:
    """One view of the pictures of a stretch: `hashes` uint64 `(n,)`, `thumbs` uint8 `(n, cells)` in RGB.

    `means` and `spread` are the mean and the deviation of the cells, `usable` says which are not flat, and `moving` by
    how many levels each differs from its film half a second away.
    """

    hashes: NDArray[np.uint64]
    thumbs: NDArray[np.uint8]
    means: NDArray[np.float32]
    spread: NDArray[np.float32]
    usable: NDArray[np.bool_]
    moving: NDArray[np.float32]

    def apart(self, rows: NDArray[np.intp], other: Prints, columns: NDArray[np.intp]) -> NDArray[np.float32]:
        """By how many levels, means apart, each of the pictures `rows` differs from that of `other` in `columns`."""
        steps = self.thumbs[rows].astype(np.float32) - other.thumbs[columns]
        steps -= (self.means[rows] - other.means[columns])[:, None]
        return np.asarray(np.sqrt(np.einsum("nc,nc->n", steps, steps) / steps.shape[1]), np.float32)


@dataclass(frozen=True)
class PictureTrace:
    """The pictures of one stretch of a film at `PICTURE_RATE`, the first at second `start`. `views` by their name."""

    start: float
    shape: str
    views: dict[str, Prints]

    def __len__(self) -> int:
        return len(self.views["whole"].hashes)

    def change(self, seconds: float) -> float:
        """What part of the picture is another soon after `seconds` than soon before; 0 outside of the stretch."""
        thumbs = self.views["whole"].thumbs
        at, most = (seconds - self.start) * PICTURE_RATE, 0.0
        for apart in _BESIDE:
            before, after = round(at - apart) - 1, round(at + apart)
            if before >= 0 and after < len(thumbs):
                steps = np.abs(thumbs[before].astype(np.int16) - thumbs[after]).reshape(-1, 3).max(axis=1)
                most = max(most, float((steps > _OTHER).mean()))
        return most


def nearest_shape(width: int, height: int) -> str:
    """The name among `SHAPES` that is nearest to a picture of `width` by `height`."""
    return min(SHAPES, key=lambda name: abs(np.log(SHAPES[name] * height / width)))


class PictureRecorder:
    """Takes in pictures and gives the trace of a stretch; holds some 5 kB for each."""

    def __init__(self, start: float, width: int, height: int) -> None:
        self._start = start
        self._shape = nearest_shape(width, height)
        self._cells: dict[str, list[NDArray[np.uint8]]] = {}
        self._hashes: dict[str, list[int]] = {}
        self._shown: NDArray[np.uint8] | None = None

    def see(self, picture: NDArray[np.uint8], seconds: float, *, within: bool = True) -> None:
        """Take in the next picture, `(h, w, 3)` uint8, some 160 on its long side, that appears at `seconds`.

        Until then the one before it is on screen; with `within` False the stretch ends there.
        """
        while self._shown is not None and self._due() < seconds - 1e-6:
            self.add(self._shown)
        if within and seconds >= self._start - 1e-6:
            if self._due() <= seconds + 1e-6:
                self.add(picture)
            self._shown = picture
        else:
            self._shown = None

    def _due(self) -> float:
        """The second at which the next picture that is kept stands."""
        return self._start + len(self._hashes.get("whole", ())) / PICTURE_RATE

    def add(self, picture: NDArray[np.uint8]) -> None:
        """Keep `picture` as the next at `PICTURE_RATE`."""
        for name, seen in _views(picture, self._shape).items():
            cells, bits = _look(seen)
            self._cells.setdefault(name, []).append(cells)
            self._hashes.setdefault(name, []).append(bits)

    def trace(self) -> PictureTrace:
        """What was taken in. At least one picture must have been."""
        return PictureTrace(
            self._start,
            self._shape,
            {name: _prints(self._hashes[name], self._cells[name]) for name in self._cells},
        )


def _views(picture: NDArray[np.uint8], shape: str) -> dict[str, NDArray[np.uint8]]:
    found = {"whole": picture, "content": without_margins(picture)}
    height, width = picture.shape[:2]
    for name, ratio in SHAPES.items():
        if name != shape:
            across, down = min(width, round(height * ratio)), min(height, round(width / ratio))
            left, top = (width - across) // 2, (height - down) // 2
            found[name] = picture[top : top + down, left : left + across]
    return found


def without_margins(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The part of a picture `(h, w, 3)` inside margins of one flat colour, such as letterbox bars; all without any."""
    other = np.abs(picture.astype(np.int16) - picture[0, 0].astype(np.int16)).max(axis=2) > _MARGIN
    rows, columns = np.flatnonzero(other.sum(axis=1) > 1), np.flatnonzero(other.sum(axis=0) > 1)
    if not len(rows) or not len(columns):
        return picture
    part = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return part if part.size >= _LEAST_CONTENT * picture.size and min(part.shape[:2]) >= 8 else picture


def _look(picture: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], int]:
    """The thumbnail and the difference hash of a picture.

    Its outermost cells are left out of the thumbnail: where a view was cut, they hold a line of what lies beside it.
    """
    import cv2

    cells = cv2.resize(picture, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    luma = cv2.cvtColor(cells, cv2.COLOR_RGB2GRAY).astype(np.float32)
    small = cv2.resize(luma, (9, 8), interpolation=cv2.INTER_AREA)
    bits = np.packbits((small[:, 1:] - small[:, :-1]) > _STEP)
    return np.ascontiguousarray(cells[1:-1, 1:-1], np.uint8).reshape(-1), int.from_bytes(bits.tobytes(), "big")


def _prints(hashes: list[int], cells: list[NDArray[np.uint8]]) -> Prints:
    thumbs = np.stack(cells)
    means = thumbs.mean(axis=1, dtype=np.float32)
    # Of each channel by itself: one flat colour is flat.
    parts = thumbs.reshape(len(thumbs), -1, 3)
    spread = np.sqrt(parts.var(axis=1, dtype=np.float32).mean(axis=1))
    still = Prints(np.array(hashes, np.uint64), thumbs, means, spread, spread >= _FLATTEST, np.zeros_like(means))
    return replace(still, moving=_motion(still))


def _motion(prints: Prints) -> NDArray[np.float32]:
    """By how much each differs from the nearer to it of the two that lie half a second before and after it."""
    count, apart = len(prints.thumbs), MOVING_PICTURES
    least = np.full(count, np.inf, np.float32)
    for at in range(0, count - apart, _AT_ONCE):
        rows = np.arange(at, min(at + _AT_ONCE, count - apart))
        steps = prints.apart(rows, prints, rows + apart)
        least[rows + apart] = np.minimum(least[rows + apart], steps)
        least[rows] = np.minimum(least[rows], steps)
    return np.where(np.isfinite(least), least, 0.0).astype(np.float32)


def compare(one: Prints, other: Prints) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which pictures of `one` show the same as which of `other`, which of these pairs prove it, and which can not tell.

    All `(n, m)`. Proof is a picture that is much nearer to the other film's than to its own film half a second away:
    still pictures, and a presenter before the same wall, prove nothing. Flat pictures can not tell.
    """
    apart = np.bitwise_count(one.hashes[:, None] ^ other.hashes[None, :])
    either = np.bitwise_count(one.hashes[:, None] | other.hashes[None, :])
    able = one.usable[:, None] & other.usable[None, :]
    same = able & (apart <= np.maximum(_FEW_BITS, _NEAR_BITS * either))
    proof = np.zeros_like(same)
    # Hashes leave few pairs; only for those are thumbnails compared.
    rows, columns = np.nonzero(same)
    for at in range(0, len(rows), _AT_ONCE):
        row, column = rows[at : at + _AT_ONCE], columns[at : at + _AT_ONCE]
        levels = one.apart(row, other, column)
        near = levels <= _NEAR_LEVELS + _NEAR_SHARE * np.minimum(one.spread[row], other.spread[column])
        moving = np.minimum(one.moving[row], other.moving[column])
        same[row, column] = near
        proof[row, column] = near & (moving >= np.maximum(_MOVING_LEVELS, _MOVING_RATIO * levels))
    return same, proof, ~able


def agreement(one: PictureTrace, other: PictureTrace, start: float, other_start: float, seconds: float) -> float:
    """What part of `seconds` from `start` in one film shows the same as in the other, still pictures included.

    Two flat pictures agree. 0 where nothing of it was kept.
    """
    first, second = one.views["whole"], other.views["whole"]
    steps = np.arange(round(seconds * PICTURE_RATE))
    rows = round((start - one.start) * PICTURE_RATE) + steps
    columns = round((other_start - other.start) * PICTURE_RATE) + steps
    inside = (rows >= 0) & (rows < len(one)) & (columns >= 0) & (columns < len(other))
    rows, columns = rows[inside], columns[inside]
    if not len(rows):
        return 0.0
    spread = np.minimum(first.spread[rows], second.spread[columns])
    near = first.apart(rows, second, columns) <= _NEAR_LEVELS + _NEAR_SHARE * spread
    return float((near | (~first.usable[rows] & ~second.usable[columns])).mean())
