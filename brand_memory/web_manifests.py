"""What a site's web app manifest states of it: its name, its theme colour, and the icons that stand for it."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import urljoin

from brand_memory.cleaning import clean
from brand_memory.errors import BrandError
from brand_memory.fetching import Fetcher
from brand_memory.reading import LogoCandidate, PageReading
from brand_memory.robots import Permission
from brand_memory.site_addresses import is_web, same_site

_ICONS = 8
_LONGEST = 200
_STATED = ("name", "short_name", "theme_color")


def with_manifest(page: PageReading, fetcher: Fetcher, permission: Permission) -> PageReading:
    """`page` with what its manifest states: `manifest:...` entries in its meta, and its icons as candidates.

    The page itself where it names none, or where none comes that can be read.
    """
    address = page.meta.get("link:manifest", "")
    if not is_web(address) or (same_site(address, page.address) and not permission.allows(address)):
        return page
    try:
        stated = json.loads(fetcher.fetch(address, "text").content)
    except (BrandError, ValueError, RecursionError):
        return page
    if not isinstance(stated, dict):
        return page
    said = {f"manifest:{key}": clean(stated[key], _LONGEST) for key in _STATED if isinstance(stated.get(key), str)}
    return replace(page, meta={**page.meta, **said}, logos=(*page.logos, *_icons(stated, address)))


def _icons(stated: dict[str, object], address: str) -> list[LogoCandidate]:
    """The icons as candidates; those that devices cut to a shape of their own have wide margins and come last."""
    listed = stated.get("icons")
    entries = [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    entries.sort(key=lambda entry: str(entry.get("purpose", "any")) in ("maskable", "monochrome"))
    found = []
    for entry in entries[:_ICONS]:
        source = urljoin(address, str(entry.get("src", "")))
        if is_web(source) and str(entry.get("purpose", "any")) != "monochrome":
            hints = tuple(clean(str(entry[key]), 80) for key in ("sizes", "type", "purpose") if entry.get(key))
            found.append(
                LogoCandidate(
                    source=source,
                    markup="",
                    place="web app manifest",
                    alternative="",
                    box=None,
                    region="header",
                    links_home=False,
                    hints=hints,
                    kind="icon",
                    ground="",
                )
            )
    return found
