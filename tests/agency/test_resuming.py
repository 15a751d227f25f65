"""`agency resume` finds what was said but not begun: the process ended between the two."""

from __future__ import annotations

from agency.desk import Desk
from agency.home import home
from agency.job_commands import _unbegun
from agency.jobs import Jobs
from agency.productions import DraftRecord, keep_record
from agency.progress import StageTimes
from agency.revisions import begin_production, current, revise
from agency.settings import load_settings
from agency.writing import plan_source
from tools.patches import SetMusic
from tools.source import Words


def test_a_revision_that_was_recorded_without_a_job_gets_one():
    settings = load_settings()
    place = home(settings)
    jobs = Jobs(place.database)
    work = begin_production(place, plan_source(Words("6 seconds about tea"), {}, Desk(settings, place), StageTimes()))
    assert _unbegun(place, jobs, settings) is None, "a plan waits for approval"
    work.drafts.mkdir()
    work.video(1).touch()
    shown = current(place, work.id)
    keep_record(work.video(1), DraftRecord(storyboard=shown.storyboard, revision=shown.number, quality="animatic"))
    assert _unbegun(place, jobs, settings) is None, "what is wanted is made"
    made = revise(place, work.id, "calm music", [SetMusic(mood="calm")])
    job = _unbegun(place, jobs, settings)
    assert job is not None
    asked = jobs.commission(job.id)
    assert (asked.production, asked.revision, asked.said["quality"]) == (work.id, made.number, "animatic")
    assert _unbegun(place, jobs, settings) is None, "its job is begun"
