"""The loudness of a mix: one gain for the whole programme, and the limiter's curve that follows from it piece by piece.

Limiting lowers the loudness, so the gain that leads to the target is sought first, on measures alone. It is a multiple
of a step too small to hear: an edit that hardly changes the loudness leaves all else as it was, bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor, isfinite

import numpy as np

from renderers.ducking import Curve
from renderers.limiting import AHEAD, HOP, MEMORY, curve_between, find_peaks, limiting_curve
from renderers.loudness import Energies, Signal, step_edges
from renderers.mixdown import CONTROL_HOP

PIECE = 230_400
"""Samples in a piece: 4.8 s, a whole number of AAC packets, of steps of loudness and of hops."""
STEP = 0.5
"""dB between two gains of a programme."""
_MOST_EXTRA = 18
"""Steps of gain beyond the plain difference that may make up for what limiting takes: 9 dB."""
_FLOOR_STEP = 3.0
"""dB between two floors under which peaks are not looked for."""
_NEARBY = 16
"""Samples to either side that the level between two samples depends on, and a few more."""
_PIECE_HOPS = PIECE // HOP
_PIECE_STEPS = PIECE // CONTROL_HOP
REACH_BEFORE, REACH_AFTER = 12_288, 4_096
"""Samples around a piece over which its levelling is known: an encoder hears some of them."""
_BEFORE = MEMORY + REACH_BEFORE // HOP
_AFTER = AHEAD + REACH_AFTER // HOP


@dataclass(frozen=True)
class Levelling:
    """The gain of a programme, as a factor without limiting, and the `peaks` of each piece that its limiter follows."""

    gain: float
    peaks: tuple[Signal, ...]
    ceiling: float

    @staticmethod
    def peak_floor(power: Curve, length: int, loudness: float, ceiling_db: float) -> float:
        """The level in dB, before any gain, that no peak can exceed `ceiling_db` from, whatever gain is found."""
        found = energies_of(power, length).loudness()
        if not isfinite(found):
            return ceiling_db
        most = _steps_to(loudness, found) * STEP + _MOST_EXTRA * STEP
        return floor((ceiling_db - most) / _FLOOR_STEP) * _FLOOR_STEP

    def between(self, piece: int, start: int, end: int) -> Signal:
        """The factor for each sample from `start` to `end`, which lie in `piece` or within reach of it."""
        curve, first = self.curve(piece)
        return curve_between(curve, HOP, start - first, end - first) * np.float32(self.gain)

    def curve(self, piece: int) -> tuple[Signal, int]:
        """The limiter's curve, a value for every `HOP` samples of a piece and its reach, and where it begins."""
        around, before = _surroundings(self.peaks, piece)
        curve = limiting_curve(around * np.float32(self.gain), self.ceiling)
        begin = max(0, before - REACH_BEFORE // HOP)
        return curve[begin : before + len(self.peaks[piece]) + REACH_AFTER // HOP], piece * PIECE - (
            before - begin
        ) * HOP


def find_piece_peaks(blend: Callable[[int, int], Signal], length: int, piece: int, floor_db: float) -> Signal:
    """The highest level in every `HOP` samples of a piece of `blend`, 0 where it surely is below `floor_db`."""
    start, end = piece * PIECE, min(length, (piece + 1) * PIECE)
    first, last = find_piece_window(length, piece)
    peaks = find_peaks(blend(first, last), 10 ** (floor_db / 20))
    skipped = (start - first) // HOP
    return peaks[skipped : skipped - (-(end - start) // HOP)].copy()


def find_piece_window(length: int, piece: int) -> tuple[int, int]:
    """From and to which sample the peaks of a piece depend on the blend."""
    return max(0, piece * PIECE - _NEARBY), min(length, (piece + 1) * PIECE + _NEARBY)


def level(power: Curve, length: int, peaks: Sequence[Signal], loudness: float, ceiling_db: float) -> Levelling:
    """The levelling that brings sound of `length` samples nearest to `loudness` under `ceiling_db`.

    `power` is its K-weighted power at `CONTROL_RATE`, `peaks` those of its pieces.
    """
    ceiling = 10 ** (ceiling_db / 20)
    plain = energies_of(power, length).loudness()
    if not isfinite(plain):
        return Levelling(1.0, tuple(peaks), ceiling)
    loudest = [float(piece.max(initial=0)) for piece in peaks]

    @lru_cache
    def reached(steps: int) -> float:
        factors = _factors(peaks, loudest, _factor(steps), ceiling, len(power))
        return energies_of(power * factors, length).loudness()

    least = _steps_to(loudness, plain)
    steps = least
    while steps < least + _MOST_EXTRA and (missing := loudness - reached(steps)) > STEP / 2:
        steps = min(least + _MOST_EXTRA, steps + max(1, floor(missing / STEP)))
    return Levelling(_factor(steps), tuple(peaks), ceiling)


def energies_of(power: Curve, length: int) -> Energies:
    """The energies of sound of `length` samples that has `power` in every control step."""
    edges = step_edges(length)
    sums = np.concatenate(([0.0], np.cumsum(power * CONTROL_HOP)))
    return Energies(np.diff(sums[np.minimum(-(-edges // CONTROL_HOP), len(power))]), edges)


def _steps_to(loudness: float, found: float) -> int:
    return round((loudness - found) / STEP)


def _factor(steps: int) -> float:
    return float(10 ** (steps * STEP / 20))


def _surroundings(peaks: Sequence[Signal], piece: int) -> tuple[Signal, int]:
    """The peaks of a piece with as many of those beside it as matter, and how many of these come before it."""
    before = peaks[piece - 1][-_BEFORE:] if piece else peaks[piece][:0]
    after = peaks[piece + 1][:_AFTER] if piece + 1 < len(peaks) else peaks[piece][:0]
    return np.concatenate([before, peaks[piece], after]), len(before)


def _factors(peaks: Sequence[Signal], loudest: Sequence[float], gain: float, ceiling: float, steps: int) -> Curve:
    """By how much a gain, limiting included, multiplies the power in each of so many control steps."""
    factors = np.ones(len(peaks) * _PIECE_STEPS)
    for piece, own in enumerate(peaks):
        if max(loudest[max(0, piece - 1) : piece + 2]) * gain <= ceiling:
            continue
        around, before = _surroundings(peaks, piece)
        curve = np.ones(_PIECE_HOPS)
        curve[: len(own)] = limiting_curve(around * np.float32(gain), ceiling)[before : before + len(own)]
        factors[piece * _PIECE_STEPS : (piece + 1) * _PIECE_STEPS] = (curve**2).reshape(_PIECE_STEPS, -1).mean(axis=1)
    return np.asarray(factors[:steps] * gain**2)
