"""Words that nobody can see are not read as what a site says, also where no browser lays the page out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from brand_memory.reading import SiteReading

Read = Callable[..., SiteReading]
PAGE = "<!doctype html><title>Haven</title><main><h1>Boats for hire</h1><p>Rowing boats by the hour.</p>{}</main>"


def said(reading: SiteReading) -> str:
    texts = [text.text for one in reading.pages for text in one.texts]
    return " ".join([*texts, *(element.text for one in reading.pages for element in one.elements)])


@pytest.mark.parametrize(
    "style",
    [
        "max-height:0;overflow:hidden",
        "height:0;overflow:clip",
        "width:0;overflow-x:hidden",
        "transform:scale(0)",
        "transform:translate(4px) scale3d(0, 0, 1)",
        "content-visibility:hidden",
        "color:#fff;background:#fff",
    ],
)
def test_what_is_cut_down_to_nothing_is_not_read(read_html: Read, style: str) -> None:
    reading = read_html(PAGE.format(f'<p style="{style}">Planted words are here.</p>'), browser=False, pages=1)
    assert "Rowing boats" in said(reading) and "Planted" not in said(reading)


@pytest.mark.parametrize(
    "style", ["max-height:40px;overflow:hidden", "transform:scale(0.5)", "height:0", "color:#000;background:#fff"]
)
def test_what_can_be_seen_is_read(read_html: Read, style: str) -> None:
    reading = read_html(PAGE.format(f'<p style="{style}">Plain words are here.</p>'), browser=False, pages=1)
    assert "Plain words" in said(reading)
