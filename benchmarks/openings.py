"""Planted openings and closings: how many are found by length, how exactly, and how often one is found that is none.

Every set is three to six films rendered here: two shapes, several rates and qualities, voices over part of a clip,
sometimes a cold open. Sets without a common clip share what real ones do: the same music under everything, the same
wall and presenter, the same corner mark.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Literal

import numpy as np

from agency.film_reading import GuardedFilms
from benchmarks.planted_films import FilmPlan, Ident, render
from brand_memory.films import take_apart
from brand_memory.openings import Common, Version, find_common
from renderers.media import probe
from renderers.media_facts import MediaFacts

LENGTHS = (1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.5, 8.0)


class OwnFilms(GuardedFilms):
    """Films made here: opened without the child process that foreign ones need, which takes longer than the rest."""

    def _probe(self, path: Path) -> MediaFacts:
        return probe(path)


_HIT = 1.0
"""Seconds by which an edge may be off before a clip counts as missed."""


@dataclass(frozen=True)
class Outcome:
    """What came of one set: errors in seconds of each edge of each place, by part; clips found beyond those planted."""

    length: float | None
    planted: int
    hits: int
    errors: tuple[float, ...]
    false: tuple[str, ...]
    said: str


def planted_set(seed: int, length: float) -> list[FilmPlan]:
    """The plans of three to six films with a common opening of `length`, and a closing of another length."""
    random = np.random.default_rng(seed)
    count = int(random.integers(3, 7))
    opening = Ident(seed * 10 + 1, length, "live" if random.random() < 0.3 else "logo")
    closing = Ident(seed * 10 + 2, length, "live" if random.random() < 0.2 else "logo")
    tall = random.permutation(count)[: count // 2 if random.random() < 0.7 else 0]
    fit: Literal["crop", "letterbox", "design"] = str(random.choice(["crop", "letterbox", "design"]))  # type: ignore[assignment]
    plans = []
    for number in range(count):
        plans.append(
            FilmPlan(
                seed=seed * 1000 + number * 7,
                body=float(random.uniform(6, 9)),
                opening=opening,
                closing=closing,
                size=(180, 320) if number in tall else (320, 180),
                rate=int(random.choice([24, 25, 30])),
                crf=int(random.integers(22, 34)),
                sound_bits=int(random.choice([48_000, 64_000, 96_000, 128_000])),
                voice_over=float(random.choice([0.0, 0.0, 0.5, 1.0])),
                fit=fit,
                cold=float(random.uniform(1, 3)) if random.random() < 0.25 else 0.0,
                fade=0.4 if random.random() < 0.2 else 0.0,
                bug=bool(seed % 5 == 0),
                dubbed=bool(random.random() < 0.15),
            )
        )
    return plans


def worn_set(seed: int, length: float) -> list[FilmPlan]:
    """The plans of a planted set whose films went through more: dissolves, titles, other levels, a second encoding."""
    random = np.random.default_rng(seed + 500_000)
    dissolve = float(random.choice([0.0, 0.3, 0.6]))
    titled, worn = random.random() < 0.4, random.random() < 0.5
    return [
        replace(
            plan,
            dissolve=dissolve,
            titled=bool(titled),
            level=float(random.uniform(0.3, 0.9)),
            worn=float(random.choice([0.7, 1.0, 1.4])) if worn else 0.0,
        )
        for plan in planted_set(seed, length)
    ]


def empty_set(seed: int) -> list[FilmPlan]:
    """The plans of three to six films that share no clip; every other set shares a bed, a wall, or a mark."""
    random = np.random.default_rng(seed)
    count = int(random.integers(3, 7))
    style = seed % 6
    plans = []
    for number in range(count):
        own = seed * 1000 + number * 7
        alone = style == 4
        plans.append(
            FilmPlan(
                seed=own,
                body=float(random.uniform(8, 12)),
                opening=Ident(own * 10 + 3, float(random.uniform(2, 4))) if alone else None,
                closing=Ident(own * 10 + 4, float(random.uniform(2, 4))) if alone else None,
                size=(180, 320) if number % 3 == 2 and style % 2 else (320, 180),
                rate=int(random.choice([25, 30])),
                crf=int(random.integers(22, 34)),
                bed=seed * 3 if style in (1, 3) else None,
                wall=seed if style in (2, 3) else None,
                bug=style in (2, 5),
                lower_third=(1.0, 4.0) if style in (3, 5) else None,
                fade=0.5 if style == 5 else 0.0,
            )
        )
    return plans


def judge(plans: list[FilmPlan], length: float | None) -> Outcome:
    """Render, take apart and compare one set."""
    with tempfile.TemporaryDirectory(prefix="openings-") as folder:
        files = {render(Path(folder) / f"film-{n}.mp4", plan): plan for n, plan in enumerate(plans)}
        reader = OwnFilms()
        common = find_common([take_apart(path, reader).traces for path in files])
    hits = 0
    errors: list[float] = []
    false: list[str] = []
    for part, versions in (("opening", common.openings), ("closing", common.closings)):
        spans = {path: plan.opening_span if part == "opening" else plan.closing_span for path, plan in files.items()}
        good = False
        for version in versions:
            off = _errors(version, spans) if length is not None else None
            if off is None or max(off, default=9.0) > _HIT:
                false.append(f"{part} {version.best.start:.2f}-{version.best.end:.2f} {version.evidence}")
            else:
                good, errors = True, errors + off
        hits += good
    return Outcome(length, 2 if length is not None else 0, hits, tuple(errors), tuple(false), _said(common))


def _errors(version: Version, spans: dict[Path, tuple[float, float] | None]) -> list[float]:
    found = []
    for place in version.places:
        span = spans[place.path] or (-99.0, -99.0)
        found += [abs(place.start - span[0]), abs(place.end - span[1])]
    return found


def _said(common: Common) -> str:
    lines = [
        f"{v.part} {v.shape} {v.confidence} "
        + " ".join(f"{p.start:.2f}-{p.end:.2f}{'s' * p.seen}{'h' * p.heard}" for p in v.places)
        for v in (*common.openings, *common.closings)
    ]
    return " | ".join([*lines, *common.notes])


def _job(job: tuple[int, float | None, bool]) -> tuple[int, Outcome]:
    seed, length, worn = job
    if length is None:
        return seed, judge(empty_set(seed), None)
    return seed, judge(worn_set(seed, length) if worn else planted_set(seed, length), length)


def measure(sets: int, empty: int, workers: int, *, worn: bool, first: int = 100) -> Iterator[tuple[int, Outcome]]:
    """The outcomes of `sets` planted sets for each length and of `empty` ones without a clip, as they come.

    `first` is the seed of the first planted set, those of empty ones begin at 5000 + `first` - 100.
    """
    jobs: list[tuple[int, float | None, bool]] = [
        (first + n * 37 + round(10 * length), length, worn) for length in LENGTHS for n in range(sets)
    ]
    jobs += [(4900 + first + n, None, False) for n in range(empty)]
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_job, jobs)


def main() -> None:
    """Print recall by length, errors of edges, and false acceptances."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=6, help="planted sets for each length")
    parser.add_argument("--empty", type=int, default=100, help="sets without a common clip")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--worn", action="store_true", help="planted films went through dissolves, titles, copies")
    parser.add_argument("--first", type=int, default=100, help="the seed of the first set")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    by_length: dict[float, list[Outcome]] = defaultdict(list)
    false: list[str] = []
    for seed, outcome in measure(asked.sets, asked.empty, asked.workers, worn=asked.worn, first=asked.first):
        if outcome.length is not None:
            by_length[outcome.length].append(outcome)
        false += [f"set {seed}: {what}" for what in outcome.false]
        if asked.verbose and (outcome.hits < outcome.planted or outcome.false):
            print(seed, outcome.length, outcome.hits, "FALSE" * bool(outcome.false), outcome.said, file=sys.stderr)
    for length, outcomes in sorted(by_length.items()):
        errors = [error for outcome in outcomes for error in outcome.errors]
        found, planted = sum(o.hits for o in outcomes), sum(o.planted for o in outcomes)
        spread = (
            f"edges off by {median(errors):.3f} s (median), {np.quantile(errors, 0.95):.3f} s (95 %)" if errors else ""
        )
        print(f"{length:4.1f} s: {found} of {planted} found; {spread}")
    longer = [o for length, outcomes in by_length.items() if length >= 2 for o in outcomes]
    if longer:
        every = [error for outcome in longer for error in outcome.errors]
        recall = sum(o.hits for o in longer) / sum(o.planted for o in longer)
        print(f"from 2 s up: recall {recall:.1%}, median error {median(every or [9.0]):.3f} s")
    print(f"false acceptances: {len(false)} (in {asked.empty} sets without a clip and all planted ones)")
    for line in false:
        print(" ", line)


if __name__ == "__main__":
    main()
