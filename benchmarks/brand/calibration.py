"""Fits how sure conclusions are, on the development themes alone, and prints the coefficients for `confidence.py`.

    .venv/bin/python -m benchmarks.brand.calibration

Sites as made are read right nearly always, which teaches nothing about doubt. So each reading is also judged with part
of its evidence taken away: without its logo, without some or all of its buttons, with one page, with its links lost.
The fit is a logistic regression with a ridge of 1 on the weights (Newton's method), weights not below 0.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.brand.readings import reading_of
from benchmarks.brand.scoring import is_colour, score
from benchmarks.brand.sites import build_site
from benchmarks.brand.themes import Theme, all_themes
from brand_memory.colours import palette
from brand_memory.confidence import COEFFICIENTS, Question, watched
from brand_memory.evidence import Witness
from brand_memory.kit import BrandKit
from brand_memory.logos import read_marks
from brand_memory.reading import Element, PageReading, SiteReading
from brand_memory.site_names import site_name
from brand_memory.storage import BrandFiles, FileStore
from brand_memory.typefaces import typefaces

Example = tuple[Question, dict[str, float], bool]
_RIDGE = 1.0


def impaired(site: SiteReading, seed: int) -> Iterator[SiteReading]:
    """The reading as it is, and with evidence taken away in several ways."""
    dice = random.Random(seed)
    yield site
    yield replace(site, pages=tuple(replace(page, logos=()) for page in site.pages))
    yield replace(site, pages=site.pages[:1])
    for role, share in (("button", 1.0), ("button", 0.6), ("link", 1.0)):
        yield replace(site, pages=tuple(_without(page, role, share, dice) for page in site.pages))
    bare = tuple(_without(replace(page, logos=()), "button", 1.0, dice) for page in site.pages)
    yield replace(site, pages=bare)
    others = site.pages[1:] or site.pages
    thinned = tuple(_without(_without(page, "text", 0.7, dice), "heading", 0.7, dice) for page in others)
    yield replace(site, pages=thinned)


def _without(page: PageReading, role: str, share: float, dice: random.Random) -> PageReading:
    kept: list[Element] = [e for e in page.elements if e.role != role or dice.random() > share]
    return replace(page, elements=tuple(kept))


def examples(theme: Theme) -> list[Example]:
    """The margins and outcomes of one theme's readings."""
    made = build_site(theme)
    found: list[Example] = []
    for reading in impaired(reading_of(made), theme.number):
        with tempfile.TemporaryDirectory() as folder, watched() as seen:
            store = BrandFiles(Path(folder))
            kit = _concluded(reading, store)
            right = score(made, kit, store).right
        asked: dict[Question, dict[str, float]] = {}
        for question, margins in seen:
            asked.setdefault(question, margins)
        # The likeliest second colour is judged even where it was too unsure to be named, and leads the accents then.
        second = kit.palette.secondary or next(iter(kit.palette.accents), None)
        right["secondary"] = second is not None and is_colour(second.value, theme.palette.secondary)
        for question, margins in asked.items():
            if question != "secondary" or right.get("primary"):
                found.append((question, margins, right.get(question) is True))
    return found


def _concluded(site: SiteReading, store: FileStore) -> BrandKit:
    """The part of a kit whose confidence is fitted, without pictures as evidence."""
    witness = Witness(site, None)
    name = site_name(site, witness)
    marks = read_marks(site, name.value, witness, store)
    heading, body = typefaces(site, witness, store)
    return BrandKit(
        schema="brand/1",
        id="x",
        name=name,
        palette=palette(site, marks.colours, witness),
        heading=heading,
        body=body,
        logos=marks.logos,
    )


def fit(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Intercept and non-negative weights of a logistic regression with a ridge; negative weights become 0."""
    free = list(range(rows.shape[1] + 1))
    full = np.column_stack([np.ones(len(rows)), rows])
    while True:
        part = full[:, free]
        weights = np.zeros(len(free))
        ridge = np.diag([0.05] + [_RIDGE] * (len(free) - 1))
        for _ in range(60):
            sure = 1 / (1 + np.exp(-part @ weights))
            slope = part.T @ (right - sure) - ridge @ weights
            bend = part.T @ (part * (sure * (1 - sure))[:, None]) + ridge
            weights += np.linalg.solve(bend, slope)
        negative = [place for place, weight in zip(free, weights, strict=True) if place and weight < 0]
        if not negative:
            found = np.zeros(rows.shape[1] + 1)
            found[free] = weights
            return found
        free = [place for place in free if place not in negative]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    themes = [theme for theme in all_themes() if theme.split == "development"]
    every = [theme.toggled(banner=on, wall=on) for theme in themes for on in (False, True)]
    with ProcessPoolExecutor(asked.processes) as pool:
        found = [one for some in pool.map(examples, every) for one in some]
    by_question: dict[Question, list[Example]] = defaultdict(list)
    for one in found:
        by_question[one[0]].append(one)
    for question, known in by_question.items():
        names = [name for name in COEFFICIENTS[question] if name]
        rows = np.array([[margins.get(name, 0.0) for name in names] for _, margins, _ in known])
        right = np.array([float(outcome) for _, _, outcome in known])
        weights = fit(rows, right)
        told = ", ".join(f'"{name}": {value:.2f}' for name, value in zip(["", *names], weights, strict=True))
        print(f'    "{question}": {{{told}}},  # {len(known)} readings, {right.mean():.3f} right')


if __name__ == "__main__":
    main()
