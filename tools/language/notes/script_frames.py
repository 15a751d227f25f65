"""Frames of scenes and words: what is named, what is to happen to it, in any order, with nothing of weight left over."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.patterns import Token
from tools.language.notes.rules_cards import name_and_role
from tools.language.notes.rules_replacing import holders, replaced
from tools.language.notes.rules_scenes import fresh_id
from tools.language.notes.clause_parts import LIGHT
from tools.patches import (
    AddLine,
    DeleteLine,
    DeleteScene,
    DuplicateScene,
    EditLine,
    InsertScene,
    LockScene,
    MergeScenes,
    MoveScene,
    SetEndCard,
    SetHeading,
    SetHold,
    SetPresenter,
    SwapScenes,
)
from tools.script import Line
from tools.storyboard import Scene

_LIGHT = (
    LIGHT
    | FILLERS
    | frozenset(
        """, : . and also only whole complete part scene line words page screen section not any much more most anymore make
        put set use want need needs must has would should be say read it that this them there in on to too very no-one
        please than either both altogether completely entirely directly straight right last-minute""".split()
    )
)
_REMOVE = frozenset("remove cut gone off out drop scrap goes".split())
_USELESS = frozenset("pointless redundant unnecessary boring useless needed feel sound look repetitive superfluous".split())
_PLACES = frozenset("after before behind following ahead front".split())
_MOVE = frozenset("move put bring take shift go come comes place push pull get have want make reorder".split())
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
_ADD = frozenset("add say mention include insert append put more another extra new end start finish close".split())
_REPLACE = frozenset("replace change swap substitute correct instead not but over rather than should make to with".split())


class _Clause:
    """A clause taken apart: the things in it, and the words that are left."""

    def __init__(self, context: Context, tokens: Sequence[Token]) -> None:
        self.context, self.tokens = context, tokens
        self.scenes: list[Scenes] = [t.value for t in tokens if t.norm == "@scene" and isinstance(t.value, Scenes)]
        self.lines: list[Lines] = [t.value for t in tokens if t.norm == "@line" and isinstance(t.value, Lines)]
        self.quotes = [t for t in tokens if t.norm == "@quote"]
        self.urls = [t for t in tokens if t.norm == "@url"]
        self.lengths = [t for t in tokens if t.norm == "@dur"]
        self.kinds = {t.norm for t in tokens if t.norm.startswith("@")}
        self.words = {t.norm for t in tokens if not t.norm.startswith("@")}

    def only(self, kinds: str, own: frozenset[str] | set[str] = frozenset()) -> bool:
        """Whether there is nothing but things of these kinds, words of the frame and words without weight."""
        return self.kinds <= set(kinds.split()) and self.words <= _LIGHT | own

    def problem(self) -> Reading | None:
        """The question about a scene or line that could not be found."""
        wrong = next((one for one in (*self.scenes, *self.lines) if one.problem), None)
        return ask(wrong.problem, *wrong.options) if wrong else None

    def ids(self) -> tuple[str, ...]:
        """The scenes that are named, in order."""
        return tuple(dict.fromkeys(id_ for one in self.scenes for id_ in one.ids))

    def text(self, token: Token) -> str:
        """The words of a quote."""
        return str(token.value)


def script_framed(context: Context, tokens: Sequence[Token]) -> Reading | None:
    """What a clause asks for scenes, lines and words; None where no frame holds all of it."""
    if context.board is None or not tokens or len(tokens) > 60:
        return None
    clause = _Clause(context, tokens)
    if "dont" in clause.words and not clause.quotes:
        return None
    for frame in _FRAMES:
        if (reading := frame(context, clause)) is not None:
            return clause.problem() or reading
    return None


def _removal(c: Context, k: _Clause) -> Reading | None:
    if k.words & {"after", "before", "from", "lock", "unlock", "until", "heading", "first"} and not k.lines:
        return None
    if not k.words & _REMOVE or not k.only("@scene @line", _REMOVE | _USELESS) or k.words & {"her", "him", "she", "he"}:
        return None
    if any(t.norm in ("in", "on", "at", "from") and after.norm == "@scene" for t, after in zip(k.tokens, k.tokens[1:], strict=False)):
        return None
    if k.lines:
        ids = tuple(dict.fromkeys(id_ for one in k.lines for id_ in one.ids))
        whole = any(one.whole for one in k.lines)
        return None if whole or not ids else do(*(DeleteLine(line=id_) for id_ in ids))
    ids = k.ids()
    if not k.scenes or len(ids) >= len(c.scenes) or "part" in k.words:
        return k.problem()
    return do(*(DeleteScene(scene=id_) for id_ in ids))


def _locking(c: Context, k: _Clause) -> Reading | None:
    own = {"lock", "unlock", "remove", "off", "out", "final", "approve", "from", "use", "take", "perfect", "done", "stay"}
    if not k.scenes or not k.words & {"lock", "unlock"} or not k.only("@scene", own) or {"dont", "not", "no"} & k.words:
        return None
    locked = "unlock" not in k.words and not k.words & {"remove", "off"}
    return do(*(LockScene(scene=id_, locked=locked) for id_ in k.ids()), focus=k.ids())


def _doubling(c: Context, k: _Clause) -> Reading | None:
    if not k.scenes or "duplicate" not in k.words and "twice" not in k.words:
        return None
    if not k.only("@scene", {"duplicate", "twice", "again", "second", "one", "another", "two"}) or len(k.ids()) > 1:
        return None
    return do(*(DuplicateScene(scene=id_, new_id=fresh_id(c, id_)) for id_ in k.ids()), focus=k.ids())


def _joining(c: Context, k: _Clause) -> Reading | None:
    ids = sorted(k.ids(), key=c.number)
    if "merge" not in k.words or len(ids) != 2 or not k.only("@scene", {"merge", "into", "together", "one", "single"}):
        return None
    if c.number(ids[1]) - c.number(ids[0]) != 1:
        return ask("Only scenes that stand next to each other can become one; which do you mean?")
    return do(MergeScenes(first=ids[0], second=ids[1]), focus=ids[:1])


def _exchange(c: Context, k: _Clause) -> Reading | None:
    own = {"swap", "switch", "otherway", "around", "round", "places", "positions", "order", "together", "place"}
    if not k.words & {"swap", "switch", "otherway"} or len(k.ids()) != 2 or not k.only("@scene", own):
        return None
    return do(SwapScenes(first=k.ids()[0], second=k.ids()[1]), focus=k.ids())


def _moving(c: Context, k: _Clause) -> Reading | None:
    own = _MOVE | _PLACES | frozenset(_ENDS) | {"instead", "appear", "follow", "position", "spot", "place", "lead"}
    if not k.scenes or not k.only("@scene @first @last", own) or k.problem() or "@line" in k.kinds:
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
        place = c.text[k.tokens[named[1]].start : k.tokens[named[1]].end].lower()
        ends = {"start"} if re.match(r"(?:the )?(?:very )?first", place) else set()
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


def _holding(c: Context, k: _Clause) -> Reading | None:
    own = {"hold", "stay", "linger", "leave", "show", "pause", "break", "silence", "keep", "wait", "endcard", "title", "up",
           "visible", "screen", "after", "end", "at", "least", "remain", "let", "add", "insert", "short", "small", "between",
           "lock", "time", "long", "give", "people", "read", "add", "extra", "last", "longer", "more", "beat", "breath"}  # fmt: skip
    held = {"hold", "stay", "linger", "leave", "pause", "break", "silence", "wait", "remain", "lock", "beat", "breath"}
    if len(k.lengths) != 1 or not k.only("@scene @dur", own) or k.words & {"shorter", "before"}:
        return None
    ids = list(k.ids()) or [s.id for s in c.scenes if "endcard" in k.words and s.layout == "end_card"]
    if "between" in k.words and len(ids) == 2 and abs(c.number(ids[0]) - c.number(ids[1])) == 1:
        ids = [min(ids, key=c.number)]
    scene = c.scene(ids[0]) if len(ids) == 1 else None
    if scene is None or not (k.words & held or ("screen" in k.words or not scene.lines) and k.words & (held | {"show", "longer", "time", "long", "keep", "visible", "last", "screen"})):
        return None
    seconds = float(k.lengths[0].value)
    if k.words & {"longer", "more", "extra"}:
        seconds = round(seconds + scene.hold_seconds, 2)
    return do(SetHold(scene=ids[0], seconds=seconds), focus=ids) if len(ids) == 1 and seconds <= 60 else None


def _heading(c: Context, k: _Clause) -> Reading | None:
    own = {"heading", "subtitle", "title", "change", "replace", "rename", "call", "write", "show", "add", "as", "wrong", "new",
           "another", "give", "with", "into", "update"}  # fmt: skip
    nouns = k.words & {"heading", "subtitle", "title"}
    if len(nouns) != 1 or len(k.quotes) != 1 or "endcard" in k.words or not k.only("@scene @quote", own):
        return None
    text, ids, noun = k.text(k.quotes[0])[:300], k.ids(), next(iter(nouns))
    if not ids and noun != "heading":
        ids = tuple(s.id for s in c.scenes if s.layout == "title")
    ids = ids or c.focus[:1]
    if len(ids) != 1:
        return ask("Of which scene do you mean the heading?")
    return do(SetHeading(scene=ids[0], subtitle=text) if noun == "subtitle" else SetHeading(scene=ids[0], heading=text), focus=ids)


def _line_text(c: Context, k: _Clause) -> Reading | None:
    own = {"change", "replace", "instead", "rewrite", "edit", "update", "swap", "new", "into", "wrong", "sound", "rather"}
    if len(k.lines) != 1 or len(k.quotes) != 1 or not k.only("@line @scene @quote", own) or {"after", "before"} & k.words:
        return None
    if len(k.lines[0].ids) != 1 or not k.words & (own | {"should", "be", "to", "with", ":", "make", "say", "read", "must"}):
        return None
    return do(EditLine(line=k.lines[0].ids[0], text=k.text(k.quotes[0])))


def _insertion(c: Context, k: _Clause) -> Reading | None:
    """A new scene with its words in quotes, or behind a colon: before the end card where no place is told."""
    own = _ADD | _PLACES | {"new", "another", "extra", "more", "one", "between", "with", "heading", "call", "title", "titled", "text",
                            "endcard", "before", "scene", "she", "he", "avatar", "at", "called", "saying", "where", "just", "there",
                            "additional", "short", "quick", "showing", "second", "words", "following", "headline", "named", "name"}  # fmt: skip
    noun = next((n for n, t in enumerate(k.tokens) if t.norm in ("scene", "page")), None)
    if noun is None or not k.words & {"add", "new", "another", "extra", "insert", "more", "additional", "want", "need", "put", "create"}:
        return None
    colon = next((n for n, t in enumerate(k.tokens) if t.norm == ":" and n > noun), None)
    text, heading, tokens = "", "", list(k.tokens)
    if k.quotes:
        named = [q for q in k.quotes if k.tokens[k.tokens.index(q) - 1].norm in ("heading", "call", "title", "titled", "called", "named", "headline")]
        spoken = [q for q in k.quotes if q not in named]
        if len(spoken) > 1 or len(named) > 1:
            return None
        text, heading = (k.text(spoken[0]) if spoken else ""), (k.text(named[0]) if named else "")
    elif colon is not None and colon + 1 < len(tokens):
        text = c.text[tokens[colon].end : max(c.end, tokens[-1].end)].strip()
        tokens = tokens[: colon + 1]
    if not text and not heading:
        return None
    rest = _Clause(c, tokens)
    before = k.tokens[noun - 1]
    topic = before.norm if noun and before.norm not in own | _LIGHT and not before.norm.startswith("@") else ""
    if not rest.only("@scene @quote @first @last", own | {topic}) or rest.problem():
        return rest.problem()
    ids, order = rest.ids(), [scene.id for scene in c.scenes]
    sides = rest.words & {"after", "before", "between", "behind", "following"}
    card = [s.id for s in c.scenes if s.layout == "end_card"]
    if not ids and "endcard" in rest.words and card:
        ids = (card[-1],)
    if ids and not sides:
        return None
    if "between" in sides:
        after = min(ids, key=c.number)
    elif ids and "before" in sides:
        after = order[order.index(ids[0]) - 1] if order.index(ids[0]) else ""
    elif ids:
        after = ids[-1]
    elif "@first" in rest.kinds:
        after = ""
    else:
        after = next((id_ for id_ in reversed(order) if id_ not in card), "")
    base = fresh_id(c, "new")
    parts = [part for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]
    lines = tuple(Line(id=f"{base}-l{n}", text=part) for n, part in enumerate(parts, 1))
    heading = heading or (c.text[before.start : before.end].capitalize() if topic else "")
    return do(InsertScene(after=after, scene=Scene(id=base, heading=heading[:300], lines=lines)), focus=(base,))


def _addition(c: Context, k: _Clause) -> Reading | None:
    own = _ADD | {"with", "after", "before", "beginning", "write", "one", "avatar", "voice", "squeeze", "there", "last", "first"}
    if len(k.quotes) != 1 or not k.words & _ADD or not k.only("@scene @line @quote", own) or "instead" in k.words:
        return None
    if "scene" in k.words and k.words & {"new", "another", "more"}:
        return None
    text = k.text(k.quotes[0])
    if holders(c, text.strip(" .!?")):
        return None
    if k.lines:
        lines = k.lines[0]
        scene = next((s for s in c.scenes if any(one.id in lines.ids for one in s.lines)), None)
        if scene is None or len(lines.ids) != 1 or not k.words & {"after", "before"}:
            return k.problem()
        order = [line.id for line in scene.lines]
        at = order.index(lines.ids[0]) + ("after" in k.words)
        return _added(c, scene.id, order[at - 1] if at else "", text)
    if len(k.scenes) != 1 or len(k.ids()) != 1 or k.words & {"after", "before"}:
        return k.problem()
    found = c.scene(k.ids()[0])
    if found is None or found.layout in ("end_card", "title"):
        return None
    first = k.scenes[0].kind == "start of" or bool(k.words & {"start", "beginning", "first"})
    return _added(c, found.id, "" if first or not found.lines else found.lines[-1].id, text)


def _added(c: Context, scene: str, after: str, text: str) -> Reading:
    taken = {line.id for one in c.scenes for line in one.lines}
    number = next(n for n in range(1, 999) if f"{scene}-l{n}" not in taken)
    return do(AddLine(scene=scene, after=after, line=Line(id=f"{scene}-l{number}", text=text)), focus=(scene,))


def _card(c: Context, k: _Clause) -> Reading | None:
    own = {"endcard", "cta", "heading", "address", "website", "change", "replace", "add", "write", "show", "end", "finish",
           "close", "with", "new", "point", "update", "link", "button", "as", "card", "text"}  # fmt: skip
    card = {s.id for s in c.scenes if s.layout == "end_card"}
    about = k.words & {"endcard", "cta", "address", "website", "link"} or (k.ids() and set(k.ids()) <= card)
    if not about or not k.only("@scene @quote @url", own) or (k.ids() and not set(k.ids()) <= card):
        return None
    if len(k.urls) == 1 and not k.quotes:
        return do(SetEndCard(address=str(k.urls[0].value)))
    if len(k.quotes) != 1 or k.urls or len(k.text(k.quotes[0])) > 120:
        return None
    text = k.text(k.quotes[0])
    if "heading" in k.words:
        return do(SetEndCard(headline=text))
    return do(SetEndCard(address=text) if k.words & {"address", "website", "link"} else SetEndCard(call_to_action=text))


def _strap(c: Context, k: _Clause) -> Reading | None:
    own = {"strap", "avatar", "name", "role", "job", "title", "position", "change", "add", "write", "show", "under", "call",
           "below", "as", "with", "her", "his", "new", "introduce"}  # fmt: skip
    if not k.quotes or not k.words & {"strap", "name", "role", "job", "position"} or not k.only("@quote", own):
        return None
    texts = [k.text(quote) for quote in k.quotes]
    if len(texts) == 2:
        return do(SetPresenter(name=texts[0][:120], role=texts[1][:120]))
    if len(texts) == 1 and k.words & {"role", "job", "position"} and "name" not in k.words:
        return do(SetPresenter(role=texts[0][:120]))
    name, role = name_and_role(texts[0])
    return do(SetPresenter(name=name or None, role=role or None)) if len(texts) == 1 else None


def _two_quotes(c: Context, k: _Clause) -> Reading | None:
    own = _REPLACE | {"endcard", "cta", "heading", "now", "prefer", "all", "mention", "mentions", "wrong", "with", "by", "into", "for", "of", "find", "every", "where",
                      "is", "write", "call", "sound", "better", "avatar", "name", "term", "mistake", "typo"}  # fmt: skip
    if len(k.quotes) != 2 or not k.only("@quote @scene", own):
        return None
    first, second = (k.tokens.index(quote) for quote in k.quotes)
    before = [t.norm for t in k.tokens[max(0, second - 2) : second]]
    ahead = [t.norm for t in k.tokens[max(0, first - 2) : first]]
    between = {t.norm for t in k.tokens[first:second]}
    backwards = {"where", "say"} <= between or bool({"instead", "not", "over", "than"} & set(before)) and "but" not in before
    if {"instead", "not"} & set(ahead):
        backwards = False
    old, new = k.quotes[::-1] if backwards else k.quotes
    if c.board and {"endcard", "cta"} & k.words and c.board.end_card.call_to_action.lower() == k.text(old).lower().strip(" ."):
        return do(SetEndCard(call_to_action=k.text(new)))
    if len(k.ids()) > 1 or (backwards and not holders(c, k.text(old))):
        return None
    return replaced(c, k.text(old), k.text(new), k.ids()[0] if k.ids() else "")


_NUMBER = r"[€$£]?\d+(?:[.,]\d+)*(?:\s?(?:%|€))?"
_OPENERS = r"(?:^|.*?\b(?:be|is|are|was|say|says|use|write|put|it's|its|to|call|costs?|want|with|prefer)\b|.*[:,])"
_CORRECTIONS = (
    rf"{_OPENERS}\s*(?P<new>\S+(?:\s\S+){{0,3}}?)\s*,?\s+(?:and\s+)?(?:not|instead of|rather than|in place of)\s+(?P<old>\S+(?:\s\S+){{0,3}})",
    r"(?:.*?\b)?(?:it|she|he|heading|they|we|you|scene \w+|text|line)\s+(?:still\s+)?(?:says?|said|saying|reads?|wrote|writes?)\s+(?:the word\s+)?(?P<old>\S+(?:\s\S+){0,3}?)"
    r"\s*,?\s+(?:but|and|which|that|it|make|change|should|can|could|has|must|please|to|we|,|\s)+\s*(?:should|has to|must|be|to|it|say|read|make|want|have|is|that|into|\s)*\s(?P<new>\S+(?:\s\S+){0,3})",
    r"(?:change|replace|swap|turn)\s+(?:all|every|each|any)?\s*(?:the\s+)?(?:mentions?|words?|instances?|occurrences?|uses?)\s+(?:of\s+)?(?P<old>\S+(?:\s\S+){0,3}?)\s+(?:to|with|by|into|for|4)\s+(?P<new>\S+(?:\s\S+){0,3})",
    r"(?:rename|change|call|turn|correct|replace|swap|make)\s+(?:the\s+)?(?P<old>\S+(?:\s\S+){0,3}?)\s+(?:to|into|with|as|for|by)\s+(?P<new>\S+(?:\s\S+){0,3})",
    r"(?P<old>\S+(?:\s\S+){0,3}?)\s*(?:->|=>|→|>)\s*(?P<new>\S+(?:\s\S+){0,3})",
)


def _unquoted(c: Context, k: _Clause) -> Reading | None:
    """Words without quotes, found because the script holds what is to be replaced."""
    if k.quotes or len(k.ids()) > 1 or k.lines or not k.kinds <= {"@scene", "@num", "@dur", "@colour", "@ord"}:
        return None
    if k.words & {"music", "voice", "logo", "captions", "background", "typeface", "transition", "duration", "speed", "endcard"}:
        return None
    said = " ".join(c.text[k.tokens[0].start : k.tokens[-1].end].split())
    for at, pattern in enumerate(_CORRECTIONS):
        found = re.fullmatch(pattern, said, re.IGNORECASE)
        if found is None:
            continue
        old, new = found["old"].strip(" .,!?\"'"), re.sub(r"\s+(?:now|please|pls|everywhere|instead)$", "", found["new"].strip(" .,!?\"'"))
        if not holders(c, old):
            continue
        if re.fullmatch(_NUMBER, old):
            numbers = re.findall(_NUMBER, new)
            new = numbers[-1] if numbers else new
        unsure = at < 2 and holders(c, new) and not re.search(r"\d", new)
        if not new or new.lower() == old.lower() or unsure:
            continue
        return replaced(c, old, new, k.ids()[0] if k.ids() else "")
    return None


_FRAMES: tuple[Callable[[Context, _Clause], Reading | None], ...] = (
    _insertion,
    _heading,
    _card,
    _strap,
    _line_text,
    _two_quotes,
    _addition,
    _holding,
    _locking,
    _doubling,
    _joining,
    _exchange,
    _moving,
    _removal,
    _unquoted,
)
