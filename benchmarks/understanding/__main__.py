"""How well the director understands notes: `python -m benchmarks.understanding --set development`.

`--file` reads any other set of cases. Prints exact (operation and slots), asked back, silently wrong, by operation, and
how long a message takes.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.understanding.scoring import Outcome, Score, score
from benchmarks.understanding.situations import SITUATIONS
from tools.language.director import Director
from tools.notes import NoteRequest, Understanding

HERE = Path(__file__).parent


def cases(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of a file with one JSON object a line."""
    for line in path.read_text().splitlines():
        if line.strip() and not line.startswith("//"):
            yield json.loads(line)


def request(case: Mapping[str, Any]) -> NoteRequest:
    """What the director is asked in a case."""
    situation = SITUATIONS[case.get("situation", "lamp")]
    changed: dict[str, Any] = {}
    if "pending" in case:
        changed |= {"pending": case["pending"], "pending_options": tuple(case.get("pending_options", ()))}
    if "at" in case:
        changed["at_seconds"] = case["at"]
    if "focus" in case:
        changed["focus"] = tuple(case["focus"])
    if "files" in case:
        changed["files"] = case["files"]
    if "stage" in case:
        changed["stage"] = case["stage"]
    return NoteRequest(case["text"], dataclasses.replace(situation, **changed))


def kind(case: Mapping[str, Any]) -> str:
    """The operation that a case is counted under."""
    if len(case.get("patches", ())) + len(case.get("commands", ())) + len(case.get("enquiries", ())) > 1:
        return "several"
    if case.get("patches"):
        return str(case["patches"][0]["op"])
    if case.get("commands"):
        return str(case["commands"][0]["name"])
    if case.get("enquiries"):
        return "enquiry"
    return "ask" if case.get("ask") else "nothing"


def main() -> None:
    """Reads the cases, asks the director, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="development", help="a set beside this file")
    parser.add_argument("--file", type=Path, help="a file of cases instead")
    parser.add_argument("--show", default="wrong,partly,asked", help="outcomes to print case by case")
    arguments = parser.parse_args()
    path = arguments.file or HERE / f"{arguments.set}.jsonl"
    shown = set(arguments.show.split(","))
    table: dict[str, Counter[Outcome]] = defaultdict(Counter)
    times: list[float] = []
    director = Director()
    begun = time.thread_time()
    director.complete(NoteRequest("hello", SITUATIONS["lamp"]), Understanding)
    loaded = time.thread_time() - begun
    for case in cases(path):
        begun = time.thread_time()
        answer = director.complete(request(case), Understanding)
        times.append(time.thread_time() - begun)
        found: Score = score(case, answer)
        table[kind(case)][found.outcome] += 1
        if found.outcome in shown:
            print(f"{found.outcome:7}{case['id']}: {case['text'][:120]!r}\n        {found.reason[:400]}")
    _print(table, times, loaded)


def _print(table: Mapping[str, Counter[Outcome]], times: list[float], loaded: float) -> None:
    total: Counter[Outcome] = sum(table.values(), Counter())
    count = max(1, total.total())
    print(f"\n{'operation':20}{'cases':>7}{'exact':>7}{'asked':>7}{'partly':>7}{'wrong':>7}")
    for name in sorted(table):
        row = table[name]
        print(f"{name:20}{row.total():7}{row['exact']:7}{row['asked']:7}{row['partly']:7}{row['wrong']:7}")
    print(f"{'all':20}{count:7}{total['exact']:7}{total['asked']:7}{total['partly']:7}{total['wrong']:7}")
    print(
        f"exact {100 * total['exact'] / count:.1f} %, "
        f"asked back {100 * (total['asked'] + total['partly']) / count:.1f} %, "
        f"silently wrong {100 * total['wrong'] / count:.1f} %"
    )
    if times:
        ordered = sorted(times)
        print(
            f"first message {loaded * 1000:.0f} ms; then {ordered[len(ordered) // 2] * 1000:.1f} ms median, "
            f"{ordered[-1] * 1000:.1f} ms most (CPU)",
            file=sys.stdout,
        )


if __name__ == "__main__":
    main()
