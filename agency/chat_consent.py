"""Consent in the chat: a photo or a recording that came with “ask for the consent of NAME” opens a card to read."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from typing import Any

import chainlit as cl

from agency.chat_elements import put
from agency.consent_requests import start_request
from agency.errors import AgencyError
from agency.home import Home
from tools.errors import ToolError

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


async def ask_consent(text: str, files: dict[str, str], place: Home, user: str) -> bool:
    """Whether the message asks for a consent; the card is shown then, or why there can be none."""
    wish = consent_wish(text, files)
    if wish is None:
        return False
    name, kind, path = wish
    if not path:
        await cl.Message(content="Attach the photo or the recording of the person, and say it again.").send()  # type: ignore[no-untyped-call]
        return True
    try:
        asked = await asyncio.to_thread(start_request, place, kind, Path(path), name, user)
    except (AgencyError, ToolError) as error:
        await cl.Message(content=str(error)).send()  # type: ignore[no-untyped-call]
        return True
    address = f"/consent/{asked.secret}"
    props: dict[str, Any] = {
        "name": asked.subject,
        "statement": asked.statement,
        "words": ", ".join(asked.words) + ".",
        "address": address,
        "ends": asked.ends,
        "film": asked.kind != "voice",
        "code": qr_code(os.environ.get("CHAINLIT_URL", "") + address),
    }
    await put("Consent", props, f"{asked.subject} has to agree before anything is made of this {_said(asked.kind)}.")
    return True


def qr_code(address: str) -> str:
    """The address as a picture to scan: an SVG in a data address."""
    import segno

    return str(segno.make(address, error="m").svg_data_uri(scale=4, border=2, dark="#000", light="#fff"))


def _said(kind: str) -> str:
    return {"photo": "face", "voice": "voice"}.get(kind, "recording")
