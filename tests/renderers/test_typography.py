from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.fonts import installed, stack, typeface
from renderers.line_breaking import clusters, join, pieces
from renderers.picture_format import Rect
from renderers.raster import surface
from renderers.typesetting import Block, Type, fit, paragraph, width_of
from renderers.typography import (
    FAMILIES,
    OPTICAL_SIZES,
    STAND_INS,
    clean,
    families,
    family_files,
    font_identity,
    missing_families,
    missing_glyphs,
    right_to_left,
)

HEADING = Type("Manrope", 0, 700, line_height=1.1, tracking=-0.02)
SIZES = (88, 80, 72, 64, 56, 48)
ARABIC, HEBREW = "مرحبا بكم في شركة Acme لمساعدتكم", "ברוכים הבאים לעולם שלנו"
LONG = "How we cut onboarding time in half for small teams"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
CHINESE = "我们帮助小型团队在几分钟内制作专业的视频内容。"


def painted(block: Block, width: int = 1200, height: int = 600) -> np.ndarray:
    """The opacity of a block painted at (100, 100)."""
    pixels = np.zeros((height, width, 4), np.uint8)
    block.paint(surface(pixels).getCanvas(), 100, 100)
    return pixels[..., 3]


def extent(alpha: np.ndarray) -> Rect:
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    return Rect(columns[0], rows[0], columns[-1] + 1 - columns[0], rows[-1] + 1 - rows[0])


def test_names_load_no_graphics_library():
    code = "import sys, renderers.typography as t; t.families(); t.clean('a'); assert 'skia' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2]).returncode == 0


@pytest.mark.parametrize("family", families())
def test_every_family_has_a_regular_and_a_bold_face(family: str):
    assert all(path.is_file() for path in family_files(family))
    assert [typeface(family, weight).fontStyle().weight() for weight in (400, 700)] == [400, 700]


def test_an_unknown_family_is_set_in_the_default_one():
    assert stack("Hello", "Comic Sans") == ("Manrope",)


def test_a_family_that_is_missing_is_set_in_the_one_that_stands_in_for_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("renderers.fonts.families", lambda: ("Manrope", "Source Serif Pro"))
    typeface.cache_clear()
    assert stack("Hello", "Bodoni Moda") == ("Source Serif Pro",)
    assert stack("Hello", "Fredoka") == ("Manrope",)
    typeface.cache_clear()


@pytest.mark.parametrize("family", [name for name in STAND_INS if name in families()])
def test_letters_that_a_family_lacks_are_drawn_by_its_stand_in_before_any_of_the_system(family: str):
    for text in ("Новости дня", "Ελληνικά"):
        names = stack(text, family)
        assert names[0] == family
        assert set(names[1:]) <= {STAND_INS[family], "Manrope", "Source Sans Pro"}


def test_every_family_that_may_be_missing_has_a_stand_in_that_is_always_there():
    assert set(STAND_INS) == {name for name, (package, _) in FAMILIES.items() if package.startswith("fontpkg_")}
    assert not set(STAND_INS.values()) & set(STAND_INS)
    assert set(missing_families()) | set(families()) == set(FAMILIES)


@pytest.mark.parametrize("family", [name for name in OPTICAL_SIZES if name in families()])
def test_a_family_with_cuts_for_sizes_is_set_in_one_with_hairlines_that_hold(family: str):
    position = {value.axis: value.value for value in typeface(family, 600).getVariationDesignPosition()}
    tags = {int.from_bytes(name, "big"): name for name in (b"opsz", b"wght")}
    assert {tags[tag]: value for tag, value in position.items()} == {b"opsz": OPTICAL_SIZES[family], b"wght": 600}


def test_the_identity_is_stable_and_names_the_shaping_library():
    assert font_identity() == font_identity()
    assert font_identity().startswith("skia-")


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("a\x00b\x07c", "abc"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("  two   words\t here ", "two words here"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("open\u202b mark", "open mark"),
        ("close\u2069 mark", "close mark"),
        ("over\u202eridden\u202c", "overridden"),
        ("kept \u2067שלום\u2069", "kept \u2067שלום\u2069"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("a" + "\u0301" * 40, "\u00e1" + "\u0301" * 4),
        ("non\ufffebreaking\xa0space", "nonbreaking\xa0space"),
    ],
)
def test_clean(dirty: str, expected: str):
    assert clean(dirty) == expected


@given(st.text(st.characters(), max_size=60))
def test_clean_text_is_clean_and_encodable(text: str):
    once = clean(text)
    assert clean(once) == once
    assert "\x00" not in once
    once.encode()


def needs(*families: str) -> None:
    """Skip where Debian's fonts for other scripts are not installed; the set-up says then what that costs."""
    if lacking := [family for family in families if not installed(family)]:
        pytest.skip(f"not installed: {', '.join(lacking)}")


def test_missing_glyphs_names_only_what_nothing_can_draw():
    assert missing_glyphs("Plain, naïve text – 5 €\u200d\ufe0f\n\x00") == ()
    assert missing_glyphs("a\U0010fffdb\U0010fffd") == ("\U0010fffd",)


def test_other_scripts_are_drawn_by_the_system():
    needs("Noto Sans Arabic", "Noto Sans CJK SC", "Noto Color Emoji")
    assert missing_glyphs(ARABIC + HEBREW + CHINESE + "한국어 नमस्ते สวัสดี 🎉") == ()


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("日本語のテスト", "Noto Sans CJK JP"),
        ("中文", "Noto Sans CJK SC"),
        ("這個國家", "Noto Sans CJK TC"),
        ("한국", "Noto Sans CJK KR"),
    ],
)
def test_han_is_drawn_in_the_shapes_of_its_language(text: str, family: str):
    needs(family)
    assert stack(text, "Manrope")[1:] == (family,)


def test_the_direction_is_that_of_the_first_letter():
    assert all(right_to_left(text) for text in (ARABIC, "123 " + HEBREW))
    assert not any(right_to_left(text) for text in ("Acme شركة", "!?", ""))


@pytest.mark.parametrize("text", ["Short", LONG, ARABIC, CHINESE, FAMILY + " \U0001f389"])
@pytest.mark.parametrize("family", ["Manrope", "Source Serif Pro"])
def test_fitted_text_stays_in_its_box(text: str, family: str):
    if not text.isascii():
        needs("Noto Sans Arabic", "Noto Sans CJK SC", "Noto Color Emoji")
    block = fit(text, 700, 300, SIZES, Type(family, 0, 700, line_height=1.1))
    assert block.complete
    assert block.width <= 700
    assert block.height <= 300
    ink = extent(painted(block))
    assert ink.x >= 94
    assert ink.right <= 806


@given(st.text(max_size=120), st.floats(20, 900), st.floats(10, 500))
def test_nothing_ever_overflows(text: str, width: float, height: float):
    block = fit(text, width, height, (96, 64, 40), HEADING)
    assert block.width <= width + 0.5
    assert block.height <= height + 0.5


def test_the_largest_size_that_fits_is_taken():
    assert fit("Short", 700, 300, SIZES, HEADING).type.size == 88
    assert fit("Short", 180, 300, SIZES, HEADING).type.size < 88


def test_too_much_text_ends_in_an_ellipsis_and_says_so():
    block = fit("word " * 200, 600, 200, SIZES, HEADING)
    assert not block.complete
    assert block.lines[-1].text.endswith("word…")
    assert block.type.size == 48


def test_a_word_wider_than_the_box_is_broken():
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
    block = fit(word, 500, 300, SIZES, HEADING)
    assert block.complete
    assert "".join(line.text for line in block.lines) == word


@pytest.mark.parametrize(
    "text",
    ["How we cut onboarding time in half for small teams", "Everything you need to start, in one place, from day one",
     "One two three four five six seven eight nine", "A plan that works for everyone on the team today"],
)  # fmt: skip
def test_headings_leave_no_word_alone(text: str):
    for width in (520, 640, 760):
        lines = fit(text, width, 900, (72,), HEADING).lines
        assert len(lines) > 1
        assert len(lines[-1].text.split()) > 1 or lines[-1].width > 0.34 * width


def test_headings_break_into_lines_of_like_length():
    lines = fit("Four words of text here that fill two lines", 900, 600, (72,), HEADING).lines
    assert len(lines) == 2
    assert min(line.width for line in lines) > 0.7 * max(line.width for line in lines)


def test_a_line_break_in_the_text_is_kept():
    assert [line.text for line in fit("One\nTwo words", 900, 600, (72,), HEADING).lines] == ["One", "Two words"]


def test_writing_from_the_right_is_set_from_the_right():
    assert extent(painted(fit("Acme", 900, 200, (72,), HEADING))).x < 110
    assert extent(painted(fit(HEBREW, 900, 200, (72,), HEADING))).right > 990


def test_a_full_stop_stands_left_of_writing_from_the_right():
    stopped, plain = (fit(text, 900, 200, (72,), HEADING) for text in ("שלום.", "שלום"))
    added = painted(stopped)[:, : int(1000 - plain.width - 2)]
    assert added.any()


def test_alignment():
    centred = extent(painted(fit("Centre", 1000, 200, (72,), HEADING, align="centre")))
    assert centred.x + centred.width / 2 == pytest.approx(600, abs=6)
    assert extent(painted(fit("Right", 1000, 200, (72,), HEADING, align="right"))).right == pytest.approx(1100, abs=8)


def test_colour_does_not_change_the_shape_of_joined_letters():
    type_, names = Type("Manrope", 60, 700), stack(ARABIC, "Manrope")
    whole = paragraph(((ARABIC, "#ffffff"),), type_, names, rtl=True)
    parts = paragraph(((ARABIC[:3], "#ff0000"), (ARABIC[3:], "#ffffff")), type_, names, rtl=True)
    assert parts.MaxIntrinsicWidth == whole.MaxIntrinsicWidth


def test_widths_grow_with_size_and_count_spaces():
    large, small = (Type("Manrope", size) for size in (80, 40))
    assert width_of("Hello", large, ("Manrope",)) == pytest.approx(2 * width_of("Hello", small, ("Manrope",)))
    assert width_of(" ", large, ("Manrope",)) > 10


def test_marks_of_tall_scripts_get_room():
    assert fit("नमस्ते दुनिया", 900, 600, (72,), HEADING).type.line_height > 1.3
    assert fit("Hello", 900, 600, (72,), HEADING).type.line_height == 1.1


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), max_size=40))
def test_clusters_lose_nothing(text: str):
    assert "".join(clusters(text)) == text


def test_emoji_and_flags_are_never_cut():
    parts = [FAMILY, "🇩🇪", "🇫🇷", "1\ufe0f\u20e3", "\U0001f44d\U0001f3fd"]
    assert clusters("".join(parts)) == parts


def test_pieces_join_to_the_text_they_were_made_of():
    for text in ("plain words here", "a well-known and/or case", CHINESE, "混合 mixed 文字", "สวัสดีชาวโลก"):
        assert join(pieces(text)) == text


def test_no_chinese_line_begins_with_a_closing_mark():
    block = fit(CHINESE * 2, 420, 900, (72,), HEADING)
    assert len(block.lines) > 3
    assert not any(line.text[0] in "。，" for line in block.lines)
