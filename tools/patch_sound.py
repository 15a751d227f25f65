"""Patches of music and mix: what each makes of a storyboard. Every function is pure and raises `PatchRefused`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tools.errors import PatchRefused
from tools.patch_targets import changed, open_scene_at, with_scene
from tools.patches import SetMusic
from tools.sound_patches import SetLoudness, SetNarration, SetSceneSound
from tools.storyboard import Storyboard


def set_music(board: Storyboard, patch: SetMusic) -> Storyboard:
    """Other music: a mood, a file, or how either is played."""
    said: dict[str, Any] = {
        "music": patch.mood,
        "music_gain": patch.gain,
        "music_energy": patch.energy,
        "music_tempo": patch.tempo,
        "music_file": patch.file,
        "music_licence": patch.licence,
    }
    told = {name: value for name, value in said.items() if value is not None}
    if not told:
        raise PatchRefused("Say what shall change about the music.")
    for name, what in (("music", "music"), ("music_file", "music file")):
        if told.get(name) and not told[name].strip():
            raise PatchRefused(f"The {what} has no name; name one.")
    if patch.mood is not None and patch.file is None:
        told["music_file"] = ""
    if told.get("music_file", board.music_file) != board.music_file:
        # A licence is that of one file.
        told.setdefault("music_licence", "")
    return changed(board, **told)


def set_loudness(board: Storyboard, patch: SetLoudness) -> Storyboard:
    """Another loudness of the programme."""
    return changed(board, loudness=patch.preset)


def set_narration(board: Storyboard, patch: SetNarration) -> Storyboard:
    """Another recording, or the programme's voice again."""
    if patch.file and not patch.file.strip():
        raise PatchRefused("The recording has no name; name its file.")
    return changed(board, narration=patch.file)


def set_scene_sound(board: Storyboard, patch: SetSceneSound) -> Storyboard:
    """Other loudness of the music, or another small sound, in a scene."""
    said = {"music_gain": patch.music_gain, "sound": patch.sound}
    told = {name: value for name, value in said.items() if value is not None}
    if not told:
        raise PatchRefused("Say what shall change about the sound of the scene: the music's gain or a small sound.")
    return with_scene(board, open_scene_at(board, patch.scene), **told)


SOUND_PATCHES: dict[str, Callable[[Storyboard, Any], Storyboard]] = {
    "set_music": set_music,
    "set_loudness": set_loudness,
    "set_narration": set_narration,
    "set_scene_sound": set_scene_sound,
}
"""By `op`."""
