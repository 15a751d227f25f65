"""Presenters of one's own: documents kept in the home beside the stock cast, and found by the same names."""

from __future__ import annotations

from pathlib import Path

from agency.home import home
from agency.photo_avatars import photo_avatars
from agency.settings import load_settings
from renderers.avatar import Avatar
from renderers.avatar.catalogue import AVATARS, avatar_of, find_avatar
from renderers.avatar.presenter import MOST_BYTES, Presenter, read_presenter
from renderers.errors import RenderError
from tools.errors import BadInput

_FOLDER = "avatars"


def keep_presenter(path: Path) -> Avatar:
    """Keep the presenter that the document at `path` describes; one with the same id gives way to it.

    Raises `BadInput` for a file that can not be used, naming the field, and leaves what was kept before.
    """
    presenter = _read(path)
    if find_avatar(presenter.id) is not None:
        raise BadInput(f'{path.name} gives the id "{presenter.id}", which is in the stock cast; choose another id.')
    place = home(load_settings())
    folder = place.root / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    making = folder / f".{presenter.id}.part"
    making.write_text(presenter.document() + "\n", encoding="utf-8")
    making.replace(folder / f"{presenter.id}.json")
    (place.previews / "avatars" / f"{presenter.id}.png").unlink(missing_ok=True)
    return avatar_of(presenter)


def every_avatar() -> tuple[Avatar, ...]:
    """The stock cast, then the presenters that were kept, by id, then those from photos; a damaged one is left out."""
    folder = load_settings().home / _FOLDER
    kept: list[Avatar] = []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            kept.append(avatar_of(_read(path)))
        except BadInput:
            continue
    return (*AVATARS, *kept, *photo_avatars())


def _read(path: Path) -> Presenter:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadInput(f"{path.name} is no presenter's document: it is larger than {MOST_BYTES // 1024} KB.")
        return read_presenter(path.read_text(encoding="utf-8"), path.name)
    except RenderError as error:
        raise BadInput(str(error)) from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{path.name} is no text; a presenter is described in JSON.") from error
    except OSError as error:
        raise BadInput(f"There is no presenter's document at {path} ({error.strerror or error}).") from error
