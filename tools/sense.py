"""Sense: how much it hurts to break a text between two words."""

from __future__ import annotations

import re

_LEADERS = frozenset("a an the this that these those my your our their his her its no every each some any".split())
_PREPOSITIONS = frozenset(
    "of in on at to for from with by about into over under after before between through during without within across "
    "against until since around near behind beyond than as per via".split()
)
_CONJUNCTIONS = frozenset(
    "and or but so because if when while which who that where although though unless until then".split()
)
_CLINGING = frozenset(
    "is are was were be been am i you we they he she it very too not don't can will would should could may might must "
    "have has had do does did really just mr. mrs. ms. dr. st. no. vol.".split()
)
_DENSE = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]"
)
_HANGUL = re.compile(r"[\u1100-\u115f\u3130-\u318f\uac00-\ud7a3]")
_PARTICLES = frozenset("をはがへ")
"""Of Japanese, those that are seldom part of a word."""
_HIRAGANA, _KATAKANA = re.compile(r"[\u3041-\u309f]"), re.compile(r"[\u30a1-\u30ff]")
_WIDE = re.compile(
    r"[\u1100-\u115f\u3000-\u303f\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]"
)


def is_dense(text: str) -> bool:
    """Whether `text` holds writing that puts no spaces between words."""
    return _DENSE.search(text) is not None


def columns_of(text: str) -> int:
    """How many columns `text` takes on a line: Chinese, Japanese and Korean characters two, all others one."""
    return len(text) + len(_WIDE.findall(text))


def reading_length(text: str) -> float:
    """How many characters `text` is to read: Chinese and Japanese count two each and Korean ones one and a half, so
    that Netflix's 9 and 12 a second are 17 of the others.
    """
    return len(text) + len(_WIDE.findall(text)) - 0.5 * len(_HANGUL.findall(text))


def break_cost(before: str, after: str) -> float:
    """The cost of breaking between two written words: 0 after a sentence, up to 8 inside a name or after an article."""
    bare = before.rstrip("\"'”’)]»」』")
    if bare.endswith((".", "!", "?", "…", "。", "！", "？", "؟", "។", "။")) and bare.lower() not in _CLINGING:
        return 0.0
    if bare.endswith((",", ";", ":", "–", "—", "،", "؛", "、", "，", "；", "：", "၊")):
        return 1.0
    first, second = bare.lower().strip("\"'“‘(["), after.lower().strip("\"'“‘([.,;:!?")
    if second[:1] in "–—" and second[:1]:
        return 1.0
    if is_dense(before[-1:]) and is_dense(after[:1]):
        return _japanese_cost(before[-1], after[0])
    if first in _LEADERS or _joined_name(before, after) or (first[-1:].isdigit() and second[:1].isalpha()):
        return 8.0
    if first in _PREPOSITIONS:
        return 7.0
    if first in _CLINGING:
        return 6.0
    if first in _CONJUNCTIONS:
        return 6.5
    if second in _CONJUNCTIONS:
        return 2.0
    if second in _PREPOSITIONS:
        return 3.0
    return 4.5


def _japanese_cost(before: str, after: str) -> float:
    """The cost of breaking between two characters: phrases end in hiragana and mostly begin with something else, and
    foreign words are written in katakana whole.
    """
    if _KATAKANA.match(before) and _KATAKANA.match(after):
        return 8.0
    if _HIRAGANA.match(after) and before in _PARTICLES:
        return 3.0
    if _HIRAGANA.match(after):
        return 5.5 if _HIRAGANA.match(before) else 6.5
    return 2.0 if _HIRAGANA.match(before) else 3.5


def _joined_name(before: str, after: str) -> bool:
    """Whether both words look like parts of one name."""
    return before[:1].isupper() and after[:1].isupper() and len(before) > 1 and before[-1:].isalnum()
