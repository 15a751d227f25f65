"""A production that is killed at random moments and run again: does every restart end in the same files?

Each round begins in an empty home, kills the run (SIGKILL, its main process alone) a few times, half of them somewhere
in the time that an undisturbed run takes and half in a stage drawn by chance, then lets it come to its end. It compares
with the undisturbed run: the bytes of the video, the draft's number, and the names of all files in the home; and it
looks for processes and temporary files that were left.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renderers.mp4_boxes import content_digest

ROOT = Path(__file__).parents[1]
SCRIPT = "One line is said here.\n\nAnother is said there, and then it ends.\n"
OPTIONS = ("--resolution", "540p", "--music", "none", "--json")
PATIENCE = 10.0
"""Seconds within which the processes of a killed run have to be gone."""


@dataclass(frozen=True)
class Place:
    """The folders of one round: the home, where the video goes, and where temporary files go."""

    root: Path

    @property
    def home(self) -> Path:
        """The state of the agency."""
        return self.root / "home"

    @property
    def out(self) -> Path:
        """The video."""
        return self.root / "out" / "video.mp4"

    @property
    def temporary(self) -> Path:
        """The system's place for temporary files, as far as these runs know."""
        return self.root / "tmp"

    def prepare(self, warm: Path | None = None) -> Place:
        """Make the folders; `warm` is another home, whose compiled kernels and signing key this one gets."""
        for folder in (self.home, self.out.parent, self.temporary):
            folder.mkdir(parents=True, exist_ok=True)
        (self.root / "script.txt").write_text(SCRIPT)
        if warm is not None:
            for name in ("cache", "keys"):
                shutil.copytree(warm / name, self.home / name, dirs_exist_ok=True)
        return self

    def start(self) -> subprocess.Popen[bytes]:
        """The agency, making the video in a session of its own."""
        # Into files, since a process that is left behind would hold a pipe open.
        with (self.root / "out.txt").open("w") as out, (self.root / "err.txt").open("w") as err:
            return subprocess.Popen(
                [sys.executable, "-m", "agency", "make", str(self.root / "script.txt"), "-o", str(self.out), *OPTIONS],
                env={
                    # Each home has kernels of its own, whatever this process uses.
                    **{name: value for name, value in os.environ.items() if name != "NUMBA_CACHE_DIR"},
                    "AGENCY_HOME": str(self.home),
                    "PYTHONPATH": str(ROOT),
                    "TMPDIR": str(self.temporary),
                },
                stdout=out,
                stderr=err,
                start_new_session=True,
            )

    def finish(self) -> dict[str, Any]:
        """What the agency's result is when it is left in peace."""
        if self.start().wait(timeout=600):
            raise RuntimeError(self.told())
        result: dict[str, Any] = json.loads((self.root / "out.txt").read_text())
        return result

    def told(self) -> str:
        """What the agency has said of its progress."""
        return (self.root / "err.txt").read_text()

    def files(self) -> set[str]:
        """The names of all files there are, but for what is compiled."""
        own = {"out.txt", "err.txt", "script.txt"}
        return {
            path.relative_to(self.root).as_posix()
            for path in self.root.rglob("*")
            if path.is_file() and path.name not in own and "cache" not in path.parts
        }


def session_members(session: int) -> list[int]:
    """The processes of a session that have not ended."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] not in ("Z", "X"):
                found.append(int(stat.parent.name))
        except (OSError, IndexError):
            continue
    return found


@dataclass(frozen=True)
class Moment:
    """So many seconds after a stage begins; the empty stage begins with the process."""

    stage: str
    seconds: float

    def wait(self, place: Place, process: subprocess.Popen[bytes]) -> None:
        """Wait for it, or for the end of the process."""
        while self.stage and process.poll() is None and f"{self.stage} …" not in place.told():
            time.sleep(0.005)
        with suppress(subprocess.TimeoutExpired):
            process.wait(self.seconds)


def kill_at(place: Place, moment: Moment) -> tuple[str, float]:
    """Start the agency and kill it at that moment; the last stage it told, and how long its processes lived on.

    The stage is `finished` where it came to its end before. The seconds are infinite where processes are left.
    """
    process = place.start()
    moment.wait(place, process)
    process.kill()
    if (code := process.wait()) != -signal.SIGKILL:
        if code:
            raise RuntimeError(place.told())
        return "finished", 0.0
    killed = time.monotonic()
    told = reversed(place.told().splitlines())
    stage = next((line.removesuffix(" …") for line in told if line.endswith(" …")), "start")
    while left := session_members(process.pid):
        if time.monotonic() - killed > PATIENCE:
            for pid in left:
                os.kill(pid, signal.SIGKILL)
            return stage, float("inf")
        time.sleep(0.02)
    return stage, time.monotonic() - killed


@dataclass
class Reference:
    """An undisturbed run: its video, the names of its files, and the seconds it took, in all and in each stage."""

    video: str
    files: set[str]
    seconds: float
    stages: dict[str, float]
    warm: Path

    @classmethod
    def run(cls, root: Path) -> Reference:
        """The second of two runs, the first of which compiles what is compiled once."""
        Place(root / "cold").prepare().finish()
        warm = root / "cold" / "home"
        place = Place(root / "undisturbed").prepare(warm)
        begun = time.monotonic()
        stages = place.finish()["seconds"]
        return cls(content_digest(place.out), place.files(), time.monotonic() - begun, stages, warm)

    def moment(self, chance: random.Random) -> Moment:
        """Some moment of the whole run, or of one of its stages, however short that is."""
        if chance.random() < 0.5:
            return Moment("", chance.uniform(0, self.seconds))
        stage = chance.choice(sorted(self.stages))
        return Moment(stage, chance.uniform(0, self.stages[stage]))


@dataclass
class Round:
    """One round: the stages in which the kills fell, and what was wrong afterwards; empty where all is well."""

    stages: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    lived_on: float = 0.0

    @classmethod
    def run(cls, place: Place, reference: Reference, moments: list[Moment]) -> Round:
        """Kill at each of `moments`, run to the end, and compare."""
        place.prepare(reference.warm)
        found = cls()
        finished = 0
        for moment in moments:
            stage, lived_on = kill_at(place, moment)
            found.stages.append(stage)
            found.lived_on = max(found.lived_on, lived_on)
            if lived_on == float("inf"):
                found.faults.append(f"killed in {stage}: processes are left")
            finished += stage == "finished" or _finished_jobs(place.home)
            if finished:
                break
        result = place.finish()
        if content_digest(place.out) != reference.video:
            found.faults.append("the video is another")
        if result["draft"] != 1 + finished:
            found.faults.append(f"it became draft {result['draft']}")
        if not finished and (odd := place.files() ^ reference.files):
            found.faults.append(f"{len(odd)} files more or less: {', '.join(sorted(odd)[:4])}")
        if left := [path.name for path in place.temporary.iterdir()]:
            found.faults.append(f"temporary files: {', '.join(left)}")
        return found


def _finished_jobs(home: Path) -> bool:
    """Whether the killed run had come to its end and only had not said so yet."""
    from agency.jobs import Jobs

    path = home / "agency.db"
    return path.exists() and any(job.state == "finished" for job in Jobs(path).list())


def main() -> None:
    """Kill as often as asked and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="kills in all")
    parser.add_argument("--a-round", type=int, default=2, help="kills before a run is left in peace")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    stages: Counter[str] = Counter()
    faults: list[str] = []
    lived_on = 0.0
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        reference = Reference.run(Path(name))
        print(f"undisturbed: {reference.seconds:.1f} s, {len(reference.video)} bytes, seed {asked.seed}", flush=True)
        number = 0
        while stages.total() - stages["finished"] < asked.count:
            number += 1
            moments = [reference.moment(chance) for _ in range(asked.a_round)]
            done = Round.run(Place(Path(name) / str(number)), reference, moments)
            stages.update(done.stages)
            faults += [f"round {number}, kills in {', '.join(done.stages)}: {fault}" for fault in done.faults]
            lived_on = max(lived_on, done.lived_on)
            told = "; ".join(done.faults) or "same"
            print(f"{number:4}  {', '.join(done.stages):<40} {told}", flush=True)
            shutil.rmtree(Path(name) / str(number), ignore_errors=True)
    kills = stages.total() - stages["finished"]
    print(f"{kills} kills: {', '.join(f'{count} in {stage}' for stage, count in stages.most_common())}")
    print(f"processes of a killed run were gone after at most {lived_on:.2f} s")
    print("\n".join(faults) or "every restart ended in the same files, nothing was left")
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()
