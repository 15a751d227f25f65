"""From a source to a plan: the brief, the script, the storyboard, and the length that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agency.cast import Cast, cast_storyboard
from agency.desk import Desk
from agency.orchestrator import Plan, plan, spoken_lines
from agency.progress import Reporter
from agency.wishes import apply_wishes, check_files
from renderers.errors import EngineFailed
from tools.boarding import USUAL_SECONDS, board, board_order
from tools.brief import Brief
from tools.documents import Document
from tools.edit import DoesNotFit, fit_storyboard
from tools.language import BriefRequest, ScriptRequest
from tools.order import Order
from tools.script import Script
from tools.source import Source, Words, read_source
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


def plan_source(source: str | Source, said: dict[str, Any], desk: Desk, reporter: Reporter) -> Written:
    """The plan for what `source` (read, or still to be) asks, with `said` (`agency.wishes.check_wishes`) laid over it.

    Raises the errors of `tools.errors` for what can not be used, and `DoesNotFit` where no script of ours meets the
    length.
    """
    asked = read_source(source) if isinstance(source, str) else source
    script = asked if isinstance(asked, Script) else None
    brief = _brief(asked, said, desk)
    documents: dict[str, Document] = {"brief": brief} if brief else {}
    seconds = (brief.duration_seconds if brief else None) or USUAL_SECONDS
    stretch = 1.0
    for attempt in range(ATTEMPTS):
        if brief is not None:
            script = desk.engine("language").complete(ScriptRequest(brief, seconds * stretch), Script)
        storyboard = _settled(_board(asked, script, brief), asked, said, desk)
        try:
            made = _cast_and_fitted(storyboard, desk, reporter)
        except DoesNotFit as misfit:
            if brief is None or attempt == ATTEMPTS - 1 or not misfit.too_short_seconds:
                raise
            stretch *= 1.1 + misfit.too_short_seconds / seconds
            continue
        if script is not None:
            documents["script"] = script
        return Written(storyboard, documents, made, (*desk.notes, *made.cast.notes, *_glyph_notes(made)))
    raise AssertionError("the last attempt returns or raises")


def _brief(asked: Source, said: dict[str, Any], desk: Desk) -> Brief | None:
    """The brief that `asked` is or becomes, with what was said beside it; None for a script, storyboard or order."""
    fields = {name: value for name, value in said.items() if name in Brief.model_fields}
    if isinstance(asked, Words):
        understood: Brief = desk.engine("language").complete(BriefRequest(asked.text, fields), Brief)
        return understood
    return asked.changed(**fields) if isinstance(asked, Brief) else None


def _settled(storyboard: Storyboard, asked: Source, said: dict[str, Any], desk: Desk) -> Storyboard:
    """`storyboard` with the settings where it does not speak for itself, and what was said over everything."""
    settings = desk.settings
    if not isinstance(asked, Storyboard | Order):
        storyboard = storyboard.changed(resolution=settings.resolution, fps=settings.fps)
    if isinstance(asked, Script):
        storyboard = storyboard.changed(aspect=settings.aspect)
    storyboard = apply_wishes(storyboard, said)
    check_files(storyboard)
    return storyboard


def _cast_and_fitted(storyboard: Storyboard, desk: Desk, reporter: Reporter) -> Plan:
    """The plan of `storyboard`, spoken by the first engine of the settings that can; a voice that was named is kept."""
    engines = [name.partition(":")[0] for name in desk.settings.engines.speech]
    while True:
        cast = cast_storyboard(storyboard, engines)
        try:
            return _fitted(storyboard, cast, desk, reporter)
        except EngineFailed as failure:
            others = [name for name in engines if name != cast.voice.engine]
            if storyboard.voice or not others or len(others) == len(engines):
                raise
            desk.notes.append(f"{failure} Another voice speaks instead.")
            engines = others


def _board(asked: Source, script: Script | None, brief: Brief | None) -> Storyboard:
    if isinstance(asked, Storyboard):
        return asked
    if isinstance(asked, Order):
        return board_order(asked)
    assert script is not None
    return board(script, brief)


def _fitted(storyboard: Storyboard, cast: Cast, desk: Desk, reporter: Reporter) -> Plan:
    """The plan of `storyboard` with as many optional lines as its length has room for; hurried a little if need be."""
    takes, spoken = spoken_lines(storyboard, cast, desk, reporter)
    fitted = fit_storyboard(storyboard, spoken)
    try:
        return plan(fitted, cast, takes, spoken)
    except DoesNotFit as misfit:
        length = storyboard.duration_seconds or 0.0
        speed = storyboard.speed * (1 + 1.15 * misfit.too_long_seconds / max(1.0, length - misfit.too_long_seconds))
        if not misfit.too_long_seconds or speed > FASTEST:
            raise
        hurried = fitted.changed(speed=round(speed, 3))
        return plan(hurried, cast, *spoken_lines(hurried, cast, desk, reporter))


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
