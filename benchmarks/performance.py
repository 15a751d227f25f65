"""What presenters do over minutes of real speech, measured on their curves: nothing is painted.

Each script is spoken by the voices that are installed, as one scene of so many seconds, and performed in half body. The
measures are those that work without a network that was trained for them: closed lips on m, b and p, lips that are still
in silence, blinks, gestures and nods on words with weight against the same moments shifted, and how alike a performance
becomes to itself.

    .venv/bin/python -m benchmarks.performance [--seconds 60 120 600] [--voices english-male-1] [--style calm] [--json]

`--text` names a file of lines in the language of the voices, for those that do not speak English.
With `--listening` the presenter hears the voice instead, and is measured by what listeners do. With `--film` a finished
film is measured on its own pictures and sound, as `agency review` does, against the `timeline.json` of its production:

    .venv/bin/python -m benchmarks.performance --film FILM.mp4 PRODUCTION/timeline.json
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agency.engines import engine as engine_of
from benchmarks.production import paragraphs
from renderers.avatar import AvatarRequest
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.channels import GAZE_DEGREES
from renderers.avatar.film_measures import measure_presenters
from renderers.avatar.gestures import choose_gestures
from renderers.avatar.listening import answers
from renderers.avatar.measures import (
    BOUNDS,
    alignment,
    blinks,
    brow_peaks,
    closes,
    curve_of,
    energy_ratio,
    expected_gap,
    frame_times,
    hand_peaks,
    hits,
    nod_peaks,
    offset,
    pose_curves,
    self_similarity,
    stillness,
)
from renderers.avatar.mouth import aperture
from renderers.avatar.partner import BESIDE_DEGREES
from renderers.avatar.performance import perform
from renderers.avatar.prosody import read_prosody
from renderers.avatar.styles import STYLES
from renderers.picture_format import PictureFormat
from renderers.speech import Phone, SpeechRequest, Viseme, Voice, Word
from renderers.speech.catalogue import available, voices
from renderers.speech.envelope import CURVE_RATE, loudness_curve

RATE = 30
_PAUSE = 0.45

Curve = NDArray[np.float64]


def speak(voice: Voice, seconds: float, seed: int = 1, lines: Sequence[str] = ()) -> AvatarRequest:
    """A request of about so many seconds of `voice`, a line after the other: `lines`, or else English ones."""
    engine = engine_of("speech", voice.engine)
    if not lines:
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
    rate, variation = blinks([performance])
    gestures = choose_gestures(request, prosody)
    # By the published rules hands are fastest where the vowel begins, brows are highest in its middle, and nods are
    # lowest where it ends.
    begin, end = (np.array([getattr(accent, edge) for accent in prosody.accents]) for edge in ("start", "end"))
    hands, hands_p = alignment(hand_peaks(performance, times), begin, prosody.length)
    brows, brows_p = alignment(brow_peaks(performance, times), (begin + end) / 2, prosody.length)
    nods, nods_p = alignment(nod_peaks(performance, times), end, prosody.length)
    pose = pose_curves([performance])
    return {
        "seconds": prosody.length,
        "closures": float(np.mean(hits(request.phones, gap, times, Viseme.PP, closes))),
        "tucks": _share(request, gap, times, Viseme.FF, lambda near, top: bool(near.min() < 0.30 * top)),
        "openings": _share(request, gap, times, Viseme.AA, lambda near, top: bool(near.max() > 0.35 * top)),
        "stillness": stillness(prosody.pauses, gap, times),
        "offset_ms": offset(expected_gap(request.phones, len(request.loudness)), gap, times),
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
        "alike": self_similarity(pose),
        "alike_channel": max(self_similarity([curve]) for curve in pose),
        "energy": energy_ratio([performance]),
    }


def measure_film(video: Path, timeline: Path) -> dict[str, object]:
    """What is measured of the presenters of a finished film, and the processor's seconds that it took."""
    from agency.expectation import read_expectation

    expected = read_expectation(timeline)
    began = time.process_time()
    picture = PictureFormat(expected.width, expected.height, expected.rate)
    found = measure_presenters(video, expected.presenters, picture)
    spent = round(time.process_time() - began, 2)
    return {**(asdict(found) if found else {}), "cpu_seconds": spent}


def measure_listening(request: AvatarRequest) -> dict[str, float]:
    """All measures of somebody who listens to a request's words, by name."""
    performance, prosody = perform(request), read_prosody(request)
    times = frame_times(request.frames, RATE)
    answered = np.array([at for at, _ in answers(prosody, request.seed)])
    ends = np.array([end for _, end in prosody.phrases])
    rate, variation = blinks([performance])
    beside = -BESIDE_DEGREES if STYLES[request.style].aside else 0.0
    across, down = (
        curve_of(performance, f"gaze_{axis}") * GAZE_DEGREES + curve_of(performance, turn)
        for axis, turn in (("x", "yaw"), ("y", "pitch"))
    )
    # Of a nod that is double or triple the first is what answers.
    nods = nod_peaks(performance, times)
    nods = nods[np.diff(nods, prepend=-9.0) > 0.8]
    return {
        "seconds": prosody.length,
        "mouth": float(aperture(performance).max()),
        "answers": len(answered) * 60 / prosody.length,
        "after_ms": float(np.mean([1000 * (at - ends[ends <= at].max()) for at in answered])),
        "nods_p": alignment(nods, ends + 0.45, prosody.length)[1],
        "on_partner": float((np.hypot(across - beside, down) < 2.5).mean()),
        "blinks": rate,
        "blink_variation": variation,
        "alike": self_similarity(pose_curves([performance])),
        "energy": energy_ratio([performance]),
    }


def _share(
    request: AvatarRequest, gap: Curve, times: Curve, viseme: Viseme, met: Callable[[Curve, float], bool]
) -> float:
    return float(np.mean(hits(request.phones, gap, times, viseme, met)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the measures of every script and voice that is asked for; those out of bounds are marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, nargs="*", default=[60, 120, 180, 300, 600])
    parser.add_argument("--voices", nargs="*", default=[])
    parser.add_argument("--text", type=Path)
    parser.add_argument("--style", default="presenter", choices=list(STYLES))
    parser.add_argument("--listening", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--film", nargs=2, type=Path, metavar=("VIDEO", "TIMELINE"))
    asked = parser.parse_args(arguments)
    if asked.film:
        print(json.dumps(measure_film(*asked.film), indent=1))
        return
    every = [voice for voice in voices() if available(voice)]
    chosen = [v for v in every if (v.id in asked.voices if asked.voices else v.language.startswith("en"))]
    if not chosen:
        sys.exit("None of these voices is installed; `agency voices` lists those that are.")
    lines = asked.text.read_text(encoding="utf-8").splitlines() if asked.text else []
    found = []
    for voice in chosen:
        for seed, seconds in enumerate(asked.seconds, 1):
            request = replace(speak(voice, seconds, seed, lines), style=asked.style, listening=asked.listening)
            measured = measure_listening(request) if asked.listening else measure(request)
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
