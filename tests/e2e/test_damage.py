"""Takes that were damaged on disk are noticed and made again, and the film is the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.commandline import Agency


def flip(path: Path) -> None:
    """Turn one bit in the middle of the file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)


def halve(path: Path) -> None:
    """Cut the second half away."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def test_damaged_takes_are_made_again(agency: Agency, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "line.txt").write_text("One line that is said, painted and set to music.")
    arguments = ("make", tmp_path / "line.txt", "-o", tmp_path / "line.mp4", "--resolution", "540p", "--json")
    first = agency(*arguments, home=home)
    assert first.code == 0, first.err
    film = (tmp_path / "line.mp4").read_bytes()
    kept = first.result["takes"]["made_by_kind"]
    ways: tuple[Callable[[Path], object], ...] = (flip, halve, Path.unlink)
    for damage in ways:
        for kind in kept:
            for number, take in enumerate(sorted((home / "takes" / kind).glob("*/*"))):
                if number % 2 == 0:
                    damage(max(take.iterdir(), key=lambda path: path.stat().st_size))
        again = agency(*arguments, home=home)
        assert again.code == 0, again.err
        assert again.err.count("made again") == 1
        assert again.result["takes"]["made_by_kind"].keys() == kept.keys()
        assert (tmp_path / "line.mp4").read_bytes() == film
    assert list((home / "takes" / "making").iterdir()) == []
