"""Splitting: a message as the single requests in it, each without courtesy, and how sure its writer was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from renderers.looks import LOOKS
from tools.language.notes.courtesies import LEADS, REPORTS, without_tail
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.opening_words import (
    ACTED_ON,
    ACTING,
    BARE,
    DETERMINERS,
    JOINTS,
    NOUNS,
    NOUNS_TOO,
    OWNED,
    STRONG,
    TEXT_OPENERS,
    VERBS,
)
from tools.language.notes.patterns import Token, find
from tools.language.notes.verbless import next_place

_ASKS = "what/which/how/why/who/when/where"


@dataclass(frozen=True)
class Clause:
    """One request: its tokens as the rules read them, all of its tokens, and how it was said."""

    tokens: tuple[Token, ...]
    raw: tuple[Token, ...]
    question: bool = False
    correction: bool = False
    hedged: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.raw[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.raw[-1].end


_TAKING_BACK = frozenset("no nope wait actually sorry oops i mean , hmm that scratch hang on rather".split())


def clauses_of(tokens: Sequence[Token]) -> list[Clause]:
    """The requests in a message, in order."""
    pieces: list[tuple[list[Token], bool]] = []
    current: list[Token] = []
    for at, token in enumerate(tokens):
        if token.norm in (".", ";", "?"):
            if (
                _in_text(current)
                and (token.norm != "?" or {"@line", "line"} & {one.norm for one in current})
                and not _opens(tokens[at + 1 :], strong=True)
                and tokens[at + 1 :]
            ):
                current.append(token)
                continue
            pieces.append((current, token.norm == "?"))
            current = []
        elif (token.norm in JOINTS and current and _breaks(tokens, at, current)) or (
            token.norm in ("just", "only")
            and current[:1]
            and current[0].norm == "dont"
            and _opens(tokens[at + 1 :], strong=False)
        ):
            pieces.append((current, False))
            current = []
        elif next_place(tokens[at:], current) and not (_in_text(current) or _spoken(current)):
            pieces.append((current, False))
            current = [token]
        elif token.norm in ("with", "no") and current and _brings(tokens[at:], current):
            pieces.append((current, False))
            current = [token] if token.norm == "no" else []
        else:
            current.append(token)
    pieces.append((current, False))
    made = [clause for piece, question in pieces if piece and (clause := _clause(piece, question)) is not None]
    found: list[Clause] = []
    for clause in reversed(made):
        if found and {token.norm for token in clause.raw} <= _TAKING_BACK and clause.raw[0].norm != "i":
            found[-1] = replace(found[-1], correction=True)
        else:
            found.append(clause)
    return found[::-1]


_SPOKEN = frozenset(
    """say read heading title subtitle line words script endcard cta address add replace @line @scene mention talk strap
    rename call change rewrite write card name role put insert""".split()
)
"""Words before a colon after which a text may come."""


def _in_text(current: Sequence[Token]) -> bool:
    """Whether what comes belongs to words that are to be said or shown."""
    norms = [token.norm for token in current]
    if ":" in norms[1:3] and norms[norms.index(":") - 1] in ("@scene", "things", "thing", "changes", "notes", "points"):
        norms = norms[norms.index(":") + 1 :]
    if "@quote" in norms:
        return norms[-1] == ":"
    return ":" in norms[1:] and not _SPOKEN.isdisjoint(norms[: norms.index(":", 1)])


def _spoken(current: Sequence[Token]) -> bool:
    norms = [token.norm for token in current]
    if "@quote" in norms:
        return False
    for at, norm in enumerate(norms):
        if norm == "read" and at and norms[at - 1] in ("can", "could", "not", "hardly", "barely"):
            continue
        if norm in TEXT_OPENERS and at + 1 < len(norms) and norms[at + 1] != "@quote":
            return True
        if norm in ("say", "read") and at + 1 == len(norms):
            return True
    if norms[:1] in (["change"], ["replace"], ["rename"], ["set"], ["call"], ["add"]) and (
        {"heading", "title", "subtitle", "cta", "endcard", "@line", "line", "call"} & set(norms)
    ):
        return "to" in norms or "with" in norms or norms[0] == "call"
    return False


_LABEL = (
    "( the/her/his )? ( @scene )? ( heading/cta/address/endcard/role/name/subtitle/strap/@line ) ( in/of/on )* "
    "( @scene/endcard )? :"
)
"""What opens a request of its own even after words that are to be shown: `call to action: …, address: …`."""


_LEADING = frozenset("and can could would will should you we i please".split())


def _breaks(tokens: Sequence[Token], at: int, current: Sequence[Token]) -> bool:
    rest = tokens[at + 1 :]
    while rest and rest[0].norm in JOINTS:
        rest = rest[1:]
    if not rest:
        return False
    if find(". ( love/as ) @quote", rest, at=0) and {"say", "pronounce", "talk"} & {token.norm for token in current}:
        return True
    if _in_text(current) or _spoken(current):
        sounded = {"say", "love"} <= {t.norm for t in current} or "pronounce" in {t.norm for t in current}
        if (sounded or tokens[at].norm in ("also", "plus", "then", ";")) and _opens(rest, strong=False):
            return True
        return _opens(rest, strong=True) or find(_LABEL, rest, at=0) is not None
    between = "between" in {token.norm for token in current[-3:]}
    if tokens[at].norm == "and" and between and current[-1].norm in ("@num", "@dur"):
        return False
    if "@scene" in {t.norm for t in current} and find("~ ( in/for/behind/on )+ the? @scene", rest, at=0):
        return True
    if "@scene" in {t.norm for t in current} and find(_PLACED, rest, at=0):
        return True
    lone = rest[0].end - rest[0].start == 4 and (len(rest) == 1 or rest[1].norm in (".", ";", ",", "and"))
    if lone and rest[0].norm in ("slowdown", "slow", "fast") and "music" in (said := {t.norm for t in current}):
        return bool(said & {"turn", "down", "up"})
    if tokens[at].norm == "also" and {token.norm for token in current} <= _LEADING:
        return False
    if tokens[at].norm == "or" or (
        tokens[at].norm == "also" and find("( in/on/at @scene ,? ) | ( and? there )", current, whole=True)
    ):
        return False
    return _opens(rest, strong=False) or (tokens[at].norm in (",", "but") and _corrects(rest))


def opens_request(rest: Sequence[Token]) -> bool:
    """Whether what begins here has the form of a request or a question."""
    return _opens(rest, strong=False) or _corrects(rest)


_MARKS = "music/captions/voice/logo/background/typeface/transition"
_STEPS = "bigger/smaller/louder/quieter/faster/slower/calmer/no/off/on/top/bottom/higher/lower"


_ASSIGNED = (
    "( . as ( the/our/a/new )* voice/avatar/music/background ) | "
    "( ( main/primary/secondary/accent/highlight ) colour? ( to/in/is/should/be/: )* @colour ) | "
    "( @colour accent/primary/main/secondary ) | ( a/an/the/in square/vertical/landscape ) | "
    "( @pct/@db slower/faster/quieter/louder/shorter/longer ) | ( body/heading ( text/typeface/words )* ( in/to ) ~ ~ )"
)
"""A value with what it is for: `… and Clara as voice`, `…, primary colour green`, `… and a square picture`."""
_PLACED = (
    "( him/her/it/avatar/logo/captions/maya/daniel ) ( on/at/in/to )* the? ( left/right/middle/centre/center/corner/"
    "top/bottom ) ( in/on/for/behind )+ the? @scene"
)
"""Who stands where, in another scene than the one before: `…, and him on the right in scene 3`."""
_LOOKS = f"( look/style ) ( {'/'.join(sorted(LOOKS))} )"
_ASKED = frozenset("is are do does did much many long about can would if voice music draft".split())
_IN_A_SCENE = VERBS | frozenset("the heading subtitle line she he".split())


def _opens(rest: Sequence[Token], *, strong: bool) -> bool:
    """Whether a request begins here."""
    if find(f"so ( is/are/do/does/should/must/can ) ( the/our/my )? {NOUNS}", rest, at=0):
        return True
    rest = _without_courtesy(rest)
    if not rest:
        return False
    norms = [token.norm for token in rest[:4]]
    if strong and find("( i/we would want/prefer ) | ( can/could you ) | ( dont show/use )", rest, at=0):
        return True
    if find(f"( {_STEPS} ) {_MARKS} | ( the/our )? {_MARKS} ( is/are/should/must be? )? too? ( {_STEPS} )", rest, at=0):
        return True
    if strong:
        return (
            norms[0] in STRONG
            and len(norms) > 1
            and (norms[1] in ("the", "it", "a", "all", "our", "my") or norms[1] in NOUNS.split("/"))
        )
    if find("( a/the )? dark/light/darker/lighter/black/white mode/look/theme/design/background", rest, at=0):
        return True
    placed = find("( in/on/at/for ) @scene ,?", rest, at=0)
    if placed is not None and placed.range(0)[1] < len(rest) and rest[placed.range(0)[1]].norm in _IN_A_SCENE:
        return True
    if norms[0] in VERBS or norms[0] in BARE or (
        len(norms) > 1 and norms[0] in ACTING and (norms[1] in ACTED_ON or norms[0] == "pause")
    ):
        return True
    if find(_LOOKS, rest, at=0) and (len(rest) == 2 or rest[2].norm in JOINTS | {".", "?", "!"}):
        return True
    if find("the? same/likewise/ditto ( thing )? ( for/with/to/goes )", rest, at=0) or find(_ASSIGNED, rest, at=0):
        return True
    if norms[0] == "which" and norms[1:2] in (["is"], ["are"]) and set(norms[2:]) & {"too", "so", "abit", "very"}:
        return False
    if norms[0] in _ASKS.split("/") and len(norms) > 1:
        return norms[1] in _ASKED
    if find("( i/we would? want/need/love ) | ( can/could/would you/we ) | ( i hate )", rest, at=0):
        return True
    if find("it/they/she/he should/need/needs/must/could/sound/look/feel/is/drag/want/talk", rest, at=0):
        return True
    if find(f"( the/a/an/our/my/some/another/all/her/his ) .? .? {_MARKS}", rest, at=0):
        return not find(f"{NOUNS} and/or", rest, at=0)
    return bool(find(f"( the/a/an/our/my/some/another/all/her/his )? {NOUNS}", rest, at=0)) or norms[0] == "please"


def _corrects(rest: Sequence[Token]) -> bool:
    return bool(
        find("no/actually/wait/sorry/rather/scratch/correction | i mean | make that | on second thought", rest, at=0)
    )


def _brings(rest: Sequence[Token], current: Sequence[Token]) -> bool:
    """`make it vertical with calm music and no captions`: what comes along is a request of its own."""
    if current[-1].norm in ("same", "thing", "likewise"):
        return False
    own = _without_courtesy(current)
    first = own[0].norm if own else ""
    if rest[0].norm == "no" and first in ("make", "video", "vertical", "square", "landscape", "@dur"):
        return bool(find("no music/captions/logo/background/transition", rest, at=0))
    if first not in ("make", "vertical", "square", "landscape", "@dur", "do", "render") or {"say", "read", ":"} & {
        token.norm for token in current
    }:
        return False
    if "music" in {token.norm for token in current} and find("with ( a/an/the/some )? .? .? music", rest, at=0):
        return False
    return bool(
        find("with ( a/an/the/some )? .? .? music/captions/voice/avatar/background/logo/hardcut/dissolve", rest, at=0)
    )


def _without_courtesy(tokens: Sequence[Token]) -> list[Token]:
    return list(tokens[_courtesy(tuple([token.norm for token in tokens])) :])


@lru_cache(maxsize=8192)
def _courtesy(norms: tuple[str, ...]) -> int:
    """How many words at the beginning only lead up to a request."""
    return len(norms) - len(_without_leads([Token(norm, 0, 0) for norm in norms]))


def _without_leads(rest: list[Token]) -> list[Token]:
    while rest and (
        rest[0].norm in FILLERS | {"first", "still", "only"}
        and len(rest) > 1
        and rest[1].norm not in ("one", "two", "draft", "line")
        or rest[0].norm in JOINTS
    ):
        rest = rest[1:]
    for lead in LEADS:
        match = find(lead, rest, at=0) if rest else None
        if match and match.range(0)[1] < len(rest) and not any(t.norm == "@scene" for t in match.tokens()):
            return _without_leads(rest[match.range(0)[1] :])
    if len(rest) > 2 and rest[0].norm in ("i", "we") and rest[1].norm in ("want", "dont"):
        rest = rest[1:]
    elif len(rest) > 3 and rest[0].norm in ("i", "we") and rest[1].norm == "would" and rest[2].norm in ("want", "love"):
        rest = rest[2:]
    if len(rest) > 2 and rest[0].norm == "do" and rest[1].norm in VERBS | {"@dur"}:
        return rest[1:]
    told = find(REPORTS, rest, at=0) if rest else None
    if told is not None and _reported(rest, told.range(0)[1]):
        return _without_leads(rest[told.range(0)[1] :])
    if (
        len(rest) > 2
        and rest[0].norm in ("can", "could", "should", "would", "may", "might", "shouldn't")
        and rest[1].norm not in ("you", "we", "i", "not")
    ):
        rest = rest[1:]
    return rest


_SPEAKERS = frozenset("i we you it she he they avatar voice this that there which who what dont not no lets".split())


def _reported(rest: Sequence[Token], end: int) -> bool:
    """Whether the words before `end` only tell who wants it, and a request follows."""
    before = [token.norm for token in rest[:end]]
    if end >= len(rest) or _SPEAKERS & set(before[:-1]) - {"it", "that", "you", "we"} or before[0] in _SPEAKERS:
        return False
    if any(norm.startswith("@") or norm in NOUNS.split("/") or norm in VERBS for norm in before[:3]):
        return False
    after = rest[end:]
    if find("( a/an/the/no )? ~? ( male/female/man/woman ) avatar/voice", after, at=0) is not None:
        return True
    if after[0].norm in ("@quote", ":") or len(after) < 2 and after[0].norm not in BARE:
        return False
    if find("( the/our/my )? accent/main/primary/secondary/highlight", after, at=0) is not None:
        return True
    return _opens(after, strong=False) or after[0].norm in ("less", "more", "dark", "light", "bigger", "smaller")


def clause_of(tokens: Sequence[Token], *, question: bool = False) -> Clause | None:
    """A part of a message as one request; None where it holds no word."""
    return _clause(tokens, question)


def holds_text(tokens: Sequence[Token]) -> bool:
    """Whether words that are to be said or shown stand in it without quotation marks."""
    return "@quote" not in {token.norm for token in tokens} and _spoken(_without_courtesy(tokens))


_HEDGES = frozenset("maybe perhaps possibly might wonder unsure".split())


def _clause(piece: Sequence[Token], question: bool) -> Clause | None:
    raw = list(piece)
    while raw and raw[0].norm in JOINTS | {":"}:
        raw = raw[1:]
    while raw and raw[-1].norm in JOINTS:
        raw = raw[:-1]
    if not raw:
        return None
    tokens = list(raw)
    correction = False
    while match := find(
        "( no/nope ,? ( wait/actually/sorry | i mean )? ,? ) | ( actually/wait/sorry/rather/correction/oops ,? ) "
        "| ( i mean/meant ,? ) | ( or rather ,? ) | ( scratch/forget/ignore that ,? ) | ( on second thought "
        ",? ) | ( make that )",
        tokens,
        at=0,
    ):
        end = match.range(0)[1]
        if not 0 < end < len(tokens) or (
            tokens[0].norm == "no"
            and end == 1
            and (
                tokens[1].norm not in VERBS | {"@scene", "@line", "the"}
                or (tokens[1].norm in NOUNS_TOO and tokens[1].start - tokens[0].end < 2)
                or str(tokens[0].value).startswith("without")
            )
        ):
            break
        correction, tokens = True, tokens[end:]
        while tokens and tokens[0].norm in JOINTS | {"no"} and len(tokens) > 1 and tokens[0].norm != "no":
            tokens = tokens[1:]
    hedged = bool(_HEDGES & {token.norm for token in raw})
    tokens = _without_courtesy(tokens)
    tokens = _without_courtesy([token for token in tokens if token.norm not in FILLERS] or tokens)
    doubt = find("( i/we? dont think/believe | i/we doubt ) that? we/you/it?", tokens, at=0)
    if doubt is not None and doubt.range(0)[1] < len(tokens):
        first = tokens[0]
        tokens = [Token("dont", first.start, first.end), *tokens[doubt.range(0)[1] :]]
    if len(tokens) > 2 and tokens[0].norm == "not" and tokens[1].norm in VERBS:
        tokens = [replace(tokens[0], norm="dont"), *tokens[1:]]
    tokens = without_tail(tokens)
    kept = [token for token in tokens if token.norm not in FILLERS] or tokens
    return Clause(tuple(kept), tuple(raw), question, correction, hedged) if kept else Clause((), tuple(raw), question)


def undetermined(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without articles, as most rules read them; `her` stays where it is no possessive."""
    following = [*(token.norm for token in tokens[1:]), ""][: len(tokens)]
    return tuple(
        token
        for token, after in zip(tokens, following, strict=True)
        if token.norm not in DETERMINERS and not (token.norm in ("her", "his") and after in OWNED)
    )
