"""How often a brand is read right from made-up sites whose answers are known: colours, typefaces, logo, confidence.

    .venv/bin/python -m benchmarks.brand.run --split test

Every site is read as it is, and again with a consent banner, a chat bubble and a wall of partners' logos.
Weights and calibration were chosen on the development split alone.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.brand.readings import reading_of
from benchmarks.brand.scoring import QUESTIONS, Score, calibration_error, score, share
from benchmarks.brand.sites import build_site
from benchmarks.brand.themes import Theme, all_themes
from brand_memory.assembling import assemble
from brand_memory.storage import BrandFiles

_ROWS = ("primary", "background", "text", "heading", "body", "logo", "surface", "secondary", "name")


def run_one(theme: Theme, *, static: bool = False, again: bool = False) -> Score:
    """Build, read and judge one site."""
    site = build_site(theme)
    reading = reading_of(site, static=static, again=again)
    with tempfile.TemporaryDirectory() as folder:
        store = BrandFiles(Path(folder))
        kit = assemble(reading, store=store)
        found = score(site, kit, store)
    found.seconds, found.requests = reading.seconds, reading.requests
    return found


def run_all(themes: Sequence[Theme], *, static: bool, again: bool, processes: int) -> list[Score]:
    """The scores of all themes, in their order."""
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(partial(run_one, static=static, again=again), themes))


def calibrated(scores: Sequence[Score]) -> list[tuple[float, bool]]:
    """Every answer given to the main questions: how sure, and whether right."""
    return [
        (one.sure[question], bool(one.right[question]))
        for one in scores
        for question in QUESTIONS
        if one.right.get(question) is not None
    ]


def summary(scores: Sequence[Score]) -> dict[str, float]:
    """The figures of one run: shares of sites, expected calibration errors, medians of cost."""
    found = {question: share(scores, question) for question in _ROWS}
    found["recall@5"] = sum(one.recalled for one in scores) / len(scores)
    found["abstained"] = sum(one.right["primary"] is None for one in scores) / len(scores)
    primary = [(one.sure["primary"], bool(one.right["primary"])) for one in scores if one.right["primary"] is not None]
    found["ECE primary"] = calibration_error(primary)
    second = [(one.sure["secondary"], bool(one.right["secondary"])) for one in scores if one.sure["secondary"] > 0]
    found["secondary said"] = len(second) / len(scores)
    found["ECE secondary"] = calibration_error(second)
    found["ECE all"] = calibration_error(calibrated(scores))
    order = sorted(one.seconds for one in scores)
    found["seconds"] = order[len(order) // 2]
    found["requests"] = sorted(one.requests for one in scores)[len(scores) // 2]
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("development", "test"), default="development")
    parser.add_argument("--sites", type=int, default=100, help="at most so many themes")
    parser.add_argument("--draw", type=int, default=0, help="the same brands with other sites")
    parser.add_argument("--static", action="store_true", help="read without a browser")
    parser.add_argument("--again", action="store_true", help="read anew instead of taking kept readings")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--plain", action="store_true", help="leave out the run with banner and wall")
    parser.add_argument("--verbose", action="store_true", help="name every wrong answer")
    parser.add_argument("--json", type=Path, help="write every answer to this file")
    asked = parser.parse_args()
    themes = [theme for theme in all_themes(asked.draw) if theme.split == asked.split][: asked.sites]
    runs = {"plain": [theme.toggled(banner=False, wall=False) for theme in themes]}
    if not asked.plain:
        runs["banner and wall"] = [theme.toggled(banner=True, wall=True) for theme in themes]
    results = {
        name: run_all(every, static=asked.static, again=asked.again, processes=asked.processes)
        for name, every in runs.items()
    }
    figures = {name: summary(scores) for name, scores in results.items()}
    print(f"{len(themes)} themes of the {asked.split} split{', without a browser' if asked.static else ''}")
    for row in figures["plain"]:
        told = "  ".join(f"{name}: {values[row]:7.3f}" for name, values in figures.items())
        print(f"  {row:14} {told}")
    if asked.verbose:
        for name, scores in results.items():
            for one in scores:
                wrong = [f"{q}: {one.said[q]} ({one.sure[q]:.2f})" for q in _ROWS[:7] if one.right.get(q) is not True]
                if wrong or not one.recalled:
                    print(f"{name} | {one.brand}{'' if one.recalled else ' NOT RECALLED'} | {' | '.join(wrong)}")
    if asked.json:
        asked.json.write_text(json.dumps({name: [vars(one) for one in s] for name, s in results.items()}, indent=1))


if __name__ == "__main__":
    main()
