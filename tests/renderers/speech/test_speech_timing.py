"""Times of words from times of sounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.speech import Viseme
from renderers.speech.normalization import WrittenWord
from renderers.speech.timing import close_gaps, time_words
from renderers.speech.utterance import Segment, Token, Utterance


def _utterance(*spoken: str) -> Utterance:
    words, offset = [], 0
    for text in spoken:
        words.append(WrittenWord(text, offset, tuple(text.split("+"))))
        offset += len(text) + 1
    tokens = [Token(part, index) for index, word in enumerate(words) for part in word.spoken]
    return Utterance(tuple(words), tuple(tokens))


def _segments(*tokens: int) -> list[Segment]:
    return [
        Segment("a" if token >= 0 else "pau", at / 10, (at + 1) / 10, Viseme.AA if token >= 0 else Viseme.SIL, 0, token)
        for at, token in enumerate(tokens)
    ]


def test_a_word_said_as_many_has_the_time_of_all() -> None:
    words, phones = time_words(_utterance("five+dollars", "now"), _segments(-1, 0, 0, 1, 1, 2, -1))
    assert [(word.text, word.start, word.end) for word in words] == [("five+dollars", 0.1, 0.5), ("now", 0.5, 0.6)]
    assert [phone.word for phone in phones] == [-1, 0, 0, 0, 0, 1, -1]


def test_a_swallowed_word_shares_its_neighbours_time_at_a_sound() -> None:
    words, phones = time_words(_utterance("in", "the", "house"), _segments(0, 0, 0, 0, 2, 2))
    assert [(word.start, word.end) for word in words] == [(0.0, 0.2), (0.2, 0.4), (0.4, 0.6)]
    assert [phone.word for phone in phones] == [0, 0, 1, 1, 2, 2]


def test_a_swallowed_first_word_shares_with_the_next() -> None:
    words, _ = time_words(_utterance("of", "it"), _segments(1, 1))
    assert [(word.text, word.start, word.end) for word in words] == [("of", 0.0, 0.1), ("it", 0.1, 0.2)]


@given(st.lists(st.integers(0, 2), min_size=1, max_size=9), st.integers(1, 9))
def test_words_are_in_order_without_overlap_whatever_the_engine_leaves_out(sounds: list[int], count: int) -> None:
    owners = [token for token, times in enumerate(sounds) for _ in range(times) if token < count]
    if not owners:
        owners = [0]
    words, phones = time_words(_utterance(*(["word"] * count)), _segments(*owners))
    assert len(words) == count
    assert all(word.start < word.end for word in words)
    assert all(before.end <= after.start for before, after in zip(words, words[1:], strict=False))
    assert [phone.word for phone in phones] == sorted(phone.word for phone in phones)


def test_gaps_close_and_silences_join() -> None:
    closed = close_gaps([*_segments(-1, -1, 0), Segment("b", 0.35, 0.5, Viseme.PP, 0, 0)], 0.45)
    assert [segment.symbol for segment in closed] == ["pau", "a", "b"]
    assert [segment.end for segment in closed] == pytest.approx([0.2, 0.3, 0.45])
    assert [segment.start for segment in closed] == [0.0, *(segment.end for segment in closed[:-1])]
