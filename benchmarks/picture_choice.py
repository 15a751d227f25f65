"""Whether scenes get the picture that fits their words, and none where none does.

    python -m benchmarks.picture_choice

`picture_choice.json` holds made-up brands with the captions of their pictures, and scenes: half with one or two that
fit, half with none. The thresholds were chosen on `tuned`, the rule on `confirmed`; `sealed` was looked at once, last.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from brand_memory.embedding import Embedder, minilm_folder
from brand_memory.hashed_ngrams import HashedNgrams
from tools.branding.material import Remembered
from tools.branding.pictures import fitting_score, standing_out

PAIRS = Path(__file__).with_suffix(".json")
PARTS = ("tuned", "confirmed", "sealed")


@dataclass(frozen=True)
class Chosen:
    """One scene: its `words`, the captions that `fit`, and the caption that was `shown` (empty: none)."""

    words: str
    fit: tuple[str, ...]
    shown: str


def chosen(part: str, embedder: Embedder, name: str, least: float | None = None) -> Iterator[Chosen]:
    """What each scene of `part` shows by the engine `embedder` called `name`, above `least` (None: as productions)."""
    brands: list[dict[str, Any]] = json.loads(PAIRS.read_text(encoding="utf-8"))[part]
    for brand in brands:
        captions: list[str] = brand["captions"]
        rows = embedder.embed(captions)
        for scene in brand["scenes"]:
            scores = rows @ embedder.embed([scene["words"]])[0]
            found = [Remembered(text, float(score)) for text, score in zip(captions, scores, strict=True)]
            score, best = standing_out(found)[0]
            fits = score >= (fitting_score(name) if least is None else least)
            yield Chosen(scene["words"], tuple(captions[number] for number in scene["fits"]), best.text if fits else "")


def counted(scenes: list[Chosen]) -> tuple[int, int, int]:
    """How many scenes show a picture that fits, how many one that does not, and how many have one that fits."""
    right = sum(bool(one.shown) and one.shown in one.fit for one in scenes)
    return right, sum(bool(one.shown) for one in scenes) - right, sum(bool(one.fit) for one in scenes)


def main() -> int:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--told", action="store_true", help="each scene that shows what does not fit")
    given = asked.parse_args()
    embedders: list[tuple[str, Embedder]] = [("hashed", HashedNgrams())]
    if minilm_folder() is not None:
        from brand_memory.minilm import MiniLm

        embedders.insert(0, ("minilm", MiniLm()))
    for name, embedder in embedders:
        for part in PARTS:
            scenes = list(chosen(part, embedder, name))
            right, wrong, fitting = counted(scenes)
            print(
                f"{name}, {part}: of {len(scenes)} scenes, {fitting} with a picture that fits: {right} show it, "
                f"{wrong} show another, {len(scenes) - right - wrong} show none."
            )
            for one in scenes:
                if given.told and one.shown and one.shown not in one.fit:
                    print(f"    {one.words!r} shows {one.shown!r}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
