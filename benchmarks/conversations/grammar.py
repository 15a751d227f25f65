"""The grammar: conversations as they may come, drawn by chance from what clients say, click, drop in and run into."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from benchmarks.conversations.files import KINDS
from benchmarks.conversations.phrases import (
    ANSWERS,
    APPROVALS,
    BRIEFS,
    CONTRADICTIONS,
    EDITS,
    ENQUIRIES,
    MOVES,
    NONSENSE,
    OTHERS,
    REPEATED,
)
from benchmarks.conversations.turns import Outcome, Story, Turn, jobs, say, upload

SUBJECTS = ("necklace", "lamp Lumen", "coffee roastery", "bike repair app", "language school", "solar roof", "bakery")
SECONDS = (6, 6, 6, 8, 10, 15, 20)
NUMBERS = ("1", "2", "3", "two", "three", "the last", "7")
MOODS = ("calm", "upbeat", "playful", "epic", "inspiring", "jazz")
COLOURS = ("blue", "dark green", "#ff8800", "gold", "fuchsia", "the colour of my cat")
WORDS = ("gold", "silver", "today", "Lumen", "order", "new")


def story(number: int, seed: int, *, rendering: float) -> Story:
    """Conversation `number` of the seed. `rendering` is the share of them in which drafts are really made."""
    chance = random.Random(f"{seed}/{number}")
    turns = [*_beginning(chance)]
    renders = chance.random() < rendering
    while len(turns) < chance.randint(4, 11):
        turns += chance.choices(_HABITS, weights=_WEIGHTS)[0](chance, renders)
    return Story(f"grammar {number}", tuple(turns[:13]))


def _filled(text: str, chance: random.Random) -> str:
    for name, words in (("subject", SUBJECTS), ("number", NUMBERS), ("mood", MOODS), ("colour", COLOURS),
                        ("word", WORDS), ("seconds", SECONDS)):  # fmt: skip
        while "{" + name + "}" in text:
            text = text.replace("{" + name + "}", str(chance.choice(words)), 1)
    return _mistyped(text, chance) if chance.random() < 0.2 else text


def _mistyped(text: str, chance: random.Random) -> str:
    """`text` with two letters swapped, one left out, or one twice."""
    if len(text) < 6:
        return text
    at = chance.randrange(1, len(text) - 2)
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return chance.choice((swapped, text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:]))


def _beginning(chance: random.Random) -> Sequence[Turn]:
    """The first word: mostly a brief, sometimes anything."""
    drawn = chance.random()
    brief = say(_filled(chance.choice(BRIEFS), chance))
    if drawn < 0.68:
        return [_endangered(brief, chance, 0.08)]
    if drawn < 0.76:
        return [say(_filled(chance.choice((*NONSENSE, *ENQUIRIES, *MOVES, *EDITS)), chance)), brief]
    if drawn < 0.84:
        return [upload((f"script.{ending}", f"script.{ending}")) for ending in (chance.choice(_SCRIPTS),)]
    if drawn < 0.89:
        return [upload(_any_file(chance)), brief]
    if drawn < 0.94:
        return [Turn(message={"settings": _settings(chance)}), brief]
    if drawn < 0.97:
        return [Turn("same_brief", message=brief.message)]
    return [Turn("together", message=brief.message, other={"text": _filled(chance.choice(EDITS), chance)})]


_SCRIPTS = ("txt", "docx", "pdf")


def _any_file(chance: random.Random) -> tuple[str, str]:
    kind = chance.choice(sorted(KINDS))
    ending = kind.rpartition(".")[2]
    return chance.choice((f"logo.{ending}", f"holiday photo.{ending}", f"Ünïcode 🙂.{ending}", kind)), kind


def _settings(chance: random.Random) -> dict[str, Any]:
    every: dict[str, Any] = {
        "aspect": chance.choice(("9:16", "1:1", "4:5", "", "17:3")),
        "music": chance.choice(("calm", "none", "", "polka")),
        "duration_seconds": chance.choice((None, 6.0, 10.0, -4, "long")),
        "captions": chance.choice((["burned"], [], ["sidecar"], "yes")),
        "voice": chance.choice(("", "nobody")),
        "brand": chance.choice(("", "no-such-brand")),
        "wings": 2,
    }
    return {name: every[name] for name in chance.sample(sorted(every), chance.randint(1, 4))}


def _endangered(turn: Turn, chance: random.Random, share: float) -> Turn:
    """The turn, or the same with its process killed in it."""
    if chance.random() > share or turn.happening != "message":
        return turn
    if chance.random() < 0.5:
        return replace(turn, happening="kill", delay=chance.uniform(0.005, 0.25))
    return replace(turn, happening="kill", call=chance.randint(1, 24))


def _words(*phrases: Sequence[str]) -> Callable[[random.Random, bool], list[Turn]]:
    pool = [text for group in phrases for text in group]

    def drawn(chance: random.Random, renders: bool) -> list[Turn]:
        text = _filled(chance.choice(pool), chance)
        if chance.random() < 0.12:
            text = f"{text} and {_filled(chance.choice(EDITS), chance)}"
        at = {"at_seconds": chance.choice((0.0, 2.5, 900.0, -3.0, float("nan")))} if chance.random() < 0.1 else {}
        return [_endangered(say(text, **at), chance, 0.07)]

    return drawn


def _approved(chance: random.Random, renders: bool) -> list[Turn]:
    """Approval, a word or two while it is made, and what comes of it."""
    made = [_endangered(say(chance.choice(APPROVALS)), chance, 0.1)]
    outcomes: Sequence[Outcome] = ("finish",) * 4 + ("fail", "die") if renders else ("fail", "stop", "die", "lose")
    if renders and chance.random() < 0.5:
        made.append(jobs("begin"))
    if chance.random() < 0.5:
        made.append(say(_filled(chance.choice((*EDITS, *ENQUIRIES, *MOVES, *APPROVALS, "stop")), chance)))
    return [*made, jobs(chance.choice(outcomes))]


def _dropped_in(chance: random.Random, renders: bool) -> list[Turn]:
    files = [_any_file(chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    text = chance.choice(("", "", "use this as the logo", "here you go", "put this behind scene 2", "what is this?"))
    return [upload(*dict(files).items(), text=text)]


def _clicked(chance: random.Random, renders: bool) -> list[Turn]:
    return [Turn(message=chance.choice(CLICKS))]


def _odd(chance: random.Random, renders: bool) -> list[Turn]:
    text = _filled(chance.choice((*NONSENSE, *CONTRADICTIONS, *REPEATED)), chance)
    return [_endangered(say(text * chance.choice((1, 1, 1, 40))), chance, 0.04)]


def _restarted(chance: random.Random, renders: bool) -> list[Turn]:
    return [Turn("restart")]


def _at_once(chance: random.Random, renders: bool) -> list[Turn]:
    one, other = (_filled(chance.choice((*EDITS, *MOVES, *ENQUIRIES, *APPROVALS)), chance) for _ in range(2))
    return [Turn("together", message={"text": one}, other={"text": other})]


def _set(chance: random.Random, renders: bool) -> list[Turn]:
    return [Turn(message={"settings": _settings(chance)})]


def _stale(chance: random.Random, renders: bool) -> list[Turn]:
    """The page tells of a job that nobody knows."""
    return [Turn("idle_click", message={"job": chance.choice(("deadbeef", "x", "0" * 200))})]


_SCENE = {"id": "mine", "layout": "presenter", "heading": "Mine", "lines": [{"id": "mine-1", "text": "This is mine."}]}
CLICKS: tuple[dict[str, Any], ...] = (
    {"patches": [{"op": "set_title", "title": "A better title"}]},
    {"patches": [{"op": "edit_line", "line": "s1-l1", "text": "Other words."}]},
    {"patches": [{"op": "edit_line", "line": "gone", "text": "Other words."}]},
    {"patches": [{"op": "edit_line", "line": "s1-l1", "text": ""}]},
    {"patches": [{"op": "delete_scene", "scene": "s2"}]},
    {"patches": [{"op": "delete_scene", "scene": "a scene that has gone"}]},
    {"patches": [{"op": "move_scene", "scene": "s1", "after": "s2"}]},
    {"patches": [{"op": "swap_scenes", "first": "s1", "second": "s1"}]},
    {"patches": [{"op": "insert_scene", "after": "s1", "scene": _SCENE}]},
    {"patches": [{"op": "duplicate_scene", "scene": "s1", "new_id": "s1"}]},
    {"patches": [{"op": "lock_scene", "scene": "s1"}, {"op": "delete_scene", "scene": "s1"}]},
    {"patches": [{"op": "set_duration", "seconds": 12}]},
    {"patches": [{"op": "set_duration", "seconds": 1}]},
    {"patches": [{"op": "set_speed", "speed": 40}]},
    {"patches": [{"op": "set_speed", "speed": float("nan")}]},
    {"patches": [{"op": "set_avatar", "avatar": "nobody"}]},
    {"patches": [{"op": "set_logo", "file": "/no/such/file.png"}]},
    {"patches": [{"op": "fly"}]},
    {"patches": "all of them"},
    {"patches": [[[]]]},
    {"patches": {"op": "set_title"}},
    {"command": {"name": "approve"}},
    {"command": {"name": "undo"}},
    {"command": {"name": "produce"}},
    {"command": {"name": "stop"}},
    {"command": {"name": "go_to_draft", "drafts": [1]}},
    {"command": {"name": "go_to_draft"}},
    {"command": {"name": "compare", "drafts": [1, 9]}},
    {"command": {"name": "export", "value": "srt,exe"}},
    {"command": {"name": "export"}},
    {"command": {"name": "show_draft", "drafts": [4]}},
    {"command": {"name": "use_brand", "value": "no such brand"}},
    {"command": {"name": "dance"}},
    {"command": ["approve"]},
    {},
)
"""What controls send; some of it from a page that is older than the video, some of it made up."""

_HABITS: tuple[Callable[[random.Random, bool], list[Turn]], ...] = (
    _words(EDITS), _words(ENQUIRIES), _words(MOVES), _words(OTHERS, ANSWERS), _approved, _odd, _dropped_in, _clicked,
    _restarted, _at_once, _set, _stale,
)  # fmt: skip
_WEIGHTS = (34, 10, 12, 8, 12, 10, 6, 10, 5, 5, 2, 1)
