"""The melody that the statistical voices lack: questions that rise, and lists whose items stay open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from renderers.speech.utterance import Gesture, Token, Utterance

QUESTION_RISE = 4.0
"""Half-tones from the last stressed vowel of a yes-no question to its end, as in American read speech."""

LIST_RISE = 1.5
"""Half-tones over the end of an item of a list that goes on."""

_ASKING = frozenset("what who whom whose when where why which how what's who's where's how's when's why's".split())
_LEADING = frozenset("and so but or well then now okay ok hey please in on at for to by with of from about".split())
_JOINING = frozenset(("and", "or", "nor"))
_LONGEST_ITEM = 5


def intone(utterance: Utterance) -> Utterance:
    """`utterance` with a rise at the end of yes-no questions and of the items of lists."""
    tokens = list(utterance.tokens)
    first = 0
    for at, token in enumerate(tokens):
        if token.mark not in (".", "?", "!") and at + 1 < len(tokens):
            continue
        sentence = range(first, at + 1)
        if token.mark == "?" and _rises([tokens[i] for i in sentence]):
            tokens[at] = _rising(token, QUESTION_RISE)
        for item in _items([tokens[i] for i in sentence]):
            tokens[first + item] = _rising(tokens[first + item], LIST_RISE)
        first = at + 1
    return replace(utterance, tokens=tuple(tokens))


def _rises(sentence: Sequence[Token]) -> bool:
    """Whether a question is one to be answered with yes or no: the others fall in English like statements."""
    words = [token.text.lower() for token in sentence]
    asked = next((word for word in words if word not in _LEADING), "")
    return asked not in _ASKING and "or" not in words


def _items(sentence: Sequence[Token]) -> list[int]:
    """The last words of the items of a list but the last: two or more commas, short items, and at the end "and"."""
    commas = [at for at, token in enumerate(sentence) if token.mark == ","]
    if len(commas) < 2 or commas[-1] + 1 >= len(sentence) or sentence[commas[-1] + 1].text.lower() not in _JOINING:
        return []
    lengths = [last - first for first, last in zip(commas, commas[1:], strict=False)]
    return commas if all(length <= _LONGEST_ITEM for length in lengths) else []


def _rising(token: Token, half_tones: float) -> Token:
    gesture = token.gesture or Gesture()
    return replace(token, gesture=replace(gesture, rise=half_tones))
