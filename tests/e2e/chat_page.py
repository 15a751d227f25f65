"""The chat as a person has it: its server in a home of the test's own, and a browser before it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.commandline import command, environment

BRIEF = "An 8 second video about our new desk lamp Lumen for people who work from home."
SECONDS = int(os.environ.get("BROWSER_SECONDS", "240"))


@dataclass
class Chat:
    """A chat that is served at `port` from `home`."""

    home: Path
    port: int
    more: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def open(self) -> None:
        """Start the server, and wait until it answers."""
        wanted = {**environment(self.home), "AGENCY_RESOLUTION": "540p", **self.more}
        with (self.home / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command("chat", "--port", self.port), env=wanted, stdout=log, stderr=log, cwd=self.home
            )
        wait_until(lambda: self.answers() or self.process is None or self.process.poll() is not None)
        assert self.process.poll() is None, self.told()

    def answers(self, path: str = "/") -> bool:
        try:
            return bool(urllib.request.urlopen(self.address + path, timeout=20).status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def told(self) -> str:
        """What the server printed."""
        return (self.home / "server.log").read_text(encoding="utf-8")

    def kill(self) -> None:
        """End the server as a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def studios(self) -> list[int]:
        """The processes that make this home's drafts: the studio and its workers."""
        mark = f"AGENCY_HOME={self.home}".encode()
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if mark in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
        return [pid for pid in found if self.process is None or pid != self.process.pid]

    def close(self) -> None:
        """End the server and everything that works for this home."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
        for pid in self.studios():
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)


@contextlib.contextmanager
def serving_chat(home: Path, **more: str) -> Iterator[Chat]:
    """A chat in `home`, with more settings of the environment; everything it started ends with the block."""
    home.mkdir(parents=True, exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        chat = Chat(home, free.getsockname()[1], more)
    try:
        chat.open()
        yield chat
    finally:
        chat.close()


@contextlib.contextmanager
def browsing() -> Iterator[Browser]:
    """Chromium; the test is skipped where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("No Chromium on this machine.")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def new_page(browser: Browser, *, width: int = 1280, height: int = 900, scheme: str = "light") -> Page:
    """A page of its own, which nothing was kept for."""
    page = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    ).new_page()
    page.set_default_timeout(SECONDS * 1000)
    return page


def open_chat(page: Page, chat: Chat) -> None:
    """The start page, ready to be written in."""
    page.goto(chat.address)
    page.get_by_role("button", name="Product launch").wait_for()
    page.locator("#chat-settings-open-modal").wait_for()


def say(page: Page, text: str) -> None:
    """Write a message and send it."""
    page.locator("#chat-input").fill(text)
    page.locator("#chat-submit:not([disabled])").click()


def thread_of(page: Page) -> str:
    """The address of the conversation, once it has one."""
    page.wait_for_url("**/thread/*")
    return page.url


def wait_until(met: Callable[[], bool], seconds: float = SECONDS) -> None:
    """Wait until `met()` holds; fail where it does not in time."""
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "it did not come in time"
        time.sleep(0.05)


def shoot(page: Page, name: str) -> None:
    """Keep a picture of the whole thread in the folder BROWSER_SCREENSHOTS, where one is named."""
    if not (folder := os.environ.get("BROWSER_SCREENSHOTS")):
        return
    size = page.viewport_size
    assert size is not None
    height = page.evaluate("Math.max(...[...document.querySelectorAll('*')].map(one => one.scrollHeight))")
    page.set_viewport_size({"width": size["width"], "height": min(height + 160, 5000)})
    page.screenshot(path=str(Path(folder) / f"{name}.png"))
    page.set_viewport_size(size)
