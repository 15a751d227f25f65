"""What is measured on a finished film: black, frozen and silent stretches, loudness, counts and offsets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.encoding import encode_sound, write_segment
from renderers.errors import MediaRejected
from renderers.inspection import Stretch, inspect, inspect_foreign
from renderers.inspection_sound import Heard, SoundWatch
from renderers.joining import write_programme
from renderers.layer import Planes
from renderers.loudness import integrated, true_peak
from renderers.media import FOREIGN
from renderers.media_sound import SoundPiece
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from renderers.sound_pieces import save_packets

RATE = 30
Picture = Callable[[int], NDArray[np.uint8]]


def film(path: Path, count: int, picture: Picture, sound: NDArray[np.float32] | None = None, crf: float = 19.0) -> Path:
    """A film of `count` pictures of grey levels that `picture(n)` gives, as the house writes it."""
    height, width = picture(0).shape
    look = PictureFormat(width, height, Fraction(RATE))
    chroma = np.full((height // 2, width // 2), 128, np.uint8)

    def planes() -> Iterator[Planes]:
        for number in range(count):
            yield Planes(picture(number), chroma, chroma)

    segment = path.with_name(f"{path.stem}-segment.mp4")
    write_segment(segment, planes(), look, Encoding(crf=crf))
    pieces = [] if sound is None else [save_packets(encode_sound(sound, slice(None)), path.parent)]
    write_programme(path, [segment], [count], pieces, look, {})
    return path


def moving(number: int) -> NDArray[np.uint8]:
    """A bright block that runs over grey."""
    picture = np.full((96, 160), 60, np.uint8)
    picture[20:60, 4 * number % 120 : 4 * number % 120 + 30] = 200
    return picture


def still(number: int) -> NDArray[np.uint8]:
    return moving(0)


def black(number: int) -> NDArray[np.uint8]:
    return np.full((96, 160), 16, np.uint8)


def tone(seconds: float, level: float = -20.0, frequency: float = 997.0) -> NDArray[np.float32]:
    """A sine on both sides with its peak at `level` dBFS."""
    at = np.arange(round(seconds * 48_000)) / 48_000
    wave = 10 ** (level / 20) * np.sin(2 * np.pi * frequency * at)
    return np.stack([wave, wave], axis=1).astype(np.float32)


def heard(samples: NDArray[np.float32], seconds: float, step: int = 1_000) -> Heard:
    """What comes of hearing `samples` in pieces."""
    watch = SoundWatch(60.0)
    for at in range(0, len(samples), step):
        watch.hear(SoundPiece(at / 48_000, 48_000, samples[at : at + step]))
    return watch.finish(seconds)


def cut(*parts: tuple[int, Picture]) -> tuple[int, Picture]:
    """Parts one after another as one film."""
    shown = [picture for count, picture in parts for _ in range(count)]
    return len(shown), lambda number: shown[number](number)


def test_black_frozen_and_silent_stretches_are_found_where_they_are(tmp_path: Path) -> None:
    sound = tone(5.7)
    sound[round(2.2 * 48_000) : round(3.7 * 48_000)] = 0
    path = film(tmp_path / "film.mp4", *cut((30, moving), (6, black), (30, moving), (75, still), (30, moving)), sound)
    found = inspect(path)
    assert found.black == (Stretch(1.0, 0.2),)
    assert found.frozen == (Stretch(2.2, 2.5),)
    assert [(each.start, each.duration) for each in found.silent] == [pytest.approx((2.2, 1.5), abs=0.05)]
    assert (found.frames, found.duration, found.damaged_frames, found.sound_offset) == (171, 5.7, 0, 0.0)


@pytest.mark.parametrize(("pictures", "reported"), [(2, False), (3, True)])
def test_black_counts_from_a_tenth_of_a_second(tmp_path: Path, pictures: int, reported: bool) -> None:
    found = inspect(film(tmp_path / "film.mp4", *cut((10, moving), (pictures, black), (10, moving))))
    assert bool(found.black) is reported


@pytest.mark.parametrize(("pictures", "reported"), [(59, False), (60, True)])
def test_frozen_counts_from_two_seconds(tmp_path: Path, pictures: int, reported: bool) -> None:
    found = inspect(film(tmp_path / "film.mp4", *cut((10, moving), (pictures, still), (10, moving))))
    assert bool(found.frozen) is reported


def test_dark_pictures_with_something_on_them_are_not_black(tmp_path: Path) -> None:
    def titled(number: int) -> NDArray[np.uint8]:
        picture = black(number)
        picture[40:46, 40 : 60 + number] = 220
        return picture

    assert inspect(film(tmp_path / "titled.mp4", 20, titled)).black == ()
    assert inspect(film(tmp_path / "night.mp4", 20, lambda n: np.full((96, 160), 28, np.uint8))).black == ()


def test_a_blink_of_an_eye_is_a_move(tmp_path: Path) -> None:
    def face(number: int) -> NDArray[np.uint8]:
        picture = np.full((540, 960), 150, np.uint8)
        picture[250:262, 400:430] = 150 if number % 45 < 4 else 40
        return picture

    assert inspect(film(tmp_path / "face.mp4", 100, face)).frozen == ()


def test_a_slow_drift_is_a_move(tmp_path: Path) -> None:
    ramp = np.linspace(40, 200, 400)

    def drifting(number: int) -> NDArray[np.uint8]:
        return np.repeat(ramp[None, number // 2 : number // 2 + 160], 96, axis=0).astype(np.uint8)

    assert inspect(film(tmp_path / "drift.mp4", 100, drifting)).frozen == ()


def test_a_textured_still_is_frozen_although_key_frames_make_it_breathe(tmp_path: Path) -> None:
    texture = np.random.default_rng(4).normal(120, 12, (96, 160)).clip(16, 235).astype(np.uint8)
    texture[30:70:4, 20:140] = 235
    found = inspect(film(tmp_path / "texture.mp4", 150, lambda number: texture, crf=26))
    assert found.frozen == (Stretch(0.0, 5.0),)


def test_loudness_and_peak_of_a_tone_are_what_the_standard_says(tmp_path: Path) -> None:
    found = inspect(film(tmp_path / "tone.mp4", 60, moving, tone(2.0, -20.0)))
    assert found.loudness == pytest.approx(-20.0, abs=0.2)
    # The encoder overshoots a little where the tone sets in.
    assert found.true_peak == pytest.approx(-20.0, abs=0.6)
    assert found.silent == ()


def test_a_film_without_sound_has_no_loudness_and_no_silence(tmp_path: Path) -> None:
    found = inspect(film(tmp_path / "mute.mp4", 30, moving))
    assert (found.loudness, found.true_peak, found.sound_offset, found.silent) == (None, None, None, ())


def test_a_sound_track_of_nothing_is_one_silence(tmp_path: Path) -> None:
    found = inspect(film(tmp_path / "hush.mp4", 60, moving, np.zeros((96_000, 2), np.float32)))
    assert (found.loudness, found.true_peak) == (None, None)
    assert found.silent == (Stretch(0.0, 2.0),)


def test_sound_that_ends_early_leaves_a_silence_to_the_end() -> None:
    (end,) = heard(tone(1.5), 3.0).silent
    assert (end.start, end.end) == pytest.approx((1.5, 3.0), abs=0.02)


def test_silence_around_and_between_pieces_counts() -> None:
    watch = SoundWatch(60.0)
    for start in (1.2, 4.0):
        watch.hear(SoundPiece(start, 48_000, tone(1.0)))
    assert watch.finish(5.0).silent == (Stretch(0.0, 1.2), Stretch(2.2, 1.8))


def test_silence_needs_both_sides(tmp_path: Path) -> None:
    one_side = tone(3.0)
    one_side[:, 0] = 0
    assert heard(one_side, 3.0).silent == ()
    assert heard(np.zeros((144_000, 2), np.float32), 3.0) == Heard(None, None, (Stretch(0.0, 3.0),), 0.0)
    assert heard(tone(3.0, -60.0), 3.0).silent == (Stretch(0.0, 3.0),)


@pytest.mark.parametrize("length", [90, 9_000, 30_000, 700_001])
@pytest.mark.parametrize("step", [1_024, 48_000, 1_000_000])
def test_sound_in_pieces_measures_as_the_whole_does(length: int, step: int) -> None:
    noise = np.random.default_rng(5).normal(0, 0.1, (length, 2)) * np.linspace(0.1, 1, length)[:, None]
    samples = noise.astype(np.float32)
    found = heard(samples, length / 48_000, step)
    assert found.loudness == pytest.approx(integrated(samples, 48_000), abs=0.02)
    assert found.true_peak == pytest.approx(true_peak(samples), abs=0.01)


def test_sound_longer_than_is_read_is_refused() -> None:
    with pytest.raises(MediaRejected, match="longer than"):
        SoundWatch(60.0).hear(SoundPiece(59.5, 48_000, tone(1.0)))


def test_full_range_black_is_black_and_full_range_grey_is_not(tmp_path: Path) -> None:
    for level, is_black in ((0, True), (20, False)):
        path = tmp_path / f"full{level}.mp4"
        with av.open(str(path), "w") as container:
            stream = container.add_stream("libx264", rate=RATE)
            stream.width, stream.height, stream.pix_fmt = 160, 96, "yuvj420p"
            stream.codec_context.color_range = 2
            for number in range(10):
                frame = av.VideoFrame(160, 96, "yuvj420p")
                for plane, value in zip(frame.planes, (level, 128, 128), strict=True):
                    plane.update(bytes([value]) * plane.buffer_size)
                frame.pts = number
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        assert bool(inspect(path).black) is is_black


def test_the_measures_are_plain_json(tmp_path: Path) -> None:
    found = inspect(film(tmp_path / "film.mp4", *cut((10, moving), (6, black)), tone(16 / 30)))
    said = json.loads(json.dumps(found.as_json(), allow_nan=False))
    assert said["facts"]["videos"][0]["rate"] == "30"
    assert said["black"] == [{"start": pytest.approx(1 / 3, abs=1e-5), "duration": 0.2}]


def test_a_foreign_film_measures_the_same_in_a_child(tmp_path: Path) -> None:
    path = film(tmp_path / "film.mp4", *cut((10, moving), (6, black), (14, moving)), tone(1.0))
    assert inspect_foreign(path) == inspect(path)
    with pytest.raises(MediaRejected, match=r"memory|stops the reader"):
        inspect_foreign(path, replace(FOREIGN, memory=200 << 20))


def test_what_is_no_film_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "note.mp4").write_text("not a film")
    with pytest.raises(MediaRejected, match="a text file"):
        inspect(path)


def test_damage_is_counted_or_refused(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    texture = rng.integers(40, 200, (96, 320), dtype=np.uint8)
    path = film(tmp_path / "film.mp4", 90, lambda number: texture[:, number : number + 160].copy())
    whole = bytearray(path.read_bytes())
    middle = (whole.index(b"mdat") + len(whole)) // 2
    whole[middle : middle + 300] = rng.bytes(300)
    path.write_bytes(whole)
    try:
        assert inspect(path).damaged_frames > 0
    except MediaRejected as refusal:
        assert "damaged" in str(refusal)
