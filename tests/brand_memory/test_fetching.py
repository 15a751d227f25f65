"""Files over HTTP: what is bounded, what is refused, and in which words."""

from __future__ import annotations

import gzip
import re
import time
import zlib

import brotli
import pytest

from benchmarks.small_site import on_this_machine
from brand_memory.egress import Bounds, Egress
from brand_memory.errors import SiteRefused, SiteUnreachable
from brand_memory.fetching import Fetcher
from brand_memory.media_types import media_type_of
from brand_memory.robots import read_permission
from brand_memory.unpacking import Bomb, Unpacker

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 20


@pytest.fixture
def fetch_from(serve_site):
    """Fetch one path of a site made of the given answers."""

    def fetch(answers, path="/", kind="page", **options):
        site = serve_site(answers)
        with Egress(site.bounds, on_this_machine) as egress:
            return Fetcher(egress, **options).fetch(site.address.rstrip("/") + path, kind)

    return fetch


@pytest.mark.parametrize(
    ("name", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress), ("identity", bytes)],
)
def test_packed_answers_are_unpacked(fetch_from, name, pack) -> None:
    content = b"<h1>Light</h1>" * 100
    answer = (200, {"Content-Type": "text/html", "Content-Encoding": name}, pack(content))
    assert fetch_from({"/": answer}).content == content


@pytest.mark.parametrize("name", ["gzip", "br", "deflate"])
def test_bombs_are_not_unpacked(name) -> None:
    pack = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}[name]
    packed = pack(b"\0" * 50_000_000)
    with pytest.raises(Bomb, match="larger than 4 MB|times its size"):
        Unpacker(name, 4_000_000).feed(packed)
    with pytest.raises(Bomb, match="times its size"):
        Unpacker(name, 10**9).feed(packed)


def test_strange_packings_are_refused() -> None:
    for encoding, data in (
        ("zstd", b""),
        ("gzip, gzip, gzip", b""),
        ("gzip", b"this is not packed"),
        ("br", b"\xff" * 90),
    ):
        with pytest.raises(Bomb):
            Unpacker(encoding, 1000).feed(data)


def test_a_file_is_what_its_bytes_say(fetch_from) -> None:
    assert fetch_from({"/a.png": ("text/plain", PNG)}, "/a.png", "picture").media_type == "image/png"
    with pytest.raises(SiteRefused, match="no picture but text/html"):
        fetch_from({"/a.png": ("image/png", "<html>no")}, "/a.png", "picture")
    with pytest.raises(SiteRefused, match="no page but"):
        fetch_from({"/": ("text/html", b"MZ\0\0")})


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0 ftypavif", "image/avif"),
        (b"<?xml version='1.0'?><!-- c --><svg xmlns='x'>", "image/svg+xml"),
        (b"wOF2", "font/woff2"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><p>", "text/html"),
        (b"\0\0\0 ftypisom", "video/mp4"),
        (b"a\0b", ""),
        (b"", ""),
    ],
)
def test_first_bytes(head, kind) -> None:
    assert media_type_of(head) == kind


def test_redirects_are_followed_and_bounded(fetch_from) -> None:
    steps = {f"/{at}": (302, {"Location": f"/{at + 1}"}, b"") for at in range(5)}
    found = fetch_from({**steps, "/5": "<p>there"}, "/0")
    assert found.address.endswith("/5")
    with pytest.raises(SiteRefused, match="more than 5 times"):
        fetch_from({**steps, "/5": (302, {"Location": "/6"}, b""), "/6": "<p>"}, "/0")
    for where in ("file:///etc/passwd", "ftp://lumen.example/", "gopher://x/"):
        with pytest.raises(SiteRefused, match="no web address"):
            fetch_from({"/": (302, {"Location": where}, b"")})
    with pytest.raises(SiteRefused, match="private address"):
        fetch_from({"/": (302, {"Location": "http://inner.example/"}, b"")})


def test_errors_are_told_apart(fetch_from) -> None:
    with pytest.raises(SiteUnreachable, match=r"error \(500\)"):
        fetch_from({"/": (500, {}, b"")})
    with pytest.raises(SiteRefused, match="does not let itself be read"):
        fetch_from({"/": (403, {}, b"")})


def test_what_drips_is_cut_and_what_is_large_is_refused(fetch_from) -> None:
    def drip(handler) -> None:
        for _ in range(400):
            handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: y\r\n"[:8])
            handler.wfile.flush()
            time.sleep(0.02)

    with pytest.raises(SiteUnreachable):
        fetch_from({"/": drip}, seconds=0.5)
    with pytest.raises(SiteRefused, match="larger than 4 MB"):
        fetch_from({"/": ("text/html", b"<p>" + b"x" * 5_000_000)})


@pytest.mark.parametrize(
    ("answer", "allowed", "reason"),
    [
        ((404, {}, b""), True, ""),
        (("text/plain", "User-agent: *\nDisallow: /"), False, ""),
        (("text/plain", "User-agent: VideoAgency\nDisallow: /shop\n\nUser-agent: *\nDisallow: /"), True, ""),
        (("text/plain", "User-agent: *\nAllow: /\n\nUser-agent: videoagency\nDisallow: /"), False, ""),
        ((503, {}, b""), False, r"error \(503\), and that is not permission"),
        ((302, {"Location": "/robots.txt"}, b""), False, "not permission"),
        (("text/html", "<html>a page for everything"), True, ""),
    ],
)
def test_robots(serve_site, answer, allowed, reason) -> None:
    site = serve_site({"/robots.txt": answer})
    with Egress(site.bounds, on_this_machine) as egress:
        permission = read_permission(Fetcher(egress), site.address)
    assert permission.allows(site.address) is allowed
    assert re.search(reason, permission.reason)


def test_a_site_that_answers_too_late_gives_no_permission(serve_site) -> None:
    site = serve_site({"/robots.txt": lambda handler: time.sleep(1.0)})
    with Egress(Bounds(private=site.bounds.private), on_this_machine) as egress:
        permission = read_permission(Fetcher(egress, seconds=0.3), site.address)
    assert "not permission" in permission.reason
