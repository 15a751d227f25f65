"""The layer of a presenter, whoever drew it: by the engine that its clip names."""

from __future__ import annotations

from renderers.layer import Layer
from renderers.picture_format import PictureFormat
from renderers.timeline import PresenterClip


def presenter_layer(clip: PresenterClip, format: PictureFormat) -> Layer:
    """The layer that paints `clip`.

    Raises `TakeDamaged` where the take can not be read, and `RenderError` for a presenter or framing that is not known.
    """
    if clip.engine == "photo":
        from renderers.avatar.photo.layer import photo_layer

        return photo_layer(clip, format)
    from renderers.avatar.illustrated import presenter_layer as illustrated_layer

    return illustrated_layer(clip, format)
