"""The desk of one run: settings, the takes, and the engines, resolved when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from agency.engines import engine
from agency.home import Home
from agency.settings import Settings
from renderers.takes import TakeStore


@dataclass
class Desk:
    """What a production needs around it. `identities` tells, by kind, which engine really ran."""

    settings: Settings
    home: Home
    identities: dict[str, str] = field(default_factory=dict)

    @cached_property
    def takes(self) -> TakeStore:
        """The store of everything that was ever made here."""
        store = TakeStore(self.home.takes)
        store.sweep()
        return store

    def engine(self, kind: str, name: str) -> Any:  # noqa: ANN401  (each kind has its own protocol)
        """The engine `name` of `kind`; its identity is recorded."""
        found = engine(kind, name)
        self.identities[kind] = found.identity
        return found
