"""Tokens: a message as words that the rules know, each with its place in the text, so that it can be quoted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tools.language.notes.colouring import COLOURS
from tools.language.notes.contractions import CONTRACTIONS
from tools.language.notes.lexicon import (
    CONCEPTS,
    FILLERS,
    MOOD_WORDS,
    NUMBERS,
    ORDINALS,
    PATTERN_WORDS,
    PLAIN_WORDS,
    VERBS,
)
from tools.language.notes.mending import Speller
from tools.language.notes.ordinary_words import ORDINARY
from tools.language.notes.patterns import Token

MOST_CHARACTERS = 3000
"""So much of a message is read; a note is short, and what is longer is a text to be made into a video."""

_LEXEME = re.compile(
    r"""
    (?P<quote>"[^"\n]{1,600}"|(?<![\w'])'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w)){1,300}(?<=\S)'(?!\w)|«[^»\n]{1,600}»|`[^`\n]{1,300}`)
    |(?P<email>[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4})
    |(?P<url>(?:https?://)?(?:(?:www\.)?[a-z0-9][\w-]{0,60}(?:\.[a-z0-9-]{1,60}){0,4}\.(?!\d)(?:mp[34]|m4[av]|[a-z]{2,18})(?::\d{2,5})?|localhost(?::\d{2,5})?|\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5})?)(?:/[^\s,;"']{0,200})?(?<![.,;:!?])|https?://[a-z0-9][\w-]{0,60}(?::\d{2,5})?(?:/[^\s,;"']{0,200})?(?<![.,;:!?]))
    |(?P<hex>\#(?:[0-9a-f]{6}|[0-9a-f]{3})\b)
    |(?P<ratio>\b(?:16|9|4|1|5|21)(?:\s?[:x/×]\s?|\sby\s)(?:16|9|4|1|5|3|2)\b(?![:\d]))
    |(?P<time>\b\d{1,2}:[0-5]\d\b)
    |(?P<res>\b(?:540|720|1080|1440|2160)\s?p?\b(?=\s*p\b|(?<=p))|\b4\s?k\b|\buhd\b|\bfull\s?hd\b|\bultra\s?hd\b|\bfhd\b|\bqhd\b|\b1080p\b)
    |(?P<fps>\b(?:24|25|30|50|60)\s?(?:fps|hz|frames?(?:\s(?:per|a|/)\s?second)?)\b)
    |(?P<pct>\b\d{1,3}(?:\.\d+)?\s?(?:%|percent\b|per\scent\b|pct\b))
    |(?P<db>[-+]?\d{1,2}(?:\.\d+)?\s?(?:db|decibels?)\b)
    |(?P<times>\b\d{1,2}(?:[.,]\d{1,2})?\s?(?:x|times)\b(?!\s?\d))
    |(?P<dur>\b\d{1,4}(?:[.,]\d{1,2})?\s?-?\s?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?)\b)
    |(?P<ord>\b\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<num>(?:(?<!\w)\#)?\b\d{1,9}(?:[.,]\d{1,3})?\b)
    |(?P<word>[^\W\d_]+(?:['][^\W\d_]+)?[^\W_]*)
    |(?P<reaction>[👍✅👌❤😍🙏👎🎉👏])
    |(?P<mark>[.,;:!?()\n•|]|(?<=\s)[/*](?=\s)|(?<=\s)[-–—](?=\s)|(?<=\d)[-–](?=\d)|[–—]|\.\.\.|…|&|\+|=|→|->)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = {
    "&": "and",
    "+": "and",
    "–": ",",
    "—": ",",
    "-": ",",
    "…": ".",
    "(": ",",
    ")": ",",
    "\n": ".",
    "!": ".",
    "→": "to",
    "->": "to",
    "=": ":",
    "/": ".",
    "|": ".",
    "*": ".",
    "•": ".",
}
_REACTIONS = {
    "👍": "approve",
    "✅": "approve",
    "👌": "approve",
    "❤": "love",
    "😍": "love",
    "🙏": "thanks",
    "👎": "hate",
    "🎉": "love",
    "👏": "love",
}
_COUNTED = re.compile(r"(?:^|(?<=\s))\(?([1-9])[.)]\s")
_LETTERED = re.compile(r"(?:^|(?<=\s))\(?([a-iA-I])\)\s")
_SHORT_FORM = re.compile(r"(?<!\w)(?:dr|mr|mrs|ms|prof|st|vs|sr|jr|approx)$", re.IGNORECASE)
_RESOLUTIONS = {
    "4k": "4k",
    "uhd": "4k",
    "ultrahd": "4k",
    "2160": "4k",
    "fullhd": "1080p",
    "fhd": "1080p",
    "qhd": "1440p",
}


def cleaned(text: str) -> str:
    """`text` without control characters, with straight quotes and single spaces; line breaks stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")[: 4 * MOST_CHARACTERS])
    text = re.sub(r"([^\w\s])\1{3,}", r"\1\1\1", text)
    text = re.sub(r"[“”„″]", '"', re.sub(r"[’‘‚´]", "'", text))
    kept = "".join(
        " " if unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Zs") and c != "\n" else c
        for c in text
        if unicodedata.category(c) != "Cf"
    )
    flat = re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", kept)).strip()[:MOST_CHARACTERS]
    lettered = _LETTERED.findall(flat)
    if len(lettered) > 1 and [one.lower() for one in lettered] == list("abcdefghi"[: len(lettered)]):
        flat = _LETTERED.sub("\n", flat).strip()
    flat = re.sub(r"\b(?:no|nr)\.\s*(?=\d)", "number ", flat, flags=re.IGNORECASE)
    flat = re.sub(r"\boff (?:you|we) go\b", "go ahead", flat, flags=re.IGNORECASE)
    flat = re.sub(r"\b(?:sc|scn)\.?\s?(?=\d)", "scene ", flat, flags=re.IGNORECASE)
    flat = re.sub(r"(?<![\d.,])\d(?:,\d){2,}(?![\d.])", lambda found: found[0].replace(",", ", "), flat)  # `1,3,2`
    counted = [int(number) for number in _COUNTED.findall(flat)]
    if len(counted) > 1 and counted == list(range(1, len(counted) + 1)):
        flat = _COUNTED.sub("\n", flat).strip()
    return flat


def tokens_of(text: str, names: frozenset[str] = frozenset()) -> list[Token]:
    """The tokens of a cleaned text. `names` are words of this situation, to which slips are mended too."""
    lexed = list(_lexed(text, names))
    words = list(_joined_numbers(lexed))
    own = [token for n, token in enumerate(words) if not (token.norm == "s" and n and words[n - 1].norm == "@num")]
    return list(_folded(own))


def _lexed(text: str, names: frozenset[str]) -> Iterator[Token]:
    speller = speller_of_notes()
    for match in _LEXEME.finditer(text):
        kind, raw, start, end = match.lastgroup or "", match.group(), match.start(), match.end()
        if kind in ("word", "reaction"):
            yield from _worded(raw, start, end, speller, names)
        elif kind == "mark" and raw == "." and _SHORT_FORM.search(text, max(0, start - 6), start):
            continue
        elif kind == "mark":
            through = raw in "-–" and text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
            yield Token("to" if through else _MARKS.get(raw, raw), start, end)
        else:
            yield _valued(kind, raw, start, end)


def _worded(raw: str, start: int, end: int, speller: Speller, names: frozenset[str]) -> Iterator[Token]:
    low = raw.lower()
    if raw in _REACTIONS:
        yield Token(_REACTIONS[raw], start, end)
        return
    if low in ("dont", "don't"):
        yield Token("don't", start, end)
        return
    parts = CONTRACTIONS.get(low, low)
    if parts == low:
        if low.endswith("'s"):
            parts = low[:-2]
        elif low.endswith("n't") and low not in ("shouldn't", "mustn't", "needn't"):
            parts = f"{low[:-3]} not"
        parts = _undrawn(parts, speller) if len(parts) > 3 and _DRAWN.search(parts) else parts
        parts = speller.mended(parts, names) if " " not in parts else parts
        parts = CONTRACTIONS.get(parts, parts)
    for part in parts.split():
        if part in NUMBERS and part != "one":
            yield Token("@num", start, end, NUMBERS[part])
        else:
            yield Token(part, start, end)


_DRAWN = re.compile(r"([a-z])\1\1")
"""A letter three times in a row: no English word has that."""


def _undrawn(word: str, speller: Speller) -> str:
    """`waaay` as `way`, `toooo` as `too`."""
    double = re.sub(r"([a-z])\1{2,}", r"\1\1", word)
    return double if double in CONTRACTIONS or speller.knows(double) else re.sub(r"([a-z])\1{2,}", r"\1", word)


def _valued(kind: str, raw: str, start: int, end: int) -> Token:
    low = re.sub(r"[\s-]+", "", raw.lower())
    number = re.search(r"\d+(?:[.,]\d+)?", low)
    amount = float(number.group().replace(",", ".")) if number else 0.0
    if kind == "quote":
        return Token("@quote", start, end, raw[1:-1].strip())
    if kind in ("email", "url"):
        return Token("@url", start, end, raw)
    if kind == "hex":
        digits = low[1:] if len(low) == 7 else "".join(2 * d for d in low[1:])
        return Token("@colour", start, end, f"#{digits}")
    if kind == "ratio":
        return Token("@ratio", start, end, re.sub(r"x|/|×|by", ":", low))
    if kind == "time":
        minutes, seconds = low.split(":")
        return Token("@time", start, end, 60.0 * int(minutes) + int(seconds))
    if kind == "res":
        return Token("@res", start, end, _RESOLUTIONS.get(low.removesuffix("p"), low.removesuffix("p") + "p"))
    if kind == "db":
        return Token("@db", start, end, -amount if raw.lstrip().startswith("-") else amount)
    if kind == "dur":
        unit = re.search(r"[a-z]+$", low)
        scale = {"m": 60.0, "h": 3600.0}.get(unit.group()[0], 1.0) if unit else 1.0
        return Token("@dur", start, end, amount * scale)
    if kind in ("fps", "pct", "times", "num"):
        return Token(f"@{kind}", start, end, amount)
    return Token("@ord", start, end, int(amount))


_RATED = frozenset("mile miles words times word me us wait hang hold".split())
"""What is counted by the minute, or asked to wait for one: no length."""


_TIMES_OF = frozenset("faster slower as louder quieter the bigger longer shorter smaller".split())
"""After `two times` they say how much, and not that something comes twice."""


def _joined_numbers(words: Sequence[Token]) -> Iterator[Token]:
    """`twenty five` is one number; `thirty seconds`, `half a minute`, `a minute and a half` are durations."""
    at = 0
    while at < len(words):
        token, following = words[at], words[at + 1 : at + 6]
        norms = [word.norm for word in following]
        if token.norm == "@num" and token.value in range(20, 100, 10) and norms[:1] in (["@num"], ["one"]):
            unit = following[0].value if norms[0] == "@num" else 1.0
            if 0 < unit < 10 and token.end - token.start > 2:
                token, at = Token("@num", token.start, following[0].end, token.value + unit), at + 1
                norms, following = norms[1:], following[1:]
        unit_word = norms[0] if norms else ""
        seconds = {"second": 1.0, "seconds": 1.0, "minute": 60.0, "minutes": 60.0}.get(unit_word, 0.0)
        if (
            (token.norm == "@num" or (token.norm == "one" and norms[3:4] in (["minutes"], ["minute"])))
            and norms[:2] in (["and", "a"], ["point", "@num"])
            and "half" in norms[2:3]
        ):
            token = Token("@num", token.start, token.end, token.value if token.norm == "@num" else 1.0)
            token, at, seconds = Token("@num", token.start, following[2].end, token.value + 0.5), at + 3, 60.0
        if (
            token.norm == "@num"
            and unit_word in ("more", "extra")
            and norms[1:2] in (["seconds"], ["second"], ["minutes"])
        ):
            unit = 60.0 if norms[1] == "minutes" else 1.0
            yield Token("@dur", token.start, following[1].end, token.value * unit)
            yield following[0]
            at += 3
            continue
        if token.norm in ("a", "one") and norms[:2] in (["full", "minute"], ["whole", "minute"]):
            yield Token("@dur", token.start, following[1].end, 60.0)
            at += 3
            continue
        if token.norm in ("a", "an") and seconds and at and words[at - 1].norm in _RATED:
            yield token
            at += 1
            continue
        if seconds and (token.norm in ("@num", "one") or (token.norm in ("a", "an") and unit_word == "minute")):
            amount = (token.value if token.norm == "@num" else 1.0) * seconds
            used, end = 1, following[0].end
            if seconds == 60 and norms[1:4] == ["and", "a", "half"]:
                amount, used, end = amount + 30, 4, following[3].end
            elif seconds == 60 and norms[1:3] == ["and", "@num"] and norms[3:4] in (["seconds"], ["second"]):
                amount, used, end = amount + following[2].value, 4, following[3].end
            elif seconds == 60 and norms[1:2] == ["@num"] and following[1].value in range(5, 60, 5):
                amount, used, end = amount + following[1].value, 2, following[1].end
            elif seconds == 60 and norms[1:2] in (["and"], ["@dur"]) and "@dur" in norms[1:3]:
                extra = norms.index("@dur")
                amount, used, end = amount + following[extra].value, extra + 1, following[extra].end
            yield Token("@dur", token.start, end, amount)
            at += 1 + used
        elif token.norm in ("a", "one") and unit_word == "second" and norms[1:2] in (
            ["break"], ["pause"], ["gap"], ["silence"], ["hold"], ["mute"],
            ["after"], ["at"], ["before"], ["in"], ["longer"], ["more"], ["on"], ["."], [","], ["of"], ["between"]
        ):  # fmt: skip
            yield Token("@dur", token.start, following[0].end, 1.0)
            at += 2
        elif token.norm in ("couple", "few") and norms[:2] in (["of", "seconds"], ["of", "minutes"]):
            yield Token("@dur", token.start, following[1].end, 2.0 * (60.0 if norms[1] == "minutes" else 1.0))
            at += 3
        elif token.norm == "couple" and unit_word == "seconds":
            yield Token("@dur", token.start, following[0].end, 2.0)
            at += 2
        elif token.norm == "half" and norms[:2] == ["a", "minute"]:
            yield Token("@dur", token.start, following[1].end, 30.0)
            at += 3
        elif (
            token.norm == "@dur"
            and token.value % 60 == 0
            and norms[:1] == ["@dur"]
            and following[0].value < 60
            or token.norm == "@dur"
            and token.value % 60 == 0
            and norms[:1] == ["@num"]
            and following[0].value < 60
        ):
            yield Token("@dur", token.start, following[0].end, token.value + following[0].value)
            at += 2
        elif token.norm == "@dur" and norms[:3] == ["and", "a", "half"] and token.value % 60 == 0:
            yield Token("@dur", token.start, following[2].end, token.value + 30)
            at += 4
        elif token.norm == "@num" and unit_word in ("percent", "pct"):
            yield Token("@pct", token.start, following[0].end, token.value)
            at += 2
        elif token.norm == "@num" and token.value == 2 and unit_word == "times" and (
            not set(norms[1:2]) & _TIMES_OF or norms[1:3] == ["the", "scene"]
        ):
            yield Token("twice", token.start, following[0].end, "twice")
            at += 2
        elif token.norm == "@num" and unit_word == "times":
            yield Token("@times", token.start, following[0].end, token.value)
            at += 2
        else:
            yield token
            at += 1


def _folded(words: Sequence[Token]) -> Iterator[Token]:
    """The longest phrase of the lexicon at each place becomes its concept."""
    phrases, longest = _phrases()
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            phrase = " ".join(word.norm for word in words[at : at + size])
            concept = phrases.get(phrase)
            if concept is not None and not (concept == "transition" and _scene_to_change(words, at, size)):
                yield Token(concept, words[at].start, words[at + size - 1].end, phrase)
                at += size
                break
        else:
            yield words[at]
            at += 1


def _scene_to_change(words: Sequence[Token], at: int, size: int) -> bool:
    """Whether `scene change` is `in the third scene change …` and no transition."""
    if size != 2 or words[at + 1].norm != "change":
        return False
    before = words[at - 1].norm if at else ""
    after = words[at + size].norm if at + size < len(words) else ""
    return before in ORDINALS or before in ("@ord", "this", "that") or after in ("@quote", "the", "all", "her", "his")


@cache
def _phrases() -> tuple[Mapping[str, str], int]:
    phrases: dict[str, str] = {}
    for concept, listed in CONCEPTS.items():
        for phrase in listed.split("|"):
            for form in _forms(phrase) if concept in VERBS else (phrase,):
                parts = [
                    CONTRACTIONS.get(word, word) if word not in ("don't", "dont") else word for word in form.split()
                ]
                phrases.setdefault(" ".join(parts), concept)
                phrases.setdefault(form, concept)
    return phrases, max(len(phrase.split()) for phrase in phrases)


def _forms(phrase: str) -> tuple[str, ...]:
    """A verb phrase in the forms people type it: `remove`, `removes`, `removed`, `removing`."""
    verb, _, rest = phrase.partition(" ")
    stem = verb[:-1] if verb.endswith("e") else verb
    double = bool(re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]", verb)) or verb in ("unplug", "begin", "transmit")
    stem = stem + stem[-1] if double else stem
    past = f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{stem}ed"
    forms: tuple[str, ...] = (
        verb,
        f"{verb}es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else f"{verb}s",
        past,
        f"{stem}ing",
    )
    irregular = {
        "put": ("put",),
        "cut": ("cut",),
        "make": ("made",),
        "take": ("took", "taken"),
        "get": ("got",),
        "speak": ("spoke",),
        "swap": (),
        "choose": ("chose", "chosen"),
        "leave": ("left",), "keep": ("kept",), "freeze": ("frozen",),
    }  # fmt: skip
    forms = (*forms, *irregular.get(verb, ()))
    return tuple(
        f"{form} {rest}".strip() for form in forms if form not in ("opening", "opened", "left", "beginning", "fixed")
    )


@cache
def speller_of_notes() -> Speller:
    """The speller of the words of notes."""
    phrases, _ = _phrases()
    targets = (
        {word for phrase in phrases for word in phrase.split()} | set(MOOD_WORDS) | {w for w in ORDINALS if w.isalpha()}
    )
    targets |= set(NUMBERS) | TARGETS | set(COLOURS)
    return Speller(targets, PLAIN_WORDS | FILLERS | PATTERN_WORDS | ORDINARY | set(CONTRACTIONS))


TARGETS = frozenset(
    """opening ending intro beginning introduction conclusion british american scottish male female woman presenter
    daniel maya minute minutes seconds second percent quieter louder darker lighter brighter corner bottom
    middle yellow orange purple green turquoise navy burgundy maroon crimson violet lavender beige charcoal
    emerald after before between instead pronunciation variation friendlier formal casual formally shorter
    louder calmer please thanks hello different everything nothing something german french spanish italian
    question questions website available approve export previous current anything""".split()
)
"""Words to which slips are mended and which are in no concept."""
