"""What a scene is painted from: a backdrop that fills the frame and layers that are blended over it.

Every layer is a pure function of the scene's own frame number: same number, same pixels. During a transition a scene is
asked for frames a little before 0 and past its end (at most a second); layers must answer those too.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from renderers.picture_format import Rect
from renderers.raster import skia

Plane = NDArray[np.uint8]


@dataclass(frozen=True)
class Planes:
    """One YUV 4:2:0 picture, BT.709 limited range: `y` is height × width, `u` and `v` half of both."""

    y: Plane
    u: Plane
    v: Plane


class Layer(Protocol):
    """Something painted over the backdrop inside one fixed region."""

    @property
    def region(self) -> Rect:
        """The part of the frame that is ever touched, in design units; the same for the layer's whole life."""
        ...

    def key(self, n: int) -> Hashable:
        """What decides the pixels of frame `n`: equal keys, equal pixels. None where nothing is to be seen."""
        ...

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n` on a transparent canvas whose units are design units and whose origin is the frame's."""
        ...


@runtime_checkable
class DirectLayer(Layer, Protocol):
    """A layer that lays itself over planes faster than by painting on a canvas; `paint` is then not called."""

    def lay_over(self, planes: Planes, n: int, ground: Planes | None = None) -> None:
        """Lay frame `n` over what is in `planes`, inside the region only, in its place in the frame.

        With `ground`, the planes hold another frame of this layer laid over that, in the region: in the end they are as
        if they had been brought back to `ground` there first.
        """
        ...


@runtime_checkable
class PixelLayer(Layer, Protocol):
    """A layer that writes some of its frames into pixels faster than by painting on a canvas."""

    def write(self, pixels: NDArray[np.uint8], n: int) -> bool:
        """Write frame `n` into `pixels`, premultiplied BGRA of the whole region, all of them; whether it could.

        Where it could not, `pixels` are as they were and `paint` is called.
        """
        ...


class Backdrop(Protocol):
    """What fills the whole frame behind all layers."""

    def key(self, n: int) -> Hashable:
        """What decides the pixels of frame `n`; a still backdrop returns the same key always."""
        ...

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n` into `planes`, every sample of them."""
        ...
