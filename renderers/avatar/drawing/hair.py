"""Hair as masses: a silhouette of lobes, locks that overlap, and a band of light that follows the form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import Outline, Points, Spot, outline, path, ribbon
from renderers.avatar.drawing.paints import flat, linear
from renderers.avatar.drawing.pose import Pose
from renderers.raster import skia

Spots = tuple[Spot, ...]


@dataclass(frozen=True)
class Lock:
    """One lock: its run, its width along it, its tone (`light` or `shade`), and where along it the light peaks."""

    spots: Spots
    widths: tuple[float, ...]
    tone: str
    alpha: float
    peak: float = 0.5


@dataclass(frozen=True)
class HairStyle:
    """A hair cut: the mass behind, the masses in front, the locks on them, the lit edge, and how loosely it hangs."""

    back: Spots
    front: tuple[Spots, ...]
    locks: tuple[Lock, ...]
    back_locks: tuple[Lock, ...]
    edge: Spots
    loose: float
    faded: bool = False


_LOB = HairStyle(
    back=((-4, -134), (50, -128), (90, -98), (107, -50), (108, 0), (112, 46), (118, 96), (116, 142), (98, 170), (66, 176),
          (30, 172), (0, 168), (-32, 172), (-68, 176), (-98, 170), (-116, 142), (-118, 96), (-112, 46), (-108, 0),
          (-107, -50), (-90, -98), (-54, -128)),
    front=(
        ((-30, -132, 0.6), (-2, -145), (48, -140), (90, -110), (108, -62), (108, -16), (113, 20), (125, 56), (128, 92),
         (121, 120), (127, 150), (117, 181), (94, 196, 0.5), (72, 190, 0.15), (86, 172), (90, 148), (84, 118), (90, 88),
         (86, 56), (78, 26), (80, -6), (74, -32), (55, -55), (26, -72), (-4, -82), (-25, -90, 0.3)),
        ((-20, -138, 0.6), (-58, -134), (-92, -105), (-108, -58), (-107, -12), (-113, 22), (-125, 60), (-126, 96),
         (-118, 124), (-123, 152), (-112, 180), (-88, 192, 0.5), (-70, 184, 0.15), (-83, 168), (-86, 144), (-81, 116),
         (-88, 86), (-85, 54), (-78, 24), (-80, -8), (-76, -34), (-65, -60), (-45, -79), (-24, -90, 0.3)),
    ),
    locks=(
        Lock(((-22, -112), (18, -116), (58, -96), (86, -56), (94, -8), (98, 34), (108, 70)), (2, 14, 20, 17, 11, 8, 1),
             "light", 0.95, 0.34),
        Lock(((-16, -130), (32, -133), (76, -108), (99, -64), (101, -16), (106, 22)), (1, 7, 9, 8, 6, 1), "light", 0.6, 0.45),
        Lock(((-18, -102), (16, -100), (48, -80), (71, -46), (82, -6), (84, 30)), (1, 6, 9, 9, 6, 0.6), "light", 0.7, 0.42),
        Lock(((98, 30), (112, 64), (116, 96), (108, 124), (113, 154), (104, 184)), (1, 9, 13, 12, 11, 1), "light", 0.75, 0.38),
        Lock(((86, 40), (98, 72), (100, 104), (94, 132), (98, 160)), (1, 7, 9, 8, 1), "light", 0.5, 0.45),
        Lock(((92, 6), (100, 44), (108, 84), (104, 116), (106, 148), (96, 182)), (0.6, 4, 6, 5, 5, 0.6), "shade", 0.85),
        Lock(((-20, -90), (14, -86), (44, -68), (66, -38), (77, -4)), (0.6, 3, 4, 4, 0.6), "shade", 0.7),
        Lock(((-24, -122), (24, -124), (68, -102), (93, -60), (98, -8), (104, 36)), (0.6, 3, 4, 4, 4, 0.6), "shade", 0.7),
        Lock(((-28, -114), (-58, -106), (-84, -70), (-95, -22), (-99, 30), (-108, 70)), (1, 13, 17, 14, 9, 1), "light", 0.95, 0.36),
        Lock(((-28, -101), (-52, -88), (-70, -56), (-83, -14), (-85, 28)), (1, 6, 9, 7, 0.6), "light", 0.65, 0.4),
        Lock(((-98, 32), (-112, 68), (-113, 100), (-105, 128), (-108, 156), (-98, 180)), (1, 9, 13, 12, 10, 1), "light", 0.75, 0.36),
        Lock(((-28, -108), (-56, -97), (-78, -62), (-89, -16), (-92, 34)), (0.6, 3, 4, 4, 0.6), "shade", 0.7),
        Lock(((-90, 14), (-99, 52), (-103, 90), (-98, 122), (-100, 150), (-90, 180)), (0.6, 4, 6, 5, 5, 0.6), "shade", 0.85),
    ),
    back_locks=(
        Lock(((0, 60), (0, 110), (0, 176)), (120, 112, 100), "shade", 0.55),
        Lock(((66, 30), (74, 84), (66, 128), (70, 170)), (2, 11, 10, 2), "light", 0.9),
        Lock(((-64, 30), (-72, 84), (-64, 128), (-68, 170)), (2, 11, 10, 2), "light", 0.9),
        Lock(((52, 80), (58, 110), (52, 140), (56, 168)), (1, 6, 5, 1), "light", 0.7),
        Lock(((-52, 80), (-58, 110), (-52, 140), (-56, 168)), (1, 6, 5, 1), "light", 0.7),
    ),
    edge=((60, -135), (91, -109), (107.5, -62), (107.5, -16), (112.5, 20), (124.5, 56), (127.5, 92), (120.5, 120), (126.5, 150),
          (117, 180)),
    loose=1.0,
)

_QUIFF = HairStyle(
    back=((0, -132), (50, -124), (80, -92), (86, -50), (84, -6), (76, 24), (-76, 24), (-84, -6), (-86, -50), (-80, -92),
          (-50, -124)),
    front=(
        ((-77.5, 8, 0.5), (-79.5, -12), (-84, -21, 0.5), (-89, -36), (-91, -62), (-84, -94), (-62, -116), (0, -122), (64, -116), (88, -94),
         (92, -62), (89, -36), (84, -21, 0.5), (79.5, -12), (77.5, 8, 0.5), (74.5, 8, 0.5), (75.5, -14), (76, -36), (72, -54, 0.7),
         (62, -66, 0.5), (38, -71), (10, -72), (-20, -78), (-46, -80), (-61, -68, 0.5), (-71, -54, 0.7), (-76, -36),
         (-75.5, -14), (-74.5, 8, 0.5)),
        ((-62, -70, 0.3), (-74, -92), (-70, -118), (-42, -142), (0, -155), (44, -153), (80, -134), (97, -102), (96, -72),
         (82, -52, 0.25), (72, -62), (58, -69), (36, -72), (10, -73), (-16, -80), (-40, -84)),
    ),
    locks=(
        Lock(((-54, -80), (-40, -112), (-4, -136), (38, -140), (76, -116)), (2, 13, 19, 16, 2), "light", 0.95, 0.40),
        Lock(((-38, -84), (-14, -106), (20, -119), (56, -113), (84, -84)), (1, 9, 14, 12, 1), "light", 0.85, 0.42),
        Lock(((-18, -81), (10, -95), (40, -98), (66, -84), (84, -60)), (1, 7, 11, 10, 1), "light", 0.7, 0.42),
        Lock(((6, -75), (30, -81), (54, -75), (72, -58)), (0.6, 4, 5, 0.6), "light", 0.55, 0.4),
        Lock(((-66, -80), (-62, -110), (-36, -134), (0, -148)), (1, 5, 5, 0.6), "light", 0.5, 0.5),
        Lock(((-50, -80), (-42, -106), (-20, -124), (10, -134)), (0.6, 3.4, 3.4, 0.6), "shade", 0.75),
        Lock(((-40, -84), (-20, -108), (12, -124), (50, -123), (82, -96)), (0.6, 3, 4, 3, 0.6), "shade", 0.75),
        Lock(((-24, -82), (0, -98), (30, -107), (60, -97), (84, -70)), (0.6, 3, 4, 3, 0.6), "shade", 0.7),
        Lock(((-6, -78), (20, -87), (48, -85), (74, -62)), (0.6, 3, 3, 0.6), "shade", 0.6),
    ),
    back_locks=(),
    edge=((50, -152), (80, -134), (97, -102), (96, -74), (90, -50)),
    loose=0.10,
    faded=True,
)

HAIR_STYLES: dict[str, HairStyle] = {"lob": _LOB, "quiff": _QUIFF}
"""Hair cuts by name."""


def _front_depth(x: Points, y: Points) -> Points:
    """Hair lies over the forehead in front and beside the cheeks further down."""
    crown = np.interp(y, (-150, -128, -95, -55, 10, 60, 180), (-26, -14, 34, 40, 8, -2, -2))
    edge = np.clip(1 - (np.abs(x) / 108) ** 2.4, 0, 1)
    return np.asarray(crown * (0.25 + 0.75 * edge) - 6 * (1 - edge))


@dataclass(frozen=True)
class _Shapes:
    back: Outline
    front: tuple[Outline, ...]
    locks: tuple[Outline, ...]
    back_locks: tuple[Outline, ...]
    edge: Outline


@lru_cache(maxsize=32)
def _shapes(style: str) -> _Shapes:
    cut = HAIR_STYLES[style]
    taper = np.sin(np.linspace(0.15, np.pi - 0.15, len(cut.edge))) * 4.0
    return _Shapes(outline(cut.back, -24.0), tuple(outline(mass, _front_depth) for mass in cut.front),
                   tuple(ribbon(lock.spots, lock.widths, _front_depth) for lock in cut.locks),
                   tuple(ribbon(lock.spots, lock.widths, -24.0) for lock in cut.back_locks),
                   ribbon(cut.edge, taper.tolist(), _front_depth))


def _hang(points: Points, pose: Pose, loose: float) -> Points:
    """Points of hair after its ends have trailed behind the head's movement."""
    share = np.clip((points[:, 1] + 40) / 200, 0, 1.2) ** 1.5 * loose
    moved = points.copy()
    moved[:, 0] += pose.hair[0] * share
    moved[:, 1] += pose.hair[1] * share
    return moved


def _see(shape: Outline, pose: Pose, loose: float) -> skia.Path:
    return path(pose.project(_hang(shape.points, pose, loose)))


def paint_back_hair(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """The mass behind neck and ears."""
    tones, style, shapes = character.hair, HAIR_STYLES[character.hair_style], _shapes(character.hair_style)
    canvas.drawPath(_see(shapes.back, pose, style.loose), flat(tones.shade))
    for lock, shape in zip(style.back_locks, shapes.back_locks, strict=True):
        canvas.drawPath(_see(shape, pose, style.loose), flat(tones.deep if lock.tone == "shade" else tones.base, lock.alpha))


def front_paths(character: Character, pose: Pose) -> tuple[skia.Path, ...]:
    """The masses in front, as seen."""
    style = HAIR_STYLES[character.hair_style]
    return tuple(_see(mass, pose, style.loose) for mass in _shapes(character.hair_style).front)


def paint_hair_shadow(canvas: skia.Canvas, character: Character, masses: tuple[skia.Path, ...], face: skia.Path) -> None:
    """The soft shadow the hair throws on forehead and cheeks."""
    tone = character.skin.shade
    paint = linear((0, -70), (0, 44), [(0, tone, 0.66), (0.45, tone, 0.5), (1, tone, 0.0)])
    canvas.save()
    canvas.clipPath(face, True)
    for mass in masses:
        shadow = skia.Path(mass)
        shadow.offset(4, 8)
        canvas.drawPath(shadow, paint)
    canvas.restore()


def paint_front_hair(canvas: skia.Canvas, character: Character, pose: Pose, masses: tuple[skia.Path, ...],
                     rim: str) -> None:
    """The masses in front with their locks, light band and rim."""
    tones, style, shapes = character.hair, HAIR_STYLES[character.hair_style], _shapes(character.hair_style)
    top, low = pose.spot(-60, -130, 0), pose.spot(70, 150, 0)
    body = linear(top, low, [(0, tones.base, 1), (0.45, tones.base, 1), (1, tones.shade, 1)])
    if style.faded:
        # Short sides lie darker under the top and thin out towards the ear.
        canvas.drawPath(masses[0], linear(pose.spot(0, -44, 0), pose.spot(0, 6, 0),
                                          [(0, tones.shade, 1), (0.5, tones.shade, 0.92), (1, tones.shade, 0)]))
    for mass in masses[1:] if style.faded else masses:
        canvas.drawPath(mass, body)
    for lock, shape in zip(style.locks, shapes.locks, strict=True):
        points = pose.project(_hang(shape.points, pose, style.loose))
        drawn = path(points)
        if lock.tone == "light":
            # The first spot of the ribbon is the lock's root, the one half way round its tip.
            tip = points[(len(points) - 1) // 2]
            canvas.drawPath(drawn, linear(points[0], tip, [(0, tones.light, 0.0), (lock.peak, tones.light, lock.alpha),
                                                           (1, tones.light, 0.0)]))
        else:
            canvas.drawPath(drawn, flat(tones.deep, lock.alpha))
    canvas.save()
    canvas.clipPath(masses[1 if style.faded else 0], True)
    canvas.drawPath(_see(shapes.edge, pose, style.loose), flat(rim, 0.34))
    canvas.restore()
