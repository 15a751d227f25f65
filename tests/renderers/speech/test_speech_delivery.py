"""The finish of a spoken line."""

from __future__ import annotations

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.speech import Viseme
from renderers.speech.delivery import LEVEL_RMS, deliver, highpass, speech_level
from renderers.speech.normalization import WrittenWord
from renderers.speech.utterance import RawSpeech, Segment, Token, Utterance

RATE = 16000
LINE = Utterance(
    (WrittenWord("one.", 0, ("one",), "."), WrittenWord("two", 5, ("two",))), (Token("one", 0, "."), Token("two", 1))
)
EDGES = [0.0, 0.4, 0.9, 1.0, 1.5, 2.1]


def _raw(gain: float = 0.3) -> RawSpeech:
    """Silence, a tone, a pause of a tenth of a second, a tone, silence; with an offset and rumble under all."""
    time = np.arange(int(EDGES[-1] * RATE)) / RATE
    sounding = ((time >= 0.4) & (time < 0.9)) | ((time >= 1.0) & (time < 1.5))
    samples = gain * np.sin(2 * np.pi * 220 * time) * sounding + 0.05
    owners = [-1, 0, -1, 1, -1]
    segments = [
        Segment("a" if owner >= 0 else "pau", start, end, Viseme.AA if owner >= 0 else Viseme.SIL, 0, owner)
        for owner, start, end in zip(owners, EDGES, EDGES[1:], strict=False)
    ]
    return RawSpeech(samples, RATE, tuple(segments))


def test_silence_at_the_ends_is_short_and_times_move_along() -> None:
    speech = deliver(_raw(), LINE, "test")
    heard = np.flatnonzero(np.abs(speech.samples) > 0.02) / RATE
    assert 0.02 <= heard[0] <= 0.045
    assert 0.02 <= speech.seconds - heard[-1] <= 0.06
    assert speech.words[0].start == pytest.approx(heard[0], abs=0.01)
    assert speech.words[-1].end == pytest.approx(heard[-1], abs=0.01)


def test_a_pause_after_a_sentence_is_lengthened_with_silence() -> None:
    speech = deliver(_raw(), LINE, "test")
    first, second = speech.words
    assert second.start - first.end == pytest.approx(0.45, abs=0.001)
    middle = speech.samples[int((first.end + 0.1) * RATE) : int((second.start - 0.1) * RATE)]
    assert np.all(middle == 0)
    faster = deliver(_raw(), LINE, "test", speed=1.5)
    assert faster.words[1].start - faster.words[0].end == pytest.approx(0.3, abs=0.001)


@pytest.mark.parametrize("gain", [0.02, 0.9])
def test_every_line_has_the_same_level_whatever_the_engine_gave(gain: float) -> None:
    speech = deliver(_raw(gain), LINE, "test")
    assert speech_level(speech.samples.astype(np.float64), RATE) == pytest.approx(LEVEL_RMS, rel=0.02)
    assert np.abs(speech.samples).max() < 0.9


def test_nothing_clicks() -> None:
    speech = deliver(_raw(), LINE, "test")
    assert abs(speech.samples[0]) < 1e-4 and abs(speech.samples[-1]) < 1e-4
    # The steepest a 220 Hz tone of this level gets between two samples is 0.0123.
    assert np.abs(np.diff(speech.samples)).max() < 0.02


def test_offset_and_rumble_go_and_speech_stays() -> None:
    time = np.arange(RATE) / RATE
    for frequency, least, most in ((0, 0, 1e-3), (25, 0, 0.15), (200, 0.98, 1.0), (3000, 0.99, 1.001)):
        passed = highpass(np.cos(2 * np.pi * frequency * time), RATE)[RATE // 4 : -RATE // 4]
        assert least <= np.sqrt(2 * np.mean(passed**2)) <= most, frequency


def test_a_line_without_sound_is_refused() -> None:
    silent = RawSpeech(np.zeros(RATE), RATE, _raw().segments)
    with pytest.raises(EngineFailed, match="made no sound"):
        deliver(silent, LINE, "test")
