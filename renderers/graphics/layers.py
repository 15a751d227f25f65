"""The layer for each kind of graphic: named here, loaded when the first of its kind is painted."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from renderers.graphics.clips import GraphicClip
from renderers.layer import Layer
from renderers.look import Look
from renderers.picture_format import PictureFormat

LAYERS: dict[str, str] = {
    "PointsClip": "renderers.graphics.points:PointsLayer",
    "StepsClip": "renderers.graphics.steps:StepsLayer",
    "StatisticClip": "renderers.graphics.statistic:StatisticLayer",
    "QuoteClip": "renderers.graphics.quote:QuoteLayer",
    "ChapterClip": "renderers.graphics.chapter:ChapterLayer",
    "ComparisonClip": "renderers.graphics.comparison:ComparisonLayer",
    "ProductClip": "renderers.graphics.product:ProductLayer",
    "ChartClip": "renderers.graphics.chart:ChartLayer",
    "PictureCardClip": "renderers.graphics.picture_card:PictureCardLayer",
    "ScreenClip": "renderers.graphics.screen:screen_layer",
    "LogoRevealClip": "renderers.graphics.logo_reveal:LogoRevealLayer",
}
"""The name of a clip's class and `module:name` of what makes the layer that paints it, of (clip, look, format)."""


def graphic_layer(clip: GraphicClip, look: Look, format: PictureFormat) -> Layer:
    """The layer that paints `clip`. Raises `renderers.errors.MediaRejected` for a picture that can not be read."""
    module, name = LAYERS[type(clip).__name__].split(":")
    return cast(Layer, getattr(import_module(module), name)(clip, look, format))
