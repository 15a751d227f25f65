"""The finished file appears whole or not at all, and says in words what stood against it."""

from __future__ import annotations

import errno
import resource
import signal
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.assembly import write_file
from renderers.encoding import encode_sound, write_segment
from renderers.errors import NoSpace, TakeDamaged
from renderers.layer import Planes
from renderers.look import Look, Palette
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from renderers.segments import Segment, segments
from renderers.sound_pieces import SoundPiece, save_packets
from renderers.timeline import BackdropClip, Scene, Timeline

PALETTE = Palette("#ffffff", "#f4f4f6", "#3355cc", "#224488", "#ee8844", "#15161a", "#5a5d66", "#ffffff", dark=False)
FORMAT = PictureFormat(320, 176, Fraction(30))
TIMELINE = Timeline(
    FORMAT, Look("plain", PALETTE, "Manrope", "Hanken Grotesk"), (Scene("s1", 60, BackdropClip("aurora", 1), ()),)
)
Parts = tuple[list[tuple[Segment, Path]], list[SoundPiece]]


def noise() -> Iterator[Planes]:
    random = np.random.default_rng(1)
    chroma = np.full((88, 160), 128, np.uint8)
    for _ in range(60):
        yield Planes(random.integers(16, 235, (176, 320), dtype=np.uint8), chroma, chroma)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    folder = tmp_path_factory.mktemp("parts")
    write_segment(folder / "segment.mp4", noise(), FORMAT, Encoding())
    sound = save_packets(encode_sound(np.zeros((96_000, 2), np.float32), slice(None)), folder)
    return [(replace(segments(TIMELINE)[0], duration=60), folder / "segment.mp4")], [sound]


def test_the_file_takes_the_place_of_an_older_one(parts: Parts, tmp_path: Path) -> None:
    out = tmp_path / "a name with ' and 大.mp4"
    out.write_bytes(b"old")
    write_file(out, TIMELINE, *parts, {"title": "New"})
    assert out.stat().st_size > parts[0][0][1].stat().st_size
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_missing_folder_is_told(parts: Parts, tmp_path: Path) -> None:
    with pytest.raises(NoSpace, match=r"out\.mp4: No such file"):
        write_file(tmp_path / "gone" / "out.mp4", TIMELINE, *parts, {})


def test_a_full_disk_leaves_the_old_file_and_nothing_else(parts: Parts, tmp_path: Path) -> None:
    """The limit on the size of files stands in for the end of the disk: writing fails midway."""
    out = tmp_path / "out.mp4"
    out.write_bytes(b"old")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (parts[0][0][1].stat().st_size // 2, usual[1]))
        with pytest.raises(NoSpace, match=r"Could not write out\.mp4: .* Free some space") as caught:
            write_file(out, TIMELINE, *parts, {})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
        signal.signal(signal.SIGXFSZ, before)
    assert isinstance(caught.value.__cause__, OSError)
    assert caught.value.__cause__.errno == errno.EFBIG
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.mp4"]


def test_a_damaged_segment_leaves_nothing(parts: Parts, tmp_path: Path) -> None:
    (bad := tmp_path / "take").mkdir()
    (bad / "segment.mp4").write_bytes(parts[0][0][1].read_bytes()[:-100])
    with pytest.raises(TakeDamaged) as caught:
        write_file(tmp_path / "out.mp4", TIMELINE, [(parts[0][0][0], bad / "segment.mp4")], parts[1], {})
    assert caught.value.folder == bad
    assert [path.name for path in tmp_path.iterdir()] == ["take"]
