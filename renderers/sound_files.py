"""Sound on disk: takes of 16-bit samples, mono `(n,)` or stereo `(n, 2)`, and long sound that is still being made."""

from __future__ import annotations

import os
import tempfile
import weakref
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
    about = {"descr": np.lib.format.dtype_to_descr(np.dtype(np.int16)), "fortran_order": False, "shape": (length, 2)}
    # Written and not mapped: pages of a mapping count as memory of this process for as long as it is there.
    with (folder / _FILE).open("wb") as file:
        np.lib.format.write_array_header_1_0(file, about)
        end = file.tell() + length * 2 * np.dtype(np.int16).itemsize
        for block in blocks:
            np.round(np.clip(block, -1, 1) * FULL_SCALE).astype(np.int16).tofile(file)
        file.flush()
        file.truncate(end)


class ScratchSound:
    """Stereo float32 samples of shape `(length, 2)` in a nameless file: silence at first, read and written by slices.

    A slice is an own copy of its stretch, so that memory holds no more than what is looked at, however long the sound;
    `sound[a:b] *= 2` reads, multiplies and writes. The file is gone with the last who holds this, and after a kill.
    Raises OSError where the disk is full.
    """

    ndim = 2
    dtype = np.dtype(np.float32)
    _FRAME = 2 * dtype.itemsize

    def __init__(self, length: int) -> None:
        self.shape = (length, 2)
        self._file = tempfile.TemporaryFile(dir=_scratch_folder(), buffering=0)  # noqa: SIM115  (it is as old as this)
        weakref.finalize(self, self._file.close)
        self._file.truncate(length * self._FRAME)

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, stretch: slice) -> NDArray[np.float32]:
        start, end = self._span(stretch)
        samples = np.empty((end - start, 2), np.float32)
        filled, view = 0, samples.reshape(-1).view(np.uint8).data
        while filled < len(view):
            read = os.preadv(self._file.fileno(), [view[filled:]], start * self._FRAME + filled)
            if not read:
                raise OSError("A temporary file is shorter than it was made.")
            filled += read
        return samples

    def __setitem__(self, stretch: slice, samples: NDArray[np.float32]) -> None:
        start, end = self._span(stretch)
        whole = np.ascontiguousarray(np.broadcast_to(samples, (end - start, 2)), np.float32)
        written, view = 0, whole.reshape(-1).view(np.uint8).data
        while written < len(view):
            written += os.pwrite(self._file.fileno(), view[written:], start * self._FRAME + written)

    def _span(self, stretch: slice) -> tuple[int, int]:
        start, end, step = stretch.indices(len(self))
        if step != 1:
            raise ValueError("Samples on disk are read one after another.")
        return start, max(start, end)


def _scratch_folder() -> str:
    """Where long sound is written: a disk, even where the usual place for temporary files is memory."""
    chosen = any(os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP"))
    return tempfile.gettempdir() if chosen or not os.access("/var/tmp", os.W_OK) else "/var/tmp"


Sound = NDArray[np.float32] | ScratchSound
"""Float samples in memory or on disk: both have a length and a shape, and slices that are read and assigned."""


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
