"""Which pages of a site are worth a look, by the words of the links to them, their addresses and where those stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from brand_memory.reading import Link, PageKind, PageReading
from brand_memory.site_addresses import is_web, page_key, same_site

_NAMES: dict[PageKind, str] = {
    "press": (
        "press|media ?kit|brand|branding|newsroom|presse|marke|prensa|marca|stampa|marchio|pers|prasa|imprensa|"
        "pressrum|lehdistö|tisk|style ?guide|logos?"
    ),
    "about": (
        "about|who we are|our story|company|mission|team|über|ueber|wir|unternehmen|geschichte|qui sommes|à propos|"
        "a propos|notre histoire|sobre|quiénes|quienes|nosotros|empresa|chi siamo|azienda|over ons|bedrijf|o nas|"
        "firma|quem somos|om oss|om os|tietoa|meistä|o nás"
    ),
    "product": (
        "products?|shop|store|features?|solutions?|services?|platform|pricing|plans|collections?|catalog(?:ue)?|menu|"
        "produkte?|leistungen|preise|lösungen|funktionen|produits?|tarifs?|boutique|fonctionnalités|productos?|"
        "precios|servicios|tienda|prodotti|prezzi|servizi|negozio|producten|prijzen|diensten|winkel|produkty|cennik|"
        "usługi|sklep|produtos?|preços|serviços|loja|produkter|priser|tjänster|tjenester|ydelser|tuotteet|hinnat|"
        "palvelut|ceník|služby"
    ),
    "contact": (
        "contact|kontakt|impressum|contacto|contatti|contatto|contato|kontakta|ota yhteyttä|yhteystiedot|get in touch|"
        "legal notice|imprint|mentions légales"
    ),
    "blog": (
        "blog|news|journal|stories|magazine?|insights|articles|aktuelles|neuigkeiten|actualités|noticias|notizie|"
        "nieuws|aktualności|notícias|nyheter|nyheder|uutiset|aktuality"
    ),
}
_PATTERNS = {kind: re.compile(rf"\b(?:{names})\b", re.IGNORECASE) for kind, names in _NAMES.items()}
_WORTH: dict[PageKind, float] = {
    "press": 5.0, "about": 5.0, "product": 4.0, "contact": 3.0, "blog": 2.5, "other": 1.0, "home": 0.0,
}  # fmt: skip
_USELESS = re.compile(
    r"(?:^|[/_?&.-])(?:log-?in|sign-?(?:in|up|out)|register|my-?account|account|cart|basket|checkout|wishlist|password|"
    r"privacy|datenschutz|terms|agb|cookies?|legal|policy|policies|search|tag|author|feed|rss|wp-admin|wp-json|wp-login|"
    r"cdn-cgi|unsubscribe|share|replytocom|add-to-cart|download)(?:[/_?&=.-]|$)",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\.(pdf|zip|jpe?g|png|gif|webp|svg|mp4|webm|mov|mp3|docx?|xlsx?|pptx?|ics|xml|json|js|css|exe|dmg|apk|gz)$", re.I
)
_SAME_KIND = 3
"""Pages of one kind after which others come first."""


def page_kind(address: str, words: str = "") -> PageKind:
    """What a page is, by its address and the words that lead to it."""
    path = urlsplit(address).path
    said = f"{words} {re.sub(r'[/_.-]+', ' ', unquote(path))}"
    if path.strip("/") == "" and not words:
        return "home"
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.search(said)), "other")


def rank_pages(home: PageReading, start: str, most: int) -> list[tuple[str, PageKind]]:
    """At most `most` further pages of the site of `start`, the most telling first; each address once."""
    scored: dict[str, tuple[float, int, str, PageKind]] = {}
    for order, link in enumerate(home.links):
        address = link.address.partition("#")[0]
        if not _is_worth_a_look(address, start) or page_key(address) in (page_key(start), page_key(home.address)):
            continue
        kind = page_kind(address, link.words)
        score = _score(link, address, kind) - order / 1000
        key = page_key(address)
        if key not in scored or scored[key][0] < score:
            scored[key] = (score, order, address, kind)
    return _varied(sorted(scored.values(), key=lambda entry: (-entry[0], entry[1])), most)


def _is_worth_a_look(address: str, start: str) -> bool:
    if not is_web(address) or not same_site(address, start):
        return False
    parts = urlsplit(address)
    return not _USELESS.search(f"{parts.path}?{parts.query}") and not _FILE.search(parts.path) and len(parts.query) < 60


def _score(link: Link, address: str, kind: PageKind) -> float:
    parts = urlsplit(address)
    depth = len([step for step in parts.path.split("/") if step])
    shown = {"header": 1.5, "main": 0.6, "footer": 0.3}[link.region] if link.words else -1.0
    return _WORTH[kind] + shown - 0.6 * max(0, depth - 1) - (0.5 if parts.query else 0.0)


def _varied(entries: Iterable[tuple[float, int, str, PageKind]], most: int) -> list[tuple[str, PageKind]]:
    """The best first, but no more than three of one kind before others had their turn."""
    taken: list[tuple[str, PageKind]] = []
    later: list[tuple[str, PageKind]] = []
    counts: dict[PageKind, int] = {}
    for _, _, address, kind in entries:
        counts[kind] = counts.get(kind, 0) + 1
        (taken if counts[kind] <= _SAME_KIND else later).append((address, kind))
    return (taken + later)[:most]
