"""The order of work: storyboard → speech → edit → performances, backgrounds, music → picture and sound → file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from pathlib import Path

from agency.cast import Cast
from agency.consent_use import DRAWN, permit_cast, watching
from agency.desk import Desk
from agency.performing import perform_scenes
from agency.progress import Reporter
from agency.scene_pictures import content_pictures
from agency.settings import Settings
from renderers.background import Background, BackgroundRequest
from renderers.errors import TakeDamaged
from renderers.look import Look
from renderers.picture_format import PictureFormat, picture_format
from renderers.quality import MASTER, Quality
from renderers.speech.storage import load_speech, save_speech
from renderers.takes import Take, digest, file_digest
from renderers.timeline import BackdropClip, Timeline
from tools.disclosing import disclosure_label, is_disclosed
from tools.edit import Edit, SpokenLine, edit, timeline
from tools.layouts import ground_picture, presenter_place
from tools.looks import resolved_look
from tools.loudness import TARGETS
from tools.speaking import requests
from tools.storyboard import Scene, Storyboard


@dataclass(frozen=True)
class Plan:
    """Everything decided, nothing painted: the storyboard, its cast, the spoken lines, and the edit in frames."""

    storyboard: Storyboard
    cast: Cast
    lines: dict[str, Take]
    spoken: dict[str, SpokenLine]
    edit: Edit
    format: PictureFormat
    look: Look
    quality: Quality = MASTER

    def at(self, quality: Quality) -> Plan:
        """The same plan for a film of that quality; only what is seen differs, and an animatic has no music."""
        board = self.storyboard
        picture = picture_format(board.aspect, quality.size(board.resolution), self.format.rate)
        cast = self.cast if quality.music else replace(self.cast, music="", track="")
        return replace(self, cast=cast, format=picture, quality=quality)


def spoken_lines(
    storyboard: Storyboard, cast: Cast, desk: Desk, reporter: Reporter
) -> tuple[dict[str, Take], dict[str, SpokenLine]]:
    """Every line's speech take and times, made where there is none yet; one start of the engine for all of them.

    Names are spoken as `storyboard.pronunciations` has them; the words are those that are written.
    """
    if storyboard.narration:
        from agency.consent_affairs import declare_own
        from agency.narrating import narrated_lines

        declare_own(desk.home, desk.settings, Path(storyboard.narration))
        permit_cast(storyboard, cast)
        return narrated_lines(storyboard, desk, reporter)
    permit_cast(storyboard, cast)
    engine = desk.engine("speech", cast.voice.engine)
    asked = {line.id: (request, said) for line, request, said in requests(storyboard, cast.voice)}
    keys = {id_: digest("speech", engine.identity, request) for id_, (request, _) in asked.items()}
    missing = {keys[id_]: request for id_, (request, _) in asked.items() if not desk.takes.find("speech", keys[id_])}
    about = {"engine": engine.identity, "voice": cast.voice.id}
    if missing:
        desk.on_news()
    for done, (key, speech) in enumerate(zip(missing, engine.speak(tuple(missing.values())), strict=True)):
        desk.takes.keep("speech", key, partial(save_speech, speech), about)
        reporter.advance(done + 1, len(missing))
    takes: dict[str, Take] = {}
    spoken: dict[str, SpokenLine] = {}
    for id_, key in keys.items():
        take = desk.takes.find("speech", key)
        if take is None:
            raise TakeDamaged("A spoken line has gone from the cache.", desk.takes.folder("speech", key))
        if key not in missing:
            desk.takes.count("speech", made=False)
        speech = load_speech(take.folder)
        takes[id_] = take
        spoken[id_] = SpokenLine(id_, speech.seconds, *asked[id_][1].restore(speech.words, speech.phones))
    return takes, spoken


def plan(storyboard: Storyboard, cast: Cast, takes: dict[str, Take], spoken: dict[str, SpokenLine]) -> Plan:
    """The plan of `storyboard`, every duration known. `takes` and `spoken` are what `spoken_lines` gave for its lines.

    Raises `tools.edit.DoesNotFit` where the asked duration can not be met by pauses alone.
    """
    lines = {line.id: takes[line.id] for scene in storyboard.scenes for line in scene.lines if line.id in takes}
    picture = picture_format(storyboard.aspect, storyboard.resolution, Fraction(storyboard.fps))
    look = resolved_look(storyboard.look)
    return Plan(storyboard, cast, lines, spoken, edit(storyboard, spoken), picture, look)


def disclosure_of(board: Storyboard, cast: Cast, settings: Settings) -> str:
    """The label that the video bears; empty for none."""
    shown = is_disclosed(board.disclosure, settings.disclosure, likeness=cast.avatar.engine not in DRAWN)
    return disclosure_label(board.language) if shown else ""


def build_timeline(plan: Plan, desk: Desk, reporter: Reporter) -> Timeline:
    """The timeline of `plan` without its music, with performances and backgrounds made."""
    board = plan.storyboard
    permit_cast(board, plan.cast)
    reporter.begin("Presenter")
    presenters = perform_scenes(
        plan,
        lambda scene: presenter_place(scene, logo=bool(board.logo)) != "none",
        desk,
        watching(board, plan.cast, reporter.advance),
    )
    films, heard = _films(plan, desk, reporter)
    reporter.begin("Background")
    backdrops = {scene.id: films.get(scene.id) or _backdrop(plan, scene, desk) for scene in board.scenes}
    voices = {id_: (take.folder, take.key) for id_, take in plan.lines.items()}
    logo = (path := Path(board.logo), file_digest(path)) if board.logo else None
    made = timeline(
        board,
        plan.edit,
        look=plan.look,
        format=plan.format,
        presenters=presenters,
        backdrops=backdrops,
        voices=voices,
        logo=logo,
        spoken=plan.spoken,
        heard={id_: (take.folder, take.key) for id_, take in heard.items()},
        pictures=content_pictures(board, desk.takes),
        disclosure=disclosure_of(board, plan.cast, desk.settings),
    )
    target = TARGETS[board.loudness]
    return replace(made, quality=plan.quality, loudness=target.loudness, true_peak=target.true_peak)


def _films(plan: Plan, desk: Desk, reporter: Reporter) -> tuple[dict[str, BackdropClip], dict[str, Take]]:
    """The films of clips and their sound, by scene id, at the size of the plan."""
    if not any(scene.layout == "clip" for scene in plan.storyboard.scenes):
        return {}, {}
    from agency.film_scenes import prepare_films

    reporter.begin("Films")
    return prepare_films(plan.storyboard, plan.format, desk.takes, reporter.advance)


def _backdrop(plan: Plan, scene: Scene, desk: Desk) -> BackdropClip:
    """What stands behind one scene."""
    path = ground_picture(scene, logo=bool(plan.storyboard.logo))
    picture = Path(path) if path else None
    content = file_digest(picture) if picture else ""
    family = plan.cast.backgrounds[scene.background.family]
    engine = desk.engine("background")
    made: Background = engine.paint(
        BackgroundRequest(plan.look, plan.format, plan.storyboard.seed, family, picture, content)
    )
    return BackdropClip(made.family, plan.storyboard.seed, made.picture, content)
