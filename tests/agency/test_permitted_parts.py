"""What a licence forbids is refused before anything is made; models are listed with what they may be used for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agency.errors import NotAllowed
from agency.permitted_parts import refuse_forbidden
from agency.settings import Settings
from agency.verification import list_models, render_models
from renderers.avatar.catalogue import AVATARS
from tools.storyboard import Storyboard
from tools.trained_models import MODELS

PRIVATE = "CC BY-NC 4.0"
SPOKEN = {"scenes": [{"id": "s1", "lines": [{"id": "l1", "text": "Hello."}]}]}


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"avatar": "own"}, "presenter 'own'.*--avatar"),
        ({"music_file": "/tmp/a.mp3", "music_licence": "free for non-commercial use"}, "music.*--music"),
    ],
)
def test_what_is_not_for_commercial_videos_is_refused(
    monkeypatch: pytest.MonkeyPatch, fields: dict[str, str], asked: str
) -> None:
    own = replace(AVATARS[0], id="own", licence=PRIVATE)
    monkeypatch.setattr("agency.cast.every_avatar", lambda: (*AVATARS, own))
    board = Storyboard.model_validate({**SPOKEN, **fields})
    with pytest.raises(NotAllowed, match=asked):
        refuse_forbidden(board, Settings())
    refuse_forbidden(board, Settings(commercial=False))


def test_a_voice_that_is_not_for_commercial_videos_is_refused_unless_it_is_not_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from agency.cast import cast_storyboard

    board = Storyboard.model_validate(SPOKEN)
    cast = cast_storyboard(board)
    private = replace(cast, voice=replace(cast.voice, licence=PRIVATE))
    monkeypatch.setattr("agency.permitted_parts.cast_storyboard", lambda board: private)
    with pytest.raises(NotAllowed, match=f"voice '{cast.voice.id}' is under “{PRIVATE}”.*AGENCY_COMMERCIAL"):
        refuse_forbidden(board, Settings())
    refuse_forbidden(board.changed(narration="/tmp/own.wav"), Settings())
    refuse_forbidden(Storyboard.model_validate({"scenes": [{"id": "s1", "heading": "Hello"}]}), Settings())


def test_what_may_be_sold_is_made() -> None:
    sold = Storyboard.model_validate({**SPOKEN, "music_file": "/tmp/a.mp3", "music_licence": "CC BY 4.0"})
    refuse_forbidden(sold, Settings())
    with pytest.raises(NotAllowed):
        refuse_forbidden(sold.changed(music_licence=PRIVATE), Settings())


def test_every_trained_model_tells_its_licence_and_its_uses() -> None:
    rows = list_models()
    assert [row["id"] for row in rows] == [model.id for model in MODELS]
    assert all(row["licence"] and "also commercial" in row["uses"] and row["does"] for row in rows)
    assert "RNNoise" in render_models(rows)
