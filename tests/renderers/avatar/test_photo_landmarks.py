"""Landmarks of a face: few or many points make the same rig, and a document that is wrong is refused in a sentence."""

from __future__ import annotations

import json

import numpy as np
import pytest

from renderers.avatar.photo.anatomy import measure
from renderers.avatar.photo.iris import find_iris
from renderers.avatar.photo.landmarks import Landmarks, heights, read_landmarks
from renderers.avatar.photo.taking import typical_face
from renderers.errors import RenderError
from tests.portraits import SIZE, drawn_landmarks, drawn_photo


def _dense(face: Landmarks) -> Landmarks:
    """The same face with many points on every curve."""

    def more(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
        at = np.linspace(points[0][0], points[-1][0], 15)
        return list(zip(at.tolist(), heights(np.array(points), at).tolist(), strict=True))

    def eye(one: object) -> dict[str, object]:
        return {"upper": more(one.upper), "lower": more(one.lower), "iris": one.iris}  # type: ignore[attr-defined]

    lips = {name: more(curve) for name, curve in vars(face.lips).items()}
    said = face.model_dump() | {"left_eye": eye(face.left_eye), "right_eye": eye(face.right_eye), "lips": lips}
    return Landmarks.model_validate(said)


def test_few_points_and_many_make_the_same_rig() -> None:
    few, many = measure(drawn_landmarks()), measure(_dense(drawn_landmarks()))
    assert few.tall == pytest.approx(many.tall, rel=0.02) and few.mouth.half == pytest.approx(many.mouth.half, rel=0.01)
    for one, other in ((few.mouth.top, many.mouth.top), (few.mouth.low, many.mouth.low)):
        assert np.abs(np.interp(few.mouth.u, many.mouth.u, other) - one).max() < 1.0
    for ours, theirs in zip(few.eyes, many.eyes, strict=True):
        assert np.abs(np.interp(ours.u, theirs.u, theirs.upper) - ours.upper).max() < 0.8


def test_a_turned_face_is_measured_as_an_upright_one() -> None:
    face = drawn_landmarks()
    angle = np.radians(20)
    cos, sin = float(np.cos(angle)), float(np.sin(angle))

    def turned(value: object) -> object:
        if isinstance(value, dict):
            return {k: v if k in ("size", "format", "origin") else turned(v) for k, v in value.items()}
        if isinstance(value, tuple) and value and isinstance(value[0], tuple):
            return tuple(turned(v) for v in value)
        if isinstance(value, tuple):
            x, y, *rest = value
            return (x * cos - y * sin + 300, x * sin + y * cos, *rest)
        return value

    upright, leaning = measure(face), measure(Landmarks.model_validate(turned(face.model_dump())))
    assert leaning.tall == pytest.approx(upright.tall, rel=0.02)
    assert leaning.mouth.half == pytest.approx(upright.mouth.half, rel=0.01)
    assert np.degrees(np.arctan2(leaning.axes.sin, leaning.axes.cos)) == pytest.approx(20, abs=0.5)


def test_landmarks_of_the_same_photo_at_another_size_are_scaled() -> None:
    document = drawn_landmarks().model_dump_json()
    doubled = read_landmarks(document, (2 * SIZE[0], 2 * SIZE[1]))
    assert doubled.nose == (400, 444) and doubled.left_eye.iris == (330, 362, 17)
    assert doubled.lips.upper[0] == (336, 516) and doubled.size == (800, 960)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"size": (400, 300)}, "placed on a picture of 400 × 300"),
        ({"nose": (200, 400)}, "follow each other"),
        ({"left_eye": drawn_landmarks().right_eye.model_dump()}, "left of the right"),
        ({"face": [(1, 1)]}, "face"),
        ({"ears": 2}, "ears"),
        ({"nose": ("a", 2)}, "nose"),
        ({"nose": (float("nan"), 2)}, "nose|JSON"),
    ],
)
def test_a_wrong_document_is_refused_in_one_sentence(change: dict[str, object], said: str) -> None:
    document = json.dumps(drawn_landmarks().model_dump(mode="json") | change)
    with pytest.raises(RenderError, match=said) as refusal:
        read_landmarks(document, SIZE, "The landmarks in face.json")
    assert str(refusal.value).startswith("The landmarks in face.json") and "\n" not in str(refusal.value)


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 30_000, " " * 70_000, "nope"])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(RenderError, match="The landmarks"):
        read_landmarks(text, SIZE)


def test_a_typical_face_to_begin_from_is_one() -> None:
    for width, height in ((100, 100), (640, 360), (300, 900)):
        face = typical_face(width, height)
        assert read_landmarks(face.model_dump_json(), (width, height)) == face
        assert measure(face).tall > 0


def test_the_iris_is_found_between_the_lids() -> None:
    for eye in (drawn_landmarks().left_eye, drawn_landmarks().right_eye):
        x, y, radius = find_iris(drawn_photo(), eye.upper, eye.lower)
        assert abs(x - eye.iris[0]) < 2.5 and abs(y - eye.iris[1]) < 4 and 5 < radius < 13
