"""Every way to a picture or a sound of a person is refused without consent; a new way has to be entered here."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from agency import __main__ as program
from agency.cast import Cast, cast_storyboard
from agency.consent_affairs import declare_own, forget_consent
from agency.consent_records import Consents
from agency.consent_use import likenesses_of, of_avatar, watching
from agency.contents import contents_of
from agency.desk import Desk
from agency.home import Home, home
from agency.likeness_making import make_likeness
from agency.listings import listing
from agency.orchestrator import Plan, build_timeline, spoken_lines
from agency.progress import Reporter, reporting
from agency.samples import voice_sample
from agency.settings import load_settings
from agency.stills import paint_stills
from agency.writing import plan_source
from renderers.avatar import Avatar
from renderers.errors import ConsentMissing
from renderers.likenesses import Likeness
from renderers.speech import SpeechRequest, Voice
from renderers.speech.likeness import LikenessSpeech, likeness_of
from renderers.takes import file_digest
from tests.agency.consents import agreed, imitated_voice
from tools.script import Line
from tools.storyboard import Scene, Storyboard

ROOT = Path(__file__).parents[2]

MAKES = {"speak", "animate", "paint_segments", "write_presenter", "use_likeness", "load_map", "cut_speech"}
"""What makes speech or pictures of whoever is cast."""

GATED = {
    ("agency/exporting.py", "write_presenter"): "watching, and through plan_source and build_timeline",
    ("agency/making.py", "paint_segments"): "watching, and through plan_source and build_timeline",
    ("agency/narrating.py", "cut_speech"): "from spoken_lines alone, after permit_cast",
    ("agency/orchestrator.py", "speak"): "after permit_cast",
    ("agency/performing.py", "animate"): "from build_timeline alone, watching; and the engine asks",
    ("agency/samples.py", "speak"): "after permit",
    ("agency/stills.py", "animate"): "after permit_cast",
    ("renderers/speech/likeness.py", "load_map"): "after permit",
    ("renderers/speech/likeness.py", "speak"): "of the built-in voice under it, after permit",
    ("renderers/speech/likeness.py", "use_likeness"): "asks itself",
    ("renderers/speech/voice_process.py", "speak"): "inside an engine's own process, for engines of no likeness",
}
"""Every call of those in the house, and what stands before it."""


def test_there_is_no_way_that_is_not_entered_here() -> None:
    found = set()
    for folder in ("agency", "tools", "renderers"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            for node in ast.walk(ast.parse(text)) if any(f"{name}(" in text for name in MAKES) else ():
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                    if name in MAKES:
                        found.add((path.relative_to(ROOT).as_posix(), name))
    assert found == set(GATED), "a way to speech or pictures came or went: gate it and enter it in GATED"


@pytest.mark.parametrize("file", ["agency/making.py", "agency/exporting.py"])
def test_painting_is_watched(file: str) -> None:
    calls = [node for node in ast.walk(ast.parse((ROOT / file).read_text())) if isinstance(node, ast.Call)]
    painting = [call for call in calls if getattr(call.func, "id", "") in ("paint_segments", "write_presenter")]
    assert painting
    for call in painting:
        last = call.args[-1]
        assert isinstance(last, ast.Call) and getattr(last.func, "id", "") == "watching"


@pytest.fixture(scope="module", autouse=True)
def registered() -> None:
    if not program.app.registered_commands:
        program._register()


@pytest.fixture
def place() -> Home:
    return home(load_settings())


@pytest.fixture
def voice(place: Home, tmp_path: Path) -> Voice:
    return imitated_voice(place, tmp_path)


@pytest.fixture
def photo(monkeypatch: pytest.MonkeyPatch) -> Avatar:
    """A presenter that shows a person."""
    monkeypatch.setattr("agency.photo_avatars.likeness_of", lambda avatar: Likeness("photo", avatar.id, "f" * 32))
    avatar = Avatar("ana", "Ana", "female", "photo", "ana", "a photo of a person", "own")
    monkeypatch.setattr("agency.cast.every_avatar", lambda: (avatar,))
    return avatar


def _board(**fields: object) -> Storyboard:
    scene = Scene(id="s1", layout="presenter", lines=(Line(id="l1", text="We are open on Monday."),))
    return Storyboard(title="Open", scenes=(scene,), resolution="540p", music="none", **fields)  # type: ignore[arg-type]


def _desk(place: Home) -> Desk:
    return Desk(load_settings(), place)


def _speak(place: Home, board: Storyboard, reporter: Reporter) -> object:
    return spoken_lines(board, cast_storyboard(board), _desk(place), reporter)


def _plan(place: Home, board: Storyboard, reporter: Reporter) -> object:
    return plan_source(board, {}, _desk(place), reporter)


def _timeline(place: Home, board: Storyboard, reporter: Reporter) -> object:
    cast = cast_storyboard(board)
    made = Plan(board, cast, {}, {}, None, None, None)  # type: ignore[arg-type]
    return build_timeline(made, _desk(place), reporter)


def _contents(place: Home, board: Storyboard, reporter: Reporter) -> object:
    cast = cast_storyboard(board)
    made = Plan(board, cast, {"l1": None}, {}, None, None, None)  # type: ignore[arg-type, dict-item]
    return contents_of(made, "p")


PYTHON: dict[str, Callable[[Home, Storyboard, Reporter], object]] = {
    "spoken_lines": _speak,
    "plan_source": _plan,
    "build_timeline": _timeline,
    "contents_of": _contents,
}


@pytest.mark.parametrize("way", PYTHON)
@pytest.mark.parametrize("who", ["voice", "avatar"])
def test_python_tools_refuse(place: Home, voice: Voice, photo: Avatar, way: str, who: str) -> None:
    board = _board(voice=voice.id) if who == "voice" else _board(avatar=photo.id)
    with reporting(quiet=True) as reporter, pytest.raises(ConsentMissing, match="nobody is known to have agreed"):
        PYTHON[way](place, board, reporter)


def test_engines_and_samples_refuse(place: Home, voice: Voice) -> None:
    with pytest.raises(ConsentMissing):
        next(iter(LikenessSpeech().speak([SpeechRequest("Hello.", voice)])))
    with pytest.raises(ConsentMissing):
        voice_sample(voice.id, place, load_settings())
    (place.previews / "voices").mkdir(parents=True)
    row = next(row for row in listing("voices", "en") if row["id"] == voice.id)
    assert not row.get("preview")


def test_stills_of_the_chat_refuse(place: Home, photo: Avatar) -> None:
    with pytest.raises(ConsentMissing):
        paint_stills(_board(avatar=photo.id), place.root / "stills", _desk(place))


@pytest.mark.parametrize("document", ["order", "storyboard", "script"])
def test_the_command_line_and_documents_refuse(place: Home, voice: Voice, tmp_path: Path, document: str) -> None:
    source, more = tmp_path / "asked.json", []
    if document == "order":
        source.write_text(json.dumps({"avatar_id": "", "script": "We are open.", "voice_id": voice.id}))
    elif document == "storyboard":
        source.write_text(_board(voice=voice.id).model_dump_json(by_alias=True))
    else:
        source, more = tmp_path / "script.txt", ["--voice", voice.id]
        source.write_text("We are open.")
    out = tmp_path / "out.mp4"
    result = CliRunner().invoke(program.app, ["make", str(source), "-o", str(out), *more])
    assert result.exit_code == 1 and "nobody is known to have agreed" in result.output and not out.exists()
    assert not list(place.productions.glob("*/drafts/*.mp4"))


def test_a_recording_is_no_likeness_before_its_speaker_agrees(place: Home, tmp_path: Path) -> None:
    (tmp_path / "me.wav").write_bytes(b"a voice")
    with pytest.raises(ConsentMissing, match="this voice"):
        make_likeness(tmp_path / "me.wav", "Me", place)
    # Declared for narration is not spoken for a likeness.
    declare_own(place, load_settings(), tmp_path / "me.wav")
    with pytest.raises(ConsentMissing):
        make_likeness(tmp_path / "me.wav", "Me", place)


def test_a_voice_with_consent_speaks_until_it_is_revoked_in_the_middle(place: Home, voice: Voice) -> None:
    record = agreed(place, likeness_of(voice))
    spoken = LikenessSpeech().speak([SpeechRequest("Hello.", voice), SpeechRequest("Goodbye.", voice)])
    assert next(spoken).samples.size
    Consents(place).revoke(record.id, "Ana")
    with pytest.raises(ConsentMissing, match="revoked"):
        next(spoken)


def test_painting_stops_with_the_next_report(place: Home, voice: Voice) -> None:
    board = _board(voice=voice.id)
    record, told = agreed(place, likeness_of(voice)), []
    watch = watching(board, cast_storyboard(board), lambda done, of: told.append(done))
    watch(1, 9)
    Consents(place).revoke(record.id, "Ana")
    with pytest.raises(ConsentMissing, match="revoked"):
        watch(2, 9)
    assert told == [1]


def test_a_map_put_in_the_place_of_another_is_refused(place: Home, voice: Voice) -> None:
    from renderers.speech.likeness_map import LikenessMap, save_map

    agreed(place, likeness_of(voice))
    folder = next(place.voices.glob("*/voice.json")).parent
    save_map(LikenessMap(2 * np.eye(40), np.zeros(40), (0.0, 1.0, 0.0, 1.0)), folder / "likeness.npz")
    with pytest.raises(ConsentMissing):
        next(iter(LikenessSpeech().speak([SpeechRequest("Hello.", voice)])))


def test_the_consent_stands_in_what_a_draft_is_made_of(place: Home, voice: Voice) -> None:
    record = agreed(place, likeness_of(voice))
    board = _board(voice=voice.id)
    cast = cast_storyboard(board)
    from renderers.colour import resolve_look

    made = Plan(board, cast, {"l1": None}, {}, None, None, resolve_look("", "", "", dark=False))  # type: ignore[arg-type, dict-item]
    part = next(part for part in contents_of(made, "p").parts if part.kind == "voice")
    assert part.consent == f"{record.id} sha256:{record.hash}"


def test_forgetting_takes_the_likeness_along(place: Home, voice: Voice) -> None:
    agreed(place, likeness_of(voice), id="consent-0000000000")
    assert forget_consent(place, "consent-0000000000", "Ana") == [voice.id]
    assert not list(place.voices.glob("*/likeness.npz"))


def test_narration_is_declared_by_whoever_brings_it_and_can_be_revoked(place: Home, tmp_path: Path) -> None:
    path = tmp_path / "me.wav"
    path.write_bytes(b"a voice")
    declare_own(place, load_settings(), path)
    declare_own(place, load_settings(), path)
    (record,) = Consents(place).all()
    assert record.way == "declared" and record.digest == file_digest(path)
    Consents(place).revoke(record.id, "Ana")
    with reporting(quiet=True) as reporter, pytest.raises(ConsentMissing, match="revoked"):
        _speak(place, _board(narration=str(path)), reporter)


def test_drawn_presenters_need_nobody_and_unknown_engines_are_refused(place: Home) -> None:
    board = _board()
    cast: Cast = cast_storyboard(board)
    assert likenesses_of(board, cast) == () and of_avatar(cast.avatar) is None
    with pytest.raises(ConsentMissing, match="can not be known"):
        of_avatar(Avatar("x", "X", "female", "somebody_elses", "x", "", ""))
    assert Fraction(board.fps) > 0
