"""Small copies of large pictures: as large as asked for, turned as they were held, seen through where they were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from renderers.graphics.clips import PictureSource
from renderers.graphics.pictures import read_picture, size_of
from renderers.graphics.sources import picture_source, small_copy, upright_sides
from renderers.takes import TakeStore


def saved(path: Path, size: tuple[int, int], **more: object) -> PictureSource:
    across = np.linspace(0, 255, size[0]).astype(np.uint8)
    pixels = np.dstack([np.tile(across, (size[1], 1))] * 3)
    Image.fromarray(pixels).save(path, **more)  # type: ignore[arg-type]
    return picture_source(path)


def test_a_large_photograph_is_copied_once_and_a_small_one_not_at_all(tmp_path: Path) -> None:
    takes = TakeStore(tmp_path / "takes")
    large, small = saved(tmp_path / "large.jpg", (900, 600)), saved(tmp_path / "small.jpg", (300, 200))
    copy = small_copy(large, 450, takes)
    assert copy.path != large.path and copy.digest != large.digest
    assert upright_sides(copy.path) == (450, 300)
    assert small_copy(large, 450, takes) == copy and takes.made == {"pictures": 1}
    assert small_copy(small, 450, takes) == small
    one, other = (read_picture(source, 300).astype(int) for source in (large, copy))
    assert np.abs(one - other).mean() < 2


def test_a_picture_that_was_held_upright_stays_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    held = saved(tmp_path / "held.jpg", (900, 600), exif=exif)
    assert size_of(held) == (600, 900)
    copy = small_copy(held, 450, TakeStore(tmp_path / "takes"))
    assert size_of(copy) == (300, 450)
    pixels = read_picture(copy, 450)[..., 0].astype(int)
    assert pixels[20].mean() < 60 and pixels[-20].mean() > 190


def test_a_cut_out_keeps_what_is_seen_through_and_its_edges_their_colour(tmp_path: Path) -> None:
    pixels = np.zeros((900, 900, 4), np.uint8)
    rows, columns = np.mgrid[-450:450, -450:450]
    pixels[..., 0] = 220
    pixels[..., 3] = np.clip(300 - np.hypot(rows, columns), 0, 40) * 6.375
    Image.fromarray(pixels).save(tmp_path / "disc.png")
    source = picture_source(tmp_path / "disc.png")
    assert source.cut_out
    copy = small_copy(source, 450, TakeStore(tmp_path / "takes"))
    assert copy.cut_out
    with Image.open(copy.path) as opened:
        found = np.asarray(opened)
    middle = found[:, found.shape[1] // 2]
    assert found.shape[2] == 4 and middle[0, 3] < 40 and middle[:, 3].max() == 255
    # Of thin colours some levels are lost to rounding; a fringe of another ground would be a hundred away.
    seen = found[found[..., 3] > 60]
    assert np.abs(seen[:, :3].astype(int) - (220, 0, 0)).max() <= 10
