"""Language: what an engine is asked, what it answers, and which engines there are.

Every request names the document it wants; that document's schema is the engine's output schema. Third parties add entry
points in the group `video_agency.language`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar, runtime_checkable

from tools.brief import Brief
from tools.documents import Document
from tools.language.wording import Wording
from tools.notes import NoteRequest, Understanding
from tools.toolbox import Planner

DocumentT = TypeVar("DocumentT", bound=Document)


@dataclass(frozen=True)
class BriefRequest:
    """A wish in plain words, to become a `Brief`. `defaults` are fields that the person has set elsewhere; they win."""

    text: str
    defaults: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ScriptRequest:
    """A brief, to become a `Script` that takes about `seconds` with all required and some optional lines.

    With `wording`, the script sounds like that brand, uses sentences of its `statements` as they stand, and none of the
    words it never says. What stands in the brief was asked for and wins.
    """

    brief: Brief
    seconds: float
    words_per_minute: float = 165.0
    wording: Wording | None = None


LanguageRequest = BriefRequest | ScriptRequest | NoteRequest
"""A `NoteRequest` is answered with a `tools.notes.Understanding`."""


class LanguageEngine(Protocol):
    """Understands and writes."""

    @property
    def identity(self) -> str:
        """Name and version: what else than the request decides the answer."""
        ...

    def complete(self, request: LanguageRequest, schema: type[DocumentT]) -> DocumentT:
        """The document of type `schema` that answers the request.

        Raises `tools.errors.BadInput` where the request can not be understood or filled, in words for the client.
        """
        ...


@runtime_checkable
class PlanningEngine(Protocol):
    """An engine that can also call tools to find out what a message means."""

    def plan(self, request: NoteRequest, planner: Planner) -> Understanding:
        """What the message means, found out and proposed with the planner's tools.

        Raises `renderers.errors.EngineFailed` where it comes to no end.
        """
        ...


ENGINES: dict[str, str] = {
    "director": "tools.language.director:Director",
    "openai": "tools.language.openai_engine:OpenAILanguage",
}
