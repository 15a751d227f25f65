"""Changes in the words of people: names in place of ids."""

from __future__ import annotations

import pytest

from tools.changes import diff
from tools.storyboard import Scene, Storyboard

BOARD = Storyboard(scenes=(Scene(id="s1"),))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"avatar": "daniel"}, {"avatar": "maya"}, "Presenter: Daniel → Maya"),
        ({}, {"avatar": "one_of_mine"}, "Presenter: chosen to fit → one of mine"),
        ({"voice": "english-male-2"}, {"voice": ""}, "Voice: Angus → chosen to fit"),
        ({}, {"language": "de"}, "Language: English → German"),
        (
            {},
            {"captions_style": "karaoke"},
            "Style of captions: as the look has it → filled as they are said",
        ),
    ],
)
def test_changes_name_what_was_chosen_as_people_do(before: dict[str, str], after: dict[str, str], told: str) -> None:
    found = diff(BOARD.changed(**before), BOARD.changed(**after)).changes
    assert [change.sentence for change in found] == [told]
