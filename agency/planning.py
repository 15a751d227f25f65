"""Planning with tools: what a model may look up and propose while it works out what a client's message means.

It looks things up in what really is, proposes typed operations that are checked at once, and changes nothing itself:
what it proposed is carried out by the conversation as anybody's notes are. Every call stands in the production's log.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from pydantic import Field

from agency.conversation import Conversation, Room
from agency.revisions import drafts, find_work
from tools.descriptions import describe
from tools.documents import Document
from tools.errors import BadInput
from tools.language.openai_checks import check_answer
from tools.notes import Command, Enquiry, NoteRequest, Understanding
from tools.patch_application import apply
from tools.patches import Patch
from tools.toolbox import Called, Nothing, Tool, Toolbox

LOG = "planning.jsonl"
"""The log of a production: one call of a tool a line."""
TOLD = 400
"""Characters of a result that are kept in the log."""
PROPOSALS = 40
"""Operations for one message."""

_SAYINGS = {
    "list_presenters": "Looking at the presenters …",
    "list_voices": "Looking at the voices …",
    "list_music": "Looking at the music …",
    "list_backgrounds": "Looking at the backgrounds …",
    "list_looks": "Looking at the looks …",
    "list_layouts": "Looking at the layouts …",
    "recall_brand": "Recalling the brand …",
    "read_storyboard": "Reading the storyboard …",
    "read_review": "Reading what was measured …",
}


class OfLanguage(Document):
    """Voices of one language, by its code."""

    language: str = "en"


class Operations(Document):
    """Changes of the storyboard, in their order."""

    patches: tuple[Patch, ...] = Field(min_length=1, max_length=PROPOSALS)


class Question(Document):
    """One short question back, and answers to choose from."""

    question: str = Field(min_length=1, max_length=300)
    options: tuple[str, ...] = Field((), max_length=6)


class Done(Document):
    """What was understood, in our words."""

    said: str = Field("", max_length=400)


def _looks() -> list[dict[str, str]]:
    from renderers.looks import LOOKS

    return [{"id": id_, "description": look.about} for id_, look in LOOKS.items()]


def _layouts() -> list[dict[str, str]]:
    from tools.layouts import LAYOUT_KINDS

    return [{"id": kind.id, "shows": kind.shows, "needs": kind.needs} for kind in LAYOUT_KINDS.values()]


class MessagePlanner:
    """The tools for one message about a production, and what was proposed with them (see `tools.toolbox.Planner`)."""

    def __init__(
        self, request: NoteRequest, state: Conversation, room: Room, say: Callable[[str], None] = lambda text: None
    ) -> None:
        self.understanding = Understanding()
        self.finished = False
        self._request, self._room, self._say = request, room, say
        self._production = state["production"]
        self._message = state["message"].get("id", "")
        self.tools = Toolbox(self._tools(), self._log)

    def _tools(self) -> tuple[Tool, ...]:
        listing = self._listing
        return (
            Tool("list_presenters", "The presenters there are.", Nothing, lambda _: listing("avatars")),
            Tool("list_voices", "The voices of a language.", OfLanguage, lambda a: listing("voices", a.language)),
            Tool("list_music", "The moods of music there are.", Nothing, lambda _: listing("music")),
            Tool("list_backgrounds", "The designed backgrounds there are.", Nothing, lambda _: listing("backgrounds")),
            Tool("list_looks", "The looks (design directions) there are.", Nothing, lambda _: _looks()),
            Tool("list_layouts", "The layouts that scenes can be shown in.", Nothing, lambda _: _layouts()),
            Tool("recall_brand", "What is known of the production's brand.", Nothing, self._brand),
            Tool("read_storyboard", "The storyboard with what was proposed so far.", Nothing, self._storyboard),
            Tool("read_review", "What was measured in the newest draft.", Nothing, self._review),
            Tool("propose_patches", "Propose changes of the storyboard.", Operations, self._propose),
            Tool("propose_command", "Propose undo, export, approve and such.", Command, self._command),
            Tool("answer_question", "The client asks about this; it is answered for you.", Enquiry, self._enquiry),
            Tool("ask", "Ask the client one short question, and be done.", Question, self._ask),
            Tool("finish", "Be done: everything is proposed.", Done, self._finish),
        )

    def _listing(self, what: str, language: str = "") -> list[dict[str, Any]]:
        """What matters for a choice: neither files nor licences."""
        from agency.listings import listing

        rows = listing(what, language=language, drawn=False)
        told_elsewhere = ("preview", "licence", "uses", "sample_rate")
        return [{k: v for k, v in row.items() if k not in told_elsewhere} for row in rows]

    def _brand(self, _: Nothing) -> Any:  # noqa: ANN401  (JSON)
        from agency.brand_desk import brand_records

        board = self._request.situation.storyboard
        if board is None or board.brand is None:
            return "The production follows no brand."
        kit = brand_records(self._room.settings).kit(board.brand.id)
        colours = {role: getattr(kit.palette, role) for role in ("primary", "secondary", "background", "text")}
        faces = {"headings": kit.heading, "text": kit.body}
        return {
            "name": kit.name.value,
            "colours": {role: fact.value.hex for role, fact in colours.items() if fact},
            "typefaces": {what: fact.value.family for what, fact in faces.items() if fact},
            "tone": list(kit.tone.value.described) if kit.tone else [],
            "headline": kit.messages.headline.value if kit.messages.headline else "",
        }

    def _storyboard(self, _: Nothing) -> Any:  # noqa: ANN401  (JSON)
        board = self._request.situation.storyboard
        for patch in self.understanding.patches:
            assert board is not None
            board = apply(board, patch)
        return board.model_dump(mode="json", by_alias=True, exclude={"brand"}) if board else "There is none yet."

    def _review(self, _: Nothing) -> Any:  # noqa: ANN401  (JSON)
        made = drafts(self._room.home, self._production)
        if not made:
            return "There is no draft yet."
        path = find_work(self._room.home, self._production).folder / "drafts" / f"{made[-1].number}.report.json"
        if not path.is_file():
            return "Nothing was measured."
        return json.loads(path.read_text(encoding="utf-8")).get("findings", [])

    def _propose(self, asked: Operations) -> Any:  # noqa: ANN401  (JSON)
        if len(self.understanding.patches) + len(asked.patches) > PROPOSALS:
            raise BadInput(f"No more than {PROPOSALS} changes can be proposed for one message.")
        before = self._request.situation.storyboard
        taken = self._take(patches=(*self.understanding.patches, *asked.patches))
        changes: list[str] = []
        for number, patch in enumerate(taken.patches):
            assert before is not None
            if number >= len(self.understanding.patches):
                change = describe(before, patch)
                changes.append(f"{change.label}: {change.before} → {change.after}")
            before = apply(before, patch)
        self.understanding = taken
        return changes

    def _command(self, asked: Command) -> str:
        self.understanding = self._take(commands=(*self.understanding.commands, asked))
        return f"It will be done when you have finished: {asked.name}."

    def _enquiry(self, asked: Enquiry) -> str:
        self.understanding = self._take(enquiries=(*self.understanding.enquiries, asked))
        return "It will be answered from what really is."

    def _ask(self, asked: Question) -> str:
        self.understanding = self._take(question=asked.question, options=asked.options)
        self.finished = True
        return "The client is asked."

    def _finish(self, asked: Done) -> str:
        nothing = not (self.understanding.patches or self.understanding.commands or self.understanding.enquiries)
        if nothing and not asked.said:
            raise BadInput("Nothing was proposed: propose something, ask the client, or say why nothing is to be done.")
        self.understanding = self._take(said=asked.said)
        self.finished = True
        return "Done."

    def _take(self, **more: Any) -> Understanding:  # noqa: ANN401  (fields of an understanding)
        """The understanding with these fields. Raises where that would not hold."""
        return check_answer(self.understanding.changed(**more), self._request)

    def _log(self, called: Called) -> None:
        """One line in the production's log, and a word on what is being looked at."""
        line = {
            "at": round(time.time(), 3),
            "message": self._message,
            "tool": called.tool,
            "arguments": called.arguments[:TOLD],
            "told": called.told[:TOLD],
            "good": called.good,
        }
        with (find_work(self._room.home, self._production).folder / LOG).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        if called.good and called.tool in _SAYINGS:
            self._say(_SAYINGS[called.tool])
