"""Headings: every scene shows a fact or what it promises; the first shows the subject or its strongest fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tools.brief import Brief
from tools.language.clauses import ours
from tools.language.fact_forms import Fact
from tools.language.facts import heading_of
from tools.language.grammar import capital
from tools.language.outline import Plan

HEADING_WORDS = 6
_STRENGTH = ("definition", "offer", "made", "does", "statement", "when", "price", "item", "where", "step")


def head_up(plans: Sequence[Plan], facts: Sequence[Fact], brief: Brief, title: str, role: str) -> None:
    """Give `plans` their headings: none twice, none that the title card shows, general ones where no fact is left."""
    taken = {_key(title), ""}
    strongest = sorted(facts, key=lambda fact: _STRENGTH.index(fact.kind) if fact.kind in _STRENGTH else 99)
    own = {_key(plan.heading) for plan in plans[1:] if not plan.generic}
    hiring = ""
    if role:
        verb = "We need" if re.search(r"volunteer|some(?:one|body)", role) else "We're hiring"
        hiring = next((text for text in (f"{verb} {role}", f"{verb} {re.split(r' (?:in|for|at|with|to) ', role)[0]}")
                       if len(text.split()) <= HEADING_WORDS), "")
    first = [hiring, *_short(strongest[:1]), heading_of(_for(brief)), *_short(strongest[1:]),
             heading_of(ours(brief.product))]
    if plans and plans[0].lines:
        candidates = [text for text in first if text]
        plans[0].heading = next((text for text in candidates if _free(text, taken) and _key(text) not in own),
                                next((text for text in _short(strongest) if _free(text, taken)), plans[0].heading))
        taken.add(_key(plans[0].heading))
    for plan in plans[1:]:
        if plan.generic or not plan.heading:
            continue
        if not _free(plan.heading, taken):
            plan.heading = next((text for text in plan.heading.split(", ")[1:] if _free(text, taken)), "")
        taken.add(_key(plan.heading))
    spare = iter([text for text in _short(strongest) if len(text.split()) <= 5 and not text.endswith("?")])
    for plan in plans[1:-1]:
        if plan.generic and plan.lines:
            plan.heading = _next_free(spare, taken) or (plan.heading if _free(plan.heading, taken) else "")
            taken.add(_key(plan.heading))


def _short(facts: Iterable[Fact]) -> list[str]:
    return [capital(text) for fact in facts
            if fact.kind != "step" and not re.match(r"(?:in|at|near|on)\s[A-Z]", fact.short)
            and (text := heading_of(fact.short)) and len(text.split()) > 1]


def _for(brief: Brief) -> str:
    return f"For {brief.audience}" if brief.audience else ""


def _next_free(spare: Iterator[str], taken: set[str]) -> str:
    return next((text for text in spare if _free(text, taken)), "")


def _free(text: str, taken: set[str]) -> bool:
    return _key(text) not in taken


def _key(text: str) -> str:
    return re.sub(r"^(?:meet|our|my|the|an?)\s+", "", re.sub(r"[^\w ]", "", text.lower()))
