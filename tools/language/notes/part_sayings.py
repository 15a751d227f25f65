"""Part sayings: how the parts of a message with several requests are often said, each told again in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STEP = (
    r"quieter|louder|slower|faster|bigger|smaller|larger|calmer|longer|shorter|softer|brighter|darker|higher|lower|"
    r"livelier|warmer|closer"
)
_HEARD = r"(?:scenes?|lines?|sentences?|part|bit|section|slide|shot)"
_TOLD: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), again)
    for pattern, again in (
        (
            rf"\b({_STEP}) than (?:usual|before|now|it is(?: now| at the moment)?|at the moment|currently|it was|"
            rf"they are)\b",
            r"\1",
        ),
        (
            r"^\W*(?:kill|ditch|scrap|bin|lose|drop|remove|delete) (?:all |of )*(?:the |those |these "
            r")?transitions(?: please)?$",
            "no transitions",
        ),
        (
            r"^\W*(?:please |pls )?(?:put|turn|switch|have) (?:the |some )?(?:subtitles?|captions?|subs) (?:back "
            r")?on(?: again)?(?: please)?$",
            "captions on",
        ),
        (
            rf"^\W*(?:please |pls )?(?:take|get|leave|throw|kick|pull) (.{{0,60}}\b{_HEARD}\b.{{0,60}}?) (?:out|away|"
            rf"off)(?: please| of (?:it|there))?$",
            r"delete \1",
        ),
        (
            rf"^(.{{0,60}}\b{_HEARD}\b.{{0,60}}?),? (?:that )?(?:can|may|must|should|has to|needs to|will have to) "
            rf"(?:just )?(?:go|come out|leave|be gone)(?: please)?$",
            r"delete \1",
        ),
        (
            r"^\W*(?:(?:please |can you |could you )?(?:read|speak|talk|say|do|go) )?(?:it |this |that |everything |"
            r"all )?"
            r"(\d+ ?%|\d+ ?per ?cent) (slower|faster)(?: please)?(?=$|[.,])",
            r"speak \1 \2",
        ),
        (r"^(\W*[\w ]*\blisten\w*) in scenes? (\w+)(?:,| and) (?:scene )?(\w+)\W*$", r"\1 in scene \2. \1 in scene \3"),
        (r"^\W*(?:she|he|maya|daniel|the presenter) (?:should ?n[o']t|must ?n[o']t|do(?:es)? ?n[o']t|is not to|isn't "
         r"to) "
         r"(?:speak|talk|say anything) (in (?:the )?[\w ]{3,30}?)[,;.:]? (?:but |and |so |instead )*(?:she|he|they)"
         r"(?: should| must| will| is)?(?: to)?(?: only| just)? listen\w*.*$", r"\1 the presenter listens"),
        (r"^(\W*(?:please )?(?:hold|keep|show|leave) .{0,20}\bscenes? .+?) each(?: please)?$", r"\1"),
        (
            r"^(?:\W*(?:and )?)(the (?:line|sentence)\b[\w' ]{2,50}|the [\w' ]{2,40} (?:line|sentence))[:,] "
            r"(?:please )?say (?:it|that) (.{3,40})$",
            r"say \1 \2",
        ),
        (
            rf"^(?:\W*(?:and )?)(the [\w' ]{{2,40}} (?:line|sentence)): (?:a bit |more |say it |much )?({_STEP}|"
            rf"friendlier|warmly|slowly|proudly)"
            r"(?:,? please)?$",
            r"say \1 \2",
        ),
        (rf"^(.{{0,60}}\b{_HEARD}\b.{{0,60}}?): (?:delete|remove|cut|drop|out|gone|skip)(?: it)?$", r"delete \1"),
        (
            r"^\W*(?:and )?(?:move|put|push|pull|bring|shift|stick) (.{2,60}?) (?:right |straight |all the way "
            r")?(?:to|at|in|up to) (?:the )?(?:very )?"
            r"(?:front|beginning|start|top)(?: please)?$",
            r"move \1 to the start",
        ),
    )
)


def parts_told(text: str) -> Iterator[str]:
    """Ways of saying a part again, the nearest first; none where it is plain enough."""
    for pattern, again in _TOLD:
        told = pattern.sub(again, text, count=1)
        if told != text:
            yield told
