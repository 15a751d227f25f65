"""A brand's colour comes out of the finished file as it went in: CIEDE2000 at most 1.5 in flat areas.

The difference is that of G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 Color-Difference Formula: Implementation
Notes, Supplementary Test Data, and Mathematical Observations", Color Research & Application 30 (2005), checked here
against pairs from their table 1.
"""

from __future__ import annotations

import colorsys
from fractions import Fraction
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from pathlib import Path

import numpy as np
import pytest

from renderers.colour import parse, to_hex
from renderers.encoding import write_segment
from renderers.gradients import fill_smooth
from renderers.layer import Planes
from renderers.media import frames
from renderers.picture_format import PictureFormat
from renderers.planes import blend, empty_planes
from renderers.quality import Encoding

Lab = tuple[float, float, float]
PATCH, ACROSS = 96, 8
"""Sides of a patch, in pixels, and patches in a row."""

NAMED = (
    "#000000", "#050505", "#0a0a0f", "#111111", "#1a1a1a", "#808080", "#f2f2f2", "#fafafa", "#fefefe", "#ffffff",
    "#ff0000", "#00ff00", "#0000ff", "#00ffff", "#ff00ff", "#ffff00", "#800000", "#008000", "#000080", "#ff8000",
    "#0c5f68", "#2e9488", "#f0945c", "#1a4fd6", "#39ff14", "#f5b301", "#e60023", "#25d366", "#6441a5", "#ff5a5f",
    "#ffdbac", "#f1c27d", "#e0ac69", "#c68642", "#8d5524", "#4a2c1a", "#0b1f33", "#031b0f", "#2b0014", "#eef4f6",
)  # fmt: skip
"""Near-black and near-white, primaries, brand colours, skin, and the grounds of dark and light looks."""
COLOURS = NAMED + tuple(
    to_hex(colorsys.hsv_to_rgb(hue / 12, saturation, value))
    for hue in range(12)
    for saturation, value in ((0.35, 0.95), (0.9, 0.45))
)


def lab(colour: tuple[float, float, float]) -> Lab:
    """CIELAB (D65) of sRGB in 0..1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    xyz = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                    [0.0193339, 0.1191920, 0.9503041]]) @ linear / (0.95047, 1.0, 1.08883)  # fmt: skip
    x, y, z = (t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(first: Lab, second: Lab) -> float:
    """The colour difference of two CIELAB colours; equations (2) to (22) of Sharma, Wu and Dalal."""
    mean = (hypot(*first[1:]) + hypot(*second[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    (l1, c1, h1), (l2, c2, h2) = (
        (lightness, hypot(a * stretch, b), degrees(atan2(b, a * stretch)) % 360 if a or b else 0.0)
        for lightness, a, b in (first, second)
    )
    turn = h2 - h1
    if c1 * c2 == 0:
        turn = 0.0
    elif abs(turn) > 180:
        turn -= 360 if turn > 0 else -360
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    angle = h1 + h2
    if c1 * c2:
        if abs(h1 - h2) <= 180:
            angle /= 2
        else:
            angle = (angle + 360) / 2 if angle < 360 else (angle - 360) / 2
    t = (1 - 0.17 * cos(radians(angle - 30)) + 0.24 * cos(radians(2 * angle)) + 0.32 * cos(radians(3 * angle + 6))
         - 0.20 * cos(radians(4 * angle - 63)))  # fmt: skip
    weight_l = 1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2)
    weight_c, weight_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-(((angle - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / weight_l, (c2 - c1) / weight_c, hue / weight_h
    return sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
        ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0011), 7.2195),
        ((50.0, -0.0010, 2.4900), (50.0, 0.0009, -2.4900), 4.8045),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((36.4612, 47.8580, 18.3852), (36.2715, 50.5065, 21.2231), 1.4146),
        ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_agrees_with_its_authors(first: Lab, second: Lab, difference: float) -> None:
    assert ciede2000(first, second) == pytest.approx(difference, abs=1e-4)
    assert ciede2000(second, first) == pytest.approx(difference, abs=1e-4)


def blended(colours: tuple[str, ...], picture: PictureFormat) -> Planes:
    """Patches as opaque layers over a grey ground."""
    planes = empty_planes(picture.width, picture.height)
    for plane in (planes.y, planes.u, planes.v):
        plane[:] = 128
    for number, colour in enumerate(colours):
        red, green, blue = (round(255 * channel) for channel in parse(colour))
        pixels = np.empty((PATCH, PATCH, 4), np.uint8)
        pixels[:] = (blue, green, red, 255)
        blend(pixels, planes, number % ACROSS * PATCH, number // ACROSS * PATCH)
    return planes


def smooth(colours: tuple[str, ...], picture: PictureFormat) -> Planes:
    """Patches as parts of a picture drawn at a quarter of its size."""
    rgb = np.zeros((3, picture.height // 4, picture.width // 4), np.float32)
    side = PATCH // 4
    for number, colour in enumerate(colours):
        top, left = number // ACROSS * side, number % ACROSS * side
        rgb[:, top : top + side, left : left + side] = np.array(parse(colour))[:, None, None]
    planes = empty_planes(picture.width, picture.height)
    fill_smooth(rgb, planes)
    return planes


@pytest.mark.parametrize("paint", [blended, smooth])
def test_flat_areas_keep_their_colour_through_the_master(paint, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    picture = PictureFormat(ACROSS * PATCH, -(-len(COLOURS) // ACROSS) * PATCH, Fraction(30))
    planes = paint(COLOURS, picture)
    write_segment(tmp_path / "patches.mp4", (planes for _ in range(4)), picture, Encoding())
    shown = [found.pixels for found in frames(tmp_path / "patches.mp4")]
    assert len(shown) == 4
    worst = {}
    for pixels in (shown[0], shown[-1]):
        for number, colour in enumerate(COLOURS):
            top, left = number // ACROSS * PATCH, number % ACROSS * PATCH
            # A patch's rim is mixed with its neighbours' by chroma at half size and by the enlarging.
            inside = pixels[top + 24 : top + PATCH - 24, left + 24 : left + PATCH - 24]
            red, green, blue = (float(channel) / 255 for channel in inside.reshape(-1, 3).mean(0))
            worst[colour] = max(worst.get(colour, 0.0), ciede2000(lab(parse(colour)), lab((red, green, blue))))
    assert len(worst) >= 60
    assert not {colour: round(found, 2) for colour, found in worst.items() if found > 1.5}
