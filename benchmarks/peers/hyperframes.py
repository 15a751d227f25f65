"""The programme as a HyperFrames project: one HTML page with timed elements and a GSAP timeline."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.composition import Composition
from benchmarks.peers.installation import PEERS, browser, ffmpeg

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<script src="gsap.min.js"></script>
<style>
html, body {{ margin: 0; width: {width}px; height: {height}px; overflow: hidden; }}
#root {{ position: relative; width: {width}px; height: {height}px; overflow: hidden; }}
#root img, #root video {{ position: absolute; display: block; }}
</style>
</head>
<body>
<div id="root" data-composition-id="main" data-start="0" data-duration="{length}" data-width="{width}"
 data-height="{height}">
{elements}
</div>
<script>
const timeline = gsap.timeline({{ paused: true }});
timeline.fromTo("#title", {{ opacity: 0 }}, {{ opacity: 1, duration: {enter}, ease: "none" }}, {start});
timeline.fromTo("#title", {{ y: {travel} }}, {{ y: 0, duration: {enter}, ease: "power2.out" }}, {start});
timeline.set({{}}, {{}}, {length});
window.__timelines = window.__timelines || {{}};
window.__timelines["main"] = timeline;
</script>
</body>
</html>
"""


def _project(composition: Composition) -> Path:
    return composition.folder / "hyperframes"


def write_project(composition: Composition, gsap: Path) -> None:
    """Write the page and what it shows into `folder/hyperframes`."""
    folder, project = composition.folder, _project(composition)
    spec = json.loads((folder / "composition.json").read_text())
    project.mkdir(exist_ok=True)
    shutil.copytree(folder / "captions", project / "captions", dirs_exist_ok=True)
    for name in ("backdrop.png", "title.png", "logo.png", "presenter.webm", "sound.wav"):
        shutil.copy(folder / name, project / name)
    shutil.copy(gsap, project / "gsap.min.js")
    length, fps = spec["frames"] / spec["fps"], spec["fps"]

    def image(name: str, layer: dict[str, object], start: float, duration: float, track: int) -> str:
        style = f"left:{layer['x']}px;top:{layer['y']}px;width:{layer['width']}px;height:{layer['height']}px"
        timing = f'data-start="{start:.4f}" data-duration="{duration:.4f}" data-track-index="{track}"'
        return f'<img id="{name}" class="clip" src="{layer["path"]}" style="{style}" {timing}>'

    word, start = spec["word"] / fps, spec["title"]["start"] / fps
    at = spec["presenter"]
    elements = [
        image("ground", spec["backdrop"], 0, length, 0),
        image("logo", spec["logo"], 0, length, 1),
        image("title", spec["title"], start, length - start, 2),
        f'<video id="presenter" class="clip" src="presenter.webm" muted playsinline style="left:{at["x"]}px;'
        f'top:{at["y"]}px;width:{at["width"]}px;height:{at["height"]}px" data-start="0" data-duration="{length:.4f}" '
        'data-track-index="3"></video>',
        *(
            image(f"pill{n}", spec["captions"][shown], n * word, min(word, length - n * word), 4)
            for n, shown in enumerate(spec["spoken"])
        ),
        f'<audio id="sound" src="sound.wav" data-start="0" data-duration="{length:.4f}" data-track-index="5"></audio>',
    ]
    values = {"width": spec["width"], "height": spec["height"], "length": f"{length:.4f}", "start": f"{start:.4f}"}
    page = PAGE.format(
        **values, enter=spec["title"]["enter"], travel=spec["title"]["travel"], elements="\n".join(elements)
    )
    (project / "index.html").write_text(page)


def environment() -> dict[str, str]:
    """What HyperFrames must be told: the headless shell under the name it looks for, and capture by BeginFrame."""
    tools = PEERS / "programs"
    found, encoder = browser(), ffmpeg()
    if not found or not encoder:
        return {}
    shell = tools / "chrome-headless-shell"
    tools.mkdir(parents=True, exist_ok=True)
    if not shell.is_symlink() or str(shell.readlink()) != found:
        shell.unlink(missing_ok=True)
        shell.symlink_to(found)
    return {
        "HYPERFRAMES_BROWSER_PATH": str(shell),
        "PRODUCER_HEADLESS_SHELL_PATH": str(shell),
        "PRODUCER_FORCE_SCREENSHOT": "false",
        "PRODUCER_LOW_MEMORY_MODE": "false",
        "HYPERFRAMES_FFMPEG_PATH": encoder,
        "HYPERFRAMES_NO_TELEMETRY": "1",
        "HYPERFRAMES_NO_UPDATE_CHECK": "1",
        "HYPERFRAMES_SKIP_SKILLS": "1",
        "HYPERFRAMES_NO_AUTO_INSTALL": "1",
    }


def command(composition: Composition, node: Path, program: Path, out: Path) -> list[str]:
    """The measured command. Of its presets only the one named draft is as fast as ours; the quality is set by CRF.

    The cache of extracted frames is off, so that each run decodes the presenter as a first run does.
    """
    options = "--quality draft --crf 19 --fps 30 --workers 2 --frames-cache-dir off"
    return [str(node), str(program), "render", *options.split(), "-o", str(out), str(_project(composition))]
