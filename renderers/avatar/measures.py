"""What presenters are measured by, on curves: their performance's, or those that were seen in a finished film.

All work without a network that was trained for them: lips that close on m, b and p, that are still in silence and go
with what is heard; blinks; movements on words with weight against the same words shifted; how alike a performance
becomes to itself. Times are seconds; a curve has one value a frame, at its middle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import Performance
from renderers.avatar.channels import CHANNELS
from renderers.avatar.mouth import LIP_SHARE, PARTS, REACH, SHAPES, pull_at
from renderers.avatar.prosody import Pause
from renderers.speech import Phone, Viseme
from renderers.speech.envelope import CURVE_RATE

POSE = ("yaw", "pitch", "roll", "torso_turn", "shoulder_left", "shoulder_right", "elbow_left", "elbow_right")
"""The channels of a pose, by which repetition is told."""
BOUNDS: dict[str, tuple[float, float]] = {
    "closures": (0.95, 1.0),
    "stillness": (0.0, 0.25),
    "offset_ms": (-20.0, 20.0),
    "offset_to_level_ms": (-40.0, 40.0),
    "blinks": (12.0, 26.0),
    "blink_variation": (0.4, 9.9),
    "hands_p": (0.0, 0.01),
    "brows_p": (0.0, 0.01),
    "nods_p": (0.0, 0.01),
    "alike": (0.0, 0.5),
    "energy": (0.7, 1.4),
    "drift": (0.0, 0.05),
}
"""Between what each measure is to be."""
_SHIFTS = 400
_SIGMA = 0.1
_LIPS = 0.1
_AT_REST = 0.02
"""The pull of a mouth at rest; it wins only where no sound is near."""
_CLOSING = 0.06
"""Seconds before and after p, b and m over which lips close and part."""
_WAY = 0.3
"""The farthest that lips and sound are looked for apart, in seconds."""

Curve = NDArray[np.float64]


def curve_of(performance: Performance, name: str) -> Curve:
    """A channel of a performance; at rest where it has none."""
    found = performance.channels.get(name)
    return np.full(performance.frames, CHANNELS[name].rest) if found is None else found.astype(np.float64)


def frame_times(count: int, rate: float) -> Curve:
    """The seconds of the middles of so many frames."""
    return np.asarray((np.arange(count, dtype=np.float64) + 0.5) / rate, np.float64)


def smoothed(curve: Curve, width: int) -> Curve:
    """The mean of `curve` over `width` values about each."""
    width = min(width, len(curve))
    return np.convolve(curve, np.ones(width) / width, "same")


def hits(
    phones: Iterable[Phone], gap: Curve, times: Curve, viseme: Viseme, met: Callable[[Curve, float], bool]
) -> tuple[bool, ...]:
    """Whether, 40 ms around each sound of a viseme, the lips do what they are to: `met` gets their gaps there and the
    95th percentile of all. Sounds that lie outside `times` are passed over.
    """
    top = float(np.percentile(gap, 95))
    near = [gap[(times >= p.start - 0.04) & (times <= p.end + 0.04)] for p in phones if p.viseme is viseme]
    return tuple(met(window, top) for window in near if window.size)


def closes(near: Curve, top: float) -> bool:
    """Whether lips close as p, b and m need it."""
    return bool(near.min() < 0.12 * top)


def stillness(pauses: Iterable[Pause], gap: Curve, times: Curve) -> float:
    """The deviation of the lips' gap in pauses as a share of that in speech; NaN where there is not both.

    Lips that close after a sound and open for one move for the sound: 0.1 s from it is where its silence begins.
    """
    silent, speech = np.zeros(len(times), bool), np.ones(len(times), bool)
    for pause in pauses:
        silent |= (times >= pause.start + _LIPS) & (times < pause.end - _LIPS)
        speech &= (times < pause.start) | (times >= pause.end)
    if not silent.any() or not speech.any() or gap[speech].std() == 0:
        return float("nan")
    return float(gap[silent].std() / gap[speech].std())


def expected_gap(phones: Iterable[Phone], count: int) -> Curve:
    """How far sounds open the lips, as `aperture` has it: `count` values at `CURVE_RATE`, the first at 0.

    Every sound pulls as far ahead as behind, so that lips which go with it neither lead what is heard nor follow it.
    """
    times = np.arange(count) / CURVE_RATE
    pulled, weights, free = np.zeros((2, count)), np.full((2, count), _AT_REST), np.ones(count)
    for phone in phones:
        if phone.viseme is Viseme.SIL:
            continue
        shape = SHAPES[phone.viseme]
        first, last = np.searchsorted(times, (phone.start - REACH, phone.end + REACH))
        distance = np.maximum(np.maximum(phone.start - times[first:last], times[first:last] - phone.end), 0)
        pull = pull_at(distance, (shape.before + shape.after) / 2) * min(1.0, 0.35 + (phone.end - phone.start) / 0.09)
        lips = LIP_SHARE * (shape.target[PARTS.index("upper_lip")] + shape.target[PARTS.index("lower_lip")])
        for row, (strength, target) in enumerate(((shape.jaw, shape.target[0]), (shape.lips, lips))):
            pulled[row, first:last] += strength * target * pull
            weights[row, first:last] += strength * pull
        if phone.viseme is Viseme.PP:
            part = np.clip(1 - distance / _CLOSING, 0, 1)
            free[first:last] *= 1 - part * part * (3 - 2 * part)
    return np.asarray((pulled / weights).sum(axis=0) * free, np.float64)


def offset(heard: Curve, gap: Curve, times: Curve) -> float:
    """Milliseconds by which the lips follow what is `heard` (at `CURVE_RATE`), with which they go together best."""
    return offset_of([(heard, np.interp(np.arange(len(heard)) / CURVE_RATE, times, gap))])[0]


def offset_of(windows: Sequence[tuple[Curve, Curve]], rate: int = CURVE_RATE, way: float = _WAY) -> tuple[float, float]:
    """Milliseconds by which the second curve of all pairs follows the first, up to `way` seconds; their correlation.

    Both have `rate` values a second. What changes within half a second counts, and what is slower does not.
    """
    reach = round(way * rate)
    total, one_power, other_power = np.zeros(2 * reach + 1), 0.0, 0.0
    for first, second in windows:
        one, other = (curve - smoothed(curve, rate // 2) for curve in (first, second))
        size = 1 << (len(one) + len(other) - 1).bit_length()
        found = np.fft.irfft(np.conj(np.fft.rfft(one, size)) * np.fft.rfft(other, size), size)
        total += np.concatenate([found[-reach:], found[: reach + 1]])
        one_power, other_power = one_power + float(one @ one), other_power + float(other @ other)
    power = (one_power * other_power) ** 0.5
    if power <= 0:
        return float("nan"), 0.0
    best = int(np.clip(np.argmax(total), 1, 2 * reach - 1))
    before, at, after = total[best - 1 : best + 2]
    bend = before - 2 * at + after
    peak = best - reach + (0.5 * (before - after) / bend if bend < 0 else 0.0)
    return float(peak * 1000 / rate), float(at / power)


def blinks(performances: Sequence[Performance]) -> tuple[float, float]:
    """Blinks a minute, and the coefficient of variation of the gaps between them, of performances in a row."""
    shut = np.concatenate([curve_of(one, "blink_left") > 0.6 for one in performances])
    rate = float(performances[0].rate)
    starts = np.flatnonzero(shut[1:] & ~shut[:-1]) / rate
    gaps = np.diff(starts)
    variation = float(gaps.std() / gaps.mean()) if len(gaps) > 1 else float("nan")
    return float(len(starts) * 60 * rate / len(shut)), variation


def peaks(curve: Curve, times: Curve, least: float) -> Curve:
    """The moments at which `curve` is highest about them and higher than `least`."""
    inside = (curve[1:-1] > curve[:-2]) & (curve[1:-1] >= curve[2:]) & (curve[1:-1] > least)
    return times[1:-1][inside]


def hand_peaks(performance: Performance, times: Curve) -> Curve:
    """The moments at which a hand is fastest, those on the way up and back included."""
    found = []
    for side in ("left", "right"):
        speed = [
            np.gradient(curve_of(performance, f"{joint}_{side}")) * float(performance.rate)
            for joint in ("elbow", "wrist")
        ]
        found.append(peaks(np.hypot(*speed), times, 60.0))
    return np.sort(np.concatenate(found))


def nod_peaks(performance: Performance, times: Curve) -> Curve:
    """The moments at which the head is lowest in its nods."""
    pitch = curve_of(performance, "pitch")
    width = round(float(performance.rate)) // 2 * 2 + 1
    return peaks(pitch - smoothed(pitch, width), times, 0.8)


def brow_peaks(performance: Performance, times: Curve) -> Curve:
    """The moments at which the brows are highest."""
    return peaks(curve_of(performance, "brow_left"), times, 0.3)


def alignment(beats: Curve, accents: Curve, length: float) -> tuple[float, float]:
    """The beat consistency of movements with words of weight, and the share of shifted words that do as well.

    Consistency is the mean of exp(-d² / 2σ²) over the movements, d seconds to the nearest word, σ 0.1 s.
    """

    def consistency(moments: Curve) -> float:
        after = np.clip(np.searchsorted(moments, beats), 1, len(moments) - 1)
        nearest = np.minimum(np.abs(beats - moments[after - 1]), np.abs(beats - moments[after]))
        return float(np.exp(-(nearest**2) / (2 * _SIGMA**2)).mean())

    found = consistency(accents)
    throw = np.random.default_rng(5)
    shifted = [consistency(np.sort((accents + throw.uniform(2, length - 2)) % length)) for _ in range(_SHIFTS)]
    return found, (1 + sum(other >= found for other in shifted)) / (_SHIFTS + 1)


def self_similarity(curves: Sequence[Curve], rate: float = 30.0) -> float:
    """The highest autocorrelation of a pose, each of its curves at its own scale, from a lag of 2 s to half of all."""
    size = len(curves[0])
    lagged = np.zeros(size)
    for curve in curves:
        moved = (curve - curve.mean()) / max(float(curve.std()), 1e-9)
        lagged += np.fft.irfft(np.abs(np.fft.rfft(moved, 2 * size)) ** 2)[:size]
    lagged /= max(lagged[0], 1e-9) * (1 - np.arange(size) / size)
    return float(lagged[round(2 * rate) : size // 2].max())


def pose_curves(performances: Sequence[Performance]) -> list[Curve]:
    """The channels of the pose of performances in a row; those that never move are left out."""
    curves = [np.concatenate([curve_of(one, name) for one in performances]) for name in POSE]
    return [curve for curve in curves if np.ptp(curve) > 1e-6]


def energy_ratio(performances: Sequence[Performance]) -> float:
    """The motion of the last 30 s over that of the first, all channels of the pose at their own scale."""
    total = []
    for one in performances:
        moved = np.zeros(one.frames)
        for name in POSE:
            bounds = CHANNELS[name]
            moved[1:] += np.abs(np.diff(curve_of(one, name))) / (bounds.high - bounds.low)
        total.append(moved)
    motion, half = np.concatenate(total), round(30 * float(performances[0].rate))
    return float(motion[-half:].sum() / max(motion[:half].sum(), 1e-9))
