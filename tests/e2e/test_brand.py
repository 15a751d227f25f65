"""A brand from its website to the finished pixels: learned, used, pinned, found off-brand when changed, forgotten."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.small_site import Site, serving
from renderers.media import picture_at
from tests.e2e.commandline import Agency
from tools.review_brand_pixels import logo_sight, nearest_distance

PRIMARY = "#0b6b4f"
QUICK = ("--quality", "animatic")
SENTENCE = "Every loaf is baked overnight in a stone oven."
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 48" width="200" height="48"><circle cx="24" cy="24" '
    f'r="20" fill="{PRIMARY}"/><path d="M60 8h10v24h18v8H60z M96 8h10v32H96z M116 8h34v8h-24v4h18v8h-18v4h24v8h-34z" '
    f'fill="{PRIMARY}"/></svg>'
)
STYLE = (
    "body{margin:0;background:#fbfaf6;color:#17211d;font-size:18px;font-family:'Source Sans Pro',sans-serif}"
    "h1,h2{font-family:Manrope,sans-serif;font-weight:800}header,main,footer{padding:24px 64px}"
    f".button{{display:inline-block;background:{PRIMARY};color:#fff;padding:14px 28px;border-radius:8px}}"
    f"footer{{background:{PRIMARY};color:#fff}}h1{{font-size:64px}}"
)


def page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Miga</title>'
        '<meta property="og:site_name" content="Miga">'
        f"<style>{STYLE}</style></head><body><header><a href='/' class='brand' aria-label='Miga home'>"
        "<img src='/logo.svg' alt='Miga logo' width='200' height='48'></a>"
        "<nav><a href='/'>Home</a> <a href='/about'>About</a></nav></header>"
        f"<main>{body}<a class='button' href='/about'>Order your loaf</a></main>"
        "<footer><p>Miga bakery, Rua das Flores 12</p></footer></body></html>"
    )


PAGES = {
    "/": page("Home", f"<h1>Bread that takes its time</h1><p>{SENTENCE}</p><h2>Seeded loaf and rye</h2>"
              "<p>Our seeded loaf has five grains and nothing to hide.</p>"
              "<a class='button' href='/about'>Order your loaf</a>"),
    "/about": page("About", "<h1>About the bakery</h1><p>We mill our own flour twice a week.</p>"
                   "<p>Our bakers know every field that the grain comes from.</p>"),
    "/logo.svg": ("image/svg+xml", LOGO),
    "/robots.txt": ("text/plain", "User-agent: *\nAllow: /\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as server:
        yield server


def made(agency: Agency, *arguments: object) -> dict[str, Any]:
    done = agency("make", *arguments, "--resolution", "540p", "--json")
    assert done.code == 0, done.err
    return done.result


def scores(result: dict[str, Any]) -> dict[str, tuple[str, float]]:
    report = json.loads(Path(result["report"]).read_text())
    found = [finding for finding in report["findings"] if finding["check"].startswith("brand")]
    return {finding["check"]: (finding["severity"], finding["measured"]) for finding in found}


def test_a_brand_goes_from_its_website_into_the_pixels_and_stays_as_it_was_pinned(
    agency: Agency, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("AGENCY_ALLOW_PRIVATE_URLS", "1")
    address = f"http://localhost:{site.port}/"
    first = made(agency, "20 seconds about our new seeded loaf", "--brand", address, "-o", tmp_path / "one.mp4")
    use = first["brand"]
    values = {one["field"]: one["value"] for one in use["sources"]}
    assert values["look.primary"] == PRIMARY
    assert values["end_card.call_to_action"] == "Order your loaf"
    board = json.loads(Path(first["storyboard"]).read_text())
    own = [one for one in use["sources"] if ".lines." in one["field"]]
    spoken = [line["text"] for scene in board["scenes"] for line in scene["lines"]]
    assert SENTENCE in spoken
    assert {one["value"] for one in own} <= set(spoken)
    assert all(one["page"].startswith(address) for one in own)
    folder = Path(first["storyboard"]).parent
    assert Path(board["logo"]).parent == folder / "brand"

    frame = picture_at(tmp_path / "one.mp4", first["duration_seconds"] - 0.5)
    assert frame is not None
    assert nearest_distance(frame.pixels, PRIMARY) < 0.02
    kept = json.loads((folder / "timeline.json").read_text())["expected"]["brand"]
    assert logo_sight(frame.pixels, Path(board["logo"]), tuple(kept["scenes"][-1]["logo"])).shown > 0.7
    fit = scores(first)
    assert fit["brand fit"][0] == "ok"
    assert {"brand colour", "brand palette", "brand logo", "brand typeface"} <= set(fit)
    reviewed = agency("review", first["production"], "--json").result["findings"]
    assert {f["check"]: f["measured"] for f in reviewed if f["check"] == "brand fit"} == {
        "brand fit": fit["brand fit"][1]
    }

    brand = use["id"]
    assert agency("brand", "correct", brand, "primary", "#7a1f5c").code == 0
    again = made(agency, first["storyboard"], *QUICK, "-o", tmp_path / "two.mp4")
    assert again["brand"] == use
    assert json.loads(Path(again["storyboard"]).read_text())["look"] == board["look"]
    newer = made(agency, "20 seconds about our new seeded loaf", "--brand", brand, *QUICK, "-o", tmp_path / "three.mp4")
    assert newer["brand"]["version"] == use["version"] + 1
    assert json.loads(Path(newer["storyboard"]).read_text())["look"]["primary"] == "#7a1f5c"

    board["look"] |= {"primary": "#e8590c", "secondary": "#f08c00", "background": None, "heading": "Source Serif Pro"}
    board["logo"] = ""
    (tmp_path / "off.json").write_text(json.dumps(board))
    off = scores(made(agency, tmp_path / "off.json", *QUICK, "-o", tmp_path / "off.mp4"))
    for check in ("brand fit", "brand colour", "brand palette", "brand logo", "brand typeface"):
        assert off[check][0] in ("warning", "fault"), check

    forgotten = agency("brand", "forget", brand, "--json").result
    assert first["production"] in forgotten["productions"]
    last = made(agency, first["storyboard"], *QUICK, "-o", tmp_path / "four.mp4")
    assert last["brand"] == use
    assert scores(last)["brand colour"][0] == "ok"


def test_an_unknown_brand_is_refused_in_one_sentence(agency: Agency, tmp_path: Path):
    done = agency("make", "20 seconds about bread", "--brand", "nobody", "-o", tmp_path / "x.mp4")
    assert done.code == 1
    assert "No brand is called 'nobody'" in done.err
    assert not (tmp_path / "x.mp4").exists()
