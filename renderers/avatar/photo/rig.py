"""A portrait made ready for one size: its planes, what lies behind the person, and everything that moves, measured."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.anatomy import Anatomy, EyeShape, measure
from renderers.avatar.photo.carrying import Carrier, carrier
from renderers.avatar.photo.laying import find_reach, find_solid
from renderers.avatar.photo.matting import spread
from renderers.avatar.photo.mouth import Light
from renderers.avatar.photo.placing import Crop
from renderers.avatar.photo.portrait import Portrait
from renderers.layer import Planes

REACH = 0.24
"""How far (distances from the eyes to the chin) anything of a person goes; the top of the head goes farthest."""
EDGE = 32
"""Pixels of the photo kept outside what is shown, for what comes in when the person moves."""
Plane = NDArray[np.uint8]
_MATRIX = np.array([[0.2126, 0.7152, 0.0722], [-0.11457, -0.38543, 0.5], [0.5, -0.45415, -0.04585]], np.float32)
"""BT.709 luma and colour differences of R, G and B."""


@dataclass(frozen=True)
class Rig:
    """`y`, `u`, `v` and `alpha` hold the person, `EDGE` pixels larger on every side than what is shown.

    `still` is what is behind, at the size shown, and `spans` where of that the person can ever be. `shown` are the
    teeth in the photo, and `line` is how dark lips meet that the photo does not show shut.
    """

    y: Plane
    u: Plane
    v: Plane
    alpha: Plane
    solid: Plane
    still: Planes
    spans: NDArray[np.int32]
    face: Anatomy
    carrier: Carrier
    light: Light
    shown: Plane
    line: float


def build_rig(portrait: Portrait, crop: Crop, ground: NDArray[np.uint8] | None = None) -> Rig:
    """The rig of a portrait for a crop of it; `ground` (RGB, at the size shown) is laid behind instead of the photo."""
    import cv2

    width, height = crop.width, crop.height
    picture = crop.cut(portrait.picture, EDGE).astype(np.float32)
    face = measure(portrait.landmarks.scaled(crop.scale, crop.left - EDGE, crop.top - EDGE))
    matte = _widened(crop.cut(portrait.matte, EDGE), face) if ground is None else crop.cut(portrait.matte, EDGE)
    reach = max(round(REACH * face.tall), 6)
    whole = (matte > 247).astype(np.float32)
    person = spread(picture, whole)
    # Behind the person nothing of it may be left, least of all the fringe of hair.
    grown = cv2.dilate(matte, np.ones((2 * _fringe(face) + 1,) * 2, np.uint8))
    inside = slice(EDGE, EDGE + height), slice(EDGE, EDGE + width)
    soft = np.where(whole[..., None] > 0, picture, person)
    if ground is None:
        full = spread(picture, (grown < 3).astype(np.float32))
        share = matte[..., None].astype(np.float32) / 255
        # Faint wisps stay with what is behind: torn from it they would leave a line.
        full = picture + (full - picture) * np.clip((share - 0.01) / 0.12, 0, 1)
        # As much has to be in front as no colour behind it could make of what is seen.
        need = np.maximum((picture - full) / np.maximum(255 - full, 1), (full - picture) / np.maximum(full, 1))
        share = np.where(share > 0, np.maximum(share, need.max(axis=2, keepdims=True)), 0)
        matte = np.asarray(np.ceil(np.clip(share, 0, 1) * 255), np.uint8)[..., 0]
        # What is in front is told from what is behind, so that a head that does not move leaves the photo as it is.
        front = (picture - (1 - share) * full) / np.maximum(share, 0.02)
        soft = np.where(share > 0.02, np.clip(front, 0, 255), soft)
        behind = full[inside]
    else:
        behind = ground.astype(np.float32)
    y, u, v = _yuv(soft)
    by, bu, bv = _yuv(behind)
    half = (width // 2, height // 2)
    bu, bv = (np.asarray(cv2.resize(plane, half, interpolation=cv2.INTER_AREA), np.float32) for plane in (bu, bv))
    u, v = (np.asarray(cv2.blur(plane, (2, 2), anchor=(0, 0)), np.float32) for plane in (u, v))
    return Rig(
        y=_bytes(y),
        u=_bytes(u),
        v=_bytes(v),
        alpha=matte,
        solid=find_solid(*_bounds(matte, round(face.mouth.drop) + 2)),
        still=Planes(_bytes(by), _bytes(bu), _bytes(bv)),
        spans=find_reach(matte, EDGE, reach, height, width),
        face=face,
        carrier=carrier(face, width + 2 * EDGE, height + 2 * EDGE),
        light=_light(y, u, v, face, portrait.kind),
        shown=_teeth(y, u, v, face),
        line=0.5 * min(max(face.mouth.open_ - 0.015, 0) / 0.05, 1.0),
    )


def _widened(matte: Plane, face: Anatomy) -> Plane:
    """A matte that runs out softly round the person, so that the fringe of the hair goes along and leaves no line."""
    import cv2

    reach = max(round(0.016 * face.tall), 1)
    grown = cv2.dilate(matte, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2))
    return np.asarray(np.maximum(matte, cv2.GaussianBlur(grown, (0, 0), 0.7 * reach)), np.uint8)


def _bounds(matte: Plane, reach: int) -> tuple[Plane, Plane]:
    """The least and the most that a matte can be where the jaw goes down."""
    import cv2

    shape = np.ones((2 * reach + 1, 3), np.uint8)
    return np.asarray(cv2.erode(matte, shape), np.uint8), np.asarray(cv2.dilate(matte, shape), np.uint8)


def _fringe(face: Anatomy) -> int:
    return max(round(0.045 * face.tall), 2)


def _yuv(rgb: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """RGB of 0 to 255 as Y, U and V in limited range, not rounded."""
    y, u, v = (rgb @ row for row in _MATRIX)
    return y * np.float32(219 / 255) + 16, u * np.float32(224 / 255) + 128, v * np.float32(224 / 255) + 128


def _bytes(plane: NDArray[np.float32]) -> Plane:
    return np.ascontiguousarray(np.clip(np.round(plane), 1, 254).astype(np.uint8))


def _around(eye: EyeShape, plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """The samples of `plane` in a box about an eye's opening."""
    low = eye.axes.out(-eye.half, float(eye.upper.min()))
    high = eye.axes.out(eye.half, float(eye.lower.max()))
    top, bottom = sorted((low[1], high[1]))
    return plane[max(int(top), 0) : int(bottom) + 1, max(int(low[0]), 0) : int(high[0]) + 1].ravel()


def _cheeks(plane: NDArray[np.float32], face: Anatomy) -> NDArray[np.float32]:
    """Samples of `plane` from both cheeks, and between."""
    found = []
    for side in (-0.24, 0.24):
        x, y = face.axes.out(side * face.wide, 0.42 * face.tall)
        half = max(int(0.05 * face.wide), 2)
        found.append(plane[max(int(y) - half, 0) : int(y) + half, max(int(x) - half, 0) : int(x) + half].ravel())
    joined = np.concatenate(found)
    return joined if joined.size else plane.ravel()


def _light(y: NDArray[np.float32], u: NDArray[np.float32], v: NDArray[np.float32], face: Anatomy, kind: str) -> Light:
    """The colours inside the mouth in the photo's light, told from the whites of the eyes and from the cheeks."""
    skin, skin_u, skin_v = (float(np.median(_cheeks(plane, face))) for plane in (y, u, v))
    whites = np.concatenate([_around(eye, y) for eye in face.eyes])
    white = float(np.percentile(whites, 92)) if kind == "person" and whites.size else skin
    lit = float(np.clip(0.55 * max(white, skin) + 0.45 * skin + 8, 95, 212))
    cast_u, cast_v = 0.22 * (skin_u - 128), 0.16 * (skin_v - 128)
    cavity = (16 + 0.14 * (lit - 16), 125.0, 139.0)
    return Light(
        # An animal's mouth that speaks with a row of people's teeth is not a pleasant sight.
        teeth=cavity if kind == "pet" else (lit, 126 + cast_u, 128.5 + cast_v),
        tongue=(16 + 0.50 * (lit - 16), 121 + cast_u, 154 + cast_v),
        cavity=cavity,
    )


def _teeth(y: NDArray[np.float32], u: NDArray[np.float32], v: NDArray[np.float32], face: Anatomy) -> Plane:
    """How surely (0 to 255) each pixel between the photo's lips shows a tooth: bright and without much colour."""
    import cv2

    mouth = face.mouth
    shown = np.zeros(y.shape, np.uint8)
    if mouth.open_ < 0.03:
        return shown
    rows, columns = np.mgrid[0 : y.shape[0], 0 : y.shape[1]]
    spots = mouth.axes.into(np.column_stack([columns.ravel(), rows.ravel()]).astype(np.float64))
    across, down = spots[:, 0].reshape(y.shape), spots[:, 1].reshape(y.shape)
    top, low = (np.interp(across, mouth.u, edge) for edge in (mouth.inner_top, mouth.inner_low))
    between = (down > top) & (down < low) & (np.abs(across) < 0.94 * mouth.half)
    if not between.any():
        return shown
    lit = np.percentile(y[between], 85)
    pale = (y > 16 + 0.52 * (lit - 16)) & (np.abs(v - 128) < 24) & (np.abs(u - 128) < 26)
    found = (between & pale).astype(np.uint8)
    size = max(round(0.02 * 2 * mouth.half) | 1, 3)
    found = cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8)) & between.astype(np.uint8)
    inner = cv2.distanceTransform(found, cv2.DIST_L2, 5)
    sure = np.clip(inner / max(0.022 * 2 * mouth.half, 1.5), 0, 1).astype(np.float32)
    return np.asarray(cv2.blur(sure, (size, size)) * 255, np.uint8)
