"""The head, brows and body: sway that never repeats, a new posture a phrase, nods and brows on words with weight.

Brows lead the word and peak on it; nods start at it and peak on or after it, and only on a third of them, since people
are loose about this (the rates are those of the reference).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.prosody import Accent, Prosody

Curve = NDArray[np.float64]

_NODS, _BROWS = 0.33, 0.38
_BROW_LEAD = 0.06
_JITTER = 0.06
_SWAY_BAND = (0.08, 0.5)
_SHORTEST_BREATH_PAUSE = 0.4
_BREATH_EVERY = 4.2


def move_head(prosody: Prosody, times: Curve, seed: int) -> dict[str, Curve]:
    """The channels of head, brows, breath and body at `times`."""
    dice = np.random.default_rng([seed, 201])
    rate = 0.5 / times[0]
    talking = _talking(prosody, times, rate)
    calm = (0.3 + 0.7 * talking) * _ends(times, prosody.length)
    sway = {
        name: _pink(len(times), rate, seed, i) * calm
        for i, name in enumerate(("yaw", "pitch", "roll", "head_x", "head_y", "lean", "brow"))
    }
    posture = _postures(prosody, times, dice)
    nod, lift = _nods(prosody.accents, times, dice)
    brow_left, brow_right = _brows(prosody, times, dice)
    breath = _breaths(prosody, times)
    ends = _ends(times, prosody.length)
    return {
        "yaw": 1.5 * sway["yaw"] + posture[0] * ends,
        "pitch": 0.8 * sway["pitch"] + posture[2] * ends + nod * ends,
        "roll": 0.8 * sway["roll"] + posture[1] * ends,
        "head_x": 0.28 * sway["head_x"] + 0.06 * posture[0] * ends,
        "head_y": 0.10 * sway["head_y"] + 0.05 * nod * ends,
        "lean": 0.25 * sway["lean"] + 0.03 * posture[0] * ends,
        "brow_left": (brow_left + 0.05 * sway["brow"]) * ends,
        "brow_right": (brow_right + 0.05 * sway["brow"]) * ends,
        "breath": breath * ends,
        "shoulders": (0.5 * lift + 0.12 * sway["lean"]) * ends,
    }


def _ends(times: Curve, length: float) -> Curve:
    """1 inside, easing to 0 at the scene's ends over at most 0.7 s."""
    ramp = min(0.7, length / 3)
    share = np.clip(np.minimum(times - times[0], times[-1] - times) / ramp, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float64)


def _talking(prosody: Prosody, times: Curve, rate: float) -> Curve:
    curve = np.zeros(len(times))
    for start, end in prosody.phrases:
        curve[(times >= start) & (times < end)] = 1.0
    return _smooth(curve, 0.25 * rate)


def _smooth(curve: Curve, radius: float) -> Curve:
    """A Gaussian mean with a standard deviation of `radius` frames, ends held."""
    reach = int(3 * radius) + 1
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / max(radius, 1e-6)) ** 2)
    return np.convolve(np.pad(curve, reach, mode="edge"), kernel / kernel.sum(), mode="valid")


def _pink(count: int, rate: float, seed: int, axis: int) -> Curve:
    """Noise with power 1/f inside the sway band, unit deviation, and no period shorter than the scene."""
    dice = np.random.default_rng([seed, 202, axis])
    size = 2 * max(count, int(40 * rate))
    frequency = np.fft.rfftfreq(size, 1 / rate)
    inside = (frequency >= _SWAY_BAND[0]) & (frequency <= _SWAY_BAND[1])
    spectrum = np.zeros(len(frequency), np.complex128)
    phases = dice.uniform(0, 2 * np.pi, int(inside.sum()))
    sizes = dice.rayleigh(1.0, int(inside.sum()))
    spectrum[inside] = sizes * np.exp(1j * phases) / np.sqrt(frequency[inside])
    noise = np.fft.irfft(spectrum, size)
    return np.asarray(noise[:count] / max(float(noise.std()), 1e-9), np.float64)


def _postures(prosody: Prosody, times: Curve, dice: np.random.Generator) -> tuple[Curve, Curve, Curve]:
    """Yaw, roll and pitch (degrees) that change where a phrase begins, and within long ones."""
    starts: list[float] = []
    for start, end in prosody.phrases:
        starts.append(start)
        at = start + dice.uniform(2.2, 3.6)
        while at < end - 1.0:
            starts.append(at)
            at += dice.uniform(2.2, 3.6)
    yaw, roll, pitch = np.zeros(len(times)), np.zeros(len(times)), np.zeros(len(times))
    now = np.zeros(3)
    side = 1.0 if dice.random() < 0.5 else -1.0
    for start in starts:
        side = -side if dice.random() < 0.75 else side
        goal = np.array([side * dice.uniform(0.8, 5.0), dice.normal(0, 1.1) + side * 0.5, dice.normal(0.3, 0.8)])
        goal = np.clip(goal, [-6, -3, -2], [6, 3, 2])
        share = _minimum_jerk((times - (start - 0.12)) / dice.uniform(0.5, 0.9))
        yaw += (goal[0] - now[0]) * share
        roll += (goal[1] - now[1]) * share
        pitch += (goal[2] - now[2]) * share
        now = goal
    return yaw, roll, pitch


def _minimum_jerk(share: Curve) -> Curve:
    x = np.clip(share, 0, 1)
    return np.asarray(x**3 * (10 - 15 * x + 6 * x * x), np.float64)


def _nods(accents: tuple[Accent, ...], times: Curve, dice: np.random.Generator) -> tuple[Curve, Curve]:
    """Nods in degrees of pitch, and the lift of the shoulders that goes with the strongest."""
    nod, lift = np.zeros(len(times)), np.zeros(len(times))
    last = -1.0
    for accent in accents:
        chance, size, length = dice.random(), dice.uniform(2.0, 4.0), dice.uniform(0.25, 0.40)
        late = abs(dice.normal(0, _JITTER))
        if chance > _NODS * (0.7 + 0.6 * accent.weight) or accent.start - last < 0.5:
            continue
        last = accent.start
        peak = max(accent.start + 0.45 * length, accent.start + 0.08) + late
        nod += size * _bump(times, peak, 0.45 * length, 0.75 * length)
        # A nod begins with a slight lift of the chin.
        nod -= 0.22 * size * _bump(times, peak - 0.55 * length, 0.35 * length, 0.3 * length)
        lift += accent.weight * _bump(times, peak, 0.2, 0.4)
    return nod, lift


def _brows(prosody: Prosody, times: Curve, dice: np.random.Generator) -> tuple[Curve, Curve]:
    left, right = np.zeros(len(times)), np.zeros(len(times))
    starts = [start for start, _ in prosody.phrases]
    last = -1.0
    for accent in prosody.accents:
        chance, size, lean = dice.random(), dice.uniform(0.35, 0.7), dice.normal(0, 0.08)
        if chance > _BROWS or accent.start - last < 0.45:
            continue
        last = accent.start
        early = any(0 <= accent.start - start < 0.8 for start in starts)
        size *= 1.25 if early else 1.0
        peak = accent.start + 0.5 * min(accent.end - accent.start, 0.16)
        bump = _bump(times, peak, _BROW_LEAD + 0.5 * (peak - accent.start) + 0.08, 0.30)
        left += size * (1 + lean) * bump
        right += size * (1 - lean) * bump
    return left, right


def _bump(times: Curve, peak: float, rise: float, fall: float) -> Curve:
    """A smooth hill of height 1 at `peak` that takes `rise` seconds up and `fall` seconds down."""
    x = np.where(times < peak, (times - (peak - rise)) / rise, 1 - (times - peak) / fall)
    return _minimum_jerk(x)


def _breaths(prosody: Prosody, times: Curve) -> Curve:
    """The chest's fill in 0..1: in quickly in the pauses that allow it, out slowly over what is said."""
    moments = [(max(p.start, 0.0), min(0.75, p.length)) for p in prosody.pauses if p.length >= _SHORTEST_BREATH_PAUSE]
    breaths: list[tuple[float, float, float]] = []
    last = -_BREATH_EVERY
    for start, room in [*moments, (prosody.length, 0.5)]:
        while start - last > 1.6 * _BREATH_EVERY and last >= 0:
            last += _BREATH_EVERY
            breaths.append((last, 0.8, 0.45))
        if start < prosody.length and start - last >= 1.5:
            breaths.append((start, max(room, 0.45), 1.0))
            last = start
    fill = np.zeros(len(times))
    for i, (start, rise, depth) in enumerate(breaths):
        until = breaths[i + 1][0] if i + 1 < len(breaths) else max(prosody.length, start + rise + 2.0)
        fall = max(until - start - rise + 0.35, 1.0)
        fill += depth * _bump(times, start + rise, rise, min(fall, 4.5))
    return np.clip(fill, 0, 1)
