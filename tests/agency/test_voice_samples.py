"""Clips of voices on disk: made once, made anew where the voice changed, listed by `agency voices`."""

from __future__ import annotations

import json
import wave
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from agency.__main__ import main
from agency.home import home
from agency.samples import voice_sample, voice_samples
from agency.settings import load_settings
from renderers.speech.catalogue import find_voice
from tools.errors import UnknownName


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AGENCY_HOME", str(tmp_path / "home"))


def test_voices_are_listed_with_clips_that_can_be_heard(capsys: pytest.CaptureFixture[str]) -> None:
    rows = _listed(capsys)
    assert {row["gender"] for row in rows} == {"female", "male"} and all(row["installed"] for row in rows)
    for row in rows:
        assert {"id", "name", "language", "gender", "age", "style", "engine", "sample_rate", "licence"} <= set(row)
        with wave.open(row["preview"]) as clip:
            assert clip.getframerate() == row["sample_rate"] and clip.getnframes() > row["sample_rate"]
    before = {row["preview"]: Path(row["preview"]).stat().st_mtime_ns for row in rows}
    assert {row["preview"]: Path(row["preview"]).stat().st_mtime_ns for row in _listed(capsys)} == before


def _listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    with pytest.raises(SystemExit) as ended:
        main(["voices", "--language", "de", "--json"])
    assert not ended.value.code
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def test_a_voice_that_changed_is_heard_anew() -> None:
    place, settings = home(load_settings()), load_settings()
    voice = find_voice("german-male-1")
    assert voice is not None
    old = voice_sample("german-male-1", place, settings)
    new = voice_samples((replace(voice, options=(("pitch", 80),)),), place, settings)["german-male-1"]
    assert new != old and new.is_file() and not old.is_file()


def test_an_unknown_voice_has_no_clip() -> None:
    with pytest.raises(UnknownName, match="agency voices"):
        voice_sample("nobody", home(load_settings()), load_settings())
