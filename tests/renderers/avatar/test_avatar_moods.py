from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from renderers.avatar import AvatarRequest
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.channels import EMOTIONS
from renderers.avatar.moods import MANNERS
from renderers.avatar.performance import perform
from renderers.speech import Phone, Viseme, Word

LINE = 3.0


def _told(*lines: str, moods: tuple[str, ...] = ()) -> AvatarRequest:
    """Lines of three seconds each; their words are 0.3 s long and begin 0.4 s after them."""
    words, phones = [], []
    for number, line in enumerate(lines):
        for place, text in enumerate(line.split()):
            start = number * LINE + 0.4 + 0.3 * place
            phones.append(Phone("aa", start, start + 0.3, Viseme.AA, 1, len(words)))
            words.append(Word(text, start, start + 0.3, 0))
    marks = tuple(round(LINE * 30) * number for number in range(1, len(lines)))
    frames = round(LINE * 30 * len(lines))
    return AvatarRequest(AVATARS[0], tuple(words), tuple(phones), (), frames, Fraction(30), 4, marks=marks, moods=moods)


def _strongest(request: AvatarRequest, at: float) -> str:
    channels = perform(request).channels
    weights = {name: float(channels[name][round(at * 30)]) for name in EMOTIONS}
    found = max(weights, key=lambda name: weights[name])
    return found if weights[found] > 0.1 else ""


def test_words_bring_the_expression_of_their_line_and_no_other() -> None:
    request = _told("we are so sorry", "the train leaves soon", "welcome to our home", "this is it!")
    assert [_strongest(request, at) for at in (2.5, 5.5, 8.5, 11.3)] == ["empathetic", "", "warm", "excited"]
    # Before the word is heard nothing is seen of it.
    assert _strongest(request, 0.9) == ""


@pytest.mark.parametrize("manner", [name for name in MANNERS if name != "neutral"])
def test_how_a_line_is_to_be_said_is_seen_over_all_of_it_and_comes_before_its_words(manner: str) -> None:
    request = _told("we are so sorry", "the train leaves soon", "we go on", moods=("neutral", manner, ""))
    main = max(MANNERS[manner], key=lambda name: MANNERS[manner][name])
    assert [_strongest(request, at) for at in (2.5, 3.4, 5.9, 6.5)] == ["", main, main, ""]


def test_expressions_are_modest_and_change_without_a_jump() -> None:
    channels = perform(_told(*["sorry welcome new problem suddenly proud!"] * 4)).channels
    total = np.sum([channels[name] for name in EMOTIONS], axis=0)
    assert float(total.max()) <= 0.601
    assert max(float(np.abs(np.diff(channels[name])).max()) for name in EMOTIONS) < 0.15


def test_a_question_raises_the_brows_at_its_end() -> None:
    asked, said = perform(_told("will you come with us?")), perform(_told("will you come with us"))
    difference = asked.channels["brow_left"] - said.channels["brow_left"]
    assert float(difference[60:75].min()) > 0.2 and float(np.abs(difference[: round(1.3 * 30)]).max()) == 0


def test_the_mouth_says_the_same_in_every_expression() -> None:
    plain = _told("we are so sorry")
    with_mood = replace(plain, moods=("excited",))
    assert np.array_equal(perform(plain).channels["jaw"], perform(with_mood).channels["jaw"])
