"""A tiny random BERT on disk, in the layout in which the weights of sentence encoders come."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH, LAYERS, HEADS, INNER, PLACES = 24, 2, 3, 40, 96
WORDS = "[PAD] [UNK] [CLS] [SEP] a desk lamp in morning light on ##s prices ##ly cheap never say the of and".split()


def write_tiny_bert(folder: Path, prefix: str = "", half: bool = False) -> Path:
    """`folder` with `model.safetensors`, `tokenizer.json` and `config.json` of a model with random weights."""
    weights = {prefix + name: values for name, values in tiny_weights().items()}
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    data = b""
    for name, values in weights.items():
        packed = values.astype("<f2" if half else "<f4").tobytes()
        header[name] = {
            "dtype": "F16" if half else "F32",
            "shape": list(values.shape),
            "data_offsets": [len(data), len(data) + len(packed)],
        }
        data += packed
    told = json.dumps(header).encode()
    (folder / "model.safetensors").write_bytes(len(told).to_bytes(8, "little") + told + data)
    config = {
        "hidden_size": WIDTH,
        "num_attention_heads": HEADS,
        "num_hidden_layers": LAYERS,
        "intermediate_size": INNER,
        "max_position_embeddings": PLACES,
        "layer_norm_eps": 1e-12,
    }
    (folder / "config.json").write_text(json.dumps(config))
    _write_tokenizer(folder / "tokenizer.json")
    return folder


def tiny_weights() -> dict[str, NDArray[np.float32]]:
    """The weights by their usual names."""
    random = np.random.default_rng(7)

    def drawn(*shape: int) -> NDArray[np.float32]:
        return random.normal(0, 0.3, shape).astype(np.float32)

    weights = {
        "embeddings.word_embeddings.weight": drawn(len(WORDS), WIDTH),
        "embeddings.position_embeddings.weight": drawn(PLACES, WIDTH),
        "embeddings.token_type_embeddings.weight": drawn(2, WIDTH),
        "embeddings.LayerNorm.weight": 1 + drawn(WIDTH),
        "embeddings.LayerNorm.bias": drawn(WIDTH),
    }
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        for name, out, into in (
            ("attention.self.query", WIDTH, WIDTH),
            ("attention.self.key", WIDTH, WIDTH),
            ("attention.self.value", WIDTH, WIDTH),
            ("attention.output.dense", WIDTH, WIDTH),
            ("intermediate.dense", INNER, WIDTH),
            ("output.dense", WIDTH, INNER),
        ):
            weights |= {f"{layer}.{name}.weight": drawn(out, into), f"{layer}.{name}.bias": drawn(out)}
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            weights |= {f"{layer}.{name}.weight": 1 + drawn(WIDTH), f"{layer}.{name}.bias": drawn(WIDTH)}
    return weights


def _write_tokenizer(path: Path) -> None:
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer
    from tokenizers.processors import TemplateProcessing

    tokenizer = Tokenizer(WordPiece({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    tokenizer.save(str(path))
