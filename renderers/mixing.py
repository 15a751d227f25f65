"""One programme's sound: the voice in the middle, music that makes room for it, and the loudness that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from renderers.ducking import Ducking, duck, find_speech, level_voice, ride
from renderers.limiting import HOP, apply_curve, find_peaks, limit, limiting_curve
from renderers.loudness import RATE, Energies, integrated, loudness_of, measure_energies, true_peak
from renderers.mixdown import Power, Signal, Voice, blend, survey

_EDGE = RATE // 100
"""10 ms: how long the programme takes to begin and to end, so that nothing clicks."""
_CODEC_ROOM = 0.3
"""dB kept under the ceiling, since AAC raises peaks."""
_TOLERANCE = 0.1
"""LU."""
_ROUNDS = 4
_TRIES = 6
_MOST_EXTRA = 1.6
"""Gain beyond the plain difference that may make up for what limiting takes, per round: 4 dB."""


@dataclass(frozen=True)
class MixMeasures:
    """What a mix came out as. `voice_to_bed_db` and `bed_rise_db` are None where there is no voice, no bed or no pause.

    Loudness in LUFS and true peak in dBTP (minus infinity for silence); `voice_to_bed_db` is the voice's loudness over
    the music's while there is speech; `bed_rise_db` how much louder the music is while it plays alone; `speech_share`
    in 0..1.
    """

    loudness: float
    true_peak: float
    voice_to_bed_db: float | None
    bed_rise_db: float | None
    speech_share: float


def mix(
    voice: Voice,
    bed: NDArray[np.float32] | None,
    samples: int,
    *,
    loudness: float = -14.0,
    ceiling: float = -1.0,
    bed_gain: float = 0.0,
) -> NDArray[np.float32]:
    """The finished stereo sound, float32 of shape `(samples, 2)` at 48 kHz.

    `voice` holds mono pieces at 48 kHz and the sample at which each starts; what lies outside the programme is cut.
    `bed` is `(n, 2)` or `(n,)`, floats in -1..1 or 16-bit integers (so a mapped file will do); it is cut or followed by
    silence. `bed_gain` in dB lifts or lowers it from where it would be put. The answer is at `loudness` LUFS within
    0.3 LU and its true peak 0.3 dB under `ceiling` dBTP, wherever both can be had; without any sound it is silence.
    Raises ValueError for a negative length or a voice that is not mono.
    """
    return _mix(voice, bed, samples, loudness, ceiling, bed_gain, metering=False)[0]


def measure_mix(
    voice: Voice,
    bed: NDArray[np.float32] | None,
    samples: int,
    *,
    loudness: float = -14.0,
    ceiling: float = -1.0,
    bed_gain: float = 0.0,
) -> MixMeasures:
    """The measures of the mix that `mix` makes of the same arguments."""
    out, voice_power, bed_power, ducking = _mix(voice, bed, samples, loudness, ceiling, bed_gain, metering=True)
    speaking = ducking.speaking
    alone = (ducking.down < 0.01) & ~speaking
    share = float(speaking.mean()) if len(speaking) else 0.0
    ratio = rise = None
    if speaking.any() and bed_power[speaking].any():
        under = loudness_of(float(bed_power[speaking].mean()))
        ratio = round(loudness_of(float(voice_power[speaking].mean())) - under, 2)
        rise = round(loudness_of(float(bed_power[alone].mean())) - under, 2) if bed_power[alone].any() else None
    return MixMeasures(round(integrated(out), 2), round(true_peak(out), 2), ratio, rise, round(share, 4))


def _mix(
    voice: Voice, bed: Signal | None, samples: int, loudness: float, ceiling: float, bed_gain: float, *, metering: bool
) -> tuple[Signal, Power, Power, Ducking]:
    """The mix, and with `metering` the K-weighted powers of voice and music in it, at the rate of the ducking."""
    if samples < 0:
        raise ValueError(f"A mix of {samples} samples was asked for; its length must be 0 or more.")
    if any(piece.ndim != 1 for _, piece in voice):
        raise ValueError("A piece of voice is not mono; mix its channels down before it is placed.")
    out = np.zeros((samples, 2), np.float32)
    found = survey(voice, bed, out)
    speaking = find_speech(found.voice)
    voice_gain = level_voice(found.voice, speaking)
    levelled = found.voice * 10 ** (voice_gain / 10)
    ducking = duck(levelled, found.bed, found.carved, speaking, ride(found.carved, speaking), bed_gain)
    powers = blend(out, bed, ducking, voice_gain, metering=metering)
    _soften_edges(out)
    _bring_to(out, loudness, ceiling - _CODEC_ROOM)
    return out, powers.voice, powers.bed, ducking


def _soften_edges(out: Signal) -> None:
    width = min(_EDGE, len(out) // 2)
    if width:
        ramp = (0.5 - 0.5 * np.cos(np.pi * np.arange(width) / width)).astype(np.float32)[:, None]
        out[:width] *= ramp
        out[-width:] *= ramp[::-1]


def _bring_to(out: Signal, loudness: float, ceiling_db: float) -> None:
    """Bring `out`, in place, to `loudness` with no peak over `ceiling_db`.

    Limiting lowers the loudness, so the gain that leads to the target is sought first, on measures alone.
    """
    ceiling = 10 ** (ceiling_db / 20)
    for _ in range(_ROUNDS):
        energies = measure_energies(out)
        found = energies.loudness()
        if not isfinite(found):
            return
        if abs(loudness - found) > _TOLERANCE:
            gain = 10 ** ((loudness - found) / 20)
            peaks = find_peaks(out, ceiling / gain / _MOST_EXTRA)
            apply_curve(out, _curve_to(loudness, gain, energies, peaks, ceiling))
        limit(out, ceiling, out=out)


def _curve_to(loudness: float, gain: float, energies: Energies, peaks: Signal, ceiling: float) -> Signal:
    """The curve of gain, limiting included, that leads to `loudness`; `gain` is the factor without limiting."""
    most = gain * _MOST_EXTRA
    curve = np.ones(len(peaks), np.float32)
    steps = np.minimum(energies.edges[:-1] // HOP, len(peaks) - 1)
    for _ in range(_TRIES):
        curve = limiting_curve(peaks * np.float32(gain), ceiling) * np.float32(gain)
        means = np.add.reduceat(curve.astype(np.float64) ** 2, steps) / np.diff(np.append(steps, len(curve)))
        missing = loudness - energies.loudness(means)
        if abs(missing) < _TOLERANCE / 4 or gain >= most:
            break
        gain = min(most, gain * 10 ** (missing / 20))
    return curve
