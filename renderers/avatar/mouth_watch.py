"""How far mouths are open in a finished film, measured on its pictures.

The rig says where the mouth is in a picture; what is seen there, straightened and brought to one small size, is held
against what is seen while the lips are closed. Lips, teeth, tongue and the dark between them differ from it the more
the mouth is open. A few seconds spread over the film are enough, and what was once looked at is kept.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import Performance
from renderers.avatar.mouth import aperture
from renderers.errors import NoSpace
from renderers.media import survey
from renderers.media_facts import OWN, Limits
from renderers.media_groups import Footage, Group, decode_groups
from renderers.media_pictures import Luma
from renderers.picture_format import PictureFormat, Rect
from renderers.takes import TakeStore, digest

KIND = "measures"
VERSION = 1
MOST_GROUPS = 12
"""Groups of pictures (two seconds each, usually) that are looked at: what a review costs is bounded by them."""
_ROWS, _COLUMNS = 20, 28
_EDGE_SECONDS = 0.6
"""Beside a scene's ends, where it may be mixed with another."""
_NOISE = 6.0
"""Levels of luma that encoding changes."""
_CLOSED = 0.02
_NARROWEST = 22.0
"""Pixels that a mouth is broad at least to be looked at."""

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Sight:
    """A drawn presenter in a film: the scene's frames of the programme, and where and how it is painted.

    `inside` is the region in units of the picture, as in `renderers.timeline.PresenterClip`.
    """

    start: int
    avatar: str
    performance: Performance
    mark: str
    inside: Rect
    framing: str
    circle: bool = False


@dataclass(frozen=True)
class Seen:
    """A stretch of consecutive frames of a presenter: the first one's number in the scene, and how far the mouth is
    open on each, in shares of the widest there was.
    """

    sight: int
    first: int
    opening: Points


def watch_mouths(
    path: Path, sights: Sequence[Sight], format: PictureFormat, takes: TakeStore | None = None, limits: Limits = OWN
) -> tuple[Seen, ...]:
    """What is seen of the mouths of `sights` in the film at `path`, in a few stretches spread over it.

    Empty where the film has no groups that can be told apart or nobody is long enough in the picture. Raises
    `MediaRejected` as `survey` does.
    """
    footage = survey(path, limits).footage
    if footage is None:
        return ()
    grids = {number: _grid(sight, format) for number, sight in enumerate(sights)}
    chosen = _choose(footage, {n: sights[n] for n, grid in grids.items() if grid.width >= _NARROWEST}, format)
    crops = list(_crops(path, footage, chosen, sights, grids, takes, limits, format))
    return tuple(_openings(chosen, crops, sights))


def _choose(footage: Footage, sights: dict[int, Sight], format: PictureFormat) -> list[tuple[Group, int, int]]:
    """Groups that lie inside a sight, evenly spread: each with the sight's number and the first frame in its scene."""
    rate = float(format.rate)
    edge = round(_EDGE_SECONDS * rate)
    found: list[tuple[Group, int, int]] = []
    for group in footage.groups:
        first = round(group.times[0] * rate)
        for number, sight in sights.items():
            last = sight.start + sight.performance.frames - edge
            if sight.start + edge <= first and first + len(group.times) <= last and len(group.times) > rate / 2:
                found.append((group, number, first - sight.start))
    if len(found) <= MOST_GROUPS:
        return found
    return [found[at] for at in np.linspace(0, len(found) - 1, MOST_GROUPS).round().astype(int)]


@dataclass(frozen=True)
class _Grid:
    """Where the samples of a mouth lie: scale and origin of the figure in pixels, and the points in head space."""

    scale: float
    left: float
    top: float
    points: Points

    @property
    def width(self) -> float:
        """How broad the mouth is, in pixels."""
        return self.scale * float(np.ptp(self.points[:, 0]))


def _grid(sight: Sight, format: PictureFormat) -> _Grid:
    from renderers.avatar.drawing.characters import find_character
    from renderers.avatar.illustrated import placed

    character = find_character(sight.avatar)
    assert character is not None
    region = sight.inside
    if sight.circle:
        side = min(region.width, region.height)
        left, top = region.x + (region.width - side) / 2, region.y + (region.height - side) / 2
        region = Rect(left, top, side, side)
    place, unit, lips = placed(character, region, sight.framing), format.scale, character.lips
    x = np.linspace(-lips.half, lips.half, _COLUMNS)
    y = np.linspace(lips.y - lips.upper, lips.y + lips.lower + 0.9 * character.jaw_drop, _ROWS)
    across, down = (part.ravel() for part in np.meshgrid(x, y))
    from renderers.avatar.drawing.pose import face_depth

    points = np.stack([across, down, face_depth(across, np.full_like(down, lips.y))], axis=1)
    return _Grid(place.scale * unit, place.left * unit, place.top * unit, points)


def _crops(
    path: Path,
    footage: Footage,
    chosen: list[tuple[Group, int, int]],
    sights: Sequence[Sight],
    grids: dict[int, _Grid],
    takes: TakeStore | None,
    limits: Limits,
    format: PictureFormat,
) -> Iterator[NDArray[np.uint8]]:
    """The mouths of every chosen group: pictures × rows × columns of luma; those that are kept are not decoded."""
    keys = [
        digest("mouths", VERSION, group.mark, sights[n].mark, sights[n].inside, sights[n].framing, sights[n].circle,
               format, first)
        for group, n, first in chosen
    ]  # fmt: skip
    kept = [_kept(takes, key, len(group.times)) for key, (group, _, _) in zip(keys, chosen, strict=True)]
    wanted = [one for one, crop in zip(chosen, kept, strict=True) if crop is None]
    where = {group.mark: (number, first) for group, number, first in wanted}

    def cut(group: Group, picture: int, luma: Luma) -> Luma:
        number, first = where[group.mark]
        return _sample(luma, grids[number], sights[number].performance, first + picture)

    def gather(pictures: list[Luma | None], damaged: list[bool]) -> NDArray[np.uint8]:
        blank = np.zeros((_ROWS, _COLUMNS), np.uint8)
        return np.stack([blank if picture is None else picture for picture in pictures])

    fresh = decode_groups(path, footage, [group for group, _, _ in wanted], gather, limits, cut)
    for key, known in zip(keys, kept, strict=True):
        crop = next(fresh) if known is None else known
        if known is None and takes is not None:
            _keep(takes, key, crop)
        yield crop


def _sample(luma: Luma, grid: _Grid, performance: Performance, frame: int) -> NDArray[np.uint8]:
    """The luma at the points of a grid, as the head stands in `frame`, between samples by their distance."""
    from renderers.avatar.drawing.pose import Pose

    at = min(max(frame, 0), performance.frames - 1)
    pose = Pose({name: float(curve[at]) for name, curve in performance.channels.items()})
    seen = pose.project(grid.points)
    # A sample's middle lies half a pixel inside it.
    x = np.clip(grid.left + grid.scale * seen[:, 0] - 0.5, 0, luma.shape[1] - 1.001)
    y = np.clip(grid.top + grid.scale * seen[:, 1] - 0.5, 0, luma.shape[0] - 1.001)
    column, row = x.astype(int), y.astype(int)
    right, low = x - column, y - row
    part: Points = luma[row, column] * (1 - right) + luma[row, column + 1] * right
    under: Points = luma[row + 1, column] * (1 - right) + luma[row + 1, column + 1] * right
    between: NDArray[np.uint8] = np.rint(part * (1 - low) + under * low).astype(np.uint8)
    return between.reshape(_ROWS, _COLUMNS)


def _openings(
    chosen: list[tuple[Group, int, int]], crops: list[NDArray[np.uint8]], sights: Sequence[Sight]
) -> Iterator[Seen]:
    gaps = [
        aperture(sights[number].performance)[first : first + len(crop)]
        for (_, number, first), crop in zip(chosen, crops, strict=True)
    ]
    shut = [crop[gap < _CLOSED] for crop, gap in zip(crops, gaps, strict=True)]
    # How lips look depends on the size at which they are seen.
    looks = [(sights[number].inside, sights[number].framing, sights[number].circle) for _, number, _ in chosen]
    for look in dict.fromkeys(looks):
        places = [place for place, other in enumerate(looks) if other == look]
        whole = [shut[place] for place in places if len(shut[place])]
        if not whole:
            continue
        closed = np.median(np.concatenate(whole), axis=0)
        raw = [np.maximum(np.abs(crops[place] - closed) - _NOISE, 0).mean(axis=(1, 2)) for place in places]
        top = max(float(np.percentile(np.concatenate(raw), 99)), 1e-6)
        for place, opening in zip(places, raw, strict=True):
            yield Seen(chosen[place][1], chosen[place][2], opening / top)


def _kept(takes: TakeStore | None, key: str, count: int) -> NDArray[np.uint8] | None:
    take = takes.find(KIND, key) if takes is not None else None
    if take is None or takes is None:
        return None
    with contextlib.suppress(OSError, ValueError):
        crop = np.load(take.folder / "mouths.npy", allow_pickle=False)
        if crop.shape == (count, _ROWS, _COLUMNS) and crop.dtype == np.uint8:
            takes.count(KIND, made=False)
            return np.asarray(crop)
    return None


def _keep(takes: TakeStore, key: str, crop: NDArray[np.uint8]) -> None:
    """Keep what was seen; a full disk loses nothing by it."""
    with contextlib.suppress(NoSpace):
        takes.keep(KIND, key, lambda folder: np.save(folder / "mouths.npy", crop))
