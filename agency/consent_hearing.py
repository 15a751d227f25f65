"""A recording in which somebody agrees, heard: compared with what was asked, and a record is written."""

from __future__ import annotations

import os
import re
import shutil
import time
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from agency.consent_records import Consents, stamp
from agency.consent_requests import ConsentRequest, close_request, renew_words, take_try, tell_request
from agency.database import opened, transaction
from agency.errors import ConsentRefused
from agency.home import Home
from agency.settings import Settings
from renderers.errors import EngineFailed, MediaRejected
from renderers.leftovers import remove
from renderers.speech.noise_reduction import RATE
from renderers.takes import file_digest
from tools.consent import ConsentRecord, Outcome

LEAST_SAID = 0.75
"""The share of the statement's words that has to be heard."""

PRINT_SECONDS = 30 * 24 * 3600.0
"""How long the print of a recording is kept, by which it is known again."""

_KINDS_OF_FILES = frozenset(".wav .mp3 .m4a .ogg .oga .opus .flac .aac .webm .mp4 .mov .mkv".split())


@dataclass(frozen=True)
class Hearing:
    """What came of a recording. `outcome` is that of the record, or `again` where nothing was decided and a try is
    left, with new `words`; `sentences` tell the reader why.
    """

    outcome: str
    sentences: tuple[str, ...]
    record: ConsentRecord | None = None
    left: int = 0
    words: tuple[str, ...] = ()

    def document(self) -> dict[str, object]:
        """As JSON."""
        return {
            "outcome": self.outcome,
            "told": list(self.sentences),
            "consent": self.record.id if self.record else "",
            "tries_left": self.left,
            "words": list(self.words),
        }


@dataclass(frozen=True)
class _Findings:
    faults: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    replayed: bool = False


def hear_consent(request: ConsentRequest, recording: Path, place: Home, settings: Settings) -> Hearing:
    """What came of the recording for an open request: a record that passes or waits, or another try.

    Each call uses one try up. The file is left where it is; a copy is kept only where a person has to look at it.
    Raises `ConsentRefused` where the request has ended, and `MediaRejected`, `EngineFailed` for what can not be read.
    """
    asked = take_try(place, request.id)
    if recording.suffix.lower() not in _KINDS_OF_FILES or not recording.is_file():
        raise MediaRejected(f"{recording.name} is no recording; give sound or a film: WAV, MP3, M4A, OGG, WebM or MP4.")
    found = _listen(asked, recording, place)
    if found.replayed:
        return _rejected(asked, place, "This recording was given before; a consent is read anew each time.")
    if found.faults:
        if asked.left:
            tell_request(place, asked.id, " ".join(found.faults))
            return Hearing("again", found.faults, left=asked.left, words=renew_words(place, asked.id))
        close_request(place, asked.id, "failed", " ".join(found.faults))
        more = "That was the last of the tries; ask for new words with `agency consent start`."
        return Hearing("reject", (*found.faults, more))
    return _recorded(asked, recording, place, settings, found)


def _listen(asked: ConsentRequest, recording: Path, place: Home) -> _Findings:
    from renderers.speech.alignment_acoustic import to_16_bits
    from renderers.speech.consent_sound import read_consent_sound
    from renderers.speech.passcode import hear_reading
    from renderers.speech.sound_print import sound_print

    sound = read_consent_sound(recording)
    if faults := sound.faults():
        return _Findings(faults=tuple(faults))
    heard = hear_reading(to_16_bits(sound.voice, RATE), spoken_words(asked.statement), asked.words)
    if heard is None or not heard.is_code(asked.words):
        return _Findings(faults=(_misheard(asked.words, heard.code if heard else ()),))
    if heard.said < LEAST_SAID * heard.of:
        said = f"Only {heard.said} of the {heard.of} words of the statement are heard; read it whole, then the words."
        return _Findings(faults=(said,))
    own = sound_print(sound.voice[round(heard.start * RATE) : round(heard.end * RATE)])
    if _seen_before(place, own):
        return _Findings(replayed=True)
    doubts, figures = _doubts(asked, recording, sound.voice, place)
    if sound.gated:
        doubts.append("Between the words there is digital silence: it was cut together, or the noise was gated.")
    measures = ", ".join(f"{name} {value:g}" for name, value in sound.measures().items())
    words = f"{heard.said} of {heard.of} words of the statement and all words of the passcode are heard."
    told = (words, measures, *figures)
    return _Findings(doubts=tuple(doubts), told=told)


def spoken_words(text: str) -> list[str]:
    """The words of a statement as the recogniser takes them: letters only, without accents."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z]+(?:'[a-z]+)?", plain)


def _misheard(words: tuple[str, ...], heard: tuple[str, ...]) -> str:
    if len(heard) == len(words):
        wrong = [word for word, said in zip(words, heard, strict=True) if word != said]
        if len(wrong) == 1:
            return f"The word “{wrong[0]}” was not heard clearly; read it all again, with a short pause between words."
    return "The words were not heard as they are written; read them all in their order, with a short pause between."


def _doubts(asked: ConsentRequest, recording: Path, voice: np.ndarray, place: Home) -> tuple[list[str], list[str]]:
    """What a person has to look at, a voice or face that may be another's or can not be compared; and figures told."""
    sample = Path(asked.sample)
    there = sample.is_file() and file_digest(sample) == asked.digest
    if asked.kind != "voice":
        from agency.face_recogniser import face_findings

        if not there:
            return ["What the consent is for is not where it was, so the faces can not be compared."], []
        return face_findings(sample, recording, place)
    if not there:
        return ["The sample of the voice is not where it was, so the two voices can not be compared."], []
    from renderers.speech.recording import read_recording
    from renderers.speech.voice_distance import voice_doubts

    try:
        return voice_doubts(voice, read_recording(sample).samples[: 60 * RATE]), []
    except (MediaRejected, EngineFailed):
        return ["The sample of the voice can not be read, so the two voices can not be compared."], []


def _recorded(asked: ConsentRequest, recording: Path, place: Home, settings: Settings, found: _Findings) -> Hearing:
    outcome: Outcome = "review" if found.doubts else "pass"
    now = datetime.now(UTC)
    record = ConsentRecord(
        id=asked.id,
        subject=asked.subject,
        statement=asked.statement,
        statement_edition=asked.statement_edition,
        kind=asked.kind,
        likeness=asked.likeness,
        digest=asked.digest,
        tenant=asked.tenant,
        user=asked.user,
        passcode=asked.proof,
        recording=file_digest(recording),
        findings=(*found.told, *found.doubts),
        outcome=outcome,
        asked_at=stamp(now),
        decided_at=stamp(now) if outcome == "pass" else "",
        expires_at=stamp(now + timedelta(days=settings.consent_days)) if outcome == "pass" else "",
    )
    close_request(place, asked.id, "used", "Thank you, that is all.")
    if outcome == "review":
        keep_recording(place, asked.id, recording)
    kept = Consents(place).keep(
        record, "passed" if outcome == "pass" else "waits", "the checks", " ".join(found.doubts)
    )
    if outcome == "pass":
        return Hearing(
            "pass", (f"The consent of {asked.subject} is recorded; it holds until {kept.expires_at[:10]}.",), kept
        )
    wait = f"It is recorded and waits for somebody to look at it: `agency consent show {asked.id}`."
    return Hearing("review", (*found.doubts, wait), kept)


def _rejected(asked: ConsentRequest, place: Home, why: str) -> Hearing:
    close_request(place, asked.id, "failed", why)
    return Hearing("reject", (why,))


def raw_folder(place: Home, id_: str) -> Path:
    """Where the recording of a consent lies while somebody has to look at it."""
    if not re.fullmatch(r"consent-[0-9a-f]{10}", id_):
        raise ConsentRefused(f"{id_!r} is no number of a consent.")
    return place.root / "consents" / id_


def keep_recording(place: Home, id_: str, recording: Path) -> None:
    """Keep a copy of the recording for whoever looks at it, readable by the owner only."""
    folder = raw_folder(place, id_)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"recording{recording.suffix.lower()}"
    with (
        os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out,
        recording.open("rb") as given,
    ):
        shutil.copyfileobj(given, out)


def drop_recording(place: Home, id_: str) -> None:
    """Remove the recording of a consent, if it is still there."""
    remove(raw_folder(place, id_))


def drop_old_prints(place: Home) -> None:
    """Remove the prints of recordings that are older than they are kept."""
    with opened(place.database) as db, transaction(db):
        db.execute("DELETE FROM consent_prints WHERE at < ?", (time.time() - PRINT_SECONDS,))


def _seen_before(place: Home, print_: bytes) -> bool:
    """Whether the same sound was given before; it is kept from now on."""
    from renderers.speech.sound_print import SAME, difference

    now = time.time()
    with opened(place.database) as db, transaction(db):
        db.execute("DELETE FROM consent_prints WHERE at < ?", (now - PRINT_SECONDS,))
        older = [bytes(row["print"]) for row in db.execute("SELECT print FROM consent_prints")]
        db.execute("INSERT INTO consent_prints (at, print) VALUES (?, ?)", (now, print_))
    return any(difference(print_, other) < SAME for other in older)
