"""Nearer sayings: what a part of a message leaves to the words right before it, said in full.

`her voice is too dull, take the bright one`: the voice; `put her on the right there`: in the scene that was spoken of
last; `drop the music out`: remove it; `made in Porto, not in Lisbon`: one word for the other.
"""

from __future__ import annotations

import re

from tools.language.notes.context import Context
from tools.language.notes.expressions import expression
from tools.language.notes.field_sayings import NAME
from tools.language.notes.first_sayings import table
from tools.language.notes.sayings import is_said

_NOUN = r"(?:voice|music|track|tune|song|background|backdrop|look|font|typeface|presenter|transition|layout)"
_ONE = re.compile(
    rf"^(?P<lead>[^\"“]*?\b(?P<noun>{_NOUN})\b[^\"“]*?[,.;:–-]\s*(?:so |and |please |can you |could you |maybe "
    r"|rather |i'd |i would |let's |let us )*(?:take|use|try|pick|choose|give me|go for|want|prefer|have|like|put in|"
    r"put|switch to|swap in|change to)(?: to)? (?:the|a|an|some(?:thing)?) (?:more |much |really )?)"
    r"(?P<how>[a-z-]+) one\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"(?<=\w) (?:in |over |up |down |right )?there(?: as well| too| please| pls)?(?=\W*$)", re.IGNORECASE
)
_SAME_SIDE = re.compile(r"\b(?:up|over|is|are|was|be|down|out|in) there\b|\bput (?:it|that) there\b", re.IGNORECASE)
_WHAT = r"(?:music|captions|subtitles|logo|sound|soundtrack|title|heading|subtitle|badge|price|end card|qr code)"
_TOLD = table(
    (r",? if (?:you'd|you would|you'll|you will) be so (?:kind|good|nice)(?: as to)?(?=\W*$)", ""),
    (
        r"\b(?:shorter|longer)(?: please| pls| plz)?[,.;]? (?:please |pls )?(?:and )?(?:maybe |say |like |just )*"
        r"(?:around|about|roughly|approximately|approx\.?|maybe|say|like|more like|at most|max\.?|no more than|up to)"
        r" (\d+ ?(?:seconds?|secs?|s|minutes?|mins?))\b",
        r"\1 long",
    ),
    (
        r"(?:(?<=^)|(?<=[.,;!] )|(?<=and )|(?<=but ))((?:the |our |my )?(?:music|voice|logo|captions|subtitles|"
        r"background|presenter|colou?rs?|fonts?|headings?|length|pace|format))"
        r"(?: can| should| must)? (?:stays?|remains?)"
        r"(?: the same| as (?:it is|they are|is)| put| unchanged| where (?:it is|they are))?"
        r"(?=\W*$|[.,;!]| and | but )",
        r"keep \1 as it is",
    ),
    (
        r"\bturn (the \w+) (on|off) and (the \w+|captions|subtitles|music) (on|off)\b",
        r"turn \1 \2 and turn \3 \4",
    ),
    (
        rf"\b(?:the )?(?:presenter|host|speaker|woman|man|lady) (?:is|should be|must be|has to be) (?:called|named) "
        rf"({NAME}),? and (?:she|he)(?:'s| is)(?: an?| the| our)? "
        r"([\w-]+(?: (?!and\b|the\b)[\w-]+){0,3}?)(?=\W*$|[,.;]| and )",
        r"name strap: \1, \2.",
    ),
    (
        r"(?:(?<=^)|(?<=[.,;!] )|(?<=and )|(?<=but ))(?:vertical|portrait|square|landscape|widescreen)"
        r"(?: format| shape)? (?:stays?|remains?)(?: the same| as it is)?(?:[.,;!](?= )| (?:and|but)\b|(?=\W*$))",
        "",
    ),
    (
        r"^(\W*(?:please |and |then )*)(?:delete|remove|drop|get rid of|take out|cut|lose) "
        r"(the (?:\w+ ){0,3}?(?:line|sentence)(?: (?:about|with|on|of|in) [^,;:.]{3,40}?)?)"
        r",?(?: and)?(?: then)? (?:add|put|say|write|use)(?: this| that| a new one)? instead"
        r"\s*:?\s+(?=[\"“'‘]|(?-i:[A-Z]))",
        r"\1change \2 to: ",
    ),
    (r"\b(?:a )?beat of (?=(?:a|an|one|two|three|half|\d)\b.{0,12}\bsec)", "a pause of "),
    (
        r"\b(?:get|let|have|i want|we want|i'd like|use|take) (a|another) (man|woman|guy|lady|male|female) "
        r"(?:to (?:speak|talk|read|narrate|do the (?:talking|speaking|voice))|speak|talk|read|narrate)(?: it| this)?\b",
        r"\1 \2 voice",
    ),
    (
        r"^(\W*)((?:the )?(?:first|second|third|fourth|last) (?:line|sentence) (?:of|in) (?:scene \w+|the \w+ scene)) "
        r"(?:becomes|turns into|is now|should become|gets)\s*:?\s+",
        r"\1change \2 to: ",
    ),
    (r"^\W*(?:the )?quote'?s? author (?:is|should be|must be|was)?:? ?(?=(?-i:[A-Z]))", "the quote is by "),
    (
        rf"\b(?:drop|leave|pull|take|cut|fade|bring|lose) ((?:the|our|that|this|any) {_WHAT})"
        r" (?:out|away|off|all out)(?: of it)?(?: (?:completely|entirely|altogether|totally|fully))?"
        r"(?= in | for |\W*$|[,;.])",
        r"remove \1",
    ),
    (
        r"\b(?:under|underneath|below|beneath) the (?:title|main title|big title)(?: card)?,? (?:please )?(?:write|put|"
        r"add|say|show|it should say|i want|we want)\s*:?\s+(?=[\"“'‘]|(?-i:[A-Z0-9]))",
        "subtitle of the title: ",
    ),
    (
        r"\b(?:in|for|during|on) (scene \w+|the \w+ scene|the end card),? ((?:remove|mute|no|drop|kill|lose|switch off|"
        r"turn off) (?:the )?(?:music|soundtrack|background music))\b(?! (?:in|on|for)\b)",
        r"no music in \1",
    ),
)
_RENAMED = re.compile(
    r"^(?P<lead>(?:.*[,.;] |.*\b(?:and|then|please|also) )?)(?:rename|retitle|re-title) [\"“'‘]?"
    r"(?P<old>[^\"”'’]{2,40}?)[\"”'’]? (?:to|as|into) (?P<new>.+)$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?P<in>in|from|of|at|for|with|by|on) (?P<new>[\w€$£%-]+(?: [\w€$£%-]+)?),? (?:and )?not (?P=in) "
    r"(?P<old>[\w€$£%-]+(?: [\w€$£%-]+)?)\W*$",
    re.IGNORECASE,
)


_STANDS = re.compile(
    r"\b(?:put|place|show|stand|set|have|get|position) (?=(?:maya|daniel|her|him|the presenter) (?:on|to|at) the "
    r"(?:far )?(?:left|right)\b)",
    re.IGNORECASE,
)


def nearer(context: Context, text: str) -> str:
    """The text with what it leaves to the words before said in full."""
    if len(text) > 400 or "\n" in text:
        return text
    for pattern, again in _TOLD:
        text = pattern.sub(again, text, count=1)
    text = _STANDS.sub("", text)
    one = _ONE.match(text)
    if one is not None and one["how"].lower() not in ("other", "first", "second", "third", "last", "same", "next"):
        text = f"{one['lead']}{one['how']} {one['noun']}{text[one.end() :]}"
    return _renamed(context, _placed(context, _swapped(context, text)))


def _placed(context: Context, text: str) -> str:
    """The text with the scene that was spoken of last by its number, where it ends in `there`."""
    found = _THERE.search(text)
    if found is None or not context.focus or _SAME_SIDE.search(text) or re.search(r"[\"“:?]|\bscenes?\b", text):
        return text
    number = context.number(context.focus[0])
    return f"{text[: found.start()]} in scene {number}{text[found.end() :]}" if number else text


def _renamed(context: Context, text: str) -> str:
    """The text with the scene by its number whose heading is to be another: `rename Questions to Any questions?`."""
    found = _RENAMED.match(text)
    if found is None:
        return text
    old = found["old"].strip().lower()
    scenes = [scene for scene in context.scenes if scene.heading and scene.heading.lower() == old]
    if len(scenes) != 1:
        return text
    return f"{found['lead']}rename scene {context.number(scenes[0].id)} to {found['new']}"


def _swapped(context: Context, text: str) -> str:
    """`it is made in Porto not in Lisbon`: a word that is said, and the one to be said instead."""
    found = _NOT.search(text)
    if found is None or not is_said(context, found["old"]) or is_said(context, found["new"]):
        return text
    if len(text[: found.start()].split()) > 8 or re.search(r"\bscenes?\b|\bheading\b|\bname\b", text, re.IGNORECASE):
        return text
    return f'replace "{found["old"]}" with "{found["new"]}"'


def stands(context: Context, text: str) -> bool:
    """Whether a text only says where a presenter is to be: `Maya on the right`."""
    names = "|".join(re.escape(c.name.split(",")[0].lower()) for c in context.situation.catalogues.get("avatar", ()))
    where = r"(?:on|to|at|in|into|over) (?:the |a )?(?:far |little |small |bottom |top )*"
    where += r"(?:left|right|middle|cent(?:re|er)|corner|circle|side)\b"
    return bool(names) and expression(rf"(?:{names}|her|him|the presenter) {where}").match(text.lower()) is not None
