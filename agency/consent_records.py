"""The records of consent in the home's database: signed when they are written, verified whenever they are read."""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from agency.consent_key import consent_key
from agency.database import opened, transaction
from agency.errors import ConsentDamaged, ConsentRefused, UnknownConsent
from agency.home import Home
from renderers.errors import ConsentMissing
from renderers.likenesses import Likeness
from tools.consent import ConsentRecord, canonical_json

_WHY_NOT = {
    "waiting": "waits for somebody to look at it (`agency consent show {id}`, then `approve {id}`)",
    "rejected": "was rejected; ask for it again (`agency consent start`)",
    "revoked": "was revoked; nothing more is made of it",
    "expired": "has expired; ask for it again (`agency consent start`)",
}
_WHAT = {"photo": "this photo", "voice": "this voice", "footage": "this footage"}


class Consents:
    """All records of one home, and the log of what happened to each."""

    def __init__(self, place: Home) -> None:
        self._place = place
        self._key = consent_key(place)

    @property
    def tenant(self) -> str:
        """The home, as records name it."""
        return self._key.tenant

    @property
    def public_key(self) -> str:
        """What others verify the signatures with, as PEM."""
        return self._key.public

    def keep(self, record: ConsentRecord, event: str, who: str, told: str = "") -> ConsentRecord:
        """The record, signed and written in place of its former self, with a line in the log."""
        content = canonical_json(record.model_dump(mode="json", by_alias=True))
        with opened(self._place.database) as db, transaction(db):
            db.execute(
                "INSERT OR REPLACE INTO consents (id, document, signature) VALUES (?, ?, ?)",
                (record.id, content.decode(), self._key.sign(content)),
            )
            _log(db, record.id, event, who, told, hashlib.sha256(content).hexdigest())
        return record

    def find(self, id_: str) -> ConsentRecord:
        """The record `id_`. Raises `UnknownConsent`, and `ConsentDamaged` where it is not as it was signed."""
        return self._verified(self._row(id_))

    def signed(self, id_: str) -> dict[str, object]:
        """The record as it can be handed out: the document, its signature and the public key. Raises as `find`."""
        row = self._row(id_)
        self._verified(row)
        return {
            "record": json.loads(row["document"]),
            "algorithm": "Ed25519 over canonical JSON",
            "signature": row["signature"],
            "public_key": self._key.public,
        }

    def all(self) -> list[ConsentRecord]:
        """The records, oldest first; those that were changed by another hand are left out, see `damaged`."""
        found = [record for row in self._rows() if (record := self._whole(row)) is not None]
        return sorted(found, key=lambda record: (record.asked_at, record.id))

    def ids(self) -> set[str]:
        """The numbers of all records, whole or not."""
        return {row["id"] for row in self._rows()}

    def damaged(self) -> list[str]:
        """The numbers of the records that are not as they were signed."""
        return [row["id"] for row in self._rows() if self._whole(row) is None]

    def names(self, digest: str) -> bool:
        """Whether any record, whole or not, is about a content."""
        return bool(self._rows(digest))

    def require(self, likeness: Likeness) -> ConsentRecord:
        """A record that lets `likeness` be used now. Raises `ConsentMissing` with what stands against it."""
        now, against = datetime.now(UTC), ""
        for row in self._rows(likeness.digest):
            record = self._whole(row)
            if record is None:
                against = f"the record of consent {row['id']} was changed by another hand and does not count"
            elif record.covers(likeness):
                state = record.state(now)
                if state == "valid":
                    return record
                against = f"the consent {record.id} of {record.subject} " + _WHY_NOT[state].format(id=record.id)
        raise ConsentMissing(
            f"{likeness.id!r} is the likeness of a person, and "
            + (
                against
                or f"nobody is known to have agreed to {_WHAT[likeness.kind]}; ask for it with `agency consent start`"
            )
            + "."
        )

    def add_made(self, record: ConsentRecord, digest: str) -> ConsentRecord:
        """The record, which from now on also covers what was made of its likeness, by the SHA-256 of that."""
        if digest in record.made:
            return record
        return self.keep(record.changed(made=(*record.made, digest)), "used", record.user, digest)

    def decide(self, id_: str, by: str, *, approve: bool, days: int, reason: str = "") -> ConsentRecord:
        """The record after somebody looked at it. Raises `UnknownConsent`, and `ConsentRefused` where none waits."""
        record = self.find(id_)
        if record.outcome != "review" or record.revoked_at:
            raise ConsentRefused(
                f"The consent {id_} is {record.state(datetime.now(UTC))}; there is nothing to decide. Ask for a new "
                "one with `agency consent start`."
            )
        now = datetime.now(UTC)
        decided = record.changed(
            outcome="pass" if approve else "reject",
            reviewer=by,
            reason=reason[:1000],
            decided_at=stamp(now),
            expires_at=stamp(now + timedelta(days=days)) if approve else "",
        )
        return self.keep(decided, "approved" if approve else "rejected", by, reason[:1000])

    def revoke(self, id_: str, by: str, why: str = "") -> list[ConsentRecord]:
        """The record revoked, and with it every other that lets the same likeness be used. Raises `UnknownConsent`."""
        named = self.find(id_)
        same = {named.digest, *named.made}
        found = [
            record
            for record in self.all()
            if record.kind == named.kind and same & {record.digest, *record.made} and not record.revoked_at
        ]
        at = stamp(datetime.now(UTC))
        return [
            self.keep(one.changed(revoked_at=at, revoked_why=why[:1000]), "revoked", by, why[:1000]) for one in found
        ]

    def forget(self, id_: str, by: str) -> None:
        """Remove everything about a record but the line that it was removed. Raises `UnknownConsent`."""
        self._row(id_)
        with opened(self._place.database) as db, transaction(db):
            db.execute("DELETE FROM consents WHERE id = ?", (id_,))
            db.execute("DELETE FROM consent_events WHERE consent = ?", (id_,))
            _log(db, id_, "forgotten", by, "", "")

    def log(self, id_: str) -> list[Mapping[str, object]]:
        """What happened to a record, in order: `at`, `event`, `who`, `told`."""
        with opened(self._place.database) as db:
            rows = db.execute(
                "SELECT at, event, who, told FROM consent_events WHERE consent = ? ORDER BY number", (id_,)
            ).fetchall()
        return [dict(row) for row in rows]

    def _row(self, id_: str) -> sqlite3.Row:
        with opened(self._place.database) as db:
            row: sqlite3.Row | None = db.execute(f"{_SELECT} WHERE id = ?", (id_,)).fetchone()
        if row is None:
            raise UnknownConsent(f"There is no record of consent {id_!r}; `agency consent list` shows what there is.")
        return row

    def _rows(self, digest: str = "") -> list[sqlite3.Row]:
        with opened(self._place.database) as db:
            return db.execute(f"{_SELECT} WHERE instr(document, ?) > 0 OR ? = ''", (digest, digest)).fetchall()

    def _whole(self, row: sqlite3.Row) -> ConsentRecord | None:
        try:
            return self._verified(row)
        except ConsentDamaged:
            return None

    def _verified(self, row: sqlite3.Row) -> ConsentRecord:
        content = str(row["document"]).encode()
        # The log names what was written last: an older record that is put back is as good as an edited one.
        if self._key.verifies(content, str(row["signature"])) and row["last"] == hashlib.sha256(content).hexdigest():
            record = ConsentRecord.model_validate_json(content)
            if record.id == row["id"] and record.tenant == self._key.tenant:
                return record
        raise ConsentDamaged(
            f"The record of consent {row['id']!r} is not as it was signed here: it was changed by another hand, or "
            f"comes from another home. It does not count; remove it with `agency consent forget {row['id']}`."
        )


_SELECT = (
    "SELECT id, document, signature, (SELECT content FROM consent_events WHERE consent = consents.id "
    "ORDER BY number DESC LIMIT 1) AS last FROM consents"
)


def new_id() -> str:
    """An id for a new record."""
    return f"consent-{secrets.token_hex(5)}"


def stamp(at: datetime) -> str:
    """The time as records tell it."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _log(db: sqlite3.Connection, id_: str, event: str, who: str, told: str, content: str) -> None:
    db.execute(
        "INSERT INTO consent_events (at, consent, event, who, told, content) VALUES (?, ?, ?, ?, ?, ?)",
        (time.time(), id_, event, who, told, content),
    )
