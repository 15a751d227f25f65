from __future__ import annotations

import json
import os
import time
from pathlib import Path

import numpy as np
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from agency import __main__ as program
from agency import consent_page
from agency.consent import require_consent
from agency.consent_affairs import affected_productions, drop_old_recordings
from agency.consent_hearing import drop_recording, hear_consent, keep_recording, raw_folder, spoken_words
from agency.consent_page import consent_routes
from agency.consent_records import Consents
from agency.consent_requests import ConsentRequest, start_request
from agency.consent_wish import consent_wish, phone_address, qr_code
from agency.database import opened
from agency.errors import ConsentRefused
from agency.home import Home, home
from agency.settings import load_settings
from renderers.errors import ConsentMissing, MediaRejected
from renderers.likenesses import Likeness
from renderers.takes import file_digest
from tests.agency.consents import agreed, read_aloud
from tests.renderers.speech.recordings import write_wav

WORDS = ("basketball", "unicorn", "wednesday", "jellyfish", "parachute")
STATEMENT = "I am Ana Silva. I agree that videos are made with my voice."


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setattr("agency.consent_requests._drawn", lambda: WORDS)
    return home(load_settings())


@pytest.fixture(scope="module", autouse=True)
def registered() -> None:
    if not program.app.registered_commands:
        program._register()


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A sample of a voice, the statement and the words read by it, and by another voice."""
    folder = tmp_path_factory.mktemp("recordings")
    read = [STATEMENT, ", ".join(WORDS) + "."]
    return {
        "sample": read_aloud(["These days a chicken leg is a rare dish.", "Rice is often served in round bowls."],
                             folder / "sample.wav"),
        "own": read_aloud(read, folder / "own.wav"),
        "hers": read_aloud(read, folder / "hers.wav", gender="female"),
        "short": read_aloud([STATEMENT, ", ".join(WORDS[:4]) + "."], folder / "short.wav"),
    }  # fmt: skip


def _asked(place: Home, recordings: dict[str, Path], kind: str = "voice") -> ConsentRequest:
    return start_request(place, kind, recordings["sample"], "Ana Silva", "you")


def test_a_true_reading_by_the_same_voice_passes_once(place: Home, recordings: dict[str, Path]) -> None:
    asked = _asked(place, recordings)
    heard = hear_consent(asked, recordings["own"], place, load_settings())
    assert heard.outcome == "pass" and heard.record is not None
    record = require_consent(Likeness("voice", "any", file_digest(recordings["sample"])))
    assert record == heard.record and record.passcode == asked.proof and record.way == "spoken"
    assert not any(word in record.model_dump_json() for word in WORDS)
    assert not raw_folder(place, asked.id).exists() and recordings["own"].is_file()
    with pytest.raises(ConsentRefused, match="answered already"):
        hear_consent(asked, recordings["own"], place, load_settings())
    # The same recording, where by chance the same words are asked for again.
    again = hear_consent(_asked(place, recordings), recordings["own"], place, load_settings())
    assert again.outcome == "reject" and "given before" in again.sentences[0]


def test_another_voice_and_every_face_are_looked_at_by_a_person(place: Home, recordings: dict[str, Path]) -> None:
    asked = _asked(place, recordings)
    heard = hear_consent(asked, recordings["hers"], place, load_settings())
    assert heard.outcome == "review" and any("sample" in sentence for sentence in heard.sentences)
    kept = next(raw_folder(place, asked.id).iterdir())
    assert kept.read_bytes() == recordings["hers"].read_bytes() and kept.stat().st_mode & 0o777 == 0o600
    with pytest.raises(ConsentMissing, match="waits"):
        require_consent(Likeness("voice", "any", asked.digest))
    Consents(place).decide(asked.id, "Mia", approve=True, days=10)
    drop_recording(place, asked.id)
    assert require_consent(Likeness("voice", "any", asked.digest)).reviewer == "Mia"
    assert not raw_folder(place, asked.id).exists()


def test_three_wrong_readings_end_a_request(
    place: Home, recordings: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _asked(place, recordings)
    again = hear_consent(asked, recordings["short"], place, load_settings())
    assert again.outcome == "again" and again.left == 2 and again.words == WORDS
    (tmp_path / "no.wav").write_bytes(b"RIFF no sound")
    with pytest.raises(MediaRejected):
        hear_consent(asked, tmp_path / "no.wav", place, load_settings())
    last = hear_consent(
        asked, write_wav(tmp_path / "quiet.wav", np.zeros(4 * 48000, np.float32)), place, load_settings()
    )
    assert last.outcome == "reject" and "last of the tries" in last.sentences[-1]
    with pytest.raises(ConsentRefused):
        hear_consent(asked, recordings["own"], place, load_settings())
    assert Consents(place).all() == []


def test_recordings_that_nobody_looks_at_are_deleted(place: Home, recordings: dict[str, Path]) -> None:
    waiting = agreed(place, Likeness("photo", "ana", "a" * 32), outcome="review", expires_at="")
    decided = agreed(place, Likeness("photo", "eva", "b" * 32))
    for one in (waiting, decided):
        keep_recording(place, one.id, recordings["short"])
    (raw_folder(place, waiting.id).parent / "incoming-x.webm").write_bytes(b"x")
    drop_old_recordings(place, 14)
    assert [path.name for path in (place.root / "consents").iterdir()] == [waiting.id]
    old = time.time() - 15 * 24 * 3600
    os.utime(raw_folder(place, waiting.id), (old, old))
    drop_old_recordings(place, 14)
    assert list((place.root / "consents").iterdir()) == []
    assert Consents(place).find(waiting.id).outcome == "reject"


def test_the_flow_on_the_command_line(place: Home, recordings: dict[str, Path]) -> None:
    def run(*words: str, code: int = 0) -> str:
        found = CliRunner().invoke(program.app, ["consent", *words])
        assert found.exit_code == code, found.output
        return found.output

    sample = str(recordings["sample"])
    assert "Nobody was asked yet" in run("list")
    asked = json.loads(run("start", "photo", sample, "--name", "Ana Silva", "--link", "https://here.example", "--json"))
    assert asked["words"] == list(WORDS) and asked["address"].startswith("https://here.example/consent/")
    assert asked["consent"] in run("list") and "3 tries left" in run("list")
    open_ = json.loads(run("list", "--json"))["asked"]
    assert [one["consent"] for one in open_] == [asked["consent"]] and "words" not in open_[0]
    assert "Nobody has read it yet" in run("show", asked["consent"])
    assert "no file 'nowhere.wav'" in run("record", asked["consent"], "nowhere.wav", code=1)
    assert "3 tries left" in run("list"), "a name that is mistyped costs none of the tries"
    # One word of the statement is another, which is let pass.
    assert "waits for somebody" in run("record", asked["consent"], str(recordings["own"]))
    assert asked["consent"] in run("list") and "To look at" in run("show", asked["consent"])
    assert "recording was deleted" in run("approve", asked["consent"], "--by", "Mia")
    shown = json.loads(run("show", asked["consent"], "--json"))
    assert shown["state"] == "valid" and shown["record"]["reviewer"] == "Mia"
    drafts = place.production("spring-1") / "drafts"
    drafts.mkdir(parents=True)
    part = {"kind": "presenter", "name": "Ana", "consent": f"{asked['consent']} sha256:{shown['hash']}"}
    (drafts / "1.provenance.json").write_text(json.dumps({"contents": {"parts": [part, {"kind": "logo"}]}}))
    assert affected_productions(place, {asked["consent"]}) == ["spring-1"]
    assert "spring-1" in run("revoke", asked["consent"])
    run("forget", asked["consent"], "--yes")
    assert "Nobody was asked" in run("list", "--all")
    declared = json.loads(run("declare", sample, "--name", "Eva", "--yes", "--json"))
    assert declared["way"] == "declared" and declared["kind"] == "footage"


def test_the_page_reaches_its_one_request_only(
    place: Home, recordings: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = FastAPI()
    app.include_router(consent_routes(place, load_settings()))
    client = TestClient(app)
    asked = _asked(place, recordings)
    page = client.get(f"/consent/{asked.secret}")
    assert page.status_code == 200 and asked.statement in page.text and ", ".join(WORDS) in page.text
    assert page.headers["cache-control"] == "no-store" and "{{" not in page.text
    assert asked.id not in page.text and asked.sample not in page.text and asked.digest not in page.text
    assert (
        client.post(f"/consent/{asked.secret}", content=b"x", headers={"content-type": "text/html"}).status_code == 415
    )
    now = client.get(f"/consent/{asked.secret}/state").json()
    assert now == {"state": "open", "told": "", "tries_left": 3, "words": ", ".join(WORDS)}
    monkeypatch.setattr(consent_page, "LARGEST", 10)
    sound = {"content-type": "audio/wav"}
    assert client.post(f"/consent/{asked.secret}", content=b"x" * 11, headers=sound).status_code == 413
    monkeypatch.undo()
    far = {**sound, "sec-fetch-site": "cross-site"}
    assert client.post(f"/consent/{asked.secret}", content=b"x", headers=far).status_code == 403
    told = client.post(f"/consent/{asked.secret}", content=recordings["own"].read_bytes(), headers=sound).json()
    assert told["outcome"] == "pass"
    assert list((place.root / "consents").iterdir()) == []
    over = client.get(f"/consent/{asked.secret}")
    assert over.status_code == 410 and "width=device-width" in over.text
    answers = [client.get(f"/consent/{number:032}").status_code for number in range(consent_page.MOST_MISSES + 1)]
    assert set(answers[:-1]) == {404} and answers[-1] == 429


def test_a_name_is_shown_as_text(place: Home, recordings: dict[str, Path]) -> None:
    asked = start_request(place, "voice", recordings["sample"], "<script>alert(1)</script>", "you")
    app = FastAPI()
    app.include_router(consent_routes(place, load_settings()))
    assert "<script>alert" not in TestClient(app).get(f"/consent/{asked.secret}").text
    with opened(place.database) as db:
        assert asked.id in str([tuple(row) for row in db.execute("SELECT id FROM consent_requests")])


def test_what_is_asked_in_the_chat() -> None:
    files = {"ana.jpg": "/x/ana.jpg"}
    assert consent_wish("Please ask for the consent of Ana Silva.", files) == ("Ana Silva", "photo", "/x/ana.jpg")
    assert consent_wish("record the consent of Ana", {"a.m4a": "/x/a.m4a"}) == ("Ana", "voice", "/x/a.m4a")
    assert consent_wish("get consent from Ana", {"a.txt": "/x/a.txt"}) == ("Ana", "", "")
    for text in ("A video about consent of patients", "Ask for the order", "Make it shorter"):
        assert consent_wish(text, files) is None
    assert qr_code("https://here.example/consent/x").startswith("data:image/svg+xml")


@pytest.mark.parametrize(
    ("served", "opened", "address", "reached"),
    [
        ("https://studio.example", "", "https://studio.example/consent/x", True),
        ("https://studio.example/", "http://localhost:8000", "https://studio.example/consent/x", True),
        ("http://0.0.0.0:8000", "http://192.168.1.5:8000", "http://192.168.1.5:8000/consent/x", True),
        ("http://localhost:8000", "http://localhost:8000", "http://localhost:8000/consent/x", False),
        ("http://[::]:8000", "null", "http://[::]:8000/consent/x", False),
        ("", "", "/consent/x", False),
    ],
)
def test_a_code_is_for_an_address_that_a_phone_can_reach(served: str, opened: str, address: str, reached: bool) -> None:
    assert phone_address(served, opened, "/consent/x") == (address, reached)


def test_a_statement_is_heard_in_plain_letters() -> None:
    assert spoken_words("I am Renée O'Neill-Strauß.") == ["i", "am", "renee", "o'neill", "strau"]
