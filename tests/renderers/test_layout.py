from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.layout import CAPTION_SIZES, CHIN, LAYOUTS, LOGO_SIZES, Placing, Regions, regions, safe_area
from renderers.layout_graphics import FILLED_LAYOUTS
from renderers.picture_format import ASPECTS, RESOLUTIONS, PictureFormat, Rect, picture_format

FORMATS = st.builds(
    picture_format, st.sampled_from(sorted(ASPECTS)), st.sampled_from(sorted(RESOLUTIONS)), st.just(Fraction(30))
)

PLACINGS = st.builds(
    Placing,
    st.sampled_from(["bottom", "top"]),
    st.sampled_from(sorted(CAPTION_SIZES)),
    st.sampled_from(["top left", "top right", "bottom left", "bottom right"]),
    st.sampled_from(sorted(LOGO_SIZES)),
)
PEOPLED = [layout for layout in LAYOUTS if layout in ("title", "presenter", "portrait")]


def inside(inner: Rect, outer: Rect) -> bool:
    slack = 0.51
    return (
        inner.x >= outer.x - slack and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack and inner.bottom <= outer.bottom + slack
    )  # fmt: skip


def written(found: Regions, layout: str) -> dict[str, Rect]:
    """The regions that hold text or a logo at the same time."""
    named = {"captions": found.captions, "logo": found.logo, "lower third": found.lower_third}
    named["text"] = found.end_card if layout == "end_card" else found.title
    named["graphic"] = found.graphic
    if layout in FILLED_LAYOUTS:
        del named["text"]
    return {name: rect for name, rect in named.items() if rect is not None}


@given(FORMATS, st.sampled_from(LAYOUTS), st.booleans(), st.booleans(), PLACINGS)
@settings(max_examples=600)
def test_text_never_overlaps_and_is_safe(
    format: PictureFormat, layout: str, captions: bool, presenter: bool, placing: Placing
):
    for logo in (True, False):
        check_text(format, layout, captions, presenter, logo, placing)


def check_text(format: PictureFormat, layout: str, captions: bool, presenter: bool, logo: bool, placing: Placing):
    found = regions(layout, format, captions=captions, presenter=presenter, logo=logo, placing=placing)
    shown = written(found, layout)
    if layout == "clip":
        del shown["text"]
    if not logo or layout in ("clip", "logo"):
        del shown["logo"]
    if not captions:
        del shown["captions"]
    for (one, first), (two, second) in combinations(shown.items(), 2):
        assert not first.overlaps(second), f"{one} over {two}"
    for name, rect in shown.items():
        assert rect.width >= 240 or name == "logo"
        assert rect.height >= (24 if name == "text" else 48)
        # In upright pictures a logo may stand in the margin that players draw over only in part.
        assert inside(rect, safe_area(format)) or (name == "logo" and rect.y >= 64)


@given(FORMATS, st.sampled_from(PEOPLED), st.booleans(), PLACINGS)
@settings(max_examples=400)
def test_nothing_covers_the_presenters_face(format: PictureFormat, layout: str, captions: bool, placing: Placing):
    found = regions(layout, format, captions=captions, presenter=True, placing=placing)
    stage = found.presenter
    assert stage is not None
    face = Rect(stage.x, stage.y, stage.width, stage.height * CHIN)
    shown = written(found, layout)
    if not captions:
        del shown["captions"]
    assert [name for name, rect in shown.items() if rect.overlaps(face)] == []


@given(FORMATS, st.sampled_from(PEOPLED), st.booleans(), PLACINGS)
def test_the_presenter_stands_on_the_bottom_edge_inside_the_frame(
    format: PictureFormat, layout: str, captions: bool, placing: Placing
):
    stage = regions(layout, format, captions=captions, presenter=True, placing=placing).presenter
    assert stage is not None
    assert stage.height >= 0.45 * format.design_height
    assert stage.bottom == pytest.approx(format.design_height)
    assert inside(stage, Rect(0, 0, format.design_width, format.design_height))


@pytest.mark.parametrize("captions", [True, False])
def test_in_wide_pictures_the_presenter_takes_two_fifths_on_the_right(captions: bool):
    format = picture_format("16:9", "1080p", Fraction(30))
    found = regions("presenter", format, captions=captions, presenter=True)
    assert found.presenter is not None
    assert 0.35 <= found.presenter.width / 1920 <= 0.45
    assert found.presenter.x > found.title.right
    assert found.title.x == 96


@pytest.mark.parametrize("aspect", ["9:16", "1:1", "4:5"])
def test_in_other_pictures_the_title_stands_above_the_presenter(aspect: str):
    found = regions("presenter", picture_format(aspect, "1080p", Fraction(30)), captions=True, presenter=True)
    assert found.presenter is not None
    assert found.title.bottom <= found.presenter.y


def test_upright_text_keeps_clear_of_the_players_controls():
    format = picture_format("9:16", "1080p", Fraction(30))
    for layout in LAYOUTS:
        found = regions(layout, format, captions=True, presenter=layout == "presenter")
        assert found.title.y >= 0.14 * 1920
        assert found.captions.bottom <= 0.8 * 1920


def test_without_a_presenter_there_is_no_strap_and_more_room():
    format = picture_format("16:9", "1080p", Fraction(30))
    alone = regions("title", format, captions=True, presenter=False)
    shared = regions("title", format, captions=True, presenter=True)
    assert alone.presenter is None
    assert alone.lower_third is None
    assert alone.title.width > shared.title.width


@pytest.mark.parametrize("aspect", sorted(ASPECTS))
def test_without_a_logo_the_end_card_has_the_room_to_stand_in_the_middle(aspect: str):
    format = picture_format(aspect, "1080p", Fraction(30))
    alone = regions("end_card", format, captions=False, presenter=False, logo=False).end_card
    under = regions("end_card", format, captions=False, presenter=False).end_card
    assert alone.height > under.height
    assert abs((alone.y + alone.bottom) / 2 / format.design_height - 0.5) < 0.05


@pytest.mark.parametrize("aspect", ["1:1", "4:5"])
def test_without_a_logo_the_presenter_stands_higher(aspect: str):
    format = picture_format(aspect, "1080p", Fraction(30))
    alone, under = (
        regions("presenter", format, captions=True, presenter=True, logo=logo).presenter for logo in (False, True)
    )
    assert alone is not None
    assert under is not None
    assert alone.y < under.y


def test_room_for_captions_is_kept_only_when_asked():
    format = picture_format("16:9", "1080p", Fraction(30))
    with_captions = regions("presenter", format, captions=True, presenter=True)
    without = regions("presenter", format, captions=False, presenter=True)
    assert without.title.height > with_captions.title.height


def test_an_unknown_layout_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="title, presenter, portrait, end_card, clip"):
        regions("sidebar", picture_format("1:1", "720p", Fraction(25)), captions=True, presenter=False)
