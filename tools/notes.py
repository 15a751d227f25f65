"""Notes: what a client says about a production, in which situation, and what it was understood to mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from tools.casting import Candidate
from tools.documents import Document
from tools.patches import Patch
from tools.storyboard import Storyboard

Stage = Literal["start", "brief", "board", "producing", "draft"]
"""Nothing yet; a brief that lacks something; a storyboard to approve; a draft is being made; a draft to comment."""

CommandName = Literal[
    "undo",
    "redo",
    "go_to_draft",
    "compare",
    "export",
    "approve",
    "produce",
    "stop",
    "show_storyboard",
    "show_draft",
    "new_production",
    "learn_brand",
    "use_brand",
    "help",
]

Topic = Literal[
    "voices",
    "avatars",
    "music",
    "backgrounds",
    "looks",
    "layouts",
    "styles",
    "brands",
    "drafts",
    "duration",
    "scene",
    "script",
    "why",
    "settings",
    "changes",
    "cost",
    "capabilities",
    "privacy",
    "formats",
    "progress",
    "review",
]


class Command(Document):
    """Something to be done that is no change of the storyboard. `drafts` and `value` as the command needs them:

    `go_to_draft` one number, `compare` two; `export` formats with commas in `value`; `produce` the quality there;
    `learn_brand` and `use_brand` an address or a name; `new_production` the request in words.
    """

    name: CommandName
    drafts: tuple[int, ...] = ()
    value: str = ""


class Enquiry(Document):
    """A question about the product or the production: what it is about, which scene (an id), and its words.

    `styles` are the smaller choices: how presenters present and are framed, captions, transitions, small sounds.
    """

    topic: Topic
    scene: str = ""
    words: str = ""


class Understanding(Document):
    """What a message was understood to mean. Patches are in the order of the message and apply one after another.

    `question` asks back, in one short sentence, what was not clear; then `options` are answers to choose from (each
    a message that would be understood), and what was clear stands in the patches. `unknown` quotes parts of the
    message that nothing was made of. `said` says in our words what was understood.
    """

    schema_: Literal["understanding/1"] = Field("understanding/1", alias="schema")
    patches: tuple[Patch, ...] = ()
    commands: tuple[Command, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    question: str = ""
    options: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    said: str = ""
    chat: Literal["", "greeting", "thanks", "praise", "complaint", "farewell", "nonsense"] = ""


@dataclass(frozen=True)
class Situation:
    """What is known when a message comes.

    `scene_seconds` are starts and ends of scenes in the newest draft by id; `at_seconds` is where the player stands;
    `catalogues` by kind (`avatar`, `voice`, `music`, `background`); `families` the typefaces; `drafts` their numbers;
    `files` what was uploaded with the message, path by name; `pending` the question that we asked last;
    `focus` the ids of the scenes talked about last, the newest first; `last` the patches made last.
    """

    stage: Stage = "start"
    storyboard: Storyboard | None = None
    scene_seconds: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    at_seconds: float | None = None
    catalogues: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    families: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    drafts: tuple[int, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    pending: str = ""
    pending_options: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    last: tuple[Patch, ...] = ()


@dataclass(frozen=True)
class NoteRequest:
    """A message of the client's in a situation, to become an `Understanding`."""

    text: str
    situation: Situation
