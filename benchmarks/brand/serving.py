"""A web server on this machine that plays a made-up site under the brand's own host name."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from benchmarks.brand.sites import Site
from brand_memory.egress import Bounds


@contextmanager
def served(site: Site) -> Iterator[tuple[str, Bounds]]:
    """The address of a running site, and the bounds that let it be reached although it is on this machine."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802 - the name that the server calls
            found = site.files.get(urlsplit(self.path).path)
            kind, content = found or ("text/html", b"<!doctype html><title>Not found</title><h1>404</h1>")
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    host = re.sub(r"[^a-z0-9]", "", site.theme.name.lower()) + ".example"
    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        try:
            yield f"http://{host}:{port}/", Bounds(private=frozenset({f"{host}:{port}"}))
        finally:
            server.shutdown()


def here(host: str, port: int) -> Sequence[str]:
    """The resolver of the benchmark: every made-up brand is on this machine, nothing else exists."""
    if host.endswith(".example"):
        return ("127.0.0.1",)
    raise OSError(f"{host} does not exist here")
