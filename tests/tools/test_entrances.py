"""Entries come in with the words that name them, in order, whatever form the words have."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.timeline import CueWord
from tools.edit.entrances import entrances, named_at, sides_entrances
from tools.edit.times import frames
from tools.spoken_tokens import alike, tokens

RATE = Fraction(30)
STEP = 12
LEAD = frames(0.2, RATE)


def heard(text: str) -> list[CueWord]:
    return [CueWord(word, STEP * n, STEP * n + 10) for n, word in enumerate(text.split())]


def come_in(texts: list[str], said: str) -> list[str]:
    """The word with which each of `texts` comes in."""
    words = heard(said)
    length = STEP * len(words)
    at = entrances(texts, words, (0, length - STEP), (-100, length + 100), RATE)
    return [words[round((frame + LEAD) / STEP)].text for frame in at]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("48 %", "forty-eight percent"),
        ("48%", "forty eight per cent"),
        ("1,200 owners", "twelve hundred owners"),
        ("2,500", "two thousand five hundred"),
        ("105 lamps", "a hundred and five lamps"),
        ("1.2 million", "one point two million"),
        ("€89", "89 €"),
        ("$1.2m", "$1,200,000"),
        ("3.5 Stunden", "3,5 Stunden"),
    ],
)
def test_numbers_are_the_same_however_they_are_written(one: str, other: str) -> None:
    first, second = ({token.text for token in tokens(text.split())} for text in (one, other))
    assert first & second and {token for token in first ^ second if token.startswith("#")} == set()


def test_words_of_one_stem_are_alike_and_others_are_not() -> None:
    assert alike(tokens(["lamps"])[0].text, tokens(["lamp"])[0].text)
    assert alike("beleuchtung", "beleuchtungen")
    assert not alike("#48", "#49")
    assert not alike("lamp", "lamb")


def test_entries_come_in_with_the_words_that_name_them() -> None:
    said = "You can plan your week in seconds, share it with teams, and cut forty-eight percent of all meetings."
    assert come_in(["Planning the week", "Sharing with your team", "48 % fewer meetings"], said) == [
        "plan", "share", "forty-eight"]  # fmt: skip


def test_what_is_not_named_comes_between_what_is() -> None:
    said = "first we unfold the stand then something else happens and at last you touch the shade"
    found = come_in(["Unfold the stand", "Connect", "Touch the shade"], said)
    assert found[0] == "unfold" and found[2] == "touch"
    assert found[1] in "stand then something else happens and".split()


def test_an_entry_that_is_named_early_does_not_come_before_the_one_ahead_of_it() -> None:
    said = "light is what matters and a stand of oak holds the light of the lamp"
    assert come_in(["A stand of oak", "The light of the lamp"], said) == ["stand", "light"]


def test_names_in_other_scripts_are_found() -> None:
    words = [CueWord(sign, 10 * n, 10 * n + 8) for n, sign in enumerate("我们节省时间也节省电力")]
    first, second = entrances(["节省时间", "节省电力"], words, (0, 100), (-100, 300), RATE)
    assert first == 20 - LEAD and second == 70 - LEAD


@given(
    st.lists(st.text(alphabet="abc 48%€", max_size=14), min_size=1, max_size=12),
    st.lists(st.sampled_from(("abc", "48", "cab", "forty-eight", "percent", "a")), max_size=30),
    st.integers(-60, 40),
    st.integers(1, 400),
)
def test_entries_keep_their_order_inside_the_stay(texts: list[str], said: list[str], start: int, length: int) -> None:
    words = heard(" ".join(said))
    span = (words[0].start, words[-1].start) if words else (0, 0)
    at = entrances(texts, words, span, (start, start + length), RATE)
    assert len(at) == len(texts) and list(at) == sorted(at)
    assert all(start <= frame <= max(start, start + length - 1) for frame in at)


def test_sides_are_matched_one_after_the_other_and_in_pairs() -> None:
    sides = [("Before", ["Cold light", "Tired eyes"]), ("With Lumen", ["Warm light", "Rested eyes"])]
    for said, order in (
        ("before the light was cold and your eyes were tired with Lumen it is warm light and eyes that are rested",
         "light eyes warm eyes"),
        ("cold light becomes warm light and tired eyes become rested eyes", "cold tired warm rested"),
    ):  # fmt: skip
        words = heard(said)
        length = STEP * len(words)
        first, second = sides_entrances(sides, words, (0, length), (-100, length + 100), RATE)
        found = [words[round((frame + LEAD) / STEP)].text for frame in (*first, *second)]
        assert found == order.split(), found


def test_a_figure_is_found_where_it_is_said() -> None:
    words = heard("that makes forty-eight percent less glare")
    assert named_at(["48 %"], words) == 2 * STEP
    assert named_at(["49 %"], words) in (None, 3 * STEP)
    assert named_at(["€12"], words) is None
