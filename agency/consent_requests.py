"""Requests for consent: a statement and a one-time passcode for one likeness, open for five minutes and three tries.

Each try has words of its own: what was misheard once would be again, and nobody can try the same words twice.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import get_args

from agency.consent_records import Consents, new_id
from agency.database import opened, transaction
from agency.errors import ConsentRefused, UnknownConsent
from agency.home import Home
from renderers.likenesses import LikenessKind
from renderers.speech.passcode import WORDS
from renderers.speech.passcode_words import PASSCODE_WORDS
from renderers.takes import file_digest
from tools.consent import STATEMENT, statement_of
from tools.errors import BadInput

OPEN_SECONDS = 5 * 60.0
TRIES = 3
MOST_OPEN = 20
"""Requests that may be open at once in a home."""

_LONGEST_NAME = 80
_KEPT_SECONDS = 24 * 3600.0


@dataclass(frozen=True)
class ConsentRequest:
    """What is asked of a person. `id` becomes that of the record; `secret` opens the page for the person's own phone.

    `sample` is the path of the photo or recording, as it was named; `ends` is in seconds since 1970.
    """

    id: str
    subject: str
    kind: LikenessKind
    likeness: str
    digest: str
    statement: str
    statement_edition: str
    tenant: str
    user: str
    sample: str
    words: tuple[str, ...] = ()
    secret: str = ""
    ends: float = 0.0
    tries: int = 0

    @property
    def left(self) -> int:
        """How many recordings may still be given."""
        return max(0, TRIES - self.tries)

    @property
    def proof(self) -> str:
        """What shows later that these words were read for this likeness, statement and home, without telling them."""
        bound = (self.id, self.tenant, self.kind, self.digest, self.statement, *self.words)
        return hashlib.sha256("\0".join(bound).encode()).hexdigest()


def start_request(place: Home, kind: str, sample: Path, subject: str, user: str, likeness: str = "") -> ConsentRequest:
    """A new request about the photo, recording or footage at `sample`. Raises `BadInput` and `ConsentRefused`."""
    name = " ".join(subject.split())
    found = sample.expanduser().absolute()
    if kind not in get_args(LikenessKind):
        raise BadInput(f"There is no likeness of the kind {kind!r}; say photo, voice or footage.")
    if not found.is_file():
        raise BadInput(f"There is no file {str(sample)!r}; check the name.")
    if not any(char.isalpha() for char in name) or len(name) > _LONGEST_NAME:
        raise BadInput("Say who agrees with --name, first and last name, e.g. --name “Ana Silva”.")
    now = time.time()
    asked = ConsentRequest(
        id=new_id(),
        subject=name,
        kind=kind,  # type: ignore[arg-type]  # checked above
        likeness=likeness or found.stem,
        digest=file_digest(found),
        statement=statement_of(kind, name),  # type: ignore[arg-type]
        statement_edition=STATEMENT,
        tenant=Consents(place).tenant,
        user=user,
        sample=str(found),
        words=_drawn(),
        secret=secrets.token_urlsafe(24),
        ends=now + OPEN_SECONDS,
    )
    with opened(place.database) as db, transaction(db):
        _clear(db, now)
        if db.execute("SELECT count(*) FROM consent_requests WHERE state = 'open'").fetchone()[0] >= MOST_OPEN:
            raise ConsentRefused(f"{MOST_OPEN} requests for consent are open already; wait until one has ended.")
        db.execute(
            "INSERT INTO consent_requests (id, secret, asked, words, created, ends) VALUES (?, ?, ?, ?, ?, ?)",
            (asked.id, _hidden(asked.secret), _told(asked), json.dumps(asked.words), now, asked.ends),
        )
    return asked


def open_request(place: Home, id_: str) -> ConsentRequest:
    """The request as long as it is open. Raises `UnknownConsent`, and `ConsentRefused` where it has ended."""
    with opened(place.database) as db:
        row = db.execute("SELECT * FROM consent_requests WHERE id = ?", (id_,)).fetchone()
    return _open(row, id_)


def open_requests(place: Home) -> list[ConsentRequest]:
    """The requests that are open, the oldest first."""
    with opened(place.database) as db:
        rows = db.execute(
            "SELECT * FROM consent_requests WHERE state = 'open' AND ends > ? AND tries < ? ORDER BY created",
            (time.time(), TRIES),
        ).fetchall()
    return [_known(row) for row in rows]


def request_of_secret(place: Home, secret: str) -> ConsentRequest:
    """The open request whose page has this secret. Raises as `open_request`."""
    with opened(place.database) as db:
        row = db.execute("SELECT * FROM consent_requests WHERE secret = ?", (_hidden(secret),)).fetchone()
    return _open(row, "")


def take_try(place: Home, id_: str) -> ConsentRequest:
    """The request with one try fewer, before anything is heard, so that tries side by side count too. Raises as
    `open_request`.
    """
    with opened(place.database) as db, transaction(db):
        found = _open(db.execute("SELECT * FROM consent_requests WHERE id = ?", (id_,)).fetchone(), id_)
        db.execute("UPDATE consent_requests SET tries = tries + 1 WHERE id = ?", (id_,))
    return replace(found, tries=found.tries + 1)


def renew_words(place: Home, id_: str) -> tuple[str, ...]:
    """New words for the next try of a request; those before are used up."""
    words = _drawn()
    with opened(place.database) as db, transaction(db):
        db.execute("UPDATE consent_requests SET words = ? WHERE id = ?", (json.dumps(words), id_))
    return words


def close_request(place: Home, id_: str, state: str, told: str = "") -> None:
    """End a request as `used` or `failed`; its words go."""
    with opened(place.database) as db, transaction(db):
        db.execute("UPDATE consent_requests SET state = ?, told = ?, words = '[]' WHERE id = ?", (state, told, id_))


def request_state(place: Home, id_: str) -> tuple[str, str]:
    """`open`, `used`, `failed` or `expired`, and what was said about it last. Raises `UnknownConsent`."""
    with opened(place.database) as db:
        row = db.execute("SELECT state, told, ends FROM consent_requests WHERE id = ?", (id_,)).fetchone()
    if row is None:
        raise UnknownConsent("There is no such request for consent; ask for a new one.")
    if row["state"] == "open" and time.time() >= row["ends"]:
        return "expired", "The five minutes are over."
    return str(row["state"]), str(row["told"])


def tell_request(place: Home, id_: str, told: str) -> None:
    """Note what was said about the last try, for whoever waits for it on another screen."""
    with opened(place.database) as db, transaction(db):
        db.execute("UPDATE consent_requests SET told = ? WHERE id = ?", (told, id_))


def forget_requests(place: Home, id_: str) -> bool:
    """Remove what is known of a request; whether there was one."""
    with opened(place.database) as db, transaction(db):
        return bool(db.execute("DELETE FROM consent_requests WHERE id = ?", (id_,)).rowcount)


def clear_requests(place: Home) -> None:
    """End the requests whose time is over, and remove those of a day ago."""
    with opened(place.database) as db, transaction(db):
        _clear(db, time.time())


def _open(row: Mapping[str, object] | sqlite3.Row | None, id_: str) -> ConsentRequest:
    if row is None:
        named = f" {id_!r}" if id_ else ""
        raise UnknownConsent(f"There is no request for consent{named}; ask for one with `agency consent start`.")
    ends, tries = float(str(row["ends"])), int(str(row["tries"]))
    if row["state"] == "used":
        raise ConsentRefused("This request was answered already, and its words hold once; ask for a new one.")
    if tries >= TRIES:
        raise ConsentRefused(f"The {TRIES} tries are used up; ask for new words with `agency consent start`.")
    if row["state"] == "failed":
        raise ConsentRefused("This request ended without a consent; ask for a new one with `agency consent start`.")
    if row["state"] == "expired" or time.time() >= ends:
        raise ConsentRefused("The five minutes for these words are over; ask for new ones with `agency consent start`.")
    return _known(row)


def _known(row: Mapping[str, object] | sqlite3.Row) -> ConsentRequest:
    return ConsentRequest(
        **json.loads(str(row["asked"])),
        words=tuple(json.loads(str(row["words"]))),
        ends=float(str(row["ends"])),
        tries=int(str(row["tries"])),
    )


def _told(asked: ConsentRequest) -> str:
    known = asdict(asked)
    for name in ("words", "secret", "ends", "tries"):
        del known[name]
    return json.dumps(known, ensure_ascii=False)


def _drawn() -> tuple[str, ...]:
    return tuple(secrets.SystemRandom().sample(PASSCODE_WORDS, WORDS))


def _hidden(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _clear(db: sqlite3.Connection, now: float) -> None:
    db.execute("UPDATE consent_requests SET state = 'expired', words = '[]' WHERE state = 'open' AND ends < ?", (now,))
    db.execute("DELETE FROM consent_requests WHERE created < ?", (now - _KEPT_SECONDS,))
