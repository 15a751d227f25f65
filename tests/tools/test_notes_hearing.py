"""Understanding sound in ordinary talk: how a word is said, effects and pauses without a verb, labels with a colon."""

from __future__ import annotations

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.delivery_patches import SetDelivery, SetPause
from tools.language.notes.reading import understand_note
from tools.notes import NoteRequest
from tools.patches import DeleteLine, Patch, SetEndCard, SetHeading, SetPresenter, SetPronunciation
from tools.sound_patches import SetSceneSound

SAID: list[tuple[str, Patch]] = [
    ("Lumen = loo-men when she says it", SetPronunciation(word="Lumen", said="loo-men")),
    ("LOO-men is the right way to say Lumen", SetPronunciation(word="Lumen", said="LOO-men")),
    ('she pronounces lumen wrong, should be more like "loomen"', SetPronunciation(word="lumen", said="loomen")),
    ("whoosh at the start of scene 3", SetSceneSound(scene="s2", sound="whoosh")),
    ("put a chime on the end card", SetSceneSound(scene="end", sound="chime")),
    ("music down by 4 dB in scene 3", SetSceneSound(scene="s2", music_gain=-4.0)),
    ("leave a beat after the price line", SetPause(line="s2-l2", after=0.6)),
    ('wait a second before "Questions?"', SetPause(line="s3-l2", before=1.0)),
    ("more energy in her voice please", SetDelivery(emotion="excited")),
    ("lower her voice a bit", SetDelivery(pitch=-1.0)),
    ("scene 3: Only 89 euros", SetHeading(scene="s2", heading="Only 89 euros")),
    ("last slide: See you in the shop", SetEndCard(call_to_action="See you in the shop")),
    ("her name is spelled Maja Lind, with a j", SetPresenter(name="Maja Lind")),
    ("the bit about eyes staying fresh has to go", DeleteLine(line="s1-l3")),
]


@pytest.mark.parametrize(("text", "patch"), SAID, ids=[text for text, _ in SAID])
def test_it_is_understood(text: str, patch: Patch) -> None:
    assert understand_note(NoteRequest(text=text, situation=SITUATIONS["lamp"])).patches == (patch,)


@pytest.mark.parametrize("text", ["it should sound like LOO-men", "scene 3: Too fast", "fade the music out"])
def test_what_is_not_told_changes_nothing(text: str) -> None:
    patches = understand_note(NoteRequest(text=text, situation=SITUATIONS["lamp"])).patches
    assert not any(patch.op in ("set_pronunciation", "set_heading", "set_transition") for patch in patches)
