"""Wishes about scenes told in a sentence of any words: two scenes and how they stand to each other, one and what
becomes of it.

The core of such a wish (`remove` right before a scene, a scene `after` a scene, a scene and a length with `stay`)
tells it
apart; the words around it may be any, as long as none of them names another thing, another act, or takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.opening_words import NOUNS
from tools.language.notes.patterns import Token, find
from tools.language.notes.rules_scenes import fresh_id
from tools.patches import (
    DeleteScene,
    DuplicateScene,
    LockScene,
    MergeScenes,
    MoveScene,
    SetHold,
    SplitScene,
    SwapScenes,
)

_THINGS = (frozenset(NOUNS.split("/")) - {"@scene", "video", "@line", "title", "duration", "line"}) | frozenset(
    """@quote @colour @url @line : her him she he avatar maya daniel woman man lamp product picture photo image film
    words text
    brand logo storyboard draft export name role number""".split()
)
_TAKEN_BACK = frozenset(
    """not no never dont without unless if except nothing neither nor only instead whether maybe_not shouldn't isn't
    cant why
    what which how when who did does was""".split()
)
_ACTS = frozenset(
    """remove cut lock unlock swap switch merge split duplicate twice rewrite shorten lengthen replace rename call say
    add change
    make_louder mute pronounce mention read translate""".split()
)
_BESIDE = "( after | before | behind | following | ahead of | in front of )"
_ENDS = {
    "first": "start",
    "@first": "start",
    "start": "start",
    "beginning": "start",
    "front": "start",
    "foremost": "start",
    "last": "end",
    "@last": "end",
    "end": "end",
}
_LIGHT = "( the/right/directly/straight/just/immediately/also/then/please/it/that/now/even/only/really/so/go/come )*"


def wished(context: Context, tokens: Sequence[Token]) -> Reading | None:
    """What becomes of the scenes of a clause; None where no core of a wish is found, or something else is named."""
    if context.board is None or len(tokens) > 40:
        return None
    card = next((scene.id for scene in context.scenes if scene.layout == "end_card"), "")
    tokens = [
        replace(token, norm="@scene", value=Scenes((card,))) if card and token.norm == "endcard" else token
        for token in tokens
    ]
    named = [token for token in tokens if token.norm == "@scene" and isinstance(token.value, Scenes)]
    if not named:
        return None
    wrong = next((token.value for token in named if token.value.problem), None)
    tokens = [
        token
        for at, token in enumerate(tokens)
        if not (token.norm == "after" and tokens[at + 1 : at + 2] and tokens[at + 1].norm == "all")
    ]
    words = {token.norm for token in tokens}
    if words & _THINGS:
        return None
    for frame in _FRAMES:
        reading = frame(context, tokens, named, words)
        if reading is not None:
            return ask(wrong.problem, *wrong.options) if wrong is not None else reading
    return None


def _ids(named: Sequence[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for token in named for id_ in token.value.ids))


def _plain(words: set[str], own: str) -> bool:
    """Whether no other act is told and nothing is taken back."""
    return not words & ((_ACTS | _TAKEN_BACK) - set(own.split()))


def _beside(c: Context, tokens: Sequence[Token], named: Sequence[Token], words: set[str]) -> Reading | None:
    if not _plain(words, "change make only instead"):
        return None
    between = find("m=@scene ...? ( between ) a=@scene ( and/, the? b=@scene )?", tokens)
    if between is not None and len(_ids(named)) == 3:
        moved, others = between.value("m").ids, [i for i in _ids(named) if i not in between.value("m").ids]
        return _after(c, moved, min(others, key=c.number)) if len(others) == 2 else None
    found = find(f"m=@scene ...? w={_BESIDE} {_LIGHT} o=@scene", tokens)
    if found is None:
        found = find(f"w={_BESIDE} {_LIGHT} o=@scene ...? m=@scene", tokens)
    follows = find("m=@scene ( .? .? .? ) w=( follow/follows/precede/precedes ) the? o=@scene", tokens)
    found = follows or found
    if found is None:
        return None
    moved, other = found.value("m").ids, found.value("o").ids
    if len(named) == 3:
        ordinal = named[1].value.ids if named[1] is not found.tokens("o")[0] else ()
        spoken = c.text[named[1].start : named[1].end].lower()
        if not ordinal or not any(word in spoken for word in ("first", "second", "last", "next")):
            return None
    elif len(named) != 2:
        return None
    if not moved or not other or set(moved) & set(other):
        return None
    if found.word("w") in ("before", "ahead of", "in front of", "precede", "precedes"):
        order = [scene.id for scene in c.scenes if scene.id not in moved]
        place = order.index(other[0])
        return _after(c, moved, order[place - 1] if place else "")
    return _after(c, moved, other[-1])


def _after(c: Context, moved: Sequence[str], target: str) -> Reading | None:
    order = [scene.id for scene in c.scenes]
    if len(moved) == 1 and order.index(moved[0]) == (order.index(target) + 1 if target else 0):
        return Reading(kept=True, said="That scene stands there already.")
    patches = []
    for id_ in moved:
        patches.append(MoveScene(scene=id_, after=target))
        target = id_
    return do(*patches, focus=moved)


def _to_an_end(c: Context, tokens: Sequence[Token], named: Sequence[Token], words: set[str]) -> Reading | None:
    own = "change make only instead"
    if re.search(r"\bin (?:its|the|that|this) (?:own )?scene\b", c.text.lower()):
        return None  # `the bit about prices last in its scene` is a line's place
    if len(_ids(named)) != 1 or not _plain(words, own) or named[0].value.kind in ("opening", "ending", "title"):
        return None
    ends = {_ENDS[token.norm] for token in tokens if token.norm in _ENDS}
    anything = find("before ( anything/everything ) ( else )?", tokens)
    if anything is not None:
        ends = {"start"}
    told = find(
        "( @scene ...? ( first/@first/last/@last/front ) ) | ( ( start/begin/open/lead/kick ) .? .? with @scene ) | "
        "( ( end/finish/close ) .? .? ( with/on ) @scene )",
        tokens,
    )
    if len(ends) != 1 or (told is None and anything is None) or "@dur" in words or "hold" in words:
        return None
    rest = [scene for scene in c.scenes if scene.id not in _ids(named)]
    if ends == {"start"}:
        return _after(c, _ids(named), "")
    return _after(c, _ids(named), rest[-1].id) if rest else None


_STEPPING = frozenset(
    "move turn bring put push get come go one place position show @num appear should slot spot by".split()
)


def _by_steps(c: Context, tokens: Sequence[Token], named: Sequence[Token], words: set[str]) -> Reading | None:
    ways = {"up": -1, "forward": -1, "earlier": -1, "sooner": -1, "ahead": -1, "down": 1, "later": 1, "back": 1}
    told = [ways[token.norm] for token in tokens if token.norm in ways]
    if len(_ids(named)) != 1 or len(set(told)) != 1 or not _plain(words, "change make") or "@dur" in words:
        return None
    if not words & _STEPPING:
        return None
    step = next((int(token.value) for token in tokens if token.norm == "@num"), 1) * told[0]
    here = c.number(_ids(named)[0]) - 1
    order = [scene.id for scene in c.scenes if scene.id != _ids(named)[0]]
    place = here + step
    if not 0 <= place <= len(order):
        return ask(f"Scene {here + 1} can not go further that way; where should it go?")
    return do(MoveScene(scene=_ids(named)[0], after=order[place - 1] if place else ""), focus=_ids(named))


def _removed(c: Context, tokens: Sequence[Token], named: Sequence[Token], words: set[str]) -> Reading | None:
    if not _plain(words, "remove cut dont not no without was only nobody") or words & {
        "after",
        "before",
        "until",
        "from",
        "between",
        "@dur",
    }:
        return None
    near = "( the/our/that/this/whole/entire/complete/also/all/of/both )*"
    acts = find(f"( remove/cut ) {near} @scene ( in/into/up )?", tokens)
    acts = acts or find(f"( use/take/cut/leave/get/throw/pull ) {near} @scene ( out/off/away )", tokens)
    needless = find(
        f"( dont/not/no ) longer? ( really/actually/even )* ( want/need/require/like/have )+ ( for/of )? {near} "
        f"@scene | ( "
        f"do | go | live | be fine ) "
        f"without {near} @scene | ( have/show/make/see ) ( it/video ) ( no/without ) {near} @scene | ( "
        f"nobody/no-one ) ( really )? ( want/need/watch/cares/likes/love )+ {near} "
        f"@scene | can spare {near} @scene",
        tokens,
    )
    goes = find(
        "@scene .? .? ( goes | go | out | off | gone | remove | disappear | leave | superfluous | unnecessary | "
        "redundant | "
        "pointless | obsolete | not needed | not necessary | no longer needed | isnt needed )",
        tokens,
    )
    negated = bool(words & {"dont", "not", "no"})
    if acts is not None and negated and needless is None:
        return None
    if (
        goes is not None
        and negated
        and not find("not ( needed/necessary/required ) | no longer ( needed/necessary )", tokens)
    ):
        return None
    if acts is not None and acts.tokens()[-1].norm in ("in", "into", "up"):
        return None
    ends = goes is not None and goes.range(0)[1] == len(tokens)
    if acts is None and needless is None and not ends and (goes is None or not words & {
        "should", "can", "must", "could", "has", "needs", "is", "are", "goes", "to"}):  # fmt: skip
        return None
    if needless is None and acts is None and words & {"let", "come", "first", "last", "well"}:
        return None
    last = max(n for n, token in enumerate(tokens) if token.norm == "@scene")
    if [token.norm for token in tokens[last + 1 : last + 2]] in (
        ["to"],
        ["of"],
        ["with"],
        ["about"],
        ["where"],
        ["that"],
    ):
        return None
    ids = _ids(named)
    if len(ids) >= len(c.scenes):
        return None
    return do(*(DeleteScene(scene=id_) for id_ in ids))


def _paired(c: Context, tokens: Sequence[Token], named: Sequence[Token], words: set[str]) -> Reading | None:
    ids = _ids(named)
    if len(ids) != 2:
        return None
    around = words & {"put", "order", "places", "place", "positions", "around", "round"}
    if (
        words & {"swap", "otherway", "trade", "swapping"} or (words & {"switch", "change", "exchange"} and around)
    ) and _plain(words, "swap switch change make"):
        return do(SwapScenes(first=ids[0], second=ids[1]), focus=ids)
    one = find("( into/as/become/be/to/in/of/make ) ( a/one/single )+ ( single )? ( scene )?", tokens)
    if (words & {"merge", "glue"} or one is not None or "together" in words) and _plain(words, "merge make change"):
        first, second = sorted(ids, key=c.number)
        if c.number(second) - c.number(first) != 1:
            return ask("Only scenes that stand next to each other can become one; which do you mean?")
        return do(MergeScenes(first=first, second=second), focus=(first,))
    return None


def _single(c: Context, tokens: Sequence[Token], named: Sequence[Token], words: set[str]) -> Reading | None:
    ids = _ids(named)
    if (
        (words & {"duplicate", "twice"} or tokens[0].norm == "double")
        and len(ids) == 1
        and _plain(words, "duplicate twice make add")
    ):
        if words & {"end", "@last", "before", "after", "start", "@first", "last", "first"} and not find(
            "after it/itself", tokens
        ):
            return None
        return do(DuplicateScene(scene=ids[0], new_id=fresh_id(c, ids[0])), focus=ids)
    halves = find("( in/into ) ( @num/half/halves/two ) | in half | ( as/into/be/become/to ) @num scene", tokens)
    if halves and any(token.norm == "@num" and token.value != 2 for token in tokens):
        halves = None
    if (
        (
            words & {"split", "separate", "divide"}
            or (halves and words & {"cut", "turn", "make", "as", "better", "should", "become"})
        )
        and len(ids) == 1
        and _plain(words, "split cut make change")
    ):
        scene = c.scene(ids[0])
        if scene is not None and len(scene.lines) == 2 and not words & {"after", "before"}:
            return do(SplitScene(scene=scene.id, after=scene.lines[0].id, new_id=fresh_id(c, scene.id)), focus=ids)
        return None
    if words & {"nobody", "no-one"} and words & {"change", "touch", "edit"} and not words & {"unlock", "everything"}:
        return do(*(LockScene(scene=id_) for id_ in ids), focus=ids)
    if "unlock" in words and _plain(words, "unlock change make"):
        return do(*(LockScene(scene=id_, locked=False) for id_ in ids), focus=ids)
    if "lock" in words and _plain(words, "lock") and "@dur" not in words and not words & {"off", "out", "lift"}:
        return do(*(LockScene(scene=id_) for id_ in ids), focus=ids)
    return None


_HELD = frozenset(
    """stay hold mute leave keep linger pause rest remain wait breathe breath gap silence still freeze stand break
    beat show last
    give extra more longer linger sit""".split()
)


def _held(c: Context, tokens: Sequence[Token], named: Sequence[Token], words: set[str]) -> Reading | None:
    lengths = [token for token in tokens if token.norm == "@dur"]
    bare = find("the? @scene ( for/: )? @dur", tokens, whole=True) is not None
    if (
        len(lengths) != 1
        or not (words & _HELD or bare)
        or words & {"shorter", "less", "shorten", "to", "total", "@time"}
    ):
        return None
    ids = _ids(named)
    if not _plain(words, "add mute lock make was"):
        return None
    if "between" in words and len(ids) == 2 and abs(c.number(ids[0]) - c.number(ids[1])) == 1:
        ids = (min(ids, key=c.number),)
    if len(ids) != 1 or "before" in words:
        return None
    scene, seconds = c.scene(ids[0]), float(lengths[0].value)
    if scene is None or seconds > 60:
        return None
    more = words & {"more", "extra", "longer", "another"}
    given = "give" in words and "after" in words
    if scene.lines and not given and not more and not words & (_HELD - {"give", "show", "last", "keep", "rest"}):
        return None
    return do(SetHold(scene=ids[0], seconds=round(seconds + (scene.hold_seconds if more else 0), 2)), focus=ids)


_FRAMES: tuple[Callable[[Context, Sequence[Token], Sequence[Token], set[str]], Reading | None], ...] = (
    _held,
    _paired,
    _single,
    _beside,
    _removed,
    _to_an_end,
    _by_steps,
)
