"""What a draft is made of, read off its plan: every part with its licence, for provenance and for whoever publishes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from agency.consent import require_consent
from agency.consent_use import DRAWN, of_avatar, of_voice
from agency.orchestrator import Plan
from renderers.credentials import Ingredient
from renderers.likenesses import Likeness
from renderers.takes import file_digest
from tools.layouts import ground_picture, picture_paths, presenter_place
from tools.moderation.policy import Policy, default_policy, limits_of
from tools.permitted_uses import FONTS, MADE, permitted_uses
from tools.provenance import Contents, Part
from tools.storyboard import Scene
from tools.trained_models import ACOUSTIC, FACE_MESH, NOISE, TrainedModel

_RULES = ("espeak",)
"""Engines of speech that follow rules; every other was trained on recordings of people."""
_LISTS = ("points", "steps", "comparison")
"""Layouts that show their entries, with an icon each."""


def contents_of(plan: Plan, production: str, policy: Policy | None = None) -> Contents:
    """What the draft of `plan` for that production is made of, and what `policy` (ours by default) keeps it from."""
    board = plan.storyboard
    return Contents(
        production=production,
        title=board.title,
        storyboard=hashlib.sha256(board.model_dump_json().encode()).hexdigest(),
        brand=(board.brand.name or board.brand.id) if board.brand else "",
        brand_version=board.brand.version if board.brand else 0,
        parts=tuple(dict.fromkeys(map(_permitted, _parts(plan, policy or default_policy())))),
    )


def ingredients_of(plan: Plan) -> tuple[Ingredient, ...]:
    """The client's own files in the draft of `plan`, each once, as they are bound into its credentials."""
    return tuple(Ingredient(path.name, path) for path in dict.fromkeys(path for _, path in _files(plan)))


def _parts(plan: Plan, policy: Policy) -> Iterator[Part]:
    board, cast = plan.storyboard, plan.cast
    if any(scene.lines and presenter_place(scene, logo=bool(board.logo)) != "none" for scene in board.scenes):
        avatar = cast.avatar
        consent = _consent(of_avatar(avatar))
        photo = file_digest(avatar.file) if avatar.file is not None else ""
        yield Part(
            kind="presenter", name=avatar.name, engine=avatar.engine, licence=avatar.licence, consent=consent,
            digest=photo, given=bool(photo), uses=limits_of(policy, "stock" if avatar.engine in DRAWN else "likeness"),
        )  # fmt: skip
    if plan.lines and not board.narration:
        voice = cast.voice
        trained = voice.engine not in _RULES
        consent = _consent(of_voice(voice))
        yield Part(
            kind="voice", name=voice.name, engine=voice.engine, licence=voice.licence, trained=trained, consent=consent
        )
    if cast.music:
        from renderers.music.catalogue import find_mood

        yield Part(kind="music", name=cast.music, licence=find_mood(cast.music).licence)
    if any(not ground_picture(scene, logo=bool(board.logo)) and scene.layout != "clip" for scene in board.scenes):
        yield Part(kind="background", name=plan.look.name, licence=MADE)
    if any(scene.sound for scene in board.scenes):
        yield Part(kind="sound", name="small sounds", licence=MADE)
    if any(_has_icons(scene) for scene in board.scenes):
        yield Part(kind="icons", name="Lucide", licence="ISC; free to use and publish")
    for kind, path in _files(plan):
        licence = board.music_licence if kind == "music" else ""
        consent = _consent(Likeness("footage", path.name, file_digest(path))) if kind == "voice" else ""
        yield Part(kind=kind, name=path.name, digest=file_digest(path), given=True, licence=licence, consent=consent)  # type: ignore[arg-type]
    for model in _models(plan):
        yield Part(kind="model", name=model.name, engine=model.id, licence=model.licence, trained=True)
    for family in dict.fromkeys(filter(None, (plan.look.heading, plan.look.body, plan.look.style.label))):
        own = any(family == each.name for each in plan.look.fonts)
        yield Part(kind="typeface", name=family, licence="" if own else FONTS, given=own)


def _models(plan: Plan) -> Iterator[TrainedModel]:
    """The trained models that worked on what is seen and heard, beside the voice itself."""
    avatar, recorded = plan.cast.avatar, bool(plan.storyboard.narration) or plan.cast.voice.engine == "likeness"
    if avatar.engine == "photo":
        yield FACE_MESH
    if plan.lines and recorded:
        yield NOISE
        yield ACOUSTIC


def _permitted(part: Part) -> Part:
    """The part with what it may be used for."""
    told = permitted_uses(part.licence, given=part.given, agreed=bool(part.consent))
    return part.model_copy(update={"permitted": told})


def _has_icons(scene: Scene) -> bool:
    """Whether a scene may show icons: of what it lists, named or chosen by meaning."""
    lists = (scene.content.entries, *(side.entries for side in scene.content.sides))
    return any(lists) and scene.layout in _LISTS


def _consent(likeness: Likeness | None) -> str:
    """The number and the hash of the record that lets a likeness be used. Raises `ConsentMissing`."""
    if likeness is None:
        return ""
    record = require_consent(likeness)
    return f"{record.id} sha256:{record.hash}"


def _files(plan: Plan) -> Iterator[tuple[str, Path]]:
    """The client's own files by kind, in the order in which they are seen."""
    board = plan.storyboard
    for scene in board.scenes:
        for picture in picture_paths(scene):
            yield "picture", Path(picture)
        if scene.film is not None:
            yield "film", Path(scene.film.file)
    if board.narration:
        yield "voice", Path(board.narration)
    if board.logo:
        yield "logo", Path(board.logo)
    if plan.cast.track:
        yield "music", Path(plan.cast.track)
