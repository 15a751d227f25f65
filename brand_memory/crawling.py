"""A site read as a person would skim it: the home page first, then the pages that tell most, within a fixed time."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from brand_memory.addresses import Resolver, resolve
from brand_memory.browser import DARK, DESKTOP, OWN_HOSTS, PHONE, Browser, find_browser
from brand_memory.browsing import open_page
from brand_memory.egress import Bounds, Egress
from brand_memory.errors import BrandError, NoBrowser, SiteRefused, SiteUnreachable
from brand_memory.fetching import Fetcher
from brand_memory.gathering import gather_assets
from brand_memory.ranking import rank_pages
from brand_memory.reading import Asset, PageKind, PageReading, SiteReading
from brand_memory.robots import Permission, read_permission
from brand_memory.site_addresses import page_key, same_site, whole_address
from brand_memory.web_manifests import with_manifest

Progress = Callable[[str], None]
_AT_ONCE = 2
_PAGE_SECONDS = 14.0
_HOME_SECONDS = 30.0
_ASSETS_SHARE = 0.2
_FILMS_SHARE = 0.3
"""What part of the time is left for the files that pages show, and for the films of a site that has some at home."""


def read_site(
    address: str,
    *,
    budget_seconds: float = 60.0,
    pages: int = 12,
    progress: Progress = lambda line: None,
    browser: bool | None = None,
    bounds: Bounds | None = None,
    resolver: Resolver = resolve,
) -> SiteReading:
    """What was read of the site at `address`: at most `pages` pages and the files that they show, in `budget_seconds`.

    `browser` None reads with a browser where there is one, True insists on it, False does without. `progress` gets a
    line for each thing found, in the caller's own thread. What the time did not suffice for is told in the notes.

    Raises SiteRefused where the site may not be read, SiteUnreachable where nothing came, NoBrowser where one is
    insisted on and there is none.
    """
    start = whole_address(address)
    limits = bounds or Bounds(seconds=budget_seconds + 30)
    limits = replace(limits, closed=limits.closed | OWN_HOSTS)
    if browser is not False and not find_browser():
        if browser:
            raise NoBrowser("No browser was found to read the page with; install Chromium (apt-get install chromium).")
        browser = False
    with Egress(limits, resolver) as egress:
        crawl = _Crawl(start, egress, time.monotonic() + budget_seconds, max(1, pages), progress)
        return crawl.run(browser)


@dataclass
class _Crawl:
    """One site being read."""

    start: str
    egress: Egress
    ends: float
    pages: int
    progress: Progress
    readings: list[PageReading] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    asked: int = 0

    def __post_init__(self) -> None:
        self.begun = time.monotonic()
        self.fetcher = Fetcher(self.egress, self.ends)

    def run(self, browser: bool | None) -> SiteReading:
        """Read the pages, then the files they show."""
        permission = self._permission()
        if browser is False:
            self.notes.append(
                "Read without a browser: the styles were worked out from the page's own CSS, scripts did not run."
            )
            self._read_statically(permission)
        else:
            try:
                _in_thread(lambda say: self._read_in_browser(permission, say), self.progress)
            except NoBrowser as missing:
                if browser:
                    raise
                self.notes.append(f"{missing} The site was read without a browser instead.")
                self._read_statically(permission)
        self.readings[0] = with_manifest(self.readings[0], self.fetcher, permission)
        assets = self._gather(permission)
        self.refusals += [f"{refusal.target[:120]}: {refusal.reason}" for refusal in self.egress.refusals]
        return SiteReading(
            address=self.readings[0].address,
            pages=tuple(self.readings),
            assets=assets,
            refusals=tuple(dict.fromkeys(self.refusals))[:200],
            notes=tuple(dict.fromkeys(self.notes)),
            seconds=round(time.monotonic() - self.begun, 2),
            requests=self.asked + self.fetcher.requests,
            received=self.egress.passed_bytes,
        )

    def _permission(self) -> Permission:
        permission = self._asked_for_permission()
        if not permission.allows(self.start):
            reason = permission.reason or "its robots.txt forbids it"
            raise SiteRefused(f"{self.start} is not read: {reason}; learn from files of the brand instead.")
        return permission

    def _asked_for_permission(self) -> Permission:
        """The site's rules, asked for without encryption where it knows none (a person seldom types the scheme)."""
        try:
            return read_permission(self.fetcher, self.start)
        except SiteUnreachable:
            plain = self.start.replace("https:", "http:", 1)
            if plain == self.start:
                raise
            try:
                permission = read_permission(self.fetcher, plain)
            except BrandError:
                permission = None
            if permission is None:
                raise
            self.notes.append(f"{self.start[:200]} does not answer over https; it was read without encryption.")
            self.start = plain
            return permission

    def _left(self) -> float:
        return self.ends - time.monotonic()

    def _pages_end(self) -> float:
        """Until when pages are read; what is left after it is for the files they show."""
        return self.ends - _ASSETS_SHARE * (self.ends - self.begun)

    def _leave_room(self) -> None:
        """End sooner where the home page shows films: they are fetched after all else, in the time that is left."""
        if self.readings[0].films:
            self.ends -= _FILMS_SHARE * (self.ends - self.begun)
            self.fetcher.ends = self.ends

    def _found(self, reading: PageReading) -> str:
        own = [logo for logo in reading.logos if logo.kind in ("image", "svg", "background")]
        name = "home page" if reading.kind == "home" else f"{reading.kind} page"
        how = {(390, "light"): " on a phone", (1440, "dark"): " in dark"}.get(
            (reading.view.width, reading.view.scheme), ""
        )
        line = f"{name} read{how}: {len(reading.elements)} elements, {len(own)} logo candidates"
        line += f", {len(reading.pictures)} pictures"
        line += f", {len(reading.films)} films" if reading.films else ""
        return line + (
            f"; put away: {', '.join(sorted({said.partition(':')[0] for said in reading.overlays}))}"
            if reading.overlays
            else ""
        )

    def _next(self, permission: Permission) -> list[tuple[str, PageKind]]:
        ranked = rank_pages(self.readings[0], self.start, self.pages * 2)
        allowed = [entry for entry in ranked if permission.allows(entry[0])]
        for where, _ in ranked:
            if not permission.allows(where):
                self.refusals.append(f"{where}: its robots.txt forbids it")
        return allowed[: self.pages - 1]

    async def _read_in_browser(self, permission: Permission, say: Progress) -> None:
        async with Browser(self.egress.address) as browser:
            try:
                await self._read_home(browser, permission, say)
                turns = asyncio.Semaphore(1 if permission.delay else _AT_ONCE)
                done = {page_key(self.start), page_key(self.readings[0].address)}

                async def one(where: str, kind: PageKind) -> None:
                    async with turns:
                        await self._read_page(browser, where, kind, done, say)
                        await asyncio.sleep(permission.delay)

                await asyncio.gather(*(one(where, kind) for where, kind in self._next(permission)))
            finally:
                self.asked += browser.requests
                self.notes += browser.notes
        order = {page_key(where): at for at, (where, _) in enumerate(self._next(permission))}
        self.readings.sort(key=lambda reading: (reading.kind != "home", order.get(page_key(reading.address), 99)))

    async def _read_home(self, browser: Browser, permission: Permission, say: Progress) -> None:
        seconds = max(2.0, min(_HOME_SECONDS, self._left() * 0.6))
        opened = await open_page(browser, self.egress, seconds)
        try:
            try:
                where = await opened.go(self.start)
            except SiteUnreachable:
                if not self.start.startswith("https:") or self._left() < 8:
                    raise
                where = await opened.go(self.start.replace("https:", "http:", 1))
            if not same_site(where, self.start):
                self.notes.append(f"{self.start} leads on to {where[:200]}, which was read.")
                moved = await asyncio.to_thread(read_permission, self.fetcher, where)
                if not moved.allows(where):
                    raise SiteRefused(f"{where[:200]} is not read: {moved.reason or 'its robots.txt forbids it'}.")
                self.start = where
            self.readings.append(await opened.read("home"))
            say(self._found(self.readings[0]))
            self._leave_room()
            for view in (PHONE, DARK):
                if self._left() < 6:
                    self.notes.append("The time did not suffice for the phone view and the dark scheme.")
                    break
                try:
                    reading = await opened.read("home", view, again=view is DARK)
                except BrandError as error:
                    self.notes.append(str(error))
                    break
                if same_site(reading.address, self.start):
                    self.readings.append(reading)
                    say(self._found(reading))
        finally:
            await browser.close_page(opened.page)

    async def _read_page(self, browser: Browser, where: str, kind: PageKind, done: set[str], say: Progress) -> None:
        seconds = min(_PAGE_SECONDS, self._pages_end() - time.monotonic())
        if page_key(where) in done:
            return
        if seconds < 2:
            self.notes.append("The time was over before all pages were read.")
            return
        done.add(page_key(where))
        opened = await open_page(browser, self.egress, seconds)
        try:
            at = await opened.go(where)
            if not same_site(at, self.start):
                self.refusals.append(f"{where}: it leads to another site")
                return
            if at != where and page_key(at) != page_key(where):
                if page_key(at) in done:
                    return
                done.add(page_key(at))
            reading = await opened.read(kind)
            if not same_site(reading.address, self.start):
                self.refusals.append(f"{where}: it leads to another site")
                return
            self.readings.append(reading)
            say(self._found(reading))
        except BrandError as error:
            self.refusals.append(str(error))
        finally:
            await browser.close_page(opened.page)

    def _read_statically(self, permission: Permission) -> None:
        from brand_memory.static_reading import read_statically

        self.readings[:] = []
        home = read_statically(self.fetcher, self.start, "home", DESKTOP)
        self.readings.append(home)
        self.progress(self._found(home))
        self._leave_room()
        with contextlib.suppress(BrandError):
            self.readings.append(read_statically(self.fetcher, home.address, "home", DARK))
        for where, kind in self._next(permission):
            if time.monotonic() > self._pages_end():
                self.notes.append("The time was over before all pages were read.")
                break
            try:
                self.readings.append(read_statically(self.fetcher, where, kind, DESKTOP))
                self.progress(self._found(self.readings[-1]))
            except BrandError as error:
                self.refusals.append(str(error))
            time.sleep(permission.delay)

    def _gather(self, permission: Permission) -> dict[str, Asset]:
        assets, refused, late = gather_assets(self.fetcher, self.readings, permission, self.ends)
        self.refusals += refused
        if late:
            self.notes.append(f"The time was over before {late} more files were fetched.")
        self.progress(f"{len(assets)} files fetched: logos, icons, pictures and fonts")
        return assets


def _in_thread(work: Callable[[Progress], object], progress: Progress) -> None:
    """Run asynchronous work in a thread and loop of its own, and pass its lines on in this one.

    What it raises is raised here; if this thread is interrupted, the work is told to stop, and does.
    """
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    failure: list[BaseException] = []
    task: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[object]]] = []

    async def main() -> None:
        current = asyncio.current_task()
        assert current is not None
        task.append((asyncio.get_running_loop(), current))
        await work(lines.put)  # type: ignore[misc]

    def run() -> None:
        try:
            asyncio.run(main())
        except BaseException as error:  # it is raised again where it is waited for
            failure.append(error)
        lines.put(None)

    thread = threading.Thread(target=run, name="reading", daemon=True)
    thread.start()
    try:
        while (line := lines.get()) is not None:
            progress(line)
    except BaseException:
        if task:
            with contextlib.suppress(RuntimeError):
                task[0][0].call_soon_threadsafe(task[0][1].cancel)
        thread.join(15)
        raise
    thread.join()
    if failure:
        raise failure[0]
