"""Words said once for two requests: `replace this with that and one with another`, told again before each of them.

Questions in a row are told apart here as well. Where a message has none of that, it stays as it is.
"""

from __future__ import annotations

import re

from tools.language.notes.context import Context
from tools.language.notes.rows_told import rows_told
from tools.language.notes.turns_of_phrase import plainly_turned

_TERM = r"(?:[\"“'‘][^\"”'’]{1,60}[\"”'’]|[\w€$£%-]+(?: [\w€$£%-]+){0,2}?)"
_JOINT = r"\s*(?:,|;|\band\b|,\s*and\b|\bplus\b|&)\s*"
_REPLACED = re.compile(
    rf"\b(?P<verb>replace|swap|change|substitute|exchange)\s+(?P<one>{_TERM})\s+(?P<by>with|by|for|to|into)\s+"
    rf"(?P<other>{_TERM}){_JOINT}(?P<two>{_TERM})\s+(?P=by)\s+(?P<rest>{_TERM})\s*(?P<end>,?\s*(?:please|pls|thanks|"
    rf"thank you|thx|cheers)(?: a (?:million|lot)| so much| everyone)?)?[.!\s]*$",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    rf"^(?P<lead>.*?\b(?:want|say|says|saying|use|write|have|like|prefer|need|put)\s+|)(?P<one>{_TERM})\s+instead of\s+"
    rf"(?P<other>{_TERM}){_JOINT}(?P<two>{_TERM})\s+instead of\s+(?P<rest>{_TERM})[.!\s]*$",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    rf"^(?P<one>{_TERM})\s+(?P<by>should be|must be|becomes|has to be|->|=>)\s+(?P<other>{_TERM}){_JOINT}"
    rf"(?P<two>{_TERM})\s+(?P=by)\s+(?P<rest>{_TERM})[.!\s]*$",
    re.IGNORECASE,
)
_WHAT = (
    r"what(?:'s| is| are| does| did| do| can| will| was)?|which|"
    r"how \w+|why|who|where|when"
)
_ASKS = (
    rf"(?:{_WHAT}|is (?:it|there|this|that|the|my)|are (?:there|you|they|the)|can (?:i|you|we|it)|do (?:i|you|we|they)|"
    rf"does (?:it|the|this)|did (?:you|i|we)|will (?:it|you|the|this)|list|show me|tell me)"
)
_ROW = re.compile(
    rf"^(?P<one>\W*(?:(?:and|so|hi|hello|hey|ok|okay|please|now|also|pls)[\s,]+)*{_ASKS}\b[^.?!;:\"“]{{4,90}}?)"
    rf"\s*(?:,\s*and\s+(?:then\s+)?|\s+and\s+(?:then\s+|also\s+)?|,\s+|\s*&\s*|"
    rf"\s+plus\s+)(?P<two>{_ASKS})\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_NEGATED_NAME = re.compile(
    r"(?P<is>\b(?:name|role|job|title|called|position)\b[^.?!;\"“]*?),?\s+(?:and )?not\s+(?:an?\s+|the\s+)?"
    r"(?P<old>[\w -]{2,40}?)(?P<rest>\s*(?:[,.;!?]|$).*)",
    re.IGNORECASE,
)


_LISTED = re.compile(
    r"(?P<before>\b(?:(?:un)?lock|delete|remove|drop|duplicate|merge|scenes|lines) )"
    r"(?P<row>\d{1,2}(?: \d{1,2})+(?:,? (?:and|&) \d{1,2})?)\b(?!\s*(?:s|secs?|seconds?|db|%|:|fps|x|p)\b)",
    re.IGNORECASE,
)
"""Scenes in a row without commas: `lock 2 3 and 5`."""


_SECOND_LINE = re.compile(
    r"(?P<before>\b(?P<kind>line|sentence)\b[^.;!?\"]{3,60}\b(?:and|and also|plus|,)) (?:the )?(?:one|other one)"
    r"(?= (?:about|with|on|of|that|where|in which|which)\b)",
    re.IGNORECASE,
)
"""`the sentence about eyes and the one about the price`: a sentence again."""
_NTH_LINE = re.compile(
    r"(?P<before>\b(?P<kind>line|sentence) (?:in|of|from) (?:the )?[^.;!?\"]{3,30}?,? (?:and|plus) )"
    r"(?P<nth>the (?:first|second|third|fourth|last))(?: one)? (?=(?:in|of|from) )",
    re.IGNORECASE,
)
"""`the first line in scene 2 and the second in scene 3`."""
_TO_LENGTH = re.compile(
    r"\b(?:shorter|longer)(?::|,? like|,? more like|,? say,?) (?P<length>(?:about |around |to )?(?:\d+|half a|a|one|"
    r"two|twenty|"
    r"thirty|forty|fifty) ?(?:seconds?|secs?|s|minutes?|min)\b)",
    re.IGNORECASE,
)
"""`make it longer: 50 seconds`: how long, not how much longer."""
_IN_NUMBER = re.compile(r"\b(in|on) ([2-9]|1\d)\b(?=\s*(?:[,;]|\.\s|\.?$|and\b))(?! (?:seconds|s|minutes))", re.I)
"""`close-up in scene 2, half body in 4`."""
_ARROW = re.compile(
    rf"^(?P<lead>\W*)(?:(?:change|replace|make) )?(?P<old>{_TERM})\s*(?:->|=>|→|"
    rf"-->)\s*(?P<new>{_TERM})(?P<end>\W*)$", re.I
)
_OTHER = re.compile(
    r"^(?P<lead>\W*(?:and |also |then )*)(?P<place>(?:in|for) scene \w+,? )?(?:(?:she|he|it) should )?(?:say|write|"
    r"use|put|have) "
    r"(?P<new>[^\"'.;:]{2,60}?),? (?:instead of|rather than|and not) (?P<old>[^\"'.;:,]{2,60}?)(?P<end>\W*)$",
    re.IGNORECASE,
)


def _replaced_parts(context: Context, text: str) -> str:
    """Parts of a row that each replace words: `velvet box -> wooden box, 15 seconds`."""
    parts = re.split(r"(?<=[,.;\n]) |\n| (?=and in scene \w+,? (?:say|write|use|put)\b)", text)
    if len(parts) < 2:
        return text
    told: list[str] = []
    for part in parts:
        found = _ARROW.match(part) or _OTHER.match(part)
        if found is None or not _is_said(context, found["old"]):
            told.append(part)
            continue
        old, new = (found[name].strip(" \"“”'‘’") for name in ("old", "new"))
        place = f"{found['place'].strip(' ,')} " if "place" in found.groupdict() and found["place"] else ""
        told.append(f'{found["lead"]}{place}replace "{old}" with "{new}".')
    return " ".join(told) if told != parts else text


def _with_commas(found: re.Match[str]) -> str:
    numbers = re.findall(r"\d+", found["row"])
    before = found["before"]
    scenes = "" if re.search(r"scenes|lines", before, re.IGNORECASE) else "scenes "
    return f"{before}{scenes}{', '.join(numbers[:-1])} and {numbers[-1]}"


def spelled_out(context: Context, text: str) -> str:
    """The text with each request said in full, and with questions in a row apart."""
    if len(text) > 400 or "\n" in text:
        return text
    text = rows_told(context, text)
    if context.situation.files:  # `our jingle, attached`
        text = re.sub(r"[,.]?\s+(?=(?:see |as |please find )?(?:attach|enclos)\w+\W*$)", " ", text)
    text = plainly_turned(context, _LISTED.sub(_with_commas, text))
    text = _TO_LENGTH.sub(r"\g<length> long", text)
    text = _NTH_LINE.sub(r"\g<before>\g<nth> \g<kind> ", text)
    if re.search(r"\bscenes? \w", text, re.IGNORECASE):
        text = _IN_NUMBER.sub(r"\1 scene \2", text)
    text = _SECOND_LINE.sub(r"\g<before> the \g<kind>", text)
    text = _replaced_parts(context, _replacements(context, text))
    text = _without_old_name(context, text)
    return _questions(text)


def _replacements(context: Context, text: str) -> str:
    for pattern, verb in ((_REPLACED, ""), (_INSTEAD, "say"), (_SHOULD, "")):
        found = pattern.search(text)
        if found is None:
            continue
        one, other, two, rest = (found[name].strip() for name in ("one", "other", "two", "rest"))
        old = (other, rest) if verb else (one, two)
        if not all(_is_said(context, term) for term in old):
            continue
        if verb:
            one, other, two, rest = other, one, rest, two
        one, other, two, rest = (term.strip(" \"“”'‘’") for term in (one, other, two, rest))
        return f'{text[: found.start()]}replace "{one}" with "{other}". Replace "{two}" with "{rest}"'
    return text


def _is_said(context: Context, term: str) -> bool:
    """Whether words are said or shown somewhere."""
    plain = re.escape(term.strip(" \"“”'‘’").lower())
    texts = [text for scene in context.scenes for text in (scene.heading, *(line.text for line in scene.lines))]
    texts += [context.board.end_card.call_to_action] if context.board else []
    return any(re.search(rf"(?<!\w){plain}(?!\w)", text.lower()) for text in texts)


def _without_old_name(context: Context, text: str) -> str:
    """`Maya Berg, not Lind`: what is on the name strap already is not said again."""
    found = _NEGATED_NAME.search(text)
    if found is None or context.board is None:
        return text
    strap = f"{context.board.presenter_name} {context.board.presenter_role} {context.board.title}".lower()
    if not re.search(rf"\b{re.escape(found['old'].strip().lower())}\b", strap):
        return text
    return text[: found.end("is")] + found["rest"]


_ORDERS = re.compile(
    r"\W*(?:(?:and|so|hi|hello|hey|ok|okay|please|now|also)[\s,]+)*(?:can|could) (?:you|we) (?:please |also )"
    r"?(?:turn|make|change|"
    r"put|set|add|remove|delete|drop|cut|move|use|swap|switch|give|lose|take|hold|lock)\b",
    re.IGNORECASE,
)
"""A request that is only put as a question."""


def _questions(text: str) -> str:
    found = _ROW.match(text)
    if found is None:
        return text
    one = found["one"].strip()
    if re.search(rf"\b(?:and|or|tell me|show me|{_WHAT})$", one, re.IGNORECASE):
        return text
    two = found["two"]
    if _ORDERS.match(one):
        return f"{one}. {_questions(two[:1].upper() + two[1:] + found['rest'])}"
    mark = "" if re.match(r"\W*(?:list|show|tell)\b", one, re.IGNORECASE) else "?"
    return f"{one}{mark or '.'} {_questions(two[:1].upper() + two[1:] + found['rest'])}"
