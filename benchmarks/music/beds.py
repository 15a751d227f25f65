"""Composed beds: every mood at two lengths, and what an edit of one costs."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

import numpy as np

from benchmarks.music.measures import balance, clearest_key, end_decay, fits_key, regularity
from renderers.loudness import integrated, true_peak
from renderers.music import MusicRequest
from renderers.music.catalogue import MOODS
from renderers.music.composed import ComposedMusic, key_of
from renderers.takes import TakeStore

RATE = 48_000
LENGTHS = (20.0, 60.0)
_SCENES = ("title", "speech", "open", "speech", "action")
_SHARES = (0.0, 0.13, 0.37, 0.6, 0.86)
"""Where scenes of a programme begin, as shares of it."""
_EDIT = 0.4
"""Seconds by which a line becomes longer."""


@dataclass(frozen=True)
class BedFigures:
    """One bed. Levels in dB, speeds as shares of real time on one core; `edited` after a line became longer."""

    mood: str
    seconds: float
    exact: bool
    loudness: float
    true_peak: float
    end: float
    key_fit: float
    in_key: bool
    regularity: float
    width: float
    balance: list[float]
    speed: float
    edited: float


def measure_beds(moods: list[str], say: object = None) -> list[BedFigures]:
    """The figures of every mood at every length."""
    # What is loaded once is no cost of a bed.
    ComposedMusic().compose(MusicRequest(moods[0], 2 * RATE, 1))
    return [measure_bed(mood, seconds) for mood in moods for seconds in LENGTHS]


def measure_bed(mood: str, seconds: float, seed: int = 1) -> BedFigures:
    """The figures of one bed, composed in an empty store."""
    request = asked(mood, seconds, seed)
    longer = asked(mood, seconds + _EDIT, seed, later=_EDIT)
    with tempfile.TemporaryDirectory() as folder:
        takes = TakeStore(Path(folder))
        begun = time.thread_time()
        bed = np.asarray(ComposedMusic().compose(request, takes).samples[:])
        composed = time.thread_time()
        ComposedMusic().compose(longer, takes)
        edited = time.thread_time()
    style = import_module(f"renderers.music.styles.{mood}").STYLE
    key = clearest_key(bed)
    return BedFigures(
        mood,
        seconds,
        len(bed) == request.samples,
        integrated(bed),
        true_peak(bed),
        end_decay(bed),
        key[2],
        fits_key(key, key_of(mood, seed), style.minor),
        regularity(bed),
        float(np.corrcoef(bed.T)[0, 1]),
        balance(bed),
        (composed - begun) / seconds,
        (edited - composed) / seconds,
    )


def asked(mood: str, seconds: float, seed: int, later: float = 0.0) -> MusicRequest:
    """A request for a programme of five scenes, of which those after the second begin `later` seconds later."""
    whole = seconds - later
    marks = tuple(round((share * whole + (later if number > 1 else 0)) * RATE) for number, share in enumerate(_SHARES))
    return MusicRequest(mood, round(seconds * RATE), seed, marks[1:], _SCENES)


def seeds_differ(mood: str) -> tuple[bool, bool]:
    """Whether the same seed gives the same samples, and another one others, on ten seconds of a mood."""
    request = MusicRequest(mood, 10 * RATE, 3)
    engine = ComposedMusic()
    first, again, other = (engine.compose(one).samples[:] for one in (request, request, replace(request, seed=4)))
    return bool(np.array_equal(first, again)), not np.array_equal(first, other)


ALL = [mood.id for mood in MOODS]
