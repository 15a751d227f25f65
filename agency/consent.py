"""Consent: nothing is made of a person's likeness without a record that this person agreed, and still does."""

from __future__ import annotations

from collections.abc import Iterable

from agency.consent_records import Consents
from agency.home import home
from agency.settings import load_settings
from renderers.errors import ConsentMissing
from renderers.likenesses import Likeness
from tools.consent import ConsentRecord

__all__ = ["ConsentMissing", "ConsentRecord", "Likeness", "add_made", "require_all", "require_consent"]


def require_consent(likeness: Likeness) -> ConsentRecord:
    """The record that lets `likeness` be used now: whole, passed, neither expired nor revoked, about this content.

    Raises `ConsentMissing` with one sentence that says what stands against it and what to do.
    """
    return Consents(home(load_settings())).require(likeness)


def require_all(likenesses: Iterable[Likeness]) -> tuple[ConsentRecord, ...]:
    """The record for each likeness. Raises `ConsentMissing` for the first without one."""
    return tuple(require_consent(likeness) for likeness in dict.fromkeys(likenesses))


def add_made(record: ConsentRecord, digest: str) -> ConsentRecord:
    """The record, covering from now on also what was made of its likeness, by the SHA-256 of that.

    For whoever turns a photo or a recording into something else that is kept and used in its place.
    """
    return Consents(home(load_settings())).add_made(record, digest)
