"""Consent in the chat: a photo or a recording that came with “ask for the consent of NAME” opens a card to read."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import chainlit as cl

from agency.chat_elements import put
from agency.chat_pages import said
from agency.consent_requests import start_request
from agency.consent_wish import consent_wish, phone_address, qr_code
from agency.errors import AgencyError
from agency.home import Home
from tools.errors import ToolError


async def ask_consent(text: str, files: dict[str, str], place: Home, user: str) -> bool:
    """Whether the message asks for a consent; the card is shown then, or why there can be none."""
    wish = consent_wish(text, files)
    if wish is None:
        return False
    name, kind, path = wish
    if not path:
        await said(cl.Message(content="Attach the photo or the recording of the person, and say it again."))
        return True
    try:
        asked = await asyncio.to_thread(start_request, place, kind, Path(path), name, user)
    except (AgencyError, ToolError) as error:
        await said(cl.Message(content=str(error)))
        return True
    address = f"/consent/{asked.secret}"
    seen = (getattr(cl.context.session, "environ", None) or {}).get("HTTP_ORIGIN", "")
    reached, phone = phone_address(os.environ.get("CHAINLIT_URL", ""), seen, address)
    props: dict[str, Any] = {
        "name": asked.subject,
        "statement": asked.statement,
        "words": ", ".join(asked.words) + ".",
        "address": address,
        "ends": asked.ends,
        "film": asked.kind != "voice",
        "code": qr_code(reached) if phone else "",
    }
    await put("Consent", props, f"{asked.subject} has to agree before anything is made of this {_said(asked.kind)}.")
    return True


def _said(kind: str) -> str:
    return {"photo": "face", "voice": "voice"}.get(kind, "recording")
