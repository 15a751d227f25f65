"""`agency make`: from words, a script or a document to a finished file, its captions, poster and report."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agency.desk import Desk
from agency.expectation import expect, timeline_text
from agency.home import home
from agency.orchestrator import Plan, build_timeline
from agency.productions import Production, copy_file, production
from agency.progress import StageTimes, reporting
from agency.settings import load_settings
from agency.wishes import Wishes, check_wishes
from agency.writing import Written, plan_source
from renderers.assembly import mix_sound, paint_segments, write_file
from renderers.errors import TakeDamaged
from renderers.interchange import write_png
from renderers.takes import drop_take
from renderers.timebase import seconds
from renderers.timeline import Timeline
from renderers.workers import Workers
from tools.captions import to_srt, to_vtt
from tools.edit import programme_cues
from tools.errors import BadInput
from tools.review import Report, review

__all__ = ["Wishes", "make_video", "summary"]

MOST_DAMAGED = 20
"""Damaged takes that are made again in one run; more of them mean a failing disk."""


@dataclass(frozen=True)
class Files:
    """What lies on disk when a video is finished."""

    video: Path
    poster: Path
    report: Path
    srt: Path | None
    vtt: Path | None


def make_video(source: str, out: Path, wishes: Wishes, *, quiet: bool) -> dict[str, Any]:
    """Make the video that `source` asks for at `out` and return the result as the command line prints it.

    Raises the errors of `agency.errors`, `tools.errors` and `renderers.errors`; none of them leaves a file at `out`.
    """
    out = check_output(out)
    asked = check_wishes(wishes)
    settings = load_settings()
    desk = Desk(settings, home(settings))
    os.environ.setdefault("NUMBA_CACHE_DIR", str(desk.home.root / "cache" / "kernels"))
    with reporting(quiet=quiet) as reporter:
        for _ in range(MOST_DAMAGED):
            try:
                return _make(source, out, asked, desk, reporter)
            except TakeDamaged as damage:
                reporter.say("A part that was kept from before is damaged; it is made again.")
                drop_take(damage.folder)
        return _make(source, out, asked, desk, reporter)


def _make(source: str, out: Path, asked: dict[str, Any], desk: Desk, reporter: StageTimes) -> dict[str, Any]:
    """Everything from the source to the result; what is kept from before is not made again."""
    reporter.begin("Script and voice")
    written = plan_source(source, asked, desk, reporter)
    for note in written.notes:
        reporter.say(note)
    plan = written.plan
    reporter.say(_announce(plan))
    with Workers(desk.settings.workers or os.cpu_count() or 1) as workers:
        timeline = build_timeline(plan, desk, reporter)
        work = production(desk.home.root, written.source, plan.storyboard.title)
        files = _render(plan, timeline, work, out, desk, workers, reporter)
    _keep(work, written, plan)
    reporter.close()
    return _result(work, written, plan, files, desk, reporter)


def check_output(out: Path) -> Path:
    """`out` as an absolute path that can be written. Raises `BadInput` with what stands against it."""
    out = out.expanduser().absolute()
    if out.suffix.lower() != ".mp4":
        raise BadInput(f"The video is written as MP4, but {out.name!r} does not end in .mp4; name it {out.stem}.mp4.")
    if out.is_dir():
        raise BadInput(f"{str(out)!r} is a folder; name a file to write.")
    if not out.parent.is_dir():
        raise BadInput(f"The folder {str(out.parent)!r} does not exist; make it first, or name another.")
    if not os.access(out.parent, os.W_OK):
        raise BadInput(f"The folder {str(out.parent)!r} can not be written to; name another.")
    return out


def _announce(plan: Plan) -> str:
    """The plan in a sentence, before anything is painted."""
    length = seconds(plan.edit.duration, plan.format.rate)
    scenes = len(plan.storyboard.scenes)
    music = f", {plan.cast.music.replace('_', ' ')} music" if plan.cast.music else ", no music"
    return (
        f"Plan: {length:.2f} s ({plan.edit.duration} frames), {scenes} scene{'s' if scenes != 1 else ''}, "
        f"{plan.format.width}×{plan.format.height} at {plan.storyboard.fps} fps, {plan.cast.avatar.name} with the "
        f"voice {plan.cast.voice.name}{music}.{' ' + plan.edit.note if plan.edit.note else ''}"
    )


def _render(
    plan: Plan, timeline: Timeline, work: Production, out: Path, desk: Desk, workers: Workers, reporter: StageTimes
) -> Files:
    """Paint, mix, join, and measure the draft; copy it and what belongs to it to where the client asked."""
    reporter.begin("Sound")
    mix = mix_sound(timeline, desk.takes)
    reporter.begin("Picture")
    pictures = paint_segments(timeline, desk.takes, workers, reporter.advance)
    reporter.begin("File")
    work.drafts.mkdir(parents=True, exist_ok=True)
    number = work.next_draft()
    draft = work.video(number)
    write_file(draft, timeline, pictures, mix, {"title": plan.storyboard.title})
    poster = draft.with_suffix(".png")
    write_png(draft, poster, poster_seconds(plan))
    captions: dict[str, Path] = {}
    if plan.storyboard.captions and plan.lines:
        cues = programme_cues(plan.storyboard, plan.edit, plan.spoken)
        for kind, text in (("srt", to_srt(cues, plan.format.rate)), ("vtt", to_vtt(cues, plan.format.rate))):
            captions[kind] = work.keep_text(f"drafts/{number}.{kind}", text)
    reporter.begin("Check")
    expected = expect(plan)
    work.keep_text("timeline.json", timeline_text(timeline, expected))
    report = review(draft, expected).model_copy(update={"video": out.name})
    report_path = work.keep_text(f"drafts/{number}.report.json", report.model_dump_json(by_alias=True, indent=2))
    if "sidecar" not in plan.storyboard.captions:
        captions = {}
    copies = {path.suffix: out.with_suffix(path.suffix) for path in (poster, *captions.values())}
    for path in (poster, *captions.values()):
        copy_file(path, copies[path.suffix])
    copy_file(draft, out)
    return Files(out, copies[".png"], report_path, copies.get(".srt"), copies.get(".vtt"))


def poster_seconds(plan: Plan) -> float:
    """A moment at which the programme looks its best: the middle of the first presenter scene, else the first."""
    rate = plan.format.rate
    for scene, edited in zip(plan.storyboard.scenes, plan.edit.scenes, strict=True):
        if scene.layout == "presenter":
            return seconds(edited.start + min(edited.duration - 1, edited.duration // 2), rate)
    first = plan.edit.scenes[0]
    return seconds(first.duration // 2, rate)


def _keep(work: Production, written: Written, plan: Plan) -> None:
    """Keep the documents of the production."""
    for name, document in written.documents.items():
        work.keep(name, document)
    work.keep("storyboard", plan.storyboard)


def _result(
    work: Production, written: Written, plan: Plan, files: Files, desk: Desk, times: StageTimes
) -> dict[str, Any]:
    takes = desk.takes
    return {
        "production": work.id,
        "draft": work.next_draft() - 1,
        "video": str(files.video),
        "duration_seconds": round(seconds(plan.edit.duration, plan.format.rate), 6),
        "width": plan.format.width,
        "height": plan.format.height,
        "fps": plan.storyboard.fps,
        "captions": {"srt": str(files.srt) if files.srt else None, "vtt": str(files.vtt) if files.vtt else None},
        "storyboard": str(work.folder / "storyboard.json"),
        "poster": str(files.poster),
        "report": str(files.report),
        "notes": list(written.notes),
        "cast": {"avatar": plan.cast.avatar.id, "voice": plan.cast.voice.id, "music": plan.cast.music},
        "takes": {
            "made": sum(takes.made.values()),
            "reused": sum(takes.reused.values()),
            "made_by_kind": takes.made,
            "reused_by_kind": takes.reused,
        },
        "engines": desk.identities,
        "seconds": times.seconds,
    }


def summary(result: dict[str, Any]) -> str:
    """The result for a person to read."""
    from tools.review import render_report

    report = Report.model_validate_json(Path(result["report"]).read_text(encoding="utf-8"))
    lines = [f"Video    {result['video']}", f"Poster   {result['poster']}"]
    lines += [f"Captions {path}" for path in result["captions"].values() if path]
    lines += [f"Report   {result['report']}", "", render_report(report)]
    return "\n".join(lines)
