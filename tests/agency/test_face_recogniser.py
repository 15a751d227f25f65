"""The recogniser of faces: the same face passes; another, a still one, and all without it wait for a person."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from agency.face_recogniser import NO_MODEL, face_findings, get_recogniser, offer_recogniser, recogniser_of
from agency.home import Home, home
from agency.settings import load_settings
from renderers.avatar.photo import same_face
from renderers.avatar.photo.face_mesh import DETECTOR, MESH, Found
from tests.renderers.test_inspection import film
from tools.errors import BadInput

SIDE = 240


@pytest.fixture
def place() -> Home:
    return home(load_settings())


@pytest.fixture
def recogniser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A network with the inputs and outputs of SFace that tells a face by its light and dark parts."""
    generator = np.random.default_rng(3)
    mixed = numpy_helper.from_array(generator.normal(0, 1, (48, 128)).astype(np.float32), "mixed")
    nodes = [
        helper.make_node("AveragePool", ["data"], ["small"], kernel_shape=[28, 28], strides=[28, 28]),
        helper.make_node("Sub", ["small", "grey"], ["level"]),
        helper.make_node("Flatten", ["level"], ["flat"]),
        helper.make_node("MatMul", ["flat", "mixed"], ["fc1"]),
    ]
    graph = helper.make_graph(
        nodes,
        "faces",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, [1, 3, 112, 112])],
        [helper.make_tensor_value_info("fc1", TensorProto.FLOAT, [1, 128])],
        [mixed, numpy_helper.from_array(np.full((1, 3, 1, 1), 120, np.float32), "grey")],
    )
    file = tmp_path / same_face.RECOGNISER
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)], ir_version=7), str(file))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    for module in ("agency.face_recogniser", "renderers.avatar.photo.same_face"):
        monkeypatch.setattr(f"{module}.RECOGNISER_DIGEST", digest)
    return file


class Mesh:
    """A stand-in for the face model: one face fills the picture, two where a white mark is in the corner."""

    def __init__(self, _: Path) -> None:
        pass

    def faces(self, picture: NDArray[np.uint8]) -> list[Found]:
        high, wide = picture.shape[:2]
        one = Found((0, 0, wide, high), ((wide * 0.35, high * 0.4), (wide * 0.65, high * 0.4)), 0.9)
        return [one] * (2 if picture[2:8, 2:8].mean() > 220 else 1)

    def points(self, picture: NDArray[np.uint8], _: Found) -> tuple[NDArray[np.float64], float]:
        high, wide = picture.shape[:2]
        points = np.zeros((468, 3))
        spots = {33: (0.3, 0.4), 133: (0.4, 0.4), 362: (0.6, 0.4), 263: (0.7, 0.4), 4: (0.5, 0.6), 61: (0.37, 0.78),
                 291: (0.63, 0.78), 13: (0.5, 0.77)}  # fmt: skip
        for index, (x, y) in spots.items():
            points[index, :2] = x * wide, y * high
        # The lower lip stands where a bright strip says.
        points[14, :2] = 0.5 * wide, (0.77 + 0.1 * float(picture[-6:].mean()) / 255) * high
        return points, 0.95


@pytest.fixture
def models(place: Home, recogniser: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setattr(same_face, "FaceMesh", Mesh)
    (place.root / "models" / "face").mkdir(parents=True)
    for name in (DETECTOR, MESH):
        (place.root / "models" / "face" / name).write_bytes(b"")
    get_recogniser(place, load_settings(), recogniser)
    return place


def _face(seed: int) -> NDArray[np.uint8]:
    rough = np.random.default_rng(seed).integers(20, 200, (4, 4)).astype(np.uint8)
    return np.kron(rough, np.ones((SIDE // 4, SIDE // 4), np.uint8))


def _photo(path: Path, seed: int) -> Path:
    Image.fromarray(np.stack([_face(seed)] * 3, axis=2)).save(path)
    return path


def _film(path: Path, seed: int, *, talks: bool = True, crowded: bool = False) -> Path:
    def picture(number: int) -> NDArray[np.uint8]:
        face = _face(seed).copy()
        face[-10:] = 30 + (170 * (number // 3 % 2) if talks else 0)
        if crowded:
            face[:12, :12] = 235
        return face

    return film(path, 36, picture)


def test_the_same_face_is_told_with_its_figures_and_another_waits(models: Home, tmp_path: Path) -> None:
    photo = _photo(tmp_path / "ana.png", 1)
    doubts, told = face_findings(photo, _film(tmp_path / "own.mp4", 1), models)
    assert doubts == [] and "one face in 12 of 12 pictures" in told[0]
    doubts, told = face_findings(photo, _film(tmp_path / "hers.mp4", 2), models)
    assert len(doubts) == 1 and "not alike" in doubts[0] and "cosine" in told[0]


def test_a_picture_held_up_and_two_faces_wait_for_a_person(models: Home, tmp_path: Path) -> None:
    photo = _photo(tmp_path / "ana.png", 1)
    doubts, _ = face_findings(photo, _film(tmp_path / "still.mp4", 1, talks=False), models)
    assert len(doubts) == 1 and "lips hardly move" in doubts[0]
    doubts, _ = face_findings(photo, _film(tmp_path / "two.mp4", 1, crowded=True), models)
    assert any("More than one face is seen in 12 of 12" in doubt for doubt in doubts)


def test_a_film_of_the_person_serves_as_a_sample(models: Home, tmp_path: Path) -> None:
    sample = _film(tmp_path / "sample.mp4", 1)
    assert face_findings(sample, _film(tmp_path / "own.mp4", 1), models)[0] == []
    assert "not alike" in face_findings(sample, _film(tmp_path / "hers.mp4", 2), models)[0][0]


def test_without_the_model_a_person_looks_and_no_figure_is_told(place: Home, recogniser: Path, tmp_path: Path) -> None:
    assert recogniser_of(place) is None
    photo = _photo(tmp_path / "ana.png", 1)
    assert face_findings(photo, tmp_path / "own.mp4", place) == ([NO_MODEL], [])
    get_recogniser(place, load_settings(), recogniser)
    # The recogniser alone finds no faces.
    assert face_findings(photo, tmp_path / "own.mp4", place) == ([NO_MODEL], [])


def test_only_the_file_that_was_offered_is_kept(place: Home, tmp_path: Path) -> None:
    assert "38.7 MB" in offer_recogniser() and "Apache" in offer_recogniser()
    wrong = tmp_path / same_face.RECOGNISER
    wrong.write_bytes(b"something else")
    with pytest.raises(BadInput, match="not the recogniser"):
        get_recogniser(place, load_settings(), wrong)
    with pytest.raises(BadInput, match="There is no recogniser"):
        get_recogniser(place, load_settings(), tmp_path / "nowhere.onnx")
    assert recogniser_of(place) is None
