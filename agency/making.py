"""From a commission to a finished draft: its video, captions, poster and report in the production's folder."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from agency.brand_expectation import expect_brand
from agency.branding import keep_brand_files, remember_script
from agency.caption_texts import CAPTION_FILES, caption_texts
from agency.commission import Commission
from agency.consent_use import DRAWN, watching
from agency.desk import Desk
from agency.expectation import appearances, disclosed, expect, timeline_text, with_pictures
from agency.face_models import sound_face_models
from agency.history import read_history
from agency.home import set_kernels
from agency.job_progress import JobProgress
from agency.music_beds import add_music, add_small_sounds
from agency.orchestrator import Plan, build_timeline
from agency.poster import KIND as POSTERS
from agency.poster import write_poster
from agency.productions import TAKES, DraftRecord, Production, keep_record, production
from agency.signing import KIND as SIGNATURES
from agency.signing import sign_draft, sign_poster
from agency.writing import Written, plan_source
from renderers.assembly import mix_sound, write_file
from renderers.errors import TakeDamaged
from renderers.inspection_takes import KIND as MEASURES
from renderers.painting import paint_segments
from renderers.quality import MASTER, QUALITIES
from renderers.sound_pieces import SoundPiece
from renderers.standing_workers import standing_workers
from renderers.takes import drop_take
from renderers.timebase import seconds
from renderers.timeline import Timeline
from renderers.workers import Workers
from tools.review import review
from tools.storyboard import Storyboard

MOST_DAMAGED = 20
"""Damaged takes that are made again in one run; more of them mean a failing disk."""

ResultT = TypeVar("ResultT")
NumberDraft = Callable[[str, int, int], int]
"""The number of a draft from its production's id, the newest number on disk, and the programme's frames."""


def make_draft(
    asked: Commission, name: str, number_draft: NumberDraft, desk: Desk, reporter: JobProgress
) -> dict[str, Any]:
    """Make the draft that was asked for and return the result as the command line prints it, with the draft's paths.

    `name` is how the report calls the video. What is kept from before is not made again. Raises the errors of
    `agency.errors`, `tools.errors` and `renderers.errors`; none of them leaves half a draft.
    """
    set_kernels(desk.home)
    damaged: list[str] = []

    def tell(kind: str) -> None:
        if not damaged:
            reporter.say("What was kept from before is damaged in places; it is made again.")
        damaged.append(kind)

    desk.takes.on_damage = tell
    for _ in range(MOST_DAMAGED):
        try:
            return _make(asked, name, number_draft, desk, reporter)
        except TakeDamaged as damage:
            drop_take(damage.folder)
            tell(damage.folder.parents[1].name)
    return _make(asked, name, number_draft, desk, reporter)


def _make(asked: Commission, name: str, number_draft: NumberDraft, desk: Desk, reporter: JobProgress) -> dict[str, Any]:
    """Everything from the source to the result."""
    with standing_workers(desk.settings.workers) as workers:
        # New words are seen as well as heard: while they are spoken, the painters import what they need.
        desk.on_news = workers.prepare
        reporter.begin("Script and voice")
        written = plan_source(asked.source, asked.said, desk, reporter)
        for note in written.notes:
            reporter.say(note)
        plan = written.plan.at(QUALITIES[asked.said.get("quality", MASTER.name)])
        reporter.say(_announce(plan))
        work = _production(asked, written, plan, desk)
        plan = replace(plan, storyboard=keep_brand_files(plan.storyboard, work, desk.home.root))
        assert isinstance(written.source, Storyboard)
        written = replace(written, source=keep_brand_files(written.source, work, desk.home.root))
        timeline = build_timeline(plan, desk, reporter)
        number = number_draft(work.id, work.next_draft() - 1, plan.edit.duration)
        record = _record(asked, written, plan)
        _render(plan, written, timeline, work, number, name, record, desk, workers, reporter)
    remember_script(plan.storyboard, work.id, desk.settings)
    reporter.close()
    return _result(work, number, plan, written.notes, desk, reporter)


def _production(asked: Commission, written: Written, plan: Plan, desk: Desk) -> Production:
    """The production that the draft belongs to: the one that was named, or else that of the source."""
    if asked.production:
        return Production(asked.production, desk.home.production(asked.production))
    return production(desk.home.root, written.source, plan.storyboard.title)


def _record(asked: Commission, written: Written, plan: Plan) -> DraftRecord:
    """What there is to know of the draft when it is to be gone back to."""
    assert isinstance(written.source, Storyboard)
    return DraftRecord(
        storyboard=plan.storyboard,
        wish=written.source,
        revision=asked.revision,
        note=asked.words,
        quality=plan.quality.name,
        seconds=round(seconds(plan.edit.duration, plan.format.rate), 6),
    )


def _announce(plan: Plan) -> str:
    """The plan in a sentence, before anything is painted."""
    length = seconds(plan.edit.duration, plan.format.rate)
    scenes = len(plan.storyboard.scenes)
    music = f", {plan.cast.music_name} music" if plan.cast.music else f", music: {plan.cast.music_name}"
    if not plan.quality.music and plan.storyboard.music != "none":
        music = ", music with the draft"
    return (
        f"Plan: {length:.2f} s ({plan.edit.duration} frames), {scenes} scene{'s' if scenes != 1 else ''}, "
        f"{plan.format.width}×{plan.format.height} at {plan.storyboard.fps} fps, {plan.cast.avatar.name} with the "
        f"voice {_voice_name(plan)}{music}.{' ' + plan.edit.note if plan.edit.note else ''}"
    )


def _voice_name(plan: Plan) -> str:
    return f"in {Path(plan.storyboard.narration).name}" if plan.storyboard.narration else plan.cast.voice.name


def _render(
    plan: Plan,
    written: Written,
    timeline: Timeline,
    work: Production,
    number: int,
    name: str,
    record: DraftRecord,
    desk: Desk,
    workers: Workers,
    reporter: JobProgress,
) -> None:
    """Mix, paint, join, and measure draft `number`, and keep it with the documents of the production."""
    sounding = _beside(lambda: _sound(timeline, plan, desk))
    reporter.begin("Picture")
    pictures = paint_segments(timeline, desk.takes, workers, watching(plan.storyboard, plan.cast, reporter.advance))
    reporter.begin("Sound")
    timeline, mix = sounding.result()
    reporter.begin("File")
    with work.new_draft(number) as draft:
        write_file(draft, timeline, pictures, mix, {"title": plan.storyboard.title})
        sign_draft(draft, plan, work.id, desk)
        write_poster(draft, plan, timeline, pictures, desk.takes)
        sign_poster(draft, desk)
        if plan.storyboard.captions and plan.lines:
            for kind, text in caption_texts(plan).items():
                draft.with_suffix(f".{kind}").write_text(text, encoding="utf-8")
        reporter.begin("Check")
        expected = replace(
            expect(plan, expect_brand(plan, timeline, written.material)),
            presenters=appearances(timeline),
            disclosure=disclosed(timeline),
            likeness=plan.cast.avatar.engine not in DRAWN,
        )
        expected = with_pictures(expected, timeline)
        report = review(draft, expected, desk.takes, sound_face_models(desk.home)).model_copy(update={"video": name})
        draft.with_suffix(".report.json").write_text(report.model_dump_json(by_alias=True, indent=2), encoding="utf-8")
        draft.with_suffix(TAKES).write_text(_takes_text(desk), encoding="utf-8")
        keep_record(draft, record)
        if not _is_outdated(work, number, record):
            work.keep_text("timeline.json", timeline_text(timeline, expected))
            for document, content in written.documents.items():
                work.keep(document, content)
            work.keep("storyboard", plan.storyboard)


def _is_outdated(work: Production, number: int, record: DraftRecord) -> bool:
    """Whether a newer draft, or one of what is wanted now, was finished first: then the documents are that one's."""
    if any(finished > number for finished in work.numbers()):
        return True
    if record.revision is None:
        return False
    history = read_history(work)
    return history.current != record.revision and history.draft_of(history.current) is not None


def _sound(timeline: Timeline, plan: Plan, desk: Desk) -> tuple[Timeline, tuple[SoundPiece, ...]]:
    """The timeline with its music, and the programme's sound."""
    whole = add_small_sounds(add_music(timeline, plan, desk), plan, desk)
    return whole, mix_sound(whole, desk.takes)


def _beside(work: Callable[[], ResultT]) -> Future[ResultT]:
    """The result of `work`, done in a thread while painters paint; a process that ends does not wait for it."""
    future: Future[ResultT] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="sound", daemon=True).start()
    return future


def _takes_text(desk: Desk) -> str:
    """The takes that were used, by kind, as JSON."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for kind, key in sorted(desk.takes.used):
        kinds[kind].append(key)
    return json.dumps(kinds)


def _result(
    work: Production, number: int, plan: Plan, notes: tuple[str, ...], desk: Desk, reporter: JobProgress
) -> dict[str, Any]:
    # What was measured, and the poster, are no part of the film.
    beside_it = (MEASURES, POSTERS, SIGNATURES)
    made, reused = (
        {k: n for k, n in table.items() if k not in beside_it} for table in (desk.takes.made, desk.takes.reused)
    )
    draft = work.video(number)
    sidecars = "sidecar" in plan.storyboard.captions and bool(plan.lines)

    def beside(suffix: str) -> str:
        return str(draft.with_suffix(suffix))

    return {
        "production": work.id,
        "draft": number,
        "video": str(draft),
        "duration_seconds": round(seconds(plan.edit.duration, plan.format.rate), 6),
        "width": plan.format.width,
        "height": plan.format.height,
        "fps": plan.storyboard.fps,
        "captions": {kind: beside(f".{kind}") if sidecars else None for kind in CAPTION_FILES},
        "storyboard": str(work.folder / "storyboard.json"),
        "poster": beside(".png"),
        "report": beside(".report.json"),
        "quality": plan.quality.name,
        "notes": list(notes),
        "brand": plan.storyboard.brand.model_dump(mode="json") if plan.storyboard.brand else None,
        "cast": {
            "avatar": plan.cast.avatar.id,
            "voice": plan.cast.voice.id,
            "music": plan.cast.music or plan.cast.track,
        },
        "takes": {
            "made": sum(made.values()),
            "reused": sum(reused.values()),
            "made_by_kind": made,
            "reused_by_kind": reused,
        },
        "engines": desk.identities,
        "seconds": reporter.seconds,
    }
