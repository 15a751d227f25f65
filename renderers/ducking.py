"""The level of music under speech: curves of gain computed from where speech is, at `CONTROL_RATE`.

Nothing here touches sound: a few values a second decide, so the whole programme is seen at once and the music can go
down before a word begins. What is measured over the whole programme is rounded to steps too small to hear, and all else
is local: a changed line changes the curves around it, and not by a hair those everywhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CONTROL_RATE = 200
"""Values a second: one every 5 ms."""

VOICE_TO_BED = 16.0
"""LU between voice and music under speech: the middle of the 14 to 18 that keeps words easy to follow."""
BED_ALONE = 5.0
"""LU by which music that plays alone stays below the voice, so that the change at the first word is not a jump."""

_ATTACK = 0.15
_LEAD = 0.03
"""Seconds: the music is down this long before a word begins, after falling for `_ATTACK`."""
_RELEASE = 0.5
_HOLD = 0.15
"""Seconds after the last word before the music begins to rise."""
_BRIDGE = 1.1
"""Seconds: shorter pauses belong to the speech, and the music stays down."""
_FULL_GAP = 4.0
"""Seconds: in pauses at least this long the music rises all the way; in shorter ones part of it."""
_LEAST_RISE = 0.35
_SPEECH_RANGE = 28.0
"""dB below the loud parts of the voice that still count as speech: soft consonants and endings."""
_SILENCE = 1e-6
"""K-weighted power (-60 dB) under which nothing counts as speech."""
_COMPRESSION = 0.6
"""Of every dB by which the voice rises over its usual level, this much is taken back: a ratio of 2.5 to 1."""
_KNEE = 3.0
"""dB to either side of the usual level over which that sets in."""
_LEAVING, _COMING = 0.6, 0.35
"""Seconds in which music fades out before a film that is heard, and in which it comes back."""
_GLIDE = 0.6
"""Seconds in which the gain of the music goes from that of one scene to that of the next."""
_COARSE = 1.0
"""dB: the steps of what is measured over the whole programme."""
_FINE = 1 / 512
"""dB: the steps of curves of gain, so that they do not differ by what rounding leaves."""
_EXACT = float(1 << 36)
"""Parts of one that sums are counted in: whole numbers add up the same wherever a sum begins."""

Curve = NDArray[np.float64]


@dataclass(frozen=True)
class Ducking:
    """What happens to the music: `gain` in dB; `down` in 0..1, how far it makes room; and where there is speech."""

    gain: Curve
    down: Curve
    speaking: NDArray[np.bool_]


def find_speech(voice_power: Curve) -> NDArray[np.bool_]:
    """Where there is speech, given the K-weighted power of the voice at `CONTROL_RATE`."""
    smooth = _moving_average(voice_power, 0.03)
    audible = smooth[smooth > _SILENCE]
    if not audible.size:
        return np.zeros(len(smooth), np.bool_)
    loud = _coarse(_decibels(float(np.percentile(audible, 90))))
    return np.asarray(smooth > max(_SILENCE, 10 ** ((loud - _SPEECH_RANGE) / 10)))


def level_voice(voice_power: Curve, speaking: NDArray[np.bool_]) -> Curve:
    """The gain in dB (0 or less) that holds back what rises over the voice's usual level, seen ahead and smooth."""
    if not speaking.any():
        return np.zeros(len(voice_power))
    usual = _coarse(_decibels(float(voice_power[speaking].mean())))
    level = 10 * np.log10(np.maximum(_moving_average(voice_power, 0.025), 1e-12))
    over = np.clip(level - usual + _KNEE, 0, None)
    excess = np.where(over < 2 * _KNEE, over**2 / (4 * _KNEE), over - _KNEE)
    return _fine(_moving_average(-_COMPRESSION * excess, 0.06))


def duck(
    voice_power: Curve,
    bed_power: Curve,
    carved_power: Curve,
    speaking: NDArray[np.bool_],
    correction: Curve,
    bed_gain: float | Curve,
) -> Ducking:
    """The gain of the music for a whole programme, from K-weighted powers at `CONTROL_RATE`.

    `carved_power` is the music's power with the speech band taken out fully, `correction` in dB is what evens it out
    (applied as far as the music is down), and `bed_gain` in dB is added: everywhere the same, or a curve.
    """
    flat = np.zeros(len(speaking)) + bed_gain
    if not speaking.any() or not np.any(bed_power > 0):
        return Ducking(flat, np.zeros(len(speaking)), speaking)
    voice = _decibels(float(voice_power[speaking].mean()))
    corrected = carved_power[speaking] * 10 ** (correction[speaking] / 10)
    under = _coarse(voice - VOICE_TO_BED - _decibels(_typical(corrected)))
    alone = _coarse(voice - BED_ALONE - _decibels(_typical(bed_power)))
    down = _down_share(speaking)
    return Ducking(_fine(flat + alone + (under + correction - alone) * down), down, speaking)


def step_gains(base: float, steps: Sequence[tuple[int, float]], count: int) -> Curve:
    """`base` in dB with what is added from each value on (`steps`, in order), gliding from one to the next."""
    curve = np.full(count, base)
    for first, gain in steps:
        curve[max(0, first) :] = base + gain
    return _fine(_moving_average(curve, _GLIDE)) if steps else curve


def presence(speaking: NDArray[np.bool_]) -> Curve:
    """How far whatever sounds beside speech makes room for it, 0..1."""
    return _down_share(speaking) if speaking.any() else np.zeros(len(speaking))


def away(spans: Sequence[tuple[int, int]], count: int) -> Curve:
    """How far the music is gone, 0..1, at `count` values: all the way during `spans` (from, to before), in which a film
    has a sound of its own; it has faded out when one begins, and comes back after.
    """
    gone = np.zeros(count)
    times = np.arange(count)
    for first, last in spans:
        leaving = _ease((times - first) / (_LEAVING * CONTROL_RATE) + 1)
        coming = _ease((last - times) / (_COMING * CONTROL_RATE) + 1)
        gone = np.maximum(gone, np.minimum(leaving, coming))
    return gone


def ride(power: Curve) -> Curve:
    """The slow correction in dB, within 3 either way, that evens out the music's own dynamics."""
    if not np.any(power > 0):
        return np.zeros(len(power))
    slow = _moving_average(power, 3.0)
    usual = _typical(power)
    away = _coarse(_decibels(usual)) - 10 * np.log10(np.maximum(slow, 1e-12))
    return _moving_average(np.where(slow > usual * 1e-3, np.clip(0.7 * away, -3.0, 3.0), 0.0), 1.5)


def _down_share(speaking: NDArray[np.bool_]) -> Curve:
    """How far the music is down, 0..1: before the first word it falls, in pauses it rises as far as they are long."""
    count = len(speaking)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], speaking.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    separate = np.flatnonzero(starts[1:] - ends[:-1] > _BRIDGE * CONTROL_RATE)
    starts = np.concatenate((starts[:1], starts[1:][separate]))
    ends = np.concatenate((ends[:-1][separate], ends[-1:]))
    down = np.ones(count)
    attack, lead = round(_ATTACK * CONTROL_RATE), round(_LEAD * CONTROL_RATE)
    release, hold = round(_RELEASE * CONTROL_RATE), round(_HOLD * CONTROL_RATE)
    times = np.arange(count)
    pauses = zip(ends[:-1].tolist(), starts[1:].tolist(), strict=True)
    gaps = [(-1, int(starts[0])), *pauses, (int(ends[-1]), count + 1)]
    for begin, end in gaps:
        inside = slice(max(0, begin), min(count, end))
        at = times[inside]
        rise = np.ones(len(at)) if begin < 0 else _ease((at - begin - hold) / release)
        fall = np.ones(len(at)) if end > count else _ease((end - lead - at) / attack)
        seconds = (end - begin) / CONTROL_RATE
        outer = begin < 0 or end > count
        reach = 1.0 if outer else float(np.interp(seconds, (_BRIDGE, _FULL_GAP), (_LEAST_RISE, 1.0)))
        down[inside] = 1 - reach * np.minimum(rise, fall)
    return down


def _ease(share: Curve) -> Curve:
    """A smooth step from 0 to 1."""
    x = np.clip(share, 0, 1)
    return np.asarray(x * x * (3 - 2 * x))


def _typical(power: Curve) -> float:
    """The mean power of what is not silence: parts more than 20 dB under the mean do not count."""
    mean = float(power.mean())
    heard = power[power > mean / 100]
    return float(heard.mean()) if heard.size else 0.0


def _decibels(power: float) -> float:
    return 10 * float(np.log10(max(power, 1e-12)))


def _coarse(decibels: float) -> float:
    return round(decibels / _COARSE) * _COARSE


def _fine(decibels: Curve) -> Curve:
    return np.asarray(np.round(decibels / _FINE) * _FINE)


def _moving_average(values: Curve, seconds: float) -> Curve:
    """The centred mean over `seconds`; near the ends over what there is. Each value depends on those alone."""
    half = max(1, round(seconds * CONTROL_RATE / 2))
    counted = np.rint(values * _EXACT).astype(np.int64)
    sums = np.concatenate(([0], np.cumsum(counted)))
    times = np.arange(len(values))
    first, last = np.maximum(times - half, 0), np.minimum(times + half + 1, len(values))
    return np.asarray((sums[last] - sums[first]) / _EXACT / (last - first))
