"""Frames of words: headings, lines, new scenes, the end card, the strap, words for words, in any order."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, ask, do
from tools.language.notes.expressions import expression
from tools.language.notes.frame_words import COMPARED, NOUNS, ROLES
from tools.language.notes.rules_cards import name_and_role
from tools.language.notes.rules_replacing import holders, replaced
from tools.language.notes.rules_scenes import fresh_id
from tools.language.notes.script_parts import WEIGHTLESS, Parts
from tools.language.notes.text_slots import FIRM
from tools.patches import AddLine, EditLine, InsertScene, SetEndCard, SetHeading, SetPresenter
from tools.script import Line
from tools.storyboard import Scene

_BESIDE = frozenset("after before behind following ahead front".split())
_ADD = frozenset("add say mention include insert append put more another extra new end start finish close".split())
_REPLACE = frozenset(
    "replace change swap substitute correct instead not but over rather than should make to with".split()
)


def _heading(c: Context, k: Parts) -> Reading | None:
    own = frozenset(
        """namely different heading subtitle title change replace rename call write show add as wrong new another
        give with into
        update""".split()
    )
    nouns = k.words & {"heading", "subtitle", "title"}
    if len(nouns) != 1 or len(k.quotes) != 1 or "endcard" in k.words or not k.only("@scene @quote", own):
        return None
    text, ids, noun = k.text(k.quotes[0])[:300], k.ids(), next(iter(nouns))
    if not ids and noun != "heading":
        ids = tuple(s.id for s in c.scenes if s.layout == "title")
    ids = ids or c.focus[:1]
    if len(ids) != 1:
        return ask("Of which scene do you mean the heading?")
    return do(
        SetHeading(scene=ids[0], subtitle=text) if noun == "subtitle" else SetHeading(scene=ids[0], heading=text),
        focus=ids,
    )


def _line_text(c: Context, k: Parts) -> Reading | None:
    own = frozenset("""change replace instead rewrite edit update swap new into wrong sound rather""".split())
    if (
        len(k.lines) != 1
        or len(k.quotes) != 1
        or not k.only("@line @scene @quote", own)
        or {"after", "before"} & k.words
    ):
        return None
    if len(k.lines[0].ids) != 1 or not k.words & (
        own | {"should", "be", "to", "with", ":", "make", "say", "read", "must"}
    ):
        return None
    return do(EditLine(line=k.lines[0].ids[0], text=k.text(k.quotes[0])))


def _insertion(c: Context, k: Parts) -> Reading | None:
    """A new scene with its words in quotes, or behind a colon: before the end card where no place is told."""
    own = (
        _ADD
        | _BESIDE
        | frozenset(
            """new another extra more one between with heading call title titled text endcard before scene she he
        avatar at called saying where just there additional short quick showing second words following
        headline named name""".split()
        )
    )
    noun = next((n for n, t in enumerate(k.tokens) if t.norm in ("scene", "page")), None)
    if noun is None or not k.words & {
        "add",
        "new",
        "another",
        "extra",
        "insert",
        "more",
        "additional",
        "want",
        "need",
        "put",
        "create",
    }:
        return None
    colon = next((n for n, t in enumerate(k.tokens) if t.norm == ":" and n > noun), None)
    text, heading, tokens = "", "", list(k.tokens)
    if k.quotes:
        named = [
            q
            for q in k.quotes
            if k.tokens[k.tokens.index(q) - 1].norm
            in ("heading", "call", "title", "titled", "called", "named", "headline")
        ]
        spoken = [q for q in k.quotes if q not in named]
        if len(spoken) > 1 or len(named) > 1:
            return None
        beside = k.tokens[k.tokens.index(spoken[0]) - 1].norm if spoken else ""
        if beside in ("after", "before") and holders(c, k.text(spoken[0]).strip(" .!?")):
            return None
        text, heading = (k.text(spoken[0]) if spoken else ""), (k.text(named[0]) if named else "")
    elif colon is not None and colon + 1 < len(tokens):
        text = c.text[tokens[colon].end : max(c.end, tokens[-1].end)].strip()
        tokens = tokens[: colon + 1]
    if not text and not heading:
        return None
    rest = Parts(c, tokens)
    before = k.tokens[noun - 1]
    topic = before.norm if noun and before.norm not in own | WEIGHTLESS and not before.norm.startswith("@") else ""
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


def _addition(c: Context, k: Parts) -> Reading | None:
    own = _ADD | frozenset("""with after before beginning write one avatar voice squeeze there last first""".split())
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


def _card(c: Context, k: Parts) -> Reading | None:
    own = frozenset(
        """endcard cta heading address website change replace add write show end finish close with new point
        update link button as card text""".split()
    )
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


def _strap(c: Context, k: Parts) -> Reading | None:
    own = frozenset(
        """strap avatar name role job title position change add write show under call below as with her his new
        introduce""".split()
    )
    if not k.quotes or not k.words & {"strap", "name", "role", "job", "position"} or not k.only("@quote", own):
        return None
    texts = [k.text(quote) for quote in k.quotes]
    if len(texts) == 2:
        return do(SetPresenter(name=texts[0][:120], role=texts[1][:120]))
    if len(texts) == 1 and k.words & {"role", "job", "position"} and "name" not in k.words:
        return do(SetPresenter(role=texts[0][:120]))
    name, role = name_and_role(texts[0])
    return do(SetPresenter(name=name or None, role=role or None)) if len(texts) == 1 else None


def _two_quotes(c: Context, k: Parts) -> Reading | None:
    own = _REPLACE | frozenset(
        """endcard cta heading now wants prefer all mention mentions wrong with by into for of find every where
        is write call sound better avatar name term mistake typo""".split()
    )
    if len(k.quotes) != 2 or not k.only("@quote @scene", own):
        return None
    first, second = (k.tokens.index(quote) for quote in k.quotes)
    before = [t.norm for t in k.tokens[max(0, second - 2) : second]]
    ahead = [t.norm for t in k.tokens[max(0, first - 2) : first]]
    between = {t.norm for t in k.tokens[first:second]}
    backwards = (
        {"where", "say"} <= between or bool({"instead", "not", "over", "than"} & set(before)) and "but" not in before
    )
    if {"instead", "not"} & set(ahead):
        backwards = False
    old, new = k.quotes[::-1] if backwards else k.quotes
    if (
        c.board
        and {"endcard", "cta"} & k.words
        and c.board.end_card.call_to_action.lower() == k.text(old).lower().strip(" .")
    ):
        return do(SetEndCard(call_to_action=k.text(new)))
    if len(k.ids()) > 1 or (backwards and not holders(c, k.text(old))):
        return None
    return replaced(c, k.text(old), k.text(new), k.ids()[0] if k.ids() else "")


_FEW = r"\S+(?:\s\S+){0,3}"
_NUMBER = r"[€$£]?\d+(?:[.,]\d+)*(?:\s?(?:%|€))?"
_OPENERS = r"(?:^|.*?\b(?:be|is|are|was|say|says|use|write|put|it's|its|to|call|costs?|want|with|prefer)\b|.*[:,])"
_CORRECTIONS = (
    rf"{_OPENERS}\s*(?P<new>{_FEW}?)\s*,?\s+(?:and\s+)?(?:not|instead of|rather than|in place of)\s+(?P<old>{_FEW})",
    r"(?:.*?\b)?(?:it|she|he|heading|they|we|you|scene \w+|text|line)\s+(?:still\s+)?"
    rf"(?:says?|said|saying|reads?|wrote|writes?)\s+(?:the word\s+)?(?P<old>{_FEW}?)\s*,?\s+"
    r"(?:but|and|which|that|it|make|change|should|can|could|has|must|please|to|we|,|\s)+\s*"
    rf"(?:should|has to|must|be|to|it|say|read|make|want|have|is|that|into|\s)*\s(?P<new>{_FEW})",
    r"(?:change|replace|swap|turn)\s+(?:all|every|each|any)?\s*(?:the\s+)?"
    r"(?:mentions?|words?|instances?|occurrences?|uses?)\s+(?:of\s+)?"
    rf"(?P<old>{_FEW}?)\s+(?:to|with|by|into|for|4)\s+(?P<new>{_FEW})",
    r"(?:rename|change|call|turn|correct|replace|swap|make)\s+(?:the\s+)?(?P<old>\S+(?:\s\S+){0,3}?)\s+(?:to|into|with|as|for|by)\s+(?P<new>\S+(?:\s\S+){0,3})",
    r"(?P<old>\S+(?:\s\S+){0,3}?)\s*(?:->|=>|→|>)\s*(?P<new>\S+(?:\s\S+){0,3})",
)


def _unquoted(c: Context, k: Parts) -> Reading | None:
    """Words without quotes, found because the script holds what is to be replaced."""
    if k.quotes or len(k.ids()) > 1 or k.lines or not k.kinds <= {"@scene", "@num", "@dur", "@colour", "@ord"}:
        return None
    if k.words & {
        "music",
        "voice",
        "logo",
        "captions",
        "background",
        "typeface",
        "transition",
        "duration",
        "speed",
        "endcard",
    }:
        return None
    said = " ".join(c.text[k.tokens[0].start : k.tokens[-1].end].split())
    for at, pattern in enumerate(_CORRECTIONS):
        found = expression(pattern, re.IGNORECASE).fullmatch(said)
        if found is None:
            continue
        old, new = (
            found["old"].strip(" .,!?\"'"),
            re.sub(r"\s+(?:now|please|pls|everywhere|instead)$", "", found["new"].strip(" .,!?\"'")),
        )
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


_TALKED = frozenset(NOUNS) | frozenset(ROLES) | COMPARED | FIRM | frozenset(
    """not no dont too very is are was should must please can could instead like more less she he her his him it this
    that i we you use add make pause stop start end wait hold show try say says clip film video photo picture image
    gesture wave smile zoom speak talk read lock unlock cut fine good great ok okay perfect nice same""".split()
)


def _label(c: Context, k: Parts) -> Reading | None:
    """`scene 3: Only 89 euros`: few words that begin with a capital, none of them of a request, head the scene."""
    norms = [token.norm for token in k.tokens]
    if norms[:2] != ["@scene", ":"] or not 3 <= len(norms) <= 9 or len(k.ids()) != 1 or k.problem():
        return None
    text = c.text[k.tokens[1].end : max(c.end, k.tokens[-1].end)].strip(" :=->\n")
    words = {word.strip(".,!?'\"") for word in text.lower().split()}
    scene = c.scene(k.ids()[0])
    if scene is None or scene.layout == "end_card" or not text[:1].isupper() or text[-1:] in ".?:" or not words:
        return None
    if (words | set(norms[2:])) & _TALKED or any(norm.startswith("@") and norm != "@num" for norm in norms[2:]):
        return None
    return do(SetHeading(scene=scene.id, heading=text[:300]), focus=k.ids())


TEXT_FRAMES = (_insertion, _heading, _card, _strap, _line_text, _two_quotes, _addition)
"""Those with words in quotes, the most telling first."""
LAST_FRAMES = (_unquoted, _label)
"""Those that guess where words begin and end; only where no other fits."""
