"""Clauses: running text, cut into the facts it states, in the client's own words."""

from __future__ import annotations

import re

from tools.language.grammar import base_of, head_noun, third_person
from tools.language.lexicon import VERBS, VIDEO_NOUNS
from tools.sentences import split_sentences

_HOLLOW = frozenset("a an the our my some one me us it this that make create video new short nice great good cool "
                    "please need want i we to of for "
                    "about and with something anything product thing produce do give build generate long quick little "
                    "you can could would like "
                    "explain promote introduce present launch announce show sell advertise professional marketing "
                    "branded company".split())
_META = re.compile(
    r"^(?:and\s+)?(?:please\s+)?(?:make sure|(?:use|add|put)\s+(?:our|the|my|some|a|an|captions|subtitles|music|this|"
    r"these)\b|show (?:our|the) logo|no (?:captions|subtitles|text)|"
    r"(?:the|this) (?:video|clip|ad|reel)\b|it should|"
    r"want (?:more|to|some|people|it)\b|i(?:'d like| want| need| would)|need an?\b|we(?:'d like| want| would like| "
    r"need(?= "
    r"(?:an?|some|the|"
    r"this|your|you|it|to)\b))|make\b|"
    r"create\b|keep\s+(?:it|this|that|everything|the\s+(?:video|tone|text|language))\b|can you|could you|"
    r"thanks|that's (?:it|"
    r"all)|nothing (?:else|fancy)|(?:announce|post|share|publish) (?:it|this|that)\b|tell (?:our|the|my|all)(?: "
    r"\w+){1,2}$)", re.I)
_KEEP = re.compile(r"^(?:and\s+)?(?:please\s+)?(?:also\s+)?(?:mention|include|say(?! hello| hi\b| goodbye| thank)|"
                   r"highlight|emphasi[sz]e|stress|point "
                   r"out|state|tell (?:them|people|viewers)|explain|cover|"
                   r"talk about|focus on|make (?:it )?clear)(?:\s+(?:that|the fact that|how))?\s*:?\s*", re.I)
_LABELS = (r"(?:the\s+|our\s+)?(?:key\s+|main\s+)?(?:points?|features?|facts?|benefits?|details?|highlights?|steps?|"
           r"selling points?|key messages?|messages?|what's new|offers?|deal|location|product|"
           r"new features|new|(?:opening|launch|special|introductory|early[- ]bird)\s+offer)")
_LABEL = re.compile(rf"^{_LABELS}\s*"
                    r"(?:are|is|:|include|includes)\s*:?\s*", re.I)
_TOLD = re.compile(r"\b(?:tells?|telling|says?|saying|shows?|showing|explains?|announces?)\s+(?:people|everyone|"
                   r"customers|viewers|them|"
                   r"our \w+)?\s*(?:that\s+)?(?P<c>(?:we|our|the|you|it)\b.+)", re.I)
OPENS_CLAUSE = re.compile(
    r"(?:from|on|until|by|in|at|if|when|after|before|once|every|whenever|as)\b[^,]+,\s+(?:please|we|you|they|it|the|"
    r"our|your|"
    rf"{'|'.join(sorted(VERBS - {'light', 'test', 'support', 'open', 'share'}))})\s+\w", re.I)
"""A clause that begins with when or where and goes on after a comma: `From 1 May, submit receipts`."""

COMMAND = re.compile(
    r"(?!(?:in|on|at|for|with|from|by|to|of|and|or|all|both|no|not|is|are|was|than|that|when|if|as|the|our|your|half|"
    r"over|under|without|around|near|across|during|after|before|into|about|save)\b)[a-z]+\s+(?:(?:the|your|a|an|any|"
    r"all|"
    r"each|every)\s+\w|(?:it|them|up|out|off|down|away|back|in to)\b)|(?:don't|do not|never|always)\s+\w", re.I)
"""An imperative whose verb we need not know: `loosen the roots`."""

_FIRST_PERSON = (
    (r"\b[Ii]'?m\b", "we're"),
    (r"\b[Ii]'ve\b", "we've"),
    (r"\b[Ii]'ll\b", "we'll"),
    (r"\b[Ii]'d\b", "we'd"),
    (r"\b[Ii] am\b", "we are"),
    (r"\bI\b|(?<![\w.])i(?=\s[a-z])", "we"),
    (r"\b[Mm]y\b", "our"),
    (r"\b[Mm]ine\b", "ours"),
    (r"\bme\b", "us"),
)


def split_facts(text: str, known: set[str]) -> list[str]:
    """What `text` says, as clauses and phrases in the client's words; without what is `known` and what is no fact."""
    found: list[str] = []
    for sentence in split_sentences(text.replace("!", ".")):
        for part in re.split(r"\s*;\s*|\s+[–—-]\s+|:\s+(?=\w)", re.sub(r"(?i)\b(speaker|host|guest|teacher|trainer|"
                             r"venue):\s+", r"\1 is ", sentence)):
            found += _clauses(part.strip(" .,;:–—"))
    passed = {word.lower() for word in known} | {""}
    unique = dict.fromkeys(ours(fact) for fact in found if fact.lower() not in passed and not is_hollow(fact))
    return [fact for fact in unique if not re.search(r"\s(?:to|at|via|on|from|with|is|are|of)$|\?$", fact)]


def _clauses(part: str) -> list[str]:
    kept = _KEEP.match(part)
    if kept:
        part = part[kept.end() :]
    elif _META.match(part):
        told = _TOLD.search(part)
        return [told["c"]] if told else []
    part = re.sub(
        rf"^{_LABELS}$|^(?:website|site|web|e-?mail|phone|price list|call to action|cta|audience)$",
        "",
        _LABEL.sub("", part),
        flags=re.I,
    )
    if not part:
        return []
    if OPENS_CLAUSE.match(part):
        pieces = _instructions(part) or [part]
    elif has_verb(part):
        pieces = apart(part)
    else:
        pieces = _phrases(part)
    joints = re.compile(r"^(?:and|plus|also|but|so|that|which|who)\s+", re.I)
    cleaned = (_without_order(joints.sub("", piece.strip(" .,;–—-"))) for piece in pieces)
    return [piece for piece in cleaned if len(piece) > 1 and head_noun(piece) and re.search(r"\w{2}|\d", piece)]


def _instructions(part: str) -> list[str]:
    """What to do one after the other, where all that follows `When the alarm sounds` is that; else nothing."""
    first, *more = part.split(", ")
    if len(more) < 2 or not all(COMMAND.match(each) or each.split()[0].lower() in VERBS for each in more):
        return []
    return [first, *more] if len(first.split()) > 5 else [f"{first}, {more[0]}", *more[1:]]


def apart(part: str) -> list[str]:
    """A whole sentence and what else stands between its commas; the rest of a list stays with its verb."""
    pieces = _between_commas(part)
    found = [pieces[0]]
    for index, piece in enumerate(pieces[1:], 1):
        tail = pieces[index:]
        listing = any(re.search(r"(?:^|\s)(?:and|or)\s", other) for other in tail) and (not any(
            map(_stands, tail)) and not re.match(r"(?:no|free|from|only)\b|[€$£\d]", piece, re.I) or _counts(pieces))
        named = re.match(r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2}$", piece)
        if listing or named or _gapped(pieces) or re.match(r"(?:which|who|where|so|because|rain or|but)\b", piece):
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found


def _between_commas(part: str) -> list[str]:
    """The pieces between commas; days of the week, and what is chosen from (`beef, nut roast or bass`), stay whole."""
    pieces = re.split(r"(?<!day)(?<!days),\s+|,\s+(?!(?:and\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)", part)
    whole: list[str] = []
    for piece in reversed(pieces):
        after = whole[-1] if whole else ""
        dear = re.match(r"[a-z]+\sand\s[a-z ]+?\s(?:from|for|is|are|costs?)\s[€$£\d]", after)
        if dear and re.fullmatch(r"[A-Za-z]+", piece) or re.match(r"(?:[^\W\d]+\s){0,2}[^\W\d]+(?:,\s[^,]+)*\sor\s"
                                                                  r"(?:[^\W\d]+\s?){1,3}$", after) and re.fullmatch(
                r"(?:[^\W\d]+\s?){1,3}", piece) and not has_verb(piece) and len(whole) < len(pieces) - 1:
            whole[-1] = f"{piece}, {after}"
        else:
            whole.append(piece)
    return whole[::-1]


def _gapped(pieces: list[str]) -> bool:
    """Whether the verb is told once for all: `glass goes in the green bin, paper in the blue bin`."""
    place = re.search(r"\s(in|on|at|to|for|by)\s(?=the\s|\d|[A-Z])", pieces[0])
    return place is not None and len(pieces[0].split()) < 9 and all(
        re.match(rf"(?:and\s)?(?:[a-z]+\s){{1,2}}{place[1]}\s(?:the\s|\d|[A-Z])", each) for each in pieces[1:])


def _counts(pieces: list[str]) -> bool:
    """Whether all behind a verb is counted: `pulled out 2 tonnes of rubbish, 43 tyres and a piano`."""
    return re.search(r"\s\d", pieces[0]) is not None and all(
        re.match(r"(?:and\s+)?(?:\d[\d.,]*|an?)\s+[a-z]", each) and not has_verb(re.sub(r"^\S+\s", "", each))
        and not re.search(r"[€$£%]|\boff\b|\b(?:euros?|pounds|dollars|minutes|hours|days|years?)\b", each)
        for each in pieces[1:])


def _stands(piece: str) -> bool:
    """Whether a piece between commas says something of its own rather than going on with a list."""
    bare = re.sub(r"^(?:and|or)\s+", "", piece, flags=re.I)
    return has_verb(bare) or COMMAND.match(bare) is not None or re.match(r"(?:no|free|from|only)\b|[€$£\d]", bare,
                                                                         re.I) is not None


def _without_order(piece: str) -> str:
    """`then choose your dates` without the word that only says when; the order itself is kept."""
    found = re.match(r"(?:and\s+)?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|after that|afterwards|finally|"
                     r"lastly)(?:\s+of all)?,?\s+(?P<rest>(?P<verb>[a-z]+)\b.*)$", piece, re.I)
    known = found and (found["verb"].lower() in VERBS or COMMAND.match(found["rest"]))
    return found["rest"] if found and known else piece


def _phrases(part: str) -> list[str]:
    """The phrases between commas; a list that goes on to its `and` stays with the verb before it."""
    found: list[str] = []
    pieces = _between_commas(part)
    if len(pieces) > 1 and _gapped(pieces):
        return [part]
    for index, piece in enumerate(pieces):
        lead = found[-1].split()[0].lower() if found and found[-1].split() else ""
        tail = pieces[index:]
        end = next((n for n, other in enumerate(tail) if re.search(r"(?:^|\s)(?:and|or)\s", other)), None)
        goes_on = (end is not None and base_of(lead)
                   and not any(_begins_anew(other) for other in tail[: end + 1]))
        if goes_on:
            found[-1] += f", {piece}"
        else:
            found += re.split(r"(?<!hour)(?<!month)(?<!year)(?<!day)\s+plus\s+", re.sub(r"^plus\s+", "", piece))
    return found


def _begins_anew(piece: str) -> bool:
    words = piece.lower().split()
    first = words[0] if words else ""
    return len(words) > 4 or bool(base_of(first)) or re.match(
        r"(?:and\s+)?(?:from|no|free|with|in|at|on|for|[€$£\d])|\w+ed\b|\w+-", piece) is not None


def ours(text: str) -> str:
    """`text` as the company says it: `I` becomes `we` and `my` becomes `our`, outside of quotes."""
    if re.search(r"[\"“”]", text):
        return text
    for pattern, replacement in _FIRST_PERSON:
        text = re.sub(pattern, replacement, text)
    return text


def is_hollow(phrase: str) -> bool:
    """Whether the phrase only asks for a video."""
    words = [word for word in re.findall(r"[\w-]+", phrase.lower()) if word not in _HOLLOW and word not in VIDEO_NOUNS]
    return not words


def has_verb(clause: str) -> bool:
    """Whether a clause looks like a whole sentence: a subject and a finite verb."""
    return any(pattern.match(clause) for pattern in (_PRONOUN_CLAUSE, _NOUN_CLAUSE, _BARE_CLAUSE, _PLURAL_CLAUSE,
                                                     _WHO_GETS))


_AUXILIARY = (r"is|are|was|were|has|have|had|can|will|do|does|did|may|must|should|costs?|feeds?|'ll|won't|don't|"
              r"doesn't|can't|isn't|"
              r"aren't")
_ALSO_NOUNS = frozenset("plan report price light place record test mix cut store order book cover set wash".split())
_THIRD_PERSON = "|".join(sorted(third_person(verb, plural=False) for verb in VERBS - _ALSO_NOUNS))
_PRONOUN_CLAUSE = re.compile(
    rf"(?:it|they|we|you|there|i|he|she|everyone|everything|nobody|people|customers|users)(?:'s|'re|'ve|'m|'ll|'d|"
    rf"\s+(?:also\s+|always\s+|never\s+|now\s+|only\s+|all\s+)?"
    rf"(?:{_AUXILIARY}|{_THIRD_PERSON}|{'|'.join(sorted(VERBS))}|love|believe|know|speak|plant|moved?|opened|know|"
    rf"make|roast|won|started|began|closed))\b", re.I)
_NOUN_CLAUSE = re.compile(
    rf"(?:this|that|these|all|each|every|our|my|the|your|any|most|some|both|no|"
    rf"\d+)\s+(?:[\w'’-]+\s+){{1,5}}?(?:{_AUXILIARY}|{_THIRD_PERSON}|"
    r"(?:raised|started|founded|built|won|hired|reached|received|acquired|doubled|opened|moved|joined)(?=\s+(?:an?|"
    r"the|to|our|its|over|"
    r"more|\d)\b)"
    r")\b(?!\s*$)", re.I)
_PLURAL_CLAUSE = re.compile(r"(?:[a-z]+\s+){0,2}(?!this|his|is|was|as)[a-z]{2,}s\s+(?:start|open|begin|close|run|"
                            r"range|cost|come|end)"
                            r"\s+(?:at|from|in|on|now|with|every|daily|today|tomorrow|until|[€$£\d])", re.I)
_WHO_GETS = re.compile(r"(?:[a-z]+\s+){0,2}(?!this|his|is|was|as)(?:[a-z]{2,}s|children|people)\s+(?:get|pay|save|eat|"
                       r"receive|enjoy|earn)\s+\w", re.I)
_BARE_CLAUSE = re.compile(r"(?!an?\b|how\b|why\b|what\b|which\b|who\b|where\b|when\b|that\b)[\w'.-]+(?:\s+(?!that\b|"
                          r"which\b|who\b)[\w'.-]+){0,3}\s+"
                          r"(?:is|are|was|were|will|can|must|should|may|says?)\s+\w|(?:we|they|you)\s+[a-z]+\s+\w|"
                          r"[€$£]\s?\d[\d.,]*\s+[a-z]+s\s+(?:an?|one|your|the)\s", re.I)
