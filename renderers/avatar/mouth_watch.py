"""How far mouths are open in a finished film, measured on its pictures.

The rig says where the mouth is in a picture; what is seen there, straightened and brought to one small size, is held
against mouths that are drawn. A few seconds spread over the film are enough, and what was once looked at is kept.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import Performance
from renderers.avatar.mouth import aperture
from renderers.avatar.mouth_models import kept_models
from renderers.errors import NoSpace
from renderers.media import survey
from renderers.media_facts import OWN, Limits
from renderers.media_groups import Footage, Group, decode_groups
from renderers.media_pictures import Luma
from renderers.picture_format import PictureFormat, Rect
from renderers.takes import TakeStore, digest

KIND = "measures"
VERSION = 3
MOST_GROUPS, MOST_PHOTO_GROUPS = 12, 6
"""Groups of pictures (two seconds each, usually) that are looked at: what a review costs is bounded by them. A photo's
mouth takes longer to paint than a drawn one.
"""
_ROWS, _COLUMNS = 20, 28
_EDGE_SECONDS = 0.6
"""Beside a scene's ends, where it may be mixed with another."""
_LEAST_SECONDS = 0.5
"""How long what lies inside of a group is at least."""
_NARROWEST = 22.0
"""Pixels that a mouth is broad at least to be looked at."""

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Sight:
    """A presenter in a film: the scene's frames of the programme, and where and how it is painted.

    `inside` is the region in units of the picture, as in `renderers.timeline.PresenterClip`; `portrait` is the file of
    one who was photographed.
    """

    start: int
    avatar: str
    performance: Performance
    mark: str
    inside: Rect
    framing: str
    circle: bool = False
    portrait: Path | None = None


@dataclass(frozen=True)
class Stretch:
    """Consecutive pictures of a group that show a sight: the first one's place in the group and its number in the
    scene, and how many.
    """

    group: Group
    sight: int
    place: int
    first: int
    count: int


@dataclass(frozen=True)
class Seen:
    """A stretch of consecutive frames of a presenter: the first one's number in the scene, and how far the mouth is
    open on each, as `aperture` has it.
    """

    sight: int
    first: int
    opening: Points


def watch_mouths(
    path: Path, sights: Sequence[Sight], format: PictureFormat, takes: TakeStore | None = None, limits: Limits = OWN
) -> tuple[Seen, ...]:
    """What is seen of the mouths of `sights` in the film at `path`, in a few stretches spread over it.

    Empty where the film has no groups that can be told apart or nobody is long enough in the picture. Raises
    `MediaRejected` as `survey` does, and `TakeDamaged` for a portrait that can not be read.
    """
    footage = survey(path, limits).footage
    if footage is None:
        return ()
    views = {number: _view(sight, format) for number, sight in enumerate(sights)}
    broad = {number: sights[number] for number, view in views.items() if view.width >= _NARROWEST}
    photos = any(sight.portrait is not None for sight in broad.values())
    chosen = choose_stretches(footage, broad, format, MOST_PHOTO_GROUPS if photos else MOST_GROUPS)
    crops = list(_crops(path, footage, chosen, sights, views, takes, limits, format))
    models = [_models(one, sights[one.sight], views[one.sight], takes, format) for one in chosen]
    return tuple(_openings(chosen, crops, models, sights, views))


def choose_stretches(
    footage: Footage, sights: Mapping[int, Sight], format: PictureFormat, most: int = MOST_GROUPS
) -> list[Stretch]:
    """The parts of groups that lie inside a sight, in order, `most` at the most.

    They are drawn by lot, and the bytes of a group are its lot: an edit leaves those that it does not reach drawn, and
    what is known of them is known still.
    """
    rate = float(format.rate)
    edge = round(_EDGE_SECONDS * rate)
    found: list[Stretch] = []
    for group in footage.groups:
        start = round(group.times[0] * rate)
        for number, sight in sights.items():
            first = max(start, sight.start + edge)
            last = min(start + len(group.times), sight.start + sight.performance.frames - edge)
            if last - first >= _LEAST_SECONDS * rate:
                found.append(Stretch(group, number, first - start, first - sight.start, last - first))
    drawn = sorted(range(len(found)), key=lambda at: (found[at].group.mark, found[at].sight))[:most]
    return [found[at] for at in sorted(drawn)]


class _View(Protocol):
    """A mouth in a film: how broad it is (pixels), where its places are, and how far it is open."""

    @property
    def width(self) -> float: ...

    def spots(self, channels: Mapping[str, float]) -> Points: ...

    def models(self, channels: Sequence[Mapping[str, float]]) -> NDArray[np.uint8]: ...

    def openings(self, seen: NDArray[np.uint8], models: NDArray[np.uint8], planned: NDArray[np.float32]) -> Points: ...


def _view(sight: Sight, format: PictureFormat) -> _View:
    region = sight.inside
    if sight.circle:
        side = min(region.width, region.height)
        left, top = region.x + (region.width - side) / 2, region.y + (region.height - side) / 2
        region = Rect(left, top, side, side)
    if sight.portrait is None:
        from renderers.avatar.mouth_fit import DrawnMouth

        return DrawnMouth(sight.avatar, region, sight.framing, format, _ROWS, _COLUMNS)
    from renderers.avatar.photo.mouth_fit import PhotoMouth
    from renderers.avatar.photo.portrait import read_portrait

    return PhotoMouth(
        read_portrait(sight.portrait), sight.performance, region, sight.framing, format, _ROWS, _COLUMNS,
        framed=not sight.circle,
    )  # fmt: skip


def _crops(
    path: Path,
    footage: Footage,
    chosen: list[Stretch],
    sights: Sequence[Sight],
    views: Mapping[int, _View],
    takes: TakeStore | None,
    limits: Limits,
    format: PictureFormat,
) -> Iterator[NDArray[np.uint8]]:
    """The mouths of every chosen stretch: pictures × places of luma; those that are kept are not decoded."""
    keys = [_key(one, sights[one.sight], format) for one in chosen]
    kept = [_kept(takes, key, one.count) for key, one in zip(keys, chosen, strict=True)]
    wanted = [one for one, crop in zip(chosen, kept, strict=True) if crop is None]
    # Where two presenters are in one group, it is decoded for each: in order, so that each knows whose turn it is.
    each = {(one.group.mark, one.sight): one for one in wanted}
    shown = dict[str, list[Stretch]]()
    for one in each.values():
        shown.setdefault(one.group.mark, []).append(one)

    def cut(group: Group, picture: int, luma: Luma) -> Luma:
        return np.concatenate(
            [_sample(luma, views[one.sight], sights[one.sight], one, picture) for one in shown[group.mark]]
        )

    def gather(pictures: list[Luma | None], damaged: list[bool]) -> list[Luma | None]:
        return pictures

    groups = list({one.group.mark: one.group for one in wanted}.values())
    found = dict(
        zip((group.mark for group in groups), decode_groups(path, footage, groups, gather, limits, cut), strict=True)
    )
    size = _ROWS * _COLUMNS
    for key, known, one in zip(keys, kept, chosen, strict=True):
        if known is not None:
            yield known
            continue
        at = shown[one.group.mark].index(one) * size
        pictures = found[one.group.mark][one.place : one.place + one.count]
        crop = np.stack([np.zeros(size, np.uint8) if p is None else p[at : at + size] for p in pictures])
        if takes is not None:
            _keep(takes, key, crop)
        yield crop


def _key(one: Stretch, sight: Sight, format: PictureFormat) -> str:
    return digest(
        "mouths", VERSION, one.group.mark, _performed(one, sight), sight.inside, sight.framing, sight.circle,
        sight.portrait is not None, format, one.place, one.count,
    )  # fmt: skip


def _performed(one: Stretch, sight: Sight) -> tuple[object, ...]:
    """What decides how a mouth looks in a stretch: of somebody drawn the curves there, wherever in a scene they are."""
    if sight.portrait is not None:
        return sight.mark, one.first
    channels = sorted(sight.performance.channels.items())
    frames = slice(one.first, one.first + one.count)
    return sight.avatar, *((name, curve[frames]) for name, curve in channels)


def _sample(luma: Luma, view: _View, sight: Sight, one: Stretch, picture: int) -> NDArray[np.uint8]:
    """The luma at the places of a view in a picture of a group, between samples by their distance."""
    inside = one.place <= picture < one.place + one.count
    if not inside:
        return np.zeros(_ROWS * _COLUMNS, np.uint8)
    performance, at = sight.performance, one.first + picture - one.place
    seen = view.spots({name: float(curve[at]) for name, curve in performance.channels.items()})
    # A sample's middle lies half a pixel inside it.
    x = np.clip(seen[:, 0] - 0.5, 0, luma.shape[1] - 1.001)
    y = np.clip(seen[:, 1] - 0.5, 0, luma.shape[0] - 1.001)
    column, row = x.astype(int), y.astype(int)
    right, low = x - column, y - row
    part: Points = luma[row, column] * (1 - right) + luma[row, column + 1] * right
    under: Points = luma[row + 1, column] * (1 - right) + luma[row + 1, column + 1] * right
    between: NDArray[np.uint8] = np.rint(part * (1 - low) + under * low).astype(np.uint8)
    return between


def _models(
    one: Stretch, sight: Sight, view: _View, takes: TakeStore | None, format: PictureFormat
) -> NDArray[np.uint8]:
    """The mouths that those of a stretch are held against, drawn for what is performed there."""

    def draw() -> NDArray[np.uint8]:
        curves = {name: curve[frames].tolist() for name, curve in sight.performance.channels.items()}
        return view.models([dict(zip(curves, values, strict=True)) for values in zip(*curves.values(), strict=True)])

    frames = slice(one.first, one.first + one.count)
    look = sight.inside, sight.framing, sight.circle, sight.portrait is not None, format
    return kept_models(takes, (_performed(one, sight), *look), one.count, draw)


def _openings(
    chosen: list[Stretch],
    crops: list[NDArray[np.uint8]],
    models: list[NDArray[np.uint8]],
    sights: Sequence[Sight],
    views: Mapping[int, _View],
) -> Iterator[Seen]:
    # How lips look depends on whose they are and on the size at which they are seen.
    looks = [(s.avatar, s.inside, s.framing, s.circle) for s in (sights[one.sight] for one in chosen)]
    for look in dict.fromkeys(looks):
        places = [place for place, other in enumerate(looks) if other == look]
        ones = [chosen[place] for place in places]
        planned = [aperture(sights[one.sight].performance)[one.first : one.first + one.count] for one in ones]
        seen, drawn = (np.concatenate([each[place] for place in places]) for each in (crops, models))
        found = views[ones[0].sight].openings(seen, drawn, np.concatenate(planned))
        for one in ones:
            yield Seen(one.sight, one.first, found[: one.count])
            found = found[one.count :]


def _kept(takes: TakeStore | None, key: str, count: int) -> NDArray[np.uint8] | None:
    take = takes.find(KIND, key) if takes is not None else None
    if take is None or takes is None:
        return None
    with contextlib.suppress(OSError, ValueError):
        crop = np.load(take.folder / "mouths.npy", allow_pickle=False)
        if crop.shape == (count, _ROWS * _COLUMNS) and crop.dtype == np.uint8:
            takes.count(KIND, made=False)
            return np.asarray(crop)
    return None


def _keep(takes: TakeStore, key: str, crop: NDArray[np.uint8]) -> None:
    """Keep what was seen; a full disk loses nothing by it."""
    with contextlib.suppress(NoSpace):
        takes.keep(KIND, key, lambda folder: np.save(folder / "mouths.npy", crop))
