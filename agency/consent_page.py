"""The page on which a person agrees, on a phone of their own: at a secret address that ends with its passcode.

It needs no login and reaches nothing but its one request: what is read aloud, and where the recording goes.
"""

from __future__ import annotations

import asyncio
import html
import math
import os
import tempfile
import time
from collections import deque
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from agency.consent_hearing import hear_consent
from agency.consent_requests import ConsentRequest, request_of_secret, request_state
from agency.errors import AgencyError, ConsentRefused, UnknownConsent
from agency.home import Home
from agency.sentence_page import sentence_page
from agency.settings import Settings
from renderers.errors import RenderError

LARGEST = 60 * 2**20
"""Bytes of a recording that is sent: a minute of film from a phone."""

MOST_MISSES, MISS_SECONDS = 20, 60.0
"""So many wrong addresses in that time, and whoever asks for them gets no more answers."""

_MOST_ASKERS = 1000

_PAGE = Path(__file__).with_name("consent_page.html")
_ENDINGS = {
    "audio/webm": ".webm",
    "video/webm": ".webm",
    "audio/mp4": ".m4a",
    "audio/x-m4a": ".m4a",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "audio/mpeg": ".mp3",
    "audio/aac": ".aac",
    "audio/flac": ".flac",
}
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def consent_routes(place: Home, settings: Settings) -> APIRouter:
    """The page, and where it sends the recording. An address that is not open answers 404, too many of them 429."""
    routes = APIRouter()
    missed: dict[str, deque[float]] = {}
    one_at_a_time = asyncio.Semaphore(1)

    def found(secret: str, request: Request) -> ConsentRequest | Response:
        now, asker = time.monotonic(), request.client.host if request.client else ""
        if len(missed) > _MOST_ASKERS:
            missed.clear()
        misses = missed.setdefault(asker, deque(maxlen=MOST_MISSES))
        if len(misses) == MOST_MISSES and now - misses[0] < MISS_SECONDS:
            return _plain("Too many addresses were tried. Wait a minute.", 429)
        try:
            return request_of_secret(place, secret)
        except ConsentRefused as error:
            return _plain(str(error).partition(";")[0] + ".", 410)
        except UnknownConsent:
            misses.append(now)
            return _plain("There is nothing here, or it is over. Ask for a new link.", 404)

    @routes.get("/consent/{secret}")
    async def page(request: Request, secret: str) -> Response:
        asked = await asyncio.to_thread(found, secret, request)
        return asked if isinstance(asked, Response) else HTMLResponse(_filled(asked), headers=_HEADERS)

    @routes.get("/consent/{secret}/state")
    async def state(request: Request, secret: str) -> Response:
        asked = await asyncio.to_thread(found, secret, request)
        if isinstance(asked, Response):
            return asked
        now, told = await asyncio.to_thread(request_state, place, asked.id)
        words = ", ".join(asked.words)
        return JSONResponse({"state": now, "told": told, "tries_left": asked.left, "words": words}, headers=_HEADERS)

    @routes.post("/consent/{secret}")
    async def recording(request: Request, secret: str) -> Response:
        asked = await asyncio.to_thread(found, secret, request)
        if isinstance(asked, Response):
            return asked
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return _told("again", "Send it from the page itself.", 403)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in _ENDINGS:
            return _told("again", "That is no recording; send sound or a film.", 415)
        folder = place.root / "consents"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        async with one_at_a_time:
            number, name = tempfile.mkstemp(suffix=_ENDINGS[kind], prefix="incoming-", dir=folder)
            path = Path(name)
            try:
                with os.fdopen(number, "wb") as file:
                    size = 0
                    async for block in request.stream():
                        size += len(block)
                        if size > LARGEST:
                            return _told("again", "The recording is too long; the sentences take half a minute.", 413)
                        file.write(block)
                heard = await asyncio.to_thread(hear_consent, asked, path, place, settings)
            except (AgencyError, RenderError) as error:
                return _told("again", str(error), 422)
            finally:
                path.unlink(missing_ok=True)
        sentences = " ".join(heard.sentences)
        if heard.outcome == "review":
            sentences = "Thank you. Somebody will look at it before anything is made."
        elif heard.outcome == "pass":
            sentences = "Thank you. That is all; you can close this page."
        return JSONResponse(
            {"outcome": heard.outcome, "told": sentences, "tries_left": heard.left, "words": ", ".join(heard.words)},
            headers=_HEADERS,
        )

    return routes


def _filled(asked: ConsentRequest) -> str:
    """The page for this request: nothing in it but the statement, the words, and how long they hold."""
    values = {
        "name": asked.subject,
        "statement": asked.statement,
        "words": ", ".join(asked.words) + ".",
        "seconds": str(max(0, math.floor(asked.ends - time.time()))),
        "film": "" if asked.kind == "voice" else "true",
    }
    page = _PAGE.read_text(encoding="utf-8")
    for name, value in values.items():
        page = page.replace("{{" + name + "}}", html.escape(value))
    return page


def _plain(sentence: str, status: int) -> Response:
    return HTMLResponse(sentence_page("Consent", html.escape(sentence)), status, _HEADERS)


def _told(outcome: str, sentence: str, status: int) -> Response:
    return JSONResponse({"outcome": outcome, "told": sentence}, status, _HEADERS)
