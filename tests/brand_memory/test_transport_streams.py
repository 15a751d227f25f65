"""Transport streams whose clock begins late, put where files begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.planted_films import FilmPlan, render
from brand_memory.transport_streams import PACKET, is_transport_stream, start_at_zero
from renderers.media import probe, sound
from tests.brand_memory.made_streams import stream


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render(tmp_path_factory.mktemp("film") / "film.mp4", FilmPlan(5, 3.0))


@pytest.mark.parametrize("late", [0.0, 12.5, 95_443.0], ids=["at once", "late", "over the turn of the clock"])
def test_joined_pieces_begin_at_zero_and_last_as_long(film: Path, tmp_path: Path, late: float) -> None:
    folder = stream(film, tmp_path / "stream", late=late).parent
    joined = tmp_path / "joined.mp4"
    joined.write_bytes(b"".join(path.read_bytes() for path in sorted(folder.glob("*.ts"))))
    assert start_at_zero(joined) == pytest.approx(late, abs=0.1)
    was, now = probe(film), probe(joined)
    assert was.video is not None
    assert now.video is not None
    assert now.container == "mpegts"
    assert 0 <= now.video.start < 0.1
    assert (now.video.frames, now.video.rate) == (was.video.frames, was.video.rate)
    assert now.video.duration == pytest.approx(was.video.duration, abs=0.01)
    assert len(sound(joined)) == pytest.approx(len(sound(film)), abs=4800)
    assert start_at_zero(joined) == 0.0


def test_other_files_are_left_as_they_are(film: Path, tmp_path: Path) -> None:
    copy = tmp_path / "film.mp4"
    copy.write_bytes(film.read_bytes())
    assert start_at_zero(copy) == 0.0
    assert copy.read_bytes() == film.read_bytes()
    assert not is_transport_stream(b"")
    assert not is_transport_stream(b"\x47" + b"\0" * (5 * PACKET))


@pytest.mark.parametrize("seed", range(20))
def test_damaged_packets_do_no_harm(tmp_path: Path, seed: int) -> None:
    import random

    dice = random.Random(seed)
    packets = bytearray(dice.randbytes(40 * PACKET + dice.randrange(PACKET)))
    for at in range(0, 40 * PACKET, PACKET):
        packets[at] = 0x47
        packets[at + 1] |= 0x40
        start = at + 4 + (1 + packets[at + 4] if packets[at + 3] & 0x20 else 0)
        if dice.random() < 0.7 and start < at + PACKET - 4:
            packets[start : start + 3] = b"\0\0\1"
    path = tmp_path / "broken.ts"
    path.write_bytes(packets)
    assert start_at_zero(path) >= 0.0
    assert path.stat().st_size == len(packets)
