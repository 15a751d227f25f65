"""From a source to a plan: the brief, the script, the storyboard, and the length that was asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from agency.branding import KIT, PinnedBrand, known_brand, material_of
from agency.cast import Cast, cast_storyboard
from agency.consent_use import DRAWN
from agency.desk import Desk
from agency.moderation import moderate
from agency.orchestrator import Plan, plan, spoken_lines
from agency.permitted_parts import refuse_forbidden
from agency.progress import Reporter
from agency.wishes import apply_wishes, check_files
from renderers.errors import EngineFailed
from tools.boarding import USUAL_SECONDS, board, board_order
from tools.brief import Brief
from tools.chart_files import with_chart_data
from tools.documents import Document
from tools.edit import DoesNotFit, fit_storyboard
from tools.errors import BadInput
from tools.language import BriefRequest, ScriptRequest
from tools.layouts import texts_of_layout
from tools.moderation.policy import Presenter
from tools.order import Order
from tools.script import Script
from tools.source import Source, Words, read_source
from tools.storyboard import Storyboard

if TYPE_CHECKING:
    from tools.branding import BrandedBrief, Dressed, Material

ATTEMPTS = 4
"""How often a script of ours is written again when its speech turns out too short."""

FASTEST = 1.12
"""The most that speech is hurried to meet a length; more is heard as rushed."""


@dataclass(frozen=True)
class Written:
    """A plan and what led to it: the documents by name, and sentences the client should read.

    `material` is the brand that it is made for; None for none, or where it was forgotten since.
    """

    source: Document
    documents: dict[str, Document]
    plan: Plan
    notes: tuple[str, ...]
    material: Material | None = None


@dataclass
class _Branding:
    """The brand of one plan: its material, what the brief took from it, and sentences the client should read."""

    material: Material | None = None
    brief: BrandedBrief | None = None
    notes: list[str] = field(default_factory=list)
    fixed: bool = False
    """Whether the storyboard has its brand already, as when a production is made again."""


def plan_source(source: str | Source, said: dict[str, Any], desk: Desk, reporter: Reporter) -> Written:
    """The plan for what `source` (read, or still to be) asks, with `said` (`agency.wishes.check_wishes`) laid over it.

    Raises the errors of `tools.errors` for what can not be used, and `DoesNotFit` where no script of ours meets the
    length.
    """
    asked = read_source(source) if isinstance(source, str) else source
    script = asked if isinstance(asked, Script) else None
    brief = _brief(asked, said, desk)
    if brief is not None and said.get("narration"):
        raise BadInput("A recording speaks a script that is there; give the script as a .txt or .md file beside it.")
    branding = _branding(asked, brief, said, desk)
    brief = branding.brief.brief if branding.brief else brief
    wording = branding.brief.wording if branding.brief else None
    documents: dict[str, Document] = {"brief": brief} if brief else {}
    seconds = (brief.duration_seconds if brief else None) or USUAL_SECONDS
    words = seconds - _clip_seconds(brief, branding)
    stretch = 1.0
    for attempt in range(ATTEMPTS):
        if brief is not None:
            request = ScriptRequest(brief, words * stretch, wording=wording)
            script = desk.engine("language").complete(request, Script)
        storyboard, dressed = _settled(_board(asked, script, brief), asked, said, desk, branding)
        verdict = moderate(storyboard, presenter_of(storyboard), desk.settings, desk.home)
        desk.notes += [note for note in verdict.notes if note not in desk.notes]
        refuse_forbidden(storyboard, desk.settings)
        try:
            made = _cast_and_fitted(storyboard, desk, reporter)
        except DoesNotFit as misfit:
            if brief is None or attempt == ATTEMPTS - 1 or not misfit.too_short_seconds:
                raise
            stretch *= 1.1 + misfit.too_short_seconds / seconds
            continue
        if script is not None:
            documents["script"] = script
        notes = dressed.told(made.storyboard) if dressed else ()
        made = _lettered(made, desk)
        told = (*branding.notes, *notes, *desk.notes, *made.cast.notes, *_glyph_notes(made))
        return Written(storyboard, documents, _pruned(made), told, branding.material)
    raise AssertionError("the last attempt returns or raises")


def _brief(asked: Source, said: dict[str, Any], desk: Desk) -> Brief | None:
    """The brief that `asked` is or becomes, with what was said beside it; None for a script, storyboard or order."""
    fields = {name: value for name, value in said.items() if name in Brief.model_fields}
    if isinstance(asked, Words):
        understood: Brief = desk.engine("language").complete(BriefRequest(asked.text, fields), Brief)
        return understood
    return asked.changed(**fields) if isinstance(asked, Brief) else None


def _branding(asked: Source, brief: Brief | None, said: dict[str, Any], desk: Desk) -> _Branding:
    """The brand that was asked for, or that a storyboard is of, or that the brief names and is known here."""
    settings = desk.settings
    made = _Branding()
    chosen = said.get(KIT)
    pinned = PinnedBrand(**chosen) if chosen else None
    used = asked.brand if isinstance(asked, Storyboard) else None
    if used is not None and chosen is None or used is not None and pinned is not None and pinned.id == used.id:
        if pinned is not None and pinned.version != used.version:
            made.notes.append(
                f"The storyboard is made with version {used.version} of {used.name or used.id}, and stays so; version "
                f"{pinned.version} is known by now."
            )
        made.material = material_of(PinnedBrand(used.id, used.version), settings)
        made.fixed = True
        return made
    if pinned is None and chosen is None and brief is not None and (pinned := known_brand(brief.brand, settings)):
        made.notes.append(
            f"{brief.brand} is a brand that is known here, so the video is made for it; say `--brand none` for none."
        )
    if pinned is None:
        return made
    made.material = material_of(pinned, settings)
    if made.material is None:
        raise BadInput(
            f"The brand {pinned.id!r} was forgotten since this was asked for; learn it again, or make the video "
            "without a brand."
        )
    if brief is not None:
        from tools.branding import brand_brief

        made.brief = brand_brief(brief, made.material)
    return made


def _clip_seconds(brief: Brief | None, branding: _Branding) -> float:
    """How much of the programme the brand's opening and closing take."""
    if brief is None or branding.material is None:
        return 0.0
    from tools.branding import film_seconds

    return film_seconds(branding.material, brief.aspect, brief.duration_seconds or USUAL_SECONDS)


def _settled(
    storyboard: Storyboard, asked: Source, said: dict[str, Any], desk: Desk, branding: _Branding
) -> tuple[Storyboard, Dressed | None]:
    """`storyboard` with the settings where it does not speak for itself, what was said over everything, and the brand
    where nobody has spoken; and what the client should know of that.
    """
    settings = desk.settings
    if not isinstance(asked, Storyboard | Order):
        storyboard = storyboard.changed(resolution=settings.resolution, fps=settings.fps)
    if isinstance(asked, Script):
        storyboard = storyboard.changed(aspect=settings.aspect)
    another = branding.material is not None and not branding.fixed
    if storyboard.brand is not None and (another or (KIT in said and not said[KIT])):
        from tools.branding import undressed

        storyboard = undressed(storyboard)
    storyboard = apply_wishes(storyboard, said)
    dressed = None
    if branding.material is not None and another:
        from tools.branding import dress_storyboard

        taken = branding.brief
        dressed = dress_storyboard(
            storyboard,
            branding.material,
            statements=taken.statements if taken else (),
            sources=taken.sources if taken else (),
            carded=not isinstance(asked, Storyboard),
        )
        storyboard = dressed.storyboard
    storyboard = with_chart_data(storyboard)
    check_files(storyboard)
    if any(scene.layout == "clip" for scene in storyboard.scenes):
        from agency.film_scenes import measure_films

        storyboard = measure_films(storyboard, desk.takes)
    return storyboard, dressed


def _lettered(made: Plan, desk: Desk) -> Plan:
    """The plan with the typefaces of its own that its storyboard brings; what is missing goes into the desk's notes."""
    choice = made.storyboard.look
    if not (choice.fonts or choice.heading or choice.body):
        return made
    from agency.brand_fonts import own_look

    look, notes = own_look(made.look, choice, desk.takes)
    desk.notes.extend(note for note in notes if note not in desk.notes)
    return replace(made, look=look)


def _pruned(made: Plan) -> Plan:
    """The plan without records of where lines came from that are not spoken after all."""
    if made.storyboard.brand is None:
        return made
    from tools.branding import pruned

    return replace(made, storyboard=pruned(made.storyboard))


def presenter_of(storyboard: Storyboard) -> Presenter:
    """Who says it: one of the stock cast, the likeness of a real person, or nobody who is seen.

    Raises `UnknownName` for a presenter or a voice that nobody knows.
    """
    if not any(scene.lines and scene.layout != "clip" for scene in storyboard.scenes):
        return "none"
    return "stock" if cast_storyboard(storyboard).avatar.engine in DRAWN else "likeness"


def _cast_and_fitted(storyboard: Storyboard, desk: Desk, reporter: Reporter) -> Plan:
    """The plan of `storyboard`, spoken by the first engine of the settings that can; a voice that was named is kept."""
    engines = [name.partition(":")[0] for name in desk.settings.engines.speech]
    failed: EngineFailed | None = None
    while True:
        try:
            cast = cast_storyboard(storyboard, engines)
        except EngineFailed as nobody:
            # What stood against the one engine that speaks the language tells more than that no other does.
            raise (failed or nobody) from nobody
        try:
            return _fitted(storyboard, cast, desk, reporter)
        except EngineFailed as failure:
            others = [name for name in engines if name != cast.voice.engine]
            if storyboard.voice or storyboard.narration or not others or len(others) == len(engines):
                raise
            desk.notes.append(f"{failure} Another voice speaks instead.")
            engines, failed = others, failure


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
    fitted = storyboard if storyboard.narration else fit_storyboard(storyboard, spoken)
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
        text
        for scene in board.scenes
        for text in (
            scene.heading,
            scene.subtitle,
            *(line.text for line in scene.lines),
            *texts_of_layout(scene, logo=bool(board.logo)),
        )
    ]
    missing = missing_glyphs(" ".join(texts), made.look.body)
    if not missing:
        return ()
    shown = " ".join(missing[:12])
    return (
        f"No installed font can draw {shown}{' …' if len(missing) > 12 else ''}; "
        "run `agency doctor` to see which fonts to add.",
    )
