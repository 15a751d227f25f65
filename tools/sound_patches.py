"""Patches of sound: how loud the programme is, whose recording speaks it, what is heard in a scene beside voices."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.documents import Document
from tools.storyboard import LoudnessPreset, SmallSound


class SetLoudness(Document):
    """Where the programme will be heard, which decides how loud it is; see `tools.loudness`."""

    op: Literal["set_loudness"] = "set_loudness"
    preset: LoudnessPreset


class SetNarration(Document):
    """The recording that speaks all lines: the path of its file; empty: the programme's voice speaks them."""

    op: Literal["set_narration"] = "set_narration"
    file: str


class SetSceneSound(Document):
    """How loud the music is in a scene, in dB against the programme's, and the small sound as the scene comes in.

    None leaves one as it is; an empty sound is none.
    """

    op: Literal["set_scene_sound"] = "set_scene_sound"
    scene: str
    music_gain: float | None = Field(None, ge=-40, le=12)
    sound: SmallSound | None = None


SoundPatch = SetLoudness | SetNarration | SetSceneSound
"""Any one of them."""
