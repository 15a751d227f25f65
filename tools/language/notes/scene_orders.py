"""Orders of scenes: a message that lists scenes one after another says in which order they are to come."""

from __future__ import annotations

from collections.abc import Sequence

from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.patterns import Token, find
from tools.language.notes.places import scene_headed
from tools.patches import MoveScene

_LEAD = (
    "( please/pls/hi/hey/ok/so/and/can/could/you/we/i/want/would/love/lets/let/us/have/put/make/use/bring/"
    "set/the/our/a )* "
    "( ( the/new/another/right/correct/better )* ( change/swap/turn/move/arrange/rearrange/reorder/sort/resort/"
    "reshuffle/shuffle/order/sequence/running ) "
    "( it/them/all/the/scene/parts/video/order/sequence/into/to/in/like/love/this/that/way/as/follows/of/should/"
    "must/be/"
    "is/instead/please/follow/following/new/so/they/are/this/please/come )* | ( all/the )* scene in ( this/that/the/"
    "following/new )* order )"
)
_BETWEEN = frozenset(
    ", . : ; and then next after that the our a is comes come goes go by followed finally lastly last to part one "
    "scene number with please pls at put finish".split()
)
_FIRST = frozenset("first start begin @first".split())

_ORDERING = frozenset(
    "arrange rearrange reorder sort resort reshuffle shuffle order sequence running love like follows".split()
)


def tag_orders(context: Context, tokens: list[Token]) -> list[Token]:
    """The tokens with a message or a sentence that is an order of scenes as one `@order`, which holds its reading."""
    if not context.scenes:
        return tokens
    if (whole := read_order(context, tokens)) is not None:
        return [Token("@order", tokens[0].start, tokens[-1].end, whole)]
    found: list[Token] = []
    sentence: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and token.norm not in (".", ";"):
            sentence.append(token)
            continue
        reading = read_order(context, sentence) if len(sentence) < len(tokens) else None
        if reading is not None:
            sentence = [Token("@order", sentence[0].start, sentence[-1].end, reading)]
        found += [*sentence, *([token] if token is not None else [])]
        sentence = []
    return found


def read_order(context: Context, tokens: Sequence[Token]) -> Reading | None:
    """The moves that bring scenes into the order of a list: `order: 1, 3, 2`, `title, price, daylight`.

    None where the message is no such list; a question where it does not say where the rest of the scenes go.
    """
    if len(context.scenes) < 3 or len(tokens) < 5 or any(token.norm in ("@quote", "?") for token in tokens):
        return None
    lead = find(_LEAD, tokens, at=0)
    lead = lead if lead is not None and not _ORDERING.isdisjoint(token.norm for token in lead.tokens()) else None
    rest = list(tokens[lead.range(0)[1] if lead is not None else 0 :])
    trailed = find("( ,/in )? ( this/that/in )+ order ( please/pls )? ( . )?", rest[-6:])
    if trailed is not None and trailed.range(0)[1] == len(rest[-6:]):
        rest = rest[: len(rest) - len(rest[-6:]) + trailed.range(0)[0]]
    listed, told = [], lead is not None or trailed is not None
    first = False
    for at, token in enumerate(rest):
        ids = _ids(context, token)
        if ids:
            listed += ids
        elif token.norm in _FIRST and not first and len(listed) <= 1:
            first = True
        elif token.norm not in _BETWEEN or (token.norm in ("and",) and at == 0):
            return None
    thens = sum(token.norm in ("then", "next", "followed") for token in rest)
    if len(listed) < 3 or len(set(listed)) < len(listed):
        return None
    here = [scene.id for scene in context.scenes]
    if not told and not (first and thens) and thens < 2 and not _bare(context, rest, listed):
        return None
    if listed == [id_ for id_ in here if id_ in listed]:
        return Reading(kept=True, said="The scenes come in that order already.") if told else None
    slots = [at for at, id_ in enumerate(here) if id_ in listed]
    opens = listed[0] == here[0]
    if not opens and first and slots[0] > 0:
        return _which(context, here, listed)
    if not opens and not _runs(slots):
        return _which(context, here, listed)
    if opens:
        left = [id_ for id_ in here if id_ not in listed]
        wanted = [*listed, *left]
    else:
        places = iter(listed)
        wanted = [next(places) if id_ in listed else id_ for id_ in here]
    if here[-1] in listed and listed[-1] != here[-1] and not told:
        return None
    return do(*_moves(here, wanted), focus=listed)


def _ids(context: Context, token: Token) -> list[str]:
    if token.norm == "@scene":
        value = token.value
        return list(value.ids) if isinstance(value, Scenes) and not value.every and not value.problem else []
    if token.norm in ("@num", "@ord"):
        number = token.value
        return [context.scenes[int(number) - 1].id] if 1 <= number <= len(context.scenes) else []
    if token.norm == "one":
        return []
    if token.norm in ("end", "ending", "@last", "outro"):
        return [context.scenes[-1].id]
    if token.norm in _BETWEEN | _FIRST or not token.norm.replace("-", "").isalpha():
        return []
    found = scene_headed(context, token)
    return [found] if found else []


def _bare(context: Context, rest: Sequence[Token], listed: Sequence[str]) -> bool:
    """Whether nothing but scenes stands there, parted by commas, and the first is the scene that opens the video."""
    marks = {token.norm for token in rest if not _ids(context, token)}
    return marks <= {",", "then", "and", "the", "."} and listed[0] == context.scenes[0].id


def _runs(slots: Sequence[int]) -> bool:
    return list(slots) == list(range(slots[0], slots[0] + len(slots)))


def _which(context: Context, here: Sequence[str], listed: Sequence[str]) -> Reading:
    left = [id_ for id_ in here if id_ not in listed]
    orders = [[*listed, *left]]
    if here[0] in left:
        inner = [id_ for id_ in left if id_ not in (here[0], here[-1])]
        orders.insert(0, [here[0], *listed, *inner, *([here[-1]] if here[-1] in left else [])])
    options = [f"Order of the scenes: {', '.join(str(context.number(id_)) for id_ in order)}" for order in orders]
    return ask("In which order shall all the scenes come?", *options)


def _moves(here: Sequence[str], wanted: Sequence[str]) -> list[MoveScene]:
    """The fewer moves of two ways to get there: from the front, or from the back."""
    from_front, order = [], list(here)
    for at, id_ in enumerate(wanted):
        if order[at] != id_:
            order.remove(id_)
            order.insert(at, id_)
            from_front.append(MoveScene(scene=id_, after=wanted[at - 1] if at else ""))
    from_back, order = [], list(here)
    for at in range(len(wanted) - 1, -1, -1):
        if order[at] != wanted[at]:
            order.remove(wanted[at])
            order.insert(at, wanted[at])
            from_back.append(MoveScene(scene=wanted[at], after=order[at - 1] if at else ""))
    return min(from_front, from_back, key=len)
