"""An icon for the words of an entry, chosen by meaning; none rather than one that says something else.

Words are looked up in a table of what businesses speak of, most telling first, and then among the names of the icon
set; a word that is the whole entry counts for more than one among many. No word that stands for several things is in
the table.
"""

from __future__ import annotations

import re
from functools import lru_cache

MEANINGS: dict[str, str] = {
    "rocket": "launch launches launched launching kickoff startup startups",
    "trending-up": "growth grow grows growing grew increase increases increased revenue rising",
    "trending-down": "decline declines declining decreases decreased shrinking",
    "receipt": "invoice invoices invoicing receipt receipts",
    "credit-card": "payment payments checkout",
    "banknote": "cash salary salaries payroll wages",
    "piggy-bank": "savings saving saves saved",
    "wallet": "wallet budget budgets",
    "percent": "discount discounts rebate percent",
    "calculator": "calculate calculates calculation accounting bookkeeping",
    "landmark": "banking",
    "scale": "legal law lawful compliance compliant gdpr",
    "gavel": "court lawyer lawyers",
    "shield-check": "secure security safe safety protection protected protects warranty insured insurance guarantee",
    "lock": "encrypted encryption password passwords private privacy confidential",
    "users": "team teams people community customers clients members everyone audience employees staff",
    "user-plus": "onboarding hire hires hiring recruit recruiting recruitment",
    "handshake": "partner partners partnership partnerships agreement deals",
    "heart": "love loved loves caring",
    "heart-pulse": "health healthy healthcare wellness",
    "stethoscope": "doctor doctors medical clinic clinics patients",
    "pill": "medicine medicines pharmacy",
    "leaf": "sustainable sustainability organic eco vegan ecological",
    "recycle": "recycle recycled recycling reusable refillable",
    "sun": "solar sunshine sunny summer",
    "droplets": "water waterproof",
    "zap": "electric electricity energy instant instantly faster fastest",
    "gauge": "performance speed",
    "clock": "hour hours minutes timely punctual",
    "calendar": "calendar schedule schedules scheduled scheduling appointment appointments booking bookings",
    "bell": "reminder reminders notification notifications alerts",
    "mail": "email emails mail newsletter newsletters inbox",
    "phone": "phone phones telephone hotline",
    "smartphone": "mobile smartphone app apps",
    "message-circle": "chat chats message messages messaging conversation conversations",
    "headphones": "support helpdesk helpline",
    "globe": "global worldwide international website websites languages countries abroad",
    "map-pin": "location locations nearby local",
    "map": "map maps route routes",
    "truck": "delivery deliveries deliver delivers delivered shipping shipment logistics",
    "package": "package packages parcel parcels packaging",
    "shopping-cart": "shop shopping cart webshop ecommerce",
    "tag": "price prices pricing",
    "gift": "gift gifts bonus",
    "award": "award awards prize certified certificate certification",
    "trophy": "winner winners winning champion",
    "star": "rating ratings reviews stars favourite favorite",
    "target": "goal goals target targets targeted objectives",
    "lightbulb": "idea ideas innovation innovative insight insights inspiration",
    "brain": "intelligence ai learning",
    "bot": "robot robots automation automated automatic automatically automates",
    "settings": "settings configuration configure setup customise customize",
    "wrench": "repair repairs maintenance tools",
    "plug": "plug connect connects connected connection",
    "blocks": "integration integrations modular",
    "refresh-cw": "update updates updated sync synchronise synchronize renew renewal",
    "cloud": "cloud hosting",
    "database": "data database databases",
    "server": "server servers infrastructure",
    "code": "code developer developers programming software api apis",
    "wifi": "wifi wireless internet online",
    "search": "search discover discovery",
    "chart-column": "statistics analytics analysis report reports reporting dashboard dashboards",
    "file-text": "document documents contract contracts paperwork files",
    "signature": "signed signature signatures",
    "clipboard-check": "checklist inspection inspections audit audits",
    "book-open": "reading guide guides manual manuals",
    "graduation-cap": "training trainings course courses education students school university",
    "briefcase": "business career careers jobs",
    "building-2": "office offices company companies headquarters",
    "factory": "factory factories manufacturing production",
    "house": "house houses apartment apartments property",
    "key": "rent rental",
    "bed": "hotel hotels sleep bedroom beds rooms overnight",
    "plane": "flight flights travel travels travelling airport holiday holidays vacation",
    "car": "car cars parking vehicle vehicles",
    "bike": "bike bikes bicycle bicycles cycling",
    "utensils": "food restaurant restaurants meal meals dinner lunch menu",
    "coffee": "coffee cafe espresso breakfast",
    "dumbbell": "fitness gym workout workouts exercise",
    "baby": "baby babies newborn",
    "paw-print": "pets pet dogs cats dog cat",
    "music": "music song songs concert concerts",
    "camera": "photo photos photography camera",
    "video": "video videos",
    "mic": "voice podcast podcasts microphone",
    "palette": "design designs designer colours colors branding",
    "sparkles": "ai-powered cleaning",
    "hammer": "build builds building construction renovation",
    "flame": "heat heating",
    "snowflake": "cooling frozen winter",
    "download": "download downloads",
    "upload": "upload uploads",
    "eye": "visibility transparent transparency overview",
    "vote": "vote votes voting election",
    "ticket": "ticket tickets event events",
    "circle-dollar-sign": "money profit profits earnings income",
    "megaphone": "marketing campaign campaigns advertising announcement",
}
"""Name of an icon to the words that mean it and nothing else in what companies say."""

_OPAQUE = frozenset("no not never without less stop nobody none isn't don't can't won't kein keine nicht ohne".split())
"""Where one of these is said the icon would show what there is not."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for icon, words in MEANINGS.items():
        for word in words.split():
            table.setdefault(word, icon)
    return table


def icon_for(text: str, taken: frozenset[str] = frozenset()) -> str:
    """The name of the icon that stands for `text`; empty where nothing in it is clear, where it denies something, or
    where the icon is `taken` by another entry. The first telling word decides, as headings lead with what they are of.
    """
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    if not words or len(words) > 14 or any(word in _OPAQUE for word in words):
        return ""
    table = _table()
    found = [icon for word in words if (icon := table.get(word) or table.get(word.removesuffix("'s")))]
    return next((icon for icon in found if icon not in taken), "")


def icons_for(texts: tuple[str, ...]) -> tuple[str, ...]:
    """An icon for each of `texts`, no two alike; none at all where fewer than two thirds of them have one, since a list
    with gaps looks broken.
    """
    chosen: list[str] = []
    for text in texts:
        chosen.append(icon_for(text, frozenset(icon for icon in chosen if icon)))
    enough = sum(bool(icon) for icon in chosen) * 3 >= 2 * len(texts)
    return tuple(chosen) if enough and any(chosen) else ("",) * len(texts)
