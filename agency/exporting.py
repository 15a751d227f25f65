"""`agency export`: a production's captions, a still, or a moving preview, written where the client says."""

from __future__ import annotations

import os
from pathlib import Path

from agency.home import home
from agency.productions import Production, copy_file, find_production
from agency.settings import load_settings
from tools.errors import BadInput, UnknownName

FORMATS = ("srt", "vtt", "png", "gif")


def export_production(asked: str, formats: str, folder: Path) -> list[Path]:
    """The files written to `folder` for the newest draft of the production `asked`, in the order of `formats`.

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
    return [_export(production, video, name, folder) for name in wanted]


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


def _export(production: Production, video: Path, name: str, folder: Path) -> Path:
    out = folder / f"{production.id}.{name}"
    if name == "gif":
        from renderers.interchange import write_gif

        return write_gif(video, out)
    source = video.with_suffix(f".{name}")
    if not source.is_file():
        raise BadInput(f"The production {production.id!r} has no {name} file; it was made with captions off.")
    copy_file(source, out)
    return out
