"""The illustrated cast: an engine that performs, and the layer that paints what it performed."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest, AvatarTake, Performance
from renderers.avatar.catalogue import AVATARS
# TEMPORARY while the new drawing is made: others need to paint. C1 points these back to renderers.avatar.drawing and
# deletes drawing_kept as soon as the new one paints.
from renderers.avatar.drawing_kept.character import CHARACTERS, Character
from renderers.avatar.drawing_kept.pose import Pose
from renderers.avatar.hair_trail import trail_hair
from renderers.avatar.performance import load, perform
from renderers.errors import EngineFailed, RenderError
from renderers.layer import Layer, Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia, surface
from renderers.timeline import PresenterClip

if TYPE_CHECKING:
    from renderers.avatar.drawing_kept.puppet import Puppet

PERFORMANCE_VERSION = 3
"""Raised when the same request would give other curves."""

_HEADROOM = 0.06
_BUST = 432.0
_REACH = 470.0
"""How much width the shoulders need at least, in figure units, before the figure is made smaller to fit."""
_PORTRAIT: dict[str, float] = {
    "smile": 0.75,
    "jaw": 0.05,
    "upper_lip": 0.5,
    "lower_lip": 0.4,
    "width": 0.2,
    "yaw": 4.0,
    "roll": 1.2,
    "gaze_x": -4.0 / 30.0,
    "brow_left": 0.12,
    "brow_right": 0.16,
}


class IllustratedAvatar:
    """Performs the illustrated presenters; the drawing itself happens while a scene is painted."""

    @property
    def identity(self) -> str:
        """Name and version of the engine; how the figures are drawn is not part of it."""
        return f"illustrated/{PERFORMANCE_VERSION}"

    def animate(self, request: AvatarRequest) -> AvatarTake:
        """The performance of one scene, exactly `request.frames` long. Raises `EngineFailed` for a stranger."""
        if request.avatar.variant not in CHARACTERS:
            raise EngineFailed(
                "illustrated",
                f'there is no drawing of "{request.avatar.id}"; the presenters are '
                + ", ".join(avatar.id for avatar in AVATARS)
                + ".",
            )
        return AvatarTake(performance=perform(request))


class _Presenter:
    """A presenter in a region, cut by the region's edges: drawn as vectors for a still, from cut-outs for film."""

    def __init__(
        self, character: Character, performance: Performance, tint: str, region: Rect, format: PictureFormat
    ) -> None:
        self.region = region
        self._character, self._performance, self._tint, self._format = character, performance, tint, format
        self._hair = trail_hair(performance)
        self._curves = np.stack(list(performance.channels.values()), axis=1)
        self._puppet: Puppet | None = None

    def key(self, n: int) -> Hashable:
        """The frame that is shown: the first before the start, the last after the end."""
        return min(max(n, 0), self._performance.frames - 1)

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n` inside the region."""
        _paint(canvas, self.region, self._character, self._pose(n), self._tint)

    def lay_over(self, planes: Planes, n: int, ground: Planes | None = None) -> None:
        """Lay frame `n` over `planes`, inside the region; with `ground`, they hold another frame over that."""
        area = self._format.pixels(self.region)
        if not area.width or not area.height:
            return
        if self._puppet is None:
            from renderers.avatar.drawing_kept.puppet import Puppet

            scale, left, top, depth = _framing(self.region)
            unit = self._format.scale
            self._puppet = Puppet(self._character.id, self._tint, area, scale * unit, left * unit, top * unit, depth)
        self._puppet.lay_over(self._pose(n), planes, ground)

    def _pose(self, n: int) -> Pose:
        at = min(max(n, 0), self._performance.frames - 1)
        x, y = self._hair[at].tolist()
        return Pose(dict(zip(self._performance.channels, self._curves[at].tolist(), strict=True)), (x, y))


def presenter_layer(clip: PresenterClip, format: PictureFormat) -> Layer:
    """The layer that paints `clip`: head and shoulders filling its region, clothes in its tint.

    Raises `TakeDamaged` where the take can not be read, and `RenderError` for a presenter that is not drawn here.
    """
    return _Presenter(_character(clip.avatar), load(clip.take), _checked(clip.tint), clip.region, format)


def draw_portrait(avatar_id: str, pixels_size: int, tint: str) -> NDArray[np.uint8]:
    """A smiling portrait on nothing: `pixels_size` × `pixels_size` × 4, premultiplied BGRA.

    Raises `RenderError` for a presenter that is not drawn here or a tint that is not `#rrggbb`.
    """
    pixels: NDArray[np.uint8] = np.zeros((pixels_size, pixels_size, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    _paint(canvas, Rect(0, 0, pixels_size, pixels_size), _character(avatar_id), Pose(_PORTRAIT), _checked(tint))
    return pixels


def make_preview(avatar_id: str, path: Path, size: int = 512, tint: str = "#2f6f8f") -> None:
    """Write the catalogue's picture of a presenter to `path`, a square PNG on a soft ground."""
    from renderers.avatar.drawing_kept.paints import linear
    from renderers.avatar.drawing_kept.tones import from_lch, to_lch

    hue = to_lch(tint)[2]
    pixels: NDArray[np.uint8] = np.zeros((size, size, 4), np.uint8)
    painted = surface(pixels)
    canvas = painted.getCanvas()
    ground = linear((0, 0), (size, size), [(0, from_lch(0.95, 0.02, hue), 1), (1, from_lch(0.86, 0.04, hue), 1)])
    canvas.drawPaint(ground)
    _paint(canvas, Rect(0, 0, size, size), _character(avatar_id), Pose(_PORTRAIT), tint)
    painted.makeImageSnapshot().save(str(path), skia.kPNG)


def _paint(canvas: skia.Canvas, region: Rect, character: Character, pose: Pose, tint: str) -> None:
    from renderers.avatar.drawing_kept.figure import paint_figure

    scale, left, top, depth = _framing(region)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeXYWH(region.x, region.y, region.width, region.height), skia.ClipOp.kIntersect, True)
    canvas.translate(left, top)
    canvas.scale(scale, scale)
    paint_figure(canvas, character, pose, tint, depth)
    canvas.restore()


def _framing(region: Rect) -> tuple[float, float, float, float]:
    """Units a figure unit, where the figure's origin lies, and how far down (figure units) the region reaches."""
    # What paints loads numba, and this module is loaded by every command that makes a film.
    from renderers.avatar.drawing_kept.figure import HEAD_TOP

    room = region.height * (1 - _HEADROOM)
    scale = max(min(room / (_BUST - HEAD_TOP), region.width / _REACH), 1e-6)
    top = region.y + region.height * _HEADROOM - HEAD_TOP * scale
    return scale, region.x + region.width / 2, top, min((region.bottom - top) / scale, 2500.0)


def _character(avatar_id: str) -> Character:
    character = CHARACTERS.get(avatar_id)
    if character is None:
        raise RenderError(
            f'The presenter "{avatar_id}" was asked for, but is not in the illustrated cast; choose '
            + " or ".join(CHARACTERS)
            + "."
        )
    return character


def _checked(tint: str) -> str:
    try:
        colour(tint)
        if len(tint) != 7 or not tint.startswith("#"):
            raise ValueError
    except ValueError as error:
        raise RenderError(f'The clothing colour "{tint}" is not a colour; write it as #rrggbb.') from error
    return tint
