"""Patches of words: lines, headings, the end card and the title. Every function is pure and raises `PatchRefused`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from tools.errors import BadInput, PatchRefused
from tools.line_markup import read_line
from tools.patch_contents import replaced_content
from tools.patch_targets import (
    changed,
    clip,
    free_id,
    line_at,
    open_line_at,
    open_scene_at,
    with_free_ids,
    with_scene,
    with_scenes,
)
from tools.patches import AddLine, DeleteLine, EditLine, ReplaceWords, SetEndCard, SetHeading
from tools.scene_contents import SceneContent
from tools.script import Line
from tools.storyboard import Scene, Storyboard
from tools.word_replacement import replace_in


def edit_line(board: Storyboard, patch: EditLine) -> Storyboard:
    """Other words for a line."""
    index, place = open_line_at(board, patch.line)
    lines = list(board.scenes[index].lines)
    lines[place] = _reworded(lines[place], patch)
    _check_says(lines[place].text)
    return with_scene(board, index, lines=tuple(lines))


def add_line(board: Storyboard, patch: AddLine) -> Storyboard:
    """A line more, with an id that no other has."""
    index = open_scene_at(board, patch.scene)
    scene = board.scenes[index]
    if scene.layout == "clip":
        raise PatchRefused(f"Scene {index + 1} shows a film and nobody speaks over it; add the line to another scene.")
    told = patch.line if patch.line.spans else _marked(patch.line)
    _check_says(told.text)
    place = 0
    if patch.after:
        owner, place = line_at(board, patch.after)
        if owner != index:
            raise PatchRefused(f"The line {patch.after!r} is in scene {owner + 1}, not in scene {index + 1}.")
        place += 1
    taken = {line.id for each in board.scenes for line in each.lines}
    line = changed(told, id=free_id(patch.line.id or f"{scene.id}-l{len(scene.lines) + 1}", taken))
    return with_scene(board, index, lines=(*scene.lines[:place], line, *scene.lines[place:]))


def _reworded(line: Line, patch: EditLine) -> Line:
    """`line` with other words: with their own spans or marks, or with those of the words that stay."""
    if patch.spans is not None:
        return changed(line, text=patch.text, spans=patch.spans)
    marked = _marked(changed(line, text=patch.text, spans=()))
    return marked if marked.spans else changed(line, text=marked.text)


def _marked(line: Line) -> Line:
    """`line` with the marks in its text read."""
    try:
        found = read_line(line.text)
    except BadInput as fault:
        raise PatchRefused(str(fault)) from None
    if found.text == " ".join(line.text.split()):
        return line
    pauses = {name: value for name in ("pause_before", "pause_after") if (value := getattr(found, name))}
    return changed(line, text=found.text, spans=found.spans, **pauses)


def delete_line(board: Storyboard, patch: DeleteLine) -> Storyboard:
    """A line less."""
    index, place = open_line_at(board, patch.line)
    lines = board.scenes[index].lines
    return with_scene(board, index, lines=(*lines[:place], *lines[place + 1 :]))


def set_heading(board: Storyboard, patch: SetHeading) -> Storyboard:
    """Other words on the screen of a scene."""
    index = open_scene_at(board, patch.scene)
    said = {name: value for name in ("heading", "subtitle") if (value := getattr(patch, name)) is not None}
    if not said:
        raise PatchRefused(f"Say what the heading of scene {index + 1} shall be.")
    return with_scene(board, index, **said)


def set_end_card(board: Storyboard, patch: SetEndCard) -> Storyboard:
    """Other words on the end card, which comes to be where there is none."""
    fields = ("call_to_action", "address", "headline", "qr")
    said = {name: value for name in fields if (value := getattr(patch, name)) is not None}
    if not said:
        raise PatchRefused("Say what the end card shall ask for.")
    if patch.qr and not (board.end_card.address if patch.address is None else patch.address).strip():
        raise PatchRefused("A code to scan leads to the address of the end card, and there is none; name one.")
    cards = [scene for scene in board.scenes if scene.layout == "end_card"]
    for card in cards:
        open_scene_at(board, card.id)
    made = changed(board, end_card=changed(board.end_card, **said))
    if cards or not any(said.values()):
        return made
    scenes = board.scenes
    at = next((index for index, scene in enumerate(scenes) if scene.part == "closing"), len(scenes))
    card = Scene(id="end", layout="end_card", background=scenes[max(0, at - 1)].background)
    return with_scenes(made, (*scenes[:at], with_free_ids(board, card), *scenes[at:]))


def replace_words(board: Storyboard, patch: ReplaceWords) -> Storyboard:
    """Words in place of others, in what is said and shown; locked scenes keep theirs.

    The title and the end card count where no scene is named.
    """
    if not patch.old.strip():
        raise PatchRefused("Say which words shall be replaced.")
    if patch.scene:
        open_scene_at(board, patch.scene)
    asked = [scene for scene in board.scenes if patch.scene in ("", scene.id)]
    made = {scene.id: _replaced(scene, patch) for scene in asked if not scene.locked}
    found = with_scenes(board, (made.get(scene.id, scene) for scene in board.scenes))
    cards = [scene for scene in asked if scene.layout == "end_card"]
    if cards and not any(card.locked for card in cards):
        card = {name: replace_in(text, patch.old, patch.new) for name, text in _shown_on_card(board).items()}
        found = changed(found, end_card=changed(board.end_card, **card))
    if not patch.scene:
        found = changed(found, title=replace_in(board.title, patch.old, patch.new) or board.title)
    if found == board and patch.old != patch.new:
        _refuse(board, patch)
    return found


def _replaced(scene: Scene, patch: ReplaceWords) -> Scene:
    lines = []
    for line in scene.lines:
        text = replace_in(line.text, patch.old, patch.new)
        if text != line.text and not _says_something(text):
            raise PatchRefused(f"Without “{clip(patch.old)}”, a line would say nothing; leave out that line instead.")
        lines.append(changed(line, text=text))
    return changed(
        scene,
        lines=tuple(lines),
        heading=replace_in(scene.heading, patch.old, patch.new),
        subtitle=replace_in(scene.subtitle, patch.old, patch.new),
        content=_shown(scene.content, patch),
    )


def _shown(content: SceneContent, patch: ReplaceWords) -> SceneContent:
    try:
        return replaced_content(content, patch.old, patch.new)
    except ValidationError:
        raise PatchRefused(f"With “{clip(patch.new)}”, a text on screen would be too long; say it shorter.") from None


def _shown_on_card(board: Storyboard) -> dict[str, str]:
    card = board.end_card
    return {"call_to_action": card.call_to_action, "address": card.address, "headline": card.headline}


def _refuse(board: Storyboard, patch: ReplaceWords) -> None:
    """Say why nothing was found."""
    number = next((n for n, scene in enumerate(board.scenes, 1) if scene.id == patch.scene), 0)
    where = f" in scene {number}" if number else ""
    for at, scene in enumerate(board.scenes, 1):
        if patch.scene in ("", scene.id) and _replaced(scene.changed(locked=False), patch) != scene:
            raise PatchRefused(f"“{clip(patch.old)}” stands only in locked scenes; unlock scene {at} to change it.")
    raise PatchRefused(f"The words “{clip(patch.old)}” do not occur{where}; nothing was replaced.")


def _check_says(text: str) -> None:
    if not _says_something(text):
        raise PatchRefused("A line needs words to say; leave it out if nothing shall be said.")


def _says_something(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


WORD_PATCHES: dict[str, Callable[[Storyboard, Any], Storyboard]] = {
    "edit_line": edit_line,
    "add_line": add_line,
    "delete_line": delete_line,
    "set_heading": set_heading,
    "set_end_card": set_end_card,
    "replace_words": replace_words,
}
"""By `op`."""
