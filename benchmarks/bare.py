"""The bare encoder on finished frames, in the two ways that use two cores: what our renderer is held against.

`python -m benchmarks.bare segments|threads FRAMES FOLDER WIDTH HEIGHT RATE PIECE …` encodes raw YUV frames, either in
pieces of those lengths on as many processes as there are cores, or as one stream with the encoder's own threads.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

import av
import numpy as np
from av.video.frame import VideoFrame

from renderers.encoding import KEYINT, write_segment
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from renderers.segments import segments
from renderers.timeline import Timeline


def raw_frames(path: Path, picture: PictureFormat, first: int, count: int) -> Iterator[Planes]:
    """The planes of frames `first` to `first + count` of a raw YUV file."""
    size = picture.width * picture.height
    frames = np.memmap(path, np.uint8, "r").reshape(-1, size * 3 // 2)
    half = (picture.height // 2, picture.width // 2)
    for frame in frames[first : first + count]:
        y, u, v = np.split(frame, (size, size * 5 // 4))
        yield Planes(y.reshape(picture.height, picture.width), u.reshape(half), v.reshape(half))


def encode_raw(path: Path, picture: PictureFormat, first: int, count: int, out: Path) -> int:
    """Encode a stretch of the raw frames, as one worker does."""
    return write_segment(out, raw_frames(path, picture, first, count), picture, Encoding())


def encode_pieces(path: Path, picture: PictureFormat, pieces: Sequence[int], folder: Path) -> None:
    """Encode the frames in pieces of those lengths, longest first, with one process for every core."""
    starts = [0, *accumulate(pieces)]
    row = sorted(zip(starts, pieces, strict=False), key=lambda piece: -piece[1])
    cores = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("fork")) as pool:
        jobs = [pool.submit(encode_raw, path, picture, at, count, folder / f"{at}.mp4") for at, count in row]
        assert sum(job.result() for job in jobs) == starts[-1]


def encode_threaded(path: Path, picture: PictureFormat, pieces: Sequence[int], folder: Path) -> None:
    """Encode the frames as one stream with the encoder's own threads, one for every core."""
    cores = len(os.sched_getaffinity(0))
    options = {"preset": Encoding().preset, "crf": str(Encoding().crf), "profile": "high",
               "x264-params": f"keyint={KEYINT}:min-keyint=1:scenecut=0:open-gop=0:threads={cores}"}  # fmt: skip
    with av.open(str(folder / "whole.mp4"), "w") as container:
        stream = container.add_stream("libx264", rate=picture.rate, options=options)
        stream.width, stream.height, stream.pix_fmt = picture.width, picture.height, "yuv420p"
        for n, planes in enumerate(raw_frames(path, picture, 0, sum(pieces))):
            frame = VideoFrame(picture.width, picture.height, "yuv420p")
            for plane, samples in zip(frame.planes, (planes.y, planes.u, planes.v), strict=True):
                np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[:, : samples.shape[1]] = samples
            frame.pts = n
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def encode(timeline: Timeline, raw: Path, folder: Path) -> None:
    """The frames of `timeline`, already painted into `raw`, encoded in the pieces that our renderer makes."""
    folder.mkdir(parents=True, exist_ok=True)
    encode_pieces(raw, timeline.format, [segment.duration for segment in segments(timeline)], folder)


def main() -> None:
    """Encode what was asked."""
    how, raw, folder, width, height, rate, *pieces = sys.argv[1:]
    picture = PictureFormat(int(width), int(height), Fraction(rate))
    Path(folder).mkdir(parents=True, exist_ok=True)
    run = {"segments": encode_pieces, "threads": encode_threaded}[how]
    run(Path(raw), picture, [int(piece) for piece in pieces], Path(folder))


if __name__ == "__main__":
    main()
