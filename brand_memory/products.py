"""What the brand sells, as its pages state it for machines: JSON-LD, microdata and OpenGraph, each product once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

from brand_memory.kit import Fact, Product, StoredFile
from brand_memory.passages import readings, seen
from brand_memory.prices import amount, currency, span, stated
from brand_memory.reading import PageReading, SiteReading
from brand_memory.storage import FileStore
from brand_memory.structured_data import Item, all_of, items, text_of, types_of
from brand_memory.wording import instructs, key_of, plain, shorten

_PRODUCTS, _PICTURES = 60, 24
_KINDS = frozenset(
    "product productgroup productmodel individualproduct service softwareapplication mobileapplication webapplication "
    "book course vehicle car menuitem event foodservice financialproduct".split()
)
_OFFERS = frozenset("offer aggregateoffer offers".split())
_SIZES = (
    r"xxs|xs|s|m|l|xl|xxl|xxxl|\d?xl|small|medium|large|one size|\d{1,4}(?:[.,]\d+)?\s?(?:ml|cl|l|g|kg|oz|lb|"
    r"cm|mm|in|pack|pcs|er)|\d{2}|"
    r"klein|mittel|gro(?:ß|ss)|petit|moyen|grand|pequeño|mediano|grande"
)
_TINTS = (
    r"black|white|gr[ae]y|silver|gold|red|blue|navy|green|olive|yellow|orange|pink|purple|violet|brown|beige|"
    r"cream|ivory|tan|"
    r"turquoise|teal|natural|charcoal|schwarz|weiß|weiss|grau|rot|blau|grün|gelb|rosa|braun|noir|blanc|gris|"
    r"rouge|bleu|vert|jaune|"
    r"negro|blanco|rojo|azul|verde|amarillo|nero|bianco|rosso|blu|zwart|wit|rood|blauw|groen"
)
_VARIANT = re.compile(
    rf"\s*(?:[-\u2013\u2014/|,:]\s*|\(\s*|\s)(?:(?:dark|light|deep|matte?|size|colou?r:?)\s)?(?:{_SIZES}|"
    rf"{_TINTS})\s*\)?$",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"[-\u2013\u2014/|,:(]")
_SCALED = re.compile(
    r"[-_@](?:\d{2,4}x\d{0,4}|\d{2,4}w?|[1-4]x|small|medium|large|thumb|scaled|crop\w*)(?=\.|$)", re.IGNORECASE
)


@dataclass(frozen=True)
class _Found:
    """A product on one page before the same ones are brought together."""

    name: str
    price: str
    currency: str
    description: str
    picture: str
    address: str
    page: str
    place: str
    sure: float
    group: str = ""
    prices: tuple[str, ...] = field(default=())


def products(site: SiteReading, store: FileStore) -> tuple[Fact[Product], ...]:
    """The products of a site, surest first, at most 60; variants of one (sizes, colours) are one with a span of prices.

    Prices are plain amounts ("1299.00", "12.00\u201319.00"), currencies ISO 4217. A picture is one that was fetched
    with the pages, encoded anew and kept in `store`. Names and descriptions that give orders are left out. What is
    stated but not to be seen on its page is less sure.
    """
    found = [entry for page in readings(site) for entry in (*_of_data(page), *_of_graph(page))]
    merged = sorted(_merged(found), key=lambda entry: -entry.sure)[:_PRODUCTS]
    pictures = _Pictures(site, store)
    return tuple(
        Fact(
            value=Product(
                name=entry.name,
                price=entry.price,
                currency=entry.currency,
                description=entry.description,
                picture=pictures.kept(entry.picture, entry.name),
                address=entry.address,
            ),
            confidence=round(entry.sure, 2),
            evidence=(
                seen(entry.page, entry.place, " ".join(filter(None, (entry.name, entry.price, entry.currency)))),
            ),
        )
        for entry in merged
    )


def _of_data(page: PageReading) -> Iterator[_Found]:
    """What JSON-LD and microdata on a page say of products."""
    shown = _shown(page)
    every = list(items(page.structured))
    groups = {
        text_of(item.get("@id") or item.get("productGroupID"), 200): item
        for item in every
        if "productgroup" in types_of(item)
    }
    for item in every:
        kinds = types_of(item)
        name = text_of(item.get("name") or item.get("headline"), 200)
        wanted = bool(kinds & _KINDS) and not ("event" in kinds and not item.get("offers"))
        if "listitem" in kinds and isinstance(item.get("item"), str) and name and "product" in _list_kinds(every):
            wanted = True
        if not wanted or not name or instructs(name):
            continue
        if "service" in kinds and not item.get("offers") and page.kind not in ("product", "home"):
            continue
        prices, money = _offers(item, page.language)
        if not prices and "productgroup" in kinds:
            varied = [_offers(part, page.language) for part in items(all_of(item.get("hasVariant")))]
            prices = tuple(price for each, _ in varied for price in each)
            money = next((code for _, code in varied if code), "")
        description = text_of(item.get("description"), 600)
        visible = key_of(name) in shown
        parent = (
            text_of(item.get("isVariantOf"), 200)
            if not isinstance(item.get("isVariantOf"), dict)
            else text_of(item["isVariantOf"].get("@id") or item["isVariantOf"].get("name"), 200)
        )
        own = item.get("@id") or item.get("productGroupID") if "productgroup" in kinds else None
        yield _Found(
            name=_group_name(name, parent, groups),
            price="",
            prices=prices,
            currency=money,
            description="" if instructs(description) else description,
            picture=_address(page, _picture_of(item)),
            address=_address(page, text_of(item.get("url"), 500)) or (page.address if page.kind == "product" else ""),
            page=page.address,
            place="microdata" if item.get("@source") else f"JSON-LD {' '.join(sorted(kinds)[:1])}".strip(),
            sure=(0.93 if prices else 0.85) if visible else 0.6,
            group=parent or text_of(own, 200),
        )  # fmt: skip


def _of_graph(page: PageReading) -> Iterator[_Found]:
    """What OpenGraph says where the page is a product."""
    meta = page.meta
    price = next(
        (
            meta[key]
            for key in ("product:price:amount", "og:price:amount", "product:sale_price:amount")
            if meta.get(key)
        ),
        "",
    )
    if not (price or meta.get("og:type", "").lower() in ("product", "og:product", "product.item")):
        return
    name = plain(meta.get("og:title") or page.title, 200)
    cut = re.split(r"\s+[|\u2013\u2014\u00b7]\s+", name)[0]
    if not cut or instructs(name):
        return
    money = meta.get("product:price:currency") or meta.get("og:price:currency") or price
    description = plain(meta.get("og:description", ""), 600)
    yield _Found(
        name=cut,
        price="",
        prices=tuple(filter(None, (stated(price),))),
        currency=currency(money, page.language),
        description="" if instructs(description) else description,
        picture=_address(page, plain(meta.get("og:image", ""), 1000)),
        address=_address(page, plain(meta.get("og:url", ""), 500)) or page.address,
        page=page.address,
        place="OpenGraph",
        sure=0.9 if key_of(cut) in _shown(page) else 0.65,
    )


def _offers(item: Item, language: str) -> tuple[tuple[str, ...], str]:
    """All prices that an item's offers state, and their currency."""
    prices: list[str] = []
    money = ""
    held = [item.get("offers"), item if item.get("price") or item.get("lowPrice") else None]
    for offer in [
        part
        for part in items([held])
        if part is item or types_of(part) & _OFFERS or "price" in part or "lowPrice" in part
    ]:
        if "unitpricespecification" in types_of(offer) and prices:
            continue
        for key in ("price", "lowPrice", "highPrice"):
            for value in all_of(offer.get(key))[:4]:
                number = stated(value) or amount(text_of(value, 80))
                if number:
                    prices.append(number)
                    money = money or currency(text_of(value, 80), language)
        code = text_of(offer.get("priceCurrency"), 12)
        money = currency(code, language) or money
    return tuple(dict.fromkeys(prices)), money


def _merged(found: Sequence[_Found]) -> Iterator[_Found]:
    """The same product once: by its group, its address, or its name; variants by the name they share."""
    named = {key_of(entry.name) for entry in found}
    shared: dict[str, int] = {}
    for name in {entry.name for entry in found}:
        shared[key_of(_base(name))] = shared.get(key_of(_base(name)), 0) + 1
    held: dict[str, list[_Found]] = {}
    names: dict[str, str] = {}
    for entry in found:
        base = _base(entry.name)
        varied = base != entry.name and (shared[key_of(base)] > 1 or key_of(base) in named)
        name = base if varied else entry.name
        key = f"group {entry.group}" if entry.group else names.get(key_of(name), f"name {key_of(name)}")
        names.setdefault(key_of(name), key)
        held.setdefault(key, []).append(replace(entry, name=name))
    for same in held.values():
        best = max(
            same, key=lambda entry: (entry.sure, bool(entry.prices), bool(entry.description), len(entry.description))
        )
        prices = tuple(dict.fromkeys(price for entry in same for price in entry.prices))
        low, high = (min(prices, key=float), max(prices, key=float)) if prices else ("", "")
        yield replace(
            best,
            price=span(low, high),
            currency=best.currency or next((entry.currency for entry in same if entry.currency), ""),
            description=best.description or next((entry.description for entry in same if entry.description), ""),
            picture=best.picture or next((entry.picture for entry in same if entry.picture), ""),
            address=best.address or next((entry.address for entry in same if entry.address), ""),
            sure=min(0.96, best.sure + 0.02 * (len({entry.place for entry in same}) - 1)),
        )


def _base(name: str) -> str:
    """`name` without the size and colour at its end; at most two of them go, and only after a separator."""
    base = name
    for _ in range(2):
        match = _VARIANT.search(base)
        if not match or match.start() < 3 or not _SEPARATED.search(match.group()):
            break
        base = base[: match.start()].rstrip(" -\u2013\u2014/|,:(")
    return base


def _group_name(name: str, parent: str, groups: dict[str, Item]) -> str:
    return text_of(groups[parent].get("name"), 200) or name if parent and parent in groups else name


def _list_kinds(every: Sequence[Item]) -> frozenset[str]:
    """What kinds of things the page's items are, to tell lists of products from lists of posts or breadcrumbs."""
    return frozenset(kind for item in every[:200] for kind in types_of(item))


def _picture_of(item: Item) -> str:
    image = next(iter(all_of(item.get("image"))), "")
    if isinstance(image, dict):
        image = image.get("contentUrl") or image.get("url") or image.get("@id") or ""
    return plain(image, 1000)


def _address(page: PageReading, named: str) -> str:
    """`named` as an absolute web address without fragment; empty where it is none."""
    if not named or " " in named:
        return ""
    try:
        full = urljoin(page.address, named)
        parts = urlsplit(full)
    except ValueError:
        return ""
    return full.partition("#")[0] if parts.scheme in ("http", "https") and parts.hostname and len(full) <= 1000 else ""


def _shown(page: PageReading) -> str:
    """All visible words of a page in one comparable line."""
    return " ".join(key_of(block.text) for block in page.texts)


class _Pictures:
    """The fetched pictures of a site, found by address even where a page names another size of the same file."""

    def __init__(self, site: SiteReading, store: FileStore) -> None:
        self._site, self._store = site, store
        self._left = _PICTURES
        self._kept: dict[str, StoredFile | None] = {}
        self._stems: dict[str, str] = {}
        for address in site.assets:
            self._stems.setdefault(_stem(address), address)

    def kept(self, address: str, name: str) -> StoredFile | None:
        """The picture at `address`, encoded anew and kept; None where it was not fetched or can not be read."""
        asset = self._site.assets.get(address) or self._site.assets.get(self._stems.get(_stem(address), ""))
        if not address or asset is None or self._left <= 0:
            return None
        if asset.address not in self._kept:
            from brand_memory.photographs import prepare

            self._left -= 1
            made = prepare(asset.content)
            self._kept[asset.address] = (
                self._store.keep(made.content, f"{shorten(name, 60)}{made.ending}", made.media_type) if made else None
            )
        return self._kept[asset.address]


def _stem(address: str) -> str:
    path = urlsplit(address).path if not address.startswith("data:") else ""
    return _SCALED.sub("", path.rsplit("/", 1)[-1].lower()) or address[:200]
