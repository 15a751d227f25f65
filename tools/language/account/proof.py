"""Proof: whether a script written from phrases says all that an account tells, whole, and nothing that was an order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tools.brief import Brief
from tools.language.account.orders import read_order
from tools.language.account.styles import is_wish
from tools.language.account.utterances import is_finite
from tools.language.account.wording import full_words
from tools.language.clauses import ours
from tools.language.lexicon import VERBS
from tools.language.spelling import tidied
from tools.language.word_classes import shape_of

MOST_LOST = 0.2
"""The share of a sentence's telling words that another form of it may leave out."""
NEAR = 0.62
"""The share of a sentence's telling words that one line has to have where it says it otherwise."""
LETTER_LINES = 4
"""From so many whole sentences on, each is to be said as it stands."""
_SMALL = frozenset(
    (
        "three step steps easy simple hiring launch sell sells selling until opened twice uses weekly about after "
        "also always been before come each every from have here into just like more most much only other over "
        "same some such than that their them then there these they this those very well what when where which "
        "while will with your ours it's we're they're people please make need want would"
    ).split()
)
_BROKEN = re.compile(
    r"\b(?:pay|pays|is|are|has|find|finds|have|get|will|then) costs?\b|\bis a lot of\b|\bexpect an? "
    r"one\b|"
    r"\bin (?:[A-Z]\w+ly|Moody)\b|^It takes place in (?:[a-z]|We)|\b(?:and|or|but|with|the|of|to|"
    r"for|is|are|"
    r"by|incl)\.$|\b(?:is|are) (?:we|they|you|i|it) |^Not |^The place: (?:We|Kind|Head)|"
    r"\bvideo\b.*\b(?:make|"
    r"want|need)\b|\.\s[a-z]|^(?:If|When|Because|Unless|Although|While|As soon as)\b[^,]*\.$|"
    r"^Especially\b|^(?:Where|Which|Who|"
    r"That)\b[^?]*\.$|^(?:As of|From|On|Since|Starting) [^,]{2,20}\.$|^(?:They're|It's) "
    r"[A-Z][a-z]+\.$|^Expect an? \w+ and an?\b|\bvideo \d|\b(?:very|so|too) (?:is|are)\b|\blol\b|"
    r"\bmeet (?:feature|product|company|monthly) update|^An? (?:new|next|last) (?:this|these)\b"
)
_ODD = re.compile(
    r"^For (?:our|my|the) [\w ]{2,30}[.,]|\b(?:presenter|avatar) [A-Z]|\bhow (?:an?|our|my|the) [\w ]{2,20}\?$|"
    r"\bhow to explain to\b|^Make a note of it: (?!.*\b[A-Z][a-z]{2,8}\b \d|.*\d \b[A-Z])[\d:-]+.*\.$|(?<!\d)"
    r"[1-6][05]\s?(?:s|secs?)\b|\btakes place on \d+ to \d|^\w+\.$|\btrailer text\b"
)
"""What only the reading of an order, a time or a crumb as a fact brings about."""
_MEETS = re.compile(
    r"\b(?:meet|introduce you to|invited to|talk about|know about|heard about|wondered) (?P<what>.+?)"
    r"[.?]$",
    re.I,
)


def faults_of(lines: Sequence[str], brief: Brief, told: Mapping[str, Any]) -> list[str]:
    """What speaks against saying `lines` for `brief` (its call and names are said besides), where `told` is the same as
    an account; empty where nothing does.
    """
    found: list[str] = []
    request = _flat(full_words(tidied(brief.request)))
    named = _flat(f"{brief.product} {brief.brand} {brief.audience} {brief.call_to_action} {brief.address}")
    whole = [_flat(ours(line)) for line in lines]
    said = _words(" ".join([*whole, named]))
    asked = request.split()
    own = [point for point in told["points"] if _flat(ours(point)) in _flat(ours(request)) and is_finite(point)]
    for point in (*told["points"], told["call_to_action"]):
        if re.match(r"(?:Here's|Meet|You're invited|This is|We're)\s", point) and point not in own:
            continue
        words = [word for word in _words(_flat(point)) if word in asked]
        lost = [word for word in words if not _is_said(word, said)]
        if len(lost) > MOST_LOST * len(words):
            found.append(f"lost: {point} ({', '.join(lost)})")
            continue
        flat = _flat(ours(point))
        if point not in own or len(words) < 3 or any(flat in line for line in whole) or flat in _flat(ours(named)):
            continue
        pieces = [line for line, plain in zip(lines, whole, strict=True) if plain and plain in flat]
        near = max((sum(_is_said(word, line.split()) for word in words) for line in whole), default=0)
        if (
            len(own) >= LETTER_LINES
            or not pieces
            and near < NEAR * len(words)
            or not all(is_finite(each) or shape_of(each) == "instruction" for each in pieces)
        ):
            found.append(f"cut: {point}")
    for line in lines:
        if _BROKEN.search(line) or _ODD.search(line) or is_wish(line.rstrip(".")) and len(line.split()) > 1:
            found.append(f"broken: {line}")
        elif re.search(r"\b(?:video|clip|reel)\b", line, re.I) and read_order(line.rstrip(".")) is not None:
            found.append(f"order: {line}")
        elif (
            (met := _MEETS.search(line))
            and (is_finite(met["what"]) or met["what"].split()[0].lower() in VERBS)
            and not re.match(
                r"(?:how|why|what|when|where|that|find|come)\b|.*\b(?:that|who|which)\b", met["what"], re.I
            )
        ):
            found.append(f"broken: {line}")
        elif _flat(line) in request and read_order(line.rstrip(".")) is not None:
            found.append(f"order: {line}")
    about = brief.product
    brand = _flat(told["brand"])
    if (
        brand
        and brand not in named
        and not any(brand in plain and is_finite(line) for line, plain in zip(lines, whole, strict=True))
    ):
        found.append(f"lost: {told['brand']}")
    if brief.audience and re.search(
        rf"{re.escape(brief.audience)} (?:at|of|in) (?:the )?{re.escape(about)}", brief.request, re.I
    ):
        found.append(f"about: {about}")
    if f"({about.lower()})" in brief.request.lower():
        found.append(f"about: {about}")
    sentence_like = (
        is_finite(about)
        and brief.goal in ("launch", "explainer", "sales", "event", "testimonial")
        and not re.match(
            r"(?:we'd like|help|how|why|what|when|where|from|on|as of|save|join|support)\b|.*\b(?:that|which|who)\b",
            about,
            re.I,
        )
    )
    if (
        sentence_like
        or is_wish(about)
        or re.match(r"so\s|how to (?:on|for|about)\b|.*\d\s?[ap]m\b", about, re.I)
        or re.search(r"\b(?:video|clip|announcement)$", about)
    ):
        found.append(f"about: {about}")
    elif re.match(
        r"(?:(?:we're|i'm|we are)\s+(?-i:[A-Z])|(?:we need|we want|i need|i want|please)\b)|[^\w\"']|\d+s\b",
        brief.product,
        re.I,
    ):
        found.append(f"about: {brief.product}")
    return found


def _flat(text: str) -> str:
    return re.sub(r"[^\w%€$£]+", " ", text.lower().replace("'", "")).strip()


def _words(text: str) -> list[str]:
    return [
        word for word in dict.fromkeys(text.split()) if (len(word) > 3 or re.search(r"\d", word)) and word not in _SMALL
    ]


def _is_said(word: str, said: Sequence[str]) -> bool:
    return word in said or any(word[:-1] and other.startswith(word[: max(4, len(word) - 2)]) for other in said)
