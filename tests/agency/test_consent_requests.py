from __future__ import annotations

import math
import time
from pathlib import Path

import pytest

from agency import consent_requests
from agency.consent_affairs import drop_old_recordings, forget_consent
from agency.consent_hearing import PRINT_SECONDS
from agency.consent_requests import (
    TRIES,
    clear_requests,
    close_request,
    open_request,
    open_requests,
    renew_words,
    request_of_secret,
    start_request,
    take_try,
)
from agency.database import opened
from agency.errors import ConsentRefused, UnknownConsent
from agency.home import Home, home
from agency.housekeeping import sweep
from agency.settings import load_settings
from renderers.speech.passcode_words import PASSCODE_WORDS
from tools.errors import BadInput


@pytest.fixture
def place() -> Home:
    return home(load_settings())


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "ana.png"
    path.write_bytes(b"a face")
    return path


def test_a_code_is_one_of_more_than_two_to_the_fortieth() -> None:
    assert len(set(PASSCODE_WORDS)) == len(PASSCODE_WORDS)
    assert math.perm(len(PASSCODE_WORDS), consent_requests.WORDS) >= 2**40


def test_a_request_binds_words_to_home_likeness_and_statement(place: Home, photo: Path) -> None:
    asked = start_request(place, "photo", photo, "Ana Silva", "you")
    found = open_request(place, asked.id)
    assert found.words == asked.words and len(set(asked.words)) == 5
    assert found.proof == asked.proof and asked.words[0] not in found.proof
    assert request_of_secret(place, asked.secret).id == asked.id
    with opened(place.database) as db:
        assert asked.secret not in str([tuple(row) for row in db.execute("SELECT * FROM consent_requests")])
    other = start_request(place, "voice", photo, "Ana Silva", "you")
    assert other.statement != asked.statement and other.words != asked.words and other.proof != asked.proof


def test_words_hold_for_five_minutes_and_three_tries(place: Home, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = start_request(place, "photo", photo, "Ana Silva", "you")
    for number in range(TRIES):
        assert take_try(place, asked.id).left == TRIES - number - 1
        assert renew_words(place, asked.id) != asked.words
    with pytest.raises(ConsentRefused, match="used up"):
        take_try(place, asked.id)
    later = start_request(place, "photo", photo, "Ana Silva", "you")
    monkeypatch.setattr("agency.consent_requests.time.time", lambda: later.ends + 1)
    for look in (lambda: open_request(place, later.id), lambda: request_of_secret(place, later.secret)):
        with pytest.raises(ConsentRefused, match="five minutes"):
            look()
    start_request(place, "photo", photo, "Ana Silva", "you")
    with opened(place.database) as db:
        row = db.execute("SELECT words, state FROM consent_requests WHERE id = ?", (later.id,)).fetchone()
    assert tuple(row) == ("[]", "expired")


def test_words_hold_once(place: Home, photo: Path) -> None:
    asked = start_request(place, "photo", photo, "Ana Silva", "you")
    close_request(place, asked.id, "used")
    with pytest.raises(ConsentRefused, match="answered already"):
        take_try(place, asked.id)


def test_what_can_not_be_asked_is_said(place: Home, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="no file"):
        start_request(place, "photo", photo.with_name("eva.png"), "Ana", "you")
    with pytest.raises(BadInput, match="kind"):
        start_request(place, "dance", photo, "Ana", "you")
    for name in ("", " … ", "x" * 200):
        with pytest.raises(BadInput, match="--name"):
            start_request(place, "photo", photo, name, "you")
    with pytest.raises(UnknownConsent):
        open_request(place, "consent-0000000000")
    monkeypatch.setattr("agency.consent_requests.MOST_OPEN", 1)
    start_request(place, "photo", photo, "Ana", "you")
    with pytest.raises(ConsentRefused, match="open already"):
        start_request(place, "photo", photo, "Ana", "you")


def test_open_requests_are_listed_and_can_be_forgotten(
    place: Home, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used, tried, waiting = (start_request(place, "photo", photo, name, "you") for name in ("Ana", "Eva", "Ida"))
    close_request(place, used.id, "used")
    for _ in range(TRIES):
        take_try(place, tried.id)
    assert [one.id for one in open_requests(place)] == [waiting.id]
    assert forget_consent(place, waiting.id, "you") == [] and open_requests(place) == []
    with pytest.raises(UnknownConsent):
        forget_consent(place, waiting.id, "you")
    now = time.time()
    monkeypatch.setattr("agency.consent_requests.time.time", lambda: now + 25 * 3600)
    drop_old_recordings(place, 14)
    with opened(place.database) as db:
        assert db.execute("SELECT count(*) FROM consent_requests").fetchone()[0] == 0


def test_a_request_says_why_it_is_over(place: Home, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late, replayed = (start_request(place, "photo", photo, name, "you") for name in ("Ana", "Eva"))
    close_request(place, replayed.id, "failed", "This recording was given before.")
    with pytest.raises(ConsentRefused, match="ended without a consent"):
        open_request(place, replayed.id)
    now = time.time()
    monkeypatch.setattr("agency.consent_requests.time.time", lambda: now + 301)
    # Another request, and every production, tidies up those that are over.
    clear_requests(place)
    with pytest.raises(ConsentRefused, match="five minutes for these words are over"):
        open_request(place, late.id)


def test_prints_of_recordings_are_removed_in_time(place: Home) -> None:
    now = time.time()
    with opened(place.database) as db:
        for at in (now - PRINT_SECONDS - 60, now - 60):
            db.execute("INSERT INTO consent_prints (at, print) VALUES (?, ?)", (at, b"x"))
        db.commit()
    sweep(place, None)
    with opened(place.database) as db:
        assert [row["at"] for row in db.execute("SELECT at FROM consent_prints")] == [now - 60]
