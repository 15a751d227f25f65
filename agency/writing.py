"""From a source to a plan: the brief, the script, the storyboard, and the length that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agency.cast import Cast, cast_storyboard
from agency.desk import Desk
from agency.orchestrator import Plan, plan, spoken_lines
from agency.progress import Reporter
from agency.wishes import apply_wishes, check_files
from tools.boarding import board, board_order
from tools.brief import Brief
from tools.documents import Document
from tools.edit import DoesNotFit, fit_storyboard
from tools.language import BriefRequest, ScriptRequest
from tools.order import Order
from tools.script import Script
from tools.source import Words, read_source
from tools.storyboard import Storyboard

ATTEMPTS = 4
"""How often a script of ours is written again when its speech turns out too short."""

FASTEST = 1.12
"""The most that speech is hurried to meet a length; more is heard as rushed."""


@dataclass(frozen=True)
class Written:
    """A plan and what led to it: the documents by name, and sentences the client should read."""

    source: Document
    documents: dict[str, Document]
    plan: Plan
    notes: tuple[str, ...]


def plan_source(source: str, said: dict[str, Any], desk: Desk, reporter: Reporter) -> Written:
    """The plan for what `source` asks, with `said` (see `agency.wishes.check_wishes`) laid over it.

    Raises the errors of `tools.errors` for what can not be used, and `DoesNotFit` where no script of ours meets the
    length.
    """
    asked = read_source(source)
    documents: dict[str, Document] = {}
    brief: Brief | None = None
    script: Script | None = None
    if isinstance(asked, Words):
        defaults = {name: value for name, value in said.items() if name in Brief.model_fields}
        brief = desk.engine("language").complete(BriefRequest(asked.text, defaults), Brief)
    elif isinstance(asked, Script):
        script = asked
    if isinstance(asked, Brief):
        brief = asked.changed(**{name: value for name, value in said.items() if name in Brief.model_fields})
    if brief is not None:
        documents["brief"] = brief
    own = isinstance(asked, Storyboard | Order)
    seconds = (brief.duration_seconds if brief else None) or 30.0
    stretch = 1.0
    for attempt in range(ATTEMPTS):
        if brief is not None:
            script = desk.engine("language").complete(ScriptRequest(brief, seconds * stretch), Script)
        storyboard = _board(asked, script, brief)
        if not own:
            storyboard = storyboard.changed(resolution=desk.settings.resolution, fps=desk.settings.fps)
        if brief is None and not own:
            storyboard = storyboard.changed(aspect=desk.settings.aspect)
        storyboard = apply_wishes(storyboard, said)
        check_files(storyboard)
        cast = cast_storyboard(storyboard, [name.partition(":")[0] for name in desk.settings.engines.speech])
        try:
            made = _fitted(storyboard, cast, desk, reporter)
        except DoesNotFit as misfit:
            if brief is None or attempt == ATTEMPTS - 1 or not misfit.too_short_seconds:
                raise
            stretch *= 1.1 + misfit.too_short_seconds / seconds
            continue
        if script is not None:
            documents["script"] = script
        notes = (*desk.notes, *cast.notes, *_glyph_notes(made))
        return Written(storyboard, documents, made, notes)
    raise AssertionError("the last attempt returns or raises")


def _board(asked: object, script: Script | None, brief: Brief | None) -> Storyboard:
    if isinstance(asked, Storyboard):
        return asked
    if isinstance(asked, Order):
        return board_order(asked)
    assert script is not None
    return board(script, brief)


def _fitted(storyboard: Storyboard, cast: Cast, desk: Desk, reporter: Reporter) -> Plan:
    """The plan of `storyboard` with as many optional lines as its length has room for; hurried a little if need be."""
    _, spoken = spoken_lines(storyboard, cast, desk, reporter)
    fitted = fit_storyboard(storyboard, spoken)
    try:
        return plan(fitted, cast, desk, reporter)
    except DoesNotFit as misfit:
        length = storyboard.duration_seconds or 0.0
        speed = storyboard.speed * (1 + 1.15 * misfit.too_long_seconds / max(1.0, length - misfit.too_long_seconds))
        if not misfit.too_long_seconds or speed > FASTEST:
            raise
        return plan(fitted.changed(speed=round(speed, 3)), cast, desk, reporter)


def _glyph_notes(made: Plan) -> tuple[str, ...]:
    """A sentence naming characters that no installed font can draw."""
    from renderers.typography import missing_glyphs

    board = made.storyboard
    texts = [board.end_card.call_to_action, board.end_card.address, board.end_card.headline]
    texts += [
        text for scene in board.scenes for text in (scene.heading, scene.subtitle, *(line.text for line in scene.lines))
    ]
    missing = missing_glyphs(" ".join(texts), made.look.body)
    if not missing:
        return ()
    shown = " ".join(missing[:12])
    return (
        f"No installed font can draw {shown}{' …' if len(missing) > 12 else ''}; "
        "run `agency doctor` to see which fonts to add.",
    )
