"""Consent as a document: who agreed to what, how it was checked, until when it holds, and what it covers."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Literal

from pydantic import Field

from renderers.likenesses import Likeness, LikenessKind
from tools.documents import Document

Outcome = Literal["review", "pass", "reject"]
Way = Literal["spoken", "declared"]
"""Read aloud with a passcode, or only declared by whoever brings the file."""

STATEMENT = "1"
"""The edition of the statements; older records keep the words that were read."""

_STATEMENTS: dict[str, str] = {
    "photo": "I am {name}. I agree that videos are made with my face.",
    "voice": "I am {name}. I agree that videos are made with my voice.",
    "footage": "I am {name}. I agree that videos are made with recordings of me.",
}
"""What is read aloud: short enough for one breath, and each kind says what is used."""

_DECLARATION = "The person heard in this recording, {name}, agrees that it is used in a video as it is."
_GRANTED = ("made", "revoked_at", "revoked_why")
"""What may change after a consent was given."""


class ConsentRecord(Document):
    """One person's consent to one likeness. Dates are ISO 8601 in UTC; empty where it has not happened.

    `digest` is the content key of the photo, recording or footage; `made` are those of what was made of it with this
    consent. `tenant` is the home whose key signed it, `user` who asked. `passcode` proves which words were read
    without telling them; `recording` is the SHA-256 of what was heard. `findings` are what was checked, in sentences.
    """

    schema_: Literal["consent/1"] = Field("consent/1", alias="schema")
    id: str
    subject: str
    statement: str
    statement_edition: str = STATEMENT
    way: Way = "spoken"
    kind: LikenessKind
    likeness: str
    digest: str
    tenant: str
    user: str = ""
    passcode: str = ""
    recording: str = ""
    findings: tuple[str, ...] = ()
    outcome: Outcome
    reviewer: str = ""
    reason: str = ""
    asked_at: str
    decided_at: str = ""
    expires_at: str = ""
    made: tuple[str, ...] = ()
    revoked_at: str = ""
    revoked_why: str = ""

    @property
    def hash(self) -> str:
        """The SHA-256 of what was agreed and how; it stays the same when the consent is revoked."""
        told = self.model_dump(mode="json", by_alias=True, exclude=set(_GRANTED))
        return hashlib.sha256(canonical_json(told)).hexdigest()

    def state(self, now: datetime) -> str:
        """`waiting`, `rejected`, `revoked`, `expired` or `valid` at that time."""
        if self.outcome == "reject":
            return "rejected"
        if self.revoked_at:
            return "revoked"
        if self.outcome == "review":
            return "waiting"
        return "valid" if now < datetime.fromisoformat(self.expires_at) else "expired"

    def covers(self, likeness: Likeness) -> bool:
        """Whether it is about this likeness: the same kind, and the same content or something made of it."""
        return likeness.kind == self.kind and likeness.digest in (self.digest, *self.made)


def statement_of(kind: LikenessKind, name: str) -> str:
    """What a person of that name reads aloud to agree."""
    return _STATEMENTS[kind].format(name=name)


def declaration_of(name: str) -> str:
    """What is declared of somebody's recording that is used as it is."""
    return _DECLARATION.format(name=name)


def canonical_json(value: object) -> bytes:
    """One spelling of a JSON value: keys in order, no spaces (RFC 8785 for what our documents hold)."""
    import json

    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
