"""What a draft is made of, read off its plan: every part with its licence, for provenance and for whoever publishes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from agency.orchestrator import Plan
from renderers.credentials import Ingredient
from renderers.takes import file_digest
from tools.provenance import Contents, Part

_RULES = ("espeak",)
"""Engines of speech that follow rules; every other was trained on recordings of people."""
_OURS = "drawn for each video; free to use and publish"


def contents_of(plan: Plan, production: str) -> Contents:
    """What the draft of `plan` for that production is made of."""
    board = plan.storyboard
    return Contents(
        production=production,
        title=board.title,
        storyboard=hashlib.sha256(board.model_dump_json().encode()).hexdigest(),
        brand=(board.brand.name or board.brand.id) if board.brand else "",
        brand_version=board.brand.version if board.brand else 0,
        parts=tuple(dict.fromkeys(_parts(plan))),
    )


def ingredients_of(plan: Plan) -> tuple[Ingredient, ...]:
    """The client's own files in the draft of `plan`, each once, as they are bound into its credentials."""
    return tuple(Ingredient(path.name, path) for path in dict.fromkeys(path for _, path in _files(plan)))


def _parts(plan: Plan) -> Iterator[Part]:
    board, cast = plan.storyboard, plan.cast
    if any(scene.lines and scene.layout in ("presenter", "title") for scene in board.scenes):
        avatar = cast.avatar
        yield Part(kind="presenter", name=avatar.name, engine=avatar.engine, licence=avatar.licence)
    if plan.lines and not board.narration:
        voice = cast.voice
        trained = voice.engine not in _RULES
        yield Part(kind="voice", name=voice.name, engine=voice.engine, licence=voice.licence, trained=trained)
    if cast.music:
        from renderers.music.catalogue import find_mood

        yield Part(kind="music", name=cast.music, licence=find_mood(cast.music).licence)
    if any(not scene.background.picture and scene.layout != "clip" for scene in board.scenes):
        yield Part(kind="background", name=plan.look.name, licence=_OURS)
    for kind, path in _files(plan):
        licence = board.music_licence if kind == "music" else ""
        yield Part(kind=kind, name=path.name, digest=file_digest(path), given=True, licence=licence)  # type: ignore[arg-type]
    for family in dict.fromkeys((plan.look.heading, plan.look.body)):
        own = any(family == each.name for each in plan.look.fonts)
        yield Part(kind="typeface", name=family, licence="" if own else "SIL Open Font License 1.1", given=own)


def _files(plan: Plan) -> Iterator[tuple[str, Path]]:
    """The client's own files by kind, in the order in which they are seen."""
    board = plan.storyboard
    for scene in board.scenes:
        if scene.background.picture:
            yield "picture", Path(scene.background.picture)
        if scene.film is not None:
            yield "film", Path(scene.film.file)
    if board.narration:
        yield "voice", Path(board.narration)
    if board.logo:
        yield "logo", Path(board.logo)
    if plan.cast.track:
        yield "music", Path(plan.cast.track)
