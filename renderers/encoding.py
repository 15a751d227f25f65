"""The one module that writes media: picture segments, the programme's sound, and the file that joins them.

Segments are closed-GOP H.264 made by one encoder thread with fixed options, so equal frames give equal bytes and all
segments share their parameter sets; they join by copying packets. Sound is encoded once for the whole programme: AAC
made in pieces drifts by its priming samples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.packet import Packet
from av.video import VideoStream
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from renderers.errors import TakeDamaged
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
from renderers.timebase import SOUND_RATE

BT709 = 1
"""The code of BT.709 for primaries, transfer and matrix (ITU-T H.273)."""
LIMITED_RANGE = 1
KEYINT = 60
"""Frames between key frames: 15 % larger than 250 and seeks twice a second at 30 fps."""
TICKS = 512
"""Of the video track's clock, a frame. With one tick a frame some players seek one frame late near joins."""
REORDERING = 2
"""Frames by which x264 decodes ahead of showing with its three B-frames in a pyramid; very short segments decode
nothing ahead, so that joined segments get their decoding times from here and not from themselves."""
AUDIO_BITRATE = 192_000
AAC_FRAME = 1024


@dataclass(frozen=True)
class Encoding:
    """The x264 options that decide a segment's bytes."""

    preset: str = "veryfast"
    crf: float = 19.0


def encoder_identity() -> str:
    """The versions of the libraries that decide a segment's bytes."""
    return f"pyav {av.__version__} avcodec {'.'.join(map(str, av.library_versions['libavcodec']))}"


def write_segment(path: Path, frames: Iterable[Planes], picture: PictureFormat, encoding: Encoding) -> int:
    """Write `frames` as one closed-GOP segment and return how many there were. The caller may reuse the planes."""
    options = {
        "preset": encoding.preset,
        "crf": str(encoding.crf),
        "profile": "high",
        "x264-params": f"keyint={KEYINT}:min-keyint=1:scenecut=0:open-gop=0:stitchable=1:threads=1:lookahead-threads=1",
    }
    count = 0
    with av.open(str(path), "w", format="mp4", options=_timescale(picture.rate)) as container:
        stream = container.add_stream("libx264", rate=picture.rate, options=options)
        stream.width, stream.height, stream.pix_fmt = picture.width, picture.height, "yuv420p"
        context = stream.codec_context
        context.time_base = 1 / picture.rate
        context.thread_count = 1
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = LIMITED_RANGE
        for planes in frames:
            frame = _video_frame(planes, count, picture.rate)
            container.mux(stream.encode(frame))
            count += 1
        container.mux(stream.encode(None))
    return count


def _timescale(rate: Fraction) -> dict[str, str]:
    return {"video_track_timescale": str(int(rate * TICKS))}


def _video_frame(planes: Planes, n: int, rate: Fraction) -> VideoFrame:
    height, width = planes.y.shape
    frame = VideoFrame(width, height, "yuv420p")
    for plane, samples in zip(frame.planes, (planes.y, planes.u, planes.v), strict=True):
        rows, used = samples.shape
        if plane.line_size == used:
            plane.update(samples)  # type: ignore[arg-type]  # it takes any buffer and saves the copy that bytes would be
        else:
            padded = np.zeros((rows, plane.line_size), np.uint8)
            padded[:, :used] = samples
            plane.update(padded)  # type: ignore[arg-type]
    frame.pts, frame.time_base = n, 1 / rate
    frame.color_primaries = frame.color_trc = frame.colorspace = BT709
    frame.color_range = LIMITED_RANGE
    return frame


def write_programme(
    path: Path,
    segments: Sequence[Path],
    counts: Sequence[int],
    sound: NDArray[np.float32] | None,
    picture: PictureFormat,
    metadata: dict[str, str],
) -> None:
    """Join `segments` (of `counts` frames) and encode `sound` into one MP4 at `path`, index first.

    `sound` is stereo float32 at 48 kHz, as long as the picture. Every audio frame carries its time in samples, from
    which the muxer writes the edit list that hides the encoder's priming.
    """
    options = {"movflags": "+faststart", **_timescale(picture.rate)}
    with av.open(str(path), "w", format="mp4", options=options) as container:
        container.metadata.update(metadata)
        next(_packets(segments[0], counts[0]))
        with av.open(str(segments[0])) as first:
            video = container.add_stream_from_template(first.streams.video[0])
        audio = None
        if sound is not None:
            audio = container.add_stream("aac", rate=SOUND_RATE, layout="stereo")
            audio.codec_context.bit_rate = AUDIO_BITRATE
            audio.codec_context.time_base = Fraction(1, SOUND_RATE)
        heard = 0
        start = 0
        for segment, count in zip(segments, counts, strict=True):
            for order, packet in enumerate(_packets(segment, count)):
                assert packet.pts is not None
                packet.pts += start * TICKS
                packet.dts = (start + order - REORDERING) * TICKS
                packet.stream = video
                container.mux(packet)
            start += count
            if audio is not None and sound is not None:
                heard = _write_sound(container, audio, sound, heard, round(start / picture.rate * SOUND_RATE))
        if audio is not None and sound is not None:
            _write_sound(container, audio, sound, heard, len(sound), last=True)


def _packets(segment: Path, count: int) -> Iterator[Packet[VideoStream]]:
    """The packets of a segment, one a frame, `count` in all. Raises `TakeDamaged` where they are not all there."""
    try:
        with av.open(str(segment)) as source:
            found = [packet for packet in source.demux(source.streams.video[0]) if packet.pts is not None]
            if len(found) != count:
                raise TakeDamaged(f"The piece of picture {segment.parent.name} is not whole.", segment.parent)
            yield from found
    except (av.FFmpegError, IndexError) as error:
        reason = f"The piece of picture {segment.parent.name} can not be read ({error})."
        raise TakeDamaged(reason, segment.parent) from error


def _write_sound(container, audio, sound: NDArray[np.float32], heard: int, until: int, *, last: bool = False) -> int:  # type: ignore[no-untyped-def]
    """Encode whole AAC frames up to sample `until`, so that sound and picture lie side by side in the file."""
    while heard < until and (last or heard + AAC_FRAME <= until):
        piece = np.ascontiguousarray(sound[heard : min(heard + AAC_FRAME, until)].T)
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, heard, Fraction(1, SOUND_RATE)
        container.mux(audio.encode(frame))
        heard += piece.shape[1]
    if last:
        container.mux(audio.encode(None))
    return heard
