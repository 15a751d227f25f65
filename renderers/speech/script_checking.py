"""A second hearing of what a search found different: words of the script that do fit the sound after all were said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from renderers.speech.alignment import TokenTimes
from renderers.speech.alignment_acoustic import align_names
from renderers.speech.alignment_warping import align_by_warping
from renderers.speech.delivery import speech_level
from renderers.speech.languages import base
from renderers.speech.noise_reduction import RATE
from renderers.speech.phonemes import Sounds
from renderers.speech.recording import Recording
from renderers.speech.script_following import Heard
from renderers.speech.utterance import Token, Utterance

SURE_WORD, SURE_ALL = 0.25, 0.6
"""How well each of the words and all of them together have to fit: read words mostly reach 0.9, wrong ones 0.2."""

SURE_BESIDE = 0.9
"""How well each of the words beside a word more has to fit with its sound: those that only end late have 0.96 and more,
those that were stretched over a word that was said mostly 0.4 and less.
"""

SURE_WARPED = 0.6
"""The same of words of other languages than English, warped onto the sound from espeak-ng's own: the acoustic model
is English and doubts many of them. In German, Spanish and French read words have 0.68 and more, others 0.63 at most.
"""

SURE_SUNG = 0.5
"""The same of a whole script that is sung, on the average."""

MOST_SUNG = 300.0
"""The most seconds of a song that are searched: it is searched in one piece."""

_STOP = 0.2
"""The most seconds of quiet inside a word: those in which a consonant such as `t` holds the breath."""

MOST_OUTSIDE = 0.2
"""The share of the loud sound that may be outside the words."""

LEAST_HEARD = 0.15
"""Seconds of sound that other words have at least."""

_MOST = 14
_QUICKEST_SOUND, _SLOWEST_SOUND = 0.02, 0.3
"""Seconds that a sound takes on a word's average, where words are warped: what was not said is squeezed together, and
what stands for other words is drawn out.
"""
_QUICKEST = 0.09
"""Seconds that a word takes at least, on the average of a stretch."""


@dataclass(frozen=True)
class Wanted:
    """The words of a script: as tokens, by the aligner's names, and in sounds; all alike long, in their language."""

    tokens: Sequence[Token]
    names: Sequence[str]
    readings: Sequence[Sounds]
    language: str


def check_missing(heard: Sequence[Heard], recording: Recording, wanted: Wanted) -> list[Heard]:
    """`heard` with the runs of script words in it that fit the sound between their neighbours after all."""
    found: list[Heard] = []
    words = [at for at, one in enumerate(heard) if one.word >= 0]
    edges = [None, *words, None]
    for before, after in zip(edges, edges[1:], strict=False):
        first = heard[before].word + 1 if before is not None else 0
        last = heard[after].word if after is not None else len(wanted.names)
        if before is not None:
            found.append(heard[before])
        between = list(heard[0 if before is None else before + 1 : len(heard) if after is None else after])
        start = heard[before].end if before is not None else 0.0
        end = heard[after].start if after is not None else recording.seconds
        told = _fitting(recording, start, end, range(first, last), wanted) if first < last else []
        found += told or between
    return found


def check_more(heard: Sequence[Heard], recording: Recording, wanted: Wanted) -> list[Heard]:
    """`heard` without other words that are the last sound of a script word before a pause, or a breath after it.

    English only, as the model that doubts them is.
    """
    found = list(heard)
    at = 0
    while base(wanted.language) == "en" and at < len(found):
        after = next((place for place in range(at, len(found)) if found[place].word >= 0), len(found))
        fits: list[Heard] = []
        first, last = max(0, at - 1), min(len(found), after + 1)
        run = range(found[at - 1].word if at else 0, found[after].word + 1 if after < len(found) else len(wanted.names))
        # In between, a word more stretches a short one beside it as well as its own last sound does.
        if at < after and 0 < len(run) <= 2 and (not at or after == len(found) or wanted.tokens[run[0]].mark):
            fits = _spoken(recording, found[first].start, found[last - 1].end, run, wanted, SURE_BESIDE)
        found[first if fits else at : last if fits else at] = fits
        at = first + len(fits) if fits else after + 1
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


def follow_singing(recording: Recording, wanted: Wanted) -> list[Heard]:
    """Every word of the script, where it is sung: words are held as nobody speaks. Empty where it does not fit.

    Who looks for words in speech expects them to last about as long as spoken ones; the whole script in its order does
    not need that. Of another script no way is found at all, or one that fits badly: a voice that holds each word for
    one to four times as long had 0.70, the same with scripts of as many other words none.
    """
    if recording.seconds > MOST_SUNG:
        return []
    owners = list(range(len(wanted.names)))
    times = align_names(recording.samples, RATE, wanted.names, owners, wanted.readings)
    if times is None or sum(times.confidences) < SURE_SUNG * len(owners):
        return []
    found = _placed(times, range(len(owners)), 0.0)
    return _held(found, recording) if len(found) == len(owners) else []


def _held(heard: Sequence[Heard], recording: Recording) -> list[Heard]:
    """The words, each as long as its note is heard."""
    ends = held_ends([(one.start, one.end) for one in heard], recording.samples, recording)
    return [replace(one, end=end) for one, end in zip(heard, ends, strict=True)]


def held_ends(spans: Sequence[tuple[float, float]], samples: NDArray[np.float32], recording: Recording) -> list[float]:
    """Where each of the spans of `samples`, in order, is not heard any more: of a note that is held, what aligns words
    takes the end for a pause. Not after the next begins, nor after a pause; `recording` says how loud is loud.
    """
    bar = 0.2 * speech_level(recording.samples.astype(np.float64), RATE)
    loud = np.flatnonzero(_levels(samples) > bar) / 100
    found = []
    for (_, end), after in zip(spans, [*(start for start, _ in spans[1:]), len(samples) / RATE], strict=True):
        for moment in loud[(loud >= end) & (loud < after)]:
            if moment - end > _STOP:
                break
            end = min(float(moment) + 0.01, after)  # noqa: PLW2901
        found.append(end)
    return found


def _levels(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """The RMS of every 10 ms."""
    size = RATE // 100
    frames = samples[: len(samples) // size * size].reshape(-1, size)
    return np.asarray(np.sqrt(np.mean(frames**2, axis=1)), np.float32)


def _fitting(recording: Recording, start: float, end: float, run: range, wanted: Wanted) -> list[Heard]:
    """The words of a run with their times, where they fit the sound from `start` to `end`; else nothing."""
    if len(run) > _MOST or end - start < _QUICKEST * len(run):
        return []
    found = _spoken(recording, start, end, run, wanted, SURE_WORD)
    if found or base(wanted.language) == "en":
        return found
    samples = _between(recording, start, end)
    tried = (_warped(samples, part, wanted) for part in _from_sentences(run, wanted.tokens))
    return _placed(next((times for times in tried if times is not None), None), run, start)


def _spoken(recording: Recording, start: float, end: float, run: range, wanted: Wanted, each: float) -> list[Heard]:
    """The same by the acoustic model alone, where `each` word fits so well."""
    samples = _between(recording, start, end)
    owners = list(range(len(run)))
    times = align_names(samples, RATE, [wanted.names[at] for at in run], owners, [wanted.readings[at] for at in run])
    sure = times is not None and _sure(samples, times, each, SURE_ALL)
    return _placed(times if sure else None, run, start)


def _between(recording: Recording, start: float, end: float) -> NDArray[np.float32]:
    return recording.samples[round(start * RATE) : round(end * RATE)]


def _placed(times: TokenTimes | None, run: range, start: float) -> list[Heard]:
    """Where each word of a run is heard; nothing without times."""
    found = []
    for number, at in enumerate(run if times is not None else ()):
        own = [segment for segment in times.segments if segment.token == number] if times is not None else []
        if own:
            found.append(Heard(at, start + own[0].start, start + own[-1].end))
    return found


def _from_sentences(run: range, tokens: Sequence[Token]) -> list[range]:
    """The run, and its beginnings that end with a sentence, the longest first."""
    ends = [at + 1 for at in run[:-1] if tokens[at].mark in (".", "?", "!")]
    return [run, *(range(run.start, end) for end in reversed(ends))]


def _warped(samples: NDArray[np.float32], run: range, wanted: Wanted) -> TokenTimes | None:
    """The words of a run, said by espeak-ng and warped onto what is loud in `samples`; None where they do not fit."""
    loud = np.flatnonzero(_is_loud(samples))
    if len(loud) < _QUICKEST * 100 * len(run):
        return None
    first, last = max(0, int(loud[0]) - 3), int(loud[-1]) + 4
    heard = samples[first * RATE // 100 : last * RATE // 100]
    utterance = Utterance((), tuple(wanted.tokens[at] for at in run))
    times = align_by_warping(heard, RATE, utterance, wanted.language)
    segments = tuple(replace(s, start=s.start + first / 100, end=s.end + first / 100) for s in times.segments)
    moved = TokenTimes(segments, times.confidences)
    natural = all(_QUICKEST_SOUND <= _pace(moved, number) <= _SLOWEST_SOUND for number in range(len(run)))
    return moved if natural and _sure(samples, moved, 0.0, SURE_WARPED) else None


def _pace(times: TokenTimes, token: int) -> float:
    """Seconds that each sound of a word takes on the average."""
    own = [segment.end - segment.start for segment in times.segments if segment.token == token]
    return sum(own) / max(1, len(own))


def _sure(samples: NDArray[np.float32], times: TokenTimes, each: float, together: float) -> bool:
    """Whether words fit, each and on the average, and nearly all that is loud lies in them."""
    if min(times.confidences) < each or sum(times.confidences) / len(times.confidences) < together:
        return False
    return _loud_outside(samples, [(one.start, one.end) for one in times.segments if one.token >= 0]) <= MOST_OUTSIDE


def _is_loud(samples: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Of every 10 ms whether it is loud against the loudest."""
    level = _levels(samples)
    return np.asarray(level > 0.15 * level.max(initial=1e-9))


def _loud_outside(samples: NDArray[np.float32], spans: Sequence[tuple[float, float]]) -> float:
    """The share of what is loud in `samples` that lies in none of the spans: the aligner took it for a pause."""
    loud = _is_loud(samples)
    at = (np.arange(len(loud)) + 0.5) / 100
    inside = np.any([(start <= at) & (at < end) for start, end in spans], axis=0)
    return float(np.mean(~inside[loud])) if loud.any() else 0.0
