"""Pages that mean harm, made by the hundred: what they plant, where they lead, how they try to hold a reader up.

Everything that a page hides bears the word `PLANTED`, so that its way into a reading can be seen.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass

from benchmarks import hostile_loads, hostile_lures
from benchmarks.hostile_kinds import MAKERS, Answer
from benchmarks.trap import Trap

KINDS = (hostile_lures, hostile_loads)
"""Where the kinds are made; importing them is what fills the list."""


@dataclass(frozen=True)
class HostilePage:
    """One page and what else its site answers. `readable` says whether a reading of it must come about."""

    name: str
    answers: dict[str, Answer]
    path: str
    readable: bool | None = None


def hostile_pages(count: int, trapped: Trap, seed: int = 1) -> list[HostilePage]:
    """`count` pages, every kind in turn, each of them different."""
    chance = random.Random(seed)
    made = []
    for number, kind in zip(range(count), itertools.cycle(MAKERS), strict=False):
        path = f"/{kind.replace(' ', '-')}-{number}"
        html, answers, readable = MAKERS[kind](chance, trapped, path)
        made.append(HostilePage(f"{kind} {number}", {path: html, **answers} if html else answers, path, readable))
    return made
