"""The commands by name. Each reads its arguments, calls one function of the house, and prints what came of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from agency.avatar_commands import AVATAR_COMMANDS
from agency.brand_commands import BRAND_COMMANDS
from agency.consent_commands import CONSENT_COMMANDS
from agency.moderation_commands import MODERATION_COMMANDS
from agency.revision_commands import REVISION_COMMANDS
from agency.voice_commands import VOICE_COMMANDS, VOICES_COMMANDS

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
    avatar: Annotated[str, typer.Option(help="Who presents; see `agency avatars`; or a .json document of one.")] = "",
    framing: Annotated[str, typer.Option(help="close_up, head_shoulders, half_body or full_body.")] = "",
    style: Annotated[str, typer.Option(help="How they present: calm, presenter, energetic or interview.")] = "",
    voice: Annotated[str, typer.Option(help="Who is heard; see `agency voices`.")] = "",
    emotion: Annotated[str, typer.Option(help="How it is said: warm, cheerful, serious, calm and others.")] = "",
    speed: Annotated[float | None, typer.Option(help="The pace of the voice; 1 is its own.", min=0.5, max=2.0)] = None,
    pitch: Annotated[float | None, typer.Option(help="Half-tones over or under its own.", min=-12, max=12)] = None,
    music: Annotated[str, typer.Option(help="A mood, a sound file of yours, or `none`; see `agency music`.")] = "",
    music_energy: Annotated[str, typer.Option(help="low, medium or high: how full composed music is.")] = "",
    music_tempo: Annotated[str, typer.Option(help="slow, medium or fast composed music.")] = "",
    music_licence: Annotated[str, typer.Option(help="By what right your sound file is used, in your words.")] = "",
    narration: Annotated[str, typer.Option(help="A recording in which you speak the script yourself.")] = "",
    loudness: Annotated[str, typer.Option(help="web (-14 LUFS), podcast (-16), ebu (-23) or atsc (-24).")] = "",
    background: Annotated[str, typer.Option(help="A background, or a picture file; see `agency backgrounds`.")] = "",
    captions: Annotated[
        str, typer.Option(help="burned, sidecar or off; or a style: highlight, box, brand, karaoke, word; with commas.")
    ] = "",
    colour: Annotated[str, typer.Option(help="The brand's main colour, e.g. #1a4fd6.")] = "",
    look: Annotated[str, typer.Option(help="A design direction: bold, tech and others; see `agency looks`.")] = "",
    logo: Annotated[str, typer.Option(help="A logo file: PNG, JPEG, WebP or SVG.")] = "",
    brand: Annotated[str, typer.Option(help="A known brand, or a website to learn one from; `none` for none.")] = "",
    call_to_action: Annotated[str, typer.Option(help="What the end card asks for.")] = "",
    disclosure: Annotated[str, typer.Option(help="on, off or auto: whether the video shows “AI-generated”.")] = "",
    quality: Annotated[str, typer.Option(help="animatic, draft or master: the quickest to the best.")] = "",
    seed: Annotated[int | None, typer.Option(help="Another number gives another variation.", min=0)] = None,
    as_json: AsJson = False,
) -> None:
    """Make a finished video from words, a script or a document."""
    from agency.job_commands import make_video
    from agency.wishes import Wishes

    wishes = Wishes(
        duration=duration,
        aspect=aspect,
        resolution=resolution,
        fps=fps,
        avatar=avatar,
        framing=framing,
        style=style,
        voice=voice,
        music=music,
        background=background,
        captions=captions,
        colour=colour,
        look=look,
        logo=logo,
        brand=brand,
        call_to_action=call_to_action,
        quality=quality,
        seed=seed,
        music_energy=music_energy,
        music_tempo=music_tempo,
        music_licence=music_licence,
        loudness=loudness,
        narration=narration,
        emotion=emotion,
        speed=speed,
        pitch=pitch,
        disclosure=disclosure,
    )
    _print_result(make_video(source, out, wishes), as_json)


def jobs(as_json: AsJson = False) -> None:
    """The jobs, the newest first: what was asked, how far it is, and what came of it."""
    from agency.job_commands import job_rows, render_jobs

    rows = job_rows()
    if as_json:
        _print_json(rows)
    else:
        render_jobs(rows)


def resume(
    job: Annotated[str, typer.Argument(help="The id of a job; without one, the last that did not finish.")] = "",
    as_json: AsJson = False,
) -> None:
    """Go on with a job that was stopped, or that failed; what was finished is not made again."""
    from agency.job_commands import resume_job

    _print_result(resume_job(job), as_json)


def stop(
    job: Annotated[str, typer.Argument(help="The id of a job; see `agency jobs`.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Stop a job that runs in another window; `agency resume` goes on with it."""
    from agency.job_commands import stop_job

    stopped = stop_job(job)
    if as_json:
        _print_json(stopped)
    else:
        print(f"The job {stopped['job']} is {stopped['state']}.")


def clean(
    to: Annotated[str, typer.Option("--to", help="How much may stay, e.g. 2GB.")] = "0",
    as_json: AsJson = False,
) -> None:
    """Remove what is kept to be used again; productions and their drafts stay, and what a running job uses."""
    from agency.job_commands import clean_home

    cleaned = clean_home(to)
    if as_json:
        _print_json(cleaned)
    else:
        print(f"Removed {cleaned['removed'] / 1e6:.1f} MB; {cleaned['left'] / 1e6:.1f} MB are left.")


def avatars(as_json: AsJson = False) -> None:
    """The presenters, each with a preview picture on disk."""
    _list("avatars", as_json)


def voices(
    language: Annotated[str, typer.Option(help="Only voices of this language, e.g. en, es, de.")] = "",
    as_json: AsJson = False,
) -> None:
    """The voices, each that is installed with a clip on disk."""
    _list("voices", as_json, language=language, clips=True)


def music(as_json: AsJson = False) -> None:
    """The moods of music."""
    _list("music", as_json)


def backgrounds(as_json: AsJson = False) -> None:
    """The designed backgrounds, each with a preview picture on disk."""
    _list("backgrounds", as_json)


def looks(as_json: AsJson = False) -> None:
    """The looks (design directions), each with a preview picture on disk."""
    _list("looks", as_json)


def layouts(as_json: AsJson = False) -> None:
    """The layouts of scenes: what each shows and needs, each with a preview picture on disk."""
    _list("layouts", as_json)


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


def verify(
    file: Annotated[Path, typer.Argument(help="A video or picture, ours or not.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Say how a file was made and whether it was changed since; ends with 1 where it was, or where nothing is told."""
    from agency.verification import verify as verify_file

    found = verify_file(file)
    if as_json:
        _print_json(found.document())
    else:
        print("\n".join(found.sentences()))
    if not found.holds:
        raise typer.Exit(1)


def licences(
    production: Annotated[
        str, typer.Argument(help="The id of a production; none: the trained models.", show_default=False)
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List what the newest draft of a production is made of, and by what right each part may be used."""
    from agency.verification import list_licences, list_models, render_licences, render_models

    if not production:
        models = list_models()
        _print_json({"models": models}) if as_json else print(render_models(models))
        return
    parts = list_licences(production)
    if as_json:
        _print_json({"production": production, "parts": [part.model_dump(mode="json") for part in parts]})
    else:
        print(render_licences(parts))


def export(
    production: Annotated[str, typer.Argument(help="The id of a production.", show_default=False)],
    formats: Annotated[
        str, typer.Option("--format", help="srt, vtt, ass, png, gif, webp; webm, mov: presenter alone.")
    ],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The folder to write to (default: here).")] = None,
    start: Annotated[float | None, typer.Option(help="The second shown by a png, and where a preview starts.")] = None,
    length: Annotated[float, typer.Option(help="How many seconds a gif or webp shows.", show_default="to the end")] = (
        float("inf")
    ),
    as_json: AsJson = False,
) -> None:
    """Hand a production's captions, a still, a moving preview or the presenter alone to other tools."""
    from agency.exporting import export_production

    written = export_production(production, formats, out or Path.cwd(), start, length)
    if as_json:
        _print_json({"files": [str(path) for path in written]})
    else:
        print("\n".join(str(path) for path in written))


def chat(
    host: Annotated[str, typer.Option(help="Who may reach it: this machine only, unless a password is set.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(help="The port.", min=1, max=65535)] = 8000,
) -> None:
    """Open the agency in the browser."""
    from agency.chat_server import serve_chat
    from agency.settings import load_settings

    serve_chat(load_settings(), host, port)


def talk(
    thread: Annotated[str, typer.Option(help="The name of the conversation; the same name goes on with it.")] = (
        "terminal"
    ),
) -> None:
    """Hold the same conversation here in the terminal."""
    from agency.talking import talk as hold

    hold(thread)


def doctor(as_json: AsJson = False) -> None:
    """Which engine runs for each job, what is missing, and how to get it."""
    from agency.doctor import examine, render_examination

    findings = examine()
    if as_json:
        _print_json(findings)
    else:
        print(render_examination(findings))


def showcase(
    folder: Annotated[Path, typer.Argument(help="Where the videos and the page go.")] = Path("showcase"),
    resolution: Annotated[str, typer.Option(help="540p, 720p, 1080p, 1440p or 4k.")] = "540p",
    only: Annotated[str, typer.Option(help="Ids of pieces with commas between; without it all ten.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make ten short videos of brands that do not exist, in every look, and a page that shows them."""
    from agency.showcase import make_showcase
    from agency.wishes import Wishes, check_wishes

    check_wishes(Wishes(resolution=resolution))
    rows = []
    for exhibit in make_showcase(folder, resolution, [name.strip() for name in only.split(",") if name.strip()]):
        rows.append(exhibit.row)
        print(f"{exhibit.video}: {exhibit.summary}", file=sys.stderr)
    if as_json:
        _print_json(rows)
    else:
        print(f"Open {folder / 'index.html'}")


COMMANDS: dict[str, Callable[..., None]] = {
    "make": make,
    **REVISION_COMMANDS,
    "jobs": jobs,
    "resume": resume,
    "stop": stop,
    "avatars": avatars,
    "voices": voices,
    "music": music,
    "backgrounds": backgrounds,
    "looks": looks,
    "layouts": layouts,
    "review": review,
    "verify": verify,
    "showcase": showcase,
    "licences": licences,
    "export": export,
    "clean": clean,
    "chat": chat,
    "talk": talk,
    "doctor": doctor,
}


GROUPS: dict[str, tuple[str, dict[str, Callable[..., None]]]] = {
    "avatar": ("Presenters of your own, from documents and photos.", AVATAR_COMMANDS),
    "voices": ("The voices, each installed one with a clip on disk; add, download and remove voices.", VOICES_COMMANDS),
    "voice": ("A voice of your own: a likeness of a speaker who agreed.", VOICE_COMMANDS),
    "brand": ("What is known of each brand: learn it, look at it, put it right, search it.", BRAND_COMMANDS),
    "consent": ("Who agreed that their face or voice is used: ask, hear, look at, take back.", CONSENT_COMMANDS),
    "moderation": ("What a person has to look at before it is made, and what was decided.", MODERATION_COMMANDS),
}
"""Commands that stand behind another word, and what that is about."""


def _list(what: str, as_json: bool, language: str = "", *, clips: bool = False) -> None:
    from agency.listings import listing, render_listing

    rows = listing(what, language, clips=clips)
    if as_json:
        _print_json(rows)
    else:
        render_listing(what, rows)


def _print_result(result: dict[str, Any], as_json: bool) -> None:
    """What `make` and `resume` made."""
    if as_json:
        _print_json(result)
    else:
        from agency.delivery import summary

        print(summary(result))


def _print_json(value: Any) -> None:  # noqa: ANN401  (any JSON value)
    json.dump(value, sys.stdout, indent=2, ensure_ascii=False, default=str)
    sys.stdout.write("\n")
