"""Patches of what scenes show: what each makes of a storyboard, and what takes it back. Pure; raises `PatchRefused`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tools.content_patches import (
    ContentPatch,
    SetChart,
    SetEntries,
    SetLayout,
    SetPicture,
    SetPresenterPlace,
    SetProduct,
    SetQuote,
    SetScreen,
    SetSides,
    SetStatistic,
)
from tools.errors import PatchRefused
from tools.layouts import LAYOUT_KINDS, lacks
from tools.patch_targets import changed, open_scene_at, with_scene
from tools.scene_contents import SceneContent
from tools.storyboard import Scene, Storyboard
from tools.word_replacement import replace_in

_FieldPatch = SetEntries | SetSides | SetStatistic | SetQuote | SetProduct | SetChart | SetPicture | SetScreen
_KINDS: tuple[type[_FieldPatch], ...] = (
    SetEntries,
    SetSides,
    SetStatistic,
    SetQuote,
    SetProduct,
    SetChart,
    SetPicture,
    SetScreen,
)
_NAMES = {"set_picture": {"text": "picture_text"}}
"""Fields of patches that are called otherwise in a content."""
_KEPT_APART = ("chart", "device", "picture", "data_file")
"""Fields that hold no words."""


def set_layout(board: Storyboard, patch: SetLayout) -> Storyboard:
    """Another arrangement; what that shows has to be there."""
    index = open_scene_at(board, patch.scene)
    scene = board.scenes[index]
    if patch.layout == "clip" and scene.film is None:
        raise PatchRefused(f"Scene {index + 1} has no film to show; insert the film as a scene of its own.")
    missing = lacks(scene, patch.layout, logo=bool(board.logo))
    if missing and patch.layout != scene.layout:
        name = LAYOUT_KINDS[patch.layout].name
        raise PatchRefused(f"As a {name}, scene {index + 1} needs {missing}, which it does not have; give that first.")
    return with_scene(board, index, layout=patch.layout)


def set_presenter_place(board: Storyboard, patch: SetPresenterPlace) -> Storyboard:
    """Another place for the presenter of a scene; nobody stands beside a film or an end card."""
    index = open_scene_at(board, patch.scene)
    scene = board.scenes[index]
    if scene.layout in ("clip", "end_card") and patch.place not in ("", "none", scene.presenter_place):
        name = LAYOUT_KINDS[scene.layout].name
        raise PatchRefused(f"Scene {index + 1} is the {name}, beside which nobody stands; name another scene.")
    return with_scene(board, index, presenter_place=patch.place)


def set_content(board: Storyboard, patch: _FieldPatch) -> Storyboard:
    """Some fields of a scene's content replaced."""
    index = open_scene_at(board, patch.scene)
    said = {field: value for name, field in _fields(patch) if (value := getattr(patch, name)) is not None}
    if not said:
        what = patch.op.removeprefix("set_")
        raise PatchRefused(f"Say what the {what} of scene {index + 1} shall be.")
    if "data" in said:
        said["data_file"] = ""
    return with_scene(board, index, content=changed(board.scenes[index].content, **said))


def content_back(before: Storyboard, patch: _FieldPatch) -> tuple[_FieldPatch, ...]:
    """The patch of the same kind that sets the same fields of the scene's content to what they were."""
    content = next(scene for scene in before.scenes if scene.id == patch.scene).content
    old = {name: getattr(content, field) for name, field in _fields(patch) if getattr(patch, name) is not None}
    return (patch.changed(**old),)


def content_patches(scene: str, before: SceneContent, after: SceneContent) -> Iterator[ContentPatch]:
    """The patches that make the content of the scene with that id `after` where it is `before`."""
    done: set[str] = set()
    for kind in _KINDS:
        told: dict[str, Any] = {}
        for name, field in _fields(kind):
            if field not in done and getattr(before, field) != getattr(after, field):
                told[name] = getattr(after, field)
                done.add(field)
        if told:
            yield kind(scene=scene, **told)


def replaced_content(content: SceneContent, old: str, new: str) -> SceneContent:
    """`content` with `new` wherever `old` stands as whole words."""
    return SceneContent.model_validate(_replaced(content.model_dump(), old, new))


def _replaced(value: Any, old: str, new: str) -> Any:  # noqa: ANN401  (what a document is made of)
    if isinstance(value, str):
        return replace_in(value, old, new)
    if isinstance(value, dict):
        apart = (*_KEPT_APART, "icon")
        return {name: each if name in apart else _replaced(each, old, new) for name, each in value.items()}
    return [_replaced(each, old, new) for each in value] if isinstance(value, list | tuple) else value


def _fields(patch: _FieldPatch | type[_FieldPatch]) -> list[tuple[str, str]]:
    """The fields of a patch that set something, each with the name that it has in a content."""
    model = patch if isinstance(patch, type) else type(patch)
    renamed = _NAMES.get(model.model_fields["op"].default, {})
    return [(name, renamed.get(name, name)) for name in model.model_fields if name not in ("op", "scene")]


CONTENT_PATCHES: dict[str, Callable[[Storyboard, Any], Storyboard]] = {
    "set_layout": set_layout,
    "set_presenter_place": set_presenter_place,
    **{kind.model_fields["op"].default: set_content for kind in _KINDS},
}
"""By `op`."""


def shared_entries(first: Scene, second: Scene, scene: Scene) -> tuple[Scene, Scene]:
    """The halves of `scene`, each with those of its entries that it names; all in both where that leaves one bare.

    A card that opens something is shown once: what follows it shows the presenter.
    """
    if scene.layout in ("logo", "chapter"):
        return first, changed(second, layout="presenter")
    if scene.layout not in ("points", "steps") or len(scene.content.entries) < 2:
        return first, second
    from tools.spoken_tokens import alike, tokens

    said = [token.text for line in second.lines for token in tokens(line.text.split()) if not token.common]
    before = [token.text for line in first.lines for token in tokens(line.text.split()) if not token.common]

    def named(text: str, words: list[str]) -> float:
        told = [token.text for token in tokens(text.split()) if not token.common]
        return sum(any(alike(one, other) for other in words) for one in told) / max(len(told), 1)

    late = [named(entry.text, said) > named(entry.text, before) for entry in scene.content.entries]
    cut = late.index(True) if True in late else len(late)
    if not 0 < cut < len(late) or not all(late[cut:]):
        return first, second
    entries = scene.content.entries
    return (
        changed(first, content=changed(first.content, entries=entries[:cut])),
        changed(second, content=changed(second.content, entries=entries[cut:])),
    )


def merged_content(first: Scene, second: Scene) -> SceneContent:
    """What the two scenes show as one: the entries of both lists, or what the first shows, or else the second."""
    one, other = first.content, second.content
    lists = ("points", "steps")
    if first.layout in lists and second.layout in lists and one != other:
        entries = one.entries + tuple(entry for entry in other.entries if entry not in one.entries)
        return changed(one, entries=entries[:12])
    return one if one != SceneContent() else other
