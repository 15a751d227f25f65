"""Situations: what is known of a production and of the house when a client's message is to be understood."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from agency.cast import avatar_candidates, background_candidates, music_candidates, voice_candidates
from agency.revisions import current, drafts, find_work
from tools.casting import Candidate
from tools.notes import Situation, Stage
from tools.patches import Patch
from tools.storyboard import Storyboard

if TYPE_CHECKING:
    from agency.conversation import Conversation, Room
    from agency.home import Home

_RATE = 170 / 60
"""Words a second, where nothing was spoken yet."""


def situation(
    home: Home,
    production: str = "",
    *,
    stage: Stage | None = None,
    at_seconds: float | None = None,
    files: Mapping[str, str] | None = None,
    pending: str = "",
    pending_options: tuple[str, ...] = (),
    focus: tuple[str, ...] = (),
) -> Situation:
    """The situation of a production as it stands, or of a client who has none yet.

    `stage` is told from the production where it is not given. Raises `UnknownName` for no production.
    """
    from renderers.typography import families

    board: Storyboard | None = None
    made: tuple[int, ...] = ()
    last: tuple[Patch, ...] = ()
    if production:
        revision = current(home, production)
        board, last = revision.storyboard, revision.patches
        made = tuple(row.number for row in drafts(home, production))
    return Situation(
        stage=stage or ("draft" if made else "board" if board else "start"),
        storyboard=board,
        scene_seconds=scene_seconds(home, production) if production else {},
        at_seconds=at_seconds,
        catalogues=catalogues(),
        families=tuple(families()),
        brands=_brands(home),
        drafts=made,
        files=dict(files or {}),
        pending=pending,
        pending_options=pending_options,
        focus=focus,
        last=last,
    )


def situation_of(state: Conversation, room: Room) -> Situation:
    """The situation of a conversation when its message comes."""
    message = state.get("message", {})
    pending = state.get("pending") or {}
    stage = state.get("stage", "start")
    return situation(
        room.home,
        state.get("production", ""),
        stage=cast("Stage", stage) if stage in get_args(Stage) else None,
        at_seconds=message.get("at_seconds"),
        files=message.get("files") or state.get("files"),
        pending=pending.get("question", ""),
        pending_options=tuple(pending.get("options", ())),
        focus=tuple(state.get("focus", ())),
    )


def catalogues() -> dict[str, tuple[Candidate, ...]]:
    """All that can be chosen from, by kind."""
    return {
        "avatar": tuple(avatar_candidates()),
        "voice": tuple(voice_candidates()),
        "music": tuple(music_candidates()),
        "background": tuple(background_candidates()),
    }


def scene_seconds(home: Home, production: str) -> dict[str, tuple[float, float]]:
    """When each scene of the current storyboard starts and ends, in seconds, by id.

    Times are those of the newest draft where it has the same scenes; before there is one, they are told from the words.
    """
    board = current(home, production).storyboard
    spans = _drafted(find_work(home, production).folder / "timeline.json")
    if all(scene.id in spans for scene in board.scenes):
        return {scene.id: spans[scene.id] for scene in board.scenes}
    at, guessed = 0.0, {}
    for scene in board.scenes:
        start, end = spans.get(scene.id, (0.0, 0.0))
        words = sum(len(line.text.split()) for line in scene.lines)
        length = end - start or max(2.5, words / _RATE / board.speed + 0.6 + scene.hold_seconds)
        guessed[scene.id] = (round(at, 3), round(at + length, 3))
        at += length
    return guessed


def _drafted(path: Path) -> dict[str, tuple[float, float]]:
    """The spans of the scenes of the newest draft."""
    from agency.expectation import read_expectation

    try:
        expected = read_expectation(path)
    except (OSError, ValueError, KeyError, TypeError, json.JSONDecodeError):
        return {}
    rate = float(expected.rate)
    return {
        span.id: (round(span.start / rate, 3), round((span.start + span.duration) / rate, 3))
        for span in expected.scenes
    }


def _brands(home: Home) -> tuple[str, ...]:
    """The names of the brands that are known."""
    if not home.brands.is_dir() or not any(home.brands.iterdir()):
        return ()
    from brand_memory.records import BrandRecords

    return tuple(known.name for known in BrandRecords(home.brands).brands())
