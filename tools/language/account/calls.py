"""Calls: what people are asked to do and where, as one imperative with its address in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.language.actions import ADDRESS
from tools.language.lexicon import CALLS

PHONE = re.compile(r"(?<![\w.,/€$£-])(?!24/7|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\b)\+?\d[\d ()/-]{6,}\d(?![\w-])")
HANDLE = re.compile(r"(?<![\w.])@[A-Za-z][\w.]*\w")
_CALL = (
    "(?:"
    + "|".join(
        sorted(
            {
                *map(re.escape, CALLS),
                "ring",
                "phone",
                "pre-?order",
                "come",
                "bring",
                "sign up",
                "drop",
                "e-?mail",
                "whatsapp",
                "pop",
                "send",
                "give",
                "get",
                "start",
                "try",
                "see",
                "find",
                "meet",
                "scan",
                "use",
                "go",
                "save",
                "look",
            }
            - {"watch", "discover", "listen"},
            key=len,
            reverse=True,
        )
    )
    + ")"
)
_SURE = (
    "(?:"
    + "|".join(
        sorted(
            (
                re.escape(call)
                for call in CALLS
                if call
                not in (
                    "request text message shop book order contact schedule watch stream call install vote adopt claim"
                ).split()
            ),
            key=len,
            reverse=True,
        )
    )
    + ")"
)
_WHO = (
    r"(?:people|they|customers|clients|viewers|everyone|everybody|parents|guests|patients|members|folks|you|anyone|"
    r"visitors|residents|students|candidates|applicants)"
)


@dataclass(frozen=True)
class Call:
    """An imperative that holds its address, and the address."""

    text: str
    address: str = ""
    line: str = ""
    """The sentence that says it too, where it is told rather than asked."""


def address_in(text: str) -> str:
    """The first address or telephone number in `text`, without protocol and `www`."""
    found = ADDRESS.search(text) or PHONE.search(text) or HANDLE.search(text)
    if not found or found.re is PHONE and not re.search(r"\d{5}|\d[ -]\d.*\d[ -]\d|\d{3}[ -]\d{4}", found.group()):
        return ""
    return re.sub(r"^https?://(?:www\.)?|^www\.", "", found.group()).rstrip("/")


def read_call(text: str, *, asked: bool = False) -> Call | None:
    """The call in a clause; None where it only tells. `asked`: it is known to be one, whatever its verb."""
    bare = re.sub(r"^(?:so|and|then|please|just|simply|or)\s+", "", text.strip(" .,;:\"'"), flags=re.I)
    bare = re.sub(r"https?://(?:www\.)?|\bwww\.", "", bare)
    address = address_in(bare)
    if address:
        if found := _addressed(bare, address):
            return Call(found, address)
        return None if not asked else Call(_small(bare), address)
    if urged := re.match(
        rf"(?:{_WHO})\s+(?:can|could|should|may|must|need to|have to)\s+(?:also\s+)"
        rf"?(?P<call>(?:{_SURE}|book"
        rf"|order|call|preorder|pre-order)\b.*)$",
        bare,
        re.I,
    ):
        return Call(_small(urged["call"]))
    if (
        asked
        or re.match(rf"(?:{_SURE})\b(?!\s+(?:is|are|was|by)\b)", bare, re.I)
        and not re.search(r"\b(?:is|are|was|were|will)\b", bare)
        and len(bare.split()) <= 14
    ):
        return Call(_small(bare))
    return None


def _addressed(bare: str, address: str) -> str:
    """The imperative of a clause with an address; empty where it is a sentence that tells and stays one."""
    at = re.escape(address)
    low = bare.lower()
    if re.fullmatch(rf"whatsapp(?:\s+(?:us|me))?\s*(?:on|at|:)?\s*{at}", low):
        return f"message us on WhatsApp: {address}"
    if address.startswith("@") and low == address:
        return f"follow {address}"
    phone = re.match(r"\+?\d", address) is not None and "@" not in address and not re.search(r"[a-z]", address)
    if low == address.lower():
        return (
            f"call {address}" if phone else f"write to {address}" if "@" in address else f"find out more at {address}"
        )
    if re.fullmatch(
        rf"(?:for\s+)?(?:(?:our|the|my)\s+)?(?:(?:online|web)\s?)?(?:shop|site|web\s?site|web|page|store|"
        rf"link|url|homepage|"
        rf"online|info|more info|more|details|more at|info at|see|visit us at|find us at|visit us on)"
        rf"\s*(?:is|:|"
        rf"at|on|under)?\s*{at}",
        bare,
        re.I,
    ):
        return f"visit {address}"
    if phone and re.fullmatch(
        rf"(?:(?:our\s+)?(?:phone|tel|telephone|number|mobile|call|ring|call us|call me|ring us|"
        rf"phone us|phone number)\.?)\s*(?:is|:|on|at|number|under)?\s*{at}",
        bare,
        re.I,
    ):
        return f"call {address}"
    if phone and re.fullmatch(
        rf"(?:tickets|bookings?|reservations?|info|appointments?|orders)\s*(?:is|:|on|at|under|"
        rf"via|by "
        rf"phone)?\s*{at}",
        bare,
        re.I,
    ):
        return f"for {bare.split()[0].lower()}, call {address}"
    if found := re.fullmatch(
        rf"(?:bookings?|orders?|reservations?|tickets|sign-?ups?|booking|book|order|reserve)"
        rf"\s+(?:is\s+|are\s+)?(?:by|via|"
        rf"per|through|on)\s+(?P<by>dm|message|whatsapp|phone|telephone|e-?mail|text|instagram|"
        rf"insta)\s*(?:at|on|to|"
        rf":|under)?\s*{at}",
        bare,
        re.I,
    ):
        act = "order" if low.startswith("order") else "book"
        by = found["by"].lower()
        verb = "call" if "phone" in by else "write to" if "mail" in by else "text" if by == "text" else "message"
        return f"{act} by WhatsApp on {address}" if by == "whatsapp" else f"{verb} {address} to {act}"
    if found := re.fullmatch(
        rf"(?P<what>(?:your\s+|any\s+)?(?:questions?|applications?|cvs?|entries|ideas))"
        rf"\s*(?:go\s+|can go "
        rf"|should go |please\s+)?(?:to|:|at)?\s*{at}",
        bare,
        re.I,
    ):
        what = re.sub(r"^(?:your|any)\s+", "", found["what"].lower()).replace("cv", "CV")
        return f"send your {what} to {address}"
    if found := re.fullmatch(
        rf"(?P<what>tickets|appointments?|bookings?|booking|reservations?|registration|sign-?ups?|orders?|"
        rf"applications?|details|more|info|more info|preorders?|donations?)\s*(?:are\s+|is\s+)"
        rf"?(?:at|on|"
        rf"via|through|from|by|to|under|:|available at|online at)?\s*{at}",
        bare,
        re.I,
    ):
        noun = found["what"].lower()
        act = (
            "get your tickets"
            if noun.startswith("ticket")
            else "book"
            if re.match("book|reserv|appoint", noun)
            else "register"
            if noun.startswith("regis")
            else "sign up"
            if noun.startswith("sign")
            else "order"
            if noun.startswith("order")
            else "apply"
            if noun.startswith("appl")
            else "pre-order"
            if noun.startswith("preo")
            else "donate"
            if noun.startswith("don")
            else "find out more"
        )
        return f"{act} at {address}"
    if urged := re.match(
        rf"(?:{_WHO})\s+(?:(?:can|could|should|may|must|need to|have to)\s+(?:also\s+)?)"
        rf"?(?P<call>(?:{_CALL}"
        rf"|check|read|report|join|ask|donate|write|learn)\b.*)$",
        bare,
        re.I,
    ):
        return _placed(_small(urged["call"]), address, phone)
    if re.match(
        rf"(?:{_CALL}|back us|support us|wishlist|preview|test|check|read|report|write|learn|ask|free|more|details|"
        rf"info|for (?:tickets|bookings|"
        rf"info\w*|details|more|questions|appointments))\b",
        bare,
        re.I,
    ) and not re.search(r"\b(?:is|are|was|were|has|have|will)\b", bare):
        return _placed(_small(bare), address, phone)
    return ""


def _placed(call: str, address: str, phone: bool) -> str:
    """`book by WhatsApp 912 345 678` and `apply jobs@x.example` with the small word that belongs before the address."""
    before = call[: call.find(address)].strip() if address in call else call
    after = call[call.find(address) + len(address) :].strip(" ,.") if address in call else ""
    if before and not re.search(
        r"\b(?:at|on|to|via|from|under|visit|see|call|ring|phone|text|e-?mail|contact|by|in|"
        r"through|24/7|out|us|me|message|go to|number|use|with|:)$",
        before,
        re.I,
    ):
        joint = "on" if phone else "to" if re.search(r"^(?:write|send)\b", before) else "at"
        call = f"{before} {joint} {address}{' ' + after if after else ''}"
    call = re.sub(rf"\bby\s+{re.escape(address)}", f"by {'calling ' if phone else ''}{address}", call)
    moved = re.match(
        rf"(?P<verb>apply|write|send\s+[\w ]+?)\s+to\s+{re.escape(address)}(?P<by>\s+(?:by|before)\s.+)"
        rf"$",
        call,
    )
    return call if moved is None else f"{moved['verb']} to {address}{moved['by']}"


def _small(text: str) -> str:
    first = text.split()[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]
