"""A voice that a person recorded: read through the guarded reader, cleaned, and brought to an even level."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import MediaRejected
from renderers.foreign_sound import WantedSound
from renderers.speech.delivery import HIGHEST_PEAK, LEVEL_RMS, highpass, speech_level
from renderers.speech.noise_reduction import FRAME, RATE, reduce_noise

CLEANING = "1"
"""The edition of the cleaning; a change that is heard raises it."""

SHORTEST, LONGEST = 0.5, 60 * 60.0
"""Seconds of a recording that can be used."""

_WANTED = WantedSound(
    SHORTEST,
    LONGEST,
    "Give a recording of a voice: WAV, MP3, M4A, OGG or WebM",
    "Give a recording of the script",
)

CLEAN_ENOUGH = 50.0
"""dB between speech and what is under it from which on nothing is taken out: there is more to lose than to win."""

_QUIET = 10 ** (-60 / 20)
_EVEN_SECONDS = 3.0
_MOST_EVENING = 10 ** (6 / 20)
_ONE_SIDED = 10 ** (20 / 20)

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Recording:
    """A recorded voice, cleaned: mono at 48 kHz (-1..1), and how likely each 10 ms is speech.

    `noise` is how far under the speech what was not speech lay, in dB, before anything was taken out.
    """

    samples: Samples = field(repr=False)
    speech: Samples = field(repr=False)
    noise: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / RATE


def check_recording(path: Path) -> float:
    """The seconds of the recording at `path`. Raises `MediaRejected` in one sentence where it can not be used."""
    return _WANTED.check(path)


def read_recording(path: Path) -> Recording:
    """The voice in the file at `path`. Raises `MediaRejected` as `check_recording` does, and where nothing is heard."""
    from renderers.media_film import film_sound

    seconds = check_recording(path)
    blocks = [_to_mono(block) for block in film_sound(path, 0.0, round(seconds * RATE))]
    mono = np.concatenate(blocks) if blocks else np.zeros(0, np.float32)
    if len(mono) < SHORTEST * RATE or float(np.abs(mono).max(initial=0.0)) < _QUIET:
        raise MediaRejected(f"Nothing is heard in {path.name}. Record it again, closer to the microphone.")
    return clean(mono)


def clean(mono: Samples) -> Recording:
    """The voice in `mono` (48 kHz) without rumble and noise, at the level of every other voice."""
    plain = highpass(mono.astype(np.float64), RATE)
    noise = _noise_distance(plain)
    quiet, speech = reduce_noise(np.asarray(plain * min(1.0, 0.95 / max(1e-9, np.abs(plain).max())), np.float32))
    voice = plain if noise > CLEAN_ENOUGH else quiet.astype(np.float64)
    return Recording(_even(voice, speech), speech, round(noise, 1))


def _to_mono(block: NDArray[np.float32]) -> Samples:
    """Both sides mixed; where one is 20 dB under the other (a microphone on one side only), the louder alone."""
    left, right = (float(np.sqrt(np.mean(block[:, side] ** 2))) if len(block) else 0.0 for side in (0, 1))
    if max(left, right) > _ONE_SIDED * max(min(left, right), 1e-9):
        return np.asarray(block[:, int(right > left)], np.float32)
    return np.asarray(block.mean(1), np.float32)


def _noise_distance(samples: NDArray[np.float64]) -> float:
    """How many dB the quietest tenth of the 20 ms frames lies under the speech; 96 for digital silence."""
    size = RATE // 50
    frames = np.sqrt(np.mean(samples[: len(samples) // size * size].reshape(-1, size) ** 2, axis=1))
    floor = float(np.percentile(frames, 10)) if frames.size else 0.0
    return float(min(96.0, 20 * np.log10(max(speech_level(samples, RATE), 1e-9) / max(floor, 1e-9))))


def _even(voice: NDArray[np.float64], speech: Samples) -> Samples:
    """The voice with its slow changes of level halved, at the usual level, its peaks bent under the highest."""
    count = len(voice) // FRAME
    level = np.sqrt(np.mean(voice[: count * FRAME].reshape(count, FRAME) ** 2, axis=1))
    heard = (speech[:count] > 0.6) & (level > 0.1 * speech_level(voice, RATE))
    whole = speech_level(voice, RATE)
    if heard.any() and whole > 0:
        width = round(_EVEN_SECONDS * RATE / FRAME)
        window = np.hanning(width + 2)[1:-1]
        energy = np.convolve(np.where(heard, level**2, 0.0), window)[width // 2 : width // 2 + count]
        weight = np.convolve(heard.astype(float), window)[width // 2 : width // 2 + count]
        near = np.sqrt(energy / np.maximum(weight, 1e-3))
        gain = np.where(weight > 1.0, np.sqrt(whole / np.maximum(near, 1e-6)), 1.0)
        gain = np.clip(np.convolve(np.pad(gain, 50, mode="edge"), np.full(101, 1 / 101), "valid"),
                       1 / _MOST_EVENING, _MOST_EVENING)  # fmt: skip
        places = (np.arange(count) + 0.5) * FRAME
        voice = voice * np.interp(np.arange(len(voice)), places, gain)
    voice = voice * (LEVEL_RMS / max(speech_level(voice, RATE), 1e-9))
    knee = 0.7
    over = np.abs(voice) - knee
    bent = knee + (HIGHEST_PEAK - knee) * np.tanh(np.maximum(over, 0) / (HIGHEST_PEAK - knee))
    return np.asarray(np.where(over > 0, np.sign(voice) * bent, voice), np.float32)
