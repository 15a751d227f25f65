"""Descriptions: what a patch does to a storyboard, in short plain words for a client."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tools.changes import Change, diff, said, told
from tools.patch_application import apply
from tools.patch_targets import joined, numbers, scene_at
from tools.patches import (
    DeleteScene,
    DuplicateScene,
    InsertScene,
    LockScene,
    MergeScenes,
    MoveScene,
    Patch,
    ReplaceWords,
    SetPart,
    SplitScene,
    SwapScenes,
)
from tools.storyboard import Storyboard

_SOME = 3
"""Labels of one patch that are told one by one."""


def describe(before: Storyboard, patch: Patch) -> Change:
    """What `patch` changes in `before`, scenes numbered as they stand there.

    A patch that changes nothing is told as such. Raises `PatchRefused` for one that does not fit.
    """
    after = apply(before, patch)
    if after == before:
        return Change(patch.op, f"{patch.op.replace('_', ' ').capitalize()}: it is like that already")
    if len(found := diff(before, after).changes) == 1 and patch.op not in _OWN:
        return replace(found[0], op=patch.op)
    if patch.op in _OWN:
        return _OWN[patch.op](before, after, patch)
    scenes = tuple(dict.fromkeys(id_ for change in found for id_ in change.scenes))
    label = _of_many(before, found, scenes) if len(found) > _SOME else _joined([change.label for change in found])
    was, now = (list(dict.fromkeys(getattr(change, name) for change in found)) for name in ("before", "after"))
    return Change(patch.op, label, ", ".join(filter(None, was)), ", ".join(filter(None, now)), scenes)


def _joined(labels: list[str]) -> str:
    """`Shape and resolution`."""
    return joined(
        [labels[0], *(label if label[:5] == "Scene" else label[:1].lower() + label[1:] for label in labels[1:])]
    )


def _of_many(before: Storyboard, found: tuple[Change, ...], scenes: tuple[str, ...]) -> str:
    """One label for the same change in many scenes."""
    what = found[0].label.split(", ")[-1]
    return f"{what.capitalize()} of {numbers(before, scenes)}"


def _words(before: Storyboard, after: Storyboard, patch: ReplaceWords) -> Change:
    found = diff(before, after)
    places = [numbers(after, found.changed)] if found.changed else []
    places += [where for ops, where in _ELSEWHERE if any(change.op == ops for change in found.changes)]
    new = said(patch.new) if patch.new.strip() else "left out"
    return Change(patch.op, f"Words in {joined(places)}", said(patch.old), new, found.changed)


_ELSEWHERE = (("set_title", "the title"), ("set_end_card", "the end card"))


def _inserted(before: Storyboard, after: Storyboard, patch: InsertScene) -> Change:
    number, scene = _first_new(before, after)
    return Change(patch.op, f"New scene {number}", "", told(scene), (scene.id,))


def _deleted(before: Storyboard, after: Storyboard, patch: DeleteScene) -> Change:
    number, scene = _at(before, patch.scene)
    return Change(patch.op, f"Scene {number} is left out", told(scene), "", (patch.scene,))


def _duplicated(before: Storyboard, after: Storyboard, patch: DuplicateScene) -> Change:
    number, scene = _first_new(before, after)
    return Change(patch.op, f"Scene {number - 1} copied to scene {number}", "", told(scene), (scene.id,))


def _moved(before: Storyboard, after: Storyboard, patch: MoveScene) -> Change:
    was, now = _at(before, patch.scene)[0], _at(after, patch.scene)[0]
    return Change(patch.op, "Moved a scene", f"scene {was}", f"scene {now}", (patch.scene,))


def _swapped(before: Storyboard, after: Storyboard, patch: SwapScenes) -> Change:
    both = (patch.first, patch.second)
    was, now = (
        ", ".join(told(board.scenes[at]) for at in sorted(scene_at(board, id_) for id_ in both))
        for board in (before, after)
    )
    return Change(patch.op, f"Swapped {numbers(before, both)}", was, now, both)


def _split(before: Storyboard, after: Storyboard, patch: SplitScene) -> Change:
    number, scene = _first_new(before, after)
    label = f"Split scene {number - 1}, before {said(scene.lines[0].text, 60)}"
    return Change(patch.op, label, f"scene {number - 1}", f"scenes {number - 1} and {number}", (patch.scene, scene.id))


def _merged(before: Storyboard, after: Storyboard, patch: MergeScenes) -> Change:
    both = numbers(before, (patch.first, patch.second))
    number = _at(after, patch.first)[0]
    return Change(patch.op, f"Merged {both}", both, f"scene {number}", (patch.first,))


def _locked(before: Storyboard, after: Storyboard, patch: LockScene) -> Change:
    names = ("unlocked", "locked")
    label = f"Scene {_at(before, patch.scene)[0]}"
    return Change(patch.op, label, names[not patch.locked], names[patch.locked], (patch.scene,))


def _parted(before: Storyboard, after: Storyboard, patch: SetPart) -> Change:
    was, now = (next((told(s) for s in board.scenes if s.part == patch.part), "none") for board in (before, after))
    ids = tuple(scene.id for scene in (*before.scenes, *after.scenes) if scene.part == patch.part)
    return Change(patch.op, patch.part.capitalize(), was, now, tuple(dict.fromkeys(ids)))


def _first_new(before: Storyboard, after: Storyboard) -> tuple[int, Any]:
    old = {scene.id for scene in before.scenes}
    return next((number, scene) for number, scene in enumerate(after.scenes, 1) if scene.id not in old)


def _at(board: Storyboard, scene: str) -> tuple[int, Any]:
    at = scene_at(board, scene)
    return at + 1, board.scenes[at]


_OWN: dict[str, Callable[[Storyboard, Storyboard, Any], Change]] = {
    "replace_words": _words,
    "insert_scene": _inserted,
    "delete_scene": _deleted,
    "duplicate_scene": _duplicated,
    "move_scene": _moved,
    "swap_scenes": _swapped,
    "split_scene": _split,
    "merge_scenes": _merged,
    "lock_scene": _locked,
    "set_part": _parted,
}
"""Operations that say more than what differs afterwards."""
