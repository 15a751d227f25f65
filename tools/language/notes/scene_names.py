"""Scene names: the scene that some words mean by themselves, by number, place, heading, what it shows, or its topic."""

from __future__ import annotations

import re

from brand_memory.hashed_ngrams import is_common
from tools.language.notes.context import Context
from tools.language.notes.expressions import expression
from tools.language.notes.lexicon import NUMBERS, ORDINALS
from tools.storyboard import Scene

_ARTICLES = re.compile(r"^(?:(?:the|our|my|that|this|your|whole|entire|one|bit|part|scenes?|slides?|page|card|called|"
    r"about|"
                       r"with|on|of|number|no|named|headed|titled|#)[ .:#]+)+", re.I)  # fmt: skip
_NOUNS = re.compile(r"(?:[ .](?:scene|slide|bit|part|page|card|section|one|passage|segment|shot|screen))+$", re.I)
_LAYOUTS: tuple[tuple[str, str], ...] = (
    ("comparison", r"comparison|side[- ]by[- ]side|versus"),
    ("chart", r"(?:bar |line |pie )?(?:chart|graph|diagram)"),
    ("quote", r"(?:customer |guest |client )?(?:quote|testimonial|review)"),
    ("product", r"product"),
    ("points", r"(?:bullet ?)?points|bullets|(?:bullet )?list"),
    ("steps", r"steps|(?:step )?instructions"),
    ("statistic", r"(?:big )?(?:statistic|stat|figure|number)"),
    ("screen", r"screen|browser|mock-?up"),
    ("end_card", r"end ?card|end screen|closing card|call to action"),
    ("title", r"title|opening|intro(?:duction)?|opener"),
)


_AMBIGUOUS = re.compile(r"number|figure|stat|statistic|title|product|screen|browser|points|steps|list|bullets|call to "
    r"action")


def named_scene(context: Context, words: str, *, topics: bool = True) -> Scene | None:
    """The one scene that `words` mean as a whole; None where they mean none or several.

    Without `topics`, what a scene is about does not name it, nor does a word that may mean something in it.
    """
    plain = " ".join(words.lower().split()).strip(" ,.;:\"'“”")
    heads = [scene for scene in context.scenes if scene.heading and _flat(scene.heading) == _flat(plain)]
    if len(heads) == 1:
        return heads[0]
    short = _NOUNS.sub("", _ARTICLES.sub("", f"{plain}")).strip(" ,.;:\"'“”") or plain
    number = int(short) if short.isdigit() else int(NUMBERS.get(short, 0)) or ORDINALS.get(short, 0)
    if number or short in ("very last", "very first"):
        number = {"very last": -1, "very first": 1}.get(short, number)
        at = number - 1 if number > 0 else len(context.scenes) + number
        return context.scenes[at] if 0 <= at < len(context.scenes) else None
    heads = [scene for scene in context.scenes if scene.heading and _flat(scene.heading) == _flat(short)]
    if len(heads) == 1:
        return heads[0]
    for layout, pattern in _LAYOUTS:
        if expression(pattern).fullmatch(short) and (topics or not _AMBIGUOUS.fullmatch(plain.removeprefix("the "))):
            found = [scene for scene in context.scenes if scene.layout == layout]
            return found[0] if len(found) == 1 else None
    if not 1 <= len(short.split()) <= 4 or not re.fullmatch(r"[a-z0-9€$£' -]+", short):
        return None
    begun = [s for s in context.scenes if s.heading and _flat(s.heading).startswith(f"{_flat(short)} ")]
    if len(begun) == 1 and len(short) > 3:
        return begun[0]
    telling = [word for word in re.findall(r"[\w€$£']+", short) if not is_common(word)]
    if not topics or not telling or _THINGS & set(short.split()):
        return None
    ids = context.scene_about(telling)
    return context.scene(ids[0]) if len(ids) == 1 else None


_THINGS = frozenset(
    "music logo captions subtitles voice presenter avatar background font typeface colour color transition video film "
    "heading headline subtitle sentence line word words her him she he it this that scene one everything was is are "
    "were be been not all step point".split()
)
"""Words for other things of the programme."""


def _flat(text: str) -> str:
    return re.sub(r"[^\w ]+", "", text.lower()).strip()
