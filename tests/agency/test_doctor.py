from __future__ import annotations

import importlib.util
import json
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from agency import doctor
from agency.doctor import Finding, examine, render_examination


def _by_name(findings: list[Finding]) -> dict[str, Finding]:
    return {finding["name"]: finding for finding in findings}


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The programs that are on the path; a test adds to them."""
    there: set[str] = set()
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name in there else None)
    return there


def test_every_kind_is_examined_and_can_be_written_as_json():
    findings = examine()
    assert {finding["about"] for finding in findings} >= {"speech", "avatar", "background", "music", "machine"}
    assert json.loads(json.dumps(findings)) == findings


def test_without_debian_packages_espeak_speaks_first_and_the_others_say_how_to_get_them(programs: set[str]):
    found = _by_name(examine())
    assert found["festival"]["state"] == found["flite"]["state"] == "missing"
    assert "apt-get install festival festlex-cmu" in found["festival"]["remedy"]
    assert "festival and hts_engine" in found["festival"]["detail"]
    assert (found["espeak"]["state"], found["espeak"]["detail"]) == ("runs", "used first")
    assert found["browser"]["state"] == "missing"


def test_festival_without_its_voice_is_missing(programs: set[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    programs |= {"festival", "hts_engine"}
    monkeypatch.setattr(doctor, "_SLT", tmp_path / "nothing")
    assert "cmu_us_slt" in _by_name(examine())["festival"]["detail"]
    monkeypatch.setattr(doctor, "_SLT", tmp_path)
    assert _by_name(examine())["festival"]["detail"] == "used first"


def test_the_order_of_the_settings_is_the_order_shown(programs: set[str], monkeypatch: pytest.MonkeyPatch):
    programs |= {"flite"}
    monkeypatch.setenv("AGENCY_ENGINES__SPEECH", "espeak,flite,nobody")
    speech = [finding for finding in examine() if finding["about"] == "speech"]
    names = [finding["name"] for finding in speech]
    assert names[:3] == ["espeak", "flite", "nobody"] and "festival" in names[3:]
    assert [finding["state"] for finding in speech[:3]] == ["runs", "runs", "missing"]
    assert speech[0]["detail"] == "used first"
    assert "festival, flite, espeak" in speech[2]["remedy"]


def test_a_wrong_setting_is_the_first_finding(monkeypatch: pytest.MonkeyPatch, own_home: Path):
    monkeypatch.setenv("AGENCY_FPS", "12")
    findings = examine()
    assert findings[0]["name"] == "settings"
    assert "AGENCY_FPS" in findings[0]["detail"]
    assert str(own_home) in _by_name(findings)["home"]["detail"]


def test_a_home_that_can_not_be_written_is_a_finding(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("AGENCY_HOME", str(tmp_path / "file" / "home"))
    found = _by_name(examine())["home"]
    assert found["state"] == "missing"
    assert "AGENCY_HOME" in found["remedy"]


def test_a_nearly_full_disk_is_a_finding(monkeypatch: pytest.MonkeyPatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(100 << 30, 99 << 30, 1 << 30))
    found = _by_name(examine())["disk"]
    assert (found["state"], found["detail"]) == ("limited", "1.0 GB free")


def test_the_text_shows_every_finding_and_every_remedy(programs: set[str]):
    findings = examine()
    text = render_examination(findings)
    assert all(finding["name"] in text and finding["detail"] in text for finding in findings)
    assert all(f"→ {finding['remedy']}" in text for finding in findings if finding["remedy"])


def test_scripts_without_letters_are_named_with_the_package_that_has_them(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("renderers.fonts.undrawable", lambda text, family: ("ก", "😀"))
    found = _by_name(examine())["scripts"]
    assert found["detail"] == "no letters for Thai, emoji"
    assert found["remedy"] == "sudo apt-get install fonts-noto-core fonts-noto-color-emoji"


def test_an_engine_whose_package_is_gone_is_missing(monkeypatch: pytest.MonkeyPatch):
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "espeakng_loader" else there(name))
    found = _by_name(examine())["espeak"]
    assert (found["state"], found["remedy"]) == ("missing", "Run `make setup` again.")
    assert "espeakng_loader" in found["detail"]
