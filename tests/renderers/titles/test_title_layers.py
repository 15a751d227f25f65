from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.layer import Layer
from renderers.layout import regions
from renderers.look import Look
from renderers.picture_format import ASPECTS, PictureFormat, Rect, picture_format
from renderers.raster import surface
from renderers.timeline import EndCardClip, LowerThirdClip, PresenterClip, TitleClip
from renderers.titles.layers import build_layer

Paint = Callable[[Layer, int], NDArray[np.uint8]]
AREA = Rect(96, 192, 998, 600)
TITLE = TitleClip("Onboarding, done in a day", AREA, 30, 120, kicker="Why it matters", subtitle="A short look at it.")
STRAP = LowerThirdClip("Anna Weber", "Head of Product", Rect(1190, 888, 634, 112), 30, 120)
CARD = EndCardClip("Talk to us today", "acme.example", "Ready when you are", Rect(312, 320, 1296, 472), 30, 120)
CLIPS = pytest.mark.parametrize("clip", [TITLE, STRAP, CARD], ids=lambda clip: type(clip).__name__)
TEXTS = {
    "short": "Done in a day",
    "long": "How our customers cut their onboarding time in half without hiring a single extra person this whole year",
    "arabic": "كيف تختصر وقت التدريب إلى النصف مع Acme",
    "chinese": "让新员工在一天之内就能上手工作",
    "emoji": "Launch week is here 🎉 let’s go 🚀",
    "one word": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "empty": "",
    "odd": "\x00\u202e \U0010fffd\ufffe",
}


def outside(pixels: NDArray[np.uint8], area: Rect, format: PictureFormat) -> int:
    """How many samples outside the layer's region were touched."""
    kept = format.pixels(area)
    rest = pixels.copy()
    rest[int(kept.y) : int(kept.bottom), int(kept.x) : int(kept.right)] = 0
    return int(np.count_nonzero(rest))


@CLIPS
def test_equal_keys_mean_equal_pixels(clip: TitleClip, look: Look, wide: PictureFormat, paint: Paint):
    layer = build_layer(clip, look, wide)
    rest = layer.key(90)
    assert rest is not None
    if isinstance(clip, EndCardClip):
        # It comes slowly closer: nothing of it rests, and nothing of it jumps.
        assert len({layer.key(n) for n in range(89, 101)}) == 12
        near, far = (np.abs(paint(layer, n).astype(int) - paint(layer, 90)).mean() for n in (91, 110))
        assert 0.0 < near < far
    else:
        assert layer.key(89) == rest == layer.key(100)
        assert np.array_equal(paint(layer, 89), paint(layer, 100))
    assert layer.key(31) != layer.key(33) != rest
    assert not np.array_equal(paint(layer, 33), paint(layer, 90))


@CLIPS
def test_rest_looks_alike_to_its_last_frame(clip: TitleClip, light: Look, wide: PictureFormat, paint: Paint):
    layer = build_layer(clip, light, wide)
    resting = [n for n in range(30, 150) if layer.key(n) == layer.key(90)]
    assert resting == list(range(resting[0], resting[-1] + 1))
    assert np.array_equal(paint(layer, resting[0]), paint(layer, 90))
    assert np.array_equal(paint(layer, resting[-1]), paint(layer, 90))


@CLIPS
def test_nothing_is_seen_before_the_start(clip: TitleClip, light: Look, wide: PictureFormat):
    layer = build_layer(clip, light, wide)
    assert [layer.key(n) for n in (-30, 0, 29)] == [None, None, None]
    assert layer.key(30) is not None


@pytest.mark.parametrize("clip", [TITLE, STRAP], ids=lambda clip: type(clip).__name__)
def test_titles_and_straps_leave_by_their_end(clip: TitleClip, light: Look, wide: PictureFormat, paint: Paint):
    layer = build_layer(clip, light, wide)
    assert layer.key(150) is None
    assert paint(layer, 149)[..., 3].max() < paint(layer, 90)[..., 3].max()


def test_the_end_card_stays_whole_through_a_transition_after_it(light: Look, wide: PictureFormat):
    layer = build_layer(CARD, light, wide)
    assert None not in {layer.key(n) for n in range(100, 180)}
    assert layer.key(180) is None


@CLIPS
def test_every_frame_stays_inside_the_region(clip: TitleClip, look: Look, wide: PictureFormat, paint: Paint):
    layer = build_layer(clip, look, wide)
    for n in range(30, 150, 2):
        assert outside(paint(layer, n), layer.region, wide) == 0


@CLIPS
def test_the_same_clip_gives_the_same_pixels(clip: TitleClip, light: Look, wide: PictureFormat, paint: Paint):
    one, two = build_layer(clip, light, wide), build_layer(clip, light, wide)
    assert all(np.array_equal(paint(one, n), paint(two, n)) for n in (32, 40, 90))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("aspect", ASPECTS)
def test_any_text_stays_in_its_place_in_every_aspect(text: str, aspect: str, light: Look):
    format = picture_format(aspect, "540p", Fraction(30))
    found = regions("presenter", format, captions=True, presenter=True)
    assert found.lower_third is not None
    card = regions("end_card", format, captions=True, presenter=False).end_card
    for clip, room in (
        (TitleClip(text, found.title, 0, 90, subtitle=text), found.title),
        (LowerThirdClip(text, text, found.lower_third, 0, 90), found.lower_third),
        (EndCardClip(text, text, text, card, 0, 90), card),
    ):
        layer = build_layer(clip, light, format)
        if layer.key(50) is None:
            assert not text.strip("\x00\u202e\U0010fffd\ufffe ")
            continue
        pixels = np.zeros((format.height, format.width, 4), np.uint8)
        canvas = surface(pixels).getCanvas()
        canvas.scale(format.scale, format.scale)
        layer.paint(canvas, 50)
        solid = pixels[..., 3] > 120
        rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
        slack = 8 * format.scale
        assert columns[0] >= room.x * format.scale - slack
        assert columns[-1] <= room.right * format.scale + slack
        assert rows[0] >= room.y * format.scale - slack
        assert rows[-1] <= room.bottom * format.scale + slack


def test_a_title_enters_from_the_top_line_to_the_last(light: Look, wide: PictureFormat, paint: Paint):
    layer = build_layer(replace(TITLE, kicker="", subtitle="The line below"), light, wide)
    rest, early = paint(layer, 90)[..., 3].astype(int), paint(layer, 35)[..., 3].astype(int)
    rows = np.flatnonzero(rest.any(axis=1))
    middle = (rows[0] + rows[-1]) // 2
    assert early[:middle].sum() / rest[:middle].sum() > early[middle:].sum() / rest[middle:].sum()


def test_display_is_larger_than_title(light: Look, wide: PictureFormat):
    heights = [build_layer(replace(TITLE, size=size), light, wide).region.height for size in ("display", "title")]
    assert heights[0] > heights[1] * 1.2


def test_arabic_titles_stand_on_the_right_edge(light: Look, wide: PictureFormat, paint: Paint):
    alpha = paint(build_layer(replace(TITLE, text=TEXTS["arabic"], kicker=""), light, wide), 90)[..., 3]
    columns = np.flatnonzero((alpha > 200).any(axis=0))
    assert columns[-1] == pytest.approx(AREA.right * wide.scale, abs=8)


def test_a_very_short_stay_still_shows_the_text_whole(light: Look, wide: PictureFormat, paint: Paint):
    layer = build_layer(replace(TITLE, duration=12), light, wide)
    full = build_layer(TITLE, light, wide)
    assert max(int(paint(layer, n)[..., 3].sum()) for n in range(30, 42)) == int(paint(full, 90)[..., 3].sum())


def test_a_call_to_action_stands_on_a_plate_of_the_primary_colour(look: Look, wide: PictureFormat, paint: Paint):
    pixels = paint(build_layer(CARD, look, wide), 90)
    value = int(look.palette.primary[1:], 16)
    wanted = [value & 255, value >> 8 & 255, value >> 16, 255]
    assert np.count_nonzero((pixels == wanted).all(axis=2)) > 5000


def test_a_card_with_one_field_shows_just_that(light: Look, wide: PictureFormat, paint: Paint):
    address = paint(build_layer(EndCardClip("", "acme.example", "", CARD.region, 0, 90), light, wide), 60)
    assert 0 < np.count_nonzero(address[..., 3] > 200) < 5000


def test_what_is_no_clip_of_ours_is_refused(light: Look, wide: PictureFormat):
    with pytest.raises(TypeError, match="PresenterClip"):
        build_layer(PresenterClip("a", "b", Path(), "c", "#ffffff", AREA), light, wide)


@pytest.mark.parametrize("text", ["Done in a day", TEXTS["arabic"]])
def test_in_a_low_region_the_rule_stands_beside_the_heading(text: str, light: Look, wide: PictureFormat, paint: Paint):
    low = Rect(96, 192, 998, 240)
    alpha = paint(build_layer(TitleClip(text, low, 30, 120), light, wide), 90)[..., 3]
    column = alpha[:, round((low.right - 5 if text != "Done in a day" else low.x + 5) * wide.scale)]
    rows = np.flatnonzero((alpha > 200).any(axis=1))
    assert np.count_nonzero(column > 250) > 0.5 * (rows[-1] - rows[0])


def test_an_end_card_without_a_logo_above_stands_in_the_middle_of_its_region(light: Look, wide: PictureFormat):
    area = Rect(312, 96, 1296, 824)
    covered = build_layer(replace(CARD, region=area), light, wide).region
    assert (covered.y + covered.bottom) / 2 == pytest.approx(area.y + area.height / 2, abs=40)
    under = build_layer(replace(CARD, region=Rect(312, 320, 1296, 700)), light, wide).region
    assert under.y < 320 + 120
