"""The pictures that the scenes of a storyboard show, as the painters take them."""

from __future__ import annotations

from pathlib import Path

from renderers.graphics.clips import PictureSource
from tools.storyboard import Storyboard


def content_pictures(board: Storyboard) -> dict[str, PictureSource]:
    """The pictures of the scenes' contents, by their paths in the storyboard."""
    paths = dict.fromkeys(scene.content.picture for scene in board.scenes if scene.content.picture)
    if not paths:
        return {}
    from renderers.graphics.sources import picture_source

    return {path: picture_source(Path(path)) for path in paths}
