"""The same programme through our renderer, the public peers and the bare encoder: wall, CPU, memory, side by side.

With `--bare` the pictures alone, without captions, sound and file: a presenter scene against the fastest bare encoder.
"""

from __future__ import annotations

import argparse
import os
import pickle
import statistics
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import numpy as np

from benchmarks.measurement import measure, two_cores
from renderers.avatar import AvatarRequest
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.illustrated import IllustratedAvatar
from renderers.avatar.performance import save
from renderers.background.catalogue import default_family
from renderers.colour import resolve_look
from renderers.layout import regions
from renderers.picture_format import picture_format
from renderers.segments import segments
from renderers.speech import Phone, Viseme, Word
from renderers.timeline import BackdropClip, PresenterClip, Scene, Timeline, TitleClip

RATE = Fraction(30)


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


def paint_raw(timeline: Timeline, path: Path) -> None:
    """The finished frames of the timeline as raw YUV on disk, from which the bare encoder is fed."""
    from renderers.segments import paint_frames

    with path.open("wb") as out:
        for segment in segments(timeline):
            for planes in paint_frames(segment):
                for plane in (planes.y, planes.u, planes.v):
                    out.write(plane.tobytes())


def run_ours(timeline: Path, folder: Path) -> list[str]:
    """The command that paints and encodes the kept timeline, from a cold start."""
    return [sys.executable, "-m", "benchmarks.painted", str(timeline), str(folder)]


def run_bare(how: str, timeline: Timeline, raw: Path, folder: Path) -> list[str]:
    """The command that encodes the finished frames; `how` is `segments` or `threads`."""
    picture, pieces = timeline.format, [str(segment.duration) for segment in segments(timeline)]
    size = [str(value) for value in (picture.width, picture.height, picture.rate)]
    return [sys.executable, "-m", "benchmarks.bare", how, str(raw), str(folder), *size, *pieces]


def compare(seconds: int, runs: int, root: Path) -> None:
    """Measure ours and both bare encoders in turn, each as a process of its own on the same two cores, and print."""
    timeline, cores = programme(root / "take", seconds), two_cores()
    (kept := root / "timeline.pickle").write_bytes(pickle.dumps(timeline))
    paint_raw(timeline, raw := root / "frames.yuv")
    # Modules and kernels are compiled once in the life of an installation.
    environment = {"NUMBA_CACHE_DIR": str(root / "cache" / "kernels"), "PYTHONPATH": os.pathsep.join(sys.path),
                   "PYTHONPYCACHEPREFIX": str(root / "cache" / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}  # fmt: skip
    measure(run_ours(kept, root / "first"), cores=cores, log=root / "log", environment=environment)
    walls, cpus, peak = [], [], 0.0
    for run in range(runs):
        commands = {
            "ours": run_ours(kept, root / f"ours{run}"),
            "segments": run_bare("segments", timeline, raw, root / f"bare{run}"),
            "threads": run_bare("threads", timeline, raw, root / f"bare{run}"),
        }
        found = {
            name: measure(command, cores=cores, log=root / "log", environment=environment)
            for name, command in commands.items()
        }
        bare = min((found["segments"], found["threads"]), key=lambda cost: cost.wall)
        walls.append(found["ours"].wall / bare.wall)
        cpus.append(found["ours"].cpu / bare.cpu)
        peak = max(peak, found["ours"].memory)
        told = ", ".join(f"{name} {cost.wall:.2f} s wall {cost.cpu:.2f} s CPU" for name, cost in found.items())
        print(f"run {run + 1}: {told}", flush=True)
    wall, cpu = statistics.median(walls), statistics.median(cpus)
    print(f"{seconds} s at 1080p30: wall {wall:.2f} × the fastest encoder, CPU {cpu:.2f} ×, tree {peak:.0f} MB")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--bare", action="store_true", help="pictures alone, ours against the bare encoder")
    parser.add_argument("--only", help="who takes part, with commas, e.g. ours,encoder,ffmpeg,moviepy; default: all")
    parser.add_argument("--json", action="store_true", help="print the comparison as JSON")
    parser.add_argument("--keep", type=Path, help="a folder in which the comparison's layers, files and logs stay")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="render-") as name:
        if asked.bare:
            compare(asked.seconds, asked.runs, Path(name))
            return
        from benchmarks.comparison import report

        report(asked.only, asked.seconds, asked.runs, asked.keep or Path(name), as_json=asked.json)


if __name__ == "__main__":
    main()
