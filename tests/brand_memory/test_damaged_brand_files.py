"""Files of every kind, truncated and changed anywhere: a plain refusal or a kit, never anything else."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import font_manrope
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from brand_memory.brand_files import read_brand_files
from brand_memory.errors import BrandFileUnusable
from brand_memory.partial_kits import PartialKit
from brand_memory.storage import BrandFiles
from tests.brand_memory.made_files import BRAND_YML, CSS, LOGO, TOKENS, guidelines


def _png() -> bytes:
    held = io.BytesIO()
    Image.effect_noise((60, 40), 80).convert("RGB").save(held, "PNG")
    return held.getvalue()


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("a/_brand.yml", BRAND_YML), ("a/logo.svg", LOGO), ("site.css", CSS)):
            archive.writestr(name, content)
    return held.getvalue()


def _font() -> bytes:
    folder = Path(font_manrope.__file__).parent
    return min((path.read_bytes() for path in folder.rglob("*.ttf")), key=len)


WHOLE = {
    "brand.yml": BRAND_YML.encode(), "tokens.json": json.dumps(TOKENS).encode(), "site.css": CSS.encode(),
    "logo.svg": LOGO.encode(), "photo.png": _png(), "all.zip": _zip(),
}  # fmt: skip


def _learned(content: bytes, name: str, folder: Path) -> PartialKit | None:
    """What a file says; None where it is refused in one sentence that names it."""
    path = folder / name
    path.write_bytes(content)
    try:
        return read_brand_files([path], BrandFiles(folder / "store"))
    except BrandFileUnusable as error:
        assert repr(name) in str(error)
        assert "\n" not in str(error)
        return None


def _changed(whole: bytes, data: st.DataObject, most: int = 10) -> bytes:
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(0, most))):
        at = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(
            st.binary(max_size=4)
            | st.sampled_from([b"{", b"}", b"[", b'"', b"&a ", b"*a", b"\n", b"</", b"--", b"\xff"])
        )
        content[at : at + data.draw(st.integers(0, 4))] = piece
    return bytes(content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))])


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files_are_read(name: str, tmp_path: Path):
    assert _learned(WHOLE[name], name, tmp_path) is not None


@settings(max_examples=300)
@given(name=st.sampled_from(sorted(WHOLE)), data=st.data())
def test_changed_files_are_refused_or_read(name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory):
    kit = _learned(_changed(WHOLE[name], data), name, tmp_path_factory.getbasetemp())
    assert kit is None or all(0 <= fact.confidence <= 1 for fact in (*kit.logos, *kit.imagery))


@settings(max_examples=25)
@given(data=st.data())
def test_changed_fonts_are_refused_or_read(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory):
    content = bytearray(_font())
    for _ in range(data.draw(st.integers(1, 30))):
        content[data.draw(st.integers(0, 4000))] = data.draw(st.integers(0, 255))
    kit = _learned(bytes(content), "body.ttf", tmp_path_factory.getbasetemp())
    assert kit is None or all(fact.value.family for fact in kit.typefaces)


@settings(max_examples=8)
@given(data=st.data())
def test_changed_guidelines_are_refused_or_read(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory):
    kit = _learned(_changed(guidelines(), data, 30), "guide.pdf", tmp_path_factory.getbasetemp())
    assert kit is None or kit.sources == ("guide.pdf",)


@given(
    content=st.binary(max_size=400),
    name=st.sampled_from(["a.yml", "a.json", "a.css", "a.svg", "a.zip", "a.pdf", "a.ttf", "a.png"]),
)
def test_any_bytes_under_any_name(content: bytes, name: str, tmp_path_factory: pytest.TempPathFactory):
    kit = _learned(content, name, tmp_path_factory.getbasetemp())
    assert kit is None or kit.sources == (name,)
