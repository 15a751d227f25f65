"""Pictures with more colours or more light than a screen shows, brought to BT.709: wide gamut, PQ and HLG.

Transfers after ITU-R BT.2100-2 (tables 4 and 5), highlights rolled off as in ITU-R BT.2390-10 (5.4.1). Importing this
loads numba; it is done for such films alone.
"""

from __future__ import annotations

from functools import cache

import numba
import numpy as np
from numpy.typing import NDArray

from renderers.media_pictures import Colours

_PEAK = 1000.0
"""Candela per square metre of the brightest light that is told from others: what most such films are graded for."""
_SCREEN = 203.0
"""The same, for the white of a BT.709 picture (ITU-R BT.2408-7)."""
_HLG_GAMMA = 1.2
_STEPS = 1 << 12
_TO_709 = {
    "bt709": np.eye(3),
    "bt2020": np.array([[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]),
    "p3": np.array([[1.2249, -0.2247, 0.0], [-0.0420, 1.0419, 0.0], [-0.0197, -0.0786, 1.0979]]),
}
"""Linear light of other primaries in those of BT.709 (ITU-R BT.2087-0; P3 with the white D65)."""
_LUMA = {"bt709": (0.2126, 0.7152, 0.0722), "bt2020": (0.2627, 0.6780, 0.0593), "p3": (0.2290, 0.6917, 0.0793)}


def to_screen(samples: NDArray[np.uint16], colours: Colours) -> NDArray[np.uint8]:
    """Opaque BGRA `(h, w, 4)` of 16-bit RGB `(h, w, 3)` in `colours`, as a BT.709 screen (BT.1886) shows it."""
    made = np.empty((*samples.shape[:2], 4), np.uint8)
    light = _linear(colours.transfer)
    matrix = np.asarray(_TO_709[colours.primaries], np.float32)
    luma = np.asarray(_LUMA[colours.primaries], np.float32)
    _show(samples, light, matrix, luma, _ratio(colours.transfer), _encoded(), made)
    return made


@cache
def _linear(transfer: str) -> NDArray[np.float32]:
    """Linear light by 16-bit code, 1 being the white of the screen."""
    code = np.arange(65536) / 65535
    if transfer == "pq":
        return np.asarray(_pq_light(code) / _SCREEN, np.float32)
    if transfer == "hlg":
        scene = np.where(code <= 0.5, code**2 / 3, (np.exp((code - 0.55991073) / 0.17883277) + 0.28466892) / 12)
        return np.asarray(scene, np.float32)
    return np.asarray(code**2.4, np.float32)


@cache
def _ratio(transfer: str) -> NDArray[np.float32]:
    """What light is multiplied with, by the square root of its luma (`_STEPS` of them up to the peak): highlights are
    rolled off, and for HLG the gamma of the system and the screen's white come in.
    """
    share = np.linspace(0, 1, _STEPS + 1) ** 2
    if transfer == "gamma":
        return np.ones(_STEPS + 1, np.float32)
    light = share * _PEAK if transfer == "pq" else _PEAK * share**_HLG_GAMMA
    most, whole = _pq_code(_SCREEN), _pq_code(_PEAK)
    at, top = _pq_code(light) / whole, most / whole
    knee = 1.5 * top - 0.5
    t = np.clip((at - knee) / (1 - knee), 0, 1)
    rolled = (2 * t**3 - 3 * t**2 + 1) * knee + (t**3 - 2 * t**2 + t) * (1 - knee) + (3 * t**2 - 2 * t**3) * top
    shown = _pq_light(np.where(at < knee, at, rolled) * whole) / _SCREEN
    before = share * (_PEAK / _SCREEN if transfer == "pq" else 1.0)
    ratio = np.divide(shown, before, out=np.ones_like(shown), where=before > 0)
    ratio[0] = ratio[1]
    return np.asarray(ratio, np.float32)


@cache
def _encoded() -> NDArray[np.uint8]:
    """The 8-bit code by the square root of light, in `_STEPS`."""
    light = np.linspace(0, 1, _STEPS + 1) ** 2
    return np.asarray(np.round(255 * light ** (1 / 2.4)), np.uint8)


def _pq_light(code: NDArray[np.float64]) -> NDArray[np.float64]:
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
    power = np.asarray(code) ** (1 / m2)
    return np.asarray(10000 * (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1))


def _pq_code(light: NDArray[np.float64] | float) -> NDArray[np.float64]:
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
    power = (np.asarray(light, np.float64) / 10000) ** m1
    return np.asarray(((c1 + c2 * power) / (1 + c3 * power)) ** m2)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _show(samples, light, matrix, luma, ratio, encoded, made):  # type: ignore[no-untyped-def]
    steps = np.float32(encoded.shape[0] - 1)
    peak = light[65535]
    for row in range(samples.shape[0]):
        for column in range(samples.shape[1]):
            r, g, b = (
                light[samples[row, column, 0]],
                light[samples[row, column, 1]],
                light[samples[row, column, 2]],
            )
            bright = luma[0] * r + luma[1] * g + luma[2] * b
            # The most that the tables know; beyond it light stays what the brightest is.
            share = min(np.sqrt(bright / min(peak, np.float32(4.926108))), np.float32(1.0))
            by = ratio[int(share * steps)]
            for channel in range(3):
                value = by * (matrix[channel, 0] * r + matrix[channel, 1] * g + matrix[channel, 2] * b)
                value = min(max(value, np.float32(0.0)), np.float32(1.0))
                made[row, column, 2 - channel] = encoded[int(np.sqrt(value) * steps + np.float32(0.5))]
            made[row, column, 3] = np.uint8(255)
