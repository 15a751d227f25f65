"""A ZIP of brand files, taken apart in memory within bounds: no path in it is ever used as one."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from dataclasses import dataclass, field

from brand_memory.errors import BrandFileUnusable
from brand_memory.storage import readable_name

_MOST_ENTRIES, _MOST_BYTES, _MOST_OF_ONE = 500, 256_000_000, 128_000_000
_RATIO, _FREE = 120, 1_000_000
"""Bytes that may come out for each one in, looked at once a megabyte has come out."""
_PIECE = 1 << 18
_NESTED = re.compile(r"\.(?:zip|rar|7z|tar|t?gz|bz2|xz|jar|zst|cab|iso)$", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:^|/)(?:__MACOSX|\.[^./][^/]*|Thumbs\.db|desktop\.ini)(?:/|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Unpacked:
    """The files of an archive by their paths in it, and in words what was left out."""

    files: dict[str, bytes] = field(repr=False)
    notes: tuple[str, ...] = ()


def unpack(content: bytes, name: str) -> Unpacked:
    """The plain files of a ZIP. Raises `BrandFileUnusable` for what is damaged, or would unpack to too much.

    At most 500 entries, 256 MB in all, 128 MB for one, 120 bytes for each packed one. Links, locked entries, archives
    in the archive and entries whose names lead elsewhere are left out and noted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES:
                raise BrandFileUnusable(
                    f"{name!r} holds {len(entries)} entries, more than {_MOST_ENTRIES}: pack only the brand's files."
                )
            return _read(archive, entries, name)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        raise BrandFileUnusable(f"{name!r} is damaged or no ZIP: pack it again.") from error
    except (KeyError, IndexError, AttributeError, OverflowError, RuntimeError) as error:
        raise BrandFileUnusable(
            f"{name!r} is packed in a way that can not be read: pack it again as a plain ZIP."
        ) from error


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> Unpacked:
    files: dict[str, bytes] = {}
    notes: list[str] = []
    left = _MOST_BYTES
    for entry in entries:
        path = entry.filename.replace("\\", "/")
        if entry.is_dir() or _HIDDEN.search(path):
            continue
        shown = readable_name(path)
        if reason := _refusal(entry, path):
            notes.append(f"{shown!r} in {name!r} was left out: {reason}.")
            continue
        files[path.removeprefix("./")] = part = _extracted(archive, entry, left, name)
        left -= len(part)
    return Unpacked(files, tuple(notes[:20]))


def _refusal(entry: zipfile.ZipInfo, path: str) -> str:
    if path.startswith("/") or ".." in path.split("/") or ":" in path or "\0" in path or len(path) > 300:
        return "its name leads out of the archive"
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "it is a link or no plain file"
    if entry.flag_bits & 0x1:
        return "it is locked with a password"
    return "an archive in an archive is not read; give it by itself" if _NESTED.search(path) else ""


def _extracted(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, name: str) -> bytes:
    pieces: list[bytes] = []
    came = 0
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            came += len(piece)
            if came > min(left, _MOST_OF_ONE) or (came > _FREE and came > _RATIO * max(1, entry.compress_size)):
                raise BrandFileUnusable(
                    f"{name!r} would unpack to far more than it is: pack only the brand's files, and anew."
                )
            pieces.append(piece)
    return b"".join(pieces)
