from __future__ import annotations

import numpy as np
import pytest

from renderers.errors import ConsentMissing, EngineFailed
from renderers.likenesses import Likeness
from renderers.speech.catalogue import default_voice
from renderers.speech.likeness import make_likeness, use_likeness
from renderers.speech.likeness_distances import cepstral_distortion, formants, pitch_distance
from renderers.speech.likeness_map import LikenessMap, carry, learn_map, load_map, save_map, take_apart
from renderers.speech.recording import clean
from tests.renderers.speech.recordings import LINES, record

READER = Likeness("voice", "me.wav", "a" * 32)


@pytest.fixture
def agreeing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody agrees."""
    monkeypatch.setattr("renderers.likenesses._gate", lambda likeness: None)


def whistle(hertz: float, rate: int = 16000, seconds: float = 0.6) -> np.ndarray:
    """A buzz with two resonances, like a vowel."""
    line = np.zeros(round(rate * seconds))
    line[:: round(rate / hertz)] = 1.0
    for centre, width in ((600, 80), (1700, 120)):
        radius = np.exp(-np.pi * width / rate)
        first, second = -2 * radius * np.cos(2 * np.pi * centre / rate), radius**2
        out = np.zeros_like(line)
        for at in range(len(line)):
            out[at] = line[at] - first * out[at - 1] - second * out[at - 2] if at > 1 else line[at]
        line = out
    return (0.3 * line / np.abs(line).max()).astype(np.float32)


def test_the_map_between_two_voices_is_found() -> None:
    random = np.random.default_rng(5)
    voice = random.normal(0, 1, (2000, 40))
    matrix, offset = np.eye(40) * 0.7 + random.normal(0, 0.02, (40, 40)), random.normal(0, 1, 40)
    found = learn_map(voice, voice @ matrix + offset, np.full(200, 200.0), np.full(200, 100.0))
    assert np.abs(found.matrix - matrix).max() < 0.05 and np.abs(found.offset - offset).max() < 0.05
    assert found.heights(np.array([0.0, 200.0])) == pytest.approx([0.0, 100.0], rel=1e-6)
    assert found.cepstra(voice)[:, 0].std() == pytest.approx(voice[:, 0].std())


def test_speech_is_carried_in_time_and_pitch() -> None:
    sound = whistle(150)
    same = LikenessMap(np.eye(40), np.zeros(40), (0.0, 1.0, np.log(2) / 3, 1.0))
    made = carry(sound, 16000, same)
    assert len(made) == len(sound)
    before, after = (take_apart(one, 16000).pitch for one in (sound, made))
    assert pitch_distance(before[before > 0], after[after > 0]) == pytest.approx(4, abs=0.3)


def test_distances_are_what_they_are_called() -> None:
    first, second, _ = formants(whistle(110), 16000)
    assert first == pytest.approx(600, rel=0.12) and second == pytest.approx(1700, rel=0.12)
    assert formants(np.zeros(10), 16000) == (0.0, 0.0, 0.0)
    frames = np.random.default_rng(6).normal(0, 1, (50, 40))
    louder = frames + np.eye(40)[0]
    assert cepstral_distortion(frames, frames) == 0 == pytest.approx(cepstral_distortion(frames, louder))
    assert cepstral_distortion(frames, frames + 1) > cepstral_distortion(frames, frames + 0.5) > 0
    assert pitch_distance(np.full(3, 110.0), np.full(3, 220.0)) == pytest.approx(12)


def test_a_likeness_comes_nearer_and_says_by_how_much(agreeing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.speech.likeness.SHORTEST", 5.0)
    samples, _ = record(LINES[:3])
    voice = default_voice("en", "female", ("flite", "espeak"))
    made = make_likeness(clean(samples), LINES[:3], "en", voice, READER)
    figures = made.figures
    assert figures["mcd_after"] < 0.9 * figures["mcd_before"]
    assert figures["pitch_after"] < 1.5 < figures["pitch_before"]
    assert 0.8 <= made.pace <= 1.25


def test_nothing_is_done_without_consent(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(likeness: Likeness) -> None:
        raise ConsentMissing(f"nobody agreed to {likeness.id}")

    monkeypatch.setattr("renderers.likenesses._gate", refuse)
    with pytest.raises(ConsentMissing, match=r"agreed to me\.wav"):
        make_likeness(clean(np.zeros(48000, np.float32)), LINES, "en", default_voice("en"), READER)
    with pytest.raises(ConsentMissing, match=r"agreed to me\.wav"):
        use_likeness(None, None, READER)  # type: ignore[arg-type]


def test_a_recording_that_is_too_short_or_another_is_refused(agreeing: None) -> None:
    samples, _ = record(LINES[:1])
    recording, voice = clean(samples), default_voice("en")
    with pytest.raises(EngineFailed, match="30 to 60 are best"):
        make_likeness(recording, LINES[:1], "en", voice, READER)
    with pytest.raises(EngineFailed, match="read all of it"):
        make_likeness(recording, LINES[:2], "en", voice, READER)


def test_a_map_is_kept_and_a_damaged_one_refused(tmp_path) -> None:
    made = LikenessMap(np.eye(40) * 2, np.arange(40.0), (5.0, 0.1, 4.5, 0.2))
    save_map(made, tmp_path / "map.npz")
    found = load_map(tmp_path / "map.npz")
    assert np.array_equal(found.matrix, made.matrix) and found.pitch == made.pitch
    (tmp_path / "map.npz").write_bytes((tmp_path / "map.npz").read_bytes()[:200])
    with pytest.raises(EngineFailed, match="make it again"):
        load_map(tmp_path / "map.npz")
