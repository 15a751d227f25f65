"""Files that a person gives, read within bounds, and what one file finds beside it: never a path of its own making."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from brand_memory.errors import BrandFileUnusable
from brand_memory.storage import readable_name

LARGEST = 64_000_000
"""Bytes of a file that is read whole; films are only handed on."""


class Beside(Protocol):
    """Where a file may look for what it names: its own folder, or the archive it came in."""

    def find(self, named: str) -> bytes | None:
        """The bytes of the file called `named` there; None where there is none that may be read."""
        ...


@dataclass(frozen=True)
class Folder:
    """The folder of a given file. Nothing outside it is read, links leading out included."""

    root: Path

    def find(self, named: str) -> bytes | None:
        """The bytes of a plain file below the folder."""
        steps = _steps(named)
        if not steps:
            return None
        try:
            root = self.root.resolve(strict=True)
            path = root.joinpath(*steps).resolve(strict=True)
            if not path.is_relative_to(root) or not path.is_file() or path.stat().st_size > LARGEST:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None


@dataclass(frozen=True)
class Packed:
    """The files of an archive by their paths in it, as seen from the folder of one of them."""

    files: Mapping[str, bytes] = field(repr=False)
    folder: str = ""

    def find(self, named: str) -> bytes | None:
        """The bytes of the entry, from the folder of the file that names it or from the top of the archive."""
        steps = _steps(named)
        path = "/".join(steps)
        return self.files.get(f"{self.folder}/{path}".lstrip("/"), self.files.get(path)) if steps else None


def read_given(path: Path) -> bytes:
    """The bytes of a plain file. Raises `BrandFileUnusable` where it is missing, none, too large, or not to be read."""
    name = readable_name(path.name)
    content = read_head(path, LARGEST + 1)
    if len(content) > LARGEST:
        raise BrandFileUnusable(f"{name!r} is larger than {LARGEST // 10**6} MB: give a smaller export of it.")
    if not content:
        raise BrandFileUnusable(f"{name!r} is empty: export it again.")
    return content


def read_head(path: Path, count: int = 6000) -> bytes:
    """The first bytes of a plain file, as far as there are any. Raises `BrandFileUnusable` where none can be read."""
    name = readable_name(path.name)
    try:
        with os.fdopen(_open_plain(path), "rb") as file:
            return file.read(count)
    except FileNotFoundError:
        raise BrandFileUnusable(f"There is no file {str(path)!r}: check its name and folder.") from None
    except IsADirectoryError:
        raise BrandFileUnusable(f"{name!r} is a folder: give the files in it, or the folder as a ZIP.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BrandFileUnusable(f"{name!r} can not be read ({reason}): give a file that you may read.") from error


def text_of_file(content: bytes, name: str, most: int) -> str:
    """`content` as text: UTF-8, UTF-16 with its mark, else Latin-1. Raises `BrandFileUnusable` above `most` bytes."""
    if len(content) > most:
        raise BrandFileUnusable(
            f"{name!r} is larger than {most // 10**6} MB of text: give the part with the brand in it."
        )
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _open_plain(path: Path) -> int:
    """A handle to read from, opened without waiting for what is no plain file (a pipe, a device)."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        raise IsADirectoryError(str(path)) if stat.S_ISDIR(mode) else OSError(22, "it is no plain file")
    return handle


def _steps(named: str) -> list[str]:
    """The steps of a relative path below where it starts; none for anything that leads elsewhere."""
    if not named or len(named) > 300 or "\0" in named or re.match(r"[a-zA-Z][\w+.-]*:|[/\\~]", named):
        return []
    steps = [step for step in re.split(r"[/\\]", named) if step not in ("", ".")]
    return [] if ".." in steps else steps
