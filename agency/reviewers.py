"""Reviewers: who decides on what the policy holds, and how the chat knows them."""

from __future__ import annotations

import hmac
import unicodedata

from agency.settings import Settings

_LONGEST = 80
"""Characters of a name."""


def login_name(name: str, password: str, settings: Settings) -> str | None:
    """Under which name `password` lets somebody in, or None.

    A reviewer's name asks for that reviewer's own password, however it is written, so that nobody else can bear it.
    """
    reviewer = _reviewer(name, settings)
    wanted = settings.reviewers[reviewer] if reviewer else settings.chat_password
    known = bool(wanted) and hmac.compare_digest(password.encode("utf-8", "replace"), wanted.encode())
    return (reviewer or name.strip()[:_LONGEST] or "guest") if known else None


def is_reviewer(name: str, settings: Settings) -> bool:
    """Whether this user decides. Without a password only this machine reaches the chat, and whoever sits at it does."""
    return not settings.chat_password or bool(_reviewer(name, settings))


def _reviewer(name: str, settings: Settings) -> str:
    """The name of the settings that is the same to a reader, or an empty one."""
    return next((known for known in settings.reviewers if _read(known) == _read(name)), "")


def _read(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) not in ("Cf", "Cc"))
    return " ".join(plain.split()).casefold()[:_LONGEST]
