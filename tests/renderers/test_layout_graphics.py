"""Graphics find their room in every aspect, beside every presenter, with and without captions and a logo."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.layout import CHIN, Placing, Regions, regions, safe_area
from renderers.layout_graphics import FILLED_LAYOUTS, GRAPHIC_LAYOUTS, PLACES
from renderers.picture_format import ASPECTS, PictureFormat, Rect
from tests.renderers.test_layout import FORMATS, PLACINGS, inside

LAYOUTS = (*GRAPHIC_LAYOUTS, *FILLED_LAYOUTS)
HEADINGS = (0, 12, 70, 200)


def found(format: PictureFormat, layout: str, **how: object) -> Regions:
    return regions(layout, format, **{"captions": True, "presenter": True, **how})


def texts(made: Regions, layout: str, heading: int, captions: bool, logo: bool) -> dict[str, Rect]:
    """What holds text, a logo or a graphic at the same time."""
    named = {"graphic": made.graphic, "lower third": made.lower_third}
    if heading and layout not in FILLED_LAYOUTS:
        named["title"] = made.title
    if captions:
        named["captions"] = made.captions
    if logo and layout != "logo":
        named["logo"] = made.logo
    return {name: rect for name, rect in named.items() if rect is not None}


@given(
    FORMATS,
    st.sampled_from(LAYOUTS),
    st.sampled_from(("", *PLACES)),
    st.booleans(),
    st.booleans(),
    st.sampled_from(HEADINGS),
    PLACINGS,
)
@settings(max_examples=500)
def test_nothing_overlaps_and_every_graphic_has_room(
    format: PictureFormat, layout: str, place: str, captions: bool, logo: bool, heading: int, placing: Placing
) -> None:
    for presenter in (True, False):
        made = found(
            format, layout, captions=captions, presenter=presenter, logo=logo, placing=placing, place=place,
            heading=heading,
        )  # fmt: skip
        shown = texts(made, layout, heading, captions, logo)
        for (one, first), (two, second) in combinations(shown.items(), 2):
            assert not first.overlaps(second), f"{one} over {two}"
        for name, rect in shown.items():
            assert inside(rect, safe_area(format)) or (name == "logo" and rect.y >= 64), name
        assert (made.presenter is not None) == presenter
        assert (made.graphic is None) == (layout in FILLED_LAYOUTS)
        if made.graphic is not None:
            assert made.graphic.width >= 400 and made.graphic.height >= 200, made.graphic
        if made.presenter is not None:
            check_presenter(made, shown, format, disc=place == "circle")


def check_presenter(made: Regions, shown: dict[str, Rect], format: PictureFormat, *, disc: bool) -> None:
    """Nothing lies over the face, and no graphic or heading over any of the presenter."""
    stage = made.presenter
    assert stage is not None
    assert inside(stage, Rect(0, 0, format.design_width, format.design_height))
    face = stage if disc else Rect(stage.x, stage.y, stage.width, stage.height * CHIN)
    assert [name for name, rect in shown.items() if rect.overlaps(face)] == []
    for name in ("graphic", "title"):
        assert name not in shown or not shown[name].overlaps(stage)
    if disc:
        assert stage.width == stage.height and inside(stage, safe_area(format))
    else:
        assert stage.bottom == pytest.approx(format.design_height)
        assert stage.height >= 0.44 * format.design_height and stage.width >= 300


@given(FORMATS, st.sampled_from(("presenter", *GRAPHIC_LAYOUTS)), st.booleans(), PLACINGS)
def test_left_is_right_in_a_mirror_but_for_the_logo(
    format: PictureFormat, layout: str, captions: bool, placing: Placing
) -> None:
    vertical, side = placing.logo.split()
    other = Placing(
        placing.captions,
        placing.captions_size,
        f"{vertical} {'right' if side == 'left' else 'left'}",
        placing.logo_size,
    )
    left = found(format, layout, captions=captions, placing=placing, place="left", heading=20)
    right = found(format, layout, captions=captions, placing=other, place="right", heading=20)
    assert left.logo.x == pytest.approx(
        found(format, layout, captions=captions, placing=placing, place="right", heading=20).logo.x
    )
    if format.aspect == "16:9" or layout in GRAPHIC_LAYOUTS:
        assert left.presenter is not None and right.presenter is not None
        assert left.presenter.x == pytest.approx(format.design_width - right.presenter.right)


@pytest.mark.parametrize("aspect", sorted(ASPECTS))
def test_without_a_heading_the_graphic_has_its_room(aspect: str) -> None:
    from fractions import Fraction

    from renderers.picture_format import picture_format

    format = picture_format(aspect, "1080p", Fraction(30))
    for layout, place in product(("points", "chart"), ("right", "circle", "none")):
        how = {"presenter": place != "none", "place": "" if place == "none" else place}
        bare, headed = (found(format, layout, heading=length, **how).graphic for length in (0, 30))
        assert bare is not None and headed is not None
        assert bare.height > headed.height and bare.y < headed.y


def test_an_unknown_place_is_refused_with_the_known_ones() -> None:
    from fractions import Fraction

    with pytest.raises(ValueError, match="right, left, centre, circle"):
        regions("points", PictureFormat(1280, 720, Fraction(30)), captions=True, presenter=True, place="behind")
