"""Whether two recordings may be of different speakers: how far their pitch and formants are apart, nothing more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.resampling import resample
from renderers.speech.likeness_distances import formants
from renderers.speech.noise_reduction import RATE

FAR_PITCH = 4.0
"""Half-tones between the medians; one speaker's readings of two texts stay within two or three."""

FAR_FORMANTS = 0.2
"""Mean of how much the first three differ, as a share; one speaker's stay within a tenth."""

_RATE, _SIZE, _HOP = 8000, 400, 160
_LOWEST, _HIGHEST = 60, 400


def voice_doubts(one: NDArray[np.float32], other: NDArray[np.float32]) -> list[str]:
    """What speaks for two speakers in two recordings (mono, 48 kHz), in sentences with the figures; often nothing.

    It is a reason to have somebody listen, never to let through: many people share a pitch.
    """
    found = []
    pitches = [median_pitch(each) for each in (one, other)]
    if min(pitches) > 0:
        apart = abs(12 * float(np.log2(pitches[0] / pitches[1])))
        if apart > FAR_PITCH:
            found.append(f"The voice lies {apart:.1f} half-tones from that of the sample.")
    pairs = [(a, b) for a, b in zip(formants(one, RATE), formants(other, RATE), strict=True) if min(a, b) > 0]
    if pairs:
        astray = float(np.mean([abs(a / b - 1) for a, b in pairs]))
        if astray > FAR_FORMANTS:
            found.append(f"Its formants differ by {astray:.0%} from those of the sample.")
    return found


def median_pitch(samples: NDArray[np.float32]) -> float:
    """The median pitch of what is voiced, in Hz, by normalised autocorrelation; 0 where hardly anything is."""
    line = resample(samples, RATE, _RATE).astype(np.float64)
    if len(line) < 4 * _SIZE:
        return 0.0
    frames = np.lib.stride_tricks.sliding_window_view(line, _SIZE)[::_HOP]
    level = np.mean(frames**2, axis=1)
    frames = frames[level > 0.1 * np.percentile(level, 95)] * np.hanning(_SIZE)
    spectrum = np.abs(np.fft.rfft(frames, 2 * _SIZE, axis=1)) ** 2
    window = np.fft.irfft(np.abs(np.fft.rfft(np.hanning(_SIZE), 2 * _SIZE)) ** 2)
    first, last = _RATE // _HIGHEST, _RATE // _LOWEST
    lags = np.fft.irfft(spectrum, axis=1)[:, : last + 1] / np.maximum(window[: last + 1], 1e-9)
    likeness = lags[:, first:] / np.maximum(lags[:, :1], 1e-12)
    # Of nearly equal peaks the shortest lag is the pitch, not its octave below.
    best = likeness.max(axis=1)
    voiced = best > 0.6
    if int(voiced.sum()) < 20:
        return 0.0
    peaks = likeness[voiced]
    inner = (
        (peaks[:, 1:-1] >= peaks[:, :-2])
        & (peaks[:, 1:-1] >= peaks[:, 2:])
        & (peaks[:, 1:-1] > 0.9 * best[voiced, None])
    )
    at = np.argmax(inner, axis=1)[inner.any(axis=1)]
    return float(np.median(_RATE / (at + 1 + first))) if len(at) else 0.0
