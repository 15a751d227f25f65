"""How to reach the brand: mail, phone, postal address, its profiles on networks, and its contact for the press."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from brand_memory.kit import Contact, Evidence, Fact
from brand_memory.passages import brand_words, readings, seen
from brand_memory.reading import PageReading, SiteReading
from brand_memory.structured_data import Item, all_of, items, text_of, types_of
from brand_memory.wording import instructs, plain

_MOST_OF_A_KIND = 3
_NETWORKS: dict[str, str] = {
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "instagram.com": "instagram",
    "linkedin.com": "linkedin",
    "twitter.com": "x",
    "x.com": "x",
    "youtube.com": "youtube",
    "tiktok.com": "tiktok",
    "pinterest.com": "pinterest",
    "xing.com": "xing",
    "threads.net": "threads",
    "threads.com": "threads",
    "bsky.app": "bluesky",
    "vimeo.com": "vimeo",
    "github.com": "github",
    "gitlab.com": "gitlab",
    "discord.gg": "discord",
    "discord.com": "discord",
    "t.me": "telegram",
    "telegram.me": "telegram",
    "wa.me": "whatsapp",
    "twitch.tv": "twitch",
    "snapchat.com": "snapchat",
    "medium.com": "medium",
    "dribbble.com": "dribbble",
    "behance.net": "behance",
    "reddit.com": "reddit",
    "soundcloud.com": "soundcloud",
    "spotify.com": "spotify",
    "mastodon.social": "mastodon",
    "vk.com": "vk",
    "weibo.com": "weibo",
    "flickr.com": "flickr",
    "tumblr.com": "tumblr",
    "yelp.com": "yelp",
    "tripadvisor.com": "tripadvisor",
}
_COUNTRY_PINTEREST = re.compile(r"^pinterest\.[a-z]{2}(?:\.[a-z]{2})?$")
_NO_PROFILE = re.compile(
    r"^/(?:sharer?|share|shareArticle|intent|home|hashtag|search|explore|login|signup|i|status|p|reel|reels|tv|"
    r"stories|watch|embed|"
    r"shorts|playlist|results|pin|plugins|dialog|tr|policies|privacy|terms|about|help|legal|settings|submit|"
    r"oauth|widgets?|v|vi|"
    r"groups/search|events/|photo|photos|video|videos|feed|jobs|learning|pulse|posts|topics|marketplace|"
    r"features|sponsors|apps|invite/?$)"
    r"(?:[/.?#]|$)",
    re.IGNORECASE,
)
_POSTS = frozenset({"video", "photo", "live"})
_MAIL = re.compile(r"(?<![\w.+@/-])[A-Za-z0-9][\w.+-]{0,62}@(?:[A-Za-z0-9-]{1,62}\.){1,4}[A-Za-z]{2,18}(?![\w@-])")
_NOT_MAIL = re.compile(
    r"@(?:example|domain|sentry|wixpress|email|yourdomain|company|test)\.|@.*\.(?:png|jpe?g|gif|webp|svg|css|"
    r"js)$|^(?:name|you|your|"
    r"user|email|john\.?doe|jane\.?doe|max\.mustermann|firstname|noreply|no-reply|donotreply)[\w.]*@",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"^(?:press|media|presse|prensa|stampa|imprensa|pers|pr|newsroom|kommunikation|communications?)\b", re.IGNORECASE
)
_PHONE_TEXT = re.compile(
    r"(?:\b(?:tel|phone|telephone|telefon|téléphone|teléfono|telefono|call(?: us)?|fon|mobil|ring)\b[.: "
    r"]{0,4}[a-z ]{0,12}?)"
    r"(\(?\+?\d[\d\s()./-]{6,22}\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Seen:
    """One sight of a way to reach the brand."""

    kind: str
    value: str
    sure: float
    evidence: Evidence


def contacts(site: SiteReading) -> tuple[Fact[Contact], ...]:
    """The brand's contacts, each once, surest first within a kind; `press` is a mail or phone for journalists.

    Mails and phones from links, structured data and visible words; addresses from structured data; profiles from links
    to known networks and `sameAs`, one for each network, and never links that share, search or show a single post.
    """
    found = [sight for page in readings(site) for sight in (*_linked(page), *_stated(page), *_written(page))]
    names = brand_words(site)
    host = _domain(site.address)
    held: dict[tuple[str, str], list[_Seen]] = {}
    for sight in found:
        held.setdefault((sight.kind, _key(sight)), []).append(sight)
    facts: dict[str, list[Fact[Contact]]] = {}
    for (kind, _), sights in held.items():
        best = max(sights, key=lambda sight: sight.sure)
        pages = len({sight.evidence.page for sight in sights})
        sure = best.sure + 0.03 * min(3, pages - 1) + _fits(best, names, host)
        fact = Fact(
            value=Contact(kind=kind, value=best.value),
            confidence=round(min(0.97, max(0.2, sure)), 2),
            evidence=tuple(sight.evidence for sight in sights[:3]),
        )
        facts.setdefault(kind, []).append(fact)
    order = ["email", "phone", "address", "press", *sorted(set(_NETWORKS.values()))]
    return tuple(
        fact
        for kind in order
        for fact in sorted(facts.get(kind, ()), key=lambda fact: -fact.confidence)[
            : 1 if kind in _NETWORKS.values() else _MOST_OF_A_KIND
        ]
    )


def network_of(address: str) -> tuple[str, str] | None:
    """The network and the bare address of a profile; None for other sites, posts, searches and links that share."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    bare = host.removeprefix("www.").removeprefix("m.").removeprefix("mobile.")
    names = bare.split(".")
    kind = next((_NETWORKS[end] for at in range(len(names) - 1) if (end := ".".join(names[at:])) in _NETWORKS), None)
    if kind is None and _COUNTRY_PINTEREST.match(bare):
        kind = "pinterest"
    path = re.sub(r"/+$", "", parts.path)
    if (
        kind is None
        or not path
        or _NO_PROFILE.match(path)
        or (kind == "whatsapp" and not re.fullmatch(r"/\+?\d{6,15}", path))
    ):
        return None
    steps = [step for step in path.split("/") if step]
    if len(steps) > 1 and (kind in ("x", "instagram", "threads") or (kind == "tiktok" and steps[1].lower() in _POSTS)):
        return None
    if kind == "linkedin" and steps[0].lower() not in ("company", "in", "school", "showcase"):
        return None
    if kind in ("github", "gitlab") and len(steps) > 1:
        return None
    if (
        kind == "youtube"
        and not (steps[0].startswith("@") or steps[0].lower() in ("c", "channel", "user"))
        and len(steps) > 1
    ):
        return None
    if kind == "spotify" and steps[0].lower() not in ("artist", "user", "show"):
        return None
    if kind == "facebook" and steps[-1].lower() == "profile.php":
        number = parse_qs(parts.query).get("id", [""])[0]
        return (kind, f"https://facebook.com/profile.php?id={number}") if number.isdigit() else None
    keep = {"linkedin": 2, "youtube": 2, "spotify": 2, "reddit": 2, "discord": 2}.get(kind, 3)
    return kind, plain(f"https://{bare}/" + "/".join(steps[:keep]), 300)


def _linked(page: PageReading) -> Iterator[_Seen]:
    for link in page.links:
        scheme, _, rest = link.address.partition(":")
        place = f"link in the {link.region}"
        words = plain(link.words, 120)
        if scheme.lower() == "mailto":
            mail = unquote(rest.partition("?")[0]).strip()
            if _MAIL.fullmatch(mail) and not _NOT_MAIL.search(mail):
                yield _mail(mail, 0.85, seen(page.address, place, words or mail), page)
        elif scheme.lower() == "tel":
            number = _phone(unquote(rest))
            if number:
                yield _Seen("phone", number, 0.88, seen(page.address, place, words or number))
        elif profile := network_of(link.address):
            sure = {"footer": 0.85, "header": 0.85}.get(link.region, 0.55)
            yield _Seen(profile[0], profile[1], sure, seen(page.address, place, profile[1]))


def _stated(page: PageReading) -> Iterator[_Seen]:
    """What structured data says of the organisation; people, reviewers and products have contacts of their own."""
    for item in items(page.structured):
        kinds = types_of(item)
        if kinds & {"person", "review", "product", "article", "newsarticle", "blogposting", "event", "jobposting"}:
            continue
        place = f"structured data {sorted(kinds)[0] if kinds else ''}".strip()
        press = (
            "press" in text_of(item.get("contactType"), 60).lower()
            or "media" in text_of(item.get("contactType"), 60).lower()
        )
        for value in all_of(item.get("email"))[:5]:
            mail = text_of(value, 120).removeprefix("mailto:")
            if _MAIL.fullmatch(mail) and not _NOT_MAIL.search(mail):
                yield _mail(mail, 0.88, seen(page.address, place, mail), page, press=press)
        for value in all_of(item.get("telephone"))[:5]:
            number = _phone(text_of(value, 60))
            if number:
                yield _Seen("press" if press else "phone", number, 0.88, seen(page.address, place, number))
        for value in all_of(item.get("address"))[:5]:
            written = _postal(value)
            if written and not instructs(written):
                yield _Seen("address", written, 0.88, seen(page.address, place, written))
        if "postaladdress" not in kinds:
            for value in all_of(item.get("sameAs"))[:40]:
                if profile := network_of(text_of(value, 500)):
                    yield _Seen(profile[0], profile[1], 0.9, seen(page.address, f"{place} sameAs", profile[1]))


def _written(page: PageReading) -> Iterator[_Seen]:
    """Mails and phones in visible words: of footers, and of pages about the brand."""
    for block in page.texts:
        if not block.own or not (block.region == "footer" or page.kind in ("contact", "about", "press", "home")):
            continue
        text = plain(block.text, 600)
        for mail in _MAIL.findall(text)[:4]:
            if not _NOT_MAIL.search(mail):
                yield _mail(mail, 0.75, seen(page.address, block.place, text), page)
        for number in _PHONE_TEXT.findall(text)[:2]:
            if written := _phone(number):
                yield _Seen("phone", written, 0.7, seen(page.address, block.place, text))


def _mail(mail: str, sure: float, evidence: Evidence, page: PageReading, *, press: bool = False) -> _Seen:
    for_press = press or bool(_PRESS.match(mail)) or (page.kind == "press" and "footer" not in evidence.place)
    return _Seen("press" if for_press else "email", mail.lower(), sure, evidence)


def _phone(text: str) -> str:
    """A phone number as people read it, at most 15 digits (ITU-T E.164); empty where it can be none."""
    number = re.sub(r"\(0\)", "", plain(text.partition(";")[0], 40))
    digits = re.sub(r"\D", "", number)
    if (
        not 7 <= len(digits) <= 15
        or len(set(digits)) < 3
        or re.fullmatch(r"(?:19|20)\d\d\D(?:19|20)?\d\d\d{0,4}", number)
    ):
        return ""
    if re.search(r"[^\d\s()+./-]", number):
        return ""
    return re.sub(r"\s+", " ", number).strip(" ./-")


def _postal(value: object) -> str:
    if isinstance(value, dict):
        parts: Item = value
        street = text_of(parts.get("streetAddress"), 120)
        town = " ".join(filter(None, (text_of(parts.get("postalCode"), 20), text_of(parts.get("addressLocality"), 60))))
        region, country = text_of(parts.get("addressRegion"), 60), text_of(parts.get("addressCountry"), 60)
        return plain(", ".join(filter(None, (street, town, region, country))), 300) if street or town else ""
    written = text_of(value, 300)
    return written if re.search(r"\d", written) and len(written) > 12 and "://" not in written else ""


def _key(sight: _Seen) -> str:
    if sight.kind == "phone":
        return re.sub(r"\D", "", sight.value)[-8:]
    return sight.value.casefold().replace("://www.", "://")


def _fits(sight: _Seen, names: frozenset[str], host: str) -> float:
    """What speaks for or against a contact being the brand's own: its name in a profile, its domain in a mail."""
    if "@" in sight.value and sight.kind in ("email", "press"):
        return 0.06 if host and _domain("//" + sight.value.rpartition("@")[2]) == host else -0.12
    if sight.kind in _NETWORKS.values():
        handle = re.sub(r"[^a-z0-9]", "", sight.value.rpartition("/")[2].lower())
        return (
            0.06
            if any(
                name.replace(" ", "") in handle or handle in name.replace(" ", "") for name in names if len(name) > 2
            )
            else -0.08
        )
    return 0.0


def _domain(address: str) -> str:
    parts = (urlsplit(address).hostname or "").split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])
