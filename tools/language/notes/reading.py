"""Reading: a note becomes an understanding. Each request in it is read by the rules; the rest is asked or quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.language.notes import rules_beginnings, rules_pairs
from tools.language.notes.announcing import DEMANDS, announced, expect_music, leaves
from tools.language.notes.choices import chosen_scene
from tools.language.notes.clause_reading import DOING, EDITS, PLURAL, by_frames, by_rules, read_clause
from tools.language.notes.colouring import tag_colours
from tools.language.notes.contents import tag_contents
from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, begin_message
from tools.language.notes.courtesies import LEADS
from tools.language.notes.ellipsis import THINGS, paired, restored
from tools.language.notes.field_sayings import fields_told
from tools.language.notes.first_messages import asked_first, is_brief, learned_first
from tools.language.notes.frame_words import LIGHT, Request
from tools.language.notes.frames import subject
from tools.language.notes.free_texts import quote_free_texts, quote_lines
from tools.language.notes.gathering import gathered
from tools.language.notes.layout_mentions import tag_layouts
from tools.language.notes.leftovers import with_leftovers
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.limits import REFUSALS
from tools.language.notes.new_briefs import begins_brief, brief_of_another
from tools.language.notes.patterns import Token, find
from tools.language.notes.pieces import complains_of_length, pieced, placed, without_asides
from tools.language.notes.plainer import notated
from tools.language.notes.question_forms import asks_leave, asks_whether
from tools.language.notes.question_topics import questioned
from tools.language.notes.references import tag_references
from tools.language.notes.remedies import settle_remedies
from tools.language.notes.replies import answer_is_name, leaves_open, reply
from tools.language.notes.retelling import Hearing, is_clear, retold
from tools.language.notes.said_once import spelled_out
from tools.language.notes.scene_orders import tag_orders
from tools.language.notes.scopes import elsewhere, scoped, whole_length
from tools.language.notes.script_frames import script_framed
from tools.language.notes.second_reading import second_reading, seconded
from tools.language.notes.slips import without_slips
from tools.language.notes.splitting import NOUNS, Clause, clauses_of, undetermined
from tools.language.notes.talk import read_first, read_last
from tools.language.notes.tokens import MOST_CHARACTERS, cleaned, tokens_of
from tools.language.notes.undone import asked_about, undone, without_opposites
from tools.language.notes.wishes import read_wish
from tools.notes import Command, NoteRequest, Understanding

_LONE = frozenset("music captions logo voice avatar background heading typeface colour transition".split())


def understand_note(request: NoteRequest) -> Understanding:
    """What a message means in its situation. Never raises for anything a client may write."""
    begin_message()
    situation = request.situation
    text = cleaned(request.text)
    if situation.pending:
        answer = reply(situation.pending, situation.pending_options, text)
        if answer == "-":
            return Understanding(said="Left as it is.")
        if answer is None and situation.storyboard is not None and leaves_open(situation.pending, text):
            return Understanding(question=situation.pending, options=situation.pending_options)
        answer = answer or chosen_scene(situation, text)
        if answer is not None:
            found = _understood(
                replace(request, situation=replace(situation, pending="", pending_options=())),
                cleaned(answer),
                second=False,
            )
            both = _answer_and_more(request, answer) if answer not in situation.pending_options else None
            if both is not None:
                return both
            own = _understood(request, text) if answer not in situation.pending_options else found
            if own is not found and answer_is_name(situation.pending) and not found.patches and own.patches:
                return own
            guessed = situation.pending.startswith("What should change") and answer not in situation.pending_options
            if found.patches or (not guessed and (found.commands or found.question or found.enquiries)):
                return found
    context, clauses, found = _heard(request, text)
    if situation.storyboard is not None:
        lost = undone(context, clauses, found)
        if lost or found.question or found.unknown or not (is_clear(found) or found.chat):
            again = retold(Hearing(_heard, _prepared, _plainly), request, text, found)
            if again is not None:
                lost = "" if _TAKEN_BACK.search(text) else undone(context, clauses, again)
            found = again or found
            found = asked_about(context, clauses, found, lost) if lost else found
        found = without_opposites(context, clauses, found)
    if len(request.text) > 4 * MOST_CHARACTERS or len(text) >= MOST_CHARACTERS:
        return found.changed(unknown=(*found.unknown, f"{text[-80:]} …"))
    return found


_TAKEN_BACK = re.compile(r"\b(?:forget|scratch|never ?mind|ignore|sorry|wait|i mean|actually|rather)\b|"
                         r"\bno,", re.IGNORECASE)


def _after_where(context: Context, tokens: list[Token]) -> list[Token]:
    """`where it talks about gold I want …`: the scene set apart from what is wanted there."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        told = before is not None and before.norm == "@scene" and context.text[before.start :][:6].lower() == "where "
        if before is not None and told and token.norm == "@colour" and bool(getattr(before.value, "ids", None)):
            scene = context.scene(before.value.ids[0])
            said = context.text[token.start : token.end].lower()
            if scene is not None and any(said in line.text.lower() for line in scene.lines):
                found[-1] = replace(before, end=token.end)
                continue
        if told and token.norm in ("i", "we", "make", "use", "put", "give", "let", "turn", "switch", "show", "have"):
            found.append(Token(",", token.start, token.start))
        found.append(token)
    return found


def _answer_and_more(request: NoteRequest, answer: str) -> Understanding | None:
    """An answer with another request behind it: `Light for everybody, and lock it`."""
    if not re.search(r'"[^"]*(?:,|\b(?:and|then|also|plus)\b)[^"]*"$', answer):
        return None
    plain = replace(request.situation, pending="", pending_options=())
    found = _understood(replace(request, situation=plain), cleaned(answer.replace('"', "")))
    several = len(found.patches) + len(found.commands) + len(found.enquiries) > 1
    return found if several and not found.unknown and not found.question else None


def read_clauses(request: NoteRequest) -> tuple[Context, list[Clause], list[Reading | None]]:
    """The clauses of a message and what the rules alone make of each, without the second opinion."""
    begin_message()
    context, clauses = _prepared(request, cleaned(request.text))
    context.second = False
    return context, clauses, _read_all(context, clauses)


def _prepared(request: NoteRequest, text: str) -> tuple[Context, list[Clause]]:
    context = Context(request.situation, text, focus=request.situation.focus)
    if context.board is not None:
        context.text = text = spelled_out(context, without_slips(context, notated(fields_told(context, text))))
    tokens = paired(tag_colours(tokens_of(text, context.vocabulary)))
    tokens = tag_layouts(context, quote_lines(context, tokens))
    tokens = tag_orders(context, _after_where(context, tag_references(context, tokens)))
    if context.board is not None:
        tokens = tag_contents(context, tokens, lambda clause: _glanced(context, clause))
        tokens = tag_layouts(context, tokens, alone=True)
        tokens = quote_free_texts(context, tokens, lambda clause: _glanced(context, clause))
    return context, clauses_of(restored(tokens))


def _understood(request: NoteRequest, text: str, *, second: bool = True) -> Understanding:
    return _heard(request, text, second=second)[2]


def _heard(
    request: NoteRequest, text: str, *, second: bool = True
) -> tuple[Context, list[Clause], Understanding]:
    """What a text means as it stands, with the clauses that it was read in."""
    context, clauses = _prepared(request, text)
    context.second = second
    ordered = any(token.norm == "@order" for clause in clauses for token in clause.raw)
    brief = not ordered and is_brief(context, clauses)
    if brief and (answer := asked_first(context, clauses)) is not None:
        return context, clauses, answer
    if not ordered and (brief or (context.board is not None and brief_of_another(text))):
        made = Command(name="new_production", value=request.text.strip()[:20_000])
        before = learned_first(context, clauses) if brief else ()
        return context, clauses, Understanding(commands=(*before, made), said="A new video.")
    readings = _read_all(context, clauses)
    if context.board is not None and begins_brief(readings):
        made = Command(name="new_production", value=request.text.strip()[:20_000])
        return context, clauses, Understanding(commands=(made,), said="A new video.")
    return context, clauses, gathered(context, clauses, readings)


def _glanced(context: Context, clause: Clause) -> Reading | None:
    """What a part of a message would mean, with nothing of the context moved by it."""
    focus, end = context.focus, context.end
    context.end = clause.end
    reading = read_first(context, clause) or read_clause(context, clause, None)
    reading = reading or script_framed(context, undetermined(clause.tokens)) or read_last(context, clause)
    context.focus, context.end = focus, end
    return reading


def _read_all(context: Context, clauses: Sequence[Clause]) -> list[Reading | None]:
    readings: list[Reading | None] = []
    topic: Token | None = None
    pairs = rules_pairs.read_pairs(context, clauses)
    for at, clause in enumerate(clauses):
        context.end = clause.end
        before = clauses[at - 1] if at else None
        expect_music(context, readings)
        lone = len(clauses) > 1 and len(view := undetermined(clause.tokens)) == 1 and view[0].norm in _LONE
        lone = lone and not {"yes", "ok", "okay", "fine"} & {t.norm for t in clause.raw}
        again = _repeated(context, clause, clauses[:at], readings)
        ordered = clause.raw[0].value if clause.raw and clause.raw[0].norm == "@order" else None
        reading = ordered or pairs.get(at) or again or announced(clause, clauses[at + 1 :])
        reading = reading or read_first(context, clause)
        if reading is None and not lone:
            about = None if whole_length(clause.raw, readings[-1] if readings else None) else topic
            reading = read_clause(context, clause, about) or script_framed(context, undetermined(clause.tokens))
            reading = reading or read_last(context, clause)
        if reading is None and lone and at + 1 < len(clauses):
            reading = _shared(context, clause, clauses[at + 1])
        if reading is not None and reading.enquiries and not reading.patches and not clause.question:
            own = context.text[clause.start : clause.end].lower()
            if clause.raw[0].norm == "@scene" or DEMANDS.search(own):  # `Why it matters belongs at the end`: a heading
                reading = None
        if reading is None and before is not None and clause.tokens:
            reading = _replayed(context, clause, clauses[:at], readings)
        if reading is None and lone:
            reading = read_clause(context, clause, topic)
        if reading is None and at + 1 < len(clauses):
            reading = _shared(context, clause, clauses[at + 1])
        doing = clause.tokens and clause.tokens[0].norm in DOING and clause.tokens[0] is not clause.raw[0]
        low = context.text[clause.start : clause.end].lower()
        plural = doing and ((clause.question or asks_whether(low)) and PLURAL.search(low) or asks_leave(low))
        if reading is not None and reading.enquiries and doing and not plural and context.board is not None:
            framed_reading = by_frames(context, clause.tokens) or _cast(context, clause, topic)
            reading = framed_reading if framed_reading is not None and framed_reading.patches else reading
        asked = reading is None or (reading.question not in {"", *REFUSALS} and not reading.patches)
        if context.board is not None and asked:
            finer = pieced(context, clause, lambda c, part, named=topic: read_clause(c, part, named))  # type: ignore[misc]
            if finer is not None and (reading is None or (finer.patches and not finer.unknown and not finer.question)):
                reading = finer
        if before is not None and (reading is None or not (reading.patches or reading.commands)):
            reading = _carried(context, clause, before) or reading
        if reading is not None and before is not None and not (readings[-1] and readings[-1].patches):
            reading = placed(reading, clause.raw, before.raw)
        if reading is None and _empty(clause):
            reading = Reading(kept=True)
        if reading is None or reading.unknown or (reading.question and not (reading.patches or reading.commands)):
            reading = read_wish(context, clause) or reading
        reading = seconded(context, clause, reading, _plainly(context))
        reading = questioned(context, clause, reading)
        opened = announced(before, clauses[at:]) if before is not None else None
        placed_at = [token for token in before.raw if token.norm == "@scene"] if opened and before is not None else []
        within = (*placed_at, Token(":", clause.start, clause.start), *clause.raw) if placed_at else clause.raw
        reading = scoped(context, within, reading) if reading is not None else None
        reading = elsewhere(context, clause.raw, reading, readings) if reading is not None else None
        if reading is not None and (left := with_leftovers(context, clause, reading)) is not reading:
            finer = pieced(context, clause, lambda c, part, named=topic: read_clause(c, part, named))  # type: ignore[misc]
            whole = finer is not None and finer.patches and with_leftovers(context, clause, finer) is finer
            reading = finer if whole and finer is not None and not finer.unknown else left
        if clause.correction and readings and readings[-1] is None and reading is not None and reading.patches:
            readings[-1] = Reading(kept=True)
        if clause.correction and readings and (reading is None or leaves(reading, clause)):
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
        moved = [patch.scene for patch in reading.patches if patch.op == "move_scene"] if reading else []
        spoken_of = (*moved, *(reading.focus if reading else ()))
        context.focus = tuple(dict.fromkeys((*spoken_of, *focus, *context.focus)))
    return without_asides(context, clauses, settle_remedies(context, clauses, readings))


def _plainly(context: Context) -> Callable[[Request], Reading | None]:
    """Reads requests in the plainest words."""
    books = (*EDITS, rules_beginnings.COMMANDS)
    return lambda request: next((one for book in books if (one := book.read(context, request)) is not None), None)


_AIMS = frozenset(
    "aim go more like under within max maximum exactly about around say want need instead rather down".split()
)


def _carried(context: Context, clause: Clause, before: Clause) -> Reading | None:
    """`… maybe something more cinematic`: a value alone belongs to what was spoken of right before."""
    view = undetermined(clause.tokens)
    about = "duration" if complains_of_length(before) else subject(context, undetermined(before.tokens))
    if not view or not about or len(view) > 8 or subject(context, view):
        return None
    numbers = [token for token in view if token.norm == "@num"]
    if about == "duration" and len(numbers) == 1 and all(t.norm in LIGHT | _AIMS for t in view if t not in numbers):
        view = (replace(numbers[0], norm="@dur"),)
    noun = Token(about, view[0].start, view[0].start)
    reading = by_frames(context, (noun, *view))
    return reading if reading is not None and reading.patches else None


def _cast(context: Context, clause: Clause, topic: Token | None) -> Reading | None:
    """`can we try Daniel with the Scottish accent`: who is seen and who is heard, each in a part of its own."""
    finer = pieced(context, clause, lambda c, part: read_clause(c, part, topic)) if context.board is not None else None
    whole = finer is not None and {"set_avatar", "set_voice"} <= {patch.op for patch in finer.patches}
    return finer if whole and finer is not None and not finer.unknown else None


_SAME = (
    "( ( and/also )? do? same/likewise ( thing/again/goes/change )* ( for/to/with/in/on "
    ")* | ( also | and | not | but )* ) "
    "s=@scene/@line ( too | also | as well | instead | of course )*"
)


_LIKEWISE = (
    "( and/but/, )* ( ( do/with )? ( the? same/likewise ) ( thing/again/goes/change )* ( for/to/with/in/on )* | "
    f"so ( do/does/is/are/should/can/must/could )? | ditto :? for? | nor | neither )? ( the/our/my/her/his )* "
    f"s=( {THINGS} ) "
    "( size/colour )? ( too | also | as well | likewise | please | while you are at it )* ( thanks )?"
)
_AGAIN = frozenset("too same likewise ditto so nor neither well also".split())


def _repeated(
    context: Context, clause: Clause, before: Sequence[Clause], readings: list[Reading | None]
) -> Reading | None:
    """`… and the logo too`, `same for the music`, `so do the captions`: the request before, for another thing."""
    raw = tuple(clause.raw)
    while before and _empty(before[-1]):
        before, readings = before[:-1], readings[:-1]
    same = find(_LIKEWISE, raw, whole=True) if before and _AGAIN & {token.norm for token in raw} else None
    if same is None or readings[-1] is None or not (readings[-1].patches or readings[-1].unknown):
        return None
    thing = same.tokens("s")[0]
    for view in (undetermined(before[-1].tokens), undetermined(before[-1].raw)):
        place = next((n for n, token in enumerate(view) if token.norm in THINGS.split("/")), None)
        if place is None or view[place].norm == thing.norm:
            continue
        named = (*view[:place], thing, *view[place + 1 :])
        reading = by_rules(context, named, (), clause) or second_reading(context, named, _plainly(context))
        if reading is not None:
            return reading
    return None


def _replayed(
    context: Context, clause: Clause, before: Sequence[Clause], readings: list[Reading | None]
) -> Reading | None:
    """`… and the logo`, `no, scene 3`, `the same for scene 4`: the request before with another thing in its place."""
    previous, last = before[-1], readings[-1]
    if _empty(clause):
        return None
    own, all_ = {t.norm for t in clause.tokens}, {t.norm for t in clause.raw}
    alone = {"only", "just"} & all_ and {"heading", "words", "title"} & own
    if alone and last is not None and any(patch.op == "set_layout" for patch in last.patches):
        return Reading(kept=True)
    view, old = undetermined(clause.tokens), undetermined(previous.tokens)
    if len(old) == 1 and len(before) > 1:
        old = undetermined(before[-2].tokens)
    if not old or last is None:
        return None
    same = find(_SAME, view, whole=True)
    if same is not None:
        token = same.tokens("s")[0] if same.has("s") else view[-1]
        place = next((n for n, t in enumerate(old) if t.norm == token.norm), None)
        if place is not None:
            reading = by_rules(context, (*old[:place], token, *old[place + 1 :]), (), clause)
            if reading is not None and clause.correction:
                readings[-1] = Reading(kept=True)
            return reading
    if [t.norm for t in view] == ["@scene"] and any(patch.op == "move_scene" for patch in last.patches):
        return ask("In which order should the scenes be, from the first to the last?")
    if len(view) <= 4:
        for keep in (1, 2):
            reading = (
                by_rules(context, (*old[:keep], *view), (), clause) if old[0].norm not in NOUNS.split("/") else None
            )
            if reading is not None and (reading.patches or reading.question):
                return reading
    return None


def _shared(context: Context, clause: Clause, following: Clause) -> Reading | None:
    """`make the logo` of `make the logo and the captions bigger`."""
    view, after = undetermined(clause.tokens), undetermined(following.tokens)
    if len(after) < 2 or len(view) > 4 or after[0].norm not in NOUNS.split("/"):
        return None
    return by_rules(context, (*view, *after[1:]), (), clause)


def _empty(clause: Clause) -> bool:
    small = FILLERS | frozenset(
        "no yes the a it is that this and but so i you we to of for in on , : want would could".split()
    )
    if all(token.norm in small for token in clause.raw):
        return True
    conditional = len(clause.raw) <= 6 and clause.raw[0].norm == "if"
    return conditional and any(find(lead, clause.raw, whole=True) for lead in LEADS)
