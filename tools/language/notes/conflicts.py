"""Conflicts: requests of one message that contradict each other, and requests that touch a locked scene."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.language.notes.context import Context, Reading, ask
from tools.language.notes.phrasing import phrased
from tools.patches import Patch
from tools.storyboard import Scene

_TARGETS = ("scene", "line", "role", "part", "word")
_ONCE = frozenset(
    "delete_scene delete_line replace_words swap_scenes merge_scenes move_scene lock_scene duplicate_scene".split()
)
_SEVERAL = frozenset(
    "insert_scene add_line duplicate_scene replace_words move_scene swap_scenes split_scene merge_scenes delete_scene "
    "delete_line set_title".split()
)


_ACTS = frozenset("swap_scenes merge_scenes move_scene delete_scene delete_line duplicate_scene replace_words".split())


_AGAIN = re.compile(r"\b(?:again|back|afterwards?|then|after that)\b", re.IGNORECASE)


def settled(
    context: Context, said: Sequence[tuple[bool, tuple[Patch, ...]]]
) -> tuple[tuple[Patch, ...], Reading | None]:
    """The patches to be made, and a question where two contradict each other or one touches a locked scene.

    Of two that set the same thing the later one wins if it was said as a correction; otherwise neither is made.
    """
    kept: list[Patch] = []
    open_ones: list[Patch] = []
    question: Reading | None = None
    for at, (correction, patches) in enumerate(said):
        if correction and at:  # `delete scene 2, wait no, delete scene 3`: the same act, once
            again = {patch.op for patch in patches} & _ACTS
            kept = [one for one in kept if one.op not in again or one not in said[at - 1][1]]
        for patch in patches:
            if (patch in kept and patch.op in _ONCE) or _said_of_scene(context, patch, kept):
                continue
            kept = [one for one in kept if not (one.op == patch.op == "move_scene" and one.scene == patch.scene)]
            other = next((one for one in kept if _same_target(one, patch)), None)
            if other is None and not correction and any(_same_target(one, patch) for one in open_ones):
                continue
            if other is None:
                kept.append(patch)
            elif other == patch:
                continue
            elif patch.op == other.op == "lock_scene" and _AGAIN.search(context.text):
                kept.append(patch)  # `unlock it, change …, lock it again`: one after the other
            elif correction or _same_way(context, other, patch):
                kept[kept.index(other)] = patch
            else:
                kept.remove(other)
                open_ones.append(other)
                question = question or ask(
                    "Those two contradict each other; which one?", phrased(context, other), phrased(context, patch)
                )
    kept, gone = _without_the_gone(context, _narrowed(context, kept))
    question = question or gone
    free, locked = [], []
    open_ = {p.scene for p in kept if p.op == "lock_scene" and not p.locked}
    for patch in kept:
        touched = [
            id_
            for id_ in _scenes(context, patch)
            if (scene := context.scene(id_)) and scene.locked and id_ not in open_
        ]
        if touched and patch.op != "lock_scene":
            locked.append(touched[0])
        else:
            free.append(patch)
    if locked and question is None:
        number = context.number(locked[0])
        question = ask(f"Scene {number} is locked; shall I unlock it first?", f"Unlock scene {number}")
    return tuple(free), question


_GONE = frozenset("set_framing set_delivery set_presenter_place set_scene_sound set_performance_style set_heading "
                  "set_background set_transition set_hold edit_line add_line set_layout lock_scene".split())


def _without_the_gone(context: Context, kept: list[Patch]) -> tuple[list[Patch], Reading | None]:
    """The patches without those that change what others take out, and a question about the first of them."""
    gone = {patch.scene for patch in kept if patch.op == "delete_scene"}
    silent = any(patch.op == "set_music" and patch.mood == "none" and patch.gain is not None for patch in kept)
    mute = any(patch.op == "set_music" and patch.mood == "none" for patch in kept)
    loud = any(patch.op == "set_music" and patch.gain is not None for patch in kept)
    if silent or (mute and loud):
        options = ("No music", "Keep the music, at another volume")
        others: list[Patch] = [patch for patch in kept if patch.op != "set_music"]
        return others, ask("Without music there is nothing to be louder or quieter; which is it?", *options)
    late = [patch for patch in kept if patch.op in _GONE and getattr(patch, "scene", "") in gone]
    if not late:
        return kept, None
    both = [patch for patch in kept if patch in late or (patch.op == "delete_scene" and patch.scene in gone)]
    asked = ask("Those two contradict each other; which one?", *(phrased(context, patch) for patch in both[:3]))
    return [patch for patch in kept if patch not in both], asked


def _said_of_scene(context: Context, patch: Patch, kept: Sequence[Patch]) -> bool:
    """Whether a cut for all only says again what was asked for one scene: `cut into scene 3, no dissolve`."""
    if patch.op != "set_transition" or patch.scene:
        return False
    if re.search(r"\b(?:all|every\w*|rest|others?)\b", context.text.lower()):
        return False
    return any(one.op == patch.op and one.scene and one.transition == patch.transition for one in kept)


_BOUND = frozenset("set_framing set_delivery set_background set_transition set_performance_style".split())


def _narrowed(context: Context, kept: Sequence[Patch]) -> list[Patch]:
    """The patches without one for the programme that another says again of a scene: `full body, in scene 2`."""
    if re.search(r"\b(?:all|every\w*|rest|others?|throughout|whole|always|general\w*|else)\b", context.text.lower()):
        return list(kept)

    def own(patch: Patch) -> dict[str, object]:
        return {key: value for key, value in patch.model_dump().items() if key not in ("scene", "line")}

    placed = [bool(one.model_dump().get("scene")) for one in kept]
    bound = [own(one) for one, there in zip(kept, placed, strict=True) if one.op in _BOUND and there]
    return [
        one
        for one, there in zip(kept, placed, strict=True)
        if one.op not in _BOUND or there or own(one) not in bound
    ]


def _same_way(context: Context, one: Patch, other: Patch) -> bool:
    """Whether both are more, or both less, of the same: `it drags, trim it a little`; the later says how much."""
    board = context.board
    if board is None:
        return False
    key = {"set_duration": "seconds", "set_speed": "speed", "set_music": "gain"}.get(one.op)
    now = {"seconds": context.seconds, "speed": board.speed, "gain": board.music_gain}.get(key or "")
    first, second = (getattr(patch, key or "", None) for patch in (one, other))
    if now is None or first is None or second is None or getattr(one, "mood", None) or getattr(other, "mood", None):
        return False
    return bool((first - now) * (second - now) > 0)


def _same_target(one: Patch, other: Patch) -> bool:
    if one.op != other.op or one.op in _SEVERAL:
        return False
    mine, theirs = one.model_dump(), other.model_dump()
    if any(mine.get(key) != theirs.get(key) for key in _TARGETS):
        return False
    if one.op in (
        "set_format",
        "set_music",
        "set_logo",
        "set_captions",
        "set_end_card",
        "set_presenter",
        "set_heading",
        "set_statistic",
        "set_quote",
        "set_product",
        "set_chart",
        "set_picture",
        "set_screen",
    ):
        return any(
            mine[key] is not None and theirs[key] is not None for key in mine if key not in ("op", *_TARGETS[:2])
        )
    return True


def _holds(scene: Scene, old: str) -> bool:
    texts = (scene.heading, scene.subtitle, *(line.text for line in scene.lines))
    return any(re.search(rf"(?<!\w){re.escape(old)}(?!\w)", text, re.IGNORECASE) for text in texts)


def _scenes(context: Context, patch: Patch) -> list[str]:
    """The scenes whose words or look a patch changes."""
    ids = [value for key in ("scene", "first", "second") if isinstance(value := getattr(patch, key, ""), str) and value]
    if patch.op == "replace_words" and not patch.scene:
        held = [s for s in context.scenes if _holds(s, patch.old)]
        ids += [s.id for s in held] if held and all(s.locked for s in held) else []
    line = getattr(patch, "line", "")
    if isinstance(line, str) and line:
        ids += [scene.id for scene in context.scenes if any(one.id == line for one in scene.lines)]
    if patch.op in ("move_scene", "duplicate_scene", "set_transition"):
        return [] if patch.op != "move_scene" else []
    return ids
