"""Sentences: the client's own, without fillers, as the company says them, and one thing at a time."""

from __future__ import annotations

import re

from tools.language.account.utterances import hide_quotes, is_finite, shown
from tools.language.clauses import ours
from tools.language.fact_forms import MONEY

_FILLERS = (
    (r"^quick\s+(?:one|question|thing)\s*[:,-]\s*", ""),
    (
        r"^(?:(?:so|well|ok|okay|basically|right|hey|hi|hello|um|uh|anyway|oh|and|also|but|plus|btw|honestly|look|"
        r"listen|"
        r"yeah|quick one:?|yo|hiya|hi there|hey there)\b[\s,]+)+(?=\w)",
        "",
    ),
    (r",?\s+(?:actually|basically|obviously|honestly|literally)(?=[,.]|$)", ""),
    (r"\b(?:actually|basically|obviously|honestly|literally)\s+", ""),
    (r"\bkind of\s+(?=(?:grew|took|happened|started|became)\b)", ""),
    (r",?\s+(?:you know|i guess|i think|i mean|or something|etc)\b\.?", ""),
    (r"\s*\b(?:lol|haha+|xd)\b\.?", ""),
)
_KIN = (
    r"(?:mum|mom|mother|dad|father|wife|husband|sister|brother|son|daughter|aunt|uncle|partner|friend|girlfriend|"
    r"boyfriend|cousin|colleague)s?"
)
_NEW = (
    r"(?:now\s+)?(?:we|it|they|there|you|i|he|she|everyone|everybody|people|most|some|many|all|our|the|this|that|"
    r"each|every)(?:'\w+)?\s"
)


def unfilled(text: str) -> str:
    """`text` without the words that only fill speech."""
    hidden, quotes = hide_quotes(text)
    hidden = re.sub(r"\b(in|from|near)\s+([A-Z]\w+)\s+\(([A-Z]\w+)\)", r"\1 \2 in \3", hidden)
    for pattern, left in _FILLERS:
        hidden = re.sub(pattern, left, hidden, flags=re.I)
    return shown(hidden.strip(), quotes)


def turned(text: str, personal: bool) -> str:
    """`text` as it is said by who speaks: the company unless `personal`, and not to those who make the video."""
    hidden, quotes = hide_quotes(text)
    hidden = re.sub(rf"\b(?:me and my {_KIN}|my {_KIN} and (?:i|me))\b", "we", hidden, flags=re.I)
    hidden = re.sub(
        r"\b(?:I|[Ww]e)\s+(?:want|would like|'d like)\s+to\s+ask\s+for\b", "We'd like to ask you for", hidden
    )
    if not personal:
        named = re.match(
            r"(?:I'm|I am|My name is|My name's)\s+(?=[A-ZÀ-Þ]|the\s|an?\s(?!\w+\s(?:of|called)\b))", hidden
        )
        lead = named.group() if named else ""
        hidden = lead + ours(hidden[len(lead) :])
    hidden = re.sub(
        r"^(January|February|March|April|May|June|July|August|September|October|November|December),?\s+"
        r"(?=(?:we|our|the)\s)",
        r"In \1 ",
        hidden,
        flags=re.I,
    )
    hidden = re.sub(r"\b[Ww]e am\b", "we are", re.sub(r"\b[Ww]e was\b", "we were", hidden))
    hidden = re.sub(r"(?<=[a-z,] )We(?=['\s])", "we", hidden)
    return shown(hidden, quotes)


def apart(text: str) -> list[str]:
    """What a clause says, one thing in each sentence; a sentence that can not be cut surely stays whole."""
    hidden, quotes = hide_quotes(text)
    found: list[str] = []
    for part in _coordinated(hidden):
        found += _off_hangers(part)
    return [shown(each, quotes) for each in found]


def _coordinated(text: str) -> list[str]:
    """Two sentences where a whole one follows `, and` or a comma alone."""
    for joint in re.finditer(
        rf",\s+(?:and\s+)?(?={_NEW})|\s+and\s+(?=(?:now\s+)?(?:we|it|they|you|there|people)"
        rf"(?:'\w+)?\s)",
        text,
        re.I,
    ):
        before, after = text[: joint.start()], text[joint.end() :]
        if (
            re.search(
                r"\b(?:if|when|where|while|because|since|unless|although|as soon as|once|before|after|whether|"
                r"so that|"
                r"until)\b",
                before,
                re.I,
            )
            and not len(before.split()) > 12
        ):
            continue
        if re.search(r"\b(?:so|that|which|where|who|if|when|whether)\s*$", before):
            continue
        bare = "," in joint.group()
        whole = len(before.split()) >= 4 and len(after.split()) >= 3 and is_finite(before) and is_finite(after)
        if whole and (bare or len(text.split()) > 12) and _starts_clause(after):
            return [before, *_coordinated(after[:1].upper() + after[1:])]
    return [text]


def _starts_clause(after: str) -> bool:
    """Whether a verb follows the first words at once, so that they are its subject rather than the end of a list."""
    return re.match(
        r"(?:now\s+)?(?:we|it|they|there|you|i|he|she|everyone|everybody|people|most|some|many)\b", after, re.I
    ) is not None or (is_finite(" ".join(after.split()[:6])))


def _off_hangers(text: str) -> list[str]:
    """A sentence, and the prices and the like that hang behind it between commas, as phrases of their own."""
    pieces = re.split(r",\s+", text)
    if len(pieces) < 2 or not is_finite(pieces[0]):
        return [text]
    hangs = len(pieces)
    while hangs > 1 and re.match(
        rf"(?:(?:from|only|just)\s+)?{MONEY}|free\s|no\s|\d+\s+(?:people|places|seats|spots)"
        rf"\s+max|"
        rf"max\b|first\s|\+?\d[\d ]{{7,}}$|bring\s",
        pieces[hangs - 1],
        re.I,
    ):
        hangs -= 1
    if hangs == len(pieces) or re.search(r"\s(?:and|or)\s", pieces[-1]) and len(pieces) - hangs > 1:
        return [text]
    return [", ".join(pieces[:hangs]), ", ".join(pieces[hangs:])]


def is_personal(told: str, message: str) -> bool:
    """Whether one person speaks of what is theirs alone: `I` and not `we` in what is told."""
    own = len(re.findall(r"\b(?:I|I'm|I've|[Mm]y)\b", told))
    alone = (
        own >= 2
        and own > len(re.findall(r"\b(?:we|we're|we've|our|us)\b", told, re.I))
        or not re.search(r"\b(?:we|we're|we've|our|us)\b", told, re.I)
    )
    return (
        bool(alone)
        and re.search(
            r"\bI (?:made|built|wrote|teach|help|do|run|paint|sell|bake|make)\b|"
            r"\b[Mm]y\s+(?:\w+\s){0,3}(?:novel|book|memoir|album|single|song|exhibition|"
            r"poems?|"
            r"podcast|thesis)\b|\b(?:I'm|I am|[Mm]y name is)\s+(?-i:[A-ZÀ-Þ])",
            message,
            re.I,
        )
        is not None
    )
