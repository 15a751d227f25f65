"""Reading: a note becomes an understanding. Each request in it is read by the rules; the rest is asked or quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.language.notes import (
    rules_additions,
    rules_beginnings,
    rules_captions,
    rules_cards,
    rules_courtesy,
    rules_enquiries,
    rules_headings,
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
from tools.language.notes.colouring import tag_colours
from tools.language.notes.context import Context, Lines, Reading, Scenes, ask
from tools.language.notes.frame_words import Request
from tools.language.notes.frames import framed, subject, without_opening, without_purpose
from tools.language.notes.free_texts import quote_free_texts
from tools.language.notes.gathering import gathered
from tools.language.notes.lexicon import FILLERS, PLAIN_WORDS
from tools.language.notes.new_briefs import brief_of_another
from tools.language.notes.patterns import Token, find
from tools.language.notes.phrasing import phrased
from tools.language.notes.pieces import pieced, together, without_asides
from tools.language.notes.questions import read_question
from tools.language.notes.references import tag_references
from tools.language.notes.remedies import settle_remedies
from tools.language.notes.replies import answer_is_name, reply
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.script_frames import script_framed
from tools.language.notes.second_reading import seconded
from tools.language.notes.splitting import NOUNS, Clause, clauses_of, undetermined
from tools.language.notes.talk import read_beginning, read_first, read_last
from tools.language.notes.tokens import MOST_CHARACTERS, cleaned, tokens_of
from tools.notes import Command, NoteRequest, Situation, Understanding

_WORDS = (
    rules_headings.BOOK,
    rules_words.BOOK,
    rules_wording.BOOK,
    rules_replacing.BOOK,
    rules_cards.BOOK,
    rules_additions.BOOK,
    rules_wording.PAIRS,
)
_EDITS = (
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
_LONE = frozenset("music captions logo voice avatar background heading typeface colour transition".split())
_DOING = frozenset(
    "find do give get have render make put change use set turn move remove add let swap replace switch bring".split()
)
_ASKING = "what/which/how/why/who/when/where/is/are/do/does/did/was/will/has/have/any/whose"
_REQUESTS = (
    "( how/what about ) | what if | why dont | why not | do me | have her/him | do it | what i/we would? want/love/need"
)


def understand_note(request: NoteRequest) -> Understanding:
    """What a message means in its situation. Never raises for anything a client may write."""
    situation = request.situation
    text = cleaned(request.text)
    if situation.pending:
        answer = reply(situation.pending, situation.pending_options, text)
        if answer == "-":
            return Understanding(said="Left as it is.")
        answer = answer or _chosen_scene(situation, text)
        if answer is not None:
            found = _understood(
                replace(request, situation=replace(situation, pending="", pending_options=())), cleaned(answer)
            )
            own = _understood(request, text) if answer not in situation.pending_options else found
            if own is not found and answer_is_name(situation.pending) and not found.patches and own.patches:
                return own
            if found.patches or found.commands or found.question or found.enquiries:
                return found
    found = _understood(request, text)
    if len(request.text) > 4 * MOST_CHARACTERS or len(text) >= MOST_CHARACTERS:
        return found.changed(unknown=(*found.unknown, f"{text[-80:]} …"))
    return found


def _chosen_scene(situation: Situation, text: str) -> str | None:
    """The option that speaks of the one scene that a short answer names: `the price one`."""
    context = Context(situation, text)
    tokens = tag_references(context, tokens_of(text, context.vocabulary))
    named = [token for token in tokens if token.norm == "@scene" and len(token.value.ids) == 1]
    rest = [token.norm for token in tokens if token.norm not in FILLERS | {"@scene", "the", "one", "i", "mean", "take"}]
    if len(named) != 1 or rest or not situation.pending_options:
        return None
    number = str(context.number(named[0].value.ids[0]))
    fitting = [option for option in situation.pending_options if number in re.findall(r"\d+", option)]
    return fitting[0] if len(fitting) == 1 else None


def read_clauses(request: NoteRequest) -> tuple[Context, list[Clause], list[Reading | None]]:
    """The clauses of a message and what the rules alone make of each, without the second opinion."""
    context, clauses = _prepared(request, cleaned(request.text))
    context.second = False
    return context, clauses, _read_all(context, clauses)


def _prepared(request: NoteRequest, text: str) -> tuple[Context, list[Clause]]:
    context = Context(request.situation, text, focus=request.situation.focus)
    tokens = tag_colours(tokens_of(text, context.vocabulary))
    tokens = tag_references(context, tokens)
    if context.board is not None:
        tokens = quote_free_texts(context, tokens, lambda clause: _glanced(context, clause))
    return context, clauses_of(tokens)


def _understood(request: NoteRequest, text: str) -> Understanding:
    context, clauses = _prepared(request, text)
    if _is_brief(context, clauses) or (context.board is not None and brief_of_another(text)):
        return Understanding(
            commands=(Command(name="new_production", value=request.text.strip()[:20_000]),), said="A new video."
        )
    readings = _read_all(context, clauses)
    return gathered(context, clauses, readings)


def _glanced(context: Context, clause: Clause) -> Reading | None:
    """What a part of a message would mean, with nothing of the context moved by it."""
    focus, end = context.focus, context.end
    context.end = clause.end
    reading = read_first(context, clause) or _read(context, clause, None)
    reading = reading or script_framed(context, undetermined(clause.tokens)) or read_last(context, clause)
    context.focus, context.end = focus, end
    return reading


_PLURAL = re.compile(r"\b(?:videos|films|clips|formats|files|versions)\b")
_WANTED = frozenset("video vertical square @dur about make create need want for".split())


def _is_brief(context: Context, clauses: Sequence[Clause]) -> bool:
    """Whether a first message is a wish for a video and no greeting, question or command."""
    if context.situation.stage not in ("start", "brief") or context.board is not None or not clauses:
        return False
    raw = [token for clause in clauses for token in clause.raw]
    if len(raw) < 3:
        return False
    book = (rules_courtesy.COURTESY, rules_beginnings.COMMANDS, rules_enquiries.BOOK)
    others = 0
    for clause in clauses:
        context.end = clause.end
        view = undetermined(clause.tokens)
        own = undetermined([t for t in clause.raw if t.norm not in FILLERS])
        found = read_question(context, clause) or read_beginning(context, clause) or next(
            (r for b in book for v in (view, own) if v and (r := b.read(context, v)) is not None), None
        )
        others += found is not None and not any(c.name == "new_production" for c in found.commands)
    if others == len(clauses) or (others and {t.norm for t in raw} & {"@url"} and not _WANTED & {t.norm for t in raw}):
        return False
    if find("video | vertical | @dur | about | for | explain | launch | promote", raw) or find(
        "( make/create/want/need )", raw
    ):
        return True
    return len(raw) > 5 and not clauses[0].question and bool({t.norm for t in raw} & (PLAIN_WORDS | {"video"}))


def _read_all(context: Context, clauses: Sequence[Clause]) -> list[Reading | None]:
    readings: list[Reading | None] = []
    topic: Token | None = None
    pairs = rules_wording.read_pairs(context, clauses)
    for at, clause in enumerate(clauses):
        context.end = clause.end
        before = clauses[at - 1] if at else None
        lone = len(clauses) > 1 and len(view := undetermined(clause.tokens)) == 1 and view[0].norm in _LONE
        lone = lone and not {"yes", "ok", "okay", "fine"} & {t.norm for t in clause.raw}
        reading = pairs.get(at) or read_first(context, clause)
        if reading is None and not lone:
            reading = _read(context, clause, topic) or script_framed(context, undetermined(clause.tokens))
            reading = reading or read_last(context, clause)
        if reading is None and lone and at + 1 < len(clauses):
            reading = _shared(context, clause, clauses[at + 1])
        if reading is None and before is not None and clause.tokens:
            reading = _replayed(context, clause, clauses[:at], readings)
        if reading is None and lone:
            reading = _read(context, clause, topic)
        if reading is None and at + 1 < len(clauses):
            reading = _shared(context, clause, clauses[at + 1])
        doing = clause.tokens and clause.tokens[0].norm in _DOING and clause.tokens[0] is not clause.raw[0]
        plural = doing and clause.question and _PLURAL.search(context.text[clause.start : clause.end].lower())
        if reading is not None and reading.enquiries and doing and not plural and context.board is not None:
            framed_reading = _by_frames(context, clause.tokens)
            reading = framed_reading if framed_reading is not None and framed_reading.patches else reading
        if context.board is not None and (reading is None or (reading.question and not reading.patches)):
            finer = pieced(context, clause, lambda c, part, named=topic: _read(c, part, named))  # type: ignore[misc]
            if finer is not None and (reading is None or (finer.patches and not finer.unknown and not finer.question)):
                reading = finer
        if before is not None and (reading is None or not (reading.patches or reading.commands)):
            reading = _carried(context, clause, before) or reading
        if reading is None and _empty(clause):
            reading = Reading(kept=True)
        reading = seconded(context, clause, reading, _plainly(context))
        if reading is None and clause.correction and readings:
            readings[-1] = Reading(kept=True)
        readings.append(reading)
        mentioned = [t for t in clause.tokens if t.norm in ("@scene", "@line") or t.norm in NOUNS.split("/")]
        topic = next((t for t in mentioned if t.norm in ("@scene", "@line")), mentioned[0] if mentioned else topic)
        focus = [id_ for t in clause.tokens if isinstance(t.value, Scenes) and not t.value.every for id_ in t.value.ids]
        focus += [
            s.id
            for t in clause.tokens
            if isinstance(t.value, Lines)
            for s in context.scenes
            if any(line.id in t.value.ids for line in s.lines)
        ]
        if any(t.norm == "endcard" for t in clause.tokens):
            focus += [scene.id for scene in context.scenes if scene.layout == "end_card"]
        own = tuple(reading.focus) if reading else ()
        context.focus = tuple(dict.fromkeys((*own, *focus, *context.focus)))
    return without_asides(clauses, settle_remedies(context, clauses, readings))


def _plainly(context: Context) -> Callable[[Request], Reading | None]:
    """Reads requests in the plainest words."""
    books = (*_EDITS, rules_beginnings.COMMANDS)
    return lambda request: next((one for book in books if (one := book.read(context, request)) is not None), None)


def _carried(context: Context, clause: Clause, before: Clause) -> Reading | None:
    """`… maybe something more cinematic`: a value alone belongs to what was spoken of right before."""
    view = undetermined(clause.tokens)
    about = subject(context, undetermined(before.tokens))
    if not view or not about or len(view) > 8 or subject(context, view):
        return None
    if about == "duration" and len(view) == 1 and view[0].norm == "@num":
        view = (replace(view[0], norm="@dur"),)
    noun = Token(about, view[0].start, view[0].start)
    reading = _by_frames(context, (noun, *view))
    return reading if reading is not None and reading.patches else None


def _read(context: Context, clause: Clause, topic: Token | None) -> Reading | None:
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
        weighed = _by_rules(context, view, plain, clause)
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
        if (reading := _by_rules(context, rest, (), clause)) is not None:
            return reading
    pronoun = next((n for n, token in enumerate(view) if token.norm in ("it", "them", "this", "that")), None)
    turned = topic is not None and view[0].norm == "turn" and topic.norm in ("music", "volume", "voice")
    if pronoun is not None and topic is not None and (topic.norm in ("@scene", "@line") or turned):
        named = (
            *view[:pronoun],
            replace(topic, start=view[pronoun].start, end=view[pronoun].end),
            *view[pronoun + 1 :],
        )
        if (reading := _by_rules(context, named, plain, clause)) is not None:
            return reading
    if (reading := _by_rules(context, view, plain, clause)) is not None:
        return reading
    if (
        len(view) > 2
        and view[-1].norm in ("out", "off", "away")
        and view[0].norm in ("use", "leave", "cut", "throw", "turn", "put")
    ):
        taken = (Token("remove", view[0].start, view[0].end), *view[1:-1])
        if (reading := _by_rules(context, taken, (), clause)) is not None:
            return reading
    where = find("( in/on/at/for ) s=@scene ,?", view, at=0)
    if where is not None and where.range(0)[1] < len(view):
        moved = (*view[where.range(0)[1] :], *view[:2])
        if (reading := _by_rules(context, moved, (), clause)) is not None:
            return reading
    if pronoun is not None and topic is not None:
        named = (
            *view[:pronoun],
            replace(topic, start=view[pronoun].start, end=view[pronoun].end),
            *view[pronoun + 1 :],
        )
        return _by_rules(context, named, plain, clause)
    return None


def _by_rules(context: Context, view: Sequence[Token], plain: Sequence[Token], clause: Clause) -> Reading | None:
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
    placed = {t.norm for t in view}
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
    edits = (*_WORDS, *_EDITS) if quoted else _EDITS
    books: tuple[Rulebook, ...] = (
        (rules_courtesy.COURTESY, rules_beginnings.COMMANDS, *edits)
        if not quoted
        else (*edits, rules_beginnings.COMMANDS)
    )
    for tokens in dict.fromkeys((tuple(view), tuple(plain))):
        for book in books:
            if context.board is None and book in _EDITS:
                continue
            if tokens and (reading := book.read(context, tokens)) is not None:
                return reading
    if clause.question and find("( can/could ) you also? ( do/support/handle/understand/offer )", plain, at=0):
        return rules_enquiries.BOOK.read(context, plain)
    wishes = view[0].norm in _DOING or plain[:1] and plain[0].norm in ("have", "will", "any")
    if context.board is not None and (not asking or wishes):
        for tokens in dict.fromkeys((tuple(clause.tokens) if plain else (), tuple(view), tuple(plain))):
            if tokens and (reading := _by_frames(context, tokens)) is not None:
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


def _by_frames(context: Context, tokens: Sequence[Token]) -> Reading | None:
    """What the plain requests mean that a clause was said again in."""
    if is_praise(undetermined(tokens)):
        return Reading(chat="praise", kept=True)
    requests = framed(context, undetermined(tokens)) or framed(context, undetermined(without_purpose(context, tokens)))
    requests = requests or without_opening(context, without_purpose(context, tokens))
    found = [
        next((reading for book in _EDITS if (reading := book.read(context, request)) is not None), None)
        for request in requests
    ]
    known = [reading for reading in found if reading is not None]
    return together(known) if known and len(known) == len(found) else None


_PLACES = frozenset("after before behind twice @first @last ahead front first last".split())
_SAME = (
    "( ( and/also )? do? same/likewise ( thing/again/goes/change )* ( for/to/with/in/on "
    ")* | ( also | and | not | but )* ) "
    "s=@scene/@line ( too | also | as well | instead | of course )*"
)


def _replayed(
    context: Context, clause: Clause, before: Sequence[Clause], readings: list[Reading | None]
) -> Reading | None:
    """`… and the logo`, `no, scene 3`, `the same for scene 4`: the request before with another thing in its place."""
    previous, last = before[-1], readings[-1]
    view, old = undetermined(clause.tokens), undetermined(previous.tokens)
    if not old or last is None:
        return None
    same = find(_SAME, view, whole=True)
    if same is not None:
        token = same.tokens("s")[0] if same.has("s") else view[-1]
        place = next((n for n, t in enumerate(old) if t.norm == token.norm), None)
        if place is not None:
            reading = _by_rules(context, (*old[:place], token, *old[place + 1 :]), (), clause)
            if reading is not None and clause.correction:
                readings[-1] = Reading(kept=True)
            return reading
    if len(view) <= 4:
        for keep in (1, 2):
            reading = (
                _by_rules(context, (*old[:keep], *view), (), clause) if old[0].norm not in NOUNS.split("/") else None
            )
            if reading is not None and (reading.patches or reading.question):
                return reading
    return None


def _shared(context: Context, clause: Clause, following: Clause) -> Reading | None:
    """`make the logo` of `make the logo and the captions bigger`."""
    view, after = undetermined(clause.tokens), undetermined(following.tokens)
    if len(after) < 2 or len(view) > 4 or after[0].norm not in NOUNS.split("/"):
        return None
    return _by_rules(context, (*view, *after[1:]), (), clause)


def _empty(clause: Clause) -> bool:
    small = FILLERS | frozenset(
        "no yes the a it is that this and but so i you we to of for in on , : want would could".split()
    )
    return all(token.norm in small for token in clause.raw)
