"""What shapes are filled with: flat tones, soft gradients and blurred edges."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from renderers import raster
from renderers.raster import skia

Stop = tuple[float, str, float]
"""Place in 0..1, `#rrggbb`, opacity."""

colour = lru_cache(maxsize=1024)(raster.colour)


@lru_cache(maxsize=1024)
def flat(tone: str, alpha: float = 1.0, blur: float = 0.0) -> skia.Paint:
    """One tone; `blur` softens the edge by so many units."""
    paint = skia.Paint(AntiAlias=True, Color=colour(tone, alpha))
    if blur > 0:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


@lru_cache(maxsize=256)
def line(tone: str, alpha: float, width: float, blur: float = 0.0) -> skia.Paint:
    """A round-ended stroke."""
    paint = skia.Paint(
        AntiAlias=True,
        Color=colour(tone, alpha),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )
    if blur > 0:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


def linear(start: Sequence[float], end: Sequence[float], stops: Sequence[Stop]) -> skia.Paint:
    """A dithered gradient from one point to another."""
    shader = skia.GradientShader.MakeLinear(
        [skia.Point(*start), skia.Point(*end)],
        [colour(tone, alpha) for _, tone, alpha in stops],
        [place for place, _, _ in stops],
    )
    return skia.Paint(AntiAlias=True, Dither=True, Shader=shader)


def radial(
    centre: Sequence[float], radius: float, stops: Sequence[Stop], squash: float = 1.0, turn: float = 0.0
) -> skia.Paint:
    """A dithered gradient from a centre outwards; `squash` is its height over its width, `turn` its lean in degrees."""
    matrix = skia.Matrix()
    matrix.setScale(1.0, squash, centre[0], centre[1])
    if turn:
        matrix.postRotate(turn, centre[0], centre[1])
    shader = skia.GradientShader.MakeRadial(
        skia.Point(*centre),
        radius,
        [colour(tone, alpha) for _, tone, alpha in stops],
        [place for place, _, _ in stops],
        skia.TileMode.kClamp,
        0,
        matrix,
    )
    return skia.Paint(AntiAlias=True, Dither=True, Shader=shader)


def glow(
    centre: Sequence[float], radius: float, tone: str, alpha: float, squash: float = 1.0, turn: float = 0.0
) -> skia.Paint:
    """A soft spot of a tone that fades to nothing at `radius`."""
    return radial(centre, radius, [(0.0, tone, alpha), (0.45, tone, alpha * 0.62), (1.0, tone, 0.0)], squash, turn)
