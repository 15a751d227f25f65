"""An utterance as the stream of IPA that neural voices were trained on, each sound still knowing its spoken word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from renderers.speech import Viseme
from renderers.speech.phonemes import Sounds, read_phrases, read_words
from renderers.speech.phones import ipa_stress, ipa_viseme
from renderers.speech.utterance import Segment, Token

LONGEST_PHRASE = 40
"""Words after which a sentence without marks is cut: no model was trained on longer ones."""

PAUSE_FROM = 0.06
"""Seconds from which the gap between two words is silence and not the end of the first."""

_STOPS = (".", "?", "!")
_BRACKETS = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True)
class Symbol:
    """One sound (IPA with its stress before it), a mark, or a space; `token` is -1 for what is not a sound."""

    text: str
    token: int = -1


def read_sentences(tokens: Sequence[Token], voice: str) -> list[tuple[Symbol, ...]]:
    """The stream of each sentence of `tokens` as espeak's `voice` reads it: sounds, spaces between words, marks.

    Raises `EngineFailed` where espeak is not installed or has no such voice.
    """
    phrases = list(_phrases(tokens))
    read = read_phrases([" ".join(_plain(tokens[at].text) for at in range(*span)) for span in phrases], voice)
    alone = read_words([_plain(token.text) for token in tokens], voice)
    sentences: list[tuple[Symbol, ...]] = []
    stream: list[Symbol] = []
    for (first, last), words in zip(phrases, read, strict=True):
        stream += label_sounds(words, [alone[at] for at in range(first, last)], first)
        mark = tokens[last - 1].mark
        stream += [Symbol(mark)] if mark else []
        if mark in _STOPS or last == len(tokens) or last - first >= LONGEST_PHRASE:
            sentences.append(tuple(stream))
            stream = []
        else:
            stream.append(Symbol(" "))
    return [sentence for sentence in sentences if any(symbol.token >= 0 for symbol in sentence)]


def read_tokens(tokens: Sequence[Token], voice: str) -> list[Sounds]:
    """The sounds of each token as they are said among the others; none for one that espeak swallows."""
    found: list[list[str]] = [[] for _ in tokens]
    for sentence in read_sentences(tokens, voice):
        for symbol in sentence:
            if symbol.token >= 0:
                found[symbol.token].append(symbol.text)
    return [tuple(sounds) for sounds in found]


def label_sounds(words: Sequence[Sounds], alone: Sequence[Sounds], first: int) -> list[Symbol]:
    """The sounds of a phrase, each with the number of the token (counted from `first`) that it belongs to.

    `words` is the phrase as it is said, in which short words may be one; `alone` each token said by itself. The two
    are laid side by side with the fewest changes.
    """
    said = [sound for word in words for sound in word]
    owners = [first + at for at, sounds in enumerate(alone) for _ in sounds]
    known = [sound for sounds in alone for sound in sounds]
    labels = _lay_side_by_side(said, known, owners) if known else [first] * len(said)
    found: list[Symbol] = []
    at = 0
    for number, word in enumerate(words):
        found += [Symbol(" ")] if number else []
        for sound in word:
            found.append(Symbol(sound, labels[at]))
            at += 1
    return found


def time_symbols(
    symbols: Sequence[Symbol], seconds: Sequence[float], start: float, silences: Sequence[bool] | None = None
) -> list[Segment]:
    """The segments of a stream whose symbols last so many `seconds` each, from `start` on.

    A mark is a pause; so is a space that lasts, and a short one belongs to the sound before it.
    """
    found: list[Segment] = []
    at = start
    for number, (symbol, length) in enumerate(zip(symbols, seconds, strict=True)):
        end = at + length
        silent = silences[number] if silences else symbol.token < 0
        if not silent and symbol.token >= 0:
            bare = symbol.text.strip("ˈˌ")
            viseme = ipa_viseme(bare)
            if viseme is Viseme.SIL and found and found[-1].token >= 0:
                found[-1] = _until(found[-1], end)
            else:
                found.append(
                    Segment(bare, at, end, ipa_viseme(bare), ipa_stress(symbol.text), symbol.token)
                    if viseme is not Viseme.SIL
                    else Segment("_", at, end, Viseme.SIL, 0, -1)
                )
        elif symbol.text == " " and length < PAUSE_FROM and found:
            found[-1] = _until(found[-1], end)
        elif length > 0:
            found.append(Segment("_", at, end, Viseme.SIL, 0, -1))
        at = end
    return found


def _until(segment: Segment, end: float) -> Segment:
    return Segment(segment.symbol, segment.start, end, segment.viseme, segment.stress, segment.token)


def _phrases(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for at, token in enumerate(tokens):
        if token.mark or at + 1 == len(tokens) or at + 1 - first >= LONGEST_PHRASE:
            yield first, at + 1
            first = at + 1


def _plain(text: str) -> str:
    return _BRACKETS.sub("", text)


def _lay_side_by_side(said: Sequence[str], known: Sequence[str], owners: Sequence[int]) -> list[int]:
    """For each sound of `said` the owner of the sound of `known` that it stands beside (Levenshtein's distance)."""
    rows, columns = len(said), len(known)
    cost = [[float(column) for column in range(columns + 1)]]
    for row in range(1, rows + 1):
        line = [float(row)]
        for column in range(1, columns + 1):
            line.append(
                min(
                    cost[row - 1][column - 1] + _distance(said[row - 1], known[column - 1]),
                    cost[row - 1][column] + 1.0,
                    line[column - 1] + 1.0,
                )
            )
        cost.append(line)
    labels = [owners[0]] * rows
    row, column = rows, columns
    while row:
        beside = owners[max(column - 1, 0)]
        if column and cost[row][column] == cost[row - 1][column - 1] + _distance(said[row - 1], known[column - 1]):
            row, column = row - 1, column - 1
            labels[row] = beside
        elif cost[row][column] == cost[row - 1][column] + 1.0:
            row -= 1
            labels[row] = beside
        else:
            column -= 1
    return labels


def _distance(one: str, other: str) -> float:
    first, second = one.strip("ˈˌ"), other.strip("ˈˌ")
    return 0.0 if first == second else 0.4 if ipa_viseme(first) is ipa_viseme(second) else 0.9
