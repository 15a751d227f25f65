"""The room around the instruments: filters, echo and reverb that work piece by piece and never differ from run to run."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from renderers.music.score import Bus

RATE = 48_000
_SILENT = -60.0
"""dB below which an effect is left out."""
_PRE_DELAY = 0.018
_BANDS = ((0.0, 400.0, 0.9), (400.0, 2500.0, 1.0), (2500.0, 7000.0, 0.55), (7000.0, 16000.0, 0.3))
"""Edges in Hz and relative length of the decay: a room swallows the top first."""
_REVERB_LOW_CUT = 220.0
"""Hz: nothing below it rings, which keeps the low end clear."""
_ECHO_REPEATS = 0.42
_ECHO_TOP = 3500.0

Signal = NDArray[np.float32]


@lru_cache(maxsize=8)
def room_response(decay: float) -> Signal:
    """What a clap sounds like in a room whose sound falls by 60 dB in `decay` seconds: `(n, 2)`, of unit energy a side."""
    from scipy.signal import butter, sosfilt

    length = int((decay * 1.1 + _PRE_DELAY) * RATE)
    times = np.arange(length) / RATE
    noise = np.random.default_rng(20_480).standard_normal((2, length))
    response = np.zeros((2, length))
    for low, high, share in _BANDS:
        edges, kind = ((high,), "lowpass") if low == 0 else ((low, high), "bandpass")
        band = sosfilt(butter(2, edges[0] if len(edges) == 1 else edges, kind, fs=RATE, output="sos"), noise)
        response += band * 10 ** (-3 * times / (decay * share))
    response *= np.clip((times - _PRE_DELAY * 0.4) / 0.03, 0, 1) * np.clip((times[-1] - times) / 0.05, 0, 1)
    response = sosfilt(butter(2, _REVERB_LOW_CUT, "highpass", fs=RATE, output="sos"), response)
    response /= np.sqrt((response**2).sum(axis=1, keepdims=True))
    return np.asarray(response.T, np.float32)


class Reverb:
    """A room through which stereo sound passes in pieces of at most `chunk` samples; what rings on comes with the next."""

    def __init__(self, decay: float, chunk: int) -> None:
        from scipy.fft import next_fast_len, rfft

        response = room_response(decay)
        self._tail = np.zeros((len(response) - 1, 2), np.float32)
        self._size = int(next_fast_len(chunk + len(response) - 1, real=True))
        self._spectrum = rfft(response, self._size, axis=0)

    def wet(self, samples: Signal) -> Signal:
        """The reverb alone of the next `samples`, `(n, 2)`."""
        from scipy.fft import irfft, rfft

        rung = irfft(rfft(samples, self._size, axis=0) * self._spectrum, self._size, axis=0)
        rung[: len(self._tail)] += self._tail
        count = len(samples)
        self._tail = np.array(rung[count : count + len(self._tail)], np.float32)
        return np.asarray(rung[:count], np.float32)


class Echo:
    """An echo after `delay` samples that wanders from side to side and grows darker."""

    def __init__(self, delay: int) -> None:
        from scipy.signal import butter

        self._delay = delay
        self._past = np.zeros((delay, 2), np.float32)
        self._dark = butter(1, _ECHO_TOP, fs=RATE, output="sos")
        self._state = np.zeros((1, 2, 2))

    def wet(self, samples: Signal) -> Signal:
        """The echo alone of the next `samples`, `(n, 2)`."""
        from scipy.signal import sosfilt

        out = np.empty_like(samples)
        for start in range(0, len(samples), self._delay):
            piece = samples[start : start + self._delay]
            late = self._past[: len(piece)]
            out[start : start + len(piece)] = late
            fed, self._state = sosfilt(self._dark, (piece + _ECHO_REPEATS * late[:, ::-1]).T, zi=self._state)
            self._past = np.concatenate((self._past[len(piece) :], fed.T.astype(np.float32)))
        return out


class Effects:
    """Everything a bus does to its sound, in order: filters, echo, reverb. `beat` is seconds per beat."""

    def __init__(self, bus: Bus, beat: float, chunk: int) -> None:
        self._bus = bus
        self._sections = _filter_sections(bus.low_cut, bus.high_cut)
        self._state = np.zeros((len(self._sections), 2, 2))
        self._echo = Echo(round(0.75 * beat * RATE)) if bus.echo > _SILENT else None
        self._reverb = Reverb(bus.decay, chunk) if bus.wet > _SILENT else None

    def pass_through(self, samples: Signal) -> Signal:
        """The next `samples`, `(n, 2)`, with the effects."""
        sound = samples
        if len(self._sections):
            from scipy.signal import sosfilt

            filtered, self._state = sosfilt(self._sections, sound.T, zi=self._state)
            sound = np.asarray(filtered.T, np.float32)
        if self._echo:
            sound = sound + self._echo.wet(sound) * np.float32(10 ** (self._bus.echo / 20))
        if self._reverb:
            sound = sound + self._reverb.wet(sound) * np.float32(10 ** (self._bus.wet / 20))
        return sound


def _filter_sections(low_cut: float, high_cut: float) -> NDArray[np.float64]:
    from scipy.signal import butter

    cuts = [butter(2, low_cut, "highpass", fs=RATE, output="sos")] if low_cut else []
    cuts += [butter(2, high_cut, "lowpass", fs=RATE, output="sos")] if high_cut else []
    return np.concatenate(cuts) if cuts else np.zeros((0, 6))
