"""Which speech engines this machine has, found without loading any of them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

HTS_VOICE = "cmu_us_slt_arctic_hts"
_FESTIVAL_FOLDERS = (
    "/usr/share/festival",
    "/usr/local/share/festival",
    "/usr/lib/festival",
    "/opt/homebrew/share/festival",
)
_LIBRARY_FOLDERS = ("/usr/lib", "/usr/local/lib", "/lib", "/usr/lib64", "/opt/homebrew/lib")
HOW_TO_INSTALL = "run `make setup` with root rights, or choose an espeak voice"
"""What to do where an engine is missing; the end of a sentence."""


def hts_voice_file() -> Path | None:
    """The voice data that `hts_engine` speaks with, or None."""
    for folder in _FESTIVAL_FOLDERS:
        path = Path(folder, "voices", "us", HTS_VOICE, "hts", f"{HTS_VOICE}.htsvoice")
        if path.is_file():
            return path
    return None


def has_festival() -> bool:
    """Whether Festival, `hts_engine` and their voice are here."""
    return bool(shutil.which("festival") and shutil.which("hts_engine") and hts_voice_file())


@lru_cache(maxsize=32)
def flite_library(name: str) -> Path | None:
    """The shared library of flite called `name` ("libflite", "libflite_cmu_us_rms"), or None."""
    for folder in _LIBRARY_FOLDERS:
        root = Path(folder)
        for pattern in (f"{name}.so.1", f"*-linux-gnu/{name}.so.1"):
            if found := sorted(root.glob(pattern)):
                return found[0].resolve()
    return None


def flite_libraries(voice: str) -> tuple[Path, ...]:
    """The libraries that the flite voice `voice` ("rms") needs, in the order of loading; none where one is missing."""
    names = ("libflite", "libflite_usenglish", "libflite_cmulex", f"libflite_cmu_us_{voice}")
    found = tuple(path for name in names if (path := flite_library(name)))
    return found if len(found) == len(names) else ()


def espeak_paths() -> tuple[Path, Path] | None:
    """The library and the data folder of espeak-ng from the `espeakng-loader` wheel, or None."""
    spec = find_spec("espeakng_loader")
    if spec is None or not spec.origin:
        return None
    folder = Path(spec.origin).parent
    library = next(
        (
            folder / name
            for name in ("libespeak-ng.so", "libespeak-ng.dylib", "espeak-ng.dll")
            if (folder / name).is_file()
        ),
        None,
    )
    data = folder / "espeak-ng-data"
    return (library, data) if library and data.is_dir() else None


@lru_cache(maxsize=16)
def fingerprint(paths: tuple[Path, ...]) -> str:
    """Twelve hexadecimal digits that change with the content of any of the files."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def quiet_environment(home: str) -> dict[str, str]:
    """The environment for an engine's process: no settings of the user's own, and figures written with a point."""
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": home, "LC_ALL": "C"}


def existing(paths: Iterable[Path | None]) -> tuple[Path, ...]:
    """The paths that are there."""
    return tuple(path for path in paths if path is not None and path.is_file())
