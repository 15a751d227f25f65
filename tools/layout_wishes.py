"""A layout that is wished for, as patches: what it shows is read out of what the scene says, where it is not there."""

from __future__ import annotations

from tools.content_patches import SetEntries, SetLayout
from tools.errors import PatchRefused
from tools.exhibits import exhibit_of
from tools.layouts import LAYOUT_KINDS, lacks
from tools.patch_contents import content_patches
from tools.patch_targets import open_scene_at
from tools.patches import Patch
from tools.scene_contents import Entry
from tools.script import Section
from tools.storyboard import Layout, Scene, Storyboard

_LONGEST_ENTRY, _MOST_ENTRIES = 90, 8


def layout_patches(board: Storyboard, scene: str, layout: Layout) -> tuple[Patch, ...]:
    """The patches that show the scene with the id `scene` in `layout`, with the content that it lacks for that.

    A list is made of its sentences, a figure or a quote of the one it says. Raises `PatchRefused` with what is missing
    where it says nothing of the kind.
    """
    index = open_scene_at(board, scene)
    own = board.scenes[index]
    missing = lacks(own, layout, logo=bool(board.logo))
    if not missing:
        return (SetLayout(scene=scene, layout=layout),)
    found = _found(own, layout)
    if not found:
        name = LAYOUT_KINDS[layout].name
        raise PatchRefused(f"As a {name}, scene {index + 1} needs {missing}, which it does not have; give that first.")
    return (*found, SetLayout(scene=scene, layout=layout))


def _found(scene: Scene, layout: Layout) -> tuple[Patch, ...]:
    """The patches that give the scene what `layout` needs, out of its own words; none where they do not say it."""
    lines = tuple(line.changed(optional=False) for line in scene.lines)
    exhibit = exhibit_of(Section(id=scene.id, heading=scene.heading, lines=lines), verbatim=False)
    listed = ("points", "steps")
    if exhibit and (exhibit.layout == layout or exhibit.layout in listed and layout in listed):
        wanted = scene.content.changed(**exhibit.content.model_dump(exclude_defaults=True))
        return tuple(content_patches(scene.id, scene.content, wanted))
    texts = [line.text.strip().rstrip(".!") for line in scene.lines]
    short = [text for text in texts if 0 < len(text) <= _LONGEST_ENTRY]
    if layout in listed and 2 <= len(short) == len(texts) <= _MOST_ENTRIES:
        return (SetEntries(scene=scene.id, entries=tuple(Entry(text=text) for text in short)),)
    return ()
