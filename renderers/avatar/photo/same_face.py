"""Whether the face in a recording is that of a portrait, by OpenCV's recogniser of faces where its file is installed.

The recogniser (SFace, Zhong et al., IEEE Transactions on Image Processing 30, 2021; Apache License 2.0) tells an
upright face by 128 numbers; two faces are compared by the cosine between theirs. Nothing is kept of what it tells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.face_mesh import NOSE_TIP, FaceMesh, Points
from renderers.errors import EngineFailed

RECOGNISER = "face_recognition_sface_2021dec.onnx"
RECOGNISER_DIGEST = "0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79"
"""The file, and the SHA-256 of the one that this was written for."""

SAME = 0.363
"""From which cosine on two faces are one person's: OpenCV's own figure, with 99.40 % of the pairs of LFW told right."""
LOOKS = 12
"""Pictures of a recording that are looked at, evenly spread."""
_LEAST_SEEN = 6
"""Of these, in how many one face alone has to be seen."""
_STILL = 0.012
"""By how much the opening of the lips has to vary over the recording, as a share of the distance between the eyes; the
points of a face that does not move vary by less.
"""
_SURE = 0.6
_SIDE = 640

Picture = NDArray[np.uint8]


@dataclass(frozen=True)
class FaceComparison:
    """What was seen: in how many pictures `of` all one face alone, and more than one; the median cosine of these faces
    with the portrait's (None without any); the spread of the lips' opening in shares of the distance of the eyes.
    """

    of: int
    seen: int
    crowded: int
    cosine: float | None
    lips: float

    def doubts(self) -> list[str]:
        """What a person has to look at, in sentences; nothing where the face is the same."""
        found = []
        if self.crowded:
            found.append(f"More than one face is seen in {self.crowded} of {self.of} pictures of the recording.")
        if self.seen < min(_LEAST_SEEN, self.of) or self.cosine is None:
            found.append(f"One face alone is seen in only {self.seen} of {self.of} pictures of the recording.")
        elif self.cosine < SAME:
            found.append(f"The faces are not alike ({self.cosine:.2f}; {SAME} is the least for the same person).")
        elif self.lips < _STILL:
            found.append("The lips hardly move in the recording: it may be a picture that is held up.")
        return found

    def told(self) -> str:
        """The figures, for the record."""
        alike = "no cosine" if self.cosine is None else f"cosine {self.cosine:.3f} (same from {SAME})"
        return f"face: {alike}, one face in {self.seen} of {self.of} pictures, lips {self.lips:.3f}"


class FaceRecogniser:
    """The recogniser in `file` and the face model in `models`. Raises `EngineFailed` for a file that is not that."""

    def __init__(self, models: Path, file: Path) -> None:
        import cv2

        self._mesh = FaceMesh(models)
        try:
            if hashlib.sha256(file.read_bytes()).hexdigest() != RECOGNISER_DIGEST:
                raise EngineFailed("photo", f"{file.name} is not the recogniser of faces that is known.")
            self._net: Any = cv2.FaceRecognizerSF.create(str(file), "")
        except (OSError, cv2.error) as error:
            raise EngineFailed("photo", f"the recogniser of faces {file.name} can not be read ({error}).") from error

    def compare(self, portrait: Sequence[Picture], recording: Iterable[Picture]) -> FaceComparison | None:
        """The faces in the RGB pictures of a recording beside that of a portrait: a picture, or several of one person.

        None where no picture of the portrait shows one face alone.
        """
        known = [found[0][0] for found in map(self._faces, portrait) if len(found) == 1]
        if not known:
            return None
        of = crowded = 0
        cosines: list[float] = []
        lips: list[float] = []
        for picture in recording:
            of += 1
            found = self._faces(picture)
            crowded += len(found) > 1
            if len(found) == 1:
                cosines.append(max(float(found[0][0] @ print_) for print_ in known))
                lips.append(found[0][1])
        middle = float(np.median(cosines)) if cosines else None
        return FaceComparison(of, len(cosines), crowded, middle, float(np.std(lips)) if lips else 0.0)

    def _faces(self, picture: Picture) -> list[tuple[NDArray[np.float64], float]]:
        """The print of every face in a picture, of length 1, and how far its lips are open."""
        found = []
        for face in self._mesh.faces(picture):
            points, sure = self._mesh.points(picture, face)
            if sure > _SURE:
                found.append((self._print(picture, face.box, points), _opening(points)))
        return found

    def _print(self, picture: Picture, box: tuple[float, ...], points: Points) -> NDArray[np.float64]:
        spots = (*_eyes(points), points[NOSE_TIP, :2], points[61, :2], points[291, :2])
        row = np.array([*box, *np.concatenate(spots), 1.0], np.float32)[None]
        # OpenCV takes pictures as blue, green, red.
        upright = self._net.alignCrop(np.ascontiguousarray(picture[..., ::-1]), row)
        told = self._net.feature(upright).ravel().astype(np.float64)
        return np.asarray(told / max(float(np.linalg.norm(told)), 1e-12), np.float64)


def film_looks(path: Path, seconds: float) -> Iterator[Picture]:
    """`LOOKS` pictures of the film at `path`, evenly over its `seconds`, read in the guarded child, as RGB.

    Raises `MediaRejected`.
    """
    from renderers.background.stills import to_rgb
    from renderers.film.footage import as_planes
    from renderers.media_film import film_pictures

    rate = Fraction(LOOKS) / Fraction(max(seconds, 0.1)).limit_denominator(1000)
    for found in film_pictures(path, seconds / LOOKS / 2, rate, range(LOOKS), (_SIDE, _SIDE)):
        yield to_rgb(as_planes(found))


def _eyes(points: Points) -> tuple[Points, Points]:
    return points[[33, 133], :2].mean(axis=0), points[[362, 263], :2].mean(axis=0)


def _opening(points: Points) -> float:
    """How far the inner lips are apart, in shares of the distance between the eyes."""
    one, other = _eyes(points)
    return float(np.linalg.norm(points[13, :2] - points[14, :2]) / max(float(np.linalg.norm(other - one)), 1e-6))
