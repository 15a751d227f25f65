"""A production's own typefaces: what is taken, what is refused, and that letters are really set in them."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from pathlib import Path

import pytest

from agency.brand_fonts import own_look
from benchmarks.brand.made_fonts import web_font
from renderers.colour import resolve_look
from renderers.fonts import enlist, stack, typeface
from renderers.look import Look
from renderers.takes import TakeStore
from renderers.typesetting import Type, fit, width_of
from renderers.typography import DEFAULT_FAMILY, family_files
from tools.errors import BadInput
from tools.storyboard import LookChoice


@pytest.fixture
def takes(tmp_path: Path) -> TakeStore:
    return TakeStore(tmp_path / "takes")


def lettered(takes: TakeStore, *files: Path, heading: str = "", body: str = "") -> tuple[Look, tuple[str, ...]]:
    choice = LookChoice(heading=heading, body=body, fonts=tuple(map(str, files)))
    return own_look(resolve_look(heading=heading, body=body), choice, takes)


def kept(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_web_font_sets_the_headings_that_name_it(tmp_path: Path, takes: TakeStore):
    regular = kept(tmp_path / "a.woff2", web_font("Lumen Serif", "SourceSerif"))
    bold = kept(tmp_path / "b.woff2", web_font("Lumen Serif", "SourceSerif", bold=True))
    look, notes = lettered(takes, regular, bold, heading="lumen serif", body="Hanken Grotesk")
    assert notes == ()
    assert look.body == "Hanken Grotesk"
    assert look.heading.startswith("Lumen Serif ")
    enlist(look.fonts)
    assert typeface(look.heading, 700).fontStyle().weight() == 700
    set_in = Type(look.heading, 48.0, 700)
    assert width_of("Handgloves", set_in, stack("Handgloves", look.heading)) != width_of(
        "Handgloves", set_in, (DEFAULT_FAMILY,)
    )
    lines = fit("Handgloves for everyone who is out in the cold", 500, 300, (48,), set_in).lines
    assert len(lines) > 1
    assert all(line.width <= 500 for line in lines)


def test_what_the_font_lacks_is_drawn_with_ours(tmp_path: Path, takes: TakeStore):
    few = kept(tmp_path / "few.woff2", web_font("Lumen Few", "SourceSans", letters="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ "))  # fmt: skip  # noqa: E501
    look, _ = lettered(takes, few, body="Lumen Few")
    enlist(look.fonts)
    assert stack("plain words", look.body) == (look.body,)
    assert stack("for 42 €", look.body) == (look.body, DEFAULT_FAMILY)
    enlist((replace(look.fonts[0], name="Serifed", stand_in="Source Serif Pro"),))
    assert stack("for 42 €", "Serifed") == ("Serifed", "Source Serif Pro")
    assert stack("你好 5", look.body)[:2] != (look.body,)


def test_a_variable_font_has_every_weight(tmp_path: Path, takes: TakeStore):
    source = family_files("Manrope")[0].with_name("Manrope-VariableFont_wght.ttf")
    from fontTools.ttLib import TTFont

    font = TTFont(source)
    for record in font["name"].names:
        if record.nameID in (1, 16):
            font["name"].setName(
                "Northwind Variable", record.nameID, record.platformID, record.platEncID, record.langID
            )
    held = io.BytesIO()
    font.save(held)
    look, notes = lettered(takes, kept(tmp_path / "v.ttf", held.getvalue()), heading="Northwind")
    assert notes == ()
    enlist(look.fonts)
    assert [typeface(look.heading, weight).fontStyle().weight() for weight in (400, 700, 800)] == [400, 700, 800]
    assert width_of("Wide", Type(look.heading, 48, 800), (look.heading,)) > width_of(
        "Wide", Type(look.heading, 48, 400), (look.heading,)
    )


def test_other_files_make_another_family_and_the_same_ones_no_new_take(tmp_path: Path, takes: TakeStore):
    one = kept(tmp_path / "one.woff2", web_font("Lumen", "SourceSerif"))
    first, _ = lettered(takes, one, heading="Lumen")
    made = dict(takes.made)
    again, _ = lettered(takes, kept(tmp_path / "copy.woff2", one.read_bytes()), heading="Lumen")
    assert (again, takes.made) == (first, made)
    kept(tmp_path / "one.woff2", web_font("Lumen", "SourceSans"))
    other, _ = lettered(takes, one, heading="Lumen")
    assert other.heading != first.heading


def test_a_family_that_is_nowhere_is_replaced_and_told(tmp_path: Path, takes: TakeStore):
    look, notes = lettered(takes, heading="Gotham")
    assert look.heading == DEFAULT_FAMILY
    assert notes == (
        f"The typeface Gotham for headings is not here; {DEFAULT_FAMILY} stands in for it. "
        "Give its font files in `look.fonts`.",
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("noise.woff2", random.Random(1).randbytes(5000)),
        ("bomb.woff2", b"wOF2\0\1\0\0" + b"\xff" * 400),
        ("empty.ttf", b""),
        ("text.otf", b"OTTO" + b"not a font at all " * 40),
        ("torn.woff2", web_font("Lumen", "SourceSerif")[:3000]),
        ("huge.ttf", b"\0\1\0\0" + bytes(4_000_000)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_font_that_can_not_be_used_is_refused_in_a_sentence(
    tmp_path: Path, takes: TakeStore, name: str, content: bytes
):
    with pytest.raises(BadInput, match=rf"The font {name} in `look\.fonts` ") as refused:
        lettered(takes, kept(tmp_path / name, content), heading="Lumen")
    assert "\n" not in str(refused.value)
    assert not takes.made


def test_a_font_that_is_not_there_is_refused(tmp_path: Path, takes: TakeStore):
    with pytest.raises(BadInput, match="is not there"):
        lettered(takes, tmp_path / "none.ttf", heading="Lumen")
