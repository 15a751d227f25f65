from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from renderers.speech.alignment_acoustic import to_16_bits
from renderers.speech.consent_sound import measure_sound, read_consent_sound
from renderers.speech.noise_reduction import RATE
from renderers.speech.passcode import hear_reading
from renderers.speech.passcode_words import PASSCODE_WORDS
from renderers.speech.sound_print import SAME, difference, sound_print
from renderers.speech.voice_distance import median_pitch, voice_doubts
from tests.agency.consents import read_aloud

STATEMENT = "i am ana silva i agree that videos are made with my voice".split()
CODE = ("basketball", "unicorn", "wednesday", "jellyfish", "parachute")


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading")
    return read_aloud(["I am Ana Silva. I agree that videos are made with my voice.", ", ".join(CODE) + "."],
                      folder / "reading.wav")  # fmt: skip


@pytest.fixture(scope="module")
def heard(reading: Path) -> bytes:
    return to_16_bits(read_consent_sound(reading).voice, RATE)


def test_a_true_reading_is_heard(heard: bytes) -> None:
    assert set(CODE) <= set(PASSCODE_WORDS)
    found = hear_reading(heard, STATEMENT, CODE)
    assert found is not None and found.is_code(CODE)
    assert found.said >= 12 and found.of == 13 and 3 < found.start < found.end


@pytest.mark.parametrize(
    "expected",
    [
        ("basketball", "unicorn", "wednesday", "jellyfish", "pretzel"),
        ("unicorn", "basketball", "wednesday", "jellyfish", "parachute"),
        ("volcano", "zucchini", "mosquito", "garage", "tornado"),
        ("basketball", "unicorn", "october", "jellyfish", "parachute"),
    ],
)
def test_another_code_is_not_heard_in_it(heard: bytes, expected: tuple[str, ...]) -> None:
    found = hear_reading(heard, STATEMENT, expected)
    assert found is None or not found.is_code(expected)


def test_nothing_is_forced_into_silence_and_noise() -> None:
    for level in (0.0, 0.05):
        sound = np.random.default_rng(1).normal(0, 1, 4 * RATE).astype(np.float32) * np.float32(level)
        assert measure_sound(sound).faults()
        found = hear_reading(to_16_bits(sound, RATE), STATEMENT, CODE)
        assert found is None or not found.is_code(CODE)


def test_a_recording_is_measured(reading: Path) -> None:
    sound = read_consent_sound(reading)
    assert not sound.faults() and not sound.gated and 18 < sound.snr < 40
    assert any("noisy" in fault for fault in measure_sound(_with_noise(sound.raw, 0.12)).faults())
    assert any("overdriven" in fault for fault in measure_sound(np.clip(8 * sound.raw, -1, 1)).faults())
    assert any("seconds long" in fault for fault in measure_sound(sound.raw[: 2 * RATE]).faults())
    hum = 0.3 * np.sin(np.arange(5 * RATE) * 2 * np.pi * 150 / RATE).astype(np.float32)
    assert measure_sound(hum).faults()


def test_a_sound_is_known_again_in_noise_and_another_is_not(reading: Path) -> None:
    raw = read_consent_sound(reading).raw
    first, second = raw[: 4 * RATE], raw[4 * RATE :]
    assert difference(sound_print(first), sound_print(_with_noise(0.5 * first[2000:], 0.004))) < SAME
    assert difference(sound_print(first), sound_print(second)) > SAME + 0.05
    assert difference(sound_print(first[:100]), sound_print(second)) == 0.5


def test_two_voices_far_apart_are_told(reading: Path, tmp_path: Path) -> None:
    own = read_consent_sound(reading).raw
    other = read_consent_sound(
        read_aloud(["These days a chicken leg is a rare dish."], tmp_path / "she.wav", gender="female")
    )
    assert median_pitch(np.sin(np.arange(RATE) * 2 * np.pi * 200 / RATE).astype(np.float32)) == pytest.approx(
        200, rel=0.02
    )
    assert voice_doubts(own[: 5 * RATE], own[5 * RATE :]) == []
    assert voice_doubts(own, other.raw)


def _with_noise(sound: np.ndarray, level: float) -> np.ndarray:
    return np.asarray(sound + np.random.default_rng(3).normal(0, level, len(sound)), np.float32)
