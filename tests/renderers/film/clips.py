"""Films as a client would bring them, made for the tests."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

SOUND_RATE = 44_100
Draw = Callable[[int], NDArray[np.uint8]]


def write_clip(
    path: Path,
    draw: Draw,
    pictures: int,
    rate: Fraction | int = 30,
    *,
    tone: float = 0.0,
    colour: tuple[int, int, int, int] = (1, 1, 1, 1),
    form: str = "yuv420p",
    keyint: int = 250,
) -> Path:
    """A film of `pictures` that `draw(n)` gives as RGB. `tone` is heard in it from its first second on, 0 for silence.

    `colour` is primaries, transfer, matrix and range in the codes of ITU-T H.273 and of FFmpeg.
    """
    first = draw(0)
    options = {"crf": "10", "g": str(keyint)}
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=Fraction(rate), options=options)
        video.width, video.height, video.pix_fmt = first.shape[1], first.shape[0], form
        context = video.codec_context
        context.color_primaries, context.color_trc, context.colorspace, context.color_range = colour
        sound = container.add_stream("aac", rate=SOUND_RATE) if tone else None
        for number in range(pictures):
            frame = av.VideoFrame.from_ndarray(draw(number), "rgb24" if draw(0).dtype == np.uint8 else "rgb48le")
            matrix = {6: 5}.get(colour[2], colour[2])
            frame = frame.reformat(format=form, dst_colorspace=matrix, dst_color_range=colour[3])
            frame.pts, frame.time_base = number, 1 / Fraction(rate)
            frame.color_primaries, frame.color_trc, frame.colorspace, frame.color_range = colour
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        if sound is not None:
            times = np.arange(round(pictures / Fraction(rate) * SOUND_RATE)) / SOUND_RATE
            heard = np.where(times >= 1, 0.25 * np.sin(2 * np.pi * tone * times), 0).astype(np.float32)
            for at in range(0, len(heard), 1024):
                part = av.AudioFrame.from_ndarray(np.stack([heard[at : at + 1024]] * 2), "fltp", "stereo")
                part.sample_rate, part.pts, part.time_base = SOUND_RATE, at, Fraction(1, SOUND_RATE)
                container.mux(sound.encode(part))
            container.mux(sound.encode(None))
    return path


def numbered(width: int, height: int, ground: tuple[int, int, int] = (24, 40, 72)) -> Draw:
    """Pictures that bear their number as eight bright or dark bars across the middle, on a plain ground."""

    def draw(number: int) -> NDArray[np.uint8]:
        picture = np.full((height, width, 3), ground, np.uint8)
        bar = width // 24
        for bit in range(8):
            left = width // 2 + (bit - 4) * 2 * bar
            picture[height // 3 : -height // 3, left : left + bar] = 235 if number >> bit & 1 else 100
        return picture

    return draw


def number_in(luma: NDArray[np.uint8]) -> int:
    """The number that a picture of `numbered` bears, wherever it stands in the middle of a frame as wide as it."""
    height, width = luma.shape
    bar = width // 24
    found = 0
    for bit in range(8):
        left = width // 2 + (bit - 4) * 2 * bar
        spot = luma[height // 2 - height // 20 : height // 2 + height // 20, left + bar // 4 : left + 3 * bar // 4]
        found |= int(spot.mean() > 150) << bit
    return found


def plain(colour: tuple[int, int, int], width: int = 160, height: int = 90) -> Draw:
    """Pictures of one colour."""
    picture = np.full((height, width, 3), colour, np.uint8 if max(colour) < 256 else np.uint16)
    return lambda number: picture
