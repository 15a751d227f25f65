"""Parts painted once and placed by the pose: an image that lies on a plane of the head and turns with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from renderers.avatar.drawing_kept.pose import Pose
from renderers.raster import skia

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


@dataclass(frozen=True)
class Sprite:
    """An image of the part of head space from (`left`, `top`), `scale` pixels a unit."""

    image: skia.Image
    left: float
    top: float
    scale: float


def bake(
    left: float, top: float, right: float, bottom: float, scale: float, paint: Callable[[skia.Canvas], None]
) -> Sprite:
    """What `paint` paints between these bounds (units), as a sprite."""
    width, height = round((right - left) * scale) + 2, round((bottom - top) * scale) + 2
    target = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(width, height))
    canvas = target.getCanvas()
    canvas.scale(scale, scale)
    canvas.translate(-left, -top)
    paint(canvas)
    return Sprite(target.makeImageSnapshot(), left, top, scale)


def place(canvas: skia.Canvas, sprite: Sprite, matrix: skia.Matrix) -> None:
    """Draw a sprite where `matrix` (head space to figure units) puts it."""
    canvas.save()
    canvas.concat(matrix)
    canvas.translate(sprite.left, sprite.top)
    canvas.scale(1 / sprite.scale, 1 / sprite.scale)
    canvas.drawImage(sprite.image, 0, 0, _SMOOTH)
    canvas.restore()


def texture(sprite: Sprite, matrix: skia.Matrix) -> skia.Paint:
    """A paint that fills with the sprite's image, lying where `matrix` puts it."""
    local = skia.Matrix()
    local.setScale(1 / sprite.scale, 1 / sprite.scale)
    local.postTranslate(sprite.left, sprite.top)
    local.postConcat(matrix)
    shader = sprite.image.makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, _SMOOTH, local)
    return skia.Paint(AntiAlias=True, Shader=shader)


def plane(pose: Pose, depth: float, slope: float = 0.0, middle: float = 0.0, width: float = 1.0) -> skia.Matrix:
    """`Pose.plane` as a matrix of Skia's."""
    a, b, c, d, e, f = pose.plane(depth, slope, middle, width)
    return skia.Matrix.MakeAll(a, c, e, b, d, f, 0, 0, 1)
