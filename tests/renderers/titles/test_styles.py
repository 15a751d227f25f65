"""Titles and straps in every style: inside their regions in every frame, at rest when they say so, and word by word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.colour import resolve_look
from renderers.layer import Layer
from renderers.layout import regions
from renderers.look import Look
from renderers.looks import LOOKS
from renderers.picture_format import ASPECTS, PictureFormat, Rect, picture_format
from renderers.raster import surface
from renderers.timeline import BackdropClip, LowerThirdClip, Scene, TitleClip
from renderers.titles.layers import build_layer
from renderers.visibility import visible

Paint = Callable[[Layer, int], NDArray[np.uint8]]
AREA = Rect(96, 192, 998, 600)
TEXTS = {
    "short": "Done in a day",
    "long": "How our customers cut their onboarding time in half without hiring a single extra person this year",
    "arabic": "كيف تختصر وقت التدريب إلى النصف مع Acme",
    "chinese": "让新员工在一天之内就能上手工作",
    "signs": "“100 %” – really? 🎉 yes!",
}
LOOK = pytest.mark.parametrize("name", LOOKS)


def look_of(name: str) -> Look:
    return resolve_look("#1a56db", accent="#f59e0b", dark=False, direction=name)


def outside(pixels: NDArray[np.uint8], area: Rect, format: PictureFormat) -> int:
    kept, rest = format.pixels(area), pixels.copy()
    rest[int(kept.y) : int(kept.bottom), int(kept.x) : int(kept.right)] = 0
    return int(np.count_nonzero(rest))


@LOOK
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_nothing_is_painted_outside_the_region_in_any_frame(
    name: str, text: str, wide: PictureFormat, paint: Paint
) -> None:
    clips = (
        TitleClip(text, AREA, 10, 90, kicker="Why", subtitle=text, size="display"),
        TitleClip(text, replace(AREA, height=300.0), 10, 90, align="centre"),
        LowerThirdClip(text[:30], text[:30], Rect(96, 888, 634, 112), 10, 90),
    )
    for clip in clips:
        layer = build_layer(clip, look_of(name), wide)
        for n in (10, 12, 15, 20, 40, 95, 98):
            if layer.key(n) is not None:
                assert outside(paint(layer, n), layer.region, wide) == 0, (type(clip), n)


@LOOK
def test_a_title_at_rest_is_the_same_whichever_way_it_came(name: str, wide: PictureFormat, paint: Paint) -> None:
    look = look_of(name)
    clip = TitleClip("Onboarding, done in a day", AREA, 10, 120, subtitle="A short look")
    cued = replace(clip, cues=(0, 10, 20, 25, 30))
    rests = []
    for each in (look, replace(look, style=replace(look.style, step="line"))):
        for shown in (clip, cued):
            layer = build_layer(shown, each, wide)
            assert layer.key(90) == layer.key(91) == "rest"
            rests.append(paint(layer, 90).astype(int))
    # Slices of a line are put together without a seam; what is left are the last bits of a shadow's opacity.
    assert max(int(np.abs(each - rests[0]).max()) for each in rests) <= 2


@pytest.mark.parametrize("name", [name for name, one in LOOKS.items() if one.style.step == "word"])
def test_words_come_in_with_their_cues(name: str, wide: PictureFormat, paint: Paint) -> None:
    cues = (0, 20, 40)
    layer = build_layer(TitleClip("Ready set go", AREA, 10, 200, cues=cues, size="display"), look_of(name), wide)
    filled = [int(np.count_nonzero(paint(layer, 10 + at)[..., 3] > 128)) for at in (18, 38, 58, 100)]
    assert filled[0] < filled[1] < filled[2]
    assert filled[2] > 0.9 * filled[3]
    assert layer.key(69) != "rest"
    assert layer.key(120) == "rest"


def test_a_line_comes_in_with_its_first_word(wide: PictureFormat, paint: Paint) -> None:
    text = "Onboarding your people\nin one single day"
    layer = build_layer(TitleClip(text, AREA, 10, 300, cues=(0, 9, 12, 60, 69, 75, 80)), look_of("editorial"), wide)
    shown = [np.flatnonzero(paint(layer, 10 + at)[..., 3].max(axis=1) > 200) for at in (50, 150)]
    assert shown[1][-1] > shown[0][-1] + 20


@LOOK
@pytest.mark.parametrize("aspect", ASPECTS)
def test_texts_of_any_length_stay_in_their_place(name: str, aspect: str) -> None:
    format = picture_format(aspect, "540p", Fraction(30))
    places = regions("presenter", format, captions=True, presenter=True)
    assert places.lower_third is not None
    for text in ("One", TEXTS["long"], TEXTS["long"] * 3):
        for clip, room in (
            (TitleClip(text, places.title, 0, 90, subtitle=text), places.title),
            (LowerThirdClip(text, text, places.lower_third, 0, 90), places.lower_third),
        ):
            pixels = np.zeros((format.height, format.width, 4), np.uint8)
            canvas = surface(pixels).getCanvas()
            canvas.scale(format.scale, format.scale)
            build_layer(clip, look_of(name), format).paint(canvas, 50)
            solid = pixels[..., 3] > 120
            rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
            slack = 8 * format.scale
            assert columns[0] >= room.x * format.scale - slack
            assert columns[-1] <= room.right * format.scale + slack
            assert rows[0] >= room.y * format.scale - slack
            assert rows[-1] <= room.bottom * format.scale + slack


def test_when_words_are_said_counts_only_while_they_come_in() -> None:
    format = PictureFormat(320, 180, Fraction(30))
    clip = TitleClip("Ready set go", AREA, 10, 200, cues=(0, 20, 40))
    before, after = (
        Scene("s", 210, BackdropClip("aurora", 1), (replace(clip, cues=cues),)) for cues in ((0, 20, 40), (0, 24, 44))
    )
    look = look_of("bold")
    for start, stop, counts in ((0, 30, True), (60, 90, True), (120, 180, False), (180, 210, False)):
        assert (visible(before, look, format, start, stop) != visible(after, look, format, start, stop)) is counts
    other = replace(look, style=replace(look.style, pace=1.0))
    assert visible(before, look, format, 0, 30) != visible(before, other, format, 0, 30)
