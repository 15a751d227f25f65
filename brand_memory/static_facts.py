"""What a page states beside its looks, read from its HTML alone: logos, pictures, films, links, meta, microdata."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from brand_memory.site_addresses import same_site

if TYPE_CHECKING:
    from brand_memory.static_layout import StaticPage

Raw = dict[str, Any]
_LOGO = re.compile(r"logo|brand|wordmark|lockup|site-?(?:title|name|mark)", re.IGNORECASE)
_HOME = re.compile(r"^/(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:index\.\w+)?$", re.IGNORECASE)
_ACTIVE = ("script", "foreignobject", "foreignObject", "iframe", "style", "image", "animate", "set")
_LONGEST_MARKUP = 60_000


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _source(element: HtmlElement, base: str) -> str:
    """The address of an image, its lazy and its responsive spellings included."""
    for name in ("src", "data-src", "data-lazy-src", "data-original"):
        if (value := element.get(name)) and not (value.startswith("data:image/gif") and len(value) < 200):
            return urljoin(base, value) if not value.startswith("data:") else str(value)
    listed = element.get("srcset") or element.get("data-srcset") or ""
    return urljoin(base, listed.split(",")[-1].split()[0]) if listed.strip() else ""


def _leads_home(element: HtmlElement, base: str) -> bool:
    link = next((up for up in (element, *element.iterancestors()) if up.tag == "a" and up.get("href")), None)
    if link is None:
        return False
    where = urljoin(base, link.get("href"))
    return same_site(where, base) and bool(_HOME.match(urlsplit(where).path or "/"))


def logos_of(page: StaticPage) -> list[Raw]:
    """Everything that may be the logo, with what speaks for it."""
    from brand_memory.static_layout import place_of

    found: list[Raw] = []
    for element, box in page.boxes.items():
        if element.tag not in ("img", "svg") or any(up.tag == "svg" for up in element.iterancestors()):
            continue
        from_svg = element.tag == "svg"
        source = "" if from_svg else _source(element, page.base)
        title = element.findtext("title") if from_svg else ""
        link = next((up for up in element.iterancestors() if up.tag == "a"), None)
        named = element.get("alt") or element.get("aria-label") or title or ""
        named = named or (link.get("aria-label") or "" if link is not None else "")
        holders = [at for at in (element, element.getparent(), link) if at is not None]
        names = " ".join(f"{at.get('id') or ''} {at.get('class') or ''} {at.get('aria-label') or ''}" for at in holders)
        region, home = page.regions.get(element, "main"), _leads_home(element, page.base)
        hints = [
            hint for hint, text in (("alt", named), ("class", names), ("src", source.rpartition("/")[2]))
            if _LOGO.search(text)
        ]  # fmt: skip
        if region == "header" and not any(other["region"] == "header" for other in found):
            hints.append("first in header")
        if region == "main" and not home and not hints:
            continue
        found.append({
            "source": source, "markup": _markup(element, page) if from_svg else "", "place": place_of(element),
            "alternative": named, "box": box, "region": region, "linksHome": home, "hints": hints,
            "kind": "svg" if from_svg else "image", "ground": page.grounds.get(element, ""),
            "own": page.is_own(element),
        })  # fmt: skip
    for link in page.root.iter("link"):
        said = (link.get("rel") or "").lower()
        if link.get("href") and re.search(
            r"(?:^|\s)(?:icon|mask-icon|apple-touch-icon(?:-precomposed)?)(?:\s|$)", said
        ):
            kind = "touch icon" if "apple" in said else "icon"
            hints = [hint for hint in (link.get("sizes"), link.get("type"), link.get("media")) if hint]
            found.append({"source": urljoin(page.base, link.get("href")), "kind": kind, "region": "header",
                          "place": f'link[rel="{said[:40]}"]', "hints": hints})  # fmt: skip
    return found[:50]


def _markup(element: HtmlElement, page: StaticPage) -> str:
    """The drawing alone, with its inherited colour written into it and nothing that acts."""
    text = etree.tostring(element, with_tail=False, encoding="unicode")
    if len(text) > _LONGEST_MARKUP:
        return ""
    copy = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    if copy is None:
        return ""
    for name in _ACTIVE:
        for part in copy.findall(f".//{name}"):
            part.getparent().remove(part)
    for part in copy.iter():
        for name in list(part.attrib):
            lower = name.lower()
            outside = "href" in lower and not part.get(name).startswith("#")
            if outside or lower.startswith(("on", "data-", "class")):
                del part.attrib[name]
    style = page.styles.get(element)
    if style is not None:
        copy.set("color", style.colour)
        if style.fill and not copy.get("fill"):
            copy.set("fill", style.fill)
    copy.set("xmlns", "http://www.w3.org/2000/svg")
    done = str(etree.tostring(copy, encoding="unicode"))
    return re.sub(r"\bviewbox=", "viewBox=", done).replace("currentColor", style.colour if style else "currentColor")


def pictures_of(page: StaticPage) -> list[Raw]:
    """The pictures that can be seen, with their captions and what stands near them."""
    found: list[Raw] = []
    for element, box in page.boxes.items():
        source = _source(element, page.base) if element.tag == "img" else ""
        if not source and element.tag not in ("img", "svg"):
            drawn = re.search(r"""url\(\s*["']?([^"')]+)""", page.styles[element].image)
            source = urljoin(page.base, drawn[1]) if drawn else ""
        if not source or box["width"] < 64 or page.regions.get(element) == "header":
            continue
        figure = next((up for up in element.iterancestors() if up.tag == "figure"), None)
        caption = figure.find(".//figcaption") if figure is not None else None
        found.append({
            "source": source, "alternative": element.get("alt") or "", "box": box, "own": page.is_own(element),
            "caption": _words(caption) if caption is not None else "", "nearby": _nearby(element),
            "width": int(box["width"]), "height": int(box["height"]), "hero": box["y"] < 900 and box["width"] > 600,
        })  # fmt: skip
    return found[:80]


def _nearby(element: HtmlElement) -> str:
    for _, up in zip(range(4), element.iterancestors(), strict=False):
        if up.tag == "body":
            break
        parts = [next(up.iter(*tags), None) for tags in (("h1", "h2", "h3", "h4", "strong"), ("p",))]
        if said := " – ".join(_words(part)[:160] for part in parts if part is not None):
            return said
    return ""


def links_of(page: StaticPage) -> list[Raw]:
    """Every link as an absolute address and its words."""
    found: dict[tuple[str, str], Raw] = {}
    for link in page.root.iter("a"):
        where = urljoin(page.base, link.get("href") or "") if link.get("href") else ""
        if re.match(r"(?:https?|mailto|tel):", where):
            image = link.find(".//img")
            words = _words(link) or link.get("aria-label") or (image.get("alt") or "" if image is not None else "")
            words = words if link in page.boxes else ""
            found.setdefault(
                (where, words), {"address": where, "words": words, "region": page.regions.get(link, "main")}
            )
    return list(found.values())[:400]


def stated_films(root: HtmlElement, base: str) -> list[Raw]:
    """Videos that the page shows or names; a playlist is a stream."""
    named: list[tuple[str, str, str]] = []
    for video in root.iter("video"):
        for at in (video, *video.iter("source")):
            if where := at.get("src") or at.get("data-src"):
                named.append((where, video.get("poster") or "", "video"))
    for meta in root.iter("meta"):
        if re.fullmatch(
            r"og:video(?::(?:secure_)?url)?|twitter:player:stream", meta.get("property") or meta.get("name") or ""
        ):
            named.append((meta.get("content") or "", "", "preview"))
    for link in root.iter("a"):
        if re.search(r"\.(?:mp4|webm|mov|m4v|m3u8|mpd)(?:$|\?)", link.get("href") or "", re.IGNORECASE):
            named.append((link.get("href"), "", "video"))
    films = {
        urljoin(base, where): (urljoin(base, poster) if poster else "", kind) for where, poster, kind in named if where
    }
    return [
        {"source": where, "poster": poster, "kind": "stream" if re.search(r"\.(?:m3u8|mpd)(?:$|\?)", where) else kind}
        for where, (poster, kind) in films.items()
    ][:20]


def meta_of(root: HtmlElement, base: str) -> Raw:
    """What the head of the page states, by name."""
    found: Raw = {}
    for meta in list(root.iter("meta"))[:200]:
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if name and meta.get("content"):
            key = f"{name} {meta.get('media')}" if meta.get("media") else name
            found.setdefault(key, meta.get("content")[:1000])
    for link in root.iter("link"):
        said = (link.get("rel") or "").lower()
        if said in ("canonical", "manifest", "alternate") and link.get("href"):
            found.setdefault(f"link:{said}", urljoin(base, link.get("href")))
    return found


def microdata_of(root: HtmlElement, base: str) -> list[Raw]:
    """The items that are marked in the page itself."""
    scopes = [e for e in root.iter() if isinstance(e.tag, str) and e.get("itemscope") is not None]
    return [_item(scope, base, 0) for scope in scopes if scope.get("itemprop") is None][:60]


def _item(scope: HtmlElement, base: str, depth: int) -> Raw:
    item: Raw = {"@type": (scope.get("itemtype") or "").rpartition("/")[2], "@source": "microdata"}
    for element in list(scope.iterdescendants())[:400]:
        name = element.get("itemprop") if isinstance(element.tag, str) else None
        holder = next((up for up in element.iterancestors() if up.get("itemscope") is not None), None)
        if not name or holder is not scope:
            continue
        where = element.get("href") or element.get("src")
        stated = element.get("content") or (urljoin(base, where) if where else "") or element.get("datetime")
        value: Any = stated or _words(element)[:600]
        if element.get("itemscope") is not None and depth < 4:
            value = _item(element, base, depth + 1)
        item[name] = [*(item[name] if isinstance(item[name], list) else [item[name]]), value] if name in item else value
    return item
