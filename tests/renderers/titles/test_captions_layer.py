from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from renderers.colour import contrast, resolve_palette
from renderers.layer import Layer
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import surface
from renderers.timeline import CaptionCue, CaptionsClip, CueWord
from renderers.titles.caption_styles import OPACITY, STYLES, caption_inks
from renderers.titles.captions import CaptionsLayer
from renderers.titles.ink import apart, over

Paint = Callable[[Layer, int], NDArray[np.uint8]]
AREA = Rect(312, 832, 1296, 168)


def cue(start: int, *lines: str, step: int = 10) -> CaptionCue:
    """A cue of lines of words, each word heard for all but the last two frames of its `step`."""
    found, at = [], start
    for line in lines:
        words = []
        for text in line.split():
            words.append(CueWord(text, at, at + step - 2))
            at += step
        found.append(tuple(words))
    return CaptionCue(tuple(found), start, at)


def layer(look: Look, format: PictureFormat, *cues: CaptionCue, area: Rect = AREA) -> CaptionsLayer:
    return CaptionsLayer(CaptionsClip(cues, area), look, format)


def where(pixels: NDArray[np.uint8], colour: str) -> NDArray[np.intp]:
    """The columns that hold pixels of just that colour."""
    value = int(colour[1:], 16)
    near = np.abs(pixels[..., :3].astype(int) - [value & 255, value >> 8 & 255, value >> 16]).max(axis=2) < 12
    return np.flatnonzero((near & (pixels[..., 3] > 250)).any(axis=0))


def test_captions_are_seen_only_while_their_cue_lasts(look: Look, wide: PictureFormat):
    made = layer(look, wide, cue(30, "Most teams lose", "a week"), cue(200, "again"))
    assert [made.key(n) is None for n in (0, 29, 30, 79, 80, 199, 200)] == [True, True, False, False, True, True, False]


def test_the_key_changes_with_the_word_and_holds_between(look: Look, wide: PictureFormat):
    made = layer(look, wide, cue(0, "one two three four five six"))
    keys = [made.key(n) for n in range(10, 50)]
    assert len(set(keys)) == 4
    assert made.key(18) == made.key(19) == made.key(11)


def test_the_plate_does_not_move_while_words_light_up(look: Look, wide: PictureFormat, paint: Paint):
    made = layer(look, wide, cue(0, "one two three", "four five six"))
    shapes = [paint(made, n)[..., 3].astype(int) for n in (15, 25, 35, 45)]
    # Glyph edges get a different weight in a different colour; the place of every edge stays.
    assert all(np.abs(shape - shapes[0]).max() <= 12 for shape in shapes)


def test_exactly_the_active_word_is_highlighted_in_reading_order(look: Look, wide: PictureFormat, paint: Paint):
    made = layer(look, wide, cue(0, "mmmm mmmm mmmm"))
    active = caption_inks(look.palette).active
    middles = [where(paint(made, n), active).mean() for n in (5, 15, 25)]
    assert middles == sorted(middles)
    assert middles[2] - middles[0] > 60


def test_writing_from_the_right_lights_up_from_right_to_left(look: Look, wide: PictureFormat, paint: Paint):
    made = layer(look, wide, cue(0, "مرحبا بكم جميعا هنا"))
    active = caption_inks(look.palette).active
    middles = [where(paint(made, n), active).mean() for n in (5, 15, 25, 30)]
    assert middles == sorted(middles, reverse=True)
    assert middles[0] - middles[-1] > 40


@pytest.mark.parametrize("first", [(), ("Maya:",), ("Lumen",)])
def test_a_latin_name_before_arabic_does_not_turn_it_round(
    first: tuple[str, ...], look: Look, wide: PictureFormat, paint: Paint
):
    """Neither the label of who speaks nor a brand that comes first: what was heard is lit from the right."""
    said = cue(0, " ".join([*(word for word in first if word != "Maya:"), "مرحبا بكم جميعا هنا"]))
    label = tuple(CueWord(word, 0, 0) for word in first if word == "Maya:")
    told = replace(said, lines=(label + said.lines[0],), speaker="Maya" if label else "")
    made = CaptionsLayer(CaptionsClip((told,), AREA, style="karaoke"), look, wide)
    earlier, later = (where(paint(made, n), made.inks.active) for n in (18, 32))
    assert later.min() < earlier.min() - 10 and abs(later.max() - earlier.max()) < 3


def test_a_word_of_hebrew_does_not_turn_an_english_caption_round(light: Look, wide: PictureFormat):
    made = layer(light, wide, cue(0, "שלום is how they say hello there"), cue(90, "ברוכים הבאים"))
    assert [made_set.rtl for made_set in made._sets] == [False, True]


def test_chinese_words_are_set_without_spaces(light: Look, wide: PictureFormat, paint: Paint):
    def plate_width(*words: str) -> int:
        timed = tuple(CueWord(word, i * 5, i * 5 + 5) for i, word in enumerate(words))
        made = layer(light, wide, CaptionCue((timed,), 0, 90))
        return int(np.flatnonzero(paint(made, 40)[..., 3].any(axis=0)).size)

    assert plate_width("大多数", "团队", "会") == plate_width("大多数团队会")


@pytest.mark.parametrize("line", ["word " * 20, "مرحبا " * 24, "Donaudampfschifffahrtsgesellschaftskapitän" * 3])
def test_a_line_that_is_too_wide_shrinks_into_the_region(line: str, look: Look, wide: PictureFormat, paint: Paint):
    made = layer(look, wide, cue(0, line, "second line"))
    columns = np.flatnonzero(paint(made, 12)[..., 3].any(axis=0))
    assert columns[0] >= AREA.x * wide.scale - 1
    assert columns[-1] <= AREA.right * wide.scale + 1


def test_captions_stand_on_the_bottom_of_their_region(light: Look, wide: PictureFormat, paint: Paint):
    for lines in (("one line",), ("one line", "and two")):
        rows = np.flatnonzero(paint(layer(light, wide, cue(0, *lines)), 12)[..., 3].any(axis=1))
        assert rows[-1] + 1 == pytest.approx(AREA.bottom * wide.scale, abs=1)
        assert rows[0] >= AREA.y * wide.scale - 1


def test_centred_regions_centre_and_side_regions_begin_at_their_edge(light: Look, wide: PictureFormat, paint: Paint):
    centred = np.flatnonzero(paint(layer(light, wide, cue(0, "some words")), 12)[..., 3].any(axis=0))
    assert (centred[0] + centred[-1]) / 2 == pytest.approx(wide.width / 2, abs=1)
    aside = layer(light, wide, cue(0, "some words"), area=Rect(96, 832, 1070, 168))
    assert np.flatnonzero(paint(aside, 12)[..., 3].any(axis=0))[0] == pytest.approx(96 * wide.scale, abs=1)


def test_neighbouring_cues_give_way_without_a_blink_and_lone_ones_fade(light: Look, wide: PictureFormat, paint: Paint):
    made = layer(light, wide, cue(30, "first cue here"), cue(60, "second cue here"))
    strength = [int(paint(made, n)[..., 3].max()) for n in (30, 45, 59, 60, 75, 89)]
    assert strength[0] < 150 > strength[5]
    assert min(strength[1:5]) == 255


def test_empty_and_backward_cues_show_nothing(light: Look, wide: PictureFormat):
    made = layer(light, wide, CaptionCue(((),), 0, 10), CaptionCue(((CueWord("\x00", 20, 30),),), 20, 30), cue(50, "x"))
    assert [made.key(n) for n in (5, 25)] == [None, None]
    assert layer(light, wide).key(0) is None


def test_frames_in_any_order_give_the_same_pixels(light: Look, wide: PictureFormat, paint: Paint):
    clip = (cue(0, "one two three"), cue(30, "four five six"))
    forward, backward = layer(light, wide, *clip), layer(light, wide, *clip)
    ahead = {n: paint(forward, n) for n in range(0, 60, 7)}
    assert all(np.array_equal(paint(backward, n), ahead[n]) for n in sorted(ahead, reverse=True))


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), st.sampled_from([True, False]))
def test_every_brand_colour_gives_captions_that_read_over_black_and_white(primary: str, dark: bool):
    inks = caption_inks(resolve_palette(primary, None, None, dark))
    for behind in ("#ffffff", "#000000"):
        ground = over(behind, inks.plate, OPACITY)
        assert contrast(inks.idle, ground) >= 4.45
        assert contrast(inks.active, ground) >= 4.45
    assert apart(inks.idle, inks.active) > 0.2


def test_painting_needs_no_more_than_the_region(light: Look, wide: PictureFormat):
    made = layer(light, wide, cue(0, "some words"))
    box = wide.pixels(made.region)
    pixels = np.zeros((int(box.height), int(box.width), 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.translate(-box.x, -box.y)
    canvas.scale(wide.scale, wide.scale)
    made.paint(canvas, 12)
    assert pixels[..., 3].max() == 255


def styled(style: str, look: Look, format: PictureFormat, *cues: CaptionCue) -> CaptionsLayer:
    return CaptionsLayer(CaptionsClip(cues, AREA, style=style, rows=1 if style == "word" else 2), look, format)


@pytest.mark.parametrize("style", ["box", "brand"])
def test_a_plain_plate_stands_still_while_words_are_spoken(look: Look, wide: PictureFormat, style: str):
    made = styled(style, look, wide, cue(0, "one two three", "four five six"))
    assert len({made.key(n) for n in range(10, 50)}) == 1


def test_the_brands_plate_has_the_brands_colour(look: Look, wide: PictureFormat, paint: Paint):
    assert where(paint(styled("brand", look, wide, cue(0, "one two three")), 15), look.palette.primary).size > 100


def test_karaoke_fills_words_as_they_are_spoken(look: Look, wide: PictureFormat, paint: Paint):
    made = styled("karaoke", look, wide, cue(0, "mmmm mmmm mmmm", step=40))
    active = caption_inks(look.palette, "karaoke").active
    lit = [where(paint(made, n), active) for n in (3, 15, 30, 55, 75, 110)]
    reach = [columns.max() - columns.min() for columns in lit if columns.size]
    assert len(reach) >= 5 and reach == sorted(reach)
    assert reach[-1] > 3 * reach[0]


def test_karaoke_fills_from_the_right_where_writing_does(look: Look, wide: PictureFormat, paint: Paint):
    made = styled("karaoke", look, wide, cue(0, "مرحبا بكم جميعا", step=40))
    active = caption_inks(look.palette, "karaoke").active
    firsts = [where(paint(made, n), active) for n in (30, 70, 110)]
    assert firsts[0].min() > firsts[1].min() > firsts[2].min()
    assert firsts[0].max() == pytest.approx(firsts[2].max(), abs=3)


def test_large_words_have_a_dark_edge_and_no_plate(look: Look, wide: PictureFormat, paint: Paint):
    pixels = paint(styled("word", look, wide, cue(0, "every loaf")), 15)
    rows = np.flatnonzero((pixels[..., 3] > 250).any(axis=1))
    filled = (pixels[rows.min() : rows.max() + 1, ..., 3] > 250).mean()
    assert rows.size > 36 and filled < 0.35
    assert where(pixels, caption_inks(look.palette, "word").plate).size > 20


@pytest.mark.parametrize("style", list(STYLES))
@given(st.sampled_from(["#ffffff", "#000000", "#ffee00", "#0057ff", "#7f7f7f", "#ff2d95"]), st.booleans())
def test_every_style_reads_with_every_brand(style: str, primary: str, dark: bool):
    inks = caption_inks(resolve_palette(primary, None, None, dark), style)
    for behind in ("#ffffff", "#000000"):
        ground = over(behind, inks.plate, inks.opacity)
        assert contrast(inks.idle, ground) >= 4.5
        assert contrast(inks.active, ground) >= 4.5


def test_an_address_is_broken_before_all_that_stands_with_it_gets_small(light: Look, wide: PictureFormat):
    room = Rect(560, 760, 800, 240)
    made = layer(light, wide, cue(0, "look at www.lumen.example/products/lamp-daylight/2024 today"), area=room)
    lines = ["".join(text for text, _ in line) for line in made._sets[0].lines]
    assert len(lines) > 1 and " ".join(lines).replace("/ ", "/").replace("- ", "-") == (
        "look at www.lumen.example/products/lamp-daylight/2024 today"
    )
    assert made._sets[0].type.size >= STYLES["highlight"].sizes[-1]
    assert {word for line in made._sets[0].lines for _, word in line} == {-1, 0, 1, 2, 3}
    low = layer(light, wide, cue(0, "www.lumen.example/products/lamp-daylight/2024"), area=replace(room, height=90))
    assert len(low._sets[0].lines) == 1, "where there is no room for more lines it is set smaller"


def test_the_name_of_who_speaks_is_never_lit(light: Look, wide: PictureFormat, paint: Paint):
    words = (CueWord("Maya Lindgren:", 0, 0), CueWord("mmmm", 0, 20), CueWord("mmmm", 20, 40))
    lit = []
    for speaker in ("Maya Lindgren", ""):
        clip = CaptionsClip((CaptionCue((words[:1], words[1:]), 0, 60, speaker),), AREA, style="karaoke")
        made = CaptionsLayer(clip, light, wide)
        pixels = paint(made, 55)
        first = round((made._sets[0].plate.y + made._sets[0].plate.height / 2) * pixels.shape[0] / 1080)
        lit.append(len(where(pixels[:first], made.inks.active)) > 0)
        assert len(where(pixels[first:], made.inks.active)) > 0
    assert lit == [False, True]


def test_a_plate_in_the_brands_colour_has_an_edge_on_that_colour(light: Look, wide: PictureFormat, paint: Paint):
    made = CaptionsLayer(CaptionsClip((cue(0, "one two"),), AREA, style="brand"), light, wide)
    pixels = paint(made, 5)
    shape = np.argwhere(pixels[..., 3] > 250)
    middle = shape[:, 1].mean().astype(int)
    column = pixels[shape[:, 0].min() : shape[:, 0].max(), middle, :3].astype(int)
    plate = int(made.inks.plate[1:], 16)
    away = np.abs(column - [plate & 255, plate >> 8 & 255, plate >> 16]).max(axis=1)
    assert away[:3].max() > 40 > away[8]
