"""Another length: what is said more or less for it, and that nothing of the client's is touched."""

from __future__ import annotations

import pytest

from agency.desk import Desk
from agency.home import Home, home
from agency.lengths import fit_length
from agency.progress import StageTimes
from agency.revisions import begin_production, commission_of, current, revise
from agency.settings import Settings, load_settings
from agency.writing import plan_source
from tools.patches import AddLine, DeleteLine, EditLine, InsertScene, SetDuration
from tools.source import Words
from tools.storyboard import Storyboard

REQUEST = "A 10 second video about our new lamp Lumen for designers. It follows daylight. Order at lumen.example."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Home]:
    """A home whose takes are shared by the tests of this module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AGENCY_HOME", str(tmp_path_factory.mktemp("home")))
        settings = load_settings()
        return settings, home(settings)


def begun(made: tuple[Settings, Home], name: str) -> str:
    settings, place = made
    written = plan_source(Words(REQUEST), {}, Desk(settings, place), StageTimes())
    return begin_production(place, written, REQUEST, owner=name).id


def lengthened(made: tuple[Settings, Home], production: str, seconds: float) -> Storyboard:
    settings, place = made
    fitted = fit_length(place, production, (SetDuration(seconds=seconds),), Desk(settings, place))
    return revise(place, production, f"make it {seconds:g} seconds", fitted.patches).storyboard


def spoken(board: Storyboard) -> list[str]:
    return [line.text for scene in board.scenes for line in scene.lines]


def test_longer_says_more_between_what_was_said(made: tuple[Settings, Home]):
    settings, place = made
    production = begun(made, "longer")
    before = spoken(current(place, production).storyboard)
    fitted = fit_length(place, production, (SetDuration(seconds=25),), Desk(settings, place))
    assert {type(patch) for patch in fitted.patches[1:]} & {AddLine, InsertScene}
    after = spoken(revise(place, production, "make it 25 seconds", fitted.patches).storyboard)
    assert [text for text in after if text in before] == before
    assert len(after) > len(before)
    asked = commission_of(place, production, settings).source
    length = plan_source(asked, {}, Desk(settings, place), StageTimes()).plan.edit.duration
    assert length == 25 * 30


def test_what_the_client_wrote_stays_and_what_the_client_took_out_stays_out(made: tuple[Settings, Home]):
    _, place = made
    production = begun(made, "edited")
    first = current(place, production).storyboard.scenes[0]
    mine = first.lines[0]
    revise(place, production, "", [EditLine(line=mine.id, text="These are my own words.")])
    after = spoken(lengthened(made, production, 25))
    assert "These are my own words." in after and mine.text not in after
    assert "These are my own words." in spoken(lengthened(made, production, 12))


def test_shorter_says_what_is_left_out(made: tuple[Settings, Home]):
    settings, place = made
    production = begun(made, "shorter")
    whole = spoken(lengthened(made, production, 25))
    fitted = fit_length(place, production, (SetDuration(seconds=12),), Desk(settings, place))
    assert all(isinstance(patch, SetDuration | DeleteLine) for patch in fitted.patches[1:])
    assert any(text in note for note in fitted.notes for text in whole)


def test_what_can_not_be_met_is_said_and_left_to_the_client(made: tuple[Settings, Home]):
    settings, place = made
    production = begun(made, "too short")
    fitted = fit_length(place, production, (SetDuration(seconds=1),), Desk(settings, place))
    assert fitted.patches == (SetDuration(seconds=1),)
    assert "needs at least" in fitted.notes[0]
