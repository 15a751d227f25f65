"""The outline: sections of ranked lines, and the choice of those that fill a given time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tools.documents import numbered_id
from tools.language.grammar import capital
from tools.language.timing import estimate_seconds
from tools.language.wording import Wording
from tools.script import Line, Section

PLAIN = Wording()
"""No brand's: every variant is as good as another."""

ESSENTIAL, FACT = 0, 1
"""Ranks: lines without which there is no video, and what the client told us. Higher ranks need more time."""

FACT_SHARE, REQUIRED_SHARE, OFFERED_SHARE = 0.82, 0.68, 1.30
"""Facts are required up to the first share of the time, other lines up to the second; optional ones go beyond it."""

SECTION_SECONDS, LINE_SECONDS, CARD_SECONDS, TITLE_SECONDS = 0.95, 0.28, 0.6, 2.2


@dataclass(frozen=True)
class Draft:
    """A line that could be said: the lower the rank, the sooner, and of one rank what is `key` before the rest."""

    rank: int
    text: str
    key: bool = False


@dataclass
class Plan:
    """A section that could be: its heading and its lines in the order they would be said."""

    heading: str
    lines: list[Draft] = field(default_factory=list)
    generic: bool = False


@dataclass(frozen=True)
class Passage:
    """A section as copy is written: heading variants, and lines as (rank, variants), with `{fields}` to be filled."""

    headings: tuple[str, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]


def choose(variants: Sequence[str], key: str) -> str:
    """One of `variants`; the same key always chooses the same."""
    return variants[int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % len(variants)]


def filled(passage: Passage, fields: Mapping[str, str], key: str, wording: Wording = PLAIN) -> Plan:
    """`passage` with its fields filled. Variants whose fields are empty are passed over; so are lines without any left.

    Of several variants, those are taken that sound the most like `wording`.

    A passage whose first line is passed over has no lines at all, since the others lean on it. A variant that begins
    with `[field]` is only for briefs that have that field.
    """
    heading = _fill_one(passage.headings, fields, f"{key}/heading", wording)
    general = not any("{" in variant for variant in passage.headings)
    plan = Plan(capital(heading) if len(heading.split()) <= 6 else "", generic=general)
    for number, (rank, variants) in enumerate(passage.lines):
        if text := _fill_one(variants, fields, f"{key}/{number}", wording):
            plan.lines.append(Draft(rank, capital(text)))
        elif number == 0:
            break
    return plan


def _fill_one(variants: Sequence[str], fields: Mapping[str, str], key: str, wording: Wording) -> str:
    possible = [text for variant in variants if (text := _fill(variant, fields))]
    return choose(possible if wording is PLAIN else wording.nearest(possible), key) if possible else ""


def _fill(variant: str, fields: Mapping[str, str]) -> str:
    condition, _, text = variant.rpartition("] ")
    needed = [piece.split("}")[0] for piece in text.split("{")[1:]] + [
        name for name in (condition.lstrip("["),) if name
    ]
    return text.format_map(fields).strip() if all(fields.get(name) for name in needed) else ""


def fill_time(plans: Sequence[Plan], seconds: float, words_per_minute: float, *, title: bool) -> tuple[Section, ...]:
    """The sections with as many lines, by rank and then by place, as `seconds` allow; what is beyond is optional."""
    speech = seconds - CARD_SECONDS - (TITLE_SECONDS if title else 0.0)
    order = sorted(
        (line.rank, not line.key, section, number)
        for section, plan in enumerate(plans)
        for number, line in enumerate(plan.lines)
    )
    required: set[tuple[int, int]] = set()
    offered: set[tuple[int, int]] = set()
    used = 0.0
    for rank, _, section, number in order:
        known = required | offered
        opens = not any(place == section for place, _ in known)
        cost = estimate_seconds(plans[section].lines[number].text, words_per_minute) + (
            SECTION_SECONDS if opens else LINE_SECONDS
        )
        if rank == ESSENTIAL or (
            used + cost <= (FACT_SHARE if rank == FACT else REQUIRED_SHARE) * speech and not offered
        ):
            required.add((section, number))
        elif used + cost <= OFFERED_SHARE * speech:
            offered.add((section, number))
        else:
            continue
        used += cost
    return _numbered(plans, required, offered)


def _numbered(
    plans: Sequence[Plan], required: Iterable[tuple[int, int]], offered: Iterable[tuple[int, int]]
) -> tuple[Section, ...]:
    needed, extra = set(required), set(offered)
    sections: list[Section] = []
    for index, plan in enumerate(plans):
        id_ = numbered_id("s", len(sections) + 1)
        kept = [(number, line) for number, line in enumerate(plan.lines) if (index, number) in needed | extra]
        lines = tuple(Line(id=numbered_id(f"{id_}-l", place), text=line.text, optional=(index, number) in extra)
                      for place, (number, line) in enumerate(kept, 1))
        if lines:
            sections.append(Section(id=id_, heading=plan.heading, lines=lines))
    return tuple(sections)


def longest_seconds(plans: Sequence[Plan], words_per_minute: float) -> float:
    """How long everything together would take, with the pauses around it."""
    return sum(
        SECTION_SECONDS + sum(estimate_seconds(line.text, words_per_minute) + LINE_SECONDS for line in plan.lines)
        for plan in plans
        if plan.lines
    )
