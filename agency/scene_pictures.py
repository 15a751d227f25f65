"""The pictures that the scenes of a storyboard show, as the painters take them."""

from __future__ import annotations

from pathlib import Path

from renderers.graphics.clips import PictureSource
from renderers.takes import TakeStore
from tools.storyboard import Storyboard


def content_pictures(board: Storyboard, takes: TakeStore) -> dict[str, PictureSource]:
    """The pictures of the scenes' contents, by their paths in the storyboard; products are cut out of a plain ground.

    Raises `MediaRejected` for a product's picture that can not be read, `NoSpace`.
    """
    shown: dict[str, set[str]] = {}
    for scene in board.scenes:
        if scene.content.picture:
            shown.setdefault(scene.content.picture, set()).add(scene.layout)
    if not shown:
        return {}
    from renderers.graphics.sources import cut_copy, picture_source

    found = {path: picture_source(Path(path)) for path in shown}
    return {
        path: cut_copy(found[path], takes) if layouts == {"product"} else found[path] for path, layouts in shown.items()
    }
