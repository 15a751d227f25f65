"""A recording that is sung: each word on a note, held as long as its beats."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import pyworld

from renderers.errors import EngineFailed
from renderers.resampling import to_48k
from renderers.speech import ENGINES, SpeechRequest, Viseme
from renderers.speech.catalogue import default_voice
from renderers.speech.narration import place_lines
from renderers.speech.recording import Recording, clean

SONG = (
    "Our lamp is warm and bright.",
    "It follows the light of the day.",
    "Turn it on and see the room begin to sing.",
)
SPOKEN = (
    "Send the small report to us.",
    "We never met a better team on earth.",
    "Buy four cakes now or drive them home by ten.",
)
SCALE, STEP = (0, 2, 4, 7, 9, 7, 4, 2), 0.005
BEAT = 0.6


@cache
def sung() -> tuple[Recording, tuple[float, ...]]:
    """The song, and where each of its words begins: 100 beats a minute, every fourth word and each last one on two."""
    voice = default_voice("en", "female", ("festival", "flite", "espeak"))
    module, _, name = ENGINES[voice.engine].partition(":")
    engine = getattr(__import__(module, fromlist=[name]), name)()
    (speech,) = engine.speak([SpeechRequest(" ".join(SONG), voice)])
    samples, rate = np.asarray(speech.samples, float), speech.sample_rate
    pitch, times = pyworld.harvest(samples, rate, frame_period=STEP * 1000)
    spectrum = pyworld.cheaptrick(samples, pitch, times, rate)
    noise = pyworld.d4c(samples, pitch, times, rate)
    frames, notes, starts = [np.zeros(100, int)], [np.zeros(100)], []
    for place, word in enumerate(speech.words):
        beats = 2 if word.text.endswith(".") or place % 4 == 3 else 1
        length, first, last = round(beats * BEAT / STEP), word.start / STEP, word.end / STEP
        starts.append(STEP * sum(map(len, frames)))
        # Its vowel is held: consonants keep their lengths as singers keep theirs.
        marks = [0, 0.25 / beats, 1 - 0.15 / beats, 1]
        held = [first, first + 0.35 * (last - first), first + 0.75 * (last - first), last]
        chosen = np.interp(np.linspace(0, 1, length), marks, held).astype(int).clip(0, len(pitch) - 1)
        frames.append(chosen)
        notes.append(np.where(pitch[chosen] > 0, 220 * 2 ** (SCALE[place % len(SCALE)] / 12), 0.0))
    order = np.concatenate(frames)
    song = pyworld.synthesize(np.concatenate(notes), spectrum[order].copy(), noise[order].copy(), rate, STEP * 1000)
    return clean(to_48k(np.asarray(song / np.abs(song).max() * 0.7, np.float32), rate)), tuple(starts)


def test_words_are_found_where_they_are_sung() -> None:
    recording, starts = sung()
    narration = place_lines(recording, SONG, "en")
    found = [(part.start + word.start, word.text) for part in narration.slices for word in part.words]
    assert [text for _, text in found] == [word for line in SONG for word in line.split()]
    away = np.abs(np.array([time for time, _ in found]) - np.array(starts))
    assert np.median(away) < 0.1 and away.max() < BEAT
    # What is held at the end of a line is a word of it until it is not heard any more, and it is its vowel.
    last = narration.slices[0]
    assert abs(last.start + last.words[-1].end - starts[len(SONG[0].split())]) < 0.1
    assert max(last.phones, key=lambda phone: phone.end - phone.start).viseme is not Viseme.SIL
    assert last.phones[-1].end - last.phones[-1].start < 0.3


def test_a_song_of_other_words_is_refused() -> None:
    recording, _ = sung()
    with pytest.raises(EngineFailed, match="something else"):
        place_lines(recording, SPOKEN, "en")
