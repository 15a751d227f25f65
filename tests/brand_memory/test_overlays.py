"""What lies over a page is put away before anything is measured, and never by saying yes."""

from __future__ import annotations

import pytest

from benchmarks.small_site import on_this_machine
from brand_memory.browser import find_browser
from brand_memory.crawling import read_site
from brand_memory.egress import Bounds

HONEST = (
    "<header><a href='/'>Lumen</a></header><main><h1>Light for every room</h1><p>Lamps that last twenty "
    "years.</p></main>"
)
FIXED = "position:fixed;left:0;right:0;bottom:0;background:#fc0;padding:20px;z-index:999"


def banner(text: str, no: str, yes: str, style: str = FIXED) -> str:
    return (
        f"<div style='{style}'><p>{text}</p><button onclick=\"document.title='yes'\">{yes}</button>"
        f"<button onclick=\"document.title='no';this.parentNode.remove()\">{no}</button></div>"
    )


def colours(reading) -> set[str]:
    return {element.background for element in reading.elements}


LANGUAGES = {
    "en": ("We use cookies and similar technologies.", "Only necessary", "Accept all"),
    "de": ("Wir verwenden Cookies.", "Ablehnen", "Alle akzeptieren"),
    "fr": ("Nous utilisons des cookies.", "Continuer sans accepter", "Tout accepter"),
    "es": ("Utilizamos cookies.", "Rechazar todo", "Aceptar"),
    "it": ("Utilizziamo i cookie.", "Rifiuta", "Accetta"),
    "nl": ("Wij gebruiken cookies.", "Weigeren", "Accepteren"),
    "pl": ("Używamy plików cookie.", "Odrzuć wszystkie", "Akceptuję"),
    "pt": ("Usamos cookies.", "Rejeitar", "Aceitar"),
    "sv": ("Vi använder kakor.", "Endast nödvändiga", "Godkänn"),
    "da": ("Vi bruger cookies.", "Afvis alle", "Tillad alle"),
    "no": ("Vi bruker informasjonskapsler.", "Avslå", "Godta"),
    "fi": ("Käytämme evästeitä.", "Hylkää", "Hyväksy"),
    "cs": ("Používáme cookies a chráníme vaše soukromí.", "Odmítnout", "Přijmout"),
}


@pytest.fixture(scope="module", params=["browser", "static"])
def banners(request, read_once) -> dict:
    """One page for each language, with a banner in it, read by both readers."""
    links = "".join(f"<a href='/{code}-page'>{code}</a> " for code in LANGUAGES)
    pages = {"/": f"{HONEST}{links}"}
    pages |= {f"/{code}-page": f"<title>-</title>{HONEST}{banner(*said)}" for code, said in LANGUAGES.items()}
    site = read_once(pages, browser=request.param == "browser", pages=len(pages), budget_seconds=120)
    return {reading.address.rpartition("/")[2][:2]: reading for reading in site.pages}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_banner_is_known_and_answered_in_many_languages(banners, code) -> None:
    text, no, _ = LANGUAGES[code]
    page = banners[code]
    if page.view.reader == "browser":
        assert page.title == "no"
        assert page.overlays == (f"consent banner: pressed “{no}”",)
    else:
        assert page.overlays == ("consent banner: left out",)
    assert "rgb(255, 204, 0)" not in colours(page)
    assert not any(text in block.text for block in page.texts)
    assert any(block.text == "Light for every room" for block in page.texts)


def test_all_kinds_of_overlays_go_and_the_page_stays(read_html) -> None:
    closed = "<div id=host></div><script>const r=document.getElementById('host').attachShadow({mode:'open'});" + (
        "r.innerHTML=`<div style='position:fixed;inset:auto 0 0 0;background:#0f0;z-index:99'>We value your "
        "privacy and use cookies."
        "<button onclick=\"document.body.dataset.said='yes'\">Accept</button></div>`</script>"
    )
    chat = (
        "<div aria-label='Open chat' style='position:fixed;right:20px;bottom:20px;width:60px;height:60px;"
        "background:#f0f;z-index:9'></div>"
    )
    newsletter = (
        "<div style='position:fixed;inset:0;background:rgba(0,0,0,.5);z-index:50'></div><div role=dialog "
        "aria-modal=true "
        "style='position:fixed;top:20%;left:30%;width:400px;background:#0ff;z-index:51'><h2>Get 10% off</h2><p>"
        "Join our newsletter</p>"
        "<input type=email><button>Subscribe</button></div>"
    )
    page = read_html(f"{HONEST}{closed}{chat}{newsletter}", browser=True, pages=1).pages[0]
    assert {said.partition(":")[0] for said in page.overlays} >= {"consent banner", "chat bubble", "newsletter pop-up"}
    assert not colours(page) & {"rgb(0, 255, 0)", "rgb(255, 0, 255)", "rgb(0, 255, 255)", "rgba(0, 0, 0, 0.5)"}
    assert [text.text for text in page.texts] == ["Lumen", "Light for every room", "Lamps that last twenty years."]


def test_a_banner_in_a_frame_of_another_site_is_answered_and_goes(serve_site) -> None:
    if not find_browser():
        pytest.skip("this machine has no Chromium")
    inner = banner("We use cookies.", "Reject all", "Accept", "background:#f00").replace(
        "document.title=", "new Image().src='/'+"
    )
    frame = "<iframe id=f style='width:100%;height:200px;border:0'></iframe>"
    script = "<script>f.src=location.href.replace('lumen.','frames.')+'frame'</script>"
    site = serve_site({"/": f"{frame}{HONEST}{script}", "/frame": f"<body style='background:#f00'>{inner}"})
    bounds = Bounds(private=frozenset({f"lumen.example:{site.port}", f"frames.example:{site.port}"}))
    page = read_site(site.address, pages=1, bounds=bounds, resolver=on_this_machine).pages[0]
    assert page.overlays[0] == "consent banner in a frame: pressed “Reject all”"
    assert "/no" in site.asked
    assert "/yes" not in site.asked


def test_what_belongs_to_the_page_stays(read_html) -> None:
    html = (
        "<header style='position:fixed;top:0;left:0;right:0;background:#123;z-index:100'><a href='/'>Lumen</a>"
        "<nav><a href='/a'>Lamps</a><a href='/b'>About us</a></nav></header><main style='padding-top:200px'>"
        "<h1>Cookies</h1>"
        "<p>We bake cookies with care. Read about our privacy policy. Every cookie is baked by hand.</p>"
        "<button style='background:#06c;color:#fff;padding:12px 20px'>Accept the challenge</button></main>"
        "<div style='position:sticky;bottom:0;background:#0a0;padding:20px'><a href='/buy'>Buy now</a></div>"
    )
    page = read_html(html, pages=1).pages[0]
    assert page.overlays == ()
    assert {"rgb(17, 34, 51)", "rgb(0, 102, 204)", "rgb(0, 170, 0)"} <= colours(page)
