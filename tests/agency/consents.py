"""People who agreed, likenesses of voices, and readings of consents by a built-in voice."""

from __future__ import annotations

import wave
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from agency.consent_records import Consents, new_id, stamp
from agency.home import Home
from agency.voice_adding import keep_voice
from renderers.likenesses import Likeness
from renderers.resampling import to_48k
from renderers.speech import ENGINES, SpeechRequest, Voice
from renderers.speech.catalogue import default_voice
from renderers.speech.likeness_map import LikenessMap, save_map
from renderers.speech.voice_folder import VoiceRecord, content_mark
from tools.consent import ConsentRecord


def agreed(place: Home, likeness: Likeness, **fields: object) -> ConsentRecord:
    """A consent to `likeness` that holds for a day, kept."""
    consents, now = Consents(place), datetime.now(UTC)
    told = {
        "id": new_id(),
        "subject": "Ana Silva",
        "statement": "I agree.",
        "kind": likeness.kind,
        "likeness": likeness.id,
        "digest": likeness.digest,
        "tenant": consents.tenant,
        "outcome": "pass",
        "asked_at": stamp(now),
        "expires_at": stamp(now + timedelta(days=1)),
        **fields,
    }
    return consents.keep(ConsentRecord.model_validate(told), "passed", "the test")


def imitated_voice(place: Home, folder: Path, id_: str = "likeness-ana") -> Voice:
    """A likeness of a voice in the catalogue, to which nobody agreed."""
    under = default_voice("en", "male", ("flite", "espeak"))
    map_file = folder / "likeness.npz"
    save_map(LikenessMap(np.eye(40), np.zeros(40), (0.0, 1.0, 0.0, 1.0)), map_file)
    record = VoiceRecord(
        id_, "Ana, likeness", under.language, "", "likeness", under.sample_rate, "test", {"map": map_file.name},
        content_mark(map_file), speaker=under.id, style="likeness", consent="consent-0000000000",
    )  # fmt: skip
    return keep_voice([record], [map_file], place)[0]


def read_aloud(texts: list[str], path: Path, noise: float = 0.004, gender: str = "male") -> Path:
    """A recording in which a built-in voice reads `texts`, with a pause after each."""
    voice = default_voice("en", gender, ("flite", "espeak"))
    module, _, name = ENGINES[voice.engine].partition(":")
    engine = getattr(__import__(module, fromlist=[name]), name)()
    parts = [np.zeros(12000, np.float32)]
    for speech in engine.speak([SpeechRequest(text, voice) for text in texts]):
        parts += [to_48k(speech.samples, speech.sample_rate), np.zeros(14000, np.float32)]
    whole = np.concatenate(parts)
    whole *= 0.4 / np.abs(whole).max()
    whole += np.random.default_rng(len(whole)).normal(0, noise, len(whole)).astype(np.float32)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48000)
        file.writeframes((np.clip(whole, -1, 1) * 32767).astype("<i2").tobytes())
    return path
