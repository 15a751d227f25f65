"""Likenesses of speakers who agree: learnt from a recording of a known text, and spoken by a built-in voice.

Nothing here works without consent: the gate of `renderers.likenesses` is asked by what makes a likeness and by what
uses one.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.likenesses import Likeness, permit
from renderers.resampling import resample
from renderers.speech import ENGINES, Speech, SpeechEngine, SpeechRequest, Voice
from renderers.speech.alignment_warping import HOP, cepstra, warp
from renderers.speech.alignment_warping import RATE as WARPED
from renderers.speech.delivery import HIGHEST_PEAK, LEVEL_RMS, speech_level
from renderers.speech.likeness_distances import cepstral_distortion, formants, pitch_distance
from renderers.speech.likeness_map import PERIOD, Frames, LikenessMap, carry, learn_map, load_map, take_apart
from renderers.speech.narration import place_lines
from renderers.speech.noise_reduction import RATE
from renderers.speech.recording import Recording
from renderers.speech.voice_folder import find_record
from renderers.takes import file_digest

EDITION = "1"
STYLE = "likeness"
SHORTEST, LONGEST = 20.0, 180.0
"""Seconds of speech that a likeness is learnt from; 30 to 60 are best."""

LEAST_SAID = 0.85
"""The share of the text that has to be heard in the recording."""

_HELD_OUT = 4
"""Every fourth line is kept from learning, and the distances are measured on those."""

_PACES = (0.8, 1.25)


@dataclass(frozen=True)
class VoiceLikeness:
    """A map, the pace of the speaker as a factor on the voice's, and its measured distances to the speaker.

    `figures`: pitch in half-tones, formants in per cent and mel-cepstral distortion in dB, each before and after.
    """

    map: LikenessMap = field(repr=False)
    pace: float
    figures: dict[str, float]


def likeness_of(voice: Voice) -> Likeness:
    """Whose voice a likeness is, by the content of its map. Raises `EngineFailed` where the voice has gone."""
    record, folder = find_record(voice)
    try:
        return Likeness("voice", voice.id, file_digest(folder / record.files["map"]))
    except (OSError, KeyError) as error:
        raise EngineFailed("likeness", f"the map of {voice.id} is not in {folder} any more; make it again.") from error


def make_likeness(
    recording: Recording, lines: Sequence[str], language: str, voice: Voice, speaker: Likeness
) -> VoiceLikeness:
    """The likeness of the `speaker` in `recording`, who reads `lines`, for the built-in `voice`.

    Raises `ConsentMissing` where the speaker did not agree, and `EngineFailed` for a recording that is too short or
    long, or of something else.
    """
    permit(speaker)
    narration = place_lines(recording, lines, language)
    said = [at for at, part in enumerate(narration.slices) if part.words]
    spoken = sum(part.end - part.start for part in narration.slices)
    words = sum(len(line.split()) for line in lines)
    heard = sum(len(part.words) for part in narration.slices)
    if heard < LEAST_SAID * words:
        raise EngineFailed("likeness", f"only {heard} of the {words} words of the text are heard; read all of it.")
    if not SHORTEST <= spoken <= LONGEST:
        raise EngineFailed(
            "likeness",
            f"{spoken:.0f} seconds of speech were given; between {SHORTEST:.0f} and {LONGEST:.0f} are needed, 30 to 60 "
            "are best.",
        )
    speeches = list(_engine(voice.engine).speak([SpeechRequest(lines[at], voice) for at in said]))
    rate = speeches[0].sample_rate
    theirs = [
        resample(recording.samples[round(narration.slices[at].start * RATE) : round(narration.slices[at].end * RATE)],
                 RATE, rate) for at in said
    ]  # fmt: skip
    pairs = [_pair(own.samples, other, rate) for own, other in zip(speeches, theirs, strict=True)]
    held = [at for at in range(len(pairs)) if at % _HELD_OUT == _HELD_OUT - 1] or [len(pairs) - 1]
    learnt = [pair for at, pair in enumerate(pairs) if at not in held] or pairs
    found = learn_map(*_joined(learnt))
    figures = _figures(found, [pairs[at] for at in held], [speeches[at] for at in held], [theirs[at] for at in held])
    own_seconds = sum(one.words[-1].end - one.words[0].start for one in speeches)
    their_seconds = sum(narration.slices[at].words[-1].end - narration.slices[at].words[0].start for at in said)
    pace = float(np.clip(own_seconds / max(their_seconds, 1e-6), *_PACES))
    return VoiceLikeness(found, round(pace, 3), figures)


def use_likeness(speech: Speech, likeness: LikenessMap, speaker: Likeness) -> Speech:
    """The speech carried towards the `speaker`, its times and level kept. Raises `ConsentMissing`."""
    permit(speaker)
    samples = carry(speech.samples, speech.sample_rate, likeness).astype(np.float64)
    level = speech_level(samples, speech.sample_rate)
    gain = min(LEVEL_RMS / max(level, 1e-9), HIGHEST_PEAK / max(float(np.abs(samples).max()), 1e-9))
    fade = min(round(0.005 * speech.sample_rate), len(samples) // 2)
    samples *= gain
    ramp = np.linspace(0, 1, fade)
    samples[:fade] *= ramp
    samples[len(samples) - fade :] *= ramp[::-1]
    return replace(speech, samples=np.asarray(samples, np.float32))


class LikenessSpeech:
    """Speech by a built-in voice that is carried towards a speaker who agreed to it."""

    @property
    def identity(self) -> str:
        """Version of pyworld, and the identities of the engines under it; likenesses carry their own mark."""
        world = "(pyworld not installed)"
        for name in ("pyworld-prebuilt", "pyworld"):
            with contextlib.suppress(PackageNotFoundError):
                world = f"{name} {version(name)}"
                break
        under = " + ".join(_engine(name).identity for name in ("festival", "flite", "espeak"))
        return f"likeness {EDITION} {world} over {under}"

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        """Yield the speech of each request in order.

        Raises `ConsentMissing` as soon as the speaker does not agree, and `EngineFailed` for a line that can not be
        spoken.
        """
        from renderers.speech.catalogue import find_voice

        for request in requests:
            speaker = likeness_of(request.voice)
            permit(speaker)
            record, folder = find_record(request.voice)
            voice = find_voice(record.speaker)
            if voice is None:
                raise EngineFailed("likeness", f"the voice {record.speaker} under it is not here; make it again.")
            likeness = load_map(folder / record.files["map"])
            pace = request.speed * record.figures.get("pace", 1.0)
            try:
                under = next(iter(_engine(voice.engine).speak([replace(request, voice=voice, speed=pace)])))
            except EngineFailed as error:
                raise EngineFailed("likeness", error.reason, retryable=error.retryable) from error
            yield use_likeness(under, likeness, speaker)


def _engine(name: str) -> SpeechEngine:
    module, _, found = ENGINES[name].partition(":")
    engine: SpeechEngine = getattr(importlib.import_module(module), found)()
    return engine


_Pair = tuple[Frames, Frames, NDArray[np.int64]]


def _pair(own: NDArray[np.float32], other: NDArray[np.float32], rate: int) -> _Pair:
    """Both taken apart, and the pairs of their frames that say the same while both are voiced or loud."""
    first, second = take_apart(own, rate), take_apart(other, rate)
    path, _ = warp(cepstra(resample(own, rate, WARPED)), cepstra(resample(other, rate, WARPED)))
    scale = HOP / WARPED * 1000 / PERIOD
    places = np.round(path * scale).astype(np.int64)
    places = places[(places[:, 0] < len(first.pitch)) & (places[:, 1] < len(second.pitch))]
    loud = [
        frames.cepstra[places[:, side], 0] > np.percentile(frames.cepstra[:, 0], 25)
        for side, frames in enumerate((first, second))
    ]
    return first, second, places[loud[0] & loud[1]]


def _joined(pairs: Sequence[_Pair]) -> tuple[NDArray[np.float64], ...]:
    """Paired cepstra of both, and all their voiced pitches."""
    own = np.concatenate([first.cepstra[places[:, 0]] for first, _, places in pairs])
    other = np.concatenate([second.cepstra[places[:, 1]] for _, second, places in pairs])
    heights = (
        np.concatenate([first.pitch for first, _, _ in pairs]),
        np.concatenate([second.pitch for _, second, _ in pairs]),
    )
    voiced = [one[one > 0] for one in heights]
    if min(len(one) for one in voiced) < 100:
        raise EngineFailed("likeness", "hardly any voiced sound is heard; record it again, closer to the microphone.")
    return own, other, voiced[0], voiced[1]


def _figures(
    found: LikenessMap, pairs: Sequence[_Pair], speeches: Sequence[Speech], theirs: Sequence[NDArray[np.float32]]
) -> dict[str, float]:
    own, other, own_pitch, other_pitch = _joined(pairs)
    rate = speeches[0].sample_rate
    before = np.concatenate([speech.samples for speech in speeches])
    after = np.concatenate([carry(speech.samples, rate, found) for speech in speeches])
    goal = formants(np.concatenate(theirs), rate)

    def astray(samples: NDArray[np.float32]) -> float:
        is_ = formants(samples, rate)
        return float(np.mean([abs(a / b - 1) for a, b in zip(is_, goal, strict=True) if b > 0] or [0.0]) * 100)

    made = {
        "pitch_before": pitch_distance(own_pitch, other_pitch),
        "pitch_after": pitch_distance(found.heights(own_pitch), other_pitch),
        "formants_before": astray(before),
        "formants_after": astray(after),
        "mcd_before": cepstral_distortion(own, other),
        "mcd_after": cepstral_distortion(found.cepstra(own), other),
    }
    return {name: round(value, 2) for name, value in made.items()}
