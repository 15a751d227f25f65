"""Patches of scenes: what each makes of a storyboard. Every function is pure and raises `PatchRefused`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tools.errors import PatchRefused
from tools.patch_contents import merged_content, shared_entries
from tools.patch_targets import (
    changed,
    clip,
    free_id,
    line_at,
    open_scene_at,
    scene_at,
    with_free_ids,
    with_scene,
    with_scenes,
)
from tools.patches import (
    DeleteScene,
    DuplicateScene,
    InsertScene,
    LockScene,
    MergeScenes,
    MoveScene,
    RestoreScenes,
    SetBackground,
    SetFilm,
    SetHold,
    SetPart,
    SetTransition,
    SplitScene,
    SwapScenes,
)
from tools.storyboard import FilmChoice, Scene, Storyboard


def set_background(board: Storyboard, patch: SetBackground) -> Storyboard:
    """Another background behind one scene, or behind all that are not locked."""
    if patch.background.family and patch.background.picture:
        raise PatchRefused("A background is either a designed one or a picture; name one of the two.")
    return _in_scenes(board, patch.scene, background=patch.background)


def set_transition(board: Storyboard, patch: SetTransition) -> Storyboard:
    """Another way for one scene to come in, or for all that are not locked."""
    return _in_scenes(board, patch.scene, transition=patch.transition)


def _in_scenes(board: Storyboard, scene: str, **fields: object) -> Storyboard:
    if scene:
        return with_scene(board, open_scene_at(board, scene), **fields)
    if all(each.locked for each in board.scenes):
        raise PatchRefused("All scenes are locked; unlock one to change it.")
    return with_scenes(board, (each if each.locked else changed(each, **fields) for each in board.scenes))


def set_hold(board: Storyboard, patch: SetHold) -> Storyboard:
    """Another least time after the last word."""
    return with_scene(board, open_scene_at(board, patch.scene), hold_seconds=patch.seconds)


def set_film(board: Storyboard, patch: SetFilm) -> Storyboard:
    """Another film, or another part of it, for a scene that shows one."""
    index = open_scene_at(board, patch.scene)
    if board.scenes[index].film is None:
        raise PatchRefused(f"Scene {index + 1} shows no film; insert the film as a scene of its own.")
    _check_span(patch.film)
    return with_scene(board, index, film=patch.film)


def set_part(board: Storyboard, patch: SetPart) -> Storyboard:
    """The brand's opening or closing: put in, replaced or left out."""
    at = next((index for index, scene in enumerate(board.scenes) if scene.part == patch.part), None)
    if at is not None:
        open_scene_at(board, board.scenes[at].id)
    if patch.film is None:
        if at is None:
            raise PatchRefused(f"There is no {patch.part} to leave out.")
        return with_scenes(board, (*board.scenes[:at], *board.scenes[at + 1 :]))
    _check_span(patch.film)
    if at is not None:
        return with_scene(board, at, layout="clip", film=patch.film)
    made = with_free_ids(board, Scene(id=patch.part, layout="clip", film=patch.film, part=patch.part))
    return _inserted(board, made, 0 if patch.part == "opening" else len(board.scenes))


def _inserted(board: Storyboard, made: Scene, at: int) -> Storyboard:
    """`board` with one scene more; what follows a film is cut to, as is a film itself where nobody says otherwise."""
    following = board.scenes[at:]
    if made.layout == "clip" and following and not following[0].locked:
        following = (changed(following[0], transition="cut"), *following[1:])
    return with_scenes(board, (*board.scenes[:at], made, *following))


def _check_span(film: FilmChoice) -> None:
    if film.end is not None and film.end <= film.start:
        raise PatchRefused(f"The film would run from {film.start:g} to {film.end:g} s; its end comes after its start.")


def insert_scene(board: Storyboard, patch: InsertScene) -> Storyboard:
    """A scene more, with ids that nothing else has."""
    at = scene_at(board, patch.after) + 1 if patch.after else 0
    made = with_free_ids(board, patch.scene)
    if made.layout == "clip" and made.film is None:
        raise PatchRefused("A clip scene needs a film; name the file to show.")
    if made.film is not None:
        _check_span(made.film)
    return _inserted(board, made, at)


def delete_scene(board: Storyboard, patch: DeleteScene) -> Storyboard:
    """A scene less; the only one stays."""
    at = open_scene_at(board, patch.scene)
    if len(board.scenes) == 1:
        raise PatchRefused("It is the only scene; add another before it is left out.")
    return with_scenes(board, (*board.scenes[:at], *board.scenes[at + 1 :]))


def duplicate_scene(board: Storyboard, patch: DuplicateScene) -> Storyboard:
    """A copy right after the scene; it is not locked, and no part of the brand's."""
    at = scene_at(board, patch.scene)
    id_ = free_id(patch.new_id.strip() or f"{patch.scene}-copy", (scene.id for scene in board.scenes))
    scene = board.scenes[at]
    lines = tuple(changed(line, id=f"{id_}-l{number}") for number, line in enumerate(scene.lines, 1))
    copy = with_free_ids(board, changed(scene, id=id_, lines=lines, part="", locked=False))
    return with_scenes(board, (*board.scenes[: at + 1], copy, *board.scenes[at + 1 :]))


def move_scene(board: Storyboard, patch: MoveScene) -> Storyboard:
    """A scene at another place; a locked one may move too."""
    scene = board.scenes[scene_at(board, patch.scene)]
    if patch.after == patch.scene:
        raise PatchRefused("A scene can not come after itself; name another one.")
    if patch.after:
        scene_at(board, patch.after)
    others = [each for each in board.scenes if each.id != scene.id]
    at = next((index for index, each in enumerate(others, 1) if each.id == patch.after), 0)
    return with_scenes(board, (*others[:at], scene, *others[at:]))


def swap_scenes(board: Storyboard, patch: SwapScenes) -> Storyboard:
    """Two scenes at each other's places; locked ones may move too."""
    one, other = scene_at(board, patch.first), scene_at(board, patch.second)
    if one == other:
        raise PatchRefused(f"Scene {one + 1} can not be swapped with itself; name two scenes.")
    scenes = list(board.scenes)
    scenes[one], scenes[other] = scenes[other], scenes[one]
    return with_scenes(board, scenes)


def split_scene(board: Storyboard, patch: SplitScene) -> Storyboard:
    """Two scenes of one, alike but for their lines."""
    at = open_scene_at(board, patch.scene)
    scene = board.scenes[at]
    owner, place = line_at(board, patch.after)
    if owner != at:
        raise PatchRefused(
            f"The line “{clip(board.scenes[owner].lines[place].text)}” is not in scene {at + 1}; name one of its own."
        )
    if place + 1 == len(scene.lines):
        raise PatchRefused(f"Nothing comes after the last line of scene {at + 1}; name an earlier one.")
    id_ = free_id(patch.new_id.strip() or f"{scene.id}-2", (each.id for each in board.scenes))
    halves = shared_entries(
        changed(scene, lines=scene.lines[: place + 1]),
        changed(scene, id=id_, lines=scene.lines[place + 1 :], part=""),
        scene,
    )
    return with_scenes(board, (*board.scenes[:at], *halves, *board.scenes[at + 1 :]))


def merge_scenes(board: Storyboard, patch: MergeScenes) -> Storyboard:
    """One scene of two that follow each other: the first, with the lines of both, staying as long as the second."""
    one, other = open_scene_at(board, patch.first), open_scene_at(board, patch.second)
    if other != one + 1:
        raise PatchRefused(f"Scene {other + 1} does not come right after scene {one + 1}; move it there first.")
    first, second = board.scenes[one], board.scenes[other]
    if "clip" in (first.layout, second.layout):
        number = one + 1 if first.layout == "clip" else other + 1
        raise PatchRefused(f"Scene {number} shows a film, which fills a scene of its own; it can not be merged.")
    merged = changed(
        first,
        lines=(*first.lines, *second.lines),
        hold_seconds=second.hold_seconds,
        content=merged_content(first, second),
    )
    return with_scenes(board, (*board.scenes[:one], merged, *board.scenes[other + 1 :]))


def lock_scene(board: Storyboard, patch: LockScene) -> Storyboard:
    """A scene locked or unlocked."""
    return with_scene(board, scene_at(board, patch.scene), locked=patch.locked)


def restore_scenes(board: Storyboard, patch: RestoreScenes) -> Storyboard:
    """These scenes in place of all; those that are locked now stay what they are."""
    kept = {scene.id: scene for scene in patch.scenes}
    if len(kept) < len(patch.scenes):
        raise PatchRefused("Two of the scenes have the same id; give each its own.")
    lines = [line.id for scene in patch.scenes for line in scene.lines]
    if len(set(lines)) < len(lines):
        raise PatchRefused("Two of the lines have the same id; give each its own.")
    for number, scene in enumerate(board.scenes, 1):
        if scene.locked and kept.get(scene.id) != scene:
            raise PatchRefused(f"Scene {number} is locked; unlock it to change it.")
    return with_scenes(board, patch.scenes)


SCENE_PATCHES: dict[str, Callable[[Storyboard, Any], Storyboard]] = {
    "set_background": set_background,
    "set_transition": set_transition,
    "set_hold": set_hold,
    "set_film": set_film,
    "set_part": set_part,
    "insert_scene": insert_scene,
    "delete_scene": delete_scene,
    "duplicate_scene": duplicate_scene,
    "move_scene": move_scene,
    "swap_scenes": swap_scenes,
    "split_scene": split_scene,
    "merge_scenes": merge_scenes,
    "lock_scene": lock_scene,
    "restore_scenes": restore_scenes,
}
"""By `op`."""
