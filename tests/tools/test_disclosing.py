"""The disclosure: when it is shown, in which words, where it stands, and that it can be changed and taken back."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from renderers.colour import contrast
from renderers.layout import CAPTION_SIZES, LAYOUTS, disclosure_area, regions, safe_area
from renderers.picture_format import picture_format
from renderers.raster import skia, surface
from renderers.timeline import DisclosureClip
from renderers.titles.layers import build_layer
from tools.changes import programme_changes
from tools.disclosing import LABELS, disclosure_label, is_disclosed
from tools.looks import resolved_look
from tools.patch_application import apply, apply_all
from tools.patch_inverses import inverse
from tools.patches import SetDisclosure
from tools.review_credentials import check_disclosure
from tools.review_plan import Expected
from tools.script import Line
from tools.storyboard import LookChoice, Scene, Storyboard

ASPECTS = ("16:9", "9:16", "1:1", "4:5")
BOARD = Storyboard(scenes=(Scene(id="a", lines=(Line(id="l", text="Hello."),)),))


@pytest.mark.parametrize(
    ("asked", "setting", "likeness", "shown"),
    [
        ("", "auto", True, True),
        ("", "auto", False, False),
        ("", "on", False, True),
        ("", "off", True, False),
        ("on", "off", False, True),
        ("off", "on", True, False),
    ],
)
def test_the_video_decides_before_the_settings_do(asked: Any, setting: Any, likeness: bool, shown: bool) -> None:
    assert is_disclosed(asked, setting, likeness=likeness) is shown


def test_the_label_is_in_the_language_of_the_video() -> None:
    assert disclosure_label("de-AT") == "KI-generiert"
    assert disclosure_label("xx") == disclosure_label("en") == "AI-generated"


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("logo", ["", "top left", "top right", "bottom left", "bottom right"])
def test_it_stands_where_nothing_else_is_written(aspect: Any, logo: str) -> None:
    format = picture_format(aspect, "1080p", Fraction(30))
    area = disclosure_area(format, "top right", logo)
    assert not area.overlaps(safe_area(format))
    assert area.x >= 0 and area.right <= format.design_width
    assert area.y >= 0 and area.bottom <= format.design_height
    for layout in LAYOUTS:
        places = regions(layout, format, captions=True, presenter=True, logo=bool(logo))
        written = (places.title, places.captions, places.lower_third, places.graphic)
        assert not any(place is not None and area.overlaps(place) for place in written)
    assert CAPTION_SIZES


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("dark", [False, True])
def test_every_label_fits_and_can_be_read(aspect: Any, dark: bool) -> None:
    format = picture_format(aspect, "540p", Fraction(30))
    look = resolved_look(LookChoice(dark=dark))
    area = disclosure_area(format, "top right", "")
    for text in sorted(set(LABELS.values())):
        layer = build_layer(DisclosureClip(text, area), look, format)
        assert layer.region.x >= area.x - 2
        assert layer.region.right <= area.right + 2
    pixels = np.zeros((format.height, format.width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.clear(skia.ColorBLACK if dark else skia.ColorWHITE)
    canvas.scale(format.scale, format.scale)
    layer.paint(canvas, 0)
    assert contrast(look.palette.text, look.palette.background) >= 4.5
    drawn = pixels[..., :3].astype(int).sum(axis=2)
    assert drawn.max() - drawn.min() > 300


def test_it_is_changed_by_a_patch_and_taken_back() -> None:
    patch = SetDisclosure(disclosure="on")
    after = apply(BOARD, patch)
    assert after.disclosure == "on"
    assert [change.label for change in programme_changes(BOARD, after)] == ["Disclosure"]
    assert apply_all(after, inverse(BOARD, patch)) == BOARD
    assert Storyboard.model_validate(BOARD.model_dump(exclude={"disclosure"}, by_alias=True)).disclosure == ""


def test_the_review_says_whether_it_is_there() -> None:
    assert check_disclosure(Expected(30, Fraction(30), 960, 540)) is None
    told = check_disclosure(Expected(30, Fraction(30), 960, 540, disclosure="AI-generated", likeness=True))
    silent = check_disclosure(Expected(30, Fraction(30), 960, 540, likeness=True))
    assert told and silent
    assert (told.severity, told.measured, silent.severity) == ("ok", "AI-generated", "warning")
