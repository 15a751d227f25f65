"""The chat's own addresses for pictures and films: behind the chat's login, and never a path from outside."""

from __future__ import annotations

import asyncio
import mimetypes
import re
from collections.abc import Collection
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import FileResponse

from agency.home import Home
from agency.listings import entry_preview
from agency.ownership import may_see
from agency.samples import music_sample, voice_sample
from agency.settings import Settings
from renderers.errors import ConsentMissing, EngineFailed
from tools.errors import UnknownName

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}")
"""What a name in an address may look like: no separators, no hidden files, no parents."""

_PICTURES, _FILMS = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"}, {".mp4", ".webm", ".mov"}
_FONTS = {".ttf", ".otf", ".woff", ".woff2"}
_SHOWN = _PICTURES | _FILMS | {".srt", ".vtt", ".ass", ".json", ".wav"}
_SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A logo is a picture; nothing in it may run."""


def media_routes(place: Home, settings: Settings) -> APIRouter:
    """The routes. Every one of them answers 401 without the chat's login and 404 for what is not there."""
    routes = APIRouter()

    async def owned(request: Request, production: str) -> None:
        """Raise 404 where the production came from another user's conversation: not even that it is there is told."""
        user = await logged_in(request)
        if not await asyncio.to_thread(may_see, place, production, user, settings):
            raise HTTPException(404)

    @routes.get("/media/drafts/{production}/{name}")
    async def draft(request: Request, production: str, name: str, download: bool = False) -> FileResponse:
        await owned(request, production)
        return await _file(request, place.productions, (production, "drafts", name), download=download)

    @routes.get("/media/stills/{production}/{name}")
    async def still(request: Request, production: str, name: str) -> FileResponse:
        await owned(request, production)
        return await _file(request, place.productions, (production, "stills", name))

    @routes.get("/media/exports/{production}/{name}")
    async def export(request: Request, production: str, name: str) -> FileResponse:
        await owned(request, production)
        return await _file(request, place.productions, (production, "exports", name), download=True)

    @routes.get("/media/previews/{kind}/{name}")
    async def preview(request: Request, kind: str, name: str) -> FileResponse:
        await _check_login(request)
        # The settings show what no listing may have drawn yet.
        await asyncio.to_thread(entry_preview, kind, name.removesuffix(".png"))
        return await _file(request, place.previews, (kind, name))

    @routes.get("/media/samples/{kind}/{name}")
    async def sample(request: Request, kind: str, name: str) -> FileResponse:
        await _check_login(request)
        maker = {"voices": voice_sample, "music": music_sample}.get(kind)
        if maker is None or not _NAME.fullmatch(name):
            raise HTTPException(404)
        try:
            path = await asyncio.to_thread(maker, name.removesuffix(".wav"), place, settings)
        except (UnknownName, EngineFailed, ConsentMissing) as error:
            raise HTTPException(404, str(error)) from error
        return FileResponse(path, media_type="audio/wav", headers={"Cache-Control": "private, max-age=3600"})

    @routes.get("/media/brands/{brand}/{digest}")
    async def brand_file(request: Request, brand: str, digest: str) -> FileResponse:
        return await _file(request, place.root / "chat" / "brands", (brand, digest), shown=_PICTURES | _FONTS)

    @routes.get("/media/chat/{user}/{element}/{name}")
    async def uploaded(request: Request, user: str, element: str, name: str) -> FileResponse:
        if user != await user_id(await logged_in(request)):
            raise HTTPException(404)
        return await _file(request, place.root / "chat" / "files", (user, element, name), download=True, any_name=True)

    @routes.get("/media/{path:path}")
    async def other(request: Request, path: str) -> FileResponse:
        # Else Chainlit's page would be the answer, as it is to every address that it does not know.
        await _check_login(request)
        raise HTTPException(404)

    return routes


async def _file(
    request: Request,
    root: Path,
    parts: tuple[str, ...],
    *,
    download: bool = False,
    any_name: bool = False,
    shown: Collection[str] = _SHOWN,
) -> FileResponse:
    await _check_login(request)
    last_may_be_anything = any_name and "/" not in parts[-1] and parts[-1] not in ("", ".", "..")
    named = parts[:-1] if last_may_be_anything else parts
    if not all(_NAME.fullmatch(part) for part in named):
        raise HTTPException(404)
    path = root.joinpath(*parts)
    if not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
        raise HTTPException(404)
    if not any_name and path.suffix.lower() not in shown:
        raise HTTPException(404)
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"}
    if path.suffix.lower() == ".svg":
        headers["Content-Security-Policy"] = _SVG_POLICY
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return FileResponse(path, media_type=kind, filename=path.name if download else None, headers=headers)


async def user_id(name: str) -> str:
    """Under which id the chat keeps what the user of this name sent; empty for nobody."""
    from chainlit.data import get_data_layer

    layer = get_data_layer()  # type: ignore[no-untyped-call]
    known = await layer.get_user(name) if layer is not None else None
    return str(known.id) if known is not None else ""


async def _check_login(request: Request) -> None:
    await logged_in(request)


async def logged_in(request: Request) -> str:
    """The name under which the request is logged in to the chat. Raises 401 where it is not."""
    from chainlit.auth import get_current_user
    from chainlit.auth.cookie import get_token_from_cookies

    token = get_token_from_cookies(dict(request.cookies))
    user = None
    if token:
        try:
            user = await get_current_user(token)
        except HTTPException:
            user = None
    if user is None:
        raise HTTPException(401)
    return str(user.identifier)
