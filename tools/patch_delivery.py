"""Patches of delivery: what each makes of a storyboard. Every function is pure and raises `PatchRefused`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tools.delivery_patches import SetDelivery, SetEmphasis, SetPause
from tools.errors import PatchRefused
from tools.line_spans import Span, occurrence, ordered
from tools.patch_targets import changed, clip, open_line_at, open_scene_at, with_scene
from tools.script import Line
from tools.storyboard import Storyboard


def set_delivery(board: Storyboard, patch: SetDelivery) -> Storyboard:
    """Another emotion, pace or pitch of the programme, a scene or a line."""
    told = {name: value for name in ("emotion", "speed", "pitch") if (value := getattr(patch, name)) is not None}
    if not told:
        raise PatchRefused("Say what shall change about the delivery: its emotion, speed or pitch.")
    if patch.line:
        index, place = open_line_at(board, patch.line)
        if patch.scene and board.scenes[index].id != patch.scene:
            raise PatchRefused(f"The line {clip(patch.line)!r} is in scene {index + 1}; name the line alone.")
        line = board.scenes[index].lines[place]
        return _with_line(board, index, place, changed(line, delivery=changed(line.delivery, **told)))
    if patch.scene:
        index = open_scene_at(board, patch.scene)
        return with_scene(board, index, delivery=changed(board.scenes[index].delivery, **told))
    return changed(board, **told)


def set_pause(board: Storyboard, patch: SetPause) -> Storyboard:
    """More or less silence around a line."""
    told = {f"pause_{name}": value for name in ("before", "after") if (value := getattr(patch, name)) is not None}
    if not told:
        raise PatchRefused("Say how long the pause before or after the line shall be.")
    index, place = open_line_at(board, patch.line)
    return _with_line(board, index, place, changed(board.scenes[index].lines[place], **told))


def set_emphasis(board: Storyboard, patch: SetEmphasis) -> Storyboard:
    """Some words of a line said in another way."""
    told = {name: value for name in _TOLD if (value := getattr(patch, name)) is not None}
    if not told:
        raise PatchRefused(f"Say how the words “{clip(patch.words)}” shall be said.")
    index, place = open_line_at(board, patch.line)
    line = board.scenes[index].lines[place]
    found = occurrence(line.text, patch.words, patch.occurrence)
    if found is None:
        times = f" {patch.occurrence} times" if patch.occurrence > 1 else ""
        raise PatchRefused(f"The words “{clip(patch.words)}” do not stand{times} in “{clip(line.text)}”.")
    old = next((span for span in line.spans if (span.start, span.end) == found), Span(start=found[0], end=found[1]))
    made = changed(old, **{**told, **({"pause": told["pause"] or None} if "pause" in told else {})})
    others = [span for span in line.spans if span != old]
    spans = [*others, made] if made != Span(start=made.start, end=made.end) else others
    return _with_line(board, index, place, changed(line, spans=ordered(spans)))


def _with_line(board: Storyboard, index: int, place: int, line: Line) -> Storyboard:
    lines = board.scenes[index].lines
    return with_scene(board, index, lines=(*lines[:place], line, *lines[place + 1 :]))


_TOLD = ("emphasis", "speed", "pitch", "volume", "pause", "said")

DELIVERY_PATCHES: dict[str, Callable[[Storyboard, Any], Storyboard]] = {
    "set_delivery": set_delivery,
    "set_pause": set_pause,
    "set_emphasis": set_emphasis,
}
"""By `op`."""
