"""A person's word on a fact: set to something else, confirmed, or rejected. Pure: a kit goes in, another comes out."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from brand_memory.cleaning import clean
from brand_memory.differences import Change
from brand_memory.errors import BadCorrection, UnknownFact
from brand_memory.kit import BrandKit, Evidence, Fact, Status
from brand_memory.merging import Decision, lexicon_changes, merge_lexicon
from brand_memory.slots import NEVER, SAID, SAY, Slot, canonical_key, described, facts, identity, slot, with_facts

A_PERSON = "you"
"""The page of evidence that is a person's own word."""


@dataclass(frozen=True)
class Correction:
    """A kit after a person's word, what that changed, and the decisions to be kept for good."""

    kit: BrandKit
    changes: tuple[Change, ...]
    decisions: tuple[Decision, ...]


def correct(kit: BrandKit, key: str, typed: str, read: Callable[[Slot, str], Any]) -> Correction:
    """`kit` with `key` set to what a person typed, which `read` makes a value of.

    In lists the value comes first and the others stay. Raises `UnknownFact` and `BadCorrection`.
    """
    plain = canonical_key(key)
    place = slot(plain)
    if place is None:
        return _with_words(kit, plain, typed, "corrected")
    value = read(place, typed)
    said = Evidence(page=A_PERSON, quote=clean(typed, 300), seen_at=now())
    fact: Fact[Any] = _fact_type(kit, place)(value=value, confidence=1.0, evidence=(said,), status="corrected")
    before = facts(kit, place)
    same = next((old for old in before if identity(old.value) == identity(value)), None)
    others = [old for old in before if old is not same] if place.many else []
    replaced = same if place.many else before[0] if before else None
    change = Change(
        key=plain,
        what="changed" if replaced else "added",
        before=described(replaced.value) if replaced else "",
        after=f"{described(value)}, set by you",
    )
    decision = Decision(plain, identity(value), described(value), "corrected")
    return Correction(with_facts(kit, place, [fact, *others]), (change,), (decision,))


def decide(kit: BrandKit, key: str, status: Status, which: str = "") -> Correction:
    """`kit` with a fact confirmed or rejected; `which` says which one where `key` is a list.

    Raises `UnknownFact` where there is nothing to decide on, and `BadCorrection` where it is not clear on what.
    """
    plain = canonical_key(key)
    place = slot(plain)
    if place is None:
        if not which.strip():
            raise BadCorrection(f"Say which word of {plain!r} you mean.")
        return _with_words(kit, plain, which, status)
    fact = _meant(kit, place, which)
    if fact.status == status:
        return Correction(kit, (), ())
    keep = "corrected" if status == "confirmed" and fact.status == "corrected" else status
    # What a person confirms is as good as certain; what they reject keeps what the measurement said of itself.
    sure = 1.0 if status == "confirmed" else fact.confidence
    decided = fact.model_copy(update={"status": keep, "confidence": sure})
    after = [decided if old is fact else old for old in facts(kit, place)]
    if place.many and status == "rejected":
        after = [old for old in after if old is not decided] + [decided]
    told = described(fact.value)
    change = Change(key=plain, what="changed", before=told, after=f"{told}, {keep} by you")
    verdict = Decision(plain, identity(fact.value), told, "rejected" if status == "rejected" else "confirmed")
    return Correction(with_facts(kit, place, after), (change,), (verdict,))


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _meant(kit: BrandKit, place: Slot, which: str) -> Fact[Any]:
    found = facts(kit, place)
    if not found:
        raise UnknownFact(f"Nothing is known of {place.key!r} yet: set it with `correct`.")
    asked = " ".join(which.casefold().split())
    if not asked:
        open_ = [fact for fact in found if fact.status != "rejected"]
        if len(found) == 1 or (place.many and len(open_) == 1):
            return (open_ or found)[0]
        raise BadCorrection(f"There are {len(found)} of {place.key!r}; say which: {_options(found)}.")
    if asked.isdecimal() and place.many and 1 <= int(asked) <= len(found):
        return found[int(asked) - 1]
    names = [described(fact.value).casefold() for fact in found]
    exact = [n for n, fact in enumerate(found) if asked in (names[n], identity(fact.value).casefold())]
    part = exact or [n for n, name in enumerate(names) if asked in name]
    if len(part) == 1:
        return found[part[0]]
    if part:
        raise BadCorrection(f"{which!r} fits {len(part)} of {place.key!r}; say which: {_options(found)}.")
    near = difflib.get_close_matches(asked, names, 1)
    hint = f" Did you mean {described(found[names.index(near[0])].value)!r}?" if near else ""
    raise UnknownFact(f"No {place.key!r} is {which!r}. There are: {_options(found)}.{hint}")


def _options(found: Sequence[Fact[Any]]) -> str:
    told = [f"{n} {described(fact.value)}" for n, fact in enumerate(found[:8], 1)]
    return "; ".join(told) + ("; …" if len(found) > 8 else "")


def _with_words(kit: BrandKit, key: str, typed: str, status: Status) -> Correction:
    decisions = tuple(_word_decisions(key, typed, status))
    lexicon = merge_lexicon(kit.lexicon, kit.lexicon, (*_standing(kit, key, decisions), *decisions))
    changes = tuple(lexicon_changes(kit.lexicon, lexicon))
    return Correction(kit.model_copy(update={"lexicon": lexicon}), changes, decisions)


def _word_decisions(key: str, typed: str, status: Status) -> list[Decision]:
    verdict: Literal["corrected", "rejected"] = "rejected" if status == "rejected" else "corrected"
    parts = [clean(part, 120).strip(" \"'“”") for part in typed.replace(";", ",").split(",")]
    words = [part for part in parts if part]
    if not words:
        raise BadCorrection(f"Say which word, or several with commas, belong to {key!r}.")
    if key in (NEVER, SAY):
        return [Decision(key, " ".join(word.casefold().split()), word, verdict) for word in words]
    pairs = [[side.strip() for side in word.partition("=")[::2]] for word in words]
    if verdict != "rejected" and not all(word and way for word, way in pairs):
        raise BadCorrection(f"Write how it is said after an equals sign, like: Lumen = LOO-men; not {typed!r}.")
    return [Decision(key, word.casefold(), f"{word} = {way}", verdict) for word, way in pairs]


def _standing(kit: BrandKit, key: str, decided: Sequence[Decision]) -> list[Decision]:
    """The words that stand, as decisions in their order, so that new ones come after them."""
    if key == SAID:
        return []
    standing = kit.lexicon.never if key == NEVER else kit.lexicon.used
    new = {decision.identity for decision in decided}
    known = {" ".join(word.casefold().split()): word for word in standing}
    return [Decision(key, identity_, word, "corrected") for identity_, word in known.items() if identity_ not in new]


def _fact_type(kit: BrandKit, place: Slot) -> type[Fact[Any]]:
    """The model of a fact at this place, so that what is kept can be read back by its type."""
    model: Any = BrandKit
    for name in place.path[:-1]:
        model = model.model_fields[name].annotation
    annotation = model.model_fields[place.path[-1]].annotation
    options = getattr(annotation, "__args__", ()) or (annotation,)
    return next((o for o in options if isinstance(o, type) and issubclass(o, Fact)), Fact)
