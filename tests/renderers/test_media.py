"""Reading media: facts, pictures and sound as a player presents them, and refusal of everything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from renderers.errors import MediaRejected
from renderers.media import FOREIGN, frames, picture_at, play, probe, probe_foreign, sound
from renderers.media_facts import OWN

WIDTH, HEIGHT, RATE, FRAMES = 160, 96, 30, 60
FLASH = 30
"""The frame that is white; the click sounds at the same time."""
RED_709, RED_601 = (63, 102, 240), (82, 90, 240)


def write(
    path: Path,
    *,
    video: str = "libx264",
    audio: str = "aac",
    sound_rate: int = 48_000,
    layout: str = "stereo",
    late: float = 0.0,
    times: list[int] | None = None,
    colour: tuple[int, int, int] | None = None,
    matrix: int = 1,
    rotation: int = 0,
    fast: bool = True,
) -> Path:
    """A clip of two seconds with a white frame and a click at second one; `late` shifts the sound."""
    options = {"movflags": "+faststart"} if fast and path.suffix in (".mp4", ".m4a", ".mov") else {}
    with av.open(str(path), "w", options=options) as container:
        picture: Any = None
        heard: Any = None
        if video:
            picture = container.add_stream(video, rate=RATE, options={"profile": "high"} if video == "libx264" else {})
            picture.width, picture.height, picture.pix_fmt = WIDTH, HEIGHT, "yuv420p"
            context = picture.codec_context
            context.color_primaries = context.color_trc = context.colorspace = matrix
            context.color_range = 1
            if rotation:
                picture.set_display_rotation(rotation)
        if audio:
            heard = container.add_stream(audio, rate=sound_rate, layout=layout)
            heard.codec_context.time_base = Fraction(1, sound_rate)
        if picture:
            for number, time in enumerate(times or range(FRAMES)):
                frame = av.VideoFrame(WIDTH, HEIGHT, "yuv420p")
                levels = colour or ((235, 128, 128) if number == FLASH else (40, 128, 128))
                for plane, level in zip(frame.planes, levels, strict=True):
                    plane.update(bytes([level]) * plane.buffer_size)
                if not colour and number != FLASH:
                    corner = np.frombuffer(memoryview(frame.planes[0]), np.uint8).reshape(HEIGHT, -1).copy()
                    corner[: HEIGHT // 2, : WIDTH // 2] = 120
                    frame.planes[0].update(corner.tobytes())
                frame.pts, frame.time_base = time, Fraction(1, RATE)
                frame.color_primaries = frame.color_trc = frame.colorspace = matrix
                container.mux(picture.encode(frame))
            container.mux(picture.encode(None))
        if heard:
            wave = click(sound_rate)
            channels = 1 if layout == "mono" else 2
            for at in range(0, len(wave), 1000):
                piece = np.repeat(wave[None, at : at + 1000], channels, axis=0)
                kind = heard.codec_context.format.name
                if kind[0] == "s":
                    piece = np.round(piece * (2.0 ** (int(kind[1:3]) - 1) - 1)).astype(f"int{kind[1:3]}")
                if not kind.endswith("p"):
                    piece = piece.T.reshape(1, -1)
                frame_ = av.AudioFrame.from_ndarray(np.ascontiguousarray(piece), format=kind, layout=layout)
                frame_.sample_rate = sound_rate
                frame_.pts, frame_.time_base = at + round(late * sound_rate), Fraction(1, sound_rate)
                for packet in heard.encode(frame_):
                    container.mux(packet)
            container.mux(heard.encode(None))
    return path


def click(rate: int) -> NDArray[np.float32]:
    wave = np.zeros(2 * rate, np.float32)
    wave[rate : rate + rate // 1000] = 0.8
    return wave


def clicked(samples: NDArray[np.float32], rate: int = 48_000) -> float:
    """The second at which the click is heard."""
    return float(np.argmax(np.abs(samples[:, 0]) > 0.4 * np.abs(samples).max()) / rate)


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("media") / "clip.mp4")


def test_facts_of_an_mp4_are_measured(clip: Path) -> None:
    facts = probe(clip)
    video, heard = facts.video, facts.sound
    assert video is not None and heard is not None
    assert (facts.container, facts.fast_start, facts.bytes) == ("mp4", True, clip.stat().st_size)
    assert (video.codec, video.profile, video.tag, video.pixel_format) == ("h264", "High", "avc1", "yuv420p")
    assert (video.primaries, video.transfer, video.matrix, video.range) == ("bt709", "bt709", "bt709", "tv")
    assert (video.width, video.height, video.rate) == (WIDTH, HEIGHT, Fraction(30))
    assert (video.constant, video.frames) == (True, FRAMES)
    assert (video.start, video.duration) == (0.0, 2.0)
    assert (heard.codec, heard.profile, heard.tag, heard.rate, heard.channels) == ("aac", "LC", "mp4a", 48_000, 2)
    assert heard.priming == 1024
    assert (heard.start, heard.duration) == (0.0, 2.0)


def test_index_at_the_end_is_noticed(tmp_path: Path) -> None:
    assert probe(write(tmp_path / "slow.mp4", fast=False)).fast_start is False


def test_every_picture_is_shown_at_its_time_and_the_flash_on_its_frame(clip: Path) -> None:
    seen = list(frames(clip, grey=True))
    assert [picture.index for picture in seen] == list(range(FRAMES))
    assert [picture.time for picture in seen] == pytest.approx([n / 30 for n in range(FRAMES)])
    assert [picture.index for picture in seen if picture.pixels.mean() > 200] == [FLASH]


def test_sample_zero_is_time_zero(clip: Path) -> None:
    heard = sound(clip)
    assert heard.shape == (96_000, 2) and heard.dtype == np.float32
    assert clicked(heard) == pytest.approx(1.0, abs=2e-4)


def test_sound_at_another_rate_keeps_its_place_and_length(clip: Path) -> None:
    heard = sound(clip, 16_000)
    assert heard.shape == (32_000, 2)
    assert clicked(heard, 16_000) == pytest.approx(1.0, abs=2e-4)


def test_sound_that_starts_late_is_heard_late(tmp_path: Path) -> None:
    path = write(tmp_path / "late.mp4", late=0.5)
    heard = sound(path)
    fact = probe(path).sound
    assert fact is not None and fact.start == pytest.approx(0.5, abs=0.03)
    assert not heard[:22_000].any()
    # The edit list of an MP4 counts in milliseconds.
    assert clicked(heard) == pytest.approx(1.5, abs=1e-3)


@pytest.mark.parametrize(
    ("name", "video", "audio", "rate"),
    [
        ("a.mov", "libx264", "aac", 48_000),
        ("a.mkv", "libx264", "flac", 44_100),
        ("a.webm", "libvpx", "libopus", 48_000),
        ("a.wav", "", "pcm_s16le", 44_100),
        ("a.mp3", "", "libmp3lame", 44_100),
        ("a.ogg", "", "libopus", 48_000),
        ("a.flac", "", "flac", 48_000),
        ("a.m4a", "", "aac", 44_100),
    ],
)
def test_every_accepted_format_sounds_in_place(tmp_path: Path, name: str, video: str, audio: str, rate: int) -> None:
    path = write(tmp_path / name, video=video, audio=audio, sound_rate=rate)
    facts = probe(path)
    assert bool(facts.videos) is bool(video)
    offset = facts.video.start if facts.video else 0.0
    # Matroska counts in milliseconds, and its writer moves everything by the priming of the sound.
    assert clicked(sound(path)) - offset == pytest.approx(1.0, abs=2e-3)
    if video:
        flashes = [picture.time - offset for picture in frames(path, grey=True) if picture.pixels.mean() > 200]
        assert flashes == pytest.approx([1.0], abs=2e-3)


def test_mono_is_heard_on_both_sides_as_loud_as_it_is(tmp_path: Path) -> None:
    heard = sound(write(tmp_path / "mono.wav", video="", audio="pcm_s16le", layout="mono"))
    assert np.array_equal(heard[:, 0], heard[:, 1])
    assert heard.max() == pytest.approx(0.8, abs=1e-3)


@pytest.mark.parametrize(("levels", "matrix"), [(RED_709, 1), (RED_601, 6), (RED_601, 2)])
def test_colours_follow_the_tag(tmp_path: Path, levels: tuple[int, int, int], matrix: int) -> None:
    path = write(tmp_path / "red.mp4", audio="", colour=levels, matrix=matrix)
    colour = next(iter(frames(path))).pixels.reshape(-1, 3).mean(axis=0)
    assert colour == pytest.approx([255, 0, 0], abs=3)


@pytest.mark.parametrize(("level", "shown"), [(16, 0), (126, 128), (235, 255)])
@pytest.mark.parametrize("grey", [False, True])
def test_black_and_white_are_black_and_white(tmp_path: Path, level: int, shown: int, grey: bool) -> None:
    path = write(tmp_path / "level.mp4", audio="", colour=(level, 128, 128), times=list(range(3)))
    assert np.unique(next(iter(frames(path, grey=grey))).pixels) == pytest.approx([shown], abs=1)


def test_size_and_rate_can_be_chosen(clip: Path) -> None:
    seen = list(frames(clip, (80, 48), rate=Fraction(12)))
    assert [picture.pixels.shape for picture in seen] == [(48, 80, 3)] * 24
    assert [picture.time for picture in seen] == pytest.approx([n / 12 for n in range(24)])
    assert [picture.index for picture in seen if picture.pixels.mean() > 200] == [12]


def test_uneven_pictures_are_noticed_and_held_while_they_are_shown(tmp_path: Path) -> None:
    path = write(tmp_path / "uneven.mp4", audio="", times=[0, 1, 2, 10, 11, 12, 25])
    fact = probe(path).video
    assert fact is not None and fact.constant is False
    times = [picture.time for picture in frames(path, rate=Fraction(30))]
    assert times == pytest.approx([n / 30 for n in range(26)])


@pytest.mark.parametrize(
    ("turned", "clockwise", "shape", "corner"),
    [
        (90, 270, (WIDTH, HEIGHT), (-1, 0)),
        (180, 180, (HEIGHT, WIDTH), (-1, -1)),
        (270, 90, (WIDTH, HEIGHT), (0, -1)),
    ],
)
def test_a_turned_phone_film_is_upright(
    tmp_path: Path, turned: int, clockwise: int, shape: tuple[int, int], corner: tuple[int, int]
) -> None:
    path = write(tmp_path / "turned.mp4", audio="", rotation=turned, times=list(range(3)))
    fact = probe(path).video
    pixels = next(iter(frames(path, grey=True))).pixels
    assert fact is not None and fact.rotation == clockwise
    assert pixels.shape == shape
    assert pixels[corner] > 100 > pixels[-1 - corner[0], -1 - corner[1]]


def test_the_picture_at_a_moment(clip: Path) -> None:
    for moment, white in ((0.99, False), (1.0, True), (1.03, True), (1.034, False)):
        picture = picture_at(clip, moment)
        assert picture is not None and bool(picture.pixels.mean() > 200) is white
    last = picture_at(clip, 1.99)
    assert last is not None and last.time == pytest.approx(59 / 30)
    assert picture_at(clip, 2.0) is None


def test_playing_gives_pictures_and_sound_in_one_pass(clip: Path) -> None:
    pieces = list(play(clip))
    pictures = [piece for piece in pieces if hasattr(piece, "luma")]
    heard = sum(len(piece.samples) for piece in pieces if not hasattr(piece, "luma"))
    assert (len(pictures), heard) == (FRAMES, 96_000)
    assert pictures[FLASH].luma.min() > 230


HOSTILE: dict[str, tuple[bytes, str]] = {
    "renamed.mp4": (b"Dear client,\nhere is the film.\n", "a text file"),
    "page.mp4": (b"<!DOCTYPE html><html></html>", "a web page"),
    "playlist.mp4": (b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/secret.ts\n", "a playlist"),
    "list.mp4": (b"ffconcat version 1.0\nfile /etc/passwd\n", "a playlist"),
    "picture.mov": (b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG picture"),
    "noise.webm": (bytes(range(1, 200)) * 20, "unknown kind"),
    "empty.mp4": (b"", "empty"),
    "hollow.mp4": (b"\0\0\0\x10ftypisom\0\0\0\0", "no index"),
    "broken.mkv": (b"\x1aE\xdf\xa3" + bytes(500), "damaged or cut off"),
    "broken.mp3": (b"ID3\x04" + bytes(5000), "damaged or cut off"),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("read", [probe, probe_foreign, sound, lambda path: list(frames(path))])
def test_what_is_no_media_is_refused_in_a_sentence(tmp_path: Path, name: str, read: Callable[[Path], object]) -> None:
    content, why = HOSTILE[name]
    (path := tmp_path / name).write_bytes(content)
    with pytest.raises(MediaRejected, match=why) as refusal:
        read(path)
    assert str(refusal.value).startswith(name) and "\n" not in str(refusal.value)


def test_what_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaRejected, match="no file"):
        probe(tmp_path / "nothing.mp4")
    with pytest.raises(MediaRejected, match="is a folder"):
        probe(tmp_path)


@pytest.mark.parametrize(
    ("name", "share"),
    [
        *((name, share) for name in ("a.mp4", "a.mkv", "a.wav") for share in (0.2, 0.6, 0.99)),
        ("a.flac", 0.2),
    ],
)
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, name: str, share: float) -> None:
    bare = name in ("a.wav", "a.flac")
    kinds = {"a.mkv": "flac", "a.wav": "pcm_s16le", "a.flac": "flac"}
    path = write(tmp_path / name, video="" if bare else "libx264", audio=kinds.get(name, "aac"))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(MediaRejected, match=r"cut off|damaged|no picture"):
        probe(path)


def test_a_name_that_looks_like_an_address_is_only_a_name(clip: Path, tmp_path: Path) -> None:
    odd = tmp_path / "concat:a|b.mp4"
    odd.write_bytes(clip.read_bytes())
    assert probe(odd).duration == 2.0


def test_limits_hold(clip: Path) -> None:
    for limits, why in (
        (replace(OWN, bytes=1000), "MB"),
        (replace(OWN, seconds=1.0), "minutes"),
        (replace(OWN, pixels=1000), "160 by 96"),
    ):
        with pytest.raises(MediaRejected, match=why):
            probe(clip, limits)


def test_a_film_without_sound_and_a_sound_without_film(tmp_path: Path) -> None:
    with pytest.raises(MediaRejected, match="no sound"):
        sound(write(tmp_path / "mute.mp4", audio=""))
    with pytest.raises(MediaRejected, match="no picture"):
        list(frames(write(tmp_path / "a.wav", video="", audio="pcm_s16le")))


def test_foreign_media_gives_the_same_facts_from_a_child(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "av.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert probe_foreign(clip) == probe(clip)


def test_the_child_is_stopped_when_it_takes_too_much(clip: Path) -> None:
    with pytest.raises(MediaRejected, match="takes longer"):
        probe_foreign(clip, replace(FOREIGN, patience=0.01))
    with pytest.raises(MediaRejected, match=r"memory|stops the reader"):
        probe_foreign(clip, replace(FOREIGN, memory=200 << 20))


@given(at=st.integers(0, 10**6), junk=st.binary(min_size=1, max_size=64), cut=st.booleans())
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_never_leaves_as_anything_but_a_refusal(
    clip: Path, tmp_path: Path, at: int, junk: bytes, cut: bool
) -> None:
    whole = clip.read_bytes()
    at %= len(whole)
    (path := tmp_path / "hurt.mp4").write_bytes(whole[:at] + junk + (b"" if cut else whole[at + len(junk) :]))
    try:
        facts = probe(path)
        pieces = list(play(path))
    except MediaRejected as refusal:
        assert "hurt.mp4" in str(refusal)
    else:
        assert facts.videos or facts.sounds
        assert pieces
