"""Rewriting: a line said shorter, friendlier, calmer, more formally, as far as rules can without inventing."""

from __future__ import annotations

import re

_FILLING = re.compile(
    r"\b(?:very|really|just|quite|actually|basically|simply|literally|totally|absolutely|definitely|certainly|truly|"
    r"extremely|incredibly|in fact|of course|as you know|needless to say|at the end of the day|as well|also|even|"
    r"indeed|obviously|clearly|particularly|especially|perhaps|rather|pretty much|and so on)\b,?\s*",
    re.IGNORECASE,
)
_LONG_WAYS = (
    (r"\bin order to\b", "to"),
    (r"\bdue to the fact that\b", "because"),
    (r"\bat this point in time\b", "now"),
    (r"\ba (?:large|great) number of\b", "many"),
    (r"\bwith regard to\b", "about"),
    (r"\bis able to\b", "can"),
    (r"\bare able to\b", "can"),
    (r"\bmake sure that\b", "make sure"),
    (r"\bthat is why\b", "so"),
    (r"\bas soon as possible\b", "soon"),
    (r"\bfrom morning to evening\b", "all day"),
    (r"\bfor the purpose of\b", "for"),
    (r"\bin the event that\b", "if"),
    (r"\bprior to\b", "before"),
    (r"\bon a daily basis\b", "daily"),
    (r"\bthe fact that\b", "that"),
    (r"\beach and every\b", "every"),
    (r"\bwhether or not\b", "whether"),
)
_CONTRACTED = (
    (r"\b(it|that|there|he|she|what|here) is\b", r"\1's"),
    (r"\b(we|you|they) are\b", r"\1're"),
    (r"\bI am\b", "I'm"),
    (r"\b(we|you|they|I) will\b", r"\1'll"),
    (r"\b(we|you|they|I) have(?= \w+(?:ed|en|n)\b)", r"\1've"),
    (r"\b(do|does|did|is|are|was|were|would|could|should|has|have) not\b", r"\1n't"),
    (r"\bcannot\b", "can't"),
    (r"\bcan not\b", "can't"),
    (r"\bwill not\b", "won't"),
)
_EXPANDED = (
    (r"\b(it|that|there|he|she|what|here)'s\b", r"\1 is"),
    (r"\b(we|you|they)'re\b", r"\1 are"),
    (r"\bI'm\b", "I am"),
    (r"\b(we|you|they|I)'ll\b", r"\1 will"),
    (r"\b(we|you|they|I)'ve\b", r"\1 have"),
    (r"\bwon't\b", "will not"),
    (r"\bcan't\b", "cannot"),
    (r"\b(do|does|did|is|are|was|were|would|could|should|has|have)n't\b", r"\1 not"),
    (r"\blet's\b", "let us"),
)
_FORMAL = (
    (r"\bget\b", "receive"),
    (r"\bgets\b", "receives"),
    (r"\bbuy\b", "purchase"),
    (r"\bhelp\b", "assist"),
    (r"\bneed\b", "require"),
    (r"\bneeds\b", "requires"),
    (r"\bstart\b", "begin"),
    (r"\bshow\b", "demonstrate"),
    (r"\bshows\b", "demonstrates"),
    (r"\bask\b", "enquire with"),
    (r"\blots of\b", "many"),
    (r"\ba lot of\b", "much"),
    (r"\bkids\b", "children"),
    (r"\bthanks\b", "thank you"),
    (r"\bhi\b", "welcome"),
    (r"\bhey\b", "welcome"),
    (r"\bcheap\b", "affordable"),
    (r"\bgreat\b", "excellent"),
    (r"\bawesome\b", "excellent"),
    (r"\bstuff\b", "items"),
    (r"\bcheck out\b", "explore"),
    (r"\bfind out\b", "learn"),
    (r"\bJust write to\b", "Please contact"),
    (r"\bwrite to\b", "contact"),
    (r"\bask your\b", "please consult your"),
)
_FRIENDLY = (
    (r"\bpurchase\b", "buy"),
    (r"\breceive\b", "get"),
    (r"\bassist\b", "help"),
    (r"\brequire\b", "need"),
    (r"\brequires\b", "needs"),
    (r"\bcommence\b", "start"),
    (r"\bdemonstrate\b", "show"),
    (r"\butili[sz]e\b", "use"),
    (r"\benquire\b", "ask"),
    (r"\bconsult\b", "ask"),
    (r"\badditional\b", "more"),
    (r"\bchildren\b", "kids"),
    (r"\bexcellent\b", "great"),
    (r"\bcontact us\b", "drop us a line"),
    (r"\bassistance\b", "help"),
)
_IMPERATIVES = re.compile(
    r"^(Order|Book|Call|Visit|Write|Ask|Wet|Take|Rub|Rinse|Dry|Try|Join|Apply|Send|Choose|Start|Come|Wash|Press|Use|"
    r"Put|Wait|Check|Keep|Read|Sign|Download|Buy|Contact|Register|Scan|Clean)\b"
)


def rewritten(text: str, manner: str) -> str:
    """`text` said `shorter`, `friendlier`, `formal` or `calmer`; empty where the rules can not do it honestly."""
    made = {"shorter": _shorter, "friendlier": _friendlier, "formal": _formal, "calmer": _calmer}.get(manner)
    if made is None:
        return ""
    found = _mended(made(text))
    return found if found and found != text else ""


def _shorter(text: str) -> str:
    found = _FILLING.sub("", text)
    for long, short in _LONG_WAYS:
        found = re.sub(long, short, found, flags=re.IGNORECASE)
    if len(found.split()) > 0.8 * len(text.split()):
        found = _without_clause(found)
    return found if len(found) < len(text) else ""


def _without_clause(text: str) -> str:
    """Without what only explains: an aside between commas, `which …` at the end, what follows `, and` or `, even`."""
    for pattern in (
        r",\s*(?:which|who|where)\s[^,.!?]+,\s*",
        r",\s*(?:which|who|where|even|especially|including|such as)\s[^.!?]+(?=[.!?]|$)",
        r",\s*and\s[^,.!?]+(?=[.!?]|$)",
        r"\s+(?:after|because|while|even after|when|so that)\s[^,.!?]+(?=[.!?]|$)",
        r"\s+that\s+(?:\w+\s+){1,6}\w+(?=[.!?]|$)",
        r",\s*[^,.!?]+(?=[.!?]|$)",
    ):
        found = re.sub(pattern, " " if pattern.endswith(r",\s*") else "", text, count=1)
        if found != text and len(found.split()) >= 3:
            return found
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return max(sentences, key=len) if len(sentences) > 1 else text


def _friendlier(text: str) -> str:
    found = text
    for formal, plain in (*_FRIENDLY, *_CONTRACTED):
        found = re.sub(formal, lambda m, p=plain: _cased(m, p), found, flags=re.IGNORECASE)  # type: ignore[misc]
    return found


def _formal(text: str) -> str:
    found = text.replace("!", ".")
    for short, long in (*_EXPANDED, *_FORMAL):
        found = re.sub(short, lambda m, p=long: _cased(m, p), found, flags=re.IGNORECASE)  # type: ignore[misc]
    return _IMPERATIVES.sub(lambda m: f"Please {m.group().lower()}", found)


def _calmer(text: str) -> str:
    found = text.replace("!", ".")
    found = re.sub(
        r"\b(?:amazing|incredible|awesome|fantastic|unbelievable|stunning|insane)\b", "good", found, flags=re.I
    )
    found = re.sub(r"\b(?:now|right now|today only|immediately|at once|hurry(?: up)?,?)\b\s*", "", found, flags=re.I)
    found = re.sub(r"\b(?:very|really|extremely|incredibly|totally|absolutely)\s+", "", found, flags=re.I)
    return re.sub(r"\b([A-Z]{4,})\b", lambda m: m.group().lower(), found)


def _cased(match: re.Match[str], plain: str) -> str:
    made = match.expand(plain)
    return made[:1].upper() + made[1:] if match.group()[:1].isupper() else made


def _mended(text: str) -> str:
    flat = re.sub(r"\s+([,.!?;:])", r"\1", " ".join(text.split()))
    flat = re.sub(r",(?=[.!?]|$)", "", flat).strip(" ,;")
    flat = re.sub(r"\b(a)(?= [aeiou]\w)", r"\1n", flat)
    return flat[:1].upper() + flat[1:]
