"""From what the probe says about a page to a reading: every value checked, every text cleaned, every list bounded.

The page can not write the probe's answer, but it decides what the probe finds; nothing of it is taken on trust.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast, get_args
from urllib.parse import urljoin

from brand_memory.cleaning import clean, clean_tree
from brand_memory.reading import (
    Box,
    Element,
    ElementRole,
    FilmSample,
    FontFace,
    Link,
    LogoCandidate,
    PageKind,
    PageReading,
    PictureSample,
    Region,
    TextBlock,
    View,
)
from brand_memory.site_addresses import is_web, same_site
from brand_memory.structured_data import parse

Raw = dict[str, Any]
ItemT = TypeVar("ItemT")
_ROLES, _REGIONS = frozenset(get_args(ElementRole)), frozenset(get_args(Region))
_LOGO_KINDS = frozenset({"image", "svg", "background", "icon", "touch icon", "structured", "preview"})
_FARTHEST = 1e7
_EMBEDDED = 300_000
"""Characters of a picture that stands in the page as a data: address."""


def decode_page(raw: Raw, kind: PageKind, view: View) -> PageReading:
    """The reading of one page; what is malformed is left out. Structured data that can not be parsed is noted."""
    structured, notes = _structured(raw)
    if raw.get("capped") is True:
        notes.append(f"The page has more than {_whole(raw.get('nodes'))} elements; the rest of them was not read.")
    meta = {clean(key, 120): clean(value, 1000) for key, value in _pairs(raw.get("meta"))}
    address = _address(raw.get("address"))
    logos = _each(raw, "logos", 60, _logo) + _stated_logos(structured, meta, address)
    return PageReading(
        address=address,
        kind=kind,
        view=view,
        title=clean(raw.get("title"), 300),
        language=clean(raw.get("language"), 20),
        elements=_each(raw, "elements", 1200, _element),
        texts=tuple(text for text in _each(raw, "texts", 600, _text) if text.text),
        logos=logos,
        pictures=_each(raw, "pictures", 120, _picture),
        films=_each(raw, "films", 20, _film),
        links=_each(raw, "links", 500, _link),
        fonts=_each(raw, "fonts", 120, lambda item: _font(item, address)),
        variables={clean(key, 120): clean(value, 200) for key, value in _pairs(raw.get("variables"))},
        meta=meta,
        structured=tuple(structured),
        hidden_texts=_whole(raw.get("hidden")),
        notes=tuple(notes),
    )


def _each(raw: Raw, name: str, most: int, decode: Callable[[Raw], ItemT]) -> tuple[ItemT, ...]:
    items = raw.get(name)
    return tuple(decode(item) for item in (items if isinstance(items, list) else [])[:most] if isinstance(item, dict))


def _pairs(value: object) -> Sequence[tuple[str, object]]:
    return list(value.items())[:400] if isinstance(value, dict) else []


def _number(value: object, low: float = 0.0, high: float = _FARTHEST) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return low if low > 0 else 0.0
    return round(min(max(float(value), low), high), 2)


def _whole(value: object, high: int = 10_000_000) -> int:
    return int(_number(value, 0, high))


def _box(value: object) -> Box:
    raw = value if isinstance(value, dict) else {}
    x, y = _number(raw.get("x"), -_FARTHEST), _number(raw.get("y"), -_FARTHEST)
    return Box(x, y, _number(raw.get("width")), _number(raw.get("height")))


def _role(value: object) -> ElementRole:
    return cast(ElementRole, value) if value in _ROLES else "text"


def _region(value: object) -> Region:
    return cast(Region, value) if value in _REGIONS else "main"


def _address(value: object) -> str:
    """A web address, or a picture written into the page itself; anything else is left out."""
    if not isinstance(value, str):
        return ""
    if value.startswith("data:image/"):
        return value if len(value) <= _EMBEDDED else ""
    return value if is_web(value) and len(value) <= 2000 and value.isprintable() else ""


def _element(item: Raw) -> Element:
    return Element(
        role=_role(item.get("role")),
        tag=clean(item.get("tag"), 40),
        place=clean(item.get("place"), 160),
        text=clean(item.get("text"), 160),
        box=_box(item.get("box")),
        painted=_number(item.get("painted")),
        region=_region(item.get("region")),
        colour=clean(item.get("colour"), 80),
        background=clean(item.get("background"), 80),
        background_image=clean(item.get("backgroundImage"), 2000),
        border_colour=clean(item.get("borderColour"), 80),
        border_width=_number(item.get("borderWidth"), 0, 1000),
        fill=clean(item.get("fill"), 80),
        families=clean(item.get("families"), 400),
        weight=_whole(item.get("weight"), 1000) or 400,
        size=_number(item.get("size"), 0, 2000),
        radius=_number(item.get("radius"), 0, 9999),
        shadow=clean(item.get("shadow"), 400),
        padding=_number(item.get("padding"), 0, 5000),
        status=item.get("status") is True,
        own=item.get("own") is not False,
        ground=clean(item.get("ground"), 80),
        stroke=clean(item.get("stroke"), 80),
        opacity=_number(item.get("opacity", 1.0), 0, 1),
        clipped_to_text=item.get("clippedToText") is True,
    )


def _text(item: Raw) -> TextBlock:
    return TextBlock(
        text=clean(item.get("text"), 800),
        tag=clean(item.get("tag"), 40),
        role=_role(item.get("role")),
        region=_region(item.get("region")),
        place=clean(item.get("place"), 160),
        box=_box(item["box"]) if isinstance(item.get("box"), dict) else None,
        size=_number(item.get("size"), 0, 2000),
        own=item.get("own") is not False,
        status=item.get("status") is True,
    )


def _logo(item: Raw) -> LogoCandidate:
    markup = item.get("markup")
    kind = item.get("kind")
    hints = item.get("hints")
    return LogoCandidate(
        source=_address(item.get("source")),
        markup=markup if isinstance(markup, str) and len(markup) <= 100_000 else "",
        place=clean(item.get("place"), 160),
        alternative=clean(item.get("alternative"), 160),
        box=_box(item["box"]) if isinstance(item.get("box"), dict) else None,
        region=_region(item.get("region")),
        links_home=item.get("linksHome") is True,
        hints=tuple(clean(hint, 80) for hint in (hints if isinstance(hints, list) else [])[:8]),
        kind=kind if kind in _LOGO_KINDS else "image",
        ground=clean(item.get("ground"), 80),
        own=item.get("own") is not False,
    )


def _picture(item: Raw) -> PictureSample:
    return PictureSample(
        source=_address(item.get("source")),
        alternative=clean(item.get("alternative"), 300),
        caption=clean(item.get("caption"), 300),
        nearby=clean(item.get("nearby"), 340),
        box=_box(item.get("box")),
        width=_whole(item.get("width"), 100_000),
        height=_whole(item.get("height"), 100_000),
        hero=item.get("hero") is True,
        own=item.get("own") is not False,
    )


def _film(item: Raw) -> FilmSample:
    kind = item.get("kind")
    return FilmSample(
        source=_address(item.get("source")),
        poster=_address(item.get("poster")),
        kind=kind if kind in ("video", "preview", "stream") else "video",
        player=_whole(item.get("player"), 1000),
        background=item.get("background") is True,
    )


def _link(item: Raw) -> Link:
    address = item.get("address")
    plain = clean(address, 2000) if isinstance(address, str) else ""
    return Link(plain, clean(item.get("words"), 80), _region(item.get("region")))


def _font(item: Raw, page: str) -> FontFace:
    listed = item.get("sources")
    sources = tuple(filter(None, (_address(source) for source in (listed if isinstance(listed, list) else [])[:8])))
    return FontFace(
        family=clean(item.get("family"), 120),
        weight=clean(item.get("weight"), 30),
        style=clean(item.get("style"), 30),
        sources=sources,
        same_site=any(same_site(source, page) for source in sources),
        loaded=item.get("loaded") is True,
        real_family=clean(item.get("real"), 120),
    )


def _structured(raw: Raw) -> tuple[list[Raw], list[str]]:
    """The items that JSON-LD and microdata state, graphs taken apart."""
    found: list[Raw] = []
    notes: list[str] = []
    scripts = raw.get("linked")
    for script in (scripts if isinstance(scripts, list) else [])[:20]:
        items = parse(script) if isinstance(script, str) else ()
        if not items and str(script).strip():
            notes.append("A block of structured data could not be parsed and was left out.")
        for item in items[:60]:
            graph = item.get("@graph")
            found += [part for part in (graph if isinstance(graph, list) else [item])[:100] if isinstance(part, dict)]
    stated = raw.get("microdata")
    found += [item for item in (stated if isinstance(stated, list) else [])[:60] if isinstance(item, dict)]
    return [clean_tree(item) for item in found[:200]], notes


def _stated_logos(structured: Sequence[Raw], meta: dict[str, str], page: str) -> tuple[LogoCandidate, ...]:
    """Logos that the page only names: in its structured data, and as its preview picture."""
    stated: list[tuple[str, str, str]] = []
    for item in structured:
        for holder in (item, item.get("publisher"), item.get("brand")):
            logo = holder.get("logo") if isinstance(holder, dict) else None
            if isinstance(logo, list) and logo:
                logo = logo[0]
            named = (logo.get("url") or logo.get("contentUrl")) if isinstance(logo, dict) else logo
            if isinstance(named, str):
                stated.append((named, f"JSON-LD {clean(str(item.get('@type')), 40)}.logo", "structured"))
    stated += [(meta[key], f"meta {key}", kind) for key, kind in _META_LOGOS if meta.get(key)]
    return tuple(
        LogoCandidate(address, "", place, "", None, "main", False, (), cast(Any, kind), "")
        for source, place, kind in stated
        if (address := _address(urljoin(page, source)))
    )


_META_LOGOS = (("og:logo", "structured"), ("og:image", "preview"), ("twitter:image", "preview"))
