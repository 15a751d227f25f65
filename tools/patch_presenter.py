"""Patches of the presenter's picture: what each makes of a storyboard. Pure; raises `PatchRefused`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tools.patch_targets import changed, open_scene_at, with_scene
from tools.presenter_patches import SetFraming, SetListening, SetPerformanceStyle
from tools.storyboard import Storyboard


def set_framing(board: Storyboard, patch: SetFraming) -> Storyboard:
    """Another framing of the presenter, in a scene or in the programme."""
    if not patch.scene:
        return changed(board, framing=patch.framing)
    return with_scene(board, open_scene_at(board, patch.scene), framing=patch.framing)


def set_performance_style(board: Storyboard, patch: SetPerformanceStyle) -> Storyboard:
    """Another style of performance, in a scene or in the programme."""
    if not patch.scene:
        return changed(board, performance=patch.style)
    return with_scene(board, open_scene_at(board, patch.scene), performance=patch.style)


def set_listening(board: Storyboard, patch: SetListening) -> Storyboard:
    """A presenter who listens in a scene, to whom may be told, or speaks again."""
    scene = open_scene_at(board, patch.scene)
    speaker = board.scenes[scene].speaker if patch.speaker is None else " ".join(patch.speaker.split())
    return with_scene(board, scene, listening=patch.listening, speaker=speaker)


PRESENTER_PATCHES: dict[str, Callable[[Storyboard, Any], Storyboard]] = {
    "set_framing": set_framing,
    "set_listening": set_listening,
    "set_performance_style": set_performance_style,
}
"""By `op`."""
