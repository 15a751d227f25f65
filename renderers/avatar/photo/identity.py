"""Whether a photographed presenter stays the same person: the shape of the face, by a mesh of it on a finished film."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.mouth_watch import Sight, Stretch, choose_stretches
from renderers.avatar.photo.face_mesh import FaceMesh
from renderers.media import survey
from renderers.media_facts import OWN, Limits
from renderers.media_groups import Group, decode_groups
from renderers.media_pictures import Luma
from renderers.picture_format import PictureFormat

RIGID = (10, 152, 234, 454, 33, 133, 362, 263, 1, 4, 5, 6, 168, 197)
"""Points of the mesh that talking does not move; the fifth and the eighth are the outer corners of the eyes."""
_MOST_STRETCHES = 8
_SURE = 0.6
_EACH = 8
"""Every so many pictures one is looked at: a head turns to both sides within a stretch."""

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Drift:
    """How far the face's own shape goes from that of the first stretch, in distances of the eyes: at most, at last."""

    most: float
    last: float


def watch_identity(
    path: Path, sights: Sequence[Sight], format: PictureFormat, models: Path, limits: Limits = OWN
) -> tuple[Drift, ...]:
    """The drift of each of `sights` in the film at `path`, of those whose face is found in two stretches of it or more.

    `models` is the folder of the networks. Raises `EngineFailed` for files that are not those, and `MediaRejected` as
    `survey` does.
    """
    footage = survey(path, limits).footage
    if footage is None:
        return ()
    chosen = choose_stretches(footage, dict(enumerate(sights)), format, _MOST_STRETCHES)
    found = dict[int, list[Points]]()
    mesh = FaceMesh(models)
    by_group = dict[str, list[Stretch]]()
    for one in chosen:
        by_group.setdefault(one.group.mark, []).append(one)

    def cut(group: Group, picture: int, luma: Luma) -> Luma:
        wanted = any(0 <= picture - one.place < one.count for one in by_group[group.mark])
        return luma if wanted and picture % _EACH == 0 else luma[:0]

    def gather(pictures: list[Luma | None], damaged: list[bool]) -> list[Luma | None]:
        return pictures

    groups = list({one.group.mark: one.group for one in chosen}.values())
    for group, pictures in zip(groups, decode_groups(path, footage, groups, gather, limits, cut), strict=True):
        for one in by_group[group.mark]:
            seen = pictures[one.place : one.place + one.count]
            points = [_points(mesh, luma, sights[one.sight], format) for luma in seen if luma is not None and luma.size]
            shapes = face_shapes(np.stack([each for each in points if each is not None])) if _any(points) else None
            if shapes is not None:
                found.setdefault(one.sight, []).append(shapes.mean(axis=0))
    return tuple(drift_of(shapes) for shapes in found.values() if len(shapes) > 1)


def face_shapes(points: Points) -> Points:
    """The rigid points of each of n meshes (n × 468 × 2 or 3) about their middle, in distances of the eyes."""
    rigid = points[:, list(RIGID), :2]
    size = np.linalg.norm(rigid[:, 4] - rigid[:, 7], axis=1)[:, None, None]
    return np.asarray((rigid - rigid.mean(axis=1, keepdims=True)) / size, np.float64)


def drift_of(shapes: Sequence[Points]) -> Drift:
    """How far each of some mean shapes is from the first."""
    far = [float(np.linalg.norm(shape - shapes[0], axis=1).mean()) for shape in shapes]
    return Drift(max(far), far[-1])


def _any(points: Sequence[Points | None]) -> bool:
    return any(each is not None for each in points)


def _points(mesh: FaceMesh, luma: Luma, sight: Sight, format: PictureFormat) -> Points | None:
    """The mesh of the face inside a sight's region of a picture; None where none is found."""
    area = format.pixels(sight.inside)
    cut = luma[int(area.y) : int(area.bottom), int(area.x) : int(area.right)]
    grey = np.clip((cut.astype(np.float32) - 16) * (255 / 219), 0, 255).astype(np.uint8)
    rgb = np.ascontiguousarray(np.repeat(grey[..., None], 3, axis=2))
    faces = mesh.faces(rgb)
    if not faces:
        return None
    points, sure = mesh.points(rgb, faces[0])
    return points if sure > _SURE else None
