"""Brand films: a film that came along as the opening or the closing of the video, with its part and its sound.

It is read of a whole sentence: `that's our brand opener, no sound from it` says more of the film named before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import ValidationError

from tools.language.notes.contents_films import FASTER, PART, SILENT, part_of, speed_of
from tools.language.notes.context import Context, Reading, do
from tools.language.notes.file_names import FILMS, spoken_of, without_names
from tools.language.notes.patterns import Token
from tools.patches import SetPart
from tools.storyboard import FilmChoice

_OPENING = r"(?:opening|opener|opens?|intro|front)"
_CLOSING = r"(?:closing|closer|closes?|outro|ending|ends?)"
_PLAIN = re.compile(
    rf"(?:(?:this file|{_OPENING}|{_CLOSING}|here|heres|here's|here is|is|are|it|that|that's|thats|this|our|my|the|a|"
    r"an|of|on|at|to|in|for|as|with|from|and|so|please|pls|video|film|clip|movie|every|each|all|always|we|i|put|use|"
    r"stick|take|play|show|place|set|make|have|add|brand|company|new|own|very|start|beginning|should|must|shall|be|"
    r"becomes?|goes|comes|first|last|everything|before|after|out|off|want|need|like|would|now|then|only|just|sting|"
    r"second|attached|file|by)\b[ ,.:;–-]*)+",
    re.IGNORECASE,
)
_PLACED = re.compile(
    rf"\b(?:opener|closer|intro|outro|(?:our|the|as|brand|your|an|a) (?:brand )?(?:{_OPENING}|{_CLOSING})|"
    rf"(?:opens?|closes?|ends?) (?:with|the|every|each|all|our)|"
    r"at the (?:front|end|start) of (?:the|every|each|our))\b",
    re.IGNORECASE,
)


def read_brand_film(context: Context, tokens: Sequence[Token]) -> Reading | None:
    """The film of a sentence as the opening or closing; None where anything else is spoken of in it."""
    files = context.situation.files
    text = context.text[tokens[0].start : tokens[-1].end].strip()
    said = without_names(files, text)
    films = [path for name, path in spoken_of(files, text).items() if name.lower().endswith(FILMS)]
    if said == text or len(films) != 1 or len(re.findall(r"\bthis file\b", said)) != 1:
        return None
    values: dict[str, object] = {"file": films[0]}
    part, silent, speed = PART.search(said), SILENT.search(said), FASTER.search(said)
    if part is None and silent is None and speed is None and "," not in said:
        return None
    values |= part_of(part) if part is not None else {}
    values |= speed_of(speed) if speed is not None else {}
    values |= {"sound": False} if silent is not None else {}
    for pattern in (PART, SILENT, FASTER):
        said = pattern.sub(" ", said, count=1)
    said = " ".join(said.split()).strip(" ,.!")
    opening = re.search(rf"\b{_OPENING}\b", said, re.IGNORECASE) is not None
    closing = re.search(rf"\b{_CLOSING}\b", said, re.IGNORECASE) is not None
    if opening == closing or _PLACED.search(said) is None or _PLAIN.fullmatch(said) is None:
        return None
    try:
        film = FilmChoice.model_validate(values)
    except ValidationError:
        return None
    return do(SetPart(part="opening" if opening else "closing", film=film))
