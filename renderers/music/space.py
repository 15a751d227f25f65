"""The room around the instruments: filters, echo and reverb, the same in every run."""

from __future__ import annotations

from collections.abc import Sequence
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
_RUMBLE = 40.0
"""Hz: nothing of use to small loudspeakers lies below."""
_PILE = 320.0
_AIR = 2000.0
_FILTER_LENGTH = 6000
"""Samples after which the response of any filter here has fallen by 80 dB."""
_ECHO_REPEATS = 0.42
_ECHO_TOP = 3500.0
_ECHOES = 6
"""Echoes after which nothing is left (-45 dB below the first, and darker)."""
_GRAIN = 1 << 17
"""Samples."""
_RESPONSES_HELD = 16

Signal = NDArray[np.float32]


@lru_cache(maxsize=8)
def room_response(decay: float) -> Signal:
    """What a clap sounds like in a room whose sound falls by 60 dB in `decay` seconds: `(2, n)`, unit energy."""
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
    return np.asarray(response, np.float32)


def ring(bus: Bus, beat: float, dry: Signal) -> Signal:
    """`dry`, `(n, 2)`, as it sounds in the room of `bus`, until it has rung out; `beat` is seconds per beat."""
    return ring_all([(bus, dry)], beat)[0]


def ring_all(groups: Sequence[tuple[Bus, Signal]], beat: float) -> list[Signal]:
    """What `ring` makes of each of `groups`.

    Filters, the dry sound and the reverb are one response, so that one convolution does it all; four channels of one
    size at a time are transformed in half the time of two, and to the same bits.
    """
    from scipy.fft import irfft

    sounds = [_echoed(bus, beat, dry) for bus, dry in groups]
    lengths = [sound.shape[1] + bus_response(bus).shape[1] - 1 for sound, (bus, _) in zip(sounds, groups, strict=True)]
    found: list[Signal] = [np.zeros((0, 2), np.float32)] * len(groups)
    for size in sorted({_fast(length) for length in lengths}):
        own = [at for at, length in enumerate(lengths) if _fast(length) == size]
        for two in (own[first : first + 2] for first in range(0, len(own), 2)):
            spectra = _transformed([groups[at][0] for at in two], [sounds[at] for at in two], size)
            rung = irfft(spectra, size, overwrite_x=True)
            for number, at in enumerate(two):
                found[at] = np.asarray(rung[number, :, : lengths[at]].T)
    return found


def _echoed(bus: Bus, beat: float, dry: Signal) -> Signal:
    """`dry` with its echo, channel by channel in memory, as what follows walks through it; one channel for two alike:
    many instruments stand in the middle.
    """
    sound = np.ascontiguousarray(dry.T)
    if bus.echo > _SILENT:
        echoed = echo(sound, round(0.75 * beat * RATE))
        echoed *= np.float32(10 ** (bus.echo / 20))
        echoed[:, : len(dry)] += sound
        sound = echoed
    return sound[:1] if np.array_equal(sound[0], sound[1]) else sound


def _transformed(buses: Sequence[Bus], sounds: Sequence[Signal], size: int) -> NDArray[np.complex64]:
    """The spectra, `(sounds, 2, bins)`, of `sounds` in the rooms of `buses`."""
    from scipy.fft import rfft

    heard = np.zeros((sum(map(len, sounds)), size), np.float32)
    edges = np.cumsum([0, *map(len, sounds)])
    for sound, at in zip(sounds, edges, strict=False):
        heard[at : at + len(sound), : sound.shape[1]] = sound
    spectra = np.asarray(rfft(heard))
    # In place where every channel is there already: memory that is new costs as much as the product.
    found = spectra if len(spectra) == 2 * len(sounds) else np.empty((2 * len(sounds), size // 2 + 1), np.complex64)
    for number, (bus, part) in enumerate(zip(buses, np.split(spectra, edges[1:-1]), strict=True)):
        np.multiply(part, _bus_spectrum(bus, size), out=found[2 * number : 2 * number + 2])
    return found.reshape(len(sounds), 2, -1)


def echo(dry: Signal, delay: int) -> Signal:
    """The echo alone of `dry`, `(2, n)`, after `delay` samples: it wanders from side to side and grows darker."""
    from scipy.signal import butter, sosfilt

    dark = butter(1, _ECHO_TOP, fs=RATE, output="sos")
    state = np.zeros((1, 2, 2))
    out = np.zeros((2, dry.shape[1] + _ECHOES * delay), np.float32)
    for start in range(0, out.shape[1] - delay, delay):
        piece = _ECHO_REPEATS * out[::-1, start : start + delay]
        heard = dry[:, start : start + delay]
        piece[:, : heard.shape[1]] += heard
        fed, state = sosfilt(dark, piece, zi=state)
        into = out[:, start + delay : start + 2 * delay]
        into += fed[:, : into.shape[1]]
    return out


def _fast(length: int) -> int:
    """A size of transform that holds `length` samples, one of few, so that responses are transformed once for many."""
    from scipy.fft import next_fast_len

    return int(next_fast_len(-(-length // _GRAIN) * _GRAIN, real=True))


def forget_rooms() -> None:
    """Let go of what is only kept for the next phrase."""
    _bus_spectrum.cache_clear()


@lru_cache(maxsize=16)
def _bus_spectrum(bus: Bus, size: int) -> NDArray[np.complex64]:
    from scipy.fft import rfft

    return np.asarray(rfft(bus_response(bus), size))


_responses: dict[Bus, Signal] = {}


def bus_response(bus: Bus) -> Signal:
    """The response of a bus to a click, `(2, n)`: dry sound and reverb, filtered, and free of rumble."""
    if bus not in _responses:
        give_response(bus, _made_response(bus))
    return _responses[bus]


def give_response(bus: Bus, response: Signal) -> None:
    """Have `bus_response` answer what was kept from another run: making it takes a library that is slow to import."""
    if len(_responses) >= _RESPONSES_HELD:
        _responses.clear()
    _responses[bus] = response


def holds_response(bus: Bus) -> bool:
    """Whether `bus_response` has nothing to make."""
    return bus in _responses


def _made_response(bus: Bus) -> Signal:
    from scipy.signal import butter, sosfilt

    wet = room_response(bus.decay) if bus.wet > _SILENT else np.zeros((2, 0), np.float32)
    response = np.zeros((2, max(wet.shape[1], _FILTER_LENGTH)))
    response[:, : wet.shape[1]] = wet * 10 ** (bus.wet / 20)
    response[:, 0] += 1
    sections = [butter(2, max(bus.low_cut, _RUMBLE), "highpass", fs=RATE, output="sos")]
    if bus.high_cut:
        sections.append(butter(2, bus.high_cut, fs=RATE, output="sos"))
    sections += [_bell(_PILE, -bus.dip), _shelf(_AIR, bus.air)]
    return np.asarray(sosfilt(np.concatenate(sections), response), np.float32)


def _bell(middle: float, decibels: float) -> NDArray[np.float64]:
    """One section that lifts a band of about an octave and a half around `middle` Hz."""
    amount, angle = 10 ** (decibels / 40), 2 * np.pi * middle / RATE
    alpha = np.sin(angle) / (2 * 0.9)
    twice = -2 * np.cos(angle)
    section = np.array([1 + alpha * amount, twice, 1 - alpha * amount, 1 + alpha / amount, twice, 1 - alpha / amount])
    return np.asarray(section / section[3])[None]


def _shelf(corner: float, decibels: float) -> NDArray[np.float64]:
    """One section that lifts everything over `corner` Hz."""
    amount, angle = 10 ** (decibels / 40), 2 * np.pi * corner / RATE
    cosine, root = np.cos(angle), np.sqrt(2 * amount) * np.sin(angle)
    up, down = amount + 1, amount - 1
    section = np.array(
        [
            amount * (up + down * cosine + root),
            -2 * amount * (down + up * cosine),
            amount * (up + down * cosine - root),
            up - down * cosine + root,
            2 * (down - up * cosine),
            up - down * cosine - root,
        ]
    )
    return np.asarray(section / section[3])[None]
