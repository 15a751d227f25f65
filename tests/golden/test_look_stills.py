"""Golden stills of the looks: small pictures that a person has looked at and liked.

After a change of drawing that is meant, make them anew and look at every one of them:

    PYTHONPATH=. .venv/bin/python tests/golden/test_look_stills.py
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from renderers.look_stills import preview
from renderers.looks import LOOKS
from renderers.picture_format import PictureFormat
from renderers.typography import missing_families

FOLDER = Path(__file__).parent / "looks"
FORMAT = PictureFormat(320, 180, Fraction(30))
MEAN, PIXELS, FAR = 1.5, 0.01, 40
"""Levels that all samples may differ by on average, and the share of pixels that may differ by more than `FAR`: another
version of a library smooths letters in another way, and draws no other picture."""


@pytest.mark.golden
@pytest.mark.parametrize("name", LOOKS)
def test_a_look_is_drawn_as_it_was_approved(name: str, tmp_path: Path) -> None:
    if lacking := {LOOKS[name].heading, LOOKS[name].body, LOOKS[name].style.label} & set(missing_families()):
        pytest.skip(f"not installed: {', '.join(sorted(lacking))}")
    path = tmp_path / "look.png"
    preview(name, path, FORMAT)
    with Image.open(path) as image, Image.open(FOLDER / f"{name}.png") as golden:
        away = np.abs(np.asarray(image.convert("RGB"), int) - np.asarray(golden.convert("RGB"), int))
    assert away.mean() <= MEAN
    assert (away.max(axis=2) > FAR).mean() <= PIXELS


def test_every_look_and_no_other_has_a_golden_still() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == set(LOOKS)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for look in LOOKS:
        preview(look, FOLDER / f"{look}.png", FORMAT)
        print(FOLDER / f"{look}.png")
