from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from renderers.errors import MediaRejected
from renderers.layer import Layer
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.timeline import LogoClip
from renderers.titles.logo import LogoLayer, check_logo, read_logo

Paint = Callable[[Layer, int], NDArray[np.uint8]]
AREA = Rect(96, 64, 288, 72)
NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = f'<svg {NAMES} viewBox="0 0 200 100">{{}}</svg>'
BLUE = (20, 60, 160, 255)
BOX = '<rect width="200" height="100" fill="#cc2200"/>'


def svg(folder: Path, inner: str) -> Path:
    path = folder / "logo.svg"
    path.write_text(SVG.format(inner))
    return path


def png(folder: Path, size: tuple[int, int] = (400, 100), colour: tuple[int, ...] = BLUE, name: str = "a.png") -> Path:
    path = folder / name
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    picture.paste(colour, (0, 0, size[0] * 3 // 4, size[1]))
    (picture.convert("RGB") if path.suffix == ".jpg" else picture).save(path)
    return path


def extent(pixels: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    solid = pixels[..., 3] > 128
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_pictures_are_read(tmp_path: Path, name: str):
    assert read_logo(png(tmp_path, name=name)).height() == 100


def test_empty_margins_are_cut_and_proportions_kept(tmp_path: Path, light: Look, wide: PictureFormat, paint: Paint):
    assert read_logo(png(tmp_path)).width() == 300
    left, top, right, bottom = extent(paint(LogoLayer(LogoClip(png(tmp_path), "1", AREA), light, wide), 0))
    assert (right - left) / (bottom - top) == pytest.approx(3, rel=0.06)
    assert left == pytest.approx(AREA.x * wide.scale, abs=1)


def test_a_drawing_with_a_view_box_alone_is_read(tmp_path: Path):
    image = read_logo(svg(tmp_path, BOX))
    assert image.width() / image.height() == pytest.approx(2)


def test_a_drawing_with_stated_size_fills_its_picture(tmp_path: Path):
    path = tmp_path / "a.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100px">{BOX}</svg>')
    image = read_logo(path)
    assert image.width() == 1024
    assert image.height() == 512


def test_a_large_logo_is_kept_small_enough(tmp_path: Path):
    assert read_logo(png(tmp_path, (6000, 600))).width() <= 2048


def test_half_transparent_edges_are_not_darkened(tmp_path: Path):
    path = tmp_path / "a.png"
    Image.new("RGBA", (40, 40), (255, 255, 255, 128)).save(path)
    pixels = read_logo(path).toarray()
    assert pixels[20, 20].tolist() == [255, 255, 255, 128]


@pytest.mark.parametrize(
    "inner",
    [
        '<image href="https://example.com/a.png" width="9" height="9"/>',
        '<image xlink:href="file:///etc/passwd" width="9" height="9"/>',
        '<use href="other.svg#a"/>',
        '<style>@import "a.css";</style>' + BOX,
        "<style>rect { fill: url(http://example.com/a) }</style>" + BOX,
        '<rect width="9" height="9" fill="url(other.svg#a)"/>',
    ],
)
def test_drawings_that_point_outside_are_refused(tmp_path: Path, inner: str):
    with pytest.raises(MediaRejected, match="outside"):
        read_logo(svg(tmp_path, inner))


def test_references_inside_the_drawing_and_scripts_are_harmless(tmp_path: Path):
    inner = (
        '<defs><linearGradient id="g"><stop stop-color="red"/></linearGradient></defs>'
        '<script>throw 1</script><rect width="200" height="100" fill="url(#g)"/>'
    )
    assert read_logo(svg(tmp_path, inner)).width() > 0


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"not a picture", "not a readable"),
        (b"\x89PNG\r\n\x1a\n broken", "not a readable"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "not a readable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'", "well-formed"),
        (b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "entities"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'></svg>", "nothing in it can be seen"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9v9z'/></svg>", "size or view box"),
        (b"", "not a readable"),
    ],
)
def test_what_can_not_be_used_is_refused_with_a_reason(tmp_path: Path, data: bytes, reason: str):
    path = tmp_path / "logo.bin"
    path.write_bytes(data)
    with pytest.raises(MediaRejected, match=reason):
        check_logo(path)


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(MediaRejected, match=r"gone\.png"):
        check_logo(tmp_path / "gone.png")


def test_a_logo_that_would_be_lost_gets_a_plate(tmp_path: Path, look: Look, wide: PictureFormat, paint: Paint):
    def shades(colour: str) -> int:
        path = svg(tmp_path, f'<circle cx="100" cy="50" r="50" fill="{colour}"/>')
        pixels = paint(LogoLayer(LogoClip(path, colour, AREA), look, wide), 0)
        tones = pixels[pixels[..., 3] > 250][:, :3].astype(int).sum(axis=1)
        return int(tones.max() - tones.min())

    assert shades("#14161e" if look.palette.dark else "#fafaf6") > 300
    assert shades("#d81b2a") < 60


def test_logos_stand_at_the_near_side_of_their_region(tmp_path: Path, light: Look, wide: PictureFormat, paint: Paint):
    path = png(tmp_path, (100, 100))
    right = LogoLayer(LogoClip(path, "r", Rect(1500, 64, 324, 72)), light, wide)
    centre = LogoLayer(LogoClip(path, "c", Rect(720, 64, 480, 72)), light, wide)
    assert extent(paint(right, 0))[2] == pytest.approx(1824 * wide.scale, abs=1)
    left, _, end, _ = extent(paint(centre, 0))
    assert (left + end) / 2 == pytest.approx(wide.width / 2, abs=1)


def test_a_logo_never_changes(tmp_path: Path, light: Look, wide: PictureFormat):
    layer = LogoLayer(LogoClip(png(tmp_path), "1", AREA), light, wide)
    assert len({layer.key(n) for n in range(-30, 300, 10)}) == 1


def test_new_content_under_an_old_name_is_seen(tmp_path: Path, light: Look, wide: PictureFormat, paint: Paint):
    first = paint(LogoLayer(LogoClip(png(tmp_path, colour=(200, 0, 0, 255)), "one", AREA), light, wide), 0)
    second = paint(LogoLayer(LogoClip(png(tmp_path, colour=(0, 0, 200, 255)), "two", AREA), light, wide), 0)
    assert not np.array_equal(first, second)
