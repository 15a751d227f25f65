"""The record of all brands: every version of every kit, who changed what and why, and what people decided for good.

SQLite is the truth, in `brands.db`; files lie beside it under `<id>/files`. Every change is one transaction that makes
a new version; files are on disk before a record names them.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brand_memory.corrections import Correction, correct, decide, now
from brand_memory.differences import Change, Difference
from brand_memory.errors import BrandBusy, BrandError, RecordsUnusable, UnknownBrand
from brand_memory.fragments import Fragment, write_learned
from brand_memory.kit import BrandKit, Status
from brand_memory.locking import Lock
from brand_memory.merging import Decision, merge
from brand_memory.naming import LOCAL, Known, check_tenant, host, match_brand, unused_id
from brand_memory.slots import Slot, all_facts, described, sureness
from brand_memory.storage import BrandFiles
from brand_memory.tables import opened, transaction
from brand_memory.typed_values import ClipReader, typed_value

DATABASE = "brands.db"
_LOCK = "learning.lock"
_PLAIN_PARTS = ("address", "language", "sources", "films")
"""What a kit holds beside facts and words, and is worth a version of its own."""


@dataclass(frozen=True)
class Entry:
    """One line of a brand's history."""

    version: int
    at: str
    who: str
    why: str
    difference: Difference


class BrandRecords:
    """The brands of one tenant under `root`. Raises `RecordsUnusable` where the record can not be opened."""

    def __init__(self, root: Path, tenant: str = LOCAL) -> None:
        self.root = root
        self.tenant = check_tenant(tenant)
        self.database = root / DATABASE

    def brands(self) -> tuple[Known, ...]:
        """All brands, by name."""
        with self._opened() as db:
            return self._known(db)

    def find(self, asked: str) -> str:
        """The id of the brand that a person calls `asked`: its id, name or address. Raises `UnknownBrand`."""
        return match_brand(asked, self.brands())

    def forgettable(self, asked: str) -> str:
        """As `find`, and the ids of brands of which a learning that was killed left nothing but files."""
        id_ = asked.strip().lower()
        if unused_id(id_, ()) == id_ and self.files(id_).folder.is_dir():
            return id_
        return self.find(asked)

    def id_for(self, name: str, address: str = "") -> str:
        """The id that a brand of this name and site has, or, where there is none yet, the one that it gets."""
        known = self.brands()
        site = host(address)
        if site and (same := next((brand for brand in known if host(brand.address) == site), None)):
            return same.id
        if not site and (same := next((b for b in known if b.name.casefold() == name.strip().casefold()), None)):
            return same.id
        return unused_id(name, {brand.id for brand in known})

    def kit(self, id_: str, version: int | None = None) -> BrandKit:
        """The newest version of a kit, or the one asked for. Raises `UnknownBrand`."""
        with self._opened() as db:
            return self._kit(db, id_, version)

    def history(self, id_: str) -> tuple[Entry, ...]:
        """Who changed the kit, when and why, the oldest first. Raises `UnknownBrand`."""
        with self._opened() as db:
            self._kit(db, id_, None)
            rows = db.execute(
                "SELECT version, at, who, why, difference FROM versions WHERE tenant = ? AND brand = ? "
                "ORDER BY version",
                (self.tenant, id_),
            ).fetchall()
        return tuple(
            Entry(r["version"], r["at"], r["who"], r["why"], Difference.model_validate_json(r["difference"]))
            for r in rows
        )

    def folder(self, id_: str) -> Path:
        """Where everything of a brand lies that is no record."""
        return self.root / (id_ if self.tenant == LOCAL else f"{self.tenant}+{id_}")

    def files(self, id_: str) -> BrandFiles:
        """The files of a brand, whether it is known yet or being learned."""
        return BrandFiles(self.folder(id_) / "files")

    @contextlib.contextmanager
    def learning(self, id_: str) -> Iterator[BrandFiles]:
        """The files of a brand that this process alone may learn during the block. Raises `BrandBusy`.

        What a learning that was killed left there is removed first.
        """
        with Lock(self.folder(id_) / _LOCK).held(
            BrandBusy(f"The brand {id_!r} is being learned by another program: wait until that is done.")
        ):
            files = self.files(id_)
            with self._opened() as db, transaction(db):
                files.sweep(self._needed(db, id_))
            yield files
        with contextlib.suppress(OSError), self._opened() as db:
            if not self._exists(db, id_):
                self._remove_folder(id_)

    def learn(
        self, kit: BrandKit, fragments: Iterable[Fragment] = (), *, who: str = "you", why: str = "learned"
    ) -> Difference:
        """What changed by laying `kit` over what is known, kept as a new version; nothing decided by a person is lost.

        `fragments` replace those that were learned before from the same places. Where nothing changed there is no new
        version. Raises `BrandError` where a file that the kit names is not there.
        """
        with self._opened() as db, transaction(db):
            self._check_files(kit)
            if not self._exists(db, kit.id):
                made = kit.model_copy(update={"version": 1})
                changes = tuple(
                    Change(key=place.key, what="added", after=f"{described(fact.value)}, {sureness(fact)}")
                    for place, fact in all_facts(kit)
                )
                difference = Difference(brand=kit.id, name=kit.name.value, before_version=0, version=1, changes=changes)
                db.execute(
                    "INSERT INTO brands (tenant, id, name, address, version, created_at) VALUES (?, ?, ?, ?, 0, ?)",
                    (self.tenant, kit.id, kit.name.value, kit.address, now()),
                )
                self._add_version(db, made, difference, who, why)
            else:
                old = self._kit(db, kit.id, None)
                merged, changes = merge(old, kit, self._decisions(db, kit.id))
                difference = self._keep(db, old, merged, changes, who, why)
            write_learned(db, self.tenant, kit.id, fragments, now())
        return difference

    def preview(self, kit: BrandKit) -> Difference:
        """What `learn` would change; nothing is kept."""
        with self._opened() as db:
            if not self._exists(db, kit.id):
                return Difference(brand=kit.id, name=kit.name.value, before_version=0, version=1)
            old = self._kit(db, kit.id, None)
            merged, changes = merge(old, kit, self._decisions(db, kit.id))
        version = merged.version if _is_real(old, merged, changes) else old.version
        return Difference(
            brand=kit.id, name=merged.name.value, before_version=old.version, version=version, changes=changes
        )

    def correct(
        self,
        id_: str,
        key: str,
        value: str,
        *,
        who: str = "you",
        why: str = "",
        families: Collection[str] = (),
        clip_reader: ClipReader | None = None,
    ) -> Difference:
        """What changed by setting a fact to what a person typed. Raises `UnknownFact` and `BadCorrection`."""

        def change(kit: BrandKit) -> Correction:
            def read(place: Slot, typed: str) -> Any:  # noqa: ANN401 - the type that the place holds
                return typed_value(place, typed, kit, self.files(id_), families, clip_reader)

            return correct(kit, key, value, read)

        return self._change(id_, change, who, why or f"{key} corrected")

    def confirm(self, id_: str, key: str, which: str = "", *, who: str = "you", why: str = "") -> Difference:
        """What changed by confirming a fact; `which` chooses one of a list."""
        return self._decide(id_, key, "confirmed", which, who, why)

    def reject(self, id_: str, key: str, which: str = "", *, who: str = "you", why: str = "") -> Difference:
        """What changed by rejecting a fact; learning never brings this value back."""
        return self._decide(id_, key, "rejected", which, who, why)

    def _decide(self, id_: str, key: str, status: Status, which: str, who: str, why: str) -> Difference:
        return self._change(id_, lambda kit: decide(kit, key, status, which), who, why or f"{key} {status}")

    def _change(self, id_: str, change: Callable[[BrandKit], Correction], who: str, why: str) -> Difference:
        with self._opened() as db, transaction(db):
            old = self._kit(db, id_, None)
            done = change(old)
            for decision in done.decisions:
                db.execute(
                    "INSERT OR REPLACE INTO decisions (tenant, brand, key, identity, value, status, who, at) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        self.tenant,
                        id_,
                        decision.key,
                        decision.identity,
                        decision.value,
                        decision.status,
                        who,
                        now(),
                    ),
                )
            made = done.kit.model_copy(update={"version": old.version + 1})
            return self._keep(db, old, made, done.changes, who, why)

    def _keep(
        self, db: sqlite3.Connection, old: BrandKit, made: BrandKit, changes: tuple[Change, ...], who: str, why: str
    ) -> Difference:
        """`made` as a new version where anything was changed; what that was."""
        real = _is_real(old, made, changes)
        difference = Difference(
            brand=old.id,
            name=made.name.value,
            before_version=old.version,
            version=made.version if real else old.version,
            changes=changes,
        )
        if real:
            self._add_version(db, made, difference, who, why)
        return difference

    def _add_version(self, db: sqlite3.Connection, kit: BrandKit, difference: Difference, who: str, why: str) -> None:
        text = kit.model_dump_json(by_alias=True)
        # Read back before it is kept: what can not be read later must not become the newest version.
        BrandKit.model_validate_json(text)
        db.execute(
            "INSERT INTO versions (tenant, brand, version, kit, who, why, difference, at) VALUES (?,?,?,?,?,?,?,?)",
            (self.tenant, kit.id, kit.version, text, who, why, difference.model_dump_json(), now()),
        )
        db.execute(
            "UPDATE brands SET name = ?, address = ?, version = ? WHERE tenant = ? AND id = ?",
            (kit.name.value, kit.address, kit.version, self.tenant, kit.id),
        )

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with opened(self.database) as db:
            yield db

    def _known(self, db: sqlite3.Connection) -> tuple[Known, ...]:
        rows = db.execute(
            "SELECT b.id, b.name, b.address, b.version, v.at FROM brands b JOIN versions v ON v.tenant = b.tenant "
            "AND v.brand = b.id AND v.version = b.version WHERE b.tenant = ? ORDER BY b.name COLLATE NOCASE, b.id",
            (self.tenant,),
        ).fetchall()
        return tuple(Known(row["id"], row["name"], row["address"], row["version"], row["at"]) for row in rows)

    def _exists(self, db: sqlite3.Connection, id_: str) -> bool:
        found = db.execute("SELECT 1 FROM brands WHERE tenant = ? AND id = ?", (self.tenant, id_)).fetchone()
        return found is not None

    def _kit(self, db: sqlite3.Connection, id_: str, version: int | None) -> BrandKit:
        row = db.execute(
            "SELECT kit FROM versions WHERE tenant = ? AND brand = ? AND (? IS NULL OR version = ?) "
            "ORDER BY version DESC LIMIT 1",
            (self.tenant, id_, version, version),
        ).fetchone()
        if row is not None:
            return _read(row["kit"], id_)
        match_brand(id_, self._known(db))
        raise UnknownBrand(f"The brand {id_!r} has no version {version}.")

    def _decisions(self, db: sqlite3.Connection, id_: str) -> tuple[Decision, ...]:
        rows = db.execute(
            "SELECT key, identity, value, status FROM decisions WHERE tenant = ? AND brand = ? ORDER BY at, rowid",
            (self.tenant, id_),
        ).fetchall()
        return tuple(Decision(row["key"], row["identity"], row["value"], row["status"]) for row in rows)

    def _check_files(self, kit: BrandKit) -> None:
        here = self.files(kit.id).digests()
        if lost := digests(kit.model_dump(mode="json")) - here:
            raise BrandError(
                f"{len(lost)} files of the brand {kit.id!r} went while it was learned, as when it is forgotten at the "
                "same time: learn it again."
            )

    def _needed(self, db: sqlite3.Connection, id_: str) -> frozenset[str]:
        """The files that any version of the kit names."""
        rows = db.execute("SELECT kit FROM versions WHERE tenant = ? AND brand = ?", (self.tenant, id_)).fetchall()
        return frozenset(digest for row in rows for digest in digests(json.loads(row["kit"])))

    def _remove_folder(self, id_: str) -> None:
        from brand_memory.forgetting import remove_folder

        remove_folder(self.folder(id_))


def _is_real(old: BrandKit, made: BrandKit, changes: Iterable[Change]) -> bool:
    """Whether there is anything to keep: what only stays as it was is none."""
    moved = any(getattr(old, part) != getattr(made, part) for part in _PLAIN_PARTS)
    return moved or any(change.what != "kept" for change in changes)


def digests(document: object) -> frozenset[str]:
    """The digest of every file that a kit's JSON names, wherever it stands."""
    if isinstance(document, dict):
        own = {document["digest"]} if isinstance(document.get("digest"), str) and "media_type" in document else set()
        return frozenset(own).union(*map(digests, document.values()))
    if isinstance(document, list | tuple):
        return frozenset().union(*map(digests, document))
    return frozenset()


def _read(text: str, id_: str) -> BrandKit:
    try:
        return BrandKit.model_validate_json(text)
    except ValueError as error:
        raise RecordsUnusable(
            f"The kit of the brand {id_!r} can not be read; it may be of a newer version of the agency."
        ) from error
