from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from agency import __main__ as program
from agency.home import Home, home
from agency.likeness_making import make_likeness
from agency.listings import listing
from agency.settings import load_settings
from agency.voice_adding import add_voice, remove_voice
from agency.voice_downloads import VoiceShop
from renderers.errors import RenderError
from renderers.speech.catalogue import available, find_voice
from tests.renderers.speech.voice_models import write_kokoro, write_piper
from tools.errors import BadInput, UnknownName

NAME = "en_US-tiny-low"


@pytest.fixture
def place() -> Home:
    return home(load_settings())


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is served like the published voices."""
    root = tmp_path / "published"
    write_piper(root / "en")
    (root / "en" / "MODEL_CARD").write_text("# Tiny\n\n* License: CC0 1.0, no rights reserved\n")
    index(root)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("AGENCY_VOICES_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("AGENCY_ALLOW_PRIVATE_URLS", "1")
    yield root
    server.shutdown()
    server.server_close()


def index(root: Path) -> None:
    files = {
        str(path.relative_to(root)): {
            "size_bytes": path.stat().st_size,
            "md5_digest": hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest(),
        }
        for path in sorted(root.glob("en/*"))
    }
    (root / "voices.json").write_text(json.dumps({NAME: {"language": {"code": "en_US"}, "files": files}}))


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(program.app, arguments)
    return result.exit_code, result.output


@pytest.fixture(scope="module", autouse=True)
def registered() -> None:
    if not program.app.registered_commands:
        program._register()


def test_a_voice_is_added_listed_and_removed(tmp_path: Path, place: Home) -> None:
    code, said = run("voices", "add", "piper", str(write_piper(tmp_path)), "--gender", "female", "--json")
    (id_,) = json.loads(said)["voices"]
    voice = find_voice(id_)
    assert code == 0 and voice is not None and available(voice) and voice.gender == "female"
    assert (place.voices / id_).is_dir() and not list(place.voices.glob(".*"))
    assert next(row for row in listing("voices", "en") if row["id"] == id_)["installed"]
    code, said = run("voices", "remove", id_)
    assert code == 0 and find_voice(id_) is None and not list(place.voices.iterdir())
    assert run("voices", "remove", id_)[0] == 1


def test_the_voices_of_a_kokoro_file_are_added_together(tmp_path: Path, place: Home) -> None:
    made = add_voice("kokoro", [str(path) for path in write_kokoro(tmp_path)], place)
    assert [voice.id for voice in made] == ["kokoro-af-test", "kokoro-bm-test"]
    assert remove_voice("kokoro-af-test", place) and find_voice("kokoro-bm-test") is None


@pytest.mark.parametrize(
    ("kind", "names", "why"),
    [
        ("piper", ["none.onnx"], "no file"), ("piper", ["text.txt"], r"\.onnx file"), ("piper", ["bad.onnx"], "json"),
        ("kokoro", ["bad.onnx"], "give both"), ("coqui", ["text.txt"], "not a Coqui voice"), ("espeak", [], "no kind"),
    ],
)  # fmt: skip
def test_what_is_no_voice_is_refused(tmp_path: Path, place: Home, kind: str, names: list[str], why: str) -> None:
    for name in ("text.txt", "bad.onnx"):
        (tmp_path / name).write_text("no model")
    with pytest.raises((BadInput, UnknownName, RenderError), match=why):
        add_voice(kind, [str(tmp_path / name) for name in names], place)
    assert not place.voices.exists() or not list(place.voices.iterdir())


def test_a_voice_is_got_after_it_was_told_what_it_is(shop: Path, place: Home) -> None:
    offer = VoiceShop(load_settings()).offer(NAME)
    assert offer.licence == "CC0 1.0, no rights reserved" and offer.language == "en_US"
    assert offer.size == sum(path.stat().st_size for path in shop.glob("en/*.onnx*"))
    code, said = run("voices", "get", NAME)
    assert code == 1 and "CC0" in said and "--yes" in said and not place.voices.exists()
    heard: list[tuple[int, int]] = []
    voice = VoiceShop(load_settings()).download(offer, place, lambda done, size: heard.append((done, size)))
    assert heard[-1] == (offer.size, offer.size) and available(voice)
    assert voice.licence == "CC0 1.0, no rights reserved"


def test_a_file_that_is_not_the_one_that_was_offered_is_not_kept(shop: Path, place: Home) -> None:
    offer = VoiceShop(load_settings()).offer(NAME)
    model = shop / "en" / f"{NAME}.onnx"
    content = bytearray(model.read_bytes())
    content[100] ^= 1
    model.write_bytes(content)
    with pytest.raises(BadInput, match="checksum"):
        VoiceShop(load_settings()).download(offer, place, lambda *_: None)
    model.unlink()
    with pytest.raises(BadInput, match="404"):
        VoiceShop(load_settings()).download(offer, place, lambda *_: None)
    assert not place.voices.exists() or not list(place.voices.iterdir())


def test_an_unknown_name_has_near_ones(shop: Path) -> None:
    with pytest.raises(UnknownName, match=f"Did you mean {NAME}"):
        VoiceShop(load_settings()).offer("en_US-tiny-high")
    (shop / "voices.json").write_text('{"en_US-tiny-low": 3}')
    with pytest.raises(BadInput, match="can not be read"):
        VoiceShop(load_settings()).offer(NAME)


def test_a_closed_network_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENCY_VOICES_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AGENCY_ALLOW_PRIVATE_URLS", "1")
    code, said = run("voices", "get", NAME, "--yes")
    assert code == 1 and len(said.strip().splitlines()) == 1 and "voices add piper" in said


def test_a_likeness_needs_consent_a_name_and_a_recording(tmp_path: Path, place: Home) -> None:
    with pytest.raises(BadInput, match="no file"):
        make_likeness(tmp_path / "me.wav", "Me", place)
    with pytest.raises(BadInput, match="no name"):
        make_likeness(tmp_path / "me.wav", "…", place)
    with pytest.raises(UnknownName, match="no built-in voice"):
        make_likeness(tmp_path / "me.wav", "Me", place, voice="nobody")
    (tmp_path / "me.wav").write_bytes(b"a voice")
    code, said = run("voice", "likeness", str(tmp_path / "me.wav"), "--name", "Me")
    assert code == 1 and "consent" in said and len(said.strip().splitlines()) == 1
    assert run("voice", "likeness", "x", "--name", "x", "--show-text")[1].startswith("This is my own voice")
