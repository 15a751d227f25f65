"""Recordings of scripts, read by a built-in voice into a room with some noise."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.resampling import to_48k
from renderers.speech import ENGINES, SpeechRequest, Voice
from renderers.speech.catalogue import default_voice

LINES = (
    "Meet Lumen, the desk lamp that follows daylight.",
    "It saves power every single day, and it never hurts your eyes.",
    "Our team will send you a short report every Monday morning.",
    "This sentence is not read.",
)
READ = (
    "Meet Lumen, the desk lamp that follows daylight.",
    "It saves money every single day, and it never hurts your eyes.",
    "Our team will send you a report every Monday morning.",
)
PAUSE = 0.7


def record(
    lines: Sequence[str], noise: float = 0.002, voice: Voice | None = None
) -> tuple[NDArray[np.float32], list[list[float]]]:
    """Mono at 48 kHz, quiet and with a pause of `PAUSE` between lines; and where each word begins, line by line."""
    voice = voice or default_voice("en", "male", ("flite", "espeak"))
    module, _, name = ENGINES[voice.engine].partition(":")
    engine = getattr(__import__(module, fromlist=[name]), name)()
    parts, starts, at = [np.zeros(24000, np.float32)], [], 0.5
    for speech in engine.speak([SpeechRequest(line, voice) for line in lines]):
        sound = to_48k(speech.samples, speech.sample_rate)
        starts.append([at + word.start for word in speech.words])
        parts += [sound, np.zeros(round(PAUSE * 48000), np.float32)]
        at += len(sound) / 48000 + PAUSE
    whole = np.concatenate(parts) * 0.3
    return np.asarray(whole + np.random.default_rng(2).normal(0, noise, len(whole)), np.float32), starts


def write_wav(path: Path, samples: NDArray[np.float32], rate: int = 48000, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        frames = np.repeat(samples[:, None], channels, axis=1)
        file.writeframes((np.clip(frames, -1, 1) * 32767).astype("<i2").tobytes())
    return path
