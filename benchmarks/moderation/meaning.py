"""Fits the networks over sentence vectors: `python -m benchmarks.moderation.meaning [--without SET …]`.

They learn from the same kinds of lines as the vote (`training.py`), fewer of each sentence of a grammar, since what is
put alike has vectors that are alike. Adam (Kingma and Ba 2015) with dropout, from fixed seeds, in numpy: on one machine
the same lines give the same file. Needs the weights of the sentence model.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.moderation.__main__ import read_lines
from benchmarks.moderation.training import SAID, SEED, open_sets, ordinary, scripts
from benchmarks.moderation.writing import read_grammars, write_lines
from brand_memory.minilm import installed_minilm, single_threaded
from tools.moderation.meaning import MEANING_WEIGHTS, MeaningWeights, save_meaning, scaled, whole
from tools.moderation.vote import NONE
from tools.moderation.vote_features import read_through

EACH, EACH_HARMLESS, EVERYDAY = 10, 12, 4000
"""Lines of a sentence of a grammar, and sentences that are about something else altogether."""
BY_HAND = 4.0
"""How much a line that a person wrote counts."""
NETWORKS, UNITS, EPOCHS, BATCH = 3, 128, 20, 128
RATE, DECAY = 3e-3, 1e-3
UNSEEN, DROPPED = 0.2, 0.4
"""The shares of a vector and of the units that are left out each time. With so many, sets that were left out of the
fitting had more of their harmful lines held for as many look-alikes.
"""

Array = NDArray[np.float32]


def lines(sets: Sequence[Path]) -> tuple[list[tuple[str, str]], Array]:
    """What is learned from, topic and text, and how much each counts."""
    by_hand = [line for path in sets for line in read_lines(path)]
    written = [
        line
        for sentence in read_grammars()
        for line in write_lines([sentence], EACH_HARMLESS if sentence.topic == NONE else EACH, SEED)
    ]
    everyday = sorted(set(ordinary()))
    random.Random(SEED).shuffle(everyday)
    others = written + [(NONE, text) for text in everyday[:EVERYDAY]]
    said = [(NONE, sentence) for sentence in scripts()]
    weighed = [BY_HAND] * len(by_hand) + [1.0] * len(others) + [float(SAID)] * len(said)
    return by_hand + others + said, np.array(weighed, np.float32)


def fit(topics: Sequence[str], vectors: Array, counts: Array, model: str, sets: Sequence[str] = ()) -> MeaningWeights:
    """Networks under which the topics are likeliest; `vectors` has one row of length 1 a line."""
    kinds = tuple(sorted(set(topics)))
    columns = np.array([kinds.index(topic) for topic in topics])
    with single_threaded():
        nets = [_fit_one(scaled(vectors), columns, counts, len(kinds), SEED + number) for number in range(NETWORKS)]
    hidden, hidden_bias, last, last_bias = (np.stack(parts) for parts in zip(*nets, strict=True))
    return MeaningWeights(hidden, hidden_bias, last, last_bias, kinds, model, tuple(sets))


def _fit_one(values: Array, columns: NDArray[np.int64], counts: Array, kinds: int, seed: int) -> list[Array]:
    source = np.random.default_rng(seed)
    wide = values.shape[1]
    held: list[Array] = [
        source.normal(0, 1.5 * wide**-0.5, (wide, UNITS)).astype(np.float32),
        np.zeros(UNITS, np.float32),
        source.normal(0, UNITS**-0.5, (UNITS, kinds)).astype(np.float32),
        np.zeros(kinds, np.float32),
    ]
    means, squares = ([np.zeros_like(part) for part in held] for _ in range(2))
    steps = EPOCHS * (len(values) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        order = source.permutation(len(values))
        for begun in range(0, len(values) - BATCH + 1, BATCH):
            chosen = order[begun : begun + BATCH]
            slopes = _slopes(held, values[chosen], columns[chosen], counts[chosen], source)
            step += 1
            rate = RATE * (1 - step / steps)
            for number, slope in enumerate(slopes):
                means[number] = 0.9 * means[number] + 0.1 * slope
                squares[number] = 0.999 * squares[number] + 0.001 * slope * slope
                size = np.sqrt(squares[number] / (1 - 0.999**step)) + 1e-8
                held[number] = (held[number] - rate * (means[number] / (1 - 0.9**step)) / size).astype(np.float32)
    return held


def _slopes(
    held: Sequence[Array], values: Array, columns: NDArray[np.int64], counts: Array, source: np.random.Generator
) -> list[Array]:
    hidden, hidden_bias, last, last_bias = held
    values = values * _kept(values.shape, UNSEEN, source)
    before = values @ hidden + hidden_bias
    kept = _kept(before.shape, DROPPED, source) * (before > 0)
    inner = before * kept
    scores = inner @ last + last_bias
    scores -= scores.max(axis=1, keepdims=True)
    shares = np.exp(scores)
    shares /= shares.sum(axis=1, keepdims=True)
    shares[np.arange(len(columns)), columns] -= 1
    shares *= (counts / len(columns))[:, None]
    back = (shares @ last.T) * kept
    return [values.T @ back + DECAY * hidden, back.sum(axis=0), inner.T @ shares + DECAY * last, shares.sum(axis=0)]


def _kept(shape: tuple[int, ...], dropped: float, source: np.random.Generator) -> Array:
    """Nothing of what is left out, and of the rest so much more that the sum is expected to stay."""
    seen: Array = (source.random(shape, dtype=np.float32) > dropped) * np.float32(1 / (1 - dropped))
    return seen


def main() -> None:
    """Fits the networks and writes them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=MEANING_WEIGHTS)
    parser.add_argument("--without", action="append", default=[], help="a set that is left out, to measure on it")
    asked = parser.parse_args()
    model = installed_minilm()
    if model is None:
        raise SystemExit("The weights of the sentence model are not installed.")
    sets = [path for path in open_sets() if path.name not in asked.without]
    held, counts = lines(sets)
    vectors = whole(model.embed_views([read_through(text).encode("utf-8", "replace").decode() for _, text in held]))
    fitted = fit([topic for topic, _ in held], vectors, counts, model.identity, [path.name for path in sets])
    save_meaning(asked.output, fitted)
    told = ", ".join(f"{topic} {count}" for topic, count in sorted(Counter(topic for topic, _ in held).items()))
    print(f"{asked.output}: {len(held)} lines ({told})")


if __name__ == "__main__":
    main()
