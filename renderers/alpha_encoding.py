"""Writing moving pictures that keep their transparency, for laying over something else in an editor or on a page.

Both formats hold straight colour beside the alpha, as editors expect; colours are BT.709 in limited range.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.audio.stream import AudioStream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from renderers.timebase import SOUND_RATE

BT709 = 1
LIMITED_RANGE = 1


@dataclass(frozen=True)
class AlphaFormat:
    """A container with alpha: FFmpeg's names of its parts. `chunk` is the samples of one frame of its sound."""

    container: str
    codec: str
    pixels: str
    options: dict[str, str]
    sound: str
    chunk: int


WEBM = AlphaFormat(
    "webm",
    "libvpx-vp9",
    "yuva420p",
    # Alternate reference frames are switched off: browsers show the alpha of hidden frames a frame late.
    {"crf": "24", "b": "0", "deadline": "good", "cpu-used": "5", "row-mt": "1", "auto-alt-ref": "0", "g": "60"},
    "libopus",
    960,
)
PRORES = AlphaFormat(
    "mov", "prores_ks", "yuva444p10le", {"profile": "4444", "vendor": "apl0", "alpha_bits": "16"}, "pcm_s16le", 1024
)


def write_alpha(
    path: Path,
    pictures: Iterable[NDArray[np.uint8]],
    size: tuple[int, int],
    rate: Fraction,
    sound: NDArray[np.float32] | None,
    form: AlphaFormat,
) -> int:
    """Write straight RGBA `pictures` (height × width × 4) of `size` (width, height) and return how many there were.

    `sound` is stereo float32 at 48 kHz from the same start, or None.
    """
    count = heard = 0
    with av.open(str(path), "w", format=form.container) as container:
        stream = cast(VideoStream, container.add_stream(form.codec, rate=rate, options=dict(form.options)))
        stream.width, stream.height, stream.pix_fmt = *size, form.pixels
        if form is WEBM:
            stream.metadata["alpha_mode"] = "1"
        context = stream.codec_context
        context.time_base = 1 / rate
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = LIMITED_RANGE
        context.thread_count = len(os.sched_getaffinity(0))
        audio = None
        if sound is not None:
            audio = cast(AudioStream, container.add_stream(form.sound, rate=SOUND_RATE, layout="stereo"))
            audio.codec_context.time_base = Fraction(1, SOUND_RATE)
        for pixels in pictures:
            frame = VideoFrame.from_ndarray(pixels, format="rgba").reformat(
                format=form.pixels, dst_colorspace=BT709, dst_color_range=LIMITED_RANGE
            )
            frame.pts, frame.time_base = count, 1 / rate
            container.mux(stream.encode(frame))
            count += 1
            if audio is not None and sound is not None:
                heard = _write_sound(container, audio, sound, heard, round(count / rate * SOUND_RATE), form.chunk)
        container.mux(stream.encode(None))
        if audio is not None:
            container.mux(audio.encode(None))
    return count


def _write_sound(container, audio, sound: NDArray[np.float32], heard: int, until: int, chunk: int) -> int:  # type: ignore[no-untyped-def]
    """Encode the sound up to sample `until` in whole chunks, the last one whatever is left; returns how far it got."""
    end = min(until, len(sound))
    while heard < end and (heard + chunk <= end or end == len(sound)):
        piece = np.clip(sound[heard : min(heard + chunk, end)], -1, 1)
        whole = np.round(piece * 32767).astype(np.int16).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(whole, format="s16", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, heard, Fraction(1, SOUND_RATE)
        container.mux(audio.encode(frame))
        heard += len(piece)
    return heard
