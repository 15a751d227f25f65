"""Stated: a brief whose points are sentences, said as they stand and in their order, with their call at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.brief import Brief
from tools.language.account.wording import DATE, heading_from
from tools.language.actions import said_action
from tools.language.fact_forms import MONEY
from tools.language.grammar import sentence
from tools.language.outline import ESSENTIAL, FACT, Draft, Passage, Plan, filled
from tools.language.passages import AGAIN, ASK, NEXT_STEP, SHARE, TALK
from tools.language.structures import STRUCTURES
from tools.language.wording import Wording

SECTION_WORDS = 26
"""Words up to which sentences share a scene."""
_LEANS = re.compile(r"(?:it|they|this|that|these|those|he|she|there|so|but|and|then|with us|instead|now|not)\b", re.I)
"""What a sentence begins with that leans on the one before."""
_KEY = re.compile(rf"{MONEY}|{DATE.pattern}|\d{{1,2}}\s?[ap]m\b|[\w.-]+@|\b(?:free|deadline|address)\b", re.I)
"""What viewers must have to act."""


def stated_plans(brief: Brief, title: str, wording: Wording) -> list[Plan]:
    """The brief's sentences in scenes of one to three, passages that fill a long video, and the call."""
    told = _scenes([sentence(point) if not point.endswith(('."', '?"', '!"')) else point for point in brief.points])
    taken = {title.lower(), ""}
    plans: list[Plan] = []
    for number, lines in enumerate(told):
        heading = next((found for line in lines if (found := heading_from(line, taken))), "")
        taken.add(heading.lower())
        keys = [_KEY.search(line) is not None for line in lines]
        keys = [
            key or bool(keys[at + 1 : at + 2] == [True] and _LEANS.match(lines[at + 1])) for at, key in enumerate(keys)
        ]
        plans.append(
            Plan(
                heading,
                [
                    Draft(ESSENTIAL if not number and not at else FACT, line, key)
                    for at, (line, key) in enumerate(zip(lines, keys, strict=True))
                ],
            )
        )
    fields = {"told": "yes", "drill": "yes" if brief.goal == "training" else "", "job": "", "topic": "", "vp": ""}
    passages = [part for part in STRUCTURES[brief.goal][1:] if isinstance(part, Passage) and _is_plain(part)]
    # Who looks for people asks to be passed on already.
    more = (ASK,) if brief.goal == "recruitment" else (ASK, SHARE)
    for number, part in enumerate([*passages, *(each for each in more if each not in passages)]):
        plan = filled(part, fields, f"{brief.request}/stated/{number}", wording)
        if part in _LAST:
            plan.lines = [Draft(line.rank + 10, line.text) for line in plan.lines]
        plans.append(plan)
    called = brief.call_to_action or brief.address
    plans.append(Plan("", [Draft(ESSENTIAL, said_action(brief) if called else _farewell(brief))]))
    return plans


def _farewell(brief: Brief) -> str:
    """What is said last where the client asks for nothing."""
    if brief.goal in ("event", "how_to", "training", "recruitment"):
        return said_action(brief)
    ours = re.search(r"\b(?:we|our|us|we're|we've)\b", " ".join(brief.points), re.I)
    return "Get in touch." if brief.brand and ours and brief.goal != "update" else "Thank you for watching."


_LAST = (TALK, NEXT_STEP, AGAIN)
"""What only a video with little to say and much time has room for."""


def _is_plain(passage: Passage) -> bool:
    """Whether nothing in a passage has to be filled with the subject's name."""
    return not any("{" in variant for _, variants in passage.lines for variant in variants)


def _scenes(lines: Sequence[str]) -> list[list[str]]:
    scenes: list[list[str]] = []
    for line in lines:
        words = sum(len(other.split()) for other in scenes[-1]) if scenes else 0
        short = len(line.split()) <= 5 or words <= 5
        room = scenes and words + len(line.split()) <= SECTION_WORDS and len(scenes[-1]) < (3 if short else 2)
        if room and (len(scenes) > 1 or _LEANS.match(line) or short and words <= 5):
            scenes[-1].append(line)
        else:
            scenes.append([line])
    return scenes
