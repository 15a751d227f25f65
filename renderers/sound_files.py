"""Sound takes on disk: 16-bit samples, mono `(n,)` or stereo `(n, 2)`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import TakeDamaged

FULL_SCALE = 32767
_FILE = "sound.npy"


def save_sound(samples: NDArray[np.float32], folder: Path) -> None:
    """Write float samples in -1..1 into `folder`."""
    np.save(folder / _FILE, np.round(np.clip(samples, -1, 1) * FULL_SCALE).astype(np.int16))


def load_sound(folder: Path) -> NDArray[np.float32]:
    """The samples that `save_sound` wrote, as float32. Raises `TakeDamaged` where they can not be read."""
    try:
        samples: NDArray[np.float32] = np.load(folder / _FILE, allow_pickle=False).astype(np.float32)
        return samples / np.float32(FULL_SCALE)
    except (OSError, ValueError) as error:
        raise TakeDamaged(f"The sound take {folder.name} can not be read back ({error}).", folder) from error
