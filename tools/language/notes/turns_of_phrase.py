"""Turns of phrase: words that mean something only by what stands around them, said in the words that mean it alone.

`slow it down` behind a tune is about the music, `the first scene after the title` is the second, the `code for the
phones` is a QR code.
"""

from __future__ import annotations

import re

from tools.language.notes.context import Context

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|(?<!\w)'[^']{2,200}'(?!\w)|(?<!\w)‘[^’]*’(?!\w)")
_TUNE = r"(?:music|tune|song|track|soundtrack|melody)"
_SPEECH = re.compile(r"\b(?:voice|she|he|her|him|speak\w*|speech|talk\w*|presenter|video|cuts?|scenes?)\b", re.I)
_PACED = re.compile(rf"(?P<before>\b{_TUNE}\b[^\";:]{{0,80}}?\b(?:slow|speed) )it(?= (?:down|up)\b)", re.IGNORECASE)
_TEMPO = re.compile(r"(?P<before>[?.,;!] (?:and )?)(?=tempo:? (?:slow|fast|medium)\b)", re.IGNORECASE)
_KEPT = re.compile(r"\bkeep (?P<what>it|them|the logo|the captions) (?P<size>small|tiny|big|large)\b", re.IGNORECASE)
_AFTER_TITLE = re.compile(
    r"\b(?:the )?(?:first|opening) scene (?:that comes |coming )?(?:right |straight |directly |just )?after the "
    r"(?:title|opening title|title card|title scene)\b",
    re.IGNORECASE,
)
_LAST_BEFORE_END = re.compile(
    r"\b(?P<be>(?:should|must|has to|needs to|can) (?:be|go|come)) (?:the )?last (?:one |scene )?(?:right |just )?"
    r"before the (?:end card|end|ending|closing card)\b",
    re.IGNORECASE,
)
_FIRST_ABOUT = re.compile(
    r"\bthe first scene (?:with|about|on) the (?P<about>[a-z]{4,})(?=\s*(?:$|[,.;!?]))", re.IGNORECASE
)
_CODE = re.compile(
    r"\b(?:the |a |that )?(?:square )?(?:code|square) (?:for|to scan with|people scan with|you scan with|to scan by) "
    r"(?:(?:the|your|their|a|any) )?(?:(?:smart|mobile |cell ?)?phones?|mobiles?|cameras?)\b",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(
    rf"\b(?P<one>faster|slower|louder|quieter|calmer|softer|livelier|happier|warmer)(?:,? and|,) "
    rf"(?P<other>(?:faster|slower|louder|quieter|calmer|softer|livelier|happier|warmer) {_TUNE})\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:the end card|the title(?: scene| card)?|(?:the \w+ scene|scene \w+)) "
    r"(?P<how>(?:in|to|as|into) [^,;.\"]{2,30}?),? (?:sorry,? |no,? |well,? )?i mean(?:t)? (?:in |for |of )?(?:the )?"
    r"(?:(?:whole|entire|full) (?:video|film|thing|clip)|everything)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r",\s*(?:and |but )?[^,;.!?]{3,60}? (?:everywhere|anywhere) else (?:(?:is|are) not|isn'?t|aren'?t) "
    r"(?:wanted|needed|required|necessary|asked for)\b",
    re.IGNORECASE,
)
_UNSAID = re.compile(
    r"\bundo (?:whatever|what|everything|anything|all) (?:that )?(?:i|we)(?: have|'ve)? (?:ever )?"
    r"(?:said|asked(?: for)?|told you|changed|wanted|set) (?:about|for|with|on|of) (?:the )?"
    r"(?P<thing>ai label|disclosure|ai notice|look|transitions?|framing|voice|typefaces?|theme|duration|length)\b",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"(?P<before>\bwh(?:at|ich) (?P<thing>music|voices?|looks?|fonts?|typefaces?|backgrounds?|transitions?)\b"
    r"[^\"]{2,50}?[?,.]? (?:and )?)what else (?:would|do|can|could|might|is|have) (?:you|we|i|there)"
    r"(?: (?:have|offer|got|use|pick|suggest))?\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?<=\w), (?:is|was) (?=(?:very |so |too |really |just )?\w+(?:ing|ful|ed|some)\b[^?:\"]*$)", re.IGNORECASE
)


def _first_about(context: Context, found: re.Match[str]) -> str:
    """The scene that is spoken of by what it is about, by its number; as it was where that is none, or the first."""
    ids = context.scene_about([found["about"].lower()])
    return f"scene {context.number(ids[0])}" if len(ids) == 1 and context.number(ids[0]) > 1 else found[0]


def plainly_turned(context: Context, text: str) -> str:
    """The text with its turns of phrase in plain words; what stands in quotation marks stays as it is."""
    scenes = context.scenes
    if not scenes:
        return text

    def turn(pattern: re.Pattern[str], new: str) -> None:
        nonlocal text
        found = pattern.search(text)
        if found is not None and not any(
            mark.start() < found.start() < mark.end() or mark.start() < found.end() < mark.end()
            for mark in _QUOTED.finditer(text)
        ):
            text = text[: found.start()] + found.expand(new) + text[found.end() :]

    if re.search(rf"\b{_TUNE}\b", text, re.I) and not _SPEECH.search(text):
        turn(_PACED, r"\g<before>the music")
        turn(_TEMPO, r"\g<before>music ")
    turn(_ADJECTIVES, r"\g<one> \g<other>")
    turn(_MEANT, r"the video \g<how>")
    turn(_KEPT, r"make \g<what> \g<size>")
    if len(scenes) > 2 and scenes[0].layout == "title":
        turn(_AFTER_TITLE, "scene 2")
    if scenes[-1].layout == "end_card":
        turn(_LAST_BEFORE_END, r"\g<be> just before the end card")
    text = _FIRST_ABOUT.sub(lambda found: _first_about(context, found), text)
    turn(_CODE, "a QR code")
    turn(_ELSEWHERE, "")
    turn(_UNSAID, r"reset the \g<thing>")
    turn(_ELSE, r"\g<before>what other \g<thing> do you have")
    turn(_REASON, ", because it is ")
    return text
