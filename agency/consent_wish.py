"""What a message in the chat asks about a consent, and the picture that opens its page on a phone."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from urllib.parse import urlsplit

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


def phone_address(served: str, opened: str, path: str) -> tuple[str, bool]:
    """The address of a page for somebody's own phone, and whether a phone can reach it.

    `served` is where the chat says it is, `opened` the origin of the page that asks: where the chat is served to all
    comers, or to this machine, only that tells the name under which others find it.
    """
    known = [origin for origin in (served, opened) if urlsplit(origin).scheme in ("http", "https")]
    reached = next((origin for origin in known if not _only_here(origin)), "")
    return (reached or (known or [""])[0]).rstrip("/") + path, bool(reached)


def _only_here(origin: str) -> bool:
    host = urlsplit(origin).hostname or ""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return found.is_loopback or found.is_unspecified


def qr_code(address: str) -> str:
    """The address as a picture to scan: an SVG in a data address."""
    import segno

    return str(segno.make(address, error="m").svg_data_uri(scale=4, border=2, dark="#000", light="#fff"))
