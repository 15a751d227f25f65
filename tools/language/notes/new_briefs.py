"""New briefs: a message at a storyboard or a draft that asks for another video, and is its brief as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.language.notes.context import Reading

_KIND = (
    r"(?:videos?|films?|clips?|spots?|ads?|adverts?|promos?|movies?|explainers?|commercials?|productions?|projects?|"
    r"trailers?|teasers?|reels?|animations?|how-?tos?|tutorials?|walk-?throughs?|announcements?|"
    r"invitations?)"
)
_OTHER = (
    r"(?:new|one more|another|next|different|second|third|fresh|separate|other|whole new|brand new|completely new|"
    r"extra)"
)
_LEAD = (
    r"(?:(?:hi|hey|hello|ok|okay|so|now|and|also|well|right|great|thanks|thank you|perfect|please|pls|good|done|"
    r"alright|oh|cool|nice|then|actually|fine)[\s,.!:-]+)*"
)
_WISH = (
    r"(?:(?:can|could|may|would) (?:we|you|i)(?: please)?(?: also)? (?:now )?|let'?s (?:now )?|(?:i|we)(?:'d| would)? "
    r"(?:now |also |really )?(?:like|love|want|need|have|require)(?: you)?(?: to)? |i(?:'m| am) (?:after|looking for) |"
    r"time for |please |pls |it'?s time for |how about |we(?:'re| are) (?:doing|making) |next up(?: is|:)? )*"
)
_DO = (
    r"(?:(?:do|make|create|start|begin|kick off|shoot|produce|film|have|get|open|set up|plan|build|work on|go for|"
    r"move on to|move to|switch to|turn to)(?: on)? (?:me |us )?(?:with )?)?"
)
_ABOUT = (
    r"(?:about|on|for|to (?:promote|announce|explain|introduce|advertise|show|sell|launch|invite)|that|where|how|of|"
    r"in which)"
)
_WORDS = r"(?:[a-z'-]+ ){0,3}?"

_OPENINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LEAD}{_WISH}{_DO}(?:an?|the|our|one|yet)? ?(?:more )?{_OTHER} {_WORDS}{_KIND}(?: please| now| pls)?"
        rf"[\s,]*(?:[:,–—-]|{_ABOUT}\b|i want|we want|i need|we need|we sell|we are|we're|it'?s (?:about|for)|this "
        rf"time)"
        r"[\s,:-]*(?P<brief>\S.*)",
        rf"{_LEAD}{_WISH}{_DO}(?:an?|the|our)? ?(?:new|next|another|second|different) (?:one|brief|request|job|"
        rf"topic|order)"
        rf"(?: please| now)?\s*(?:[:–—.!-]|,? ?(?:about|for)\b|,? (?:i|we) (?:want|need|sell|make|"
        rf"run))\s*(?P<brief>\S.*)",
        rf"{_LEAD}{_WISH}(?:start(?:ing)?|begin(?:ning)?)[\s,]*(?:(?:all )?over|again|anew|afresh|from scratch|"
        rf"fresh|from "
        rf"zero)[\s,:.–—-]*(?:(?:with|on|about) )?(?:an?|the)? ?(?P<brief>(?:{_OTHER} )?(?:brief|{_KIND}|topic|about|"
        r"subject|product|idea|i want|we want|i need|we need|this time|we sell|we are|we're)\b.*)",
        rf"{_LEAD}(?:(?:let'?s )?(?:forget|scrap|drop|leave|park|bin|ditch|shelve|never ?mind|ignore|enough of|"
        rf"done with|"
        rf"finished with))(?: about)? (?:this|that|it|the (?:\w+ ){{0,2}}{_KIND}|everything)(?: (?:one|{_KIND}))?"
        rf"(?: (?:for now|then|now))?[\s,.;:–—-]+(?:and |but |instead |now )*{_WISH}{_DO}(?:an?|one|our)? ?"
        rf"(?:{_OTHER} )?{_WORDS}{_KIND}[\s,]*(?:[:,–—-]|{_ABOUT}\b)\s*(?P<brief>\S.*)",
        rf"{_LEAD}(?:an?|something)? ?(?:completely |totally |entirely )?{_OTHER} (?:thing|topic|subject|story|"
        rf"matter)(?: now| "
        rf"altogether| entirely| please)?[\s,.:–—-]+{_WISH}{_DO}(?:an?|one|"
        rf"our)? ?{_WORDS}{_KIND}[\s,]*(?:[:,–—-]|{_ABOUT}\b)"
        r"\s*(?P<brief>\S.*)",
        rf"{_LEAD}(?:(?:i|we)(?: now| also)*(?:'d like| would like| need| want| require) |can you (?:now |also "
        rf")?(?:make|do) (?:me "
        rf"|us )?)(?:also |now )?an? (?:[\w-]+ ){{0,3}}?{_KIND} (?:about|to (?:promote|announce|explain|introduce|"
        rf"advertise|launch|"
        r"invite)|for|on|explaining|announcing|promoting|introducing|presenting|inviting|telling|welcoming)"
        r"\b\s*(?P<brief>\S.*)",
        rf"{_LEAD}{_WISH}(?:make|create|write|produce|do|build|generate|prepare|film|shoot|draft|put together)(?: "
        rf"(?:me|us))?(?: also)? "
        rf"(?:an?|one|our) (?:[\w'-]+ ){{0,4}}?{_KIND}(?: in [a-z]+)?,? (?:about|explaining|announcing|promoting|"
        rf"showing|introducing|for|"
        r"to|how|telling|inviting|aimed at|where|presenting|advertising|on)\b\s*(?!be\b|(?:the |our |this )?(?:scene|"
        r"opening|intro|closing"
        r"|outro|end|start|background|logo|last|first|second|third)\b|\d|(?:half|one|two|a) (?:a )?(?:minutes?|"
        r"seconds?)\b|it\b|this\b|"
        r"that\b|show\b|play\b|use\b)(?P<brief>\S.*)",
        rf"{_LEAD}{_WISH}{_DO}an? (?:[\w'-]+ ){{0,2}}?(?:announcement|invitation|explainer|teaser|tutorial) that "
        rf"(?P<brief>\S.*)",
        rf"{_LEAD}(?:an?|one) (?:[\w'-]+ ){{0,3}}?{_KIND} (?:about|for|to promote|to announce|announcing|promoting|"
        rf"explaining) (?:our|my|the "
        r"new|the company's) (?P<brief>\S.*\b(?:would be|as well|too|needed|next|also|is what|please|we need|i need|"
        r"\d+ ?(?:s|secs?|seconds?|minutes?)|half a minute|one minute)\b.*)",
        rf"{_LEAD}{_OTHER} {_KIND}\s*[.!]?\s*(?:it'?s |this one is |this time )?(?:about|for)\b(?P<brief>.*)",
    )
)
_OF_THIS = re.compile(
    r"\b(?:scenes?|slides?|heading|headline|subtitle|sentence|line \d|voice|music|logo|font|colou?r|background|"
    r"captions?|"
    r"subtitles?|transition|end card|presenter|avatar|draft|name|title|intro|outro|ending|opening|"
    r"version)\b"
)
_SHAPE = re.compile(
    r"(?:the |our |my )?(?:instagram|tiktok|youtube|linkedin|facebook|web(?:site)?|social|mobile|"
    r"story|stories)"
)


def brief_of_another(text: str) -> str:
    """The words of the brief where a message asks for another video; empty where it is about this one."""
    low = " ".join(text.lower().split())
    for opening in _OPENINGS:
        match = opening.match(low)
        if match is None:
            continue
        brief = match["brief"].strip(" .,!:-")
        head = low[: match.start("brief")]
        if _OF_THIS.search(head) or len(brief) < 4 or _SHAPE.fullmatch(brief):
            continue
        if re.search(r"\b(?:scene \w+|line \w+|the end card|the logo bigger)\b", brief):
            continue
        return brief
    return ""


_OF_BRIEFS = frozenset("set_duration set_format set_music set_avatar set_voice set_captions set_look "
                       "set_delivery".split())


def begins_brief(readings: Sequence[Reading | None]) -> bool:
    """Whether the first clause asks for another video, and those behind it only say how that is to be."""
    first, rest = (readings[0], readings[1:]) if readings else (None, ())
    if first is None or [one.name for one in first.commands] != ["new_production"] or not rest:
        return False
    return all(
        one is None or (not one.commands and not one.enquiries and all(p.op in _OF_BRIEFS for p in one.patches))
        for one in rest
    )
