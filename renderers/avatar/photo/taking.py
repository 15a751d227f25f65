"""From a file to a portrait: the photo is read with care, its face found or given, judged, and cut out."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.landmarks import MOST_BYTES, Landmarks, read_landmarks
from renderers.avatar.photo.portrait import LONGEST, Ground, Kind, Portrait
from renderers.avatar.photo.quality import HIDDEN, judge, judge_faces
from renderers.errors import MediaRejected, RenderError
from renderers.takes import file_digest

MODEL_WANTED = (
    "Finding the face in a photo needs the face model, which is not installed. Get it with `agency avatar model get` "
    "(it says first what it is and how large), or place the landmarks by hand and give them with --landmarks FILE; "
    "`agency avatar landmarks PHOTO` writes a file to begin from."
)
_SURE = 0.6
_FOUND = 0.7
"""From here on the detector alone is believed that something is a face."""


@dataclass(frozen=True)
class Taken:
    """A portrait, what would make a better one, and whether a model has looked for the face of a person."""

    portrait: Portrait
    advice: tuple[str, ...]
    looked: bool


def take_portrait(
    path: Path,
    kind: Kind = "person",
    landmarks: Path | None = None,
    models: Path | None = None,
    ground: Ground = "photo",
) -> Taken:
    """The portrait in the photo at `path`; without `landmarks` the face is found by the networks in `models`.

    Raises `MediaRejected` for a file that is no photo that can be read or used, `RenderError` for landmarks that do not
    fit or a model that is missing: one sentence each.
    """
    from renderers.avatar.photo.matting import cut_out
    from renderers.background.picture import open_picture

    picture = open_picture(path, longest=LONGEST)
    advice: list[str] = []
    if _moves(path):
        advice.append("It is a moving picture; its first frame was taken.")
    size = (picture.shape[1], picture.shape[0])
    face: Landmarks | None = None
    person = kind == "person"
    if landmarks is not None:
        face = read_landmarks(_text(landmarks), size, f"The landmarks in {landmarks.name}")
    if models is not None:
        found, seen, more = _look(picture, models, wanted=face is None)
        if face is None:
            face = found
            advice += more
        # Of a pet or a drawing it counts whether a person's face is seen where its own is.
        person = person or seen
    if face is None:
        raise RenderError(MODEL_WANTED)
    told = judge(picture, face, person=kind == "person")
    if told.refusal:
        raise MediaRejected(f"{path.name} can not become a presenter. {told.refusal}")
    matte = _given_matte(path, picture)
    if matte is None:
        matte = cut_out(picture, face)
    likeness = person or models is None
    portrait = Portrait(picture, matte, face, kind, ground, file_digest(path), likeness)
    return Taken(portrait, (*advice, *told.advice), models is not None)


def _look(picture: NDArray[np.uint8], models: Path, *, wanted: bool) -> tuple[Landmarks | None, bool, list[str]]:
    """The landmarks of the one face, whether any face of a person is seen, and advice.

    Raises `MediaRejected` where landmarks are `wanted` and there is no face, more than one, or one that is hardly seen.
    """
    from renderers.avatar.photo.face_mesh import FaceMesh, made_out

    mesh = FaceMesh(models)
    sights = [(face, *mesh.points(picture, face)) for face in mesh.faces(picture)]
    if not wanted:
        return None, any(sure > _SURE for _, _, sure in sights), []
    sights = [one for one in sights if one[2] > _SURE or one[0].score > _FOUND]
    clear = [face for face, points, sure in sights if made_out(face, points, sure)]
    told = judge_faces([face.box[2] for face in clear]) if clear or not sights else HIDDEN
    if sights and sights[0][0] not in clear:
        # Nobody in the background is taken for the person in front, who looks away.
        told = HIDDEN
    if told.refusal:
        raise MediaRejected(f"This photo can not become a presenter. {told.refusal}")
    return mesh.landmarks(picture, clear[0]), True, list(told.advice)


def start_landmarks(path: Path, models: Path | None) -> Landmarks:
    """Landmarks to begin from for the photo at `path`: those that are found, or a face in its middle to be moved."""
    from renderers.background.picture import open_picture

    picture = open_picture(path, longest=LONGEST)
    if models is not None:
        found, _, _ = _look(picture, models, wanted=True)
        if found is not None:
            return found
    return typical_face(picture.shape[1], picture.shape[0])


def typical_face(width: int, height: int) -> Landmarks:
    """An upright face in the upper middle of a picture: 41 points to be moved to where they belong."""
    unit = min(width, height) / 4
    x, y = width / 2, height * 0.42

    def curve(*spots: tuple[float, float]) -> list[tuple[float, float]]:
        return [(round(x + u * unit, 1), round(y + v * unit, 1)) for u, v in spots]

    def eye(side: float) -> dict[str, object]:
        (cx, cy), upper, lower = curve((side, 0))[0], (-0.02, -0.09, -0.02), (-0.02, 0.07, -0.02)
        return {
            "upper": curve(*((side + u, v) for u, v in zip((-0.2, 0, 0.2), upper, strict=True))),
            "lower": curve(*((side + u, v) for u, v in zip((-0.2, 0, 0.2), lower, strict=True))),
            "iris": (cx, cy, round(0.085 * unit, 1)),
        }

    return Landmarks.model_validate(
        {
            "size": (width, height),
            "left_eye": eye(-0.42),
            "right_eye": eye(0.42),
            "lips": {
                "upper": curve((-0.36, 0.95), (-0.1, 0.86), (0, 0.88), (0.1, 0.86), (0.36, 0.95)),
                "lower": curve((-0.36, 0.95), (-0.18, 1.04), (0, 1.08), (0.18, 1.04), (0.36, 0.95)),
            },
            "face": curve((-0.95, 0), (-0.88, 0.6), (-0.6, 1.2), (0, 1.5), (0.6, 1.2), (0.88, 0.6), (0.95, 0)),
            "nose": curve((0, 0.55))[0],
            "nose_base": curve((0, 0.68))[0],
            "left_brow": curve((-0.68, -0.25), (-0.42, -0.34), (-0.18, -0.27)),
            "right_brow": curve((0.18, -0.27), (0.42, -0.34), (0.68, -0.25)),
            "top": curve((0, -1.35))[0],
        }
    )


def _given_matte(path: Path, picture: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    """How opaque each pixel is where the file says so itself; None for a picture without transparency."""
    from renderers.background.picture import open_picture

    dark = open_picture(path, ground="#000000", longest=LONGEST)
    if dark.shape != picture.shape or np.array_equal(dark, picture):
        return None
    clear = (picture.astype(np.int32) - dark).max(axis=2)
    return np.asarray(255 - np.clip(clear, 0, 255), np.uint8)


def _moves(path: Path) -> bool:
    """Whether a picture that can be read has more than one frame."""
    from PIL import Image

    from renderers.background.picture import FORMATS

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(path.read_bytes()), formats=FORMATS) as opened:
                return opened.format in ("GIF", "WEBP", "PNG") and bool(getattr(opened, "is_animated", False))
        except (OSError, ValueError, SyntaxError):
            return False


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RenderError(f"{path.name} holds no landmarks: it is larger than {MOST_BYTES // 1024} KB.")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise RenderError(f"{path.name} is no text; landmarks are written in JSON.") from error
    except OSError as error:
        raise RenderError(f"There is no file of landmarks at {path} ({error.strerror or error}).") from error
