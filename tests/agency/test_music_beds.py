"""The bed of a programme: one piece after another, silence beside them, and never more than one in memory."""

from __future__ import annotations

import wave
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
from renderers.timeline import Timeline
from tools.storyboard import Scene, Storyboard

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
        SimpleNamespace(layout=layout, film=film if layout == "clip" else None, lines=(), music_gain=0.0)
        for layout in layouts
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


def board(*scenes: dict[str, Any], **fields: Any) -> Any:
    """A plan of scenes of ten seconds each, of this storyboard."""
    made = Storyboard(scenes=tuple(Scene(**scene) for scene in scenes), **fields)
    spans = [SimpleNamespace(start=300 * number, duration=300) for number in range(len(made.scenes))]
    return SimpleNamespace(
        format=SimpleNamespace(rate=Fraction(30)),
        edit=SimpleNamespace(duration=300 * len(made.scenes), scenes=spans),
        storyboard=made,
        cast=SimpleNamespace(
            music="" if made.music_file else made.music,
            track=made.music_file,
            has_music=bool(made.music or made.music_file),
        ),
    )


SPOKEN = {"id": "s2", "lines": [{"id": "l1", "text": "Hello."}]}


def test_an_engine_is_told_what_the_scenes_are() -> None:
    asked = board({"id": "s1", "layout": "title"}, SPOKEN, {"id": "s3"}, {"id": "end", "layout": "end_card"},
                  music="calm", music_energy="high", music_tempo="slow")  # fmt: skip
    (request,) = music_beds.music_requests(asked, 0, 40 * SECOND)
    assert request.kinds == ("title", "speech", "open", "action")
    assert request.marks == (10 * SECOND, 20 * SECOND, 30 * SECOND)
    assert (request.energy, request.tempo) == (1.0, 0.88)


def test_the_gains_of_scenes_go_with_the_music_and_small_sounds_meet_the_cut(tmp_path: Path) -> None:
    asked = board({"id": "s1", "sound": "riser"}, {"id": "s2", "music_gain": -6.0, "sound": "chime"}, music="calm")
    desk: Any = SimpleNamespace(engine=lambda kind: Beds(), takes=TakeStore(tmp_path))
    bare: Any = Timeline(None, None, ())  # type: ignore[arg-type]
    made = music_beds.add_music(bare, asked, desk)
    assert made.sound[0].gains == ((0, 0.0), (10 * SECOND, -6.0))
    whole = music_beds.add_small_sounds(made, asked, desk)
    riser, chime = whole.sound[1:]
    assert riser.kind == chime.kind == "small"
    assert -2 * SECOND < riser.start < 0
    assert 9 * SECOND < chime.start < 10 * SECOND
    assert music_beds.add_music(bare, board({"id": "s1"}), desk).sound == ()


def test_a_track_of_the_clients_is_as_long_as_the_programme_and_read_once(tmp_path: Path) -> None:
    path = tmp_path / "tune.wav"
    tone = np.sin(np.arange(6 * SECOND) * 2 * np.pi * 220 / SECOND) * np.exp(-np.arange(6 * SECOND) / SECOND)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SECOND)
        file.writeframes((tone * 20_000).astype("<i2").tobytes())
    takes = TakeStore(tmp_path / "takes")
    desk: Any = SimpleNamespace(takes=takes)
    bare: Any = Timeline(None, None, ())  # type: ignore[arg-type]
    for count, made in ((1, {"tracks": 1, "music": 1}), (2, {"tracks": 1, "music": 2})):
        scenes = [{"id": f"s{number}"} for number in range(count)]
        clip = music_beds.add_music(bare, board(*scenes, music_file=str(path)), desk).sound[0]
        bed = load_sound(clip.take)
        assert bed.shape == (count * 10 * SECOND, 2)
        assert np.abs(bed).max() > 0.05
        assert takes.made == made
