"""The embedder that needs no model: words, their stems and their letters' n-grams, hashed into signed components.

Signed feature hashing after Weinberger et al. 2009; subword n-grams after Bojanowski et al. 2017. It finds the same and
related words in any script, not meanings: "lamp" finds "lamps" and "desk lamp", never "light".
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

DIMENSION = 512
_VERSION = 1
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GRAMS = (3, 4, 5)
_WORD_WEIGHT, _STEM_WEIGHT, _GRAMS_WEIGHT, _PAIR_WEIGHT = 0.8, 1.0, 1.3, 0.35
"""How much a word counts as it stands, by its stem, by all its n-grams together, and beside its neighbour."""
_SPREAD = 3
"""Components that a word or stem is spread over, so that two that meet in one of them are not taken for the same."""
_LONGEST_WORD = 40
_ENDINGS = """ization ations ation ingly ments ment ness ings ing edly ies ied able ible ers est ity ous ive ful ed er
    es ly s e y""".split()
_COMMON = frozenset(
    """a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it
    its just me more most my no nor not of on or our out over she should so some such than that the their them then
    there these they this those to too up us was we were what when where which who why will with would you your
    der die das und ist nicht ein eine einer einen einem man kann mit für auf von zu den dem des im
    le la les et de des du un une est pour dans que qui pas sur au aux
    el los las y en un una es por con para del que no se""".split()
)
_COMMON_WEIGHT = 0.15
"""Words that say little; never nothing, since a text may hold no others."""


class HashedNgrams:
    """Hashed words and n-grams with sublinear counts, of length one. Deterministic on every machine."""

    identity = f"hashed n-grams {_VERSION}"
    dimension = DIMENSION

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text; one without letters and digits is like itself alone."""
        rows = np.zeros((len(texts), DIMENSION), np.float32)
        for number, text in enumerate(texts):
            row = rows[number]
            words = words_of(text)
            for word, count in Counter(words).items():
                places, weights = _features(word)
                np.add.at(row, places, weights * np.float32(1 + np.log(count)))
            for pair, count in Counter(_pairs(words)).items():
                place, sign = _hashed(f"2:{pair}")
                row[place] += sign * _PAIR_WEIGHT * np.float32(1 + np.log(count))
            if not words and text.strip():
                row[_hashed(f"t:{text.strip()}")[0]] = 1.0
            length = float(np.sqrt(np.dot(row, row)))
            if length > 0:
                rows[number] = row / length
        return rows


def words_of(text: str) -> list[str]:
    """The words of `text`, without case and accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return [word.replace("’", "'").removesuffix("'s")[:_LONGEST_WORD] for word in _WORD.findall(plain)]


def is_common(word: str) -> bool:
    """Whether a word says little by itself."""
    return word in _COMMON


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its common ending, of which at least three letters stay: `lamps` and `lamp` share it."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            rest = word[: -len(ending)]
            return rest[:-1] if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
    return word


@lru_cache(maxsize=65536)
def _features(word: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Where a word counts, and how much with which sign."""
    parts = [
        (f"{number}{name}", weight / _SPREAD**0.5)
        for name, weight in ((f"w:{word}", _WORD_WEIGHT), (f"s:{stem(word)}", _STEM_WEIGHT))
        for number in range(_SPREAD)
    ]
    grams = list(_ngrams(word))
    parts += [(f"g:{gram}", _GRAMS_WEIGHT / len(grams) ** 0.5) for gram in grams]
    scale = _COMMON_WEIGHT if word in _COMMON else 1.0
    hashed = [(*_hashed(name), weight * scale) for name, weight in parts]
    return (
        np.array([place for place, _, _ in hashed], np.intp),
        np.array([sign * weight for _, sign, weight in hashed], np.float32),
    )


def _ngrams(word: str) -> Iterator[str]:
    bounded = f"<{word}>"
    for size in _GRAMS:
        yield from (bounded[at : at + size] for at in range(len(bounded) - size + 1))


def _pairs(words: Sequence[str]) -> Iterator[str]:
    telling = [stem(word) for word in words if word not in _COMMON]
    return (f"{one} {other}" for one, other in zip(telling, telling[1:], strict=False))


def _hashed(feature: str) -> tuple[int, int]:
    """The component of a feature and its sign, by a hash that is the same in every process."""
    digest = int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "big")
    return digest % DIMENSION, 1 if digest >> 63 else -1
