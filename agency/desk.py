"""The desk of one run: settings, the takes, and the engines, resolved when first asked for."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from agency.engines import Selection, engine, first_engine
from agency.errors import EngineMissing
from agency.fallback import FallbackLanguage
from agency.home import Home
from agency.settings import Settings
from renderers.errors import EngineFailed
from renderers.takes import TakeStore


@dataclass
class Desk:
    """What a production needs around it. `identities` tells, by kind, which engine really ran; `notes` which
    engines of the settings could not, and why. `on_news` is called before anything is spoken that never was.
    """

    settings: Settings
    home: Home
    identities: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    on_news: Callable[[], object] = lambda: None
    _chosen: dict[tuple[str, str], Any] = field(default_factory=dict)

    @cached_property
    def takes(self) -> TakeStore:
        """The store of everything that was ever made here."""
        store = TakeStore(self.home.takes)
        store.sweep()
        return store

    def engine(self, kind: str, name: str = "") -> Any:  # noqa: ANN401  (each kind has its own protocol)
        """The engine `name` of `kind`, or the first of the settings that can be had; its identity is recorded."""
        found = self._chosen.get((kind, name))
        if found is None and name:
            found = engine(kind, name)
        elif found is None:
            selection = first_engine(kind, getattr(self.settings.engines, kind))
            self.notes += selection.passed_over
            found = self._with_others(selection) if kind == "language" else selection.engine
        self._chosen[kind, name] = found
        self.identities[kind] = found.identity
        return found

    def _with_others(self, first: Selection) -> Any:  # noqa: ANN401  (a language engine)
        """The chosen language engine, with those after it in the settings to do its work where it fails."""
        names = self.settings.engines.language
        others = []
        for name in names[names.index(first.name) + 1 :]:
            with contextlib.suppress(EngineMissing, EngineFailed):
                others.append(engine("language", name))
        return FallbackLanguage((first.engine, *others), self.notes.append) if others else first.engine
