"""Identity: who speaks or what is shown, with its name, as the sentence that may open the video."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.language.grammar import article, is_plural, sentence
from tools.language.lexicon import CATEGORIES

_UPPER = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢİĪĶŁŃŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽ]"
_WORD = rf"{_UPPER}[\w'’&.-]*(?<![.])"
NAME = (
    rf"(?P<name>\"[^\"]{{2,60}}\"|{_WORD}(?:\s(?:&\s|and\s(?!I\b)(?={_UPPER})|of\s(?:the\s)?(?={_UPPER})|d[aeo]s?\s|"
    rf"the\s"
    rf"(?={_UPPER})|de\s(?:la\s)?|du\s|van\s|von\s)?(?:{_WORD}|\d+)){{0,4}})"
)
FIRMS = "|".join(
    sorted(
        {word for kind in ("place", "service", "cause", "class") for word in CATEGORIES[kind]}
        | set(
            (
                "organisation organization brand company business firm shop store salon studio label startup "
                "start-up team agency truck "
                "shelter charity foundation association club band clinic practice church choir factory "
                "manufacturer workshop school academy winery farm council museum library gym hotel hostel "
                "nonprofit ngo cooperative co-op festival theatre orchestra troupe dealership roastery bistro "
                "trattoria pizzeria barbershop home nursery surgery orchard vineyard distillery maker house "
                "producer network society union group office bookshop bookstore kindergarten hospital university "
                "college plumber electrician florist florist's photographer trainer coach therapist tutor baker "
                "accountant lawyer dentist painter carpenter builder mechanic physio physiotherapist osteopath "
                "vet gardener translator designer"
            ).split()
        ),
        key=len,
        reverse=True,
    )
)
_END = r"(?=\s*(?:[,.;:!?(]|\s[–—-]\s|$)|\s+(?:and|in|at|from|near|that|which|who|based|on|is|will|has|with|to)\b)"
_WE = r"(?:we're|we\s+are|i'm|i\s+am|this\s+is|it's)"
_NOT_NAMES = re.compile(
    r"(?:The|Our|We|It|I|Please|Thanks?|Hi|Hello|A|An|This|Instagram|LinkedIn|TikTok|YouTube|"
    r"Facebook"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|PDF|CEO|HR|CV|WhatsApp|"
    r"Workday|Google|AI|UK|US|EU)$"
)


@dataclass(frozen=True)
class Identity:
    """`name` and `what` bears it; `opening` is a sentence that says both, `rest` what else the clause tells."""

    name: str
    what: str = ""
    opening: str = ""
    rest: str = ""
    firm: bool = True


def read_identity(text: str) -> Identity | None:
    """Who or what is named in a clause that tells; None where nobody is."""
    bare = re.sub(r"^(?:so|well|ok|okay|basically|right|hey|hi|hello|um|and|also|oh)\b[\s,]*", "", text, flags=re.I)
    found = re.match(rf"(?:(?i:{_WE}|we're called|my name is|my name's))\s+{NAME}(?P<more>.*)$", bare)
    if found and not _NOT_NAMES.match(found["name"]) and not re.match(r"\s+[a-z]+ing\b", found["more"]):
        what = re.match(r",\s+(?P<what>(?:an?|the)\s+[^,.;]+)", found["more"])
        firm = re.match(rf",?\s+(?:from|of|at|with)\s+{NAME}", found["more"])
        return Identity((firm or found)["name"].strip('"'), what["what"] if what else "", sentence(bare))
    for lead in (
        r"(?:i|we)\s+(?:\w+\s+)?(?:run|own|have|manage|operate|started|founded|opened|lead|represent|work for|"
        r"work at)\s+",
        rf"{_WE}\s+",
        r"",
    ):
        bare_too = "?" if lead else ""
        for joint in (r"(?:,?\s+(?i:called|named|name(?:'s|\s+is)?)\s+|,\s+|\s+\(|\s+is\s+called\s+)", r"\s+"):
            if found := re.match(
                rf"(?i:{lead})(?P<what>(?:(?i:an?|the|our|this|my)\s+){bare_too}(?:[\w'-]+\s+)"
                rf"{{0,5}}?(?:(?i:{FIRMS}|"
                rf"app|tool|platform|novel|book|album|podcast|game|course|product|event|conference|"
                rf"fair|market|exhibition))(?:\s+(?:of|for|in|at|near|from|by)\s+[^,.;:(]+?)?)"
                rf"{joint}(?:the\s+)?{NAME}\)?(?P<more>.*)$",
                bare,
            ):
                if (
                    _NOT_NAMES.match(found["name"])
                    or (
                        not lead
                        and not re.search(r"called|named|,\s", bare[: found.start("name")][-12:])
                        and not re.match(r"(?i:our|my)\b", bare)
                    )
                    or re.search(r"\b(?:in|at|of|for|on|from|by|near|with|to|and)$", found["what"].strip())
                ):
                    continue
                if lead and found["what"][:1].isupper():
                    continue
                if not lead and re.search(r"\sis\s+called\s", bare[: found.start("name")]):
                    said = f"{bare[: found.start('name')]}{found['name']}"
                    return Identity(
                        found["name"].strip('"'),
                        found["what"],
                        sentence(said),
                        re.sub(r"^(?:and|but)\s+", "", found["more"].strip(" ,.")),
                        False,
                    )
                if not lead and re.match(
                    r"\s+(?!in\b|at\b|near\b|from\b|that\b|which\b|who\b|and\b|for\b|on\b)[a-z]", found["more"]
                ):
                    return Identity(found["name"].strip('"'), found["what"])
                return _owned(found["what"], found["name"], found["more"])
    if (
        found := re.match(rf"(?i:i|we)\s+(?i:run|manage|own|lead)\s+{NAME}(?P<more>.*)$", bare)
    ) and not _NOT_NAMES.match(found["name"]):
        place = re.match(r"\s+(?:in|at|near)\s+[A-Z][\w' -]*?(?=\s+and\s|[,.;:]|$)", found["more"])
        more = re.sub(r"^\W*(?:and|but|so)\s+", "", found["more"][place.end() if place else 0 :])
        where = place.group() if place else ""
        return Identity(found["name"], "", sentence(f"We're {found['name']}{where}"), more.strip(" ,."))
    if found := re.match(
        rf"{NAME}\s+here(?:,?\s+(?:we're|i'm|we are|i am)\s+(?P<what>an?\s+[^,.;]+))?(?P<more>.*)$", bare
    ):
        known = f", {found['what']}" if found["what"] else ""
        return Identity(
            found["name"], found["what"] or "", sentence(f"We're {found['name']}{known}"), found["more"].strip(" ,.")
        )
    if (
        found := re.match(
            rf"(?i:we|i)(?:'ve)?\s+(?i:(?:just|recently|have)\s+)*(?i:built|made|created|launched|"
            rf"developed|founded|"
            rf"released|wrote|run|make|publish)\s+{NAME}(?P<more>(?:,\s|\s(?:is|to|so|that)\b|$).*)$",
            bare,
        )
    ) and not _NOT_NAMES.match(found["name"]):
        what = re.match(r",\s+(?P<what>(?:an?|the)\s+[^,.;]+)", found["more"])
        return Identity(found["name"].strip('"'), what["what"] if what else "", sentence(bare), "", False)
    if (
        found := re.match(
            rf"(?i:(?:and\s+)?(?:(?:our|the|my|its)\s+)?(?:shop|company|brand|business|studio|name|it|app|"
            rf"place|firm|charity|club|school|product|novel|book)?(?:'s|\s+is)\s+(?:called|named)\s+|"
            rf"(?:(?:our|"
            rf"the|my|its)\s+)?(?:name|company|brand|business)(?:'s|\s+is|:)\s+)(?:the\s+)"
            rf"?{NAME}(?P<more>.*)$",
            bare,
        )
    ) and not _NOT_NAMES.match(found["name"]):
        return Identity(found["name"].strip('"'), "", "", found["more"].strip(" ,."))
    found = re.match(rf"{NAME},?\s+is\s+(?P<what>(?:an?|the)\s+[^,.;]+)", bare)
    if found and not _NOT_NAMES.match(found["name"]):
        return Identity(found["name"].strip('"'), found["what"], sentence(bare))
    return None


def owner_in(topic: str) -> Identity | None:
    """`my dental practice, Riverside Dental in Bath` in a topic, as a firm or a thing with its name."""
    found = re.match(
        rf"(?i:my|our|the|an?|this)\s+(?P<what>(?:(?!called|named)[a-zà-ÿA-Z\d][\w'-]*\s+)"
        rf"{{0,5}}?[a-z][\w'-]*)"
        rf"(?:,\s+|\s+(?:called\s+|named\s+)?|\s+\()(?:the\s+)?{NAME}\)?(?P<more>\s+(?:in|at|near|for|on|"
        rf"from)\s+[^,.;]+)?[,.]?$",
        topic,
    )
    if (
        not found
        or _NOT_NAMES.match(found["name"])
        or re.search(r"\b(?:in|at|of|for|on|from|by|with|to|and)$", found["what"])
    ):
        return None
    return _owned(f"our {found['what']}", found["name"], found["more"] or "")


def _owned(what: str, name: str, more: str) -> Identity:
    """A firm speaks of itself (`We're Miga, a small bakery`), anything else is shown (`Meet Ledgerly, our new app`)."""
    bare = re.sub(r"^(?:an?|the|our|my|this)\s+", "", what.strip(), flags=re.I)
    name = name.strip('"')
    place = re.match(
        r",?\s+(?P<place>(?:in|at|near|from)\s+[A-Z][^,.;:]*?(?=\s+and\s+(?:we|i|our|it)\b|[,.;:]|$)|(?:that|which|"
        r"who)\s+[^.;:]*)(?P<rest>.*)"
        r"$",
        more,
    )
    where = f" {place['place'].strip()}" if place else ""
    rest = re.sub(r"^(?:and|but|so)\s+", "", (place["rest"] if place else more).strip(" ,.;:–-"))
    firm = re.search(rf"\b(?:{FIRMS})\b", bare, re.I) is not None and not re.search(
        r"\b(?:festival|app|course|class|workshop|event|fair|novel|book|podcast|album|training|programme|program|"
        r"webinar|conference|exhibition|market|campaign|appeal)$",
        re.split(r"\s(?:of|for|in|at|by)\s", bare)[0],
        re.I,
    )
    plural = is_plural(re.split(r"\s(?:of|for|in|at|by|near|from)\s", bare)[0].split()[-1])
    if firm:
        opening = f"We're {name}, {'' if plural else article(bare) + ' '}{bare}{where}"
    else:
        opening = f"This is {name}, our {bare}{where}"
    return Identity(name, bare + where, sentence(opening), rest, firm)
