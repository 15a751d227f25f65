"""Values that are taken back, and requests that share their words with those beside them."""

from __future__ import annotations

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.notes.context import Context
from tools.language.notes.repairs import repaired
from tools.language.notes.rows_told import rows_told


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("accent red. no, sorry, blue. and the logo bigger", "accent blue. and the logo bigger"),
        ("make it 30 seconds - no, hang on, 25", "make it 25 seconds"),
        ("logo top left, no wait, bottom right", "logo bottom right"),
        ("captions at the top no bottom", "captions at the bottom"),
        ("only cuts, no dissolves", "only cuts, no dissolves"),
        ("make it louder, no captions", "make it louder, no captions"),
        ("it's too dark, make it lighter", "it's too dark, make it lighter"),
        ("after scene 3 wait 2 more seconds", "after scene 3 wait 2 more seconds"),
    ],
)
def test_a_value_that_is_taken_back_gives_way_to_the_next(said: str, meant: str) -> None:
    assert repaired(SITUATIONS["lamp"], said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("two small changes: music quieter, logo left", "music quieter, logo left"),
        ("the music is too fast and too loud", "the music is too fast and the music is too loud"),
        ("one more point please, Delivered by bike", "one more point please, Delivered by bike"),
        ("voice clara -> helen, maya stays", "voice helen, maya stays"),
    ],
)
def test_requests_of_a_row_are_said_in_full(said: str, meant: str) -> None:
    assert rows_told(Context(SITUATIONS["lamp"], said), said) == meant
