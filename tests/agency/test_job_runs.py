"""Jobs at work: recorded however they end, followed from elsewhere, stopped from elsewhere."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agency.commission import Commission, commission
from agency.errors import JobFailed
from agency.home import home
from agency.job_progress import JobProgress
from agency.job_runs import complete_job, follow_job
from agency.jobs import Job, Jobs
from agency.progress import StageTimes
from agency.settings import load_settings
from renderers.errors import NoSpace
from tools.source import Words

Work = Callable[[JobProgress], object]


class Telling(StageTimes):
    """Keeps what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def begin(self, stage: str) -> None:
        super().begin(stage)
        self.told.append(stage)

    def say(self, sentence: str) -> None:
        self.told.append(sentence)


@pytest.fixture
def jobs() -> Jobs:
    return Jobs(home(load_settings()).database)


@pytest.fixture
def job(jobs: Jobs, tmp_path: Path) -> Job:
    return jobs.create(commission(Words("A lamp."), {}, load_settings()), tmp_path / "out.mp4", "A lamp")


@pytest.fixture
def works(monkeypatch: pytest.MonkeyPatch) -> Callable[[Work], None]:
    """Put some work in the place of making a draft; the draft itself is a few bytes."""

    def put(work: Work) -> None:
        def make(asked: Commission, name: str, number: Any, desk: Any, reporter: JobProgress) -> dict[str, Any]:
            work(reporter)
            draft = number("lamp-1", 0, 300)
            drafts = desk.home.production("lamp-1") / "drafts"
            drafts.mkdir(parents=True, exist_ok=True)
            for suffix in ("mp4", "png"):
                (drafts / f"{draft}.{suffix}").write_text(suffix)
            return {"production": "lamp-1", "draft": draft, "captions": {"srt": None}}

        monkeypatch.setattr("agency.job_runs.make_draft", make)

    return put


def standing(jobs: Jobs, job: Job) -> Job:
    found = jobs.find(job.id)
    assert found
    return found


def test_a_job_that_is_done_is_delivered_and_recorded(
    jobs: Jobs, job: Job, tmp_path: Path, works: Callable[[Work], None]
) -> None:
    works(lambda progress: progress.begin("Picture"))
    result = complete_job(job.id, tmp_path / "out.mp4", load_settings(), StageTimes())
    assert (tmp_path / "out.mp4").read_text() == "mp4"
    assert (result["job"], result["draft"], result["video"]) == (job.id, 1, str(tmp_path / "out.mp4"))
    assert standing(jobs, job).state == "finished"
    assert jobs.result(job.id) == result


@pytest.mark.parametrize(
    ("error", "state", "said"),
    [
        (NoSpace("The disk\nis full."), "failed", "The disk is full."),
        (ZeroDivisionError("by zero"), "failed", "a fault of ours (ZeroDivisionError: by zero)"),
        (KeyboardInterrupt(), "stopped", "goes on from what is finished"),
    ],
)
def test_a_job_that_breaks_off_is_recorded_and_goes_on_when_asked_again(
    jobs: Jobs,
    job: Job,
    tmp_path: Path,
    works: Callable[[Work], None],
    error: BaseException,
    state: str,
    said: str,
) -> None:
    def fail(progress: JobProgress) -> None:
        raise error

    works(fail)
    with pytest.raises(type(error)):
        complete_job(job.id, tmp_path / "out.mp4", load_settings(), StageTimes())
    ended = standing(jobs, job)
    assert ended.state == state
    assert said in ended.error
    works(lambda progress: None)
    assert complete_job(job.id, tmp_path / "out.mp4", load_settings(), StageTimes())["draft"] == 1


def test_a_second_process_follows_and_ends_with_the_same(
    jobs: Jobs, job: Job, tmp_path: Path, works: Callable[[Work], None]
) -> None:
    go_on = threading.Event()

    def work(progress: JobProgress) -> None:
        progress.begin("Picture")
        progress.advance(30, 300)
        assert go_on.wait(20)

    works(work)
    first: list[dict[str, Any]] = []
    worker = threading.Thread(
        target=lambda: first.append(complete_job(job.id, tmp_path / "a.mp4", load_settings(), StageTimes()))
    )
    worker.start()
    while standing(jobs, job).stage != "Picture":
        time.sleep(0.05)
    telling = Telling()
    threading.Timer(0.8, go_on.set).start()
    second = complete_job(job.id, tmp_path / "b.mp4", load_settings(), telling)
    worker.join()
    assert telling.told[0].startswith(f"Another process is making this already (job {job.id})")
    assert "Picture" in telling.told
    assert {**second, "video": "", "poster": ""} == {**first[0], "video": "", "poster": ""}
    assert (tmp_path / "a.mp4").read_text() == (tmp_path / "b.mp4").read_text() == "mp4"
    assert second["video"] == str(tmp_path / "b.mp4")


def test_who_follows_hears_of_a_failure(jobs: Jobs, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs.claim(job.id)
    threading.Timer(0.5, lambda: jobs.fail(job.id, "The disk is full.")).start()
    with pytest.raises(JobFailed, match="The disk is full"):
        complete_job(job.id, tmp_path / "out.mp4", load_settings(), StageTimes())


def test_a_job_that_is_forgotten_meanwhile_is_told(jobs: Jobs) -> None:
    with pytest.raises(JobFailed, match="no longer recorded"):
        follow_job("00000000", jobs, StageTimes())


def test_a_stop_from_elsewhere_is_like_ctrl_c(
    jobs: Jobs, job: Job, tmp_path: Path, works: Callable[[Work], None]
) -> None:
    def work(progress: JobProgress) -> None:
        progress.begin("Picture")
        jobs.ask_to_stop(job.id)
        time.sleep(30)

    works(work)
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        complete_job(job.id, tmp_path / "out.mp4", load_settings(), StageTimes())
    assert time.monotonic() - begun < 20, "it was awoken"
    assert standing(jobs, job).state == "stopped"


def test_work_in_another_thread_hears_of_a_stop_when_it_next_reports(
    jobs: Jobs, job: Job, tmp_path: Path, works: Callable[[Work], None]
) -> None:
    def work(progress: JobProgress) -> None:
        progress.begin("Picture")
        jobs.ask_to_stop(job.id)
        while True:
            time.sleep(0.05)
            progress.advance(1, 2)

    works(work)
    ended: list[BaseException] = []

    def run() -> None:
        try:
            complete_job(job.id, tmp_path / "out.mp4", load_settings(), StageTimes())
        except KeyboardInterrupt as stop:
            ended.append(stop)

    worker = threading.Thread(target=run)
    worker.start()
    worker.join(20)
    assert len(ended) == 1
    assert standing(jobs, job).state == "stopped"
