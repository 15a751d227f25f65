"""The marks of speech that scripts may hold: a subset of SSML 1.1, each read into how its words are said."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from math import log2
from typing import TypeVar

from tools.errors import BadInput
from tools.line_spans import LONGEST_PAUSE, Emphasis, Span

PAUSE_TAGS = frozenset({"break"})
HOLDING_TAGS = ("emphasis", "prosody", "say-as", "sub", "phoneme")
CARRIERS = frozenset({"speak", "p", "s"})
"""Tags that only hold others; the marks of sentences and paragraphs are taken from the text itself."""
_REFUSED = frozenset({"audio", "voice", "lang", "mark", "lexicon", "lookup", "desc", "token", "w", "metadata", "meta"})
HTML_TAGS = frozenset({"audio", "mark", "meta", "desc"})
"""Names that mean something else in Markdown, whose pages may hold HTML and drawings."""
_KNOWN = ("break", *HOLDING_TAGS)
_LISTED = "<break>, <emphasis>, <prosody>, <say-as>, <sub> and <phoneme>"

_BREAKS = {"none": 0.0, "x-weak": 0.1, "weak": 0.2, "medium": 0.4, "strong": 0.7, "x-strong": 1.2}
_LEVELS: dict[str, Emphasis] = {"strong": "strong", "moderate": "moderate", "reduced": "reduced", "none": ""}
_RATES = {"x-slow": 0.6, "slow": 0.8, "medium": 1.0, "default": 1.0, "fast": 1.25, "x-fast": 1.5}
_PITCHES = {"x-low": -6.0, "low": -3.0, "medium": 0.0, "default": 0.0, "high": 3.0, "x-high": 6.0}
_VOLUMES = {"x-soft": -9.0, "soft": -4.0, "medium": 0.0, "default": 0.0, "loud": 4.0, "x-loud": 8.0}
_SECONDS = re.compile(r"\+?(\d{1,9}(?:\.\d+)?|\.\d+)\s*(ms|s|sec|secs|seconds?|)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>/]+))")
ValueT = TypeVar("ValueT")
_NUMBER = r"([+-]?\d+(?:\.\d+)?)"


@dataclass(frozen=True)
class Manner:
    """How the words inside a mark are said; `reading` is how `<say-as>` wants them to be read."""

    emphasis: Emphasis = ""
    speed: float = 1.0
    pitch: float = 0.0
    volume: float = 0.0
    said: str = ""
    reading: str = ""

    def span(self, start: int, end: int, words: str) -> Span | None:
        """The span of `words`, which stand from `start` to before `end`; None where they are said as always."""
        said = self.said or _READINGS.get(self.reading, lambda _: "")(words)
        made = Span(
            start=start,
            end=end,
            emphasis=self.emphasis,
            speed=self.speed,
            pitch=self.pitch,
            volume=self.volume,
            said="" if said == words else said,
        )
        return made if made != Span(start=start, end=end) else None


def check_tag(name: str, tag: str, *, whole: bool, markdown: bool) -> None:
    """Nothing. Raises `BadInput` for what was meant as a mark of speech but can not be one.

    In Markdown, tags that HTML has too or that nobody knows are left to the page; elsewhere a tag that closes, has
    attributes or is empty is refused. "<name>" alone may be words.
    """
    small = name.lower()
    if markdown and (small in HTML_TAGS or (not whole and not ("=" in tag or tag.endswith(">")))):
        return
    if small in _KNOWN and not whole:
        raise BadInput(
            f'“{tag[:40]}” is no whole tag; write it like <break time="500ms"/> or <emphasis>words</emphasis>.'
        )
    if small in _REFUSED and whole:
        raise BadInput(f"The tag <{name}> is not understood in scripts; {_LISTED} are.")
    near = get_close_matches(small, _KNOWN, 1, 0.8) if small not in _KNOWN and len(small) > 3 else []
    if near and whole:
        raise BadInput(f"The tag <{name}> is not known; did you mean <{near[0]}>?")
    strange = whole and small not in (*_KNOWN, *CARRIERS) and (tag.startswith("</") or "=" in tag or tag.endswith("/>"))
    if strange and not markdown:
        raise BadInput(f"The tag <{name}> is not understood in scripts; {_LISTED} are.")


def describe_tag(name: str, attributes: str, tag: str) -> Manner | float | None:
    """What a tag asks for: seconds of pause, a manner, or None for a tag that is none of ours. Raises `BadInput`."""
    if name not in _KNOWN:
        return None
    found = _ATTRIBUTE.finditer(attributes)
    given = {match.group(1).lower(): html.unescape(next(filter(None, match.groups()[1:]), "")) for match in found}
    if tag.startswith("</"):
        return Manner()
    allowed = _TAKES[name]
    if strange := next((key for key in given if key not in allowed), ""):
        raise BadInput(
            f"{tag} has the attribute “{strange}”, which is not understood; <{name}> takes {_joined(allowed)}."
        )
    return _pause(given, tag) if name == "break" else _READERS[name](given, tag)


def shorthand_pause(mark: str, inside: str) -> float:
    """The seconds of `[pause]`, `[pause 0.5]`, `[pause 500ms]`. Raises `BadInput`."""
    return _seconds(inside.strip(" :="), mark) if inside.strip(" :=") else _BREAKS["medium"]


def _pause(given: Mapping[str, str], tag: str) -> float:
    if "time" in given:
        return _seconds(given["time"], tag)
    return _one_of(_BREAKS, given.get("strength", "medium"), "strength", tag)


def _seconds(text: str, mark: str) -> float:
    match = _SECONDS.fullmatch(text.strip())
    if match is None:
        raise BadInput(f'{mark} names no length of a pause; write it like [pause 0.5] or <break time="500ms"/>.')
    seconds = float(match.group(1)) / (1000 if match.group(2).lower() == "ms" else 1)
    if seconds > LONGEST_PAUSE:
        raise BadInput(f"{mark} asks for {seconds:g} s of silence, and the limit is {LONGEST_PAUSE:g} s.")
    return seconds


def _emphasis(given: Mapping[str, str], tag: str) -> Manner:
    return Manner(emphasis=_one_of(_LEVELS, given.get("level", "moderate"), "level", tag))


def _prosody(given: Mapping[str, str], tag: str) -> Manner:
    speed = _relative(given.get("rate", "medium"), _RATES, "rate", tag)
    pitch = _pitch(given.get("pitch", "medium"), tag)
    volume = given.get("volume", "medium").lower().strip()
    if match := re.fullmatch(rf"{_NUMBER}\s*db", volume):
        loud = float(match.group(1))
    else:
        loud = _one_of(_VOLUMES, volume, "volume", tag)
    return Manner(speed=_within(speed, 0.5, 2.0), pitch=_within(pitch, -12, 12), volume=_within(loud, -20, 12))


def _relative(value: str, names: Mapping[str, float], what: str, tag: str) -> float:
    """A rate as a factor: a name, "1.2", "120%", "+20%"."""
    plain = value.lower().strip()
    if match := re.fullmatch(rf"{_NUMBER}\s*%", plain):
        share = float(match.group(1)) / 100
        return 1 + share if plain[0] in "+-" else share
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain)
    return _one_of(names, plain, what, tag)


def _pitch(value: str, tag: str) -> float:
    """A pitch in half-tones: a name, "+2st", "+10%"."""
    plain = value.lower().strip()
    if match := re.fullmatch(rf"{_NUMBER}\s*st", plain):
        return float(match.group(1))
    if match := re.fullmatch(r"([+-]\d+(?:\.\d+)?)\s*%", plain):
        # Twelve half-tones double the frequency; a tenth more is 1.65 of them.
        return 12 * log2(max(0.5, 1 + float(match.group(1)) / 100))
    return _one_of(_PITCHES, plain, "pitch", tag)


def _say_as(given: Mapping[str, str], tag: str) -> Manner:
    wanted = given.get("interpret-as", "").lower()
    if wanted not in _READ_AS:
        known = _joined(tuple(_READ_AS))
        raise BadInput(f"{tag} does not say how the words are to be read; interpret-as is one of {known}.")
    return Manner(reading=_READ_AS[wanted])


def _sub(given: Mapping[str, str], tag: str) -> Manner:
    if "alias" not in given:
        # A subscript of HTML, as in H<sub>2</sub>O.
        return Manner()
    alias = " ".join(given["alias"].split())
    if not any(sign.isalnum() for sign in alias):
        raise BadInput(f'{tag} names no words to be said; write it like <sub alias="World Wide Web">WWW</sub>.')
    return Manner(said=alias[:300])


def _phoneme(given: Mapping[str, str], tag: str) -> Manner:
    sounds = given.get("ph", "").strip("/[] ")
    if given.get("alphabet", "ipa").lower() != "ipa" or not sounds:
        raise BadInput(
            f'{tag} names no sounds in IPA; write it like <phoneme alphabet="ipa" ph="ˈluːmən">Lumen</phoneme>.'
        )
    return Manner(said=f"/{sounds}/"[:300])


def _characters(words: str) -> str:
    return " ".join(sign.upper() if sign.isalpha() else sign for sign in words if sign.isalnum())


def _digits(words: str) -> str:
    return " ".join(sign for sign in words if sign.isdecimal())


def _telephone(words: str) -> str:
    groups = re.findall(r"\d+", words)
    return ", ".join(" ".join(group) for group in groups)


def _cardinal(words: str) -> str:
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", words)


def _ordinal(words: str) -> str:
    number = re.sub(r"[^\d]", "", words)
    if not number:
        return words
    last = "th" if number[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return f"{number}{last}"


def _one_of(table: Mapping[str, ValueT], value: str, what: str, tag: str) -> ValueT:
    """The entry of a table, by its name in any case."""
    found = table.get(value.lower().strip())
    if found is None:
        raise BadInput(f"{tag}: the {what} “{value}” is not understood; it is one of {_joined(tuple(table))}.")
    return found


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)


def _joined(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)


_TAKES = {
    "break": ("time", "strength"),
    "emphasis": ("level",),
    "prosody": ("rate", "pitch", "volume"),
    "say-as": ("interpret-as", "format", "detail"),
    "sub": ("alias",),
    "phoneme": ("alphabet", "ph"),
}
_READERS = {"emphasis": _emphasis, "prosody": _prosody, "say-as": _say_as, "sub": _sub, "phoneme": _phoneme}
_READINGS = {
    "characters": _characters,
    "digits": _digits,
    "telephone": _telephone,
    "cardinal": _cardinal,
    "ordinal": _ordinal,
}
_READ_AS = {
    "characters": "characters",
    "spell-out": "characters",
    "verbatim": "characters",
    "digits": "digits",
    "telephone": "telephone",
    "cardinal": "cardinal",
    "number": "cardinal",
    "ordinal": "ordinal",
    # These are read by their form alone, as they are without a mark.
    "date": "",
    "time": "",
    "currency": "",
    "address": "",
    "unit": "",
    "fraction": "",
}
