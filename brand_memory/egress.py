"""The one way out: a local proxy that resolves a name once, checks every answer, and connects to what it checked.

Guards inside a browser miss redirect hops and WebSockets; a proxy sees every connection. Whatever it lets through is
bounded in bytes, connections and time, and whatever it refuses is kept for the account that a person reads.
"""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import urlsplit

from brand_memory.addresses import Resolver, is_public, resolve

_HEAD_BYTES = 64 * 1024
_PIECE = 64 * 1024
_STOP_TRIES = 50
_HOP_BY_HOP = frozenset(
    "connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer upgrade".split()
)


@dataclass(frozen=True)
class Bounds:
    """What may pass: bytes of one answer and of all, connections in all and at once, seconds of silence and in all.

    `private` are `host:port` pairs that may be reached although they are not public. `closed` are hosts that are
    refused without a word: what a browser asks for on its own account, not for a page.
    """

    answer_bytes: int = 25_000_000
    total_bytes: int = 150_000_000
    connections: int = 1500
    at_once: int = 64
    idle_seconds: float = 12.0
    seconds: float = 120.0
    ports: frozenset[int] = frozenset({80, 443})
    private: frozenset[str] = frozenset()
    any_private: bool = False
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Refusal:
    """A connection that was not made, or was cut: where to, and why in words."""

    target: str
    reason: str


class _Refused(Exception):
    """Why a request is not served."""


class _Cut(_Refused):
    """Why an answer that had begun goes no further."""


@dataclass
class Egress:
    """The proxy, running between `with` and its end; `address` is what a browser or client is given as its proxy."""

    bounds: Bounds = Bounds()
    resolver: Resolver = resolve
    refusals: list[Refusal] = field(default_factory=list)
    passed_bytes: int = 0
    connections: int = 0
    address: str = ""

    def __enter__(self) -> Egress:
        ready = threading.Event()
        self._begun = time.monotonic()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True, name="egress")
        self._thread.start()
        ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve(ready))
        self._loop.close()

    async def _serve(self, ready: threading.Event) -> None:
        self._stop = asyncio.Event()
        self._turns = asyncio.Semaphore(self.bounds.at_once)
        self._open: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=_HEAD_BYTES)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        ready.set()
        await self._stop.wait()
        server.close()
        for _ in range(_STOP_TRIES):
            # A task that gets a piece at the very moment it is cancelled goes on, and must be told again.
            for task in list(self._open):
                task.cancel()
            if not self._open:
                break
            await asyncio.wait(list(self._open), timeout=0.1)
        # Connections end in the turn of the loop after the one that closed them.
        await asyncio.sleep(0.01)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        target = ""
        try:
            async with self._turns:
                async with asyncio.timeout(self.bounds.idle_seconds):
                    head = await reader.readuntil(b"\r\n\r\n")
                method, target, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
                await self._pass_on(method, target, head, reader, writer)
        except _Refused as refusal:
            self.refusals.append(Refusal(target[:300], str(refusal)))
            if not isinstance(refusal, _Cut):
                await _answer(writer, f"HTTP/1.1 403 Forbidden\r\nX-Refused: {refusal}\r\n")
        except (OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
            await _answer(writer, "HTTP/1.1 502 Bad Gateway\r\nX-Unreached: yes\r\n")
        except asyncio.CancelledError:
            pass
        finally:
            self._open.discard(task)
            self._close(writer)

    async def _pass_on(
        self, method: str, target: str, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if method == "CONNECT":
            host, port = _host_and_port(f"//{target}", 443)
        else:
            parts = urlsplit(target)
            if parts.scheme != "http":
                raise _Refused(f"only http and https are read, not {parts.scheme or 'this'}")
            if parts.username is not None:
                raise _Refused("an address with a name and password in it is not read")
            host, port = _host_and_port(target, 80)
        address = await self._checked(host, port)
        async with asyncio.timeout(self.bounds.idle_seconds):
            there, out = await asyncio.open_connection(address, port)
        try:
            if method == "CONNECT":
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                out.write(_forwarded(method, target, head))
            sending = asyncio.create_task(_send(reader, out))
            try:
                await self._receive(there, writer)
            finally:
                sending.cancel()
                await asyncio.gather(sending, return_exceptions=True)
        finally:
            self._close(out)

    def _close(self, writer: asyncio.StreamWriter) -> None:
        """Close a connection; at the end at once, since nobody will read what is still to be sent."""
        if self._stop.is_set():
            writer.transport.abort()
        else:
            writer.close()

    async def _checked(self, host: str, port: int) -> str:
        """The address to connect to; every answer of the resolver must be allowed."""
        bounds = self.bounds
        if host in bounds.closed:
            raise OSError(f"{host} is closed")
        if self.connections >= bounds.connections:
            raise _Refused(f"more than {bounds.connections} connections")
        if self._late():
            raise _Refused(f"the time of {bounds.seconds:g} s is over")
        self.connections += 1
        allowed = bounds.any_private or f"{host}:{port}" in bounds.private
        if port not in bounds.ports and not allowed:
            raise _Refused(f"port {port} is not one for web pages")
        async with asyncio.timeout(bounds.idle_seconds):
            found = await self._loop.run_in_executor(None, self.resolver, host, port)
        if not found:
            raise OSError(f"no address for {host}")
        if not allowed and not all(is_public(address) for address in found):
            raise _Refused(f"{host} leads to a private address")
        return found[0]

    def _late(self) -> bool:
        return time.monotonic() - self._begun > self.bounds.seconds

    async def _read(self, source: asyncio.StreamReader) -> bytes:
        async with asyncio.timeout(self.bounds.idle_seconds):
            return await source.read(_PIECE)

    async def _receive(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        """Copy what comes from outside until it ends, falls silent, or is more than may pass."""
        bounds, passed = self.bounds, 0
        while piece := await self._read(source):
            passed += len(piece)
            self.passed_bytes += len(piece)
            if self._late():
                raise _Cut(f"the time of {bounds.seconds:g} s is over")
            if passed > bounds.answer_bytes:
                raise _Cut(f"an answer of more than {bounds.answer_bytes / 1e6:g} MB")
            if self.passed_bytes > bounds.total_bytes:
                raise _Cut(f"more than {bounds.total_bytes / 1e6:g} MB in all")
            sink.write(piece)
            await sink.drain()


async def _send(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    """Copy what a browser sends; how long it is silent does not matter while an answer comes."""
    while piece := await source.read(_PIECE):
        sink.write(piece)
        await sink.drain()


def _host_and_port(target: str, usual: int) -> tuple[str, int]:
    parts = urlsplit(target)
    if not parts.hostname:
        raise _Refused("the address has no host")
    return parts.hostname, parts.port or usual


def _forwarded(method: str, target: str, head: bytes) -> bytes:
    """The head of a request as the server itself expects it: its own path, none of the headers meant for a proxy."""
    parts = urlsplit(target)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = [line for line in head.decode("latin-1").split("\r\n")[1:] if line]
    kept = [line for line in lines if line.partition(":")[0].strip().lower() not in _HOP_BY_HOP]
    return "\r\n".join([f"{method} {path} HTTP/1.1", *kept, "Connection: close", "", ""]).encode("latin-1")


async def _answer(writer: asyncio.StreamWriter, head: str) -> None:
    """Say why, where the other side still listens."""
    try:
        writer.write(f"{head}Content-Length: 0\r\nConnection: close\r\n\r\n".encode("latin-1", "replace"))
        await writer.drain()
    except OSError:
        pass
