"""What a file is by its own first bytes; what a server says of it counts only for plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

_HEADS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\0\0\1\0", "image/x-icon"),
    (b"wOF2", "font/woff2"),
    (b"wOFF", "font/woff"),
    (b"OTTO", "font/otf"),
    (b"\0\1\0\0", "font/ttf"),
    (b"true", "font/ttf"),
    (b"ttcf", "font/collection"),
    (b"%PDF-", "application/pdf"),
    (b"PK\3\4", "application/zip"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"\x1f\x8b", "application/gzip"),
    (b"MZ", "application/octet-stream"),
    (b"\x7fELF", "application/octet-stream"),
)
_BRANDS = {b"avif": "image/avif", b"avis": "image/avif", b"heic": "image/heic", b"mif1": "image/heic"}
_LEAD = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*)*"
_SVG = re.compile(_LEAD + rb"(?:<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?>\s*)?(?:<!--.{0,2000}?-->\s*)*<svg[\s>]", re.S | re.I)
_HTML = re.compile(
    _LEAD + rb"<(?:!doctype html|html|head|body|title|meta|script|div|h1|p|a|table|main|link|style)\b", re.S | re.I
)
_STATED = ("text/html", "text/css", "text/plain", "application/json", "application/xml", "text/xml", "text/vtt")
_ENDINGS = {".css": "text/css", ".txt": "text/plain", ".json": "application/json", ".html": "text/html"}


def media_type_of(content: bytes, address: str = "", headers: Mapping[str, str] | None = None) -> str:
    """The media type that the first bytes show; for text what the server or the address says; empty where none fits."""
    head = content[:6000].removeprefix(b"\xef\xbb\xbf")
    for start, kind in _HEADS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if _SVG.match(head):
        return "image/svg+xml"
    if _HTML.match(head):
        return "text/html"
    if b"\0" in head:
        return ""
    named = {name.lower(): value for name, value in (headers or {}).items()}
    stated = named.get("content-type", "").partition(";")[0].strip().lower()
    if stated in _STATED:
        return stated
    path = urlsplit(address).path.lower()
    return next((kind for ending, kind in _ENDINGS.items() if path.endswith(ending)), "text/plain" if head else "")
