"""Small sounds for transitions: each has its moment, is tuned to the music, and is over soon."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.music.stings import RATE, SMALL_SOUNDS, prepare_small_sound, small_sound
from renderers.music.synthesis import find_bank
from renderers.takes import TakeStore
from tools.storyboard import SmallSound


def test_a_storyboard_names_those_there_are() -> None:
    assert set(get_args(SmallSound)) - {"", "none"} == set(SMALL_SOUNDS)


@pytest.mark.parametrize("name", sorted(SMALL_SOUNDS))
def test_each_leads_to_its_moment_and_dies_away(name: str) -> None:
    sound, moment = small_sound(name, 2, find_bank())
    assert sound.shape[1] == 2
    assert 0.01 < np.abs(sound).max() <= 0.71
    assert len(sound) <= moment + 4 * RATE
    assert np.abs(sound[-480:]).max() < 1e-3 * np.abs(sound).max()
    loudest = int(np.abs(sound).max(axis=1).argmax())
    assert abs(loudest - moment) < 0.75 * RATE, "what is loudest lies near the cut"
    again, _ = small_sound(name, 2, find_bank())
    assert np.array_equal(sound, again)


def test_tuned_sounds_follow_the_key_and_are_kept(tmp_path: Path) -> None:
    takes = TakeStore(tmp_path)
    first, moment = prepare_small_sound("chime", 0, find_bank(), "bank", takes)
    assert moment % 80 == 0
    other, _ = prepare_small_sound("chime", 5, find_bank(), "bank", takes)
    assert first.key != other.key
    assert prepare_small_sound("chime", 0, find_bank(), "bank", takes)[0].key == first.key
    assert takes.made == {"small_sounds": 2}
    with pytest.raises(EngineFailed, match="no small sound called 'gong'"):
        small_sound("gong", 0, find_bank())
