"""Orders: what a clause asks of those who make the video, which is never said in it, and what it tells besides."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from renderers.avatar.catalogue import AVATARS
from tools.language.account.styles import WISH_WORDS, is_wish, seconds_in
from tools.language.actions import ADDRESS
from tools.language.lexicon import VIDEO_NOUNS
from tools.language.subject import names_people

_MADE = (
    r"(?:"
    + "|".join(
        sorted(
            {*VIDEO_NOUNS} - {"short", "story", "spot", "demo", "presentation", "shorts", "testimonial", "intro"},
            key=len,
            reverse=True,
        )
    )
    + r"|something|clips?|reels?|animations?|sth|smth|"
    r"(?:short|little|quick|brief)\s+(?:one|piece|message)|(?:customer|success)\s+story|voice-?over|message|"
    r"appeal|"
    r"testimonial|presentation|demo|reminder|briefing|invitation|how[ -]to|intro|spot|announcement|update|pitch|"
    r"invite|invitation)"
)
_VERBS = (
    r"(?:make|create|produce|do|doing|shoot|film|build|generate|prepare|need|needs|want|wants|like|love|turn|put|"
    r"get|have|help|commission|order|ask|use|give|write|send|after|looking|thinking|record|put together|making|"
    r"creating|due|wanted|thought|please)"
)
_PLACES = (
    r"(?:instagram|insta|ig|facebook|fb|linkedin|tik\s?tok|youtube|yt|twitter|x|whatsapp(?:\s+status)?|snapchat|vimeo|"
    r"socials?|"
    r"social media|web\s?site|home\s?page|landing page|newsletter|intranet|e-?mail|reels?|stories|shorts|"
    r"(?:our|the|my)\s+(?:(?:own|new|staff|company|school|internal|parents'?)\s+)?(?:site|web\s?site|"
    r"home\s?page|"
    r"page|landing page|socials?|social media|channels?|feed|newsletter|intranet|shop window|waiting room|lobby|"
    r"canteen|(?:hallway|foyer|lift|staff room|break room|reception|office)\s+screens?|screens?|app|blog|stand|booth|"
    r"customers|clients|instagram|facebook|linkedin|youtube|tiktok)"
    r"(?:\s+(?:page|channel|screens?|feed|tv))?)"
)
_OURS = "|".join(avatar.name for avatar in AVATARS)
_PRESENTS = (
    r"(?:present(?:s|ed|ing)?|host(?:s|ed|ing)?|narrat(?:es|ed|ing|e)|speak(?:s|ing)?|read(?:s|ing)?|"
    r"talk(?:s|ing)?|say(?:s)?|do(?:es|ing)?|voice)"
)
_ORDERS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"^(?:can|could|would|will)\s+(?:you|we|i)\b.*\b{_MADE}\b",
        r"^(?:can|could|would|will)\s+you\s+(?:please\s+|maybe\s+|just\s+)*(?:make|create|produce|do|put|turn|film|"
        r"write|"
        r"prepare|help|explain|show|tell|describe|mention|list|"
        r"include|present|promote|announce)\b",
        r"^(?:(?:i|we)(?:'d like|\s+need|\s+want)|need|want|make|give me|do)\s+(?:about\s+|an?\s+)"
        r"?\d+[\s-]*(?:seconds?|"
        r"secs?|s|min\w*)\b",
        r"^(?:please\s+|let's\s+|to\s+)?(?:explain|launch|promote|introduce|present|advertise|announce|sell|showcase|"
        r"describe|"
        r"demonstrate|introducing|presenting|announcing|promoting|explaining)\s+(?:our|my|the\s+new|how|why|what|"
        r"(?-i:[A-Z]))|^(?:please\s+)?explain\s+(?!it\b|them\b|yourself)",
        rf"^(?:so\s+|and\s+|hi,?\s+|hello,?\s+|hey,?\s+)?(?:can|could|would|will)\s+(?:you|u|we|i|someone)\b(?!.*\?$)"
        rf".*\b{_VERBS}\b",
        rf"^(?!(?:i|we)\s+(?:shoot|film)\b)(?:.*\b)?(?:i|we)(?:'d|'ll|'re|'m|\s+would|\s+are|\s+am)?\s+(?:\w+\s+)"
        rf"{{0,2}}{_VERBS}\b.*\b{_MADE}\b",
        r"^(?:.*\b)?(?:i|we)(?:'d|\s+would)?\s+(?:really\s+|just\s+)?(?:want|need|like|prefer)\s+(?:it|this|that|"
        r"them)\b",
        r"^(?:would|'d|i'd|we'd)\s+(?:really\s+)?(?:like|love)\s+(?:an?|some|to have|to see)\b",
        r"^(?:it\s+)?(?:needs|has)\s+to\s+be\b|^(?:i|we)\s+(?:want|need|would like|hope)\s+to\s+(?:reach|target|"
        r"address|attract)\b",
        r"^(?:[\w-]+\s){1,3}(?:feel|feeling|vibes?|mood|atmosphere)$",
        r"^(?!(?:Every|Any|No|Some)\w+|You|We|They|It|He|She|Staff|People|HR|Management)(?-i:[A-Z])"
        r"\w*[^s\W]\s+(?:should|could|can|shall|may)\s+"
        r"(?:present|explain|host|introduce|announce)\s+(?:our|the|it|this|my)\b",
        rf"^(?:{_OURS})\s+(?:should|could|can|shall|may|to)\s+(?:present|explain|tell|introduce|announce|show|host|"
        rf"read|talk|speak|do|say)\b",
        r"^(?:can|could|may)\s+(?:i|we)\s+(?:please\s+)?(?:have|get)\b",
        r"^(?:i|we)(?:'d|\s+would)\s+(?:really\s+)?(?:prefer|love)\s+(?:it|if|a|an|something)\b",
        rf"^(?:please\s+|pls\s+|kindly\s+|just\s+|let's\s+|wanna\s+|need\s+to\s+|want\s+to\s+)*(?:make|create|"
        rf"produce|do|"
        rf"give|get|build|write|generate|prepare|film|need|needs|want|turn|looking for|put together|record|help)\b.*\b"
        rf"{_MADE}\b",
        r"^(?:please\s+|pls\s+)*(?:make|keep)\s+(?:it|this|that|everything|the\s+(?:video|tone|text|language|whole))\b",
        r"^(?:please\s+|pls\s+)*make\s+(?:me|us)\b",
        r"^(?:it|this|the\s+(?:video|film|clip|tone|text|whole thing))\s+(?:should|must|has to|needs to|can|could|may|"
        r"shouldn't|mustn't|will be|would be|is meant|is for|goes)\b.*\b(?:feel|be|sound|look|last|run|say|show|"
        r"mention|"
        r"include|about|for|long|shown|played)\b",
        rf"^(?:something|sth|smth|anything)\b(?!.*\b(?:is|are|happens|to)\b)|^(?:a|an|one|some)?\s*(?:[\w-]+\s+)"
        rf"{{0,5}}?"
        rf"{_MADE}\s*(?:please|pls)?$",
        r"^(?:please\s+)?(?:don't|do not|never|avoid|no need to|without)\s+(?:mention|show|say|saying|give|spoil|use|"
        r"using|"
        r"include|make it|mentioning|giving|showing|put|reveal|talk about|name|overdo|sound|be)\b",
        r"^(?:nothing|not)\s+(?:too\s+|so\s+|overly\s+)?[\w-]+$|^no\s+(?:hype|jargon|music|captions|subtitles|"
        r"buzzwords|"
        r"sales talk|stock phrases|stock footage|stock photos|emojis?|swearing|cheese|clich[eé]s|fluff|drama|scare "
        r"tactics|small print)\b",
        rf"^(?:please\s+|maybe\s+|perhaps\s+|ideally\s+|and\s+)*(?:let|have|use|with|by|get|ask)?\s*(?:{_OURS})\b.*\b"
        rf"{_PRESENTS}\b|^(?:presented|hosted|narrated|spoken)\s+by\b|^(?:please\s+)?(?:use|with)\s+(?:{_OURS})$",
        rf"^(?:please\s+|maybe\s+|perhaps\s+)*(?:let|have)\s+[A-Z]\w+\s+{_PRESENTS}\b",
        r"^(?:please\s+|and\s+)*(?:with|use|using|take)?\s*(?:the\s+|our\s+)?(?:presenter|avatar|narrator)"
        r"(?:\s+(?:is|called))?:?\s+(?-i:[A-Z])[\w+.-]*(?:\s(?-i:[A-Z])[\w+.-]*)?$|"
        r"^(?:please\s+|and\s+)*(?:with|use|using|take)\s+(?:the\s+)?(?:presenter|avatar|narrator)\s+[\w+.-]+$",
        r"^(?:maybe\s+|perhaps\s+|ideally\s+|please\s+)*(?:let\s+|have\s+|use\s+|with\s+)?(?-i:[A-Z])\w+\s+(?:(?:could|"
        r"should|can|to|"
        r"might|shall|may)\s+)?(?:present|host|narrate|read)\s+(?:it|this|the\s+(?:video|film|clip))\b",
        r"^(?:maybe|perhaps|ideally|please|preferably)?\s*(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:woman|man|lady|guy|presenter|"
        r"voice|"
        r"host|speaker)\s+(?:should|could|can|to|who|as|presenting|speaking|in|with)\b",
        r"^(?:there|yo|hiya|greetings|sorry|hola|moin|ciao|hallo|good day|team|folks|guys|dear\b.*)$",
        r"^(?:thanks|thank you(?!\s+(?:to|all|for))|cheers|ta|many thanks|kind regards|best regards|regards|best|best "
        r"wishes|"
        r"all the best|sincerely|yours|warm regards|hello|hi|hi there|hey there|hey|dear|good (?:morning|day|afternoon|"
        r"evening))\b(?!.*\b(?:is|"
        r"are|will)\b)",
        r"^(?:please\s+)?(?:see|find)\s+(?:below|attached|the attach)|^(?:as discussed|hope (?:you|this)|i hope|let me "
        r"know|"
        r"looking forward|if you (?:have|need) (?:any )?(?:more |further )?(?:questions|info)|get back to|that's (?:it|"
        r"all)|"
        r"you can decide|up to you|your call|whatever you think|you choose|feel free)\b",
        r"^(?:the\s+)?(?:tone|style|mood|vibe|length|format|duration|language|music|audience|background|colou?rs?)\b.*",
        rf"^(?:it's\s+|this is\s+|that's\s+)?(?:also\s+)?(?:for|on|to (?:post|share|put|show|use) (?:it\s+)?on|to be "
        rf"shown "
        rf"(?:on|in))\s+(?:{_PLACES})(?:(?:\s*(?:,|and|&|\+|or)\s*)+{_PLACES})*$",
        r"^(?:no|not)\s+(?:longer|more|over)\s+than\b|^(?:about|around|roughly|max(?:imum)?|under|up to|like|approx\w*|"
        r"ca\.?)?"
        r"\s*(?:\d+|half a|one|two|a)[\s-]*(?:seconds?|secs?|s|minutes?)\b(?:\s+(?:or so|max|please|long|at most|"
        r"tops|is "
        r"(?:fine|enough|ok)))*$",
        r"^(?:about\s+|around\s+)?\d+[\s-]*(?:seconds?|secs?|s|minutes?|mins?)\b,?\s+(?:for|on|to|please|in)\b",
        rf"^(?:an?\s+)?(?:[\w-]+\s+){{0,3}}?{_MADE}\s+(?:is\s+|text\s+|script\s+)?(?:wanted|needed|required|"
        rf"requested|please|wished)$",
        r"^with\s+(?:an?\s+|the\s+)?(?:link|url|address|logo)\b",
        r"^(?:with|have|has)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?feel(?:ing)?\b|^in\s+(?:english|british english)\b",
        r"^(?:we|i)\s+(?:thought|were thinking|was thinking|are thinking|wondered|figured)\b",
        r"^(?:please\s+)?(?:use|add|put|show|include)\s+(?:our|the|my|some|a|an|captions|subtitles|music|these|this|"
        r"that)"
        r"\s*"
        r"(?:\w+\s+)?(?:logo|captions|subtitles|music|colou?rs?|photos?|pictures?|footage|background|presenter|font|"
        r"images?|"
        r"song|track)\b",
    )
)
_TELLS = re.compile(
    r"^(?:and\s+|also\s+|please\s+|pls\s+|just\s+)*(?:(?:it|this|the video)\s+(?:should|must|has to|needs to)\s+)"
    r"?(?:(?:make"
    r" sure|be sure)\s+(?:to\s+|you\s+|they know\s+|people know\s+|everyone knows\s+)?)?(?:(?:mention|say|point out|"
    r"highlight|stress|emphasi[sz]e|include|announce|explain(?=\s+that\b))(?:\s+(?:them|people|to \w+))?(?:\s+that)?|"
    r"(?:tell|let|remind|"
    r"inform)\s+(?:them|people|everyone|everybody|viewers|folks|our \w+|the \w+|all \w+|customers|members|parents|"
    r"staff)"
    r"(?:\s+know)?(?:\s+that)?|that)\s*:?\s+(?P<fact>(?!hello|hi\b|goodbye|thank|to\b|how\b|it\b|this\b).+)$",
    re.I,
)
_WHO = (
    r"(?:them|people|viewers?|customers?|everyone|everybody|visitors?|folks|parents|users|guests|members|clients|"
    r"residents|readers|employees|colleagues|you|the (?:viewers?|audience)|our \w+)"
)
_ASKS = re.compile(
    rf"\b(?:ask|asking|asks|tell|telling|invite|inviting|invites|get|getting|gets|want|encourage|encouraging|remind|"
    rf"urge|"
    rf"persuade|convince|makes?)\s+{_WHO}\s+to\s+(?P<call>(?!know\b|feel\b|how\b|that\b|about\b|smile\b|laugh\b|"
    rf"our\b|the\b|my\b)[a-z][\w-]*\b.*)$",
    re.I,
)
_ENDS_WITH = re.compile(
    r"^(?:(?:and|then|please|also|it should|let's|we|should)\s+)*(?:finish|end|close|ending|"
    r"finishing)(?:es|s)?\s+(?:it\s+)?(?:with|on|by)\s+(?:the\s+(?:words?|"
    r"line|website|address|link|phone number|number)\s+)?:?\s*(?P<call>.+)$",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?P<lead>about|intro(?:duction)? to|regarding|concerning|presenting|to present|promoting|to promote|"
    r"introducing|to introduce|"
    r"announcing|to announce|"
    r"explaining|to explain|launching|showing(?: off)?|to show(?: off)?|advertising|to advertise|covering|celebrating|"
    r"on|for|of|tell(?:ing)?\s+(?:folks|people|customers|everyone|our \w+|them|parents|residents)|explain(?:s|ing)?|"
    r"sell(?:ing)?|"
    r"advertise|showcase|describe|demonstrate|promote|announce|introduce|present|launch|teach(?:ing)?\s+(?:people|"
    r"staff|customers|our \w+|new \w+))\s+"
    r"(?P<np>(?!me\b|us\b|it\b|this\b|that\b|example\b|now\b|top\b|free\b|sure\b|their\b)\S.*)$",
    re.I,
)
_END_OF_TOPIC = re.compile(
    r"\s*(?:,|:|\?|\.$|\s+(?:asking|telling|inviting|to (?:ask|tell|invite|get|show|post|use|put|share|explain|make)|"
    r"that (?:gets|makes|shows|explains|invites|we can|i can|looks|feels)|which we|would be|should be|'d be|where "
    r"people|so that|so people|so they|please|pls|"
    rf"but in english|in english|with (?:a|an) \w+ (?:feel|tone|voice|vibe)|(?:for|on|to (?:post|put|use|share) on)\s+"
    rf"{_PLACES}\b|about\s+(?=(?:our|the|my|how|why|what)\b)|(?:in\s+|of\s+|within\s+)?(?:max|about|around|under)"
    rf"?\s*\d+\s*(?:s|secs?|seconds?)\b))",
    re.I,
)


_LENGTH_FIRST = re.compile(
    r"(?:about\s+|around\s+|roughly\s+|just\s+)?(?:half an?|an?|one|two|\d+(?:\s?-\s?\d+)?)[\s-]*"
    r"(?:seconds?|secs?|s|minutes?|mins?)\s+(?:(?:about|of|on)|(?P<joint>for))\s+"
    rf"(?P<rest>(?!{_PLACES}\b|(?:our|my|the|a)\s+{_PLACES}\b|a\s+(?:day|week|month)\b).+)$",
    re.I,
)
"""`20 seconds about our lamp`: the length stands for the video."""


@dataclass(frozen=True)
class Order:
    """What an order holds besides: what the video is about, for whom, what people are asked to do, what is told."""

    topic: str = ""
    audience: str = ""
    call: str = ""
    fact: str = ""
    title: str = ""
    """What a kind of video is called after: `Security awareness clip`."""
    seconds: float = 0.0


def read_order(clause: str, label: str = "") -> Order | None:
    """What `clause` asks of those who make the video; None where it is not for them."""
    bare = re.sub(
        r"^(?:so|well|ok|okay|basically|right|hey|hi|hello|um|and|also|oh|but|then|anyway)\b[\s,]*",
        "",
        clause.strip(" .,;"),
        flags=re.I,
    )
    if not bare:
        return Order()
    if long := _LENGTH_FIRST.match(bare):
        return replace(_plain_order(f"a video {long['joint'] or 'about'} {long['rest']}"), seconds=seconds_in(bare))
    if label == "order":
        return Order(seconds=seconds_in(bare))
    if linked := re.match(
        rf"with\s+(?:an?\s+|the\s+)?(?:link|url|address)\s+(?:to|of|at)?\s*(?P<to>{ADDRESS.pattern})$", bare, re.I
    ):
        return Order(call=linked["to"])
    if told := _TELLS.match(bare):
        return Order(fact=told["fact"])
    if (ending := _ENDS_WITH.search(bare)) and not re.match(
        r"(?:the|our|it|we)\b.*\b(?:ends?|closes?)\s+(?:with|on)\b", bare, re.I
    ):
        return Order(call=ending["call"].strip("\"' "))
    asks = _ASKS.search(bare)
    ordered = any(pattern.search(bare) for pattern in _ORDERS) or is_wish(bare) or _is_title(bare)
    if asks and (
        ordered
        or re.match(
            r"(?:please\s+)?(?:ask|invite|get|encourage|remind|urge|tell|persuade|convince|"
            r"(?:i|"
            r"we)(?:'d)?\s+(?:want|like|need)|want)\b",
            bare,
            re.I,
        )
    ):
        before = _plain_order(bare[: asks.start()]) if ordered else Order()
        return Order(before.topic, before.audience, asks["call"].strip(), "", "", seconds_in(bare))
    if taught := re.search(
        r"\b(?:tell|show|teach|explain to)\s+(?P<who>folks|people|customers|everyone|them|parents|"
        r"viewers|residents|our \w+|new \w+|clients|beginners)\s+(?P<np>(?:how|why|what|when|"
        r"where)\s"
        r".+)$",
        bare,
        re.I,
    ):
        topic = re.sub(r"\btheir\b", "your", re.sub(r"\bthey\b", "you", taught["np"]))
        who = taught["who"] if re.match(r"our|new|parents|residents|beginners", taught["who"]) else ""
        return Order(_ended(topic), who, "", "", "", seconds_in(bare))
    return _plain_order(bare) if ordered else None


def _is_title(bare: str) -> bool:
    """Whether a clause without a verb only says what is to be made: `30s promo for my dog walking business`."""
    if re.match(r"(?:clip|film|demo|reel)\s+(?:on|in|to)\b", bare, re.I):
        return False
    if re.match(r"(?:short\s+)?(?:webinar|workshop|open day)\b", bare, re.I):
        return False
    return (
        re.match(
            rf"(?:(?:an?|the|one|our|internal|short|quick|new|\d+[\s-]*(?:s|secs?|seconds?|min(?:ute)?s?)|"
            rf"[\w-]+)"
            rf"\s+){{0,5}}?(?:{_MADE})\b(?:\s*(?:,|\+|$)|\s+(?:for|about|on|of|to|from|with|in|that|where|"
            rf"showing|explaining|announcing|presenting|introducing|promoting|inviting)\b)",
            bare,
            re.I,
        )
        is not None
    )


def _plain_order(bare: str) -> Order:
    rest, audience = _audience(bare)
    topic = ""
    for lead, about in _leads(rest):
        found = re.sub(r"^(?:on|about)\s+(?=how|why|what|when|where|the|our|my)", "", _ended(about))
        found = re.sub(r"\btheir\b", "your", found) if audience else found
        if lead in ("for", "of", "on") and not re.search(rf"\b{_MADE}\b", bare, re.I):
            continue
        if lead == "for" and not audience and re.match(r"(?!(?:our|my|the|an?)\s)[a-z][a-z -]*s$", found):
            audience = found
            continue
        if (
            found
            and not is_wish(found)
            and not re.match(rf"{_PLACES}(?:\s+(?:where|that|which|and)\b|$)", found, re.I)
            and not names_people(found)
        ):
            topic = found
            break
    if audience and re.search(r"\bthank[- ]?(?:you|s)\b", rest, re.I):
        return Order("", audience, "", f"Thank you to {audience}", "", seconds_in(bare))
    kind = re.match(
        r"(?:(?:please|make|create|produce|we|i|need|want|an?|the|our|short|quick|new|\d+[\w-]*|"
        r"seconds?|\w+-second)"
        r"\s+)*(?P<kind>(?:[a-z][\w-]+\s+){1,3}?)(?:clip|video|film|reel)\b",
        bare,
        re.I,
    )
    title = (
        kind["kind"].strip()
        if kind
        and len(kind["kind"].split()) > 1
        and not any(word in WISH_WORDS or word in _GENERIC for word in kind["kind"].lower().split())
        else ""
    )
    return Order(topic, audience, "", "", title, seconds_in(bare))


_GENERIC = frozenset(
    (
        "launch promo promotional promotion product explainer training sales outreach recruitment recruiting "
        "event testimonial customer update internal external corporate company hype image brand marketing social "
        "media how-to tutorial announcement welcome hiring job online web small big for about second minute you "
        "create make produce this into"
    ).split()
)


def _leads(text: str) -> list[tuple[str, str]]:
    """The words that lead to a topic with what stands behind each, the surest first."""
    found: list[tuple[int, str, str]] = []
    start = 0
    while match := _ABOUT.search(text, start):
        lead = match["lead"].lower()
        found.append((2 if lead in ("for", "on", "of") else 1, lead, match["np"]))
        start = match.start("np")
    return [(lead, np) for _, lead, np in sorted(found, key=lambda each: each[0])]


def _ended(topic: str) -> str:
    end = _END_OF_TOPIC.search(topic)
    return (topic[: end.start()] if end else topic).strip(" .,;:!?\"'")


def _audience(text: str) -> tuple[str, str]:
    """`text` without the people it is made for, and those."""
    for found in re.finditer(
        r"\s+(?:for|to|aimed at)\s+(?P<who>(?:all\s+|the\s+|our\s+|new\s+|my\s+)"
        r"?[a-zA-Z][^,.;:!?\n]*?)"
        r"(?=\s*(?:[,.;:!?\n]|$)|\s+(?:about|on|asking|to|with|but|at|how|in english|for)\b)",
        text,
    ):
        who = found["who"].strip()
        if names_people(who) or re.match(
            r"(?:the\s+)?(?:parents|members|residents|staff|customers|employees|people)"
            r"\b",
            who,
        ):
            return f"{text[: found.start()]}{text[found.end() :]}", who
    return text, ""
