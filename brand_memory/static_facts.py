"""What a page states beside its looks, read from its HTML alone: pictures, films, links, meta, microdata."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

if TYPE_CHECKING:
    from brand_memory.static_layout import StaticPage

Raw = dict[str, Any]


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def source_of(element: HtmlElement, base: str) -> str:
    """The address of an image, its lazy and its responsive spellings included."""
    for name in ("src", "data-src", "data-lazy-src", "data-original"):
        if (value := element.get(name)) and not (value.startswith("data:image/gif") and len(value) < 200):
            return urljoin(base, value) if not value.startswith("data:") else str(value)
    listed = element.get("srcset") or element.get("data-srcset") or ""
    return urljoin(base, listed.split(",")[-1].split()[0]) if listed.strip() else ""


def pictures_of(page: StaticPage) -> list[Raw]:
    """The pictures that can be seen, with their captions and what stands near them."""
    found: list[Raw] = []
    for element, box in page.boxes.items():
        source = source_of(element, page.base) if element.tag == "img" else ""
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
    """Videos that the page shows or names; a playlist is a stream, and the sources of one video bear its number."""
    found: dict[str, Raw] = {}

    def add(where: str, kind: str, poster: str = "", player: int = 0, *, background: bool = False) -> None:
        if where and not where.startswith(("blob:", "data:")):
            address = urljoin(base, where)
            shown = "stream" if re.search(r"\.(?:m3u8|mpd)(?:$|[?#])", address, re.IGNORECASE) else kind
            found.setdefault(
                address,
                {
                    "source": address,
                    "poster": urljoin(base, poster) if poster else "",
                    "kind": shown,
                    "player": player,
                    "background": background,
                },
            )

    for number, video in enumerate(root.iter("video"), 1):
        alone = {"autoplay", "loop", "muted"} <= {*video.keys()} and video.get("controls") is None
        for at in (video, *video.iter("source")):
            where = at.get("src") or at.get("data-src") or ""
            add(where, "video", video.get("poster") or "", number, background=alone)
    for meta in root.iter("meta"):
        if re.fullmatch(
            r"og:video(?::(?:secure_)?url)?|twitter:player:stream", meta.get("property") or meta.get("name") or ""
        ):
            add(meta.get("content") or "", "preview")
    for link in root.iter("a", "link"):
        if re.search(r"\.(?:mp4|webm|mov|m4v|mkv|m3u8|mpd)(?:$|[?#])", link.get("href") or "", re.IGNORECASE):
            add(link.get("href"), "video")
    return list(found.values())[:20]


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
