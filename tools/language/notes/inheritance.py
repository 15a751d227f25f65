"""Inheritance: what a part of a message leaves unsaid because the part before it has said it.

`hold scene 3 for two seconds and the end card for four`: the verb and the unit. `scene 2 orbit background, scene 3
grid`: the thing. `scene 2 should sound friendly, scene 3 serious`: the words in between.
"""

from __future__ import annotations

import re

_VERB = re.compile(
    r"^\W*(?:please |pls |kindly |can you |could you (?:please )?|and |then |also |just )*(?P<verb>make|put|turn|use|"
    r"change|"
    r"set|add|delete|remove|move|swap|lock|unlock|give|take|cut|drop|hold|keep|replace|rename|call|say|stress|"
    r"emphasi[sz]e|"
    r"pause|shorten|merge|split|duplicate|copy|pronounce|heading|headings|show|export|mute|hide|zoom|wipe|fade)\b",
    re.IGNORECASE,
)
_PLACE = (
    r"(?:the )?(?:scenes? (?:number )?\w+|end card|title|opening|intro|ending|outro|"
    r"(?:first|second|third|fourth|fifth|sixth|last) (?:scene|one|part)|(?:\w+ ){1,2}scene)"
)
_OF_PLACE = re.compile(rf"^\W*(?:in |for |on |at )?(?P<place>{_PLACE})\b[\s:,]*(?P<rest>.*)$", re.IGNORECASE)
_UNIT = re.compile(
    r"\b(?:\d+(?:\.\d+)?|one|two|three|four|five|six|half a|a) ?(?P<unit>seconds?|secs?|db|%|percent)\b", re.IGNORECASE
)
_NUMBER_LAST = re.compile(r"\b(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)\W*$", re.IGNORECASE)
_IN_PLACE = re.compile(
    r"\b(?:in|on|for) (?:the )?(?:scene \w+|end card|title|\w+ scene)(?P<gap>\s+)(?!(?:and|or|to|is|are|should|so|"
    r"with|for|of|"
    r"as|please|pls|by|too|only|instead|than|at|in|on|from|a bit|a little|also|where|that|which|when|needs?|has|have|"
    r"can|"
    r"must|scene|thanks|again|now|rather|not|louder|quieter|faster|slower)\b)(?=\w)",
    re.IGNORECASE,
)


_DENIED = re.compile(
    r"^\W*(?:but |and |please )*(?:don'?t|do not|not|never|without|nor|neither|keep|leave)\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"^\W*(?P<whole>(?:the|our|her|his|my) [\w ]{3,30}? (?:should|must|has to|needs to|ought to|can|could))\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\W*(?:then |also |just )?(?:say|stay|be|read|have|last|show|go|come|sound|look|get)\b", re.IGNORECASE
)


def inherited(before: str, text: str, topic: str) -> list[str]:
    """A part said again in full, by what the part before it says; nothing where it begins with a verb of its own."""
    subject = None if _DENIED.match(text) else _SUBJECT.match(before)
    if subject is not None and _BARE.match(text):
        return [f"{subject['whole']} {text}"]
    if _DENIED.match(text) or _VERB.match(text) or len(text.split()) > 12:
        return []
    found: list[str] = []
    verb = _VERB.match(before)
    within = re.match(rf"^\W*(?P<in>of|in|for|on|from) {_PLACE}\W*$", text, re.IGNORECASE)
    if within is not None:
        place = re.search(rf"\b{within['in']} {_PLACE}\W*$", before, re.IGNORECASE)
        return [f"{before[: place.start()]}{text.strip()}"] if place else []
    unit = _UNIT.search(before)
    full = (
        f"{text.rstrip(' .!,')} {unit['unit']}"
        if unit and _NUMBER_LAST.search(text) and not _UNIT.search(text)
        else text
    )
    if verb is not None:
        found.append(f"{verb['verb']} {full}")
    elif full != text:
        found.append(full)
    there, here = _OF_PLACE.match(before), _OF_PLACE.match(full)
    if here is not None and here["rest"]:
        if topic:
            found.append(f"{full.rstrip(' .!')} {topic.removeprefix('the ')}")
        if there is not None:
            words = there["rest"].split()
            found += [
                f"{here['place']} {' '.join(words[:count])} {here['rest']}" for count in range(len(words) - 1, 0, -1)
            ][:3]
    return found[:4]


def verbless_borders(text: str) -> list[tuple[int, int]]:
    """Where a request without a verb ends with its place: `wide in scene 2 | close up in scene 3`."""
    return [found.span("gap") for found in _IN_PLACE.finditer(text)]
