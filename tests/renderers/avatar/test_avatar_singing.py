"""Sung words: the mouth holds held vowels, and what moves keeps the beat that is found in the voice."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from renderers.avatar import AvatarRequest
from renderers.avatar.beats import keep_beats
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.gestures import choose_gestures
from renderers.avatar.mouth import aperture
from renderers.avatar.performance import perform
from renderers.avatar.prosody import read_prosody
from renderers.music.sung import sung_beats
from renderers.speech import Phone, Viseme, Word

BEAT, BARS, BEGINS = 0.625, 12, 0.5
RATE = 48_000


def _notes() -> list[tuple[float, float]]:
    """Start and length of each syllable: two eighths on most beats, a held note of a beat and a half on the third."""
    found = []
    for beat in range(4 * BARS):
        at = BEGINS + beat * BEAT
        if beat % 4 == 2:
            found.append((at, 1.4 * BEAT))
        elif beat % 4 == 3:
            found.append((at + BEAT / 2, 0.4 * BEAT))
        else:
            found += [(at, 0.45 * BEAT), (at + BEAT / 2, 0.45 * BEAT)]
    return found


@pytest.fixture(scope="module")
def voice() -> np.ndarray:
    """The notes as a buzzing voice with vibrato, its consonants a little noise; 12 ms off the beat on average."""
    throw = np.random.default_rng(1)
    sound = np.zeros(int((BEGINS + 4 * BARS * BEAT + 1) * RATE))
    for at, length in _notes():
        start, count = int((at + throw.normal(0, 0.012)) * RATE), int(length * RATE)
        times = np.arange(count) / RATE
        pitch = 200 * 2 ** (throw.integers(0, 8) / 12) * (1 + 0.006 * np.sin(2 * np.pi * 5.5 * times))
        phase = 2 * np.pi * np.cumsum(pitch) / RATE
        shape = np.minimum(1, times / 0.03) * np.minimum(1, (length - times) / 0.05)
        sound[start : start + count] += 0.15 * shape * sum(np.sin(k * phase) / k**1.2 for k in range(1, 12))
        sound[start : start + 900] += throw.normal(0, 0.03, 900)
    return sound.astype(np.float32)


@pytest.fixture(scope="module")
def song(voice: np.ndarray) -> AvatarRequest:
    words, phones = [], []
    for number, (at, length) in enumerate(_notes()):
        words.append(Word(f"la{number}", at, at + length, 0))
        phones += [
            Phone("l", at, at + 0.06, Viseme.DD, 0, number),
            Phone("aa", at + 0.06, at + length, Viseme.AA, 1, number),
        ]
    frames = int(len(voice) / RATE * 30)
    level = (0.8,) * (frames * 100 // 30)
    beats = sung_beats(voice)
    return AvatarRequest(
        AVATARS[0], tuple(words), tuple(phones), level, frames, Fraction(30), 3, "half_body", beats=beats
    )


def test_the_beats_of_a_sung_voice_are_found_and_speech_has_none(song: AvatarRequest) -> None:
    beats = np.array(song.beats)
    assert len(beats) > 0.8 * 4 * BARS
    late = (beats - BEGINS + BEAT / 4) % (BEAT / 2) - BEAT / 4
    assert float(np.median(np.abs(late))) < 0.03
    throw = np.random.default_rng(2)
    talk = np.zeros(20 * RATE)
    at = 0.3
    while at < 19:
        length = throw.uniform(0.07, 0.3)
        count = int(length * RATE)
        talk[int(at * RATE) : int(at * RATE) + count] += 0.2 * np.sin(np.arange(count) * throw.uniform(0.01, 0.03))
        at += length + (throw.uniform(0.2, 0.9) if throw.random() < 0.2 else throw.uniform(0, 0.04))
    assert sung_beats(talk.astype(np.float32)) == ()


def test_the_mouth_stays_open_on_held_vowels(song: AvatarRequest) -> None:
    gap = aperture(perform(song)).astype(float)
    times = (np.arange(song.frames) + 0.5) / 30
    held = [(at, length) for at, length in _notes() if length > BEAT]
    for at, length in held:
        inside = gap[(times > at + 0.2) & (times < at + length - 0.15)]
        assert inside.min() > 0.45 * np.percentile(gap, 95) and np.ptp(inside) < 0.1


def test_hands_and_nods_keep_the_beat_and_words_alone_would_not(song: AvatarRequest) -> None:
    beats = np.array(song.beats)
    times = (np.arange(song.frames) + 0.5) / 30

    def off(moments: np.ndarray) -> float:
        return float(np.median(np.abs(moments[:, None] - beats[None]).min(1)))

    def nods(request: AvatarRequest) -> np.ndarray:
        pitch = perform(request).channels["pitch"].astype(float)
        high = pitch - np.convolve(pitch, np.ones(31) / 31, "same")
        inside = (high[1:-1] > high[:-2]) & (high[1:-1] >= high[2:]) & (high[1:-1] > 0.8)
        return np.asarray(times[1:-1][inside])

    gestures = choose_gestures(song, keep_beats(read_prosody(song), song.beats, song.loudness))
    made = perform(song)
    assert all(gesture.on_beat for gesture in gestures) and len(gestures) > 3
    assert off(nods(song)) < 0.04 < off(nods(replace(song, beats=())))
    # A hand arrives on the beat: it is at its slowest right after it, and was fast right before.
    for gesture in gestures:
        side = "left" if gesture.side == "both" else gesture.side
        elbow = made.channels[f"elbow_{side}"].astype(float)
        speed = np.interp(np.array([gesture.start - 0.1, gesture.start + 0.1]), times, np.abs(np.gradient(elbow)))
        assert speed[0] > 2 * speed[1] or speed[0] < 0.8, gesture
