"""The page keeps to its own server: links to elsewhere are taken out, and the browser loads nothing from there."""

from __future__ import annotations

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FOREIGN_LINK = re.compile(rb"<link\b[^>]*https?://[^>]*>", re.IGNORECASE)
"""Type and style sheets that the page would fetch from elsewhere."""

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self' ws: wss:; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
)
"""Elements are compiled in the page, which needs `unsafe-eval`."""


class PagePolicy:
    """An application that passes everything through to another, and changes HTML on its way out."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # A page that comes packed could not be changed.
        scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
        start: Message | None = None
        body = bytearray()

        async def sending(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_html(message):
                start = message
            elif message["type"] == "http.response.body" and start is not None:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    for part in _rewritten(start, bytes(body)):
                        await send(part)
            else:
                await send(message)

        try:
            await self.app(scope, receive, sending)
        except RuntimeError as error:
            # Chainlit's middleware says so where the browser left before the answer; nobody is there to be told.
            if str(error) != "No response returned.":
                raise


def _is_html(start: Message) -> bool:
    return any(name == b"content-type" and value.startswith(b"text/html") for name, value in start["headers"])


def _rewritten(start: Message, body: bytes) -> tuple[Message, Message]:
    page = _FOREIGN_LINK.sub(b"", body)
    kept = [pair for pair in start["headers"] if pair[0] != b"content-length"]
    added = [
        (b"content-length", str(len(page)).encode()),
        (b"content-security-policy", POLICY.encode()),
        (b"referrer-policy", b"no-referrer"),
    ]
    return {**start, "headers": [*kept, *added]}, {"type": "http.response.body", "body": page}
