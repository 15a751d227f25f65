"""What a conversation offers after a job that came to no draft."""

from __future__ import annotations

from typing import Any

import pytest

from agency.jobs import Job
from agency.steps.producing import _ways_on
from tests.tools.test_edit_placement import storyboard
from tools.edit import DoesNotFit, edit

LONG = ["It follows daylight from morning to night and never dazzles anybody who reads beside it."]


def _job(state: str, error: str) -> Job:
    fields: dict[str, Any] = dict.fromkeys(Job.__dataclass_fields__, "")
    return Job(**{**fields, "state": state, "error": error})


@pytest.mark.parametrize("asked", [2.0, 600.0])
def test_a_length_that_a_script_can_not_have_is_not_tried_again(asked: float) -> None:
    board, spoken = storyboard(LONG, LONG, duration_seconds=asked)
    with pytest.raises(DoesNotFit) as refused:
        edit(board, spoken)
    (way,) = _ways_on(_job("failed", str(refused.value)))
    seconds = float(way.removeprefix("Make it ").removesuffix(" seconds"))
    assert 2 < seconds < 600
    assert edit(board.changed(duration_seconds=seconds), spoken).duration == seconds * 30


def test_what_failed_otherwise_or_was_stopped_can_be_tried_again() -> None:
    assert _ways_on(_job("failed", "The disk is full.")) == ["Try again"]
    assert _ways_on(_job("stopped", "")) == _ways_on(None) == ["Try again"]
