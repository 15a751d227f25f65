"""A small site on this machine, and what is read of it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from benchmarks.small_site import Answer, Site, on_this_machine, serving
from brand_memory.browser import find_browser
from brand_memory.crawling import read_site
from brand_memory.reading import SiteReading


@pytest.fixture
def serve_site() -> Iterator[Callable[[Mapping[str, Answer] | str], Site]]:
    """Serve pages by path (or one page as `/`) on this machine until the test ends."""
    with contextlib.ExitStack() as stack:
        yield lambda pages: stack.enter_context(serving(pages))


def _read(site: Site, browser: bool, options: dict[str, Any]) -> SiteReading:
    if browser and not find_browser():
        pytest.skip("this machine has no Chromium")
    options.setdefault("bounds", site.bounds)
    options.setdefault("resolver", on_this_machine)
    return read_site(site.address, browser=browser, **options)


@pytest.fixture
def read_html(serve_site: Callable[[Mapping[str, Answer] | str], Site]) -> Callable[..., SiteReading]:
    """What is read of the given HTML, or of pages by path, as a site of its own; `browser=False` reads it statically.

    Skips where a browser is needed and the machine has none.
    """

    def read(answers: Mapping[str, Answer] | str, *, browser: bool = True, **options: Any) -> SiteReading:
        return _read(serve_site(answers), browser, options)

    return read


@pytest.fixture(scope="module")
def read_once() -> Callable[..., SiteReading]:
    """The same for readings that several tests look at: the site is gone once it is read."""

    def read(answers: Mapping[str, Answer] | str, *, browser: bool = True, **options: Any) -> SiteReading:
        with serving(answers) as site:
            return _read(site, browser, options)

    return read
