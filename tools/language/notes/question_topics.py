"""Topics of questions by the second opinion: what a plain question is about where the rules are not sure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.language.notes.context import Context, Reading, Scenes, ask
from tools.language.notes.opinion import opinions
from tools.language.notes.opinion_features import features
from tools.language.notes.opinion_kinds import NOTHING
from tools.language.notes.question_forms import asks_at_the_end, asks_plainly, asks_whether
from tools.language.notes.second_reading import IDLE
from tools.language.notes.splitting import Clause
from tools.notes import Enquiry, Topic

ASKED = 0.25
"""How likely a plain question has to be an enquiry, all topics together, to be answered."""
ABOUT = 0.45
"""How likely one topic has to be among all topics to be answered."""
FIRM = 0.7
"""From this share among all kinds on a topic goes before that of a rule which seemed unlikely."""
UNLIKELY = 0.1
OTHER, HEARD = 0.5, 0.15
"""From these shares on (of another topic among topics, of all topics) an unlikely topic of a rule is asked about."""
_MOST_TOKENS = 32


_CHOICES = (["voices"], ["avatars"], ["music"], ["backgrounds"], ["looks"], ["styles"], ["formats"])
_AT_PRESENT = re.compile(
    r"\W*(?:(?:so|and|ok|hey|by the way|btw)\W+)*(?:which|what)(?:'s| is)? (?:the )?(?:current )?(?:voice|presenter|"
    r"avatar|host|"
    r"music|song|track|tune|mood|background|backdrop|look|style|transition|format|shape|speaker|narrator)\b(?! (?:are|"
    r"do|can|"
    r"could|styles|formats|options))(?:.*\b(?:now|currently|at the moment|right now|at present|so far|in use|using|"
    r"used)\b.*)"
    r"\W*$",
    re.IGNORECASE,
)
"""Which of several things is in use."""


def questioned(context: Context, clause: Clause, reading: Reading | None) -> Reading | None:
    """A reading, or in its place an enquiry (a question of ours where no topic is sure) for a plain question.

    A question that begins with what, which, who, how, is, do … changes nothing unless it is the form of a request;
    `can we …`, `could it …` only where the second opinion is sure that it wants an answer.
    """
    if not context.second or not 2 <= len(clause.raw) <= _MOST_TOKENS:
        return reading
    text = context.text[clause.start : clause.end].strip()
    plainly = asks_plainly(text) or asks_at_the_end(text)
    if not plainly and not asks_whether(text):
        return reading
    if reading is not None and (reading.kept or reading.chat or (reading.patches and reading.commands)):
        return reading
    shares = opinions([features(clause.raw, context.text, question=clause.question, meant=context.look_up())])[0]
    topics: dict[Topic, float] = {kind[1:]: share for kind, share in shares.items() if kind[:1] == "?"}  # type: ignore[misc]
    if not topics:
        return reading
    asked = sum(topics.values())
    best = max(topics, key=lambda one: topics[one])
    share = topics[best]
    acts = reading is not None and bool(reading.patches or reading.commands or reading.enquiries)
    if not acts:
        enough = ASKED if plainly else FIRM
        if asked >= enough and share >= ABOUT * asked:
            return _enquiry(context, clause, best)
        if shares.get(NOTHING, 0.0) >= IDLE:
            return reading
        if plainly and (reading is None or reading.question.startswith("What should change")):
            return _asking(text)
        return reading
    assert reading is not None
    told_topics = [one.topic for one in reading.enquiries]
    if _AT_PRESENT.match(text) is not None and told_topics in _CHOICES and not reading.patches:
        return _enquiry(context, clause, "settings")
    if reading.enquiries and not reading.patches and not reading.commands:
        told = reading.enquiries[0].topic
        if len(reading.enquiries) > 1 or topics.get(told, 0.0) > UNLIKELY * asked:
            return reading
        if share >= FIRM:
            return _enquiry(context, clause, best)
        return _asking(text) if plainly and share >= OTHER * asked and asked >= HEARD else reading
    return _enquiry(context, clause, best) if plainly and share >= FIRM and _idle(shares) else reading


def _asking(text: str) -> Reading:
    return ask(f'What would you like to know: "{text[:80]}"?')


def _idle(shares: Mapping[str, float]) -> bool:
    return all(share <= UNLIKELY for kind, share in shares.items() if kind[:1] != "?")


def _enquiry(context: Context, clause: Clause, topic: Topic) -> Reading:
    named = next((t.value for t in clause.raw if t.norm == "@scene" and isinstance(t.value, Scenes)), None)
    scene = named.ids[0] if named is not None and len(named.ids) == 1 and not named.every else ""
    words = context.text[clause.start : max(context.end, clause.end)].strip()[:300]
    return Reading(enquiries=(Enquiry(topic=topic, scene=scene, words=words),), focus=(scene,) if scene else ())
