"""The commands of `agency avatar`: presenters of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON document; everything else goes to standard error.")
]


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


AVATAR_COMMANDS: dict[str, Callable[..., None]] = {"new": new, "features": features}
