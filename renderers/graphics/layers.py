"""The layer for each kind of graphic: named here, loaded when the first of its kind is painted."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from renderers.graphics.clips import GraphicClip
from renderers.layer import Layer
from renderers.look import Look
from renderers.picture_format import PictureFormat

LAYERS: dict[str, str] = {}
"""The name of a clip's class and `module:Class` of the layer that paints it: made of (clip, look, format)."""


def graphic_layer(clip: GraphicClip, look: Look, format: PictureFormat) -> Layer:
    """The layer that paints `clip`. Raises `renderers.errors.MediaRejected` for a picture that can not be read."""
    module, name = LAYERS[type(clip).__name__].split(":")
    return cast(Layer, getattr(import_module(module), name)(clip, look, format))
