"""Lists: points and steps as a whole, and single ones that are added, changed, moved, taken out or given an icon."""

from __future__ import annotations

import re

from tools.content_patches import SetEntries
from tools.language.notes.contents_core import BE, DET, REMOVE, SET, Core, listed, shown_as, value
from tools.language.notes.context import Reading, ask, do
from tools.language.notes.lexicon import ORDINALS
from tools.scene_contents import Entry
from tools.storyboard import Layout, Scene

_POINT = r"(?:bullet ?points?|bullets?|points?|reasons?|benefits?|advantages?)"
_STEP = r"(?:steps?)"
_ITEM = rf"(?:(?:list )?(?:items?|entr(?:y|ies))|{_POINT}|{_STEP})"
_LIST = rf"(?:(?:bullet |numbered )?list(?: of (?:bullets|points|steps))?|{_POINT}|{_STEP})"
_ON = rf"(?: (?:of|in|on|to|from|for) {DET}{_LIST})?"
_COUNT = r"(?:two|three|four|five|six|seven|eight|\d)"
_ORDINAL = r"(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th|last|final)"
_CARDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_SHOW = r"(?:show|list|put|add|display|have|make|give|write|use|set|let|present|turn|create|include|bring)"
_MOST = 12


def read_list(core: Core) -> Reading | None:
    """What a list is to show."""
    return _whole(core) or _icon(core) or _one(core)


def _scene(core: Core, *, item: str = "") -> Scene | None:
    own = [
        one
        for one in core.context.scenes
        if any(entry.text.lower() in core.text.lower() for entry in one.content.entries) and one.layout in (
            "points", "steps")
    ]
    if item and core.scene is None and len(own) == 1:
        return own[0]
    steps = re.search(rf"\b{_STEP}\b", core.text, re.I) is not None
    first, second = ("steps", "points") if steps else ("points", "steps")
    scene = core.shown(first)  # type: ignore[arg-type]
    if scene is None and core.scene is None and not (item and steps):
        scene = core.shown(second)  # type: ignore[arg-type]
    return scene or (core.shown("points", "steps") if not item or core.scene is not None else None)


def _entries(core: Core, scene: Scene, entries: list[Entry], layout: Layout | None = None) -> Reading:
    patch = SetEntries(scene=scene.id, entries=tuple(entries[:_MOST]))
    return shown_as(core.context, scene, layout or scene.layout, patch)


def _whole(core: Core) -> Reading | None:
    """`points: Fresh, Local, Honest`, `show three steps in scene 2: Pump, Lather, Rinse`."""
    steps = rf"(?:numbered |simple )?(?:{_STEP})"
    found = core.match(
        rf"(?:{_SHOW} |{SET})?(?:these |the following |them |it )?(?:as |into )?{DET}(?:{_COUNT} "
        rf")?(?:(?P<steps>{steps})|{_POINT}|{_LIST})"
        r"(?: (?:on screen|there|here|instead))?(?:\s*:\s*| (?:should|must|could|can|shall) "
        r"(?:be|read|say|become):? | (?:are|is|be|to|saying|say|with|called|reading|become)(?: "
        r"now)?:? )(?P<v>.+)"
    ) or core.match(rf"(?:{_SHOW}) (?P<v>.+[,;].+) {_AS_LIST}(?P<steps>{steps})?(?:{_LIST})?")
    if found is None:
        return None
    texts = listed(value(found["v"]) or "")
    single = len(texts) < 2
    if (
        single
        or any(len(text) > 90 for text in texts)
        or re.match(r"(?:a |an |the )?(?:list|table|chart|plain|numbered)", found["v"], re.I)
    ):
        return None
    scene = core.scene or _scene(core)
    if scene is None:
        return core.several("points", "steps") or ask("In which scene should the list be shown?")
    layout: Layout = "steps" if found["steps"] else "points"
    layout = scene.layout if scene.layout in ("points", "steps") and not found["steps"] else layout
    return _entries(core, scene, [_entry(scene, text) for text in texts], layout)


_AS_LIST = r"(?:as|in) (?:an? |the )?"


def _entry(scene: Scene, text: str) -> Entry:
    """The entry of a scene that reads like `text`, or a new one."""
    same = next((one for one in scene.content.entries if one.text.lower() == text.lower()), None)
    return same or Entry(text=text)


def _place(core: Core, words: str, count: int) -> int | None:
    """Which entry is meant, from 0: by its place; None where there is none."""
    low = words.lower().strip()
    number = re.search(r"\d+", low)
    if low in ("last", "final"):
        return count - 1
    at = int(number[0]) if number else ORDINALS.get(low) or _CARDINALS.get(low) or 0
    return at - 1 if 1 <= at <= count else None


_NTH = rf"(?:(?P<nth>{_ORDINAL}) {_ITEM}|{_ITEM} (?:number |no\.? ?|#)?(?P<n>\d+|one|two|three|four|five|six))"


def _which(core: Core, scene: Scene, found: re.Match[str]) -> int | Reading | None:
    groups = found.groupdict()
    words = groups.get("nth") or groups.get("n")
    entries = scene.content.entries
    if words:
        place = _place(core, words, len(entries))
        if place is None:
            number = core.context.number(scene.id)
            return ask(f"Scene {number} has {len(entries)} entries; which one do you mean?")
        return place
    about = (groups.get("about") or "").lower().strip(" \"'“”")
    own = [n for n, entry in enumerate(entries) if about and about in entry.text.lower()]
    if not own and about:
        wanted = {word.rstrip("s") for word in re.findall(r"\w{3,}", about)} - {"the", "about"}
        own = [
            n
            for n, entry in enumerate(entries)
            if wanted & {w.rstrip("s") for w in re.findall(r"\w{3,}", entry.text.lower())}
        ]
    return own[0] if len(own) == 1 else None


def _texts(scene: Scene) -> str:
    return "|".join(sorted((re.escape(e.text) for e in scene.content.entries), key=len, reverse=True)) or "x^"


def _one(core: Core) -> Reading | None:
    scene = _scene(core, item="one")
    if scene is None or not scene.content.entries:
        return None
    entries = list(scene.content.entries)
    about = rf"(?P<about>{_texts(scene)})"
    found = core.match(
        r"(?:(?:add|include|insert|append|put in|give (?:me|it|us)|i need|we need|need|want) "
        r"|(?=another|one more|an extra|a new|a further|extra|more|new))(?:(?:another|one more|"
        rf"an? (?:extra|new|more|further|last|final|{_ORDINAL})|an?|the|one|more|extra|new|{_ORDINAL}) "
        rf")+(?:{_ORDINAL} )?{_ITEM}{_ON}(?: please)?(?:\s*[:,]\s*| (?:saying|that says|called|"
        r"reading|about|with|for) |\s+(?=[\"“'A-Z]))(?P<v>.+)"
    ) or core.match(
        rf"(?:an?|one|another|the) {_ORDINAL} {_ITEM}(?: (?:please|too|also|could be|should be|is))"
        rf"?\s*[:,–-]?\s+(?P<v>.+)"
        if re.search(rf"\b(?:another|{_after(len(entries))})\b", core.text, re.I)
        else "x^"
    ) or core.match(
        rf"(?:add|include|append|put) (?P<v>[\"“'].+[\"”']|.+?)(?: as (?:an? |the )?(?:{_ORDINAL} "
        rf"|new |last |extra |another )?{_ITEM}| (?:to|in|on) {DET}{_LIST})"
    )
    if found is not None and not re.match(rf"{SET}", core.text, re.I):
        text = value(found["v"])
        if text and len(entries) < _MOST:
            many = (
                listed(text)
                if re.search(r"\b(?:bullets|points|steps|items|reasons|benefits)\b", core.text, re.I)
                else [text]
            )
            place = re.search(rf"\b(?P<p>first|1st|second|2nd|third|3rd) {_ITEM}", core.text, re.I)
            put = _place(core, place["p"], len(entries)) if place else None
            put = len(entries) if put is None else put
            return _entries(core, scene, [*entries[:put], *(Entry(text=one) for one in many), *entries[put:]])
    found = core.match(
        rf"{REMOVE}{DET}(?:{_NTH}{_ON}|(?:{_ITEM} )?[\"“']?{about}[\"”']?(?: {_ITEM})?{_ON}|{_ITEM} "
        r"(?:about|with|on|that says|saying|which says|mentioning) (?P<rest>.+))"
    )
    if found is not None:
        at = _which(core, scene, found) if not found["rest"] else _which(core, scene, _named(found["rest"]))
        if isinstance(at, Reading):
            return at
        if at is not None and len(entries) > 1:
            return _entries(core, scene, [*entries[:at], *entries[at + 1 :]])
    found = core.match(
        r"(?:swap|switch|exchange|flip|reverse) (?:the )?(?:(?:order of (?:the )?)?(?P<two>first "
        rf"two|last two|two) {_ITEM}|{_ITEM} (?P<a>\d|one|two|three|four) (?:and|with) (?P<b>\d|"
        rf"one|two|three|four)|(?P<o>{_ORDINAL}) and (?:the )?(?P<p>{_ORDINAL}) {_ITEM}){_ON}"
    )
    if found is not None:
        first, second = (
            (0, 1)
            if found["two"] == "first two" or len(entries) == 2
            else (len(entries) - 2, len(entries) - 1)
            if found["two"] == "last two"
            else (
                _place(core, found["a"] or found["o"] or "", len(entries)),
                _place(core, found["b"] or found["p"] or "", len(entries)),
            )
        )
        if first is not None and second is not None and first != second:
            entries[first], entries[second] = entries[second], entries[first]
            return _entries(core, scene, entries)
    found = core.match(
        rf"{DET}(?:{_NTH}|(?:{_ITEM} )?[\"“']?{about}[\"”']?(?: {_ITEM})?) (?:should |must |could |can |has to |needs "
        rf"to )?(?:come|go|be|"
        r"stand|belong)s? (?:to (?:the )?(?:top|front|start|beginning)|(?:up )?first|at (?:the )?(?:top|front|start|"
        r"beginning)|(?P<end>last|"
        rf"(?:to|at) (?:the )?(?:end|bottom)))(?: {_ITEM})?{_ON}"
    ) or core.match(
        rf"(?:put|move|bring|make|start with|begin with|place|have) {DET}(?:{_NTH}|(?:{_ITEM} "
        rf")?[\"“']?{about}[\"”']?(?: {_ITEM})?) (?:to (?:the )?(?:top|front|start|beginning)|"
        r"(?:up )?first|at (?:the )?(?:top|front|start|beginning)|(?P<end>last|to (?:the )?(?:end|"
        rf"bottom)|at (?:the )?(?:end|bottom)))(?: {_ITEM})?{_ON}"
    )
    if found is not None:
        at = _which(core, scene, found)
        if isinstance(at, int):
            moved = entries.pop(at)
            entries = [*entries, moved] if found["end"] else [moved, *entries]
            return _entries(core, scene, entries)
    found = core.match(
        rf"{SET}?{DET}(?:{_NTH}{_ON}|{_ITEM} (?:about|with|that says) (?P<about2>.+?)|(?:{_ITEM} "
        rf")[\"“']?{about}[\"”']?){BE}(?P<v>.+)"
    ) or core.match(
        rf"(?:replace|swap|change|exchange|rename) {DET}(?:{_NTH}{_ON}|(?:{_ITEM} "
        rf")?[\"“']?{about}[\"”']?(?: {_ITEM})?) "
        r"(?:with|by|for|to|into) (?P<v>.+)"
    )
    if found is not None and (text := value(found["v"])):
        groups = found.groupdict()
        at = _which(core, scene, _named(groups["about2"]) if groups.get("about2") else found)
        if isinstance(at, Reading):
            return at
        if at is not None:
            entries[at] = entries[at].changed(text=text, icon="")
            return _entries(core, scene, entries)
    return None


def _after(count: int) -> str:
    """How the entry behind the last of so many is called."""
    return "|".join(name for name, number in ORDINALS.items() if number == count + 1) or "x^"


def _named(words: str) -> re.Match[str]:
    found = re.fullmatch(r"(?P<about>.*)", words)
    assert found is not None
    return found


def _icon(core: Core) -> Reading | None:
    """`use a clock icon for Open on Sundays`, `give the first point a leaf icon`."""
    if not re.search(r"\bicons?\b", core.text, re.I):
        return None
    scene = _scene(core)
    if scene is None or not scene.content.entries:
        return None
    about = rf"(?P<about>{_texts(scene)})"
    item = rf"{DET}(?:{_NTH}|(?:{_ITEM} )?[\"“']?{about}[\"”']?(?: {_ITEM})?)"
    icon = (
        r"(?:an? |the )?(?P<icon>[a-z][a-z -]*?)(?: icon| symbol)|(?:the |an? )?icon (?:of (?:an? "
        r"|the )?)?[\"“']?(?P<named>[a-z][a-z-]*)[\"”']?"
    )
    found = (
        core.match(
            rf"(?:(?:use|put|take|show|add|have|set|place) )?(?:{icon}) (?:for|on|beside|next to|"
            rf"at|to|in front of|before) {item}"
        )
        or core.match(rf"(?:give|show) {item} (?:{icon})")
        or core.match(
            rf"{SET}?(?:the )?icons? (?:of|for|on|beside|next to) {item}{BE}(?:an? |the )?(?P<icon>[a-z][a-z "
            r"-]*?)(?P<named>)"
        )
        or core.match(rf"{item} (?:should|must|needs to|could) (?:have|get|show) (?:{icon})")
    )
    if found is None:
        return ask(
            "Icons are chosen to fit the words of an entry; for which entry should it be another one, and which?"
        )
    at = _which(core, scene, found)
    if not isinstance(at, int):
        return at or ask("For which entry should the icon be another one?")
    name = (found["icon"] or found["named"] or "").strip().lower().replace(" ", "-")
    entries = list(scene.content.entries)
    entries[at] = entries[at].changed(icon=name)
    return do(SetEntries(scene=scene.id, entries=tuple(entries)), focus=(scene.id,))
