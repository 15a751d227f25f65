"""One production three times: made, made again with nothing changed, made with one word changed: seconds, ratios."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SENTENCE = "Every scene of this programme says one plain sentence, so that its length is easy to foresee."
SECONDS_A_SCENE = 6.5


def make(source: Path, home: Path, resolution: str) -> tuple[float, dict[str, object]]:
    """Wall seconds of one `agency make` in a process of its own, and its result."""
    arguments = [
        sys.executable,
        "-m",
        "agency",
        "make",
        str(source),
        "-o",
        str(home / "out.mp4"),
        "--resolution",
        resolution,
        "--json",
    ]
    start = time.monotonic()
    done = subprocess.run(
        arguments, env={**os.environ, "AGENCY_HOME": str(home)}, capture_output=True, text=True, check=True
    )
    return time.monotonic() - start, json.loads(done.stdout)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--resolution", default="1080p")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        scenes = max(1, round(asked.seconds / SECONDS_A_SCENE))
        paragraphs = [f"{SENTENCE} This is number {number}." for number in range(1, scenes + 1)]
        script = home / "script.txt"
        script.write_text("\n\n".join(paragraphs))
        first, result = make(script, home, asked.resolution)
        print(
            f"{result['duration_seconds']:.1f} s programme, first time: {first:.1f} s, "
            f"takes {result['takes']['made_by_kind']}"
        )
        again, result = make(script, home, asked.resolution)
        print(f"nothing changed: {again:.1f} s, 1/{first / again:.1f} of it, takes {result['takes']['made_by_kind']}")
        paragraphs[scenes // 2] = paragraphs[scenes // 2].replace("plain", "short")
        script.write_text("\n\n".join(paragraphs))
        edited, result = make(script, home, asked.resolution)
        print(
            f"one word changed: {edited:.1f} s, 1/{first / edited:.1f} of it, takes {result['takes']['made_by_kind']}"
        )


if __name__ == "__main__":
    main()
