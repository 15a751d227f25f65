"""All parts of a frame laid in one call: settled, chosen from front to back, laid from back to front. Loads numba.

Between two frames the encoder fills the processor's caches, and Python's own work on a part then takes as long as the
part. Parts are told by rows of numbers, in which arrays are addresses: whoever calls keeps the arrays alive.

numba keeps what it compiled until this file changes, with the functions of other files as they were then: who changes
those saves this one anew.
"""

from __future__ import annotations

import numba
import numpy as np
from numba import carray, types  # type: ignore[attr-defined]  # numba does not say what it exports

from renderers.avatar.drawing_kept.laying import Value, _operation, lay
from renderers.avatar.drawing_kept.warping import TILE, choose, settle
from renderers.planes import _blend, _find_spans

PULLS = 5
"""The most fields that bend a part."""
SHAPE_NUMBERS, BEND_NUMBERS, PLACE_NUMBERS = 9, 5, 8
"""How many numbers a row of `shapes`, `bends` and `stack` of `lay_stack` has."""
NOTHING = -1
PATCH = 1
"""What `NOTHING` stands for: no clip. The kind of a thing that is a patch; of a part it is 0."""


@_operation
def _pointer(context, address):  # type: ignore[no-untyped-def]
    """An address as a pointer."""

    def write(context: Value, builder: Value, signature: Value, arguments: Value) -> Value:
        return builder.inttoptr(arguments[0], context.get_value_type(types.voidptr))

    return types.voidptr(address), write


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _restore(covered, y, u, v, under_y, under_u, under_v, area):  # type: ignore[no-untyped-def]
    """Bring back what was there before, in all tiles that are not covered."""
    left, top, right, bottom = area
    for i in range(covered.shape[0]):
        high, low = top + i * TILE, min(top + (i + 1) * TILE, bottom)
        j = 0
        while j < covered.shape[1]:
            if covered[i, j]:
                j += 1
                continue
            first = j
            while j < covered.shape[1] and not covered[i, j]:
                j += 1
            begin, end = left + first * TILE, min(left + j * TILE, right)
            for row in range(high, low):
                y[row, begin:end] = under_y[row, begin:end]
            for row in range(high // 2, low // 2):
                u[row, begin // 2 : end // 2] = under_u[row, begin // 2 : end // 2]
                v[row, begin // 2 : end // 2] = under_v[row, begin // 2 : end // 2]


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def lay_stack(  # type: ignore[no-untyped-def]
    shapes, cuts, bends, grids, stack, moves, patch, restored, y, u, v, under_y, under_u, under_v, area,
    nodes, tiles, covered, listed, way, between, tones, covers, shares,
):  # fmt: skip
    """Lay the things of `stack`, the hindmost first, over the planes inside `area`: left, top, right, bottom (even).

    A row of `stack` has: the kind, the rows of its shape and its bend, its place in `nodes`, whether it is the first
    there, the row of `stack` that clips it, whether it is shown, and its opacity, 0 to 256. `shapes` has the addresses
    of luma, alpha, chroma, cover and cells, and the heights and widths of luma and cells; `cuts` their places; `bends`
    the addresses of fields and ranges and the shape of the fields; `grids` their grids and bounds. `moves` has a row
    for each place in `nodes`: the matrix to pixels and the pulls. Premultiplied BGRA `patch` is laid where a row's kind
    is that, its left and top being the numbers after. Where `restored`, the planes hold other parts laid over `under`,
    which are to vanish. The rest is room to work in.
    """
    left, top, right, bottom = area
    counts = np.zeros(stack.shape[0], np.int64)
    pulls, matrix = np.empty((PULLS, 2), np.float32), np.empty(6)
    for k in range(stack.shape[0]):
        if stack[k, 0] == PATCH or not stack[k, 4]:
            continue
        bend, slot = bends[stack[k, 2]], stack[k, 3]
        fields = carray(_pointer(bend[0]), (bend[2], bend[3], bend[4]), np.float32)
        ranges = carray(_pointer(bend[1]), (bend[2], 2), np.float32)
        matrix[:] = moves[slot, :6]
        for n in range(PULLS):
            pulls[n, 0], pulls[n, 1] = moves[slot, 6 + 2 * n], moves[slot, 7 + 2 * n]
        grid = grids[stack[k, 2]]
        settle(fields, ranges, grid[:3], grid[3:], pulls, matrix, left, top, nodes[slot], tiles[slot])
    covered[:] = 0
    for k in range(stack.shape[0] - 1, -1, -1):
        if stack[k, 0] == PATCH or not stack[k, 6] or not stack[k, 7]:
            continue
        clip = stack[k, 5] if stack[k, 5] != NOTHING else k
        shape, clip_shape = shapes[stack[k, 1]], shapes[stack[clip, 1]]
        counts[k] = choose(
            carray(_pointer(shape[4]), (2, shape[7], shape[8]), np.int32),
            cuts[stack[k, 1]], nodes[stack[k, 3]], tiles[stack[k, 3]],
            carray(_pointer(clip_shape[4]), (2, clip_shape[7], clip_shape[8]), np.int32),
            cuts[stack[clip, 1]], nodes[stack[clip, 3]], tiles[stack[clip, 3]],
            stack[k, 5] != NOTHING, stack[k, 7] < 256, covered, listed[k],
        )  # fmt: skip
    if restored:
        _restore(covered, y, u, v, under_y, under_u, under_v, area)
    for k in range(stack.shape[0]):
        if stack[k, 0] == PATCH:
            words = patch
            spans = np.empty((words.shape[0] // 2, 2), np.int32)
            _find_spans(words.view(np.uint64), spans)
            _blend(words, spans, y, u, v, stack[k, 1], stack[k, 2])
        elif counts[k]:
            clip = stack[k, 5] if stack[k, 5] != NOTHING else k
            shape, clip_shape = shapes[stack[k, 1]], shapes[stack[clip, 1]]
            whole, half = (shape[5], shape[6]), (shape[5] // 2, shape[6])
            clip_whole, clip_half = (clip_shape[5], clip_shape[6]), (clip_shape[5] // 2, clip_shape[6])
            lay(
                carray(_pointer(shape[0]), whole, np.uint8), carray(_pointer(shape[1]), whole, np.uint8),
                carray(_pointer(shape[2]), half, np.uint8), carray(_pointer(shape[3]), half, np.uint8),
                cuts[stack[k, 1]], nodes[stack[k, 3]], listed[k], counts[k],
                carray(_pointer(clip_shape[1]), clip_whole, np.uint8),
                carray(_pointer(clip_shape[3]), clip_half, np.uint8),
                cuts[stack[clip, 1]], nodes[stack[clip, 3]],
                stack[k, 7], y, u, v, area, way, between, tones, covers, shares,
            )  # fmt: skip
