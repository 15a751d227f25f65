"""The meaning of a clause as a sentence vector, where the weights of the sentence model are installed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from brand_memory.embedding import minilm_folder
from brand_memory.errors import EmbedderFailed
from brand_memory.minilm import MiniLm
from tools.language.notes.patterns import Token

LENGTH = 1.5
"""How much the meaning counts beside the words, whose features have the length 1."""


@cache
def _model() -> MiniLm | None:
    """The sentence model; None where its weights are not installed, or can not be read."""
    if minilm_folder() is None:
        return None
    try:
        return MiniLm()
    except EmbedderFailed:
        return None


def with_meaning() -> bool:
    """Whether meanings can be told on this machine."""
    return _model() is not None


def meaning(tokens: Sequence[Token], text: str) -> NDArray[np.float32] | None:
    """The vector of the words from the first token to the last, `LENGTH` long; None without the model."""
    return _vector(text[tokens[0].start : tokens[-1].end].strip()) if tokens else None


@lru_cache(maxsize=4096)
def _vector(text: str) -> NDArray[np.float32] | None:
    model = _model()
    return model.embed([text.lower()])[0] * np.float32(LENGTH) if model is not None and text else None
