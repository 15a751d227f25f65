"""A second hearing of what a search found different: words of the script that do fit the sound after all were said."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from renderers.speech.alignment_acoustic import align_names
from renderers.speech.delivery import speech_level
from renderers.speech.noise_reduction import RATE
from renderers.speech.phonemes import Sounds
from renderers.speech.recording import Recording
from renderers.speech.script_following import Heard

SURE_WORD, SURE_ALL = 0.25, 0.6
"""How well each of the words and all of them together have to fit: read words mostly reach 0.9, wrong ones 0.2."""

MOST_OUTSIDE = 0.2
"""The share of the loud sound that may be outside the words."""

LEAST_HEARD = 0.15
"""Seconds of sound that other words have at least."""

_MOST = 14
_QUICKEST = 0.09
"""Seconds that a word takes at least, on the average of a stretch."""


def check_missing(
    heard: Sequence[Heard], recording: Recording, names: Sequence[str], readings: Sequence[Sounds]
) -> list[Heard]:
    """`heard` with the runs of script words in it that fit the sound between their neighbours after all."""
    found: list[Heard] = []
    words = [at for at, one in enumerate(heard) if one.word >= 0]
    edges = [None, *words, None]
    for before, after in zip(edges, edges[1:], strict=False):
        first = heard[before].word + 1 if before is not None else 0
        last = heard[after].word if after is not None else len(names)
        if before is not None:
            found.append(heard[before])
        between = list(heard[0 if before is None else before + 1 : len(heard) if after is None else after])
        start = heard[before].end if before is not None else 0.0
        end = heard[after].start if after is not None else recording.seconds
        told = _fitting(recording, start, end, range(first, last), names, readings) if first < last else []
        found += told or between
    return found


def drop_quiet(heard: Sequence[Heard], recording: Recording) -> list[Heard]:
    """`heard` without other words where hardly anything is heard: what noise leaves behind sounds like words too."""
    bar = 0.2 * speech_level(recording.samples.astype(np.float64), RATE)
    found = []
    for one in heard:
        samples = recording.samples[round(one.start * RATE) : round(one.end * RATE)]
        if one.word >= 0 or float(np.sum(_levels(samples) > bar)) / 100 >= LEAST_HEARD:
            found.append(one)
    return found


def _levels(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """The RMS of every 10 ms."""
    size = RATE // 100
    frames = samples[: len(samples) // size * size].reshape(-1, size)
    return np.asarray(np.sqrt(np.mean(frames**2, axis=1)), np.float32)


def _fitting(
    recording: Recording,
    start: float,
    end: float,
    run: range,
    names: Sequence[str],
    readings: Sequence[Sounds],
) -> list[Heard]:
    """The words of a run with their times, where they fit the sound from `start` to `end`; else nothing."""
    if len(run) > _MOST or end - start < _QUICKEST * len(run):
        return []
    samples = recording.samples[round(start * RATE) : round(end * RATE)]
    owners = list(range(len(run)))
    times = align_names(samples, RATE, [names[at] for at in run], owners, [readings[at] for at in run])
    if times is None or min(times.confidences) < SURE_WORD:
        return []
    if sum(times.confidences) / len(run) < SURE_ALL:
        return []
    if _loud_outside(samples, [(one.start, one.end) for one in times.segments if one.token >= 0]) > MOST_OUTSIDE:
        return []
    found = []
    for number, at in enumerate(run):
        own = [segment for segment in times.segments if segment.token == number]
        found.append(Heard(at, start + own[0].start, start + own[-1].end))
    return found


def _loud_outside(samples: NDArray[np.float32], spans: Sequence[tuple[float, float]]) -> float:
    """The share of what is loud in `samples` that lies in none of the spans: the aligner took it for a pause."""
    level = _levels(samples)
    loud = level > 0.15 * level.max(initial=1e-9)
    at = (np.arange(len(level)) + 0.5) / 100
    inside = np.any([(start <= at) & (at < end) for start, end in spans], axis=0)
    return float(np.mean(~inside[loud])) if loud.any() else 0.0
