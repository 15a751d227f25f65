from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agency.__main__ import main
from agency.brand_desk import brand_records
from brand_memory.reading import (
    Box,
    Element,
    FontFace,
    LogoCandidate,
    PageReading,
    SiteReading,
    TextBlock,
    View,
)
from tests.brand_memory.made_kits import kit, mark

SITE = "https://lumen.example/"
Told = Callable[..., str]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """What a command line prints to standard output."""

    def run(*arguments: str, code: int = 0) -> str:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        out = capsys.readouterr()
        assert ended.value.code in ((code, None) if code == 0 else (code,)), out.err
        return out.out if code == 0 else out.err

    return run


@pytest.fixture
def lumen() -> None:
    records = brand_records()
    with records.learning("lumen") as files:
        records.learn(kit(files))


def _element(role: Any, text: str, box: Box, background: str, colour: str, **more: Any) -> Element:
    parts: dict[str, Any] = {
        "role": role,
        "tag": role,
        "place": f"main > {role}",
        "text": text,
        "box": box,
        "painted": box.area,
        "region": "main",
        "colour": colour,
        "background": background,
        "background_image": "none",
        "border_colour": "",
        "border_width": 0.0,
        "fill": "",
        "families": "Manrope, sans-serif",
        "weight": 400,
        "size": 16.0,
        "radius": 8.0,
        "shadow": "",
        "padding": 16.0,
    }
    return Element(**{**parts, **more})


def _site(shade: str) -> SiteReading:
    whole = Box(0, 0, 1280, 900)
    words = (
        "Light that follows your day",
        "Lumen makes a desk lamp that follows daylight, so that your evenings stay calm and your eyes rest.",
        "Every lamp is built by hand and can be repaired for twenty years, with parts that you can order.",
    )
    elements = (
        _element("body", "", whole, "rgb(255, 255, 255)", "rgb(16, 21, 34)"),
        _element("heading", words[0], Box(40, 80, 800, 90), "", "rgb(16, 21, 34)", weight=800, size=64.0),
        _element("text", words[1], Box(40, 200, 700, 60), "", "rgb(16, 21, 34)", families="Inter, sans-serif"),
        *(
            _element("button", "Order now", Box(40, 300 + 80 * n, 180, 48), shade, "rgb(255, 255, 255)", weight=600)
            for n in range(4)
        ),
    )
    texts = tuple(
        TextBlock(text, tag, role, "main", f"main > {tag}", Box(40, 80, 800, 90), size)  # type: ignore[arg-type]
        for text, tag, role, size in (
            (words[0], "h1", "heading", 64.0),
            (words[1], "p", "text", 18.0),
            (words[2], "p", "text", 18.0),
        )
    )
    logo = LogoCandidate(
        "",
        mark("#1a4fd6").decode(),
        "header > a > svg",
        "Lumen",
        Box(40, 20, 220, 60),
        "header",
        True,
        ("logo",),
        "svg",
        "",
    )
    page = PageReading(
        address=SITE,
        kind="home",
        view=View(1280, 900, "light"),
        title="Lumen",
        language="en",
        elements=elements,
        texts=texts,
        logos=(logo,),
        pictures=(),
        films=(),
        links=(),
        fonts=(FontFace("Manrope", "400 800", "normal", (), False, True),),
        meta={"og:site_name": "Lumen"},
    )
    return SiteReading(SITE, (page,), {}, ("https://10.0.0.1/: a private address",), (), 3.2, 14, 20_000)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The site that is read, whatever address is asked for; its button's colour can be changed."""
    shown = {"colour": "rgb(26, 79, 214)"}

    def read(address: str, *, budget_seconds: float = 60, progress: Callable[[str], None], **more: Any) -> SiteReading:
        progress("Home page: 3 texts, 1 logo")
        return _site(shown["colour"])

    monkeypatch.setattr("brand_memory.crawling.read_site", read)
    return shown


def test_a_site_is_learned_shown_corrected_and_learned_again(told: Told, site: dict[str, str]):
    first = json.loads(told("brand", "learn", "lumen.example", "--json"))
    assert (first["brand"], first["version"], first["kept"]) == ("lumen", 1, True)
    assert first["kit"]["palette"]["primary"]["value"]["hex"] == "#1a4fd6"
    assert first["refusals"] == ["https://10.0.0.1/: a private address"]
    told("brand", "confirm", "lumen", "primary")
    told("brand", "correct", "lumen", "heading", "Space Grotesk")
    site["colour"] = "rgb(200, 30, 30)"
    again = told("brand", "learn", SITE, "--yes")
    assert "= primary: #1a4fd6 stays (confirmed by you); #c81e1e was found" in again
    assert "heading: Space Grotesk stays (set by you)" in again
    shown = json.loads(told("brand", "show", "Lumen", "--json"))
    assert shown["heading"]["value"]["family"] == "Space Grotesk"
    found = json.loads(told("brand", "search", "lumen", "repairs", "--json"))["found"]
    assert "repaired for twenty years" in found[0]["text"]
    assert found[0]["why"].startswith("shares")
    assert [entry["why"] for entry in json.loads(told("brand", "history", "lumen", "--json"))][1:3] == [
        "primary confirmed",
        "heading corrected",
    ]


def test_files_beside_a_site_and_alone_are_learned(told: Told, site: dict[str, str], tmp_path: Path):
    logo = tmp_path / "lumen-white-logo.svg"
    logo.write_bytes(mark("#ffffff"))
    learned = json.loads(told("brand", "learn", SITE, str(logo), "--json"))
    assert "lumen-white-logo.svg" in {fact["value"]["file"]["name"] for fact in learned["kit"]["logos"]}
    assert learned["kit"]["palette"]["primary"]["value"]["hex"] == "#1a4fd6"
    tokens = tmp_path / "brand.css"
    tokens.write_text(":root { --color-primary: #123456; }")
    after = json.loads(told("brand", "learn", str(tokens), "--name", "Lumen", "--json"))
    assert after["brand"] == "lumen"
    assert after["difference"]["changes"]
    assert len(after["kit"]["logos"]) == len(learned["kit"]["logos"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("learn", "no such file.svg"), "neither a file that is there nor the address"),
        (("learn", "one.example", "two.example"), "one website at a time"),
        (("show", "lumne"), "Did you mean 'lumen'"),
        (("correct", "lumen", "primray", "#fff"), "Did you mean 'primary'"),
        (("correct", "lumen", "opening", "film.mp4"), "There is no file"),
        (("search", "lumen", "x", "--kind", "txt"), "Did you mean 'text'"),
        (("export", "lumen", "--format", "pdf"), "can not be exported as 'pdf'"),
        (("forget", "nobody"), "No brand is called 'nobody'"),
    ],
)
@pytest.mark.usefixtures("lumen")
def test_what_can_not_be_is_one_clear_line(told: Told, arguments: tuple[str, ...], said: str):
    error = told("brand", *arguments, code=1)
    assert said in error
    assert error.count("\n") == 1


@pytest.mark.usefixtures("lumen")
def test_a_brand_is_listed_shown_and_written_as_a_sheet(told: Told, tmp_path: Path):
    assert json.loads(told("brand", "list", "--json"))[0]["id"] == "lumen"
    assert "lumen.example" in told("brand", "list")
    card = told("brand", "show", "lumen.example")
    assert "#1a4fd6" in card
    assert "Manrope (600, 800)" in card
    out = tmp_path / "sheets" / "lumen.html"
    assert told("brand", "show", "lumen", "--html", str(out)).strip() == str(out)
    assert "Light that follows your day" in out.read_text()


@pytest.mark.usefixtures("lumen")
def test_notes_are_found_and_everything_is_forgotten(told: Told, own_home: Path):
    told("brand", "note", "lumen", "Never say cheap")
    assert "a note of the client's" in told("brand", "search", "lumen", "cheap", "--kind", "note")
    assert json.loads(told("brand", "rebuild", "--json"))["memories"] == 1
    assert told("brand", "forget", "lumen").startswith("Forgot lumen: 1 versions")
    left = [path for path in own_home.rglob("*") if path.is_file() and b"lumen" in path.read_bytes()]
    assert left == []
    assert "No brand is known yet" in told("brand", "list")


@pytest.mark.usefixtures("lumen")
def test_a_brand_is_handed_on(told: Told, tmp_path: Path):
    files = json.loads(told("brand", "export", "lumen", "-o", str(tmp_path), "--json"))["files"]
    assert {"_brand.yml", "lumen.tokens.json", "lumen.css"} <= {Path(path).name for path in files}
    assert all(Path(path).is_file() for path in files)
    assert re.search(r"--brand-primary: #1a4fd6", (tmp_path / "lumen.css").read_text())


def test_help_of_the_group_lists_its_commands(told: Told):
    text = told("brand", "--help")
    assert all(name in text for name in ("learn", "show", "correct", "forget", "search", "export", "rebuild"))


def test_how_names_are_said_is_set_listed_and_taken_back(told: Told, lumen: None):
    assert "Qvik = /kwɪk/" in told("brand", "lexicon", "lumen", "Qvik = /kwɪk/")
    assert told("brand", "lexicon", "lumen").splitlines() == ["Lumen = LOO-men", "Qvik = /kwɪk/"]
    told("brand", "lexicon", "lumen", "--remove", "lumen")
    assert json.loads(told("brand", "lexicon", "lumen", "--json")) == {"brand": "lumen", "said": {"Qvik": "/kwɪk/"}}
    told("brand", "lexicon", "lumen", "--remove", "Qvik")
    assert "No names" in told("brand", "lexicon", "lumen")
    assert "equals sign" in told("brand", "lexicon", "lumen", "Zyl", code=1)
