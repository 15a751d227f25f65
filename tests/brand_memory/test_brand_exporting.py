from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from brand_memory.colour_values import contrast, parse
from brand_memory.exporting import EXTENSION, brand_yml, css, dtcg
from brand_memory.kit import BrandKit, Palette, Shape, Typeface
from brand_memory.storage import BrandFiles
from tests.brand_memory.made_kits import colour, fact, kit

yaml = pytest.importorskip("yaml")


@pytest.fixture
def files(tmp_path: Path) -> BrandFiles:
    return BrandFiles(tmp_path / "files")


@pytest.fixture
def lumen(files: BrandFiles) -> BrandKit:
    return kit(files)


def test_brand_yml_names_colours_fonts_and_logos_that_are_there(lumen: BrandKit, files: BrandFiles):
    written = brand_yml(lumen, files)
    document = yaml.safe_load(written.pop("_brand.yml"))
    assert document["meta"] == {"name": "Lumen", "link": {"home": "https://lumen.example/"}}
    assert document["color"]["palette"]["primary"] == "#1a4fd6"
    assert document["color"]["foreground"] == "text"
    assert document["color"]["tertiary"] == "accent-1"
    assert document["typography"]["headings"] == {"family": "Manrope", "weight": 800}
    assert document["typography"]["base"] == {"family": "Source Sans Pro", "weight": 400}
    assert document["typography"]["fonts"][0] == {"family": "Manrope", "source": "system"}
    assert document["logo"]["medium"] == {"light": "logo-1", "dark": "logo-2"}
    assert {image["path"] for image in document["logo"]["images"].values()} == set(written)
    assert all(b"<svg" in content for content in written.values())


def test_tokens_hold_oklch_with_hex_and_say_how_sure_they_are(lumen: BrandKit, files: BrandFiles):
    tokens = json.loads(dtcg(lumen, files)["lumen.tokens.json"])
    primary = tokens["color"]["primary"]
    assert primary["$value"]["colorSpace"] == "oklch"
    assert primary["$value"]["hex"] == "#1a4fd6"
    found = parse("oklch({} {} {})".format(*primary["$value"]["components"]))
    assert found
    assert found.hex == "#1a4fd6"
    assert tokens["color"]["background"]["$value"]["components"][2] == "none"
    assert primary["$extensions"][EXTENSION] == {
        "status": "found",
        "confidence": 0.92,
        "seen": ["https://lumen.example/"],
    }
    assert tokens["gradient"]["1"]["$value"][1]["position"] == 1.0
    assert tokens["font-family"]["heading"]["$value"] == ["Manrope", "sans-serif"]
    assert tokens["dimension"]["radius"]["$value"] == {"value": 10.0, "unit": "px"}
    shadow = tokens["shadow"]["brand"]["$value"]
    assert (shadow["offsetY"]["value"], shadow["blur"]["value"], shadow["color"]["alpha"]) == (2.0, 8.0, 0.12)


def test_css_properties_are_readable_on_each_other(lumen: BrandKit, files: BrandFiles):
    text = css(lumen, files)["lumen.css"].decode()
    properties = dict(re.findall(r"--brand-([\w-]+): ([^;]+);", text))
    assert properties["primary"] == "#1a4fd6"
    assert properties["font-heading"] == '"Manrope", sans-serif'
    assert properties["gradient-1"] == "linear-gradient(120deg, #1a4fd6 0%, #1f9d74 100%)"
    for name in ("primary", "secondary", "accent-1", "accent-2"):
        ground, ink = parse(properties[name]), parse(properties[f"on-{name}"])
        assert ground
        assert ink
        assert contrast(ground, ink) >= 4.5


def test_what_was_rejected_is_not_handed_on(files: BrandFiles):
    wrong = fact(colour("#ff00ff")).model_copy(update={"status": "rejected"})
    made = kit(files, palette=Palette(primary=wrong, accents=(wrong,)), logos=(), shape=None)
    for export in (brand_yml, dtcg, css):
        assert b"ff00ff" not in b"".join(export(made, files).values())


def test_names_from_outside_can_not_break_out(files: BrandFiles):
    stored = files.keep(b"font", "../../evil.woff2", "font/woff2")
    face = fact(Typeface(family='A"; } body { x: url(evil) } <b>', files=(stored,)))
    made = kit(
        files, name=fact('Lumen: "x"\n- y'), heading=face, shape=fact(Shape(radius=1, spacing=1, shadow="x, y("))
    )
    written = {**css(made, files), **brand_yml(made, files), **dtcg(made, files)}
    assert all(".." not in path and not path.startswith("/") for path in written)
    assert yaml.safe_load(written["_brand.yml"])["meta"]["name"] == 'Lumen: "x"\n- y'
    sheet = written["lumen.css"].decode()
    assert sheet.count("{") - len(re.findall(r'"[^"]*\{[^"]*"', sheet)) == sheet.count("@font-face") + 1
    assert "fonts/heading-1-evil.woff2" in written
