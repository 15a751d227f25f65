"""The last hands on a bed: gently held together, an ending that rings out, and an even level.

What is measured over the whole piece counts in steps, so that a piece that becomes a little longer keeps its samples.
"""

from __future__ import annotations

from math import isfinite

import numpy as np
from numpy.typing import NDArray

from renderers.limiting import HOP, apply_curve, limit_in_place
from renderers.loudness import Energies, measure_energies
from renderers.sound_files import Sound

Curve = NDArray[np.float64]

RATE = 48_000
LEVEL = -20.0
"""LUFS of every bed, within half a `_STEP`."""
_STEP = 0.5
"""dB."""
_PEAK = -1.5
"""dBTP: 0.84 of full scale."""
_CHUNK = HOP * 7680
_CONTROL = 240
"""Samples per step of the compressor: 5 ms."""
_RATIO = 0.45
"""Of every dB above the threshold this much is taken back: a ratio of 1.8 to 1."""
_THRESHOLD = 1.0
"""dB above the usual level at which that begins."""
_FALL = 68.0
"""dB by which the last chord has fallen at the end, its own decay included."""
_LEAST_FALL = 6.0
_FALL_SHAPE = 1.7
"""Slowly first: the chord is heard to ring."""
_LAST_FADE = RATE // 50
_LONG_ENOUGH = 10 * RATE
"""Samples before the last chord from which on a piece is judged without it."""


def master(samples: Sound, last_chord: int) -> None:
    """Finish `samples`, `(n, 2)`, in place. From sample `last_chord` on they decay to nothing at the very end."""
    _ring_out(samples, last_chord)
    # The last chord rings for as long as there is room: how loud the piece is must not hang on that.
    judged = last_chord if last_chord > _LONG_ENOUGH else len(samples)
    apply_curve(samples, _compression(samples, judged))
    for _ in range(3):
        found = _loudness(samples, judged)
        steps = round((LEVEL - found) / _STEP) if isfinite(found) else 0
        if steps:
            _scale(samples, 10 ** (steps * _STEP / 20))
        if not limit_in_place(samples, _PEAK) or not steps:
            break


def _loudness(samples: Sound, judged: int) -> float:
    """LUFS of the first `judged` samples."""
    found = measure_energies(samples)
    steps = max(1, int(np.searchsorted(found.edges, judged, side="right")) - 1)
    return Energies(found.energy[:steps], found.edges[: steps + 1]).loudness()


def _ring_out(samples: Sound, last_chord: int) -> None:
    """Let the last chord fall just as much faster as it must to be gone at the end."""
    length = len(samples) - last_chord
    window = min(RATE // 10, length // 8)
    if window < 1:
        return
    struck = float(np.abs(samples[last_chord : last_chord + 8 * window]).max())
    left = float(np.abs(samples[-window:]).max())
    if struck <= 0:
        return
    own = 20 * np.log10(struck / max(left, struck * 1e-5))
    fall = max(_LEAST_FALL, _FALL - own)
    share = np.arange(length) / length
    samples[last_chord:] *= (10 ** (-fall / 20 * share**_FALL_SHAPE)).astype(np.float32)[:, None]
    width = min(_LAST_FADE, length)
    samples[-width:] *= np.square(np.linspace(1, 0, width, dtype=np.float32))[:, None]


def _compression(samples: Sound, judged: int) -> NDArray[np.float32]:
    """The gain that holds loud moments back a little: falls within 15 ms, recovers over a fifth of a second."""
    power = _power(samples)
    first = power[: max(1, judged // _CONTROL)]
    audible = first[first > 1e-9]
    if not audible.size:
        return np.ones(-(-len(samples) // HOP), np.float32)
    slow = _recovering(power, float(np.exp(-_CONTROL / RATE / 0.2)))
    level = 10 * np.log10(np.maximum(np.maximum(slow, _blurred(power, 2.0)), 1e-12))
    usual = round(10 * np.log10(audible.mean()) / _STEP) * _STEP
    over = np.clip(level - usual - _THRESHOLD, 0, 12)
    reduction = _blurred(over * _RATIO, 3.0)
    gain, times = np.empty(-(-len(samples) // HOP), np.float32), np.arange(len(reduction))
    for start in range(0, len(gain), _CHUNK):
        part = gain[start : start + _CHUNK]
        steps = (np.arange(start, start + len(part)) + 0.5) * HOP / _CONTROL - 0.5
        part[:] = 10 ** (-np.interp(steps, times, reduction) / 20)
    return gain


def _recovering(curve: Curve, pole: float) -> Curve:
    """`curve` through a filter with one pole. There are 200 values a second: a loop costs less than importing scipy's
    filters, which takes a second of one core in every process.
    """
    found, last = np.empty_like(curve), 0.0
    for at, value in enumerate(((1 - pole) * curve).tolist()):
        last = found[at] = value + pole * last
    return found


def _blurred(curve: Curve, spread: float) -> Curve:
    """`curve` under a Gaussian of that standard deviation, cut off at four; at its ends it is mirrored."""
    reach = int(4 * spread + 0.5)
    weights = np.exp(-0.5 / spread**2 * np.arange(-reach, reach + 1) ** 2)
    weights /= weights.sum()
    wide = np.pad(curve, reach, "symmetric")
    found: Curve = wide[reach : reach + len(curve)] * weights[reach]
    for away in range(reach, 0, -1):
        pair = wide[reach - away : reach - away + len(curve)] + wide[reach + away : reach + away + len(curve)]
        found += pair * weights[reach - away]
    return found


def _power(samples: Sound) -> Curve:
    """The power in every `_CONTROL` samples, to the last bit the same wherever the samples lie in memory."""
    found = np.zeros(-(-len(samples) // _CONTROL))
    for start in range(0, len(samples), _CHUNK):
        squares = np.square(samples[start : start + _CHUNK], dtype=np.float64).sum(axis=1)
        squares = np.append(squares, np.zeros(-len(squares) % _CONTROL))
        steps = squares.reshape(-1, _CONTROL).sum(axis=1)
        found[start // _CONTROL : start // _CONTROL + len(steps)] = steps / _CONTROL
    return found


def _scale(samples: Sound, factor: float) -> None:
    for start in range(0, len(samples), _CHUNK):
        samples[start : start + _CHUNK] *= np.float32(factor)
