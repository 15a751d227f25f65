"""What presenters do over minutes of real speech, measured on their curves: nothing is painted.

Each script is spoken by the voices that are installed, as one scene of so many seconds, and performed in half body. The
measures are those that work without a network that was trained for them: closed lips on m, b and p, lips that are still
in silence, blinks, gestures and nods on words with weight against the same moments shifted, and how alike a performance
becomes to itself.

    .venv/bin/python -m benchmarks.performance [--seconds 60 120 600] [--voices english-male-1] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from agency.engines import engine as engine_of
from benchmarks.production import paragraphs
from renderers.avatar import AvatarRequest, Performance
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.gestures import choose_gestures
from renderers.avatar.mouth import SHAPES, aperture
from renderers.avatar.performance import CHANNELS, perform
from renderers.avatar.prosody import Prosody, read_prosody
from renderers.speech import Phone, SpeechRequest, Viseme, Voice, Word
from renderers.speech.catalogue import available, voices
from renderers.speech.envelope import CURVE_RATE, loudness_curve

RATE = 30
_PAUSE = 0.45
_SHIFTS = 400
_SIGMA = 0.1
_LIPS = 0.1
_POSE = ("yaw", "pitch", "roll", "torso_turn", "shoulder_left", "shoulder_right", "elbow_left", "elbow_right")
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
}
"""Between what each measure is to be."""

Curve = NDArray[np.float64]


def speak(voice: Voice, seconds: float, seed: int = 1) -> AvatarRequest:
    """A request of about so many seconds of `voice`, a line after the other."""
    engine = engine_of("speech", voice.engine)
    texts = paragraphs(int(seconds / 6) + 2, seed)
    lines = [f"{line.strip()}." for text in texts for line in text.split(".") if line.strip()]
    at, words, phones, marks = 0.5, list[Word](), list[Phone](), list[int]()
    level = np.zeros(int((seconds + 30) * CURVE_RATE), np.float32)
    for speech in engine.speak([SpeechRequest(line, voice) for line in lines]):
        if at > seconds - speech.seconds - 1:
            break
        # Lines begin on a grid of half a second, as in an edit.
        at = round(at * 2) / 2
        marks += [round(at * RATE)] if words else []
        base = len(words)
        words += [replace(word, start=word.start + at, end=word.end + at) for word in speech.words]
        phones += [
            replace(p, start=p.start + at, end=p.end + at, word=p.word + base if p.word >= 0 else -1)
            for p in speech.phones
        ]
        curve = loudness_curve(speech)
        first = round(at * CURVE_RATE)
        level[first : first + len(curve)] = curve
        at += speech.seconds + _PAUSE
    frames = round((at + 0.5) * RATE)
    heard = tuple(level[: frames * CURVE_RATE // RATE + 1].tolist())
    return AvatarRequest(
        AVATARS[0], tuple(words), tuple(phones), heard, frames, Fraction(RATE), seed, "half_body", tuple(marks)
    )


def measure(request: AvatarRequest) -> dict[str, float]:
    """All measures of the performance of a request, by name."""
    performance, prosody = perform(request), read_prosody(request)
    times = (np.arange(request.frames) + 0.5) / RATE
    gap = aperture(performance).astype(np.float64)
    rate, variation = blinks(performance)
    gestures = choose_gestures(request, prosody)
    # By the published rules hands are fastest where the vowel begins, brows are highest in its middle, and nods are
    # lowest where it ends.
    begin, end = (np.array([getattr(accent, edge) for accent in prosody.accents]) for edge in ("start", "end"))
    hands, hands_p = alignment(hand_peaks(performance, times), begin, prosody.length)
    brows, brows_p = alignment(_peaks(_curve(performance, "brow_left"), times, 0.3), (begin + end) / 2, prosody.length)
    pitch = _curve(performance, "pitch")
    nods, nods_p = alignment(_peaks(pitch - _smoothed(pitch, RATE + 1), times, 0.8), end, prosody.length)
    alike = [self_similarity([_curve(performance, name)]) for name in _POSE]
    return {
        "seconds": prosody.length,
        "closures": hits(request, gap, times, Viseme.PP, lambda near, top: bool(near.min() < 0.12 * top)),
        "tucks": hits(request, gap, times, Viseme.FF, lambda near, top: bool(near.min() < 0.30 * top)),
        "openings": hits(request, gap, times, Viseme.AA, lambda near, top: bool(near.max() > 0.35 * top)),
        "stillness": stillness(prosody, gap, times),
        "offset_ms": offset(expected_level(request), gap, times),
        "offset_to_level_ms": offset(np.array(request.loudness), gap, times),
        "blinks": rate,
        "blink_variation": variation,
        "gestures": len(gestures) * 60 / prosody.length,
        "gesture_kinds": float(len({gesture.kind for gesture in gestures})),
        "hands": hands,
        "hands_p": hands_p,
        "brows": brows,
        "brows_p": brows_p,
        "nods": nods,
        "nods_p": nods_p,
        "alike": self_similarity([_curve(performance, name) for name in _POSE]),
        "alike_channel": max(alike),
        "energy": energy_ratio(performance),
    }


def _curve(performance: Performance, name: str) -> Curve:
    return performance.channels[name].astype(np.float64)


def _smoothed(curve: Curve, width: int) -> Curve:
    """The mean of `curve` over `width` values about each."""
    return np.convolve(curve, np.ones(width) / width, "same")


def hits(
    request: AvatarRequest, gap: Curve, times: Curve, viseme: Viseme, met: Callable[[Curve, float], bool]
) -> float:
    """The share of the sounds of a viseme at which, 40 ms around them, the lips do what they are to."""
    top = float(np.percentile(gap, 95))
    near = [gap[(times >= p.start - 0.04) & (times <= p.end + 0.04)] for p in request.phones if p.viseme is viseme]
    return float(np.mean([met(window, top) for window in near if window.size]))


def stillness(prosody: Prosody, gap: Curve, times: Curve) -> float:
    """The deviation of the lips' gap in pauses as a share of that in speech.

    Lips that close after a sound and open for one move for the sound: 0.1 s from it is where its silence begins.
    """
    silent, speech = np.zeros(len(times), bool), np.ones(len(times), bool)
    for pause in prosody.pauses:
        silent |= (times >= pause.start + _LIPS) & (times < pause.end - _LIPS)
        speech &= (times < pause.start) | (times >= pause.end)
    return float(gap[silent].std() / gap[speech].std())


def expected_level(request: AvatarRequest) -> Curve:
    """How far each sound opens the lips while it is heard, at `CURVE_RATE`."""
    opened = np.zeros(len(request.loudness))
    for phone in request.phones:
        jaw = 0.0 if phone.viseme in (Viseme.SIL, Viseme.PP) else SHAPES[phone.viseme].target[0]
        opened[round(phone.start * CURVE_RATE) : round(phone.end * CURVE_RATE)] = jaw
    return opened


def offset(heard: Curve, gap: Curve, times: Curve) -> float:
    """Milliseconds by which the lips follow what is heard, with which they go together best."""
    seen = np.interp(np.arange(len(heard)) / CURVE_RATE, times, gap)
    one, other = (curve - _smoothed(curve, CURVE_RATE // 2) for curve in (heard, seen))
    lags = np.arange(-50, 51)
    found = np.array([float(np.dot(one, np.roll(other, -lag))) for lag in lags])
    best = int(np.clip(np.argmax(found), 1, len(lags) - 2))
    before, at, after = found[best - 1 : best + 2]
    return float((lags[best] + 0.5 * (before - after) / (before - 2 * at + after)) * 1000 / CURVE_RATE)


def blinks(performance: Performance) -> tuple[float, float]:
    """Blinks a minute, and the coefficient of variation of the gaps between them."""
    shut = _curve(performance, "blink_left") > 0.6
    starts = np.flatnonzero(shut[1:] & ~shut[:-1]) / RATE
    gaps = np.diff(starts)
    return float(len(starts) * 60 * RATE / performance.frames), float(gaps.std() / gaps.mean())


def _peaks(curve: Curve, times: Curve, least: float) -> Curve:
    """The moments at which `curve` is highest about them and higher than `least`."""
    inside = (curve[1:-1] > curve[:-2]) & (curve[1:-1] >= curve[2:]) & (curve[1:-1] > least)
    return times[1:-1][inside]


def hand_peaks(performance: Performance, times: Curve) -> Curve:
    """The moments at which a hand is fastest, those on the way up and back included."""
    found = []
    for side in ("left", "right"):
        turning = np.hypot(
            *(np.gradient(_curve(performance, f"{joint}_{side}")) * RATE for joint in ("elbow", "wrist"))
        )
        found.append(_peaks(turning, times, 60.0))
    return np.sort(np.concatenate(found))


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


def self_similarity(curves: Sequence[Curve]) -> float:
    """The highest autocorrelation of a pose, each of its curves at its own scale, from a lag of 2 s to half of all."""
    size = len(curves[0])
    lagged = np.zeros(size)
    for curve in curves:
        moved = (curve - curve.mean()) / max(float(curve.std()), 1e-9)
        lagged += np.fft.irfft(np.abs(np.fft.rfft(moved, 2 * size)) ** 2)[:size]
    lagged /= lagged[0] * (1 - np.arange(size) / size)
    return float(lagged[2 * RATE : size // 2].max())


def energy_ratio(performance: Performance) -> float:
    """The motion of the last 30 s over that of the first, all channels of the pose at their own scale."""
    total = np.zeros(performance.frames - 1)
    for name in _POSE:
        bounds = CHANNELS[name]
        total += np.abs(np.diff(_curve(performance, name))) / (bounds.high - bounds.low)
    return float(total[-30 * RATE :].sum() / total[: 30 * RATE].sum())


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the measures of every script and voice that is asked for; those out of bounds are marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, nargs="*", default=[60, 120, 180, 300, 600])
    parser.add_argument("--voices", nargs="*", default=[])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    every = [voice for voice in voices() if available(voice)]
    chosen = [v for v in every if (v.id in asked.voices if asked.voices else v.language.startswith("en"))]
    if not chosen:
        sys.exit("None of these voices is installed; `agency voices` lists those that are.")
    found = []
    for voice in chosen:
        for seed, seconds in enumerate(asked.seconds, 1):
            measured = measure(speak(voice, seconds, seed))
            found.append({"voice": voice.id, **{name: round(value, 4) for name, value in measured.items()}})
            if not asked.json:
                told = [f"{name} {value:.3g}{'' if _meets(name, value) else ' !'}" for name, value in measured.items()]
                print(f"{voice.id}: {', '.join(told)}", flush=True)
    if asked.json:
        print(json.dumps(found, indent=1))


def _meets(name: str, value: float) -> bool:
    low, high = BOUNDS.get(name, (-np.inf, np.inf))
    return bool(low <= value <= high)


if __name__ == "__main__":
    main()
