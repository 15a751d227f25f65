"""The chat's server: prepares its page in the home, mounts Chainlit after our own routes, and keeps to this machine."""

from __future__ import annotations

import ipaddress
import json
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from agency.errors import BadSetting, HomeNotWritable
from agency.home import Home, home
from agency.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

_CHECKOUT = Path(__file__).resolve().parent.parent
_CONFIG = Path(__file__).with_name("chat_config.toml")


_WORDING = {
    "chat.input.placeholder": "Tell me what your video is about, or what should be different …",
    "chat.settings.title": "Presenter, voice, music and shape",
    "chat.watermark": "Everything is made on this machine.",
    "navigation.header.readme": "Welcome",
    "navigation.newChat.button": "New video",
    "navigation.newChat.dialog.tooltip": "New video",
    "threadHistory.thread.actions.delete.title": "Delete this conversation?",
    "threadHistory.thread.actions.delete.description": "What was said goes for good. The videos made in it stay.",
    "threadHistory.thread.actions.rename.title": "Another name for this conversation",
    "threadHistory.thread.actions.rename.description": "It is shown at the side.",
}
"""What the page says in our words; keys as in Chainlit's translations."""


def serve_chat(settings: Settings, host: str, port: int) -> None:
    """Serve the chat until it is stopped. Raises `BadSetting` where it would be open to others without a password."""
    import uvicorn

    app = chat_app(settings, host, port)
    print(f"The agency is at http://{'localhost' if is_loopback(host) else host}:{port} — Ctrl-C closes it.")
    print(f"Engines: {engines_told(settings)}. Everything is kept in {settings.home}.", flush=True)
    # An open page does not hold up Ctrl-C.
    uvicorn.run(app, host=host, port=port, log_level="warning", ws_max_size=64 * 2**20, timeout_graceful_shutdown=2)


def chat_app(settings: Settings, host: str = "127.0.0.1", port: int = 8000) -> FastAPI:
    """The application: media routes, then Chainlit at `/`. Only one can be made in a process."""
    check_reach(settings, host)
    place = home(settings)
    root = prepare_page(place)
    os.environ["AGENCY_HOME"] = str(place.root)
    os.environ["CHAINLIT_APP_ROOT"] = str(root)
    os.environ["CHAINLIT_AUTH_SECRET"] = _secret(root / "secret")
    os.environ.setdefault("CHAINLIT_URL", f"http://{'localhost' if is_loopback(host) else host}:{port}")
    from chainlit.config import config
    from chainlit.utils import mount_chainlit
    from fastapi import FastAPI
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    from agency.consent_page import consent_routes
    from agency.media_routes import media_routes
    from agency.page_policy import PagePolicy
    from agency.request_limits import RequestLimits
    from agency.review_page import review_routes

    app = FastAPI(title="The video agency", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(media_routes(place, settings))
    app.include_router(consent_routes(place, settings))
    app.include_router(review_routes(place, settings))
    app.add_middleware(PagePolicy)
    app.add_middleware(RequestLimits)
    if is_loopback(host):
        # A page elsewhere that names itself like this machine finds no one here.
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=["localhost", "127.0.0.1", "[::1]"])
    # Light or dark as the reader's machine is; Chainlit's own settings know no such word.
    config.ui.default_theme = cast(Any, "system")
    mount_chainlit(app=app, target=str(Path(__file__).with_name("app.py")), path="/")
    _answer_faults()
    return app


def _answer_faults() -> None:
    """Let a page whose session has ended, and a request that is none, be told so, where Chainlit would answer with a
    fault of its own. What was sent is not sent back: half characters in it could not be.
    """
    from chainlit.server import app as inner
    from fastapi import Request
    from fastapi.exceptions import RequestValidationError
    from fastapi.responses import JSONResponse

    async def refuse(request: Request, fault: Exception) -> JSONResponse:
        return JSONResponse({"detail": "That request is not as this address expects it."}, 422)

    async def tell(request: Request, fault: Exception) -> JSONResponse:
        if str(fault).startswith("Author not found"):
            return JSONResponse({"detail": "There is no such conversation."}, 404)
        if str(fault) != "Session not found":
            raise fault
        return JSONResponse({"detail": "This page is older than the server; load it again."}, 409)

    inner.add_exception_handler(ValueError, tell)
    inner.add_exception_handler(RequestValidationError, refuse)


def engines_told(settings: Settings) -> str:
    """Which engines the chat will use, in one line."""
    return ", ".join(f"{kind} {names[0]}" for kind, names in settings.engines.model_dump().items())


def prepare_page(place: Home) -> Path:
    """The folder that Chainlit works in, with our page, theme and settings in it. Raises `HomeNotWritable`."""
    root = place.root / "chat"
    try:
        root.mkdir(parents=True, exist_ok=True)
        shutil.copytree(_CHECKOUT / "public", root / "public", dirs_exist_ok=True)
        (root / ".chainlit").mkdir(exist_ok=True)
        shutil.copyfile(_CONFIG, root / ".chainlit" / "config.toml")
        _write_wording(root / ".chainlit" / "translations" / "en-US.json")
        for name in ("chainlit.md", "chainlit_en-US.md"):
            # Chainlit looks for one a language first.
            shutil.copyfile(_CHECKOUT / "chainlit.md", root / name)
    except OSError as error:
        raise HomeNotWritable(
            f"The chat keeps its page in {str(root)!r}, but that can not be written ({error.strerror or error}): free "
            "it, or set AGENCY_HOME to a folder of yours."
        ) from error
    return root


def _write_wording(path: Path) -> None:
    """Chainlit's own words for the page, with ours in place of those that would sound of something else."""
    import importlib.util

    found = importlib.util.find_spec("chainlit")
    assert found is not None and found.origin is not None
    words = json.loads(Path(found.origin).with_name("translations").joinpath("en-US.json").read_text(encoding="utf-8"))
    for place, text in _WORDING.items():
        *groups, last = place.split(".")
        table = words
        for group in groups:
            table = table[group]
        table[last] = text
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def check_reach(settings: Settings, host: str) -> None:
    """Raise `BadSetting` where others could reach the chat and no password guards it."""
    if not is_loopback(host) and not settings.chat_password:
        raise BadSetting(
            f"With --host {host} others could open the chat, and no password guards it: set AGENCY_CHAT_PASSWORD, or "
            "leave --host out to keep it to this machine."
        )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _secret(path: Path) -> str:
    """What logins are signed with: made once for this home, readable by its owner only."""
    if not path.is_file():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text()
