"""The SQLite file of the home: how it is opened, what tables it has, and how older ones are brought up to date."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from agency.errors import DatabaseUnusable, HomeNotWritable
from renderers.errors import NoSpace

BUSY_SECONDS = 20.0
"""How long a write waits for another process's."""

MIGRATIONS = (
    """
    CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        key TEXT NOT NULL,
        commission TEXT NOT NULL,
        title TEXT NOT NULL,
        out TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting',
        stage TEXT NOT NULL DEFAULT '',
        done REAL NOT NULL DEFAULT 0,
        total REAL NOT NULL DEFAULT 0,
        frames INTEGER NOT NULL DEFAULT 0,
        production TEXT NOT NULL DEFAULT '',
        draft INTEGER NOT NULL DEFAULT 0,
        owner TEXT NOT NULL DEFAULT '',
        beat REAL NOT NULL DEFAULT 0,
        stopping INTEGER NOT NULL DEFAULT 0,
        created REAL NOT NULL,
        started REAL NOT NULL DEFAULT 0,
        ended REAL NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT '',
        result TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX jobs_by_key ON jobs (key);
    CREATE INDEX jobs_by_state ON jobs (state);
    CREATE TABLE tallies (name TEXT PRIMARY KEY, value REAL NOT NULL);
    """,
    """
    ALTER TABLE jobs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
    """,
    # The chat's own record, in the columns that Chainlit writes and reads.
    """
    CREATE TABLE users (
        "id" TEXT PRIMARY KEY,
        "identifier" TEXT NOT NULL UNIQUE,
        "createdAt" TEXT,
        "metadata" TEXT NOT NULL
    );
    CREATE TABLE threads (
        "id" TEXT PRIMARY KEY,
        "createdAt" TEXT,
        "name" TEXT,
        "userId" TEXT,
        "userIdentifier" TEXT,
        "tags" TEXT,
        "metadata" TEXT
    );
    CREATE TABLE steps (
        "id" TEXT PRIMARY KEY,
        "name" TEXT NOT NULL,
        "type" TEXT NOT NULL,
        "threadId" TEXT NOT NULL,
        "parentId" TEXT,
        "streaming" INTEGER NOT NULL,
        "waitForAnswer" INTEGER,
        "isError" INTEGER,
        "metadata" TEXT,
        "tags" TEXT,
        "input" TEXT,
        "output" TEXT,
        "createdAt" TEXT,
        "command" TEXT,
        "modes" TEXT,
        "start" TEXT,
        "end" TEXT,
        "generation" TEXT,
        "showInput" TEXT,
        "language" TEXT,
        "indent" INTEGER,
        "defaultOpen" INTEGER,
        "autoCollapse" INTEGER,
        "icon" TEXT,
        "feedback" TEXT
    );
    CREATE INDEX steps_by_thread ON steps ("threadId");
    CREATE TABLE elements (
        "id" TEXT PRIMARY KEY,
        "threadId" TEXT,
        "type" TEXT,
        "url" TEXT,
        "chainlitKey" TEXT,
        "name" TEXT NOT NULL,
        "display" TEXT,
        "objectKey" TEXT,
        "size" TEXT,
        "page" INTEGER,
        "language" TEXT,
        "forId" TEXT,
        "mime" TEXT,
        "props" TEXT,
        "autoPlay" INTEGER,
        "playerConfig" TEXT,
        "path" TEXT
    );
    CREATE INDEX elements_by_thread ON elements ("threadId");
    CREATE TABLE feedbacks (
        "id" TEXT PRIMARY KEY,
        "forId" TEXT NOT NULL,
        "threadId" TEXT,
        "value" INTEGER NOT NULL,
        "comment" TEXT
    );
    """,
    """
    CREATE TABLE reviews (
        id INTEGER PRIMARY KEY,
        content TEXT NOT NULL,
        policy TEXT NOT NULL,
        verdict TEXT NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL,
        needed INTEGER NOT NULL DEFAULT 1,
        approvers TEXT NOT NULL DEFAULT '[]',
        note TEXT NOT NULL DEFAULT '',
        created REAL NOT NULL,
        decided REAL NOT NULL DEFAULT 0,
        UNIQUE (content, policy)
    );
    CREATE TABLE audit (
        at REAL NOT NULL,
        review INTEGER NOT NULL,
        event TEXT NOT NULL,
        who TEXT NOT NULL,
        told TEXT NOT NULL DEFAULT ''
    );
    """,
    """
    CREATE TABLE consents (id TEXT PRIMARY KEY, document TEXT NOT NULL, signature TEXT NOT NULL);
    CREATE TABLE consent_events (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at REAL NOT NULL,
        consent TEXT NOT NULL,
        event TEXT NOT NULL,
        who TEXT NOT NULL,
        told TEXT NOT NULL DEFAULT '',
        content TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX consent_events_by_consent ON consent_events (consent);
    CREATE TABLE consent_requests (
        id TEXT PRIMARY KEY,
        secret TEXT NOT NULL UNIQUE,
        asked TEXT NOT NULL,
        words TEXT NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'open',
        told TEXT NOT NULL DEFAULT '',
        created REAL NOT NULL,
        ends REAL NOT NULL
    );
    CREATE TABLE consent_prints (at REAL NOT NULL, print BLOB NOT NULL);
    """,
    """
    CREATE TABLE owners (production TEXT PRIMARY KEY, user TEXT NOT NULL);
    """,
)
"""What brings a file of version n to version n + 1; `PRAGMA user_version` tells how many were applied."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection with all tables there, closed afterwards; every statement stands for itself, see `transaction`.

    Raises `DatabaseUnusable`, `NoSpace` and `HomeNotWritable` in place of what SQLite raises.
    """
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        # Readers and one writer side by side; after a power cut the last words may be missing, never the file.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        _migrate(connection, path)
        yield connection
    except sqlite3.DatabaseError as error:
        if told := _told(error, path):
            raise told from error
        raise
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


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection) == len(MIGRATIONS):
        return
    with transaction(connection):
        version = _version(connection)
        if version > len(MIGRATIONS):
            raise DatabaseUnusable(
                f"{str(path)!r} was written by a newer version of the agency; use that one, or set AGENCY_HOME to "
                "another folder."
            )
        for number, script in enumerate(MIGRATIONS[version:], version + 1):
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _told(error: sqlite3.DatabaseError, path: Path) -> Exception | None:
    """`error` as one of ours, told in a sentence; None where it is a fault of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return NoSpace(f"Could not write to {str(path)!r}: {error}. Free some space and run it again.")
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return HomeNotWritable(
            f"The agency keeps its record of jobs in {str(path)!r}, but that can not be written ({error}): free it, or "
            "set AGENCY_HOME to a folder of yours."
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DatabaseUnusable(
            f"The record of jobs {str(path)!r} is damaged ({error}); move it away and run it again: productions and "
            "takes lie beside it and are kept."
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DatabaseUnusable(
            f"The record of jobs {str(path)!r} was held by another program for {BUSY_SECONDS:.0f} seconds; end that "
            "program and run it again."
        )
    return None
