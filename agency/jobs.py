"""The record of jobs: what was asked, who works on it, how far it is, and what came of it.

A job belongs to the process that claimed it, by `renderers.processes.process_mark`. Where that process has ended, the
job counts as stopped and anybody may claim it; two processes never hold the same job.
"""

from __future__ import annotations

import json
import sqlite3
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from agency.database import opened, transaction
from renderers.processes import is_alive, process_mark

if TYPE_CHECKING:
    from agency.commission import Commission

State = Literal["waiting", "running", "finished", "failed", "stopped"]

QUIET_SECONDS = 30.0
"""How old the last beat of an owner may be that can not be seen from here (another container) to count as alive."""

REMEMBERED = 500
"""Ended jobs that are remembered."""

ATTEMPTS = 3
"""How often a job is begun by itself whose process was ended from outside."""

_INTERRUPTED = "The process that worked on it was ended; `agency resume` goes on from what is finished."


@dataclass(frozen=True)
class Job:
    """A job as it stands. Times are seconds since 1970, 0 for not yet; `error` is a sentence.

    `done` of `total` counts in the stage's own unit; `frames` is the length of the programme, 0 until it is known.
    """

    id: str
    key: str
    title: str
    out: str
    state: State
    stage: str
    done: float
    total: float
    frames: int
    production: str
    draft: int
    owner: str
    beat: float
    stopping: bool
    created: float
    started: float
    ended: float
    error: str
    attempts: int

    @property
    def pending(self) -> bool:
        """Whether it comes to something without being asked for again: it waits, runs, or lost its process in the
        studio, which begins it once more.
        """
        again = self.state == "stopped" and self.error == _INTERRUPTED and not self.out and not self.stopping
        return self.state in ("waiting", "running") or (again and self.attempts < ATTEMPTS)


_COLUMNS = ", ".join(field.name for field in fields(Job))


class Jobs:
    """The jobs in the database file `path`. Every call stands for itself and may come from any process or thread."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self, asked: Commission, out: Path | None, title: str) -> Job:
        """The job for `asked`: the unfinished one there is, else a new one that waits. It delivers to `out`.

        A job that runs keeps where it delivers to. One that delivers nowhere (None) is the studio's to make, see
        `next_of_studio`; its draft stays in the production.
        """
        there = str(out) if out else ""
        with opened(self.path) as db, transaction(db):
            _release_dead(db)
            found = db.execute(
                # What is being stopped can not be asked to go on: it may have heard already.
                "SELECT id, state FROM jobs WHERE key = ? AND state != 'finished' "
                "AND NOT (state = 'running' AND stopping) ORDER BY created DESC",
                (asked.key,),
            ).fetchone()
            if found is None:
                id_ = uuid.uuid4().hex[:8]
                _forget_oldest(db)
                db.execute(
                    "INSERT INTO jobs (id, key, commission, title, out, created) VALUES (?, ?, ?, ?, ?, ?)",
                    (id_, asked.key, asked.model_dump_json(by_alias=True), title, there, time.time()),
                )
            else:
                id_ = found["id"]
                if found["state"] != "running":
                    db.execute(
                        "UPDATE jobs SET out = ?, stopping = 0, attempts = 0, "
                        "state = iif(? = '', 'waiting', state) WHERE id = ?",
                        (there, there, id_),
                    )
            return _job(db, id_)

    def claim(self, id_: str) -> bool:
        """Make the job this process's own and running; False where another has it, or it is finished."""
        with opened(self.path) as db, transaction(db):
            _release_dead(db)
            now = time.time()
            taken = db.execute(
                "UPDATE jobs SET state = 'running', owner = ?, beat = ?, started = ?, ended = 0, stopping = 0, "
                "stage = '', done = 0, total = 0, error = '', attempts = attempts + 1 "
                "WHERE id = ? AND state IN ('waiting', 'stopped', 'failed')",
                (process_mark(), now, now, id_),
            )
            return taken.rowcount == 1

    def next_of_studio(self) -> str:
        """The id of the job that the studio makes next, empty where none waits: an animatic first, else the oldest.

        A job whose process was ended waits again, but not more than `ATTEMPTS` times: it may be what ends it.
        """
        with opened(self.path) as db, transaction(db):
            _release_dead(db)
            row = db.execute(
                "SELECT id FROM jobs WHERE out = '' AND (state = 'waiting' "
                "OR (state = 'stopped' AND error = ? AND NOT stopping AND attempts < ?)) "
                "ORDER BY json_extract(commission, '$.said.quality') IS NOT 'animatic', created LIMIT 1",
                (_INTERRUPTED, ATTEMPTS),
            ).fetchone()
            return str(row["id"]) if row else ""

    def number_draft(self, id_: str, production: str, drafts: int, frames: int) -> int:
        """The number of the job's draft: the one it has, else the next after those on disk (`drafts`) and promised."""
        with opened(self.path) as db, transaction(db):
            row = db.execute("SELECT production, draft FROM jobs WHERE id = ?", (id_,)).fetchone()
            number = int(row["draft"]) if row and row["production"] == production else 0
            if not number:
                promised = db.execute("SELECT max(draft) FROM jobs WHERE production = ?", (production,)).fetchone()[0]
                number = max(drafts, promised or 0) + 1
            db.execute(
                "UPDATE jobs SET production = ?, draft = ?, frames = ? WHERE id = ?", (production, number, frames, id_)
            )
            return number

    def finish(self, id_: str, result: dict[str, Any]) -> None:
        """End the job with its result."""
        self._end(id_, "finished", result=json.dumps(result, ensure_ascii=False, default=str))

    def fail(self, id_: str, sentence: str) -> None:
        """End the job with a sentence that says why."""
        self._end(id_, "failed", error=sentence)

    def stop(self, id_: str) -> None:
        """End the job for now; it can be claimed again."""
        self._end(id_, "stopped", error="It was stopped; `agency resume` goes on from what is finished.")

    def ask_to_stop(self, id_: str) -> None:
        """Ask the job's owner to stop; a job without one is stopped at once, and not begun again by itself."""
        with opened(self.path) as db, transaction(db):
            _release_dead(db)
            db.execute(
                "UPDATE jobs SET stopping = 1, state = iif(state = 'waiting', 'stopped', state) "
                "WHERE id = ? AND state IN ('waiting', 'running', 'stopped')",
                (id_,),
            )

    def list(self) -> list[Job]:
        """All jobs, the newest first."""
        with opened(self.path) as db:
            _release_dead(db)
            return [_read(row) for row in db.execute(f"SELECT {_COLUMNS} FROM jobs ORDER BY created DESC")]

    def find(self, id_: str) -> Job | None:
        """The job with this id, or with this beginning of an id where there is one only."""
        fitting = [job for job in self.list() if job.id == id_] or [j for j in self.list() if j.id.startswith(id_)]
        return fitting[0] if len(fitting) == 1 and id_ else None

    def commission(self, id_: str) -> Commission:
        """What was asked of the job."""
        from agency.commission import Commission

        return Commission.model_validate_json(self._text(id_, "commission"))

    def result(self, id_: str) -> dict[str, Any]:
        """What a finished job came to; empty for any other."""
        result: dict[str, Any] = json.loads(self._text(id_, "result") or "{}")
        return result

    def used_since(self) -> float:
        """When the oldest of the running jobs began, in seconds since 1970; infinite where none runs."""
        return min((job.started for job in self.list() if job.state == "running"), default=float("inf"))

    def tally(self, name: str, add: float | None = None, *, set_to: float | None = None) -> float | None:
        """A number kept beside the jobs, once `add` was added or it was `set_to`; None where it was never set."""
        with opened(self.path) as db, transaction(db):
            if set_to is not None:
                db.execute("INSERT OR REPLACE INTO tallies (name, value) VALUES (?, ?)", (name, set_to))
            if add is not None:
                db.execute("UPDATE tallies SET value = value + ? WHERE name = ?", (add, name))
            row = db.execute("SELECT value FROM tallies WHERE name = ?", (name,)).fetchone()
            return None if row is None else float(row["value"])

    def _end(self, id_: str, state: State, *, error: str = "", result: str = "") -> None:
        with opened(self.path) as db:
            db.execute(
                "UPDATE jobs SET state = ?, error = ?, result = ?, ended = ?, owner = '' WHERE id = ? AND owner = ?",
                (state, error, result, time.time(), id_, process_mark()),
            )

    def _text(self, id_: str, column: str) -> str:
        with opened(self.path) as db:
            return str(db.execute(f"SELECT {column} FROM jobs WHERE id = ?", (id_,)).fetchone()[0])


def write_progress(db: sqlite3.Connection, id_: str, stage: str, done: float, total: float) -> bool:
    """Note a sign of life of a job of ours and how far it is; whether it shall go on.

    It shall not where somebody asked it to stop, or where the job is no longer ours.
    """
    db.execute(
        "UPDATE jobs SET stage = ?, done = ?, total = ?, beat = ? WHERE id = ? AND owner = ?",
        (stage, done, total, time.time(), id_, process_mark()),
    )
    row = db.execute("SELECT stopping, owner FROM jobs WHERE id = ?", (id_,)).fetchone()
    # Where the whole record has gone, the work is still wanted.
    return row is None or (not row["stopping"] and row["owner"] == process_mark())


def _release_dead(db: sqlite3.Connection, alive: Callable[[str], bool | None] = is_alive) -> None:
    """Mark as stopped what belongs to processes that have ended."""
    for row in db.execute("SELECT id, owner, beat FROM jobs WHERE state = 'running'").fetchall():
        living = alive(row["owner"])
        if living is None:
            living = time.time() - row["beat"] < QUIET_SECONDS
        if not living:
            db.execute(
                "UPDATE jobs SET state = 'stopped', owner = '', error = ?, ended = beat WHERE id = ? AND owner = ?",
                (_INTERRUPTED, row["id"], row["owner"]),
            )


def _forget_oldest(db: sqlite3.Connection) -> None:
    db.execute(
        "DELETE FROM jobs WHERE state IN ('finished', 'failed', 'stopped') AND id NOT IN "
        "(SELECT id FROM jobs ORDER BY created DESC LIMIT ?)",
        (REMEMBERED,),
    )


def _job(db: sqlite3.Connection, id_: str) -> Job:
    return _read(db.execute(f"SELECT {_COLUMNS} FROM jobs WHERE id = ?", (id_,)).fetchone())


def _read(row: sqlite3.Row) -> Job:
    return Job(**{**dict(row), "stopping": bool(row["stopping"])})
