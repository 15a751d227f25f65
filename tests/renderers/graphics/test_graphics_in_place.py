"""Every graphic in every aspect and look, with too little and too much: inside its region, and readable there."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers import typesetting
from renderers.background.stills import picture
from renderers.graphics.clips import PictureSource
from renderers.graphics.layers import graphic_layer
from renderers.layer import Layer
from renderers.picture_format import PictureFormat
from renderers.raster import skia, surface
from renderers.timeline import BackdropClip
from renderers.titles import push
from tests.renderers.graphics.graphic_clips import AMOUNTS, AREAS, LOOKS, REST, clips, small

KINDS = tuple(clips({}))
LARGE = 80.0
"""The height in design units of a line that is large in every sense; 3:1 is enough to read it (WCAG 2.2, 1.4.3)."""
_SLACK = 10.0
"""Design units that overhanging letters and soft edges may take."""


def painted(layer: Layer, n: int, format: PictureFormat) -> NDArray[np.uint8]:
    pixels = np.zeros((format.height, format.width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.scale(format.scale, format.scale)
    layer.paint(canvas, n)
    return pixels


@pytest.mark.parametrize("aspect", AREAS)
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_said_stays_in_its_region(kind: str, aspect: str, kit: dict[str, PictureSource]):
    format, area = small(aspect, 216), AREAS[aspect]
    scale = format.scale
    for look in LOOKS.values():
        for amount in AMOUNTS:
            layer = graphic_layer(clips(kit)[kind](amount, area), look, format)
            room = format.pixels(layer.region)
            frames = {n: painted(layer, n, format) for n in ((8, REST, 147) if amount == "normal" else (REST,))}
            solid = frames[REST][..., 3] > 150
            for n, pixels in frames.items():
                pixels[int(room.y) : int(room.bottom), int(room.x) : int(room.right)] = 0
                assert not pixels.any(), (look.name, amount, n)
            rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
            assert rows.size, (look.name, amount)
            edges = columns[0] / scale, rows[0] / scale, (columns[-1] + 1) / scale, (rows[-1] + 1) / scale
            # A sample of these small frames is five units wide.
            slack = _SLACK + 1 / scale
            assert edges[0] >= area.x - slack and edges[1] >= area.y - slack, (look.name, amount, edges)
            assert edges[2] <= area.right + slack and edges[3] <= area.bottom + slack, (look.name, amount, edges)


@cache
def ground(look: str, format: PictureFormat) -> NDArray[np.float64]:
    return picture(BackdropClip("", 3), LOOKS[look], format, 40) / 255.0


def luminance(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def seen_contrast(line: typesetting.Line, x: float, y: float, frame: NDArray[np.float64], scale: float) -> float | None:
    """The contrast of the letters of a line that stands at `x`, `y` with what is right beside them, in real pixels."""
    high, wide = frame.shape[:2]
    pixels = np.zeros((high, wide, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.scale(scale, scale)
    line.paint(canvas, x, y)
    ink = pixels[..., 3]
    box = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not box[0].size:
        return None
    cut = (
        slice(max(box[0][0] - 3, 0), box[0][-1] + 4),
        slice(max(box[1][0] - 3, 0), box[1][-1] + 4),
    )
    ink, part = ink[cut], luminance(frame[cut])
    core = ink >= 250
    near = np.zeros_like(core)
    touched = ink > 0
    for dy in (-2, -1, 0, 1, 2):
        for dx in (-2, -1, 0, 1, 2):
            near |= np.roll(touched, (dy, dx), (0, 1))
    beside = near & ~touched
    if core.sum() < 6 or beside.sum() < 6:
        return None
    letters, around = float(np.median(part[core])), float(np.median(part[beside]))
    return (max(letters, around) + 0.05) / (min(letters, around) + 0.05)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_text_can_be_read_on_what_is_behind_it(
    kind: str, look: str, kit: dict[str, PictureSource], monkeypatch: pytest.MonkeyPatch
):
    for aspect in ("16:9", "9:16"):
        format = small(aspect, 540)
        said: dict[tuple[str, int, int], tuple[typesetting.Line, float, float]] = {}
        paint = typesetting.Line.paint

        def noted(line: typesetting.Line, canvas: skia.Canvas, x: float, y: float) -> None:
            said[line.text, round(x + line.x), round(y + line.baseline)] = line, x, y  # noqa: B023
            paint(line, canvas, x, y)  # noqa: B023

        with monkeypatch.context() as patched:
            patched.setattr(typesetting.Line, "paint", noted)
            # What comes slowly closer is measured where it was set.
            patched.setattr(push, "PUSH", 0.0)
            layer = graphic_layer(clips(kit)[kind]("normal", AREAS[aspect]), LOOKS[look], format)
            pixels = painted(layer, REST, format)
        alpha = pixels[..., 3:] / 255.0
        frame = pixels[..., 2::-1] / 255.0 + ground(look, format) * (1.0 - alpha)
        measured = [
            (line.text, found, 3.0 if line.paragraph.Height >= LARGE else 4.5)
            for line, x, y in said.values()
            if (found := seen_contrast(line, x, y, frame, format.scale)) is not None
        ]
        assert measured or kind in ("browser", "phone", "code", "picture", "logo"), (kind, said)
        low = [(text, round(found, 2), least) for text, found, least in measured if found < least]
        assert not low, (aspect, low)
