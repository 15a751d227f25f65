"""Whether a contender's file is the programme: length, size, sound, and pictures near enough to ours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.composition import Composition
from renderers.media import frames, probe, sound
from renderers.timebase import SOUND_RATE

LEAST = 25.0
"""Decibels below which a picture is not the same composition. Backdrops that stand still and codecs cost a few."""
FIRST, STEP = 45, 15
"""From which picture on, and every how many, one is compared: before, the title comes in, each in its own way."""
LONGER = 0.1
"""Seconds by which a file may be longer or shorter: some round the sound up to a whole AAC frame."""


class WrongPicture(Exception):
    """The file is not the programme; the message says in what it differs."""


@dataclass(frozen=True)
class Check:
    """PSNR of luma against our own file in dB, of the compared pictures: the mean and the worst.

    `lag` is how many milliseconds the sound comes late, `size` the file's megabytes.
    """

    mean: float
    worst: float
    lag: float
    size: float


def check(path: Path, composition: Composition, ours: Path) -> Check:
    """The measures of a finished file. Raises `WrongPicture` where it is not the programme."""
    facts, picture = probe(path), composition.timeline.format
    assert facts.video, path
    found = (facts.video.width, facts.video.height, facts.video.frames)
    wanted = (picture.width, picture.height, composition.timeline.duration)
    if found != wanted:
        raise WrongPicture(f"width, height and frames are {found} where {wanted} were asked for")
    if abs(facts.duration - composition.seconds) > LONGER:
        raise WrongPicture(f"it lasts {facts.duration:.2f} s where {composition.seconds:.2f} s were asked for")
    levels = compare(path, ours)
    if min(levels) < LEAST:
        raise WrongPicture(f"picture {FIRST + int(np.argmin(levels)) * STEP} is {min(levels):.1f} dB from ours")
    lag = sound_lag(sound(path), sound(composition.sound))
    return Check(float(np.mean(levels)), min(levels), lag * 1000, path.stat().st_size / 1e6)


def compare(path: Path, other: Path) -> list[float]:
    """The PSNR of luma (dB, at most 99) of every `STEP`-th picture from `FIRST` on; the files are equally long."""
    levels = []
    for one, two in zip(frames(path, grey=True), frames(other, grey=True), strict=True):
        if one.index >= FIRST and (one.index - FIRST) % STEP == 0:
            error = float(np.mean((one.pixels.astype(np.float32) - two.pixels) ** 2))
            levels.append(min(99.0, 10 * math.log10(255**2 / max(error, 1e-9))))
    return levels


def sound_lag(heard: NDArray[np.float32], given: NDArray[np.float32]) -> float:
    """Seconds by which `heard` comes after `given`, from the peak of their correlation.

    Raises `WrongPicture` where they have little in common.
    """
    length = min(len(heard), len(given), 10 * SOUND_RATE)
    one, two = heard[:length, 0], given[:length, 0]
    size = 1 << (2 * length - 1).bit_length()
    matched = np.fft.irfft(np.fft.rfft(one, size) * np.conj(np.fft.rfft(two, size)), size)
    at = int(np.argmax(matched))
    alike = matched[at] / max(float(np.linalg.norm(one) * np.linalg.norm(two)), 1e-12)
    if alike < 0.9:
        raise WrongPicture(f"its sound is not the one given (correlation {alike:.2f})")
    return (at if at < size // 2 else at - size) / SOUND_RATE
