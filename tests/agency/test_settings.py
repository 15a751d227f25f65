from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from agency.errors import BadSetting, HomeNotWritable
from agency.home import home
from agency.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_defaults_need_no_file_and_no_environment(own_home: Path):
    settings = load_settings()
    assert settings.home == own_home
    assert (settings.resolution, settings.fps, settings.aspect) == ("1080p", 30, "16:9")
    assert settings.engines.speech == ("festival", "flite", "espeak")


def test_the_home_is_in_the_persons_folder_when_nothing_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("AGENCY_HOME")
    assert load_settings().home == Path.home() / ".video-agency"


def test_environment_before_file_here_before_file_in_the_home(
    here: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
):
    own_home.mkdir(parents=True)
    (own_home / "agency.toml").write_text('fps = 24\nresolution = "720p"\naspect = "1:1"\n')
    (here / "agency.toml").write_text('fps = 25\nresolution = "4k"\n')
    monkeypatch.setenv("AGENCY_FPS", "60")
    settings = load_settings()
    assert (settings.fps, settings.resolution, settings.aspect) == (60, "4k", "1:1")


def test_the_file_here_can_say_where_the_home_is(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("AGENCY_HOME")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "agency.toml").write_text("workers = 3\n")
    (here / "agency.toml").write_text(f'home = "{tmp_path}/elsewhere"\n')
    settings = load_settings()
    assert settings.home == tmp_path / "elsewhere"
    assert settings.workers == 3


def test_engines_are_a_name_or_a_list_in_file_and_environment(here: Path, monkeypatch: pytest.MonkeyPatch):
    (here / "agency.toml").write_text('[engines]\nmusic = "mine"\nspeech = ["flite", "espeak"]\n')
    monkeypatch.setenv("AGENCY_ENGINES__AVATAR", "drawn:hd, illustrated")
    engines = load_settings().engines
    assert engines.music == ("mine",)
    assert engines.speech == ("flite", "espeak")
    assert engines.avatar == ("drawn:hd", "illustrated")
    assert engines.background == ("designed",)


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("AGENCY_FPS", "31", "24, 25, 30, 50 or 60"),
        ("AGENCY_RESOLUTION", "8k", "'1080p'"),
        ("AGENCY_WORKERS", "-1", "greater than or equal to 0"),
        ("AGENCY_WORKERS", "two", "a whole number"),
        ("AGENCY_ENGINES__SPEECH", " , ", "at least one name"),
        ("AGENCY_HOME", "  ", "the path of a folder"),
        ("AGENCY_HOME", "~nobody-of-that-name/x", "the path of a folder"),
        ("AGENCY_ENGINES__SPECH", "espeak", "Did you mean 'speech'?"),
    ],
)
def test_a_wrong_value_in_the_environment_is_named_with_its_variable(
    variable: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(variable, value)
    with pytest.raises(BadSetting) as caught:
        load_settings()
    assert variable in str(caught.value)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("fps = 31", "'fps'"),
        ("fsp = 30", "Did you mean 'fps'?"),
        ("unheard_of = 1", "Known: home, engines"),
        ("engines = 3", "a table with one engine name a kind"),
        ("[engines]\nspeech = [1]", "a name in quotes"),
        ("home = 3", "the path of a folder"),
        ("fps = = 3", "line 1, column 7"),
    ],
)
def test_a_wrong_file_is_named(text: str, says: str, here: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("AGENCY_HOME")
    (here / "agency.toml").write_text(text)
    with pytest.raises(BadSetting) as caught:
        load_settings()
    assert str(here / "agency.toml") in str(caught.value)
    assert says in str(caught.value)


def test_settings_are_frozen():
    settings = load_settings()
    with pytest.raises(ValidationError):
        settings.fps = 25  # type: ignore[misc]


def test_a_home_has_its_rooms(own_home: Path):
    place = home(load_settings())
    assert place.root == own_home
    assert all(folder.is_dir() for folder in (place.brands, place.productions, place.takes, place.previews))
    assert place.production("p-1") == own_home / "productions" / "p-1"
    assert place.database == own_home / "agency.db"


def test_a_home_that_can_not_be_written_is_said_in_one_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(HomeNotWritable, match="AGENCY_HOME") as caught:
        home(Settings(home=tmp_path / "file" / "home"))
    assert str(tmp_path / "file" / "home") in str(caught.value)
