"""Sets up `.venv-extras` beside `.venv`: the locked packages and those of the extra `coqui`, for `make test-extras`.

They need several gigabytes, so that nobody gets them unasked; what the lock names keeps its version beside them.
"""

from __future__ import annotations

import hashlib
import re
import sys
import time
import tomllib

from agency.installation import LOCK, ROOT, find_uv, last_words, run, say

ENVIRONMENT = ROOT / ".venv-extras"
PYTHON = ENVIRONMENT / "bin" / "python"
EXTRAS = ("coqui",)
_STAMP = ENVIRONMENT / "installed"
_LOG = ROOT / ".venv-extras.log"
_PINNED = re.compile(r"^[\w.\-]+(?:\[[\w,\-]+\])?==[^\s\\]+(?: ;[^\\]*)?", re.MULTILINE)


def main() -> int:
    """Set it up where that is not done; returns the exit code."""
    wanted = extra_packages()
    if PYTHON.exists() and _STAMP.exists() and _STAMP.read_text() == _inputs():
        say("The environment of the extras: all there.")
        return 0
    begun = time.monotonic()
    _LOG.unlink(missing_ok=True)
    if not run(
        "Creating the environment of the extras", [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], _LOG
    ):
        return _give_up()
    constraints = ENVIRONMENT / "constraints.txt"
    constraints.write_text("\n".join(pins(LOCK.read_text())) + "\n")
    if not _install("Installing the locked packages", ["--no-deps", "-r", str(LOCK)]):
        return _give_up()
    if not _install(f"Installing {', '.join(wanted)}", ["-c", str(constraints), *wanted]):
        return _give_up()
    _STAMP.write_text(_inputs())
    say(f"The environment of the extras: ready after {time.monotonic() - begun:.0f} s.")
    return 0


def extra_packages() -> list[str]:
    """What the extras ask for, as the project file pins it."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    return [str(package) for extra in EXTRAS for package in told[extra]]


def pins(lock: str) -> list[str]:
    """The packages of a lock with their versions, without their checksums."""
    return [re.sub(r"\[.*?\]", "", found.group().strip()) for found in _PINNED.finditer(lock)]


def _install(what: str, wanted: list[str]) -> bool:
    """Whether uv, or else pip, installed what is wanted; the project overrides what its own packages ask, no others."""
    pip = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *wanted]
    uv = find_uv()
    ways = [[uv, "pip", "install", "--no-config", "--python", str(PYTHON), *wanted]] if uv else []
    return any(run(what, way, _LOG) for way in (*ways, pip))


def _inputs() -> str:
    """What decides the environment, as one digest."""
    parts = (LOCK.read_bytes(), " ".join(extra_packages()).encode(), sys.version.encode(), str(ROOT).encode())
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _give_up() -> int:
    say(f"The extras could not be installed: {last_words(_LOG)} (all of it is in {_LOG.name}).")
    return 1


if __name__ == "__main__":
    sys.exit(main())
