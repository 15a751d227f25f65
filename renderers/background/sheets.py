"""Reading a sheet of tones along a row: the last step of backdrops that choose a hue and a depth for every pixel."""

from __future__ import annotations

import numba
import numpy as np


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def read_sheet(tones, hue, shade, rgb, row):  # type: ignore[no-untyped-def]
    """Write the tones at `hue` and `shade` (float32 in 0..1, one a column) into row `row` of the canvas `rgb`.

    `tones` is 3 × hues × shades; between its entries the tone is interpolated.
    """
    one = np.float32(1)
    most, last = np.float32(tones.shape[1] - 1), np.float32(tones.shape[2] - 1)
    for channel in range(3):
        table, out = tones[channel], rgb[channel, row]
        for column in range(hue.shape[0]):
            at = hue[column] * most
            i = np.int32(min(at, most - one))
            p = at - np.float32(i)
            at = shade[column] * last
            j = np.int32(min(at, last - one))
            q = at - np.float32(j)
            near = table[i, j] + (table[i, j + 1] - table[i, j]) * q
            far = table[i + 1, j] + (table[i + 1, j + 1] - table[i + 1, j]) * q
            out[column] = near + (far - near) * p
