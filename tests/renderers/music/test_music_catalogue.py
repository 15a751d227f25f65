"""The moods that can be asked for, and that each has a style that holds together."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from renderers.errors import EngineFailed
from renderers.music.catalogue import MOODS, find_mood
from renderers.music.harmony import read_chord
from renderers.music.playing import DRUMS, PLAYERS

IDS = [mood.id for mood in MOODS]


def _style(mood):
    return import_module(f"renderers.music.styles.{mood}").STYLE


def test_the_promised_moods_are_there():
    assert {"upbeat_corporate", "calm", "inspiring", "playful", "cinematic", "tech"} <= set(IDS)
    assert len(set(IDS)) == len(IDS)


def test_a_mood_is_found_by_its_id_and_an_unknown_one_lists_what_there_is():
    assert find_mood("calm").id == "calm"
    with pytest.raises(EngineFailed, match="'polka'.*upbeat_corporate.*tech"):
        find_mood("polka")


def test_catalogue_loads_nothing_heavy():
    heavy = "{'scipy', 'tinysoundfont', 'pretty_midi', 'pyloudnorm'}"
    code = f"import sys, renderers.music.catalogue; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("mood", IDS)
def test_every_style_is_written_so_that_it_can_be_played(mood):
    style = _style(mood)
    assert abs(style.tempo - find_mood(mood).tempo) < 1
    assert len(style.body) % 2 == 0
    progressions = [*style.verses, *style.bridges, style.cadence, (style.final,)]
    for bar in (bar for progression in progressions for bar in progression):
        for numeral in bar.split():
            read_chord(numeral, 0)
    for part in style.parts:
        assert part.pattern.kind in PLAYERS
        assert part.bus in style.buses
        assert part.high - part.low >= 12
        for steps in (*part.pattern.steps, *part.pattern.fills, part.pattern.start):
            for line in steps.split() if part.drums else filter(None, [steps]):
                assert not part.drums or line[0] in DRUMS
                assert len(line[1:] if part.drums else line) in ((15, 16) if part.drums else (16, 32))


@pytest.mark.parametrize("mood", IDS)
def test_every_style_grows_lighter_under_speech_and_fuller_at_the_end(mood):
    style = _style(mood)

    def heard(strength):
        return sum(part.enters <= strength <= part.leaves for part in style.parts)

    assert max(style.body) < 0.8 < style.lift
    assert 2 <= heard(style.intro) < heard(style.lift)
    assert all(heard(strength) < heard(style.lift) for strength in style.body)
