"""Tests of single requests that are told in a roundabout way, and of what can hardly have been meant."""

from __future__ import annotations

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.notes.reading import understand_note
from tools.notes import NoteRequest, Understanding


def understood(situation: str, text: str) -> Understanding:
    return understand_note(NoteRequest(text, SITUATIONS[situation]))


@pytest.mark.parametrize(
    ("situation", "text", "field", "value"),
    [
        ("lamp", "The slot is 25 seconds, so cut it to that.", "seconds", 25.0),
        ("necklace", "change the line about gold to 'Only gold.'", "line", "s1-l2"),
        ("bakery", "energetic presenting for the rye loaf", "scene", "s5"),
        ("bakery", "split scene 2 after we bake", "after", "s1-l1"),
        ("lamp", "logo's tiny, i can barely see it", "size", "large"),
        ("bakery", "steps: drop the second one", "scene", "s8"),
    ],
)
def test_a_request_told_around_is_done(situation: str, text: str, field: str, value: object):
    found = understood(situation, text)
    assert not found.question
    assert [getattr(patch, field) for patch in found.patches] == [value]


@pytest.mark.parametrize(
    ("situation", "text"),
    [
        ("lamp", "he should sound happier in the beginning"),
        ("bakery", "the chart should push in"),
        ("lamp", "make it widescreen cinema style 21:9"),
        ("lamp", "she shouldn't sound so cheerful when it's about the price"),
        ("lamp", "I don't like it"),
        ("lamp", "should it be vertical?"),
        ("bakery", "orbit background for everything except the title"),
        ("lamp", "use clip.mp4 as the opening"),
    ],
)
def test_what_can_hardly_be_meant_is_asked_back(situation: str, text: str):
    found = understood(situation, text)
    assert found.question
    assert not found.patches
