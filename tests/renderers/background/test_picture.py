"""Reading pictures: every good one comes out upright in sRGB, every bad one is refused in one sentence."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from renderers.background import picture
from renderers.background.picture import check_picture, open_picture
from renderers.errors import MediaRejected


def sample(size: tuple[int, int] = (64, 48)) -> Image.Image:
    """Red on the left, blue on the right, green along the top."""
    image = Image.new("RGB", size, (220, 30, 30))
    image.paste((30, 30, 220), (size[0] // 2, 0, size[0], size[1]))
    image.paste((30, 200, 30), (0, 0, size[0], size[1] // 8))
    return image


@pytest.mark.parametrize("kind", picture.FORMATS)
def test_known_formats_are_read(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.bin"
    sample().save(path, kind, **({"quality": 95} if kind in ("JPEG", "WEBP") else {}))
    found = open_picture(path)
    assert found.shape == (48, 64, 3)
    assert found.dtype == np.uint8
    assert np.allclose(found[30, 8], (220, 30, 30), atol=14)
    assert np.allclose(found[30, 56], (30, 30, 220), atol=14)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_mode_becomes_colour(mode: str, tmp_path: Path) -> None:
    grey = Image.linear_gradient("L").resize((40, 30))
    if mode in ("I;16", "I", "F"):
        values = np.asarray(grey).astype({"I;16": np.uint16, "I": np.int32, "F": np.float32}[mode])
        image = Image.fromarray(values * 257 if mode == "I;16" else values)
    else:
        image = grey.convert(mode) if mode != "CMYK" else grey.convert("RGB").convert("CMYK")
    path = tmp_path / "grey.tiff"
    image.save(path)
    found = open_picture(path).astype(int)
    assert found.shape == (30, 40, 3)
    assert found[2].mean() < 60 < 190 < found[27].mean()


def test_rotation_by_the_camera_is_undone(tmp_path: Path) -> None:
    image = sample()
    exif = Image.Exif()
    exif[0x0112] = 6
    image.rotate(90, expand=True).save(tmp_path / "turned.png", exif=exif)
    assert np.array_equal(open_picture(tmp_path / "turned.png"), np.asarray(image))


def test_transparency_shows_the_ground(tmp_path: Path) -> None:
    image = Image.new("RGBA", (20, 20), (255, 0, 0, 0))
    image.paste((0, 0, 255, 128), (10, 0, 20, 20))
    image.save(tmp_path / "glass.png")
    found = open_picture(tmp_path / "glass.png", ground="#ffcc00")
    assert tuple(found[10, 2]) == (255, 204, 0)
    assert np.allclose(found[10, 15], (127, 102, 128), atol=2)


def test_a_transparent_palette_entry_shows_the_ground(tmp_path: Path) -> None:
    image = Image.new("P", (8, 8), 0)
    image.putpalette([10, 10, 10, 200, 0, 0])
    image.save(tmp_path / "sign.gif", transparency=0)
    assert tuple(open_picture(tmp_path / "sign.gif", ground="#00ff00")[4, 4]) == (0, 255, 0)


def test_the_first_frame_of_a_moving_picture_is_taken(tmp_path: Path) -> None:
    first, second = Image.new("RGB", (16, 16), "#aa0000"), Image.new("RGB", (16, 16), "#00aa00")
    first.save(tmp_path / "moving.gif", save_all=True, append_images=[second], duration=100)
    assert tuple(open_picture(tmp_path / "moving.gif")[8, 8]) == (0xAA, 0, 0)


def test_a_colour_profile_is_followed(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    grey = Image.new("LAB", (8, 8), (128, 128, 128))
    grey.save(tmp_path / "lab.tiff", icc_profile=lab.tobytes())
    found = open_picture(tmp_path / "lab.tiff").astype(int)
    assert np.ptp(found[4, 4]) <= 4
    assert abs(found[4, 4].mean() - 119) < 6


def test_a_damaged_profile_is_passed_over(tmp_path: Path) -> None:
    sample().save(tmp_path / "odd.png", icc_profile=b"not a profile at all")
    assert np.array_equal(open_picture(tmp_path / "odd.png"), np.asarray(sample()))


def test_large_pictures_are_reduced_in_proportion(tmp_path: Path) -> None:
    sample((1200, 300)).save(tmp_path / "wide.jpg", quality=95)
    found = open_picture(tmp_path / "wide.jpg", longest=200)
    assert found.shape == (50, 200, 3)
    assert np.allclose(found[30, 20], (220, 30, 30), atol=14)


def png_of(width: int, height: int) -> bytes:
    """The head of a PNG that claims this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def cut_jpeg() -> bytes:
    data = io.BytesIO()
    sample((400, 300)).save(data, "JPEG")
    return data.getvalue()[:900]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"this is no picture at all", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "not a picture"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "not a picture|damaged"),
        (cut_jpeg(), "damaged or incomplete"),
        (png_of(10_000, 9_000), "90 megapixels"),
        (png_of(60_000, 60_000), "more pixels|megapixels"),
        (png_of(40, 40), "damaged or incomplete"),
    ],
)
def test_what_is_no_good_picture_is_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "upload.png"
    path.write_bytes(content)
    for read in (open_picture, check_picture):
        with pytest.raises(MediaRejected, match=reason) as caught:
            read(path)
        message = str(caught.value)
        assert "upload.png" in message
        assert str(tmp_path) not in message
        assert "\n" not in message


def test_a_formats_name_is_not_trusted(tmp_path: Path) -> None:
    sample().save(tmp_path / "picture.ppm")
    (tmp_path / "picture.ppm").rename(tmp_path / "picture.png")
    with pytest.raises(MediaRejected, match="not a picture"):
        open_picture(tmp_path / "picture.png")


def test_files_too_large_are_refused_before_they_are_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.png").open("wb") as file:
        file.truncate(picture.LARGEST_FILE + 1)
    with pytest.raises(MediaRejected, match="60 MB"):
        open_picture(tmp_path / "huge.png")


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.png", tmp_path):
        with pytest.raises(MediaRejected, match="no picture"):
            open_picture(path)
