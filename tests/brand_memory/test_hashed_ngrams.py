from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from brand_memory.hashed_ngrams import HashedNgrams, stem, words_of

TEXTS = [
    "A desk lamp in morning light",
    "Built to be repaired for twenty years",
    "12,000 desks in 31 countries",
    "Never say cheap",
    "Contact our press team in Berlin",
    "Returns within thirty days are free of charge",
    "Our engineers design every hinge by hand",
    "Wir bauen Leuchten, die man reparieren kann",
]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("lamps on desks", 0),
        ("repairs", 1),
        ("is it cheaply made", 3),
        ("the press contact", 4),
        ("free return", 5),
        ("engineering and designing", 6),
        ("Reparatur einer Leuchte", 7),
        ("CHEAP", 3),
        ("enginers", 6),
    ],
)
def test_related_words_find_each_other(asked: str, found: int):
    embedder = HashedNgrams()
    scores = embedder.embed(TEXTS) @ embedder.embed([asked])[0]
    assert int(scores.argmax()) == found
    assert scores[found] > 2 * np.sort(scores)[-2] or scores[found] > 0.15


def test_unrelated_texts_stay_apart():
    rows = HashedNgrams().embed(TEXTS)
    likeness = np.abs(rows @ rows.T - np.eye(len(TEXTS)))
    assert np.median(likeness) < 0.05


def test_the_same_text_is_the_same_in_another_process():
    ask = (
        "from brand_memory.hashed_ngrams import HashedNgrams as H; "
        f"import sys; sys.stdout.buffer.write(H().embed([{TEXTS[0]!r}]).tobytes())"
    )
    root = Path(__file__).parents[2]
    told = subprocess.run([sys.executable, "-c", ask], cwd=root, capture_output=True, check=True)
    assert told.stdout == HashedNgrams().embed(TEXTS[:1]).tobytes()


def test_words_are_read_without_case_accents_and_possessives():
    assert words_of("The Café’s CRÈME, naïve—10%") == ["the", "cafe", "creme", "naive", "10"]
    assert {stem(word) for word in ("design", "designs", "designed", "designing", "designer")} == {"design"}
    assert stem("as") == "as"
