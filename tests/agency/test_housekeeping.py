"""Housekeeping: the takes stay below their limit, and what is cleaned away is what nobody needs."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import pytest

from agency.commission import Commission
from agency.desk import Desk
from agency.doctor import examine
from agency.errors import BadSetting
from agency.home import Home, home
from agency.housekeeping import clean_takes, filled, sweep, takes_limit, tidy_takes
from agency.job_commands import clean_home
from agency.jobs import Jobs
from agency.settings import byte_count, load_settings
from renderers.leftovers import part_path
from renderers.processes import process_mark
from renderers.takes import TakeStore
from tools.errors import BadInput

HOUR = 3600


@pytest.fixture
def place() -> Home:
    return home(load_settings())


def keep(place: Home, number: int, hours_ago: float) -> Path:
    """A take of 1,000 bytes and its record, used some hours ago."""
    take = TakeStore(place.takes).keep("segments", f"{number:02}" * 16, lambda f: (f / "x").write_bytes(bytes(1000)))
    used = time.time() - hours_ago * HOUR
    os.utime(take.folder / "take.json", (used, used))
    return take.folder


def test_the_limit_is_what_is_set_or_a_share_of_the_disk(monkeypatch: pytest.MonkeyPatch, place: Home) -> None:
    assert takes_limit(load_settings(), 0) <= 20e9
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 4e9})())
    assert takes_limit(load_settings(), 4e9) == 2e9
    monkeypatch.setenv("AGENCY_TAKES_LIMIT", "1.5GB")
    assert takes_limit(load_settings(), 4e9) == 1.5e9


@pytest.mark.parametrize(
    ("text", "size"), [("20GB", 20e9), ("1.5 tb", 1.5e12), ("500MiB", 5e8), ("12", 12), (" 3k ", 3000), (7, 7)]
)
def test_sizes_as_people_write_them(text: object, size: float) -> None:
    assert byte_count(text) == size


@pytest.mark.parametrize("text", ["much", "-1GB", "", "GB", "1e9", True])
def test_what_is_no_size_is_refused(text: object, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="e.g. 20GB"):
        byte_count(text)
    monkeypatch.setenv("AGENCY_TAKES_LIMIT", str(text))
    with pytest.raises(BadSetting, match=r"'takes_limit' from the environment .* should be a size, e\.g\. 20GB"):
        load_settings()
    with pytest.raises(BadInput, match="can not be used"):
        monkeypatch.delenv("AGENCY_TAKES_LIMIT")
        clean_home(str(text))


def test_the_doctor_tells_how_much_the_takes_fill(place: Home) -> None:
    keep(place, 1, hours_ago=1)
    clean_takes(place, Jobs(place.database), 1e9)
    [finding] = [finding for finding in examine() if finding["name"] == "takes"]
    assert finding["state"] == "runs"
    assert re.match(r"0\.00 GB, at most \d+\.\d GB", finding["detail"])


def test_after_a_job_the_least_used_make_room(monkeypatch: pytest.MonkeyPatch, place: Home) -> None:
    monkeypatch.setenv("AGENCY_TAKES_LIMIT", "3000")
    folders = [keep(place, number, hours_ago=50 - number) for number in range(5)]
    desk, jobs = Desk(load_settings(), place), Jobs(place.database)
    tidy_takes(desk, jobs, time.time()).join()
    assert [folder.exists() for folder in folders] == [False, False, False, True, True]
    assert filled(place, 1) == sum(path.stat().st_size for path in place.takes.rglob("*") if path.is_file())


def test_below_the_limit_nothing_is_counted_again(monkeypatch: pytest.MonkeyPatch, place: Home) -> None:
    desk, jobs = Desk(load_settings(), place), Jobs(place.database)
    began = time.time() - 1
    tidy_takes(desk, jobs, began).join()
    assert filled(place, 1) == 0
    desk.takes.keep("segments", "ab" * 16, lambda folder: (folder / "x").write_bytes(bytes(1000)))
    monkeypatch.setattr("agency.housekeeping.stored_takes", lambda *a: pytest.fail("counted again"))
    tidy_takes(desk, jobs, began).join()
    assert filled(place, 1) == sum(path.stat().st_size for path in place.takes.rglob("*") if path.is_file()) > 1000


def test_cleaning_spares_what_a_live_job_uses(place: Home) -> None:
    jobs = Jobs(place.database)
    old, recent = keep(place, 1, hours_ago=30), keep(place, 2, hours_ago=0)
    job = jobs.create(Commission(words="A lamp."), Path("/x/out.mp4"), "")
    jobs.claim(job.id)
    before, after = clean_takes(place, jobs, 0)
    assert (old.exists(), recent.exists()) == (False, True)
    assert before > after > 0
    jobs.stop(job.id)
    assert clean_takes(place, jobs, 0)[1] == 0
    assert not recent.exists()


def test_the_takes_of_newest_drafts_go_last(place: Home) -> None:
    old, newer = keep(place, 1, hours_ago=90), keep(place, 2, hours_ago=30)
    drafts = place.production("lamp-1") / "drafts"
    drafts.mkdir(parents=True)
    for draft, takes in ((1, [newer.name]), (2, [old.name])):
        (drafts / f"{draft}.mp4").write_text("video")
        (drafts / f"{draft}.takes.json").write_text(json.dumps({"segments": takes}))
    clean_takes(place, Jobs(place.database), 1500)
    assert (old.exists(), newer.exists()) == (True, False)


def test_a_sweep_removes_what_the_dead_left_and_nothing_else(place: Home, tmp_path: Path) -> None:
    number, start, system = process_mark().split("-")
    dead = f"{number}-{int(start) - 1}-{system}"
    folders = [place.production("lamp-1"), tmp_path, place.takes / "making"]
    kept, gone = [], []
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        mine = part_path(folder / "out.mp4")
        mine.write_text("half")
        kept.append(mine)
        gone.append(folder / mine.name.replace(process_mark(), dead))
        gone[-1].write_text("half")
    (place.cache / "kernels").mkdir(parents=True)
    old = place.cache / "kernels" / "paint.nbi.tmp.0123"
    for path in (old, old.with_suffix(".4567")):
        path.write_text("half")
    os.utime(old, (time.time() - 60,) * 2)
    sweep(place, tmp_path / "out.mp4")
    assert all(path.exists() for path in kept)
    assert not any(path.exists() for path in gone)
    assert (old.exists(), old.with_suffix(".4567").exists()) == (False, True)
