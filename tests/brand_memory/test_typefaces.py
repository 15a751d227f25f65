from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder

from brand_memory.evidence import Witness
from brand_memory.family_names import category_of, real_name, stack
from brand_memory.font_files import read_font
from brand_memory.kit import Typeface
from brand_memory.reading import Asset, Element, FontFace
from brand_memory.storage import BrandFiles
from brand_memory.typefaces import typefaces
from tests.brand_memory.made_elements import HOME, heading, page, paragraph, site

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def font(family: str, letters: str = _LETTERS, *, bits: int = 0, flavor: str = "woff2") -> bytes:
    names = [".notdef", *(f"u{ord(letter):04x}" for letter in letters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    builder.setupGlyf({name: _empty() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(fsType=bits, usWeightClass=500)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "licenseDescription": "Open licence"})
    builder.setupPost()
    builder.font.flavor = flavor or None
    held = io.BytesIO()
    builder.save(held)
    return held.getvalue()


def _empty() -> object:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    return TTGlyphPen(None).glyph()


def face(family: str, name: str) -> FontFace:
    return FontFace(family, "400", "normal", (f"{HOME}{name}",), True, True)


def found(
    tmp_path: Path, *elements: Element, faces: tuple[FontFace, ...] = (), files: dict[str, bytes] | None = None
) -> tuple[Typeface | None, Typeface | None]:
    assets = {f"{HOME}{name}": Asset(f"{HOME}{name}", "font/woff2", content) for name, content in (files or {}).items()}
    reading = site(page(*elements, fonts=faces), assets=assets)
    pair = typefaces(reading, Witness(reading, None), BrandFiles(tmp_path))
    first, second = (None if fact is None else fact.value for fact in pair)
    return first, second


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("__Inter_a1b2c3", "Inter"),
        ("__Plus_Jakarta_Sans_0a1b2c", "Plus Jakarta Sans"),
        ("Inter Variable", "Inter"),
        ("InterVariable", "Inter"),
        ("Manrope-VariableFont_wght", "Manrope"),
        ("proxima-nova", "Proxima Nova"),
        ("Graphik-Medium-Web", "Graphik"),
        ("-apple-system", "system-ui"),
        ("SohneVF", "Sohne"),
        ("Source Serif Pro", "Source Serif Pro"),
    ],
)
def test_the_real_name_is_behind_what_style_sheets_write(written: str, name: str):
    assert real_name(written) == name


def test_fallbacks_that_stand_in_while_loading_are_no_entries():
    written = "'__Inter_a1b2c3', '__Inter_Fallback_a1b2c3', \"Inter Fallback\", serif"
    assert stack(written) == ["__Inter_a1b2c3", "serif"]


def test_kinds_come_from_names_and_stacks():
    assert category_of("Lora") == "serif"
    assert category_of("Unheard Of", "'Unheard Of', monospace") == "mono"


def test_headings_and_text_are_told_apart_by_use(tmp_path: Path):
    first, second = found(
        tmp_path,
        heading(families='"Playfair Display", serif'),
        paragraph(families="Lato, sans-serif"),
        paragraph("Button-like words", families="Arial", own=False),
    )
    assert first is not None
    assert second is not None
    assert (first.family, first.category, first.weights) == ("Playfair Display", "serif", (700,))
    assert (second.family, second.category) == ("Lato", "sans")


def test_a_made_up_name_gives_way_to_the_name_in_the_file(tmp_path: Path):
    first, _ = found(
        tmp_path,
        heading(families="brand-x, sans-serif"),
        faces=(face("brand-x", "a.woff2"),),
        files={"a.woff2": font("Nordhaus Grotesk")},
    )
    assert first is not None
    assert first.family == "Nordhaus Grotesk"
    assert [file.media_type for file in first.files] == ["font/ttf"]
    kept = read_font(BrandFiles(tmp_path).read(first.files[0]))
    assert kept is not None
    assert kept.family == "Nordhaus Grotesk"


def test_a_face_with_figures_only_is_not_what_words_are_set_in(tmp_path: Path):
    first, _ = found(
        tmp_path,
        heading(families="'Figures', 'Lora', serif"),
        faces=(face("Figures", "f.woff2"), face("Lora", "l.woff2")),
        files={"f.woff2": font("Figures", "0123456789"), "l.woff2": font("Lora")},
    )
    assert first is not None
    assert first.family == "Lora"


def test_icon_fonts_are_no_typefaces(tmp_path: Path):
    first, _ = found(tmp_path, heading(families='"Font Awesome 6 Free", Karla'))
    assert first is not None
    assert first.family == "Karla"


def test_a_font_that_forbids_embedding_is_named_and_not_kept(tmp_path: Path):
    content = font("Locked Sans", bits=2)
    facts = read_font(content)
    assert facts is not None
    assert facts.content == b""
    assert "not allowed" in facts.embedding
    faces = (face("Locked Sans", "l.woff2"),)
    first, _ = found(tmp_path, heading(families="'Locked Sans'"), faces=faces, files={"l.woff2": content})
    assert first is not None
    assert first.files == ()


@pytest.mark.parametrize("spoil", [b"", b"wOF2" + b"\0" * 200, b"not a font" * 50, b"wOF2" + b"\xff" * 400])
def test_damaged_files_are_none(spoil: bytes):
    assert read_font(spoil) is None
    assert read_font(font("Cut")[:-40] + spoil[:10]) is None


def test_a_bomb_is_refused_before_it_is_unpacked():
    content = bytearray(font("Huge"))
    content[16:20] = (2_000_000_000).to_bytes(4, "big")
    assert read_font(bytes(content)) is None


def test_a_site_without_text_has_no_typefaces(tmp_path: Path):
    assert found(tmp_path) == (None, None)
