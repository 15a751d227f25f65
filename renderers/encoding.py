"""The programme's encoders: picture segments, and the packets of its sound.

Segments are closed-GOP H.264 made by one encoder thread with fixed options, so equal frames give equal bytes and all
segments share their parameter sets; they join by copying packets. Sound is one AAC stream on one grid of packets, of
which any stretch can be encoded by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from renderers.encoder_instructions import exact_instructions
from renderers.layer import Plane, Planes
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
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
AAC_OPTIONS = {"aac_pns": "0"}
"""Noise substitution is for low bit rates; without it the encoder adapts sooner, so that pieces can stand alone."""
FAST_CODER, SEARCHING_CODER = "fast", "twoloop"
"""On voice over music FFmpeg's fast coder leaves 6 dB less noise over what the ear masks than the searching one, in a
fifth of the time, and adapts within a few packets."""
LOUDEST_TONE = 0.47
"""Amplitude of a tone up to which the fast coder is right; louder ones it cuts off: -34 dB of noise here, -9 at 0.9."""
_TWO_BINS = 1.16
"""What two neighbouring bins of a Hann window hold of a tone wherever it lies between them, within 4 %."""
_SPECTRA_TOGETHER = 16
"""Spectra that are made at a time, so that they stay in the processor's cache."""
AAC_FRAME = 1024
"""Samples in a packet of AAC."""
AAC_PRIMING = 1024
"""Samples that a decoder gives out before the first of the programme."""


def encoder_identity() -> str:
    """The versions of the libraries that decide a segment's bytes."""
    return f"pyav {av.__version__} avcodec {'.'.join(map(str, av.library_versions['libavcodec']))}"


def write_segment(path: Path, frames: Iterable[Planes], picture: PictureFormat, encoding: Encoding) -> int:
    """Write `frames` as one closed-GOP segment and return how many there were. The caller may reuse the planes."""
    options = {
        "preset": encoding.preset,
        "crf": str(encoding.crf),
        "profile": "high",
        "x264-params": f"keyint={KEYINT}:min-keyint=1:scenecut=0:open-gop=0:stitchable=1:threads=1:lookahead-threads=1"
        f"{exact_instructions()}",
    }
    count, handover = 0, _Handover(picture.rate)
    with av.open(str(path), "w", format="mp4", options=_timescale(picture.rate)) as container:
        stream = container.add_stream("libx264", rate=picture.rate, options=options)
        stream.width, stream.height, stream.pix_fmt = picture.width, picture.height, "yuv420p"
        context = stream.codec_context
        context.time_base = 1 / picture.rate
        context.thread_count = 1
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = LIMITED_RANGE
        for planes in frames:
            container.mux(stream.encode(handover.frame(planes, count)))
            count += 1
        container.mux(stream.encode(None))
    return count


def _timescale(rate: Fraction) -> dict[str, str]:
    return {"video_track_timescale": str(int(rate * TICKS))}


class _Handover:
    """Planes as frames of a video. A frame is good until its planes are written again: x264 copies what it is given, at
    once, so that planes that come again are handed over in the frame made for them before.
    """

    def __init__(self, rate: Fraction) -> None:
        self._unit = 1 / rate
        self._planes: Planes | None = None
        self._frame: VideoFrame | None = None

    def frame(self, planes: Planes, n: int) -> VideoFrame:
        """Frame `n`, which shows `planes`."""
        frame = self._frame
        if frame is None or planes is not self._planes:
            whole = _whole(planes)
            frame = _copied(planes) if whole is None else VideoFrame.from_numpy_buffer(whole, format="yuv420p")
            frame.color_primaries = frame.color_trc = frame.colorspace = BT709
            frame.color_range = LIMITED_RANGE
            self._planes, self._frame = (None, None) if whole is None else (planes, frame)
        # The encoder counts in its own unit and leaves that in the frame.
        frame.pts, frame.time_base = n, self._unit
        return frame


def _copied(planes: Planes) -> VideoFrame:
    height, width = planes.y.shape
    frame = VideoFrame(width, height, "yuv420p")
    for plane, samples in zip(frame.planes, (planes.y, planes.u, planes.v), strict=True):
        lines = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)  # type: ignore[call-overload]  # a buffer
        lines[: samples.shape[0], : samples.shape[1]] = samples
    return frame


def _whole(planes: Planes) -> Plane | None:
    """The three planes as one array of `width` columns, where they lie behind each other in one stretch of memory.

    PyAV takes such arrays of heights that are multiples of 4 only; of others it leaves out the last rows.
    """
    height, width = planes.y.shape
    if height % 4:
        return None
    parts = (planes.y, planes.u, planes.v)
    y, u, v = (part.__array_interface__["data"][0] for part in parts)
    if not all(part.flags.c_contiguous for part in parts) or (u, v) != (y + planes.y.size, u + planes.u.size):
        return None
    return np.lib.stride_tricks.as_strided(planes.y, (height * 3 // 2, width))


def encode_sound(samples: NDArray[np.float32], packets: slice) -> list[bytes]:
    """Those AAC packets of stereo `samples` at 48 kHz, `(n, 2)`, that `packets` names.

    Packet `k` is decoded into the samples from `1024 * (k - 1)` on and heard from `1024 * k` before them: packet 0 only
    primes the decoder. For a stretch out of the middle of a programme, leave out the first packets, in which the
    encoder has not heard enough, and the last, in which it expects silence.
    """
    context = AudioCodecContext.create("aac", "w")
    context.sample_rate, context.layout, context.format = SOUND_RATE, "stereo", "fltp"
    coder = SEARCHING_CODER if _holds_loud_tone(samples) else FAST_CODER
    context.options = {**AAC_OPTIONS, "aac_coder": coder}
    context.bit_rate, context.time_base = AUDIO_BITRATE, Fraction(1, SOUND_RATE)
    planes = np.ascontiguousarray(samples.T)
    made: list[bytes] = []
    for start in range(0, len(samples), AAC_FRAME):
        piece = np.ascontiguousarray(planes[:, start : start + AAC_FRAME])
        frame = AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, start, Fraction(1, SOUND_RATE)
        made += map(bytes, context.encode(frame))
    made += map(bytes, context.encode(None))
    return made[packets]


def _holds_loud_tone(samples: NDArray[np.float32]) -> bool:
    """Whether `(n, 2)` samples hold a tone of at least `LOUDEST_TONE`, told from spectra as long as those of AAC."""
    size = 2 * AAC_FRAME
    hop = size // 4
    window = np.hanning(size + 1)[:-1]
    least = (LOUDEST_TONE * _TWO_BINS / 2 * float(window.sum())) ** 2
    count = -(-max(1, len(samples) - size // 2) // hop)
    padded = np.zeros((2, max(len(samples), (count - 1) * hop + size)), np.float32)
    padded[:, : len(samples)] = samples.T
    padded = np.ascontiguousarray(padded[:, : (count - 1) * hop + size])
    pieces = np.lib.stride_tricks.sliding_window_view(padded, size, axis=1)[:, ::hop]
    peaks = np.abs(padded).reshape(2, -1, hop).max(axis=2).max(axis=0)
    loud = np.flatnonzero(np.lib.stride_tricks.sliding_window_view(peaks, 4).max(axis=1) > LOUDEST_TONE / 2)
    for first in range(0, len(loud), _SPECTRA_TOGETHER):
        spectra = np.fft.rfft(pieces[:, loud[first : first + _SPECTRA_TOGETHER]] * window)
        power = np.square(spectra.real) + np.square(spectra.imag)
        if float((power[..., 1:] + power[..., :-1]).max()) >= least:
            return True
    return False
