from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from agency import engines
from agency.engines import engine, first_engine, known_engines
from agency.errors import EngineClash, EngineMissing, UnknownEngine
from renderers import speech

MODULE = """
import renderers.errors
class Plain:
    identity = "plain 1"
class Varied:
    def __init__(self, variant="usual"):
        self.identity = f"varied {variant}"
class Broken:
    def __init__(self):
        raise renderers.errors.EngineFailed("broken", "its program is not there")
"""


@pytest.fixture(autouse=True)
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A table of speech engines of our own making."""
    (tmp_path / "made_up_engines.py").write_text(MODULE)
    (tmp_path / "made_up_needy.py").write_text("import a_package_nobody_has.part\nclass Needy: ...\n")
    (tmp_path / "made_up_fault.py").write_text("import renderers.no_such_module\nclass Fault: ...\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    made = {
        "plain": "made_up_engines:Plain",
        "varied": "made_up_engines:Varied",
        "broken": "made_up_engines:Broken",
        "needy": "made_up_needy:Needy",
        "fault": "made_up_fault:Fault",
    }
    monkeypatch.setattr(speech, "ENGINES", made)
    monkeypatch.setattr(metadata, "entry_points", lambda group: ())
    yield made
    for name in [name for name in sys.modules if name.startswith("made_up_")]:
        del sys.modules[name]


def _entry_point(name: str, value: str, owner: str) -> SimpleNamespace:
    return SimpleNamespace(name=name, value=value, dist=SimpleNamespace(name=owner))


def test_an_engine_is_found_by_its_name():
    assert engine("speech", "plain").identity == "plain 1"


def test_a_variant_reaches_the_engine():
    assert engine("speech", "varied").identity == "varied usual"
    assert engine("speech", "varied:deep").identity == "varied deep"


def test_a_variant_of_an_engine_without_any_is_refused():
    with pytest.raises(UnknownEngine, match="'plain' has no variants"):
        engine("speech", "plain:deep")


def test_an_unknown_name_lists_the_known_ones_and_the_nearest():
    with pytest.raises(UnknownEngine) as caught:
        engine("speech", "plian")
    assert str(caught.value) == (
        "No speech engine named 'plian'. Known: broken, fault, needy, plain, varied. Did you mean 'plain'?"
    )


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnknownEngine, match="no kind of engine named 'speach'.*Did you mean 'speech'"):
        engine("speach", "plain")


def test_nothing_is_imported_before_it_is_asked_for():
    assert "needy" in known_engines("speech")
    assert not [name for name in sys.modules if name.startswith("made_up_")]


def test_a_missing_package_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(EngineMissing, match="'needy' needs the package 'a_package_nobody_has'.*make setup"):
        engine("speech", "needy")
    monkeypatch.setattr(metadata, "metadata", lambda name: SimpleNamespace(get_all=lambda field: ["needy"]))
    with pytest.raises(EngineMissing, match=r"pip install -e '\.\[needy\]'"):
        engine("speech", "needy")


def test_a_missing_module_of_ours_is_a_fault_and_stays_one():
    with pytest.raises(ModuleNotFoundError) as caught:
        engine("speech", "fault")
    assert caught.value.name == "renderers.no_such_module"
    assert not isinstance(caught.value, EngineMissing)


def test_installed_packages_add_engines(monkeypatch: pytest.MonkeyPatch):
    groups = {"video_agency.speech": [_entry_point("guest", "made_up_engines:Varied", "guests")]}
    monkeypatch.setattr(metadata, "entry_points", lambda group: groups.get(group, ()))
    assert engine("speech", "guest:loud").identity == "varied loud"
    assert "guest" not in known_engines("music")


@pytest.mark.parametrize("names", [["plain"], ["guest", "guest"]])
def test_two_engines_of_one_name_are_refused(names: list[str], monkeypatch: pytest.MonkeyPatch):
    points = [_entry_point(name, "made_up_engines:Varied", f"package-{n}") for n, name in enumerate(names)]
    monkeypatch.setattr(metadata, "entry_points", lambda group: points)
    with pytest.raises(EngineClash, match=f"package-{len(names) - 1}.*{names[-1]!r}"):
        engine("speech", "varied")


def test_a_list_falls_back_and_says_so():
    found = first_engine("speech", ["needy", "broken", "varied:deep", "plain"])
    assert (found.name, found.engine.identity) == ("varied:deep", "varied deep")
    assert ["needy" in found.passed_over[0], "its program is not there" in found.passed_over[1]] == [True, True]


def test_a_list_never_passes_over_a_name_that_does_not_exist():
    with pytest.raises(UnknownEngine, match="'nobody'"):
        first_engine("speech", ["nobody", "plain"])


def test_a_list_of_which_none_runs_raises_what_the_last_one_said():
    with pytest.raises(EngineMissing):
        first_engine("speech", ["broken", "needy"])
    with pytest.raises(UnknownEngine):
        first_engine("speech", [])


def test_every_kind_has_a_table():
    assert set(engines.KINDS) >= {"language", "speech", "avatar", "background", "music"}
