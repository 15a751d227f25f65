"""What every engine of embedding keeps to, run for each one in the table; `minilm` on a tiny model made here."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from brand_memory.embedding import ENGINES, identity_hash
from tests.brand_memory.tiny_bert import write_tiny_bert

TEXTS = [
    "A desk lamp in morning light",
    "lamps on desks",
    "Preise immer mit Steuer",
    "日本の机のランプ",
    "🙂",
    "x" * 5000,
]


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path: Path):
    module, _, name = ENGINES[request.param].partition(":")
    maker = getattr(import_module(module), name)
    return maker(write_tiny_bert(tmp_path)) if request.param == "minilm" else maker()


def test_identity_is_a_stable_single_line(engine):
    assert engine.identity.strip()
    assert "\n" not in engine.identity
    assert len(identity_hash(engine)) == 16


def test_rows_are_float32_of_length_one(engine):
    rows = engine.embed(TEXTS)
    assert rows.shape == (len(TEXTS), engine.dimension)
    assert rows.dtype == np.float32
    assert np.abs(np.linalg.norm(rows, axis=1) - 1).max() < 1e-5


def test_a_row_does_not_hang_on_what_stands_beside_it(engine):
    together = engine.embed(TEXTS)
    alone = np.vstack([engine.embed([text]) for text in TEXTS])
    assert np.abs(together - alone).max() < 1e-5


def test_nothing_and_no_texts_are_borne(engine):
    assert engine.embed([]).shape == (0, engine.dimension)
    assert np.isfinite(engine.embed(["", "  "])).all()
