"""Understanding how somebody shall speak: feelings, pitch, pauses, stress, recordings; and how loud all is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.notes.reading import understand_note
from tools.notes import NoteRequest, Understanding

LAMP = SITUATIONS["lamp"]


def understood(text: str, **fields: Any) -> Understanding:
    return understand_note(NoteRequest(text=text, situation=replace(LAMP, **fields)))


SAID: list[tuple[str, dict[str, Any]]] = [
    ("make her sound more excited", {"op": "set_delivery", "emotion": "excited"}),
    ("say scene 3 more seriously", {"op": "set_delivery", "scene": "s2", "emotion": "serious"}),
    ("she should sound calmer in the opening", {"op": "set_delivery", "scene": "title", "emotion": "calm"}),
    ("could the voice be friendlier", {"op": "set_delivery", "emotion": "warm"}),
    ("she sounds too excited", {"op": "set_delivery", "emotion": "calm"}),
    ("lower the pitch of the voice a bit", {"op": "set_delivery", "pitch": -1}),
    ("raise the pitch by two semitones", {"op": "set_delivery", "pitch": 2}),
    ("slow down in scene 3", {"op": "set_delivery", "scene": "s2", "speed": 0.91}),
    ("add a pause before line 2 of scene 2", {"op": "set_pause", "line": "s1-l2", "before": 0.6}),
    ('pause half a second after "daylight"', {"op": "set_emphasis", "words": "daylight", "pause": 0.5}),
    ("stress the word daylight", {"op": "set_emphasis", "words": "daylight", "emphasis": "moderate"}),
    ('emphasise "free" in scene 3', {"op": "set_emphasis", "line": "s2-l1", "words": "free"}),
    ("don't stress daylight so much", {"op": "set_emphasis", "words": "daylight", "emphasis": ""}),
    ("mix it for tv broadcast", {"op": "set_loudness", "preset": "ebu"}),
    ("master it to minus 16 LUFS", {"op": "set_loudness", "preset": "podcast"}),
    ("quieter music in scene 2", {"op": "set_scene_sound", "scene": "s1", "music_gain": -6}),
    ("add a whoosh at the start of scene 3", {"op": "set_scene_sound", "scene": "s2", "sound": "whoosh"}),
    ("music with more drive", {"op": "set_music", "energy": "high"}),
]


@pytest.mark.parametrize(("text", "wanted"), SAID, ids=[text for text, _ in SAID])
def test_a_request_is_understood(text: str, wanted: dict[str, Any]) -> None:
    (patch,) = understood(text).patches
    said = patch.model_dump()
    assert {name: said[name] for name in wanted} == wanted


def test_a_recording_that_came_along_becomes_the_voice() -> None:
    (patch,) = understood("use my recording as the voice", files={"me.m4a": "/uploads/me.m4a"}).patches
    assert patch.model_dump() == {"op": "set_narration", "file": "/uploads/me.m4a"}
    assert "Send it" in understood("use my recording as the voice").question
    two = understood("use my recording as the voice", files={"a.wav": "/a.wav", "b.wav": "/b.wav"})
    assert two.patches == () and "Use a.wav as the voice" in two.options


def test_a_track_that_came_along_becomes_the_music() -> None:
    (patch,) = understood("use this song as the music", files={"song.mp3": "/uploads/song.mp3"}).patches
    assert patch.model_dump(exclude_none=True) == {"op": "set_music", "file": "/uploads/song.mp3"}


@pytest.mark.parametrize(
    "text", ["stress the word elephant", "set the loudness to -9 LUFS", "add a pause after line 2 of scene 9"]
)
def test_what_does_not_fit_is_asked_back(text: str) -> None:
    found = understood(text)
    assert found.patches == () and (found.question or found.unknown)
