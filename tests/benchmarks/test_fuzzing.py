"""A small slice of the fuzzing: damaged files of every kind are read or refused, and what is no good is found."""

from __future__ import annotations

import io
import os
import random
import socket
import zipfile
from pathlib import Path

import pytest

from benchmarks.fuzzing import Findings, _forked, fuzz, mutate, mutate_inside
from benchmarks.fuzzing_fonts import mutate_tables, real_fonts
from benchmarks.fuzzing_seeds import KINDS, seeds
from benchmarks.fuzzing_targets import Target, target

QUICK = ("csv", "json", "message", "css", "tokens", "yml", "svg", "zip", "docx", "pptx")
GUARDED = ("pdf", "font", "png", "wav", "mp4")


@pytest.mark.parametrize("kind", QUICK)
def test_what_is_read_in_the_service_is_read_or_refused(kind: str) -> None:
    found = fuzz(kind, 25, seed=7)
    assert sum(found.counts.values()) == 25
    assert found.bad == 0, found.examples


@pytest.mark.parametrize("kind", GUARDED)
def test_what_is_read_in_a_child_harms_nothing_else(kind: str) -> None:
    found = fuzz(kind, 4, seed=7)
    assert found.bad == 0, found.examples


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "http"])
def test_honest_files_are_read(kind: str, tmp_path: Path) -> None:
    found = Findings()
    honest = seeds(kind, tmp_path)
    for each in honest:
        _forked([each], target(kind), tmp_path, found)
    assert set(found.counts) <= {"read"}, found.examples


@pytest.mark.parametrize(
    ("does", "find"),
    [
        ("faults", "ZeroDivisionError"),
        ("dies", "SIGABRT"),
        ("writes", "wrote"),
        ("connects", "connected"),
    ],
)
def test_a_find_is_found(does: str, find: str, tmp_path: Path) -> None:
    def read(path: Path) -> None:
        if does == "faults":
            _ = 1 / (len(does) - len("faults"))
        elif does == "dies":
            os.abort()
        elif does == "writes":
            (Path.cwd() / ".fuzzed").write_bytes(b"")
        else:
            with socket.socket() as one:
                one.settimeout(0.1)
                one.connect(("127.0.0.1", 9))

    found = Findings()
    try:
        _forked([b"x"], Target(read, False, "txt"), tmp_path, found)
    finally:
        (Path.cwd() / ".fuzzed").unlink(missing_ok=True)
    assert found.bad == 1
    assert find in next(iter(found.counts))


def test_a_death_in_a_guarded_child_is_no_find(tmp_path: Path) -> None:
    found = Findings()
    assert _forked([b"x"], Target(lambda path: os.abort(), True, "txt"), tmp_path, found) == 1
    assert found.bad == 0
    assert sum(found.counts.values()) == 1


def test_mutations_differ_and_can_be_made_again(tmp_path: Path) -> None:
    honest = seeds("zip", tmp_path)[0]
    made = [mutate(honest, random.Random(n)) for n in range(20)]
    assert made == [mutate(honest, random.Random(n)) for n in range(20)]
    assert len({*made, honest}) > 15
    inside = tmp_path / "inside.zip"
    inside.write_bytes(mutate_inside(honest, random.Random(3)))
    with zipfile.ZipFile(inside) as archive:
        assert archive.testzip() is None


def test_tables_of_fonts_are_damaged_inside_a_directory_that_fits() -> None:
    from fontTools.ttLib import TTFont

    source = random.Random(2)
    whole = real_fonts()[0]
    assert mutate_tables(whole, random.Random(5), lambda content, _: content)[:4] == whole[:4]
    opened = 0
    for _ in range(20):
        made = mutate_tables(whole, source, mutate)
        assert made != whole
        font = TTFont(io.BytesIO(made), lazy=True)
        assert font.reader is not None
        for name in font.reader.tables:
            assert isinstance(font.reader[name], bytes)
            opened += 1
    assert opened > 200
