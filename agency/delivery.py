"""Delivery: a finished draft copied to where the client asked, with its captions and poster."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from agency.home import Home
from agency.productions import copy_file
from tools.errors import BadInput
from tools.review import Report, render_report


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


def deliver(result: dict[str, Any], place: Home, out: Path) -> dict[str, Any]:
    """`result` with the paths of its video, poster and captions beside `out`, where copies of the draft's now lie.

    The video comes last: where it is, the others are. Raises `NoSpace`.
    """
    draft = place.production(result["production"]) / "drafts" / f"{result['draft']}.mp4"

    def copy(suffix: str) -> str:
        copy_file(draft.with_suffix(suffix), out.with_suffix(suffix))
        return str(out.with_suffix(suffix))

    poster = copy(".png")
    captions = {kind: copy(f".{kind}") if path else None for kind, path in result["captions"].items()}
    copy_file(draft, out)
    return {**result, "video": str(out), "captions": captions, "poster": poster}


def summary(result: dict[str, Any]) -> str:
    """The result for a person to read."""
    report = Report.model_validate_json(Path(result["report"]).read_text(encoding="utf-8"))
    lines = [f"Video    {result['video']}", f"Poster   {result['poster']}"]
    lines += [f"Captions {path}" for path in result["captions"].values() if path]
    lines += [f"Report   {result['report']}", "", render_report(report)]
    return "\n".join(lines)
