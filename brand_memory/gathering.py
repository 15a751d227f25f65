"""The files that pages show, fetched in the order in which they matter: logos, icons, fonts of the site, pictures."""

from __future__ import annotations

import base64
import binascii
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote_to_bytes

from brand_memory.errors import BrandError
from brand_memory.fetching import Fetcher, Kind
from brand_memory.media_types import media_type_of
from brand_memory.reading import Asset, PageReading
from brand_memory.robots import Permission
from brand_memory.site_addresses import is_web, same_site

_LOGOS, _ICONS, _FONTS, _PICTURES = 24, 8, 10, 24
_AT_ONCE = 4


def wanted_files(readings: Sequence[PageReading]) -> list[tuple[str, Kind]]:
    """The addresses to fetch and as what, the most telling first, each once."""
    logos = [logo for reading in readings for logo in reading.logos if logo.source]
    shown = [logo for logo in logos if logo.kind in ("image", "svg", "background") and logo.own]
    shown.sort(key=lambda logo: (logo.region != "header", not logo.links_home, -len(logo.hints)))
    icons = [logo for logo in logos if logo.kind in ("icon", "touch icon")]
    icons.sort(key=lambda logo: logo.kind != "touch icon")
    stated = [logo for logo in logos if logo.kind in ("structured", "preview")]
    pictures = [picture for reading in readings for picture in reading.pictures if picture.own and picture.source]
    pictures.sort(key=lambda picture: (not picture.hero, -picture.box.area))
    used = {family for reading in readings for family in _families(reading)}
    fonts = [face for reading in readings for face in reading.fonts if face.same_site and face.family in used]
    fonts.sort(key=lambda face: not face.loaded)
    groups: list[tuple[Iterable[str], Kind, int]] = [
        ((logo.source for logo in shown), "picture", _LOGOS),
        ((logo.source for logo in icons), "picture", _ICONS),
        ((logo.source for logo in stated), "picture", _ICONS),
        ((face.sources[0] for face in fonts), "font", _FONTS),
        ((picture.source for picture in pictures), "picture", _PICTURES),
    ]
    wanted: dict[str, Kind] = {}
    for addresses, kind, most in groups:
        for address in list(dict.fromkeys(addresses))[:most]:
            wanted.setdefault(address, kind)
    return list(wanted.items())


def _families(reading: PageReading) -> set[str]:
    """The families that elements ask for; the first of a stack may hold figures only."""
    return {family.strip(" \"'") for element in reading.elements for family in element.families.split(",")}


def gather_assets(
    fetcher: Fetcher, readings: Sequence[PageReading], permission: Permission, ends: float
) -> tuple[dict[str, Asset], list[str], int]:
    """The files by address, what was refused in words, and how many there was no time for."""
    home = readings[0].address
    assets: dict[str, Asset] = {}
    refused: list[str] = []
    late = 0

    def one(address: str, kind: Kind) -> Asset | str | None:
        if address.startswith("data:"):
            return _embedded(address)
        if time.monotonic() > ends - 0.5:
            return None
        if not is_web(address):
            return ""
        if same_site(address, home) and not permission.allows(address):
            return f"{address[:200]}: its robots.txt forbids it"
        try:
            return fetcher.fetch(address, kind)
        except BrandError as error:
            return str(error)

    wanted = wanted_files(readings)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for (address, _), found in zip(wanted, pool.map(lambda entry: one(*entry), wanted), strict=True):
            if isinstance(found, Asset):
                assets[address] = found
            elif found is None:
                late += 1
            elif found:
                refused.append(found)
    return assets, refused, late


def _embedded(address: str) -> Asset | str:
    """A picture that stands in the page itself."""
    head, _, data = address.partition(",")
    try:
        content = base64.b64decode(data, validate=False) if head.endswith(";base64") else unquote_to_bytes(data)
    except (binascii.Error, ValueError):
        return "A picture that stands in the page itself could not be read."
    kind = media_type_of(content)
    return (
        Asset(address, kind, content) if kind.startswith("image/") else "What stands in the page as a picture is none."
    )
