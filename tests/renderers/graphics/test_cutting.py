"""Products are cut out of photographs with a plain ground, without it at their edges, or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from renderers.graphics.cutting import Picture, cut_from_plain
from renderers.graphics.sources import cut_copy, picture_source
from renderers.takes import TakeStore

SIDE = 480
WHITE, INK = (247, 247, 246), (22, 24, 28)


def photograph(ground: tuple[int, int, int], body: tuple[int, int, int], *, shadow: bool = True) -> Picture:
    """A mug with a handle on `ground`, with a soft shadow at its foot and a little noise."""
    large = SIDE * 2
    made = Image.new("RGB", (large, large), ground)
    if shadow:
        soft = Image.new("L", (large, large), 0)
        ImageDraw.Draw(soft).ellipse((0.25 * large, 0.78 * large, 0.8 * large, 0.88 * large), fill=110)
        dark = Image.new("RGB", (large, large), tuple(int(0.55 * part) for part in ground))
        made = Image.composite(dark, made, soft.filter(ImageFilter.GaussianBlur(large // 55)))
    draw = ImageDraw.Draw(made)
    draw.arc((0.55 * large, 0.4 * large, 0.82 * large, 0.7 * large), -100, 100, fill=body, width=large // 24)
    draw.rounded_rectangle((0.3 * large, 0.3 * large, 0.68 * large, 0.84 * large), large // 20, fill=body)
    small = np.asarray(made.resize((SIDE, SIDE), Image.Resampling.LANCZOS), float)
    noise = np.random.default_rng(1).normal(0, 1.5, (SIDE, SIDE, 1))
    return np.clip(small + noise, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    ("ground", "body"), [(WHITE, (180, 60, 50)), (INK, (230, 200, 90)), (WHITE, (40, 44, 60)), (WHITE, (150, 150, 150))]
)
def test_a_product_is_cut_out_with_nothing_of_its_ground(
    ground: tuple[int, int, int], body: tuple[int, int, int]
) -> None:
    cut = cut_from_plain(photograph(ground, body, shadow=ground == WHITE))
    assert cut is not None
    alpha = cut[..., 3] / 255
    truth = photograph((0, 0, 0), (255, 255, 255), shadow=False).mean(axis=2) / 255
    assert np.abs(alpha - truth).mean() < 0.006
    assert (np.abs(alpha - truth) > 0.5).mean() < 0.001
    # Over another ground no light or dark seam is left: every pixel is a mixture of the product and that ground.
    seen = cut[alpha > 0.2][:, :3].astype(int)
    assert (np.abs(seen - body).max(axis=1) > 24).mean() < 0.01
    # What shows through the handle is ground too.
    assert alpha[int(0.55 * SIDE), int(0.72 * SIDE)] == 0


def test_what_can_not_be_told_from_its_ground_is_left_whole() -> None:
    assert cut_from_plain(photograph(WHITE, (245, 245, 244))) is None
    assert cut_from_plain(photograph(WHITE, (240, 240, 239))) is None


def test_a_photograph_with_no_plain_ground_is_left_whole() -> None:
    noisy = np.random.default_rng(2).integers(0, 255, (SIDE, SIDE, 3), np.uint8)
    slope = np.tile(np.linspace(80, 220, SIDE).astype(np.uint8)[None, :, None], (SIDE, 1, 3))
    assert cut_from_plain(noisy) is None and cut_from_plain(slope) is None
    assert cut_from_plain(np.full((SIDE, SIDE, 3), 247, np.uint8)) is None


def test_a_cut_out_is_made_once_and_others_stay_what_they_are(tmp_path: Path) -> None:
    takes = TakeStore(tmp_path / "takes")
    for name, picture in (("mug", photograph(WHITE, (180, 60, 50))), ("pale", photograph(WHITE, (245, 245, 244)))):
        Image.fromarray(picture).save(tmp_path / f"{name}.png")
    mug, pale = (picture_source(tmp_path / f"{name}.png") for name in ("mug", "pale"))
    cut = cut_copy(mug, takes)
    assert cut.cut_out and cut.path.is_file() and cut.digest != mug.digest
    assert cut_copy(mug, takes) == cut and cut_copy(cut, takes) is cut
    assert cut_copy(pale, takes) is pale and takes.made == {"pictures": 2}


def test_on_blown_out_white_a_hole_is_not_told_from_a_label_and_nothing_is_cut() -> None:
    made = Image.fromarray(np.full((SIDE, SIDE, 3), 255, np.uint8))
    draw = ImageDraw.Draw(made)
    draw.rectangle((140, 120, 340, 400), fill=(180, 60, 50))
    solid = np.asarray(made)
    draw.rectangle((180, 200, 300, 280), fill=(255, 255, 255))
    assert cut_from_plain(solid) is not None and cut_from_plain(np.asarray(made)) is None
