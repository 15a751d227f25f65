"""The scripts that look at a page, run where the page's own scripts can not reach them.

They run in an isolated world: the page's changes to built-in functions do not touch them, and each has a time limit.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from brand_memory.cleaning import clean
from brand_memory.errors import BrandError

if TYPE_CHECKING:
    from playwright.async_api import CDPSession

PAGE = ("seeing", "wording", "parts", "elements", "texts", "logos", "facts", "page")
OVERLAYS = ("overlays",)
SETTLING = ("settling",)
SCROLLING = ("scrolling",)


class ProbeFailed(BrandError):
    """The page did not let itself be looked at: it never rested, went away, or is built so that a script fails."""


class PageGone(ProbeFailed):
    """The page made way for another, or was closed, while it was looked at."""


@functools.cache
def script(names: tuple[str, ...]) -> str:
    """The named scripts as the body of one function."""
    folder = files("brand_memory") / "probes"
    return "\n".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in names)


def calling(names: tuple[str, ...], values: Mapping[str, object]) -> str:
    """An expression that runs the named scripts with `values` as constants."""
    constants = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
    return f'(() => {{ "use strict";\n{constants}{script(names)}\n}})()'


class Probe:
    """What asks a page. A page whose scripts never rest has them stopped once, and is then read as it stands."""

    def __init__(self, session: CDPSession) -> None:
        self.session = session
        self.stopped = False

    async def ask(self, names: tuple[str, ...], values: Mapping[str, object], seconds: float) -> Any:  # noqa: ANN401 - JSON
        """What the named scripts answer. Raises ProbeFailed with the reason, also after `seconds`."""
        if self.stopped:
            return await self._evaluate(names, values, seconds)
        try:
            return await self._evaluate(names, values, seconds / 2)
        except ProbeFailed as failure:
            if not isinstance(failure.__cause__, TimeoutError):
                raise
            await self.stop_scripts()
            return await self._evaluate(names, values, seconds / 2)

    async def stop_scripts(self) -> None:
        """End whatever the page's scripts do, and let them begin nothing more."""
        self.stopped = True
        with contextlib.suppress(Exception):
            async with asyncio.timeout(1.0):
                await self.session.send("Emulation.setScriptExecutionDisabled", {"value": True})
        with contextlib.suppress(Exception):
            async with asyncio.timeout(1.0):
                await self.session.send("Runtime.terminateExecution")

    async def _evaluate(self, names: tuple[str, ...], values: Mapping[str, object], seconds: float) -> Any:  # noqa: ANN401 - JSON
        try:
            async with asyncio.timeout(seconds):
                tree = await self.session.send("Page.getFrameTree")
                world = await self.session.send(
                    "Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"], "worldName": "reading"}
                )
                answer = await self.session.send(
                    "Runtime.evaluate",
                    {
                        "expression": calling(names, values),
                        "contextId": world["executionContextId"],
                        "returnByValue": True,
                        "timeout": seconds * 1000,
                    },
                )
        except TimeoutError as error:
            raise ProbeFailed(f"it did not rest within {seconds:.0f} s") from error
        except Exception as error:
            raise PageGone("it went away while it was looked at") from error
        if failure := answer.get("exceptionDetails"):
            told = failure.get("exception", {}).get("description") or failure.get("text") or "no reason"
            raise ProbeFailed(f"it is built so that it can not be looked at ({clean(told.splitlines()[0], 80)})")
        return answer.get("result", {}).get("value")
