"""Following jobs on the page: stages, how far, how long still; then the conversation says what came of them."""

from __future__ import annotations

import asyncio
import logging
import time
import uuid
from typing import Any, ClassVar, cast

import chainlit as cl
from chainlit.context import ChainlitContext, context_var
from chainlit.session import WebsocketSession

from agency.chat_pages import mirror, tell
from agency.chat_showing import keep_board, show
from agency.chat_turns import Turns
from agency.conversation import Conversation, Message
from agency.errors import UnknownReview
from agency.home import Home
from agency.job_runs import LOOK_SECONDS
from agency.jobs import Job, Jobs
from agency.moderation import Reviews
from agency.studio import open_studio
from renderers.quality import ANIMATIC

STAGES = ("Script and voice", "Presenter", "Background", "Picture", "Sound", "File", "Check")
"""The stages of a draft, in their order."""

REVIEW_SECONDS = 2.0
"""Between two looks at whether somebody has decided."""


class Follower:
    """Follows the jobs of one conversation: progress on all its pages, and what came of them in the thread.

    It works through the page that was there last, and goes on when that is closed: what is made while nobody looks
    stands in the thread when somebody does.
    """

    _all: ClassVar[dict[str, Follower]] = {}

    def __init__(self, thread: str, turns: Turns, place: Home) -> None:
        self.thread = thread
        self._turns, self._place = turns, place
        self._session = cast(WebsocketSession, cl.context.session)
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def attach(cls, thread: str, turns: Turns, place: Home) -> None:
        """Follow what is being made for the conversation, through this page from now on."""
        known = cls._all.get(thread)
        if known is not None and known.busy:
            known._session = cast(WebsocketSession, cl.context.session)
            return
        follower = cls._all[thread] = cls(thread, turns, place)
        follower._task = asyncio.create_task(follower._follow())
        follower._task.add_done_callback(_tell_fault)

    @property
    def busy(self) -> bool:
        """Whether something is being followed."""
        return self._task is not None and not self._task.done()

    async def _follow(self) -> None:
        jobs = Jobs(self._place.database)
        shown: _Shown | None = None
        while True:
            state = await asyncio.to_thread(self._turns.state, self.thread)
            waiting = state.get("jobs", [])
            if not waiting:
                if not await self._await_review(state):
                    break
                continue
            job = await asyncio.to_thread(jobs.find, waiting[0])
            if shown is not None and shown.job != waiting[0]:
                await shown.close()
                shown = None
            if job is not None and job.pending:
                shown = shown or _Shown(self.thread, job.id, quality_of(jobs, job.id))
                await shown.draw(job)
                if job.state != "running":
                    # Whatever became of the studio, somebody has to make what waits.
                    await asyncio.to_thread(open_studio, self._place)
                await asyncio.sleep(LOOK_SECONDS)
                continue
            if shown is not None:
                await shown.close()
                shown = None
            await self._tell_end({"job": waiting[0]})
            if waiting[0] in (await asyncio.to_thread(self._turns.state, self.thread)).get("jobs", []):
                return
        if shown is not None:
            await shown.close()

    async def _await_review(self, state: Conversation) -> bool:
        """Wait for the review that holds the conversation, and let it go on; False where nothing is waited for."""
        if not (held := state.get("held")):
            return False
        try:
            review = await asyncio.to_thread(Reviews(self._place.database).find, int(held["review"]))
        except UnknownReview:
            return False
        if review.state == "waiting":
            await asyncio.sleep(REVIEW_SECONDS)
            return True
        await self._tell_end({"review": review.id})
        after = await asyncio.to_thread(self._turns.state, self.thread)
        return after.get("held") != held

    async def _tell_end(self, message: Message) -> None:
        """Let the conversation say what became of the job, or of the review."""
        context_var.set(ChainlitContext(self._session))
        socket = self._session.socket_id
        async for event in self._turns.turn(self.thread, message):
            await show(event, self._place)
        await keep_board(await asyncio.to_thread(self._turns.state, self.thread), self._place)
        # A page that was away for a moment has missed what was said meanwhile.
        await mirror(self.thread, self._session.id if self._session.socket_id == socket else "")


def _tell_fault(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (fault := task.exception()) is not None:
        logging.getLogger(__name__).error("Following a draft ended with a fault; the draft goes on.", exc_info=fault)


class _Shown:
    """The card on the page that says how far a job is. It is told to the open pages and kept nowhere."""

    def __init__(self, thread: str, job: str, quality: str) -> None:
        self.thread, self.job, self.quality = thread, job, quality
        self._message = cl.Message(content="")
        self._element = str(uuid.uuid4())
        self._told: dict[str, Any] = {}

    async def draw(self, job: Job) -> None:
        """Show how far the job is now."""
        props = making_view(job, self.quality, time.time())
        if props == self._told:
            return
        self._told = props
        await tell(self.thread, "new_message", {**self._message.to_dict(), "threadId": self.thread})
        await tell(
            self.thread,
            "element",
            {
                "id": self._element,
                "threadId": self.thread,
                "type": "custom",
                "name": "Making",
                "display": "inline",
                "forId": self._message.id,
                "props": props,
                "url": "",
                "mime": "application/json",
            },
        )

    async def close(self) -> None:
        """Take the card away."""
        await tell(self.thread, "remove_element", {"id": self._element})
        await tell(self.thread, "delete_message", {**self._message.to_dict(), "threadId": self.thread})


def quality_of(jobs: Jobs, id_: str) -> str:
    """What a job makes, in a client's words."""
    return "a first look" if jobs.commission(id_).said.get("quality") == ANIMATIC.name else "the draft"


def making_view(job: Job, what: str, now: float) -> dict[str, Any]:
    """How far a job is: its stages with those behind it, the share of the one at work, and words for it."""
    at = STAGES.index(job.stage) if job.stage in STAGES else -1
    return {
        "what": what,
        "stages": list(STAGES),
        "at": at,
        "share": round(job.done / job.total, 2) if job.total else 0,
        "told": status_of(job, now),
    }


def status_of(job: Job, now: float) -> str:
    """How far a job is, in words: the stage, its share, and the time left where that can be told."""
    if job.state == "waiting":
        return "Waiting for its turn"
    if job.state == "stopped":
        return "Going on with what is finished"
    if not job.stage:
        return "Starting"
    if not job.total:
        return f"{job.stage} …"
    share = job.done / job.total
    passed = now - job.started
    left = f", about {max(1, passed / share - passed):.0f} s left" if job.stage == "Picture" and share > 0.1 else ""
    return f"{job.stage} {share:.0%}{left}"
