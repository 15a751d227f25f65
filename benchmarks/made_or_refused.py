"""A storyboard taken as far as the encoder: what refused it, and what it cost in memory.

As a program it reads requests from its input, one a line, `{"document": …, "folder": …}`, and answers each in a line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from agency.desk import Desk
from agency.home import home
from agency.orchestrator import build_timeline
from agency.progress import reporting
from agency.settings import load_settings
from agency.writing import plan_source
from renderers.compositing import ScenePainter
from renderers.errors import RenderError
from tools.errors import ToolError


def plan_and_paint(document: object, folder: Path) -> None:
    """Everything up to the encoder: the plan, the takes, and a picture of every scene."""
    path = folder / "storyboard.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    own = load_settings()
    desk = Desk(own, home(own))
    with reporting(quiet=True) as reporter:
        plan = plan_source(str(path), {}, desk, reporter).plan
        timeline = build_timeline(plan, desk, reporter)
    for scene in timeline.scenes:
        ScenePainter(scene, timeline.look, timeline.format).paint(scene.duration // 2)
    if plan.storyboard.duration_seconds is not None:
        assert timeline.duration == round(plan.storyboard.duration_seconds * plan.storyboard.fps)


def make_or_refuse(document: object, folder: Path) -> tuple[str, int]:
    """The sentence of refusal ("" where the storyboard was made), and the most kilobytes this process ever took."""
    said = ""
    try:
        plan_and_paint(document, folder)
    except (ToolError, RenderError) as refusal:
        said = str(refusal)
    return said, most_memory()


def most_memory() -> int:
    """The most kilobytes that this program ever took.

    Not `ru_maxrss`: a program inherits that of the one that started it (`execve` keeps it), its own memory or not.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1])


def main() -> None:
    """Answer until the input ends."""
    for line in sys.stdin:
        asked = json.loads(line)
        said, memory = make_or_refuse(asked["document"], Path(asked["folder"]))
        print(json.dumps({"said": said, "memory": memory}), flush=True)


if __name__ == "__main__":
    main()
