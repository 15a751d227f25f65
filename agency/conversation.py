"""A conversation as plain JSON: what came from the client, what is known, and what is still to be done in this turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypedDict

from agency.desk import Desk
from agency.errors import AgencyError
from agency.home import Home
from agency.settings import Settings
from brand_memory.errors import BrandError
from renderers.errors import RenderError
from tools.errors import ToolError

OURS = (AgencyError, BrandError, RenderError, ToolError)
"""What a person can act on; the words are for them."""

LONGEST = 20_000
"""Characters of a message that are read; more is a document, and should come as a file."""

Event = dict[str, Any]
"""Something for the client to see. `kind` tells which:

`say` (`text`), `ask` (`text`, `options`), `brand` (`brand`, `version`), `board` (`production`, `changed` scene ids),
`changes` (`changes`: op, label, before, after, scenes), `job` (`job`, `quality`), `draft` (`production`, `draft`,
`changed`), `compare` (`production`, `drafts`, `changes`), `files` (`files`), `listing` (`of`, `rows`),
`progress` (`text`), `estimate` (`seconds`, `text`), `report` (`report`).
"""


class Message(TypedDict, total=False):
    """What comes from outside: words and uploads of the client's, the id of a `job` that has ended, or the number of a
    `review` that was decided.

    `files` are paths by the name that the client knows; `at_seconds` is where the player stood; `patches` come from
    controls that need no words; `settings` were chosen in the chat's settings and hold from then on.
    """

    id: str
    text: str
    files: dict[str, str]
    at_seconds: float | None
    patches: list[dict[str, Any]]
    command: dict[str, Any]
    settings: dict[str, Any]
    job: str
    review: int


class Conversation(TypedDict, total=False):
    """The state that is kept between turns. Media are paths, documents are JSON objects.

    `files` came with a message, and none has said yet what they are for. `held` is the `review` that is waited for,
    and the step that comes `then`.
    """

    message: Message
    understanding: dict[str, Any]
    todo: list[str]
    events: list[Event]
    stage: str
    request: str
    brief: dict[str, Any]
    settings: dict[str, Any]
    brand: str
    production: str
    pending: dict[str, Any]
    focus: list[str]
    jobs: list[str]
    files: dict[str, str]
    turns: int
    held: dict[str, Any]


@dataclass(frozen=True)
class Room:
    """What the steps of a conversation work with: the settings, the home, and a desk for one turn."""

    settings: Settings
    home: Home
    desk: Desk = field(compare=False)


def open_room(settings: Settings, place: Home) -> Room:
    """A room with a fresh desk."""
    return Room(settings, place, Desk(settings, place))
