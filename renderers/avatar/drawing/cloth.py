"""How cloth is drawn: shapes with thickness at their edges, the shadows they throw, and folds."""

from __future__ import annotations

from collections.abc import Sequence

from renderers.avatar.drawing.character import Build
from renderers.avatar.drawing.curves import Spot, both_sides, mirror, path, ribbon, smooth_path
from renderers.avatar.drawing.paints import flat, linear
from renderers.avatar.drawing.tones import Material
from renderers.raster import skia

HEM = 690.0
"""Where what is worn above the legs ends, in figure units."""
SHADOW = "#241a34"


def draw(canvas: skia.Canvas, spots: Sequence[Spot], paint: skia.Paint) -> None:
    """Fill the smooth outline through `spots`."""
    canvas.drawPath(smooth_path(spots), paint)


def strip(canvas: skia.Canvas, spots: Sequence[Spot], widths: Sequence[float], paint: skia.Paint) -> None:
    """Fill a tapering stroke along `spots`."""
    canvas.drawPath(path(ribbon(spots, widths).points[:, :2]), paint)


def edge(canvas: skia.Canvas, shape: skia.Path, tone: str, alpha: float, width: float) -> None:
    """A second tone along the inside of a shape's edge: the thickness of the cloth."""
    canvas.save()
    canvas.clipPath(shape, True)
    paint = skia.Paint(flat(tone, alpha))
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    canvas.drawPath(shape, paint)
    canvas.restore()


def drop(
    canvas: skia.Canvas,
    shape: skia.Path,
    tone: str,
    alpha: float,
    x: float,
    y: float,
    blur: float,
    *,
    inside: bool = False,
) -> None:
    """The shadow a shape throws on what lies under it, outside the shape only; `inside` the same piece alone."""
    shadow = skia.Path(shape)
    shadow.offset(x, y)
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kDifference, True)
    paint = skia.Paint(flat(tone, alpha, blur))
    if inside:
        paint.setBlendMode(skia.BlendMode.kSrcATop)
    canvas.drawPath(shadow, paint)
    canvas.restore()


def torso_path(build: Build, neck: Sequence[Spot], ease: float = 0.0, hem: float = HEM) -> skia.Path:
    """The outline of a body below the neckline `neck`, its right half from the middle outwards; `ease` is how loose."""
    s, e = build.shoulder, ease
    right = (
        *neck,
        (s * 0.54, 175.5),
        (s * 0.76, 189.5),
        (s * 0.87, 206),
        (build.chest + 11 + e * 0.5, 252),
        (build.chest + 7 + e, 302),
        (build.chest + e, 350),
        (build.waist + e, 488),
        (build.hip + e * 0.7, 612),
        (build.hip + 1 + e * 0.7, hem - 6, 0.3),
        (0, hem),
    )
    return smooth_path(both_sides(right))


def paint_body(canvas: skia.Canvas, shape: skia.Path, build: Build, cloth: Material) -> None:
    """A body of one cloth: light from the upper left, the arms' shade at its sides, and soft folds at the waist."""
    s = build.shoulder
    canvas.drawPath(
        shape,
        linear(
            (-s * 0.7, 190), (s * 0.8, 520),
            [(0, cloth.light, 1), (0.34, cloth.base, 1), (0.66, cloth.base, 1), (1, cloth.shade, 1)],
        ),
    )  # fmt: skip
    canvas.save()
    canvas.clipPath(shape, True)
    c = build.chest
    for way, alpha in ((-1, 0.40), (1, 0.75)):
        canvas.drawPaint(
            linear((way * (c - 34), 300), (way * (c + 8), 304), [(0, cloth.deep, 0), (1, cloth.deep, alpha)])
        )
    canvas.drawPaint(linear((0, 560), (0, 700), [(0, cloth.deep, 0), (1, cloth.deep, 0.30)]))
    paint_folds(canvas, build, cloth)
    canvas.restore()


def paint_folds(canvas: skia.Canvas, build: Build, cloth: Material) -> None:
    """Folds from the arm pits and at the waist; what they lie on clips them."""
    c, w = build.chest, build.waist
    for spots, widths, alpha, blur in (
        (((-c - 2, 296), (-c + 22, 318), (-c + 58, 326)), (10, 8, 0.5), 0.42, 1.6),
        (((c + 2, 298), (c - 24, 322), (c - 62, 332)), (11, 9, 0.5), 0.5, 1.6),
        (((c + 2, 322), (c - 18, 356), (c - 34, 392)), (8, 7, 0.5), 0.34, 1.8),
        (((-w - 4, 470), (-w + 26, 488), (-w + 66, 490)), (9, 8, 0.5), 0.32, 2.2),
        (((w + 4, 482), (w - 24, 506), (w - 70, 508)), (10, 9, 0.5), 0.38, 2.2),
        (((w + 4, 520), (w - 18, 540), (w - 48, 544)), (8, 7, 0.5), 0.28, 2.2),
    ):
        strip(canvas, spots, widths, flat(cloth.deep, alpha, blur))
    for spots, widths, alpha in (
        (((-build.shoulder * 0.62, 200), (-build.shoulder * 0.78, 214), (-build.shoulder * 0.84, 240)), (2, 9, 1), 0.5),
        (((-c + 24, 344), (-c + 40, 400), (-w + 30, 462)), (1, 14, 1), 0.30),
    ):
        strip(canvas, spots, widths, flat(cloth.light, alpha, 4.5))


def mirrored(spots: Sequence[Spot], way: float) -> tuple[Spot, ...]:
    """The spots as they are for `way` 1, or on the other side of the middle for -1."""
    return tuple(spots) if way > 0 else mirror(spots)
