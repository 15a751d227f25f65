"""Looks worked out without a browser: attributes, nesting, ranges, schemes, and the logo however it is drawn."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from brand_memory.assembling import assemble
from brand_memory.kit import BrandKit
from brand_memory.reading import SiteReading, View
from brand_memory.storage import BrandFiles
from brand_memory.style_sheets import holds

Read = Callable[..., SiteReading]
MARK = '<path d="M4 4H36V36H4Z" fill="#0a6b4f"/>'
WORDS = "<main><h1>Boats for hire</h1><p>Rowing boats by the hour and by the day, with oars and advice.</p></main>"


def page(head: str, header: str, main: str = WORDS) -> str:
    return f"<!doctype html><title>Haven</title>{head}<body><header>{header}</header>{main}</body>"


@pytest.fixture
def learned(read_html: Read, tmp_path: Path) -> Callable[..., tuple[BrandKit, BrandFiles]]:
    def learn(pages: Any, *, browser: bool = False) -> tuple[BrandKit, BrandFiles]:
        store = BrandFiles(tmp_path / "files")
        return assemble(read_html(pages, browser=browser, pages=1), store=store), store

    return learn


def drawing(kit: BrandKit, store: BrandFiles) -> str:
    assert kit.logos
    return store.read(kit.logos[0].value.file).decode()


SYMBOL = f'<svg width=0 height=0><symbol id="b" viewBox="0 0 40 40">{MARK}</symbol></svg>'
FILE = f'<svg xmlns="http://www.w3.org/2000/svg"><symbol id="b" viewBox="0 0 40 40">{MARK}</symbol></svg>'
PLAIN = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">{MARK.replace("#0a6b4f", "#000000")}</svg>'
HIDDEN = "display:block;width:40px;height:40px;text-indent:-9999px;overflow:hidden"


@pytest.mark.parametrize("browser", [False, True], ids=["static", "browser"])
@pytest.mark.parametrize(
    ("head", "header"),
    [
        ("", SYMBOL + '<a href="/"><svg width=40 height=40><use href="#b"/></svg></a>'),
        ("", '<a href="/"><svg width=40 height=40><use href="/all.svg#b"/></svg></a>'),
        (f"<style>.l{{{HIDDEN};background:url(/one.svg)}}</style>", '<a class="l" href="/">Haven</a>'),
        (f"<style>.l{{{HIDDEN};mask:url(/mask.svg);background:#0a6b4f}}</style>", '<a class="l" href="/">Haven</a>'),
        ("<style>.m{fill:#0a6b4f}</style>",
         '<a href="/"><svg width=40 height=40 viewBox="0 0 40 40"><path class="m" d="M4 4H36V36H4Z"/></svg></a>'),
    ],
    ids=["symbol", "sprite file", "background", "mask", "class"],
)  # fmt: skip
def test_a_logo_is_found_however_it_is_drawn(learned: Any, head: str, header: str, browser: bool):
    pages = {
        "/": page(head, header),
        "/all.svg": ("image/svg+xml", FILE),
        "/one.svg": ("image/svg+xml", PLAIN.replace("#000000", "#0a6b4f")),
        "/mask.svg": ("image/svg+xml", PLAIN),
    }
    kit, store = learned(pages, browser=browser)
    assert kit.logos[0].value.kind == "mark"
    assert kit.logos[0].value.colours[0].hex == "#0a6b4f"
    assert "M4 4H36V36H4Z" in drawing(kit, store).replace(" ", "").replace("M44", "M4 4")


@pytest.mark.parametrize("browser", [False, True], ids=["static", "browser"])
def test_a_name_in_type_alone_has_the_mark_of_its_manifest(learned: Any, browser: bool):
    icons = [{"src": "cut.svg", "purpose": "maskable"}, {"src": "icons/mark.svg", "sizes": "any"}]
    manifest = json.dumps({"name": "Haven Boats", "icons": icons})
    pages = {
        "/": page('<link rel="manifest" href="/app.webmanifest">', '<a href="/">Haven</a>'),
        "/app.webmanifest": ("application/manifest+json", manifest),
        "/icons/mark.svg": ("image/svg+xml", PLAIN),
        "/cut.svg": ("image/svg+xml", PLAIN.replace("M4 4", "M9 9")),
    }
    kit, store = learned(pages, browser=browser)
    assert "M4 4H36V36H4Z" in drawing(kit, store)
    assert kit.logos[0].confidence <= 0.6
    assert "manifest" in kit.logos[0].evidence[0].place


BROKEN = ["[]", "{", '{"icons": 3, "name": 4}', '{"icons": [{"src": "file:///etc/passwd"}]}', "[" * 5000]


@pytest.mark.parametrize("manifest", BROKEN)
def test_a_broken_manifest_changes_nothing(read_html: Read, manifest: str):
    pages = {
        "/": page('<link rel="manifest" href="/m.json">', '<a href="/">Haven</a>'),
        "/m.json": ("application/json", manifest),
    }
    found = read_html(pages, browser=False, pages=1)
    assert not [logo for logo in found.pages[0].logos if logo.place == "web app manifest"]


def test_pages_from_before_style_sheets(learned: Any):
    words = "<FONT FACE=Verdana>We have sold screws by the piece since 1954 and are not going to stop now.</FONT>"
    top = (
        '<table bgcolor="#003399" width="100%"><tr><td><a href="/">Fenwick</a> <a href="/x">Tools</a></td></tr></table>'
    )
    main = f"<h1><font face=Verdana>Screws</font></h1><p>{words}</p><p>{words}</p>"
    kit, _ = learned(f'<html><body bgcolor="#fffbe6" text="333333" link="#003399">{top}{main}')
    assert kit.palette.background is not None
    assert kit.palette.background.value.hex == "#fffbe6"
    assert kit.palette.text is not None
    assert kit.palette.text.value.hex == "#333333"
    assert kit.body is not None
    assert kit.body.value.family == "Verdana"


@pytest.mark.parametrize(
    ("css", "ink"),
    [
        (".a{color:red;& .b{color:#112233}}", "rgb(17, 34, 51)"),
        (".a{.b{color:#112233}}", "rgb(17, 34, 51)"),
        (".x,.a{& > .b{color:#112233}}", "rgb(17, 34, 51)"),
        (".a{@media (width >= 600px){.b{color:#112233}}}", "rgb(17, 34, 51)"),
        (".a{@media (width < 600px){.b{color:#112233}}}", "rgb(0, 0, 0)"),
        (".b{color:light-dark(#112233, rgb(9 9 9))}", "rgb(17, 34, 51)"),
        ("@layer x{.b{color:#112233}}", "rgb(17, 34, 51)"),
        ("a{color:inherit}.a{color:#112233}", "rgb(17, 34, 51)"),
    ],
)
def test_newer_style_sheets(read_html: Read, css: str, ink: str):
    words = '<p class="b">Words that can be read</p><a href="/y">y</a>'
    html = f'<title>x</title><style>{css}</style><div class="a">{words}</div>'
    elements = read_html(html, browser=False, pages=1).pages[0].elements
    told = next(e for e in elements if e.tag == ("a" if css.startswith("a{") else "p"))
    assert told.colour == ink


def test_a_ground_below_a_picture_or_stated_on_the_root_is_seen(learned: Any):
    for style in ("body{background:#0b0d14 url(/x.png)}", "html{background:#0b0d14}", "body{background:#0b0d14 "
                  "radial-gradient(circle,rgb(20 20 40),transparent)}"):  # fmt: skip
        kit, _ = learned(f"<title>x</title><style>{style} p{{color:#eee}}</style>{WORDS}")
        assert kit.palette.background is not None
        assert kit.palette.background.value.hex == "#0b0d14"
        assert kit.palette.dark


@pytest.mark.parametrize(
    ("condition", "true"),
    [
        ("(width >= 48rem)", True), ("(width < 600px)", False), ("(400px <= width <= 700px)", False),
        ("(min-width: 1200px)", True), ("screen and (1000px < width)", True), ("print", False),
    ],
)  # fmt: skip
def test_conditions_on_the_width(condition: str, true: bool):
    assert holds(condition, View(1440, 900, "light")) is true
