"""Exhibits: what a scene shows beside its words, read out of what is said in it, and nothing that is not.

Every rule asks for more than one sign of what it takes a sentence for; where in doubt, the presenter is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tools.exhibits_told import points_told, price_shown
from tools.scene_contents import Datum, Entry, SceneContent, Side
from tools.script import Section
from tools.storyboard import Layout

_LONGEST_ENTRY = 64
"""Characters; a longer sentence is listened to and not read."""
_MOST_ENTRIES = 6
_LONGEST_LABEL = 10
"""Words of a whole sentence below its figure; more are about more than the figure."""
_NUMBER = r"(?:\d{1,3}(?:[,.\u202f ]\d{3})+|\d+(?:[.,]\d+)?)"
_SCALE = r"(?:thousand|million|billion|m|bn|k)"
_FIRST = re.compile(r"(?:first(?:ly)?|to begin|step one|step 1)\b[,:]?\s+(?:of all,?\s+)?", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:then|next|second(?:ly)?|third(?:ly)?|after that|afterwards|step (?:two|three|four|[2-9]))\b[,:]?\s+",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?:(?:and\s+)?(?:finally|lastly|at last|last of all))\b[,:]?\s+", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|[2-6])\s+(?:(?:good|simple|main|big|key|clear|great)\s+)?"
    r"(?:reasons|things|ways|benefits|points|features|advantages|rules|tips|questions|parts|ideas|facts)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:includes?|including|offers?|you get|you(?:'|’)ll get|comes? with|brings?|covers?|gives? you)\s+",
    re.IGNORECASE,
)
_QUOTED = r"[\"“„«‘'](?P<quote>[^\"“”„«»]{12,400}?)[,.!]?[\"”“»’'][,.]?"
_PERSON = r"(?P<author>[A-Z][\w.-]+(?: (?:[A-Z][\w.-]+|de|da|van|von|di)){0,3})(?:, (?P<role>[^,.\"“”]{3,80}))?"
_QUOTES = (
    re.compile(rf"^{_QUOTED}\s*,?\s*(?:says?|said|writes|wrote|tells us|explains)\s+{_PERSON}\.?$"),
    re.compile(rf"^(?:As\s+)?{_PERSON},?\s+(?:says?|said|writes|wrote|puts it|told us)[,:]?\s*{_QUOTED}$"),
    re.compile(rf"^{_QUOTED}\s*[—–-]\s*{_PERSON}\.?$"),
)
_PRICE = r"(?:[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|euros?|dollars?|pounds?))"
_PRICED = re.compile(
    r"^(?:(?:[Tt]he|[Oo]ur|[Yy]our)\s+)?(?P<name>(?!(?:It|This|That|They|These|Each|One|Everything)\b)"
    r"[A-Z][\w-]*(?: [A-Z0-9][\w-]*){0,4})\s+(?:now\s+)?"
    rf"(?:costs?(?: only| just)?|is yours for|is available for|sells for|starts at|is only|is just)\s+"
    rf"(?P<price>(?:from\s+)?{_PRICE})\b",
)
_BEFORE = re.compile(
    r"^(?P<title>before|in the past|until now|yesterday|so far|without [\w ]{2,24})[,:]\s+(?P<rest>.+)$", re.I
)
_AFTER = re.compile(r"^(?P<title>now|today|after|from now on|with [\w ]{2,24})[,:]\s+(?P<rest>.+)$", re.I)
_INSTEAD = re.compile(r"^instead of (?P<old>[^,.;:]+), (?P<new>[^,.;:?]+)[.!]?$", re.IGNORECASE)
_RATHER = re.compile(r"^(?P<new>[^,.;:]+?),? (?:instead of|rather than) (?P<old>[^,.;:?]+)[.!]?$", re.IGNORECASE)
_GIVES = re.compile(
    r"^(?:you (?:now )?(?:get|have|see)|we (?:offer|give you)|it (?:gives you|brings)|get|enjoy) ", re.IGNORECASE
)
_SIDE_WORDS = 6
_VALUED = re.compile(
    rf"(?P<value>{_NUMBER})\s?(?P<unit>%|percent|per cent|[A-Za-zµ°/]{{1,8}})?\s+(?:in|for|on|at|by)\s+"
    r"(?P<label>(?:19|20)\d\d|[A-Z][\w-]+)\b"
)
_FIGURE = re.compile(
    rf"(?P<more>(?:more than|over|almost|nearly|about|up to)\s+)?(?P<sign>[$€£]?)(?P<value>{_NUMBER})\s?"
    rf"(?P<unit>%|percent\b|per cent\b|{_SCALE}\b|times\b|x\b)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_SHOWN = {"percent": "%", "per cent": "%", "%": "%", "times": "×", "x": "×", "k": "k", "m": "M", "bn": "bn"}
"""Units that stand close to their figure, as they are written there."""
_MONEY = re.compile(r"\s*(?:€|(?:euros?|dollars?|pounds?|francs?|pence|cents?|bucks)\b)", re.IGNORECASE)
"""What makes a figure a price, of which no more is made than the words say."""
_COUNTS = re.compile(r"\s*(?!(?:is|was|has|does|this|as|its)\b)[a-z]+(?:s|ople|ren)\b")
"""What is counted by a figure without a unit."""
_NAMES = re.compile(
    r"(?:[a-z0-9] [A-Z][\w-]*|^[A-Z][\w-]*|\b(?:room|number|page|level|model|version|route|no\.))$", re.ASCII
)
"""Words before a figure that is a name's: `Room 404`."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDS_ONLY = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Exhibit:
    """A layout and the content that it shows; `covers`: the heading says nothing that is not shown already."""

    layout: Layout
    content: SceneContent
    covers: bool = False


def exhibit_of(section: Section, *, verbatim: bool) -> Exhibit | None:
    """What the scene of `section` shows beside its words; None where they are for the presenter alone.

    Of a `verbatim` script only lists, figures and quotes are read. Lines that may be left out are not read.
    """
    if section.layout:
        layout: Layout = section.layout
        return Exhibit(layout, section.content, covers=layout == "quote")
    said = [line.text.strip() for line in section.lines if not line.optional]
    if not said:
        return None
    readers: list[Callable[[Sequence[str]], Exhibit | None]] = [_quote, _steps, _chart, _points, _statistic]
    if not verbatim:
        readers = [_product, _comparison, *readers]
        readers = [*readers, _price, _told_points]
    return next((found for read in readers if (found := read(said))), None)


def _price(said: Sequence[str]) -> Exhibit | None:
    content = price_shown(said)
    return Exhibit("statistic", content, covers=True) if content else None


def _told_points(said: Sequence[str]) -> Exhibit | None:
    content = points_told(said)
    return Exhibit("points", content, covers=True) if content else None


def _steps(said: Sequence[str]) -> Exhibit | None:
    """Sentences that begin with `first`, `then` and `finally`, or one that does so in its parts."""
    for sentences in (said, *([part.strip() for part in re.split(r"[,;]\s+(?:and\s+)?", one)] for one in said)):
        started = next((at for at, one in enumerate(sentences) if _FIRST.match(one)), None)
        if started is None:
            continue
        entries = [_entry(_FIRST.sub("", sentences[started], count=1))]
        for one in sentences[started + 1 :]:
            mark = _NEXT.match(one) or _LAST.match(one) or re.match(r"and\s+", one)
            if mark is None and not (sentences is not said and len(entries) > 1):
                break
            entries.append(_entry(one[mark.end() :] if mark else one))
        if 3 <= len(entries) <= _MOST_ENTRIES and all(entries):
            return Exhibit("steps", _listed([entry for entry in entries if entry]))
    return None


def _points(said: Sequence[str]) -> Exhibit | None:
    """A counted announcement and as many sentences, a list after a colon or a word that offers, or sentences that all
    begin alike.
    """
    for at, one in enumerate(said):
        head, colon, tail = one.partition(":")
        offered = _OFFERS.search(one)
        rest = tail if colon and len(head.split()) <= 10 else one[offered.end() :] if offered else ""
        if len(items := _series(rest)) >= 3:
            return Exhibit("points", _listed(items))
        counted = _COUNTED.search(one)
        following = [_entry(text) for text in said[at + 1 :]]
        if counted and len(following) >= 2 and all(following) and len(following) <= _MOST_ENTRIES:
            return Exhibit("points", _listed([entry for entry in following if entry]))
    openings = {one.partition(" ")[0].lower() for one in said}
    if 3 <= len(said) <= _MOST_ENTRIES and len(openings) == 1 and openings <= {"it", "they", "you"}:
        entries = [_entry(one.partition(" ")[2]) for one in said]
        if all(entry and len(entry.split()) <= 8 for entry in entries):
            return Exhibit("points", _listed([entry for entry in entries if entry]))
    return None


def _series(text: str) -> list[str]:
    """The items of `a, b and c`; empty where there are not at least three short ones."""
    plain = text.strip().rstrip(".!")
    parts = [part.strip() for part in re.split(r",\s+(?:and\s+|or\s+)?|;\s+", plain)]
    last = re.split(r"\s+and\s+", parts[-1]) if parts else []
    parts = [*parts[:-1], *last]
    short = all(part and len(part.split()) <= 5 and _WORDS_ONLY.search(part) for part in parts)
    return [_entry(part) or "" for part in parts] if 3 <= len(parts) <= _MOST_ENTRIES and short else []


def _statistic(said: Sequence[str]) -> Exhibit | None:
    """The one figure with a unit, or of weight, in all that is said."""
    found = [(one, match) for one in said for match in re.finditer(r"[$€£]?\d[\d.,]*", one)]
    if len(found) != 1:
        return None
    sentence, number = found[0]
    match = _FIGURE.match(sentence[_begin(sentence, number.start()) :])
    if match is None or _YEAR.fullmatch(match["value"]) or match["sign"] and not match["unit"]:
        return None
    if _MONEY.match(match["rest"]):
        return None
    unit = (match["unit"] or "").lower()
    amount = float(re.sub(r"[,.\u202f ](?=\d{3})", "", match["value"]).replace(",", "."))
    before = sentence[: _begin(sentence, number.start())].strip()
    if not unit and (amount < 100 or not _COUNTS.match(match["rest"]) or _NAMES.search(before)):
        return None
    shown = _SHOWN.get(unit, f" {unit}" if unit else "")
    rest = match["rest"].strip().rstrip(".!")
    if not before and not match["more"] and rest:
        label = rest
    elif not rest and re.search(r"\s(?:by|to)$", before):
        label = f"{before} {_told(match)}"
    else:
        label = sentence.rstrip(".!")
    if len(label) > 120 or label == sentence.rstrip(".!") and len(label.split()) > _LONGEST_LABEL:
        return None
    return Exhibit("statistic", SceneContent(value=f"{match['sign']}{match['value']}{shown}", label=label), covers=True)


def _begin(sentence: str, at: int) -> int:
    """Where the figure at `at` begins, with a word before it that says how exact it is."""
    before = re.search(r"(?:more than|over|almost|nearly|about|up to)\s+$", sentence[:at], re.IGNORECASE)
    return before.start() if before else at


def _told(match: re.Match[str]) -> str:
    return f"{match['more'] or ''}{match['sign']}{match['value']} {match['unit'] or ''}".strip()


def _chart(said: Sequence[str]) -> Exhibit | None:
    """Three values or more of one unit, each with the year or the name that it belongs to, in one sentence."""
    for one in said:
        values = list(_VALUED.finditer(one))
        units = {(match["unit"] or "").lower() for match in values}
        labels = [match["label"] for match in values]
        if len(values) < 3 or len(units) != 1 or len(set(labels)) != len(labels):
            continue
        numbers = re.findall(_NUMBER, one)
        if len(numbers) != len(values) + sum(bool(_YEAR.fullmatch(label)) for label in labels):
            continue
        data = tuple(
            Datum(
                label=match["label"], value=float(re.sub(r"[,\u202f ](?=\d{3})", "", match["value"]).replace(",", "."))
            )
            for match in values
        )
        unit = values[0]["unit"] or ""
        shown = "%" if unit.lower() in ("percent", "per cent") else unit
        return Exhibit("chart", SceneContent(data=data, unit=shown))
    return None


def _quote(said: Sequence[str]) -> Exhibit | None:
    """Somebody's words in quotation marks, with the name of who said them."""
    for one in said:
        match = next((found for pattern in _QUOTES if (found := pattern.match(one))), None)
        if match and len(match["quote"].split()) >= 4:
            role = (match["role"] or "").strip()
            content = SceneContent(quote=match["quote"].strip(), author=match["author"][:80], role=role[:120])
            return Exhibit("quote", content, covers=True)
    return None


def _product(said: Sequence[str]) -> Exhibit | None:
    """A name and its price in one sentence."""
    for one in said:
        match = _PRICED.match(one)
        if match:
            return Exhibit("product", SceneContent(name=match["name"], price=match["price"]), covers=True)
    return None


def _comparison(said: Sequence[str]) -> Exhibit | None:
    """How it was and how it is, each in a sentence of its own that says so, or what comes instead of what."""
    for one in said:
        match = _INSTEAD.match(one) or _RATHER.match(one)
        if match and all(len(match[side].split()) <= _SIDE_WORDS for side in ("old", "new")):
            titles = [_entry(_GIVES.sub("", match[side], count=1)) for side in ("old", "new")]
            if all(titles):
                return Exhibit("comparison", SceneContent(sides=tuple(Side(title=title or "") for title in titles)))
    for one, other in zip(said, said[1:], strict=False):
        old, new = _BEFORE.match(one), _AFTER.match(other)
        if old and new:
            sides = tuple(
                Side(
                    title=_entry(match["title"]) or "",
                    entries=tuple(Entry(text=text) for text in _clauses(match["rest"])),
                )
                for match in (old, new)
            )
            if all(side.entries for side in sides):
                return Exhibit("comparison", SceneContent(sides=sides))
    return None


def _clauses(text: str) -> list[str]:
    """The parts of a sentence as entries; none where one is too long to be read."""
    parts = [_entry(part) for part in re.split(r",\s+(?:and\s+)?|;\s+", text.strip())]
    return [part for part in parts if part] if all(parts) and len(parts) <= 4 else []


def _entry(text: str) -> str | None:
    """`text` as an entry, without the full stop and with a capital; None where it is too long, or says nothing."""
    plain = text.strip().rstrip(".!;,").strip()
    if not _WORDS_ONLY.search(plain) or len(plain) > _LONGEST_ENTRY:
        return None
    return plain[:1].upper() + plain[1:]


def _listed(texts: Sequence[str]) -> SceneContent:
    return SceneContent(entries=tuple(Entry(text=text) for text in texts))
