"""What films go through on their way to the public: dissolves between parts, and a second encoding at another size."""

from __future__ import annotations

from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

Pictures = NDArray[np.uint8]


def dissolved(parts: list[list[Pictures]], count: int) -> list[list[Pictures]]:
    """Parts of a film that go over into one another during `count` pictures, half of them before each cut.

    The part that is not running yet, or no more, stands still; all stay as long as they are.
    """
    made = [list(part) for part in parts if part]
    half = count // 2
    for before, after in zip(made, made[1:], strict=False):
        last, first = before[-1], after[0]
        reach = min(half, len(before), len(after))
        for step in range(reach):
            share = (step + 0.5) / (2 * reach)
            before[-reach + step] = cv2.addWeighted(before[-reach + step], 1 - share, first, share, 0).astype(np.uint8)
            after[step] = cv2.addWeighted(last, 0.5 - share, after[step], 0.5 + share, 0).astype(np.uint8)
    return made


def encode_again(path: Path, scale: float, crf: int) -> None:
    """Replace the film at `path` by a copy of another size; the sound is encoded anew as well."""
    worn = path.with_suffix(".worn.mp4")
    with av.open(str(path)) as source, av.open(str(worn), "w") as made:
        shown, heard = source.streams.video[0], source.streams.audio[0]
        options = {"preset": "ultrafast", "crf": str(crf), "threads": "1"}
        seen = made.add_stream("libx264", rate=shown.average_rate, options=options)
        seen.width, seen.height = (round(side * scale / 2) * 2 for side in (shown.width, shown.height))
        seen.pix_fmt = "yuv420p"
        sound = made.add_stream("aac", rate=heard.rate, layout="mono")
        sound.bit_rate = 48_000
        for frame in source.decode(shown, heard):
            if isinstance(frame, av.VideoFrame):
                small = frame.reformat(seen.width, seen.height, "yuv420p")
                small.pts, small.time_base = frame.pts, frame.time_base
                made.mux(seen.encode(small))
            elif isinstance(frame, av.AudioFrame):
                made.mux(sound.encode(frame))
        made.mux(seen.encode(None))
        made.mux(sound.encode(None))
    worn.replace(path)
