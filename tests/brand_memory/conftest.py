"""A small site on this machine, and what is read of it."""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from brand_memory.browser import find_browser
from brand_memory.crawling import read_site
from brand_memory.egress import Bounds
from brand_memory.reading import SiteReading

Answer = str | bytes | tuple[str, str | bytes] | tuple[int, dict[str, str], bytes] | Callable[[Any], None]
NAME = "lumen.example"


@dataclass
class Site:
    """What a small site answers by path: HTML, `(type, content)`, `(status, headers, content)`, or a function."""

    pages: dict[str, Answer]
    port: int = 0
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://{NAME}:{self.port}/"

    @property
    def bounds(self) -> Bounds:
        return Bounds(private=frozenset({f"{NAME}:{self.port}"}), seconds=90)


def _answering(site: Site) -> type[http.server.BaseHTTPRequestHandler]:
    class Answering(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            answer = site.pages.get(self.path) or site.pages.get(self.path.partition("?")[0])
            if callable(answer):
                answer(self)
                return
            status, headers, content = 404, {"Content-Type": "text/plain"}, b"nothing here"
            if isinstance(answer, str | bytes):
                answer = ("text/html; charset=utf-8", answer)
            if isinstance(answer, tuple) and len(answer) == 2:
                status, headers = 200, {"Content-Type": answer[0]}
                content = answer[1].encode() if isinstance(answer[1], str) else answer[1]
            elif isinstance(answer, tuple):
                status, headers, content = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    return Answering


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Who goes away in the middle is no matter."""


@pytest.fixture
def serve_site() -> Iterator[Callable[[Mapping[str, Answer] | str], Site]]:
    """Serve pages by path (or one page as `/`) on this machine."""
    servers: list[_Server] = []

    def serve(pages: Mapping[str, Answer] | str) -> Site:
        site = Site({"/": pages} if isinstance(pages, str) else dict(pages))
        server = _Server(("127.0.0.1", 0), _answering(site))
        site.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        servers.append(server)
        return site

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def read_html(serve_site: Callable[[Mapping[str, Answer] | str], Site]) -> Callable[..., SiteReading]:
    """What is read of the given HTML, or of pages by path, as a site of its own; `browser=False` reads it statically.

    Skips where a browser is needed and the machine has none.
    """

    def read(pages: Mapping[str, Answer] | str, *, browser: bool = True, **options: Any) -> SiteReading:
        if browser and not find_browser():
            pytest.skip("this machine has no Chromium")
        site = serve_site(pages)
        options.setdefault("bounds", site.bounds)
        return read_site(site.address, browser=browser, resolver=lambda host, port: ("127.0.0.1",), **options)

    return read
