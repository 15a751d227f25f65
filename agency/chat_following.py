"""Following jobs on the page: stages, how far, how long still; then the conversation says what came of them."""

from __future__ import annotations

import asyncio
import time
from typing import ClassVar, cast

import chainlit as cl
from chainlit.context import ChainlitContext, context_var
from chainlit.session import WebsocketSession

from agency.chat_showing import show
from agency.chat_turns import Turns
from agency.home import Home
from agency.job_runs import LOOK_SECONDS
from agency.jobs import Job, Jobs
from agency.studio import open_studio

STAGES = ("Script and voice", "Presenter", "Background", "Picture", "Sound", "File", "Check")
"""The stages of a draft, in their order."""

ENDED = ("finished", "failed", "stopped")


class Follower:
    """Follows the jobs of one conversation for the page that opened it last."""

    _all: ClassVar[dict[str, Follower]] = {}

    def __init__(self, thread: str, session: str, turns: Turns, place: Home) -> None:
        self.thread, self.session = thread, session
        self._turns, self._place = turns, place
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def attach(cls, thread: str, turns: Turns, place: Home) -> None:
        """Follow what is being made for the conversation, on this page; a page that did so before no longer does."""
        session = cl.context.session.id
        known = cls._all.get(thread)
        if known is not None and known.session == session and known.busy:
            return
        if known is not None:
            known.leave()
        follower = cls._all[thread] = cls(thread, session, turns, place)
        follower._task = asyncio.create_task(follower._follow(cast(WebsocketSession, cl.context.session)))

    @classmethod
    def detach(cls, thread: str, session: str) -> None:
        """The page has gone."""
        known = cls._all.get(thread)
        if known is not None and known.session == session:
            known.leave()
            del cls._all[thread]

    @property
    def busy(self) -> bool:
        """Whether something is being followed."""
        return self._task is not None and not self._task.done()

    def leave(self) -> None:
        """Follow no longer; the jobs go on."""
        if self._task is not None:
            self._task.cancel()

    async def _follow(self, session: WebsocketSession) -> None:
        context_var.set(ChainlitContext(session))
        jobs = Jobs(self._place.database)
        tasks: cl.TaskList | None = None
        while waiting := self._turns.state(self.thread).get("jobs", []):
            job = await asyncio.to_thread(jobs.find, waiting[0])
            if job is not None and job.state not in ENDED:
                tasks = await _shown(job, tasks)
                if job.state == "waiting":
                    # Whatever became of the studio, somebody has to make what waits.
                    await asyncio.to_thread(open_studio, self._place)
                await asyncio.sleep(LOOK_SECONDS)
                continue
            if tasks is not None:
                await _closed(tasks, job)
                tasks = None
            async for event in self._turns.turn(self.thread, {"job": waiting[0]}):
                await show(event, self._place)
            if waiting[0] in self._turns.state(self.thread).get("jobs", []):
                return


async def _shown(job: Job, tasks: cl.TaskList | None) -> cl.TaskList:
    """The list of stages as it stands."""
    if tasks is None:
        tasks = cl.TaskList()
        for stage in STAGES:
            await tasks.add_task(cl.Task(title=stage))
    at = STAGES.index(job.stage) if job.stage in STAGES else -1
    for number, task in enumerate(tasks.tasks):
        task.status = (
            cl.TaskStatus.DONE if number < at else cl.TaskStatus.RUNNING if number == at else cl.TaskStatus.READY
        )
    status = status_of(job, time.time())
    if status != tasks.status or at >= 0:
        tasks.status = status
        await tasks.send()
    return tasks


async def _closed(tasks: cl.TaskList, job: Job | None) -> None:
    finished = job is not None and job.state == "finished"
    for task in tasks.tasks:
        task.status = cl.TaskStatus.DONE if finished else cl.TaskStatus.FAILED
    tasks.status = "Done" if finished else "Stopped"
    await tasks.send()


def status_of(job: Job, now: float) -> str:
    """How far a job is, in words: the stage, its share, and the time left where that can be told."""
    if job.state == "waiting":
        return "Waiting for another draft"
    if not job.stage:
        return "Starting"
    if not job.total:
        return f"{job.stage} …"
    share = job.done / job.total
    passed = now - job.started
    left = f", about {max(1, passed / share - passed):.0f} s left" if job.stage == "Picture" and share > 0.1 else ""
    return f"{job.stage} {share:.0%}{left}"
