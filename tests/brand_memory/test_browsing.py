"""What the browser's probe sees of a page: visible things as they are painted, and what is the brand's own."""

from __future__ import annotations

import io

import pytest
from PIL import Image

HEAD = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Lumen</title><style>"
    "*{box-sizing:border-box}body{margin:0;font:16px sans-serif}"
)
PAGE = (
    HEAD
    + """:root{--ink:#123456;--accent:oklch(0.7 0.2 40)}
header{display:flex;gap:20px;padding:16px;background:#fff}
.hero{padding:90px 40px;background:linear-gradient(90deg,#012345,color(display-p3 0.1 0.5 0.9));color:#fff}
.act{display:inline-block;padding:12px 24px;border-radius:8px;background:var(--accent);color:#fff;text-decoration:none}
.wash{background:rgba(0,0,255,.5);height:90px;width:400px}
.alert{background:#cfc;padding:12px}
footer{background:#222;color:#eee;padding:40px}
@font-face{font-family:"__Brand_a1b2c3";src:url(/brand.woff2);font-weight:400 700}
@media (prefers-color-scheme:dark)
{body{background:#101418;color:#eee}}
@media (max-width:600px){.hero{background:#ff8800}}
</style><script type="application/ld+json">{"@graph":[
{"@type":"Organization","name":"Lumen","logo":{"url":"/logo.png"}}]}</script>
<script type="application/ld+json">{not json</script>
<meta property="og:image" content="/preview.png"><link rel="apple-touch-icon" href="/touch.png"></head><body>
<header><a href="/" aria-label="Lumen"><svg width=96 height=24 viewBox="0 0 96 24" style="color:#c00">
<use href="#mark"/></svg></a>
<nav><a href="/about">About us</a><a href="/shop">Shop</a></nav></header>
<svg width=0 height=0><symbol id=mark viewBox="0 0 96 24"><rect width=24 height=24 fill=currentColor />
<path d="M30 0h60v24h-60z" fill="#00c"/></symbol></svg>
<main><section class=hero><h1>Light for <em>every</em> room</h1><p>Lamps that last <b>twenty</b> years.</p>
<a class=act href="/shop">Buy now</a></section>
<div class=wash><p>On a wash</p></div><my-card></my-card>
<section><h2>Trusted by</h2><div style="display:flex">PARTNERS</div></section>
<div class=alert role=alert>Success! It is saved.</div>
<figure><img src="/lamp.svg" alt="A lamp" width=300 height=200><figcaption>The first lamp</figcaption></figure>
<video src="/film.mp4" poster="/still.png" width=300 height=100></video><a href="/live.m3u8">live</a>
<div itemscope itemtype="https://schema.org/Product"><span itemprop=name>Lamp One</span>
<span itemprop=price content="49">€49</span></div>
</main><footer><p>© Lumen</p><a href="https://www.instagram.com/lumen"><svg width=24 height=24>
<rect width=24 height=24 fill="#e1306c"/></svg></a></footer>
<script>customElements.define('my-card',class extends HTMLElement{
connectedCallback(){this.attachShadow({mode:'open'}).innerHTML=
"<div style='background:#fae;padding:20px;width:300px'><p>From the shadow</p></div>"}})</script></body></html>"""
).replace("PARTNERS", "".join(f'<img src="/p{n}.svg" alt="Partner {n}" width=90 height=30>' for n in range(5)))
LAMP = (
    "image/svg+xml",
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" '
    'fill="#aa8"/></svg>',
)


@pytest.fixture(scope="module")
def site(read_once):
    return read_once(
        {"/": PAGE, "/lamp.svg": LAMP, **{f"/p{n}.svg": LAMP for n in range(5)}, "/touch.png": LAMP}, pages=1
    )


@pytest.fixture
def home(site):
    return site.pages[0]


def one(reading, **wanted):
    found = [e for e in reading.elements if all(getattr(e, name) == value for name, value in wanted.items())]
    assert found, wanted
    return found[0]


def test_colours_stay_as_they_are_written(home) -> None:
    assert one(home, role="button", text="Buy now").background == "oklch(0.7 0.2 40)"
    assert "color(display-p3 0.1 0.5 0.9)" in one(home, role="hero").background_image
    assert home.variables["--accent"] == "oklch(0.7 0.2 40)"


def test_what_is_translucent_is_laid_over_what_is_below(home) -> None:
    wash = next(e for e in home.elements if e.background == "rgba(0, 0, 255, 0.5)")
    assert wash.ground in ("rgb(128, 128, 255)", "rgb(127, 127, 255)")
    assert one(home, role="hero").ground == ""


def test_roles_and_regions(home) -> None:
    assert one(home, role="header").region == "header"
    assert one(home, tag="h1", role="heading").text == "Light for every room"
    assert one(home, role="footer").region == "footer"
    assert one(home, text="Success! It is saved.").status
    assert not one(home, role="button").status


def test_shadow_roots_are_looked_into(home) -> None:
    assert "From the shadow" in [text.text for text in home.texts]
    assert "rgb(255, 170, 238)" in {element.background for element in home.elements}


def test_other_peoples_marks_are_not_the_brands_own(home) -> None:
    assert [p.alternative for p in home.pictures if p.own] == ["A lamp", ""]
    assert not any(logo.own for logo in home.logos if "Partner" in logo.alternative)
    assert not one(home, fill="rgb(225, 48, 108)").own
    assert not one(home, text="Trusted by").own
    assert one(home, text="Lamps that last twenty years.").own


def test_the_logo_is_drawn_as_it_is_seen(home) -> None:
    logo = home.logos[0]
    assert (logo.kind, logo.region, logo.links_home, logo.ground) == ("svg", "header", True, "rgb(255, 255, 255)")
    assert "first in header" in logo.hints
    assert "rgb(204, 0, 0)" in logo.markup
    assert 'fill="#00c"' in logo.markup
    assert "<use" not in logo.markup
    kinds = {candidate.kind: candidate.source.rpartition("/")[2] for candidate in home.logos if candidate.source}
    assert kinds["touch icon"] == "touch.png"
    assert kinds["structured"] == "logo.png"
    assert kinds["preview"] == "preview.png"


def test_what_the_page_states(home) -> None:
    assert any(item.get("name") == "Lamp One" and item.get("price") == "49" for item in home.structured)
    assert any("could not be parsed" in note for note in home.notes)
    assert {(film.kind, film.source.rpartition("/")[2]) for film in home.films} == {
        ("video", "film.mp4"),
        ("stream", "live.m3u8"),
    }
    lamp = next(picture for picture in home.pictures if picture.alternative == "A lamp")
    assert (lamp.caption, lamp.width, lamp.height) == ("The first lamp", 300, 200)
    face = home.fonts[0]
    assert (face.family, face.weight, face.same_site) == ("__Brand_a1b2c3", "400 700", True)
    assert ("Buy now", "button") in {(text.text, text.role) for text in home.texts}
    assert {"About us", "Shop"} <= {text.text for text in home.texts}


def test_every_view_is_read(site) -> None:
    desk, phone, dark = site.pages
    assert "rgb(255, 136, 0)" in {element.background for element in phone.elements}
    assert one(dark, role="body").background == "rgb(16, 20, 24)"
    assert one(desk, role="body").ground == "rgb(255, 255, 255)"
    for reading, width in ((desk, 1440), (phone, 390)):
        with Image.open(io.BytesIO(reading.screenshot)) as picture:
            assert picture.width == width


def test_files_are_fetched_and_films_are_not(site) -> None:
    names = {address.rpartition("/")[2]: asset.media_type for address, asset in site.assets.items()}
    assert names["lamp.svg"] == "image/svg+xml"
    assert not any(name.endswith((".mp4", ".m3u8")) for name in names)
    assert not any(name.startswith("p") for name in names)


HIDDEN = (
    "display:none", "visibility:hidden", "opacity:0", "color:#fff", "position:absolute;left:-9999px", "font-size:1px",
    "clip-path:inset(50%)", "width:1px;height:1px;overflow:hidden;position:absolute", "transform:scale(0)",
)  # fmt: skip


@pytest.fixture(scope="module")
def hiding(read_once):
    pages = {f"/hiding-{at}": f"<h1>Light</h1><p style='{style}'>Ignore this</p>" for at, style in enumerate(HIDDEN)}
    links = "".join(f"<a href='{path}'>{path}</a> " for path in pages)
    site = read_once({"/": links, **pages}, pages=len(pages) + 1)
    return {reading.address.rpartition("-")[2]: reading for reading in site.pages}


@pytest.mark.parametrize("style", HIDDEN)
def test_what_nobody_sees_is_counted_only(hiding, style: str) -> None:
    page = hiding[str(HIDDEN.index(style))]
    assert [text.text for text in page.texts] == ["Light"]
    assert not any("Ignore" in element.text for element in page.elements)
    assert page.hidden_texts == 1


def test_what_is_covered_is_not_painted(read_once) -> None:
    page = read_once(
        "<body style='margin:0'><div style='position:relative;height:400px'><div style='position:absolute;"
        "inset:0;background:#f00'></div>"
        "<div style='position:absolute;inset:0 50% 0 0;background:#00f'></div></div>",
        pages=1,
    ).pages[0]
    areas = {element.background: element.painted / (1440 * 400) for element in page.elements}
    assert areas["rgb(255, 0, 0)"] == pytest.approx(0.5, abs=0.1)
    assert areas["rgb(0, 0, 255)"] == pytest.approx(0.5, abs=0.1)


def test_pages_drawn_by_scripts_and_late_pictures_are_waited_for(read_once) -> None:
    app = (
        '<div id=app></div><script>setTimeout(()=>{app.innerHTML=\'<h1>Drawn late</h1><div style="height:2500px"></div>'
        "<img loading=lazy alt=late src=/lamp.svg width=300 height=200>'},900)</script>"
    )
    page = read_once({"/": app, "/lamp.svg": LAMP}, pages=1).pages[0]
    assert "Drawn late" in [text.text for text in page.texts]
    assert [(picture.alternative, picture.width) for picture in page.pictures] == [("late", 300)]
