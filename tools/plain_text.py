"""Plain text from bytes: the encoding found out, the line ends and control characters set right."""

from __future__ import annotations

import unicodedata

from tools.errors import BadInput

_KEPT = "\n\t\u200c\u200d\u200e\u200f"
"""Control and format characters that writing needs: joiners for emoji and Persian, marks for right-to-left text."""


def decode(data: bytes, name: str) -> str:
    """`data` as text: UTF-8 with or without a byte order mark, or UTF-16. Raises `BadInput` for anything else."""
    try:
        if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
            return clean(data.decode("utf-32"))
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return clean(data.decode("utf-16"))
        if (order := _silent_utf16(data)) is not None:
            return clean(data.decode(order))
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{name} is not text in UTF-8 or UTF-16 (the byte at position {error.start} does not fit); "
            "save it as UTF-8 and try again."
        ) from None
    strange = sum(
        1 for character in text[:4000] if unicodedata.category(character) == "Cc" and character not in "\n\r\t\f\0"
    )
    if strange > 2 + len(text[:4000]) // 20:
        raise BadInput(f"{name} does not look like text; give a .txt, .md or .json file.")
    return clean(text)


def clean(text: str) -> str:
    """`text` with line ends as `\\n`, composed letters, and no control characters, null bytes or half characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    kept = (
        " " if character in "\f\v" else character
        for character in text
        if character in _KEPT
        or character in "\f\v"
        or unicodedata.category(character) not in ("Cc", "Cs", "Cn")
        and character not in "\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad\u200b"
    )
    return unicodedata.normalize("NFC", "".join(kept))


def _silent_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: nearly every second byte of Latin text is zero."""
    start = data[:2000]
    if len(start) < 4 or len(data) % 2:
        return None
    even, odd = start[0::2].count(0) / len(start[0::2]), start[1::2].count(0) / len(start[1::2])
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None
