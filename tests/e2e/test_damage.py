"""Takes that were damaged on disk are noticed and made again."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.commandline import Agency


def test_damaged_takes_are_made_again(agency: Agency, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "line.txt").write_text("One line that is said, painted and set to music.")
    arguments = ("make", tmp_path / "line.txt", "-o", tmp_path / "line.mp4", "--resolution", "540p", "--json")
    first = agency(*arguments, home=home)
    assert first.code == 0, first.err
    kinds = {"speech": "times.json", "avatar": "performance.npz", "mixes": "sound.npy", "segments": "segment.mp4"}
    for kind, name in kinds.items():
        kept = sorted((home / "takes" / kind).rglob(name))[0]
        kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2])
    for segment in (home / "takes" / "segments").rglob("segment.mp4"):
        segment.write_bytes(b"")
    again = agency(*arguments, home=home)
    assert again.code == 0, again.err
    assert again.err.count("made again") >= 3
    assert Path(again.result["video"]).stat().st_size > 10_000
    assert again.result["takes"]["made_by_kind"].keys() >= {"speech", "mixes", "segments"}
