"""Who takes part in the comparison: how each is prepared (not counted) and the one command that is measured."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.composition import Composition
from benchmarks.peers import filtergraph, hyperframes
from benchmarks.peers.installation import (
    MOVIEPY_PYTHON,
    NODE,
    NODE_PACKAGES,
    PEERS,
    browser,
    ffmpeg,
    missing_ffmpeg,
    missing_hyperframes,
    missing_moviepy,
    missing_remotion,
)

HERE = Path(__file__).resolve().parent
OURS = "ours"
BARE = ("encoder", "encoder-threads")


@dataclass(frozen=True)
class Contender:
    """One renderer. `command(composition, out)` writes the programme to `out`; `note` says what flatters it or not.

    `missing()` is why it can not run here, if so. `environment()` is asked when the command is about to run: it may
    write what the command looks for, which an import must not do.
    """

    name: str
    title: str
    note: str
    command: Callable[[Composition, Path], list[str]]
    prepare: Callable[[Composition], None] = lambda composition: None
    missing: Callable[[], str | None] = lambda: None
    environment: Callable[[], dict[str, str]] = dict


def _own_command(composition: Composition, out: Path) -> list[str]:
    return [sys.executable, str(HERE / "own_run.py"), str(composition.folder / "timeline.pickle"), str(out)]


def _bare_command(how: str) -> Callable[[Composition, Path], list[str]]:
    def command(composition: Composition, out: Path) -> list[str]:
        from benchmarks.render import run_bare

        return run_bare(how, composition.timeline, composition.folder / "frames.yuv", out.with_suffix(".segments"))

    return command


def _keep_timeline(composition: Composition) -> None:
    (composition.folder / "timeline.pickle").write_bytes(pickle.dumps(composition.timeline))


def _paint_raw(composition: Composition) -> None:
    from benchmarks.render import paint_raw

    frames = composition.folder / "frames.yuv"
    if not frames.exists():
        paint_raw(composition.timeline, frames)


def _prepare_filtergraph(composition: Composition) -> None:
    for line in filtergraph.preparations(composition, ffmpeg() or "ffmpeg"):
        subprocess.run(line, check=True, capture_output=True)


def _moviepy_command(composition: Composition, out: Path) -> list[str]:
    return [str(MOVIEPY_PYTHON), str(HERE / "peers" / "moviepy_scene.py"), str(composition.folder), str(out)]


def _prepare_moviepy(composition: Composition) -> None:
    subprocess.run(filtergraph.alpha_movie(composition, ffmpeg() or "ffmpeg"), check=True, capture_output=True)


def _remotion_command(composition: Composition, out: Path) -> list[str]:
    bundle = composition.folder / "remotion"
    return [str(NODE), str(PEERS / "node" / "remotion" / "render.mjs"), str(bundle), str(browser()), str(out)]


def _prepare_remotion(composition: Composition) -> None:
    # Node looks for packages from where a script lies.
    shutil.copytree(HERE / "peers" / "remotion", PEERS / "node" / "remotion", dirs_exist_ok=True)
    script = PEERS / "node" / "remotion" / "bundle.mjs"
    subprocess.run(
        [str(NODE), str(script), str(composition.folder), str(composition.folder / "remotion")],
        check=True,
        capture_output=True,
    )


def _prepare_hyperframes(composition: Composition) -> None:
    subprocess.run(filtergraph.alpha_webm(composition, ffmpeg() or "ffmpeg"), check=True, capture_output=True)
    hyperframes.write_project(composition, NODE_PACKAGES / "gsap" / "dist" / "gsap.min.js")


def _hyperframes_command(composition: Composition, out: Path) -> list[str]:
    return hyperframes.command(composition, NODE, NODE_PACKAGES / "hyperframes" / "bin" / "hyperframes.mjs", out)


CONTENDERS = (
    Contender(
        OURS,
        "our renderer",
        "draws presenter, moving backdrop, title and captions and masters the sound, cold start to finished file",
        _own_command,
        _keep_timeline,
    ),
    Contender(
        BARE[0],
        "encoder, in pieces",
        "our finished frames (mapped, so they count as memory), encoded as we do; nothing drawn, no sound, no join",
        _bare_command("segments"),
        _paint_raw,
    ),
    Contender(
        BARE[1],
        "encoder, one stream",
        "our finished frames, encoded with our options as one stream with the encoder's own threads",
        _bare_command("threads"),
        _paint_raw,
    ),
    Contender(
        "ffmpeg",
        "FFmpeg filtergraph",
        "every layer painted by us and converted to yuva420p beforehand; backdrop a still",
        lambda composition, out: filtergraph.command(composition, ffmpeg() or "ffmpeg", out),
        _prepare_filtergraph,
        missing_ffmpeg,
    ),
    Contender(
        "remotion",
        "Remotion 4.0.529",
        "all layers painted by us (PNG); backdrop a still; bundled beforehand; headless shell, two at once",
        _remotion_command,
        _prepare_remotion,
        missing_remotion,
    ),
    Contender(
        "hyperframes",
        "HyperFrames 0.8.170",
        "all layers painted by us (presenter VP9 with alpha); backdrop a still; its nearest preset is ultrafast",
        _hyperframes_command,
        _prepare_hyperframes,
        missing_hyperframes,
        hyperframes.environment,
    ),
    Contender(
        "moviepy",
        "moviepy 2.2.1",
        "all layers painted by us (presenter QuickTime Animation); backdrop a still",
        _moviepy_command,
        _prepare_moviepy,
        missing_moviepy,
    ),
)
