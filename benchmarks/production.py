"""Productions to measure: a script of any length in which no sentence is said twice, and two ways to make it.

`make` runs the command in a process of its own, as a person does; `Resident` keeps one process in which one production
after another is made, as the chat does.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from benchmarks.measurement import COMPILED, Cost, measure

SECONDS_A_SCENE = 10.7
"""About what the two sentences of a scene take to say."""
_WHO = "Our team|Every customer|The workshop|A good neighbour|The night shift|Each new reader|A quiet office|The bakery"
_DOES = "opens|repairs|compares|remembers|carries|improves|welcomes|measures|explains|finishes"
_WHAT = "a heavy door|the morning order|three old maps|a simple plan|the longest list|one bright lamp|the next train"
_WHERE = "before breakfast|near the river|in half an hour|without any noise|on the second floor|with great care"
_THEN = "and everybody is served in time|so the day begins well|because the details matter|while the others rest"


@dataclass(frozen=True)
class Made:
    """One production: wall and CPU seconds, peak memory (MB), and the result that the command prints."""

    cost: Cost
    result: dict[str, Any]


def paragraphs(count: int, seed: int = 1) -> list[str]:
    """`count` paragraphs of two sentences, all different, the same for the same seed."""
    chance = random.Random(seed)
    parts = [line.split("|") for line in (_WHO, _DOES, _WHAT, _WHERE, _THEN)]
    seen: set[str] = set()
    while len(seen) < 2 * count:
        seen.add(" ".join(chance.choice(words) for words in parts) + ".")
    sentences = sorted(seen, key=lambda sentence: random.Random(f"{seed} {sentence}").random())
    return [" ".join(sentences[at : at + 2]) for at in range(0, 2 * count, 2)]


def storyboard(folder: Path, seconds: float, resolution: str) -> dict[str, Any]:
    """The storyboard of a spoken script of about `seconds`, as the JSON document that `agency make` reads."""
    from tools.boarding import board
    from tools.script import Script
    from tools.source import read_source

    text = folder / "script.txt"
    text.write_text("\n\n".join(paragraphs(max(1, round(seconds / SECONDS_A_SCENE)))))
    script = read_source(str(text))
    assert isinstance(script, Script)
    made: dict[str, Any] = board(script).model_dump(mode="json", by_alias=True)
    for scene in made["scenes"]:
        scene["heading"] = " ".join(scene["lines"][0]["text"].split()[:4])
    return {**made, "resolution": resolution, "captions": ["burned"]}


def write(document: dict[str, Any], path: Path) -> Path:
    """`path`, in which the storyboard now is."""
    path.write_text(json.dumps(document, indent=1))
    return path


def _environment(home: Path) -> dict[str, str]:
    """The home of one measurement."""
    return {**COMPILED, "AGENCY_HOME": str(home)}


def warm(folder: Path, cores: set[int]) -> None:
    """Make a short production once, so that kernels are compiled and files are in memory."""
    place = folder / "warm"
    place.mkdir()
    make(write(storyboard(place, SECONDS_A_SCENE, "540p"), place / "board.json"), place / "home", cores)
    shutil.rmtree(place)


def make(source: Path, home: Path, cores: set[int]) -> Made:
    """The whole command in a process of its own. Raises `CommandFailed` where it fails."""
    home.mkdir(parents=True, exist_ok=True)
    printed = home.parent / f"{home.name}.json"
    # The log holds progress and result; only the result goes to standard output.
    script = 'exec "$0" -m agency make "$1" -o "$2" --json > "$3"'
    command = ["sh", "-c", script, sys.executable, str(source), str(home.parent / f"{home.name}.mp4"), str(printed)]
    cost = measure(command, cores=cores, log=printed.with_suffix(".log"), environment=_environment(home))
    return Made(cost, json.loads(printed.read_text()))


class Resident:
    """A process that makes one production after another in one home. A context manager."""

    def __init__(self, home: Path, cores: set[int]) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self._out = home.parent / f"{home.name}.mp4"
        own = os.sched_getaffinity(0)
        self._log = home.with_suffix(".log").open("wb")
        os.sched_setaffinity(0, cores)
        try:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__).resolve()), str(self._out)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log,
                env={**os.environ, **_environment(home)},
            )
        finally:
            os.sched_setaffinity(0, own)

    def make(self, source: Path) -> Made:
        """Make the production of `source`. Raises `EOFError` with the end of its log where the process has failed."""
        to, back = self._process.stdin, self._process.stdout
        assert to
        assert back
        to.write(f"{source}\n".encode())
        to.flush()
        line = back.readline()
        if not line:
            self._process.wait()
            raise EOFError(Path(self._log.name).read_text(errors="replace")[-1500:])
        said = json.loads(line)
        return Made(Cost(said["wall"], said["cpu"], 0.0), said["result"])

    def __enter__(self) -> Resident:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()
        self._log.close()


def _serve(out: Path, asked: IO[str]) -> None:
    """Make every storyboard named on a line of `asked`, and print what it cost and gave."""
    from agency.job_commands import make_video
    from agency.wishes import Wishes

    for line in asked:
        start, used = time.monotonic(), sum(os.times()[:4])
        result = make_video(line.strip(), out, Wishes(), quiet=True)
        cost = {"wall": time.monotonic() - start, "cpu": sum(os.times()[:4]) - used}
        print(json.dumps({**cost, "result": result}), flush=True)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), sys.stdin)
