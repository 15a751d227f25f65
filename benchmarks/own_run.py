"""One run of our own renderer in a process of its own, as `render.py` measures it: `own_run.py TIMELINE OUT`."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from renderers.assembly import mix_sound, write_file
from renderers.painting import paint_segments
from renderers.takes import TakeStore
from renderers.timeline import Timeline
from renderers.workers import Workers


def render_file(timeline: Timeline, out: Path) -> None:
    """The whole programme from the timeline to the finished file, on every core this process may use."""
    takes = TakeStore(out.with_suffix(".takes"))
    with Workers() as workers:
        workers.prepare()
        sound = mix_sound(timeline, takes)
        pictures = paint_segments(timeline, takes, workers, lambda done, of: None)
        write_file(out, timeline, pictures, sound, {})


if __name__ == "__main__":
    render_file(pickle.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2]))
