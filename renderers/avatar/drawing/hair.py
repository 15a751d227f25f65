"""Hair as masses: a silhouette of lobes, locks that overlap, and a band of light that follows the form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from renderers.avatar.drawing import stylised
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import Outline, Points, outline, path, ribbon
from renderers.avatar.drawing.hair_styles import HAIR_STYLES
from renderers.avatar.drawing.paints import flat, linear
from renderers.avatar.drawing.pose import Pose
from renderers.avatar.drawing.sprites import plane
from renderers.avatar.drawing.tones import shift
from renderers.raster import skia


def front_depth(x: Points, y: Points) -> Points:
    """Hair lies over the forehead in front and beside the cheeks further down."""
    crown = np.interp(y, (-150, -128, -95, -55, 10, 60, 180), (-26, -14, 34, 40, 8, -2, -2))
    edge = np.clip(1 - (np.abs(x) / 108) ** 2.4, 0, 1)
    return np.asarray(crown * (0.25 + 0.75 * edge) - 6 * (1 - edge))


BACK_DEPTH = -24.0
"""How far towards the viewer the mass behind lies, in units."""


@dataclass(frozen=True)
class _Shapes:
    back: Outline
    front: tuple[Outline, ...]
    locks: tuple[Outline, ...]
    back_locks: tuple[Outline, ...]
    edge: Outline


@lru_cache(maxsize=32)
def _shapes(style: str) -> _Shapes | None:
    cut = HAIR_STYLES[style]
    taper = np.sin(np.linspace(0.15, np.pi - 0.15, len(cut.edge))) * 4.0
    if not cut.back:
        return None
    return _Shapes(
        outline(cut.back, BACK_DEPTH),
        tuple(outline(mass, front_depth) for mass in cut.front),
        tuple(ribbon(lock.spots, lock.widths, front_depth) for lock in cut.locks),
        tuple(ribbon(lock.spots, lock.widths, BACK_DEPTH) for lock in cut.back_locks),
        ribbon(cut.edge, taper.tolist(), front_depth),
    )


def hang_share(x: Points, y: Points) -> Points:
    """How much of the way of trailing ends each point of quite loose hair goes."""
    return np.asarray(np.clip((y + 40) / 200, 0, 1.2) ** 1.5)


def _hang(points: Points, pose: Pose, loose: float) -> Points:
    """Points of hair after its ends have trailed behind the head's movement."""
    share = hang_share(points[:, 0], points[:, 1]) * loose
    moved = points.copy()
    moved[:, 0] += pose.hair[0] * share
    moved[:, 1] += pose.hair[1] * share
    return moved


def _see(shape: Outline, pose: Pose, loose: float) -> skia.Path:
    return path(pose.project(_hang(shape.points, pose, loose)))


def paint_back_hair(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """The mass behind neck and ears."""
    if character.species != "human":
        canvas.save()
        canvas.concat(plane(pose, BACK_DEPTH))
        stylised.paint_behind(canvas, character)
        canvas.restore()
        return
    tones, style, shapes = character.hair, HAIR_STYLES[character.hair_style], _shapes(character.hair_style)
    if shapes is None:
        return
    canvas.drawPath(_see(shapes.back, pose, style.loose), flat(tones.shade))
    for lock, shape in zip(style.back_locks, shapes.back_locks, strict=True):
        canvas.drawPath(
            _see(shape, pose, style.loose), flat(tones.deep if lock.tone == "shade" else tones.base, lock.alpha)
        )


def front_paths(character: Character, pose: Pose) -> tuple[skia.Path, ...]:
    """The masses in front, as seen."""
    style, shapes = HAIR_STYLES[character.hair_style], _shapes(character.hair_style)
    return () if shapes is None else tuple(_see(mass, pose, style.loose) for mass in shapes.front)


def paint_hair_shadow(canvas: skia.Canvas, character: Character, masses: tuple[skia.Path, ...]) -> None:
    """The shadow the hair throws on forehead and cheeks, beyond the face too."""
    tone = character.skin.shade
    paint = linear((0, -70), (0, 44), [(0, tone, 0.66), (0.45, tone, 0.5), (1, tone, 0.0)])
    for mass in masses:
        shadow = skia.Path(mass)
        shadow.offset(3, 7)
        canvas.drawPath(shadow, paint)


def paint_front_hair(
    canvas: skia.Canvas, character: Character, pose: Pose, masses: tuple[skia.Path, ...], rim: str
) -> None:
    """The masses in front with their locks, light band and rim."""
    if character.species != "human":
        canvas.save()
        canvas.concat(plane(pose, 40.0))
        stylised.paint_before(canvas, character, rim)
        canvas.restore()
        return
    tones, style, shapes = character.hair, HAIR_STYLES[character.hair_style], _shapes(character.hair_style)
    if shapes is None:
        return
    top, low = pose.spot(-60, -130, 0), pose.spot(70, 150, 0)
    first = shift(tones.base, 0.045) if style.matt else tones.base
    body = linear(top, low, [(0, first, 1), (0.45, tones.base, 1), (1, tones.shade, 1)])
    if style.faded:
        # Short sides lie darker under the top and thin out towards the ear.
        canvas.drawPath(
            masses[0],
            linear(
                pose.spot(0, -44, 0),
                pose.spot(0, 6, 0),
                [(0, tones.shade, 1), (0.5, tones.shade, 0.92), (1, tones.shade, 0)],
            ),
        )
    for mass in masses[1:] if style.faded else masses:
        canvas.drawPath(mass, body)
    for lock, shape in zip(style.locks, shapes.locks, strict=True):
        points = pose.project(_hang(shape.points, pose, style.loose))
        drawn = path(points)
        if lock.tone == "light":
            # The first spot of the ribbon is the lock's root, the one half way round its tip.
            tip = points[(len(points) - 1) // 2]
            canvas.drawPath(
                drawn,
                linear(
                    points[0], tip, [(0, tones.light, 0.0), (lock.peak, tones.light, lock.alpha), (1, tones.light, 0.0)]
                ),
            )
        else:
            canvas.drawPath(drawn, flat(tones.shade if lock.tone == "soft" else tones.deep, lock.alpha))
    canvas.save()
    canvas.clipPath(masses[1 if style.faded else 0], True)
    canvas.drawPath(_see(shapes.edge, pose, style.loose), flat(rim, 0.14 if style.matt else 0.34))
    canvas.restore()
