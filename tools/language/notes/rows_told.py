"""Rows told: requests that share a verb, a thing or a place with those beside them, each said in full.

`two small changes: …` only announces. `the music is too fast and too loud` says two things of one. `heading on 2 …, on
3 …` names its thing once. `calm -> cinematic` says what is there and what is to come.
"""

from __future__ import annotations

import re

from tools.language.notes.context import Context
from tools.language.notes.repairs import kinds_of

_COUNT = (
    r"(?:a|an|one|two|three|four|five|six|some|couple|of|few|the|my|our|these|following|several|more|last|final|other|"
    r"quick|small|smaller|tiny|little|minor|short|simple|easy|just|only|\d)"
)
_MATTER = (
    r"(?:things?|changes?|remarks?|points?|tweaks?|fix(?:es)?|bits?|requests?|comments?|corrections?|wishes|notes?|"
    r"issues?|edits?|adjustments?|favou?rs?|(?<=quick )one|(?<=small )one|amends|amendments?|asks?)"
)
_ANNOUNCED = re.compile(
    rf"(?P<before>^|[.!?,;:]\s+)(?:(?:can|could|would|will) (?:you|we|i) (?:please |pls )?(?:do|make|ask(?: for)?|have|"
    rf"get) (?:me )?|(?:i|we)(?:'ve| have|'d like| would like| want| need)?(?: got| only| just| still)* |"
    rf"here (?:are|come) |just |only |so |ok |and )*(?!\w+ more point)(?:{_COUNT} )+{_MATTER}(?: to (?:change|do|fix|"
    rf"mend))?"
    rf"(?: (?:please|pls|plz|for you|from (?:me|us|my side|our side)|then|today|here|left|before \w+))*\s*"
    rf"(?:[:,.–—-]+\s+|(?=\(?(?:1|a|i)[).:]))",
    re.IGNORECASE,
)
_COUNTED_OFF = re.compile(
    r"(?P<before>^|[.!?;:]\s+)(?:one|two|three|four|firstly|secondly|thirdly|lastly|number \w+|first up|next up),\s+"
    r"(?=\w)",
    re.IGNORECASE,
)
_TOO = re.compile(
    r"\b(?P<thing>(?:(?:the|our|her|his|my|this|that) )(?:[\w-]+ ){0,2}?[\w-]+) (?P<is>is|are|sounds?|looks?|seems?|"
    r"feels?|was) (?P<one>(?:\w+ )?(?:too|a bit|a little|quite|very|rather|so) \w+),?(?: and| but|,| plus)(?: also)? "
    r"(?:(?:it|they)(?:'s| is|'re| are) )?"
    r"(?P<two>(?:way |far |much |also )?too \w+)(?=\W|$)",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"^(?P<it>\W*(?:(?:ok|hm|so|and|but|well)\W+)*it(?:'s| is| sounds?| looks?)) (?P<what>[^.;]{4,60}?),? "
    r"(?P<thing>(?:the|that|this|our) (?:\w+ )?"
    r"(?:music|logo|voice|captions|subtitles|track|speech|text))(?: i mean| that is)?(?=\W*$)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",? (?:the|that|our) (?P<thing>music|logo|voice|captions|subtitles) (?:i mean|that is),?(?: i\.?e\.?)?", re.I
)
_REVERSED = re.compile(r"\b(?P<side>left|right)[- ](?P<row>top|bottom|upper|lower)\b(?! of)", re.IGNORECASE)
_LOWERED = re.compile(
    r"\bdrop (?=(?:the |that )?(?:music|volume|sound|track)\b(?: volume| level)?,? (?:a (?:little|bit|touch|tad|"
    r"notch)|slightly|"
    r"down|by|some|somewhat))",
    re.IGNORECASE,
)
_INTO = re.compile(
    r"\b(?P<how>(?:dissolve|wipe|push|cut|whip|fade|zoom|hard cut)s?) (?P<to>into|to|before|after) (?P<number>[2-9]|"
    r"1\d)\b"
    r"(?! ?(?:s|secs?|seconds|fps)\b)",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"\b(?P<of>line|sentence|heading|title)(?P<in> (?:of|in|from)) the (?P<nth>\w+) one\b", re.IGNORECASE
)
_IN_ROW = re.compile(
    r"\b(?P<in>in|on|for) (?P<number>[2-9]|1\d)\b(?! ?(?:s|secs?|seconds|minutes|fps|languages|days|weeks|steps)\b)"
)
_HELD = re.compile(
    r"^\W*(?:please )?(?:don'?t|do not|no need to) (?:change|touch|alter) (?:any|the|a|my|our)? ?[\w ]{3,25}[,;.–-]+ "
    r"(?:but )?(?:just|only) "
    r"(?:change |do |touch )?(?:the |its )?(?P<thing>look|music|voice|background|captions|logo|format)"
    r"\s*:\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BOTH_WAYS = re.compile(
    r"\b(?P<thing>(?:the|our|her|his|my) (?:[\w-]+ ){0,1}?(?:music|logo|captions|subtitles|voice|track|speech)) "
    r"(?P<is>(?:should|must|could|can|needs to|has to|ought to) be) (?P<one>[\w ]{3,20}?)(?: and|, and|,)(?: also)? "
    r"(?P<two>(?:a bit |a little |much |slightly )?(?:louder|quieter|softer|faster|slower|calmer|bigger|larger|smaller|"
    r"(?:at|on|in) the (?:top|bottom|left|right)[\w ]*))(?=\s*(?:[.,;!]|$))",
    re.IGNORECASE,
)
_SWAPPED = re.compile(
    r"(?:\b(?P<scenes>scenes? ))?(?<![\d.])(?P<one>\d{1,2}) (?:&|and|\+) (?P<two>\d{1,2}) swap(?:ped|s)?\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\bbehind (?:nr\.? |no\.? |number )?(?P<number>\d{1,2})\b(?! ?(?:s|secs?|seconds)\b)", re.IGNORECASE
)
_ON_CARD = re.compile(
    r"\b(?P<card>end ?(?:card|screen))\s*[:,–-]\s*(?=(?:web )?(?:address|url|link|call to action|button|headline|cta)"
    r"\b)",
    re.IGNORECASE,
)
_SECOND_ONE = re.compile(
    r"(?P<before>\b(?:first|second|third|last|opening) (?P<kind>line|sentence) (?:of|in|from) (?P<place>scene \w+|the "
    r"[\w ]{2,25}? scene)\b.*?[.,;!?][\"'”’]?\s+(?:(?:and|then|also|but)\s+)*)the (?P<nth>first|second|third|last|next|"
    r"other) one\b(?! (?:in|of|from|about|with)\b)",
    re.IGNORECASE | re.DOTALL,
)
_ARROW = re.compile(
    r"(?P<lead>^|[,;.:\n]\s*|\band )(?P<thing>(?:the )?(?:music|voice|presenter|avatar|background|look|logo|format|fps|"
    r"speed|accent|primary|font|heading font|body font|captions)[: ]+)?(?P<old>[^,;.:>\n]{1,30}?)\s*(?:->|=>|→|-->)\s*"
    r"(?P<new>[^,;.:>\n]{1,30}?)(?=\s*(?:[,;.\n]|$| and ))",
    re.IGNORECASE,
)
_NAMES = {"mood": "music ", "colour": "", "background": "background ", "look": "look ", "shape": "make it "}
_PLACE = r"(?:(?:on|of|in|for|at)\s+)?(?:(?:scene|sc\.?)\s+)?(?P<{0}>\d{{1,2}})"
_FIELD = r"(?P<field>headings?|headlines?|titles?)"
_ROW = re.compile(
    rf"^(?P<lead>\W*(?:(?:please|pls|can you|could you|make|change|set|let|put|new|the|and) )*){_FIELD}\s+(?:(?:on|"
    rf"of|in|"
    r"for|at)\s+)(?:(?:scenes?|sc\.?)\s+)?(?P<first>\d{1,2})\s*(?:to|:|should (?:be|say|read)|reads?|says?|is|=)?\s+"
    r"(?P<rest>.+?,?\s+(?:and\s+)?(?:on|of|in|for|at)\s+(?:scene\s+)?\d{1,2}\s.+)$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\s*(?:,|;|\band\b|,\s*and\b)\s*(?:on|of|in|for|at)\s+(?:scene\s+)?(?P<number>\d{1,2})\s*(?:to|:|should (?:be|say|"
    r"read)|reads?|says?|is|=)?\s+",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\bscene (?P<one>\w+) (?:heading|headline|title):? (?P<first>[^,;:.\"“']{2,50}?),?(?: and|,|;) scene (?P<two>\w+) "
    r"(?:heading|headline|title):? (?P<second>[^,;:.\"“']{2,50}?)(?=\s*(?:[,;.!]|$))",
    re.IGNORECASE,
)


def rows_told(context: Context, text: str) -> str:
    """The text with what is only announced left out, and with each request of a row said in full."""
    told = _ANNOUNCED.sub(lambda found: found["before"], text)
    if re.search(r"\btwo,\s|\bsecondly,|\bnumber two,|\bnext up,", told, re.IGNORECASE):
        told = _COUNTED_OFF.sub(lambda found: found["before"], told)
    told = told if re.search(r"\w", told) else text
    told = re.sub(r"\bfurther (?:away|out|back)\b", "wider", told, flags=re.IGNORECASE)
    told = _AFTERWARDS.sub(r"\g<thing> is \g<what>", told)
    told = _HELD.sub(r"\g<thing>: \g<rest>", told)
    told = _REVERSED.sub(r"\g<row> \g<side>", _LOWERED.sub("lower ", told))
    told = _INTO.sub(r"\g<how> \g<to> scene \g<number>", told)
    if re.search(r"\bscene\b", told, re.IGNORECASE):
        told = _OF_ONE.sub(r"\g<of>\g<in> the \g<nth> scene", told)
    if len(_IN_ROW.findall(told)) > 1 or re.match(r"\W*leave scenes?\b", told, re.IGNORECASE):
        told = _IN_ROW.sub(r"\g<in> scene \g<number>", told)
    told = _TOO.sub(r"\g<thing> \g<is> \g<one> and \g<thing> \g<is> \g<two>", told)
    told = _BOTH_WAYS.sub(r"\g<thing> \g<is> \g<one> and \g<thing> \g<is> \g<two>", told)
    told = _SWAPPED.sub(r"swap scenes \g<one> and \g<two>", told)
    told = _BEHIND.sub(r"behind scene \g<number>", told)
    told = _ON_CARD.sub(r"\g<card> ", told)
    told = _SECOND_ONE.sub(r"\g<before>the \g<nth> \g<kind> of \g<place>", told)
    told = _headings(told)
    if re.search(r"->|=>|→", told):
        told = _ARROW.sub(lambda found: _arrow(context, found), told)
    return told


def _headings(text: str) -> str:
    """`heading on 2 Sunlight indoors, on 3 Just 89 euros`: the heading of each scene."""
    found = _ROW.match(text)
    if found is not None and '"' not in text:
        number, rest, told = found["first"], found["rest"].rstrip(" .!"), []
        while (border := _NEXT.search(rest)) is not None:
            told.append((number, rest[: border.start()].strip(" ,;")))
            number, rest = border["number"], rest[border.end() :]
        told.append((number, rest.strip(" ,;")))
        if all(1 <= len(words.split()) <= 6 for _, words in told):
            return "; ".join(f'heading of scene {one}: "{words}"' for one, words in told)
    return _HEADED.sub(r'heading of scene \g<one>: "\g<first>", heading of scene \g<two>: "\g<second>"', text)


def _arrow(context: Context, found: re.Match[str]) -> str:
    """`voice clara -> helen`: what is to come, where both are values of one kind."""
    old, new = kinds_of(context.situation, found["old"].strip()), kinds_of(context.situation, found["new"].strip())
    both = old & new
    if not both:
        return found[0]
    thing = found["thing"] or next((_NAMES[kind] for kind in both if kind in _NAMES), "")
    return f"{found['lead']}{thing}{found['new'].strip()}" if thing else found[0]
