"""Spelling: what was typed in a hurry, as it was meant: capitals that shout, common slips, marks without spaces."""

from __future__ import annotations

import re

SHOUTING_SHARE, SHOUTING_LETTERS = 0.7, 12
"""A text is shouted where at least this share of at least so many letters is large."""

_SLIPS: dict[str, str] = dict(pair.split(":") for pair in (
    "vidoe:video viedo:video vedio:video vido:video videeo:video vdeo:video bussiness:business busines:business "
    "buisness:business buisy:busy excercise:exercise excercises:exercises exercize:exercise mindfullness:mindfulness "
    "resturant:restaurant restaraunt:restaurant restaurent:restaurant jewelery:jewellery jewelrey:jewellery "
    "proffesional:professional profesional:professional proffessional:professional recieve:receive seperate:separate "
    "definately:definitely accomodation:accommodation adress:address calender:calendar costumers:customers "
    "custumers:customers teh:the adn:and wich:which becuase:because freinds:friends tommorow:tomorrow "
    "tomorow:tomorrow wensday:Wednesday wednesay:Wednesday febuary:February untill:until begginers:beginners "
    "beginers:beginners begining:beginning acheive:achieve garantee:guarantee guarentee:guarantee waranty:warranty "
    "instagramm:Instagram linkdin:LinkedIn linkedn:LinkedIn tiktock:TikTok anouncement:announcement "
    "anounce:announce annouce:announce lauch:launch laucnh:launch promot:promote promtoe:promote explane:explain "
    "explian:explain explaning:explaining intoduce:introduce introducting:introducing handmad:handmade "
    "avaliable:available availible:available vegeterian:vegetarian vegatarian:vegetarian delivary:delivery "
    "discout:discount ofer:offer gaurdian:guardian maintainance:maintenance enviroment:environment "
    "sucess:success succesful:successful sofware:software aplication:application tecnology:technology "
    "dont:don't doesnt:doesn't cant:can't wont:won't isnt:isn't arent:aren't didnt:didn't youre:you're theyre:they're "
    "weve:we've ive:I've im:I'm thats:that's whats:what's wanna:want to gonna:going to pls:please "
    "plz:please thx:thanks vid:video vids:videos biz:business w/:with w/o:without w/out:without appt:appointment"
).replace("want to", "want_to").replace("going to", "going_to").split())
_SLIP = re.compile(rf"(?<![\w@./-])(?:{'|'.join(map(re.escape, _SLIPS))})(?![\w@/-]|\.\w)", re.IGNORECASE)
_CALENDAR = re.compile(r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|"
                       r"july|"
                       r"august|september|october|november|december)(?=s?\b)", re.IGNORECASE)
_NOT_ENDS = re.compile(r"\b(?:e\.g|i\.e|a\.m|p\.m|approx|etc|incl|no|st|vs|dr|mr|mrs|ms)$", re.IGNORECASE)


def tidied(text: str) -> str:
    """`text` with the same words in the same order, spelled and spaced as they were meant; numbers never change."""
    text = re.sub(r"[’‘]", "'", text.replace("\u00a0", " ")).replace("“", '"').replace("”", '"').replace("„", '"')
    text = _SLIP.sub(_mended, _lowered(text))
    text = re.sub(r"(?i)(?<=\bcan )u\b|(?<=\bcould )u\b|(?<=\bwould )u\b|(?<=\bthank )u\b", "you", text)
    text = re.sub(r"(?:^|(?<=[.!?]\s))(L|l)ets (?=[a-z])", r"\1et's ", text)
    text = re.sub(r"\b([Ww])alk ins\b", r"\1alk-ins", text)
    text = re.sub(r"\bits (?=(?:called|named)\b)", "it's ", text)
    text = re.sub(r"(?<=[a-zA-Z]),(?=[a-zA-Z])", ", ", text)
    text = re.sub(r"\bai(?=\s)", "AI", text)
    text = re.sub(r"([!?])[!?]+", r"\1", text)
    text = _CALENDAR.sub(lambda found: found.group()[:1].upper() + found.group()[1:].lower(), text)
    text = re.sub(r"(?<=\S)([.!?])(\s+)([a-z])(?=[a-z]*(?:[\s,!?:']|\.(?:\s|$)|$))", _opened, text)
    return re.sub(r"[ \t]+", " ", text).strip()


def _mended(found: re.Match[str]) -> str:
    right = _SLIPS[found.group().lower()].replace("_", " ")
    return right[:1].upper() + right[1:] if found.group()[:1].isupper() else right


def _opened(found: re.Match[str]) -> str:
    """A sentence that began small begins large, unless the stop only ends an abbreviation."""
    before = found.string[: found.start()]
    if found.group(1) == "." and _NOT_ENDS.search(before):
        return found.group()
    return f"{found.group(1)}{found.group(2)}{found.group(3).upper()}"


def _lowered(text: str) -> str:
    """A shouted text in small letters, with a large one where sentences, months and places begin."""
    letters = [character for character in text if character.isalpha()]
    loud = sum(1 for character in letters if character.isupper())
    if len(letters) < SHOUTING_LETTERS or loud < SHOUTING_SHARE * len(letters):
        return text
    plain = re.sub(r"\bi\b", "I", text.lower())
    plain = re.sub(r"(?<=[a-z%]) (?=(?:\d+ ?% off|until \w+)\b)", ", ", plain)
    plain = re.sub(r"(?<=[\w%]) (?=(?:visit|call|order at|book at|apply at|register at)\s)", ". ", plain)
    plain = re.sub(r"(?:^|(?<=[.!?]\s))\s*[a-z]", lambda found: found.group().upper(), plain)
    return re.sub(r"(?<=\bin )([a-z]+)(?=\s*(?:[.,;!?\n]|$))",
                  lambda found: found.group().capitalize() if found.group() not in ("stock", "store", "town", "person")
                  else found.group(), plain)
