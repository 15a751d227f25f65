"""How loud the parts of a mix are from moment to moment: K-weighted powers, channels summed, made once for each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from renderers.ducking import Curve
from renderers.loudness import KWeighting
from renderers.mixdown import CARVE, CONTROL_HOP, Music, Signal, Sources, music_between, speech_band

VOICE_STEP = 80
"""Samples to a value of a voice: at every frame rate of the house a line starts at a multiple of it."""
_BLOCK = CONTROL_HOP * 1024
_RUN_IN = CONTROL_HOP * 20
"""100 ms, in which the K filter and that of the speech band forget where they began (-200 dB)."""


def voice_levels(prepared: Signal) -> Curve:
    """The power of a prepared piece of speech in both channels, one value for every `VOICE_STEP` samples."""
    weighted = KWeighting(1).pass_through(prepared[:, None])
    return 2 * _means(weighted, VOICE_STEP)


def bed_levels(bed: Music) -> tuple[Curve, Curve]:
    """The power of the music, and of the music without the speech band, one value for every `CONTROL_HOP` samples."""
    power, carved = np.zeros((2, -(-len(bed) // CONTROL_HOP)))
    for start in range(0, len(bed), _BLOCK):
        end = min(len(bed), start + _BLOCK)
        before = min(start, _RUN_IN)
        music = music_between(bed, start - before, end)
        hops = slice(start // CONTROL_HOP, -(-end // CONTROL_HOP))
        for found, sound in ((power, music), (carved, music - np.float32(CARVE) * speech_band(music))):
            found[hops] = _means(KWeighting(2).pass_through(sound)[:, before:], CONTROL_HOP)
    return power, carved


def film_levels(sound: Music) -> Curve:
    """The power of a film's sound, one value for every `VOICE_STEP` samples."""
    found = np.zeros(-(-len(sound) // VOICE_STEP))
    for start in range(0, len(sound), _BLOCK):
        end = min(len(sound), start + _BLOCK)
        before = min(start, _RUN_IN)
        weighted = KWeighting(2).pass_through(music_between(sound, start - before, end))[:, before:]
        found[start // VOICE_STEP : -(-end // VOICE_STEP)] = _means(weighted, VOICE_STEP)
    return found


def voice_power(sources: Sources) -> Curve:
    """The power of all lines together over the programme, one value for every `CONTROL_HOP` samples."""
    return _laid([(line.start, line.levels) for line in sources.lines], sources.length)


def film_power(sources: Sources) -> Curve:
    """The same for the sound of all films, each as loud as it is mixed where nobody speaks."""
    return _laid([(film.start, film.levels * film.factor**2) for film in sources.films], sources.length)


def _laid(placed: Sequence[tuple[int, Curve]], length: int) -> Curve:
    """The sum of levels that begin at samples of the programme, for every `CONTROL_HOP` of its `length`."""
    hops = -(-length // CONTROL_HOP)
    share = CONTROL_HOP // VOICE_STEP
    steps = np.zeros(hops * share)
    for start, levels in placed:
        at = round(start / VOICE_STEP)
        first, last = max(0, at), min(len(steps), at + len(levels))
        if first < last:
            steps[first:last] += levels[first - at : last - at]
    return np.asarray(steps.reshape(hops, share).mean(axis=1))


def bed_power(power: Curve, length: int) -> Curve:
    """A bed's `power` cut to a programme of `length` samples, or followed by silence."""
    hops = -(-length // CONTROL_HOP)
    found = np.zeros(hops)
    found[: min(hops, len(power))] = power[:hops]
    return found


def _means(weighted: NDArray[np.float64], step: int) -> Curve:
    """The mean over each `step` of `(channels, n)` samples, channels summed; after the last there is silence."""
    energy = np.einsum("cn,cn->n", weighted, weighted)
    padded = np.zeros(-(-len(energy) // step) * step)
    padded[: len(energy)] = energy
    return np.asarray(padded.reshape(-1, step).mean(axis=1))
