"""Cut-outs laid straight into planar YUV, tile by tile. Importing this module loads numba.

Bilinear weights are sixteenths of a pixel; 16 × 16 × 255 just fits into 16 bits. A tile is sampled in two passes, first
along the rows of the cut-out and then along its own columns, so that neighbouring rows share their work.

Rows are worked on in LLVM's vectors, sixteen samples at once. numba finds such instructions in loops by itself, but
before each row it asks whether arrays overlap and whether an index is negative, which takes longer than the row. The
operations here ask nothing: a place in an array counts items from its first, and the sixteen items there must be in the
array. They stand beside the functions that use them so that those are compiled again when they change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numba
import numpy as np
from llvmlite import ir  # type: ignore[import-untyped]
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

from renderers.avatar.drawing_kept.warping import TILE

WIDTH = TILE
"""How many samples are worked on at once: a row of a tile."""
ROWS_BETWEEN = 28
"""Rows of room for what is sampled along the rows of a cut-out: one and a half times those of a tile, and some."""
_AHEAD = 96
"""How many bytes ahead a row is fetched: one and a half of the lines in which memory is read."""

_ONE, _STILL = 65536, 64
"""A sample's width, and how much it may lean or stretch to be taken for straight: a 64th of a sample in a tile."""
Value = Any
"""A value or type of LLVM's or numba's, which have no types of their own."""
_operation: Callable[[Value], Value] = intrinsic
"""Makes an operation of a function that writes its instructions; it is called without the first argument."""
_SHORT, _INT = ir.IntType(16), ir.IntType(32)
_PLACES = ir.VectorType(_INT, WIDTH)

_SPARE = 256
"""How far sixteen places may fall short where each is rounded down to 4096ths; no weight may fall below nothing."""


class _Operation:
    """The instructions of one operation as they are written; its arguments are known by number."""

    def __init__(self, context: Value, builder: Value, signature: Value, arguments: Sequence[Value]) -> None:
        self._context, self.builder, self._types, self._arguments = context, builder, signature.args, arguments

    def number(self, k: int) -> Value:
        """Argument `k` as an integer of 64 bits."""
        return self._context.cast(self.builder, self._arguments[k], self._types[k], types.int64)

    def spread(self, k: int, kind: Value) -> Value:
        """Argument `k`, cut to the integers `kind`, in every lane."""
        lanes, builder = ir.VectorType(kind, WIDTH), self.builder
        one = builder.insert_element(lanes(ir.Undefined), builder.trunc(self.number(k), kind), _INT(0))
        return builder.shuffle_vector(one, lanes(ir.Undefined), _PLACES([0] * WIDTH))

    def load(self, k: int, at: Value, kind: Value, count: int = WIDTH) -> Value:
        """`count` items of array `k` from place `at` on, widened to the integers `kind`."""
        held = ir.VectorType(ir.IntType(self._types[k].dtype.bitwidth), count)
        found = self.builder.load(self._pointer(k, at, held), align=1)
        wide = ir.VectorType(kind, count)
        return found if held == wide else self.builder.zext(found, wide)

    def foresee(self, k: int, at: Value, *, written: bool) -> None:
        """Have the processor fetch what of array `k` lies a little behind place `at`: a tile has too many rows for it
        to see by itself that they go on.
        """
        pointer = ir.IntType(8).as_pointer()
        kind = ir.FunctionType(ir.VoidType(), [pointer, _INT, _INT, _INT])
        fetch = cgutils.get_or_insert_function(self.builder.module, kind, "llvm.prefetch.p0")  # type: ignore[no-untyped-call]
        behind = self._pointer(k, self.builder.add(at, ir.IntType(64)(_AHEAD)), ir.IntType(8))
        self.builder.call(fetch, [behind, _INT(int(written)), _INT(3), _INT(1)])

    def store(self, k: int, at: Value, what: Value) -> None:
        """Write a vector to array `k` from place `at` on."""
        self.builder.store(what, self._pointer(k, at, what.type), align=1)

    def shuffle(self, what: Value, other: Value, places: Sequence[int]) -> Value:
        """Those lanes of two vectors, of which the second's come after the first's."""
        return self.builder.shuffle_vector(what, other, ir.VectorType(_INT, len(places))(list(places)))

    def bytes(self, what: Value) -> Value:
        """Samples that are 256 times their value as bytes, rounded."""
        builder = self.builder
        near = builder.lshr(builder.add(what, _all(what, 128)), _all(what, 8))
        return builder.trunc(near, ir.VectorType(ir.IntType(8), what.type.count))

    def mixed(self, tones: Value, covers: Value, under: Value) -> Value:
        """The bytes of `tones`, weakened by `covers` already, over bytes `under`; all as integers of 32 bits."""
        builder = self.builder
        # 257 / 65536 is one part in 255.
        kept = builder.lshr(builder.mul(builder.sub(_all(covers, 65280), covers), _all(covers, 257)), _all(covers, 8))
        return self.bytes(builder.add(tones, builder.lshr(builder.mul(under, kept), _all(under, 8))))

    def _pointer(self, k: int, at: Value, to: Value) -> Value:
        array = self._context.make_array(self._types[k])(self._context, self.builder, self._arguments[k])
        place = cgutils.gep(self.builder, array.data, at)  # type: ignore[no-untyped-call]
        return self.builder.bitcast(place, to.as_pointer())


def _all(like: Value, value: int) -> Value:
    return like.type([value] * like.type.count)


_FIRST, _SECOND = range(0, WIDTH, 2), range(1, WIDTH, 2)
_IN_TURN = [k // 2 + k % 2 * (WIDTH // 2) for k in range(WIDTH)]


@_operation
def _interpolate(  # type: ignore[no-untyped-def]
    context, source, at, step, begin, lean, paired, target, to
):  # fmt: skip
    """Write what lies between samples of `source` at `at`, `at` + `step` and `at` + 2 × `step`, and at 15 places more.

    Lane t lies `begin` + t × `lean` (4096ths, t halved where `paired` is not 0) of the way to the second, or beyond it
    to the third; weights are sixteenths. From bytes come 16 times their value, from 16 bits 16 times that again.
    """

    def write(context: Value, builder: Value, signature: Value, arguments: Sequence[Value]) -> Value:
        made = _Operation(context, builder, signature, arguments)
        place, far = made.number(1), made.number(2)
        if signature.args[0].dtype.bitwidth == 8:
            made.foresee(0, place, written=False)
        first = made.load(0, place, _SHORT)
        second = made.load(0, builder.add(place, far), _SHORT)
        third = made.load(0, builder.add(place, builder.add(far, far)), _SHORT)
        every, halved = first.type(list(range(WIDTH))), first.type([k // 2 for k in range(WIDTH)])
        turns = builder.select(builder.icmp_signed("!=", made.number(5), ir.IntType(64)(0)), halved, every)
        way = builder.add(made.spread(3, _SHORT), builder.mul(turns, made.spread(4, _SHORT)))
        way, whole = builder.ashr(way, _all(way, 8)), _all(way, 16)
        near = builder.select(builder.icmp_signed("<", way, whole), way, whole)
        found = builder.add(builder.shl(first, _all(way, 4)), builder.mul(builder.sub(second, first), near))
        found = builder.add(found, builder.mul(builder.sub(third, second), builder.sub(way, near)))
        made.store(6, made.number(7), found)
        return context.get_dummy_value()

    return types.void(source, at, step, begin, lean, paired, target, to), write


@_operation
def _blend(context, source, at, step, share, target, to):  # type: ignore[no-untyped-def]
    """Do what `_interpolate` does where every lane lies `share` sixteenths of the way from the first to the second."""

    def write(context: Value, builder: Value, signature: Value, arguments: Sequence[Value]) -> Value:
        made = _Operation(context, builder, signature, arguments)
        place, far = made.number(1), made.number(2)
        if signature.args[0].dtype.bitwidth == 8:
            made.foresee(0, place, written=False)
        first, second = made.load(0, place, _SHORT), made.load(0, builder.add(place, far), _SHORT)
        way = builder.mul(builder.sub(second, first), made.spread(3, _SHORT))
        made.store(4, made.number(5), builder.add(builder.shl(first, _all(first, 4)), way))
        return context.get_dummy_value()

    return types.void(source, at, step, share, target, to), write


@_operation
def _replace(context, tones, at, plane, to):  # type: ignore[no-untyped-def]
    """Write samples of 16 bits to a plane as bytes."""

    def write(context: Value, builder: Value, signature: Value, arguments: Sequence[Value]) -> Value:
        made = _Operation(context, builder, signature, arguments)
        made.foresee(2, made.number(3), written=True)
        made.store(2, made.number(3), made.bytes(made.load(0, made.number(1), _SHORT)))
        return context.get_dummy_value()

    return types.void(tones, at, plane, to), write


@_operation
def _replace_pairs(context, tones, at, first, second, to):  # type: ignore[no-untyped-def]
    """Write samples of 16 bits that belong to two planes by turns to those as bytes."""

    def write(context: Value, builder: Value, signature: Value, arguments: Sequence[Value]) -> Value:
        made = _Operation(context, builder, signature, arguments)
        found, place = made.bytes(made.load(0, made.number(1), _SHORT)), made.number(4)
        made.foresee(2, place, written=True)
        made.foresee(3, place, written=True)
        made.store(2, place, made.shuffle(found, found, _FIRST))
        made.store(3, place, made.shuffle(found, found, _SECOND))
        return context.get_dummy_value()

    return types.void(tones, at, first, second, to), write


@_operation
def _mix(context, tones, covers, at, plane, to):  # type: ignore[no-untyped-def]
    """Lay samples of 16 bits over bytes of a plane by their alphas, `covers`."""

    def write(context: Value, builder: Value, signature: Value, arguments: Sequence[Value]) -> Value:
        made = _Operation(context, builder, signature, arguments)
        place, goal = made.number(2), made.number(4)
        tone, cover = made.load(0, place, _INT), made.load(1, place, _INT)
        made.store(3, goal, made.mixed(tone, cover, made.load(3, goal, _INT)))
        return context.get_dummy_value()

    return types.void(tones, covers, at, plane, to), write


@_operation
def _mix_pairs(context, tones, covers, at, first, second, to):  # type: ignore[no-untyped-def]
    """Lay samples of 16 bits that belong to two planes by turns over bytes of those, by their alphas, `covers`."""

    def write(context: Value, builder: Value, signature: Value, arguments: Sequence[Value]) -> Value:
        made = _Operation(context, builder, signature, arguments)
        place, goal = made.number(2), made.number(5)
        one, other = made.load(3, goal, _INT, WIDTH // 2), made.load(4, goal, _INT, WIDTH // 2)
        under = made.shuffle(one, other, _IN_TURN)
        found = made.mixed(made.load(0, place, _INT), made.load(1, place, _INT), under)
        made.store(3, goal, made.shuffle(found, found, _FIRST))
        made.store(4, goal, made.shuffle(found, found, _SECOND))
        return context.get_dummy_value()

    return types.void(tones, covers, at, first, second, to), write


@_operation
def _weaken(context, tones, shares, at, opacity):  # type: ignore[no-untyped-def]
    """Leave of samples of 16 bits what alphas, `shares`, and `opacity` (0 to 256) let through."""

    def write(context: Value, builder: Value, signature: Value, arguments: Sequence[Value]) -> Value:
        made = _Operation(context, builder, signature, arguments)
        place = made.number(2)
        tone, share = made.load(0, place, _INT), made.load(1, place, _INT)
        part = builder.lshr(builder.mul(share, made.spread(3, _INT)), _all(share, 8))
        # 257 / 65536 of 65280, which lets all through, are 256.
        part = builder.lshr(builder.add(builder.mul(part, _all(part, 257)), _all(part, 32768)), _all(part, 16))
        left = builder.lshr(builder.mul(tone, part), _all(tone, 8))
        made.store(0, place, builder.trunc(left, ir.VectorType(_SHORT, WIDTH)))
        return context.get_dummy_value()

    return types.void(tones, shares, at, opacity), write


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _locate(nodes, i, j, cut, rows, way):  # type: ignore[no-untyped-def]
    """Write where the samples of tile (i, j) lie in a cut-out: `way` is 2 × 4, x and z, in 65536ths of a sample.

    Each has the place of the first sample, how far the next column is, how far the next row, and how much farther apart
    columns are a row. `rows` is TILE, or half of it for samples half as many in a cut-out half as fine.
    """
    unit = cut[2] * rows / TILE * _ONE
    over = 1.0 / rows
    for axis in range(2):
        # Samples lie in the middle of their squares; a sixteenth's half rounds the weights to the nearest.
        gone = cut[axis] * unit + (0.5 - 1 / 32) * _ONE
        a, b = nodes[i, j, axis] * unit - gone, nodes[i, j + 1, axis] * unit - gone
        c, d = nodes[i + 1, j, axis] * unit - gone, nodes[i + 1, j + 1, axis] * unit - gone
        down, across, twist = (c - a) * over, (b - a) * over, (d - c - b + a) * over * over
        way[axis, 0] = np.int64(a + down / 2 + across / 2 + twist / 4)
        way[axis, 1] = np.int64(across + twist / 2)
        way[axis, 2] = np.int64(down + twist / 2)
        way[axis, 3] = np.int64(twist)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _sample(lanes, paired, way, rows, between, out):  # type: ignore[no-untyped-def]
    """Write `rows` rows of sixteen samples of lanes, 256 times their value; where `paired`, those are eight of a pair.

    `between` is room to work in. Tiles that reach out of the lanes, or lean or stretch much, are sampled one by one.
    """
    height, stride, step = lanes.shape[0], lanes.shape[1], 1 + paired
    last, end = (WIDTH - 1) // step, rows - 1
    x, lean_x, down_x, bend_x = way[0, 0], way[0, 1] - _ONE, way[0, 2], way[0, 3]
    z, lean_z, down_z, bend_z = way[1, 0], way[1, 1], way[1, 2], way[1, 3]
    final = lean_z + end * bend_z
    low_z, high_z = last * min(0, lean_z, final) - _SPARE, last * max(0, lean_z, final)
    first = (min(z, z + end * down_z) + low_z) >> 16
    count = ((max(z, z + end * down_z) + high_z) >> 16) + 2 - first
    if (
        down_z < _ONE // 2 or count >= ROWS_BETWEEN or first < 0 or first + count >= height or high_z - low_z >= _ONE
    ):  # fmt: skip
        _sample_singly(lanes, paired, way, rows, out)
        return
    # Along the cut-out's rows: where on each of them the samples lie that are above and below it.
    slant, early = down_x / down_z, (first << 16) - z
    drift, x = np.int64(slant * _ONE), np.int64(x + slant * early)
    lean_x = np.int64(lean_x - slant * lean_z + bend_x * early / _ONE)
    final = lean_x + (count - 1) * bend_x
    low_x, high_x = last * min(0, lean_x, final) - _SPARE, last * max(0, lean_x, final)
    ending = x + (count - 1) * drift
    if (
        high_x - low_x >= _ONE
        or min(x, ending) + low_x < 0
        or (max(x, ending) + high_x) // _ONE + last + 2 > stride // step
    ):  # fmt: skip
        _sample_singly(lanes, paired, way, rows, out)
        return
    at = first * stride
    if max(abs(lean_x), abs(drift), abs(lean_z), abs(down_z - _ONE)) < _STILL:
        # The part is moved and nothing else: what most of a figure is, where it only breathes.
        at += (x >> 16) * step
        for r in range(count):
            _blend(lanes, at, step, x >> 12 & 15, between, r * WIDTH)
            at += stride
        start, share = ((z >> 16) - first) * WIDTH, z >> 12 & 15
        for r in range(rows):
            _blend(between, start + r * WIDTH, WIDTH, share, out, r * WIDTH)
        return
    for r in range(count):
        start = (x + low_x) >> 16
        _interpolate(lanes, at + start * step, step, (x - (start << 16)) >> 4, lean_x >> 4, paired, between, r * WIDTH)
        x, lean_x, at = x + drift, lean_x + bend_x, at + stride
    for r in range(rows):
        start = (z + low_z) >> 16
        _interpolate(
            between, (start - first) * WIDTH, WIDTH, (z - (start << 16)) >> 4, lean_z >> 4, paired, out, r * WIDTH
        )  # fmt: skip
        z, lean_z = z + down_z, lean_z + bend_z


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _sample_singly(lanes, paired, way, rows, out):  # type: ignore[no-untyped-def]
    """Do what `_sample` does, wherever the samples lie; outside the lanes are those at the edge."""
    step = 1 + paired
    right, low = ((lanes.shape[1] // step - 1) << 16) - 1, ((lanes.shape[0] - 1) << 16) - 1
    for r in range(rows):
        for t in range(WIDTH // step):
            x = min(max(way[0, 0] + r * way[0, 2] + t * (way[0, 1] + r * way[0, 3]), 0), right)
            z = min(max(way[1, 0] + r * way[1, 2] + t * (way[1, 1] + r * way[1, 3]), 0), low)
            m, px, pz = z >> 16, x >> 12 & 15, z >> 12 & 15
            for k in range(step):
                n = (x >> 16) * step + k
                over = lanes[m, n] * (16 - px) + lanes[m, n + step] * px
                under = lanes[m + 1, n] * (16 - px) + lanes[m + 1, n + step] * px
                out[r * WIDTH + t * step + k] = over * (16 - pz) + under * pz


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _mix_some(tones, covers, at, step, plane, row, column, count):  # type: ignore[no-untyped-def]
    """Do what `_mix` does with the first `count` samples that are `step` apart."""
    for t in range(count):
        alpha, under = np.int64(covers[at + t * step]), np.int64(plane[row, column + t])
        plane[row, column + t] = (tones[at + t * step] + (under * ((65280 - alpha) * 257 >> 8) >> 8) + 128) >> 8


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def lay(  # type: ignore[no-untyped-def]
    luma, alpha, chroma, cover, cut, nodes, listed, count,
    clip_alpha, clip_cover, clip_cut, clip_nodes, opacity, y, u, v, area, way, between, tones, covers, shares,
):  # fmt: skip
    """Lay the listed tiles of a cut-out over the planes, inside `area`: left, top, right and bottom (even).

    The alphas of a clip bound the tiles that are cut; `opacity` is 0 to 256. The rest is room to work in: `way` is
    2 × 4, `between` ROWS_BETWEEN rows, `tones`, `covers` and `shares` TILE rows of TILE samples.
    """
    left, top, right, bottom = area
    wide, half = y.shape[1], u.shape[1]
    for k in range(count):
        i, j, solid, bound = listed[k, 0], listed[k, 1], listed[k, 2], listed[k, 3]
        row, column = top + i * TILE, left + j * TILE
        rows, columns = min(TILE, bottom - row), min(TILE, right - column)
        # What is not as wide as a tile is mixed sample by sample.
        whole, weak = columns == TILE, bound or opacity < 256
        replaced = solid and whole
        if bound:
            _locate(clip_nodes, i, j, clip_cut, TILE, way)
            _sample(clip_alpha, 0, way, rows, between, shares)
        elif weak:
            shares[:] = 65280
        _locate(nodes, i, j, cut, TILE, way)
        _sample(luma, 0, way, rows, between, tones)
        if not replaced:
            _sample(alpha, 0, way, rows, between, covers)
        if weak:
            for r in range(rows):
                _weaken(tones, shares, r * WIDTH, opacity)
                _weaken(covers, shares, r * WIDTH, opacity)
        for r in range(rows):
            if replaced:
                _replace(tones, r * WIDTH, y, (row + r) * wide + column)
            elif whole:
                _mix(tones, covers, r * WIDTH, y, (row + r) * wide + column)
            else:
                _mix_some(tones, covers, r * WIDTH, 1, y, row + r, column, columns)
        rows, row, column, columns = rows // 2, row // 2, column // 2, columns // 2
        if bound:
            _locate(clip_nodes, i, j, clip_cut, TILE // 2, way)
            _sample(clip_cover, 1, way, rows, between, shares)
        _locate(nodes, i, j, cut, TILE // 2, way)
        _sample(chroma, 1, way, rows, between, tones)
        if not replaced:
            _sample(cover, 1, way, rows, between, covers)
        if weak:
            for r in range(rows):
                _weaken(tones, shares, r * WIDTH, opacity)
                _weaken(covers, shares, r * WIDTH, opacity)
        for r in range(rows):
            if replaced:
                _replace_pairs(tones, r * WIDTH, u, v, (row + r) * half + column)
            elif whole:
                _mix_pairs(tones, covers, r * WIDTH, u, v, (row + r) * half + column)
            else:
                _mix_some(tones, covers, r * WIDTH, 2, u, row + r, column, columns)
                _mix_some(tones, covers, r * WIDTH + 1, 2, v, row + r, column, columns)
