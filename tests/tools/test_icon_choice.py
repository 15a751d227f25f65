from __future__ import annotations

import pytest

from renderers.graphics.icons import icon_svg, paint_icon
from renderers.picture_format import Rect
from renderers.raster import surface
from tools.icon_choice import MEANINGS, icon_for, icons_for


def test_every_icon_that_words_may_mean_is_in_the_set():
    assert [name for name in MEANINGS if not icon_svg(name)] == []


def test_no_word_means_two_things():
    words = [word for meanings in MEANINGS.values() for word in meanings.split()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "icon"),
    [
        ("Every invoice in one place", "receipt"),
        ("Delivered to your door", "truck"),
        ("Your customers' data", "users"),
        ("Paid eleven days sooner", ""),
        ("No hidden fees or payments", ""),
        ("Without training", ""),
        ("The river bank", ""),
        ("", ""),
        ("🎉", ""),
    ],
)
def test_an_icon_is_chosen_by_meaning_or_not_at_all(text: str, icon: str):
    assert icon_for(text) == icon


def test_a_list_has_icons_nearly_everywhere_or_nowhere_and_none_twice():
    assert icons_for(("Fair pricing", "Delivery in a day", "Something else")) == ("tag", "truck", "")
    assert icons_for(("Fair pricing", "Something", "Something else")) == ("", "", "")
    assert icons_for(("New invoices", "Old invoices")) == ("", "")
    assert icons_for(()) == ()


def test_an_icon_is_painted_in_its_colour_inside_its_square():
    import numpy as np

    pixels = np.zeros((64, 64, 4), np.uint8)
    assert paint_icon(surface(pixels).getCanvas(), "bell", Rect(8, 8, 48, 48), "#3366cc")
    solid = pixels[pixels[..., 3] == 255]
    assert len(solid) > 60
    assert (solid[:, :3] == [0xCC, 0x66, 0x33]).all()
    inside = pixels[8:56, 8:56].copy()
    pixels[8:56, 8:56] = 0
    assert not pixels.any()
    assert inside.any()
    assert not paint_icon(surface(pixels).getCanvas(), "no such icon", Rect(0, 0, 9, 9), "#000000")
