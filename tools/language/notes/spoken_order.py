"""Order: scenes named by their place among those in which something is said, or as the one spoken of before."""

from __future__ import annotations

import re
from dataclasses import replace

from tools.language.notes.context import Context, Lines, Scenes
from tools.language.notes.patterns import Found, Token, find


def last_spoken(context: Context, found: Found) -> Scenes | None:
    """The last, or the first, scene in which something is said."""
    spoken = [scene.id for scene in context.scenes if scene.lines]
    return Scenes((spoken[-1 if found.word("end") == "last" else 0],)) if spoken else None


def first_spoken(context: Context, found: Found) -> Scenes | None:
    """So many of the first, or the last, scenes in which something is said."""
    count, spoken = int(found.value("count") or 1), [scene.id for scene in context.scenes if scene.lines]
    ids = spoken[:count] if found.word("end") == "first" else spoken[-count:]
    return Scenes(tuple(ids)) if len(ids) == count else None


def last_before_card(context: Context) -> Scenes | None:
    """The last scene before the end card."""
    ids = [scene.id for scene in context.scenes if scene.layout != "end_card"]
    return Scenes((ids[-1],)) if ids else None


def named_before(context: Context, found: Found) -> Scenes | None:
    """`lock the scene`: the one that was spoken of; nothing where none was."""
    id_ = context.local or next(iter(context.focus), "")
    return Scenes((id_,), kind="that") if id_ else None


def without_false_ranges(context: Context, tokens: list[Token]) -> list[Token]:
    """`heading of scene 3 to 89 euros`: what is no scene's number ends no range of scenes."""
    return [
        replace(token, norm="into")
        if token.norm == "to"
        and at
        and tokens[at - 1].norm == "@num"
        and at + 1 < len(tokens)
        and tokens[at + 1].norm == "@num"
        and not 1 <= tokens[at + 1].value <= len(context.scenes)
        else token
        for at, token in enumerate(tokens)
    ]


def few_lines(context: Context, found: Found) -> Lines | None:
    """`the last two lines of scene 2`."""
    scenes, count = found.value("of"), int(found.value("count") or 1)
    lines = [line.id for id_ in scenes.ids[:1] for line in getattr(context.scene(id_), "lines", ())]
    if scenes.problem or count > len(lines):
        return Lines(problem=scenes.problem or "There are fewer lines in that scene; which do you mean?")
    return Lines(tuple(lines[:count] if found.word("end") == "first" else lines[-count:]))


def opening(context: Context, found: Found) -> Scenes | None:
    """The opening part, otherwise the first scene."""
    part = next((scene.id for scene in context.scenes if scene.part == "opening"), "")
    return Scenes((part or context.scenes[0].id,), kind="opening")


def ending(context: Context, found: Found) -> Scenes | None:
    """The closing part, otherwise the last scene."""
    part = next((scene.id for scene in context.scenes if scene.part == "closing"), "")
    return Scenes((part or context.scenes[-1].id,), kind="ending")


def locked(context: Context, found: Found) -> Scenes | None:
    """The scenes that are locked, where they are called so: `the locked one`."""
    said = context.text[found.tokens()[0].start : found.tokens()[-1].end].lower()
    ids = tuple(scene.id for scene in context.scenes if scene.locked)
    return Scenes(ids) if ids and re.search(r"\b(?:locked|frozen|protected)\b", said) else None


_DOES = "can/could/should/must/may/gets/get/needs/need/stay/stays/has/have/goes"


def parted(tokens: list[Token]) -> list[Token]:
    """`remove scene 1, and scene 2 can stay` parted as two requests, and `not scene 2, scene 3 gets …` as about one."""
    contrast = find(f"( no ,? )? not @scene ( ,/but/and )+ s=@scene ( {_DOES} )", tokens)
    if contrast is not None:
        first, _ = contrast.range(0)
        return [*tokens[:first], *tokens[contrast.range("s")[0] :]]
    match = find(
        f"( dont/no/remove/lock/unlock/duplicate/without/mute ) ( want/need/have/use/the/our )* @scene c=( ,/and )+ "
        f"@scene ( {_DOES} )",
        tokens,
    )
    if match is None:
        return tokens
    at, last = match.range("c")
    return [*tokens[:at], replace(tokens[at], norm="."), *tokens[last:]]


def both(context: Context, found: Found) -> Scenes | None:
    """The two scenes that were spoken of last."""
    ids = context.focus[:2]
    return Scenes(tuple(sorted(ids, key=context.number))) if len(ids) == 2 else Scenes(problem="Which two scenes?")
