"""Ellipsis: what is left out of a message because it was just said is put back, before the message is parted.

`both the logo and the captions should be larger` asks for two things, `neither music nor captions` forbids two, and
`while we're at it` only leads over to the next request.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tools.language.notes.patterns import Token, find

THINGS = "music/captions/logo/background/voice/transition/avatar/heading/typeface/speed"
_DET = "( the/our/my/her/his/those/these/this/that/any/all )*"
_ALSO = "( and | plus | as well as | along with | together with | and also | , )"
_SAYS = "should/must/need/needs/want/could/can/has/have/are/is/be/to/bigger/smaller/too/off/on/top/bottom/a/both"
_PAIR = f"both? {_DET} one=( {THINGS} ) {_ALSO} both? {_DET} two=( {THINGS} )"
_NEITHER = f"( neither/no ) {_DET} one=( {THINGS} ) nor no? {_DET} two=( {THINGS} )"
_NOT_BUT = f"( not | dont touch/change ) {_DET} one=( {THINGS} ) ( , | but )* {_DET} two=( {THINGS} )"
_LED_OVER = (
    "( while/whilst/when you/we/i are at it/that ) | ( on top of that/this ) | ( in addition ( to that )? ) | "
    "( ( the/my/our/and/one/a )* ( first/second/third/fourth/next/last/final/another/@ord/other ) ( and last )? "
    "( thing/point/request/wish/tweak/issue ) ( ( before/from/for ) ~ ~? ~? )? ( is that? | would be that? | , | : )? "
    ") | "
    "( apart/aside from that ) | ( other than that ) | ( besides that ) | ( one/two more thing/things ,/: ) | "
    "( at the same time ) | ( number one/two/@num ) | ( not only ) | ( as far as the? )"
)
_COUNTED = "first/second/third/fourth/firstly/secondly/thirdly/lastly/finally/@ord :/,"
_LIST = (
    f"verb=( remove | no | mute | dont want/need/use/have/show any? | turn/switch off? | make/put/set/want/have/get | "
    f"i/we dont want/need any? | use no ) {_DET} "
    f"list=( {_DET} ( {THINGS} ) ( ( , | and/or/nor/plus | as well as )+ {_DET} ( {THINGS} ) )+ )"
)
_OFF_LIST = (
    "( remove/no/off | ( everything/all/these/following )+ ( off/remove/out ) | ( turn/switch ) ( everything/all )? "
    f"off ) : list=( {_DET} ( {THINGS} ) ( ( , | and/or/nor/plus )* {_DET} ( {THINGS} ) )+ )"
)
_TAIL = frozenset(
    """off out away bigger smaller louder quieter abit much please thanks too top bottom medium now completely entirely
    all , remove""".split()
)
_QUALITIES = frozenset("loud quiet fast quick long short big small bigger smaller dark bright high low soft".split())
_BEFORE_TOO = frozenset(
    "is are way far much abit was be talk music captions logo voice speed video it she he still".split()
)
_SHOWN_AS = (
    "( can/could/may/might i/we )? ( ( show/see )+ ( me/us )? )? ( what/how ) ( would )? ( it/this/that/video ) "
    "( would )? look ( love )? ( in/with/as )"
)
_MOODS = frozenset("calm calmer upbeat cinematic playful inspiring tech".split())
_STEPS = frozenset("bigger smaller louder quieter top bottom medium".split())
_ENDS = frozenset(". ; ?".split())
_STARTS = frozenset(". ; ? , and but so".split())


def paired(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with what two things share said of each; before references are told, since `both` may be scenes."""
    found = _obliged(list(tokens))
    if any(token.norm == "@quote" for token in tokens):
        return found
    return _contrasted(_shared(_enumerated(_negated(found))))


def restored(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with full stops for words that only lead over to a further request."""
    found: list[Token] = []
    for token in tokens:
        twice = token.norm == "@scene" and bool(found) and found[-1].norm == "@scene" and _both(found[-1], token)
        found += [] if twice else [token]
    return _led(found)


def _both(one: Token, other: Token) -> bool:
    """Whether `both` only says again which scenes are meant: `scenes 2 and 3 both`."""
    return other.end - other.start == 4 and len(one.value.ids) == 2


def _stop(token: Token) -> Token:
    return Token(".", token.start, token.start)


def _obliged(tokens: list[Token]) -> list[Token]:
    """`has got to go` as `must go`, `is to loud` as `is too loud`; `what would it look like in square?` asks for it."""
    for at in range(1, len(tokens) - 1):
        before, here, after = (tokens[n].norm for n in (at - 1, at, at + 1))
        renamed = {"rename", "change", "set", "turn", "switch", "title", "call", "name"} & {t.norm for t in tokens[:at]}
        if here == "to" and after in _QUALITIES and before in _BEFORE_TOO and not renamed:
            tokens = [*tokens[:at], replace(tokens[at], norm="too"), *tokens[at + 1 :]]
    while match := find("as well as", tokens):
        joint = tokens[match.range(0)[0]]
        tokens = [*tokens[: match.range(0)[0]], replace(joint, norm="and"), *tokens[match.range(0)[1] :]]
    if find("make/be sure", tokens, at=0) is not None or find("ensure/see to? it? that?", tokens, at=0) is not None:
        end = next((n for n, token in enumerate(tokens) if token.norm in _ENDS), len(tokens))
        things = THINGS.split("/")
        stated = {n for n in range(1, end) if tokens[n].norm in ("is", "are") and tokens[n - 1].norm in things}
        tokens = [replace(token, norm="should") if n in stated else token for n, token in enumerate(tokens)]
    wished = find("if ( the/our/my )? ~ ~? ( could/can/would/was/were )", tokens, at=0)
    if wished is not None and {"would", "great", "perfect", "good", "nice", "lovely"} & {t.norm for t in tokens[4:]}:
        tokens = tokens[1:]
    instead = find("( instead of | rather than ) .? . ( ,/use/put/make/have/i/we/try/show/go )", tokens, at=0)
    worded = instead is not None and {"say", "read", "write"} & {token.norm for token in instead.tokens()}
    if instead is not None and not worded and instead.range(0)[1] < len(tokens):
        gone = {token.norm for token in instead.tokens()}
        tokens = tokens[instead.range(0)[1] - 1 :]
        if gone & _MOODS and (one := find("use/want/put/have/try the? ~ one", tokens, at=0)) is not None:
            last = one.range(0)[1] - 1
            tokens = [*tokens[:last], replace(tokens[last], norm="music"), *tokens[last + 1 :]]
    kept = find(f"leave {_DET} thing=( {THINGS} ) ( on/in/as/is )* ( but/only/just )+", tokens, at=0)
    if kept is not None and kept.range(0)[1] < len(tokens):
        rest = tokens[kept.range(0)[1] :]
        tokens = [*([] if set(THINGS.split("/")) & {t.norm for t in rest} else kept.tokens("thing")), *rest]
    span = find("( between | anywhere/somewhere from ) n=( @num/@dur ) ( and/to ) @dur", tokens)
    if span is not None:
        at, last = span.range("n")
        tokens = [*tokens[:at], replace(tokens[at], norm="@dur"), *tokens[last + 1 :]]
    played = find("play ~? ~? ~? in the? background", tokens)
    if played is not None:
        last = played.range(0)[1] - 1
        tokens = [*tokens[:last], replace(tokens[last], norm="music"), *tokens[last + 1 :]]
    reasons = find("why not a/an/the/this/that", tokens, at=0) is not None
    if not reasons and find("( why not | why dont we/you )", tokens, at=0) is not None and len(tokens) > 3:
        tokens = tokens[2:] if tokens[1].norm == "not" else tokens[3:]
    if match := find("longer/shorter/faster/slower by @dur/@pct", tokens):
        tokens = [*tokens[: match.range(0)[0] + 1], *tokens[match.range(0)[0] + 2 :]]
    if match := find("at @dur max/maximum/long/total/tops/flat/most", tokens):
        tokens = [*tokens[: match.range(0)[0]], *tokens[match.range(0)[0] + 1 :]]
    while match := find("( from/between )? scene to scene", tokens):
        tokens = [*tokens[: match.range(0)[0]], *tokens[match.range(0)[1] :]]
    for at in range(len(tokens)):
        shown = find(_SHOWN_AS, tokens, at=at) if at == 0 or tokens[at - 1].norm in _ENDS else None
        if shown is not None and shown.range(0)[1] < len(tokens):
            return _obliged([*tokens[:at], *tokens[shown.range(0)[1] :]])
    while match := find("( has/have/is )? got to", tokens):
        first, last = match.range(0)
        tokens = [*tokens[:first], Token("must", tokens[first].start, tokens[last - 1].end), *tokens[last:]]
    return tokens


def _led(tokens: list[Token]) -> list[Token]:
    at = 0
    while at < len(tokens):
        opening = at == 0 or tokens[at - 1].norm in _STARTS
        match = find(_LED_OVER, tokens, at=at) or (find(_COUNTED, tokens, at=at) if opening else None)
        if match is not None:
            last = match.range(0)[1]
            if last < len(tokens):
                tokens = [*tokens[:at], *([_stop(tokens[at])] if at else []), *tokens[last:]]
        at += 1
    return tokens


def _negated(tokens: list[Token]) -> list[Token]:
    match = find(_NEITHER, tokens)
    if match is None:
        return tokens
    first, last = match.range(0)
    opening = replace(tokens[first], norm="no", value=None)
    one, two = match.tokens("one")[0], match.tokens("two")[0]
    rest = tokens[last:]
    while rest and rest[0].norm in ("is", "are", "need", "needed", "want", "wanted", "necessary", "required", "be"):
        rest = rest[1:]
    return [*tokens[:first], opening, one, _stop(two), replace(opening, start=two.start, end=two.start), two, *rest]


def _enumerated(tokens: list[Token]) -> list[Token]:
    """`take out the captions, the music and the logo`, `make A, B and C bigger`, `off: A, B, C`: each on its own."""
    for at in range(len(tokens)):
        if at and tokens[at - 1].norm not in (*_STARTS, "please", "to", "you", "we", "just", "lets", "then"):
            continue
        match = find(_LIST, tokens, at=at) or (find(_OFF_LIST, tokens, at=at) if at == 0 else None)
        if match is None:
            continue
        last = match.range(0)[1]
        end = next((n for n in range(last, len(tokens)) if tokens[n].norm in _ENDS), len(tokens))
        tail = tokens[last:end]
        if any(token.norm not in _TAIL for token in tail):
            continue
        things = [token for token in match.tokens("list") if token.norm in THINGS.split("/")]
        denied = not match.has("verb") or match.tokens("verb")[0].norm in ("remove", "no", "mute", "dont", "i", "we")
        if denied and {token.norm for token in tail} & _STEPS:
            continue
        verb = list(match.tokens("verb")) if match.has("verb") else [replace(tokens[at], norm="no")]
        if len(things) < 2 or len({token.norm for token in things}) < len(things):
            continue
        each = [part for thing in things for part in (_stop(thing), *verb, thing, *tail)]
        return [*tokens[:at], *each[1:], *tokens[end:]]
    return tokens


def _shared(tokens: list[Token]) -> list[Token]:
    """`A and B should be larger`: each on its own."""
    for at in range(len(tokens)):
        if at and tokens[at - 1].norm not in _STARTS:
            continue
        match = find(_PAIR, tokens, at=at)
        if match is None:
            continue
        last = match.range(0)[1]
        end = next((n for n in range(last, len(tokens)) if tokens[n].norm in _ENDS), len(tokens))
        rest = [token for token in tokens[last:end] if token.norm != "both"]
        if not rest or rest[0].norm not in _SAYS.split("/"):
            continue
        one, two = match.tokens("one")[0], match.tokens("two")[0]
        return [*tokens[:at], one, *rest, _stop(two), two, *rest, *tokens[end:]]
    return tokens


def _contrasted(tokens: list[Token]) -> list[Token]:
    """`not the voice, the music louder`: the first is only what is not meant."""
    match = find(_NOT_BUT, tokens)
    if match is None or match.word("one") == match.word("two"):
        return tokens
    first, _ = match.range(0)
    place = match.range("two")[0]
    if place + 1 >= len(tokens) or first and tokens[first - 1].norm not in (*_STARTS, "no"):
        return tokens
    return [*tokens[:first], *([_stop(tokens[place])] if first else []), *tokens[place:]]
