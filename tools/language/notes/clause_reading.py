"""Clauses: what one request means by the rules and the frames, first as it stands, then in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tools.language.notes import (
    rules_additions,
    rules_beginnings,
    rules_captions,
    rules_cards,
    rules_courtesy,
    rules_delivery,
    rules_enquiries,
    rules_framing,
    rules_headings,
    rules_hearing,
    rules_holding,
    rules_length,
    rules_look,
    rules_marks,
    rules_parting,
    rules_picture,
    rules_replacing,
    rules_scenes,
    rules_sound,
    rules_wording,
    rules_words,
)
from tools.language.notes.asides import is_praise
from tools.language.notes.context import Context, Reading, Scenes, ask
from tools.language.notes.frames import framed, without_opening, without_purpose
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.patterns import Token, find
from tools.language.notes.phrasing import phrased
from tools.language.notes.questions import read_question
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.scene_wishes import wished
from tools.language.notes.splitting import Clause, opens_request, undetermined
from tools.language.notes.together import together

_WORDS = (
    rules_headings.BOOK,
    rules_words.BOOK,
    rules_wording.BOOK,
    rules_replacing.BOOK,
    rules_cards.BOOK,
    rules_additions.BOOK,
    rules_wording.PAIRS,
)
EDITS = (
    rules_hearing.BOOK,
    rules_delivery.BOOK,
    rules_framing.BOOK,
    rules_scenes.BOOK,
    rules_parting.BOOK,
    rules_holding.BOOK,
    rules_length.BOOK,
    rules_sound.BOOK,
    rules_picture.BOOK,
    rules_look.BOOK,
    rules_captions.BOOK,
    rules_marks.BOOK,
    *_WORDS,
)
_LEVELS = frozenset("faster slower louder quieter livelier calmer softer".split())
DOING = frozenset(
    "find do give get have render make put change use set turn move remove add let swap replace switch bring".split()
)
_ASKING = "what/which/how/why/who/when/where/is/are/do/does/did/was/will/has/have/any/whose"
_REQUESTS = (
    "( how/what about ) | what if | why dont | why not | do me | have her/him | do it | what i/we would? want/love/need"
)
PLURAL = re.compile(r"\b(?:videos|films|clips|formats|files|versions)\b")
_TELLS = frozenset("show tell explain mention say read talk wait find list describe learn export".split())
_ON_SCENES = frozenset("split remove lock unlock duplicate move merge cut hold swap rename call".split())
_PLACES = frozenset("after before behind twice @first @last ahead front first last".split())


def read_clause(context: Context, clause: Clause, topic: Token | None) -> Reading | None:
    """What the rules make of a clause: first as it stands, then with `it` as what was named before."""
    view = undetermined(clause.tokens)
    plain = undetermined([token for token in clause.raw if token.norm not in FILLERS])
    if not view or (len(view) == 1 and view[0].norm in FILLERS):
        view = undetermined(clause.raw)
    if not view:
        return None
    labelled = view[0].norm == "@scene" and len(view) > 2 and view[1].norm == ":"
    if labelled and (reading := rules_cards.BOOK.read(context, view)) is not None:
        return reading
    if clause.question and find("should it/we/i/this/video", plain, at=0) is not None:
        weighed = by_rules(context, view, plain, clause)
        if weighed is not None and weighed.patches:
            return ask("Shall I do that?", *(phrased(context, patch) for patch in weighed.patches[:3]))
    place = find("( in/on/at/for/about )? s=@scene ( : | , )", view, at=0) or find(
        "( in/on/at/for ) s=@scene", view, whole=True
    )
    if place is not None and isinstance(place.value("s"), Scenes) and not place.value("s").problem:
        context.focus = tuple(dict.fromkeys((*place.value("s").ids, *context.focus)))
        rest = view[place.range(0)[1] :]
        if not rest:
            return Reading(kept=True, focus=place.value("s").ids)
        if (reading := by_rules(context, rest, (), clause)) is not None:
            return reading
        named = (rest[0], place.tokens("s")[0], *rest[1:])
        if rest[0].norm in _ON_SCENES and (reading := by_rules(context, named, (), clause)) is not None:
            return reading
    where = find("( in/on/at/for ) s=@scene", view, at=0)
    if where is not None and isinstance(where.value("s"), Scenes) and len(where.value("s").ids) == 1:
        context.focus = tuple(dict.fromkeys((*where.value("s").ids, *context.focus)))
        rest = view[where.range(0)[1] :]
        of_scene = bool(rest) and rest[0].norm in ("heading", "subtitle", "line", "words")
        reading = by_rules(context, rest, (), clause) if of_scene else None
        if reading is not None and reading.patches:
            return reading
    pronoun = next((n for n, token in enumerate(view) if token.norm in ("it", "them", "this", "that")), None)
    turned = topic is not None and view[0].norm == "turn" and topic.norm in ("music", "volume", "voice")
    turned = turned or (topic is not None and topic.norm == "music" and bool(_LEVELS & {token.norm for token in view}))
    if pronoun is not None and topic is not None and (topic.norm in ("@scene", "@line") or turned):
        named = (
            *view[:pronoun],
            replace(topic, start=view[pronoun].start, end=view[pronoun].end),
            *view[pronoun + 1 :],
        )
        if (reading := by_rules(context, named, plain, clause)) is not None:
            return reading
    if (reading := by_rules(context, view, plain, clause)) is not None:
        return reading
    if (
        len(view) > 2
        and view[-1].norm in ("out", "off", "away")
        and view[0].norm in ("use", "leave", "cut", "throw", "turn", "put")
    ):
        taken = (Token("remove", view[0].start, view[0].end), *view[1:-1])
        if (reading := by_rules(context, taken, (), clause)) is not None:
            return reading
    where = find("( in/on/at/for ) s=@scene ,?", view, at=0)
    if where is not None and where.range(0)[1] < len(view):
        moved = (*view[where.range(0)[1] :], *view[:2])
        if (reading := by_rules(context, moved, (), clause)) is not None:
            return reading
    if pronoun is not None and topic is not None:
        named = (
            *view[:pronoun],
            replace(topic, start=view[pronoun].start, end=view[pronoun].end),
            *view[pronoun + 1 :],
        )
        return by_rules(context, named, plain, clause)
    return None


def by_rules(context: Context, view: Sequence[Token], plain: Sequence[Token], clause: Clause) -> Reading | None:
    """What the rules make of a clause, seen without articles (`view`) and with them (`plain`)."""
    asking = bool(plain) and find(_ASKING, plain, at=0) is not None and find(_REQUESTS, plain, at=0) is None
    capability = find("( do/are ) you also? ( do/support/handle/understand/offer ) | ( can/could ) i", plain, at=0)
    if plain and plain[0].norm in ("show", "list", "tell", "can", "could"):
        for tokens in (view, plain):
            if (reading := rules_beginnings.COMMANDS.read(context, tokens)) is not None and (
                plain[0].norm not in ("can", "could")
                or any(one.name in ("show_storyboard", "show_draft") for one in reading.commands)
            ):
                return reading
        asking = asking or plain[0].norm in ("show", "list", "tell")
    told = bool(view) and view[0].norm == "export" and [t.norm for t in plain[:2]] in (["can", "you"], ["could", "you"])
    reading = rules_beginnings.COMMANDS.read(context, view) if told else None
    if reading is not None and reading.commands:
        return reading
    placed = {t.norm for t in view}
    led = bool(view and plain and view[0].norm != plain[0].norm and opens_request(view) and view[0].norm not in _TELLS)
    if (
        led
        and (asking or capability is not None)
        and context.board is not None
        and not PLURAL.search(context.text.lower())
    ):
        for book in EDITS:
            if (reading := book.read(context, view)) is not None and reading.patches:
                return reading
    spared = "@scene" in placed and placed & {"without", "no"} and (asking or capability is not None)
    reading = wished(context, view) if spared else None
    if reading is not None and reading.patches:
        return reading
    if "@scene" in placed and placed & _PLACES and (asking or capability is not None):
        for book in (rules_scenes.BOOK, rules_holding.BOOK):
            if (reading := book.read(context, view)) is not None and reading.patches:
                return reading
    if asking or (capability is not None and clause.question):
        for tokens in (plain, undetermined(clause.raw), view):
            if (reading := rules_enquiries.BOOK.read(context, tokens)) is not None:
                return reading
        if (reading := read_question(context, clause)) is not None:
            return reading
    quoted = any(token.norm in ("@quote", ":") for token in view)
    edits = (*_WORDS, *EDITS) if quoted else EDITS
    books: tuple[Rulebook, ...] = (
        (rules_courtesy.COURTESY, rules_beginnings.COMMANDS, *edits)
        if not quoted
        else (*edits, rules_beginnings.COMMANDS)
    )
    for tokens in dict.fromkeys((tuple(view), tuple(plain))):
        for book in books:
            if context.board is None and book in EDITS:
                continue
            if tokens and (reading := book.read(context, tokens)) is not None:
                return reading
    if clause.question and find("( can/could ) you also? ( do/support/handle/understand/offer )", plain, at=0):
        return rules_enquiries.BOOK.read(context, plain)
    wishes = view[0].norm in DOING or plain[:1] and plain[0].norm in ("have", "will", "any")
    if context.board is not None and (not asking or wishes):
        for tokens in dict.fromkeys((tuple(clause.tokens) if plain else (), tuple(view), tuple(plain))):
            if tokens and (reading := by_frames(context, tokens)) is not None:
                return reading
    for tokens in dict.fromkeys((tuple(view), tuple(plain))):
        if tokens and (reading := rules_courtesy.REFUSALS.read(context, tokens)) is not None:
            return reading
    if not asking:
        for tokens in (plain, view):
            if (
                tokens
                and (
                    clause.question
                    or tokens[0].norm in ("can", "could", "show", "tell", "list", "read", "mention", "compare")
                )
                and (reading := rules_enquiries.BOOK.read(context, tokens)) is not None
            ):
                return reading
    return None


def by_frames(context: Context, tokens: Sequence[Token]) -> Reading | None:
    """What the plain requests mean that a clause was said again in."""
    if is_praise(undetermined(tokens)):
        return Reading(chat="praise", kept=True)
    requests = framed(context, undetermined(tokens)) or framed(context, undetermined(without_purpose(context, tokens)))
    requests = requests or without_opening(context, without_purpose(context, tokens))
    found = [
        next((reading for book in EDITS if (reading := book.read(context, request)) is not None), None)
        for request in requests
    ]
    known = [reading for reading in found if reading is not None]
    return together(known) if known and len(known) == len(found) else None
