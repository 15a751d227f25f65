"""The catalogues as rows: what there is to choose from, with previews on disk."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agency.home import Home, home
from agency.settings import load_settings
from tools.errors import UnknownName
from tools.permitted_uses import FONTS, MADE, permitted_uses

if TYPE_CHECKING:
    from renderers.speech import Voice

Row = dict[str, Any]
Preview = Callable[[str], str]
"""The path of the preview picture of an entry, by its id."""

WIDTH = 110
"""Columns a table gets at least: an id that is cut short can not be typed."""
_DRAWING = threading.Lock()
"""Held while a preview is drawn: the settings ask for all at once, and painters keep what they drew last."""


def listing(what: str, language: str = "", *, clips: bool = False, drawn: bool = True) -> list[Row]:
    """The rows of one catalogue: `avatars`, `voices` (of one language, if given), `music`, `backgrounds`,
    `looks` or `layouts`.

    `clips`: with a clip on disk of every voice that is installed here, made where there is none yet. Previews that are
    not there yet are drawn; where `drawn` is False they are only named, and `entry_preview` draws what is looked at.
    """
    place = home(load_settings())
    preview = _preview if drawn else _preview_path
    if what == "voices":
        return _voices(language, place if clips else None)
    pictured = {"avatars": _avatars, "backgrounds": _backgrounds, "looks": _looks}
    if what in pictured:
        return pictured[what](lambda id_: str(preview(place, what, id_)))
    return {"music": _music, "layouts": _layouts}[what](place)


def entry_preview(what: str, id_: str) -> Path | None:
    """The preview picture of one entry, drawn when it is not there yet; None for what has none."""
    from agency.presenters import every_avatar
    from renderers.background.catalogue import FAMILIES
    from renderers.looks import LOOKS

    known = {"avatars": {one.id for one in every_avatar()}, "backgrounds": set(FAMILIES), "looks": set(LOOKS)}
    return _preview(home(load_settings()), what, id_) if id_ in known.get(what, set()) else None


def _avatars(preview: Preview) -> list[Row]:
    from agency.consent_use import DRAWN
    from agency.moderation import policy_of
    from agency.presenters import every_avatar
    from tools.moderation.policy import limits_of

    policy = policy_of(load_settings())
    return [
        {
            "id": a.id,
            "name": a.name,
            "gender": a.gender,
            "age": a.age,
            "style": a.style,
            "engine": a.engine,
            "licence": a.licence,
            "uses": permitted_uses(a.licence, limits=limits_of(policy, "stock" if a.engine in DRAWN else "likeness")),
            "preview": preview(a.id),
        }
        for a in every_avatar()
    ]


def _voices(language: str, place: Home | None) -> list[Row]:
    from renderers.speech.catalogue import available, voices

    found = voices(language or None)
    if not found:
        known = sorted({voice.language for voice in voices()})
        raise UnknownName(f"No voice speaks {language!r}; known languages: {', '.join(known)}.")
    here = {voice.id for voice in found if available(voice)}
    clips = _clips([voice for voice in found if voice.id in here], place) if place else {}
    return [
        {
            "id": v.id,
            "name": v.name,
            "language": v.language,
            "gender": v.gender,
            "age": v.age,
            "style": v.style,
            "engine": v.engine,
            "sample_rate": v.sample_rate,
            "licence": v.licence,
            "uses": permitted_uses(v.licence),
            "installed": v.id in here,
            **({"preview": str(clips.get(v.id, ""))} if place else {}),
        }
        for v in found
    ]


def _clips(voices: list[Voice], place: Home) -> dict[str, Path]:
    """A clip of each voice that speaks here without asking anybody outside."""
    from agency.samples import voice_samples
    from renderers.errors import ConsentMissing, EngineFailed
    from renderers.speech.catalogue import VOICES

    settings = load_settings()
    built_in = [voice for voice in voices if voice in VOICES]
    found = voice_samples(built_in, place, settings)
    for voice in voices:
        if voice not in VOICES and voice.style != "cloud":
            # A model of one's own that is damaged is no reason not to list the others.
            with contextlib.suppress(EngineFailed, ConsentMissing):
                found |= voice_samples([voice], place, settings)
    return found


def _music(place: Home) -> list[Row]:
    from renderers.music.catalogue import MOODS

    return [
        {
            "id": m.id,
            "name": m.name,
            "description": m.description,
            "tempo": m.tempo,
            "licence": m.licence,
            "uses": permitted_uses(m.licence),
        }
        for m in MOODS
    ]


def _backgrounds(preview: Preview) -> list[Row]:
    from renderers.background.catalogue import FAMILIES

    return [
        {
            "id": id_,
            "description": text,
            "licence": MADE,
            "uses": permitted_uses(MADE),
            "preview": preview(id_),
        }
        for id_, text in FAMILIES.items()
    ]


def _looks(preview: Preview) -> list[Row]:
    from renderers.looks import LOOKS

    return [
        {
            "id": id_,
            "description": one.about,
            "heading": one.heading,
            "body": one.body,
            "background": one.style.backdrop,
            "transition": one.transition,
            "captions": one.captions,
            "licence": FONTS,
            "uses": permitted_uses(FONTS),
            "preview": preview(id_),
        }
        for id_, one in LOOKS.items()
    ]


def _layouts(place: Home) -> list[Row]:
    from agency.layout_samples import layout_previews
    from tools.layouts import LAYOUT_KINDS

    previews = layout_previews(place, load_settings())
    seats = {"none": "none", "circle": "in a disc"}
    return [
        {
            "id": kind.id,
            "shows": kind.shows,
            "needs": kind.needs,
            "presenter": seats.get(kind.presenter, "beside"),
            "preview": str(previews.get(kind.id, "")),
        }
        for kind in LAYOUT_KINDS.values()
    ]


def _preview(place: Home, what: str, id_: str) -> Path:
    """The preview picture of one entry, drawn when it is not there yet; nobody ever sees half of one."""
    path = _preview_path(place, what, id_)
    with _DRAWING:
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f"{id_}.{os.getpid()}.png")
            try:
                _DRAWN[what](id_, unfinished)
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
    return path


def _preview_path(place: Home, what: str, id_: str) -> Path:
    return place.previews / what / f"{id_}.png"


def _draw_avatar(id_: str, path: Path) -> None:
    from agency.presenters import every_avatar
    from renderers.avatar.illustrated import make_preview

    avatar = next(one for one in every_avatar() if one.id == id_)
    if avatar.engine == "photo":
        from agency.photo_avatars import draw_preview

        draw_preview(avatar, path)
    else:
        make_preview(avatar.variant, path)


def _draw_background(id_: str, path: Path) -> None:
    from renderers.background.catalogue import preview
    from renderers.colour import resolve_look

    preview(id_, path, resolve_look())


def _draw_look(id_: str, path: Path) -> None:
    from renderers.looks import preview

    preview(id_, path)


_DRAWN = {"avatars": _draw_avatar, "backgrounds": _draw_background, "looks": _draw_look}


def render_listing(what: str, rows: list[Row]) -> None:
    """Print rows as a table that fits the terminal, and where the previews lie."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if console.width < WIDTH:
        console = Console(width=WIDTH)
    table = Table(title=what.capitalize(), title_justify="left", box=None, padding=(0, 2, 0, 0))
    shown = [key for key in (rows[0] if rows else {}) if key not in ("licence", "uses", "sample_rate", "preview")]
    for key in shown:
        table.add_column(key, overflow="fold", no_wrap=key not in ("style", "description"))
    for row in rows:
        table.add_row(
            *(("yes" if row[key] else "no") if isinstance(row[key], bool) else str(row[key]) for key in shown)
        )
    console.print(table)
    if rows and "preview" in rows[0]:
        console.print(f"\nPreviews: {Path(rows[0]['preview']).parent}", highlight=False, soft_wrap=True)
