"""The designed engine: backdrops drawn in the brand's own colours, and the client's pictures under a slow camera."""

from __future__ import annotations

from renderers.background import Background, BackgroundRequest
from renderers.background.catalogue import DRAWINGS, FAMILIES, check_family, family_for

__all__ = ["DRAWINGS", "FAMILIES", "DesignedBackground"]

_VERSION = "1"


class DesignedBackground:
    """Chooses what is drawn; the drawing itself happens frame by frame, in `renderers.background.scenery`."""

    @property
    def identity(self) -> str:
        """Name and version of the engine."""
        return f"designed {_VERSION}"

    def paint(self, request: BackgroundRequest) -> Background:
        """The background for one scene: the picture asked for, else the family, else one that fits prompt and look.

        Raises `EngineFailed` for an unknown family and `MediaRejected` for a picture that can not be read.
        """
        if request.picture is not None:
            from renderers.background.picture import check_picture

            check_picture(request.picture)
            return Background(picture=request.picture)
        if request.family:
            check_family(request.family)
            return Background(family=request.family)
        return Background(family=family_for(request.look, request.prompt))
