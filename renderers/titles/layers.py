"""The layer for each kind of clip that is not a presenter."""

from __future__ import annotations

from renderers.fonts import enlist
from renderers.graphics.clips import GraphicClip
from renderers.graphics.layers import LAYERS, graphic_layer
from renderers.layer import Layer
from renderers.look import Look
from renderers.picture_format import PictureFormat
from renderers.timeline import CaptionsClip, DisclosureClip, EndCardClip, LogoClip, LowerThirdClip, TitleClip
from renderers.titles.captions import CaptionsLayer
from renderers.titles.disclosure import DisclosureLayer
from renderers.titles.end_card import EndCardLayer
from renderers.titles.logo import LogoLayer
from renderers.titles.lower_third import LowerThirdLayer
from renderers.titles.title import TitleLayer


def build_layer(clip: object, look: Look, format: PictureFormat) -> Layer:
    """The layer that paints `clip`. Raises `renderers.errors.MediaRejected` for a logo that can not be read."""
    if isinstance(clip, LogoClip):
        return LogoLayer(clip, look, format)
    enlist(look.fonts)
    if isinstance(clip, TitleClip):
        return TitleLayer(clip, look, format)
    if isinstance(clip, LowerThirdClip):
        return LowerThirdLayer(clip, look, format)
    if isinstance(clip, CaptionsClip):
        return CaptionsLayer(clip, look, format)
    if isinstance(clip, DisclosureClip):
        return DisclosureLayer(clip, look, format)
    if isinstance(clip, EndCardClip):
        return EndCardLayer(clip, look, format)
    if isinstance(clip, GraphicClip) and type(clip).__name__ in LAYERS:
        return graphic_layer(clip, look, format)
    known = "title, name strap, logo, captions, end card, disclosure or graphic"
    raise TypeError(f"There is no layer for a {type(clip).__name__}; it must be a {known}.")
