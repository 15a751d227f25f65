"""Which processor instructions x264 may use, so that equal frames give equal bytes every time."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_UP_TO_AVX2 = "asm=avx2,fma3,bmi2,lzcnt"


@cache
def exact_instructions() -> str:
    """What to add to `x264-params`, begun by a colon; empty where nothing needs to be said.

    With AVX-512 x264 (build 165) reads behind its arrays when it weighs macroblocks by how much follows from them
    (`mbtree`), wherever a row has not a multiple of sixteen of them: 960 or 1080 pixels, not 1280 or 1920. The bytes
    then depend on what lay in memory before. Up to AVX2 they do not, and it takes as long.
    """
    try:
        flags = Path("/proc/cpuinfo").read_text(errors="replace")
    except OSError:
        return ""
    return f":{_UP_TO_AVX2}" if " avx512f " in flags else ""
