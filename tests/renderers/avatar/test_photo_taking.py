"""Photos as people bring them: read with care, judged, and told in plain words what would be better."""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from renderers.avatar.photo import face_mesh, matting
from renderers.avatar.photo.face_mesh import DETECTOR, MESH, FaceMesh, Found, models_in
from renderers.avatar.photo.landmarks import Landmarks
from renderers.avatar.photo.quality import judge, judge_faces
from renderers.avatar.photo.taking import take_portrait
from renderers.errors import EngineFailed, MediaRejected, RenderError
from tests.portraits import SIZE, drawn_landmarks, drawn_photo, write_photo


def _advice(picture: np.ndarray | None = None, face: Landmarks | None = None, *, person: bool = True) -> str:
    told = judge(drawn_photo() if picture is None else picture, face or drawn_landmarks(), person=person)
    return told.refusal or " ".join(told.advice)


def test_a_good_photo_becomes_a_portrait_and_is_only_said_to_be_small(tmp_path: Path) -> None:
    photo, landmarks = write_photo(tmp_path)
    taken = take_portrait(photo, "person", landmarks)
    assert np.array_equal(taken.portrait.picture, drawn_photo()) and taken.portrait.likeness and not taken.looked
    assert [sentence[:12] for sentence in taken.advice] == ["The face is "]
    matte = taken.portrait.matte
    assert matte[200, 200] == 255 == matte[440, 200] and matte[20, 20] == 0 == matte[100, 380]


def test_without_the_model_it_says_what_to_get_and_what_works_now(tmp_path: Path) -> None:
    photo, _ = write_photo(tmp_path)
    with pytest.raises(RenderError, match=r"agency avatar model get.*--landmarks FILE"):
        take_portrait(photo)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.png", b"", "empty"),
        ("b.png", b"not a picture", "not a picture"),
        ("c.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
    ],
)
def test_what_is_no_picture_is_refused_in_a_line(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    _, landmarks = write_photo(tmp_path)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(MediaRejected, match=said) as refusal:
        take_portrait(tmp_path / name, "person", landmarks)
    assert "\n" not in str(refusal.value)


def test_a_damaged_photo_is_refused(tmp_path: Path) -> None:
    photo, landmarks = write_photo(tmp_path)
    photo.write_bytes(photo.read_bytes()[:20_000])
    with pytest.raises(MediaRejected, match="damaged"):
        take_portrait(photo, "person", landmarks)


def test_a_picture_of_20000_by_20000_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    _, landmarks = write_photo(tmp_path)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0))
    body = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    (tmp_path / "huge.png").write_bytes(body)
    with pytest.raises(MediaRejected, match="pixels than are read"):
        take_portrait(tmp_path / "huge.png", "person", landmarks)


def test_of_a_moving_picture_the_first_frame_is_taken(tmp_path: Path) -> None:
    _, landmarks = write_photo(tmp_path)
    first = Image.fromarray(drawn_photo())
    first.save(tmp_path / "moving.gif", save_all=True, append_images=[Image.new("RGB", SIZE, "red")], duration=100)
    taken = take_portrait(tmp_path / "moving.gif", "drawing", landmarks)
    assert any("first frame" in sentence for sentence in taken.advice)
    assert np.abs(taken.portrait.picture.astype(int) - drawn_photo()).mean() < 8


def test_ink_colours_and_turned_photos_come_out_right(tmp_path: Path) -> None:
    _, landmarks = write_photo(tmp_path)
    Image.fromarray(drawn_photo()).convert("CMYK").save(tmp_path / "ink.jpg", quality=95)
    inked = take_portrait(tmp_path / "ink.jpg", "person", landmarks).portrait.picture
    turned = Image.fromarray(drawn_photo()).transpose(Image.Transpose.ROTATE_90)
    exif = turned.getexif()
    exif[0x0112] = 6
    turned.save(tmp_path / "turned.jpg", quality=95, exif=exif)
    upright = take_portrait(tmp_path / "turned.jpg", "person", landmarks).portrait.picture
    for picture in (inked, upright):
        assert picture.shape == drawn_photo().shape
        assert np.abs(picture.astype(int) - drawn_photo()).mean() < 8


def test_a_photo_that_is_cut_out_already_stays_so(tmp_path: Path) -> None:
    _, landmarks = write_photo(tmp_path)
    alpha = np.zeros(SIZE[::-1], np.uint8)
    cv2.ellipse(alpha, (200, 240), (130, 200), 0, 0, 360, 255, -1)
    Image.fromarray(np.dstack([drawn_photo(), alpha])).save(tmp_path / "cut.png")
    taken = take_portrait(tmp_path / "cut.png", "person", landmarks)
    assert np.abs(taken.portrait.matte.astype(int) - alpha).max() <= 1


def test_how_a_photo_could_be_better_is_said() -> None:
    large = cv2.resize(drawn_photo(), None, fx=2.0, fy=2.0, interpolation=cv2.INTER_CUBIC)
    face = drawn_landmarks().scaled(2.0)
    assert _advice(large, face) == ""
    assert "blurred" in _advice(cv2.GaussianBlur(large, (0, 0), 7), face)
    assert "dark" in _advice((large * 0.2).astype(np.uint8), face)
    assert "overexposed" in _advice(np.clip(large.astype(int) + 110, 0, 255).astype(np.uint8), face)
    opened = face.lips.model_copy(update={"inner_lower": ((340.0, 516.0), (400.0, 536.0), (460.0, 516.0))})
    assert "mouth is open" in _advice(large, face.model_copy(update={"lips": opened}))
    hand = large.copy()
    cv2.circle(hand, (400, 560), 100, (60, 90, 200), -1)
    assert "cover the mouth" in _advice(hand, face) and "cover" not in _advice(hand, face, person=False)
    masked = large.copy()
    masked[450:] = 235
    assert "cover the mouth" in _advice(masked, face)
    assert "top of the head" in _advice(large[280:], face.scaled(1.0, 0, 280))


def test_what_can_not_be_moved_is_refused() -> None:
    tiny = cv2.resize(drawn_photo(), None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    assert "only 40 pixels wide" in _advice(tiny, drawn_landmarks().scaled(0.25))
    face = drawn_landmarks()
    assert "from the side" in _advice(None, face.model_copy(update={"nose": (270.0, 222.0)}))
    assert "turned far" in _advice(None, face.model_copy(update={"nose": (248.0, 222.0)}))
    assert "chin is cut off" in _advice(drawn_photo()[:300])


def test_no_face_and_several_faces_are_told_apart() -> None:
    assert "No face" in judge_faces([]).refusal and "3 faces" in judge_faces([100, 90, 61]).refusal
    assert not judge_faces([100]).advice and not judge_faces([100, 50]).refusal
    assert "background" in judge_faces([100, 50]).advice[0]


class _Net:
    """Stands for a network of OpenCV's: answers from what it was shown."""

    def __init__(self, answer: object) -> None:
        self._answer, self._shown = answer, np.zeros(0)

    def setInput(self, shown: np.ndarray) -> None:
        self._shown = shown

    def forward(self, names: list[str]) -> list[np.ndarray]:
        return self._answer(self._shown[0])[: len(names)]  # type: ignore[operator,no-any-return]


def _boxes(shown: np.ndarray) -> list[np.ndarray]:
    """One face where the picture is brightest: anchor 2 · (16 · row + column), box of 64, eyes 10 beside the middle."""
    y, x = np.unravel_index(np.argmax(shown.sum(axis=0)), shown.shape[1:])
    boxes, scores = np.zeros((1, 896, 16), np.float32), np.full((1, 896, 1), -9.0, np.float32)
    row, column = int(y) // 16, int(x) // 16
    at = 2 * (16 * row + column)
    dx, dy = float(x) - (column * 16 + 8), float(y) - (row * 16 + 8)
    boxes[0, at, :8] = [dx, dy, 64, 64, dx - 10, dy - 8, dx + 10, dy - 8]
    scores[0, at] = 3.0
    return [boxes, scores]


def _points(shown: np.ndarray) -> list[np.ndarray]:
    """All points on the brightest spot, but for eyes and a rim that keep the region as it is."""
    y, x = np.unravel_index(np.argmax(shown.sum(axis=0)), shown.shape[1:])
    flat = np.zeros((468, 3), np.float32)
    flat[:, :2] = (x, y)
    flat[33, :2], flat[263, :2] = (x - 40, y - 30), (x + 40, y - 30)
    flat[10, :2], flat[152, :2] = (x, y - 64), (x, y + 64)
    return [flat.reshape(1, 1404, 1, 1), np.full((1, 1), 4.0, np.float32)]


@pytest.fixture
def mesh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FaceMesh:
    nets = {DETECTOR: _Net(_boxes), MESH: _Net(_points)}
    monkeypatch.setattr(face_mesh, "_network", lambda path: nets[path.name])
    return FaceMesh(tmp_path)


@pytest.mark.parametrize(("width", "height", "x", "y"), [(400, 300, 120, 90), (300, 640, 200, 430), (90, 90, 50, 41)])
def test_a_face_is_found_where_it_is_in_pictures_of_any_shape(
    mesh: FaceMesh, width: int, height: int, x: int, y: int
) -> None:
    picture = np.zeros((height, width, 3), np.uint8)
    size = max(width, height) // 60
    cv2.circle(picture, (x, y), size, (250, 250, 250), -1)
    picture = cv2.GaussianBlur(picture, (0, 0), max(size / 2, 1))
    (found,) = mesh.faces(picture)
    unit = max(width, height) / 256
    assert found.box[2] == pytest.approx(64 * unit) and found.score == pytest.approx(0.9526, abs=1e-3)
    assert found.box[0] + found.box[2] / 2 == pytest.approx(x, abs=3 * unit)
    assert found.box[1] + found.box[3] / 2 == pytest.approx(y, abs=3 * unit)
    points, score = mesh.points(picture, found)
    assert score > 0.9 and np.abs(points[4, :2] - (x, y)).max() < 3 * unit


def test_faces_that_lie_on_each_other_are_one(mesh: FaceMesh, monkeypatch: pytest.MonkeyPatch) -> None:
    def twice(shown: np.ndarray) -> list[np.ndarray]:
        boxes, scores = _boxes(shown)
        at = int(np.argmax(scores))
        boxes[0, at + 1], scores[0, at + 1] = boxes[0, at] * 1.02, 2.0
        return [boxes, scores]

    monkeypatch.setattr(mesh, "_detector", _Net(twice))
    picture = np.zeros((256, 256, 3), np.uint8)
    picture[100:104, 60:64] = 255
    assert len(mesh.faces(picture)) == 1


def test_pets_and_drawings_without_a_persons_face_are_nobodys_likeness(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, landmarks = write_photo(tmp_path)
    seen: list[Found] = []
    monkeypatch.setattr(matting, "cut_out", lambda picture, face: np.zeros(picture.shape[:2], np.uint8))
    monkeypatch.setattr(FaceMesh, "__init__", lambda self, folder: None)
    monkeypatch.setattr(FaceMesh, "faces", lambda self, picture: seen)
    monkeypatch.setattr(FaceMesh, "points", lambda self, picture, face: (np.zeros((468, 3)), face.score))
    assert not take_portrait(photo, "pet", landmarks, tmp_path).portrait.likeness
    assert take_portrait(photo, "person", landmarks, tmp_path).portrait.likeness
    # Where nobody has looked, nobody knows.
    assert take_portrait(photo, "pet", landmarks).portrait.likeness
    seen.append(Found((100, 100, 100, 100), ((120, 130), (170, 130)), 0.9))
    assert take_portrait(photo, "drawing", landmarks, tmp_path).portrait.likeness
    seen[0] = replace(seen[0], score=0.2)
    assert not take_portrait(photo, "drawing", landmarks, tmp_path).portrait.likeness
    with pytest.raises(MediaRejected, match="No face"):
        take_portrait(photo, "person", None, tmp_path)


def test_a_face_that_looks_away_is_not_taken_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photo, _ = write_photo(tmp_path)
    front = Found((120, 90, 160, 160), ((165, 181), (235, 181)), 0.9)
    small = Found((20, 20, 60, 60), ((38, 55), (62, 55)), 0.9)
    points, sure = np.zeros((468, 3)), {id(front): 0.999, id(small): 0.999}

    def seen(face: Found) -> np.ndarray:
        made = points.copy()
        made[:, 0] = np.linspace(face.box[0], face.box[0] + face.box[2], 468)
        for corners, eye in zip(((33, 133), (362, 263)), face.eyes, strict=True):
            made[list(corners), :2] = eye
        return made

    found = [front, small]
    monkeypatch.setattr(FaceMesh, "__init__", lambda self, folder: None)
    monkeypatch.setattr(FaceMesh, "faces", lambda self, picture: found)
    monkeypatch.setattr(FaceMesh, "points", lambda self, picture, face: (seen(face), sure[id(face)]))
    monkeypatch.setattr(FaceMesh, "landmarks", lambda self, picture, face: drawn_landmarks())
    assert "background" in take_portrait(photo, "person", None, tmp_path).advice[0]
    # A profile: the mesh is less sure than of any front, or lies beside the eyes that the detector saw.
    sure[id(front)] = 0.89
    with pytest.raises(MediaRejected, match="seen from the side"):
        take_portrait(photo, "person", None, tmp_path)
    sure[id(front)] = 0.999
    found[0] = replace(front, eyes=((205, 181), (275, 181)))
    sure[id(found[0])] = 0.999
    monkeypatch.setattr(FaceMesh, "points", lambda self, picture, face: (seen(front), sure[id(face)]))
    with pytest.raises(MediaRejected, match="seen from the side"):
        take_portrait(photo, "person", None, tmp_path)


def test_files_that_are_not_the_model_are_refused(tmp_path: Path) -> None:
    assert models_in(tmp_path) is None
    for name in (DETECTOR, MESH):
        (tmp_path / name).write_bytes(b"TFL3")
    assert models_in(tmp_path) == tmp_path
    with pytest.raises(EngineFailed, match=DETECTOR):
        FaceMesh(tmp_path)


def test_landmarks_that_can_not_be_read_are_told(tmp_path: Path) -> None:
    photo, landmarks = write_photo(tmp_path)
    with pytest.raises(RenderError, match="no file of landmarks"):
        take_portrait(photo, "person", tmp_path / "none.json")
    landmarks.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RenderError, match="no text"):
        take_portrait(photo, "person", landmarks)
    landmarks.write_text(json.dumps({"size": [1, 1]}))
    with pytest.raises(RenderError, match=r"The landmarks in landmarks\.json"):
        take_portrait(photo, "person", landmarks)
