"""The page for reviewers at `/reviews`: what is held, with what is said and shown and why, and the two decisions.

Behind the chat's login, and for reviewers only: anybody else gets 403. What is decided lets the conversation that waits
for it go on.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from agency.errors import AgencyError, UnknownReview
from agency.home import Home
from agency.media_routes import logged_in
from agency.moderation import Review, Reviews
from agency.moderation_commands import review_row
from agency.reviewers import is_reviewer
from agency.sentence_page import sentence_page
from agency.settings import Settings

LARGEST = 8 * 2**10
"""Bytes of a decision."""
_LONGEST_NOTE = 1000
_PAGE = Path(__file__).with_name("review_page.html")
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_SHUT = {
    401: 'Open <a href="/">the chat</a> first, and then this page again.',
    403: 'Only reviewers can see this page. Back to <a href="/">the chat</a>.',
}
"""What a person reads who may not see the page."""
_MOST = 200
"""Reviews that are listed, the newest."""


def review_routes(place: Home, settings: Settings) -> APIRouter:
    """The routes: 401 without the chat's login, 403 for whoever is no reviewer, 404 for a review that is not there."""
    routes = APIRouter()

    async def reviewer(request: Request) -> str:
        name = await logged_in(request)
        if not is_reviewer(name, settings):
            raise HTTPException(403, "Only reviewers can see this.")
        return name

    @routes.get("/reviews")
    async def page(request: Request) -> Response:
        try:
            await reviewer(request)
        except HTTPException as shut:
            said = sentence_page("Reviews", _SHUT[shut.status_code])
            return HTMLResponse(said, shut.status_code, _HEADERS)
        return HTMLResponse(_PAGE.read_text(encoding="utf-8"), headers=_HEADERS)

    @routes.get("/reviews/list")
    async def listing(request: Request, every: bool = False) -> Response:
        await reviewer(request)
        states = () if every else ("waiting",)
        found = await asyncio.to_thread(lambda: Reviews(place.database).all(*states)[-_MOST:])
        return JSONResponse({"reviews": [review_row(review) for review in reversed(found)]}, headers=_HEADERS)

    @routes.get("/reviews/{number}/log")
    async def log(request: Request, number: int) -> Response:
        await reviewer(request)
        queue = Reviews(place.database)
        await _done(lambda: queue.find(number))
        return JSONResponse({"log": [dict(row) for row in queue.log(number)]}, headers=_HEADERS)

    @routes.post("/reviews/{number}/{decision}")
    async def decide(request: Request, number: int, decision: str) -> Response:
        name = await reviewer(request)
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise HTTPException(403, "Decide on the page itself.")
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            # What a form elsewhere could send is none of ours.
            raise HTTPException(415, "Send JSON.")
        note, content = await _said(request)
        queue = Reviews(place.database)
        if decision not in ("approve", "reject"):
            raise HTTPException(404)
        review = await _done(lambda: queue.find(number))
        if review.verdict.content != content:
            raise HTTPException(409, "This is not what you looked at; load the page again.")
        work = queue.approve if decision == "approve" else queue.reject
        return JSONResponse(review_row(await _done(lambda: work(number, name, note))), headers=_HEADERS)

    return routes


async def _done(work: Callable[[], Review]) -> Review:
    """What `work` gives; what stands against it as an answer."""
    try:
        return await asyncio.to_thread(work)
    except UnknownReview as error:
        raise HTTPException(404, str(error)) from error
    except AgencyError as error:
        raise HTTPException(409, str(error)) from error


async def _said(request: Request) -> tuple[str, str]:
    """The note of a decision, and the hash of what was looked at. Raises 413 and 422 for what is none."""
    body = bytearray()
    async for block in request.stream():
        body += block
        if len(body) > LARGEST:
            raise HTTPException(413, "That note is too long.")
    try:
        said: Any = json.loads(bytes(body) or b"{}")
        note, content = said.get("note", ""), said.get("content", "")
    except (ValueError, AttributeError, RecursionError) as error:
        raise HTTPException(422, "That is no decision.") from error
    if not isinstance(note, str) or not isinstance(content, str):
        raise HTTPException(422, "That is no decision.")
    return note[:_LONGEST_NOTE], content
