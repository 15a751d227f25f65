"""Utterances: a message in its smallest wholes: labelled lines, sentences, clauses that ask beside ones that tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.language.account.wording import full_words
from tools.language.clauses import has_verb
from tools.language.lexicon import VERBS
from tools.language.spelling import tidied
from tools.language.word_classes import tagged
from tools.sentences import split_sentences

_LABELS: dict[str, str] = {
    "product": r"product|name|brand|company|business|client|who we are|organi[sz]ation|app|title|event|project",
    "topic": r"tutorial|explainer|training|fundraising|reminder|how-?to|invitation|announcement|recruitment|topic|"
    r"theme|subject|what|what for|about|purpose|goal|objective|aim|re|type|kind|format",
    "does": r"what (?:it|we) (?:does|do)|description|summary|in short|the idea",
    "audience": r"(?:target )?audience|(?:target )?(?:group|market)|who(?:'s it)? for|who is it for|for whom|for|"
    r"viewers?",
    "fact": r"why (?:it's|it is|we're|us)?\s?(?:better|different|special|us|it matters)?|usps?|benefits?|features?|"
    r"key (?:facts|points|messages?)|points?|facts?|details?|highlights?|news|message|must mention|include|"
    r"what's new|new|also|plus|offers?|mention|main points?|key message|messages?|proof|evidence|results?|steps?|"
    r"rules|content|info",
    "price": r"prices?|costs?|pricing|tickets?|fee|pay|salary|wage",
    "when": r"when|dates?|time|date and time|starts?|opening hours|hours|deadline",
    "where": r"where|place|location|venue|address",
    "call": r"cta|call[ -]to[ -]action|ask|contact|website|web|site|link|url|phone|tel|booking|bookings|register|"
    r"apply|tickets at|book",
    "order": r"tone|style|mood|vibe|length|duration|platforms?|channels?|aspect|where it (?:runs|goes)|look|feel|music|"
    r"language|presenter|voice|deadline for the video|budget|use|usage|captions|colou?rs?|video|tone of voice",
    "head": r"from|to|cc|sent|date sent|fw|fwd|betreff",
}
_LABEL = re.compile(r"^(?:[-*•–]\s*)?(?P<label>[A-Za-z][A-Za-z' /-]{1,30}?)\s*(?::|=)\s+(?P<value>\S.*)$")
_HEADS = re.compile(r"^(?:re|fwd?|aw|wg)\s*:\s*", re.I)
_BULLET = re.compile(r"^\s*(?:[-*•–>]+|\d{1,2}[.)])\s+")
_OPENS_ORDER = (
    r"(?:(?:can|could|would|will)\s+(?:you|someone|we get|we have|i get|i have)\b|please\b(?!\s+note)|pls\b|"
    r"(?:i|we)(?:'d|\s+would)\s+(?:like|love)\b|(?:i|we)\s+(?:just\s+|really\s+)?(?:want|need|thought|wanted)\b|"
    r"(?:i'm|we're|i am|we are)\s+(?:looking for|after)\b|make\s+(?:it|me|us|this|a|the)\b|keep\s+(?:it|this|the)\b|"
    r"(?:finish|end)\s+(?:it\s+)?with\b|close\s+it\s+with\b|looking for\s+(?:an?|some)\b|don't\s+(?:mention|show|"
    r"make|give|use)\b|"
    r"not\s+too\s+\w+\W*$|it\s+should\s+(?:be|feel|look|sound|run|last|say)\b|the\s+(?:video|tone|film|clip)\b)"
)
_JOINT = re.compile(
    rf"(?:\s*,\s*(?:and\s+|so\s+|but\s+|then\s+|also\s+)?|\s+(?:and|so|but)\s+)(?={_OPENS_ORDER})", re.I
)
_DASH = re.compile(r"\s+[–—-]{1,2}\s+|;\s+|\s*\u2022\s*|\s+/{1,2}\s+")
_COLON = re.compile(r":\s+(?=\S)")


_SIGNED = re.compile(
    r"(?:thanks|thank you|many thanks|cheers|(?:kind|best|warm) regards|regards|best(?: wishes)?|"
    r"all the "
    r"best|sincerely|yours(?: sincerely| truly)?|xx?|greetings)(?:\s+(?:in advance|a lot|so much|"
    r"again))?$",
    re.I,
)


@dataclass(frozen=True)
class Utterance:
    """`text` without its end mark; `label` is what stood before a colon, as one of a few kinds, or empty."""

    label: str
    text: str
    opens: bool = True
    """Whether it begins a sentence rather than going on with one."""


def utterances(message: str) -> list[Utterance]:
    """What `message` says, in order: labelled values, and the clauses of its sentences cut where an order begins."""
    found: list[Utterance] = []
    label = ""
    for line in _lines(message):
        bare = _BULLET.sub("", line)
        named = _labelled(_HEADS.sub("", bare))
        if named and named[1]:
            found += [Utterance(named[0], part) for part in _values(*named)]
            label = ""
            continue
        if bare.endswith(":") and len(bare.split()) <= 6:
            label = _kind(bare.rstrip(": ")) or "fact"
            continue
        if label and _BULLET.match(line):
            found.append(Utterance(label, bare.rstrip(" .;,")))
            continue
        label = ""
        found += _told(bare)
    return found


def _lines(message: str) -> list[str]:
    """The lines of the message, with those rejoined that were only wrapped."""
    lines: list[str] = []
    if re.search(r"(?<!\S)1[.)]\s+\S.*(?<!\S)2[.)]\s+\S", message, re.S):
        message = re.sub(r"(?<!\S)[1-9][.)]\s+(?=\S)", "\n", message)
    elif re.search(r"(?<!\S)1 [a-z].*\s2 [a-z].*\s3 [a-z]", message):
        message = re.sub(r"(?<!\S)[1-9] (?=[a-z])", "\n", message)
    for line in re.split(r"\n+", tidied(message)):
        text = re.sub(r"(?<=[a-z]) & (?=[a-z])", " and ", full_words(line.strip()))
        text = re.sub(r"\s+@\s+", " at ", text)
        if not text:
            continue
        goes_on = lines and re.match(r"[a-z]", text) and not re.search(r"[.!?:;]$", lines[-1]) and len(lines[-1]) > 60
        if goes_on:
            lines[-1] += f" {text}"
        else:
            lines.append(text)
    return lines


def _labelled(line: str) -> tuple[str, str] | None:
    match = _LABEL.match(line)
    kind = _kind(match["label"]) if match else ""
    return (kind, _HEADS.sub("", match["value"].strip())) if match and kind else None


def _kind(label: str) -> str:
    bare = re.sub(r"^(?:the|our|my|your)\s+", "", label.strip().lower())
    return next((kind for kind, words in _LABELS.items() if re.fullmatch(words, bare)), "")


def _values(kind: str, value: str) -> list[str]:
    sentences = [each.rstrip(" .;") for each in split_sentences(value)]
    listed = re.search(r"\sand\s[^,]*$", value)
    if kind in ("fact", "does") and len(sentences) == 1 and not has_verb(value) and not listed:
        return [part.strip() for part in re.split(r",\s+(?:and\s+)?|;\s+", sentences[0]) if part.strip()]
    return sentences


def _told(line: str) -> list[Utterance]:
    found: list[Utterance] = []
    line = re.sub(r"[.!?]\s+(?=(?:https?://)?(?:www\.)?[\w-]+\.[a-z]{2,}(?:[\s/.]|$))", "; ", line)
    line = re.sub(
        r"(\b(?:building|hall|room|block|gate|platform|terminal|plan|option|group|level|class|floor|vitamin|house|"
        r"stand) "
        r"[A-Za-z])\.\s+(?=[A-Z])",
        r"\1; ",
        line,
        flags=re.I,
    )
    for sentence in split_sentences(line.replace("!", ".")):
        hidden, quotes = hide_quotes(sentence)
        for part in _DASH.split(hidden):
            if not part.strip(" .,!"):
                continue
            if "(" not in part and (named := _labelled(part.strip(" ."))) and len(part.split()) > 1:
                found += [Utterance(named[0], shown(each, quotes)) for each in _values(*named)]
                continue
            for number, clause in enumerate(_JOINT.split(part)):
                text = shown(clause.strip(" .,;:!" if quotes == [] else " .,;:"), quotes)
                if re.search(r"\w", text):
                    found.append(Utterance("", text, number == 0))
    return found


def hide_quotes(text: str) -> tuple[str, list[str]]:
    """`text` with every quotation as one word, and the quotations."""
    quotes: list[str] = []

    def hide(match: re.Match[str]) -> str:
        quotes.append(match.group())
        return f"Quotation{chr(96 + len(quotes))}"

    return re.sub(r'"[^"\n]{2,300}"', lambda match: hide(match) if len(quotes) < 26 else match.group(), text), quotes


def shown(text: str, quotes: list[str]) -> str:
    """`text` with its quotations back in their places."""
    return re.sub(
        r"Quotation([a-z])\b",
        lambda match: quotes[ord(match[1]) - 97] if ord(match[1]) - 97 < len(quotes) else match.group(),
        text,
    )


_ALSO_NOUNS = frozenset(
    ("update report plan offer sale visit design test start show review release launch demo sign").split()
)


def is_finite(text: str) -> bool:
    """Whether the text has a finite verb with something before it that can be its subject."""
    plain = re.sub(r"(?<=\d )(?:May|March)\b|\b(?:May|March)(?= \d)", "June", re.sub(r'"[^"]*"', "Something", text))
    words = tagged(plain)
    if re.search(r"\w costs? (?:only |from )?[€$£\d]", plain):
        return True
    for at, (word, tag) in enumerate(words):
        low = word.lower()
        if at and (tag in ("VBZ", "MD", "VBD") or low in ("is", "are", "was", "were", "has", "have", "can", "will")):
            if tag == "VBD" and words[at - 1][1] in ("DT", "JJ", "IN", "PRP$", "CC", "VBZ", "VBP") or low == "like":
                continue
            if any(tagged_as.startswith(("NN", "PRP", "DT", "CD", "WP", "EX")) for _, tagged_as in words[:at]):
                return True
        if low in _ALSO_NOUNS and tag != "VBZ":
            continue
        if at and tag in ("VBP", "VB") and words[at - 1][1] in ("PRP", "NNS", "NNPS", "WP", "NNP"):
            return True
        if (
            at > 2
            and tag in ("VBP", "VB")
            and low in VERBS
            and words[at - 1][1] == "NN"
            and at + 1 < len(words)
            and words[at + 1][1] in ("DT", "PRP$", "JJ", "PRP")
        ):
            return True
        if at > 2 and tag in ("VBP", "VB") and words[at - 1][1] == "NN" and " and " in f" {plain} " and low in VERBS:
            return True
        if "'" in low and re.fullmatch(r"(?:it|we|they|you|i|he|she|there|that|who|what)'(?:s|re|ve|m|ll|d)", low):
            return True
    return has_verb(plain)


def unsigned(heard: list[Utterance]) -> list[Utterance]:
    """The utterances without the name behind a closing formula."""
    for at, each in enumerate(heard):
        if (
            at >= len(heard) - 4
            and _SIGNED.match(each.text.strip(" .,!"))
            and all(len(later.text.split()) <= 8 and not is_finite(later.text) for later in heard[at + 1 :])
        ):
            return heard[:at]
        opener = re.match(
            r"(?:[Tt]hanks|[Cc]heers|(?:[Kk]ind|[Bb]est|[Ww]arm) regards|[Bb]est|[Rr]egards),\s+"
            r"(?P<who>[A-Z][\w .,'-]+)$",
            each.text,
        )
        if opener and at >= len(heard) - 4:
            return heard[:at]
    return heard
