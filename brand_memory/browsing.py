"""One page read in the browser: opened, left to settle, freed of what lies over it, measured, and photographed."""

from __future__ import annotations

import asyncio
import base64
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from brand_memory.browser import DESKTOP, Browser
from brand_memory.certificates import distrust_of
from brand_memory.cleaning import clean
from brand_memory.egress import Egress
from brand_memory.errors import BrandError, SiteRefused, SiteUnreachable
from brand_memory.overlays import put_away
from brand_memory.page_decoding import decode_page
from brand_memory.probing import PAGE, SCROLLING, SETTLING, PageGone, Probe, ProbeFailed
from brand_memory.reading import PageKind, PageReading, View
from brand_memory.site_addresses import is_web

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page, Response

_LIMITS = {
    "nodes": 20_000, "looked": 2500, "elements": 900, "texts": 400, "logos": 50, "pictures": 80, "links": 400,
    "fonts": 100, "variables": 300, "markup": 60_000, "height": 12_000,
}  # fmt: skip
_REDIRECTS = 5
_SCREENS = 10
_PIXELS = 12_000_000
_QUIET_LOOKS = 2
_LOOK_SECONDS = 0.12
_SETTLE_SECONDS = 4.5
_RESETTLE_SECONDS = 2.0
_FEW_LETTERS, _EMPTY_SECONDS = 30, 2.0
_PROBE_SECONDS = 12.0


@dataclass
class OpenPage:
    """A page in the browser between opening and closing it; `ends` is the moment by which it must be read."""

    browser: Browser
    egress: Egress
    page: Page
    session: CDPSession
    probe: Probe
    ends: float
    fonts: dict[tuple[str, str], dict[str, Any]]
    waiting: set[object]
    asked: str = ""
    view: View = DESKTOP
    refused_before: int = 0
    status: int = 0

    async def read(self, kind: PageKind, view: View = DESKTOP, *, again: bool = False) -> PageReading:
        """What is seen with `view`; `again` loads it anew, for pages that choose their scheme while loading.

        Raises SiteUnreachable where the page does not let itself be looked at in time.
        """
        try:
            await self._dress(view)
            if again:
                await self._go(lambda wait: self.page.reload(wait_until="commit", timeout=wait))
            try:
                raw, seen = await self._look()
            except PageGone:
                # Some pages lead on by a script or a refresh a moment after they came.
                raw, seen = await self._look()
        except ProbeFailed as failure:
            raise SiteUnreachable(f"{clean(self.page.url, 200)} could not be read: {failure}.") from failure
        self._name_fonts(raw)
        reading = decode_page(raw if isinstance(raw, dict) else {}, kind, view)
        if not is_web(reading.address):
            raise SiteRefused(f"{clean(self.asked, 200)} leads to something that is no web page.")
        picture, notes = await self._photograph(raw.get("size"))
        if self.probe.stopped:
            notes += ("The scripts of this page never rested; they were stopped, and it was read as it stood.",)
        return replace(reading, screenshot=picture, overlays=seen, notes=(*reading.notes, *notes))

    async def _look(self) -> tuple[Any, tuple[str, ...]]:
        """What the probe says of the page once it has settled, and what had to be put away."""
        await self._settle()
        overlays = await put_away(self.page, self.probe, min(6.0, self._left()))
        await self._scroll()
        late = await put_away(self.page, self.probe, min(6.0, self._left()))
        raw = await self.probe.ask(PAGE, {"LIMITS": _LIMITS}, min(_PROBE_SECONDS, self._left()))
        return raw, tuple(dict.fromkeys((*overlays, *late)))

    def _left(self) -> float:
        left = self.ends - time.monotonic()
        if left <= 0.2:
            raise ProbeFailed("its time was over")
        return left

    async def _dress(self, view: View) -> None:
        """Show the page with `view`; a new page has that of a desk by itself."""
        if view == self.view:
            return
        for _ in range(2):
            try:
                async with asyncio.timeout(min(3.0, self._left())):
                    await self.page.set_viewport_size({"width": view.width, "height": view.height})
                    await self.page.emulate_media(color_scheme=view.scheme, reduced_motion="reduce")
            except TimeoutError:
                await self.probe.stop_scripts()
            except Exception as error:
                raise PageGone("it went away") from error
            else:
                self.view = view
                return
        raise ProbeFailed("it did not rest")

    async def _go(self, load: Any) -> Response | None:  # noqa: ANN401 - a call of either kind
        """Load, and answer once the document is there; a page that is slow is read as far as it came."""
        from playwright.async_api import Error

        wait = max(1.0, min(15.0, self._left() * 0.6))
        try:
            async with asyncio.timeout(wait + 2.0):
                response: Response | None = await load(wait * 1000)
        except Error as error:
            raise self._failure(str(error)) from error
        except TimeoutError as error:
            raise self._failure("Timeout") from error
        try:
            async with asyncio.timeout(max(0.5, min(6.0, self._left() * 0.4))):
                await self.page.wait_for_load_state("domcontentloaded")
        except (TimeoutError, Error):
            pass
        return response

    def _failure(self, text: str) -> Exception:
        """Why a page did not open, in words; what the way out refused is said with its reason."""
        asked = clean(self.asked, 200)
        if "Download is starting" in text:
            return SiteRefused(f"{asked} is a download, not a page.")
        if "ERR_TOO_MANY_REDIRECTS" in text:
            return SiteRefused(f"{asked} leads on without end.")
        if distrust := distrust_of(text):
            return SiteRefused(f"{asked} was not read: {distrust}.")
        refusals = self.egress.refusals[self.refused_before :]
        if refusals and "Timeout" not in text:
            return SiteRefused(f"{asked} was not read: {refusals[-1].reason}.")
        if "ERR_HTTP_RESPONSE_CODE_FAILURE" in text and self.status >= 400:
            return _declined(asked, self.status)
        if "Timeout" in text:
            return SiteUnreachable(f"{asked} did not answer in time.")
        reason = next((part for part in text.split() if part.startswith("net::")), "").removeprefix("net::")
        return SiteUnreachable(f"{asked} can not be reached ({reason or 'no answer'}).")

    def begins(self, request: object) -> None:
        """A request is under way."""
        self.waiting.add(request)

    def answered(self, response: Response) -> None:
        """An answer has begun; that of the page itself is remembered, since an empty error page is no answer later."""
        if response.request.is_navigation_request() and response.frame == self.page.main_frame:
            self.status = response.status

    def over(self, request: object) -> None:
        """A request has come to its end."""
        self.waiting.discard(request)

    async def go(self, address: str) -> str:
        """Open `address` and follow where it leads; the address at the end.

        Raises SiteRefused for what may not be read and SiteUnreachable for what does not answer or answers an error.
        """
        self.asked, self.refused_before = address, len(self.egress.refusals)
        try:
            response = await self._go(lambda wait: self.page.goto(address, wait_until="commit", timeout=wait))
        except ProbeFailed as failure:
            raise SiteUnreachable(f"{clean(address, 200)} was not read: {failure}.") from failure
        if response is None:
            raise SiteUnreachable(f"{clean(address, 200)} gave no page.")
        self._check_hops(address, response)
        if "x-refused" in response.headers and response.status == 403:
            raise SiteRefused(f"{clean(response.url, 200)} was not read: {clean(response.headers['x-refused'], 200)}.")
        if response.status >= 400:
            raise _declined(address, response.status)
        kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
        if kind not in ("text/html", "application/xhtml+xml", ""):
            raise SiteRefused(f"{clean(address, 200)} is no web page but {clean(kind, 60)}.")
        return response.url

    def _check_hops(self, address: str, response: Response) -> None:
        hops = [response.request]
        while len(hops) < 40 and (before := hops[-1].redirected_from) is not None:
            hops.append(before)
        if len(hops) - 1 > _REDIRECTS:
            raise SiteRefused(f"{clean(address, 200)} leads on more than {_REDIRECTS} times.")
        schemes = [urlsplit(hop.url).scheme for hop in reversed(hops)]
        if "https" in schemes and "http" in schemes[schemes.index("https") :]:
            raise SiteRefused(f"{clean(address, 200)} leads from https back to http.")

    async def _settle(self, looks: int = _QUIET_LOOKS, seconds: float = _SETTLE_SECONDS) -> None:
        """Wait until `looks` in a row find nothing new and hardly anything under way, or the time for it is over."""
        begun = time.monotonic()
        ends = begun + min(seconds, self._left() * 0.4)
        before: dict[str, Any] = {}
        quiet = 0
        while quiet < looks and time.monotonic() < ends:
            await asyncio.sleep(_LOOK_SECONDS)
            now = await self.probe.ask(SETTLING, {}, min(6.0, self._left()))
            if not isinstance(now, dict):
                raise ProbeFailed("it shows no document")
            same = all(
                abs(now[key] - before.get(key, -1)) <= 1 + now[key] * 0.01 for key in ("nodes", "text", "height")
            )
            empty = now["text"] < _FEW_LETTERS and time.monotonic() < begun + _EMPTY_SECONDS
            thin = empty or (now["text"] < 200 and (len(self.waiting) > 0 or now["busy"]))
            done = now["ready"] == "complete" or len(self.waiting) <= 1
            quiet = quiet + 1 if same and done and not thin and not now["waiting"] and not now["fonts"] else 0
            before = now

    async def _scroll(self) -> None:
        """Down the page, at most so many screens, so that what comes late comes; then back to the top."""
        height = 0
        for step in range(1, _SCREENS + 1):
            told = await self.probe.ask(SCROLLING, {"to": step}, min(4.0, self._left()))
            height = told.get("height", 0) if isinstance(told, dict) else 0
            if not isinstance(told, dict) or not told.get("more"):
                break
            await asyncio.sleep(0.04)
        await self.probe.ask(SCROLLING, {"to": -1}, min(4.0, self._left()))
        if height > (self.page.viewport_size or {"height": 900})["height"]:
            await self._settle(1, _RESETTLE_SECONDS)

    async def _photograph(self, size: object) -> tuple[bytes, tuple[str, ...]]:
        """The page from its top, cut where it has more pixels than are kept."""
        sizes = size if isinstance(size, dict) else {}
        width = min(int(sizes.get("width") or 1), 2000)
        whole = int(sizes.get("height") or 1)
        height = max(1, min(whole, _PIXELS // max(1, width), int(_LIMITS["height"])))
        try:
            async with asyncio.timeout(min(10.0, self._left())):
                answer = await self.session.send(
                    "Page.captureScreenshot",
                    {
                        "format": "png",
                        "optimizeForSpeed": True,
                        "captureBeyondViewport": True,
                        "clip": {"x": 0, "y": 0, "width": width, "height": height, "scale": 1},
                    },
                )
        except Exception:
            return b"", ("No picture of the page could be taken.",)
        notes = (f"The picture shows the first {height} of {whole} pixels of the page.",) if height < whole else ()
        return base64.b64decode(answer["data"]), notes

    def _name_fonts(self, raw: object) -> None:
        """Give the faces of the page the names that stand in the font files themselves."""
        if not isinstance(raw, dict) or not isinstance(raw.get("fonts"), list):
            return
        real = {family: font.get("platformFontFamily", "") for (family, _), font in self.fonts.items()}
        for face in raw["fonts"]:
            if isinstance(face, dict):
                face["real"] = real.get(str(face.get("family")), "")
                font = self.fonts.get((str(face.get("family")), str(face.get("weight"))))
                if font and not face.get("sources") and font.get("src"):
                    face["sources"] = [font["src"]]


async def open_page(browser: Browser, egress: Egress, seconds: float) -> OpenPage:
    """An empty page with everything about it watched: requests under way, fonts that arrive."""
    try:
        async with asyncio.timeout(min(10.0, seconds)):
            page = await browser.open_page()
            session = await browser.context.new_cdp_session(page)
            await session.send("DOM.enable")
            await session.send("CSS.enable")
    except Exception as error:
        raise SiteUnreachable("The browser gave up, so that a page could not be opened.") from error
    opened = OpenPage(browser, egress, page, session, Probe(session), time.monotonic() + seconds, {}, set())

    def arrived(event: dict[str, Any]) -> None:
        font = event.get("font")
        if isinstance(font, dict):
            opened.fonts[str(font.get("fontFamily")), str(font.get("fontWeight"))] = font

    page.on("request", opened.begins)
    page.on("response", opened.answered)
    page.on("requestfinished", opened.over)
    page.on("requestfailed", opened.over)
    session.on("CSS.fontsUpdated", arrived)
    return opened


def _declined(address: str, status: int) -> BrandError:
    """What an error status means for us: the site does not want to be read, or it can not be."""
    if status in (401, 403, 429, 451):
        return SiteRefused(f"{clean(address, 200)} does not let itself be read (it answers {status}).")
    return SiteUnreachable(f"{clean(address, 200)} answers with an error ({status}).")
