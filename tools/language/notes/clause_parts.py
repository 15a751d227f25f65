"""Parts of clauses: what is left of a clause when what asks for nothing is put aside, and which words are light."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tools.language.notes.context import Context
from tools.language.notes.opening_words import NOUNS
from tools.language.notes.patterns import Token
from tools.language.notes.splitting import Clause

LIGHT = frozenset(
    """a an the this that these those it its it's i i'd i'll i'm i've we we'd we'll we've we're us me my our ours you
    your yours they them their he she her him one ones one's thing things is are was were be been being am do does
    did done have has had having will would could can can't should shall may might must ought to of in on at for
    from with by as and so but if then there here up just please pls plz kindly now again also too really quite
    actually maybe perhaps ok okay well um uh hmm hm oh ah hey hi hello thanks thank cheers ta thx yes yeah yep yup
    right sure alright fine great good perfect lovely cool nice sorry let lets let's want wanted need needed like
    love get got give gives go going ahead over quickly quick possible asap today tomorrow moment later soon already
    still once more back bit little think guess tbh honestly simply basically anyway after all about able way what's
    whats that's thats there's who which some any for's team client boss director manager wife husband colleague
    colleagues customer ceo legal sales marketing yours u ur everyone everybody guys mate dear""".split()
)
"""Words that ask for nothing on their own."""
HEAVY = (
    frozenset(NOUNS.split("/"))
    | frozenset(
        """remove add put change swap switch turn replace move duplicate split merge lock unlock rename rewrite shorten
    lengthen speedup slowdown mute faster slower shorter longer louder quieter bigger smaller darker lighter
    vertical square landscape fourfive no bold dont instead srt vtt gif mp4 webm mov mp3 wav pdf poster thumbnail
    warmer calmer higher lower""".split()
    )
) - {"video", "words"}
"""Words that name what could be changed, or how; nothing with one of them is put aside."""
_LOOSE = frozenset(", and but .".split())
_WISHING = frozenset("should must could can let needs dont make give show start stop leave use need bring keep".split())
_JOINTS = frozenset(", to because since so for before when while but and though until till if .".split())
NEGATION = re.compile(r"\b(?:no|not|never|don't|dont|without|won't|can't|shouldn't|nothing|nobody)\b")


@cache
def _bounded(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w']){pattern}(?![\w])")


@dataclass(frozen=True)
class Part:
    """A part of a clause: its words as typed, small, and the text of it."""

    words: tuple[str, ...]
    text: str
    tokens: tuple[Token, ...]

    def has(self, pattern: str) -> bool:
        """Whether the expression is found in the text at the ends of words."""
        return _bounded(pattern).search(self.text) is not None

    def only(self, words: str) -> bool:
        """Whether nothing stands there but light words and these."""
        own = set(words.split())
        return all(word in LIGHT or word in own or not re.search(r"[a-z0-9]", word) for word in self.words)


def parts_of(context: Context, clause: Clause) -> Iterator[Part]:
    """The clause, then the clause without what is put aside behind or before a joint."""
    raw = clause.raw
    yield part_of(context, raw)
    for at, token in enumerate(raw):
        if token.norm in _JOINTS and 0 < at < len(raw) - 1:
            if not _weighs(raw[at + 1 :]) and not (token.norm in _LOOSE and _asks_for(raw[at + 1 :])):
                yield part_of(context, raw[:at])
            if token.norm in (",", "but", "so", "and") and not _weighs(raw[:at]) and not _asks_for(raw[:at]):
                yield part_of(context, raw[at + 1 :])


def _asks_for(tokens: Sequence[Token]) -> bool:
    """Whether something may be asked for in words that nobody foresaw; then it is not put aside."""
    return bool({token.norm for token in tokens} & _WISHING)


def _weighs(tokens: Sequence[Token]) -> bool:
    return any(token.norm in HEAVY or token.norm.startswith("@") for token in tokens)


def part_of(context: Context, tokens: Sequence[Token]) -> Part:
    """The part of a clause that these tokens are."""
    text = context.text[tokens[0].start : tokens[-1].end].lower()
    text = re.sub(r"\bv\.?(\d)", r"version \1", text)
    text = re.sub(r"\bno\.? ?(?=\d)", "number ", text)
    return Part(tuple(re.findall(r"[\w'.-]*\w|[^\w\s]", text)), text, tuple(tokens))
