"""Features of a clause: its words as typed and as concepts, their neighbours, the letters of what is unknown, and its
meaning where that is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.language.notes.meaning import meaning
from tools.language.notes.patterns import Token

MEANT = "m:0"
"""A feature that clauses have whose meaning is known."""

_GRAMS = (3, 4)
_LONGEST_WORD = 24


def features(
    tokens: Sequence[Token], text: str, *, question: bool = False, meant: bool = False
) -> dict[str, float]:
    """The features of a clause and how much each counts; the squares of those of its words add up to one.

    `text` is the message that the tokens stand in. With `meant` its meaning is among them, where that can be told.
    """
    counts: dict[str, float] = {}
    for name, weight in _features(tokens, text, question):
        counts[name] = max(counts.get(name, 0.0), weight)
    length = sum(weight * weight for weight in counts.values()) ** 0.5
    found = {name: weight / length for name, weight in counts.items()} if length else {}
    vector = meaning(tokens, text) if meant else None
    if vector is not None:
        found.update((f"m:{n}", float(value)) for n, value in enumerate(vector))
    return found


def _features(tokens: Sequence[Token], text: str, question: bool) -> Iterator[tuple[str, float]]:
    norms = [token.norm for token in tokens]
    typed = [text[token.start : token.end].lower() for token in tokens]
    framed = ["<", *norms, ">"]
    yield "bias", 1.0
    if question:
        yield "asks", 1.0
    for norm in norms:
        yield f"n:{norm}", 1.0
    for one, other in zip(framed, framed[1:], strict=False):
        yield f"p:{one} {other}", 0.7
    for one, other in zip(framed, framed[2:], strict=False):
        yield f"s:{one} {other}", 0.4
    for norm, word in zip(norms, typed, strict=True):
        if word == norm or norm.startswith("@"):
            continue
        for part in word.split():
            yield f"w:{part}", 0.5
    for word in typed:
        if word.isalpha() and 3 < len(word) <= _LONGEST_WORD:
            edged = f"<{word}>"
            for size in _GRAMS:
                for at in range(len(edged) - size + 1):
                    yield f"g:{edged[at : at + size]}", 0.25
