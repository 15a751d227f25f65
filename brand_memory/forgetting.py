"""Forgetting a brand: its records, files and memories go, and their bytes with them."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brand_memory.errors import BrandBusy, BrandError
from brand_memory.index_store import IndexStore
from brand_memory.locking import Lock
from brand_memory.naming import match_brand
from brand_memory.tables import compact, opened, transaction

if TYPE_CHECKING:
    from brand_memory.records import BrandRecords

_PATIENCE = 5.0
"""Seconds to wait for whoever else has the brand or the index open."""


@dataclass(frozen=True)
class Forgotten:
    """What went. `complete` is false where another program still has the index or the record open.

    The rest then goes when that program next looks, or with `finish_forgetting`.
    """

    id: str
    versions: int
    files: int
    bytes: int
    memories: int
    complete: bool


def forget(records: BrandRecords, id_: str) -> Forgotten:
    """What was removed of a brand: every version, decision, file and memory. Nothing of it can be had back.

    A process killed meanwhile has not half-forgotten: the next one finishes. Raises `UnknownBrand`, and `BrandBusy`
    while the brand is being learned.
    """
    folder = records.folder(id_)
    known = records.brands()
    if not any(brand.id == id_ for brand in known) and not (folder / "files").is_dir():
        match_brand(id_, known)
    busy = BrandBusy(f"The brand {id_!r} is being learned by another program: wait until that is done, then forget it.")
    with Lock(folder / "learning.lock").held(busy, _PATIENCE):
        sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
        with opened(records.database) as db:
            owner = (records.tenant, id_)
            with transaction(db):
                counts = [
                    int(db.execute(f"SELECT count(*) FROM {table} WHERE tenant = ? AND brand = ?", owner).fetchone()[0])
                    for table in ("versions", "fragments")
                ]
                db.execute("INSERT OR REPLACE INTO forgetting (tenant, id) VALUES (?, ?)", owner)
                _delete(db, *owner)
        remove_folder(folder)
    complete = finish_forgetting(records.root)
    return Forgotten(id_, counts[0], len(sizes) - 1, sum(sizes), counts[1], complete)


def finish_forgetting(root: Path, store: IndexStore | None = None) -> bool:
    """Whether nothing is left of all brands that were to be forgotten; finishes what a killed process began.

    `store` is that of the process itself, where it has the index open and so has the right to empty it.
    """
    with opened(root / "brands.db") as db:
        pending = [(row["tenant"], row["id"]) for row in db.execute("SELECT tenant, id FROM forgetting").fetchall()]
        if not pending:
            return True
        from brand_memory.naming import LOCAL

        for tenant, id_ in pending:
            with transaction(db):
                _delete(db, tenant, id_)
            remove_folder(root / (id_ if tenant == LOCAL else f"{tenant}+{id_}"))
        if not (store or IndexStore(root)).remove(_PATIENCE) or not compact(db):
            return False
        with transaction(db):
            db.executemany("DELETE FROM forgetting WHERE tenant = ? AND id = ?", pending)
        return compact(db)


def remove_folder(folder: Path) -> None:
    """Remove a brand's folder with all it holds. Raises `BrandError` where something in it can not be removed."""
    if not folder.exists():
        return
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        with contextlib.suppress(OSError):
            shutil.rmtree(folder)
    except OSError as error:
        raise BrandError(f"Could not remove {str(folder)!r} ({error.strerror or error}): remove it by hand.") from error


def _delete(db: sqlite3.Connection, tenant: str, id_: str) -> None:
    """All rows of a brand; those that hang from it go with it."""
    db.execute("DELETE FROM brands WHERE tenant = ? AND id = ?", (tenant, id_))
