"""The SQLite file of all brands: how it is opened, what tables it has, and how older ones are brought up to date."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from brand_memory.errors import RecordsUnusable

BUSY_SECONDS = 20.0
"""How long a write waits for another process's."""

MIGRATIONS = (
    """
    CREATE TABLE brands (
        tenant TEXT NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        address TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        PRIMARY KEY (tenant, id)
    );
    CREATE TABLE versions (
        tenant TEXT NOT NULL,
        brand TEXT NOT NULL,
        version INTEGER NOT NULL,
        kit TEXT NOT NULL,
        who TEXT NOT NULL,
        why TEXT NOT NULL,
        difference TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (tenant, brand, version),
        FOREIGN KEY (tenant, brand) REFERENCES brands (tenant, id) ON DELETE CASCADE
    );
    CREATE TRIGGER versions_stay BEFORE UPDATE ON versions
        BEGIN SELECT RAISE(ABORT, 'a version of a kit never changes'); END;
    CREATE TABLE decisions (
        tenant TEXT NOT NULL,
        brand TEXT NOT NULL,
        key TEXT NOT NULL,
        identity TEXT NOT NULL,
        value TEXT NOT NULL,
        status TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (tenant, brand, key, identity),
        FOREIGN KEY (tenant, brand) REFERENCES brands (tenant, id) ON DELETE CASCADE
    );
    CREATE TABLE fragments (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        tenant TEXT NOT NULL,
        brand TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        source TEXT NOT NULL,
        learned INTEGER NOT NULL,
        at TEXT NOT NULL,
        FOREIGN KEY (tenant, brand) REFERENCES brands (tenant, id) ON DELETE CASCADE
    );
    CREATE INDEX fragments_of ON fragments (tenant, kind, brand);
    CREATE TABLE vectors (
        fragment INTEGER NOT NULL REFERENCES fragments (seq) ON DELETE CASCADE,
        embedder TEXT NOT NULL,
        vector BLOB NOT NULL,
        PRIMARY KEY (fragment, embedder)
    );
    CREATE TABLE forgetting (tenant TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tenant, id))
    """,
)
"""What brings a file of version n to version n + 1; `PRAGMA user_version` tells how many were applied."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection with all tables there, closed afterwards; every statement stands for itself, see `transaction`.

    What is deleted is overwritten on disk. Raises `RecordsUnusable` in place of what SQLite raises where a person can
    do something about it.
    """
    connection: sqlite3.Connection | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        # A person's word is on the disk before it is said to be kept, power cuts included.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        _migrate(connection, path)
        yield connection
    except sqlite3.DatabaseError as error:
        if told := _told(error, path):
            raise told from error
        raise
    except OSError as error:
        raise RecordsUnusable(
            f"The brands are kept in {str(path.parent)!r}, but that can not be written ({error.strerror or error}): "
            "free it, or set AGENCY_HOME to a folder of yours."
        ) from error
    finally:
        if connection is not None:
            connection.close()


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All statements of the block or none, and no other writer between them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def compact(connection: sqlite3.Connection) -> bool:
    """Write the file anew without what was deleted, and empty its log; whether no other program stood against it."""
    try:
        connection.execute("VACUUM")
        blocked, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    return not blocked


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection) == len(MIGRATIONS):
        return
    with transaction(connection):
        version = _version(connection)
        if version > len(MIGRATIONS):
            raise RecordsUnusable(
                f"{str(path)!r} was written by a newer version of the agency; use that one, or set AGENCY_HOME to "
                "another folder."
            )
        for number, script in enumerate(MIGRATIONS[version:], version + 1):
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; those of a trigger hold semicolons themselves."""
    statement = ""
    for part in script.split(";"):
        statement += part
        if statement.strip() and sqlite3.complete_statement(statement + ";"):
            yield statement
            statement = ""
        else:
            statement += ";"


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _told(error: sqlite3.DatabaseError, path: Path) -> RecordsUnusable | None:
    """`error` told in a sentence; None where it is a fault of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return RecordsUnusable(f"Could not write to {str(path)!r}: {error}. Free some space and run it again.")
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return RecordsUnusable(
            f"The record of brands {str(path)!r} can not be written ({error}): free it, or set AGENCY_HOME to a folder "
            "of yours."
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return RecordsUnusable(
            f"The record of brands {str(path)!r} is damaged ({error}): put a copy of it back, or move it away and "
            "learn the brands again."
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RecordsUnusable(
            f"The record of brands {str(path)!r} was held by another program for {BUSY_SECONDS:.0f} seconds: end that "
            "program and run it again."
        )
    return None
