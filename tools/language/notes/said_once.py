"""Words said once for two requests: `replace this with that and one with another`, told again before each of them.

Questions in a row are told apart here as well. Where a message has none of that, it stays as it is.
"""

from __future__ import annotations

import re

from tools.language.notes.context import Context

_TERM = r"(?:[\"“'‘][^\"”'’]{1,60}[\"”'’]|[\w€$£%-]+(?: [\w€$£%-]+){0,2}?)"
_JOINT = r"\s*(?:,|;|\band\b|,\s*and\b|\bplus\b|&)\s*"
_REPLACED = re.compile(
    rf"\b(?P<verb>replace|swap|change|substitute|exchange)\s+(?P<one>{_TERM})\s+(?P<by>with|by|for|to|into)\s+"
    rf"(?P<other>{_TERM}){_JOINT}(?P<two>{_TERM})\s+(?P=by)\s+(?P<rest>{_TERM})\s*(?P<end>please|pls|thanks)?[.!\s]*$",
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
    rf"\s*(?:,\s*and\s+(?:then\s+)?|\s+and\s+(?:then\s+|also\s+)?|,\s+|\s*&\s*|\s+plus\s+)(?P<two>{_ASKS})\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_NEGATED_NAME = re.compile(
    r"(?P<is>\b(?:name|role|job|title|called|position)\b[^.?!;\"“]*?),?\s+(?:and )?not\s+(?:an?\s+|the\s+)?"
    r"(?P<old>[\w -]{2,40}?)(?P<rest>\s*(?:[,.;!?]|$).*)",
    re.IGNORECASE,
)


def spelled_out(context: Context, text: str) -> str:
    """The text with each request said in full, and with questions in a row apart."""
    if len(text) > 400 or "\n" in text:
        return text
    if context.situation.files:  # `our jingle, attached`
        text = re.sub(r"[,.]?\s+(?=(?:see |as |please find )?(?:attach|enclos)\w+\W*$)", " ", text)
    text = _replacements(context, text)
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


def _questions(text: str) -> str:
    found = _ROW.match(text)
    if found is None:
        return text
    one = found["one"].strip()
    if re.search(rf"\b(?:and|or|tell me|show me|{_WHAT})$", one, re.IGNORECASE):
        return text
    two = found["two"]
    mark = "" if re.match(r"\W*(?:list|show|tell)\b", one, re.IGNORECASE) else "?"
    return f"{one}{mark or '.'} {_questions(two[:1].upper() + two[1:] + found['rest'])}"
