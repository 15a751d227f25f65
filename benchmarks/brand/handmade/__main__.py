"""How often a brand is read right from sites written by hand, whose markup no generator made.

.venv/bin/python -m benchmarks.brand.handmade
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.brand.handmade import applications, elsewhere, establishments, oddities, trades
from benchmarks.brand.handmade.judging import judge
from benchmarks.brand.readings import reading_of_files
from benchmarks.brand.scoring import Score, calibration_error
from brand_memory.assembling import assemble
from brand_memory.storage import BrandFiles

ROWS = ("primary", "background", "text", "heading", "body", "logo", "name", "secondary")
SITES = (*establishments.SITES, *applications.SITES, *trades.SITES, *elsewhere.SITES, *oddities.SITES)


def read_one(number: int, *, static: bool = False, again: bool = False) -> Score:
    """Build, read and judge one site."""
    known = SITES[number]()
    reading = reading_of_files(known.slug, known.files, f"{known.slug}.example", static=static, again=again)
    with tempfile.TemporaryDirectory() as folder:
        store = BrandFiles(Path(folder))
        found = judge(known, assemble(reading, store=store), store)
    found.seconds, found.requests = reading.seconds, reading.requests
    return found


def summary(scores: Sequence[Score]) -> dict[str, float]:
    """Shares of right answers over the sites that have the question, and calibration of what was said."""
    found = {}
    for row in ROWS:
        asked = [one for one in scores if row in one.right]
        found[row] = sum(one.right[row] is True for one in asked) / max(1, len(asked))
    found["recall@5"] = sum(one.recalled for one in scores) / max(1, len(scores))
    said = [one for one in scores if one.right.get("secondary") is not None and one.sure["secondary"] > 0]
    found["secondary said"] = len(said) / max(1, len(scores))
    for row in ("primary", "secondary", "logo"):
        pairs = [(one.sure[row], bool(one.right[row])) for one in scores if one.sure.get(row, 0.0) > 0]
        found[f"ECE {row}"] = calibration_error(pairs)
    pairs = [(one.sure[row], bool(one.right[row])) for one in scores for row in ROWS[:6] if one.sure.get(row, 0.0) > 0]
    found["ECE all"] = calibration_error(pairs)
    found["seconds"] = max(one.seconds for one in scores)
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--static", action="store_true", help="read without a browser")
    parser.add_argument("--again", action="store_true", help="read anew instead of taking kept readings")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--json", type=Path, help="write every answer to this file")
    asked = parser.parse_args()
    numbers = [at for at, made in enumerate(SITES) if not (asked.static and made().needs_browser)]
    with ProcessPoolExecutor(asked.processes) as pool:
        scores = list(pool.map(partial(read_one, static=asked.static, again=asked.again), numbers))
    print(f"{len(scores)} sites written by hand{', without a browser' if asked.static else ''}")
    for row, value in summary(scores).items():
        print(f"  {row:14} {value:7.3f}")
    for one in scores:
        wrong = [f"{row}: {one.said[row]}" for row in ROWS if row in one.right and one.right[row] is not True]
        missed = "" if one.recalled else " NOT RECALLED"
        if wrong or missed:
            print(f"{one.brand}{missed} | {' | '.join(wrong)}")
    if asked.json:
        asked.json.write_text(json.dumps([vars(one) for one in scores], indent=1))


if __name__ == "__main__":
    main()
