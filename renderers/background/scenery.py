"""From a clip to what is painted behind everything: a designed family, or a picture under a slow camera."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from renderers.background.catalogue import DRAWINGS, check_family, family_for
from renderers.layer import Backdrop
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.timeline import BackdropClip


@lru_cache(maxsize=1)
def backdrop(
    clip: BackdropClip, look: Look, format: PictureFormat, calm: Rect | None = None, frames: int = 0
) -> Backdrop:
    """The backdrop of `clip`: its film or picture where there is one, else its family; without any, one that fits the
    look.

    `calm` is where text stands on a picture, in design units; an empty one says that there is none. Without it, the
    side that layouts set text on is taken; designed families always keep that side quiet.
    `frames` is the length of the scene, in which the camera over a picture goes and comes back; 0 where it is open.

    The last one is kept, since the segments of a scene are painted one after another: use it from one thread. Raises
    `EngineFailed` for an unknown family and `MediaRejected` for a picture that can not be read.
    """
    if clip.film is not None:
        from renderers.film.backdrop import FilmBackdrop

        return FilmBackdrop(clip.film, format.rate)
    if clip.picture is not None:
        from renderers.background.still import Still

        return Still(
            clip.picture, look, format, clip.seed, readable=calm is None or calm.width > 0, calm=calm, frames=frames
        )
    from renderers.background.stage import Stage

    family = clip.family or family_for(look)
    check_family(family)
    module, _, drawing = DRAWINGS[family].partition(":")
    made: Backdrop = getattr(import_module(module), drawing)(Stage(look, format, clip.seed, family))
    return made
