"""What patches point at: scenes and lines by id, as people count them, and ids that nothing has yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import TypeVar

from pydantic import ValidationError

from tools.documents import Document
from tools.errors import PatchRefused
from tools.script import Line
from tools.storyboard import Scene, Storyboard

MOST_NAMED = 8
"""Ids that a refusal lists."""

MOST_SCENES = 400

DocumentT = TypeVar("DocumentT", bound=Document)


def scene_at(storyboard: Storyboard, scene: str) -> int:
    """The index of the scene with this id. Raises `PatchRefused` naming those there are."""
    for index, each in enumerate(storyboard.scenes):
        if each.id == scene:
            return index
    raise PatchRefused(f'There is no scene "{clip(scene)}"; the scenes are {_listed(s.id for s in storyboard.scenes)}.')


def open_scene_at(storyboard: Storyboard, scene: str) -> int:
    """The index of the scene with this id, which may be changed. Raises `PatchRefused` for a locked one too."""
    index = scene_at(storyboard, scene)
    if storyboard.scenes[index].locked:
        raise PatchRefused(f"Scene {index + 1} is locked; unlock it to change it.")
    return index


def line_at(storyboard: Storyboard, line: str) -> tuple[int, int]:
    """The index of the scene that has the line with this id, and the line's index there. Raises `PatchRefused`."""
    for index, scene in enumerate(storyboard.scenes):
        for place, each in enumerate(scene.lines):
            if each.id == line:
                return index, place
    known = _listed(each.id for scene in storyboard.scenes for each in scene.lines)
    raise PatchRefused(f'There is no line "{clip(line)}"; the lines are {known or "none"}.')


def open_line_at(storyboard: Storyboard, line: str) -> tuple[int, int]:
    """The same for a line of a scene that may be changed. Raises `PatchRefused`."""
    index, place = line_at(storyboard, line)
    open_scene_at(storyboard, storyboard.scenes[index].id)
    return index, place


def with_scenes(storyboard: Storyboard, scenes: Iterable[Scene]) -> Storyboard:
    """`storyboard` with these scenes. Raises `PatchRefused` for too many or none."""
    # A transition that nobody named would follow the scene before; an edit of one scene leaves the others as they are.
    made = tuple(scene if "transition" in scene.model_fields_set else changed(scene) for scene in scenes)
    if not made:
        raise PatchRefused("That would leave the programme without a scene; add another one first.")
    if len(made) > MOST_SCENES:
        raise PatchRefused(f"A programme has at most {MOST_SCENES} scenes; leave one out first.")
    return changed(storyboard, scenes=made)


def with_scene(storyboard: Storyboard, index: int, **fields: object) -> Storyboard:
    """`storyboard` with some fields of one scene replaced. Raises `PatchRefused` for a value that does not fit."""
    scenes = list(storyboard.scenes)
    scenes[index] = changed(scenes[index], **fields)
    return with_scenes(storyboard, scenes)


def changed(document: DocumentT, **fields: object) -> DocumentT:
    """`document` with these fields replaced. Raises `PatchRefused` where a value does not fit."""
    try:
        return document.changed(**fields)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        where = " ".join(str(step) for step in fault["loc"] if not isinstance(step, int)).replace("_", " ")
        said = fault["msg"][:1].lower() + fault["msg"][1:]
        raise PatchRefused(f"The change does not fit: {where or 'the storyboard'}: {said}.") from None


def with_free_ids(storyboard: Storyboard, scene: Scene) -> Scene:
    """`scene` with its own id and those of its lines, where these are free, or else with ones made from them."""
    scenes = {each.id for each in storyboard.scenes}
    lines = {line.id for each in storyboard.scenes for line in each.lines}
    id_ = free_id(scene.id or "scene", scenes)
    own: list[Line] = []
    for number, line in enumerate(scene.lines, 1):
        own.append(changed(line, id=free_id(line.id or f"{id_}-l{number}", lines)))
        lines.add(own[-1].id)
    return changed(scene, id=id_, lines=tuple(own))


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or where that is taken, the first of `wanted-2`, `wanted-3` … that is not."""
    known = set(taken)
    if wanted not in known:
        return wanted
    return next(id_ for number in count(2) if (id_ := f"{wanted}-{number}") not in known)


def numbers(storyboard: Storyboard, scenes: Iterable[str]) -> str:
    """The scenes with these ids as people count them: `scene 2`, `scenes 1 and 3`, `scenes 1, 2 and 4`."""
    order = {scene.id: number for number, scene in enumerate(storyboard.scenes, 1)}
    found = [str(number) for number in sorted(order[id_] for id_ in scenes if id_ in order)]
    return f"scene{'s' if len(found) != 1 else ''} {joined(found)}"


def joined(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def clip(text: str, most: int = 60) -> str:
    """`text` on one line, cut short where it is longer than `most` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"


def _listed(ids: Iterable[str]) -> str:
    known = list(ids)
    return ", ".join(known[:MOST_NAMED]) + (" …" if len(known) > MOST_NAMED else "")
