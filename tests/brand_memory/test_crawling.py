"""A site as a whole: which pages, in which order, within its time, and what is told of it."""

from __future__ import annotations

import pytest

from brand_memory.errors import NoBrowser, SiteRefused, SiteUnreachable
from brand_memory.ranking import page_kind, rank_pages
from brand_memory.reading import Link, PageReading, View
from brand_memory.site_addresses import page_key, same_site, site_of, whole_address

PAGES = {
    "/": "<title>Lumen</title><header><a href='/'>Lumen</a>"
    "<nav><a href='/about'>About us</a><a href='/shop'>Shop</a></nav></header>"
    "<h1>Light for every room</h1><a href='/away'>away</a><a href='/login'>Log in</a><a href='/shop/#top'>again</a>"
    "<img alt='A lamp' width=400 height=300 src='/lamp.svg'>",
    "/about": "<h1>About us</h1><p>Made by hand.</p>",
    "/shop": "<h1>Shop</h1>",
    "/away": (302, {"Location": "http://other.example/"}, b""),
    "/lamp.svg": (
        "image/svg+xml",
        "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><rect width='40' height='30'/></svg>",
    ),
}


@pytest.mark.parametrize("browser", [True, False], ids=["browser", "static"])
def test_a_site_is_read_in_the_order_of_what_matters(read_html, browser) -> None:
    said: list[str] = []
    site = read_html(PAGES, browser=browser, progress=said.append)
    kinds = [(page.kind, page.view.reader, page.view.scheme, page.view.width) for page in site.pages]
    reader = "browser" if browser else "static"
    views = [("light", 1440), ("light", 390), ("dark", 1440)] if browser else [("light", 1440), ("dark", 1440)]
    assert kinds[: len(views)] == [("home", reader, *view) for view in views]
    assert [kind for kind, *_ in kinds[len(views) :]] == ["about", "product"]
    assert said[0].startswith("home page read: ")
    assert said[-1].startswith("1 files fetched")
    assert [asset.media_type for asset in site.assets.values()] == ["image/svg+xml"]
    assert site.requests >= 5
    assert site.received > 500
    assert any("without a browser" in note for note in site.notes) is not browser


def test_what_robots_forbid_is_not_asked_for(serve_site, read_html) -> None:
    rules = ("text/plain", "User-agent: VideoAgency\nDisallow: /about\nDisallow: /lamp.svg")
    site = read_html({**PAGES, "/robots.txt": rules}, browser=False)
    assert "about" not in {page.kind for page in site.pages}
    assert sum("its robots.txt forbids it" in line for line in site.refusals) == 2
    with pytest.raises(SiteRefused, match=r"robots\.txt forbids it; learn from files"):
        read_html({**PAGES, "/robots.txt": ("text/plain", "User-agent: *\nDisallow: /")}, browser=False)
    with pytest.raises(SiteRefused, match="not permission"):
        read_html({**PAGES, "/robots.txt": (500, {}, b"")}, browser=False)


@pytest.mark.parametrize("browser", [True, False], ids=["browser", "static"])
@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        ((500, {}, b""), SiteUnreachable, r"\(500\)"),
        ((403, {}, b""), SiteRefused, "does not let itself be read"),
        ((302, {"Location": "http://10.0.0.1/"}, b""), SiteRefused, "private address"),
        (("application/pdf", b"%PDF-1.7"), SiteRefused, "download|no page but|no web page"),
    ],
)
def test_a_home_page_that_can_not_be_read_is_told_in_one_sentence(read_html, browser, answer, error, words) -> None:
    with pytest.raises(error, match=words) as told:
        read_html({"/": answer}, browser=browser)
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)


def test_little_time_gives_a_partial_reading(read_html) -> None:
    site = read_html(
        {**PAGES, "/": PAGES["/"] + "<script>setInterval(()=>document.body.append('x'),5)</script>"}, budget_seconds=6
    )
    assert site.pages[0].title == "Lumen"
    assert any("time" in note for note in site.notes)
    assert site.seconds < 25


def test_without_a_browser_the_static_reader_steps_in(read_html, monkeypatch) -> None:
    monkeypatch.setattr("brand_memory.crawling.find_browser", lambda: "")
    site = read_html(PAGES, browser=None)
    assert {page.view.reader for page in site.pages} == {"static"}
    with pytest.raises(NoBrowser, match="install Chromium"):
        read_html(PAGES, browser=True)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("lumen.example", "https://lumen.example/"),
        (" HTTP://Lumen.example/a?b=1#c ", "http://lumen.example/a?b=1"),
        ("lumen.example:8080/x", "https://lumen.example:8080/x"),
        ("http://[::1]:80/", "http://[::1]:80/"),
    ],
)
def test_addresses_are_made_whole(typed, whole) -> None:
    assert whole_address(typed) == whole


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "file:///etc/passwd",
        "data:text/html,x",
        "javascript:alert(1)",
        "ftp://a.b/",
        "http://u:p@a.b/",
        "a b.c",
        "http://",
        "http://x",
        "http://a.b:99999/",
        "x" * 3000,
    ],
)
def test_what_is_no_web_address_is_refused(typed) -> None:
    with pytest.raises(SiteRefused):
        whole_address(typed)


def test_sites_are_told_apart() -> None:
    assert same_site("https://www.lumen.co.uk/a", "http://shop.lumen.co.uk/")
    assert not same_site("https://lumen.co.uk/", "https://other.co.uk/")
    assert not same_site("https://one.github.io/", "https://two.github.io/")
    assert site_of("http://127.0.0.1:80/") == "127.0.0.1:80"
    assert page_key("https://www.a.b/x/index.html") == page_key("http://a.b/x/")


@pytest.mark.parametrize(
    ("path", "words", "kind"),
    [
        ("/ueber-uns", "Über uns", "about"),
        ("/a", "Qui sommes-nous", "about"),
        ("/presse", "", "press"),
        ("/p/1", "Nos produits", "product"),
        ("/kontakt", "", "contact"),
        ("/aktualno%C5%9Bci", "", "blog"),
        ("/x", "Careers", "other"),
        ("/brand-assets", "", "press"),
    ],
)
def test_pages_are_known_by_words_of_many_languages(path, words, kind) -> None:
    assert page_kind(f"https://a.b{path}", words) == kind


def test_pages_are_ranked() -> None:
    links = [
        Link(f"https://lumen.example{path}", words, region)
        for path, words, region in [
            ("/privacy-policy", "Privacy", "footer"),
            ("/blog/2024/05/long-story", "A story", "main"),
            ("/about", "About", "header"),
            ("/accounting", "Accounting product", "header"),
            ("/flyer.pdf", "Flyer", "main"),
            ("/contact", "Contact", "footer"),
            *((f"/products/{n}", f"Product {n}", "main") for n in range(6)),
        ]
    ] + [Link("https://elsewhere.example/about", "About", "header"), Link("mailto:a@b.c", "Mail", "footer")]
    home = PageReading(
        "https://lumen.example/", "home", View(1440, 900, "light"), "", "", (), (), (), (), (), tuple(links), ()
    )
    ranked = rank_pages(home, home.address, 7)
    assert ranked[0] == ("https://lumen.example/about", "about")
    assert {"blog", "contact"} <= {kind for _, kind in ranked}
    assert not any("privacy" in where or "pdf" in where or "elsewhere" in where for where, _ in ranked)
