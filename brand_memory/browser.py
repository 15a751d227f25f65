"""The browser that reads pages: found on this machine, shut off from everything but the one way out."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from brand_memory.errors import NoBrowser
from brand_memory.reading import View

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page

AGENT = "VideoAgency"
DESKTOP = View(1440, 900, "light")
PHONE = View(390, 844, "light")
DARK = View(1440, 900, "dark")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SWITCHES = (
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-gpu",
    "--disable-print-preview",
    "--no-first-run",
    "--no-pings",
    "--mute-audio",
    "--dns-prefetch-disable",
    "--js-flags=--max-old-space-size=512",
)
OWN_HOSTS = frozenset(
    "update.googleapis.com accounts.google.com clients1.google.com clients2.google.com clients4.google.com "
    "redirector.gvt1.com edgedl.me.gvt1.com optimizationguide-pa.googleapis.com safebrowsing.googleapis.com "
    "safebrowsingohttpgateway.googleapis.com content-autofill.googleapis.com passwordsleakcheck-pa.googleapis.com "
    "android.clients.google.com mtalk.google.com connectivitycheck.gstatic.com".split()
)
"""What the browser asks for on its own account, whatever it is told; nothing of it is let out."""
_AGENT_LINE = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    f"Chrome/{{version}}.0.0.0 Safari/537.36 {AGENT}/0.1"
)
_LAUNCH_SECONDS = 30.0


def find_browser() -> str:
    """The path of a Chromium: the system's, else Playwright's own; empty where there is none."""
    for name in _NAMES:
        if path := shutil.which(name):
            return path
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    own = sorted(folder.glob("chromium-*/chrome-linux*/chrome"))
    return str(own[-1]) if own else ""


class Browser:
    """A Chromium with one fresh context; everything it asks for goes through the proxy at `proxy`.

    `notes` say what a person should know of how it runs. Use as `async with`.
    """

    def __init__(self, proxy: str) -> None:
        self.notes: list[str] = []
        self.requests = 0
        self._proxy = proxy
        self._stack = AsyncExitStack()
        self._strays: set[asyncio.Task[None]] = set()
        self._own: set[Page] = set()
        self._expected = 0

    async def __aenter__(self) -> Browser:
        from playwright.async_api import Error, async_playwright

        path = find_browser()
        if not path:
            raise NoBrowser("No browser was found to read the page with; install Chromium (apt-get install chromium).")
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        if root:
            self.notes.append("The browser ran without its sandbox, since this runs as root.")
        try:
            async with asyncio.timeout(_LAUNCH_SECONDS):
                playwright = await self._stack.enter_async_context(async_playwright())
                browser = await playwright.chromium.launch(
                    executable_path=path,
                    headless=True,
                    chromium_sandbox=not root,
                    proxy={"server": self._proxy, "bypass": "<-loopback>"},
                    args=list(_SWITCHES),
                    timeout=_LAUNCH_SECONDS * 1000,
                )
                self._stack.push_async_callback(_closed, browser.close)
                self._context = await browser.new_context(
                    viewport={"width": DESKTOP.width, "height": DESKTOP.height},
                    color_scheme="light",
                    reduced_motion="reduce",
                    service_workers="block",
                    accept_downloads=False,
                    permissions=[],
                    locale="en-US",
                    user_agent=_AGENT_LINE.format(version=browser.version.partition(".")[0]),
                )
        except (Error, TimeoutError, OSError) as error:
            await self._stack.aclose()
            raise NoBrowser(f"The browser at {path} does not start ({str(error).splitlines()[0][:120]}).") from error
        self._context.on("request", self._count)
        self._context.on("page", self._visit)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    @property
    def context(self) -> BrowserContext:
        """The one context of this job."""
        return self._context

    async def open_page(self) -> Page:
        """A page of our own; any other that a site opens is closed at once."""
        self._expected += 1
        try:
            page = await self._context.new_page()
        finally:
            self._expected -= 1
        self._own.add(page)
        page.on("dialog", lambda dialog: self._do(dialog.dismiss()))
        return page

    async def close_page(self, page: Page) -> None:
        """Close it without asking it, and whatever it has opened."""
        self._own.discard(page)
        for stray in [page, *(other for other in self._context.pages if not self._expected and other not in self._own)]:
            await _closed(stray.close)

    def _count(self, *_: object) -> None:
        self.requests += 1

    def _visit(self, page: Page) -> None:
        if not self._expected and page not in self._own:
            self._do(page.close())

    def _do(self, action: Awaitable[object]) -> None:
        async def quietly() -> None:
            with contextlib.suppress(Exception):  # what is already gone needs no more closing
                await action

        task = asyncio.get_running_loop().create_task(quietly())
        self._strays.add(task)
        task.add_done_callback(self._strays.discard)


async def _closed(close: Callable[[], Awaitable[object]]) -> None:
    """Close, but not wait for ever for something that hangs; the process ends with its driver anyway."""
    with contextlib.suppress(Exception):
        async with asyncio.timeout(4):
            await close()
