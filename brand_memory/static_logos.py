"""What may be the logo of a page read without a browser: pictures, drawings, sprites, backgrounds, masks and icons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from brand_memory.site_addresses import same_site
from brand_memory.static_drawings import markup_of, used_part
from brand_memory.static_facts import source_of

if TYPE_CHECKING:
    from brand_memory.static_layout import StaticPage

Raw = dict[str, Any]
_LOGO = re.compile(r"logo|brand|wordmark|lockup|site-?(?:title|name|mark)", re.IGNORECASE)
_HOME = re.compile(r"^/(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:index\.\w+)?$", re.IGNORECASE)
_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
_ICON = re.compile(r"(?:^|\s)(?:icon|mask-icon|apple-touch-icon(?:-precomposed)?)(?:\s|$)")
_MOST = 50
_WIDEST, _TALLEST = 420.0, 200.0


def logos_of(page: StaticPage) -> list[Raw]:
    """Everything that may be the logo, with what speaks for it, in the words of the browser's probe."""
    found: list[Raw] = []
    for element in page.boxes:
        if len(found) >= _MOST:
            break
        if element.tag in ("img", "svg"):
            if not any(up.tag == "svg" for up in element.iterancestors()):
                _add(found, page, element, **_pictured(page, element))
                _add_schemes(found, page, element)
        elif drawn := _drawn_by_style(page, element):
            _add(found, page, element, **drawn)
    return [*found[:_MOST], *_icons(page)]


def leads_home(element: HtmlElement, base: str) -> bool:
    """Whether `element` stands in a link to the home page of its site."""
    link = _link_around(element)
    if link is None:
        return False
    where = urljoin(base, link.get("href"))
    return same_site(where, base) and bool(_HOME.match(urlsplit(where).path or "/"))


def _link_around(element: HtmlElement) -> HtmlElement | None:
    return next((up for up in (element, *element.iterancestors()) if up.tag == "a" and up.get("href")), None)


def _pictured(page: StaticPage, element: HtmlElement) -> Raw:
    """What a picture or a drawing shows: its address, or its markup with the symbol it uses put in."""
    if element.tag == "img":
        return {"kind": "image", "source": source_of(element, page.base)}
    part = used_part(element)
    if part and not part.startswith("#"):
        ink = page.styles[element].fill or page.styles[element].colour
        return {"kind": "svg", "source": urljoin(page.base, part), "extra": [f"ink {ink}"]}
    return {"kind": "svg", "markup": markup_of(element, page)}


def _drawn_by_style(page: StaticPage, element: HtmlElement) -> Raw:
    """What the style sheet shows as an element's background or through its mask; empty where it is no small picture."""
    style, box = page.styles[element], page.boxes[element]
    wide, high = style.width or box["width"], style.height or box["height"]
    if wide > _WIDEST or high > _TALLEST or element.tag == "body":
        return {}
    if (mask := _URL.search(style.mask)) is not None:
        return {
            "kind": "background",
            "source": urljoin(page.base, mask[1]),
            "extra": ["mask", f"ink {style.background}"],
            "named": _words(element),
        }
    image = _URL.search(style.image)
    if image is None or "gradient(" in style.image.split("url(")[0]:
        return {}
    near_top = page.regions.get(element, "main") != "main" or leads_home(element, page.base)
    if not near_top and not _LOGO.search(f"{_names(element)} {image[1]}"):
        return {}
    return {"kind": "background", "source": urljoin(page.base, image[1]), "named": _words(element)}


def _add(
    found: list[Raw],
    page: StaticPage,
    element: HtmlElement,
    *,
    kind: str,
    source: str = "",
    markup: str = "",
    named: str = "",
    extra: list[str] | None = None,
) -> None:
    """Keep a candidate where anything speaks for it: its place, where it leads, or what it is called."""
    from brand_memory.static_layout import place_of

    if not source and not markup:
        return
    link = _link_around(element)
    title = element.findtext("title") if element.tag == "svg" else ""
    said = element.get("alt") or element.get("aria-label") or title or element.get("title") or ""
    said = said or (link.get("aria-label") or "" if link is not None else "") or named[:60]
    holders = [at for at in (element, element.getparent(), link) if at is not None]
    names = " ".join(f"{_names(at)} {at.get('aria-label') or ''}" for at in holders)
    region, home = page.regions.get(element, "main"), leads_home(element, page.base)
    told = (("alt", said), ("class", names), ("src", "/".join(source.split("?")[0].split("/")[-2:])))
    hints = [hint for hint, text in told if not text.startswith("data:") and _LOGO.search(text)]
    if region == "main" and not home and not hints:
        return
    if region == "header" and not any(other["region"] == "header" for other in found):
        hints.append("first in header")
    found.append({
        "source": source, "markup": markup, "place": place_of(element), "alternative": said,
        "box": page.boxes[element], "region": region, "linksHome": home, "hints": [*hints, *(extra or [])],
        "kind": kind, "ground": page.grounds.get(element, ""), "own": page.is_own(element),
    })  # fmt: skip


def _add_schemes(found: list[Raw], page: StaticPage, element: HtmlElement) -> None:
    """The other pictures of a `<picture>` that chooses by colour scheme."""
    around = element.getparent()
    if element.tag != "img" or around is None or around.tag != "picture":
        return
    for other in around.iter("source"):
        media, listed = other.get("media") or "", (other.get("srcset") or "").split()
        if "color-scheme" in media and listed:
            hint = "for dark scheme" if "dark" in media else "for light scheme"
            address = urljoin(page.base, listed[0].rstrip(","))
            _add(found, page, element, kind="image", source=address, extra=[hint])


def _icons(page: StaticPage) -> list[Raw]:
    """The icons that the head names."""
    found = []
    for link in page.root.iter("link"):
        said = (link.get("rel") or "").lower()
        if link.get("href") and _ICON.search(said):
            hints = [hint for hint in (link.get("sizes"), link.get("type"), link.get("media")) if hint]
            found.append({
                "source": urljoin(page.base, link.get("href")), "kind": "touch icon" if "apple" in said else "icon",
                "region": "header", "place": f'link[rel="{said[:40]}"]', "hints": hints,
            })  # fmt: skip
    return found


def _names(element: HtmlElement) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
