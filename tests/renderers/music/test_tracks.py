"""Music that the client brings: read once, its beats found, cut to length on bars with its own ending, or refused."""

from __future__ import annotations

import wave
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.errors import MediaRejected
from renderers.loudness import integrated, true_peak
from renderers.music.beats import BandWatch, find_pulse
from renderers.music.track_beds import cut_track, plan_cut
from renderers.music.tracks import LONGEST, Track, check_track, prepare_track
from renderers.takes import TakeStore, file_digest

RATE = 48_000
BEAT = 0.5


def song(seconds: float, beat: float = BEAT, end: float = 1.0) -> NDArray[np.float32]:
    """A kick on every beat, stronger on the first of four, chords that change with the bar, and one that rings."""
    times = np.arange(int(seconds * RATE)) / RATE
    out = np.zeros(len(times))
    body = seconds - end - 1.5
    for number, start in enumerate(np.arange(0, body, beat)):
        since = np.clip(times - start, 0, None)
        kick = np.sin(2 * np.pi * 60 * since) * np.exp(-since * 14) * (times >= start)
        out += kick * (0.6 if number % 4 == 0 else 0.35)
        chord = (220.0, 261.6, 196.0, 174.6)[number // 4 % 4]
        inside = (times >= start) & (times < start + beat)
        out += inside * 0.1 * np.sin(2 * np.pi * chord * times) * np.exp(-since * 3)
    since = np.clip(times - body, 0, None)
    out += (times >= body) * 0.3 * np.sin(2 * np.pi * 220 * times) * np.exp(-since * 3)
    return np.repeat(out[:, None], 2, axis=1).astype(np.float32)


def write_wav(path: Path, samples: NDArray[np.float32], rate: int = RATE) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(samples.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path


@pytest.fixture(scope="module")
def track(tmp_path_factory: pytest.TempPathFactory) -> Track:
    folder = tmp_path_factory.mktemp("tracks")
    path = write_wav(folder / "song.wav", song(30.0))
    return prepare_track(path, file_digest(path), TakeStore(folder / "takes"))


def test_beats_and_bars_are_found(track: Track) -> None:
    gaps = np.diff(track.beats) / RATE
    assert np.median(gaps) == pytest.approx(BEAT, abs=0.01)
    near = np.abs(track.beats / RATE / BEAT - np.round(track.beats / RATE / BEAT)) * BEAT
    assert np.median(near) < 0.03
    bars = track.bars / RATE / (4 * BEAT)
    assert np.median(np.abs(bars - np.round(bars))) * 4 * BEAT < 0.05, "a bar begins with its strong beat"


def test_what_has_no_pulse_has_no_beats() -> None:
    noise = np.random.default_rng(1).standard_normal((20 * RATE, 2)).astype(np.float32) * np.float32(0.1)
    watch = BandWatch()
    for start in range(0, len(noise), 7000):
        watch.hear(noise[start : start + 7000])
    assert len(find_pulse(watch.finish()).beats) == 0


@pytest.mark.parametrize("seconds", [7.0, 14.3, 21.0, 28.7, 30.0, 41.7, 75.2])
def test_a_bed_is_exact_level_and_ends_in_silence(track: Track, seconds: float) -> None:
    length = int(seconds * RATE) + 7
    bed = np.concatenate(list(cut_track(track, length)))
    assert bed.shape == (length, 2)
    assert np.isfinite(bed).all()
    assert integrated(bed) == pytest.approx(-20, abs=1.6)
    assert true_peak(bed) <= -1.0
    assert np.abs(bed[-480:]).max() < 1e-3 * np.abs(bed).max(), "60 dB down at the end"


@pytest.mark.parametrize("seconds", [14.3, 21.0, 41.7, 75.2])
def test_it_goes_on_elsewhere_only_on_bars_and_ends_with_its_own_ending(track: Track, seconds: float) -> None:
    spans = plan_cut(track, int(seconds * RATE))
    assert len(spans) > 1
    assert spans[-1].end == track.end
    bar = 4 * BEAT * RATE
    for span, following in zip(spans, spans[1:], strict=False):
        jumped = (following.start - span.end) / bar
        assert abs(jumped - round(jumped)) * bar < 0.03 * RATE


def test_the_pulse_goes_on_over_the_joins(track: Track) -> None:
    bed = np.concatenate(list(cut_track(track, int(41.7 * RATE))))
    watch = BandWatch()
    watch.hear(bed.astype(np.float32))
    gaps = np.diff(find_pulse(watch.finish()).beats) / RATE
    assert np.abs(gaps[2:-4] - BEAT).max() < 0.06


@pytest.mark.parametrize("seconds", [4.3, 7.1, 9.0])
def test_a_short_loop_is_repeated_on_its_bars(seconds: float, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "loop.wav", song(30.0)[: round(seconds * RATE)])
    loop = prepare_track(path, file_digest(path), TakeStore(tmp_path / "takes"))
    spans = plan_cut(loop, 20 * RATE)
    assert len(spans) > 1
    for before, after in zip(spans, spans[1:], strict=False):
        bars = (before.end - after.start) / RATE / (4 * BEAT)
        assert abs(bars - round(bars)) * 4 * BEAT < 0.05
    assert sum(len(block) for block in cut_track(loop, 20 * RATE)) == 20 * RATE


@pytest.mark.parametrize(("suffix", "codec", "rate", "layout"), [
    (".mp3", "libmp3lame", 44_100, "stereo"), (".m4a", "aac", 48_000, "stereo"), (".ogg", "libopus", 48_000, "mono"),
    (".flac", "flac", 192_000, "mono"), (".wav", "pcm_s16le", 96_000, "5.1"),
])  # fmt: skip
def test_files_of_all_kinds_are_read(tmp_path: Path, suffix: str, codec: str, rate: int, layout: str) -> None:
    path = tmp_path / f"tune{suffix}"
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, layout=layout)
        sides = len(av.AudioLayout(layout).channels)
        tone = (np.sin(np.arange(rate * 3) * 2 * np.pi * 440 / rate) * 8000).astype(np.int16)
        resampler = av.AudioResampler(format=stream.codec_context.format, layout=layout, rate=rate)
        for start in range(0, len(tone), 4096):
            packed = np.repeat(tone[start : start + 4096, None], sides, axis=1).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(packed), format="s16", layout=layout)
            frame.sample_rate, frame.pts = rate, start
            for ready in resampler.resample(frame):
                container.mux(stream.encode(ready))
        container.mux(stream.encode(None))
    assert check_track(path) == pytest.approx(3.0, abs=0.1)
    found = prepare_track(path, file_digest(path), TakeStore(tmp_path / "takes"))
    bed = np.concatenate(list(cut_track(found, 5 * RATE)))
    assert bed.shape == (5 * RATE, 2)
    assert np.abs(bed).max() > 0.01


BROKEN = {
    "nothing.mp3": b"",
    "text.wav": b"this is no sound at all, only words" * 20,
    "cut.flac": b"fLaC" + bytes(40),
    "picture.mp3": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "protected.m4p": bytes.fromhex("00000018") + b"ftypM4P " + bytes(400),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_what_is_no_music_is_refused_in_a_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BROKEN[name])
    with pytest.raises(MediaRejected) as refused:
        check_track(path)
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)


def test_silence_and_what_is_too_short_are_refused(tmp_path: Path) -> None:
    silent = write_wav(tmp_path / "silent.wav", np.zeros((3 * RATE, 2), np.float32))
    with pytest.raises(MediaRejected, match="Nothing is heard in silent.wav"):
        prepare_track(silent, "x" * 32, TakeStore(tmp_path / "takes"))
    short = write_wav(tmp_path / "short.wav", np.full((RATE // 2, 2), 0.1, np.float32))
    with pytest.raises(MediaRejected, match=r"only 0.5 seconds"):
        check_track(short)
    assert not list((tmp_path / "takes").glob("tracks/*/*/sound.npy"))


@pytest.mark.parametrize("minutes", [45, 70, 8 * 60])
def test_music_that_is_too_long_is_refused_before_it_is_read_and_told_how_long_it_may_be(
    tmp_path: Path, minutes: int
) -> None:
    # A header alone says how long it is; the file is mostly hole.
    path = tmp_path / "long.wav"
    size = minutes * 60 * 16_000
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(16_000)
        file.writeframes(b"")
    head = bytearray(path.read_bytes())
    head[4:8], head[40:44] = (size + 36).to_bytes(4, "little"), size.to_bytes(4, "little")
    with path.open("wb") as out:
        out.write(head)
        out.truncate(44 + size)
    with pytest.raises(MediaRejected, match=rf"^long.wav is {minutes} minutes long; at most 30 are read. Cut it.$"):
        check_track(path)
    readme = Path(__file__).parents[3] / "README.md"
    assert LONGEST == 30 * 60 and "up to half an hour" in readme.read_text("utf-8")
