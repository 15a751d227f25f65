"""The illustrated cast: an engine that performs, and the layer that paints what it performed."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest, AvatarTake, Performance
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.characters import find_character
from renderers.avatar.drawing.pose import Pose
from renderers.avatar.framing import DEFAULT_FRAMING, FRAMINGS, Place, place_figure
from renderers.avatar.hair_trail import trail_hair
from renderers.avatar.performance import load, perform
from renderers.errors import EngineFailed, RenderError
from renderers.layer import Layer, Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia, surface
from renderers.timeline import PresenterClip

if TYPE_CHECKING:
    from renderers.avatar.drawing.puppet import Puppet

PERFORMANCE_VERSION = 6
"""Raised when the same request would give other curves."""

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


_FORESIGHT = 45
"""Frames ahead for which states of hands and eyes are drawn."""


class IllustratedAvatar:
    """Performs the illustrated presenters; the drawing itself happens while a scene is painted."""

    @property
    def identity(self) -> str:
        """Name and version of the engine; how the figures are drawn is not part of it."""
        return f"illustrated/{PERFORMANCE_VERSION}"

    def animate(self, request: AvatarRequest) -> AvatarTake:
        """The performance of one scene, exactly `request.frames` long. Raises `EngineFailed` for a stranger."""
        if find_character(request.avatar.variant) is None:
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
        self,
        variant: str,
        performance: Performance,
        tint: str,
        region: Rect,
        format: PictureFormat,
        framing: str = DEFAULT_FRAMING,
    ) -> None:
        self.region = region
        self._character, self._performance, self._tint, self._format = _character(variant), performance, tint, format
        self._variant, self._place = variant, placed(self._character, region, framing)
        self._hair = trail_hair(performance)
        self._curves = np.stack(list(performance.channels.values()), axis=1)
        self._puppet: Puppet | None = None
        self._ahead = 0

    def key(self, n: int) -> Hashable:
        """The frame that is shown: the first before the start, the last after the end."""
        return min(max(n, 0), self._performance.frames - 1)

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n` inside the region."""
        _paint(canvas, self.region, self._place, self._character, self._pose(n), self._tint)

    def lay_over(self, planes: Planes, n: int, ground: Planes | None = None) -> None:
        """Lay frame `n` over `planes`, inside the region; with `ground`, they hold another frame over that."""
        area = self._format.pixels(self.region)
        if not area.width or not area.height:
            return
        if self._puppet is None:
            from renderers.avatar.drawing.puppet import Puppet

            scale, left, top, depth = self._place
            unit = self._format.scale
            self._puppet = Puppet(self._variant, self._tint, area, scale * unit, left * unit, top * unit, depth)
        if self._puppet.lay_over(self._pose(n), planes, ground):
            self._look_ahead(self._puppet, n)

    def _look_ahead(self, puppet: Puppet, n: int) -> None:
        """Draw at most one state of a hand or an eye of the frames to come, so that no frame has to draw many at once.

        What is painted is the same without it.
        """
        if not n < self._ahead <= n + _FORESIGHT:
            self._ahead = n + 1
        for _ in range(3):
            if self._ahead > n + _FORESIGHT or puppet.prepare(self._pose(self._ahead)):
                break
            self._ahead += 1

    def _pose(self, n: int) -> Pose:
        at = min(max(n, 0), self._performance.frames - 1)
        x, y = self._hair[at].tolist()
        return Pose(dict(zip(self._performance.channels, self._curves[at].tolist(), strict=True)), (x, y))


def presenter_layer(clip: PresenterClip, format: PictureFormat) -> Layer:
    """The layer that paints `clip`: as much of the presenter as its framing shows, clothes in its tint.

    Raises `TakeDamaged` where the take can not be read, and `RenderError` for a presenter that is not drawn here.
    """
    performance, tint = load(clip.take), _checked(clip.tint)
    if not clip.circle:
        return _Presenter(clip.avatar, performance, tint, clip.region, format, clip.framing)
    from renderers.avatar.medallion import Medallion

    def inside(square: Rect) -> _Presenter:
        return _Presenter(clip.avatar, performance, tint, square, format, clip.framing)

    return Medallion(inside, clip.region, format, (*backing(tint), tint))


def draw_portrait(avatar_id: str, pixels_size: int, tint: str) -> NDArray[np.uint8]:
    """A smiling portrait on nothing: `pixels_size` × `pixels_size` × 4, premultiplied BGRA.

    Raises `RenderError` for a presenter that is not drawn here or a tint that is not `#rrggbb`.
    """
    pixels: NDArray[np.uint8] = np.zeros((pixels_size, pixels_size, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    _portray(canvas, pixels_size, _character(avatar_id), _checked(tint))
    return pixels


def make_preview(avatar_id: str, path: Path, size: int = 512, tint: str = "#2f6f8f") -> None:
    """Write the catalogue's picture of a presenter to `path`, a square PNG on a soft ground."""
    from renderers.avatar.drawing.paints import linear

    pixels: NDArray[np.uint8] = np.zeros((size, size, 4), np.uint8)
    painted = surface(pixels)
    canvas = painted.getCanvas()
    first, last = backing(tint)
    canvas.drawPaint(linear((0, 0), (size, size), [(0, first, 1), (1, last, 1)]))
    _portray(canvas, size, _character(avatar_id), tint)
    painted.makeImageSnapshot().save(str(path), skia.kPNG)


def backing(tint: str) -> tuple[str, str]:
    """Two pale tones of the tint's hue, for the ground behind a portrait."""
    from renderers.avatar.drawing.tones import from_lch, to_lch

    hue = to_lch(tint)[2]
    return from_lch(0.95, 0.02, hue), from_lch(0.86, 0.04, hue)


def _portray(canvas: skia.Canvas, size: int, character: Character, tint: str) -> None:
    region = Rect(0, 0, size, size)
    _paint(canvas, region, placed(character, region, DEFAULT_FRAMING), character, Pose(_PORTRAIT), tint)


def _paint(canvas: skia.Canvas, region: Rect, place: Place, character: Character, pose: Pose, tint: str) -> None:
    from renderers.avatar.drawing.figure import paint_figure

    canvas.save()
    canvas.clipRect(skia.Rect.MakeXYWH(region.x, region.y, region.width, region.height), skia.ClipOp.kIntersect, True)
    canvas.translate(place.left, place.top)
    canvas.scale(place.scale, place.scale)
    paint_figure(canvas, character, pose, tint, place.depth)
    canvas.restore()


def placed(character: Character, region: Rect, framing: str) -> Place:
    """How `character` fills `region`. Raises `RenderError` for a framing that is not known."""
    # What paints loads numba, and this module is loaded by every command that makes a film.
    from renderers.avatar.drawing.body import breadth, lower_edge
    from renderers.avatar.drawing.hair_styles import highest

    if framing not in FRAMINGS:
        raise RenderError(f'The framing "{framing}" is not known; choose {_either(list(FRAMINGS))}.')
    return place_figure(
        region, framing, highest(character.hair_style), lower_edge(character), partial(breadth, character)
    )


def _character(avatar_id: str) -> Character:
    character = find_character(avatar_id)
    if character is None:
        raise RenderError(
            f'The presenter "{avatar_id}" was asked for, but is not in the illustrated cast; choose '
            + _either([avatar.id for avatar in AVATARS])
            + "."
        )
    return character


def _either(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _checked(tint: str) -> str:
    try:
        colour(tint)
        if len(tint) != 7 or not tint.startswith("#"):
            raise ValueError
    except ValueError as error:
        raise RenderError(f'The clothing colour "{tint}" is not a colour; write it as #rrggbb.') from error
    return tint
