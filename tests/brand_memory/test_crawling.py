"""A site as a whole: which pages, in which order, within its time, and what is told of it."""

from __future__ import annotations


def test_a_page_is_read(read_html) -> None:
    said: list[str] = []
    site = read_html(
        "<title>Lumen</title><body><h1>Light for every room</h1><p>Lamps that last.</p>", progress=said.append
    )
    assert site.pages[0].title == "Lumen"
    assert [text.text for text in site.pages[0].texts] == ["Light for every room", "Lamps that last."]
    assert {(page.view.width, page.view.scheme) for page in site.pages} == {
        (1440, "light"),
        (390, "light"),
        (1440, "dark"),
    }
    assert said[0].startswith("home page read: ")
