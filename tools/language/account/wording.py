"""Wording: short forms in full, and fragments as they can be said aloud."""

from __future__ import annotations

import re

from tools.language.actions import ADDRESS
from tools.language.fact_forms import MONEY
from tools.language.grammar import base_of, capital, head_noun, is_plural, sentence
from tools.language.lexicon import MASS, VERBS

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "sept": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
_SHORT_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "tues": "Tuesday",
    "wed": "Wednesday",
    "weds": "Wednesday",
    "thu": "Thursday",
    "thur": "Thursday",
    "thurs": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
}
DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?"
    rf"(?:{MONTHS})|(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?)\b(?:,?\s+20\d\d)?"
)
"""A day of a month, or a few of them."""
_FULL: tuple[tuple[str, str], ...] = (
    (r"\bincl\.?(?=\s)", "including"),
    (r"\bexcl\.?(?=\s)", "excluding"),
    (r"\bapprox\.?(?=\s)", "about"),
    (
        r"\b(?:un)?till?\b(?=\s+(?:\d|the|end|mid|early|late|[A-Z]|next|this|midnight|noon|sold|" + DAYS + ")|\\s+"
        "(?:january|february|march|april|may|june|july|august|september|october|november|december))",
        "until",
    ),
    (r"(?<=\d)\s?/\s?mo(?:nth)?\b", " a month"),
    (r"(?<=\d)\s?/\s?(?:hr|hour|h)\b", " an hour"),
    (r"(?<=\d)\s?/\s?(?:wk|week)\b", " a week"),
    (r"(?<=\d)\s?/\s?(?:yr|year)\b", " a year"),
    (r"(?<=\d)\s?/\s?(?:pp|person)\b", " per person"),
    (r"(?<=\d)\s?/\s?night\b", " a night"),
    (r"(?<=\d)\s?/\s?day\b", " a day"),
    (r"(?<=[a-z])\s?/\s?(day|month|week|year|hour|person|night)\b", r" a \1"),
    (r"\btix\b", "tickets"),
    (r"\bages (\d+)\s?[-–]\s?(\d+)", r"ages \1 to \2"),
    (r"\bext\.? (?=\d)", "extension "),
    (r"(?<=\d)\s?pp\b", " per person"),
    (r"\bp\.?p\.(?=\s|$)", "per person"),
    (r"(?<=\d)\s?yrs?\b", " years"),
    (r"\bppl\b", "people"),
    (r"\bb/c\b", "because"),
    (r"\bhrs\b", "hours"),
    (r"(?<=\d)\s?hrs?\b", " hours"),
    (r"(?<=\d)\s?mins?\b", " minutes"),
    (r"\bw/\s?(?=\w)", "with "),
    (r"\bbtw,?\s*", ""),
    (r"\bfyi,?\s*", ""),
    (r"\basap\b", "as soon as possible"),
    (r"\bpls\b", "please"),
    (r"\bget(?= 'em\b)", "get"),
    (r"\b'em\b", "them"),
    (r"\bcos\b", "because"),
    (r"\bcuz\b", "because"),
    (r"\bwanna\b", "want to"),
    (r"\bgonna\b", "going to"),
    (r"\bgotta\b", "have to"),
    (r"\bya\b", "you"),
    (rf"\b({DAYS}|sat|mon|tue|wed|thu|fri) \+ ({DAYS}|sun|sat|fri)\b", r"\1 and \2"),
    (r"(?<=and )sun\b", "Sunday"),
    (r"\bgcse(s?)\b", r"GCSE\1"),
    (r"\bvpn\b", "VPN"),
    (r"\bwhatsapp\b", "WhatsApp"),
    (r"\blinkedin\b", "LinkedIn"),
    (r"\bgdpr\b", "GDPR"),
    (r"\bid\b(?=\s+card)", "ID"),
    (r"\bwifi\b", "Wi-Fi"),
    (r"\bcv\b", "CV"),
    (r"\bfaq\b", "FAQ"),
    (r"\bvat\b", "VAT"),
    (r"\b5k\b", "5K"),
)
_SMALL_NAMES = re.compile(
    r"(?<=\bin )(?:london|paris|berlin|lisbon|porto|madrid|dublin|austin|chicago|boston|leeds|"
    r"bristol|manchester|glasgow|edinburgh|vienna|graz|munich|hamburg|rome|milan|barcelona|"
    r"amsterdam|brussels|copenhagen|oslo|stockholm|helsinki|toronto|sydney|melbourne|seattle|"
    r"portland|denver|brooklyn|cork|galway|cardiff|bath|york|poland|germany|france|spain|italy|"
    r"portugal|ireland|england|scotland|wales|austria)\b"
)


def full_words(text: str) -> str:
    """`text` with short forms in full, and days, months and places with their large letters; addresses stay."""
    found: list[str] = []
    start = 0
    for address in ADDRESS.finditer(text):
        found += [_full(text[start : address.start()]), address.group()]
        start = address.end()
    return re.sub(r"[ \t]+", " ", "".join([*found, _full(text[start:])])).strip()


def _full(text: str) -> str:
    for pattern, full in _FULL:
        text = re.sub(pattern, full, text, flags=re.I)
    text = re.sub(
        rf"\b(?:{'|'.join(_SHORT_DAYS)})\b\.?(?=\s+(?:\d|{MONTHS}|and\b|to\b|at\b|from\b|\w{{3}}\b)|\s*[-–,.]"
        r"|\s*$)",
        lambda found: _day(found, text),
        text,
        flags=re.I,
    )
    text = re.sub(rf"(?<=\d )({'|'.join(_SHORT_MONTHS)})\.(?=\s)", r"\1", text, flags=re.I)
    months = f"{MONTHS}|{'|'.join(_SHORT_MONTHS)}"
    text = re.sub(
        rf"(?<=\d )(?:{months})\b|(?<=(?:st|nd|rd|th) )(?:{months})\b|(?<=\bof )(?:{months})\b|"
        rf"(?<=\b(?:in|by) )(?:{months})\b(?!\s+be)|(?<=\bon )(?:july|june|august|september)\b|"
        rf"(?<=\bfrom )(?:{months})\b|"
        rf"(?<=\bsince )(?:{months})\b|(?<=\buntil )(?:{months})\b|\b(?:{months})(?=\s+\d{{1,2}}(?:st|nd|rd|"
        rf"th)"
        rf"?\b(?!\s*(?:%|people|euros?|pounds)))",
        _month,
        text,
        flags=re.I,
    )
    text = re.sub(
        rf"\b(until|by|from|before)\s+(end|beginning|start)\s+of\s+(?={MONTHS}|the\b|this\b|next\b)",
        r"\1 the \2 of ",
        text,
    )
    text = re.sub(rf"(\d{{1,2}}\s(?:{MONTHS}))\s?[-–]\s?(\d{{1,2}}\s(?:{MONTHS}))", r"\1 to \2", text)
    text = re.sub(
        r"\b(?:dutch|german|french|spanish|english|italian|portuguese|polish|swedish|danish|greek|turkish|spain|"
        r"portugal|"
        r"germany|france|italy|poland|netherlands|belgium|austria|switzerland|europe)\b",
        lambda found: found.group().capitalize(),
        text,
    )
    text = _SMALL_NAMES.sub(lambda found: found.group().capitalize(), text)
    text = re.sub(r"(?<![\w'])i(?=\s+[a-z]|'(?:m|d|ve|ll)\b)", "I", text)
    text = re.sub(
        rf"({DAYS})\s+(\d{{1,2}}(?:[:.]\d\d)?)\s?[-–]\s?(\d{{1,2}}(?:[:.]\d\d)?)(?=\s*(?:[,.;]|$))",
        r"\1 from \2 to \3",
        text,
    )
    text = re.sub(rf"\b(\d{{1,2}}), (\d{{1,2}})(?: and |, | & )(\d{{1,2}})(?=\s+(?:{MONTHS}))", _days_told, text)
    return re.sub(
        rf"({DATE.pattern})\s+(?=\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|o'clock|h\b|[A-Z]{{2,4}}\b|:))", r"\1 at ", text
    )


def _days_told(found: re.Match[str]) -> str:
    first, second, third = (int(found[number]) for number in (1, 2, 3))
    return f"{first} to {third}" if (second, third) == (first + 1, first + 2) else f"{first}, {second} and {third}"


def _day(found: re.Match[str], text: str) -> str:
    word = found.group().rstrip(".").lower()
    if word in ("sat", "mon") and re.match(r"\s+(?:at|in|on|from)\s+(?:the|a)\b", text[found.end() :]):
        return found.group()
    return _SHORT_DAYS[word]


def _month(found: re.Match[str]) -> str:
    word = found.group().rstrip(".").lower()
    return _SHORT_MONTHS.get(word, word.capitalize())


def said(fragment: str, goal: str) -> str:
    """A phrase without a verb as a sentence, with as little added to it as can be."""
    text = fragment.strip(" .,;:")
    if re.match(rf"(?:(?:only|just|from)\s+)?{MONEY}", text, re.I) and not re.match(rf"{MONEY}\s+(?:off|worth)", text):
        start = re.match(r"from\s+(.*)$", text, re.I)
        if goal == "recruitment":
            return sentence(f"The pay is {_small(text)}")
        return sentence(f"Prices start at {start[1]}" if start else f"It's {_small(text)}")
    if priced := re.match(
        rf"(?P<what>(?!from\b|only\b|just\b|for\b|up to\b)[A-Za-z][A-Za-z' -]*?)\s*(?P<money>"
        rf"(?:from\s+|only\s+)?{MONEY}.*)$",
        text,
        re.I,
    ):
        what = priced["what"].strip(" -")
        if not re.search(r"\b(?:of|at|for|to|under|over|per|with|and|than|about|around|in)$", what, re.I):
            many = is_plural(head_noun(what))
            bare = many or head_noun(what) in MASS or re.match(r"(?:the|our|an?|each|every|free|entry)\b", what, re.I)
            return sentence(f"{what if bare else f'the {_small(what)}'} {'are' if many else 'is'} {priced['money']}")
    if free := re.match(
        r"(?P<what>shipping|delivery|entry|admission|parking|returns|wi-fi|coffee)\s+(?:is\s+)"
        r"?free\b(?P<rest>.*)$",
        text,
        re.I,
    ):
        return sentence(f"{free['what']} {'are' if free['what'].endswith('s') else 'is'} free{free['rest']}")
    if text.lower() == "free" or re.match(r"free\s+(?:for|until|to|if|during|with)\b", text, re.I):
        return sentence(f"It's {_small(text)}")
    if goal == "event" and (
        role := re.match(
            r"(?P<what>(?:guest )?speakers?|topics?|hosts?|guests?|venue|theme|host|"
            r"dj|"
            r"moderator|dress code)\s+(?!is\b|are\b)(?P<who>\S.*)$",
            text,
            re.I,
        )
    ):
        return sentence(f"The {role['what'].lower()} is {role['who']}")
    if free := re.match(
        r"(?:the\s+)?(?P<what>(?:first|second|third|last)\s+[\w -]+?)\s+(?:is\s+)?(?P<how>free|half "
        r"price"
        r"|on us|for free)$",
        text,
        re.I,
    ):
        return sentence(f"The {_small(free['what'])} {'are' if free['what'].endswith('s') else 'is'} {free['how']}")
    if state := re.match(
        r"(?P<what>[a-z][\w' -]*?)\s+(?P<how>included|welcome|needed|required|provided|available|"
        r"guaranteed)$",
        text,
        re.I,
    ):
        what = state["what"]
        many = is_plural(head_noun(what))
        sure = many or head_noun(what) in MASS or re.match(r"(?:no|the|our|all|every)\b", what, re.I)
        return sentence(f"{what} {'are' if many else 'is'} {state['how']}" if sure else text)
    first, _, rest = text.partition(" ")
    timed = first.lower() in (
        "starts",
        "ships",
        "opens",
        "launches",
        "runs",
        "begins",
        "ends",
        "closes",
        "arrives",
        "comes",
    )
    if rest and base_of(first.lower()) and (timed or not re.match(r"(?:for|and|of|in|on|at)\b", rest)):
        return sentence(f"It {_small(text)}")
    if shut := re.match(rf"(?P<how>open|closed)\s+(?P<days>{DAYS}.*)$", text, re.I):
        return sentence(f"We're {shut['how'].lower()} on {shut['days']}")
    undated = re.sub(r"^on\s+", "", text, flags=re.I)
    day = DATE.match(undated)
    if goal == "event" and day:
        spans = re.match(r"\s*(?:until|to|-|–)\s*\d", undated[day.end() :])
        return sentence(f"It runs from {undated}" if spans else f"It's on {undated}")
    if goal == "event" and re.match(rf"(?:on\s+)?{DAYS}\b", text):
        return sentence(f"It's on {re.sub(r'^on ', '', text, flags=re.I)}")
    return sentence(text)


def _small(text: str) -> str:
    first = text.split()[0]
    return text if first.isupper() or first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


def heading_from(line: str, taken: set[str]) -> str:
    """A few words of `line` that stand for it on a board: all of it, its figure, its date or what it is about."""
    from tools.language.word_classes import tagged

    text = line.strip(" .!?")
    options = []
    if len(text.split()) <= 5 and not re.match(r"(?:it|they|this|that|there|he|she|so|and|you can)\b", text, re.I):
        options.append(text)
    if figure := re.search(rf"(?:{MONEY})(?:\s+(?:an?|per)\s+[a-z]+)?", text):
        options.append(figure.group().strip())
    elif dated := DATE.search(text):
        options.append(dated.group())
    words = tagged(text)
    for at, (word, tag) in enumerate(words):
        if tag == "CD" and re.match(r"\d", word) and not re.search(r"[:@]", word):
            end = at + 1
            while end < len(words) and words[end][1] in ("JJ", "NN", "NNS", "VBG") and end - at < 4:
                end += 1
            last = words[end - 1][0].lower()
            if (
                end > at + 1
                and not any(each.lower() in ("second", "minute") for each, _ in words[at:end])
                and words[end - 1][1] in ("NN", "NNS")
                and (word == "1" or is_plural(last) or last in MASS)
                and " ".join(each for each, _ in words[at:end]) in text
            ):
                options.append(" ".join(each for each, _ in words[at:end]))
    chunk: list[str] = []
    for word, tag in [*words, ("", "END")]:
        if tag in ("JJ", "NN", "NNS", "NNP", "NNPS"):
            chunk.append(word)
            continue
        joined = " ".join(chunk)
        doing = any(
            each.lower() in VERBS
            or each.lower() in ("change", "split", "need", "want", "left", "due")
            or base_of(each.lower())
            for each in chunk
            if each.islower()
        )
        compound = all(not is_plural(each.lower()) for each in chunk[:-1] if each.islower())
        if (
            2 <= len(chunk) <= 5
            and joined in text
            and not doing
            and compound
            and tagged(joined)[-1][1].startswith("NN")
            and not re.search(r"\b(?:last|lot|next|this|few|such|other|same|many|more|more|own|until)\b", joined, re.I)
        ):
            options.append(joined)
        chunk = []
    return next((capital(each) for each in options if each.lower() not in taken and len(each.split()) <= 6), "")
