"""Kinds of requests: what a reading asks for in one word, as coarse as a glance at a sentence tells."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from tools.language.notes.context import Context, Reading
from tools.patches import Patch
from tools.storyboard import Storyboard

NOTHING = "nothing"
ASK = "ask"
"""The kinds of what asks for nothing, and of what has to be asked back."""


def kinds_of(context: Context, reading: Reading, amounts: Collection[float] = ()) -> frozenset[str]:
    """The kinds of all that a reading does or asks; `amounts` are the numbers in its words."""
    kinds = {kind_of(context.board, patch, amounts) for patch in reading.patches}
    if {"typeface.heading", "typeface.body"} <= kinds:
        kinds = kinds - {"typeface.heading", "typeface.body"} | {"typeface"}
    kinds |= {command.name for command in reading.commands}
    kinds |= {f"?{enquiry.topic}" for enquiry in reading.enquiries}
    if reading.question and not kinds:
        kinds = {ASK}
    return frozenset(kinds or {NOTHING})


def kind_of(board: Storyboard | None, patch: Patch, amounts: Collection[float] = ()) -> str:
    """The kind of a patch: its operation, and which way it goes where that can be told from the storyboard."""
    rule = _KINDS.get(patch.op)
    return rule(board, patch, amounts) if rule else patch.op.removeprefix("set_")


def _duration(board: Storyboard | None, patch: Any, amounts: Collection[float]) -> str:  # noqa: ANN401
    if patch.seconds is None:
        return "duration.free"
    if patch.seconds in amounts:
        return "duration.to"
    now = (board.duration_seconds if board else None) or 40.0
    return "duration.shorter" if patch.seconds < now else "duration.longer"


def _speed(board: Storyboard | None, patch: Any, amounts: Collection[float]) -> str:  # noqa: ANN401
    now = board.speed if board else 1.0
    if patch.speed in amounts or 100 * patch.speed in amounts or patch.speed == 1:
        return "speed.to"
    return "speed.slower" if patch.speed < now else "speed.faster"


def _music(board: Storyboard | None, patch: Any, amounts: Collection[float]) -> str:  # noqa: ANN401
    if patch.mood is not None:
        return "music.none" if patch.mood == "none" else "music.mood"
    if patch.file is not None or patch.energy is not None or patch.tempo is not None:
        return f"music.{'file' if patch.file is not None else 'energy' if patch.energy is not None else 'tempo'}"
    now = board.music_gain if board else 0.0
    if patch.gain == now:
        return "music.usual"
    return "music.louder" if (patch.gain or 0.0) > now else "music.quieter"


def _captions(board: Storyboard | None, patch: Any, amounts: Collection[float]) -> str:  # noqa: ANN401
    if patch.style is not None or patch.speakers is not None:
        return "captions.style"
    if patch.burned is not None:
        return "captions.on" if patch.burned else "captions.off"
    return f"captions.{patch.size or patch.place or 'file'}"


def _logo(board: Storyboard | None, patch: Any, amounts: Collection[float]) -> str:  # noqa: ANN401
    if patch.file is not None:
        return "logo.file" if patch.file else "logo.none"
    return f"logo.{patch.size}" if patch.size else "logo.place"


def _format(board: Storyboard | None, patch: Any, amounts: Collection[float]) -> str:  # noqa: ANN401
    return "format.aspect" if patch.aspect else "format.resolution" if patch.resolution else "format.fps"


def _end_card(board: Storyboard | None, patch: Any, amounts: Collection[float]) -> str:  # noqa: ANN401
    if patch.call_to_action is not None:
        return "end_card.cta"
    if patch.qr is not None:
        return "end_card.qr"
    return "end_card.address" if patch.address is not None else "end_card.headline"


_KINDS: dict[str, Callable[[Storyboard | None, Any, Collection[float]], str]] = {
    "set_duration": _duration,
    "set_speed": _speed,
    "set_music": _music,
    "set_captions": _captions,
    "set_logo": _logo,
    "set_format": _format,
    "set_end_card": _end_card,
    "set_dark": lambda board, patch, amounts: "dark" if patch.dark else "light",
    "set_colour": lambda board, patch, amounts: f"colour.{patch.role}",
    "set_typeface": lambda board, patch, amounts: f"typeface.{patch.role}",
    "set_transition": lambda board, patch, amounts: f"transition.{patch.transition}",
    "set_brand": lambda board, patch, amounts: "brand" if patch.brand else "brand.none",
    "set_emphasis": lambda board, patch, amounts: "emphasis" if patch.pause is None else "pause",
    "set_part": lambda board, patch, amounts: "part" if patch.film else "part.none",
    "set_background": lambda board, patch, amounts: "background.picture" if patch.background.picture else "background",
    "insert_scene": lambda board, patch, amounts: "insert_film" if patch.scene.film else "insert_scene",
    "set_heading": lambda board, patch, amounts: "heading" if patch.heading is not None else "subtitle",
    "lock_scene": lambda board, patch, amounts: "lock" if patch.locked else "unlock",
}
