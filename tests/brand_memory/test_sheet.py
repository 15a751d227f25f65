from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from brand_memory.kit import BrandKit, Clip, Fact, Lexicon, Messages, Picture, Typeface
from brand_memory.sheet import sheet
from brand_memory.storage import BrandFiles
from tests.brand_memory.made_kits import fact, kit, picture

HOSTILE = '"><script src=https://evil.example/x.js></script><img src=//evil.example/y onerror=alert(1)>'


class _Page(HTMLParser):
    """Every address that the page could fetch, every tag, and what it says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [
            value or "" for name, value in attributes if name in ("src", "href", "srcset", "data", "poster")
        ]
        self.fetched += re.findall(
            r"url\(([^)]*)", " ".join(value or "" for name, value in attributes if name == "style")
        )
        self.handlers += [name for name, _ in attributes if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def files(tmp_path: Path) -> BrandFiles:
    return BrandFiles(tmp_path / "files")


@pytest.fixture
def lumen(files: BrandFiles) -> BrandKit:
    return kit(files, lexicon=Lexicon(used=("daylight",), never=("cheap",), said={"Lumen": "LOO-men"}))


def test_it_shows_every_part_of_a_kit_with_how_sure_it_is(lumen: BrandKit, files: BrandFiles):
    page = _Page(sheet(lumen, files))
    for words in (
        "Light that follows your day",
        "#1a4fd6",
        "oklch(0.49 0.21 264)",
        "6.7 white, 3.1 black",
        "fairly sure",
        "Manrope",
        "Soft corners of 10 px",
        "Warm, plain, confident",
        "12,000 desks in 31 countries",
        "cheap",
        "LOO-men",
        "A desk lamp in morning light",
        "189 EUR",
        "hello@lumen.example",
        "main > h1",
        "robots.txt forbids it",
    ):
        assert words in page.words, words


def test_it_asks_nothing_of_any_other_machine(lumen: BrandKit, files: BrandFiles):
    text = sheet(lumen, files)
    page = _Page(text)
    assert page.fetched
    assert all(address.startswith("data:") for address in page.fetched)
    assert not {"script", "link", "iframe", "object"} & set(page.tags)
    assert "default-src 'none'" in text
    style = text[text.index("<style>") : text.index("</style>")]
    assert "http" not in style
    assert "@import" not in style


def test_words_from_a_site_stay_words(files: BrandFiles):
    photo = files.keep(picture(20, 20, "red"), HOSTILE, "image/png")
    made = kit(
        files,
        name=fact(HOSTILE),
        address=f"https://lumen.example/{HOSTILE}",
        heading=fact(Typeface(family=HOSTILE[:80])),
        messages=Messages(
            headline=fact(HOSTILE), value_propositions=(fact(HOSTILE),), calls_to_action=(fact(HOSTILE),)
        ),
        imagery=(fact(Picture(file=photo, width=20, height=20, caption=HOSTILE)),),
        lexicon=Lexicon(used=(HOSTILE,), never=(HOSTILE,), said={HOSTILE: HOSTILE}),
        notes=(HOSTILE,),
    )
    page = _Page(sheet(made, files))
    assert all(address.startswith("data:") for address in page.fetched)
    assert "script" not in page.tags
    assert page.handlers == []
    assert HOSTILE in page.words


def test_a_bare_kit_and_lost_files_are_borne(lumen: BrandKit, files: BrandFiles):
    bare = BrandKit(schema="brand/1", id="bare", name=fact("Bare"))
    assert "Bare" in _Page(sheet(bare, files)).words
    shutil.rmtree(files.folder)
    assert "Light that follows your day" in _Page(sheet(lumen, files)).words


def test_large_pictures_are_scaled_down(files: BrandFiles):
    large = files.keep(picture(3000, 2000, "#456789"), "large.png", "image/png")
    made = kit(files, imagery=(fact(Picture(file=large, width=3000, height=2000)),))
    assert len(sheet(made, files)) < 200_000


def test_opening_and_closing_are_shown_as_stills(lumen: BrandKit, files: BrandFiles):
    clip = Clip(file=files.keep(b"film", "open.mp4", "video/mp4"), seconds=2.5, width=640, height=360, sound=True)
    asked: list[Clip] = []

    def still(one: Clip) -> bytes:
        asked.append(one)
        return picture(64, 36, "navy")

    made = lumen.model_copy(update={"opening": Fact[Clip](value=clip, confidence=0.6)})
    page = _Page(sheet(made, files, still))
    assert "Opening, 2.5 s" in page.words
    assert asked == [clip]


def test_what_was_rejected_is_struck_and_does_not_colour_the_page(lumen: BrandKit, files: BrandFiles):
    primary = lumen.palette.primary
    assert primary
    palette = lumen.palette.model_copy(update={"primary": primary.model_copy(update={"status": "rejected"})})
    text = sheet(lumen.model_copy(update={"palette": palette}), files)
    assert 'class="swatch lead rejected"' in text
    assert text.count("background:#1a4fd6") == 1
