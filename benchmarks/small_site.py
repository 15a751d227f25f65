"""A small site on this machine that answers what it is told to, honest or not."""

from __future__ import annotations

import contextlib
import http.server
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from brand_memory.egress import Bounds

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
        """Its home page, under a name that only the resolver of this module knows."""
        return f"http://{NAME}:{self.port}/"

    @property
    def bounds(self) -> Bounds:
        """Bounds that let this one site be reached, and no other on this machine."""
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


@contextlib.contextmanager
def serving(pages: Mapping[str, Answer] | str, context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site of these pages by path (or of one page as `/`) until the block ends; encrypted with a `context`."""
    site = Site({"/": pages} if isinstance(pages, str) else dict(pages))
    server = _Server(("127.0.0.1", 0), _answering(site))
    site.port = server.server_address[1]
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def on_this_machine(host: str, port: int) -> tuple[str, ...]:
    """A resolver that finds every name on this machine."""
    return ("127.0.0.1",)
