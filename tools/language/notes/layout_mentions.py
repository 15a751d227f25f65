"""Layout mentions: scenes named by what they show: `the chart scene`, `before the statistic`, `during the quote`."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Scenes
from tools.language.notes.expressions import expression
from tools.language.notes.lexicon import PATTERN_WORDS
from tools.language.notes.patterns import Token

SHOWN: dict[str, str] = {
    "statistic": r"statistics?|stats?|(?:(?:big|large|main|key) )?(?:figure|number|kpi)|percentage|metric",
    "quote": r"(?:customer |guest |client )?(?:quotes?|quotations?|testimonials?|review)",
    "product": r"product(?: card)?|price card",
    "chart": r"(?:(?:bar|line|pie|donut|doughnut|column) )?(?:charts?|graphs?|diagram)|donut|bars",
    "points": r"(?:bullet ?)?points|bullets?|bullet list|list",
    "steps": r"(?:numbered )?steps|how-?to list",
    "comparison": r"comparison|compare|side[- ]by[- ]side|before[- ](?:and[- ])?after|versus|vs",
    "screen": r"screen(?:shot)?|browser(?: window)?|phone mock-?up|mock-?up",
    "picture": r"(?:photo|picture|image)",
    "logo": r"logo(?: reveal)?",
    "chapter": r"chapter(?: card)?|section card",
}
"""What clients call what a layout shows."""
PATTERN_WORDS.update(
    "stat stats kpi pip donut doughnut bullets bullet badge sticker mockup footnote testimonial".split()
)
_UNIT = r"(?:scene|part|page|slide|section|card|bit|shot|one)"
_BEFORE = (
    r"(?:before|after|behind|during|from|onto|into|hold|move|skip|delete|lock|unlock|duplicate|heading (?:of|for|on)|"
    r"title (?:of|for|on)|headline (?:of|for|on)|background (?:of|for|behind|in)|music (?:in|under|during|for)|"
    r"swap|and|with|to|in|on|for|under)"
)


def tag_layouts(context: Context, tokens: list[Token], *, alone: bool = False) -> list[Token]:
    """The tokens with scenes that are named by what they show as one `@scene`.

    `the chart scene` is one; with `alone`, `the chart` is one too, behind a word that says that a scene is meant.
    """
    for layout, words in SHOWN.items():
        scenes = [scene.id for scene in context.scenes if scene.layout == layout]
        if len(scenes) != 1:
            continue
        unit = rf"(?: {_UNIT})?" if alone else rf" {_UNIT}"
        before = (
            rf"(?<!\w)(?P<before>{_BEFORE}) (?:the|our|that|my) " if alone else r"(?P<before>)(?:the|our|that|my|this) "
        )
        for match in expression(rf"{before}(?:{words}){unit}(?![\w-])", re.IGNORECASE).finditer(context.text):
            start = match.end("before") + (1 if alone else 0)
            tokens = _joined(tokens, start, match.end(), Scenes((scenes[0],)))
    return tokens


def _joined(tokens: list[Token], start: int, end: int, value: Scenes) -> list[Token]:
    inside = [n for n, token in enumerate(tokens) if start <= token.start and token.end <= end]
    if not inside or any(tokens[n].norm.startswith("@") and tokens[n].norm not in ("@ord", "@num") for n in inside):
        return tokens
    first, last = inside[0], inside[-1]
    return [*tokens[:first], Token("@scene", tokens[first].start, tokens[last].end, value), *tokens[last + 1 :]]
