"""The take store: made once, found again, whole or not at all."""

from __future__ import annotations

import threading
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


def test_two_makers_of_one_take_do_not_harm_each_other(tmp_path: Path) -> None:
    barrier = threading.Barrier(4)
    errors: list[BaseException] = []

    def make() -> None:
        def write(folder: Path) -> None:
            barrier.wait(10)
            (folder / "x").write_text("same")

        try:
            TakeStore(tmp_path).keep("segments", "12" * 16, write)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    found = TakeStore(tmp_path).find("segments", "12" * 16)
    assert found and (found.folder / "x").read_text() == "same"
    assert list((tmp_path / "making").iterdir()) == []


def test_file_digest_is_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"picture")
    (tmp_path / "b").write_bytes(b"picture")
    (tmp_path / "c").write_bytes(b"other")
    assert file_digest(tmp_path / "a") == file_digest(tmp_path / "b") != file_digest(tmp_path / "c")
