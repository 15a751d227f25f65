"""The take store: made once, found again, whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.errors import NoSpace
from renderers.takes import TakeStore, digest, file_digest


@dataclass(frozen=True)
class Asked:
    text: str
    rate: Fraction
    where: Path


ASKED = Asked("hello", Fraction(30), Path("/one"))


def test_equal_requests_have_equal_keys_wherever_their_files_lie() -> None:
    assert digest(ASKED) == digest(replace(ASKED, where=Path("/two")))
    assert digest(ASKED) != digest(replace(ASKED, text="hello "))
    assert digest(ASKED) != digest(replace(ASKED, rate=Fraction(25)))
    assert digest("ab", "c") != digest("a", "bc")


def test_arrays_count_by_content() -> None:
    assert digest(np.arange(4)) == digest(np.arange(4))
    assert digest(np.arange(4)) != digest(np.arange(5))


def test_a_take_is_made_once(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    first = store.keep("speech", "ab" * 16, lambda folder: (folder / "x").write_text("sound"))
    second = store.keep("speech", "ab" * 16, lambda folder: pytest.fail("made twice"))
    assert first == second
    assert (first.folder / "x").read_text() == "sound"
    assert (store.made, store.reused) == ({"speech": 1}, {"speech": 1})


def test_a_failed_take_leaves_nothing(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)

    def fail(folder: Path) -> None:
        (folder / "half").write_text("half")
        raise RuntimeError("engine")

    with pytest.raises(RuntimeError, match="engine"):
        store.keep("speech", "cd" * 16, fail)
    assert store.find("speech", "cd" * 16) is None
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_full_disk_is_said_in_one_line(tmp_path: Path) -> None:
    def fill_disk(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(NoSpace, match=r"No space left on device\. Free some space"):
        TakeStore(tmp_path).keep("speech", "ef" * 16, fill_disk)


def test_what_two_ask_for_at_once_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []
    stores = [TakeStore(tmp_path) for _ in range(4)]
    barrier = threading.Barrier(4)

    def make(store: TakeStore) -> None:
        def write(folder: Path) -> None:
            made.append(1)
            time.sleep(0.1)
            (folder / "x").write_text("same")

        barrier.wait(10)
        store.keep("segments", "12" * 16, write)

    threads = [threading.Thread(target=make, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]
    assert sum(store.made.get("segments", 0) for store in stores) == 1
    assert sum(store.reused.get("segments", 0) for store in stores) == 3
    assert list((tmp_path / "making").iterdir()) == []


def test_the_second_takes_over_where_the_first_maker_fails(tmp_path: Path) -> None:
    begun = threading.Event()

    def fail(folder: Path) -> None:
        begun.set()
        time.sleep(0.1)
        raise RuntimeError("engine")

    def first() -> None:
        with pytest.raises(RuntimeError):
            TakeStore(tmp_path).keep("speech", "34" * 16, fail)

    thread = threading.Thread(target=first)
    thread.start()
    assert begun.wait(10)
    store = TakeStore(tmp_path)
    store.keep("speech", "34" * 16, lambda folder: (folder / "x").write_text("sound"))
    thread.join()
    assert store.made == {"speech": 1}


def test_a_maker_that_is_killed_lets_go_and_leaves_only_what_the_sweep_removes(tmp_path: Path) -> None:
    hang = (
        "import sys, time; from pathlib import Path; from renderers.takes import TakeStore\n"
        "def write(folder):\n    (folder / 'half').write_text('half'); print('begun', flush=True); time.sleep(60)\n"
        "TakeStore(Path(sys.argv[1])).keep('segments', '56' * 16, write)"
    )
    maker = subprocess.Popen([sys.executable, "-c", hang, tmp_path], stdout=subprocess.PIPE, text=True)
    assert maker.stdout and maker.stdout.readline() == "begun\n"
    store = TakeStore(tmp_path)
    store.sweep()
    assert len(list((tmp_path / "making").iterdir())) == 2, "a lock and what is half-made, both of a live process"
    maker.kill()
    maker.communicate()
    assert len(list((tmp_path / "making").iterdir())) == 2
    store.keep("segments", "56" * 16, lambda folder: (folder / "x").write_text("whole"))
    assert store.made == {"segments": 1}
    store.sweep()
    assert list((tmp_path / "making").iterdir()) == []


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a flipped bit": lambda folder: flip(folder / "inner" / "x"),
    "the same time after": lambda folder: flip_unseen(folder / "inner" / "x"),
    "a truncated file": lambda folder: (folder / "inner" / "x").write_bytes(b"so"),
    "an empty file": lambda folder: (folder / "inner" / "x").write_bytes(b""),
    "a missing file": lambda folder: (folder / "inner" / "x").unlink(),
    "a missing record": lambda folder: (folder / "take.json").unlink(),
    "an empty record": lambda folder: (folder / "take.json").write_bytes(b""),
    "a record of something else": lambda folder: (folder / "take.json").write_text("[1]"),
    "a record with another digest": lambda folder: (folder / "take.json").write_text('{"files": {"y": [5, "0"]}}'),
    "an empty folder": lambda folder: [shutil.rmtree(folder), folder.mkdir()],
}


def flip_unseen(path: Path) -> None:
    """Change bytes as a bad disk does: nothing tells of it."""
    before = path.stat()
    flip(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("case", DAMAGE)
def test_a_damaged_take_is_absent_and_made_again(tmp_path: Path, case: str) -> None:
    def write(folder: Path) -> None:
        (folder / "inner").mkdir()
        (folder / "inner" / "x").write_text("sound")
        (folder / "y").write_text("words")

    kept = TakeStore(tmp_path).keep("speech", "78" * 16, write, {"engine": "one"})
    DAMAGE[case](kept.folder)
    told: list[str] = []
    store = TakeStore(tmp_path, on_damage=told.append)
    assert store.find("speech", "78" * 16) is None
    assert told == ["speech"]
    assert not kept.folder.exists()
    assert list((tmp_path / "making").iterdir()) == []
    again = store.keep("speech", "78" * 16, write)
    assert (again.folder / "inner" / "x").read_text() == "sound"
    assert store.find("speech", "78" * 16) == again
    assert told == ["speech"]


def test_the_bytes_are_compared_once_a_process_as_long_as_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = TakeStore(tmp_path)
    kept = store.keep("speech", "9a" * 16, lambda folder: (folder / "x").write_text("sound"))
    assert store.find("speech", "9a" * 16)
    monkeypatch.setattr("renderers.take_records._checksum", lambda path: pytest.fail("compared again"))
    assert store.find("speech", "9a" * 16) == kept
    monkeypatch.undo()
    flip(kept.folder / "x")
    assert store.find("speech", "9a" * 16) is None


def test_the_record_tells_who_made_it_and_what_it_holds(tmp_path: Path) -> None:
    kept = TakeStore(tmp_path).keep(
        "speech", "bc" * 16, lambda folder: (folder / "x").write_text("sound"), {"engine": "one"}
    )
    record = json.loads((kept.folder / "take.json").read_text())
    assert record["engine"] == "one"
    assert record["files"]["x"][0] == 5


def test_what_was_found_or_made_counts_as_used(tmp_path: Path) -> None:
    TakeStore(tmp_path).keep("speech", "de" * 16, lambda folder: None)
    store = TakeStore(tmp_path)
    store.find("speech", "de" * 16)
    store.find("speech", "00" * 16)
    store.keep("music", "f0" * 16, lambda folder: None)
    assert store.used == {("speech", "de" * 16), ("music", "f0" * 16)}


def test_file_digest_is_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"picture")
    (tmp_path / "b").write_bytes(b"picture")
    (tmp_path / "c").write_bytes(b"other")
    assert file_digest(tmp_path / "a") == file_digest(tmp_path / "b") != file_digest(tmp_path / "c")
