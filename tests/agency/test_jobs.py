"""The record of jobs: one owner each, released when it dies, nothing lost, nothing numbered twice."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from agency.commission import Commission
from agency.database import MIGRATIONS, opened
from agency.errors import DatabaseUnusable, HomeNotWritable
from agency.jobs import ATTEMPTS, QUIET_SECONDS, Jobs, write_progress
from renderers.processes import process_mark

ASKED = Commission(words="A lamp.")
OUT = Path("/anywhere/lamp.mp4")
CLAIM = (
    "import sys; from pathlib import Path; from agency.jobs import Jobs; "
    "print(Jobs(Path(sys.argv[1])).claim(sys.argv[2]), flush=True)"
)


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    return Jobs(tmp_path / "agency.db")


def set_columns(jobs: Jobs, id_: str, **columns: object) -> None:
    with opened(jobs.path) as db:
        for name, value in columns.items():
            db.execute(f"UPDATE jobs SET {name} = ? WHERE id = ?", (value, id_))


def test_a_job_goes_from_waiting_to_finished(jobs: Jobs) -> None:
    job = jobs.create(ASKED, OUT, "A lamp")
    assert (job.state, job.title, job.out) == ("waiting", "A lamp", str(OUT))
    assert jobs.commission(job.id) == ASKED
    assert jobs.claim(job.id)
    with opened(jobs.path) as db:
        assert write_progress(db, job.id, "Picture", 30, 300)
    running = jobs.find(job.id)
    assert running and (running.state, running.stage, running.done, running.total) == ("running", "Picture", 30, 300)
    assert running.owner == process_mark()
    jobs.finish(job.id, {"video": str(OUT)})
    finished = jobs.find(job.id)
    assert finished and (finished.state, finished.owner) == ("finished", "")
    assert jobs.result(job.id) == {"video": str(OUT)}
    assert not jobs.claim(job.id)


def test_asking_again_goes_on_with_what_is_unfinished(jobs: Jobs) -> None:
    first = jobs.create(ASKED, OUT, "A lamp")
    assert jobs.create(ASKED, OUT, "A lamp").id == first.id
    other = jobs.create(Commission(words="A chair."), OUT, "A chair")
    assert other.id != first.id
    jobs.claim(first.id)
    jobs.fail(first.id, "The disk is full.")
    elsewhere = jobs.create(ASKED, OUT.with_name("b.mp4"), "A lamp")
    assert (elsewhere.id, elsewhere.error, Path(elsewhere.out).name) == (first.id, "The disk is full.", "b.mp4")
    assert jobs.claim(first.id)
    assert Path(jobs.create(ASKED, OUT, "A lamp").out).name == "b.mp4", "one that runs keeps where it delivers to"
    jobs.finish(first.id, {})
    assert jobs.create(ASKED, OUT, "A lamp").id != first.id


def test_two_processes_never_hold_one_job(jobs: Jobs) -> None:
    job = jobs.create(ASKED, OUT, "A lamp")
    hold = f"{CLAIM}; sys.stdin.read()"
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", hold, jobs.path, job.id], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    said = [racer.stdout.readline().strip() for racer in racers if racer.stdout]
    assert sorted(said) == ["False", "False", "False", "True"]
    assert not jobs.claim(job.id)
    for racer in racers:
        racer.communicate()
    assert jobs.claim(job.id), "its owner has ended"


def test_the_job_of_a_killed_process_counts_as_stopped_and_can_be_claimed(jobs: Jobs) -> None:
    job = jobs.create(ASKED, OUT, "A lamp")
    subprocess.run([sys.executable, "-c", CLAIM, jobs.path, job.id], check=True, stdout=subprocess.DEVNULL)
    [stopped] = jobs.list()
    assert stopped.state == "stopped"
    assert "goes on from what is finished" in stopped.error
    assert jobs.used_since() == float("inf")
    assert jobs.claim(job.id)
    assert jobs.used_since() <= time.time()


def lose(jobs: Jobs, id_: str) -> None:
    """Let the job be claimed by a process that has ended since."""
    jobs.claim(id_)
    number, start, place = process_mark().split("-")
    set_columns(jobs, id_, owner=f"{number}-{int(start) - 1}-{place}")


def test_what_the_studio_lost_is_pending_until_it_was_lost_too_often(jobs: Jobs) -> None:
    job = jobs.create(ASKED, None, "A lamp")
    for _ in range(ATTEMPTS - 1):
        lose(jobs, job.id)
        [lost] = jobs.list()
        assert (lost.state, lost.pending) == ("stopped", True)
        assert jobs.next_of_studio() == job.id
    lose(jobs, job.id)
    assert not jobs.list()[0].pending
    assert jobs.next_of_studio() == ""


def test_who_delivers_elsewhere_is_not_begun_again_by_itself(jobs: Jobs) -> None:
    lose(jobs, jobs.create(ASKED, OUT, "A lamp").id)
    assert not jobs.list()[0].pending


@pytest.mark.parametrize("asked_again", [False, True])
def test_what_was_lost_and_then_stopped_stays_stopped(jobs: Jobs, *, asked_again: bool) -> None:
    job = jobs.create(ASKED, None, "A lamp")
    lose(jobs, job.id)
    if asked_again:
        assert jobs.create(ASKED, None, "A lamp").state == "waiting"
    jobs.ask_to_stop(job.id)
    assert (jobs.list()[0].state, jobs.list()[0].pending, jobs.next_of_studio()) == ("stopped", False, "")
    assert jobs.create(ASKED, None, "A lamp").pending, "it can be asked for again"
    assert jobs.next_of_studio() == job.id


def test_what_was_lost_while_it_was_being_stopped_stays_stopped(jobs: Jobs) -> None:
    job = jobs.create(ASKED, None, "A lamp")
    lose(jobs, job.id)
    set_columns(jobs, job.id, state="running", stopping=1, owner="1-1-" + process_mark().split("-")[2])
    assert (jobs.list()[0].state, jobs.next_of_studio()) == ("stopped", "")


def test_an_owner_with_the_same_number_but_another_start_is_dead(jobs: Jobs) -> None:
    job = jobs.create(ASKED, OUT, "A lamp")
    jobs.claim(job.id)
    number, start, place = process_mark().split("-")
    set_columns(jobs, job.id, owner=f"{number}-{int(start) - 1}-{place}")
    assert jobs.list()[0].state == "stopped"


def test_an_owner_that_can_not_be_seen_lives_as_long_as_it_beats(jobs: Jobs) -> None:
    job = jobs.create(ASKED, OUT, "A lamp")
    jobs.claim(job.id)
    set_columns(jobs, job.id, owner="17-4711-00000000")
    assert jobs.list()[0].state == "running"
    assert not jobs.claim(job.id)
    set_columns(jobs, job.id, beat=time.time() - QUIET_SECONDS - 1)
    assert jobs.claim(job.id)


def test_who_lost_a_job_can_not_end_it(jobs: Jobs) -> None:
    job = jobs.create(ASKED, OUT, "A lamp")
    jobs.claim(job.id)
    set_columns(jobs, job.id, owner="17-4711-00000000")
    jobs.finish(job.id, {"video": "mine"})
    assert jobs.list()[0].state == "running"
    with opened(jobs.path) as db:
        assert not write_progress(db, job.id, "Picture", 1, 2)


def test_a_stop_is_heard_with_the_next_sign_of_life(jobs: Jobs) -> None:
    job = jobs.create(ASKED, OUT, "A lamp")
    jobs.claim(job.id)
    jobs.ask_to_stop(job.id)
    with opened(jobs.path) as db:
        assert not write_progress(db, job.id, "Picture", 1, 2)
    jobs.stop(job.id)
    assert jobs.list()[0].state == "stopped"
    assert jobs.claim(job.id)
    assert not jobs.list()[0].stopping


def test_work_goes_on_where_the_record_is_lost(jobs: Jobs) -> None:
    with opened(jobs.path) as db:
        assert write_progress(db, "00000000", "Picture", 1, 2)


def test_a_draft_is_numbered_once_a_job_and_no_number_is_given_twice(jobs: Jobs) -> None:
    first, second = jobs.create(ASKED, OUT, ""), jobs.create(Commission(words="B"), OUT, "")
    assert jobs.number_draft(first.id, "lamp-1", 0, 300) == 1
    assert jobs.number_draft(second.id, "lamp-1", 0, 300) == 2
    assert jobs.number_draft(first.id, "lamp-1", 0, 300) == 1
    assert jobs.number_draft(first.id, "lamp-1", 7, 300) == 1
    third = jobs.create(Commission(words="C"), OUT, "")
    assert jobs.number_draft(third.id, "lamp-1", 7, 240) == 8
    assert jobs.number_draft(third.id, "chair-2", 0, 240) == 1
    assert [job.frames for job in jobs.list() if job.id == third.id] == [240]


def test_a_job_is_found_by_a_beginning_that_fits_one_only(jobs: Jobs) -> None:
    ids = [jobs.create(Commission(words=str(n)), OUT, "").id for n in range(3)]
    set_columns(jobs, ids[0], id="abc11111")
    set_columns(jobs, ids[1], id="abd22222")
    found = jobs.find("abc")
    assert found and found.id == "abc11111"
    assert jobs.find("ab") is None
    assert jobs.find("") is None


def test_the_oldest_ended_jobs_are_forgotten(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agency.jobs.REMEMBERED", 3)
    waiting = jobs.create(Commission(words="first"), OUT, "")
    for number in range(6):
        job = jobs.create(Commission(words=str(number)), OUT, "")
        jobs.claim(job.id)
        jobs.finish(job.id, {})
    kept = jobs.list()
    assert len(kept) <= 5
    assert waiting.id in {job.id for job in kept}, "one that waits is never forgotten"


def test_tallies_add_up(jobs: Jobs) -> None:
    assert jobs.tally("bytes", add=5) is None
    assert jobs.tally("bytes", set_to=10) == 10
    assert jobs.tally("bytes", add=5) == 15
    assert jobs.tally("bytes") == 15


def test_a_file_from_before_is_brought_up_to_date_and_a_newer_one_refused(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = jobs.create(ASKED, OUT, "A lamp")
    monkeypatch.setattr(
        "agency.database.MIGRATIONS", (*MIGRATIONS, "ALTER TABLE jobs ADD COLUMN mood TEXT DEFAULT 'calm'")
    )
    with opened(jobs.path) as db:
        assert [tuple(row) for row in db.execute("SELECT id, mood FROM jobs")] == [(kept.id, "calm")]
    monkeypatch.undo()
    with pytest.raises(DatabaseUnusable, match="newer version"):
        jobs.list()


def test_a_migration_that_fails_changes_nothing(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs.create(ASKED, OUT, "A lamp")
    broken = "ALTER TABLE jobs ADD COLUMN mood TEXT; ALTER TABLE nowhere ADD COLUMN mood TEXT"
    monkeypatch.setattr("agency.database.MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(sqlite3.DatabaseError):
        jobs.list()
    monkeypatch.undo()
    assert len(jobs.list()) == 1


def test_a_damaged_file_is_told_in_one_sentence(jobs: Jobs) -> None:
    jobs.path.write_bytes(b"this is no database, however long it is" * 100)
    with pytest.raises(DatabaseUnusable, match="is damaged .*move it away"):
        jobs.list()


def test_a_file_that_can_not_be_opened_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(HomeNotWritable, match="set AGENCY_HOME"):
        Jobs(tmp_path / "nowhere" / "agency.db").list()
