"""Eyes and brows: lids that follow the gaze, an iris half covered, a look that meets the lens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from renderers.avatar.drawing.character import Character, EyeCut
from renderers.avatar.drawing.curves import ribbon_spots
from renderers.avatar.drawing.paints import flat, glow, radial
from renderers.avatar.drawing.pose import Pose
from renderers.avatar.drawing.sprites import Sprite, bake
from renderers.avatar.drawing.tones import to_lch
from renderers.raster import skia

_WHITE, _WHITE_EDGE, _LID_SHADE = "#f8f1e9", "#d8bfb4", "#54292e"
_GAZE_REACH = (10.5, 7.0)
_LASH = "#22130f"
_UNLIT = "#182a37"
"""A screen where nothing shines."""
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)

Line = list[tuple[float, float]]


@dataclass(frozen=True)
class Lids:
    """How an eye is opened: height of both lids about its centre in units, and how far it is shut, 0 to 1."""

    above: float
    below: float
    blink: float


def open_lids(character: Character, pose: Pose, name: str) -> Lids:
    """The lids of the eye `name`, "left" or "right": raised with the brow, lowered with the gaze, lifted by a smile."""
    cut, down = character.eye, pose["gaze_y"]
    wide = pose["eyes_wide"]
    return Lids(
        cut.above * (1 + 0.07 * max(pose[f"brow_{name}"], 0.0) + (0.20 if wide > 0 else 0.30) * wide) - 5.0 * down,
        cut.below * (1 + 0.10 * wide) - 2.4 * max(pose["smile"] - 0.3, 0.0) + 1.5 * down,
        pose[f"blink_{name}"],
    )


def iris_spot(character: Character, pose: Pose, side: float) -> tuple[float, float]:
    """Where the middle of an iris is seen; `side` is -1 for the left eye."""
    gaze_x, gaze_y = pose["gaze_x"] * _GAZE_REACH[0], pose["gaze_y"] * _GAZE_REACH[1]
    return pose.spot(side * character.eye.x + gaze_x, character.eye.y - 2.0 + gaze_y)


def paint_eyes(canvas: skia.Canvas, character: Character, pose: Pose, scale: float) -> None:
    """Both eyes."""
    for side, name in ((-1.0, "left"), (1.0, "right")):
        lids = open_lids(character, pose, name)
        paint_lid(canvas, character, pose, side, lids)
        canvas.save()
        canvas.clipPath(opening_path(character, pose, side, lids), True)
        paint_white(canvas, character, pose, side, scale)
        iris = _iris(character, scale)
        x, y = iris_spot(character, pose, side)
        canvas.drawImageRect(
            iris.image,
            skia.Rect.MakeXYWH(x + iris.left, y + iris.top, iris.image.width() / scale, iris.image.height() / scale),
            _SMOOTH,
        )
        canvas.restore()
        paint_lashes(canvas, character, pose, side, lids)


def opening_path(character: Character, pose: Pose, side: float, lids: Lids) -> skia.Path:
    """The gap between the lids, nothing where they are shut."""
    if lids.blink >= 0.97:
        return skia.Path()
    upper, lower = lid_edges(character.eye, lids)
    return _see(pose, character.eye, side, [*upper, *lower[1:-1]], (0, len(upper) - 1))


def paint_white(canvas: skia.Canvas, character: Character, pose: Pose, side: float, scale: float) -> None:
    """The ball of an eye, beyond its lids too."""
    ball = _eyeball(character, scale)
    x, y = pose.spot(side * character.eye.x, character.eye.y)
    canvas.drawImageRect(
        ball.image,
        skia.Rect.MakeXYWH(x + ball.left, y + ball.top, ball.image.width() / scale, ball.image.height() / scale),
        _SMOOTH,
    )


def paint_lashes(canvas: skia.Canvas, character: Character, pose: Pose, side: float, lids: Lids) -> None:
    """What lies over the iris: the lid's shade on the eye, the inner corner, the lashes and the lower lid's edge."""
    cut, blink = character.eye, lids.blink
    upper, lower = lid_edges(cut, lids)
    canvas.save()
    canvas.clipPath(opening_path(character, pose, side, lids), True)
    band = [(u, v - 5) for u, v in upper] + [(u, v + 4.6) for u, v in upper[::-1]]
    if character.species != "robot":
        canvas.drawPath(_see(pose, cut, side, band, (0, 4, 5, 9)), flat(_LID_SHADE, 0.34))
    if character.species == "human":
        cx, cy = pose.spot(side * (cut.x - cut.half + 2.4), cut.y + 2.8)
        canvas.drawCircle(cx, cy, 3.4, glow((cx, cy), 3.4, "#c9796c", 0.9))
    canvas.restore()
    if character.species == "robot":
        # A screen's eye goes out, and a line stays where the lids have met.
        if blink > 0.5:
            closed = _stroke(pose, cut, side, upper, (1.5, 5.0, 6.0, 5.0, 1.5))
            canvas.drawPath(closed, flat(character.skin.lip_upper, round(2 * blink - 1, 2)))
        return
    line = list(upper)
    line[-1] = (line[-1][0] + cut.wing, line[-1][1] - cut.wing * 0.7 * (1 - 0.8 * blink))
    lash = cut.lash
    canvas.drawPath(
        _stroke(pose, cut, side, line, (0.3 * lash, 0.75 * lash, lash, 1.1 * lash, 0.3 * lash)), flat(_LASH, 0.95)
    )
    if blink < 0.9:
        canvas.drawPath(
            _stroke(pose, cut, side, lower, (1.4, 1.2, 0.9, 0.7, 0.3)),
            flat(character.skin.deep, round(0.55 * (1 - blink), 2)),
        )


def lid_edges(cut: EyeCut, lids: Lids) -> tuple[Line, Line]:
    """The edges of the upper lid (inner to outer corner) and the lower (outer to inner), about the eye's centre."""
    h, above, below, blink = cut.half, lids.above, lids.below, lids.blink
    inner, outer = (-h, 3.6), (h, -0.8 - cut.tilt)
    meet = below * 0.86
    opened = (inner, (-0.62 * h, -0.60 * above), (-0.05 * h, -above), (0.58 * h, -0.86 * above), outer)
    shut = (inner, (-0.62 * h, 0.58 * meet + 0.8), (-0.05 * h, meet), (0.58 * h, 0.66 * meet - 0.4), outer)
    upper = [(a, b + (d - b) * blink) for (a, b), (_, d) in zip(opened, shut, strict=True)]
    lift = 0.5 * blink
    lower = [outer, (0.56 * h, 0.72 * below - lift), (-0.02 * h, below - lift), (-0.58 * h, 0.80 * below - lift), inner]
    return upper, lower


def _see(
    pose: Pose, cut: EyeCut, side: float, local: Sequence[tuple[float, float]], corners: Sequence[int]
) -> skia.Path:
    return pose.trace(
        [(side * (cut.x + u), cut.y + v, 0.15 if i in corners else 1.0) for i, (u, v) in enumerate(local)]
    )


def _stroke(pose: Pose, cut: EyeCut, side: float, local: Line, widths: Sequence[float]) -> skia.Path:
    return pose.trace(ribbon_spots([(side * (cut.x + u), cut.y + v) for u, v in local], widths))


@lru_cache(maxsize=6)
def _eyeball(character: Character, scale: float) -> Sprite:
    half = character.eye.half
    return bake(
        -28,
        -28,
        28,
        28,
        scale,
        lambda canvas: canvas.drawPaint(
            flat(character.skin.deep)
            if character.species == "robot"
            else radial((-1, 1), half * 1.25, [(0, _WHITE, 1), (0.58, _WHITE, 1), (1, _WHITE_EDGE, 1)])
        ),
    )


@lru_cache(maxsize=6)
def _iris(character: Character, scale: float) -> Sprite:
    return bake(-26, -26, 26, 26, scale, lambda canvas: paint_iris(canvas, character))


def paint_iris(canvas: skia.Canvas, character: Character) -> None:
    """An iris about the origin, with the lights in it."""
    dark, middle, light = character.iris
    r = character.eye.iris
    if character.species == "robot":
        canvas.drawCircle(0, 0, r * 1.5, glow((0, 0), r * 1.45, dark, 0.8))
        canvas.drawCircle(0, 0, r, radial((0, 0), r, [(0, light, 1), (0.55, light, 1), (0.8, middle, 1), (1, dark, 1)]))
        canvas.drawCircle(-r * 0.3, -r * 0.35, r * 0.22, flat("#ffffff", 0.95))
        return
    canvas.drawCircle(
        0, 0, r, radial((0, r * 0.5), r * 1.5, [(0, light, 1), (0.42, middle, 1), (0.85, dark, 1), (1, dark, 1)])
    )
    canvas.drawCircle(0, r * 0.52, r * 0.5, glow((0, r * 0.52), r * 0.5, light, 0.75, 0.7))
    canvas.drawCircle(0, 0, r * 0.46, flat("#120a0b"))
    ring = skia.Paint(flat(dark, 0.8))
    ring.setStyle(skia.Paint.kStroke_Style)
    ring.setStrokeWidth(1.4)
    canvas.drawCircle(0, 0, r - 0.6, ring)
    canvas.drawCircle(-3.6, -3.6, 2.7, flat("#ffffff", 0.96))
    canvas.drawCircle(3.8, 4.0, 1.35, flat("#ffffff", 0.6))


def paint_lid(canvas: skia.Canvas, character: Character, pose: Pose, side: float, lids: Lids) -> None:
    """The skin between the crease and the lid's edge."""
    cut, skin, blink = character.eye, character.skin, lids.blink
    upper, _ = lid_edges(cut, lids)
    rest = (0.0, -0.60 * cut.above, -cut.above, -0.86 * cut.above, 0.0)
    lift = [up * cut.crease for up in (1.0, 4.2, 5.6, 4.8, 1.2)]
    fold = [(u, min(v, r + 2.4 * blink) - up) for (u, v), r, up in zip(upper, rest, lift, strict=True)]
    lid = fold + [(u, v + 1.0) for u, v in upper[::-1]]
    shape = _see(pose, cut, side, lid, (0, 4, 5, 9))
    if character.species == "robot":
        canvas.drawPath(shape, flat(_UNLIT))
        return
    canvas.drawPath(shape, flat(skin.base, 0.85))
    canvas.drawPath(shape, flat(skin.shade, round(0.42 + 0.1 * blink, 2)))
    if cut.crease <= 0:
        return
    crease = [*fold[1:-1], (fold[-1][0] + 2.5, fold[-1][1] - 0.5)]
    canvas.drawPath(_stroke(pose, cut, side, crease, (0.5, 1.3, 1.6, 0.4)), flat(skin.deep, 0.62))


BROW_SHARES = (0.85, 1.0, 1.0, 0.6)
"""How far each spot of a brow goes with its lift, from the inner end to the outer."""
BROW_INNER_SHARES = (1.0, 0.45, -0.15, -0.30)
"""How far each spot goes with what the inner end is raised by alone."""
BROW_AHEAD = 2.0


def brow_lift(pose: Pose, name: str) -> float:
    """How far (units) a brow is raised."""
    lift = pose[f"brow_{name}"]
    return lift * (7.5 if lift > 0 else 4.0)


def brow_inner(pose: Pose) -> float:
    """How far (units) the inner ends of the brows are raised by themselves."""
    inner = pose["brow_inner"]
    return inner * (6.5 if inner > 0 else 5.0)


def paint_brows(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """Both brows, raised and lowered by their channels, the inner ends a little less than the arch."""
    for side in (-1.0, 1.0):
        paint_brow(canvas, character, pose, side)


def brow_tone(character: Character) -> str:
    """The colour of the brows: that of the hair, darker where it is light, and dark under a scarf."""
    if character.species == "robot":
        return "#5fe3ff"
    if character.hair_style in ("hijab", "turban"):
        return "#33221f"
    light, chroma, hue = to_lch(character.hair.base)
    if chroma > 0.06 and not 15 < hue < 95:
        # Brows are not dyed.
        return "#3a2a26"
    return character.hair.base if light < 0.55 else character.hair.shade


def paint_brow(canvas: skia.Canvas, character: Character, pose: Pose, side: float) -> None:
    """One brow, the left for `side` -1."""
    lift, uneven = (brow_lift(pose, "left"), 0.9) if side < 0 else (brow_lift(pose, "right"), 0.0)
    inner = brow_inner(pose)
    shares = zip(character.brow.spots, BROW_SHARES, BROW_INNER_SHARES, strict=True)
    spots = [(side * s[0], s[1] - uneven - lift * share - inner * own) for s, share, own in shares]
    outline = [(x, y, 0.7 if r < 1 else r) for x, y, r in ribbon_spots(spots, character.brow.widths)]
    shade = flat(brow_tone(character), character.brow.alpha, 0.45)
    canvas.drawPath(pose.trace(outline, BROW_AHEAD), shade)
