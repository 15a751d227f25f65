"""The head, brows and body: sway that never repeats, a new posture a phrase, nods and brows on words with weight.

Brows lead the word and peak on it; nods start at it and peak on or after it, and only on a third of them, since people
are loose about this (the rates are those of the reference). Every event throws its own dice, so a word more or less
leaves the others' as they fell.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.prosody import EARLIER, Accent, Prosody, dice
from renderers.avatar.styles import Style, find_style

Curve = NDArray[np.float64]

_NODS, _BROWS = 0.33, 0.38
_BEAT_NODS = 0.7
"""The share of a music's beats on which a singer nods."""
_BROW_LEAD = 0.06
_JITTER = 0.06
_SWAY_BAND = (0.08, 0.5)
_SWAY_WAVES = 40
_BLOCK = 256
_ENDS_SECONDS = 0.7
_POSTURE_LEAD, _SHORTEST_POSTURE = 0.12, 1.0
_SHORTEST_BREATH_PAUSE, _SHORTEST_BREATH = 0.3 - EARLIER, 1.5 - EARLIER
_LONGEST_BREATH = 6.7
_INHALE, _EXHALE = 0.5, 4.0


def move_head(
    prosody: Prosody, times: Curve, seed: int, clock: Curve | None = None, style: Style | None = None
) -> dict[str, Curve]:
    """The channels of head, brows, breath and body at `times`; `clock` is the scene's then, by which the sway goes."""
    clock = times if clock is None else clock
    style = style or find_style("")
    ends = _ends(times)
    calm = (0.3 + 0.7 * talking(prosody, times)) * ends * style.sway
    sway = {
        name: pink(times, seed, name, clock) * calm
        for name in ("yaw", "pitch", "roll", "head_x", "head_y", "lean", "brow")
    }
    posture = _postures(prosody, times, seed, style)
    nod, lift = _nods(prosody.accents, times, seed, style)
    brow_left, brow_right = _brows(prosody, times, seed, style)
    breath = _breaths(prosody, times)
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


def _ends(times: Curve) -> Curve:
    """1 inside, easing to 0 at the scene's ends over 0.7 s."""
    share = np.clip(np.minimum(times - times[0], times[-1] - times) / _ENDS_SECONDS, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float64)


def talking(prosody: Prosody, times: Curve) -> Curve:
    """How much the presenter is speaking, in 0..1, eased over a good half second."""
    silent = np.ones(len(times))
    for start, end in prosody.phrases:
        silent *= 1 - minimum_jerk((times - start + 0.3) / 0.6) * minimum_jerk((end + 0.5 - times) / 0.6)
    return 1 - silent


def pink(times: Curve, seed: int, axis: str, clock: Curve) -> Curve:
    """Noise of unit deviation with power 1/f inside the sway band, which never comes round again.

    Waves that are evenly spread over the logarithm of the frequency have that spectrum when they are equally high.
    """
    throw = dice(seed, "sway", axis)
    low, high = _SWAY_BAND
    places = (np.arange(_SWAY_WAVES) + throw.random(_SWAY_WAVES)) / _SWAY_WAVES
    turning = 2 * np.pi * low * (high / low) ** places
    phases = throw.uniform(0, 2 * np.pi, _SWAY_WAVES)
    # Whole blocks, so that a scene's length does not reach the last bit of a frame.
    count = -(-len(times) // _BLOCK)
    padded = np.zeros(count * _BLOCK)
    padded[: len(clock)] = clock
    waves = [np.sin(np.outer(block, turning) + phases).sum(axis=1) for block in padded.reshape(count, _BLOCK)]
    return np.asarray(np.concatenate(waves)[: len(times)] * np.sqrt(2 / _SWAY_WAVES), np.float64)


def _postures(prosody: Prosody, times: Curve, seed: int, style: Style) -> tuple[Curve, Curve, Curve]:
    """Yaw, roll and pitch (degrees) that change where a phrase begins, and within long ones."""
    posture = np.zeros((3, len(times)))
    before = -_SHORTEST_POSTURE
    for index, (start, end) in enumerate(prosody.phrases):
        # A phrase begins with a posture of its own, unless the one before it was hardly a word.
        last = before if start - before < _SHORTEST_POSTURE else -_SHORTEST_POSTURE
        before = start
        throw = dice(seed, "posture", prosody.opening(index))
        side = 1.0 if throw.random() < 0.5 else -1.0
        at = start
        while at < end:
            slowness, stay = throw.uniform(0.5, 0.9), throw.uniform(2.2, 3.6)
            goal = np.array([side * throw.uniform(0.8, 5.0), throw.normal(0, 1.1) + side * 0.5, throw.normal(0.3, 0.8)])
            if at - last >= _SHORTEST_POSTURE:
                goal = np.clip(goal, [-6, -3, -2], [6, 3, 2]) * style.posture
                share = minimum_jerk((times - (at - _POSTURE_LEAD)) / slowness)
                # Of what was before nothing is left once the goal is reached, not even in the last bit.
                posture = posture * (1 - share) + goal[:, None] * share
                last = at
            side = -side if throw.random() < 0.75 else side
            at += stay * style.stay
    return posture[0], posture[1], posture[2]


def minimum_jerk(share: Curve) -> Curve:
    """From 0 to 1 as `share` goes there, without a jump in speed or acceleration at either end."""
    x = np.clip(share, 0, 1)
    return np.asarray(x * x * x * (10 - 15 * x + 6 * x * x), np.float64)


def _nods(accents: tuple[Accent, ...], times: Curve, seed: int, style: Style) -> tuple[Curve, Curve]:
    """Nods in degrees of pitch, and the lift of the shoulders that goes with the strongest; lowest on music's beats."""
    nod, lift = np.zeros(len(times)), np.zeros(len(times))
    last, phrase = -1.0, -1
    for accent in accents:
        last, phrase = (last if accent.phrase == phrase else -1.0), accent.phrase
        throw = dice(seed, "nod", accent.name)
        chance, size, length = throw.random(), throw.uniform(2.0, 4.0), throw.uniform(0.25, 0.40)
        late = abs(throw.normal(0, _JITTER))
        often = _BEAT_NODS if accent.on_beat else _NODS
        if chance > often * (0.7 + 0.6 * accent.weight) * style.nods or accent.start - last < 0.5:
            continue
        last = accent.start
        size *= style.nod_size
        peak = accent.start if accent.on_beat else max(accent.start + 0.45 * length, accent.start + 0.08) + late
        nod += size * hill(times, peak, 0.45 * length, 0.75 * length)
        # A nod begins with a slight lift of the chin.
        nod -= 0.22 * size * hill(times, peak - 0.55 * length, 0.35 * length, 0.3 * length)
        lift += accent.weight * hill(times, peak, 0.2, 0.4)
    return nod, lift


def _brows(prosody: Prosody, times: Curve, seed: int, style: Style) -> tuple[Curve, Curve]:
    left, right = np.zeros(len(times)), np.zeros(len(times))
    starts = [start for start, _ in prosody.phrases]
    last, phrase = -1.0, -1
    for accent in prosody.accents:
        last, phrase = (last if accent.phrase == phrase else -1.0), accent.phrase
        throw = dice(seed, "brow", accent.name)
        chance, size, lean = throw.random(), throw.uniform(0.35, 0.7), throw.normal(0, 0.08)
        if chance > _BROWS * style.brows or accent.start - last < 0.45:
            continue
        last = accent.start
        early = any(0 <= accent.start - start < 0.8 for start in starts)
        size *= (1.25 if early else 1.0) * style.brow_size
        peak = accent.start + 0.5 * min(accent.end - accent.start, 0.16)
        bump = hill(times, peak, _BROW_LEAD + 0.5 * (peak - accent.start) + 0.08, 0.30)
        left += size * (1 + lean) * bump
        right += size * (1 - lean) * bump
    return left, right


def hill(times: Curve, peak: float, rise: float, fall: float) -> Curve:
    """A smooth hill of height 1 at `peak` that takes `rise` seconds up and `fall` seconds down."""
    x = np.where(times < peak, (times - (peak - rise)) / rise, 1 - (times - peak) / fall)
    return minimum_jerk(x)


def _breaths(prosody: Prosody, times: Curve) -> Curve:
    """The chest's fill in 0..1: in quickly before what is said after a pause that allows it, out slowly over it."""
    breaths: list[tuple[float, float]] = []
    last = -_SHORTEST_BREATH
    pauses = [pause for pause in prosody.pauses if pause.length >= _SHORTEST_BREATH_PAUSE]
    starts = [pause.start if pause.end >= prosody.length else max(0.0, pause.end - _INHALE) for pause in pauses]
    for start in [*starts, prosody.length]:
        while start - last > _LONGEST_BREATH:
            last += _LONGEST_BREATH
            breaths.append((last, 0.45))
        if start < prosody.length and start - last >= _SHORTEST_BREATH:
            breaths.append((start, 1.0))
            last = start
    fill = np.zeros(len(times))
    for start, depth in breaths:
        taken = minimum_jerk((times - start) / _INHALE)
        fill = fill * (1 - taken) + depth * taken * (1 - minimum_jerk((times - start - _INHALE) / _EXHALE))
    return np.clip(fill, 0, 1)
