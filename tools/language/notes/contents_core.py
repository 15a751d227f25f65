"""The core of a request for what a scene shows: its words without courtesies, and the scene that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tools.content_patches import SetLayout
from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.expressions import expression
from tools.language.notes.free_texts import without_courtesy
from tools.language.notes.patterns import Token
from tools.patches import Patch
from tools.scene_contents import SceneContent
from tools.storyboard import Layout, Scene

_LEAD = re.compile(
    r"(?:(?:please|pls|plz|kindly|ok|okay|so|and|then|also|now|hey|hi|well|um|actually|maybe|"
    r"perhaps|just|but|(?:no|yes)(?=,)|"
    r"great|nice|thanks|oh|for me|if possible)[,!:]* +|"
    r"(?:can|could|would|will|may|might|shall|should) (?:you|we|i|u)(?: (?:please|maybe|"
    r"also|just|perhaps|kindly))*(?: like to)? +|"
    r"(?:can|could|should|shall|would|may|must) (?=the |our |it |this |that )|"
    r"(?:i|we)(?:'d| would| want| need|d)?(?: really| rather)?(?: (?:like|love|prefer|want|need))? (?:you |u )?to +|"
    r"(?:i|we)(?:'d| would|d)? (?:like|love|prefer|want|need) "
    r"(?=the |a |an |scene |line |our |my |it |this |her |his |some |more |less )|"
    r"let'?s +|let us +|do me a favou?r and +|is it possible to +|would it be possible to +|i think +|i guess +|"
    r"how about +|what about +|what if +|is there a way to +|make sure (?:that )?)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:\b(?:in|on|at|for|of|from|to|into|within|inside|,)\s+)?(?:the )?$", re.IGNORECASE)
SET = (
    r"(?:(?:change|set|update|make|turn|switch|correct|fix|put|adjust|edit|rename|replace|"
    r"write|let|have|get|use|swap|shorten|exchange|modify|label|call|drop|raise|lower|increase|reduce) )"
)
DET = r"(?:(?:the|our|its|his|her|their|my|a|an|that|this|new|whole|second|main) )*"
BE = (
    r"(?:\s*[:=]\s*|,? (?:(?:should|must|has to|needs to|ought to|shall|could|can|may|will)(?: "
    r"now| rather| just| really)*"
    r"(?: be called| be named| be| say| read| show| state| become| go)?(?: that)?|"
    r"say|read|show|be|so (?:that )?it (?:reads|says|is)|"
    r"(?:changes?|goes|went|rises?|drops?|moves?|is up|is down)(?: up| down)? to|is(?: now| actually| really)?|are(?: "
    r"now)?|to(?: be| say| read| show)?|"
    r"says?|reads?|becomes?|as|with|by|for|into|saying|"
    r"reading|called|named|be|from now on)\s*:?\s+)"
)
REMOVE = (
    r"(?:(?:please )?(?:remove|delete|drop|hide|lose|kill|scrap|ditch|omit|skip|cut|take (?:away|out|off)|get rid of|"
    r"leave out|leave off|do without|strip)|no|without|don'?t show|don'?t need|no need for) "
)
_WORDS = frozenset(
    """bigger smaller larger longer shorter better nicer different wrong right left top bottom red blue green black
    white bold visible readable
    off on gone there here again outdated old missing higher lower up down centred centered ugly
    clearer simpler faster slower later earlier first last""".split()
)
_MANNER = re.compile(
    r"(?:a (?:bit|little|lot)|much|more|less|too|not|very|in (?:the )?(?:middle|corner|front)|"
    r"on (?:the )?(?:left|right|top))\b",
    re.I,
)


@lru_cache(maxsize=2048)
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Core:
    """The words of a request, without the scene that it names, and that scene."""

    context: Context
    text: str
    scene: Scene | None
    problem: Reading | None = None
    question: bool = False
    lines: tuple[str, ...] = ()  # ids of the lines that are named

    def match(self, pattern: str) -> re.Match[str] | None:
        """`pattern` over all of the words, in any case."""
        return _whole(pattern).fullmatch(self.text)

    def shown(self, *layouts: Layout, has: str = "") -> Scene | None:
        """The scene that is meant among those of some layouts, or with the field `has` in their content."""

        def fits(scene: Scene) -> bool:
            return scene.layout in layouts or bool(has and getattr(scene.content, has))

        if self.scene is not None:
            return self.scene if fits(self.scene) else None
        here = self.context.scene(self.context.here) if self.context.here else None
        if here is not None and here.layout in layouts:
            return here
        found = [scene for scene in self.context.scenes if scene.layout in layouts]
        found = found or [scene for scene in self.context.scenes if fits(scene)]
        near = [scene for id_ in self.context.focus for scene in found if scene.id == id_]
        return found[0] if len(found) == 1 else near[0] if near else None

    def several(self, *layouts: Layout) -> Reading | None:
        """A question which scene is meant, where more than one has one of some layouts and none was named."""
        found = [scene for scene in self.context.scenes if scene.layout in layouts]
        if self.scene is not None or len(found) < 2:
            return None
        numbers = [self.context.number(scene.id) for scene in found]
        return ask(f"Which scene do you mean: {', '.join(map(str, numbers[:-1]))} or {numbers[-1]}?")


def core_of(context: Context, tokens: Sequence[Token]) -> Core:
    """The core of a request in some tokens of the message."""
    start, end = tokens[0].start, tokens[-1].end
    question = tokens[-1].norm == "?"
    mark = re.match(r" ?[%€$£\"'”’)]+", context.text[end:])
    end += mark.end() if mark is not None else 0
    text = context.text[start:end]
    named = [t for t in tokens if t.norm == "@scene" and isinstance(t.value, Scenes) and not t.value.every]
    named = [t for t in named if not t.value.problem] or named
    if len(named) > 1:  # `make scene 2 a comparison of Machine made and Made by hand`
        named = [t for t in named if _UNIT.search(context.text[t.start : t.end])] or named
    own = [t for t in tokens if t.norm == "@line" and isinstance(t.value, Lines) and not t.value.problem]
    spoken = tuple(id_ for token in own for id_ in token.value.ids)
    scene, problem = None, None
    if len(named) == 1:
        value: Scenes = named[0].value
        if value.problem and not _SCENE.search(context.text[named[0].start : named[0].end]):
            pass  # `remove 2023 from the chart`: no number of a scene
        elif value.problem:
            problem = ask(value.problem, *value.options)
        elif len(value.ids) == 1:
            scene = context.scene(value.ids[0])
            before, behind = context.text[start : named[0].start], context.text[named[0].end : end]
            before, behind = _PLACE.sub("", before), re.sub(r"^(?:'s|s')?(?=\W|$)", "", behind)
            behind = re.sub(r"^ *[,:]+", "", behind) if not before.strip() else behind
            text = f"{before.rstrip()} {behind.lstrip()}" + (
                '"' if text.endswith('"') and not behind.endswith('"') else ""
            )
    if not named and scene is None:
        scene, text = _headed(context, text)
    text = _FROM.sub(r"remove \g<what> from \g<place>", text)
    text = _TAKEN.sub(lambda found: f"remove {found['what'] or found['other']}", text)
    text = re.sub(
        r"^((?:change|switch|swap|turn|set|update|edit|correct) .+?) from [^,:]+? to ",
        r"\1 to ",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r",? (?:please|pls|plz|thanks)(?= *:)", "", text.strip(" ,"), flags=re.IGNORECASE)
    while (lead := _LEAD.match(text)) is not None:
        text = text[lead.end() :]
    text = re.sub(r"[?!.]+$", "", text).strip() if not re.search(r"[\"”']$", text) else text
    return Core(context, without_courtesy(" ".join(text.split())), scene, problem, question, spoken)


def without_lead(text: str) -> str:
    """The words of a request without what only leads up to it, and without courtesies."""
    while (lead := _LEAD.match(text)) is not None:
        text = text[lead.end() :]
    return without_courtesy(" ".join(text.split()))


_FROM = re.compile(
    r"^(?:please )?(?:take|leave|get|throw|cut|kick|strip|pull) (?P<what>[^,:]+?) (?:out of|off|away from) "
    r"(?P<place>(?:the|our|"
    r"that) (?:comparison|chart|graph|list|card|product|quote|points|steps|bullets))$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"^(?:please )?(?:(?:take|leave|get|throw|cut|kick|strip|pull) (?P<what>(?:the |that "
    r"|this |our )[^,:]+?) (?:off|out|away)(?: (?:of )?(?:the|that|our) [\w ]+| again)?"
    r"|(?:kick|throw|chuck|toss) out (?P<other>(?:the |that ).+))$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\b(?:scenes?|parts?|pages?|slides?|cards?|sections?|shots?|\d+)\b", re.IGNORECASE)
_SCENE = re.compile(
    r"\b(?:scenes?|parts?|pages?|slides?|sections?|shots?|one|here|this|that)\b|^\W*\d{1,2}\b", re.IGNORECASE
)
_TOPIC = re.compile(r"(?:the )?(?P<w>[a-z]{4,})(?: part| bit)?(?= (?:in|as|on) |:)", re.IGNORECASE)


def _headed(context: Context, text: str) -> tuple[Scene | None, str]:
    """The scene whose heading stands in quotation marks in `text`, or whose topic opens it, and the rest of `text`."""
    for scene in context.scenes:
        quoted = (
            expression(rf"(?:\b(?:in|on|for|of|at) )?[\"“'‘]{re.escape(scene.heading)}[\"”'’]", re.I).search(text)
            if scene.heading
            else None
        )
        if quoted is not None:
            return scene, f"{text[: quoted.start()].rstrip()} {text[quoted.end() :].lstrip()}".strip()
    topic = _TOPIC.match(text)
    ids = context.scene_about([topic["w"].lower()]) if topic is not None and topic["w"].lower() not in _THINGS else ()
    if (
        topic is None
        or len(ids) != 1
        or not re.search(r"\b(?:steps|points|bullets|quote|chart|product|statistic|comparison)\b", text, re.I)
    ):
        return None, text
    return context.scene(ids[0]), text[topic.end() :].strip(" :")


_THINGS = frozenset(
    "quote product chart graph points steps bullets statistic figure number comparison "
    "screen list music source label price badge author".split()
)


_TRAILING = re.compile(
    r"(?: (?:instead|now|actually|really|please|though|again)|,? (?:in|on|to|from) (?:the|"
    r"our|that) (?:bullet |bread )?(?:list|chart|graph|comparison|quote|card|product(?: "
    r"card)?|points|steps|bullets))+$",
    re.IGNORECASE,
)


def value(text: str, *, short: bool = False) -> str | None:
    """What is to be shown, without quotation marks; None where the words say how something is to look."""
    text = re.sub(r",? (?:instead of|rather than|not|and not) .+$", "", text.strip(), flags=re.IGNORECASE)
    text = re.sub(r"^from .+? to ", "", text, flags=re.IGNORECASE)
    quoted = re.fullmatch(r"[\"“„«'‘](.+)[\"”“»'’]\.?", text)
    if quoted:
        return quoted[1].strip()
    text = _TRAILING.sub("", text.strip(" ,;:"))
    quoted = re.fullmatch(r"[\"“„«'‘]([^\"”“»'’]+)[\"”“»'’]\.?", text)
    if quoted:
        return quoted[1].strip()
    text = re.sub(
        r"^(?:at|in) the (?:very )?(?:end|start|beginning|top|bottom)\s*[:,]\s*", "", text, flags=re.IGNORECASE
    )
    words = text.lower().split()
    if not words or words[0].strip(",;.") in _WORDS or _MANNER.match(text) or (short and len(words) > 8):
        return None
    return text


def field_text(core: Core, field: str, kind: str) -> str | None:
    """What a field of a content is to say, in whatever order it is told: `unit of the chart: tonnes`, `write Own
    counting as the source of the chart`, `no badge on the product` (empty). None where it is not spoken of.
    """
    whole = (
        rf"{DET}(?:(?:{kind})(?:'s)? )?(?:{field})(?: text| line| words?)?(?: (?:of|on|in|for|"
        rf"under|below|above|from|to|at|with) {DET}(?:{kind}))?"
    )
    if core.match(rf"{REMOVE}(?:any )?{whole}(?: (?:is )?(?:needed|necessary|there|any ?more))?"):
        return ""
    for form in (
        rf"{SET}?{whole}{BE}(?P<v>.+)",
        rf"(?:{SET}|add |show )(?P<v>.+?) (?:as|for) {whole}",
        rf"(?:{SET}|add |show )?{whole} (?P<v>[\"“'].+[\"”']|[A-Z€$£\d].*)",
    ):
        found = expression(form, re.IGNORECASE | re.DOTALL).fullmatch(core.text)
        if found is None or (form.endswith("d].*)") and re.match(r"[a-z]", found["v"])):
            continue
        text = value(found["v"])
        if text:
            return text
    return None


def listed(text: str) -> list[str]:
    """The items of a list in words: `a, b and c`, one a line, or between semicolons."""
    quoted = re.findall(r"[\"“„«]([^\"”“»]+)[\"”“»]", text)
    if len(quoted) > 1:
        return [one.strip() for one in quoted]
    marked = ";" if ";" in text else "\n" if "\n" in text else " / " if " / " in text else ","
    parts = [part.strip() for part in text.split(marked)]
    last = re.split(r"\s+(?:and|&|or)\s+", parts[-1]) if marked == "," else [parts[-1]]
    if len(last) == 2 and (len(parts) > 1 or all(len(one.split()) <= 4 for one in last)):
        parts = [*parts[:-1], *last]
    cleaned = [re.sub(r"^(?:and |& |\d+[.)] |[-*•] )", "", part).strip(" .") for part in parts]
    return [part for part in cleaned if part]


def shown_as(context: Context, scene: Scene, layout: Layout, *patches: Patch) -> Reading:
    """The patches of a content, and the layout that shows it where the scene has another one."""
    more = (SetLayout(scene=scene.id, layout=layout),) if scene.layout != layout else ()
    return do(*patches, *more, focus=(scene.id,))


def content_of(scene: Scene | None) -> SceneContent:
    """What a scene shows; nothing without one."""
    return scene.content if scene is not None else SceneContent()
