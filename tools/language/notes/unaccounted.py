"""Unaccounted: words of a whole message that what was understood gives no account of; it is asked about instead.

`the rest`, where only single scenes were changed; a request that was taken for a question; what is wanted of a new
scene, made of the whole programme.
"""

from __future__ import annotations

import re

from tools.language.notes.context import Context
from tools.notes import Enquiry, Understanding
from tools.patches import Patch

_REST = re.compile(
    r"\b(?:everything else|everywhere else|every other scene|(?:all )?the (?:rest|others|other scenes)|all (?:the )?"
    r"others|rest of (?:the|it)|in the others)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:keep\w*|leave\w*|stay\w*|remain\w*|fine|good|great|ok|okay|perfect|alone|untouched|unchanged|same|"
    r"as (?:it|they) (?:is|are)|don'?t|dont|not|no|nothing|love|like|lovely|approved?|touch|change)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"(?:^|[,;:.] |\b(?:and|so|then|but|please|just) )(?:please |then |also |just )*(?:make|change|put|cut|turn|set|"
    r"add|remove|delete|drop|use|swap|move|give|call|rename|lock) (?!me\b|a (?:list|summary)|sense\b|up\b)\w+|"
    r"\b(?:he|she|they|boss|client|customer)(?: also)? (?:wants|want|does not like|doesn'?t like|prefers?)\b|"
    r"\bgets? a new (?:title|heading|headline)\b|\bnew (?:title|heading|headline)\b ?[\"“'‘:]",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|^\W*(?:and |so |then |also |please |hi |hey |ok )*(?:what|which|who|whose|how|why|when|where|is|are|am|was|"
    r"were|do|does|did|can|could|will|would|should|has|have|may|show|tell|list|let me|give me|remind|explain|any)\b",
    re.IGNORECASE,
)
_NEW = frozenset("insert_scene duplicate_scene".split())
_PLACED = frozenset("set_background set_transition set_framing set_delivery set_performance_style".split())
_OF_IT = re.compile(r"\b(?:it|its|that one|there|with the|on the)\b", re.IGNORECASE)
_PALE = re.compile(r"\b(?:black (?:and|&|n) white|b ?[/&] ?w|grey ?scale|monochrome)\b", re.IGNORECASE)


def accounted(context: Context, found: Understanding) -> Understanding:
    """What was understood, with a question in place of what the words of the message give no account of."""
    text = context.text
    if context.board is None or found.question:
        return found
    taken = [one for one in found.enquiries if _is_order(one)]
    if taken:
        left = tuple(one for one in found.enquiries if one not in taken)
        return _asked(found.changed(enquiries=left), taken[0].words or text)
    rest = _REST.search(text)
    if rest is not None and found.patches and not found.unknown and not _KEPT.search(text):
        single = [patch for patch in found.patches if getattr(patch, "scene", "")]
        whole = len(single) < len(found.patches)
        if single and not whole and len(single) + 2 < len(context.scenes):
            return _asked(found, text[max(0, rest.start() - 30) :])
    new = [patch for patch in found.patches if patch.op in _NEW]
    strays = [patch for patch in found.patches if patch.op in _PLACED and _is_whole(patch)]
    if new and strays and _OF_IT.search(text) and not re.search(r"\b(?:all|every\w*|whole|overall)\b", text, re.I):
        return _asked(found.changed(patches=tuple(one for one in found.patches if one not in strays)), text)
    pale = [patch for patch in found.patches if patch.op == "set_colour"]
    if pale and _PALE.search(text) and not re.search(r"\b(?:colou?rs?|primary|secondary|accent|main)\b", text, re.I):
        return _asked(found.changed(patches=tuple(one for one in found.patches if one not in pale)), text)
    return found


def _is_order(enquiry: Enquiry) -> bool:
    """Whether the words of an enquiry order something and ask nothing."""
    return bool(enquiry.words) and not _ASKS.search(enquiry.words) and _ORDERS.search(enquiry.words) is not None


def _is_whole(patch: Patch) -> bool:
    return not getattr(patch, "scene", "") and not getattr(patch, "line", "")


def _asked(found: Understanding, words: str) -> Understanding:
    return found.changed(said="", question=f'What should change: "{words.strip()[:80]}"?')
