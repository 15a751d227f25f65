"""What a second of video costs in short and long programmes: `agency make` on spoken scripts of growing length.

Start-up cancels out in the marginal cost: what each further second costs between one length and the next. It must not
grow; nor must the peak memory.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measurement import Cost, two_cores
from benchmarks.production import Made, make, storyboard, warm, write

FLAT = 0.05
"""By what part the marginal cost may grow and still be called flat."""


@dataclass(frozen=True)
class Point:
    """One length: the seconds of video made, its median cost, and the seconds of each stage of the last run."""

    seconds: float
    cost: Cost
    stages: dict[str, float]


def run(lengths: list[float], resolution: str, runs: int, folder: Path) -> list[Point]:
    """A point for each length, shortest first; every run begins in an empty home, all lengths in turn."""
    cores = two_cores()
    found: dict[float, list[Made]] = {length: [] for length in sorted(lengths)}
    warm(folder, cores)
    for number in range(runs):
        for length, made in found.items():
            made.append(_once(length, resolution, folder, cores))
            cost = made[-1].cost
            say(f"run {number + 1}, {length:.0f} s: {cost.wall:.1f} s wall, {cost.cpu:.1f} s CPU, {cost.memory:.0f} MB")
    return [_point(made) for made in found.values()]


def _once(length: float, resolution: str, folder: Path, cores: set[int]) -> Made:
    place = folder / "once"
    place.mkdir()
    try:
        return make(write(storyboard(place, length, resolution), place / "board.json"), place / "home", cores)
    finally:
        shutil.rmtree(place)


def _point(made: list[Made]) -> Point:
    cost = Cost(*(statistics.median(getattr(one.cost, name) for one in made) for name in ("wall", "cpu", "memory")))
    return Point(made[-1].result["duration_seconds"], cost, made[-1].result["seconds"])


def marginal(points: list[Point], name: str) -> list[float]:
    """What each further second costs (`wall` or `cpu` seconds), from each length to the next."""
    return [
        (getattr(after.cost, name) - getattr(before.cost, name)) / (after.seconds - before.seconds)
        for before, after in zip(points, points[1:], strict=False)
    ]


def growth(costs: list[float]) -> float:
    """By what part the last marginal cost is above the first."""
    return costs[-1] / costs[0] - 1


def table(points: list[Point], resolution: str) -> str:
    """The figures for a person to read."""
    wall, cpu = marginal(points, "wall"), marginal(points, "cpu")
    lines = [
        f"agency make at {resolution}, two cores, medians",
        f"{'video s':>9}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'wall/s':>9}{'CPU/s':>9}   stages, s",
    ]
    for number, point in enumerate(points):
        each = f"{wall[number - 1]:9.3f}{cpu[number - 1]:9.3f}" if number else " " * 18
        stages = ", ".join(f"{name} {seconds:.1f}" for name, seconds in point.stages.items())
        lines.append(
            f"{point.seconds:9.1f}{point.cost.wall:9.1f}{point.cost.cpu:9.1f}{point.cost.memory:9.0f}{each}   {stages}"
        )
    if len(points) > 1:
        start = points[0].cost.wall - wall[0] * points[0].seconds
        lines.append(f"wall/s and CPU/s: what each further second costs. Start-up {start:.1f} s wall.")
    if len(points) > 2:
        lines += [_verdict("wall", growth(wall)), _verdict("CPU", growth(cpu))]
    lines.append(
        f"peak memory: {points[0].cost.memory:.0f} MB at the shortest, {points[-1].cost.memory:.0f} at the longest"
    )
    return "\n".join(lines)


def _verdict(name: str, grown: float) -> str:
    said = "flat" if grown <= FLAT else "NOT flat"
    return f"{name} per second: {grown:+.1%} from the shortest to the longest: {said} (at most {FLAT:+.0%})"


def say(text: str) -> None:
    """A line of progress."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Run the lengths and print what they cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lengths", default="10,60,300,1200", help="seconds of video")
    parser.add_argument("--resolution", default="1080p", help="540p is quick")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    lengths = [float(length) for length in asked.lengths.split(",")]
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        points = run(lengths, asked.resolution, asked.runs, Path(name))
    if not asked.json:
        print(table(points, asked.resolution))
        return
    told = [
        {"seconds": p.seconds, "wall": p.cost.wall, "cpu": p.cost.cpu, "memory": p.cost.memory, "stages": p.stages}
        for p in points
    ]
    print(json.dumps({"resolution": asked.resolution, "lengths": told}, indent=1))


if __name__ == "__main__":
    main()
