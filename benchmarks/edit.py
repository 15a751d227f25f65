"""Edits of a finished production against its full render: one word, the music, the caption file, a colour, nothing.

Each edit is made on the same production with its own change, in two ways: by the whole command in a new process, and in
a process that stays. Ratios are to the full render in the same way. Everything runs on the same two cores.
"""

from __future__ import annotations

import argparse
import copy
import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measurement import two_cores
from benchmarks.production import Made, Resident, make, storyboard, warm, write

Board = dict[str, Any]
MOODS = ("calm", "inspiring", "playful", "cinematic", "tech")
FULL, WAYS = "full render", ("command", "resident")
ACCENTS = ("#c2410c", "#7c3aed", "#0f766e", "#be123c", "#1d4ed8")
WORDS = ("certainly", "gladly", "finally", "usually", "already")


def one_word(board: Board, number: int) -> Board:
    """One more word in the first sentence of a scene; another scene for each number."""
    spoken = [scene for scene in board["scenes"] if scene["lines"]]
    line = spoken[(number * 2 + 1) % len(spoken)]["lines"][0]
    first, rest = line["text"].split(" ", 1)
    line["text"] = f"{first} {WORDS[number % len(WORDS)]} {rest}" if " " in line["text"] else line["text"] + " now"
    return board


def heading(board: Board, number: int) -> Board:
    """A heading of one scene changed: the speech stays as it is."""
    spoken = [scene for scene in board["scenes"] if scene["lines"]]
    spoken[(number * 2 + 2) % len(spoken)]["heading"] = f"Another heading {number + 1}"
    return board


def music(board: Board, number: int) -> Board:
    """Another mood."""
    return {**board, "music": [mood for mood in MOODS if mood != board["music"]][number % (len(MOODS) - 1)]}


def caption_file(board: Board, number: int) -> Board:
    """The caption files beside the video, which the production was first made without."""
    return {**board, "captions": ["burned", "sidecar"], "title": f"{board['title']} {number + 1}".strip()}


def accent(board: Board, number: int) -> Board:
    """Another accent colour."""
    return {**board, "look": {**board["look"], "accent": ACCENTS[number % len(ACCENTS)]}}


def nothing(board: Board, number: int) -> Board:
    """The same again."""
    return board


EDITS: dict[str, Callable[[Board, int], Board]] = {
    "one word spoken": one_word,
    "one heading": heading,
    "music": music,
    "caption file": caption_file,
    "accent colour": accent,
    "nothing": nothing,
}


@dataclass(frozen=True)
class Edited:
    """One edit made: what was changed, how it was made (one of `WAYS`), and what it cost."""

    kind: str
    way: str
    made: Made


def run(seconds: float, resolution: str, edits: int, kinds: list[str], folder: Path) -> list[Edited]:
    """Full renders before and after, and every edit of every kind, all kinds in turn; each in both ways."""
    cores = two_cores()
    board = storyboard(folder, seconds, resolution)
    warm(folder, cores)
    found: list[Edited] = []

    def once(kind: str, source: Path, home: Path, resident: Resident) -> None:
        for way, made in (("command", make(source, home, cores)), ("resident", resident.make(source))):
            found.append(Edited(kind, way, made))
            say(f"{kind}, {way}: {made.cost.wall:.2f} s")

    whole = write(board, folder / "board.json")
    with Resident(folder / "resident", cores) as resident:
        once(FULL, whole, folder / "command", resident)
        for number in range(edits):
            for kind in kinds:
                source = write(EDITS[kind](copy.deepcopy(board), number), folder / "edited.json")
                once(kind, source, folder / "command", resident)
    with Resident(folder / "resident-again", cores) as resident:
        once(FULL, whole, folder / "command-again", resident)
    return found


def table(found: list[Edited], kinds: list[str]) -> str:
    """The figures for a person to read."""
    of_full = found[0].made.result
    lines = [
        f"{of_full['duration_seconds']:.1f} s at {of_full['width']}×{of_full['height']}, two cores; medians",
        f"{'':18}{'':10}{'wall s':>8}{'CPU s':>8}{'full/this':>11}{'CPU':>7}  made (of the last)",
    ]
    stages = []
    for kind in (FULL, *kinds):
        for way in WAYS:
            rows, whole = _rows(found, kind, way), _rows(found, FULL, way)
            (wall, cpu), (full_wall, full_cpu) = _medians(rows), _medians(whole)
            ratios = f"{full_wall / wall:11.1f}{full_cpu / cpu:7.1f}"
            lines.append(f"{kind:18}{way:10}{wall:8.2f}{cpu:8.2f}{ratios}  {takes(rows[-1])}")
            stages.append(f"{kind:18}{way:10}{_stages(rows)}")
    return "\n".join([*lines, "", "Seconds of each stage, medians:", *stages])


def _rows(found: list[Edited], kind: str, way: str) -> list[Made]:
    return [one.made for one in found if one.kind == kind and one.way == way]


def _medians(rows: list[Made]) -> tuple[float, float]:
    return statistics.median(made.cost.wall for made in rows), statistics.median(made.cost.cpu for made in rows)


def takes(made: Made) -> str:
    """What was made and how much was found, by kind."""
    counts = made.result["takes"]
    new = ", ".join(f"{count} {kind}" for kind, count in sorted(counts["made_by_kind"].items()))
    return f"{new or 'nothing'}; {counts['reused']} reused"


def _stages(rows: list[Made]) -> str:
    names = rows[0].result["seconds"]
    return ", ".join(
        f"{name} {statistics.median(r.result['seconds'].get(name, 0) for r in rows):.2f}" for name in names
    )


def say(text: str) -> None:
    """A line of progress."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Run the edits and print what they cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--resolution", default="1080p")
    parser.add_argument("--edits", type=int, default=5, help="different edits of each kind")
    parser.add_argument("--only", default=",".join(EDITS), help="of " + ", ".join(EDITS))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    kinds = [name.strip() for name in asked.only.split(",") if name.strip()]
    if unknown := set(kinds) - set(EDITS):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(EDITS)}")
    with tempfile.TemporaryDirectory(prefix="edit-") as name:
        found = run(asked.seconds, asked.resolution, asked.edits, kinds, Path(name))
    if asked.json:
        print(json.dumps([{"kind": one.kind, "way": one.way, **_plain(one.made)} for one in found], indent=1))
    else:
        print(table(found, kinds))


def _plain(made: Made) -> dict[str, Any]:
    told = {name: made.result[name] for name in ("duration_seconds", "takes", "seconds")}
    return {"wall": made.cost.wall, "cpu": made.cost.cpu, **told}


if __name__ == "__main__":
    main()
