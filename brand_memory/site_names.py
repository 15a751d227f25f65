"""What a site calls itself: the name most of its own statements agree on, written as it writes it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from brand_memory.cleaning import clean
from brand_memory.evidence import Witness
from brand_memory.kit import Fact
from brand_memory.reading import PageReading, SiteReading

_LONGEST = 60
_PARTS = re.compile(
    r"\s+(?:[|\u2013\u2014\u00b7\u2022:\u00bb\u203a\u00ab\u2039~>/-]|//|::|\u2192)\s+"
    r"|\s*[|\u00b7\u2022\u00bb\uff5c\uff0d\u2223]\s*|[:\uff1a]\s+|\uff1a"
)
_COPYRIGHT = re.compile(
    r"(?:\u00a9|\(c\)|copyright)\s*(?:copyright\s*)?(?:\d{4}(?:\s*[-\u2013]\s*\d{4})?,?\s*)?"
    r"(?:by\s+)?([^.,|\u00b7\u2022\u00a9\n]{2,40}?)(?:\s+\d{4}|[.,|\u00b7\u2022]|\s+(?:All|Alle|Tous)\b|$)",
    re.IGNORECASE,
)
_FORM = re.compile(
    r",?(?<!&)\s+(?:Inc|LLC|Ltd|GmbH|AG|S\.?A\.?|B\.?V\.?|Corp|Co|Limited|SAS|Oy|AB|Pty)\.?(?:\s+Ltd\.?)?$"
)
_LOGO = re.compile(
    r"\s*\b(?:logo|home(?:page)?|brand|wordmark|icon|link)\b\s*|^(?:back to|go to|the)\s+", re.IGNORECASE
)
_OWNERS = frozenset({"Organization", "Corporation", "WebSite", "Brand", "OnlineStore"})
_OTHERS = frozenset(
    """Product ProductGroup Article NewsArticle BlogPosting Person Event BreadcrumbList ItemList ListItem WebPage
    AboutPage VideoObject ImageObject Review Recipe JobPosting Course Book Movie Question FAQPage Offer
    Service""".split()
)
_GENERIC = frozenset(
    """home homepage welcome index about contact blog pricing products product news press start untitled website site
    menu logo app shop store main page new features overview login startseite accueil inicio início principal hjem hem
    forside etusivu strona główna главная 首页 首頁 ホーム トップページ 홈 الرئيسية αρχική anasayfa""".split()
)
_LEADING_HOME = re.compile(
    r"^(?:zur |zurück zur )?(?:start|haupt)seite\b|^(?:retour (?:à l.)?)?(?:page d.)?accueil\b|^página inicial\b|"
    r"^(?:ir al? )?(?:página de )?inicio\b|^(?:torna alla |vai alla )?(?:pagina )?home\b|"
    r"^naar (?:de )?(?:home|start)\w*|^(?:do )?stron[ay] główn",
    re.IGNORECASE,
)
"""What pictures that lead home are called where they are not called after the brand."""


def site_name(site: SiteReading, witness: Witness, given: str = "") -> Fact[str]:
    """The brand's name with how sure it is; a `given` name is a person's word and confirmed.

    A site that names itself nowhere is called after its domain.
    """
    if clean(given, _LONGEST):
        return Fact[str](value=clean(given, _LONGEST), confidence=1.0, status="confirmed")
    weights: dict[str, float] = defaultdict(float)
    spellings: dict[str, list[tuple[float, str, int, str]]] = defaultdict(list)
    for number, page in enumerate(site.pages):
        for said, weight, place in [*_stated(page), *_titles(page, site)]:
            name = _FORM.sub("", clean(said, _LONGEST)).strip(" -|\u00b7:,")
            key = _key(name)
            if len(key) < 2 or name.lower() in _GENERIC or _LEADING_HOME.search(name):
                continue
            weights[key] += weight / (1 + len(spellings[key]) * 0.3)
            spellings[key].append((weight, name, number, place))
    domain = domain_name(site.address)
    for key in weights:
        if _key(domain) and min(len(key), len(domain)) > 2 and (key in _key(domain) or _key(domain) in key):
            weights[key] *= 1.6
    if not weights:
        return Fact[str](value=domain.title() or "Brand", confidence=0.4, evidence=())
    best = max(weights, key=lambda key: weights[key])
    second = sorted(weights.values(), reverse=True)[1] if len(weights) > 1 else 0.0
    written = max(spellings[best], key=lambda one: (one[0], not one[1].isupper()))
    sure = min(0.98, 0.45 + 0.35 * (1 - second / weights[best]) + 0.06 * min(4.0, weights[best]))
    seen = witness.page(written[2], place=written[3], quote=written[1])
    return Fact[str](value=written[1], confidence=round(sure, 3), evidence=(seen,))


def domain_name(address: str) -> str:
    """The part of an address's host that is a name; empty for numbers."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    parts = host.split(".")
    if not host or parts[-1].isdigit() or ":" in host:
        return ""
    short = len(parts) > 2 and len(parts[-2]) <= 3
    return parts[-3] if short else parts[-2] if len(parts) > 1 else parts[0]


def _key(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _stated(page: PageReading) -> Iterator[tuple[str, float, str]]:
    for key, weight in (("og:site_name", 3.0), ("application-name", 2.0), ("apple-mobile-web-app-title", 2.0)):
        if page.meta.get(key):
            yield page.meta[key], weight, key
    for key in ("manifest:name", "manifest:short_name"):
        if page.meta.get(key):
            yield page.meta[key], 1.5, key
    for entry in page.structured:
        name = entry.get("name")
        if isinstance(name, str) and _is_owner(entry):
            yield name, 3.0, "structured data"
    home = any(logo.links_home for logo in page.logos)
    for logo in page.logos:
        # Beside a picture that leads home, those that do not are awards, networks and owners.
        at_top = logo.links_home or (logo.region == "header" and not home)
        if logo.own and logo.alternative and at_top and len(logo.alternative) < 50:
            yield _LOGO.sub(" ", logo.alternative.split(",")[0].split(" - ")[0]), 1.5, logo.place
    for link in (e for e in page.elements if e.role == "link" and e.region == "header" and e.size >= 17 and e.own):
        if 1 < len(link.text) < 30 and link.box.y < 140 and link.box.x < page.view.width * 0.4:
            yield link.text, 0.8, link.place
    for block in page.texts:
        if block.region == "footer" and len(block.text) < 300:
            found = _COPYRIGHT.search(block.text)
            if found:
                yield found[1], 1.5, block.place


def _is_owner(entry: Mapping[str, Any]) -> bool:
    """Whether an entry of structured data is about who runs the site: an organisation of some sort, or the site."""
    kinds = entry.get("@type")
    named = {str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])}
    if named & _OWNERS or any(kind.endswith(("Business", "Organization", "Store")) for kind in named):
        return True
    return not named & _OTHERS and any(entry.get(key) for key in ("logo", "sameAs", "contactPoint", "telephone"))


def _titles(page: PageReading, site: SiteReading) -> Iterator[tuple[str, float, str]]:
    """Parts of the title: those that other pages' titles share are likelier the name, and a short one alone may be."""
    titles = {other.title for other in site.pages if other.title}
    parts = [part for part in _PARTS.split(page.title) if part and len(part) <= 40]
    for part in parts:
        shared = sum(part in _PARTS.split(title) for title in titles)
        within = any(title != page.title and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", title) for title in titles)
        if shared > 1 or within:
            yield part, 1.2, "title"
        elif len(parts) > 1 or len(titles) == 1 or (page.kind == "home" and len(part.split()) <= 4):
            yield part, 0.4, "title"
