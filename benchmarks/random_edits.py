"""Random edits of one production: are untouched scenes left as they were, and is the film as if it was made afresh?

After each edit the segments of all scenes are compared with those before it, by the hash of their bytes; every few
edits the whole film is compared, byte by byte, with one that an empty home makes of the same storyboard.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from agency.desk import Desk
from agency.home import Home
from agency.music_beds import add_music
from agency.orchestrator import build_timeline
from agency.progress import StageTimes
from agency.settings import load_settings
from agency.writing import plan_source
from benchmarks.production import paragraphs, storyboard
from renderers.assembly import mix_sound, write_file
from renderers.painting import paint_segments
from renderers.takes import file_digest
from renderers.workers import Workers
from tools.storyboard import Storyboard

Document = dict[str, Any]
WORDS = ("today", "carefully", "always", "again", "somehow", "quietly", "gladly", "slowly")


@dataclass(frozen=True)
class Film:
    """A made film: its file, the hashes of each scene's own segments, and how many segments had to be painted."""

    path: Path
    scenes: dict[str, tuple[str, ...]]
    painted: int


@dataclass
class Findings:
    """What came of a run."""

    edits: Counter[str]
    painted: int = 0
    shown: int = 0
    disturbed: int = 0
    compared: int = 0
    different: int = 0


class Studio:
    """Makes films of storyboards in one home, with one set of workers."""

    def __init__(self, root: Path, workers: Workers) -> None:
        settings = load_settings().model_copy(update={"home": root})
        for folder in ("brands", "productions", "takes", "previews"):
            (root / folder).mkdir(parents=True, exist_ok=True)
        self._desk = Desk(settings, Home(root))
        self._workers = workers
        self._root = root

    def make(self, document: Document) -> Film:
        """The film of a storyboard."""
        before = self._desk.takes.made.get("segments", 0)
        reporter = StageTimes()
        plan = plan_source(Storyboard.model_validate(document), {}, self._desk, reporter).plan
        timeline = add_music(build_timeline(plan, self._desk, reporter), plan, self._desk)
        pictures = paint_segments(timeline, self._desk.takes, self._workers, reporter.advance)
        out = self._root / "film.mp4"
        write_file(out, timeline, pictures, mix_sound(timeline, self._desk.takes), {"title": "edits"})
        scenes: dict[str, list[str]] = {}
        for segment, path in pictures:
            if segment.incoming is None:
                scenes.setdefault(segment.scene.id, []).append(file_digest(path))
        painted = self._desk.takes.made.get("segments", 0) - before
        return Film(out, {name: tuple(hashes) for name, hashes in scenes.items()}, painted)


def replace_word(document: Document, chance: random.Random) -> set[str]:
    """Another word in a line."""
    scene = chance.choice([scene for scene in document["scenes"] if scene["lines"]])
    line = chance.choice(scene["lines"])
    words = line["text"].split()
    words[chance.randrange(1, len(words) - 1)] = chance.choice(WORDS)
    line["text"] = " ".join(words)
    return {scene["id"]}


def replace_line(document: Document, chance: random.Random) -> set[str]:
    """Another sentence."""
    scene = chance.choice([scene for scene in document["scenes"] if scene["lines"]])
    chance.choice(scene["lines"])["text"] = paragraphs(40, 7)[chance.randrange(40)].split(". ")[0] + "."
    return {scene["id"]}


def replace_heading(document: Document, chance: random.Random) -> set[str]:
    """Other words on the screen."""
    scene = chance.choice(document["scenes"])
    scene["heading"] = " ".join(chance.sample(WORDS, 3)).capitalize()
    return {scene["id"]}


def swap_scenes(document: Document, chance: random.Random) -> set[str]:
    """Two scenes change places; the outermost keep theirs, since the first and the last come and go differently."""
    one, other = chance.sample(range(1, len(document["scenes"]) - 1), 2)
    scenes = document["scenes"]
    scenes[one], scenes[other] = scenes[other], scenes[one]
    return set()


def delete_scene(document: Document, chance: random.Random) -> set[str]:
    """One scene less."""
    if len(document["scenes"]) < 5:
        return replace_word(document, chance)
    gone = document["scenes"].pop(chance.randrange(1, len(document["scenes"]) - 1))
    return {gone["id"]}


def insert_scene(document: Document, chance: random.Random) -> set[str]:
    """One scene more."""
    number = chance.randrange(10**6)
    texts = paragraphs(60, 11)[number % 60].split(". ")
    lines = [{"id": f"n{number}-{at}", "text": text.rstrip(".") + "."} for at, text in enumerate(texts)]
    made = {**document["scenes"][1], "id": f"n{number}", "heading": f"New {number}", "lines": lines}
    document["scenes"].insert(chance.randrange(1, len(document["scenes"])), made)
    return {made["id"]}


def change_background(document: Document, chance: random.Random) -> set[str]:
    """Another backdrop behind one scene."""
    scene = chance.choice(document["scenes"])
    scene["background"] = {"family": chance.choice(["aurora", "ribbons", "paper", "grid", "studio"])}
    return {scene["id"]}


def change_music(document: Document, chance: random.Random) -> set[str]:
    """Louder or softer music."""
    document["music_gain"] = chance.choice([-9.0, -6.0, -3.0, 0.0, 3.0])
    return set()


EDITS: tuple[Callable[[Document, random.Random], set[str]], ...] = (
    replace_word,
    replace_word,
    replace_line,
    replace_heading,
    swap_scenes,
    delete_scene,
    insert_scene,
    change_background,
    change_music,
)


def run(root: Path, seconds: float, count: int, every: int, resolution: str, seed: int = 1) -> Iterator[Findings]:
    """The findings after each of `count` edits; every `every`-th film is made afresh too and compared."""
    chance = random.Random(seed)
    document = {**storyboard(root, seconds, resolution), "music": "calm"}
    found = Findings(Counter())
    with Workers() as workers:
        studio = Studio(root / "kept", workers)
        last = studio.make(document)
        for number in range(1, count + 1):
            edit = chance.choice(EDITS)
            ends = {document["scenes"][0]["id"], document["scenes"][-1]["id"]}
            touched = edit(document, chance)
            film = studio.make(document)
            found.edits[edit.__name__] += 1
            found.painted += film.painted
            found.shown += sum(len(hashes) for hashes in film.scenes.values())
            if edit in (delete_scene, insert_scene):
                # What comes first or last does so in its own way.
                touched |= {*ends, document["scenes"][0]["id"], document["scenes"][-1]["id"]}
            same = film.scenes.keys() & last.scenes.keys() - touched
            found.disturbed += sum(film.scenes[name] != last.scenes[name] for name in same)
            last = film
            if number % every == 0 or number == count:
                with _emptied(root / "fresh") as place:
                    fresh = Studio(place, workers).make(document)
                    found.compared += 1
                    found.different += fresh.path.read_bytes() != film.path.read_bytes()
            yield found


@contextmanager
def _emptied(place: Path) -> Iterator[Path]:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    yield place
    shutil.rmtree(place, ignore_errors=True)


def main() -> None:
    """Print the findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--every", type=int, default=10, help="How often the film is also made afresh.")
    parser.add_argument("--resolution", default="540p")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for found in run(Path(name), asked.seconds, asked.count, asked.every, asked.resolution):
            print(
                f"{sum(found.edits.values())} edits: {found.painted} segments painted of {found.shown} shown, "
                f"{found.disturbed} untouched scenes changed, "
                f"{found.different} of {found.compared} films differ from one made afresh",
                flush=True,
            )
        print(dict(found.edits))


if __name__ == "__main__":
    main()
