"""The join: every frame once and unchanged, in time with the sound, in a file that players take."""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from renderers.encoding import encode_sound, write_segment
from renderers.errors import TakeDamaged
from renderers.joining import write_programme
from renderers.layer import Planes
from renderers.mp4 import Track, data_header, movie
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from renderers.segment_index import read_segment
from renderers.sound_pieces import SoundPiece, load_piece, packets_of, save_packets
from renderers.timebase import samples

LENGTHS = (1, 47, 2, 3, 120, 5, 62)
"""Frames of segments: so short that nothing is decoded ahead, and longer than the distance of key frames."""


def planes(first: int, count: int, width: int = 320, height: int = 176) -> Iterator[Planes]:
    """Noise that moves, and the number of each frame as a row of black and white blocks."""
    random = np.random.default_rng(first)
    ground = random.integers(60, 180, (height, width), dtype=np.uint8)
    chroma = np.full((height // 2, width // 2), 128, np.uint8)
    for number in range(first, first + count):
        luma = np.roll(ground, 3 * number, axis=1)
        for bit in range(12):
            luma[:32, 16 * bit : 16 * bit + 16] = 235 if number >> bit & 1 else 16
        yield Planes(luma, chroma, chroma)


def made_segments(folder: Path, rate: int = 30, lengths: tuple[int, ...] = LENGTHS) -> list[Path]:
    form = PictureFormat(320, 176, Fraction(rate))
    found, start = [], 0
    for number, length in enumerate(lengths):
        (place := folder / f"segment{number}").mkdir(parents=True)
        write_segment(place / "segment.mp4", planes(start, length), form, Encoding())
        found.append(place / "segment.mp4")
        start += length
    return found


def made_sound(folder: Path, length: int, split: int = 100) -> list[SoundPiece]:
    """A tone of `length` samples as pieces of `split` packets."""
    wave = 0.3 * np.sin(2 * np.pi * 440 * np.arange(length) / 48_000)
    packets = encode_sound(np.stack([wave, wave], axis=1).astype(np.float32), slice(None))
    found = []
    for start in range(0, len(packets), split):
        (place := folder / f"sound{start}").mkdir()
        found.append(save_packets(packets[start : start + split], place))
    return found


@pytest.fixture(scope="module")
def segments(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return made_segments(tmp_path_factory.mktemp("segments"))


@pytest.fixture(scope="module")
def programme(segments: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("joined")
    sound = made_sound(folder, samples(sum(LENGTHS), Fraction(30)))
    write_programme(
        folder / "out.mp4", segments, LENGTHS, sound, PictureFormat(320, 176, Fraction(30)), {"title": "Größe – 大"}
    )
    return folder / "out.mp4"


def hashes(path: Path) -> list[str]:
    with av.open(str(path)) as container:
        return [hashlib.md5(frame.to_ndarray().tobytes()).hexdigest() for frame in container.decode(video=0)]


def numbers(path: Path) -> list[int]:
    """The numbers that are painted on the frames, in the order in which they are shown."""
    with av.open(str(path)) as container:
        lumas = [frame.to_ndarray(format="gray")[8:24, : 16 * 12] for frame in container.decode(video=0)]
    return [sum(int(luma[:, 16 * bit + 4 : 16 * bit + 12].mean() > 128) << bit for bit in range(12)) for luma in lumas]


def boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 0
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        found.append((kind, data[at + 8 : at + length]))
        at += length
    return found


def test_every_frame_is_there_once_as_its_segment_has_it(programme: Path, segments: list[Path]) -> None:
    assert hashes(programme) == [one for segment in segments for one in hashes(segment)]
    assert numbers(programme) == list(range(sum(LENGTHS)))


def test_frames_are_shown_at_a_constant_rate_from_zero_and_decoded_in_order(programme: Path) -> None:
    with av.open(str(programme)) as container:
        video = container.streams.video[0]
        packets = [packet for packet in container.demux(video) if packet.pts is not None]
        assert video.start_time == 0
        assert video.average_rate == 30
        assert video.frames == sum(LENGTHS)
        assert video.time_base == Fraction(1, 15_360)
    decoding = [packet.dts for packet in packets]
    assert all(later - earlier == 512 for earlier, later in zip(decoding, decoding[1:], strict=False))
    assert sorted(packet.pts for packet in packets) == [512 * number for number in range(sum(LENGTHS))]
    assert all(packet.pts >= packet.dts for packet in packets)


def test_both_tracks_begin_at_zero_and_are_equally_long(programme: Path) -> None:
    with av.open(str(programme)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert audio.start_time == 0
        assert container.start_time == 0
        assert container.duration == sum(LENGTHS) * 1_000_000 // 30
        heard = sum(frame.samples for frame in container.decode(audio))
    assert video.duration * video.time_base == Fraction(sum(LENGTHS), 30)
    assert 0 <= heard - samples(sum(LENGTHS), Fraction(30)) < 1024


def test_sound_is_where_it_was(programme: Path) -> None:
    with av.open(str(programme)) as container:
        frames = list(container.decode(audio=0))
    assert frames[0].pts == 0
    sound = np.concatenate([frame.to_ndarray()[0] for frame in frames])
    wave = 0.3 * np.sin(2 * np.pi * 440 * np.arange(len(sound)) / 48_000)
    for start in range(4_800, samples(sum(LENGTHS), Fraction(30)) - 9_600, 48_000):
        piece = sound[start : start + 4_800]
        lags = {lag: float(np.dot(piece, wave[start + lag : start + lag + 4_800])) for lag in range(-50, 51)}
        assert max(lags, key=lags.__getitem__) == 0


def test_index_comes_first_and_says_what_players_ask(programme: Path) -> None:
    data = programme.read_bytes()
    outer = boxes(data)
    assert [kind for kind, _ in outer] == [b"ftyp", b"moov", b"mdat"]
    index = outer[1][1]
    assert b"avc1" in index
    assert b"avc3" not in index
    for part in (b"stss", b"ctts", b"elst", b"esds", b"roll", b"colrnclx\0\1\0\1\0\1\0"):
        assert part in index
    profile, _, level = index[index.index(b"avcC") + 5 : index.index(b"avcC") + 8]
    assert profile == 100
    assert level <= 40
    with av.open(str(programme)) as container:
        video = container.streams.video[0]
        assert container.metadata["title"] == "Größe – 大"
        assert (video.codec_context.name, video.pix_fmt) == ("h264", "yuv420p")
        assert (video.codec_context.color_primaries, video.codec_context.colorspace) == (1, 1)


def test_sound_lies_beside_its_picture(programme: Path) -> None:
    with av.open(str(programme)) as container:
        places = [(packet.pos, float(packet.pts * packet.time_base)) for packet in container.demux() if packet.size]
    latest = 0.0
    for _, time in sorted(places):
        assert time > latest - 1.1
        latest = max(latest, time)


@pytest.mark.parametrize("rate", [24, 25, 50, 60])
def test_other_rates_and_no_sound(tmp_path: Path, rate: int) -> None:
    lengths = (13, 30)
    made = made_segments(tmp_path, rate, lengths)
    write_programme(tmp_path / "out.mp4", made, lengths, [], PictureFormat(320, 176, Fraction(rate)), {})
    assert numbers(tmp_path / "out.mp4") == list(range(43))
    with av.open(str(tmp_path / "out.mp4")) as container:
        assert container.streams.video[0].average_rate == rate
        assert not container.streams.audio


def broken(data: bytes, how: str) -> bytes:
    middle = len(data) // 3
    return {
        "empty": b"",
        "cut": data[: 2 * len(data) // 3],
        "no index": data[: data.index(b"moov") - 4],
        "hole": data[:middle] + bytes(4096) + data[middle + 4096 :],
        "size": data.replace(b"stsz" + bytes(8), b"stsz" + bytes(7) + b"\1"),
        "other count": data.replace(b"stts", b"sttx"),
    }[how]


@pytest.mark.parametrize("how", ["empty", "cut", "no index", "hole", "size", "other count"])
def test_a_damaged_segment_is_named_and_nothing_is_left(segments: list[Path], tmp_path: Path, how: str) -> None:
    (place := tmp_path / "abc").mkdir()
    bad = place / "segment.mp4"
    bad.write_bytes(broken(segments[4].read_bytes(), how))
    with pytest.raises(TakeDamaged, match="abc") as caught:
        read_segment(bad, LENGTHS[4])
    assert caught.value.folder == place
    with pytest.raises(TakeDamaged, match="abc"):
        read_segment(tmp_path / "abc" / "missing.mp4", 3)


def test_a_segment_with_too_few_frames_or_other_parameters_is_refused(segments: list[Path], tmp_path: Path) -> None:
    with pytest.raises(TakeDamaged, match="47 frames of 48"):
        read_segment(segments[1], 48)
    (place := tmp_path / "odd").mkdir()
    form = PictureFormat(320, 176, Fraction(30))
    write_segment(place / "segment.mp4", planes(0, 3), form, Encoding(preset="ultrafast"))
    with pytest.raises(TakeDamaged, match="odd was encoded unlike"):
        write_programme(tmp_path / "out.mp4", [*segments[:2], place / "segment.mp4"], (*LENGTHS[:2], 3), [], form, {})


def test_damaged_sound_is_named(tmp_path: Path) -> None:
    piece = made_sound(tmp_path, 48_000)[0]
    packets = piece.folder / "packets.aac"
    data = packets.read_bytes()
    packets.write_bytes(data[:-1])
    with pytest.raises(TakeDamaged, match="sound0"):
        load_piece(piece.folder)
    packets.write_bytes(data[:100] + b"?" + data[101:])
    with pytest.raises(TakeDamaged, match="other bytes"):
        write_programme(
            tmp_path / "out.mp4",
            made_segments(tmp_path, lengths=(30,)),
            (30,),
            [load_piece(piece.folder)],
            PictureFormat(320, 176, Fraction(30)),
            {},
        )


def test_sound_of_another_length_and_unknown_metadata_are_refused(segments: list[Path], tmp_path: Path) -> None:
    form = PictureFormat(320, 176, Fraction(30))
    with pytest.raises(ValueError, match="packets"):
        write_programme(tmp_path / "a.mp4", segments[:1], LENGTHS[:1], made_sound(tmp_path, 48_000), form, {})
    with pytest.raises(ValueError, match="'mood'"):
        write_programme(tmp_path / "a.mp4", segments[:1], LENGTHS[:1], [], form, {"mood": "calm"})


def test_a_file_over_4_gb_has_wide_offsets_and_a_wide_box() -> None:
    once, ticks = np.ones(3, np.int64), np.full(3, 512)
    offsets = np.array([48, 3_000_000_000, 5_000_000_000])
    track = Track(b"vide", 15_360, b"", np.full(3, 2_000_000_000), ticks, once, offsets, 0, 3, wide=True)
    index = movie([track], {})
    assert struct.pack(">4Q", 3, *offsets.tolist())[4:] in index[index.index(b"co64") :]
    assert data_header(5_000_000_000) == struct.pack(">I4sQ", 1, b"mdat", 5_000_000_016)


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="needs Debian's ffmpeg")
def test_an_older_ffmpeg_reads_it_without_a_word(programme: Path) -> None:
    done = subprocess.run(
        ["ffmpeg", "-v", "warning", "-i", str(programme), "-f", "null", "-"], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    asked = [
        "ffprobe",
        "-v",
        "error",
        "-count_frames",
        "-show_entries",
        "stream=nb_read_frames,start_time",
        "-of",
        "csv=p=0",
    ]
    told = subprocess.run([*asked, str(programme)], capture_output=True, text=True, check=True).stdout.split()
    assert told[0] == f"0.000000,{sum(LENGTHS)}"
    assert told[1].startswith("0.000000,")


def test_packets_of_counts_the_priming() -> None:
    assert [packets_of(n) for n in (0, 1, 1024, 1025)] == [1, 2, 2, 3]
