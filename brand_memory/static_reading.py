"""A page read without a browser: its HTML and style sheets fetched, the styles worked out, the layout estimated.

Colours, typefaces, texts and links are as the page states them; boxes are estimates, and nothing that scripts draw is
there. Every reading says so, and its view is labelled `static`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from brand_memory.errors import BrandError, SiteUnreachable
from brand_memory.fetching import Fetcher
from brand_memory.page_decoding import decode_page
from brand_memory.reading import PageKind, PageReading, View
from brand_memory.static_facts import links_of, meta_of, microdata_of, pictures_of, stated_films
from brand_memory.static_layout import StaticPage
from brand_memory.static_logos import logos_of
from brand_memory.style_sheets import StyleSheets, holds

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_SHEETS = 12
_HEAD = frozenset("title meta link style script base noscript template".split())
NOTE = "This page was read without a browser: sizes and positions are estimated, and nothing its scripts draw is there."


def read_statically(fetcher: Fetcher, address: str, kind: PageKind, view: View) -> PageReading:
    """What the page at `address` states, seen with the width and scheme of `view`.

    Raises SiteRefused and SiteUnreachable as fetching does, and SiteUnreachable where there is no HTML in it.
    """
    from lxml import etree, html

    found = fetcher.fetch(address, "page")
    parser = html.HTMLParser(encoding=_encoding(found.content), huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(found.content, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise SiteUnreachable(f"{address[:200]} holds no page that can be read.") from error
    _mend(root)
    notes = [NOTE]
    base = urljoin(found.address, next((e.get("href", "") for e in root.iter("base")), ""))

    def fetch(where: str) -> str:
        try:
            return fetcher.fetch(where, "style").content.decode("utf-8", "replace")
        except BrandError as error:
            notes.append(str(error))
            return ""

    sheets = StyleSheets(replace(view, reader="static"), fetch, found.address)
    count = 0
    for element in root.iter("style", "link"):
        if not holds(element.get("media") or "all", view):
            continue
        if element.tag == "style":
            sheets.add(element.text or "", base)
        elif "stylesheet" in (element.get("rel") or "").lower() and element.get("href") and count < _MOST_SHEETS:
            count += 1
            where = urljoin(base, element.get("href"))
            sheets.add(fetch(where), where)
    page = StaticPage(root, sheets, base)
    page.lay_out()
    raw: dict[str, Any] = {
        "address": found.address,
        "title": root.findtext(".//title") or "",
        "language": root.get("lang") or "",
        "elements": page.elements,
        "texts": page.texts,
        "hidden": page.hidden,
        "logos": logos_of(page),
        "pictures": pictures_of(page),
        "films": stated_films(root, base),
        "links": links_of(page),
        "fonts": [
            {"family": f.family, "weight": f.weight, "style": f.style, "sources": list(f.sources)} for f in sheets.faces
        ],
        "variables": page.variables,
        "meta": meta_of(root, base),
        "microdata": microdata_of(root, base),
        "linked": [s.text or "" for s in root.iter("script") if s.get("type") == "application/ld+json"],
        "nodes": page.nodes,
        "capped": page.capped,
    }
    reading = decode_page(raw, kind, sheets.view)
    return replace(reading, overlays=tuple(page.overlays), notes=(*notes[:12], *reading.notes))


def _mend(root: HtmlElement) -> None:
    """Put into the body what a parser that knows no newer elements has left in the head where no body is marked."""
    head, body = root.find("head"), root.find("body")
    if head is None:
        return
    stray = [child for child in head if isinstance(child.tag, str) and child.tag not in _HEAD]
    if stray and body is None:
        body = root.makeelement("body")
        root.append(body)
    for at, child in enumerate(stray):
        body.insert(at, child)


def _encoding(content: bytes) -> str | None:
    """UTF-8 where the bytes are; else what the page itself says."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"
