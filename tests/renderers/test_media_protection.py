"""Files that are encrypted for other players: they are called so, whatever else could be said of them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from renderers.errors import MediaRejected
from renderers.media import probe_foreign

_KEYS = {
    "encryption_scheme": "cenc-aes-ctr",
    "encryption_key": "76a6c65c5ea762046bd749a2e632ccbb",
    "encryption_kid": "a7e61c373e219033c21091fa607bf3b8",
}


def _write(path: Path, *, picture: bool, options: dict[str, str]) -> Path:
    """A fifth of a second of a tone, and of grey pictures."""
    with av.open(str(path), "w", options=options) as made:
        heard = made.add_stream("aac", rate=48_000, layout="stereo")
        seen = made.add_stream("libx264", rate=30) if picture else None
        if seen is not None:
            seen.width, seen.height, seen.pix_fmt = 64, 64, "yuv420p"
            for number in range(6):
                frame = av.VideoFrame.from_ndarray(np.full((96, 64), 128, np.uint8), "yuv420p")
                frame.pts, frame.time_base = number, Fraction(1, 30)
                made.mux(seen.encode(frame))
            made.mux(seen.encode(None))
        tone = np.sin(np.arange(9600) / 20).astype(np.float32) * 0.3
        sound = av.AudioFrame.from_ndarray(np.stack([tone, tone]), "fltp", "stereo")
        sound.sample_rate, sound.pts, sound.time_base = 48_000, 0, Fraction(1, 48_000)
        made.mux(heard.encode(sound))
        made.mux(heard.encode(None))
    return path


@pytest.mark.parametrize(
    ("name", "picture", "what"),
    [("film.mp4", True, r"(sound and picture|picture and sound)"), ("song.m4a", False, "sound")],
)
def test_a_file_under_common_encryption_is_called_protected(
    tmp_path: Path, name: str, picture: bool, what: str
) -> None:
    file = _write(tmp_path / name, picture=picture, options=_KEYS)
    with pytest.raises(MediaRejected, match=rf"^{name} is protected \(DRM\): its {what} is encrypted .* protection\.$"):
        probe_foreign(file)


@pytest.mark.parametrize(("plain", "marked"), [(b"mp4a", b"drms"), (b"ftypM4A ", b"ftypM4P ")])
def test_a_shops_own_marks_are_known(tmp_path: Path, plain: bytes, marked: bytes) -> None:
    file = _write(tmp_path / "song.m4a", picture=False, options={})
    assert probe_foreign(file).sound is not None
    content = file.read_bytes()
    assert plain in content
    file.write_bytes(content.replace(plain, marked, 1))
    with pytest.raises(MediaRejected, match=r"is protected \(DRM\)"):
        probe_foreign(file)


def test_protection_is_told_of_a_file_without_an_index_too(tmp_path: Path) -> None:
    file = tmp_path / "song.m4p"
    file.write_bytes(b"\0\0\0\x10ftypM4P \0\0\0\0")
    with pytest.raises(MediaRejected, match=r"is protected \(DRM\): its content is encrypted"):
        probe_foreign(file)


@pytest.mark.parametrize("size", [0, 3, 12, 0xFFFFFFFF])
def test_a_damaged_index_is_no_protection(tmp_path: Path, size: int) -> None:
    file = _write(tmp_path / "song.m4a", picture=False, options={})
    content = bytearray(file.read_bytes())
    at = content.index(b"trak") - 4
    content[at : at + 4] = size.to_bytes(4, "big")
    file.write_bytes(content)
    try:
        probe_foreign(file)
    except MediaRejected as refusal:
        assert "protected" not in str(refusal)
