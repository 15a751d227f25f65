from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from renderers.errors import EngineFailed, MediaRejected
from renderers.resampling import resample
from renderers.speech import SpeechRequest, Viseme
from renderers.speech.catalogue import available, find_voice
from renderers.speech.delivery import speech_level
from renderers.speech.espeak import EspeakSpeech
from renderers.speech.narration import Narration, place_lines
from renderers.speech.noise_reduction import reduce_noise
from renderers.speech.recording import Recording, clean, read_recording
from renderers.speech.recording_takes import (
    cut_speech,
    keep_narration,
    keep_recording,
    load_recording,
)
from renderers.takes import TakeStore
from tests.renderers.speech.recordings import LINES, PAUSE, READ, record, write_wav


@cache
def one_line() -> tuple[np.ndarray, list[list[float]]]:
    return record(READ[:1])


@cache
def made() -> tuple[Recording, list[list[float]], Narration]:
    samples, starts = record(READ)
    recording = clean(samples)
    return recording, starts, place_lines(recording, LINES, "en")


def test_every_line_is_found_with_its_words_in_time() -> None:
    recording, starts, narration = made()
    for part, own, line in zip(narration.slices[:3], starts, LINES, strict=False):
        found = [part.start + word.start for word in part.words]
        assert len(found) >= len(own) - 1 and 0 <= part.start < part.end <= recording.seconds
        assert np.mean([min(abs(time - true) for true in own) for time in found]) < 0.03
        assert all(line[word.offset :].startswith(word.text) for word in part.words)
        assert part.phones[0].start == 0 and part.phones[-1].end == pytest.approx(part.end - part.start)
        assert all((phone.word == -1) == (phone.viseme is Viseme.SIL) for phone in part.phones)
    assert narration.slices[3].words == ()


def test_the_pauses_are_the_recordings_own() -> None:
    _, starts, narration = made()
    for here in (0, 1):
        rest = narration.slices[here].rest
        assert rest is not None and PAUSE - 0.05 < rest < PAUSE + 0.25
    assert narration.slices[2].rest is None
    one, two = narration.slices[:2]
    assert one.end == pytest.approx(two.start, abs=1e-3)


def test_what_differs_is_told_word_by_word() -> None:
    _, _, narration = made()
    told = {(one.line, one.kind, one.written) for one in narration.mismatches}
    assert (1, "instead", "power") in told
    assert (2, "missing", "short") in told
    assert any(line == 3 and kind == "missing" and "not read" in written for line, kind, written in told)
    assert len(told) <= 4


def test_a_long_last_sound_is_no_word_more_and_a_word_more_is_one() -> None:
    angus = find_voice("english-male-2")
    if angus is None or not available(angus):
        pytest.skip("the system's voices are not installed here")
    # His "eyes" ends in a sound like another word's, and is followed by a pause.
    samples, _ = record(READ[1:2], voice=angus)
    assert place_lines(clean(samples), READ[1:2], "en").mismatches == ()
    samples, _ = record(["It saves money every single day, and it really never hurts your eyes at all."], voice=angus)
    more = place_lines(clean(samples), READ[1:2], "en").mismatches
    assert [one.kind for one in more] == ["more", "more"] and more[0].heard == "really"


def test_a_recording_of_something_else_is_refused() -> None:
    recording = clean(one_line()[0])
    with pytest.raises(EngineFailed, match="recording of something else"):
        place_lines(recording, ["Nothing of this purple grass was ever heard in our kitchen."], "en")


def test_cleaning_takes_noise_out_and_sets_the_level() -> None:
    loud, _ = record(READ[:1], noise=0.0)
    random = np.random.default_rng(4).normal(0, 0.008, len(loud)).astype(np.float32)
    quiet, speech = reduce_noise(loud + random)
    assert len(quiet) == len(loud) and speech.min() >= 0 and speech.max() <= 1

    def distance(found: np.ndarray) -> float:
        share = (found @ loud) / (loud @ loud)
        return float(10 * np.log10(np.sum((share * loud) ** 2) / np.sum((found - share * loud) ** 2)))

    assert distance(quiet) > distance(loud + random) + 2
    made = clean(loud + random)
    assert speech_level(made.samples.astype(float), 48000) == pytest.approx(0.1, rel=0.05)
    assert np.abs(made.samples).max() < 0.9 and made.noise < 40


def test_a_clean_recording_is_left_as_it_is() -> None:
    loud, _ = record(READ[:1], noise=0.0)
    found = clean(loud)
    assert found.noise > 50
    share = float(found.samples @ loud) / np.sqrt(float(loud @ loud) * float(found.samples @ found.samples))
    assert share > 0.97


@pytest.mark.parametrize(("rate", "channels"), [(192000, 1), (48000, 6)])
def test_any_rate_and_channels_are_read(tmp_path: Path, rate: int, channels: int) -> None:
    samples = one_line()[0][:60000]
    path = write_wav(tmp_path / "voice.wav", resample(samples, 48000, rate), rate, channels)
    found = read_recording(path)
    assert found.seconds == pytest.approx(len(samples) / 48000, abs=0.05)
    assert speech_level(found.samples.astype(float), 48000) == pytest.approx(0.1, rel=0.05)


def test_a_microphone_on_one_side_is_heard(tmp_path: Path) -> None:
    import wave

    samples = one_line()[0][:60000]
    path = tmp_path / "left.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48000)
        file.writeframes((np.stack([samples, 0 * samples], axis=1) * 32767).astype("<i2").tobytes())
    assert speech_level(read_recording(path).samples.astype(float), 48000) == pytest.approx(0.1, rel=0.05)


def test_what_is_no_recording_is_refused_in_a_sentence(tmp_path: Path) -> None:
    samples = one_line()[0][:60000]
    good = write_wav(tmp_path / "good.wav", samples).read_bytes()
    cases = {
        "empty.wav": b"",
        "text.mp3": b"this is a text and no sound at all" * 9,
        "locked.m4p": b"\x00\x00\x00\x18ftypM4P \x00\x00\x00\x00drms" + bytes(400),
        "cut.wav": good[: len(good) // 3],
    }
    for name, content in cases.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(MediaRejected) as refusal:
            read_recording(tmp_path / name)
        assert name in str(refusal.value) and "\n" not in str(refusal.value)
    with pytest.raises(MediaRejected, match="Nothing is heard"):
        read_recording(write_wav(tmp_path / "still.wav", np.zeros(48000, np.float32)))
    with pytest.raises(MediaRejected, match=r"only 0\.\d seconds"):
        read_recording(write_wav(tmp_path / "short.wav", samples[:4800]))


def test_eight_hours_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "day.wav"
    write_wav(path, np.zeros(8, np.float32), 8000)
    head = bytearray(path.read_bytes()[:44])
    size = 8 * 3600 * 8000 * 2
    head[4:8], head[40:44] = (size + 36).to_bytes(4, "little"), size.to_bytes(4, "little")
    with path.open("wb") as file:
        file.write(head)
        file.truncate(44 + size)
    with pytest.raises(MediaRejected, match="minutes|hour|long"):
        read_recording(path)


def test_a_recording_is_one_take_and_its_script_another(tmp_path: Path) -> None:
    samples, _ = one_line()
    path, takes = write_wav(tmp_path / "voice.wav", samples), TakeStore(tmp_path / "takes")
    kept = keep_recording(path, "content", takes)
    path.unlink()
    assert keep_recording(path, "content", takes) == kept
    found = keep_narration(kept, LINES[:1], "en", takes)
    assert found == keep_narration(kept, LINES[:1], "en", takes)
    assert takes.made == {"recording": 1, "narration": 1}
    speech = cut_speech(load_recording(kept), found.slices[0])
    assert speech.seconds == pytest.approx(found.slices[0].end - found.slices[0].start, abs=1e-4)
    assert len(speech.words) == 8


def test_german_is_followed_by_a_voice_whose_times_are_known() -> None:
    """The English acoustic model doubts half of these words; warped from espeak-ng's own voice they are found."""
    said = ("Guten Tag, heute zeigen wir Ihnen unser neues Büro.", "Es liegt mitten in der Stadt.")
    voice = find_voice("german-female-1")
    assert voice is not None
    [speech] = EspeakSpeech().speak([SpeechRequest(" ".join(said), voice)])
    sound = resample(speech.samples, speech.sample_rate, 48000)
    noisy = np.pad(sound, 24000) + np.random.default_rng(1).normal(0, 0.002, len(sound) + 48000)
    found = place_lines(clean(noisy.astype(np.float32)), [*said, "Der Preis steigt nächste Woche."], "de")
    first, second, third = found.slices
    assert [word.text for word in first.words + second.words] == " ".join(said).split()
    heard = [part.start + word.start - 0.5 for part in (first, second) for word in part.words]
    apart = np.abs(np.array(heard) - [word.start for word in speech.words])
    assert apart.mean() < 0.06 and apart.max() < 0.25
    assert third.words == ()
    assert [(one.line, one.kind) for one in found.mismatches] == [(2, "missing")]
