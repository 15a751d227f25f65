"""Scene sayings: what becomes of scenes that are called by their headings, by what they show, or by bare numbers.

A saying is read as a whole, an act and names that each mean one scene, and is said again with their numbers. It serves
where no rule knew the names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.language.notes.contents_core import Core
from tools.language.notes.context import Context, Reading, ask
from tools.language.notes.scene_names import named_scene

_WITH = r"(?:and(?: then)?|&|\+|with|for|plus)"
_ROUND = r"(?: (?:over|around|round|about|places?|positions?|please|with each other|in order))*"
_SHOULD = r"(?:(?:should|must|could|can|to|needs? to|ought to|has to|will|shall|may|might)(?: now| really| better)* )?"
_RIGHT = (
    r"(?:right |straight |directly |immediately |just |come |comes |go |goes |be |stand |stands |belong |belongs "
    r"|first thing |very first |at the (?:very )?(?:end|start),? "
    r"|to |moved? |put |placed |follow |is |sit |the place |it )*"
)
_SIDE = r"(?P<side>after|behind|following|before|ahead of|in front of|above|below|next to)"
_NTH = (
    r"(?:(?:position|place|spot|slot|number|no\.?|#|the) )*(?P<nth>\d+|first|second|third|fourth|fifth|sixth|"
    r"seventh|one|two|three|four|five|six|seven|eight|nine|1st|2nd|3rd|[4-9]th)(?: (?:place|position|spot|slot))?"
)
_REMOVE = (
    r"(?:remove|delete|drop|cut(?: out)?|bin|chuck(?: out)?|scrap|kill|lose|ditch|axe|skip|omit|rm|del|throw(?: out| "
    r"away)?|"
    r"get rid of|take out|leave out|kick out|dump|do away with|erase|toss(?: out)?|(?:we |i |you )?(?:don'?t|do not) "
    r"(?:need|want)(?: to (?:have|see|show))?|(?:we|i) can (?:do|live) without|no need for|without|no|minus)"
)
_GONE = (
    r"(?:out|away|gone|off|can go|could go|should go|must go|has to go|needs to go|is not needed|isn'?t needed|is "
    r"too much)"
)
_COPY = r"(?:duplicate|copy|clone|double|dupe|repeat|replicate|make a (?:copy|duplicate) of|copy and paste)"
_LOCK = r"(?:lock|freeze|protect|seal)"
_UNLOCK = r"(?:unlock|unfreeze|free|release|open up|unprotect)"
_JOIN = (
    r"(?:merge|join|combine|unite|fuse|glue|put together|make one (?:scene )?(?:out )?of|roll together|fold|blend|"
    r"attach|"
    r"stick together|melt|connect|bring together|lump together)"
)
_ONE = r"(?: (?:together|into one|in one|as one|into a single one|into one scene|into a single scene|up|please))*"


_UNNAMED = re.compile(
    r"(?:(?P<delete>delete|remove|drop|cut|scrap|lose|bin|kill|get rid of)|(?P<lock>lock|freeze|protect)|"
    r"(?P<unlock>unlock|unfreeze|"
    r"release)|(?P<duplicate>duplicate|copy|clone|repeat|double)|(?P<split>split|divide|break up)) (?:the|a|an|that|"
    r"one|some|my|our) "
    r"(?:scene|slide|page)(?: out| away| off| again| please)*",
    re.IGNORECASE,
)
_DONE = {"delete": "deleted", "lock": "locked", "unlock": "unlocked", "duplicate": "copied", "split": "split"}
_MOST_OPTIONS = 7


def read_unnamed(core: Core) -> Reading | None:
    """A question which scene is meant, where something is to be done to `the scene` and none is named."""
    found = _UNNAMED.fullmatch(core.text)
    if found is None or core.scene is not None:
        return None
    act = next(name for name, words in found.groupdict().items() if words)
    scenes = [n for n, one in enumerate(core.context.scenes, start=1) if act != "unlock" or one.locked]
    options = [f"{act.capitalize()} scene {number}" for number in scenes[:_MOST_OPTIONS]]
    return ask(f"Which scene should be {_DONE[act]}?", *options)


def scenes_told(context: Context, text: str) -> str | None:
    """The saying again with the numbers of the scenes that it names; None where an act or a name is not known."""
    plain = re.sub(r"[.!?\s]+$", "", " ".join(text.split()))
    if len(plain.split()) > 16:
        return None
    for pattern, make in _SAYINGS:
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        sure = make in _SURE
        names = [found[name] for name in ("a", "b") if name in found.groupdict()]
        scenes = [named_scene(context, name, topics=not sure) for name in names]
        numbers = [context.number(scene.id) for scene in scenes if scene is not None]
        if len(numbers) < len(scenes) or len(set(numbers)) < len(numbers):
            continue
        if (told := make(context, numbers, found)) is not None:
            return told
    return None


def _swapped(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    return f"swap scene {scenes[0]} and scene {scenes[1]}"


def _moved(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    before = found["side"].lower() in ("before", "ahead of", "in front of", "above")
    return f"move scene {scenes[0]} {'before' if before else 'after'} scene {scenes[1]}"


def _numbered(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    other = named_scene(context, found["nth"])
    if other is None:
        return None
    to = context.number(other.id)
    return f"move scene {scenes[0]} {'after' if to > scenes[0] else 'before'} scene {to}" if to != scenes[0] else None


def _led(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    return f"move scene {scenes[0]} before scene {scenes[1]}" if scenes[0] > scenes[1] else None


def _removed(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    return f"delete scene {scenes[0]}"


def _copied(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    return f"duplicate scene {scenes[0]}"


def _locked(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    return f"lock scene {scenes[0]}"


def _unlocked(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    return f"unlock scene {scenes[0]}"


def _merged(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    return f"merge scene {scenes[0]} and scene {scenes[1]}"


def _parted(context: Context, scenes: Sequence[int], found: re.Match[str]) -> str | None:
    words = found["words"].lower().strip(" .,!?")
    held = [
        (scene, n)
        for scene in context.scenes
        for n, line in enumerate(scene.lines)
        if line.text.lower().startswith(words)
    ]
    if len(held) != 1 or held[0][1] == 0 or len(words) < 4:
        return None
    return f"split scene {context.number(held[0][0].id)} after line {held[0][1]}"


_SURE = (_removed, _copied, _locked, _unlocked)
"""What is done to a scene only where its name can mean nothing else."""
_A, _B = r"(?P<a>[^,;:]+?)", r"(?P<b>[^,;:]+?)"
_STARTS = (
    r".*\b(?:second|new|next|other) (?:part|half|scene|one) (?:should |must )?(?:start|begin|open)(?:s|ing)? (?:with|"
    r"at|from|on) [\"'“]?"
    r"(?P<words>[^\"”]+?)[\"'”]?"
)
_Make = Callable[[Context, Sequence[int], re.Match[str]], str | None]
_TOLD: tuple[tuple[str, _Make], ...] = (
    (
        rf"(?:swap|swop|switch|exchange|change(?: over| round| around)?|flip|trade|interchange|reverse|turn round|mix "
        rf"up)"
        rf"(?: the places? of| places of| round| over| around| the order of)? {_A} {_WITH} {_B}{_ROUND}",
        _swapped,
    ),
    (
        rf"(?:let |have |make )?{_A} {_WITH} {_B} {_SHOULD}(?:(?:swap|trade|change|switch|exchange)(?: their)?(?: "
        rf"places?| positions?| "
        rf"round|"
        r" over| around)?|(?:the )?other way (?:a)?round|in reverse(?: order)?|swapped|switched|exchanged)",
        _swapped,
    ),
    (rf"(?:move|shift|put|bring|take|place|drag|push|pull|have|let|stick) {_A} {_RIGHT}{_SIDE} {_B}", _moved),
    (rf"{_A} {_SHOULD}{_RIGHT}{_SIDE} {_B}", _moved),
    (
        rf"(?:(?:move|shift|put|bring|take|place|drag|make|have) )?{_A} {_SHOULD}(?:(?:be|go|come|stand|move)s? )?"
        rf"(?:(?:to|at|in|into|on|as)(?: the)? (?=position|place|spot|slot|number)){_NTH}",
        _numbered,
    ),
    (rf"{_A} (?:first|comes first|goes first|up front),? (?:and )?then {_B}", _led),
    (rf"(?:start|begin|open|lead) with {_A},? (?:and )?(?:then|followed by|before) {_B}", _led),
    (rf"{_REMOVE} {_A}", _removed),
    (rf"{_A} {_GONE}", _removed),
    (rf"{_COPY} {_A}", _copied),
    (rf"{_LOCK} {_A}", _locked),
    (rf"{_UNLOCK} {_A}", _unlocked),
    (rf"{_JOIN} {_A} (?:{_WITH}|to|on ?to|into|in with) {_B}{_ONE}", _merged),
    (rf"{_A} {_WITH} {_B} {_SHOULD}(?:be |become |make |form )?(?:merged?|joined?|combined?|one|together|a "
     rf"single)\b.*", _merged),
    (_STARTS, _parted),
    (
        r"(?:(?:the part |everything )?from )?[\"'“]?(?P<words>[^\"”]+?)[\"'”]? (?:on(?:wards?)?(?: it)? )?(?:(?:it "
        r")?should|"
        r"must|could|can)?(?: be| become| go into| get| start| begin| open)? (?:an? |its |the )?(?:own |new |separate "
        r"|extra |other )*scene(?: of its own)?",
        _parted,
    ),
)
_SAYINGS = tuple((re.compile(pattern, re.IGNORECASE), make) for pattern, make in _TOLD)
