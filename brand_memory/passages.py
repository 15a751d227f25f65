"""What the brand says on its own pages: each visible text once, with where it stands, and nothing that is not its own.

Navigation, consent banners, legal text, partners and third parties, and text that gives orders to machines are left
out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from brand_memory.kit import Evidence
from brand_memory.languages import language_of
from brand_memory.reading import Box, PageKind, PageReading, Region, SiteReading, TextBlock
from brand_memory.wording import instructs, key_of, plain, shorten

_CONSENT = re.compile(
    r"\bcookies?\b.{0,120}\b(?:consent|privacy|experience|preferences?|settings|policy|website|site|analy|"
    r"traffic|browser|"
    r"accept|tracking|advert|zustimm|datenschutz|webs|einstellung|confidentialit|navigation|accepte|privacidad|sitio|"
    r"acept|navega|privacy|sito|accett|toestemming|ervaring|zgod|stron)"
    r"|\b(?:accept|reject|allow|decline|manage|we use|wir verwenden|wir nutzen|nous utilisons|utilizamos|"
    r"usamos|utilizziamo|"
    r"wij gebruiken|akzept|ablehn|accepter|refuser|aceptar|rechazar|accetta|rifiuta)\w*\b.{0,30}\bcookies?\b"
    r"|\bgdpr\b|\bdsgvo\b|\brgpd\b|\bwe value your privacy\b|\byour privacy (?:choices|matters)\b",
    re.IGNORECASE,
)
_CONSENT_BUTTON = re.compile(
    r"^(?:(?:accept|allow|agree to|reject|decline|deny|refuse)(?: all| necessary| essential)?(?: cookies)?|"
    r"(?:only )?(?:necessary|"
    r"essential)(?: only)?|i agree|agree|got it!?|manage (?:preferences|choices|consent|cookies|options)|"
    r"(?:cookie|privacy) settings|"
    r"save (?:preferences|settings|choices)|preferences|customi[sz]e|do not sell.*|alle akzeptieren|"
    r"akzeptieren|(?:alle )?ablehnen|"
    r"einverstanden|zustimmen|einstellungen|nur notwendige|tout accepter|accepter|(?:tout )?refuser|continuer "
    r"sans accepter|"
    r"paramétrer|aceptar(?: todo| todas)?|rechazar(?: todo| todas)?|configurar|accetta(?: tutto| tutti)?|"
    r"rifiuta(?: tutto)?|"
    r"aceitar(?: todos)?|rejeitar(?: todos)?|(?:alles )?accepteren|(?:alles )?weigeren|akceptuj\w*|odrzuć\w*|"
    r"acceptera(?: alla)?)$",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"^\W*(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|"
    r"\btodos los derechos reservados\b|\btutti i diritti riservati\b|\b(?:privacy|cookie) (?:policy|notice|"
    r"statement)\b|"
    r"\bterms (?:of (?:service|use|sale)|and conditions|& conditions|apply)\b|\b(?:vat|company|registration|"
    r"handelsregister|ust-?id|"
    r"siret|p\.?\s?iva|kvk)[\s.-]*(?:no|nr|number|id|reg)?\.?:?\s*[A-Z]{0,3}\s?\d{4}|\bregistered (?:in|office|"
    r"trademark)\b|"
    r"\b(?:datenschutz(?:erklärung)?|impressum|mentions légales|aviso legal|note legali)\b|"
    r"\bprotected by recaptcha\b|\bhereby\b|\bliab(?:le|ility)\b|\bpursuant to\b",
    re.IGNORECASE,
)
_LEGAL_PATH = re.compile(
    r"(?:^|[/_-])(?:privacy|terms|legal|cookies?|imprint|impressum|datenschutz\w*|agb|gdpr|disclaimer|"
    r"mentions-legales|cgv|cgu|"
    r"aviso-legal|policies|policy|accessibility|widerruf\w*|refund\w*|returns?)(?:$|[/_.-])",
    re.IGNORECASE,
)
_PROSE = frozenset(
    {"p", "li", "dd", "td", "div", "section", "article", "span", "figcaption", "summary", "main", "a", "strong"}
)
_NAVIGATION = re.compile(r"(?:^|> )nav\b|\bbreadcrumb|\bpagination|\bmenu\b|\bskip-", re.IGNORECASE)


@dataclass(frozen=True)
class Passage:
    """One visible text of the brand's own. `order` counts down its page; `pages` on how many pages the same stands."""

    text: str
    tag: str
    role: str
    region: Region
    place: str
    page: str
    kind: PageKind
    order: int
    size: float
    box: Box | None
    hero: bool
    pages: int = 1

    @property
    def heading(self) -> bool:
        """Whether it is set as a heading."""
        return self.tag in ("h1", "h2", "h3", "h4", "h5", "h6") or self.role == "heading"

    @property
    def prose(self) -> bool:
        """Whether it is running text: no heading, button or label."""
        return self.tag in _PROSE and self.role not in ("button", "nav", "input", "badge", "heading", "link")

    def evidence(self, quote: str = "") -> Evidence:
        """Where it stands, with `quote` or its own words."""
        return seen(self.page, self.place, quote or self.text)


def seen(page: str, place: str = "", quote: str = "") -> Evidence:
    """Evidence as of now, its texts cut to what a kit holds."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Evidence(page=page, place=shorten(place, 200), quote=shorten(quote, 300), seen_at=now)


def readings(site: SiteReading) -> list[PageReading]:
    """Each page once, as it is seen best: by a browser, wide, and in light colours. The home page is first."""
    best: dict[str, PageReading] = {}
    for page in site.pages:
        known = best.get(page.address)
        if known is None or _rank(page) > _rank(known):
            best[page.address] = page
    return sorted(best.values(), key=lambda page: page.kind != "home")


def passages(site: SiteReading, *, headers: bool = False) -> list[Passage]:
    """The brand's own words of the whole site, page by page in reading order.

    The same words on one page are taken once. With `headers`, what stands in the page's header counts too.
    """
    found = [passage for page in readings(site) if not is_legal_page(page) for passage in _of_page(page, headers)]
    pages: dict[str, set[str]] = {}
    for passage in found:
        pages.setdefault(key_of(passage.text), set()).add(passage.page)
    return [_counted(passage, len(pages[key_of(passage.text)])) for passage in found]


def language_of_site(site: SiteReading, said: Iterable[Passage]) -> str:
    """The language that the brand's own words are in, as ISO 639-1; where they do not tell, what pages declare."""
    declared = next((page.language for page in readings(site) if page.language), "")
    return language_of((passage.text for passage in said), declared)


def notes(site: SiteReading) -> tuple[str, ...]:
    """What a person should know of the pages' words: how many give orders to machines, and on which pages."""
    found = {page.address: {text for text in _all_texts(page) if instructs(text)} for page in readings(site)}
    there = sorted(address for address, texts in found.items() if texts)
    if not there:
        return ()
    count = sum(map(len, found.values()))
    where = ", ".join(there[:2]) + (" and others" if len(there) > 2 else "")
    said = "1 text gives" if count == 1 else f"{count} texts give"
    return (f"{said} orders to a machine that reads the page ({where}): kept out of messages and tone.",)


def brand_words(site: SiteReading) -> frozenset[str]:
    """What the brand may be called, as `key_of` gives it: the name in its metadata and in its host."""
    host = (urlsplit(site.address).hostname or "").removeprefix("www.")
    names = {host.split(".")[0]} if host else set()
    for page in readings(site)[:3]:
        names |= {page.meta.get(key, "") for key in ("og:site_name", "application-name", "apple-mobile-web-app-title")}
    return frozenset(key for name in names if (key := key_of(plain(name, 80))))


def is_consent(text: str) -> bool:
    """Whether `text` belongs to a banner that asks for cookies."""
    return bool(_CONSENT.search(text) or _CONSENT_BUTTON.match(text.strip()))


def is_legal_page(page: PageReading) -> bool:
    """Whether a page is terms, privacy, imprint or the like, by its address."""
    return bool(_LEGAL_PATH.search(urlsplit(page.address).path))


def _rank(page: PageReading) -> tuple[bool, bool, int, int]:
    return page.view.reader == "browser", page.view.scheme == "light", page.view.width, len(page.texts)


def _of_page(page: PageReading, headers: bool) -> Iterator[Passage]:
    hero = next((element.box for element in page.elements if element.role == "hero" and element.own), None)
    known: set[tuple[str, str]] = set()
    for order, block in enumerate(page.texts):
        if not block.own or not _is_said(block, headers):
            continue
        text = plain(block.text, 4000)
        key = key_of(text)
        if not key or (key, block.role) in known or is_consent(text) or _LEGAL.search(text) or instructs(text):
            continue
        known.add((key, block.role))
        inside = block.role == "hero" or (hero is not None and block.box is not None and _inside(block.box, hero))
        yield Passage(
            text, block.tag.lower(), block.role, block.region, plain(block.place, 200), page.address, page.kind, order,
            block.size, block.box, inside,
        )  # fmt: skip


def _is_said(block: TextBlock, headers: bool) -> bool:
    if block.role in ("nav", "footer", "input") or _NAVIGATION.search(block.place):
        return False
    if block.region == "footer":
        return False
    return block.region == "main" or headers or block.tag.lower() == "h1"


def _inside(box: Box, outer: Box) -> bool:
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return outer.x <= x <= outer.x + outer.width and outer.y <= y <= outer.y + outer.height


def _counted(passage: Passage, pages: int) -> Passage:
    return passage if pages == 1 else Passage(**{**vars(passage), "pages": pages})


def _all_texts(page: PageReading) -> Iterable[str]:
    yield from (block.text for block in page.texts)
    yield from (page.title, *page.meta.values())
    yield from (text for sample in page.pictures for text in (sample.alternative, sample.caption))
    yield from _strings(page.structured)


def _strings(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value[:2000]
    elif depth < 12 and isinstance(value, dict):
        for part in list(value.values())[:400]:
            yield from _strings(part, depth + 1)
    elif depth < 12 and isinstance(value, list | tuple):
        for part in value[:400]:
            yield from _strings(part, depth + 1)
