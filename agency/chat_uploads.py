"""Uploads: files that came with a message, kept in the home under names of our own."""

from __future__ import annotations

import re
import shutil
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agency.home import Home

KNOWN = frozenset(
    ".png .jpg .jpeg .webp .svg .gif .txt .md .docx .pdf .pptx .csv .mp4 .mov .webm .mkv .wav .mp3 .m4a .ogg .zip "
    ".json .css .yml .yaml .ttf .otf .woff2".split()
)
"""What can be made use of."""

LARGEST = 500 * 2**20
"""Bytes of one file."""


def take_uploads(elements: Sequence[Any], place: Home, thread: str) -> tuple[dict[str, str], list[str]]:
    """Paths of the kept files by the names that the client knows, and a sentence for each that was not taken.

    A name never becomes a path: only its ending does, and only a known one.
    """
    taken: dict[str, str] = {}
    refused: list[str] = []
    folder = place.root / "uploads" / re.sub(r"[^a-zA-Z0-9-]", "", thread)[:64]
    for element in elements:
        source = Path(element.path) if getattr(element, "path", None) else None
        name = str(element.name or "file")[:120]
        ending = Path(name).suffix.lower()
        if source is None or not source.is_file():
            continue
        if ending not in KNOWN:
            refused.append(
                f"I can not use “{name}”: give a picture, a script (txt, md, docx, pdf, pptx), a clip or a CSV."
            )
        elif source.stat().st_size > LARGEST:
            refused.append(f"“{name}” is larger than 500 MB; give a smaller one.")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            target = folder / f"{uuid.uuid4().hex}{ending}"
            shutil.copyfile(source, target)
            taken[name] = str(target)
    return taken, refused
