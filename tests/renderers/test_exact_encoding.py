"""Equal frames give equal bytes, whatever lay in memory before."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.encoding import write_segment
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
from renderers.planes import copy_planes, empty_planes
from renderers.quality import Encoding

ENCODE = """
import hashlib, sys
from fractions import Fraction
from pathlib import Path
import numpy as np
from renderers.encoding import write_segment
from renderers.quality import Encoding
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
width, height, out = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
rows, columns = np.mgrid[0:height, 0:width]
def frame(n):
    waves = 40 * np.sin((columns + 7 * n) / 23) + 40 * np.cos((rows - 3 * n) / 31)
    y = (120 + waves + (rows * columns) % 5).astype(np.uint8)
    return Planes(y, *(np.ascontiguousarray(y[::2, ::2] // 2 + shift) for shift in (60, 80)))
write_segment(out, (frame(n) for n in range(12)), PictureFormat(width, height, Fraction(30)), Encoding())
print(hashlib.sha256(out.read_bytes()).hexdigest())
"""


@pytest.mark.parametrize("size", [(960, 540), (540, 960), (720, 900), (1280, 720)])
def test_the_bytes_do_not_hang_on_what_lay_in_memory(size: tuple[int, int], tmp_path: object) -> None:
    # The C library of Linux fills new memory with what this variable says.
    said = {
        subprocess.run(
            [sys.executable, "-c", ENCODE, *map(str, size), f"{tmp_path}/segment.mp4"],
            env={**os.environ, "MALLOC_PERTURB_": str(fill)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for fill in (1, 170, 254)
    }
    assert len(said) == 1


@pytest.mark.parametrize("height", [90, 96])
def test_planes_in_one_stretch_of_memory_that_are_written_again_give_the_bytes_of_planes_apart(
    height: int, tmp_path: Path
) -> None:
    width = 180

    def apart() -> Iterator[Planes]:
        chance = np.random.default_rng(5)
        for _ in range(70):
            sides = ((height // over, width // over) for over in (1, 2, 2))
            yield Planes(*(chance.integers(16, 235, side, np.uint8) for side in sides))

    def together() -> Iterator[Planes]:
        planes = empty_planes(width, height)
        for picture in apart():
            copy_planes(picture, planes)
            yield planes
            planes.y[:] = planes.u[:] = planes.v[:] = 0

    written = []
    for frames in (apart(), together()):
        picture = PictureFormat(width, height, Fraction(30))
        assert write_segment(tmp_path / "segment.mp4", frames, picture, Encoding()) == 70
        written.append((tmp_path / "segment.mp4").read_bytes())
    assert written[0] == written[1]
