"""Pieces painted on a canvas for a still: vectors where they only move, a mesh of their picture where they bend."""

from __future__ import annotations

import numpy as np

from renderers.avatar.drawing.body import Piece
from renderers.avatar.drawing.curves import Points
from renderers.avatar.drawing.parts import Placement
from renderers.raster import skia

_STEP = 8.0


def draw_piece(canvas: skia.Canvas, piece: Piece, placement: Placement) -> None:
    """Paint `piece` where `placement` puts it, in figure units."""
    a, b, c, d, e, f = placement.matrix
    if not piece.fields or not any(x or y for x, y in placement.pulls):
        left, top, right, bottom = piece.bounds
        canvas.save()
        canvas.concat(skia.Matrix.MakeAll(a, c, e, b, d, f, 0, 0, 1))
        # On a layer of its own, as the cut-outs are: what falls on the piece alone does not fall on what is behind.
        canvas.saveLayer(skia.Rect.MakeLTRB(left, top, right, bottom))
        canvas.clipRect(skia.Rect.MakeLTRB(left, top, right, bottom), skia.ClipOp.kIntersect, True)
        piece.paint(canvas)
        canvas.restore()
        canvas.restore()
        return
    scale = canvas.getTotalMatrix().getScaleX()
    left, top, right, bottom = piece.bounds
    wide, high = round((right - left) * scale) + 1, round((bottom - top) * scale) + 1
    target = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(wide, high))
    baked = target.getCanvas()
    baked.scale(scale, scale)
    baked.translate(-left, -top)
    piece.paint(baked)
    columns, rows = int((right - left) / _STEP) + 2, int((bottom - top) / _STEP) + 2
    x, y = (grid.ravel() for grid in np.meshgrid(np.linspace(left, right, columns), np.linspace(top, bottom, rows)))
    seen_x, seen_y = a * x + c * y + e, b * x + d * y + f
    for field, (pull_x, pull_y) in zip(piece.fields, placement.pulls, strict=False):
        share = field(x, y)
        seen_x, seen_y = seen_x + share * pull_x, seen_y + share * pull_y
    shader = target.makeImageSnapshot().makeShader(
        skia.TileMode.kDecal, skia.TileMode.kDecal, skia.SamplingOptions(skia.FilterMode.kLinear)
    )
    canvas.drawVertices(
        skia.Vertices(
            skia.Vertices.VertexMode.kTriangles_VertexMode,
            _points(seen_x, seen_y),
            _points((x - left) * scale, (y - top) * scale),
            None,
            _triangles(rows, columns),
        ),
        skia.Paint(AntiAlias=True, Shader=shader),
        skia.BlendMode.kSrcOver,
    )


def _points(x: Points, y: Points) -> list[skia.Point]:
    return [skia.Point(float(across), float(down)) for across, down in zip(x, y, strict=True)]


def _triangles(rows: int, columns: int) -> list[int]:
    found: list[int] = []
    for i in range(rows - 1):
        for j in range(columns - 1):
            at = i * columns + j
            found += (at, at + 1, at + columns, at + 1, at + columns + 1, at + columns)
    return found
