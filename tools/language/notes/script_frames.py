"""Frames of scenes: what is named, what is to happen to it, in any order, with nothing of weight left over."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.language.notes.context import Context, Reading, ask, do
from tools.language.notes.patterns import Token
from tools.language.notes.rules_scenes import fresh_id
from tools.language.notes.scene_wishes import wished
from tools.language.notes.script_parts import Parts
from tools.language.notes.script_texts import LAST_FRAMES, TEXT_FRAMES
from tools.patches import (
    DeleteLine,
    DeleteScene,
    DuplicateScene,
    LockScene,
    MergeScenes,
    MoveScene,
    SetHold,
    SetLayout,
    SwapScenes,
)

_REMOVE = frozenset("remove cut gone off out drop scrap goes go".split())
_USELESS = frozenset(
    "pointless redundant unnecessary boring useless needed feel sound look repetitive superfluous".split()
)
_PLACES = frozenset("after before behind following ahead front".split())
_MOVE = frozenset(
    "move turn show put bring take shift go come comes place push pull get have want make reorder".split()
)
_ENDS = {
    "first": "start",
    "@first": "start",
    "start": "start",
    "beginning": "start",
    "front": "start",
    "last": "end",
    "@last": "end",
    "end": "end",
}


def script_framed(context: Context, tokens: Sequence[Token]) -> Reading | None:
    """What a clause asks for scenes, lines and words; None where no frame holds all of it."""
    if context.board is None or not tokens or len(tokens) > 60:
        return None
    clause = Parts(context, tokens)
    if "dont" in clause.words and not clause.quotes:
        return _arrangement(context, clause) or wished(context, tokens)
    for frame in _FRAMES:
        if (reading := frame(context, clause)) is not None:
            return clause.problem() or reading
    return wished(context, tokens)


def _removal(c: Context, k: Parts) -> Reading | None:
    if "cut" in k.words and k.words & {"to", "into"}:
        return None
    if k.words & {"after", "before", "from", "lock", "unlock", "until", "heading", "first"} and not k.lines:
        return None
    if not k.words & _REMOVE or not k.only("@scene @line", _REMOVE | _USELESS) or k.words & {"her", "him", "she", "he"}:
        return None
    if any(
        t.norm in ("in", "on", "at", "from") and after.norm == "@scene"
        for t, after in zip(k.tokens, k.tokens[1:], strict=False)
    ):
        return None
    if k.lines:
        ids = tuple(dict.fromkeys(id_ for one in k.lines for id_ in one.ids))
        whole = any(one.whole for one in k.lines)
        return None if whole or not ids else do(*(DeleteLine(line=id_) for id_ in ids))
    ids = k.ids()
    if not k.scenes or len(ids) >= len(c.scenes) or "part" in k.words:
        return k.problem()
    return do(*(DeleteScene(scene=id_) for id_ in ids))


def _locking(c: Context, k: Parts) -> Reading | None:
    own = frozenset("""lock unlock remove off out final approve from use take perfect done stay""".split())
    if not k.scenes or not k.words & {"lock", "unlock"} or not k.only("@scene", own) or {"dont", "not", "no"} & k.words:
        return None
    locked = "unlock" not in k.words and not k.words & {"remove", "off"}
    return do(*(LockScene(scene=id_, locked=locked) for id_ in k.ids()), focus=k.ids())


def _doubling(c: Context, k: Parts) -> Reading | None:
    if not k.scenes or "duplicate" not in k.words and "twice" not in k.words:
        return None
    if not k.only("@scene", {"duplicate", "twice", "again", "second", "one", "another", "two"}) or len(k.ids()) > 1:
        return None
    return do(*(DuplicateScene(scene=id_, new_id=fresh_id(c, id_)) for id_ in k.ids()), focus=k.ids())


def _joining(c: Context, k: Parts) -> Reading | None:
    ids = sorted(k.ids(), key=c.number)
    if "merge" not in k.words or len(ids) != 2 or not k.only("@scene", {"merge", "into", "together", "one", "single"}):
        return None
    if c.number(ids[1]) - c.number(ids[0]) != 1:
        return ask("Only scenes that stand next to each other can become one; which do you mean?")
    return do(MergeScenes(first=ids[0], second=ids[1]), focus=ids[:1])


def _exchange(c: Context, k: Parts) -> Reading | None:
    own = {"swap", "switch", "otherway", "around", "round", "places", "positions", "order", "together", "place"}
    if not k.words & {"swap", "switch", "otherway"} or len(k.ids()) != 2 or not k.only("@scene", own):
        return None
    return do(SwapScenes(first=k.ids()[0], second=k.ids()[1]), focus=k.ids())


def _moving(c: Context, k: Parts) -> Reading | None:
    own = _MOVE | _PLACES | frozenset(_ENDS) | frozenset("""instead appear follow position spot place lead belongs
    belong better fits fit works work right away
    immediately already earlier later sooner wants following then still afterwards""".split())
    if (
        not k.scenes
        or not k.only("@scene @first @last", own)
        or k.problem()
        or k.words & {"is", "was", "are", "were", "dont"}
    ):
        return None
    sides = [n for n, t in enumerate(k.tokens) if t.norm in _PLACES]
    named = [n for n, t in enumerate(k.tokens) if t.norm == "@scene"]
    if len(named) == 2 and len(sides) == 1 and named[0] < sides[0] < named[1]:
        moved, other = k.scenes[0].ids, k.scenes[1].ids
        if not moved or not other or set(moved) & set(other):
            return None
        target = other[-1]
        if k.tokens[sides[0]].norm in ("before", "ahead", "front"):
            order = [scene.id for scene in c.scenes if scene.id not in moved]
            place = order.index(other[0])
            target = order[place - 1] if place else ""
        return _after(moved, target)
    ends = {_ENDS[t.norm] for t in k.tokens if t.norm in _ENDS}
    if len(named) == 2 and not sides and not ends and k.words & {"make", "be", "should"}:
        spoken = c.text[k.tokens[named[1]].start : k.tokens[named[1]].end].lower()
        ends = {"start"} if re.match(r"(?:the )?(?:very )?first", spoken) else set()
        named = named[:1]
    if len(named) != 1 or sides or len(ends) != 1 or k.scenes[0].kind in ("opening", "ending"):
        return None
    moved = k.scenes[0].ids
    rest = [scene for scene in c.scenes if scene.id not in moved]
    if not rest or not moved:
        return None
    if ends == {"start"}:
        return _after(moved, "")
    return None if rest[-1].layout == "end_card" else _after(moved, rest[-1].id)


def _after(moved: Sequence[str], target: str) -> Reading:
    patches = []
    for id_ in moved:
        patches.append(MoveScene(scene=id_, after=target))
        target = id_
    return do(*patches, focus=moved)


_FACE = frozenset("woman man lady guy host person presenter avatar her him she he maya daniel herself himself".split())
_BARE = frozenset("words text heading title heading headline".split())


def _arrangement(c: Context, k: Parts) -> Reading | None:
    """A scene with the presenter or without: `just text in scene 4, no presenter`, `I want to see Maya in scene 1`."""
    own = _FACE | _BARE | frozenset(
        """no without not dont remove off hide only just show see voice full screen big large alone visible picture
        camera
        talk appear appears onscreen card layout plain simple as need want instead off-screen turn into leave out keep
        have stay heard hear speak""".split()
    )
    if len(k.ids()) != 1 or k.quotes or not k.only("@scene", own):
        return None
    faces, bare = k.words & _FACE, k.words & (_BARE | {"card"})
    gone = k.words & {"no", "without", "not", "dont", "remove", "off", "hide", "out"}
    if gone and faces and not k.words & {"voice"} - ({"voice"} if k.words & {"only", "just"} else set()):
        if "only" in k.words and not bare and "voice" not in k.words:
            return None
        return do(SetLayout(scene=k.ids()[0], layout="title"), focus=k.ids())
    if (
        k.words & {"only", "just", "plain", "card"}
        and bare
        and not faces
        and not gone
        and not k.words & {"keep", "show", "have"}
    ):
        return do(SetLayout(scene=k.ids()[0], layout="title"), focus=k.ids())
    seen = k.words & {"see", "show", "screen", "visible", "appear", "appears", "camera", "have"}
    if faces and seen and not gone and not k.words & {"say", "read", "voice", "hear", "heard", "speak"}:
        scene = c.scene(k.ids()[0])
        if scene is not None and scene.layout != "presenter":
            return do(SetLayout(scene=scene.id, layout="presenter"), focus=k.ids())
    return None


def _holding(c: Context, k: Parts) -> Reading | None:
    own = frozenset(
        """hold mute gap space blank before stay linger leave show pause break silence keep wait endcard title up
        visible screen after end
        at least remain let add insert short small between lock time long give people read extra last longer
        more beat breath freeze frozen done talking talk speaking finished finishes stops she he her his standing
        stand stands
        read give gets get another standing picture frame image seconds over sit sits for goes by fast quick too short
        moment""".split()
    )
    held = {
        "mute",
        "gap",
        "hold",
        "stay",
        "linger",
        "leave",
        "pause",
        "break",
        "silence",
        "wait",
        "remain",
        "lock",
        "beat",
        "breath",
        "stand",
        "standing",
        "stands",
        "freeze",
    }
    if len(k.lengths) != 1 or not k.only("@scene @dur @last", own) or "shorter" in k.words:
        return None
    ids = list(k.ids()) or [s.id for s in c.scenes if "endcard" in k.words and s.layout == "end_card"]
    if "between" in k.words and len(ids) == 2 and abs(c.number(ids[0]) - c.number(ids[1])) == 1:
        ids = [min(ids, key=c.number)]
    if "before" in k.words:
        order = [one.id for one in c.scenes]
        ids = [order[order.index(ids[0]) - 1]] if len(ids) == 1 and order.index(ids[0]) else []
    scene = c.scene(ids[0]) if len(ids) == 1 else None
    more = {"more", "another", "extra"}
    spare = "give" in k.words and bool(k.words & more or (scene is not None and not scene.lines))
    if scene is None or not (
        k.words & held
        or spare
        or ("screen" in k.words or not scene.lines)
        and k.words & (held | {"show", "longer", "time", "long", "keep", "visible", "last", "screen"})
    ):
        return None
    seconds = float(k.lengths[0].value)
    if k.words & {"longer", "more", "extra", "another"}:
        seconds = round(seconds + scene.hold_seconds, 2)
    return do(SetHold(scene=ids[0], seconds=seconds), focus=ids) if len(ids) == 1 and seconds <= 60 else None


def _no_hold(c: Context, k: Parts) -> Reading | None:
    """`no pause after scene 2`."""
    own = frozenset("no without remove pause gap break silence hold after at end of the in between any".split())
    if not k.words & {"no", "without", "remove"} or not k.words & {"pause", "gap", "silence", "hold", "break"}:
        return None
    if len(k.ids()) != 1 or not k.only("@scene", own):
        return None
    return do(SetHold(scene=k.ids()[0], seconds=0), focus=k.ids())


_FRAMES: tuple[Callable[[Context, Parts], Reading | None], ...] = (
    *TEXT_FRAMES,
    _no_hold,
    _holding,
    _arrangement,
    _locking,
    _doubling,
    _joining,
    _exchange,
    _moving,
    _removal,
    *LAST_FRAMES,
)
