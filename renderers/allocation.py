"""How the memory of this process is given back to the system when arrays are done with it."""

from __future__ import annotations

import ctypes

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""The parameters of mallopt(3), as glibc numbers them."""
_LARGE = 1 << 20
_SPARE = 4 << 20
_ARENAS = 2


def give_memory_back() -> None:
    """From here on what is freed goes back to the system, wherever the system's allocator can be told so.

    By itself glibc keeps up to 64 MB at the end of every arena once a large array was freed, and has eight arenas for
    each core: sound that is made in threads beside the pictures left 120 MB behind. The painters keep theirs, since
    they need the same sizes again and again.
    """
    try:
        set_ = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return
    for parameter, value in ((_ARENA_MAX, _ARENAS), (_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, _SPARE)):
        set_(parameter, value)
