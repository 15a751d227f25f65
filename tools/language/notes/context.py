"""Context: what a note is read against, and what one reading of a part of it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cached_property

from brand_memory.hashed_ngrams import is_common, stem
from tools.notes import Command, Enquiry, Situation
from tools.patches import Patch
from tools.storyboard import Scene, Storyboard


@dataclass(frozen=True)
class Scenes:
    """Scenes that were meant, by id. `problem` is a question where they could not be found; `every` all of them."""

    ids: tuple[str, ...] = ()
    problem: str = ""
    options: tuple[str, ...] = ()
    every: bool = False
    kind: str = ""  # how they were named: opening, ending, title, card, this

    def __bool__(self) -> bool:
        """Whether there is one."""
        return bool(self.ids)


@dataclass(frozen=True)
class Lines:
    """Lines that were meant, by id; `problem` is a question where they could not be found."""

    ids: tuple[str, ...] = ()
    problem: str = ""
    options: tuple[str, ...] = ()
    whole: bool = False  # all that is said in a scene, or at all


@dataclass(frozen=True)
class Reading:
    """What a part of a message means. `kept`: nothing is to be done; `focus`: scenes talked about."""

    patches: tuple[Patch, ...] = ()
    commands: tuple[Command, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    question: str = ""
    options: tuple[str, ...] = ()
    said: str = ""
    chat: str = ""
    kept: bool = False
    focus: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


MOST_MEANINGS = 9
"""Of so many clauses at most the meaning is looked up in one message, in however many ways it is read."""
_SPENT: ContextVar[list[int]] = ContextVar("spent", default=[0])  # noqa: B039 - set anew before each message is read


def begin_message() -> None:
    """Nothing of what may be spent on a message is spent."""
    _SPENT.set([0])


def ask(question: str, *options: str) -> Reading:
    """A reading that asks back."""
    return Reading(question=question, options=tuple(options))


def do(*patches: Patch, said: str = "", focus: Iterable[str] = ()) -> Reading:
    """A reading that changes the storyboard."""
    return Reading(patches=patches, said=said, focus=tuple(focus))


@dataclass
class Context:
    """The situation, and what this message has said so far; patches are not applied, the focus moves."""

    situation: Situation
    text: str = ""
    focus: tuple[str, ...] = ()
    local: str = ""  # the one scene that this message names
    end: int = 0  # where the clause that is being read ends in the text
    second: bool = True  # whether the second opinion is heard where no rule reads
    meanings: int = 8  # of how many more clauses the meaning is looked up; the words alone take a tenth of the time

    def look_up(self) -> bool:
        """Whether one more meaning may be looked up in this message."""
        self.meanings -= 1
        spent = _SPENT.get()
        spent[0] += 1
        return self.meanings >= 0 and spent[0] <= MOST_MEANINGS

    @property
    def board(self) -> Storyboard | None:
        """The storyboard, where there is one."""
        return self.situation.storyboard

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """Its scenes in order."""
        return self.board.scenes if self.board else ()

    def scene(self, id_: str) -> Scene | None:
        """The scene with an id."""
        return next((scene for scene in self.scenes if scene.id == id_), None)

    def number(self, id_: str) -> int:
        """How a client counts a scene: from 1."""
        return next((n for n, scene in enumerate(self.scenes, start=1) if scene.id == id_), 0)

    def spoken_of_line(self, id_: str) -> str:
        """`line 2 of scene 3`."""
        for number, scene in enumerate(self.scenes, start=1):
            for place, line in enumerate(scene.lines, start=1):
                if line.id == id_:
                    return f"line {place} of scene {number}"
        return "that line"

    def line_text(self, id_: str) -> str:
        """The words of a line."""
        return next((line.text for scene in self.scenes for line in scene.lines if line.id == id_), "")

    def scene_at(self, seconds: float) -> str:
        """The id of the scene shown at a second of the newest draft; empty where there is none."""
        spans = self.situation.scene_seconds
        for id_, (start, end) in spans.items():
            if start <= seconds < end:
                return id_
        ends = [(end, id_) for id_, (_, end) in spans.items()]
        return max(ends)[1] if ends and seconds == max(ends)[0] else ""

    @cached_property
    def here(self) -> str:
        """The scene that `this scene` means: where the player stands, otherwise what was talked about last."""
        at = self.situation.at_seconds
        return (self.scene_at(at) if at is not None else "") or next(iter(self.focus), "")

    @cached_property
    def seconds(self) -> float | None:
        """How long the programme is: measured, otherwise wished for; None where neither is known."""
        ends = [end for _, end in self.situation.scene_seconds.values()]
        if ends:
            return max(ends)
        return self.board.duration_seconds if self.board else None

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Words of this storyboard and of the catalogues' names, small."""
        texts = [scene.heading for scene in self.scenes] + [line.text for scene in self.scenes for line in scene.lines]
        if self.board:
            texts += [self.board.title, self.board.end_card.call_to_action, self.board.end_card.headline]
        texts += [candidate.name for kind in self.situation.catalogues.values() for candidate in kind]
        texts += [*self.situation.families, *self.situation.brands]
        return frozenset(word for text in texts for word in re.findall(r"[a-z]{3,}", text.lower()))

    def scene_about(self, words: Sequence[str]) -> tuple[str, ...]:
        """The scenes that say most of `words`, best alone, several where they are equal; none where none says any."""
        scores: dict[str, float] = {}
        wanted = [word for word in words if not is_common(word)] or list(words)
        for scene in self.scenes:
            heading = _stems(scene.heading + " " + scene.subtitle)
            lines = _stems(" ".join((*(line.text for line in scene.lines), *_shown(scene.content.model_dump()))))
            if scene.layout == "end_card" and self.board:
                card = self.board.end_card
                heading |= _stems(f"{card.call_to_action} {card.address}")
            score = 0.0
            for word in wanted:
                meanings = {stem(word), word, *(_MEANINGS.get(stem(word)) or _MEANINGS.get(word) or ())}
                score += 1.5 * bool(meanings & heading) + 1.0 * bool(meanings & lines)
                score += 0.3 * bool({stem(word), word} & (heading | lines))
            if score:
                scores[scene.id] = score
        best = max(scores.values(), default=0.0)
        return tuple(id_ for id_, score in scores.items() if score >= best - 1e-9) if best else ()

    def with_focus(self, *ids: str) -> Context:
        """The same with other scenes talked about last."""
        return replace(self, focus=tuple(dict.fromkeys((*ids, *self.focus))))


def related(word: str) -> frozenset[str]:
    """The stems that clients use for one another with a word, its own among them."""
    return frozenset((stem(word), word)) | (_MEANINGS.get(stem(word)) or _MEANINGS.get(word) or frozenset())


def _shown(value: object) -> Iterator[str]:
    """The words that the content of a scene shows."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in ("icon", "id", "kind", "device", "chart", "picture", "file", "address"):
                yield from _shown(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _shown(inner)


def _stems(text: str) -> set[str]:
    words = re.findall(r"[a-zà-ÿ]+|[€$£]|%", text.lower())
    return {stem(word) for word in words} | set(words)


def _meanings(*groups: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in groups:
        words = group.split()
        shapes = {stem(word) for word in words} | set(words)
        for shape in shapes:
            found.setdefault(shape, set()).update(shapes)
    return {word: frozenset(shapes) for word, shapes in found.items()}


_MEANINGS = _meanings(
    "price prices pricing cost costs costing euro euros dollar dollars pound pounds € $ £ money cheap expensive",
    "order ordering buy buying purchase purchasing checkout shop shopping",
    "delivery deliver shipping ship ships postage shipment",
    "contact write email call phone support questions team",
    "handmade handcrafted hand craftsmanship",
    "present presents gift gifts gifting",
    "light daylight sunlight sun lighting",
    "eye eyes vision eyesight",
    "dry drying towel towels",
    "wash washing rinse rinsing wet wetting",
    "rub rubbing scrub scrubbing",
    "box boxes packaging package",
    "gold recycled sustainable sustainability material materials",
    "question questions supervisor faq help",
    "introduction meet welcome",
)
"""Words that clients use for one another when they name a scene by what it is about."""
