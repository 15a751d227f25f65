"""Prosody after the engine: emphasis, rises, pitch, pace and loudness of single words, on any voice's sound.

Pitch and length are changed pitch-synchronously (TD-PSOLA; E. Moulines and F. Charpentier, 1990): every period of the
voice is taken as a grain, and grains are laid down closer, farther, or more often. Windows of neighbouring grains add
up to one, so what no gesture reaches stays the same to the sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from renderers.speech.phones import is_voiced, is_vowel
from renderers.speech.pitch_marks import HOP_SECONDS, PitchTrack, Samples, mark_periods, track_pitch
from renderers.speech.utterance import Segment, Utterance

EMPHASIS_HALF_TONES = 2.6
"""How far the pitch rises on the stressed vowel of a word that is stressed moderately; 1.6 times that if strongly."""
EMPHASIS_LENGTH = 0.24
"""How much longer that vowel becomes; the other voiced sounds of the word a third of it."""
EMPHASIS_DECIBELS = 1.8
LEAST_PERIOD_RATIO, MOST_PERIOD_RATIO = 0.5, 2.0

_SMOOTHING_SECONDS = 0.03


@dataclass(frozen=True)
class _Score:
    """What is to happen along a line: for each segment how much longer, and every `HOP_SECONDS` pitch and gain."""

    stretch: Samples
    half_tones: Samples
    decibels: Samples

    @property
    def silent(self) -> bool:
        """Whether nothing changes at all."""
        return bool(
            np.all(np.abs(self.stretch - 1) < 1e-3)
            and np.all(np.abs(self.half_tones) < 0.02)
            and np.all(np.abs(self.decibels) < 0.02)
        )


def shape(
    samples: Samples, rate: int, segments: Sequence[Segment], utterance: Utterance
) -> tuple[Samples, tuple[Segment, ...]]:
    """The sound with the gestures of the utterance's tokens, and its segments where they are heard now.

    `segments` fill the sound without gaps. A line without gestures is returned as it is.
    """
    whole = utterance.half_tones or utterance.liveliness != 1
    if not whole and not any(token.gesture for token in utterance.tokens):
        return samples, tuple(segments)
    track = track_pitch(samples, rate)
    score = _score(segments, utterance, track, len(samples) / rate)
    if score.silent:
        return samples, tuple(segments)
    if np.any(np.abs(score.decibels) >= 0.02):
        at = np.arange(len(samples)) / rate / HOP_SECONDS
        samples = samples * 10 ** (np.interp(at, np.arange(len(score.decibels)), score.decibels) / 20)
    if np.all(np.abs(score.stretch - 1) < 1e-3) and np.all(np.abs(score.half_tones) < 0.02):
        return samples, tuple(segments)
    return _relaid(samples, rate, segments, score, track)


def _score(segments: Sequence[Segment], utterance: Utterance, track: PitchTrack, seconds: float) -> _Score:
    frames = int(seconds / HOP_SECONDS) + 2
    stretch, half_tones, decibels = np.ones(len(segments)), np.zeros(frames), np.zeros(frames)
    time: Samples = np.arange(frames, dtype=np.float64) * HOP_SECONDS
    for token, own in _by_token(segments):
        gesture = utterance.tokens[token].gesture
        if gesture is None:
            continue
        start, end = segments[own[0]].start, segments[own[-1]].end
        peak = _stressed(segments, own)
        inside = (time >= start) & (time < end)
        half_tones[inside] += gesture.pitch
        decibels[inside] += gesture.volume + EMPHASIS_DECIBELS * gesture.emphasis
        stretch[own] /= gesture.speed
        if gesture.emphasis:
            middle = (segments[peak].start + segments[peak].end) / 2
            half_tones += EMPHASIS_HALF_TONES * gesture.emphasis * _hill(time, start, middle, end)
            for at in own:
                if is_voiced(segments[at].symbol, segments[at].viseme):
                    stretch[at] *= 1 + EMPHASIS_LENGTH * gesture.emphasis * (1.0 if at == peak else 1 / 3)
        if gesture.rise:
            half_tones += _ramp(time, segments[peak].start, end, gesture.rise, track)
    half_tones += utterance.half_tones + _livelier(track, frames, utterance.liveliness - 1)
    width = round(_SMOOTHING_SECONDS / HOP_SECONDS)
    even = np.ones(width) / width
    return _Score(
        np.clip(stretch, LEAST_PERIOD_RATIO, MOST_PERIOD_RATIO),
        np.convolve(half_tones, even, "same"),
        np.convolve(decibels, even, "same"),
    )


def _livelier(track: PitchTrack, frames: int, more: float) -> Samples:
    """Half-tones that carry the pitch so much farther from its median as it is away from it, between -5 and 5."""
    made = np.zeros(frames)
    voiced = np.flatnonzero(track.hertz[:frames] > 0)
    if more and len(voiced):
        away = 12 * np.log2(track.hertz[voiced] / track.median)
        made = np.interp(np.arange(frames), voiced, np.clip(away * more, -5, 5))
    return made


def _by_token(segments: Sequence[Segment]) -> list[tuple[int, list[int]]]:
    found: dict[int, list[int]] = {}
    for at, segment in enumerate(segments):
        if segment.token >= 0:
            found.setdefault(segment.token, []).append(at)
    return list(found.items())


def _stressed(segments: Sequence[Segment], own: Sequence[int]) -> int:
    """The last vowel with the main stress, or else the longest vowel, or else the longest sound."""
    vowels = [at for at in own if is_vowel(segments[at].symbol, segments[at].viseme)]
    stressed = [at for at in vowels if segments[at].stress == 1]
    return stressed[-1] if stressed else max(vowels or own, key=lambda at: segments[at].end - segments[at].start)


def _hill(time: Samples, start: float, middle: float, end: float) -> Samples:
    """From 0 at `start` over 1 at `middle` to 0 at `end`, in two half waves of a cosine."""
    up = np.clip((time - start) / max(middle - start, 1e-3), 0, 1)
    down = np.clip((end - time) / max(end - middle, 1e-3), 0, 1)
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * np.minimum(up, down)))


def _ramp(time: Samples, start: float, end: float, rise: float, track: PitchTrack) -> Samples:
    """Half-tones that bring the pitch from what it is at `start` to `rise` above that at `end`, whatever it did."""
    inside = np.flatnonzero((time >= start) & (time < end))
    inside = inside[inside < len(track.hertz)]
    voiced = inside[track.hertz[inside] > 0]
    made = np.zeros(len(time))
    if len(voiced) < 4:
        return made
    line = np.log2(track.hertz[voiced]) * 12
    slope, level = np.polyfit(time[voiced] - start, line, 1)
    until = time[voiced[-1]]
    share = np.clip((time[inside] - start) / max(until - start, 1e-3), 0, 1)
    fitted = slope * (np.minimum(time[inside], until) - start)
    # What falls is first held level, and then raised: late, as a question rises.
    made[inside] = rise * share**1.5 - np.minimum(fitted, 0.0)
    return made


def _relaid(
    samples: Samples, rate: int, segments: Sequence[Segment], score: _Score, track: PitchTrack
) -> tuple[Samples, tuple[Segment, ...]]:
    voiced = _voiced_stretches(segments)
    marks, periodic = mark_periods(samples, rate, track, voiced)
    old_edges = np.array([0.0, *(segment.end for segment in segments)])
    lengths = np.diff(old_edges) * score.stretch
    new_edges = np.concatenate([[0.0], np.cumsum(lengths)])
    old_edges[-1], total = len(samples) / rate, round(new_edges[-1] * rate)
    laid = _lay(marks, periodic, rate, (old_edges, new_edges), score, total)
    made = _overlap(samples, marks, periodic, laid, total)
    moved = tuple(
        replace(segment, start=float(first), end=float(last))
        for segment, (first, last) in zip(segments, pairwise(new_edges), strict=True)
    )
    return made, moved


def _voiced_stretches(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for segment in segments:
        if segment.token < 0 or not is_voiced(segment.symbol, segment.viseme):
            continue
        if found and abs(found[-1][1] - segment.start) < 1e-6:
            found[-1] = (found[-1][0], segment.end)
        else:
            found.append((segment.start, segment.end))
    return found


def _lay(
    marks: NDArray[np.int64],
    periodic: NDArray[np.bool_],
    rate: int,
    edges: tuple[Samples, Samples],
    score: _Score,
    total: int,
) -> list[tuple[int, int]]:
    """Where grains go in the new sound, each with the index of its mark in the old; from its first sample to its last.

    A grain follows the one before after the period that the old sound has there, changed by what is asked.
    """
    old_edges, new_edges = edges
    new_marks = np.interp(marks / rate, old_edges, new_edges) * rate
    gaps = np.diff(marks)
    laid: list[tuple[int, int]] = [(0, 0)]
    at, source = 0.0, 0
    while True:
        step = float(gaps[min(source, len(gaps) - 1)])
        if periodic[source]:
            frame = min(int(marks[source] / rate / HOP_SECONDS), len(score.half_tones) - 1)
            step *= 2 ** (-score.half_tones[frame] / 12)
        # Without a change of length or pitch, every grain lands exactly where it was.
        at = at + step
        if at >= total - 1:
            break
        while source + 1 < len(marks) - 1 and abs(new_marks[source + 1] - at) <= abs(new_marks[source] - at):
            source += 1
        # A change from breath to voice begins with the first period, where it is heard now.
        if periodic[source] and not periodic[laid[-1][1]]:
            at = max(at, float(new_marks[source]))
        laid.append((round(at), source))
    laid.append((total, len(marks) - 1))
    return laid


def _overlap(
    samples: Samples,
    marks: NDArray[np.int64],
    periodic: NDArray[np.bool_],
    laid: Sequence[tuple[int, int]],
    total: int,
) -> Samples:
    made = np.zeros(total)
    used = -1
    for index, (place, source) in enumerate(laid):
        mark = int(marks[source])
        left = _reach(place - laid[index - 1][0] if index else 0, mark - int(marks[source - 1]) if source else 0)
        right = _reach(
            laid[index + 1][0] - place if index + 1 < len(laid) else 0,
            int(marks[source + 1]) - mark if source + 1 < len(marks) else 0,
        )
        grain = samples[mark - left : mark + right] * _window(left, right)
        # Breath that is said twice in a row would buzz: every second time it is turned around.
        if source == used and not periodic[source] and left == right:
            grain, used = grain[::-1], -1
        else:
            used = source
        made[place - left : place - left + len(grain)] += grain
    return made


def _reach(laid: int, own: int) -> int:
    return min(laid, own)


def _window(left: int, right: int) -> Samples:
    up = 0.5 - 0.5 * np.cos(np.pi * np.arange(left) / max(left, 1))
    down = 0.5 + 0.5 * np.cos(np.pi * np.arange(right) / max(right, 1))
    return np.concatenate([up, down])
