"""Limits of requests: how often whoever asks may try, how much may be sent, and addresses that are not for the page."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGINS, WRITES, SECONDS = 10, 300, 60.0
"""So many logins, and so many other requests that change something, from one address within that time."""
BODY = 2 * 2**20
"""Bytes of a request; an upload and a recording have limits of their own."""
UPLOAD = 512 * 2**20
_LARGE = {"/project/file": UPLOAD}
_OWN_LIMIT = "/consent/"
CLOSED = ("/openapi.json", "/docs", "/docs/oauth2-redirect", "/redoc", "/mcp")
"""What Chainlit tells of its own addresses, and where programs of others would be connected: nobody needs them."""
_MOST_ASKERS = 2000
_SAFE = ("GET", "HEAD", "OPTIONS")


class _TooLarge(Exception):
    """The body of a request goes on beyond its limit."""


class RequestLimits:
    """An application that passes on to another what keeps to the limits, and answers 413, 429 or 404 else."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self.app = app
        self._clock = clock
        self._asked: dict[tuple[str, str], deque[float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path, method = scope["path"].rstrip("/") or "/", scope["method"]
        if path in CLOSED:
            await _answer(send, 404, "There is nothing here.")
            return
        if method not in _SAFE and not self._may(scope, path):
            await _answer(send, 429, "That was too often; wait a minute.", (b"retry-after", b"60"))
            return
        if path.startswith(_OWN_LIMIT):
            await self.app(scope, receive, send)
            return
        await self._limited(scope, receive, send, _LARGE.get(path, BODY))

    async def _limited(self, scope: Scope, receive: Receive, send: Send, most: int) -> None:
        if any(name == b"content-length" and not _fits(value, most) for name, value in scope["headers"]):
            await _answer(send, 413, "That is too much.")
            return
        size, begun = 0, False

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > most:
                raise _TooLarge
            return message

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, counted, sending)
        except _TooLarge:
            if not begun:
                await _answer(send, 413, "That is too much.")

    def _may(self, scope: Scope, path: str) -> bool:
        kind, most = ("login", LOGINS) if path == "/login" else ("write", WRITES)
        now, asker = self._clock(), str((scope.get("client") or ("",))[0])
        if len(self._asked) > _MOST_ASKERS:
            self._asked.clear()
        asked = self._asked.setdefault((kind, asker), deque(maxlen=most))
        if len(asked) == most and now - asked[0] < SECONDS:
            return False
        asked.append(now)
        return True


def _fits(value: bytes, most: int) -> bool:
    return value.isdigit() and int(value[:20]) <= most


async def _answer(send: Send, status: int, sentence: str, *headers: tuple[bytes, bytes]) -> None:
    body = sentence.encode()
    start = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()), *headers]
    await send({"type": "http.response.start", "status": status, "headers": start})
    await send({"type": "http.response.body", "body": body})
