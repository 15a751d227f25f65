"""First messages: whether the words with which a conversation begins are a wish for a video."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.language.notes import rules_beginnings, rules_courtesy, rules_enquiries
from tools.language.notes.context import Context
from tools.language.notes.lexicon import FILLERS, PLAIN_WORDS
from tools.language.notes.meaning import with_meaning
from tools.language.notes.opinion import opinions
from tools.language.notes.opinion_features import features
from tools.language.notes.opinion_kinds import NOTHING
from tools.language.notes.patterns import find
from tools.language.notes.questions import read_question
from tools.language.notes.splitting import Clause, undetermined
from tools.language.notes.talk import read_beginning
from tools.notes import Command, Understanding

_WANTED = frozenset("video vertical square @dur about make create need want for".split())


_CAN = re.compile(
    r"\W*(?:hi|hello|hey)?\W*(?:can|could|do|does|would) (?:you|it|i|we) (?:also )?(?:do|make|support|offer|handle|"
    r"have|get|create|produce)\b[\w\s:x/-]{0,50}\?*\s*$",
    re.IGNORECASE,
)
_BRIEF = re.compile(r"\b(?:about|for|to|that|promot\w+|explain\w+|an?|our|my|this|the|me|us)\b", re.IGNORECASE)
_QUERY = re.compile(
    r"\W*(?:(?:do|does|did|must|should|will) (?:i|we|you|it)|is|are|am|how|why|who|where|when|which|what)\b"
    r"(?!.*\b(?:video|film|clip|ad|advert|spot|movie|trailer|explainer|about)\b)",
    re.IGNORECASE,
)
"""A question that begins no brief: nothing in it is to be made."""
ANSWERED = 0.9
"""From this share on a first message is taken for the question that it seems to be."""


def asked_first(context: Context, clauses: Sequence[Clause]) -> Understanding | None:
    """A first message as the question or greeting that it is by the second opinion; None where it may be a brief."""
    raw = [token for clause in clauses for token in clause.raw]
    if context.board is not None or not context.second or not 2 <= len(raw) <= 16 or not with_meaning():
        return None
    question = any(clause.question for clause in clauses)
    if _CAN.match(context.text) and not _BRIEF.search(context.text):
        return Understanding.model_validate({"enquiries": [{"topic": "capabilities", "words": context.text}]})
    shares = opinions([features(raw, context.text, question=question, meant=True)])[0]
    best, share = next(iter(shares.items()))
    if share < ANSWERED or shares.get("new_production", 0.0) > 1 - ANSWERED:
        return None
    if best == NOTHING:
        return Understanding(chat="greeting")
    if not best.startswith("?"):
        return None
    return Understanding.model_validate({"enquiries": [{"topic": best[1:], "words": context.text}]})


def is_brief(context: Context, clauses: Sequence[Clause]) -> bool:
    """Whether a first message is a wish for a video and no greeting, question or command."""
    if context.situation.stage not in ("start", "brief") or context.board is not None or not clauses:
        return False
    raw = [token for clause in clauses for token in clause.raw]
    if len(raw) < 3 or (len(clauses) == 1 and len(raw) <= 12 and _QUERY.match(context.text)):
        return False
    book = (rules_courtesy.COURTESY, rules_beginnings.COMMANDS, rules_enquiries.BOOK)
    others = 0
    for clause in clauses:
        context.end = clause.end
        view = undetermined(clause.tokens)
        own = undetermined([t for t in clause.raw if t.norm not in FILLERS])
        found = (
            read_question(context, clause)
            or read_beginning(context, clause)
            or next((r for b in book for v in (view, own) if v and (r := b.read(context, v)) is not None), None)
        )
        others += found is not None and not any(c.name == "new_production" for c in found.commands)
    if others == len(clauses) or (others and {t.norm for t in raw} & {"@url"} and not _WANTED & {t.norm for t in raw}):
        return False
    if (
        find("it/this/@scene/@line/scene/music/logo/captions/voice", raw)
        and not find("video | about | for", raw)
        and len(raw) < 8
    ):
        return False
    if find("video | vertical | @dur | about | for | explain | launch | promote", raw) or find(
        "( make/create/want/need )", raw
    ):
        return True
    if len(raw) <= 5 or others or clauses[0].question:
        return False
    return bool({t.norm for t in raw} & (PLAIN_WORDS | {"video"}))


def learned_first(context: Context, clauses: Sequence[Clause]) -> tuple[Command, ...]:
    """The website that a brief asks to learn the brand from, before the video is made."""
    if len(clauses) < 2:
        return ()
    context.end = clauses[0].end
    found = read_beginning(context, clauses[0])
    return tuple(one for one in found.commands if one.name == "learn_brand") if found is not None else ()
