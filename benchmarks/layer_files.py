"""The layers of the programme as files: pictures with straight alpha and their places, and the sound."""

from __future__ import annotations

import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.layer import Layer, Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.timebase import SOUND_RATE


@dataclass(frozen=True)
class Still:
    """A picture with its place in pixels."""

    path: Path
    left: int
    top: int
    width: int
    height: int


def paint_layer(layer: Layer, picture: PictureFormat, n: int) -> tuple[NDArray[np.uint8], Rect]:
    """Frame `n` of a layer: premultiplied BGRA over its region, and that region in pixels."""
    from renderers.raster import surface

    area = picture.pixels(layer.region)
    pixels: NDArray[np.uint8] = np.zeros((int(area.height), int(area.width), 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.translate(-area.x, -area.y)
    canvas.scale(picture.scale, picture.scale)
    if layer.key(n) is not None:
        layer.paint(canvas, n)
    return pixels, area


def write_still(layer: Layer, picture: PictureFormat, n: int, path: Path) -> Still:
    """Frame `n` of a layer as a PNG, cut to what is to be seen."""
    pixels, area = paint_layer(layer, picture, n)
    box = _filled(pixels[..., 3])
    return write_picture(_straight(_cut(pixels, box)), path, _moved(box, area), 3)


def write_captions(
    layer: Layer, picture: PictureFormat, frames: int, step: int, folder: Path
) -> tuple[tuple[Still, ...], list[int]]:
    """A still for every different pill, and which is shown in each stretch of `step` frames."""
    folder.mkdir(exist_ok=True)
    stills: list[Still] = []
    known: dict[bytes, int] = {}
    spoken = []
    for start in range(0, frames, step):
        # Past the few frames in which a pill fades in.
        pixels, area = paint_layer(layer, picture, min(start + step // 2, frames - 1))
        number = known.setdefault(pixels.tobytes(), len(stills))
        if number == len(stills):
            box = _filled(pixels[..., 3])
            path = folder / f"{number:03d}.png"
            stills.append(write_picture(_straight(_cut(pixels, box)), path, _moved(box, area), 3))
        spoken.append(number)
    return tuple(stills), spoken


def write_presenter(layer: Layer, picture: PictureFormat, frames: int, folder: Path) -> Still:
    """Every frame as a numbered PNG, all cut to the box that holds everything ever seen."""
    folder.mkdir(exist_ok=True)
    seen: NDArray[np.bool_] | None = None
    for n in range(frames):
        pixels, _ = paint_layer(layer, picture, n)
        seen = pixels[..., 3] > 0 if seen is None else seen | (pixels[..., 3] > 0)
    assert seen is not None
    box = _filled(seen)
    place = _moved(box, picture.pixels(layer.region))
    for n in range(frames):
        pixels, _ = paint_layer(layer, picture, n)
        write_picture(_straight(_cut(pixels, box)), folder / f"{n:05d}.png", place, 1)
    return Still(folder, int(place.x), int(place.y), int(place.width), int(place.height))


def _filled(alpha: NDArray[Any]) -> tuple[int, int, int, int]:
    """The even-edged box (top, bottom, left, right) that holds all that is not transparent."""
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    return (
        int(rows[0]) // 2 * 2,
        min(alpha.shape[0], int(rows[-1]) // 2 * 2 + 2),
        int(columns[0]) // 2 * 2,
        min(alpha.shape[1], int(columns[-1]) // 2 * 2 + 2),
    )


def _cut(pixels: NDArray[np.uint8], box: tuple[int, int, int, int]) -> NDArray[np.uint8]:
    top, bottom, left, right = box
    return pixels[top:bottom, left:right]


def _moved(box: tuple[int, int, int, int], area: Rect) -> Rect:
    top, bottom, left, right = box
    return Rect(area.x + left, area.y + top, right - left, bottom - top)


def _straight(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Premultiplied BGRA as the straight RGBA that PNG holds."""
    alpha = pixels[..., 3:].astype(np.float32)
    colour = np.minimum(255, pixels[..., 2::-1] * (255 / np.maximum(alpha, 1)) + 0.5)
    return np.concatenate([colour.astype(np.uint8), pixels[..., 3:]], axis=2)


def to_rgb(planes: Planes) -> NDArray[np.uint8]:
    """BT.709 limited-range planes as uint8 RGB (ITU-R BT.709-6, section 3 inverted)."""
    luma = (planes.y.astype(np.float32) - 16) * (255 / 219)
    blue, red = (
        (plane.astype(np.float32) - 128).repeat(2, axis=0).repeat(2, axis=1) * (255 / 224)
        for plane in (planes.u, planes.v)
    )
    green = luma - 0.468124 * red - 0.187324 * blue
    rgb = np.stack([luma + 1.5748 * red, green, luma + 1.8556 * blue], axis=2)
    return np.clip(rgb + 0.5, 0, 255).astype(np.uint8)


def write_picture(pixels: NDArray[np.uint8], path: Path, place: Rect, compression: int) -> Still:
    """A PNG at `path` of RGB or RGBA pixels that stand at `place`; `compression` is zlib's, 0 to 9."""
    from PIL import Image

    Image.fromarray(pixels).save(path, compress_level=compression)
    return Still(path, int(place.x), int(place.y), int(place.width), int(place.height))


def make_sound(seconds: int) -> NDArray[np.float32]:
    """Stereo sound at 48 kHz with the rise and fall of speech in the middle and another chord on each side."""
    time = np.arange(seconds * SOUND_RATE) / SOUND_RATE
    chance = np.random.default_rng(7)
    steps = np.arange(0, seconds + 1, 0.12)
    loudness = np.interp(time, steps, chance.random(len(steps)))
    voice = sum(np.sin(2 * np.pi * 118 * k * time + k) / k for k in range(1, 24)) * loudness * 0.12
    voice += chance.standard_normal(len(time)) * loudness * 0.01
    sides = [voice + 0.05 * sum(np.sin(2 * np.pi * f * time) for f in chord) for chord in ((220, 277), (330, 440))]
    return np.stack(sides, axis=1).astype(np.float32)


def write_wave(path: Path, samples: NDArray[np.float32]) -> None:
    """Write samples in -1..1 as a 16-bit WAVE file."""
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(SOUND_RATE)
        out.writeframes(np.clip(samples * 32767, -32768, 32767).astype("<i2").tobytes())
