"""Presenters from photos: added, listed beside the cast, and removed; each is a folder in the home."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agency.face_models import face_models
from agency.home import Home
from agency.settings import load_settings
from renderers.avatar import Avatar
from renderers.avatar.catalogue import find_avatar
from renderers.errors import RenderError, TakeDamaged
from renderers.leftovers import part_path, remove
from renderers.likenesses import Likeness
from tools.errors import BadInput, UnknownName

_FOLDER = "avatars"
_FILE, _RECORD = "portrait.zip", "avatar.json"
_GENDERS = ("", "female", "male")
_SEEN = (
    "A person's face was found in it, so that person has to agree before a video is made: `agency consent start photo` "
    "says how."
)
_UNSEEN = (
    "Whether a person is to be seen in it could not be looked at without the face model: get it with `agency avatar "
    "model get` and add the photo again, or ask for consent with `agency consent start photo`."
)
_PLACE = (752, 920)
"""Design units of a presenter's place beside a heading, by which it is told how much of a person a photo shows."""
_LICENCE = "the client's own photo"
_STYLES = {"person": "a photo of a person", "pet": "a photo of a pet", "drawing": "a drawing"}


@dataclass(frozen=True)
class AddedPhoto:
    """A presenter that was added: what would make the photo better, and how much of the person it can show."""

    avatar: Avatar
    advice: tuple[str, ...]
    framing: str
    consent: str
    """What is missing before a video can be made of it; empty where nothing is."""

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "id": self.avatar.id,
            "name": self.avatar.name,
            "widest_framing": self.framing,
            "advice": list(self.advice),
            "consent": self.consent,
        }


def add_photo(
    photo: Path,
    name: str,
    place: Home,
    *,
    kind: str = "person",
    landmarks: Path | None = None,
    gender: str = "",
    ground: str = "photo",
    models: Path | None = None,
) -> AddedPhoto:
    """The presenter in `photo`, kept under `name`; one from a photo that had the same name gives way to it.

    Raises `BadInput`, and `RenderError` for a photo or landmarks that can not be used; what was kept stays then.
    """
    from renderers.avatar.photo.placing import widest_framing
    from renderers.avatar.photo.portrait import GROUNDS, KINDS, write_portrait
    from renderers.avatar.photo.taking import take_portrait

    if kind not in KINDS:
        raise BadInput(f"The kind {kind!r} is not known; choose one of {', '.join(KINDS)}.")
    if ground not in GROUNDS:
        raise BadInput(f"The background {ground!r} is not known; choose one of {', '.join(GROUNDS)}.")
    if gender not in _GENDERS:
        raise BadInput(f"The gender {gender!r} can not be used; say female, male or nothing.")
    id_ = _free_id(name, place)
    taken = take_portrait(_existing(photo), kind, landmarks, face_models(place, models), ground)
    widest = widest_framing(taken.portrait.landmarks, *_PLACE)
    target = place.root / _FOLDER / id_
    making = part_path(target)
    try:
        making.mkdir(parents=True)
        mark = write_portrait(taken.portrait, making / _FILE)
        record = {
            "format": 1, "id": id_, "name": " ".join(name.split())[:40], "gender": gender or "neutral", "kind": kind,
            "widest": widest,
            "mark": mark, "source": taken.portrait.source, "likeness": taken.portrait.likeness,
        }  # fmt: skip
        (making / _RECORD).write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
        remove(target)
        making.rename(target)
    finally:
        remove(making)
    (place.previews / _FOLDER / f"{id_}.png").unlink(missing_ok=True)
    avatar = _avatar(target)
    missing = _missing(avatar, photo)
    if missing and kind != "person":
        missing = _SEEN if taken.looked else _UNSEEN
    return AddedPhoto(avatar, taken.advice, widest, missing)


def remove_photo(id_: str, place: Home) -> Path:
    """Remove a presenter that was added from a photo, or from a document; what was there is given back.

    Raises `UnknownName` for one that nobody added.
    """
    folder, document = place.root / _FOLDER / id_, place.root / _FOLDER / f"{id_}.json"
    if not re.fullmatch(r"[a-z0-9_-]{1,40}", id_) or not (folder.is_dir() or document.is_file()):
        raise UnknownName(f"There is no added presenter {id_!r}; `agency avatars` lists them all.")
    (place.previews / _FOLDER / f"{id_}.png").unlink(missing_ok=True)
    if folder.is_dir():
        remove(folder)
        return folder
    document.unlink()
    return document


def photo_avatars() -> tuple[Avatar, ...]:
    """The presenters that were added from photos, by id; a damaged one is left out."""
    folder = load_settings().home / _FOLDER
    found: list[Avatar] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_dir() and (path / _RECORD).is_file() and zipfile.is_zipfile(path / _FILE):
            try:
                found.append(_avatar(path))
            except (OSError, ValueError, KeyError, TypeError):
                continue
    return tuple(found)


def likeness_of(avatar: Avatar) -> Likeness | None:
    """Whom a presenter from a photo shows; None for a pet or a drawing in which no person's face was found.

    Raises ValueError where that can not be read.
    """
    from renderers.avatar.photo.portrait import read_portrait

    if avatar.file is None:
        raise ValueError("a presenter from a photo without its file")
    try:
        portrait = read_portrait(avatar.file)
    except TakeDamaged as error:
        raise ValueError(str(error)) from error
    return Likeness("photo", avatar.id, portrait.source) if portrait.likeness else None


def framing_note(avatar: Avatar, asked: Iterable[str]) -> str:
    """A sentence where a framing that is `asked` shows more than the presenter's photo has; empty else."""
    from renderers.avatar.photo.placing import HEAD_SHARES

    if avatar.engine != "photo" or avatar.file is None:
        return ""
    order = list(HEAD_SHARES)
    try:
        widest = str(json.loads((avatar.file.parent / _RECORD).read_text(encoding="utf-8"))["widest"])
        beyond = [name for name in asked if name in order and order.index(name) > order.index(widest)]
    except (OSError, ValueError, KeyError):
        return ""
    if not beyond:
        return ""
    wished, shown = (name.replace("_", " ") for name in (max(beyond, key=order.index), widest))
    return f"The photo of {avatar.name} does not show as much as {wished}: {shown} is the most there is, and is shown."


def draw_preview(avatar: Avatar, path: Path) -> None:
    """Write the catalogue's picture of a presenter from a photo."""
    from renderers.avatar.photo.layer import make_preview
    from renderers.avatar.photo.portrait import read_portrait

    assert avatar.file is not None
    make_preview(read_portrait(avatar.file), path)


def _avatar(folder: Path) -> Avatar:
    """The catalogue's entry of the presenter in a folder."""
    record = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
    return Avatar(
        id=str(record["id"]),
        name=str(record["name"]),
        gender=str(record["gender"]),
        engine="photo",
        variant=f"{record['id']}:{record['mark']}",
        style=_STYLES[record["kind"]],
        licence=_LICENCE,
        file=folder / _FILE,
    )


def _missing(avatar: Avatar, photo: Path) -> str:
    """What is missing before a video may be made of a presenter."""
    from agency.consent import require_consent

    likeness = likeness_of(avatar)
    if likeness is None:
        return ""
    try:
        require_consent(likeness)
    except RenderError:
        return (
            "Before a video is made of it, the person has to agree: "
            f"`agency consent start photo {photo.name} --name NAME` says how."
        )
    return ""


def _free_id(name: str, place: Home) -> str:
    id_ = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].strip("-")
    if not id_:
        raise BadInput("The presenter has no name; give it one with --name.")
    if find_avatar(id_) is not None or (place.root / _FOLDER / f"{id_}.json").exists():
        raise BadInput(f"There is a presenter {id_!r} already; choose another name.")
    return id_


def _existing(file: Path) -> Path:
    found = file.expanduser().absolute()
    if not found.is_file():
        raise BadInput(f"There is no file {str(file)!r}; check the name.")
    return found
