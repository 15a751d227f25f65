"""The bed of a programme: one piece after another, silence beside them, and never more than one in memory."""

from __future__ import annotations

import weakref
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from agency import music_beds
from renderers.music import Bed, MusicRequest
from renderers.sound_files import load_sound
from renderers.takes import TakeStore

SECOND = 48_000


class Beds:
    """An engine whose n-th bed is n tenths loud throughout; it counts how many are alive."""

    identity = "beds"

    def __init__(self) -> None:
        self.asked: list[MusicRequest] = []
        self.most = 0
        self._made: list[weakref.ref[Any]] = []

    def compose(self, request: MusicRequest, takes: TakeStore | None = None) -> Bed:
        self.asked.append(request)
        bed = Bed(np.full((request.samples, 2), len(self.asked) / 10, np.float32))
        self._made.append(weakref.ref(bed.samples))
        self.most = max(self.most, sum(made() is not None for made in self._made))
        return bed


def plan(*layouts: str) -> Any:
    """Scenes of ten seconds each at 30 frames a second; clips are heard."""
    film = SimpleNamespace(sound=True)
    scenes = [
        SimpleNamespace(layout=layout, film=film if layout == "clip" else None, lines=(), music_gain=0.0) for layout in layouts
    ]
    spans = [SimpleNamespace(start=300 * number, duration=300) for number in range(len(layouts))]
    return SimpleNamespace(
        format=SimpleNamespace(rate=Fraction(30)),
        edit=SimpleNamespace(duration=300 * len(layouts), scenes=spans),
        storyboard=SimpleNamespace(seed=1, scenes=scenes, music_energy="medium", music_tempo="medium"),
        cast=SimpleNamespace(music="calm"),
    )


def composed(asked: Any, folder: Path, engine: Beds) -> np.ndarray:
    takes = TakeStore(folder)
    desk: Any = SimpleNamespace(engine=lambda kind: engine, takes=takes)
    return load_sound(music_beds._composed(asked, desk).folder)


def test_there_is_silence_where_films_are_heard(tmp_path: Path) -> None:
    engine = Beds()
    bed = composed(plan("clip", "presenter", "title", "clip"), tmp_path, engine)
    assert bed.shape == (40 * SECOND, 2)
    assert np.allclose(bed[10 * SECOND : 30 * SECOND], 0.1, atol=1e-4)
    assert not bed[: 10 * SECOND].any()
    assert not bed[30 * SECOND :].any()
    assert engine.asked[0].marks == (10 * SECOND,)


def test_a_long_programme_has_pieces_one_after_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(music_beds, "LONGEST_PIECE", 12 * SECOND)
    engine = Beds()
    bed = composed(plan("presenter", "title", "presenter"), tmp_path, engine)
    assert [request.samples for request in engine.asked] == [10 * SECOND] * 3
    assert engine.most == 1
    for number in range(3):
        assert np.allclose(bed[number * 10 * SECOND : (number + 1) * 10 * SECOND], (number + 1) / 10, atol=1e-4)
