"""What a message in the chat asks about a consent, and the picture that opens its page on a phone."""

from __future__ import annotations

import re
from pathlib import Path

_ASKED = re.compile(
    r"\s*(?:please\s+)?(?:ask|get|record|request)\s+(?:for\s+)?(?:the\s+)?consent\s+(?:of|from|by)\s+"
    r"([^\n]{2,80}?)\s*\.?\s*$",
    re.IGNORECASE,
)
_KINDS = {
    "photo": frozenset(".png .jpg .jpeg .webp".split()),
    "voice": frozenset(".wav .mp3 .m4a .ogg .flac .opus .aac".split()),
    "footage": frozenset(".mp4 .mov .webm .mkv".split()),
}


def consent_wish(text: str, files: dict[str, str]) -> tuple[str, str, str] | None:
    """Who is asked, the kind of likeness and the path of the file, where a message asks for a consent; else None.

    The path is empty where no photo, recording or film came with it.
    """
    asked = _ASKED.match(text)
    if asked is None:
        return None
    for path in files.values():
        kind = next((kind for kind, endings in _KINDS.items() if Path(path).suffix.lower() in endings), "")
        if kind:
            return asked[1], kind, path
    return asked[1], "", ""


def qr_code(address: str) -> str:
    """The address as a picture to scan: an SVG in a data address."""
    import segno

    return str(segno.make(address, error="m").svg_data_uri(scale=4, border=2, dark="#000", light="#fff"))
