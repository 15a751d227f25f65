"""Sound that a client uploads: what is called music becomes the music, anything else is asked about."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

from agency.uploads import read_uploads


def tone(path: Path) -> str:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((8000 * np.sin(np.arange(32_000) / 10)).astype("<i2").tobytes())
    return str(path)


def test_a_file_called_music_is_the_music(tmp_path: Path) -> None:
    path = tone(tmp_path / "a1b2.wav")
    for name in ("our music.wav", "theme_SONG_final.wav", "track-03.wav"):
        found = read_uploads({name: path})
        assert found.settings == {"music_file": path}
        assert name in found.notes[0]


def test_other_sound_is_kept_and_asked_about(tmp_path: Path) -> None:
    found = read_uploads({"interview.wav": tone(tmp_path / "a1b2.wav")})
    assert found.settings == {}
    assert "say what it is for" in found.notes[0]


def test_music_that_can_not_be_read_is_told_by_the_name_the_client_knows(tmp_path: Path) -> None:
    path = tmp_path / "a1b2.mp3"
    path.write_bytes(b"")
    found = read_uploads({"my music.mp3": str(path)})
    assert found.settings == {}
    assert "my music.mp3" in found.notes[0]
    assert "a1b2" not in found.notes[0]
