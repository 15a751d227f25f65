"""How different two voices are: their pitch, the length of the vocal tract, and the distance of their mel-cepstra."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.speech import Speech
from renderers.speech.phones import is_vowel
from renderers.speech.pitch_marks import track_pitch

_BANDS, _CEPSTRA = 40, 24
_LOWEST_HZ, _HIGHEST_HZ = 80.0, 7000.0
_SIZE = 0.032
_FORMANTS_HZ = (300.0, 3800.0)
"""Where the formants are that a longer or shorter vocal tract moves all alike."""

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Timbre:
    """A voice: the median of its pitch in Hz, the mean log spectrum of its vowels in even steps of log frequency, and
    its mean mel-cepstrum for every speech sound.
    """

    hertz: float
    vowels: Values
    sounds: dict[str, Values]


def timbre_of(spoken: Sequence[Speech]) -> Timbre:
    """The timbre that some lines have."""
    pitch: list[Values] = []
    by_sound: dict[str, list[Values]] = {}
    vowels: list[Values] = []
    for speech in spoken:
        samples = speech.samples.astype(np.float64)
        found = track_pitch(samples, speech.sample_rate).hertz
        pitch.append(found[found > 0])
        for phone in speech.phones:
            if phone.word < 0 or phone.end - phone.start < 0.03:
                continue
            power = _power(samples, speech.sample_rate, (phone.start + phone.end) / 2)
            by_sound.setdefault(phone.symbol, []).append(_cepstrum(power, speech.sample_rate))
            if is_vowel(phone.symbol, phone.viseme):
                vowels.append(_envelope(power, speech.sample_rate))
    return Timbre(
        float(np.median(np.concatenate(pitch))),
        np.mean(vowels, axis=0),
        {symbol: np.mean(cepstra, axis=0) for symbol, cepstra in by_sound.items()},
    )


def half_tones_between(one: Timbre, other: Timbre) -> float:
    """How far their pitches lie apart."""
    return abs(12 * float(np.log2(one.hertz / other.hertz)))


def formant_shift(one: Timbre, other: Timbre) -> float:
    """By how much the formants of `other` lie higher, as a factor minus 1: where the spectra match best."""
    octaves = np.log2(_FORMANTS_HZ[1] / _FORMANTS_HZ[0])
    step = octaves / len(one.vowels)
    reach = round(0.4 / step)
    scores = []
    for shift in range(-reach, reach + 1):
        a = one.vowels[max(0, -shift) : len(one.vowels) - max(0, shift)]
        b = other.vowels[max(0, shift) : len(other.vowels) - max(0, -shift)]
        scores.append(float(np.corrcoef(a, b)[0, 1]))
    return float(2 ** ((int(np.argmax(scores)) - reach) * step) - 1)


def cepstral_distance(one: Timbre, other: Timbre) -> float:
    """The mel-cepstral distortion in dB between the same sounds, without the first coefficient (loudness)."""
    shared = sorted(one.sounds.keys() & other.sounds.keys())
    apart = [np.sqrt(2 * np.sum((one.sounds[s] - other.sounds[s])[1:] ** 2)) for s in shared]
    return float(10 / np.log(10) * np.mean(apart)) if apart else 0.0


def _power(samples: Values, rate: int, middle: float) -> Values:
    size = round(_SIZE * rate)
    first = min(max(0, round(middle * rate) - size // 2), max(0, len(samples) - size))
    frame = np.pad(samples[first : first + size], (0, max(0, size - len(samples[first : first + size]))))
    return np.asarray(np.abs(np.fft.rfft(frame * np.hanning(size), 2048)) ** 2 + 1e-9, np.float64)


def _cepstrum(power: Values, rate: int) -> Values:
    hertz = np.fft.rfftfreq(2048, 1 / rate)
    mel = 2595 * np.log10(1 + hertz / 700)
    low, high = (2595 * np.log10(1 + edge / 700) for edge in (_LOWEST_HZ, _HIGHEST_HZ))
    centres = np.linspace(low, high, _BANDS + 2)
    width = centres[1] - centres[0]
    weights = np.maximum(0.0, 1 - np.abs(mel[None] - centres[1:-1, None]) / width)
    bands = np.log(weights @ power + 1e-9) / 2
    number = np.arange(_BANDS)
    basis = np.cos(np.pi * np.arange(_CEPSTRA)[:, None] * (number + 0.5) / _BANDS)
    return np.asarray(basis @ bands * np.sqrt(2) / _BANDS, np.float64)


def _envelope(power: Values, rate: int) -> Values:
    """The log spectrum, smoothed beyond its harmonics, in even steps of log frequency."""
    log = np.log(power)
    cepstrum = np.fft.irfft(log)
    keep = round(0.0022 * rate * 2048 / len(cepstrum)) if rate else 0
    cepstrum[keep:-keep] = 0
    smooth = np.fft.rfft(cepstrum).real
    hertz = np.geomspace(*_FORMANTS_HZ, 200)
    line = np.interp(hertz, np.fft.rfftfreq(2048, 1 / rate), smooth)
    # The tilt is no matter of formants.
    return np.asarray(line - np.polyval(np.polyfit(np.arange(200), line, 1), np.arange(200)), np.float64)
