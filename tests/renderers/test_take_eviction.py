"""Making room among the takes: the least used go, never what is in use, and what is needed last."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from renderers.file_lock import locked
from renderers.take_eviction import evict, grown_since, stored_takes
from renderers.takes import TakeStore, lock_file

NOW = time.time()
DAY = 24 * 3600


def never() -> float:
    return float("inf")


@pytest.fixture
def store(tmp_path: Path) -> TakeStore:
    """Five takes of a good thousand bytes each; number 0 was used five days ago, number 4 yesterday."""
    store = TakeStore(tmp_path)
    for number in range(5):
        take = store.keep("segments", key(number), lambda folder: (folder / "x").write_bytes(bytes(1000)))
        used = NOW - (5 - number) * DAY
        os.utime(take.folder / "take.json", (used, used))
    return store


def key(number: int) -> str:
    return f"{number:02}" * 16


def left(store: TakeStore) -> list[int]:
    return [number for number in range(5) if store.folder("segments", key(number)).exists()]


def test_the_least_recently_used_go_until_it_fits(store: TakeStore) -> None:
    takes, all_seen = stored_takes(store.root)
    size = sum(take.size for take in takes)
    assert all_seen and len(takes) == 5 and 5000 < size < 6000
    after = evict(store.root, takes, 0.5 * size, used_since=never)
    assert left(store) == [3, 4]
    assert after == sum(take.size for take in stored_takes(store.root)[0])
    assert list((store.root / "making").iterdir()) == []


def test_nothing_goes_where_there_is_room(store: TakeStore) -> None:
    evict(store.root, stored_takes(store.root)[0], 6000, used_since=never)
    assert left(store) == [0, 1, 2, 3, 4]


def test_what_a_live_job_used_stays_whatever_the_limit(store: TakeStore) -> None:
    evict(store.root, stored_takes(store.root)[0], 0, used_since=lambda: NOW - 2.5 * DAY)
    assert left(store) == [3, 4]


def test_what_newest_drafts_need_goes_last(store: TakeStore) -> None:
    takes = stored_takes(store.root)[0]
    needed = {("segments", key(0)), ("segments", key(1))}
    evict(store.root, takes, sum(take.size for take in takes) * 0.5, used_since=never, needed=needed)
    assert left(store) == [0, 1]
    evict(store.root, stored_takes(store.root)[0], 0, used_since=never, needed=needed)
    assert left(store) == []


def test_what_is_being_made_stays(store: TakeStore) -> None:
    with locked(lock_file(store.root, "segments", key(0))):
        evict(store.root, stored_takes(store.root)[0], 0, used_since=never)
    assert left(store) == [0]


def test_a_use_after_the_count_saves_a_take(store: TakeStore) -> None:
    takes = stored_takes(store.root)[0]
    assert TakeStore(store.root).find("segments", key(0)), "found, and so used now"
    evict(store.root, takes, 0, used_since=lambda: NOW - 60)
    assert left(store) == [0]


def test_it_ends_in_time(store: TakeStore) -> None:
    takes = stored_takes(store.root)[0]
    assert stored_takes(store.root, -1) == ([], False)
    evict(store.root, takes, 0, used_since=never, seconds=-1)
    assert left(store) == [0, 1, 2, 3, 4]


def test_growth_is_what_was_made_or_used_since(store: TakeStore) -> None:
    keys = [("segments", key(number)) for number in range(5)]
    assert 2000 < grown_since(store.root, keys, NOW - 2.5 * DAY) < 3000
