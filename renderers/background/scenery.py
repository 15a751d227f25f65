"""From a clip to what is painted behind everything: a designed family, or a picture under a slow camera."""

from __future__ import annotations

from importlib import import_module

from renderers.background.catalogue import DRAWINGS, FAMILIES, default_family
from renderers.background.stage import Stage
from renderers.errors import EngineFailed
from renderers.layer import Backdrop
from renderers.look import Look
from renderers.picture_format import PictureFormat
from renderers.timeline import BackdropClip


def backdrop(clip: BackdropClip, look: Look, format: PictureFormat) -> Backdrop:
    """The backdrop of `clip`: its picture where there is one, else its family; without either the default family.

    Raises `EngineFailed` for an unknown family and `MediaRejected` for a picture that can not be read.
    """
    if clip.picture is not None:
        from renderers.background.still import Still

        return Still(clip.picture, look, format, clip.seed)
    family = clip.family or default_family()
    check_family(family)
    module, _, drawing = DRAWINGS[family].partition(":")
    made: Backdrop = getattr(import_module(module), drawing)(Stage(look, format, clip.seed, family))
    return made


def check_family(family: str) -> None:
    """Nothing, if `family` is one of ours; raises `EngineFailed` naming those there are, else."""
    if family not in FAMILIES:
        raise EngineFailed("designed", f"there is no background {family!r}. Choose one of {', '.join(FAMILIES)}.")
