"""The commands by name. Each reads its arguments, calls one function of the house, and prints what came of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON document; everything else goes to standard error.")
]


def make(
    source: Annotated[
        str,
        typer.Argument(help="What you need, in quotes; or a .txt/.md script; or a .json document.", show_default=False),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The MP4 to write.", show_default=False)],
    duration: Annotated[str, typer.Option(help="How long, e.g. 30s, 1:30 or 2m.")] = "",
    aspect: Annotated[str, typer.Option(help="16:9, 9:16, 1:1 or 4:5.")] = "",
    resolution: Annotated[str, typer.Option(help="540p, 720p, 1080p, 1440p or 4k.")] = "",
    fps: Annotated[int, typer.Option(help="24, 25, 30, 50 or 60 pictures a second.")] = 0,
    avatar: Annotated[str, typer.Option(help="Who presents; see `agency avatars`.")] = "",
    voice: Annotated[str, typer.Option(help="Who is heard; see `agency voices`.")] = "",
    music: Annotated[str, typer.Option(help="A mood, or `none`; see `agency music`.")] = "",
    background: Annotated[str, typer.Option(help="A background, or a picture file; see `agency backgrounds`.")] = "",
    captions: Annotated[str, typer.Option(help="burned, sidecar, off, or several with commas.")] = "",
    colour: Annotated[str, typer.Option(help="The brand's main colour, e.g. #1a4fd6.")] = "",
    logo: Annotated[str, typer.Option(help="A logo file: PNG, JPEG, WebP or SVG.")] = "",
    call_to_action: Annotated[str, typer.Option(help="What the end card asks for.")] = "",
    seed: Annotated[int | None, typer.Option(help="Another number gives another variation.", min=0)] = None,
    as_json: AsJson = False,
) -> None:
    """Make a finished video from words, a script or a document."""
    from agency.making import Wishes, make_video

    wishes = Wishes(
        duration=duration,
        aspect=aspect,
        resolution=resolution,
        fps=fps,
        avatar=avatar,
        voice=voice,
        music=music,
        background=background,
        captions=captions,
        colour=colour,
        logo=logo,
        call_to_action=call_to_action,
        seed=seed,
    )
    result = make_video(source, out, wishes, quiet=False)
    if as_json:
        _print_json(result)
    else:
        from agency.making import summary

        print(summary(result))


def avatars(as_json: AsJson = False) -> None:
    """The presenters, each with a preview picture on disk."""
    _list("avatars", as_json)


def voices(
    language: Annotated[str, typer.Option(help="Only voices of this language, e.g. en, es, de.")] = "",
    as_json: AsJson = False,
) -> None:
    """The voices."""
    _list("voices", as_json, language=language)


def music(as_json: AsJson = False) -> None:
    """The moods of music."""
    _list("music", as_json)


def backgrounds(as_json: AsJson = False) -> None:
    """The designed backgrounds, each with a preview picture on disk."""
    _list("backgrounds", as_json)


def review(
    video: Annotated[str, typer.Argument(help="A video file, or the id of a production.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Measure a finished video and say what is wrong with it, if anything."""
    from agency.reviewing import review_video
    from tools.review import render_report

    report = review_video(video)
    if as_json:
        _print_json(report.model_dump(mode="json", by_alias=True))
    else:
        print(render_report(report))


def export(
    production: Annotated[str, typer.Argument(help="The id of a production.", show_default=False)],
    formats: Annotated[str, typer.Option("--format", help="srt, vtt, png, gif; several with commas.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The folder to write to (default: here).")] = None,
    as_json: AsJson = False,
) -> None:
    """Hand a production's captions, a still or a moving preview to other tools."""
    from agency.exporting import export_production

    written = export_production(production, formats, out or Path.cwd())
    if as_json:
        _print_json({"files": [str(path) for path in written]})
    else:
        print("\n".join(str(path) for path in written))


def doctor(as_json: AsJson = False) -> None:
    """Which engine runs for each job, what is missing, and how to get it."""
    from agency.doctor import examine, render_examination

    findings = examine()
    if as_json:
        _print_json(findings)
    else:
        print(render_examination(findings))


COMMANDS: dict[str, Callable[..., None]] = {
    "make": make,
    "avatars": avatars,
    "voices": voices,
    "music": music,
    "backgrounds": backgrounds,
    "review": review,
    "export": export,
    "doctor": doctor,
}


def _list(what: str, as_json: bool, **chosen: str) -> None:
    from agency.listings import listing, render_listing

    rows = listing(what, **chosen)
    if as_json:
        _print_json(rows)
    else:
        render_listing(what, rows)


def _print_json(value: Any) -> None:  # noqa: ANN401  (any JSON value)
    json.dump(value, sys.stdout, indent=2, ensure_ascii=False, default=str)
    sys.stdout.write("\n")
