"""How sure a conclusion is: a logistic over a few margins, so that of facts said with 0.8 eight in ten are true."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from typing import Literal

Question = Literal["primary", "secondary", "background", "text", "heading", "body", "logo"]

COEFFICIENTS: dict[Question, dict[str, float]] = {
    "primary": {"": -0.03, "lead": 2.63, "strength": 1.32, "fill": 2.19, "logo": 0.0},
    "secondary": {"": -3.57, "strength": 3.04, "second": 3.48, "logo": 0.4},
    "background": {"": 0.5, "lead": 3.0, "share": 1.0},
    "text": {"": 0.5, "lead": 2.5, "share": 1.0},
    "heading": {"": 0.5, "lead": 3.0, "share": 1.0},
    "body": {"": 0.5, "lead": 3.0, "share": 1.0},
    "logo": {"": -1.0, "lead": 2.0, "strength": 3.0},
}
"""Intercept (under the empty name) and one weight for each margin, all margins lying in 0..1.

`primary` is fitted by `benchmarks/brand/calibration.py` on the development themes of the benchmark (never on the test
themes), each read with all its evidence and with parts of it taken away: 544 readings, 94.5 % of them right.
`secondary` is fitted there too, to whether the likeliest second colour is the second one: 228 readings, 48 %. The other
questions were answered right so often there that a fit would say 0.99 whatever the margins; theirs are set by hand, so
that a clear lead says 0.9 to 0.98 and a level race about 0.6.
"""
LEAST = 0.35
"""Below this nothing is said: a blank that a person fills is better than a wrong colour that nobody doubts."""
_watching: ContextVar[list[tuple[Question, dict[str, float]]] | None] = ContextVar("watching", default=None)


def confidence(question: Question, margins: Mapping[str, float]) -> float:
    """The probability, 0.01 to 0.99, that the answer to `question` is right, given the margins it won by (0..1)."""
    if (watching := _watching.get()) is not None:
        watching.append((question, dict(margins)))
    weights = COEFFICIENTS[question]
    total = weights[""] + sum(weight * margins.get(name, 0.0) for name, weight in weights.items() if name)
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))))), 3)


@contextlib.contextmanager
def watched() -> Iterator[list[tuple[Question, dict[str, float]]]]:
    """Every question asked within, with its margins in the order of asking: what a calibration is fitted to."""
    seen: list[tuple[Question, dict[str, float]]] = []
    token = _watching.set(seen)
    try:
        yield seen
    finally:
        _watching.reset(token)


def lead(first: float, second: float) -> float:
    """How far the first is ahead of the second: 0 where they are level, 1 where there is no second."""
    return max(0.0, (first - second) / first) if first > 0 else 0.0
