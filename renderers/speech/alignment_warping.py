"""Alignment without a model: espeak-ng says the text, and its sound, whose times are known, is warped on the recording.

It always finds a way, also where the acoustic model finds none (a sung line, a voice like none it knows). Both become
mel-frequency cepstra with their means and spreads taken out, so that what is compared is the course of the sounds and
not the voice; dynamic time warping finds the cheapest way through both. A rough pass over every fourth frame bounds
the exact one, so that long recordings stay affordable.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.resampling import resample
from renderers.speech import SpeechRequest, Voice
from renderers.speech.alignment import TokenTimes
from renderers.speech.espeak import render_utterance
from renderers.speech.phonemes import espeak_voice
from renderers.speech.utterance import Segment, Utterance

RATE = 16000
HOP = 160
WINDOW = 400
LONGEST = 600.0
"""Seconds that are warped at once."""

_BANDS, _COEFFICIENTS = 26, 13
_ROUGH = 4
_SLACK = 25
"""Frames that the exact way may stray from the rough one."""

_STEP_COST = 0.3
"""What a step that moves in one sound only costs above its distance: speech rarely stands still."""

_MIDDLE, _SLOPE = 4.2, 0.7
"""The mean distance of frames at which two words are as likely the same as not."""

Frames = NDArray[np.float32]


def align_by_warping(samples: NDArray[np.float32], sample_rate: int, utterance: Utterance, language: str) -> TokenTimes:
    """The sounds of `utterance` in `samples`. Raises `EngineFailed` where espeak has no voice for the language."""
    if len(samples) / sample_rate > LONGEST:
        raise EngineFailed(
            "alignment",
            f"the recording is longer than the {LONGEST / 60:.0f} minutes that are aligned at once; cut it.",
        )
    said = render_utterance(SpeechRequest("", _voice(language)), utterance)
    model = cepstra(resample(said.samples.astype(np.float32), said.sample_rate, RATE))
    heard = cepstra(resample(samples, sample_rate, RATE))
    path, costs = warp(model, heard)
    to = np.full(len(model) + 1, len(heard), float)
    for index in range(len(model)):
        to[index] = path[path[:, 0] == index, 1].mean()
    to = np.maximum.accumulate(to)
    clock = np.arange(len(to)) * HOP / RATE

    def moved(time: float) -> float:
        return float(np.interp(time, clock, to * HOP / RATE))

    segments = tuple(
        Segment(s.symbol, moved(s.start), moved(s.end), s.viseme, s.stress, s.token) for s in said.segments
    )
    return TokenTimes(segments, _confidences(said.segments, path, costs, len(utterance.tokens)))


def cepstra(samples: NDArray[np.float32]) -> Frames:
    """Mel-frequency cepstra `(n, 13)` every 10 ms, the first the level; each with mean 0 and spread 1 over speech."""
    padded = np.pad(samples.astype(np.float64), (WINDOW // 2, WINDOW))
    padded = padded - 0.97 * np.concatenate([[0.0], padded[:-1]])
    count = max(1, len(samples) // HOP)
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][:count]
    power = np.abs(np.fft.rfft(frames * np.hanning(WINDOW), 512)) ** 2
    energy = np.log(power @ _mel_bands() + 1e-7)
    basis = np.cos(np.pi / _BANDS * np.outer(np.arange(_BANDS) + 0.5, np.arange(_COEFFICIENTS)))
    found = energy @ basis
    loud = found[:, 0] > found[:, 0].max() - 6 * found[:, 0].std() if len(found) > 1 else np.ones(1, bool)
    return np.asarray((found - found[loud].mean(0)) / (found[loud].std(0) + 1e-6), np.float32)


def warp(model: Frames, heard: Frames) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The cheapest way through both as pairs of frames `(n, 2)`, and the distance at each pair."""
    corridor: NDArray[np.int64] | None = None
    if len(model) * len(heard) > 250_000:
        rough, _ = _way(_thin(model), _thin(heard), None)
        corridor = np.empty((len(model), 2), np.int64)
        for row in range(len(model)):
            at = rough[np.searchsorted(rough[:, 0], min(row // _ROUGH, rough[-1, 0])), 1] * _ROUGH
            corridor[row] = (max(0, at - _SLACK * _ROUGH), min(len(heard), at + _SLACK * _ROUGH))
        corridor[0, 0], corridor[-1, 1] = 0, len(heard)
    return _way(model, heard, corridor)


def _thin(frames: Frames) -> Frames:
    count = len(frames) // _ROUGH * _ROUGH
    return np.asarray(frames[:count].reshape(-1, _ROUGH, frames.shape[1]).mean(1), np.float32)


def _way(
    model: Frames, heard: Frames, corridor: NDArray[np.int64] | None
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Dynamic programming row by row: only the cells of the corridor are looked at.

    Within a row the cost of standing in the model's frame is a running minimum, which `np.minimum.accumulate` finds
    at once after the distances so far are taken out.
    """
    rows = len(model)
    backs: list[NDArray[np.int8]] = []
    firsts: list[int] = []
    before = np.zeros(0)
    first_before = 0
    distances: list[NDArray[np.float64]] = []
    for row in range(rows):
        first, last = (0, len(heard)) if corridor is None else (int(corridor[row, 0]), int(corridor[row, 1]))
        distance = np.sqrt(((heard[first:last] - model[row]) ** 2).sum(1)).astype(np.float64)
        if row == 0:
            reached = np.full(last - first, math.inf)
            reached[0] = distance[0]
            back = np.full(last - first, 2, np.int8)
        else:
            line = np.full(last - first + 1, math.inf)
            low, high = max(first - 1, first_before), min(last, first_before + len(before))
            if high > low:
                line[low - first + 1 : high - first + 1] = before[low - first_before : high - first_before]
            diagonal, up = line[:-1], line[1:] + _STEP_COST
            reached = np.minimum(diagonal, up) + distance
            back = np.where(diagonal <= up, 0, 1).astype(np.int8)
        passed = np.cumsum(distance + _STEP_COST)
        standing = np.minimum.accumulate(reached - passed) + passed
        back = np.where(standing < reached - 1e-9, np.int8(2), back).astype(np.int8)
        before, first_before = standing, first
        backs.append(back)
        firsts.append(first)
        distances.append(distance)
    way: list[tuple[int, int]] = []
    costs: list[float] = []
    row, column = rows - 1, len(heard) - 1
    while row >= 0 and column >= 0:
        inside = min(max(column - firsts[row], 0), len(backs[row]) - 1)
        column = firsts[row] + inside
        way.append((row, column))
        costs.append(float(distances[row][inside]))
        step = backs[row][inside]
        if row == 0 and column == 0:
            break
        row, column = (row - 1, column - 1) if step == 0 else (row - 1, column) if step == 1 else (row, column - 1)
        if row < 0:
            row = 0
        column = max(column, 0)
    return np.array(way[::-1], np.int64), np.array(costs[::-1])


def _confidences(
    segments: tuple[Segment, ...], path: NDArray[np.int64], costs: NDArray[np.float64], tokens: int
) -> tuple[float, ...]:
    found = []
    for token in range(tokens):
        own = [segment for segment in segments if segment.token == token]
        cost = _MIDDLE
        if own:
            first, last = own[0].start * RATE / HOP, own[-1].end * RATE / HOP
            within = costs[(path[:, 0] >= first) & (path[:, 0] <= last)]
            cost = float(within.mean()) if within.size else _MIDDLE
        found.append(1 / (1 + math.exp((cost - _MIDDLE) / _SLOPE)))
    return tuple(found)


def _mel_bands() -> NDArray[np.float64]:
    """Triangles on the mel scale from 60 to 7600 Hz, `(257, 26)`."""
    mel = np.linspace(2595 * np.log10(1 + 60 / 700), 2595 * np.log10(1 + 7600 / 700), _BANDS + 2)
    edges = 700 * (10 ** (mel / 2595) - 1)
    hertz = np.arange(257) * RATE / 512
    rising = (hertz[:, None] - edges[:-2]) / np.diff(edges)[:-1]
    falling = (edges[2:] - hertz[:, None]) / np.diff(edges)[1:]
    return np.asarray(np.clip(np.minimum(rising, falling), 0, None))


def _voice(language: str) -> Voice:
    return Voice("", "the aligner", language, "", "espeak", espeak_voice(language), "", 22050, "")
