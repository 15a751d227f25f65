"""What a brand brings to a production: its kit at one version, where its files are, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from brand_memory.kit import BrandKit, Evidence, Fact, StoredFile
from tools.storyboard import BrandSource

ValueT = TypeVar("ValueT")

USABLE = 0.5
"""Confidence from which what was found is used without being asked: of such facts at least half are true."""
CERTAIN = 0.8
"""Confidence from which something is used that a client would be annoyed to see wrong: a clip, a price."""
HARMLESS = 0.3
"""Confidence from which something is used that nobody would mind: a second accent."""


@dataclass(frozen=True)
class Remembered:
    """Something recalled of a brand: its text, how like the query it is (0 to 1), why it came up, and its page."""

    text: str
    score: float
    why: str = ""
    page: str = ""


@dataclass(frozen=True)
class Note:
    """A sentence for the client; `scene` is the one that it is about, if it is about one."""

    text: str
    scene: str = ""


Recall = Callable[[str, str, int], Sequence[Remembered]]
"""What is remembered that is like a query, of a kind (`text`, `imagery`), at most so many, the most alike first."""


@dataclass(frozen=True)
class Material:
    """A kit, and the ways to its files and memories.

    `place` gives the path of a stored file, `legible` whether one can be used as a `logo`, a `picture` or a `font`,
    `sides` its width and height in pixels ((0, 0): unknown), and `families` are the typefaces that the renderers bring.
    `embedder` is the engine by which `recall` scores.
    """

    kit: BrandKit
    place: Callable[[StoredFile], str]
    recall: Recall = lambda query, kind, most: ()
    legible: Callable[[StoredFile, str], bool] = lambda file, what: True
    families: tuple[str, ...] = ()
    sides: Callable[[StoredFile], tuple[int, int]] = lambda file: (0, 0)
    embedder: str = "hashed"


def usable(fact: Fact[ValueT] | None, least: float = USABLE) -> Fact[ValueT] | None:
    """`fact` where it may be used: a person said so, or it is at least so sure; never where a person rejected it."""
    if fact is None or fact.status == "rejected":
        return None
    return fact if fact.status in ("confirmed", "corrected") or fact.confidence >= least else None


def usable_ones(facts: Iterable[Fact[ValueT]], least: float = USABLE) -> tuple[Fact[ValueT], ...]:
    """Those that may be used: what a person said first, then in their order."""
    found = [fact for fact in facts if usable(fact, least)]
    return tuple(sorted(found, key=lambda fact: fact.status == "found"))


def page_of(fact: Fact[Any] | None) -> str:
    """The page a fact was seen on first; empty where nobody knows."""
    evidence: tuple[Evidence, ...] = fact.evidence if fact else ()
    return evidence[0].page if evidence else ""


def source(field: str, name: str, value: str, fact: Fact[Any] | None = None, page: str = "") -> BrandSource:
    """The record that `field` of the storyboard has `value` from the brand's fact `name`."""
    return BrandSource(field=field, fact=name, value=value[:300], page=page or page_of(fact))
