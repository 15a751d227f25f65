"""Sound takes on disk: 16-bit samples, mono `(n,)` or stereo `(n, 2)`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import TakeDamaged

FULL_SCALE = 32767
_FILE = "sound.npy"


def save_sound(samples: NDArray[np.float32], folder: Path) -> None:
    """Write float samples in -1..1 into `folder`."""
    np.save(folder / _FILE, np.round(np.clip(samples, -1, 1) * FULL_SCALE).astype(np.int16))


def save_blocks(blocks: Iterable[NDArray[np.float32]], length: int, folder: Path) -> None:
    """Write `length` stereo samples that come in blocks `(n, 2)` of floats in -1..1 into `folder`; none is kept."""
    at = 0
    stored = np.lib.format.open_memmap(folder / _FILE, "w+", np.int16, (length, 2))
    for block in blocks:
        stored[at : at + len(block)] = np.round(np.clip(block, -1, 1) * FULL_SCALE).astype(np.int16)
        at += len(block)
    stored.flush()


class StoredSound:
    """The 16-bit samples that `save_sound` wrote into `folder`; a slice reads that stretch from the disk, no more.

    Raises `TakeDamaged` where they can not be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._length = len(self._mapped())

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, stretch: slice) -> NDArray[np.int16]:
        # A mapping that is kept would hold in memory all that was ever looked at.
        return np.array(self._mapped()[stretch])

    def _mapped(self) -> NDArray[np.int16]:
        try:
            samples: NDArray[np.int16] = np.load(self._folder / _FILE, mmap_mode="r", allow_pickle=False)
            return samples
        except (OSError, ValueError) as error:
            raise _damaged(self._folder, error) from error


def load_sound(folder: Path) -> NDArray[np.float32]:
    """The samples that `save_sound` wrote, as float32. Raises `TakeDamaged` where they can not be read."""
    try:
        samples: NDArray[np.float32] = np.load(folder / _FILE, allow_pickle=False).astype(np.float32)
        return samples / np.float32(FULL_SCALE)
    except (OSError, ValueError) as error:
        raise _damaged(folder, error) from error


def _damaged(folder: Path, error: Exception) -> TakeDamaged:
    return TakeDamaged(f"The sound take {folder.name} can not be read back ({error}).", folder)
