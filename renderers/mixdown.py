"""The two passes over the sound of a programme: one listens, one blends. Both work on a few seconds at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from renderers.ducking import CONTROL_RATE, Ducking
from renderers.limiting import curve_between
from renderers.loudness import RATE, KWeighting

Signal = NDArray[np.float32]
Power = NDArray[np.float64]
Voice = Sequence[tuple[int, Signal]]
"""Pieces of speech: the sample at which each starts, and its mono samples at 48 kHz."""

_HOP = RATE // CONTROL_RATE
_CHUNK = _HOP * 512
_PIECE_EDGE = RATE // 500
"""2 ms at both ends of a piece of voice, in case it was cut in the middle of a wave."""
_RUMBLE = 70.0
"""Hz under which a voice has nothing but noise."""
_CARVE = 0.44
"""Share of the band around 2 kHz taken from the music under speech: 5 dB in the middle, half of that at 1 and 4 kHz."""
_CARVE_MIDDLE, _CARVE_Q = 2000.0, 0.7
_INTEGER_SCALE = np.float32(1 / 32767)


@dataclass(frozen=True)
class Powers:
    """K-weighted powers, channels summed, one value for every control step; `carved` is music less the speech band."""

    voice: Power
    bed: Power
    carved: Power


class _SpeechBand:
    """The band from about 1 to 4 kHz of stereo sound that comes piece by piece; in phase at its middle."""

    def __init__(self) -> None:
        self._state = np.zeros((1, 2, 2))

    def of(self, samples: Signal) -> Signal:
        from scipy.signal import sosfilt

        band, self._state = sosfilt(_band_sections(), np.ascontiguousarray(samples.T, np.float64), zi=self._state)
        return np.asarray(band.T, np.float32)


@lru_cache(maxsize=1)
def _band_sections() -> NDArray[np.float64]:
    angle = 2 * np.pi * _CARVE_MIDDLE / RATE
    alpha = np.sin(angle) / (2 * _CARVE_Q)
    section = np.array([[alpha, 0, -alpha, 1 + alpha, -2 * np.cos(angle), 1 - alpha]])
    return np.asarray(section / (1 + alpha))


@lru_cache(maxsize=1)
def _rumble_sections() -> NDArray[np.float64]:
    from scipy.signal import butter

    return np.asarray(butter(2, _RUMBLE, "highpass", fs=RATE, output="sos"))


def survey(voice: Voice, bed: Signal | None, out: Signal) -> Powers:
    """The powers of what is to be mixed over the length of `out`, whose first channel then holds the placed voice."""
    from scipy.signal import sosfilt

    powers = Powers(*np.zeros((3, -(-len(out) // _HOP))))
    weigh_voice, weigh_bed, weigh_carved = KWeighting(1), KWeighting(2), KWeighting(2)
    state = np.zeros((1, 2))
    band = _SpeechBand()
    for start, end in _spans(len(out)):
        hops = slice(start // _HOP, -(-end // _HOP))
        if voice:
            spoken, state = sosfilt(_rumble_sections(), _voice_between(voice, start, end).astype(np.float64), zi=state)
            out[start:end, 0] = spoken
            powers.voice[hops] = 2 * _hop_power(weigh_voice.pass_through(spoken[:, None]))
        if bed is not None:
            music = _bed_between(bed, start, end)
            powers.bed[hops] = _hop_power(weigh_bed.pass_through(music))
            powers.carved[hops] = _hop_power(weigh_carved.pass_through(music - _CARVE * band.of(music)))
    return powers


def blend(out: Signal, bed: Signal | None, ducking: Ducking, voice_gain: Power, *, metering: bool) -> Powers:
    """Put levelled voice and ducked music into both channels of `out`, whose first channel holds the placed voice.

    With `metering` the answer holds the powers of both as mixed; otherwise zeros.
    """
    powers = Powers(*np.zeros((3, len(ducking.gain))))
    voice_factor, bed_factor = _factors(voice_gain), _factors(ducking.gain)
    carve = np.asarray(_CARVE * ducking.down, np.float32)
    weigh_voice, weigh_bed = KWeighting(1), KWeighting(2)
    band = _SpeechBand()
    for start, end in _spans(len(out)):
        hops = slice(start // _HOP, -(-end // _HOP))
        spoken = out[start:end, :1] * curve_between(voice_factor, _HOP, start, end)[:, None]
        out[start:end] = spoken
        if metering:
            powers.voice[hops] = 2 * _hop_power(weigh_voice.pass_through(spoken))
        if bed is not None:
            music = _bed_between(bed, start, end)
            music -= band.of(music) * curve_between(carve, _HOP, start, end)[:, None]
            music *= curve_between(bed_factor, _HOP, start, end)[:, None]
            out[start:end] += music
            if metering:
                powers.bed[hops] = _hop_power(weigh_bed.pass_through(music))
    return powers


def _spans(samples: int) -> Iterator[tuple[int, int]]:
    for start in range(0, samples, _CHUNK):
        yield start, min(samples, start + _CHUNK)


def _factors(decibels: Power) -> Signal:
    return np.asarray(10 ** (decibels / 20), np.float32)


def _hop_power(weighted: NDArray[np.float64]) -> Power:
    """The mean over each hop of `(channels, n)` samples, channels summed; a last short hop counts its own length."""
    energy = np.einsum("cn,cn->n", weighted, weighted)
    whole = len(energy) // _HOP * _HOP
    power = energy[:whole].reshape(-1, _HOP).mean(axis=1)
    return power if whole == len(energy) else np.append(power, energy[whole:].mean())


def _voice_between(voice: Voice, start: int, end: int) -> Signal:
    found = np.zeros(end - start, np.float32)
    for at, piece in voice:
        first, last = max(start, at), min(end, at + len(piece))
        if first < last:
            found[first - start : last - start] += piece[first - at : last - at] * _edges(at, len(piece), first, last)
    return found


def _edges(at: int, length: int, first: int, last: int) -> Signal:
    """The factor that lets a piece of `length` samples at `at` begin and end softly, for samples `first` to `last`."""
    if first > at + _PIECE_EDGE and last < at + length - _PIECE_EDGE:
        return np.ones(1, np.float32)
    times = np.arange(first, last, dtype=np.float32)
    nearest = np.minimum(times - at + 1, at + length - times)
    return np.minimum(1, nearest / _PIECE_EDGE).astype(np.float32)


def _bed_between(bed: Signal, start: int, end: int) -> Signal:
    """An own copy of the music between two samples, stereo floats; silence after its end, which it reaches softly."""
    part = np.asarray(bed[start:end])
    stereo = np.zeros((end - start, 2), np.float32)
    if len(part):
        stereo[: len(part)] = part[:, None] if part.ndim == 1 else part
        if part.dtype.kind == "i":
            stereo *= _INTEGER_SCALE
        if end > len(bed) - RATE // 100:
            left = np.clip(len(bed) - np.arange(start, end, dtype=np.float32), 0, RATE // 100)
            stereo *= (left / (RATE // 100))[:, None]
    return stereo
