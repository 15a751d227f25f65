"""Our renderer on a kept timeline, from a cold start: `python -m benchmarks.painted TIMELINE FOLDER`."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from renderers.workers import Workers


def main() -> None:
    """Paint and encode every segment into a store of takes at the folder."""
    timeline, folder = map(Path, sys.argv[1:])
    with Workers() as workers:
        workers.prepare()
        # What this process needs is imported while the others import theirs.
        from renderers.painting import paint_segments
        from renderers.takes import TakeStore

        kept = pickle.loads(timeline.read_bytes())
        paint_segments(kept, TakeStore(folder), workers, lambda done, of: None)


if __name__ == "__main__":
    main()
