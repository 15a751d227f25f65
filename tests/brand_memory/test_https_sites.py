"""Encrypted sites through the one way out: tunnels, names asked for, redirects, and certificates nobody can trust."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.small_site import on_this_machine, serving
from brand_memory import browser as browser_module
from brand_memory.browser import find_browser
from brand_memory.crawling import read_site
from brand_memory.egress import Bounds, Egress
from brand_memory.errors import SiteRefused, SiteUnreachable
from brand_memory.fetching import Fetcher
from brand_memory.reading import SiteReading
from tests.brand_memory.made_certificates import Authority, Fault

HOST = "haven.example"
PAGE = """<!doctype html><title>Haven</title><style>body{background:#fff;color:#222}.b{background:#0a6b4f;color:#fff;
padding:12px 24px;display:inline-block}</style><header><a href="/">Haven</a></header><main><h1>Boats for hire</h1>
<p>Rowing boats by the hour and by the day, with oars and good advice.</p>
<a class="b" href="/book">Book a boat</a></main>"""
needs_browser = pytest.mark.skipif(not find_browser(), reason="there is no browser here")


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.path))
    return made


def bounds_for(*ports: int) -> Bounds:
    return Bounds(private=frozenset(f"{HOST}:{port}" for port in ports), seconds=60)


def read(address: str, *ports: int, browser: bool = False) -> SiteReading:
    return read_site(
        address, bounds=bounds_for(*ports), resolver=on_this_machine, pages=2, browser=browser, budget_seconds=40
    )


def test_a_tunnel_carries_the_name_that_was_asked_for(authority: Authority):
    encryption = authority.encryption(HOST)
    sheet = ("text/css", "a{color:red}")
    with (
        serving({"/a.css": sheet}, encryption.context) as site,
        Egress(bounds_for(site.port), on_this_machine) as egress,
    ):
        found = Fetcher(egress).fetch(f"https://{HOST}:{site.port}/a.css", "style")
        assert egress.connections == 1
        assert egress.refusals == []
    assert found.content == b"a{color:red}"
    assert encryption.asked == [HOST]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("expired", "its certificate has expired"),
        ("early", "not valid yet"),
        ("other name", "its certificate is for another name"),
        ("stranger", "its certificate"),
    ],
)
def test_a_certificate_that_can_not_be_trusted_is_told_in_one_sentence(authority: Authority, fault: Fault, said: str):
    encryption = authority.encryption(HOST, fault)
    with serving(PAGE, encryption.context) as site, pytest.raises(SiteRefused) as caught:
        read(f"https://{HOST}:{site.port}/", site.port)
    text = str(caught.value)
    assert said in text
    assert "was not read" in text
    assert "learn from files of the brand" in text
    assert text.count(". ") == 0
    assert text.endswith(".")
    assert site.asked == []


def test_a_bad_certificate_is_not_walked_around_without_encryption(authority: Authority):
    """A page that is only offered on a broken encrypted port is not asked for in the clear."""
    encryption = authority.encryption(HOST, "expired")
    with serving(PAGE, encryption.context) as site, pytest.raises(SiteRefused):
        read(f"{HOST}:{site.port}", site.port)


def test_a_site_without_encryption_is_read_though_https_was_tried_first():
    with serving(PAGE) as site:
        found = read(f"{HOST}:{site.port}", site.port)
    assert found.address == f"http://{HOST}:{site.port}/"
    assert any("without encryption" in note for note in found.notes)


def test_nobody_there_at_all_is_told_of_the_address_that_was_asked():
    with serving(PAGE) as site:
        port = site.port
    with pytest.raises(SiteUnreachable, match="https://"):
        read(f"{HOST}:{port}", port)


def redirecting(to: str) -> dict[str, tuple[int, dict[str, str], bytes]]:
    moved = (301, {"Location": to}, b"")
    return {"/": moved, "/robots.txt": (301, {"Location": f"{to}robots.txt"}, b"")}


@pytest.mark.parametrize("browser", [False, pytest.param(True, marks=needs_browser)])
def test_a_plain_address_leads_on_to_the_encrypted_one(
    authority: Authority, browser: bool, monkeypatch: pytest.MonkeyPatch
):
    encryption = authority.encryption(HOST)
    trusted = f"--ignore-certificate-errors-spki-list={encryption.key_hash}"
    monkeypatch.setattr(browser_module, "_SWITCHES", (*browser_module._SWITCHES, trusted))
    strict = {"Content-Type": "text/html", "Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
    pages = {"/": (200, strict, PAGE.encode()), "/book": (200, strict, PAGE.encode())}
    with serving(pages, encryption.context) as safe, serving(redirecting(f"https://{HOST}:{safe.port}/")) as plain:
        found = read(f"http://{HOST}:{plain.port}/", plain.port, safe.port, browser=browser)
    assert found.address == f"https://{HOST}:{safe.port}/"
    assert {page.address for page in found.pages} >= {found.address}
    assert any(element.text == "Book a boat" for element in found.pages[0].elements)
    assert set(encryption.asked) == {HOST}


@needs_browser
def test_the_browser_says_so_too(authority: Authority):
    encryption = authority.encryption(HOST, "expired")
    with serving(PAGE, encryption.context) as site, serving({}) as plain:
        plain.pages["/robots.txt"] = ("text/plain", "User-agent: *\nAllow: /")
        plain.pages["/"] = (301, {"Location": f"https://{HOST}:{site.port}/"}, b"")
        with pytest.raises(SiteRefused, match="certificate"):
            read(f"http://{HOST}:{plain.port}/", plain.port, site.port, browser=True)


def test_a_way_back_to_plain_text_is_refused(authority: Authority):
    encryption = authority.encryption(HOST)
    with serving(PAGE) as plain:
        pages = {"/": (302, {"Location": f"http://{HOST}:{plain.port}/"}, b"")}
        with serving(pages, encryption.context) as safe, pytest.raises(SiteRefused, match="back to http"):
            read(f"https://{HOST}:{safe.port}/", plain.port, safe.port)


def test_a_tunnel_to_a_private_address_is_refused(authority: Authority):
    encryption = authority.encryption(HOST)
    with serving(PAGE, encryption.context) as site:
        closed = replace(bounds_for(site.port), private=frozenset())
        with Egress(closed, on_this_machine) as egress, pytest.raises(SiteRefused):
            Fetcher(egress).fetch(f"https://{HOST}:{site.port}/", "page")
    assert encryption.asked == []
