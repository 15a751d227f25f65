"""Uploads: files that came with a message, kept in the home under names of our own."""

from __future__ import annotations

import re
import shutil
import unicodedata
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agency.home import Home

KNOWN = frozenset(
    ".png .jpg .jpeg .webp .svg .gif .txt .md .docx .pdf .pptx .csv .mp4 .mov .webm .mkv "
    ".wav .mp3 .m4a .ogg .flac .opus .aac .zip .json .css .yml .yaml .ttf .otf .woff2".split()
)
"""What can be made use of."""

LARGEST = 500 * 2**20
"""Bytes of one file."""

_LONGEST_NAME = 100
"""Characters of a name that are said back."""


def take_uploads(elements: Sequence[Any], place: Home, thread: str) -> tuple[dict[str, str], list[str]]:
    """Paths of the kept files by the names that the client knows, and a sentence for each that was not taken.

    What follows tells a file by its name, so the kept one has it too, in plain letters, in a folder of its own: nothing
    of it can lead elsewhere, and its ending is a known one.
    """
    taken: dict[str, str] = {}
    refused: list[str] = []
    folder = place.root / "uploads" / re.sub(r"[^a-zA-Z0-9-]", "", thread)[:64]
    for element in elements:
        source = Path(element.path) if getattr(element, "path", None) else None
        given = str(element.name or "file")
        ending = Path(given).suffix.lower()
        name = given if len(given) <= _LONGEST_NAME else f"{given[:_LONGEST_NAME]} …{ending}"
        if source is None or not source.is_file():
            continue
        if ending not in KNOWN:
            refused.append(
                f"I can not use “{name}”: give a picture, a script (txt, md, docx, pdf, pptx), a clip or a CSV."
            )
        elif source.stat().st_size > LARGEST:
            refused.append(f"“{name}” is larger than 500 MB; give a smaller one.")
        else:
            target = folder / uuid.uuid4().hex / f"{_plain(Path(name).stem)}{ending}"
            target.parent.mkdir(parents=True)
            shutil.copyfile(source, target)
            taken[name] = str(target)
    return taken, refused


def _plain(name: str) -> str:
    """The name in letters, digits and hyphens that every file system has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:60] or "file"
