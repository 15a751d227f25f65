"""One studio for each home, however often and however fast it is asked for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agency.errors import HomeNotWritable
from agency.home import Home, home
from agency.settings import load_settings
from agency.studio import open_studio
from renderers.file_lock import handed_over, locked


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("AGENCY_HOME", str(tmp_path / "home"))
    return home(load_settings())


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """The processes that were started; they are gone afterwards."""
    real, all_ = subprocess.Popen, list[subprocess.Popen[bytes]]()

    def start(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        all_.append(process := real(*arguments, **options))
        return process

    monkeypatch.setattr("agency.studio.subprocess.Popen", start)
    yield all_
    for process in all_:
        process.kill()
        process.wait()


def _is_held(place: Home) -> bool:
    with locked(place.studio, wait=False) as free:
        return not free


def test_a_studio_that_is_still_starting_is_not_started_again(
    place: Home, started: list[subprocess.Popen[bytes]]
) -> None:
    for _ in range(20):
        open_studio(place)
    assert len(started) == 1
    assert _is_held(place)

    started[0].kill()
    started[0].wait()
    assert not _is_held(place)
    open_studio(place)
    assert len(started) == 2 and _is_held(place)


def test_a_studio_goes_with_its_lock_where_it_found_it_handed_over(place: Home) -> None:
    leaves = (
        "import sys, agency.studio as studio; from agency.settings import load_settings;"
        "from renderers.file_lock import locked; from agency.home import home;"
        "place = home(load_settings()).studio;"
        "assert not locked(place, wait=False).__enter__();"
        "studio.run_studio(load_settings(), idle_seconds=0.0, lock=int(sys.argv[1]));"
        "assert locked(place, wait=False).__enter__()"
    )
    with handed_over(place.studio) as lock:
        assert lock is not None
        process = subprocess.Popen(
            [sys.executable, "-c", leaves, str(lock)], pass_fds=(lock,), stderr=subprocess.PIPE, text=True
        )
    _, said = process.communicate()
    assert process.returncode == 0, said
    assert not _is_held(place)


def test_a_studio_that_can_not_be_started_leaves_its_place_free(place: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr("agency.studio.subprocess.Popen", fail)
    with pytest.raises(HomeNotWritable, match="Cannot allocate memory"):
        open_studio(place)
    assert not _is_held(place)
