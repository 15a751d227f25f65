"""What of a picture is looked at first, and the part of it that is kept when it is cut to other proportions.

Three maps are mixed: what breaks the regularity of the picture's spectrum (Hou and Zhang, "Saliency detection: a
spectral residual approach", 2007), what differs in colour from the whole (Achanta et al., "Frequency-tuned salient
region detection", 2009), and what has the colours of skin (the box in Cb and Cr of Chai and Ngan, "Face segmentation
using skin-colour map", 1999), which favours people; all with a mild liking for the middle.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.float64]

_SIDE = 64
"""Samples on a side of the map: of larger ones the spectral residual finds the texture, not the things."""
_SKIN = (77.0, 127.0, 133.0, 173.0)
"""Cb from and to, Cr from and to, on 0..255."""
_SMOOTHING = 2.5
_FLAT = 0.004
_USUAL = 0.7
"""So much of a picture is its ground."""
_MIDDLE = 0.35
"""How much less a corner counts than the middle."""
_CUT = 4.0
"""So many samples of what is looked at are given for not cutting through one."""
_WEIGHTS = (1.0, 0.8, 0.9)
_SKIN_MOST = 0.45
"""Skin tones over more than this part of a picture say nothing: it is sand, wood or a sunset."""


def saliency(picture: NDArray[np.uint8]) -> Map:
    """How much each part of `picture` (RGB, `(height, width, 3)`) draws the eye: 64 × 64 values of sum 1."""
    small = _shrunk(picture)
    luma = small @ np.array([0.2126, 0.7152, 0.0722])
    residual = _spectral_residual(luma)
    mean = small.reshape(-1, 3).mean(axis=0)
    differing = _blurred(np.linalg.norm(_blurred(small, 1.0) - mean, axis=2), 1.0)
    people = _blurred(_skin(small), 1.5)
    rows, columns = np.mgrid[-1 : 1 : _SIDE * 1j, -1 : 1 : _SIDE * 1j]
    middle = 1.0 - _MIDDLE * np.clip((rows**2 + columns**2) / 2, 0, 1)
    total: Map = sum(w * _even(m) for w, m in zip(_WEIGHTS, (residual, differing, people), strict=True)) * middle
    whole = float(total.sum())
    return total / whole if whole > 0 else np.full((_SIDE, _SIDE), 1.0 / _SIDE**2)


def crop(picture: NDArray[np.uint8], ratio: float) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the largest part of `picture` whose width is `ratio` times its height, placed
    where it keeps most of what is looked at. Everything is kept along one side.
    """
    height, width = picture.shape[:2]
    if width / height > ratio:
        kept = min(max(round(height * ratio), 1), width)
        start = _window(saliency(picture).sum(axis=0), kept / width, width - kept)
        return start, 0, start + kept, height
    kept = min(max(round(width / ratio), 1), height)
    start = _window(saliency(picture).sum(axis=1), kept / height, height - kept)
    return 0, start, width, start + kept


def eye(picture: NDArray[np.uint8]) -> tuple[float, float]:
    """Across and down, in shares of `picture`, the middle of what is looked at first."""
    found = saliency(picture)
    found = np.where(found >= np.quantile(found, 0.85), found, 0.0)
    at = (np.arange(_SIDE) + 0.5) / _SIDE
    whole = max(float(found.sum()), 1e-12)
    return float((found.sum(axis=0) * at).sum()) / whole, float((found.sum(axis=1) * at).sum()) / whole


def _window(profile: NDArray[np.float64], share: float, spare: int) -> int:
    """Where in the `spare` pixels a window over `share` of the side begins, to hold most of `profile`.

    Windows that hold as much, but for a hundredth, count alike: of them the one nearest to the centre of mass is taken.
    """
    if spare <= 0:
        return 0
    total = np.concatenate([[0.0], np.cumsum(profile)])
    at = np.linspace(0.0, _SIDE, _SIDE + 1)
    starts = np.linspace(0.0, _SIDE * (1.0 - share), 65)
    held = np.interp(starts + _SIDE * share, at, total) - np.interp(starts, at, total)
    # What the edges of a window cut through is lost twice: it is not whole where it is kept.
    above = np.clip(profile - profile.mean(), 0.0, None)
    cut = np.interp(starts, at[:-1] + 0.5, above) * (starts > 0.5)
    cut += np.interp(starts + _SIDE * share, at[:-1] + 0.5, above) * (starts < starts[-1] - 0.5)
    held -= _CUT * cut
    good = starts[held >= held.max() - 0.01 * float(profile.sum())]
    centre = float((profile * (np.arange(_SIDE) + 0.5)).sum() / max(float(profile.sum()), 1e-12))
    best = float(good[np.argmin(np.abs(good + _SIDE * share / 2 - centre))])
    return min(round(best / (_SIDE * (1.0 - share)) * spare), spare)


def _shrunk(picture: NDArray[np.uint8]) -> Map:
    """The picture as 64 × 64 means, in 0..1; its proportions do not matter here."""
    from PIL import Image

    small = Image.fromarray(np.ascontiguousarray(picture)).resize((_SIDE, _SIDE), Image.Resampling.BOX)
    return np.asarray(small, np.float64) / 255.0


def _spectral_residual(luma: Map) -> Map:
    if luma.std() < _FLAT:
        # Of a picture without contrast the spectrum is rounding alone.
        return np.zeros_like(luma)
    spectrum = np.fft.fft2(luma)
    amplitude = np.log(np.abs(spectrum) + 1e-9)
    # The mean of 3 × 3 neighbours of a spectrum that repeats at its borders, as the paper's filter h.
    mean = sum(np.roll(amplitude, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1)) / 9.0
    back = np.fft.ifft2(np.exp(amplitude - mean + 1j * np.angle(spectrum)))
    return _blurred(np.abs(back) ** 2, _SMOOTHING)


def _skin(small: Map) -> Map:
    red, green, blue = (small[..., i] * 255.0 for i in range(3))
    cb = 128.0 - 0.168736 * red - 0.331264 * green + 0.5 * blue
    cr = 128.0 + 0.5 * red - 0.418688 * green - 0.081312 * blue
    found = ((cb >= _SKIN[0]) & (cb <= _SKIN[1]) & (cr >= _SKIN[2]) & (cr <= _SKIN[3])).astype(np.float64)
    return found if found.mean() <= _SKIN_MOST else np.zeros_like(found)


def _blurred(values: Map, sigma: float) -> Map:
    reach = int(np.ceil(3 * sigma))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        padding = [(reach, reach) if a == axis else (0, 0) for a in range(values.ndim)]
        padded = np.pad(values, padding, "edge")
        size = values.shape[axis]
        values = sum(k * np.take(padded, range(i, i + size), axis=axis) for i, k in enumerate(kernel))
    return values


def _even(values: Map) -> Map:
    """`values` from 0 to 1, of which most are 0: what is like most of a picture is not looked at."""
    usual, high = float(np.quantile(values, _USUAL)), float(values.max())
    if high - usual < 1e-9:
        return np.zeros_like(values)
    return np.asarray(np.clip((values - usual) / (high - usual), 0.0, None) ** 2)
