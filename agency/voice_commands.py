"""The commands below `agency voices` and `agency voice`: add, get and remove voices, and make a likeness of one."""

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


def add(
    kind: Annotated[str, typer.Argument(help="piper, kokoro or coqui.", show_default=False)],
    paths: Annotated[
        list[str],
        typer.Argument(help="The model; for kokoro also its file of voices.", show_default=False),
    ],
    name: Annotated[str, typer.Option(help="What the voice is called.")] = "",
    gender: Annotated[str, typer.Option(help="female or male, where the files do not say.")] = "",
    licence: Annotated[str, typer.Option(help="Its licence, in your words.")] = "",
    language: Annotated[str, typer.Option(help="Its language, where the files do not say.")] = "",
    as_json: AsJson = False,
) -> None:
    """Add a voice whose model you have; it is copied, checked, and listed by `agency voices`."""
    from agency.home import home
    from agency.settings import load_settings
    from agency.voice_adding import add_voice

    added = add_voice(kind, paths, home(load_settings()), name, gender, licence, language)
    _tell_added([voice.id for voice in added], added[0].licence, as_json)


def get(
    name: Annotated[str, typer.Argument(help="A published Piper voice, e.g. en_US-lessac-medium.", show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help="Download without asking.")] = False,
    as_json: AsJson = False,
) -> None:
    """Download a voice, after saying where from, how large it is and under which licence."""
    from agency.home import home
    from agency.settings import load_settings
    from agency.voice_downloads import VoiceShop
    from tools.errors import BadInput

    settings = load_settings()
    shop = VoiceShop(settings)
    offer = shop.offer(name)
    sys.stderr.write(
        f"{offer.name} ({offer.language}): {offer.size / 1e6:.1f} MB from {offer.source}\nLicence: {offer.licence}\n"
    )
    if not yes:
        if not sys.stdin.isatty():
            raise BadInput(f"Nothing was downloaded; say `agency voices get {name} --yes` to agree.")
        if not typer.confirm("Download it?", err=True):
            raise BadInput("Nothing was downloaded.")
    voice = shop.download(offer, home(settings), _progress)
    sys.stderr.write("\n")
    _tell_added([voice.id], voice.licence, as_json)


def remove(
    voice: Annotated[str, typer.Argument(help="The id of an added voice.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Remove a voice that was added, with its model."""
    from agency.home import home
    from agency.settings import load_settings
    from agency.voice_adding import remove_voice

    folder = remove_voice(voice, home(load_settings()))
    if as_json:
        _print_json({"removed": voice, "folder": str(folder)})
    else:
        print(f"Removed {voice}.")


def likeness(
    file: Annotated[
        Path, typer.Argument(help="The recording of the text below, 30 to 60 seconds.", show_default=False)
    ],
    name: Annotated[str, typer.Option(help="What the voice is called.")],
    text: Annotated[Path | None, typer.Option(help="The text that is read, if not ours (see --show-text).")] = None,
    voice: Annotated[str, typer.Option(help="The built-in voice that is carried towards it.")] = "",
    show_text: Annotated[bool, typer.Option("--show-text", help="Print the text to be read, and stop.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a likeness: a built-in voice carried towards a speaker who agreed (`agency consent start voice FILE`)."""
    from agency.home import home
    from agency.likeness_making import READING_TEXT, make_likeness
    from agency.settings import load_settings

    if show_text:
        print(READING_TEXT)
        return
    made = make_likeness(file, name, home(load_settings()), text, voice)
    if as_json:
        _print_json(made.document())
    else:
        print(made.summary())


VOICES_COMMANDS: dict[str, Callable[..., None]] = {"add": add, "get": get, "remove": remove}
VOICE_COMMANDS: dict[str, Callable[..., None]] = {"likeness": likeness}


def _progress(done: int, size: int) -> None:
    sys.stderr.write(f"\r{done / 1e6:7.1f} of {size / 1e6:.1f} MB")
    sys.stderr.flush()


def _tell_added(ids: list[str], licence: str, as_json: bool) -> None:
    if as_json:
        _print_json({"voices": ids, "licence": licence})
    else:
        more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
        print(f"Added {ids[0]}{more}. Licence: {licence}. Use it with `--voice {ids[0]}`.")


def _print_json(value: Any) -> None:  # noqa: ANN401  (any JSON value)
    json.dump(value, sys.stdout, indent=2, ensure_ascii=False, default=str)
    sys.stdout.write("\n")
