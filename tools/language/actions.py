"""Actions: the call to action and the address, as they were asked for, as they are said, and as a card shows them."""

from __future__ import annotations

import re
from dataclasses import replace

from tools.brief import Brief, Goal
from tools.language.clauses import has_verb
from tools.language.grammar import capital, noun, sentence
from tools.language.lexicon import CALLS

_DOMAIN = (r"(?:https?://)?(?:www\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|io|app|co\.uk|co|dev|shop|"
           r"store|eu|uk|de|fr|es|it|pt|nl|ch|at|be|ie|"
           r"se|dk|no|pl|ai|info|studio|agency|health|events|me|tv|art|cafe|coffee|design|live|online|site|tech|world|"
           r"today|page|link|us|ca|au|nz|in|jp|br|edu|gov|example)"
           r"(?![\w.]*\w@)(?:/[\w./?=&%#-]*[\w/])?\b")
_EMAIL = r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}"
_PHONE = r"\+?\d[\d ()/-]{6,}\d"
ADDRESS = re.compile(rf"{_EMAIL}|{_DOMAIN}", re.IGNORECASE)
"""An e-mail or web address in running text."""


def find_address(text: str) -> str:
    """The first e-mail or web address in `text` as a card shows it, without protocol and `www`; empty for none."""
    found = ADDRESS.search(text)
    return re.sub(r"^https?://(?:www\.)?|^www\.", "", found.group()).rstrip("/") if found else ""


_CALL = "(?:" + "|".join(sorted(map(re.escape, CALLS), key=len, reverse=True)) + ")"
_END = r"(?=\s*(?:[;!\n]|\.(?:\s|$)|$)|,\s+(?:with|in|and)?\s*(?:calm|upbeat|music|for)\b)"
_AUDIENCE = (r"(?:them|people|viewers?|customers?|everyone|everybody|visitors?|the (?:viewers?|audience|customers?)|"
             r"our \w+|users?|guests?|you|parents|students|"
             r"readers|listeners|prospects|leads|folks|clients|shoppers|(?:\w+\s)?\w+s)")
_ASKED = (
    rf"[,;]?\s*\b(?:and\s+|then\s+|please\s+|finally\s+)*(?:ask|tell|invite|encourage|urge|get|remind|persuade|"
    rf"convince|want|direct|drive|send)\s+{_AUDIENCE}\s+to\s+"
    rf"(?P<c>(?!join us|our |the |attend)(?:[^.;!\n]|\.(?=\w))+?){_END}",
    rf"[,;]?\s*\b(?:the\s+)?(?:call[ -]to[ -]action|cta)\s*(?:is|:|should be|"
    rf"=)?\s*(?:to\s+)?[\"“']?(?P<c>(?:[^.;!\n\"”]|\.(?=\w))+?)[\"”']?{_END}",
    rf"[,;]?\s*\b(?:and\s+)?(?:end|ending|close|finish|conclude)\s+(?:it\s+)?(?:with|by)\s*:?\s*(?:the\s+(?:words|"
    rf"line)\s*:?\s*)?(?:asking\s+(?:\w+\s+){{1,2}}to\s+)?[\"“']?"
    rf"(?P<c>(?:[^.;!\n\"”]|\.(?=\w))+?)[\"”']?{_END}",
    rf"[,;]?\s*\bso\s+(?:that\s+)?{_AUDIENCE}\s+(?:can\s+)?(?P<c>(?:{_CALL})\b(?:[^.;!\n]|\.(?=\w))*?){_END}",
    rf"(?:(?<=^)|(?<=[.!;\n])|(?<=[.!;\n]\s)|,|\band\b|[–—-]\s)\s*(?:please\s+)?(?P<c>(?:{_CALL})\b(?!\s+us\s+(?:for|"
    rf"at)\s|(?:video|is|are|was|by\s+[A-Z]|"
    rf"(?:us\s+)?(?:for|at)\s+(?:our|the|an?)\s|from\s+€))(?:[^.;!\n]|\.(?=\w))*?){_END}",
)
_DEFAULTS: dict[Goal, str] = {
    "launch": "find out more", "explainer": "find out more", "how_to": "try it today", "announcement": "get in touch",
    "testimonial": "tell us your story", "recruitment": "apply now", "update": "try it today", "event": "save the date",
    "sales": "have a look today", "training": "put it into practice today",
}
"""What to ask for where the client does not say; none of them promises anything."""

_BY_CATEGORY = {
    "place": "come and see us",
    "class": "come and join us",
    "food": "taste {them} for yourself",
    "software": "try {them} for yourself",
    "wearable": "see {them} for yourself",
    "service": "get in touch",
}


def read_action(text: str) -> tuple[str, str, str]:
    """The call to action (an imperative without the address), the address, and the text without both."""
    call = ""
    if handle := re.search(r"[,;.]?\s*\b(?:and\s+)?(?P<c>dm|message|follow|find|text|write to)\b(?:\s+us)"
                           r"?(?:\s+(?:on|at))?"
                           r"(?:\s+(?:video|instagram|insta|ig|tiktok|x|twitter))?\s+(?P<h>@[\w.]*\w)", text, re.I):
        said = {"dm": "message", "find": "follow"}.get(handle["c"].lower(), handle["c"].lower())
        return said, handle["h"], f"{text[:handle.start()]}. {text[handle.end():].lstrip(' .')}"
    for pattern in _ASKED:
        match = re.search(pattern, text, re.IGNORECASE)
        if match and len(match["c"].split()) <= 24:
            call = match["c"].strip(" ,\"“”'")
            text = f"{text[: match.start()]}. {text[match.end():].lstrip(' .')}"
            break
    address = ""
    if found := ADDRESS.search(call) or re.search(_PHONE, call):
        address = found.group()
        call = call[: found.start()] + call[found.end() :]
    elif found := ADDRESS.search(text):
        address = found.group()
        text = re.sub(r"(?i)[,.]?\s*(?:\b(?:at|on|via|website|web|site|url|link|address|see|our site is|our website "
                      r"is)\b[\s:]*)?$", "", text[: found.start()]) + text[found.end() :]
    within = "in|" if address else ""
    call = re.sub(
        rf"(?:\s+(?:at|on|via|to|under|through|by|from|{within}our (?:website|site|web site|page)|the (?:website|"
        r"site)))+\s*$",
        "",
        " ".join(call.split()).strip(" ,:"),
    )
    call = re.sub(r"\s+(?:at|on|via)\s+(?=(?:today|now|to)\b)", " ", call)
    address = re.sub(r"^https?://(?:www\.)?", "", address).rstrip("/")
    if re.match(r"(?:try|see|taste|visit|bring|tell|use|start|book|get|find|share)\b", call, re.I):
        call = re.sub(r"\btheir\b", "your", call)
    call = re.sub(r"^send (?:us )?(?:your )?cvs?\b", "send your CV", call, flags=re.I)
    return (_imperative(call), address, text)


def _imperative(call: str) -> str:
    words = call.split()
    if not words:
        return ""
    first = words[0] if words[0].isupper() and len(words[0]) > 1 else words[0][:1].lower() + words[0][1:]
    return " ".join([first, *words[1:]])


def action_of(brief: Brief) -> str:
    """What viewers are asked to do, as an imperative without the address; never empty."""
    if brief.call_to_action:
        return brief.call_to_action
    if brief.goal == "training" and re.search(r"welcom", brief.request, re.IGNORECASE):
        return "have a good start"
    if brief.product.startswith("we'd like to thank"):
        return "thank you all"
    subject = noun(brief.product or brief.brand or "it")
    definition = next((point for point in brief.points if re.match(r"an?\s", point)), "")
    if not subject.category and subject.proper and definition:
        subject = replace(subject, category=noun(definition).category)
    if is_colleague(brief):
        return f"come and say hello to {brief.product.split()[0]}"
    if brief.goal in ("launch", "explainer", "sales") and not brief.address and subject.category in _BY_CATEGORY:
        return _BY_CATEGORY[subject.category].format(them=subject.them)
    if brief.goal == "update" and has_verb(brief.product):
        return "get in touch"
    return _DEFAULTS[brief.goal]


def is_colleague(brief: Brief) -> bool:
    """Whether the brief is about somebody who is new: `Maria Lopez`, `our new CFO`."""
    named = re.fullmatch(r"(?:[A-Z][\w'-]+\s){1,2}[A-Z][\w'-]+", brief.product) is not None
    role = re.compile(r"our new [a-z]*(?:C[A-Z]O$|[a-z]+(?:er|or|ist|ian|ant|chef|colleague)\b|head of )")
    return named and any(map(role.match, brief.points))


def said_action(brief: Brief) -> str:
    """The call to action as a spoken sentence, with the address in its place."""
    call, address = action_of(brief), brief.address
    if not address or address.lower() in call.lower():
        return sentence(call)
    if not brief.call_to_action and "@" in address:
        return sentence(f"write to {address}")
    if not brief.call_to_action:
        return sentence(
            f"{call} at {address}"
            if call in ("find out more", "apply now", "tell us your story")
            else f"find out more at {address}"
        )
    if call.startswith("send"):
        return sentence(f"{call} to {address}")
    if "@" in address:
        joint = "" if re.search(r"\b(?:e-?mail|write to|contact|message|follow|text)$", call) else " at"
        return sentence(f"{call}{joint} {address}")
    if re.fullmatch(_PHONE, address):
        bare = re.search(r"\b(?:call|text|phone|ring)$", call)
        if re.fullmatch(r"(?:book|order|reserve|register|enrol|sign up)", call):
            return sentence(f"call {address} to {call}")
        joint = " on" if re.match(r"(?:call|text|phone|ring)\s", call) else "" if bare else ": call"
        return sentence(f"{call}{joint} {address}")
    if re.fullmatch(r"(?:visit|go to|see|check out|discover|follow|contact|explore)", call):
        return sentence(f"{call} {address}")
    return sentence(f"{call} at {address}")


_NOW = r"(?:order|book|buy|shop|apply|register|donate|subscribe|download|join|reserve|sign up|rsvp|enrol|enroll|"\
       r"listen|watch|claim|pre-?order|request|schedule|start|try it|install|stream|vote)"
_TOWARDS = r"(?:visit|go to|see|check out|discover|explore|follow|find us|find out more|)"
LONGEST_ON_BUTTON = 24
"""Characters of an address that a button still carries."""


def card_action(brief: Brief) -> tuple[str, str]:
    """What an end card's button says and the address below it, each complete in itself.

    The address is empty where the button already carries it (`Visit lumen.example`); a verb never stands bare.
    """
    address = brief.address
    call = action_of(brief)
    if address:
        call = re.sub(re.escape(address), "", call, flags=re.IGNORECASE).strip(" ,:")
    call = re.sub(r"\s+(?:at|on|via|to)$", "", call)
    lower = call.lower()
    if address and re.fullmatch(r"(?:call|text|phone|ring|e-?mail|message|write to|contact)", lower):
        return f"{capital(call)} {address}", ""
    if address and brief.call_to_action and re.fullmatch(_TOWARDS, lower):
        verb = capital(call) if lower in ("visit", "go to", "see", "explore", "discover", "follow") else "Visit"
        return (f"{verb} {address}", "") if len(address) <= LONGEST_ON_BUTTON else ("Find out more", address)
    if re.fullmatch(_TOWARDS, lower):
        call = {"follow": "follow us", "find us": "find us"}.get(lower, "find out more")
    elif re.fullmatch(r"(?:call|text|phone|ring|e-?mail|contact|message)", lower):
        call = f"{call} us"
    elif lower == "write to":
        call = "write to us"
    elif re.fullmatch(_NOW, lower):
        call = f"{call} now"
    return _clipped(call), address


def _clipped(call: str) -> str:
    """At most eight words, cut before a small word."""
    words = call.split()
    if len(words) > 8:
        small = ("and", "to", "for", "with", "before", "at", "on", "in", "so")
        cut = next((n for n in range(8, 2, -1) if words[n].lower() in small), 8)
        call = " ".join(words[:cut])
    return capital(call.rstrip(" ,.!"))
