"""Sides: the two sides of a comparison, their titles and entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tools.content_patches import SetSides
from tools.language.notes.contents_core import BE, DET, REMOVE, SET, Core, listed, shown_as, value
from tools.language.notes.context import Context, Reading
from tools.language.notes.patterns import Token
from tools.scene_contents import Entry, Side
from tools.storyboard import Scene

_SIDE = r"(?P<side>left|first|1st|right|second|2nd)(?:[- ]hand)?(?: side| column| one| half| box)(?: of {COMPARED})?"
_COMPARED = r"(?:the |our )?(?:comparison|compare scene|versus scene)"
_VERSUS = r"\s+(?:and|vs\.?|versus|with|to|against|or)\s+"


def read_sides(core: Core) -> Reading | None:
    """What a comparison is to show; a new one where a scene is named for it."""
    if core.scene is not None and (reading := _new(core, core.scene)) is not None:
        return reading
    scene = core.shown("comparison")
    if scene is None or len(scene.content.sides) != 2:
        return None
    sides = list(scene.content.sides)
    side = _SIDE.replace("{COMPARED}", _COMPARED)
    titles = "|".join(re.escape(one.title) for one in sides if one.title) or "x^"
    ours = r"(?:(?:our|my) (?:own )?(?:side|column|half)|(?:side|column) (?:of|about) us|us)"
    core = replace(core, text=re.sub(rf"\b{ours}\b", "the right side", core.text, flags=re.I))
    rest = re.search(
        rf",? (?:and |but )?(?:(?:leave|keep) )?(?:theirs|the other(?: side| one| column)?|(?:the )?(?:{titles})(?: "
        rf"side| column)?)(?:,? (?:stays?|remains?|can stay|should stay|is fine))?(?: (?:as (?:it|they) (?:is|are|"
        r"stands?)|the same|unchanged|like that))?$",
        core.text,
        re.I,
    )
    spared = rest is not None and re.search(r"stay|remain|leave|keep|fine|same|unchanged", rest[0], re.I) is not None
    core = replace(core, text=core.text[: rest.start()]) if rest is not None and spared else core
    which = rf"(?:{side}|(?:[\"“']?(?P<title>{titles})[\"”']?)(?: side| column)?)"
    tail = rf"(?: (?:of|in|on|from) {_COMPARED})?"
    if core.match(
        rf"(?:swap|switch|flip|exchange|reverse|turn around) {DET}(?:two |both )?(?:sides|columns)(?: "
        rf"(?:of|in) {_COMPARED})?"
    ):
        return _set(core, scene, sides[::-1])
    found = core.match(
        rf"{SET}?{DET}(?:(?:title|heading|headline|name|label) (?:of|on|for|over) {DET})?{which}(?:'s)?(?: "
        rf"title| heading| headline| name)?{tail}{BE}(?:called |titled |named )?(?P<v>.+)"
    )
    if found is not None and (text := value(found["v"])) and not re.match(r"add |also ", text, re.I):
        at, texts = _at(sides, found), listed(text)
        if at is not None and len(texts) > 1 and found["side"] is None:
            sides[at] = sides[at].changed(entries=tuple(Entry(text=one) for one in texts))
        elif at is not None:
            sides[at] = sides[at].changed(title=text)
        return _set(core, scene, sides) if at is not None else None
    found = core.match(rf"(?:call|name|rename|title|label) {DET}{which}{tail}(?: to| as)? (?P<v>.+)")
    at = _at(sides, found) if found is not None else None
    if found is not None and at is not None and (text := value(found["v"])):
        sides[at] = sides[at].changed(title=text)
        return _set(core, scene, sides)
    found = core.match(
        rf"(?:on|under|to|in|for) {DET}{which}{tail},? (?:please )?(?:also )?(?:add|put|write|"
        r"list|show|include) (?P<v>.+)"
    ) or core.match(rf"(?:add|put|write|include|list) (?P<v>.+?) (?:on|under|to|in|into|onto) {DET}{which}{tail}")
    if found is not None and (text := value(found["v"])):
        at = _at(sides, found)
        if at is not None:
            alone = _ALONE.match(text)
            before = () if alone is not None else sides[at].entries
            told = listed(text[alone.end() :] if alone is not None else text)
            sides[at] = sides[at].changed(entries=(*before, *(Entry(text=one) for one in told)))
            return _set(core, scene, sides)
    entries = "|".join(sorted((re.escape(e.text) for one in sides for e in one.entries), key=len, reverse=True)) or "x^"
    found = core.match(
        rf"{REMOVE}{DET}(?:(?:point|entry|item|line) )?[\"“']?(?P<e>{entries})[\"”']?(?: (?:from|"
        rf"in|on|of) (?:{_COMPARED}|{DET}{side}))?"
    )
    if found is not None:
        left = [_without(one, found["e"]) for one in sides]
        return _set(core, scene, left)
    found = core.match(
        rf"(?:in {_COMPARED},? )?{SET}?{DET}(?:(?:point|entry|item|line) "
        rf")?[\"“']?(?P<e>{entries})[\"”']?{tail}(?:{BE}| for )"
        rf"(?P<v>.+?){tail}"
    )
    if found is not None and (text := value(found["v"])) and len(text) <= 90:
        own = found["e"].lower()
        changed = [
            one.changed(entries=tuple(e.changed(text=text) if e.text.lower() == own else e for e in one.entries))
            for one in sides
        ]
        return _set(core, scene, changed)
    return None


_ALONE = re.compile(r"(?:only|just|nothing but|no more than) ", re.IGNORECASE)
"""What a side is to show, and nothing else."""
_FULL = re.compile(
    r"(?:(?:show|make|add|do|create|build|put|turn it into|have|use|as|into|with|compare) )*(?:it )?(?:(?:as|into|to) "
    r")?(?:an? "
    r"|the )?(?:(?:comparison|side[- ]by[- ]side|versus)(?: card| scene)?(?: (?:of|between|with|"
    r"showing))?)?\s*[:,-]?\s*"
    r"(?P<a>[^,:;]{2,40}?)\s*(?:[:=]|\bwith\b|-)\s*(?P<x>[^:;]+?)\s*(?:;|,? (?:vs\.?|versus|against|compared (?:to|"
    r"with)|and|but"
    r")|\||/)\s+(?P<b>[^,:;]{2,40}?)\s*(?:[:=]|\bwith\b|-)\s*(?P<y>[^:;]+)",
    re.IGNORECASE | re.DOTALL,
)
"""`Factory: machines, mined gold versus Aurelia: hands, recycled gold`."""


def _side(title: str, entries: str) -> Side:
    return Side(title=(value(title) or "")[:80], entries=tuple(Entry(text=one) for one in listed(entries))[:12])


def _both(full: re.Match[str]) -> tuple[Side, ...]:
    """The two sides that `_FULL` found; none where one of them has no title or no entry."""
    both = tuple(_side(full[one], full[entries]) for one, entries in (("a", "x"), ("b", "y")))
    return both if all(side.title and side.entries for side in both) else ()


def _without(side: Side, text: str) -> Side:
    return side.changed(entries=tuple(entry for entry in side.entries if entry.text.lower() != text.lower()))


def _at(sides: list[Side], found: re.Match[str]) -> int | None:
    if found["side"]:
        return 0 if found["side"].lower() in ("left", "first", "1st") else 1
    title = (found["title"] or "").lower()
    return next((n for n, side in enumerate(sides) if side.title.lower() == title), None)


def read_compared(context: Context, tokens: Sequence[Token]) -> Reading | None:
    """Both sides of the one comparison that there is, of a whole sentence: `comparison: A with b, c; D with e, f`."""
    scenes = [scene for scene in context.scenes if scene.layout == "comparison"]
    text = context.text[tokens[0].start : tokens[-1].end]
    opened = re.match(r"\W*(?:the |our )?comparison(?: card| scene)?\s*[:=]\s*", text, re.IGNORECASE)
    full = _FULL.fullmatch(text[opened.end() :]) if opened is not None else None
    if len(scenes) != 1 or full is None or len(both := _both(full)) != 2:
        return None
    return shown_as(context, scenes[0], "comparison", SetSides(scene=scenes[0].id, sides=both))


def _set(core: Core, scene: Scene, sides: list[Side]) -> Reading:
    return shown_as(core.context, scene, scene.layout, SetSides(scene=scene.id, sides=tuple(sides)))


def _new(core: Core, scene: Scene) -> Reading | None:
    """`compare ordinary lamps and Lumen in scene 3`."""
    if scene.layout == "comparison":
        return None
    if (full := _FULL.fullmatch(core.text)) is not None and len(both := _both(full)) == 2:
        return shown_as(core.context, scene, "comparison", SetSides(scene=scene.id, sides=both))
    found = core.match(
        rf"(?:compare|contrast|put side by side|show side by side) (?P<a>[^,:]+?){_VERSUS}(?P<b>[^,:]+)"
    ) or core.match(
        rf"(?:{SET}|show |add |do |create |build |put )?(?:it )?(?:(?:as|into|to) )?(?:an? |the "
        rf")?(?:comparison|side[- ]by[- ]side|versus)(?: (?:of|between|with|showing))?"
        rf"\s*:?\s*(?P<a>[^,:]+?){_VERSUS}(?P<b>[^,:]+)"
    )
    if found is None:
        return None
    sides = tuple(Side(title=(value(found[name]) or "")[:80]) for name in ("a", "b"))
    return (
        shown_as(core.context, scene, "comparison", SetSides(scene=scene.id, sides=sides))
        if all(s.title for s in sides)
        else None
    )
