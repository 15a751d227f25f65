"""Fits the vote of moderation: `python -m benchmarks.moderation.training [--without FILE …] [--output FILE]`.

Learned from are lines that grammars write (`writing.py`), lines in the open sets that people wrote, and harmless ones:
what is asked for in the development sets of `benchmarks/understanding`, and what the project says of itself. Sets in
`CLOSED` are for measuring, and never learned from. Softmax regression with AdaGrad, from a fixed seed: the same lines
give the same file.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.moderation.__main__ import read_lines
from benchmarks.moderation.writing import read_grammars, write_lines
from tools.moderation.vote import NONE, WEIGHTS
from tools.moderation.vote_features import features
from tools.weights import FeatureWeights, save_weights

HERE = Path(__file__).parent
_PROJECT = HERE.parents[1]
_LEAST, _MOST = 3, 60
"""Words of an ordinary sentence that is learned from."""
CLOSED = ("seventeenth.tsv", "nineteenth.tsv", "twentieth.tsv", "twentythird.tsv")
"""Sets that nothing is ever fitted to."""
EACH = {NONE: 150}
OTHERWISE = 60
"""Lines that are written of a sentence of a grammar."""
EPOCHS, RATE, DECAY, SEED = 8, 0.5, 2e-6, 11
LEFT_OUT = 0.25
"""The share of a line's features that are not seen each time, so that no single word decides."""
RAREST = 4
"""Features that fewer lines have are left out."""
MOST = 145_000
"""Features that are kept: all single words, and of the others those between whose kinds the weights differ most."""
BY_HAND = 4
"""How often a line that a person wrote is seen."""
SAID = 2
"""How often a sentence of an ordinary script is seen."""
JOINED = 0.25
"""The share of lines that stand after or before a harmless one."""


def lines(sets: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """What is learned from: topic and text."""
    source = random.Random(SEED)
    grammars = read_grammars()
    written = [
        line for sentence in grammars for line in write_lines([sentence], EACH.get(sentence.topic, OTHERWISE), SEED)
    ]
    harmless = [text for topic, text in written if topic == NONE]
    for topic, text in written:
        yield topic, text
        if source.random() < JOINED:
            beside = source.choice(harmless)
            yield topic, f"{text} {beside}" if source.random() < 0.5 else f"{beside} {text}"
    for path in sets:
        for _ in range(BY_HAND):
            yield from read_lines(path)
    for sentence in scripts():
        for _ in range(SAID):
            yield NONE, sentence
    everyday = sorted(set(ordinary()))
    for said in everyday:
        yield NONE, said
        if source.random() < JOINED:
            yield NONE, f"{said} {source.choice(everyday if source.random() < 0.5 else harmless)}"


def scripts() -> list[str]:
    """What presenters ordinarily say and what stands beside them: sentences of scripts for shops, teams, schools."""
    return (HERE / "said.txt").read_text(encoding="utf-8").splitlines()


def ordinary() -> Iterator[str]:
    """Sentences that are about something else altogether: what the project says of itself, and what it is asked."""
    for path in sorted((HERE.parent / "understanding").glob("development*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield str(json.loads(line).get("text", ""))
    for folder in ("agency", "brand_memory", "renderers", "tools", "tests", "benchmarks"):
        for path in sorted((_PROJECT / folder).rglob("*.py")):
            own = path.relative_to(_PROJECT)
            text = path.read_text(encoding="utf-8")
            if "moderation" in str(own) or "moderation" in text or "site-packages" in own.parts:
                # What speaks of moderation may hold lines that are anything but ordinary.
                continue
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield from _sentences(node.value)
    for path in sorted([*_PROJECT.glob("*.md"), *_PROJECT.glob("docs/*.md")]):
        yield from _sentences(path.read_text(encoding="utf-8"))


def _sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.!?])\s+|\n\s*\n|\n[-|#]", text):
        if _LEAST <= len(sentence.split()) <= _MOST:
            yield " ".join(sentence.split())


def open_sets() -> list[Path]:
    """The labelled files that may be fitted to, by name."""
    return sorted(path for path in HERE.glob("*.tsv") if path.name not in CLOSED)


def fit(held: Sequence[tuple[str, str]], sets: Sequence[str] = ()) -> FeatureWeights:
    """The weights under which the lines are likeliest; `sets` are the names of the files that they come from."""
    found = [features(text) for _, text in held]
    counts = Counter(name for one in found for name in one)
    numbers = {name: zlib.crc32(name.encode()) for name, count in counts.items() if count >= RAREST}
    names = np.array(sorted(set(numbers.values())), np.uint32)
    kinds = tuple(sorted({topic for topic, _ in held}))
    columns = {kind: number for number, kind in enumerate(kinds)}
    examples: list[tuple[NDArray[np.int64], NDArray[np.float32], int]] = []
    for (topic, _), one in zip(held, found, strict=True):
        own = [(numbers[name], value) for name, value in one.items() if name in numbers]
        places = np.searchsorted(names, np.array([number for number, _ in own], np.uint32))
        examples.append((places, np.array([value for _, value in own], np.float32), columns[topic]))
    rows = np.zeros((len(names), len(kinds)), np.float32)
    steps = np.full(len(names), 1e-6, np.float32)
    generator = np.random.default_rng(SEED)
    for _ in range(EPOCHS):
        for number in generator.permutation(len(examples)):
            places, values, column = examples[number]
            seen = generator.random(len(places)) >= LEFT_OUT
            places, values = places[seen], values[seen] / (1 - LEFT_OUT)
            scores = values @ rows[places]
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            shares[column] -= 1
            slopes = np.outer(values, shares) + DECAY * rows[places]
            steps[places] += (slopes * slopes).sum(axis=1)
            rows[places] -= RATE * slopes / np.sqrt(steps[places])[:, None]
    spread = rows.min(axis=1) - rows.max(axis=1)
    words = np.array([number for name, number in numbers.items() if name.startswith("w:")], np.uint32)
    # By the words that it knows the vote tells whether a text is English, also by those that say nothing else.
    spread[np.isin(names, words)] = -np.inf
    weightiest = np.sort(np.argsort(spread, kind="stable")[:MOST])
    return FeatureWeights(names[weightiest], rows[weightiest], kinds, tuple(sets))


def main() -> None:
    """Fits the weights and writes them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    parser.add_argument("--without", action="append", default=[], help="a set that is left out, to measure on it")
    arguments = parser.parse_args()
    sets = [path for path in open_sets() if path.name not in arguments.without]
    held = list(lines(sets))
    fitted = fit(held, [path.name for path in sets])
    save_weights(arguments.output, fitted)
    told = ", ".join(f"{topic} {count}" for topic, count in sorted(Counter(topic for topic, _ in held).items()))
    print(f"{arguments.output}: {len(held)} lines ({told}), {len(fitted.names)} features")


if __name__ == "__main__":
    main()
