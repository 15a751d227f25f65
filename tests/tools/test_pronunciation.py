"""Names are spoken as they are respelt, and their written words get the times back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from renderers.speech import Phone, Viseme, Word
from tools.captions import caption_words
from tools.pronunciation import is_ipa, respell


def spoken(text: str) -> tuple[tuple[Word, ...], tuple[Phone, ...]]:
    """What an engine would give: every word half a second, two sounds each."""
    words, phones = [], []
    for number, match in enumerate(re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", text)):
        words.append(Word(match.group(), number * 0.5, number * 0.5 + 0.4, match.start()))
        for half in (0.0, 0.2):
            phones.append(Phone("x", number * 0.5 + half, number * 0.5 + half + 0.2, Viseme.AA, 0, number))
    return tuple(words), tuple(phones)


def test_whole_words_in_any_case_are_respelt_and_no_parts_of_words():
    line = respell("ACME's acme and Acmeville, by acme.", {"Acme": "ACK-mee"})
    assert line.spoken == "ack-mee's ack-mee and Acmeville, by ack-mee."


@pytest.mark.parametrize(
    ("way", "spoken"),
    [
        ("LOO-men", "loo-men"),
        ("noo-VAY-oh", "noo-vay-oh"),
        ("e-SIM", "e-sim"),
        # Letters that are to be spelled stay so: no vowel among them, all in capitals, or no syllables at all.
        ("HTML-ish", "HTML-ish"),
        ("A-B-C", "A-B-C"),
        ("UV-AI", "UV-AI"),
        ("the UN", "the UN"),
    ],
)
def test_a_stressed_syllable_in_capitals_is_not_spelled(way, spoken):
    line = respell("Ask Xyzzy.", {"Xyzzy": way})
    assert line.spoken == f"Ask {spoken}."
    assert line.spoken_offset(9, ending=True) == 4 + len(spoken)


def test_the_longest_name_is_respelt_first():
    line = respell("Nguyen Labs and Nguyen", {"Nguyen": "win", "nguyen labs": "win laboratories"})
    assert line.spoken == "win laboratories and win"


def test_a_respelling_of_three_words_is_one_written_word_with_all_their_time():
    line = respell("We are GIF makers", {"GIF": "jay eye eff"})
    words, phones = line.restore(*spoken(line.spoken))
    assert [word.text for word in words] == ["We", "are", "GIF", "makers"]
    assert (words[2].start, words[2].end) == (1.0, 2.4)
    assert [word.offset for word in words] == [0, 3, 7, 11]
    assert [phone.word for phone in phones] == [0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3]


def test_two_written_words_share_the_time_of_one_spoken_word():
    line = respell("The San Jose office", {"San Jose": "sanhozay"})
    words, phones = line.restore(*spoken(line.spoken))
    assert [word.text for word in words] == ["The", "San", "Jose", "office"]
    assert words[1].start == 0.5
    assert words[1].end == words[2].start
    assert words[2].end == 0.9
    assert {phone.word for phone in phones} == {0, 1, 2, 3}


def test_captions_show_what_is_written():
    line = respell("Meet Loomen, by Loomen.", {"loomen": "LOO men"})
    words, _ = line.restore(*spoken(line.spoken))
    assert [text for text, _, _ in caption_words(line.written, words)] == ["Meet", "Loomen,", "by", "Loomen."]


WORDS = some.sampled_from(["acme", "labs", "GIF", "we", "make", "it"])


@given(some.lists(WORDS, min_size=1, max_size=8), some.dictionaries(WORDS, some.sampled_from(["a b c", "zed", "q"])))
def test_every_written_word_is_heard_once_in_order_whatever_is_respelt(said: list[str], table: dict[str, str]):
    text = " ".join(said)
    line = respell(text, table)
    words, phones = line.restore(*spoken(line.spoken))
    assert [word.text for word in words] == said
    assert all(text[word.offset :].startswith(word.text) for word in words)
    assert all(one.end <= other.start + 1e-9 for one, other in zip(words, words[1:], strict=False))
    assert all(words[p.word].start - 1e-9 <= (p.start + p.end) / 2 <= words[p.word].end + 1e-9 for p in phones)


def test_sounds_leave_the_text_as_it_is_and_stand_beside_it():
    line = respell("Lumen by Nguyen, for the lamp", {"Lumen": "/ˈluːmən/", "Nguyen": "win", "lamp": "ˈlæmp"})
    assert line.spoken == "Lumen by win, for the lamp"
    assert [(line.spoken[first:last], ipa) for first, last, ipa in line.sounds] == [
        ("Lumen", "ˈluːmən"),
        ("lamp", "ˈlæmp"),
    ]
    assert [line.spoken_offset(at) for at in (0, 9, 15, 25)] == [0, 9, 12, 22]
    assert line.spoken_offset(12, ending=True) == 12


def test_a_way_of_this_line_alone_comes_before_that_of_the_programme():
    line = respell("Say GIF and GIF", {"GIF": "jif"}, [(4, 7, "gee eye eff")])
    assert line.spoken == "Say gee eye eff and jif"


@pytest.mark.parametrize(
    ("said", "sounds"), [("/a/", True), ("ˈa", True), ("ack-mee", False), ("məktəb", False), ("/", False)]
)
def test_what_is_meant_as_sounds(said: str, sounds: bool):
    assert is_ipa(said) is sounds
