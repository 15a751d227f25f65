"""What the still of a scene costs: every layout in every look and shape of frame, painted, encoded and kept as a JPEG.

    python -m benchmarks.stills

Milliseconds of one core for each, in a process that has painted before, as the standing painters have; what the stills
of a storyboard share (its timeline, a presenter at rest) is told apart. Ends with 1 where one takes more than `--most`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from agency.desk import Desk
from agency.home import Home, set_kernels
from agency.layout_samples import draw_sample_files, sample_board
from agency.settings import load_settings
from agency.stills import keep_still, scene_segments
from renderers.looks import LOOKS
from renderers.picture_format import ASPECTS
from renderers.segments import Segment, make_segment
from tools.storyboard import LookChoice, Storyboard


def board_of(files: dict[str, str], look: str, aspect: str, turn: int) -> Storyboard:
    """The samples of all layouts in a look and a shape, each `turn` in a colour of its own, so that none is known."""
    made = sample_board(files)
    return made.changed(aspect=aspect, look=LookChoice(direction=look, primary=f"#{40 + turn:02x}55d4"))


def main() -> int:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--looks", default=",".join(LOOKS), help="names with commas between")
    asked.add_argument("--aspects", default=",".join(ASPECTS), help="shapes with commas between")
    asked.add_argument("--times", type=int, default=2, help="how often, of which the least counts")
    asked.add_argument("--most", type=float, default=150.0, help="milliseconds")
    given = asked.parse_args()
    shared: dict[str, float] = {}
    painted: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        place = Home(Path(folder))
        desk = Desk(load_settings(), place)
        set_kernels(place)
        files = draw_sample_files(Path(folder) / "files")
        # The first round is for what a process does once.
        for turn in range(given.times + 1):
            for look in given.looks.split(","):
                for aspect in given.aspects.split(","):
                    about = f"{aspect}, {look}"
                    begun = time.process_time()
                    pieces = scene_segments(board_of(files, look, aspect, turn), desk)
                    spent = (time.process_time() - begun) * 1000
                    if turn:
                        shared[about] = min(shared.get(about, spent), spent)
                    for id_, piece in pieces.items():
                        begun = time.process_time()
                        desk.takes.keep("segments", piece.key, partial(_make, piece))
                        keep_still(desk.takes, piece.key, Path(folder) / "still.jpg")
                        spent = (time.process_time() - begun) * 1000
                        if turn:
                            name = f"{id_}, {about}"
                            painted[name] = min(painted.get(name, spent), spent)
    worst = sorted(painted.items(), key=lambda pair: -pair[1])
    costs = [cost for _, cost in worst]
    print(
        f"{len(costs)} stills: median {statistics.median(costs):.0f} ms, "
        f"95 of 100 within {costs[len(costs) // 20]:.0f} ms, worst {costs[0]:.0f} ms; "
        f"what a storyboard of 16 shares {statistics.median(shared.values()):.0f} ms."
    )
    for name, cost in worst[:12]:
        print(f"  {cost:6.0f} ms  {name}")
    return 1 if costs[0] > given.most else 0


def _make(piece: Segment, folder: Path) -> None:
    make_segment(piece, folder / "segment.mp4")


if __name__ == "__main__":
    raise SystemExit(main())
