"""A likeness: the map that carries a built-in voice towards a speaker, learnt from frames of both saying the same.

WORLD (Morise et al., 2016; `pyworld`, MIT) takes speech apart into pitch, spectral envelope and aperiodicity. The
envelope goes through one affine map of its mel-scaled cepstra, the logarithm of the pitch through its mean and spread;
times stay as they are. It gives timbre, height and pace, not accent, rhythm or expression: a likeness, not a clone.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed

PERIOD = 5.0
"""Milliseconds from frame to frame."""

COEFFICIENTS = 40
RIDGE = 1e-2
"""How strongly the map is held back where the recording says little, as a share of the mean energy."""

_SPREADS = (0.6, 1.8)
_NAMES = ("matrix", "offset", "pitch")

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Frames:
    """Speech taken apart: pitch in Hz (0 where unvoiced), cepstra `(n, 40)` of the envelope, aperiodicity."""

    pitch: Array = field(repr=False)
    cepstra: Array = field(repr=False)
    aperiodicity: Array = field(repr=False)


@dataclass(frozen=True)
class LikenessMap:
    """`cepstra @ matrix + offset`, and of the logarithm of the pitch mean and spread of the voice and the speaker."""

    matrix: Array = field(repr=False)
    offset: Array = field(repr=False)
    pitch: tuple[float, float, float, float]

    def cepstra(self, cepstra: Array) -> Array:
        """The cepstra carried over; the level (the first of them) keeps its course."""
        carried = cepstra @ self.matrix + self.offset
        carried[:, 0] = cepstra[:, 0] + float(np.mean(carried[:, 0] - cepstra[:, 0]))
        return np.asarray(carried)

    def heights(self, pitch: Array) -> Array:
        """The pitch carried over; 0 stays 0."""
        own, own_spread, other, other_spread = self.pitch
        spread = float(np.clip(other_spread / max(own_spread, 1e-3), *_SPREADS))
        voiced = pitch > 0
        found = np.zeros_like(pitch)
        found[voiced] = np.exp((np.log(pitch[voiced]) - own) * spread + other)
        return np.asarray(np.clip(found, 0, 600))


def take_apart(samples: NDArray[np.floating], rate: int) -> Frames:
    """The frames of mono `samples` at `rate` Hz. Raises `EngineFailed` where pyworld is not here."""
    world = _world()
    line = np.ascontiguousarray(samples, np.float64)
    coarse, times = world.dio(line, rate, frame_period=PERIOD)
    pitch = world.stonemask(line, coarse, times, rate)
    envelope = world.cheaptrick(line, pitch, times, rate)
    aperiodicity = world.d4c(line, pitch, times, rate)
    return Frames(pitch, world.code_spectral_envelope(envelope, rate, COEFFICIENTS), aperiodicity)


def learn_map(voice: Array, speaker: Array, voice_pitch: Array, speaker_pitch: Array) -> LikenessMap:
    """The map from paired cepstra `(n, 40)` of the voice and the speaker, and from all their voiced pitches in Hz."""
    middle = voice.mean(0)
    centred = voice - middle
    weight = RIDGE * float(np.mean(centred**2)) * len(centred)
    goal = speaker - speaker.mean(0)
    matrix = np.linalg.solve(centred.T @ centred + weight * np.eye(COEFFICIENTS), centred.T @ goal)
    offset = speaker.mean(0) - middle @ matrix
    own, other = np.log(voice_pitch), np.log(speaker_pitch)
    # Octave errors of the pitch tracker lie far outside; medians and quartiles do not hear them.
    spreads = [float(np.subtract(*np.percentile(one, (75, 25))) / 1.349) for one in (own, other)]
    return LikenessMap(matrix, offset, (float(np.median(own)), spreads[0], float(np.median(other)), spreads[1]))


def carry(samples: NDArray[np.float32], rate: int, likeness: LikenessMap) -> NDArray[np.float32]:
    """The speech carried over, as long as it was and with every sound where it was."""
    world = _world()
    frames = take_apart(samples, rate)
    size = world.get_cheaptrick_fft_size(rate)
    envelope = world.decode_spectral_envelope(np.ascontiguousarray(likeness.cepstra(frames.cepstra)), rate, size)
    made = world.synthesize(likeness.heights(frames.pitch), envelope, frames.aperiodicity, rate, PERIOD)
    line = np.zeros(len(samples))
    line[: min(len(made), len(line))] = made[: len(line)]
    return np.asarray(line, np.float32)


def save_map(likeness: LikenessMap, path: Path) -> None:
    """Write the map to `path` (.npz)."""
    parts = (likeness.matrix, likeness.offset, np.array(likeness.pitch))
    with path.open("wb") as file:
        np.savez(file, **dict(zip(_NAMES, parts, strict=True)))  # type: ignore[arg-type]


def load_map(path: Path) -> LikenessMap:
    """The map at `path`. Raises `EngineFailed` where it can not be read."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as told:
            matrix, offset, pitch = (np.asarray(told[name], np.float64) for name in _NAMES)
            low, low_spread, high, high_spread = (float(value) for value in pitch)
            return LikenessMap(
                matrix.reshape(COEFFICIENTS, COEFFICIENTS),
                offset.reshape(COEFFICIENTS),
                (low, low_spread, high, high_spread),
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise EngineFailed("likeness", f"the likeness in {path} can not be read; make it again.") from error


def _world() -> Any:  # noqa: ANN401  (pyworld has no types)
    try:
        import pyworld
    except ImportError as error:
        raise EngineFailed("likeness", "the package pyworld is not installed here; run `make setup`.") from error
    return pyworld
