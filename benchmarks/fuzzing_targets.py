"""What reads each kind of file, as the service does: in-process where it reads in-process, and the body of the child
that it starts where it uses one. Everything is imported before the first file, so that a fork is cheap.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from agency.conversation import OURS
from tools.errors import BadInput

Read = Callable[[Path], object]


@dataclass(frozen=True)
class Target:
    """`read` raises one of `refusals` for what it refuses. `guarded`: it works in a child that may die or be stopped,
    whose parent then refuses the file.
    """

    read: Read
    guarded: bool
    ending: str
    refusals: tuple[type[BaseException], ...] = OURS


def target(kind: str) -> Target:
    """What reads `kind`. Raises KeyError for an unknown one."""
    ending = {"font": "ttf", "tokens": "json", "message": "json", "http": "json"}.get(kind, kind)
    return Target(*_TARGETS[kind](), ending)


def _media() -> tuple[Read, bool]:
    from renderers import inspection, media, media_child
    from renderers.media_facts import FOREIGN
    from renderers.media_signature import read_signature

    assert inspection and media

    def read(path: Path) -> object:
        read_signature(path, FOREIGN)
        media_child.bind(FOREIGN)
        return media_child._facts(path, FOREIGN)

    return read, True


def _font() -> tuple[Read, bool]:
    import brand_memory.font_files
    from agency import font_child
    from renderers import raster

    assert brand_memory.font_files and raster

    def read(path: Path) -> object:
        content = path.read_bytes()
        font_child._bind()
        said, _ = font_child._read(content)
        if "refused" in said:
            raise BadInput(f"The font {said['refused']}.")
        return said

    return read, True


def _pdf() -> tuple[Read, bool]:
    import pypdf

    from brand_memory import pdf_pages

    assert pypdf

    def read(path: Path) -> object:
        content = path.read_bytes()
        pdf_pages.limit()
        return pdf_pages.read(content)

    return read, True


def _script() -> tuple[Read, bool]:
    from tools.script_files import script_text

    return script_text, False


def _picture() -> tuple[Read, bool]:
    """A picture as a background, as a logo, and as one that a website has."""
    from brand_memory import pixels
    from renderers.background.picture import check_picture, open_picture
    from renderers.titles.logo import check_logo

    def read(path: Path) -> object:
        pixels.open_picture(path.read_bytes())
        check_picture(path)
        open_picture(path)
        if path.suffix != ".gif":
            check_logo(path)
        return None

    return read, False


def _logo() -> tuple[Read, bool]:
    from renderers.titles.logo import check_logo

    return check_logo, False


def _table() -> tuple[Read, bool]:
    from tools.chart_files import read_chart_data

    return read_chart_data, False


def _bytes(module: str, name: str) -> Callable[[], tuple[Read, bool]]:
    def make() -> tuple[Read, bool]:
        import importlib

        work = getattr(importlib.import_module(module), name)
        return (lambda path: work(path.read_bytes(), path.name)), False

    return make


def _yml() -> tuple[Read, bool]:
    from brand_memory.brand_yml import load_yaml

    return (lambda path: load_yaml(path.read_bytes().decode("utf-8", "replace"), path.name)), False


def _document() -> tuple[Read, bool]:
    from tools.source import read_source

    return (lambda path: read_source(str(path))), False


def _message() -> tuple[Read, bool]:
    """A message of the page: as it is taken in, and its patches as they are understood."""
    from agency.messages import read_message
    from agency.steps.understanding import _of_controls

    def read(path: Path) -> object:
        try:
            given: Any = json.loads(path.read_bytes())
        except (ValueError, RecursionError):
            given = {"text": path.read_bytes().decode("utf-8", "replace"), "patches": path.name, "settings": [1]}
        return _of_controls(read_message(given if isinstance(given, dict) else {"patches": given}))

    return read, False


def _http() -> tuple[Read, bool]:
    """A request to every address of ours that takes one; an answer of 500 is a fault. The server starts in the fork."""
    import os
    import tempfile

    os.environ.setdefault("AGENCY_HOME", tempfile.mkdtemp(prefix="agency-fuzzing-"))
    return (lambda path: _request(path.read_bytes())), False


_ADDRESSES = (
    ("POST", "/reviews/1/approve"),
    ("POST", "/project/threads"),
    ("PUT", "/project/thread"),
    ("DELETE", "/project/thread"),
    ("PUT", "/feedback"),
    ("POST", "/project/action"),
    ("PUT", "/project/element"),
    ("POST", "/consent/none"),
    ("GET", "/media/drafts/{}/x.mp4"),
    ("GET", "/media/chat/{}/a/b"),
    ("GET", "/media/brands/a/{}"),
    ("GET", "/project/thread/{}"),
)


def _request(body: bytes) -> int:
    """The status of the answer to one request that is made of `body`. Raises AssertionError for a fault."""
    method, address = _ADDRESSES[zlib.crc32(body) % len(_ADDRESSES)]
    name = "".join(chr(c) for c in body[:40] if 32 < c < 127 and c not in b"?#{}") or "x"
    answer = _client().request(
        method,
        address.format(name),
        content=body if method != "GET" else None,
        headers={"content-type": "application/json"},
    )
    if answer.status_code >= 500:
        raise AssertionError(f"{method} {address} answered {answer.status_code}")
    return int(answer.status_code)


@cache
def _client() -> Any:  # noqa: ANN401  (Starlette's)
    from starlette.testclient import TestClient

    from agency import request_limits
    from agency.chat_server import chat_app
    from agency.settings import load_settings

    request_limits.WRITES = 10**9
    app = chat_app(load_settings())
    client = TestClient(app, base_url="http://localhost", follow_redirects=False, raise_server_exceptions=False)
    client.__enter__()
    client.post("/auth/header")
    return client


_TARGETS: dict[str, Callable[[], tuple[Read, bool]]] = {
    **dict.fromkeys(("mp4", "webm", "mkv", "mp3", "ogg", "flac", "m4a", "wav"), _media),
    **dict.fromkeys(("png", "jpg", "gif", "webp"), _picture),
    "font": _font,
    "pdf": _pdf,
    "svg": _logo,
    "docx": _script,
    "pptx": _script,
    "csv": _table,
    "zip": _bytes("brand_memory.archives", "unpack"),
    "css": _bytes("brand_memory.css_files", "read_css"),
    "tokens": _bytes("brand_memory.design_tokens", "read_tokens"),
    "yml": _yml,
    "json": _document,
    "message": _message,
    "http": _http,
}
