"""Clips of moods on disk: made once for each engine, and anew where the engine changed."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from agency.home import home
from agency.samples import music_sample
from agency.settings import load_settings
from renderers.music import composed
from tools.errors import UnknownName


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AGENCY_HOME", str(tmp_path / "home"))


def test_a_mood_is_heard_anew_where_the_engine_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    place, settings = home(load_settings()), load_settings()
    old = music_sample("calm", place, settings)
    with wave.open(str(old)) as clip:
        assert clip.getnframes() == 10 * clip.getframerate()
    written = old.stat().st_mtime_ns
    assert music_sample("calm", place, settings) == old and old.stat().st_mtime_ns == written
    # What homes hold from before clips were named after their engine goes as well.
    (old.parent / "calm.wav").write_bytes(b"")
    (old.parent / "tech.wav").write_bytes(b"")
    monkeypatch.setattr(composed, "VERSION", composed.VERSION + 1)
    new = music_sample("calm", place, settings)
    assert new != old and sorted(file.name for file in new.parent.iterdir()) == sorted([new.name, "tech.wav"])


def test_an_unknown_mood_has_no_clip() -> None:
    with pytest.raises(UnknownName, match="agency music"):
        music_sample("nothing", home(load_settings()), load_settings())
