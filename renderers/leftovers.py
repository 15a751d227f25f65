"""Half-made files and folders: named after the process that makes them, and removed when it did not come to its end."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from renderers.processes import is_alive, process_mark

_PART = re.compile(r"\.(?P<stem>.*)\.(?P<mark>\d+-\d+-[0-9a-f]{8})\.[0-9a-f]{8}\.part", re.DOTALL)
_LONGEST_STEM = 160
"""Bytes; with the mark a name stays below the 255 bytes of common file systems."""
_FORSAKEN = 24 * 3600.0
"""Seconds after which something half-made is given up where its maker can not be seen from here."""
_PREFIX = "video-agency"


def part_path(target: Path) -> Path:
    """A hidden, fresh name beside `target` for what this process makes and then renames to `target`."""
    return target.with_name(f".{_stem(target)}.{process_mark()}.{uuid.uuid4().hex[:8]}.part")


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder in the system's place for temporary files, gone after the block; after a kill, at the next sweep."""
    folder = part_path(Path(tempfile.gettempdir()) / _PREFIX)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        remove(folder)


def sweep_temporary() -> None:
    """Remove what `temporary_folder` made for processes that have ended."""
    place = Path(tempfile.gettempdir())
    sweep_parts(place, place / _PREFIX)


def sweep_parts(folder: Path, target: Path | None = None) -> None:
    """Remove from `folder` what processes that have ended left half-made there, all of it or that of `target` alone."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        named = _PART.fullmatch(entry.name)
        if named and (target is None or named["stem"] == _stem(target)) and _forsaken(entry, named["mark"]):
            remove(entry)


def remove(path: Path) -> None:
    """Remove a file or a folder with all it holds, where there is one and as far as that is allowed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _stem(target: Path) -> str:
    return target.stem.encode()[:_LONGEST_STEM].decode(errors="ignore")


def _forsaken(path: Path, mark: str) -> bool:
    alive = is_alive(mark)
    if alive is not None:
        return not alive
    try:
        return time.time() - path.stat().st_mtime > _FORSAKEN
    except OSError:
        return False
