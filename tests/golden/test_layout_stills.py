"""Golden stills of the layouts: small pictures that a person has looked at and liked.

After a change of drawing that is meant, make them anew and look at every one of them:

    PYTHONPATH=. .venv/bin/python tests/golden/test_layout_stills.py
"""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from agency.layout_samples import draw_sample_files, sample_board
from benchmarks.layouts import made
from renderers.background.stills import to_rgb
from renderers.compositing import ScenePainter
from renderers.timeline import PresenterClip
from renderers.typography import missing_families
from renderers.written_scenes import scene_texts
from tools.layouts import LAYOUT_KINDS

FOLDER = Path(__file__).parent / "layouts"
LINES = 180
MEAN, PIXELS, FAR = 1.5, 0.01, 40
"""As for the looks: levels that all samples may differ by on average, and the share that may differ by more."""
LAYOUTS = [id_ for id_ in LAYOUT_KINDS if id_ != "clip"]


@cache
def stills() -> dict[str, NDArray[np.uint8]]:
    """Every layout at rest, without its presenter, who has pictures of their own."""
    found = made(sample_board(draw_sample_files(Path(mkdtemp()))), LINES)
    shown = {}
    for scene in found.scenes:
        bare = replace(scene, clips=tuple(clip for clip in scene.clips if not isinstance(clip, PresenterClip)))
        texts = [text for text in scene_texts(bare, found.look, found.format) if text.kind != "caption"]
        at = max((text.first for text in texts), default=scene.duration // 2)
        shown[scene.id] = to_rgb(ScenePainter(bare, found.look, found.format).paint(at)).copy()
    return shown


@pytest.mark.golden
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_drawn_as_it_was_approved(layout: str) -> None:
    if lacking := {"Manrope", "Hanken Grotesk"} & set(missing_families()):
        pytest.skip(f"not installed: {', '.join(sorted(lacking))}")
    with Image.open(FOLDER / f"{layout}.png") as golden:
        away = np.abs(stills()[layout].astype(int) - np.asarray(golden.convert("RGB"), int))
    assert away.mean() <= MEAN
    assert (away.max(axis=2) > FAR).mean() <= PIXELS


def test_every_layout_and_no_other_has_a_golden_still() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == set(LAYOUTS)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, pixels in stills().items():
        Image.fromarray(pixels).save(FOLDER / f"{name}.png", optimize=True)
        sys.stdout.write(f"{FOLDER / name}.png\n")
