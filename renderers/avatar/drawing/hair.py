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


_LOB = HairStyle(
    back=((-4, -140), (50, -133), (92, -100), (107, -50), (108, 0), (112, 46), (118, 96), (116, 142), (98, 170), (66, 176),
          (30, 172), (0, 168), (-32, 172), (-68, 176), (-98, 170), (-116, 142), (-118, 96), (-112, 46), (-108, 0),
          (-107, -50), (-92, -100), (-54, -133)),
    front=(
        ((-30, -132, 0.6), (-2, -145), (48, -140), (90, -110), (108, -62), (108, -16), (113, 20), (125, 56), (128, 92),
         (121, 120), (127, 150), (117, 181), (94, 196, 0.5), (72, 190, 0.15), (86, 172), (90, 148), (84, 118), (90, 88),
         (86, 56), (78, 26), (80, -6), (73, -36), (54, -62), (24, -80), (-6, -90), (-26, -97, 0.3)),
        ((-27, -132, 0.6), (-58, -131), (-92, -104), (-108, -58), (-107, -12), (-113, 22), (-125, 60), (-126, 96),
         (-118, 124), (-123, 152), (-112, 180), (-88, 192, 0.5), (-70, 184, 0.15), (-83, 168), (-86, 144), (-81, 116),
         (-88, 86), (-85, 54), (-78, 24), (-80, -8), (-76, -38), (-64, -66), (-44, -86), (-25, -97, 0.3)),
    ),
    locks=(
        Lock(((-22, -112), (18, -116), (58, -96), (86, -56), (94, -8), (98, 34), (108, 70)), (2, 14, 20, 17, 11, 8, 1),
             "light", 0.95, 0.34),
        Lock(((-16, -130), (32, -133), (76, -108), (99, -64), (101, -16), (106, 22)), (1, 7, 9, 8, 6, 1), "light", 0.6, 0.45),
        Lock(((-18, -102), (16, -100), (48, -80), (71, -46), (82, -6), (84, 30)), (1, 6, 9, 9, 6, 0.6), "light", 0.7, 0.42),
        Lock(((98, 30), (112, 64), (116, 96), (108, 124), (113, 154), (104, 184)), (1, 9, 13, 12, 11, 1), "light", 0.75, 0.38),
        Lock(((86, 40), (98, 72), (100, 104), (94, 132), (98, 160)), (1, 7, 9, 8, 1), "light", 0.5, 0.45),
        Lock(((92, 6), (100, 44), (108, 84), (104, 116), (106, 148), (96, 182)), (0.6, 4, 6, 5, 5, 0.6), "shade", 0.85),
        Lock(((-20, -96), (14, -93), (44, -75), (66, -44), (76, -8)), (0.6, 3, 4, 4, 0.6), "shade", 0.7),
        Lock(((-24, -122), (24, -124), (68, -102), (93, -60), (98, -8), (104, 36)), (0.6, 3, 4, 4, 4, 0.6), "shade", 0.7),
        Lock(((-28, -114), (-58, -106), (-84, -70), (-95, -22), (-99, 30), (-108, 70)), (1, 13, 17, 14, 9, 1), "light", 0.95, 0.36),
        Lock(((-28, -101), (-52, -88), (-70, -56), (-83, -14), (-85, 28)), (1, 6, 9, 7, 0.6), "light", 0.65, 0.4),
        Lock(((-98, 32), (-112, 68), (-113, 100), (-105, 128), (-108, 156), (-98, 180)), (1, 9, 13, 12, 10, 1), "light", 0.75, 0.36),
        Lock(((-28, -108), (-56, -97), (-78, -62), (-89, -16), (-92, 34)), (0.6, 3, 4, 4, 0.6), "shade", 0.7),
        Lock(((-90, 14), (-99, 52), (-103, 90), (-98, 122), (-100, 150), (-90, 180)), (0.6, 4, 6, 5, 5, 0.6), "shade", 0.85),
    ),
    back_locks=(
        Lock(((62, 40), (70, 90), (62, 130), (66, 168)), (2, 10, 9, 2), "light", 0.35),
        Lock(((-60, 40), (-68, 90), (-60, 130), (-64, 168)), (2, 10, 9, 2), "light", 0.45),
    ),
    edge=((60, -133), (91, -107), (106, -62), (106.2, -16), (111, 20), (123, 56), (126, 92), (119, 120), (125, 150), (116, 178)),
    loose=1.0,
)

_QUIFF = HairStyle(
    back=((0, -132), (50, -124), (80, -92), (86, -50), (84, -6), (76, 24), (-76, 24), (-84, -6), (-86, -50), (-80, -92),
          (-50, -124)),
    front=(
        ((-80, 14, 0.3), (-84, -6), (-88, -30), (-91, -62), (-84, -96), (-64, -122), (-34, -140), (4, -150), (44, -147),
         (76, -129), (92, -98), (92, -62), (88, -30), (84, -6), (80, 14, 0.3), (74, 15, 0.3), (74, -8), (75, -34),
         (70, -56, 0.7), (60, -70, 0.5), (38, -75), (12, -76), (-14, -84), (-40, -88), (-58, -74, 0.5), (-69, -56, 0.7),
         (-75, -34), (-74, -8), (-74, 15, 0.3)),
    ),
    locks=(
        Lock(((-46, -90), (-30, -116), (0, -133), (38, -136), (72, -116)), (2, 13, 17, 14, 2), "light", 0.95, 0.42),
        Lock(((-34, -88), (-12, -106), (18, -117), (52, -112), (80, -86)), (1, 9, 13, 11, 1), "light", 0.8, 0.45),
        Lock(((-16, -85), (10, -97), (38, -99), (62, -84), (77, -56)), (1, 7, 10, 9, 1), "light", 0.65, 0.45),
        Lock(((6, -78), (28, -84), (52, -76), (67, -58)), (0.6, 4, 5, 0.6), "light", 0.5),
        Lock(((-54, -80), (-48, -106), (-24, -128), (8, -142)), (1, 5, 5, 0.6), "shade", 0.8),
        Lock(((-40, -90), (-20, -111), (12, -125), (48, -123), (78, -98)), (0.6, 3, 4, 3, 0.6), "shade", 0.75),
        Lock(((-24, -87), (0, -100), (30, -107), (58, -96), (79, -68)), (0.6, 3, 4, 3, 0.6), "shade", 0.7),
        Lock(((-6, -83), (20, -89), (46, -85), (70, -60)), (0.6, 3, 3, 0.6), "shade", 0.6),
        Lock(((-62, -74), (-78, -70), (-84, -40), (-80, -4)), (3, 10, 9, 2), "shade", 0.55),
        Lock(((66, -62), (82, -66), (86, -36), (81, -4)), (3, 12, 10, 2), "shade", 0.65),
    ),
    back_locks=(),
    edge=((48, -145), (75, -127), (90, -97), (90.2, -62), (86.4, -30), (82.6, -6)),
    loose=0.10,
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
    taper = np.sin(np.linspace(0.15, np.pi - 0.15, len(cut.edge))) * 3.4
    return _Shapes(outline(cut.back, -34.0), tuple(outline(mass, _front_depth) for mass in cut.front),
                   tuple(ribbon(lock.spots, lock.widths, _front_depth) for lock in cut.locks),
                   tuple(ribbon(lock.spots, lock.widths, -34.0) for lock in cut.back_locks),
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
    canvas.drawPath(_see(shapes.back, pose, style.loose), flat(tones.deep))
    for lock, shape in zip(style.back_locks, shapes.back_locks, strict=True):
        canvas.drawPath(_see(shape, pose, style.loose), flat(tones.base, lock.alpha, 2.0))


def front_paths(character: Character, pose: Pose) -> tuple[skia.Path, ...]:
    """The masses in front, as seen."""
    style = HAIR_STYLES[character.hair_style]
    return tuple(_see(mass, pose, style.loose) for mass in _shapes(character.hair_style).front)


def paint_hair_shadow(canvas: skia.Canvas, character: Character, masses: tuple[skia.Path, ...], face: skia.Path) -> None:
    """The soft shadow the hair throws on forehead and cheeks."""
    canvas.save()
    canvas.clipPath(face, True)
    for mass in masses:
        shadow = skia.Path(mass)
        shadow.offset(4, 8)
        canvas.drawPath(shadow, flat(character.skin.shade, 0.62))
    canvas.restore()


def paint_front_hair(canvas: skia.Canvas, character: Character, pose: Pose, masses: tuple[skia.Path, ...],
                     rim: str) -> None:
    """The masses in front with their locks, light band and rim."""
    tones, style, shapes = character.hair, HAIR_STYLES[character.hair_style], _shapes(character.hair_style)
    top, low = pose.spot(-60, -130, 0), pose.spot(70, 150, 0)
    body = linear(top, low, [(0, tones.base, 1), (0.45, tones.base, 1), (1, tones.shade, 1)])
    for mass in masses:
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
    canvas.drawPath(_see(shapes.edge, pose, style.loose), flat(rim, 0.5))
