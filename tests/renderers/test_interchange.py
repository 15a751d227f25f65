"""Stills and moving previews: the right moment, the right colours, whole or not at all."""

from __future__ import annotations

import errno
import os
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from renderers import interchange
from renderers.errors import MediaRejected, NoSpace
from renderers.interchange import CannotExport, write_gif, write_png
from renderers.preview_files import choose_palette, save_gif, save_webp

NAVY, CREAM, TEAL = (18, 32, 78), (250, 246, 238), (0, 150, 136)
WIDTH, HEIGHT = 320, 180


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds at 30: a teal block over navy, then over cream from 1.5 s on, without a key frame there."""
    path = tmp_path_factory.mktemp("video") / "film.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30, options={"crf": "10", "x264-params": "keyint=250:scenecut=0"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        context = stream.codec_context
        context.color_primaries = context.color_trc = context.colorspace = 1
        for number in range(60):
            frame = av.VideoFrame.from_ndarray(scene(number), format="rgb24")
            frame = frame.reformat(format="yuv420p", dst_colorspace="ITU709")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def scene(number: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    picture = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    picture[:] = NAVY if number < 45 else CREAM
    picture[60:120, 2 * number : 2 * number + 80] = TEAL
    return picture


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def frames_of(path: Path) -> list[tuple[np.ndarray[Any, Any], int]]:
    """Every picture of an animation with the milliseconds that it stays."""
    seen = []
    with Image.open(path) as image:
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            seen.append((np.asarray(image.convert("RGB")).astype(int), int(image.info["duration"])))
    return seen


def shown_at(path: Path, milliseconds: int) -> np.ndarray[Any, Any]:
    end = 0
    for picture, length in frames_of(path):
        end += length
        if milliseconds < end:
            return picture
    raise AssertionError("the animation is shorter")


@pytest.mark.parametrize(("at", "number"), [(0, 0), (1.0, 30), (1.49, 44), (1.5, 45), (1.99, 59)])
def test_a_still_is_the_picture_of_its_moment_in_full_size(video: Path, tmp_path: Path, at: float, number: int) -> None:
    out = write_png(video, tmp_path / "still.png", at)
    with Image.open(out) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (WIDTH, HEIGHT), "RGB")
        pixels = np.asarray(image).astype(int)
    assert np.abs(pixels - scene(number)).mean() < 3
    assert pixels[5, 300] == pytest.approx(scene(number)[5, 300], abs=3)
    assert names(tmp_path) == ["still.png"]


@pytest.mark.parametrize("at", [-0.1, 2.0, 99.0, float("nan"), float("inf")])
def test_a_moment_outside_the_film_is_refused(video: Path, tmp_path: Path, at: float) -> None:
    with pytest.raises(CannotExport, match=r"runs from 0 to 2\.00 s"):
        write_png(video, tmp_path / "still.png", at)
    assert not names(tmp_path)


@pytest.mark.parametrize("write", [lambda v, o: write_png(v, o.with_suffix(".png"), 0.5), write_gif])
def test_a_place_that_can_not_be_written_is_told(video: Path, tmp_path: Path, write: Any) -> None:
    with pytest.raises(NoSpace, match="there is no folder"):
        write(video, tmp_path / "nowhere" / "a.gif")
    (tmp_path / "a.gif").mkdir()
    (tmp_path / "a.png").mkdir()
    with pytest.raises(NoSpace, match="a folder has that name"):
        write(video, tmp_path / "a.gif")


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    video: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "still.png"
    out.write_bytes(b"before")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoSpace, match="No space left"):
        write_png(video, out, 0.5)
    assert out.read_bytes() == b"before"
    assert names(tmp_path) == ["still.png"]


def test_a_wrong_ending_is_refused(video: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match=r"end in \.png"):
        write_png(video, tmp_path / "still.jpg", 0)
    with pytest.raises(CannotExport, match=r"\.gif or \.webp"):
        write_gif(video, tmp_path / "film.mp4")


@pytest.mark.parametrize("name", ["film.gif", "film.webp"])
def test_a_moving_preview_lasts_as_long_and_shows_the_same(video: Path, tmp_path: Path, name: str) -> None:
    out = write_gif(video, tmp_path / name, width=160)
    with Image.open(out) as image:
        assert image.size == (160, 90)
        assert image.info["loop"] == 0
    assert sum(length for _, length in frames_of(out)) == 2000
    for at, number in ((0, 0), (1000, 30), (1520, 45), (1990, 57)):
        picture, wanted = shown_at(out, at), scene(number)[1::2, 1::2].astype(int)
        assert np.abs(picture - wanted).mean() < 8
        assert picture[3, 150] == pytest.approx(wanted[3, 150], abs=14)
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("name", ["film.gif", "film.webp"])
def test_a_span_can_be_chosen(video: Path, tmp_path: Path, name: str) -> None:
    out = write_gif(video, tmp_path / name, width=160, start=1.2, length=0.5)
    seen = frames_of(out)
    assert sum(length for _, length in seen) == 500
    for at, number in ((0, 36), (250, 43), (499, 50)):
        assert np.abs(shown_at(out, at) - scene(number)[1::2, 1::2].astype(int)).mean() < 8
    assert sum(length for _, length in frames_of(write_gif(video, out, width=160, start=1.5, length=9))) == 500


@pytest.mark.parametrize(("start", "length"), [(-1.0, 1.0), (2.0, 1.0), (0.5, 0.0), (float("nan"), 1.0), (0.5, -1.0)])
def test_a_span_without_film_is_refused(video: Path, tmp_path: Path, start: float, length: float) -> None:
    with pytest.raises(CannotExport, match=r"runs from 0 to 2\.00 s"):
        write_gif(video, tmp_path / "film.gif", start=start, length=length)
    assert not names(tmp_path)


def test_a_moving_block_leaves_no_trail(video: Path, tmp_path: Path) -> None:
    picture = shown_at(write_gif(video, tmp_path / "film.gif", width=160), 1400)
    assert np.abs(picture[30:60, 2:35] - NAVY).max() < 40


def test_the_same_film_gives_the_same_bytes(video: Path, tmp_path: Path) -> None:
    first, second = (write_gif(video, tmp_path / name, width=160).read_bytes() for name in ("a.gif", "b.gif"))
    assert first == second


def test_a_preview_is_never_wider_than_the_film(video: Path, tmp_path: Path) -> None:
    with Image.open(write_gif(video, tmp_path / "film.gif", width=480, fps=2)) as image:
        assert image.size == (WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("width", "fps", "why"),
    [(4, 12, "16 to 1920"), (5000, 12, "16 to 1920"), (160, 0, "1 to 50"), (160, 60, "1 to 50")],
)
def test_a_size_or_rate_that_does_not_fit_is_refused(
    video: Path, tmp_path: Path, width: int, fps: int, why: str
) -> None:
    with pytest.raises(CannotExport, match=why):
        write_gif(video, tmp_path / "film.gif", width=width, fps=fps)


def test_a_film_too_long_for_a_preview_says_what_would_fit(
    video: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interchange, "_MOST_PIXELS", 160 * 90 * 2 * 6)
    with pytest.raises(CannotExport, match="Ask for 6 a second"):
        write_gif(video, tmp_path / "film.gif", width=160, fps=12)
    write_gif(video, tmp_path / "film.gif", width=160, fps=6)


def test_what_is_no_film_is_refused(tmp_path: Path) -> None:
    (note := tmp_path / "note.mp4").write_text("not a film")
    with pytest.raises(MediaRejected, match="a text file"):
        write_png(note, tmp_path / "still.png", 0)
    with av.open(str(tmp_path / "a.wav"), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=8000, layout="mono")
        sound = av.AudioFrame.from_ndarray(np.zeros((1, 8000), np.int16), format="s16", layout="mono")
        sound.sample_rate = 8000
        for packet in stream.encode(sound):
            container.mux(packet)
    with pytest.raises(CannotExport, match="sound only"):
        write_gif(tmp_path / "a.wav", tmp_path / "a.gif")


def test_a_palette_holds_every_flat_colour() -> None:
    palette = choose_palette([scene(0), scene(50)]).astype(int)
    for colour in (NAVY, CREAM, TEAL):
        assert np.abs(palette - colour).sum(axis=1).min() <= 6


def test_nothing_to_show_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a picture"):
        save_gif([], 1, np.zeros((4, 3), np.uint8), Fraction(12), tmp_path / "a.gif")
    with pytest.raises(ValueError, match="a picture"):
        save_webp([], 1, Fraction(12), tmp_path / "a.webp")
