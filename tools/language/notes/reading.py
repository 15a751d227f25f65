"""Reading: a note becomes an understanding. Each request in it is read by the rules; the rest is asked or quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tools.language.notes import rules_pairs
from tools.language.notes.announcing import DEMANDS, announced, expect_music, leaves
from tools.language.notes.carried_over import carried, cast, is_empty, plainly, repeated, replayed, shared
from tools.language.notes.choices import chosen_scene
from tools.language.notes.clause_reading import DOING, PLURAL, by_frames, read_clause
from tools.language.notes.colouring import tag_colours
from tools.language.notes.contents import tag_contents
from tools.language.notes.context import Context, Lines, Reading, Scenes, begin_message
from tools.language.notes.ellipsis import paired, restored
from tools.language.notes.field_sayings import fields_told
from tools.language.notes.first_messages import asked_first, is_brief, learned_first
from tools.language.notes.free_texts import quote_free_texts, quote_lines
from tools.language.notes.gathering import gathered
from tools.language.notes.implausible import kept_silently, without_half
from tools.language.notes.layout_mentions import tag_layouts
from tools.language.notes.leftovers import with_leftovers
from tools.language.notes.limits import REFUSALS
from tools.language.notes.nearer_sayings import nearer
from tools.language.notes.new_briefs import begins_brief, brief_of_another
from tools.language.notes.opening_words import NOUNS
from tools.language.notes.part_scopes import in_new_scene, placed_there, within_scope
from tools.language.notes.patterns import Token
from tools.language.notes.pieces import pieced, placed, without_asides
from tools.language.notes.plainer import notated
from tools.language.notes.question_forms import asks_leave, asks_whether
from tools.language.notes.question_topics import questioned
from tools.language.notes.references import tag_references
from tools.language.notes.rejoined import rejoined
from tools.language.notes.remedies import settle_remedies
from tools.language.notes.repairs import repaired
from tools.language.notes.replies import answer_is_name, leaves_open, reply
from tools.language.notes.retelling import Hearing, is_clear, retold
from tools.language.notes.said_once import spelled_out
from tools.language.notes.scene_orders import tag_orders
from tools.language.notes.scopes import elsewhere, scoped, whole_length
from tools.language.notes.script_frames import script_framed
from tools.language.notes.second_reading import seconded
from tools.language.notes.single_sayings import coloured_places, single_first
from tools.language.notes.slips import without_slips
from tools.language.notes.splitting import Clause, clauses_of, undetermined
from tools.language.notes.swallowed import unswallowed
from tools.language.notes.talk import read_first, read_last
from tools.language.notes.tokens import MOST_CHARACTERS, cleaned, tokens_of
from tools.language.notes.unaccounted import accounted
from tools.language.notes.undone import asked_about, lacks, undone, without_opposites
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
    text = repaired(situation, text)
    context, clauses, found = _heard(request, text)
    if situation.storyboard is not None:
        lost = undone(context, clauses, found)
        if lost or found.question or found.unknown or not (is_clear(found) or found.chat):
            again = retold(Hearing(_heard, _prepared, plainly), request, text, found)
            if again is not None:
                lost = "" if _TAKEN_BACK.search(text) else undone(context, clauses, again)
            found = again or found
            found = asked_about(context, clauses, found, lost) if lost else found
        found = rejoined(_heard, request, text, unswallowed(_heard, request, text, found))
        found = accounted(replace(context, text=text), found)
        found = kept_silently(context, without_half(without_opposites(context, clauses, found)))
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
        told = nearer(context, text)
        plain = single_first(context, notated(coloured_places(context, fields_told(context, told))))
        context.text = text = spelled_out(context, without_slips(context, plain))
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
    clauses = list(clauses)
    for at in range(len(clauses)):
        clauses[at] = clause = placed_there(context, clauses[at])
        context.end = clause.end
        before = clauses[at - 1] if at else None
        expect_music(context, readings)
        lone = len(clauses) > 1 and len(view := undetermined(clause.tokens)) == 1 and view[0].norm in _LONE
        lone = lone and not {"yes", "ok", "okay", "fine"} & {t.norm for t in clause.raw}
        again = repeated(context, clause, clauses[:at], readings)
        ordered = clause.raw[0].value if clause.raw and clause.raw[0].norm == "@order" else None
        reading = ordered or pairs.get(at) or again or announced(clause, clauses[at + 1 :])
        reading = reading or read_first(context, clause)
        if reading is None and not lone:
            about = None if whole_length(clause.raw, readings[-1] if readings else None) else topic
            reading = read_clause(context, clause, about) or script_framed(context, undetermined(clause.tokens))
            reading = reading or read_last(context, clause)
        if reading is None and lone and at + 1 < len(clauses):
            reading = shared(context, clause, clauses[at + 1])
        if reading is not None and reading.enquiries and not reading.patches and not clause.question:
            own = context.text[clause.start : clause.end].lower()
            if clause.raw[0].norm == "@scene" or DEMANDS.search(own):  # `Why it matters belongs at the end`: a heading
                reading = None
        if reading is None and before is not None and clause.tokens:
            reading = replayed(context, clause, clauses[:at], readings)
        if reading is None and lone:
            reading = read_clause(context, clause, topic)
        if reading is None and at + 1 < len(clauses):
            reading = shared(context, clause, clauses[at + 1])
        doing = clause.tokens and clause.tokens[0].norm in DOING and clause.tokens[0] is not clause.raw[0]
        low = context.text[clause.start : clause.end].lower()
        plural = doing and ((clause.question or asks_whether(low)) and PLURAL.search(low) or asks_leave(low))
        if reading is not None and reading.enquiries and doing and not plural and context.board is not None:
            framed_reading = by_frames(context, clause.tokens) or cast(context, clause, topic)
            reading = framed_reading if framed_reading is not None and framed_reading.patches else reading
        asked = reading is None or (reading.question not in {"", *REFUSALS} and not reading.patches)
        if context.board is not None and asked:
            finer = pieced(context, clause, lambda c, part, named=topic: read_clause(c, part, named))  # type: ignore[misc]
            if finer is not None and (reading is None or (finer.patches and not finer.unknown and not finer.question)):
                reading = finer
        if before is not None and (reading is None or not (reading.patches or reading.commands)):
            reading = carried(context, clause, before) or reading
        if reading is not None and before is not None and not (readings[-1] and readings[-1].patches):
            reading = placed(reading, clause.raw, before.raw)
        if reading is None and is_empty(clause):
            reading = Reading(kept=True)
        if reading is None or reading.unknown or (reading.question and not (reading.patches or reading.commands)):
            reading = read_wish(context, clause) or reading
        reading = seconded(context, clause, reading, plainly(context))
        reading = questioned(context, clause, reading)
        within = within_scope(context, clauses, at, reading)
        reading = scoped(context, within, reading) if reading is not None else None
        reading = elsewhere(context, clause.raw, reading, readings) if reading is not None else None
        if reading is not None and readings:
            reading = in_new_scene(clause, reading, readings[-1])
        if reading is not None and (left := with_leftovers(context, clause, reading)) is not reading:
            finer = pieced(context, clause, lambda c, part, named=topic: read_clause(c, part, named))  # type: ignore[misc]
            whole = finer is not None and finer.patches and with_leftovers(context, clause, finer) is finer
            reading = finer if whole and finer is not None and not finer.unknown else left
        elif reading is not None and lacks(context, clause, reading):
            finer = pieced(context, clause, lambda c, part, named=topic: read_clause(c, part, named))  # type: ignore[misc]
            more = finer is not None and len(finer.patches) > len(reading.patches) and not finer.unknown
            finer = scoped(context, within, finer) if more and finer is not None else None
            reading = finer if finer is not None and not lacks(context, clause, finer) else reading
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
