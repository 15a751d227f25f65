"""Gathering: the readings of a message's parts as one understanding."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.content_patches import SetChart, SetQuote, SetScreen, SetStatistic
from tools.language.notes.conflicts import settled
from tools.language.notes.context import Context, Reading, ask
from tools.language.notes.doubts import without_doubtful_texts
from tools.language.notes.implausible import without_implausible
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.limits import read_vague
from tools.language.notes.nearest import guessed
from tools.language.notes.phrasing import phrased, phrased_command
from tools.language.notes.scopes import SHAPES, several_shapes
from tools.language.notes.second_reading import doubted
from tools.language.notes.splitting import Clause
from tools.language.notes.whole_lines import on_lines
from tools.notes import Understanding
from tools.patches import Patch, SetEndCard, SetFormat, SetPresenter

_PLAINLY = re.compile(
    r"^(?:and |then |please |just |now |you can |so |ok |it's |it is |all |(?:looks?|sounds?) (?:good|great|fine|"
    r"lovely|perfect)\W+|(?:good|great|perfect|lovely|fine)\W+|(?:this|that|it|all|everything)(?: is|'s) "
    r"(?:fine|good|great|ok|okay|perfect|lovely)\W*)*(?:approved?|i approve|we approve|go ahead|"
    r"start (?:it|the (?:production|render\w*))|produce it|render it|ship it|make the video|"
    r"(?:start|begin|proceed|carry on|shoot)(?= ?(?:now|please|then)?\W*$))\b(?! (?:if|once|when|as soon|but))"
)
"""An approval so plain that it holds beside changes of the same message, and comes after them."""


def _corrects(clause: Clause) -> bool:
    """Whether a clause takes back what was said before it: `wait, no, delete scene 3`, not `actually, that too`."""
    return clause.correction and not {"too", "also", "well"} & {token.norm for token in clause.raw}


_CARDED = re.compile(r"\b(?:end ?(?:card|screen)|closing|ending|at the end|call to action|cta)\b", re.IGNORECASE)
_AS_IT_IS = re.compile(
    r"(?:\d+:\d+|vertical|portrait|square|landscape|horizontal|format|shape)(?:'s| is| stays?| remains?| can stay)"
    r"(?=\W*$|[,;.]| (?:right|fine|good|ok|okay|perfect|great|but|and)\b)",
    re.IGNORECASE,
)


def _is_set(context: Context, patch: Patch) -> bool:
    """Whether a shape is the one that the video has."""
    if context.board is None or not isinstance(patch, SetFormat) or patch.resolution or patch.fps:
        return False
    return patch.aspect == context.board.aspect


_JOINED = frozenset("set_product set_statistic set_quote set_screen".split())


def _joined(patches: Sequence[Patch], *, carded: bool) -> tuple[Patch, ...]:
    """The patches with those of one scene's card that set different fields as one: a price, and a badge.

    `carded`: the end card is spoken of, so that an address is the end card's.
    """
    made: list[Patch] = []
    for given in patches:
        patch, before = given, made[-1] if made else None
        if isinstance(before, SetScreen) and isinstance(patch, SetEndCard) and before.address is None and not carded:
            fields = patch.model_dump(exclude_defaults=True, exclude_none=True)
            if set(fields) - {"op"} == {"address"}:  # `the shop on a phone, address …`: what the screen shows
                made[-1] = before.model_copy(update={"address": patch.address})
                continue
        if isinstance(patch, SetStatistic) and any(isinstance(one, SetChart) for one in made):
            chart = next(one for one in reversed(made) if isinstance(one, SetChart))
            if patch.note is not None and patch.value is None and patch.label is None and patch.scene != chart.scene:
                patch = SetChart(scene=chart.scene, note=patch.note)  # `a line chart, note: own figures`
        quoted = isinstance(before, SetQuote) and before.author is not None and before.role is None
        if quoted and isinstance(patch, SetPresenter) and patch.name is None and patch.role:
            patch = SetQuote(scene=getattr(before, "scene", ""), role=patch.role)  # `… by Ana, her role is …`
        if before is not None and patch.op in _JOINED and before.op == patch.op:
            one, other = (set(p.model_dump(exclude_defaults=True)) - {"op"} for p in (before, patch))
            if one & other == {"scene"} and getattr(before, "scene", "") == getattr(patch, "scene", ""):
                fields = patch.model_dump(exclude_defaults=True)
                made[-1] = type(before).model_validate({**before.model_dump(exclude_defaults=True), **fields})
                continue
        made.append(patch)
    return tuple(made)


def gathered(context: Context, clauses: Sequence[Clause], readings: Sequence[Reading | None]) -> Understanding:
    """What was understood, what is asked and what is quoted."""
    text = context.text
    unknown = [
        text[clause.start : clause.end].strip()
        for clause, reading in zip(clauses, readings, strict=True)
        if reading is None
    ]
    known = [(clause, reading) for clause, reading in zip(clauses, readings, strict=True) if reading is not None]
    unknown += [quote for _, reading in known for quote in reading.unknown]
    patches, conflict = settled(context, [(_corrects(clause), reading.patches) for clause, reading in known])
    shaped = any(patch.op == "set_format" and patch.aspect for patch in patches)
    corrected = any(clause.correction for clause in clauses)
    if shaped and not corrected and several_shapes([token for clause in clauses for token in clause.raw]):
        patches = tuple(patch for patch in patches if patch.op != "set_format")
        conflict = conflict or ask("A video has one shape; which one should this have?", *SHAPES)
    joined = _joined(patches, carded=_CARDED.search(text) is not None)
    patches, doubt = without_doubtful_texts(context, on_lines(context, joined))
    patches, unlikely = without_implausible(context, patches)
    conflict = conflict or doubt or unlikely
    if len(patches) > 1 and _AS_IT_IS.search(text):
        patches = tuple(patch for patch in patches if not _is_set(context, patch))
    commands = tuple(dict.fromkeys(command for _, reading in known for command in reading.commands))
    if any(one.name == "go_to_draft" for one in commands):  # `draft 2 was nicer, go back` goes back once
        commands = tuple(one for one in commands if one.name != "undo")
    enquiries = tuple(enquiry for _, reading in known for enquiry in reading.enquiries)
    asking = next((reading for _, reading in known if reading.question), None) or conflict
    enquiries = tuple({(one.topic, one.scene): one for one in reversed(enquiries)}.values())[::-1]
    going = re.search(
        r"\b(?:go ahead|proceed|approved?|start|begin|carry on|make it|produce|render|do it)\b", text.lower()
    )
    said_plainly = any(
        _PLAINLY.search(text[clause.start : clause.end].lower())
        or [token.norm for token in clause.tokens if token.norm not in FILLERS | {"it", "and", ","}] == ["approve"]
        for clause, reading in known
        if any(one.name == "approve" for one in reading.commands)
    )
    refused = re.search(r"\bapprove (?:nothing|none|not)\b", text.lower())
    if asking or unknown or refused or (patches and not said_plainly) or len(commands) > 1 or (enquiries and not going):
        commands = tuple(command for command in commands if command.name != "approve")
    chats = [reading.chat for _, reading in known if reading.chat]
    done = bool(patches or commands or enquiries or asking)
    if unknown and not asking and not patches and not commands and not enquiries and context.board is not None:
        open_ones = (
            read_vague(context, one) for one, reading in zip(clauses, readings, strict=True) if reading is None
        )
        asking = next((one for one in open_ones if one is not None), None) or guessed(context, unknown[0])
        quoted = [clause for clause, reading in zip(clauses, readings, strict=True) if reading is None]
        asking = asking or next((one for clause in quoted if (one := doubted(context, clause)) is not None), None)
    if (
        unknown
        and context.board is None
        and context.situation.stage == "start"
        and not (commands or enquiries or asking)
    ):
        asking = Reading(question="There is no video yet; what should it be about?")
    if not (patches or commands or enquiries or asking or chats):
        asking = _open_reference(clauses)
    said = "; ".join([*(phrased(context, patch) for patch in patches[:6]), *(phrased_command(one) for one in commands)])
    if not said:
        said = next((reading.said for _, reading in known if reading.said), "")
    chat = chats[0] if chats and not (done and chats[0] == "complaint") else ""
    if chat == "complaint" and context.board is not None and not unknown:
        asking, chat = ask("What should change first, what bothers you most?"), ""
    if not done and not chats and (not clauses or (unknown and not asking and not any(r for _, r in known))):
        chat = "nonsense"
    return Understanding.model_validate(
        {
            "patches": patches,
            "commands": commands,
            "enquiries": enquiries,
            "question": asking.question if asking else "",
            "options": asking.options if asking else (),
            "unknown": tuple(quote[:200] for quote in unknown[:8]),
            "said": said[:1000],
            "chat": chat,
        }
    )


def _open_reference(clauses: Sequence[Clause]) -> Reading | None:
    """A question about a scene that was named and is not there, where nothing else was made of the message."""
    values = [token.value for clause in clauses for token in clause.raw if token.norm in ("@scene", "@line")]
    return next((ask(value.problem, *value.options) for value in values if getattr(value, "problem", "")), None)
