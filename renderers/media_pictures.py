"""Decoded pictures as arrays: RGB or grey at a size, upright, and the thin sample of luma that measuring needs."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

_PLANAR_LUMA = ("yuv420p", "yuv422p", "yuv444p", "yuvj420p", "yuvj422p", "yuvj444p", "nv12", "nv21", "yuva420p")
"""Pixel formats whose first plane is eight-bit luma."""
_BLACK, _WHITE = 16, 235
_FULL = 2
_EXACT = Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT
"""Only both together bring 235 back to 255; with either one alone white ends up to two levels darker."""
UNFILTERED = {"skip_loop_filter": "bidir"}
"""A decoder's option for measuring H.264: pictures between two others are left unsmoothed, for a fifth of the time.

No other picture is made from what that changes, but for the one such between the same two: at most 9 levels, in 2 of
10,000 samples of a picture (measured at 1080p, CRF 19).
"""
Luma = NDArray[np.uint8]
_scalers = threading.local()
_HD = 720
"""From this height on an untagged picture is taken to be BT.709, below it BT.601, as players do."""
_BT709 = 1
_WIDE = {9: "bt2020", 11: "p3", 12: "p3"}
"""Primaries beyond those of BT.709, by their code in ITU-T H.273; those of BT.601 are as near as players take them."""
_HIGH = {16: "pq", 18: "hlg"}
"""Transfers of pictures with a high dynamic range."""


@dataclass(frozen=True)
class Colours:
    """How the samples of a film's pictures are to be read.

    `video`: planes in BT.709, limited range, as they are; `rgb`: sRGB bytes; `deep`: 16-bit RGB with the `primaries`
    `bt709`, `p3` or `bt2020` and the `transfer` `gamma`, `pq` or `hlg`, to be brought to what a screen shows.
    """

    kind: str
    primaries: str = "bt709"
    transfer: str = "gamma"


def colours_of(frame: VideoFrame, *, full: bool) -> Colours:
    """What `samples_of` makes of `frame`; `full` is the stream's range where a frame is silent."""
    primaries, transfer = int(frame.color_primaries), int(frame.color_trc)
    if primaries in _WIDE or transfer in _HIGH:
        return Colours("deep", _WIDE.get(primaries, "bt709"), _HIGH.get(transfer, "gamma"))
    limited = frame.format.name.startswith("yuv") and not _is_full(frame, default=full)
    return Colours("video" if limited and _matrix(frame) == Colorspace.ITU709 else "rgb")


def _matrix(frame: VideoFrame) -> Colorspace:
    """The matrix that a player takes `frame` to be coded with."""
    if int(frame.colorspace) in (_BT709, 4, 5, 6, 7, 9, 10):
        stated = int(frame.colorspace)
        return Colorspace({6: 5, 10: 9}.get(stated, stated))
    return Colorspace.ITU709 if frame.height >= _HD else Colorspace.ITU601


def samples_of(frame: VideoFrame, size: tuple[int, int], colours: Colours, *, full: bool) -> list[NDArray[Any]]:
    """`frame` upright at `size` (width, height as shown, even), as `colours` says: three planes, or one of RGB."""
    turns = clockwise(frame) // 90
    width, height = size[::-1] if turns % 2 else size
    how = Interpolation.AREA if width * height < frame.width * frame.height else Interpolation.BICUBIC
    if colours.kind == "video":
        plain = _scaler().reformat(frame, width, height, "yuv420p", interpolation=how | _EXACT)
        planes: list[NDArray[Any]] = [_plane(plain, number) for number in range(3)]
    else:
        form = "rgb24" if colours.kind == "rgb" else "rgb48le"
        matrix = _matrix(frame) if frame.format.name.startswith(("yuv", "nv", "p0")) else None
        span = (2 if _is_full(frame, default=full) else 1) if matrix is not None else None
        made = _scaler().reformat(
            frame, width, height, form, src_colorspace=matrix, src_color_range=span, interpolation=how | _EXACT
        )
        planes = [made.to_ndarray()]
    return [np.ascontiguousarray(np.rot90(plane, -turns)) for plane in planes]


def _plane(frame: VideoFrame, number: int) -> NDArray[np.uint8]:
    """One plane of a frame in `yuv420p`, as it lies in memory."""
    plane = frame.planes[number]
    return np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[: plane.height, : plane.width]


def plane_samples(frame: VideoFrame) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    """The three planes of a frame in `yuv420p`, as they lie in memory."""
    return _plane(frame, 0), _plane(frame, 1), _plane(frame, 2)


def start_of(frame: VideoFrame) -> float:
    """The second at which `frame` appears; 0 where it does not say."""
    return float(frame.pts * frame.time_base) if frame.pts is not None and frame.time_base else 0.0


def length_of(frame: VideoFrame) -> float:
    """The seconds for which `frame` is meant to stay; 0 where it does not say."""
    return float(frame.duration * frame.time_base) if frame.duration and frame.time_base else 0.0


def clockwise(frame: VideoFrame) -> int:
    """The degrees (0, 90, 180 or 270) by which a player turns `frame` clockwise; FFmpeg counts the other way round."""
    return round(-frame.rotation / 90) % 4 * 90


def pixels(frame: VideoFrame, size: tuple[int, int] | None, *, grey: bool) -> NDArray[np.uint8]:
    """`frame` as uint8, upright: `(h, w, 3)` sRGB, or `(h, w)` luma from 0 black to 255 white; `size` as shown."""
    turns = clockwise(frame) // 90
    width, height = size or ((frame.width, frame.height) if turns % 2 == 0 else (frame.height, frame.width))
    if turns % 2:
        width, height = height, width
    smaller = width * height < frame.width * frame.height
    how = Interpolation.AREA if smaller else Interpolation.BICUBIC
    made: NDArray[Any]
    if grey:
        plain = _scaler().reformat(frame, width, height, "yuv420p", interpolation=how)
        made = _expand(_first_plane(plain), full=_is_full(frame, default=False))
    else:
        untagged = int(frame.colorspace) not in (1, 4, 5, 6, 7, 9, 10)
        matrix = (Colorspace.ITU709 if frame.height >= _HD else Colorspace.ITU601) if untagged else None
        made = (
            _scaler()
            .reformat(frame, width, height, "rgb24", src_colorspace=matrix, interpolation=how | _EXACT)
            .to_ndarray()
        )
    return np.ascontiguousarray(np.rot90(made, -turns))


def _scaler() -> VideoReformatter:
    """This thread's own. A frame's `reformat` sets up a new one for each picture, for half of all it costs."""
    if not hasattr(_scalers, "here"):
        _scalers.here = VideoReformatter()
    here: VideoReformatter = _scalers.here
    return here


def luma(frame: VideoFrame, step: int, *, full: bool) -> Luma:
    """Every `step`-th luma sample of `frame` in video levels (16 black, 235 white), whatever range it is stored in.

    Reading them from the plane costs a hundredth of a conversion. `full` is the stream's range where a frame is silent.
    """
    if frame.format.name not in _PLANAR_LUMA:
        frame = frame.reformat(format="yuv420p")
    sample = _first_plane(frame)[step // 2 :: step, step // 2 :: step]
    if _is_full(frame, default=full):
        return (_BLACK + sample.astype(np.uint16) * (_WHITE - _BLACK) // 255).astype(np.uint8)
    return sample.copy()


def _first_plane(frame: VideoFrame) -> NDArray[np.uint8]:
    plane = frame.planes[0]
    samples = np.frombuffer(memoryview(plane), np.uint8)
    return samples.reshape(-1, plane.line_size)[: frame.height, : frame.width]


def _is_full(frame: VideoFrame, *, default: bool) -> bool:
    stated = int(frame.color_range)
    return frame.format.name.startswith("yuvj") or stated == _FULL or (stated == 0 and default)


def _expand(sample: NDArray[np.uint8], *, full: bool) -> NDArray[np.uint8]:
    if full:
        return sample.copy()
    levels = np.clip((np.arange(256) - _BLACK) * 255.0 / (_WHITE - _BLACK), 0, 255).round().astype(np.uint8)
    return levels[sample]
