"""Words replaced as an editor would replace them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.word_replacement import replace_in


@pytest.mark.parametrize(
    ("text", "old", "new", "made"),
    [
        ("Price matters. Our price is fair.", "price", "cost", "Cost matters. Our cost is fair."),
        ("Price matters. Our price is fair.", "Price", "Cost", "Cost matters. Our cost is fair."),
        ("Lumen glows. We love Lumen's lamps.", "Lumen", "Aurora", "Aurora glows. We love Aurora's lamps."),
        ("A lamp, two lamps.", "lamp", "light", "A light, two lamps."),
        ("Visit lumen.example with Lumen.", "lumen", "aurora", "Visit lumen.example with Aurora."),
        ("Write an e-mail or a mail.", "mail", "letter", "Write an e-mail or a letter."),
        ("We can, but you can't.", "can", "may", "We may, but you can't."),
        ("It costs 3 or 3.5 or 3,000.", "3", "4", "It costs 4 or 3.5 or 3,000."),
        ("BIG SALE now.", "sale", "offer", "BIG OFFER now."),
        ("“our lamp” is here. our", "Our", "the", "“the lamp” is here. the"),
        ("Use our phone.", "our phone", "iPhone", "Use iPhone."),
        ("Our  phone rings.", "our phone", "iPhone", "iPhone rings."),
        ("Very good, very   good indeed.", "very good", "fine", "Fine, fine indeed."),
        ("It's really, really nice.", "really", "", "It's, nice."),
        ("Really nice. Truly.", "really", "", "Nice. Truly."),
        ("That is very nice.", "very", "", "That is nice."),
        ("It costs €89 now.", "€89", "€99", "It costs €99 now."),
        ("It’s ours.", "it's", "this is", "This is ours."),
        ("Nothing here.", "lamp", "light", "Nothing here."),
        ("A backslash.", "backslash", r"\1 \g<0>", r"A \1 \g<0>."),
    ],
)
def test_words_are_replaced(text: str, old: str, new: str, made: str) -> None:
    assert replace_in(text, old, new) == made


@given(st.text(max_size=40), st.text(max_size=6), st.text(max_size=6))
def test_whatever_is_asked_something_comes_back(text: str, old: str, new: str) -> None:
    made = replace_in(text, old, new)
    assert isinstance(made, str)
    if old.strip() and old not in text and old.casefold() not in text.casefold():
        assert made == text or any(sign in old for sign in "'’ ") or not old.isascii()
