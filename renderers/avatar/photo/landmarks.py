"""The landmarks of a face as a document: a few curves and points, found by a model or placed by hand.

Whatever finds them, the curves are resampled here, so that 468 points of a mesh and 26 set by hand feed one rig. All
positions are pixels of the upright photo, `left` and `right` are the picture's sides.
"""

from __future__ import annotations

import json
import math
from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from renderers.errors import RenderError

Number = Annotated[float, Field(ge=-1e5, le=1e5, allow_inf_nan=False)]
Point = tuple[Number, Number]
Curve = Annotated[tuple[Point, ...], Field(min_length=3, max_length=64)]
Short = Annotated[tuple[Point, ...], Field(min_length=2, max_length=64)]
MOST_BYTES = 65_536


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Eye(_Part):
    """One eye: the edges of its lids from the left corner to the right, both corners in each, and the iris."""

    upper: Curve
    lower: Curve
    iris: tuple[Number, Number, Annotated[float, Field(gt=0, le=1e4)]]


class Lips(_Part):
    """The lips from the left corner to the right: outer edges, and the inner ones, which meet where the mouth is shut.

    Without inner edges the mouth is shut along the middle between the outer ones.
    """

    upper: Curve
    lower: Curve
    inner_upper: Curve | None = None
    inner_lower: Curve | None = None


class Landmarks(_Part):
    """A face: `face` is its outline from one temple round the chin to the other, `nose` the tip of the nose and
    `nose_base` where it ends above the lips; `top` is the highest point of the head, hair, ears and all.
    """

    format: Literal[1] = 1
    size: tuple[Annotated[int, Field(ge=1, le=100_000)], Annotated[int, Field(ge=1, le=100_000)]]
    left_eye: Eye
    right_eye: Eye
    lips: Lips
    face: Annotated[tuple[Point, ...], Field(min_length=5, max_length=64)]
    nose: Point
    nose_base: Point | None = None
    left_brow: Short | None = None
    right_brow: Short | None = None
    top: Point | None = None
    origin: Literal["hand", "mesh"] = "hand"

    @model_validator(mode="after")
    def _is_a_face(self) -> Landmarks:
        left, right = (curve_middle(eye.upper + eye.lower) for eye in (self.left_eye, self.right_eye))
        mouth, chin = curve_middle(self.lips.upper + self.lips.lower), self.chin
        across = math.dist(left, right)
        if right[0] - left[0] < 0.3 * across or across < 4:
            raise ValueError("the left eye must lie to the left of the right one, with some pixels between them")
        down = (-(right[1] - left[1]) / across, (right[0] - left[0]) / across)
        heights = [(x - left[0]) * down[0] + (y - left[1]) * down[1] for x, y in (self.nose, mouth, chin)]
        if not 0 < heights[0] < heights[1] < heights[2]:
            raise ValueError("eyes, nose, mouth and chin must follow each other downwards")
        for name, curve in (("lips.upper", self.lips.upper), ("lips.lower", self.lips.lower)):
            if curve[-1][0] - curve[0][0] < 4:
                raise ValueError(f"{name} must run from the left corner of the mouth to the right one")
        return self

    @property
    def chin(self) -> tuple[float, float]:
        """The lowest point of the outline, seen upright."""
        left, right = (curve_middle(eye.upper + eye.lower) for eye in (self.left_eye, self.right_eye))
        across = (right[0] - left[0], right[1] - left[1])
        return max(self.face, key=lambda spot: spot[1] * across[0] - spot[0] * across[1])

    def scaled(self, factor: float, left: float = 0.0, top: float = 0.0) -> Landmarks:
        """The same face in a picture whose pixels are `factor` to one, cut at (`left`, `top`) of the scaled one."""

        def moved(value: Any, *, name: str = "") -> Any:  # noqa: ANN401  (parts of a document)
            if name == "iris":
                return (value[0] * factor - left, value[1] * factor - top, value[2] * factor)
            if isinstance(value, dict):
                return {key: moved(part, name=key) for key, part in value.items()}
            if isinstance(value, tuple) and value and isinstance(value[0], tuple):
                return tuple(moved(part) for part in value)
            if isinstance(value, tuple):
                return (value[0] * factor - left, value[1] * factor - top)
            return value

        said = {k: v for k, v in self.model_dump().items() if k not in ("size", "format", "origin")}
        size = tuple(max(round(side * factor), 1) for side in self.size)
        found = {key: moved(value) for key, value in said.items()}
        return Landmarks.model_validate({**found, "size": size, "origin": self.origin})


def curve_middle(points: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    """The mean of some points."""
    x, y = np.mean(np.asarray(points, np.float64), axis=0)
    return float(x), float(y)


def heights(points: NDArray[np.float64], at: NDArray[np.float64]) -> NDArray[np.float64]:
    """The second coordinate of a smooth curve through `points` (n × 2, rising in the first) at `at`.

    Outside the curve its ends go on level. Shape-preserving cubics (Fritsch and Carlson 1980): between two points the
    curve never leaves their heights.
    """
    from scipy.interpolate import PchipInterpolator

    order = np.argsort(points[:, 0], kind="stable")
    x, y = points[order, 0], points[order, 1]
    keep = np.concatenate([[True], np.diff(x) > 1e-3])
    x, y = x[keep], y[keep]
    if len(x) < 2:
        return np.full(len(at), float(y[0]))
    return np.asarray(PchipInterpolator(x, y)(np.clip(at, x[0], x[-1])), np.float64)


def read_landmarks(text: str, size: tuple[int, int], where: str = "The landmarks") -> Landmarks:
    """The landmarks in a JSON document, checked against the `size` (width, height) of the upright photo.

    Landmarks of the same photo at another size are scaled. Raises `RenderError` with one sentence.
    """
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise RenderError(f"{where}: the file is larger than {MOST_BYTES // 1024} KB, so it holds no landmarks.")
    try:
        found = Landmarks.model_validate(json.loads(text))
    except (json.JSONDecodeError, RecursionError) as error:
        place = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise RenderError(f"{where}: the file is not JSON ({place}); mend it.") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the face"
        told = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
        raise RenderError(f"{where}: {field}: {told[:1].lower()}{told[1:]}.") from error
    factor = size[0] / found.size[0]
    if abs(found.size[1] * factor - size[1]) > max(2.0, 0.01 * size[1]):
        raise RenderError(
            f"{where} were placed on a picture of {found.size[0]} × {found.size[1]} pixels, but the photo has "
            f"{size[0]} × {size[1]}; place them on the upright photo itself."
        )
    found = found if factor == 1.0 else found.scaled(factor)
    for x, y in (*found.left_eye.upper, *found.right_eye.upper, *found.lips.upper, *found.lips.lower, found.nose):
        if not (0 <= x < size[0] and 0 <= y < size[1]):
            raise RenderError(f"{where}: ({x:.0f}, {y:.0f}) lies outside the photo of {size[0]} × {size[1]} pixels.")
    return found
