"""Understanding how captions shall look: each style in several people's words, and who speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.notes.reading import understand_note
from tools.notes import NoteRequest
from tools.patches import SetCaptions

SAID = [
    ("karaoke captions please", SetCaptions(style="karaoke")),
    ("make the captions karaoke style", SetCaptions(style="karaoke")),
    ("show the captions one word at a time", SetCaptions(style="word")),
    ("I'd like captions in tiktok style", SetCaptions(style="word")),
    ("captions in our brand colour", SetCaptions(style="brand")),
    ("put the captions in a plain box", SetCaptions(style="box")),
    ("highlight each word as it is spoken", SetCaptions(style="highlight")),
    ("show who is speaking in the captions", SetCaptions(speakers=True)),
    ("remove the speaker names from the captions", SetCaptions(speakers=False)),
]


@pytest.mark.parametrize(("text", "patch"), SAID, ids=[text for text, _ in SAID])
def test_a_style_is_understood(text: str, patch: SetCaptions) -> None:
    assert understand_note(NoteRequest(text=text, situation=SITUATIONS["lamp"])).patches == (patch,)


def test_a_style_brings_captions_that_were_off_back() -> None:
    situation = SITUATIONS["lamp"]
    assert situation.storyboard is not None
    off = replace(situation, storyboard=situation.storyboard.changed(captions=()))
    (patch,) = understand_note(NoteRequest(text="karaoke captions", situation=off)).patches
    assert patch == SetCaptions(burned=True, style="karaoke")


@pytest.mark.parametrize("text", ["bigger captions", "captions off", "captions at the top"])
def test_what_was_understood_before_still_is(text: str) -> None:
    (patch,) = understand_note(NoteRequest(text=text, situation=SITUATIONS["lamp"])).patches
    assert isinstance(patch, SetCaptions) and patch.style is None
