"""The meaning of a clause as a sentence vector, where the weights of the sentence model are installed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from brand_memory.minilm import installed_minilm
from tools.language.notes.patterns import Token

LENGTH = 1.5
"""How much the meaning counts beside the words, whose features have the length 1."""


def with_meaning() -> bool:
    """Whether meanings can be told on this machine."""
    return installed_minilm() is not None


def meaning(tokens: Sequence[Token], text: str) -> NDArray[np.float32] | None:
    """The vector of the words from the first token to the last, `LENGTH` long; None without the model."""
    return _vector(text[tokens[0].start : tokens[-1].end].strip()) if tokens else None


@lru_cache(maxsize=4096)
def _vector(text: str) -> NDArray[np.float32] | None:
    model = installed_minilm()
    return model.embed([text.lower()])[0] * np.float32(LENGTH) if model is not None and text else None
