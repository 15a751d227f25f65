"""`agency export`: captions, a still, a moving preview, or the presenter alone, written where the client says."""

from __future__ import annotations

import os
from math import inf
from pathlib import Path

from agency.desk import Desk
from agency.home import home
from agency.productions import Production, copy_file, find_production
from agency.progress import reporting
from agency.settings import load_settings
from agency.signing import sign_derived
from renderers.leftovers import sweep_parts
from tools.errors import BadInput, UnknownName
from tools.storyboard import Storyboard

FORMATS = ("srt", "vtt", "ass", "png", "gif", "webp", "webm", "mov")
ALONE = ("webm", "mov")
"""The presenter alone, on nothing: VP9 for a web page, ProRes 4444 for an editor."""


def export_production(
    asked: str, formats: str, folder: Path, start: float | None = None, length: float = inf
) -> list[Path]:
    """The files written to `folder` for the newest draft of the production `asked`, in the order of `formats`.

    A moving preview shows `length` seconds from second `start` on, a still the moment `start`; by default they show
    all of it, and the poster.

    Raises `UnknownName` for a production or format that is not there, `BadInput` for a folder that can not be used.
    """
    wanted = [part.strip().lower() for part in formats.split(",") if part.strip()]
    for name in wanted:
        if name not in FORMATS:
            raise UnknownName(f"There is no export format {name!r}; choose from {', '.join(FORMATS)}.")
    if not wanted:
        raise BadInput(f"No format was named; choose from {', '.join(FORMATS)}.")
    folder = folder.expanduser().absolute()
    if not folder.is_dir():
        raise BadInput(f"The folder {str(folder)!r} does not exist; make it first, or name another.")
    if not os.access(folder, os.W_OK):
        raise BadInput(f"The folder {str(folder)!r} can not be written to; name another.")
    production, video = latest_draft(asked)
    written = [_export(production, video, name, folder, start, length) for name in wanted]
    for path in written:
        sign_derived(path, video, load_settings(), home(load_settings()))
    return written


def latest_draft(asked: str) -> tuple[Production, Path]:
    """The production with this id and the video of its newest draft. Raises `UnknownName`."""
    place = home(load_settings())
    production = find_production(place.root, asked)
    video = production.latest() if production else None
    if production is None or video is None:
        known = sorted(path.name for path in place.productions.glob("*") if path.is_dir())
        shown = f" Known: {', '.join(known[-8:])}." if known else " Make one first with `agency make`."
        raise UnknownName(f"There is no production {asked!r} with a finished draft.{shown}")
    return production, video


def _export(production: Production, video: Path, name: str, folder: Path, start: float | None, length: float) -> Path:
    out = folder / f"{production.id}.{name}"
    sweep_parts(folder, out)
    if name in ("gif", "webp"):
        from renderers.interchange import write_gif

        return write_gif(video, out, start=start or 0.0, length=length)
    if name == "png" and start is not None:
        from renderers.interchange import write_png

        return write_png(video, out, start)
    if name in ALONE:
        return _presenter_alone(production, out)
    source = video.with_suffix(f".{name}")
    if not source.is_file():
        raise BadInput(f"The production {production.id!r} has no {name} file; it was made with captions off.")
    copy_file(source, out)
    return out


def _presenter_alone(production: Production, out: Path) -> Path:
    """The presenter of the production's storyboard; what was spoken and performed for the draft is not made again."""
    from agency.consent_use import watching
    from agency.orchestrator import build_timeline
    from agency.writing import plan_source
    from renderers.presenter_film import write_presenter

    storyboard = Storyboard.model_validate_json((production.folder / "storyboard.json").read_text(encoding="utf-8"))
    settings = load_settings()
    desk = Desk(settings, home(settings))
    with reporting(quiet=False) as reporter:
        reporter.begin("Voice")
        plan = plan_source(storyboard, {}, desk, reporter).plan
        timeline = build_timeline(plan, desk, reporter)
        reporter.begin("Presenter alone")
        return write_presenter(timeline, out, watching(plan.storyboard, plan.cast, reporter.advance))
