from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.layer import Layer
from renderers.look import Look, Palette
from renderers.picture_format import PictureFormat, picture_format
from renderers.raster import surface

LIGHT = Palette("#f6f3ee", "#ffffff", "#1f5f4a", "#2f7d86", "#e0a43a", "#1b2421", "#5d6863", "#ffffff", False)
DARK = Palette("#0e1626", "#182338", "#6a8dff", "#8f6bff", "#ffb454", "#eef2fb", "#9fb0cc", "#0b1220", True)
Paint = Callable[[Layer, int], NDArray[np.uint8]]


@pytest.fixture(params=["light", "dark"])
def look(request: pytest.FixtureRequest) -> Look:
    if request.param == "light":
        return Look("light", LIGHT, "Source Serif Pro", "Source Sans Pro", 16)
    return Look("dark", DARK, "Manrope", "Hanken Grotesk", 24)


@pytest.fixture
def light() -> Look:
    return Look("light", LIGHT, "Manrope", "Hanken Grotesk", 16)


@pytest.fixture
def wide() -> PictureFormat:
    return picture_format("16:9", "540p", Fraction(30))


@pytest.fixture
def paint(wide: PictureFormat) -> Paint:
    """Paint frame `n` of a layer over a whole transparent picture, clipped to nothing but the picture."""

    def painted(layer: Layer, n: int) -> NDArray[np.uint8]:
        pixels = np.zeros((wide.height, wide.width, 4), np.uint8)
        canvas = surface(pixels).getCanvas()
        canvas.scale(wide.scale, wide.scale)
        layer.paint(canvas, n)
        return pixels

    return painted
