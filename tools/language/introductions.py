"""Introductions: people who say who they are, what they do and what they want, in any order, as they would to a person.

`I run a small bakery called Miga. I want a video for Instagram, 20 seconds, we now do workshops on Saturdays` is about
the workshops, by Miga; that it is a small bakery, and when, are facts. What only asks for a video is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tools.language.actions import ADDRESS
from tools.language.clauses import is_hollow
from tools.language.grammar import article, third_person
from tools.language.lexicon import CATEGORIES, VIDEO_NOUNS
from tools.language.naming import WHEN
from tools.language.wishes import read_wishes
from tools.sentences import split_sentences

_NOUN = "(?:" + "|".join(VIDEO_NOUNS) + "|teaser|explainer|something|ad|advert|spot)"
_KINDS = "|".join(sorted({word for words in CATEGORIES.values() for word in words} | {
    "brand", "company", "business", "firm", "shop", "store", "salon", "studio", "label", "saas", "software", "startup",
    "team", "agency", "truck", "shelter", "nonprofit", "charity", "foundation", "association", "club", "band", "clinic",
    "practice", "church"}, key=len, reverse=True))
_UPPER = "[A-ZÀ-ÖØ-Þ]"
_NAME = (rf"\"?(?P<name>(?!The\s[a-z]|(?:I|We|It|A|An|Our|My|Instagram|LinkedIn|TikTok|YouTube|Facebook)\b)"
         rf"{_UPPER}[\w'’-]*"
         rf"(?:\s(?:&\s|and\s(?={_UPPER})|of\s(?={_UPPER}))?{_UPPER}[\w'’-]*){{0,3}})\"?")
_WHAT = r"(?P<what>an?\s+[^,.;:!?\n]+?)"
_ENDS = r"(?=\s*(?:[,.;:!?\n]|\s[–—-]\s|$)|\s+and\s)"
_WE = r"(?:(?:we|i)(?:'re|'m|\s+are|\s+am)|this\s+is)\s+"
_FILLER = re.compile(r"^\W*(?:(?:so|well|ok|okay|basically|right|hey|hi|hello|um|and|also|oh|now)\b[\s,]*)+(?=\w)",
                     re.I)

_IDENTITIES = tuple(re.compile(pattern) for pattern in (
    rf"(?i:^{_WE}){_NAME},\s+(?i:{_WHAT}){_ENDS}",
    rf"(?i:^{_WE}{_WHAT}(?:,\s+(?:called\s+|named\s+)?|\s+(?:called|named)\s+)){_NAME}{_ENDS}",
    rf"(?i:^(?:i|we)\s+(?:run|own|have|manage|operate|started|founded)\s+{_WHAT},?\s+(?:called|named)\s+)"
    rf"{_NAME}{_ENDS}",
    rf"(?i:^(?:i|we)\s+(?:run|own|manage|operate)\s+){_NAME},\s+(?i:{_WHAT}){_ENDS}",
    rf"(?i:^{_WE}){_NAME}(?P<what>){_ENDS}",
    rf"(?i:^(?:my|our)\s+name\s+is|^(?:my|our)\s+name's)\s+{_NAME}(?P<what>){_ENDS}",
    rf"(?i:^(?:(?:the|our|my)\s+)?(?:brand|company|business|firm|shop|store|salon|studio|label)(?:'s\s+name)?\s*"
    rf"(?:is|'s|:)\s+(?:called\s+)?){_NAME}(?P<what>){_ENDS}",
    rf"^{_NAME}\s+(?i:is\s+{_WHAT}){_ENDS}",
))
"""Who speaks: the name, and what bears it where that is said."""
_RUNS = re.compile(r"^(?:(?:i|we)\s+(?:run|own|have|manage|operate|started|founded)|(?:i|we)(?:'m|'re|\s+am|\s+are))"
                   r"\s+(?P<what>an?\s+[^,;:]+)$", re.I)
"""What somebody has, before its name is told."""
_OWN = re.compile(rf"(?i:^(?:our|my)\s+(?P<what>(?:[a-z][\w-]*\s+){{0,3}}(?:{_KINDS})))(?:,\s+{_NAME},|\s+"
                  rf"(?!\"){_NAME.replace('name>', 'own>')}(?=\s+(?i:is|will|has)\b))\s+(?P<rest>\S.*)$")
"""`Our clinic, Dental Plus, will move`."""
_CALLED = re.compile(rf"(?i:^(?:and\s+)?(?:it|they)(?:'s|'re|\s+is|\s+are)\s+(?:called|named)\s+)(?:the\s+)"
                     rf"?{_NAME}{_ENDS}")
"""The name of the thing that was spoken of just before."""
_OWNED = re.compile(rf"(?i:\b(?:my|our)\s+(?P<what>(?:[a-z][\w-]*\s+){{0,3}}(?:{_KINDS}))),?\s+(?i:called\s+)?{_NAME}"
                    rf"(?=\s*(?:[,.;:!?\n]|$)|\s+(?:works?|in|at)\b)")
_ASKS = re.compile(rf"(?i:^(?:(?:please|kindly)\s+)?(?:(?:can|could|would|will)\s+(?:you|we|i)|(?:i|we)(?:'d|\s+would)?"
                   rf"\s+(?:need|want|like|love)|(?:i|we)(?:'m|'re|\s+am|\s+are)\s+looking\s+for|need|want|make|create|"
                   rf"produce|generate|build|prepare|do|give|{_NOUN}\b|(?:a|an|one|some)\s))")
_LENGTH = re.compile(r"^\W*\d+[\s-]*(?:seconds?|secs?|s|minutes?|mins?|m)\b\s*(?:long\s+)?", re.I)
_THING_MADE = re.compile(rf"\b(?:{_NOUN}|smth|sth)\b", re.I)
_ABOUT = re.compile(r"\b(?:about|on|showing|promoting|introducing|announcing|for)\s+(?P<np>(?:our|my|the)"
                    r"\s+[^,.;:!?\n]+)$",
                    re.I)
_ASKED_OF = re.compile(rf"\bto\s+(?P<call>[a-z][^,;!?\n]*?(?:{ADDRESS.pattern}))", re.I)
"""What an order wants people to do, and where."""
_FOR_US = re.compile(r"^(?:this|it)(?:'s|\s+is)\s+(?:for|about)\s+(?P<np>(?:our|my|the)\s+.*)$", re.I)
_SHOWN = re.compile(r"^(?:(?:my|our|the)\s+)?(?:web\s?shop|online\s+shop|web\s?site|home\s?page|page|socials?|social "
                    r"media|newsletter|customers|"
                    r"clients|staff|team|channel|feed|story|profile|facebook|linkedin|instagram|website)\b", re.I)
_OFFERS = re.compile(
    r"^(?:we|i)(?:\s+have|'ve|\s+are|'re|\s+am|'m)?\s+(?:(?:now|also|just|recently|currently|finally|only)\s+)*"
    r"(?P<verb>do|offer|sell|make|bake|roast|brew|build|design|provide|rent out|teach|opened|launched|launching|"
    r"opening|"
    r"started|starting|released|releasing|introducing)\s+(?P<object>[^,;:!?\n]+)$", re.I)
_BEGINS = frozenset("opened launched launching opening started starting released releasing introducing".split())
_CUT = re.compile(rf"\s+(?:(?:on|every|each|until|from|by)\s+(?:(?:every|each)\s+)?(?:{WHEN}|[€$£]?\d)|on\s+(?:etsy|"
                  rf"amazon|"
                  r"ebay|shopify)\b|from\s+(?:only\s+|just\s+)?[€$£]?\d)", re.I)
_OF_OURS = re.compile(r"\s+of\s+(?:our|my)\s+.*$", re.I)


@dataclass
class Introduced:
    """Who speaks and what of: `product` is what the video is about, `rest` everything said besides."""

    name: str = ""
    what: str = ""
    product: str = ""
    named: bool = False
    """Whether the name is the product's own."""
    facts: list[str] = field(default_factory=list)
    rest: str = ""
    maker: str = ""
    """What the maker is, where the product is something else: said after everything about the product."""
    offered: bool = False
    """Whether an order goes on with what somebody does, which needs no name: `A video for the website: we do taxes`."""


def introduced(text: str) -> Introduced | None:
    """What `text` tells in the manner of an introduction; None where nobody introduces anything in it."""
    found = Introduced()
    kept: list[str] = []
    text = re.sub(r"\s*\n\s*", ". ", text)
    text = re.sub(r"\b[Mm]y (?!name\b)\w+ and [Ii]\b", "we", text)
    text = re.sub(rf"\s*\((?P<name>{_UPPER}[\w'’& -]{{2,40}})\)", r" called \g<name>", text)
    for sentence in split_sentences(text):
        kept.append(_read_sentence(found, _FILLER.sub("", sentence.strip(" .!?"))))
    found.rest = ". ".join(part for part in kept if part.strip(" ."))
    if not (found.name or found.offered) or not (found.product or found.what or found.facts or found.rest):
        return None
    if found.name and (found.named or not found.product):
        if found.what:
            found.facts.insert(0, found.what)
        found.product, found.named = found.name, True
    elif found.name and found.what:
        found.maker = f"{found.name} is {found.what}"
    return found


def _read_sentence(found: Introduced, sentence: str) -> str:
    """What of the sentence is neither an introduction nor an order."""
    sentence = _read_owner(found, _read_identity(found, sentence))
    kept: list[str] = []
    ordered = False
    for clause in re.split(r"(?:,|\s+and)\s+(?=(?:i|we)(?:'d|\s+would|\s+need|\s+want)\b)|,\s+|:\s+(?=(?:we|i|our|my|"
                           r"it)\b)", sentence):
        bare = _FILLER.sub("", clause).strip()
        if called := _CALLED.match(bare):
            found.name, found.named = called["name"], True
        elif not found.name and not found.what and (runs := _RUNS.match(bare)):
            found.what = runs["what"]
        elif not found.name and (other := _identity(bare)):
            found.name = other["name"]
        elif _is_order(found, bare) or not bare:
            ordered = True
            if asked := _ASKED_OF.search(bare):
                kept.append(f"ask people to {asked['call']}")
        elif not found.product and (offer := _OFFERS.match(bare)):
            kept += _read_offer(found, offer)
            found.offered = found.offered or (ordered and offer["verb"].lower() == "do")
        else:
            kept.append(clause)
    return _joined(kept)


def _joined(clauses: list[str]) -> str:
    """The clauses with commas between, and a stop before what is a sentence of its own."""
    text = ""
    for each in clauses:
        alone = re.match(r"(?:and\s+)?(?:for\s+every|we|you|they|it|everyone|there)\b", each, re.I)
        clause = re.sub(r"^and\s+", "", each) if alone else each
        text += (f". {clause[:1].upper()}{clause[1:]}" if alone else f", {clause}") if text else clause
    return text


def _identity(text: str) -> re.Match[str] | None:
    match = next((match for pattern in _IDENTITIES if (match := pattern.search(text))), None)
    return match if match and not re.match(WHEN, match["name"], re.I) else None


def _read_identity(found: Introduced, sentence: str) -> str:
    if not found.name and (own := _OWN.match(sentence)) and not re.search(r"\b(?:hiring|recruit)", sentence, re.I):
        found.name, found.what = own["name"] or own["own"], f"{article(own['what'])} {own['what']}"
        return f"{found.name} {own['rest']}"
    match = _identity(sentence)
    if found.name or match is None:
        return sentence
    found.name, found.what = match["name"], (match["what"] or "").strip()
    rest = sentence[match.end():].lstrip(" ,;:–—-")
    speaks = re.match(r"and\s+(?:i|we)\s+(?P<verb>[a-z]+)\s+(?P<what>[^,.;:!?\n]+)", rest, re.I)
    if speaks and (offer := _OFFERS.match(rest[4:speaks.end()])):
        _read_offer(found, offer)
        return rest[speaks.end():].lstrip(" ,")
    if speaks and not _ASKS.match(rest[4:]):
        found.facts.append(f"{found.name} {third_person(speaks['verb'].lower(), plural=False)} {speaks['what']}")
        return rest[speaks.end():].lstrip(" ,")
    return re.sub(r"^and\s+", "", rest)


def _read_owner(found: Introduced, sentence: str) -> str:
    """`our climbing gym, Gravity` without the name, which is kept with what bears it."""
    owner = None if found.name else _OWNED.search(sentence)
    if owner is None or re.match(WHEN, owner["name"], re.I) or re.search(r"\b(?:hiring|recruit)", sentence, re.I):
        return sentence
    if not re.search(r"\b(?:how|of|for|smth|sth|something)\s+$", sentence[:owner.start()], re.I):
        return sentence
    found.name, found.what = owner["name"], f"{article(owner['what'])} {owner['what']}"
    after, ordered = sentence[owner.end():], re.search(r"\bfor\s+$", sentence[:owner.start()]) is not None
    if re.match(r"\s+works?\b", after):
        before = re.sub(rf"\b(?:{_NOUN}|about|on|explaining|showing)?\s*(?:of\s+|on\s+)?how\s+$", "",
                        sentence[:owner.start()], flags=re.I)
        return f"{before} {re.sub(r'^ works?[^,.;:]*', '', after)}".strip()
    place = re.match(r",?(?P<place>\s+(?:in|at|near)\s+[^,.;:!?\n]+)", after)
    if place:
        found.what += place["place"] if ordered else ""
        after = f"{'' if ordered else place['place']}{after[place.end():]}"
    return f"{sentence[:owner.start()]}our {owner['what']}{after}"


def _is_order(found: Introduced, clause: str) -> bool:
    """Whether the clause only asks for a video; what that is to be about is kept."""
    if (ours := _FOR_US.match(clause)) and _is_self(found, ours["np"]):
        return True
    clause = re.sub(r"^(?:maybe|perhaps|ideally|like|so)\s+", "", clause, flags=re.I)
    plain = read_wishes(f"video, {clause}.")
    shown = re.match(r"\W*(?:video\W+)*(?:for|on)\s+(?P<np>.+)$", plain.text, re.I)
    if shown and _SHOWN.fullmatch(shown["np"].strip(" .,!")):
        return True
    if is_hollow(plain.text) or not re.search(r"\w", plain.text):
        return True
    clause = _LENGTH.sub("", clause)
    if not (_ASKS.match(clause) and _THING_MADE.search(clause)):
        return False
    if (about := _ABOUT.search(clause)) and not _SHOWN.match(about["np"]):
        topic = re.sub(r"^my\b", "our", read_wishes(about["np"]).text.strip(), flags=re.I)
        if topic and not is_hollow(topic) and not _is_self(found, topic):
            found.product = found.product or topic
    elif re.search(r"\b(?:about|on|of)\s+\w+", plain.text, re.I):
        return re.search(r"\b(?:that|which|to)\s+(?:gets?|brings?|makes?|shows?|invites?)\b", clause, re.I) is not None
    return True


def _is_self(found: Introduced, topic: str) -> bool:
    """Whether a topic is only what bears the name: `our barber shop`."""
    bare = re.sub(r"^(?:our|my|the)\s+", "", topic).lower()
    return bool(found.what) and re.sub(r"^an?\s+", "", found.what).lower().startswith(bare)


def _read_offer(found: Introduced, offer: re.Match[str]) -> list[str]:
    """What somebody offers, as what the video is about; when and where come back as facts."""
    verb, thing = offer["verb"].lower(), offer["object"].strip()
    more = []
    if not found.name and (at := re.search(rf"\s+at\s+{_NAME}(?P<place>\s+in\s+.+)?$", thing)):
        found.name, thing = at["name"], thing[:at.start()]
        more += [at["place"].strip()] if at["place"] else []
    if cut := _CUT.search(thing):
        more.append(thing[cut.start():].strip())
        thing = thing[:cut.start()]
    place = re.search(r"\s+(?:in|at|near)\s+[A-Z]\w*.*$", thing)
    thing = _OF_OURS.sub(place.group() if place else "", thing)
    if verb in ("make", "build", "bake"):
        thing = re.sub(r"\s+(?=(?:out of|from)\s)", " made ", thing, count=1)
    bare = re.sub(r"^(?:an?|our|my|the|some)\s+", "", thing, flags=re.I)
    if verb == "teach":
        taught = re.match(r"(?!people|kids|children|you|how)(?:[\w-]+\s)??[\w-]+?(?=\s+(?:online|to|for|in|at)\b|$)",
                          bare)
        found.facts.append(f"{found.name} teaches {thing}" if found.name else f"we teach {thing}")
        bare = f"{taught.group()} lessons" if taught else ""
    if not bare:
        return more
    found.product = f"our {bare}"
    if verb in _BEGINS and re.match(r"an?\s", thing, re.I) and not found.what:
        found.what = thing
    return more
