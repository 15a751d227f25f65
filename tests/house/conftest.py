"""The files of the project, as the house tests read them."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("agency", "tools", "brand_memory", "renderers")
_FOLDERS = (*PACKAGES, "tests", "benchmarks", ".ci")
_BINARY = {".png", ".jpg", ".jpeg", ".webp", ".mp4", ".wav", ".gif", ".ttf", ".otf", ".sf2", ".npz", ".npy", ".pyc"}


def _made_here(path: Path) -> bool:
    """Whether it lies in a folder of caches or of what was installed for the benchmarks."""
    return any(part == "__pycache__" or part.startswith(".") for part in path.parts[1:-1])


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def sources() -> list[Path]:
    """Every Python file of the four packages."""
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


@pytest.fixture(scope="session")
def tests() -> list[Path]:
    """Every Python file of the tests."""
    return sorted((ROOT / "tests").rglob("*.py"))


@pytest.fixture(scope="session")
def texts() -> dict[Path, str]:
    """Every text file of the project and what it says."""
    inside = [p for folder in _FOLDERS for p in (ROOT / folder).rglob("*") if not _made_here(p.relative_to(ROOT))]
    files = [path for path in [*ROOT.iterdir(), *inside] if path.is_file() and path.suffix not in _BINARY]
    own = [path for path in files if path.name[0] != "." or path.name == ".gitignore"]
    found: dict[Path, str] = {}
    for path in own:
        data = path.read_bytes()
        if b"\0" not in data:
            found[path.relative_to(ROOT)] = data.decode()
    return found
