"""What can be measured of a recording in which somebody agrees: how long, how loud over the noise, how it moves.

None of it tells a person from a good synthetic voice; it tells speech into a microphone from noise, music and silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import MediaRejected
from renderers.speech.noise_reduction import FRAME, RATE, reduce_noise

SHORTEST, LONGEST = 3.5, 60.0
"""Seconds of a recording."""

LEAST_SPEECH = 2.5
"""Seconds in it that are speech."""

LEAST_SNR = 6.0
"""dB of speech over what is heard between the words."""

MOST_CLIPPED = 0.01
"""The share of speech samples at the end of the scale."""

_FULL = 0.985
_SPEECH = 0.7
_FAINT = 10 ** (-60 / 20)
_MODULATION = 0.25
"""How much the level of speech moves at the pace of syllables, as a share of itself; held sounds stay under 0.1."""

_CLEANED = 0.7
"""How much of the cleaned sound is heard, beside the sound as it came: alone, it can lose a rough voice in babble."""

_DIGITAL = 10 ** (-85 / 20)
_MOST_DIGITAL = 0.5

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class ConsentSound:
    """A recording: mono at 48 kHz as it came (`raw`) and with most of its noise taken out (`voice`), and its measures.

    `snr` is in dB, `clipped` and `modulation` are shares; `gated` where most of what is no speech is digital silence.
    """

    raw: Samples = field(repr=False)
    voice: Samples = field(repr=False)
    seconds: float
    speech: float
    snr: float
    clipped: float
    modulation: float
    gated: bool

    def faults(self) -> list[str]:
        """What stands against it, in sentences for whoever records; nothing where it can be listened to."""
        found = []
        if not SHORTEST <= self.seconds <= LONGEST:
            found.append(
                f"The recording is {self.seconds:.1f} seconds long; it has to be between {SHORTEST:.0f} and "
                f"{LONGEST:.0f}."
            )
        if self.speech < LEAST_SPEECH:
            found.append("Hardly any speech is heard; read the sentences and the words aloud, close to the microphone.")
        elif self.snr < LEAST_SNR:
            found.append(f"It is too noisy ({self.snr:.0f} dB of voice over noise); record in a quieter place.")
        elif self.modulation < _MODULATION:
            found.append("What is heard does not move as speech does; read aloud, without music.")
        if self.clipped > MOST_CLIPPED:
            found.append("The recording is overdriven; go a little away from the microphone.")
        return found

    def measures(self) -> dict[str, float]:
        """The figures, rounded, for the record."""
        return {
            "seconds": round(self.seconds, 2),
            "speech": round(self.speech, 2),
            "snr": round(self.snr, 1),
            "clipped": round(self.clipped, 5),
            "modulation": round(self.modulation, 3),
        }


def read_consent_sound(path: Path) -> ConsentSound:
    """The sound of the recording or film at `path`, read in the guarded child. Raises `MediaRejected`."""
    from renderers.media import probe_foreign
    from renderers.media_film import film_sound

    about = probe_foreign(path).sound
    if about is None:
        raise MediaRejected(f"{path.name} has no sound. Record it again with the microphone on.")
    if about.duration > 2 * LONGEST:
        raise MediaRejected(f"{path.name} is {about.duration:.0f} seconds long; at most {LONGEST:.0f} are listened to.")
    blocks = [block.mean(axis=1) for block in film_sound(path, 0.0, round(float(about.duration) * RATE))]
    return measure_sound(np.concatenate(blocks).astype(np.float32) if blocks else np.zeros(0, np.float32))


def measure_sound(raw: Samples) -> ConsentSound:
    """What is measured of mono samples at 48 kHz."""
    if len(raw) < FRAME or float(np.abs(raw).max(initial=0.0)) < _FAINT:
        return ConsentSound(raw, raw, len(raw) / RATE, 0.0, 0.0, 0.0, 0.0, gated=False)
    level = raw - np.float32(raw.mean())
    voice, likely = reduce_noise(np.asarray(level * min(1.0, 0.95 / float(np.abs(level).max())), np.float32))
    count = min(len(raw) // FRAME, len(likely))
    frames = level[: count * FRAME].reshape(count, FRAME)
    energy = np.mean(frames.astype(np.float64) ** 2, axis=1)
    spoken = _closed(likely[:count] > _SPEECH)
    loud, rest = energy[spoken], energy[~spoken]
    under = float(rest.mean()) if len(rest) >= 10 else float(np.percentile(energy, 5))
    over = max(float(loud.mean()) - under, 1e-12) if len(loud) else 1e-12
    top = _FULL * float(np.abs(raw).max())
    is_full = float(np.abs(raw).max()) > _FULL
    return ConsentSound(
        raw=raw,
        voice=np.asarray(_CLEANED * voice + (1 - _CLEANED) * level, np.float32),
        seconds=len(raw) / RATE,
        speech=float(spoken.sum()) * FRAME / RATE,
        snr=max(_decibels(over, under), _decibels(*_loud_and_quiet(energy))),
        clipped=float(np.mean(np.abs(raw) >= top)) if is_full else 0.0,
        modulation=_modulation(np.sqrt(energy), spoken),
        gated=bool(len(rest) >= 20 and float(np.mean(np.sqrt(rest) < _DIGITAL)) > _MOST_DIGITAL),
    )


def _loud_and_quiet(energy: NDArray[np.float64]) -> tuple[float, float]:
    """What the loud frames have over the quiet ones, and those: where the network takes a rough voice for noise."""
    quiet = float(np.percentile(energy, 8))
    return float(np.percentile(energy, 85)) - quiet, quiet


def _decibels(over: float, under: float) -> float:
    return float(np.clip(10 * np.log10(max(over, 1e-12) / max(under, 1e-12)), -20.0, 96.0))


def _closed(spoken: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Speech with 50 ms on both sides, so that the ends of words do not count as noise."""
    wide = np.convolve(spoken.astype(float), np.ones(11), "same")
    return np.asarray(wide > 0.5, np.bool_)


def _modulation(level: NDArray[np.float64], spoken: NDArray[np.bool_]) -> float:
    """How far the level moves between 2 and 10 times a second while there is speech, over its mean."""
    if int(spoken.sum()) < 50:
        return 0.0
    held = level[spoken]
    spectrum = np.fft.rfft(held - held.mean())
    rate = np.fft.rfftfreq(len(held), FRAME / RATE)
    spectrum[(rate < 2.0) | (rate > 10.0)] = 0
    return float(np.fft.irfft(spectrum, len(held)).std() / max(held.mean(), 1e-9))
