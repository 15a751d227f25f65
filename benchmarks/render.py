"""A presenter scene through our renderer against the bare encoder on the same frames: wall, CPU time, peak memory."""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from fractions import Fraction
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from renderers.assembly import paint_segments
from renderers.avatar import AvatarRequest
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.illustrated import IllustratedAvatar
from renderers.avatar.performance import save
from renderers.background.catalogue import default_family
from renderers.colour import resolve_look
from renderers.encoding import Encoding, write_segment
from renderers.layer import Planes
from renderers.layout import regions
from renderers.picture_format import PictureFormat, picture_format
from renderers.segments import LONGEST, segments
from renderers.speech import Phone, Viseme, Word
from renderers.takes import TakeStore
from renderers.timeline import BackdropClip, PresenterClip, Scene, Timeline, TitleClip
from renderers.workers import Workers

RATE = Fraction(30)
CORES = 2


def programme(folder: Path, seconds: int) -> Timeline:
    """A timeline of one presenter scene in which the mouth never rests."""
    picture, look = picture_format("16:9", "1080p", RATE), resolve_look()
    places = regions("presenter", picture, captions=False, presenter=True)
    assert places.presenter
    chance = np.random.default_rng(1)
    shapes = [viseme for viseme in Viseme if viseme is not Viseme.SIL]
    phones = tuple(
        Phone("x", at / 10, (at + 1) / 10, shapes[int(chance.integers(len(shapes)))], 1, at // 4)
        for at in range(seconds * 10)
    )
    words = tuple(Word("word", at * 0.4, at * 0.4 + 0.4, at * 5) for at in range(seconds * 10 // 4))
    request = AvatarRequest(AVATARS[0], words, phones, (0.7,) * (seconds * 100), seconds * 30, RATE, 1)
    performance = IllustratedAvatar().animate(request).performance
    assert performance
    folder.mkdir(parents=True)
    save(performance, folder)
    presenter = PresenterClip(AVATARS[0].id, "illustrated", folder, "bench", look.palette.primary, places.presenter)
    title = TitleClip("One scene, every frame new", places.title, 10, seconds * 30 - 10, kicker="Benchmark")
    return Timeline(picture, look, (Scene("s1", seconds * 30, BackdropClip(default_family(), 1), (presenter, title)),))


def render(timeline: Timeline, folder: Path) -> None:
    """Everything painted and encoded, from a cold start of the workers."""
    with Workers(CORES) as workers:
        paint_segments(timeline, TakeStore(folder), workers, lambda done, of: None)


def paint_raw(timeline: Timeline, path: Path) -> None:
    """The finished frames of the timeline as raw YUV on disk, from which the bare encoder is fed."""
    from renderers.segments import _frames

    with path.open("wb") as out:
        for segment in segments(timeline):
            for planes in _frames(segment, None):
                for plane in (planes.y, planes.u, planes.v):
                    out.write(plane.tobytes())


def encode_raw(path: Path, picture: PictureFormat, first: int, count: int, out: Path) -> int:
    """Encode a stretch of the raw frames, as one worker of the bare encoder does."""
    size = picture.width * picture.height
    frames = np.memmap(path, np.uint8, "r").reshape(-1, size * 3 // 2)
    half = (picture.height // 2, picture.width // 2)

    def pictures() -> Iterator[Planes]:
        for frame in frames[first : first + count]:
            yield Planes(
                frame[:size].reshape(picture.height, picture.width),
                frame[size : size * 5 // 4].reshape(half),
                frame[size * 5 // 4 :].reshape(half),
            )

    return write_segment(out, pictures(), picture, Encoding())


def encode(timeline: Timeline, raw: Path, folder: Path) -> None:
    """The bare encoder on both cores: same options, same segments, frames already there."""
    folder.mkdir(parents=True, exist_ok=True)
    starts = range(0, timeline.duration, LONGEST)
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        jobs = [
            pool.submit(
                encode_raw, raw, timeline.format, at, min(LONGEST, timeline.duration - at), folder / f"{at}.mp4"
            )
            for at in starts
        ]
        assert sum(job.result() for job in jobs) == timeline.duration


def measure(run: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU seconds of `run`, children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    run()
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        timeline = programme(root / "take", asked.seconds)
        paint_raw(timeline, raw := root / "frames.yuv")
        rows = []
        for run in range(asked.runs):
            fresh = replace(timeline)
            ours = measure(lambda run=run, fresh=fresh: render(fresh, root / f"ours{run}"))
            bare = measure(lambda run=run: encode(timeline, raw, root / f"bare{run}"))
            rows.append((ours, bare))
            print(
                f"run {run + 1}: ours {ours[0]:.2f} s wall {ours[1]:.2f} s CPU, "
                f"encoder {bare[0]:.2f} s wall {bare[1]:.2f} s CPU"
            )
        wall = statistics.median(ours[0] / bare[0] for ours, bare in rows)
        cpu = statistics.median(ours[1] / bare[1] for ours, bare in rows)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"{asked.seconds} s at 1080p30: wall {wall:.2f} × the encoder, CPU {cpu:.2f} ×, "
            f"largest process {peak:.0f} MB"
        )


if __name__ == "__main__":
    main()
