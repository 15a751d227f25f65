"""Sound told apart by how its spectrum changes: 32 bits a point that survive compression and another level.

The idea of Haitsma and Kalker ("A highly robust audio fingerprinting system", 2002): each bit says whether the
difference of two neighbouring bands grows or shrinks. Beside each stands whether it grew by enough to be relied upon,
so that held tones and the codec's noise say nothing instead of something random.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SOUND_RATE = 8000
"""Samples a second that are listened to."""
POINT_RATE = 32
"""Points a second: four times as many as are needed to tell sounds apart, so that two films need not be in step."""
_WINDOW = 2048
_HOP = SOUND_RATE // POINT_RATE
_LOWEST, _HIGHEST = 150.0, 3800.0
_BITS = 32
_BACK = 4
"""Points between the two spectra that are compared: an eighth of a second."""
_SURE = 0.25
"""Nepers (of energy) by which a difference has to change."""
_FLOOR = 1e-4
_SILENCE = 1e-7
"""What is weaker than this against the loudest band within a second, or in itself, is noise."""
_AT_ONCE = 2048

Points = NDArray[np.uint32]


@dataclass(frozen=True)
class SoundTrace:
    """The points of one stretch at `POINT_RATE`, the first at second `start`: `bits` and which of them are `sure`."""

    start: float
    bits: Points
    sure: Points

    def __len__(self) -> int:
        return len(self.bits)


def listen(samples: NDArray[np.float32], start: float) -> SoundTrace:
    """The trace of mono `samples` at `SOUND_RATE`, of which the first sounds at second `start`."""
    count = len(samples) // _HOP
    if count <= _BACK:
        nothing = np.zeros(0, np.uint32)
        return SoundTrace(start, nothing, nothing)
    energies = _energies(samples, count)
    loudest = energies.max(axis=1)
    near = np.array([loudest[max(0, n - POINT_RATE) : n + POINT_RATE].max() for n in range(count)])
    levels = np.log(energies + _FLOOR * near[:, None] + _SILENCE)
    slopes = levels[:, :-1] - levels[:, 1:]
    changes = np.zeros((count, _BITS))
    half = _BACK // 2
    changes[half : count - half] = slopes[_BACK:] - slopes[:-_BACK]
    return SoundTrace(start, _packed(changes > 0), _packed(np.abs(changes) > _SURE))


def _energies(samples: NDArray[np.float32], count: int) -> NDArray[np.float64]:
    """The energy of 33 bands, equally wide in octaves, around each point: `(count, 33)`."""
    edges = np.geomspace(_LOWEST, _HIGHEST, _BITS + 2) * _WINDOW / SOUND_RATE
    window = np.hanning(_WINDOW + 1)[:-1].astype(np.float32)
    padded = np.pad(samples, (_WINDOW // 2, _WINDOW))
    pieces = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::_HOP][:count]
    found = np.empty((count, _BITS + 1))
    for at in range(0, count, _AT_ONCE):
        power = np.abs(np.fft.rfft(pieces[at : at + _AT_ONCE] * window, axis=1)) ** 2 / _WINDOW**2
        found[at : at + _AT_ONCE] = np.add.reduceat(power, np.round(edges).astype(np.int64), axis=1)[:, : _BITS + 1]
    return found


def _packed(bits: NDArray[np.bool_]) -> Points:
    return np.packbits(bits, axis=1).view(">u4").astype(np.uint32).reshape(-1)


def differences(one: SoundTrace, other: SoundTrace) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """How many of the bits that both are sure of differ, and how many both are sure of: `(n, m)` each."""
    both = one.sure[:, None] & other.sure[None, :]
    wrong = (one.bits[:, None] ^ other.bits[None, :]) & both
    return np.bitwise_count(wrong), np.bitwise_count(both)
