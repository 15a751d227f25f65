"""Learning again: what was found now is laid over what is known, and a person's word is never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from brand_memory.differences import Change
from brand_memory.kit import BrandKit, Fact, Lexicon
from brand_memory.slots import NEVER, SAID, SAY, SLOTS, Slot, described, facts, identity, sureness, with_facts


@dataclass(frozen=True)
class Decision:
    """What a person said of one value of one key, kept apart from the kit so that no learning can lose it.

    `value` is the word itself, or how it is said; for facts their words. `identity` is that of `slots.identity`.
    """

    key: str
    identity: str
    value: str
    status: Literal["confirmed", "corrected", "rejected"]


def merge(old: BrandKit, new: BrandKit, decisions: Sequence[Decision] = ()) -> tuple[BrandKit, tuple[Change, ...]]:
    """`new` laid over `old`, its version one more, and what that changed.

    Confirmed and corrected facts stay, whatever was found; rejected values do not come back. A found fact that was not
    found again goes, unless it came from a page or file that was not read this time.
    """
    rejected = {(d.key, d.identity) for d in decisions if d.status == "rejected"}
    reading = _Coverage(old, new)
    kit = new.model_copy(update=_whole(old, new, reading))
    changes: list[Change] = []
    for place in SLOTS:
        before, found = facts(old, place), facts(new, place)
        allowed = [fact for fact in found if (place.key, identity(fact.value)) not in rejected]
        after = _many(before, allowed, reading) if place.many else _one(before, allowed, reading)
        kit = with_facts(kit, place, after)
        changes += _changes(place, before, allowed, after)
    lexicon = merge_lexicon(old.lexicon, new.lexicon, decisions)
    changes += lexicon_changes(old.lexicon, lexicon)
    return kit.model_copy(update={"lexicon": lexicon}), tuple(changes)


def merge_lexicon(old: Lexicon, new: Lexicon, decisions: Iterable[Decision]) -> Lexicon:
    """The words found now, those from elsewhere, and above all what a person said of words."""
    told = list(decisions)

    def words(key: str, found: Iterable[str]) -> tuple[str, ...]:
        said = {d.identity: d for d in told if d.key == key}
        own = [d.value for d in said.values() if d.status != "rejected"]
        rest = {" ".join(word.casefold().split()): word for word in found}
        return tuple(own + [word for identity_, word in rest.items() if identity_ not in said])

    never = words(NEVER, (*old.never, *new.never))
    banned = {word.casefold() for word in never}
    used = tuple(word for word in words(SAY, new.used or old.used) if word.casefold() not in banned)
    said = {word: way for found in (old.said, new.said) for word, way in found.items()}
    for decision in told:
        if decision.key == SAID:
            said = {word: way for word, way in said.items() if word.casefold() != decision.identity}
            if decision.status != "rejected":
                word, _, way = decision.value.partition(" = ")
                said[word] = way
    return Lexicon(used=used, never=never, said=said)


def lexicon_changes(old: Lexicon, new: Lexicon) -> Iterator[Change]:
    """What changed among the words."""
    for key, before, after in ((NEVER, old.never, new.never), (SAY, old.used, new.used)):
        yield from (Change(key=key, what="added", after=word) for word in after if word not in before)
        yield from (Change(key=key, what="gone", before=word) for word in before if word not in after)
    for word in sorted({*old.said, *new.said}):
        ways = old.said.get(word, ""), new.said.get(word, "")
        if ways[0] != ways[1]:
            what: Literal["added", "gone", "changed"] = "added" if not ways[0] else "gone" if not ways[1] else "changed"
            shown = [f"{word} = {way}" if way else "" for way in ways]
            yield Change(key=SAID, what=what, before=shown[0], after=shown[1])


class _Coverage:
    """Which of the old facts' origins were looked at again by the new reading."""

    def __init__(self, old: BrandKit, new: BrandKit) -> None:
        self.sources = {*new.sources, new.address} - {""}
        self.hosts = {host for source in self.sources if (host := _host(source))}
        self.everything = {*old.sources} <= self.sources or bool(self.hosts)

    def reads(self, origin: str) -> bool:
        """Whether the page or file was read now: pages by their site, files by their name."""
        return origin in self.sources or _host(origin) in self.hosts

    def covers(self, fact: Fact[Any]) -> bool:
        """Whether all that the fact was seen on was read now, so that its absence means something."""
        pages = {evidence.page for evidence in fact.evidence if evidence.page}
        return all(map(self.reads, pages)) if pages else self.everything


def _one(before: Sequence[Fact[Any]], found: Sequence[Fact[Any]], reading: _Coverage) -> Sequence[Fact[Any]]:
    if not before:
        return found
    old = before[0]
    if old.status in ("confirmed", "corrected"):
        return before
    if not found:
        return before if old.status == "rejected" or not reading.covers(old) else ()
    if identity(old.value) == identity(found[0].value):
        return before if old.status == "rejected" else (_joined(old, found[0], reading),)
    if old.status == "rejected" or reading.covers(old) or found[0].confidence >= old.confidence:
        return found
    return before


def _many(before: Sequence[Fact[Any]], found: Sequence[Fact[Any]], reading: _Coverage) -> Sequence[Fact[Any]]:
    decided = [fact for fact in before if fact.status in ("confirmed", "corrected")]
    rejected = [fact for fact in before if fact.status == "rejected"]
    taken = {identity(fact.value) for fact in (*decided, *rejected)}
    known = {identity(fact.value): fact for fact in before}
    fresh = [
        _joined(known[key], fact, reading) if key in known else fact
        for fact in found
        if (key := identity(fact.value)) not in taken
    ]
    taken |= {identity(fact.value) for fact in fresh}
    left = [fact for fact in before if identity(fact.value) not in taken and not reading.covers(fact)]
    return [*decided, *fresh, *left, *rejected]


def _joined(old: Fact[Any], new: Fact[Any], reading: _Coverage) -> Fact[Any]:
    """`new`, found once more, with what was seen of it where nobody looked this time."""
    elsewhere = tuple(evidence for evidence in old.evidence if not reading.reads(evidence.page))
    if not elsewhere:
        return new
    return new.model_copy(
        update={"evidence": (*new.evidence, *elsewhere), "confidence": max(old.confidence, new.confidence)}
    )


def _changes(
    place: Slot, before: Sequence[Fact[Any]], found: Sequence[Fact[Any]], after: Sequence[Fact[Any]]
) -> Iterator[Change]:
    was = {identity(fact.value): fact for fact in before}
    now = {identity(fact.value): fact for fact in after}
    seen = {identity(fact.value): fact for fact in found}
    if not place.many and len(was) == len(now) == 1 and [*was] != [*now]:
        yield Change(key=place.key, what="changed", before=_told(before[0]), after=_told(after[0]))
        return
    for key, fact in now.items():
        if key not in was:
            yield Change(key=place.key, what="added", after=_told(fact))
        elif _told(was[key]) != _told(fact):
            yield Change(key=place.key, what="changed", before=_told(was[key]), after=_told(fact))
        elif fact.status in ("confirmed", "corrected") and key not in seen:
            other = described(found[0].value) if found and not place.many else ""
            yield Change(key=place.key, what="kept", before=described(fact.value), after=other, why=sureness(fact))
    yield from (Change(key=place.key, what="gone", before=_told(fact)) for key, fact in was.items() if key not in now)


def _told(fact: Fact[Any]) -> str:
    return f"{described(fact.value)}, {sureness(fact)}"


def _whole(old: BrandKit, new: BrandKit, reading: _Coverage) -> dict[str, Any]:
    """The parts of a kit that are no facts, merged."""
    whole_site = bool(reading.hosts)
    names = {film.name for film in new.films}
    palette = new.palette if new.palette.candidates or whole_site else old.palette
    return {
        "id": old.id,
        "version": old.version + 1,
        "address": new.address or old.address,
        "language": new.language if whole_site else old.language,
        "sources": tuple(dict.fromkeys((*new.sources, *(s for s in old.sources if not reading.reads(s))))),
        "palette": palette,
        "films": (*new.films, *(film for film in old.films if film.name not in names)),
        "notes": tuple(dict.fromkeys(new.notes if whole_site else (*old.notes, *new.notes))),
    }


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme in ("http", "https") else ""
