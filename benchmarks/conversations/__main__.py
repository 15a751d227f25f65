"""Hundreds of scripted conversations with the real graph, the real director and the cheapest real settings.

Drawn from a grammar, besides those that were written by hand: clients edit, interrupt, contradict themselves, talk
nonsense, drop in files, click on pages that are out of date; processes are killed and restarted in the middle of it.
After every turn there must be a reply in plain words, and a process that has just begun must find the conversation
waiting, its storyboard valid and nothing lost. Boards and plans are made by the real code, speech included; drafts are
made in a share of the conversations (animatics at 540p) and in full (540p) in `--full` of them, else jobs are ended.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.conversations.playing import Played, Player
from benchmarks.conversations.turns import Story


def main() -> None:
    """Hold the conversations and print what came of them; the exit status tells whether all went well."""
    asked = _arguments()
    began = time.monotonic()
    stories = all_stories(asked.count, asked.seed, asked.full, asked.rendering)
    if asked.only:
        stories = [story for story in stories if asked.only in story.name]
    played = play_all(stories, asked.processes, aloud=asked.aloud)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    figures = summary(played, time.monotonic() - began, used.ru_utime + used.ru_stime)
    print(json.dumps(figures, indent=1) if asked.json else table(figures))
    sys.exit(bool(played.faults))


def all_stories(count: int, seed: int, full: int, rendering: float) -> list[Story]:
    """The handwritten conversations (of a small `count`, some of them, which make half of it), then drawn ones up to
    `count`, then `full` whose drafts are made in full.
    """
    from benchmarks.conversations.grammar import story
    from benchmarks.conversations.stories import STORIES, full_stories

    written = list(STORIES if count >= 2 * len(STORIES) else STORIES[:: max(1, -(-2 * len(STORIES) // max(1, count)))])
    drawn = [story(number, seed, rendering=rendering) for number in range(count - len(written))]
    return [*written, *drawn, *full_stories(full)]


def play_all(stories: list[Story], processes: int, *, aloud: bool = False) -> Played:
    """What came of the conversations, held by so many processes, each in a home of its own."""
    played = Played()
    shares = [stories[number::processes] for number in range(processes)]
    with tempfile.TemporaryDirectory(prefix="conversations-") as folder:
        working = [_begin(share, Path(folder) / str(number), aloud=aloud) for number, share in enumerate(shares)]
        for pid, path in working:
            os.waitpid(pid, 0)
            played.add(_read(path))
    return played


def _begin(stories: list[Story], folder: Path, *, aloud: bool) -> tuple[int, Path]:
    folder.mkdir(parents=True)
    if pid := os.fork():
        return pid, folder / "played.pickle"
    status = 1
    try:
        _work(stories, folder, aloud=aloud)
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    os._exit(status)


def _work(stories: list[Story], folder: Path, *, aloud: bool) -> None:
    import pickle

    played = hold(stories, folder, aloud=aloud)
    (folder / "played.pickle").write_bytes(pickle.dumps(played))


def hold(stories: list[Story], folder: Path, *, aloud: bool = False) -> Played:
    """What came of the conversations, held by this process in a home in `folder`."""
    from benchmarks.conversations.children import Nursery
    from benchmarks.conversations.files import make_files

    os.environ |= {"AGENCY_HOME": str(folder / "home"), "AGENCY_RESOLUTION": "540p", "AGENCY_WORKERS": "1"}
    _import_all()
    nursery = Nursery()
    player = Player(nursery, make_files(folder / "files"), aloud=aloud)
    for number, story in enumerate(stories):
        player.play(story, f"thread-{number}")
    nursery.close()
    return player.played


def _import_all() -> None:
    """What a turn needs, so that children have it; and no studio beside them: jobs are ended by the script."""
    import agency.conversations
    import agency.graph
    import agency.job_runs
    import agency.steps.producing
    import agency.writing
    import tools.language.director  # noqa: F401

    def nobody(place: Any) -> None:  # noqa: ANN401
        """No studio."""

    setattr(agency.steps.producing, "open_studio", nobody)  # noqa: B010  (it is imported there, not made)


def _read(path: Path) -> Played:
    import pickle

    if not path.is_file():
        return Played(faults=["a process that held conversations broke off"])
    played: Played = pickle.loads(path.read_bytes())
    return played


def summary(played: Played, wall: float, cpu: float) -> dict[str, Any]:
    """The figures of the table."""
    ends = sorted(end for end, _, _ in played.seconds) or [0.0]
    firsts = sorted(first for _, first, _ in played.seconds) or [0.0]
    return {
        "conversations": played.conversations,
        "turns": played.turns,
        "drafts made": played.drafts,
        "restarts": played.restarts,
        "kills": played.kills,
        "stuck": played.stuck,
        "lost": played.lost,
        "tracebacks": sum("raised" in fault or "Traceback" in fault for fault in played.faults),
        "faults": len(played.faults),
        "first reply p50 (CPU s)": round(firsts[len(firsts) // 2], 3),
        "first reply p95": round(firsts[int(len(firsts) * 0.95)], 3),
        "first reply slowest": round(firsts[-1], 3),
        "turn p50 (CPU s)": round(ends[len(ends) // 2], 3),
        "turn p95": round(ends[int(len(ends) * 0.95)], 3),
        "turn slowest": round(ends[-1], 3),
        "wall seconds": round(wall, 1),
        "CPU seconds": round(cpu, 1),
        "replies": dict(played.kinds.most_common()),
        "slowest": [f"{end:.2f} s: {text!r}" for end, _, text in sorted(played.seconds, reverse=True)[:5]],
        "what": played.faults,
    }


def table(figures: dict[str, Any]) -> str:
    """The figures in two columns, and then every fault."""
    rows = []
    for name, value in figures.items():
        shown = str(value)
        if isinstance(value, dict):
            shown = ", ".join(f"{kind} {count}" for kind, count in value.items())
        if isinstance(value, list):
            shown = "\n".join(["", *(f"  {each}" for each in value)]) if value else "nothing"
        rows.append(f"{name:<26}{shown}")
    return "\n".join(rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="conversations, the handwritten ones among them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--full", type=int, default=0, help="further conversations whose drafts are made in full")
    parser.add_argument("--rendering", type=float, default=0.1, help="share of the drawn ones in which drafts are made")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", default="", help="conversations whose name has this in it")
    parser.add_argument("--aloud", action="store_true", help="print every turn")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
