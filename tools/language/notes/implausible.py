"""Implausible: what was made of a message and can hardly have been meant; it is asked about instead.

A word like `she` is not replaced, scenes change places only where a message speaks of an order, a manner for the whole
programme is not taken from words about one part of it.
"""

from __future__ import annotations

import re

from tools.content_patches import SetEntries, SetStatistic
from tools.delivery_patches import SetDelivery
from tools.language.notes.context import Context, Reading, ask
from tools.language.notes.scopes import SHAPES
from tools.notes import Understanding
from tools.patches import (
    DeleteScene,
    EditLine,
    MoveScene,
    Patch,
    ReplaceWords,
    SetBackground,
    SetEndCard,
    SetFormat,
    SetTransition,
)
from tools.presenter_patches import SetFraming, SetPerformanceStyle

_SMALL = frozenset(
    """she he it they we you i her him his the a an this that these those there is are was be to of in on at and or but
    not no so as if for with from by now here them us me my our your its""".split()
)
"""Words that nobody asks to have replaced without quotation marks."""
_ORDER = re.compile(
    r"\b(?:mov\w+|scenes?|slides?|order\w*|re-?order\w*|re-?arrang\w+|before|after|behind|ahead|first|last|start\w*|"
    r"begin\w*|beginning|front|"
    r"end|ending|earlier|later|sooner|between|follow\w*|then|next|position|places?|spot|open\w*|lead\w*|top|bottom|"
    r"shift|swap\w*|forwards?|backwards?|back|up front|closing|finish\w*|close|opening|intro|instead of|precede\w*|"
    r"preceding|go(?:es)?|come[sd]?|"
    r"down|one up|up one|up by|bring|pull|push|drag|put .{1,40} (?:in|to)|conclu\w+|final\w*|wrap\w*|kick off|mid\w+|"
    r"\d)\b",
    re.IGNORECASE,
)
_PRICES = re.compile(
    r"\b(?:put|push|move|bring)(?:ting|s)? (?:up |down )?(?:the|our|all) prices? (?:up|down)\b|\b(?:put|push)(?:ting|"
    r"s)? (?:up|down) (?:the|our) "
    r"prices?\b",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"\w+(?:ly|er)\b\W*", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:(?:in|at|from) the (?:very )?(?:beginning|start|middle|first half|second half)|"
    r"(?:about|for|on|during|regarding) (?P<what>(?:the|our|your) (?:\w+ ){0,2}\w+)(?=\W*$|[,.;])|"
    r"(?:when|while|whenever|where) (?:she|he|they|maya|daniel|it) (?P<said>\w+ (?:\w+ ?){0,5}))",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:all|every\w*|whole|throughout|always|video|film|clip|movie|programme|thing|production|audience|viewers?|"
    r"customers?|website|feed|end|voice|presenter|camera|speaks?|talks?|reads?|presents?|says|speaking|talking)\b",
    re.IGNORECASE,
)


def without_implausible(context: Context, patches: tuple[Patch, ...]) -> tuple[tuple[Patch, ...], Reading | None]:
    """The patches without those that can hardly have been meant, and a question about the first of them."""
    kept: list[Patch] = []
    question: Reading | None = None
    for patch in patches:
        if (asked := _implausible(context, patch)) is None:
            kept.append(patch)
        else:
            question = question or asked
    return tuple(kept), question


_INFORMED = re.compile(
    r"\W*(?:(?:and|so|but|hi|hey|ok),? )*(?:what(?:'?s| is| are| was| were| does| do) (?:the |your |our )"
    r"?(?:difference|meaning|point|purpose|idea|"
    r"reason|advantage|default)|who(?:'?s| is| are)|where(?:'?s| is| are)|when(?:'?s| is| are)|how (?:many|much|long|"
    r"often)|"
    r"what (?:does|do) .{2,30} mean)\b(?!.*\b(?:and|then|also) (?:make|put|turn|set|change|add|remove|delete|use|"
    r"move)\b)[^.;!?]*\W*$",
    re.IGNORECASE,
)
"""A question that wants an answer and no change."""


_FILE = re.compile(
    r"(?<![\w./-])[\w-]+\.(?:mp4|mov|webm|mkv|avi|m4v|mp3|m4a|wav|ogg|flac|png|jpe?g|gif|webp|svg|pdf|docx?|pptx?|csv)\b",
    re.IGNORECASE,
)
"""The name of a file, which is no address."""
_RATIO = re.compile(r"(?<![\d:.])\d{1,2}(?:\.\d+)?:\d{1,2}(?![\d:])(?! ?(?:am|pm|min|sec|o'clock))")
_RATIOS = frozenset(("16:9", "9:16", "1:1", "4:5"))


def _unwished(text: str, emotion: str) -> bool:
    """Whether a manner is only named as what it should not be: `shouldn't sound so cheerful`."""
    found = re.findall(rf"\b{re.escape(emotion[:6])}\w*", text, re.IGNORECASE)
    less = rf"(?:\bnot|n['’]t|\bless|\bnever|\bstop|\btoo|\bwithout)\b[^,.;:]{{0,24}}\b{re.escape(emotion[:6])}"
    return len(found) == 1 and re.search(less, text, re.IGNORECASE) is not None


_WEIGHED = re.compile(
    r"\W*should (?:it|we|i|this|the (?:video|film)) (?:really )?(?:be|have|use|get|go)\b[^.;!?]{2,40}\?\W*",
    re.I,
)
"""A question of what would be better."""


def _implausible(context: Context, patch: Patch) -> Reading | None:
    text = context.text
    if _WEIGHED.fullmatch(text):
        return ask(f'Shall I do that: "{text.strip()[:80]}"?')
    if _INFORMED.match(text):
        return ask(f'What would you like to know: "{text.strip()[:80]}"?')
    if isinstance(patch, SetFormat) and patch.aspect and any(one not in _RATIOS for one in _RATIO.findall(text)):
        return ask("A video can be 16:9, 9:16, 1:1 or 4:5; which of these?", *SHAPES)
    if isinstance(patch, SetEndCard) and (named := _FILE.search(f"{patch.address} {patch.call_to_action}")):
        return ask(f"I have no file {named.group()!r}; drag it into the chat and say what it is for.")
    if isinstance(patch, SetDelivery) and patch.emotion and _unwished(text, patch.emotion):
        return _which(text)
    if isinstance(patch, SetStatistic) and patch.value and len(patch.value.split()) > 4:
        return _which(text)
    if isinstance(patch, ReplaceWords) and patch.old.lower() in _SMALL:
        quoted = re.search(rf"[\"'“‘«`]\s*{re.escape(patch.old)}\s*[\"'”’»`]", text, re.IGNORECASE)
        return None if quoted else _which(text)
    if isinstance(patch, MoveScene) and (_PRICES.search(text) or _ORDER.search(text) is None):
        return _which(text)
    if isinstance(patch, EditLine) and _ADVERB.fullmatch(patch.text) and patch.text[:1].islower():
        return _which(text)
    if isinstance(patch, SetDelivery | SetFraming | SetPerformanceStyle | SetBackground | SetTransition):
        whole = not patch.scene and not getattr(patch, "line", "")
        lone = isinstance(patch, SetDelivery) and _LINE.search(text)
        if whole and (lone or _EXCEPT.search(text) or (not isinstance(patch, SetTransition) and _partial(context))):
            return ask("In which scene do you mean that, or in the whole video?")
    if isinstance(patch, SetEntries) and any(
        _PLACED.match(entry.text) or _EDITED.match(entry.text) for entry in patch.entries
    ):
        return _which(text)
    if isinstance(patch, DeleteScene) and _OF_ANOTHER.search(text):
        return _which(text)
    return None


_EDITED = re.compile(
    r"(?:make|drop|remove|delete|change|swap|replace|move|rename|cut|turn|put) (?:the|it|that|number|step|point)\b",
    re.IGNORECASE,
)
"""An entry of a list that only says what should become of the list."""
_OF_ANOTHER = re.compile(
    r"\b(?:in|for|from|during|on) (?:scene \w+|the \w+ (?:scene|one|part)),? (?:please )?(?:drop|cut|remove|lose|kill|"
    r"delete|take) (?:out )?(?:the|all|any|her|his|our)? ?(?:music|captions|subtitles|logo|heading|title|sound|"
    r"background|presenter|line|sentence|subtitle|price|badge|number|chart)\b",
    re.IGNORECASE,
)
"""What is taken out of a scene, which itself stays."""
_LINE = re.compile(r"(?<!every )(?<!each )(?<!all )\b(?:sentence|line)\b", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:except|apart from|other than|excluding|everything but|everywhere but|all but|but not)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:after|before|between|behind|at the|as the) [^:]{3,30}: \S", re.IGNORECASE)
_KEEPS = re.compile(
    r"\b(?:do(?:es)? ?n[o']t|dont|not|no|never|keep\w*|leave|left|stay\w*|remain\w*|same|fine|good|great|ok|okay|as "
    r"(?:it|they) (?:is|are|was|were)|"
    r"nothing|without|unchanged|alone|already|love|like|perfect|happy|right|forget|cancel|ignore|never ?mind|wait|"
    r"hold|touch|sure|yes|thank\w*|"
    r"nice|lovely|later|until|till|scratch|skip|neither|none|isn'?t|aren'?t|shouldn'?t|won'?t|mustn'?t|cannot|can'?t|"
    r"nope|nah|recording)\b",
    re.IGNORECASE,
)


_TOLD = re.compile(
    r"\b(?:showed|smiled|laughed|liked|loved|was|were|went|did|watched|saw|told|asked|thought|later|not now|perhaps|"
    r"tomorrow|soon|"
    r"yesterday|today)\b",
    re.IGNORECASE,
)
"""Words of what only is told, or is for later."""
_SENTENCE = re.compile(
    r"\b(?:it|it's|she|he|they|the|this|that|put|make|have|give|let|her|him|we|our|more|less|sort|show|add|change)"
    r"\b.*\w+ \w+|"
    r"'s (?:too|so|very)\b",
    re.IGNORECASE,
)


_LENGTH = re.compile(r"\b\d+ ?(?:s|secs?|seconds?|minutes?|mins?)\b", re.IGNORECASE)


def without_half(found: Understanding) -> Understanding:
    """What was understood, without a length where another that was said is quoted as not understood."""
    quoted = " ".join((*found.unknown, found.question))
    if not found.question and not found.unknown or _LENGTH.search(quoted) is None:
        return found
    return found.changed(patches=tuple(patch for patch in found.patches if patch.op != "set_duration"), said="")


def kept_silently(context: Context, found: Understanding) -> Understanding:
    """What was understood, or a question where nothing was made of a message that leaves nothing alone."""
    told = found.patches or found.commands or found.enquiries or found.question or found.unknown
    told = told or found.chat or found.said
    weighty = len(re.findall(r"[a-z]{3,}", context.text.lower())) > 1
    asks = context.text.rstrip().endswith("?") and not re.search(r"\b(?:ok|okay|right|yes)\W*$", context.text.lower())
    if found.unknown and context.board is not None and not (
        found.patches or found.commands or found.enquiries or found.question or found.chat not in ("", "nonsense")
    ) and _SENTENCE.search(context.text) and not _TOLD.search(context.text):
        return found.changed(chat="", question=f'What should change: "{found.unknown[0].strip()[:80]}"?')
    if told or context.board is None or not weighty or (_KEEPS.search(context.text) and not asks):
        return found
    return found.changed(question=f'What should change: "{context.text.strip()[:80]}"?')


def _partial(context: Context) -> bool:
    """Whether words speak of one part of the programme by what is said or shown there."""
    for found in _PART.finditer(context.text):
        told = found["what"] or found["said"] or ""
        if not told:
            return True
        words = [
            word
            for word in re.findall(r"[a-z€$£'-]{3,}", told.lower())
            if not _WHOLE.fullmatch(word) and word not in _SMALL
        ]
        if words and not (found["what"] and _WHOLE.search(told)) and context.scene_about(words):
            return True
    return False


def _which(text: str) -> Reading:
    return ask(f'What should change: "{text.strip()[:80]}"?')
