"""The language engines of the settings as one: where the first fails at its work, the next does it, and says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from renderers.errors import EngineFailed
from tools.language import DocumentT, LanguageEngine, LanguageRequest, PlanningEngine
from tools.notes import NoteRequest, Understanding
from tools.toolbox import Planner

_Made = TypeVar("_Made")


def plan_with(engine: LanguageEngine, request: NoteRequest, planner: Callable[[], Planner]) -> Understanding:
    """What the message means to `engine`: planned with tools where it can, else understood at once."""
    if isinstance(engine, FallbackLanguage):
        return engine.plan(request, planner)
    if isinstance(engine, PlanningEngine):
        return engine.plan(request, planner())
    return engine.complete(request, Understanding)


class FallbackLanguage:
    """Asks the first engine, and the others in their order where that fails. `say` hears each failure in a sentence."""

    def __init__(self, engines: Sequence[LanguageEngine], say: Callable[[str], None]) -> None:
        self._engines = list(engines)
        self._say = say
        self.identity = engines[0].identity

    def complete(self, request: LanguageRequest, schema: type[DocumentT]) -> DocumentT:
        """The answer of the first engine that gives one. Raises what the last of them raises."""
        return self._first(lambda engine: engine.complete(request, schema))

    def plan(self, request: NoteRequest, planner: Callable[[], Planner]) -> Understanding:
        """What the message means; found out with the tools of a fresh `planner` where the engine can call tools."""
        return self._first(lambda engine: plan_with(engine, request, planner))

    def _first(self, work: Callable[[LanguageEngine], _Made]) -> _Made:
        while True:
            engine = self._engines[0]
            self.identity = engine.identity
            try:
                return work(engine)
            except EngineFailed as failure:
                if len(self._engines) == 1:
                    raise
                # For the rest of this desk's work: what has failed after several tries would fail again.
                self._engines.pop(0)
                self._say(f"{failure} {self._engines[0].identity.partition('/')[0].capitalize()} works instead.")
