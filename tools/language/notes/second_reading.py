"""The second reading: a clause that no rule reads, by the second opinion, as one request or as several in a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tools.language.notes.context import Context, Reading, ask
from tools.language.notes.filling import VALUED, filled
from tools.language.notes.frame_words import Request, Words
from tools.language.notes.frame_words import families as typefaces
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.limits import REFUSALS
from tools.language.notes.meaning import with_meaning
from tools.language.notes.opinion import opinions, weights
from tools.language.notes.opinion_features import features
from tools.language.notes.opinion_kinds import ASK, NOTHING, kinds_of
from tools.language.notes.patterns import Token, find
from tools.language.notes.phrasing import phrased
from tools.language.notes.restating import KINDS, restated
from tools.language.notes.restating_words import HEAVY, NEGATIONS
from tools.language.notes.splitting import Clause, undetermined
from tools.language.notes.together import together

SURE = 0.75
"""From this share on a kind is taken for what was meant, among those that the values of the clause allow."""
LIKELY = 0.4
"""So likely it has to be among all kinds."""
FIRM = 0.85
"""So likely it has to be among all kinds to go before a question that a rule asks back."""
UNLIKELY, CERTAIN = 0.02, 0.97
"""Below the one, and another kind from the other on, what a rule makes of a clause is not done."""
DOUBT = 0.4
"""So likely a request in what seems to be an aside is enough not to put it aside."""
ASIDE = 0.2
"""Below this share of `nothing` no part of a message is put aside."""
_OPEN_REASONS = frozenset("because since as otherwise".split())
_SAME = (
    "( and/with/but/the/keep/leave )* same music/voice/logo/captions/avatar/typeface/colour/background/aspect/duration"
)
_ENQUIRING = frozenset("do does did is are was were has have what which who whose how when where why".split())
"""How a question begins that wants an answer and no change."""
_MOST_TOKENS = 48
_MOST_PARTS = 5
_MOST_BREAKS = 16
_JOINTS = frozenset(", and also then plus but ; . : so".split())
_MARKS = frozenset(", ; . : ? !".split())

Read = Callable[[Request], Reading | None]


@dataclass(frozen=True)
class Part:
    """A part of a clause, what it is said again as (nothing where it asks for nothing), and how likely that is."""

    requests: tuple[Request, ...]
    share: float
    kind: str
    tokens: tuple[Token, ...]
    reading: Reading | None = None  # where the values of the clause were read without saying it again


def seconded(context: Context, clause: Clause, reading: Reading | None, read: Read) -> Reading | None:
    """A reading with what the second opinion makes of that which the rules left open.

    `read` reads requests in the plainest words.
    """
    if not context.second or context.board is None or not clause.raw:
        return reading
    found = _seconded(context, clause, reading, read)
    if found is None or found.question or not _unheard(context, clause.raw, found):
        return found
    again = second_reading(context, clause.raw, read, question=clause.question)
    heard = again is not None and _acts(again) and not _unheard(context, clause.raw, again)
    return again if heard else ask(_which(context, clause))


def _seconded(context: Context, clause: Clause, reading: Reading | None, read: Read) -> Reading | None:
    if find(_SAME, clause.raw, whole=True) is not None:
        return Reading(kept=True)
    if reading is not None and reading.unknown:
        return _completed(context, clause, reading, read)
    if reading is not None and _acts(reading):
        return _weighed(context, clause, reading, read)
    if reading is not None and reading.question in REFUSALS:
        return reading
    if reading is not None and not reading.question.startswith("What should change"):
        # What a rule asks back stands, unless it is next to certain what was meant.
        return second_reading(context, clause.raw, read, question=clause.question, firm=True) or reading
    return second_reading(context, clause.raw, read, question=clause.question) or reading


def _weighed(context: Context, clause: Clause, reading: Reading, read: Read) -> Reading:
    """What the rules made of a clause; where that is most unlikely, what is next to certain, or a question."""
    tokens = [token for token in clause.raw if token.norm not in ("?", "!")]
    made = reading.patches or reading.commands
    if not made or not 2 <= len(tokens) <= _MOST_TOKENS or not with_meaning():
        return reading
    amounts = [token.value for token in tokens if isinstance(token.value, float)]
    own = kinds_of(context, reading, amounts) & set(weights(True).kinds)
    families = {kind.partition(".")[0] for kind in own}
    shares: Mapping[str, float] = {}
    best = NOTHING
    for meant in (False, True):  # what the words alone allow needs no look at the meaning, which takes longer
        if meant and not context.look_up():
            return reading
        shares = opinions([features(tokens, context.text, question=clause.question, meant=meant)])[0]
        best = next(iter(shares))
        if not own or sum(shares.get(kind, 0.0) for kind in own) > (UNLIKELY if meant else 0.1):
            return reading
    if shares[best] < CERTAIN or best in (ASK, NOTHING) or best.partition(".")[0] in families:
        return reading
    again = second_reading(context, tokens, read, question=clause.question, firm=True)
    if again is not None and _acts(again):
        return again
    return ask("Shall I do that?", *(phrased(context, patch) for patch in reading.patches[:3]))


_SOUNDS = frozenset("riser whoosh chime sting".split())


def _unheard(context: Context, tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether a small sound is named of which nothing is made, or a file that came along is taken for an address."""
    named = {token.norm for token in tokens} & _SOUNDS
    if named and reading.patches and all(patch.op != "set_scene_sound" for patch in reading.patches):
        return True
    wiped = re.search(r"\bwipe (?:in ?to|to|in)\b", context.text.lower()) is not None
    if wiped and any(patch.op == "delete_scene" for patch in reading.patches):
        return True
    addresses = [(getattr(patch, "address", None) or "").lower() for patch in reading.patches]
    return any(address.startswith(name.lower()) for address in addresses for name in context.situation.files)


def _which(context: Context, clause: Clause) -> str:
    return f'What should change: "{context.text[clause.start : clause.end].strip()[:80]}"?'


def _acts(reading: Reading) -> bool:
    return bool(reading.patches or reading.commands or reading.enquiries or reading.kept)


def _completed(context: Context, clause: Clause, reading: Reading, read: Read) -> Reading:
    parts: list[Reading] = [replace(reading, unknown=())]
    unknown: list[str] = []
    for quote in reading.unknown:
        start = context.text.find(quote, clause.start)
        tokens = [t for t in clause.raw if start <= t.start and t.end <= start + len(quote)]
        same = bool(tokens) and find(_SAME, tokens, whole=True) is not None
        found = Reading(kept=True) if same else None
        if tokens and not same:
            found = second_reading(context, tokens, read, question=clause.question)
        parts += [found] if found is not None else []
        unknown += [quote] if found is None else []
    return replace(together(parts), unknown=tuple(unknown))


IDLE = 0.35
"""From this share of `nothing` on, what is not understood is only quoted."""


def doubted(context: Context, clause: Clause) -> Reading | None:
    """A question about a clause that is not understood and yet seems to ask for something."""
    if not context.second or not 1 <= len(clause.raw) <= _MOST_TOKENS:
        return None
    shares = opinions([features(clause.raw, context.text, question=clause.question, meant=context.look_up())])[0]
    wanted = sum(share for kind, share in shares.items() if kind != NOTHING and not kind.startswith("?"))
    if shares.get(NOTHING, 0.0) >= IDLE or wanted < 0.5:
        return None
    return ask(_which(context, clause))


def may_request(context: Context, tokens: Sequence[Token]) -> bool:
    """Whether what seems to be an aside may ask for something: it names a value, or the second opinion says so."""
    own = undetermined(tokens)
    if not context.second or context.board is None or len(own) > _MOST_TOKENS:
        return False
    if any(token.norm in _OPEN_REASONS for token in own[:2]):
        return False
    if _names_value(context, own):
        return True
    shares = opinions([features(tokens, context.text, meant=context.look_up())])[0]
    if shares.get(NOTHING, 0.0) < ASIDE:
        return True
    likely = [kind for kind, share in shares.items() if share >= DOUBT and kind in KINDS]
    return any(shares.get(NOTHING, 0.0) < shares[kind] and restated(Words(context, own), kind) for kind in likely)


def _names_value(context: Context, tokens: Sequence[Token]) -> bool:
    families = {c.id for c in context.situation.catalogues.get("background", ())}
    norms = {token.norm for token in tokens}
    return bool(norms & {"@colour", "@ratio", "@res", "@fps"} or norms & families or typefaces(Words(context, tokens)))


def second_reading(
    context: Context, tokens: Sequence[Token], read: Read, *, question: bool = False, firm: bool = False
) -> Reading | None:
    """What a clause means by the second opinion; None where it is not sure, or something of weight is left over."""
    tokens = _without_chance([token for token in tokens if token.norm not in ("?", "!")])
    if not 1 <= len(tokens) <= _MOST_TOKENS or (question and tokens[0].norm in _ENQUIRING):
        return None
    shares = opinions([features(tokens, context.text, question=question, meant=context.look_up())])[0]
    whole = _part(context, tokens, shares)
    if firm and (whole is None or shares.get(whole.kind, 0.0) < FIRM or whole.kind == NOTHING):
        return None
    parts = [whole] if whole is not None and whole.kind != NOTHING else _parts(context, tokens, question)
    readings: list[Reading | None] = []
    for part in parts:
        readings += [part.reading] if part.reading is not None else [read(request) for request in part.requests]
    known = [reading for reading in readings if reading is not None]
    if not known or len(known) < len(readings):
        return None
    return together(known)


def _without_chance(tokens: list[Token]) -> list[Token]:
    """Tokens without a polite `is there any chance that`."""
    polite = "( is/would/be there be? )? ( any/a/some ) ( chance/possibility/way/much ) ( that/to )?"
    opening = find(polite, tokens, at=0)
    return tokens[opening.range(0)[1] :] if opening is not None and len(tokens) > 4 else tokens


def _part(context: Context, tokens: Sequence[Token], shares: Mapping[str, float]) -> Part | None:
    own = undetermined(tokens)
    if not own:
        return None
    weighty = [token for token in own if token.norm not in FILLERS | _JOINTS]
    thin = len(weighty) < 2 and not any(token.norm.startswith("@") or token.norm in _ALONE for token in own)
    if shares.get(NOTHING, 0.0) >= SURE and not _weighs(own):
        return Part((), shares[NOTHING], NOTHING, tuple(tokens))
    possible: dict[str, list[Request] | Reading] = {}
    rival = 0.0
    for kind, share in shares.items():
        requests = restated(Words(context, own), kind) if kind in KINDS else []
        values = filled(Words(context, own), kind) if not requests and kind in VALUED else None
        if requests or values is not None:
            possible[kind] = values if values is not None else requests
        elif kind not in KINDS and kind not in VALUED:
            rival = max(rival, share)
    if not possible or thin:
        return None
    first, *others = sorted(possible, key=lambda one: -shares[one])
    best = shares[first]
    rival = max([rival, *(shares[one] for one in others if possible[one] != possible[first])])
    if best < LIKELY or best < SURE * (best + rival):
        return None
    chosen = possible[first]
    share = best / (best + rival)
    if isinstance(chosen, Reading):
        return Part((), share, first, tuple(tokens), chosen)
    return Part(tuple(chosen), share, first, tuple(tokens))


def _weighs(tokens: Sequence[Token]) -> bool:
    return any(token.norm.startswith("@") or token.norm in HEAVY | NEGATIONS | _DOES for token in tokens)


_DOES = frozenset("remove mute hide off away lose dim".split())
"""Acts that are never left over."""


def _parts(context: Context, tokens: Sequence[Token], question: bool) -> list[Part]:
    """The likeliest row of parts that are all read; none where there is no such row."""
    breaks = [0, *_breaks(tokens), len(tokens)]
    spans = [
        (first, last)
        for n, first in enumerate(breaks)
        for last in breaks[n + 1 :]
        if not (first == 0 and last == len(tokens)) and _trimmed(tokens[first:last])
    ]
    if not spans:
        return []
    trimmed = [_trimmed(tokens[first:last]) for first, last in spans]
    views = opinions([features(own, context.text, question=question) for own in trimmed])
    read = {
        span: part
        for span, own, shares in zip(spans, trimmed, views, strict=True)
        if (part := _part(context, own, shares)) is not None
    }
    best: dict[int, tuple[float, list[Part]]] = {0: (1.0, [])}
    for last in breaks[1:]:
        for first in breaks:
            if first < last and first in best and (part := read.get((first, last))) is not None:
                score, row = best[first][0] * part.share, [*best[first][1], part]
                if len(row) <= _MOST_PARTS and score > best.get(last, (0.0, []))[0]:
                    best[last] = (score, row)
    row = best.get(len(tokens), (0.0, []))[1]
    # Where meanings can be told, they have the last word: asking for that of every span would take too long.
    return row if all(_confirmed(context, part, question) for part in row) else []


def _confirmed(context: Context, part: Part, question: bool) -> bool:
    if not with_meaning():
        return True
    shares = opinions([features(part.tokens, context.text, question=question, meant=context.look_up())])[0]
    again = _part(context, part.tokens, shares)
    return again is not None and again.kind == part.kind


def _trimmed(tokens: Sequence[Token]) -> list[Token]:
    own = list(tokens)
    while own and own[0].norm in _JOINTS:
        own = own[1:]
    while own and own[-1].norm in _JOINTS | {"the"}:
        own = own[:-1]
    return own


def _breaks(tokens: Sequence[Token]) -> list[int]:
    """Where a part may begin: behind a joint, or before a thing, a step or a pronoun."""
    found: list[int] = []
    for at in range(1, len(tokens)):
        norm, before = tokens[at].norm, tokens[at - 1].norm
        if norm in _JOINTS or (before in _JOINTS and norm not in _JOINTS):
            if not (before in _JOINTS and norm not in _JOINTS and at - 1 in found):
                found.append(at)
        elif (norm in HEAVY or norm.startswith("@") or norm in _OPENERS) and before not in _CLOSE:
            found.append(at)
    return found[:_MOST_BREAKS]


_OPENERS = frozenset(
    """i we it she he they can could would please make put use set change turn switch remove give get let bigger smaller
    louder quieter faster slower shorter longer first second third the vertical square landscape no""".split()
)
_ALONE = frozenset("vertical square landscape fourfive dark hardcut dissolve".split())
"""What is a request without another word."""
_CLOSE = frozenset(
    """the a an our my your his her @num of for in on to at with from than by as like too so very abit much more less
    not no dont be is are""".split()
)
