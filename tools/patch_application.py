"""Applying patches: what each makes of a storyboard, and what a list of them makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import TypeAdapter

from tools.errors import PatchRefused
from tools.patch_contents import CONTENT_PATCHES
from tools.patch_delivery import DELIVERY_PATCHES
from tools.patch_presenter import PRESENTER_PATCHES
from tools.patch_programme import PROGRAMME_PATCHES
from tools.patch_scenes import SCENE_PATCHES
from tools.patch_sound import SOUND_PATCHES
from tools.patch_words import WORD_PATCHES
from tools.patches import Patch
from tools.storyboard import Storyboard

PATCHES: TypeAdapter[tuple[Patch, ...]] = TypeAdapter(tuple[Patch, ...])
"""Reads and writes a list of patches."""

OPERATIONS: dict[str, Callable[[Storyboard, Any], Storyboard]] = (
    PROGRAMME_PATCHES
    | SCENE_PATCHES
    | WORD_PATCHES
    | DELIVERY_PATCHES
    | SOUND_PATCHES
    | PRESENTER_PATCHES
    | CONTENT_PATCHES
)
"""What each operation makes of a storyboard, by `op`."""


def apply(storyboard: Storyboard, patch: Patch) -> Storyboard:
    """`storyboard` with the patch applied. Ids of scenes and lines never change; new ones collide with none.

    Raises `tools.errors.PatchRefused` with a sentence where it does not fit; a locked scene may move, but what is in it
    stays.
    """
    return OPERATIONS[patch.op](storyboard, patch)


def apply_all(storyboard: Storyboard, patches: Iterable[Patch]) -> Storyboard:
    """`storyboard` with all patches applied one after another. Raises `PatchRefused` for the first that does not fit,
    and says which it is where there are several.
    """
    wanted = tuple(patches)
    for number, patch in enumerate(wanted, 1):
        try:
            storyboard = apply(storyboard, patch)
        except PatchRefused as refusal:
            if len(wanted) == 1:
                raise
            name = patch.op.replace("_", " ")
            raise PatchRefused(f"Change {number} of {len(wanted)} ({name}): {refusal} Nothing was changed.") from None
    return storyboard
