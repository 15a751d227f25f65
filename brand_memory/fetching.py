"""Files over HTTP through the one way out: bounded in bytes, time and inflation, and known by their own first bytes."""

from __future__ import annotations

import contextlib
import http.client
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Literal
from urllib.parse import quote, urljoin, urlsplit

from brand_memory.browser import AGENT
from brand_memory.certificates import distrust_of
from brand_memory.egress import Egress
from brand_memory.errors import SiteRefused, SiteUnreachable
from brand_memory.media_types import media_type_of
from brand_memory.reading import Asset
from brand_memory.unpacking import Bomb, Unpacker

Kind = Literal["page", "style", "picture", "font", "text", "film", "segment", "weights"]
"""What is asked for. A segment is a piece of a film: what it is shows only once all of them are joined."""
_ACCEPT: dict[Kind, str] = {
    "page": "text/html,application/xhtml+xml;q=0.9",
    "style": "text/css",
    "picture": "image/svg+xml,image/png,image/webp,image/jpeg,image/avif;q=0.9,image/gif;q=0.8,*/*;q=0.1",
    "font": "font/woff2,font/woff;q=0.9,*/*;q=0.5",
    "text": "text/plain,*/*;q=0.5",
    "film": "video/mp4,video/webm;q=0.9,video/*;q=0.8,*/*;q=0.1",
    "segment": "*/*",
    "weights": "*/*",
}
_TYPES: dict[Kind, tuple[str, ...]] = {
    "page": ("text/html",),
    "style": ("text/css", "text/plain"),
    "picture": ("image/",),
    "font": ("font/",),
    "text": ("text/", "application/json", "application/xml"),
    "film": ("video/",),
    "segment": ("",),
    "weights": ("",),
}
_MOST_BYTES: dict[Kind, int] = {
    "page": 4_000_000, "style": 3_000_000, "picture": 8_000_000, "font": 3_000_000, "text": 600_000,
    "film": 200_000_000, "segment": 40_000_000, "weights": 400_000_000,
}  # fmt: skip
_REDIRECTS = 5
_PIECE = 32 * 1024
_TOLD_BY = 6000
"""Bytes from the start that tell what a file is."""
_SAFE = "/:?&=%+,;@!$'()*~#[]-._"


@dataclass
class Sink:
    """Where an answer is written as it comes: an open file, and how many more bytes it may take."""

    file: BinaryIO
    room: int


@dataclass
class Fetcher:
    """Plain GET requests through `egress`; `requests` counts what was asked. `ends` is a moment of `time.monotonic`."""

    egress: Egress
    ends: float = float("inf")
    seconds: float = 12.0
    requests: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fetch(self, address: str, kind: Kind) -> Asset:
        """The file at `address`, after at most five redirects; its own address is where it was found in the end.

        Raises SiteRefused for what may not be read or is not of its kind, SiteUnreachable for what does not come.
        """
        return self._accepted(address, kind, *self.ask(address, kind))

    def save(self, address: str, kind: Kind, sink: Sink) -> Asset:
        """As `fetch`, but what comes is written into `sink`; the content given back is its first bytes alone.

        Where it raises, the file may hold a part of it.
        """
        return self._accepted(address, kind, *self.ask(address, kind, sink))

    def _accepted(self, address: str, kind: Kind, status: int, found: Asset) -> Asset:
        if status in (401, 403, 429, 451):
            raise SiteRefused(f"{address[:200]} does not let itself be read (it answers {status}).")
        if status >= 400:
            raise SiteUnreachable(f"{address[:200]} answers with an error ({status}).")
        if not found.media_type.startswith(_TYPES[kind]):
            raise SiteRefused(f"{address[:200]} is no {kind} but {found.media_type or 'of no known type'}.")
        return found

    def ask(self, address: str, kind: Kind, sink: Sink | None = None) -> tuple[int, Asset]:
        """The status and what came, whatever the status is. Raises as `fetch` does where nothing came.

        Only what comes with a status of success goes to a `sink`.
        """
        at, ends = address, min(self.ends, time.monotonic() + self.seconds)
        for _ in range(_REDIRECTS + 1):
            status, where, found = self._once(at, kind, ends, sink)
            if not where:
                return status, found
            onward = urljoin(at, where)
            if urlsplit(onward).scheme not in ("http", "https"):
                raise SiteRefused(f"{address[:200]} leads to something that is no web address.")
            if at.startswith("https:") and onward.startswith("http:"):
                raise SiteRefused(f"{address[:200]} leads from https back to http.")
            at = onward
        raise SiteRefused(f"{address[:200]} leads on more than {_REDIRECTS} times.")

    def _once(self, address: str, kind: Kind, ends: float, sink: Sink | None) -> tuple[int, str, Asset]:
        with self._lock:
            self.requests += 1
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
            raise SiteRefused(f"{address[:200]} is not read: only plain http and https addresses are.")
        try:
            with self._connected(parts.scheme, parts.hostname, parts.port, ends) as connection:
                plain = quote(address.partition("#")[0], safe=_SAFE)
                inner = f"{urlsplit(plain).path or '/'}{'?' + urlsplit(plain).query if urlsplit(plain).query else ''}"
                connection.request(
                    "GET", plain if parts.scheme == "http" else inner, headers=_headers(kind, parts.netloc)
                )
                with connection.getresponse() as response:
                    if refusal := response.getheader("X-Refused"):
                        raise SiteRefused(f"{address[:200]} was not read: {refusal[:200]}.")
                    if response.getheader("X-Unreached"):
                        raise ConnectionError
                    where = response.getheader("Location", "") if response.status in (301, 302, 303, 307, 308) else ""
                    kept = sink if response.status < 300 else None
                    content = b"" if where else _body(response, kind, ends, kept)
                    return (
                        response.status,
                        where,
                        Asset(address, media_type_of(content, address, dict(response.headers)), content),
                    )
        except Bomb as bomb:
            raise SiteRefused(f"{address[:200]} was not read to its end: {bomb}.") from bomb
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._failure(address, ends, error) from error

    def _failure(self, address: str, ends: float, error: Exception) -> Exception:
        host = urlsplit(address).hostname or ""
        for refusal in reversed(self.egress.refusals[-20:]):
            if host in refusal.target and not isinstance(error, TimeoutError):
                return SiteRefused(f"{address[:200]} was not read: {refusal.reason}.")
        if distrust := distrust_of(error):
            return SiteRefused(f"{address[:200]} was not read: {distrust}.")
        if isinstance(error, TimeoutError) or time.monotonic() >= ends:
            return SiteUnreachable(f"{address[:200]} did not answer in time.")
        return SiteUnreachable(f"{address[:200]} can not be reached; check the address and the connection.")

    @contextlib.contextmanager
    def _connected(self, scheme: str, host: str, port: int | None, ends: float) -> Iterator[http.client.HTTPConnection]:
        """A connection through the proxy that is cut at `ends`, however slowly the other side drips."""
        left = ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        proxy = urlsplit(self.egress.address)
        assert proxy.hostname
        assert proxy.port
        connection: http.client.HTTPConnection
        if scheme == "https":
            connection = http.client.HTTPSConnection(
                proxy.hostname, proxy.port, timeout=left, context=ssl.create_default_context()
            )
            connection.set_tunnel(host, port or 443)
        else:
            connection = http.client.HTTPConnection(proxy.hostname, proxy.port, timeout=left)

        def cut() -> None:
            if connection.sock is not None:
                with contextlib.suppress(OSError):
                    connection.sock.shutdown(2)

        timer = threading.Timer(left, cut)
        timer.daemon = True
        timer.start()
        try:
            yield connection
        finally:
            timer.cancel()
            connection.close()


def _headers(kind: Kind, host: str) -> dict[str, str]:
    return {
        "Host": host,
        "User-Agent": f"Mozilla/5.0 (compatible; {AGENT}/0.1)",
        "Accept": _ACCEPT[kind],
        "Accept-Encoding": "gzip, deflate, br",
        "Accept-Language": "en",
        "Connection": "close",
    }


def _body(response: http.client.HTTPResponse, kind: Kind, ends: float, sink: Sink | None) -> bytes:
    """What came, unpacked; with a `sink` it goes there, and only its beginning is given back.

    Raises Bomb where it is or grows too large, TimeoutError where it takes too long.
    """
    most = _MOST_BYTES[kind] if sink is None else min(_MOST_BYTES[kind], sink.room)
    unpacker = Unpacker(response.getheader("Content-Encoding", ""), most)
    length = response.getheader("Content-Length", "")
    if length.isdigit() and int(length) > most:
        raise Bomb(f"it is larger than {most / 1e6:.3g} MB")
    pieces: list[bytes] = []
    head, came = b"", 0
    while piece := response.read1(_PIECE):
        came += len(piece)
        part = unpacker.feed(piece)
        if sink is None:
            pieces.append(part)
        else:
            sink.file.write(part)
            sink.room -= len(part)
            head += part[: max(0, _TOLD_BY - len(head))]
            if not media_type_of(head).startswith(_TYPES[kind]):
                return head
        if time.monotonic() >= ends:
            raise TimeoutError
    if sink is not None and length.isdigit() and came < int(length):
        raise http.client.IncompleteRead(b"", int(length) - came)
    return b"".join(pieces) if sink is None else head
