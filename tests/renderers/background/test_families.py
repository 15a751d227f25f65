"""The designed families: pure functions of frame and seed, slow, readable, and at home in every format and palette."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from renderers.background.catalogue import DRAWINGS, FAMILIES, family_for, preview
from renderers.background.scenery import backdrop
from renderers.background.stills import to_rgb
from renderers.colour import luminance, resolve_look
from renderers.errors import EngineFailed
from renderers.layer import Planes
from renderers.look import Look
from renderers.picture_format import PictureFormat
from renderers.planes import empty_planes
from renderers.timeline import BackdropClip

RATE = Fraction(30)
WIDE, TALL, SQUARE = PictureFormat(480, 270, RATE), PictureFormat(270, 480, RATE), PictureFormat(270, 270, RATE)
LOOKS = {
    "house": resolve_look(),
    "night": resolve_look("#1a4fd6", dark=True),
    "neon": resolve_look("#39ff14"),
    "black": resolve_look("#000000"),
    "amber": resolve_look("#f5b301", dark=False),
}


def frame(family: str, n: int, look: Look = LOOKS["house"], size: PictureFormat = WIDE, seed: int = 1) -> Planes:
    planes = empty_planes(size.width, size.height)
    for plane in (planes.y, planes.u, planes.v):
        plane[:] = 1
    backdrop(BackdropClip(family, seed), look, size).fill(planes, n)
    return planes


def digest(planes: Planes) -> str:
    return hashlib.sha256(b"".join(plane.tobytes() for plane in (planes.y, planes.u, planes.v))).hexdigest()


def light(planes: Planes) -> np.ndarray:
    rgb = to_rgb(planes) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4) @ np.array([0.2126, 0.7152, 0.0722])


def worst_contrast(ink: str, behind: np.ndarray, dark: bool) -> float:
    low, high = sorted((luminance(ink), float(np.percentile(behind, 99.5 if dark else 0.5))))
    return (high + 0.05) / (low + 0.05)


def test_there_are_at_least_six_families_and_each_has_a_drawing() -> None:
    assert len(FAMILIES) >= 6
    assert FAMILIES.keys() == DRAWINGS.keys()


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", [WIDE, TALL, SQUARE, PictureFormat(216, 270, RATE)], ids=lambda s: s.aspect)
def test_every_sample_is_written_within_video_range(family: str, size: PictureFormat) -> None:
    planes = frame(family, 3, size=size)
    assert 16 <= planes.y.min() <= planes.y.max() <= 236
    for plane in (planes.u, planes.v):
        assert 16 <= plane.min() <= plane.max() <= 241


@pytest.mark.parametrize("family", FAMILIES)
def test_a_frame_depends_on_its_number_alone(family: str) -> None:
    """Whatever was painted before, and in whichever planes; frames with one key are one picture, others are others."""
    clip, numbers = BackdropClip(family, 4), (-29, -1, 0, 1, 2, 3, 4, 7, 8, 200, 5000)
    drawn = backdrop(clip, LOOKS["night"], WIDE)
    planes = empty_planes(WIDE.width, WIDE.height)
    first = {}
    for n in numbers:
        drawn.fill(planes, n)
        first[n] = digest(planes)
    backdrop.cache_clear()
    again = backdrop(clip, LOOKS["night"], WIDE)
    for n in sorted(numbers, key=lambda n: n * 7 % 11):
        planes = empty_planes(WIDE.width, WIDE.height)
        planes.y[:] = planes.u[:] = planes.v[:] = 99
        again.fill(planes, n)
        assert digest(planes) == first[n]
    assert all(drawn.key(n) == again.key(n) for n in first)
    pictures: dict[object, set[str]] = {}
    for n, picture in first.items():
        pictures.setdefault(drawn.key(n), set()).add(picture)
    assert all(len(same) == 1 for same in pictures.values())
    assert len(set().union(*pictures.values())) == len(pictures)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("rate", [Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(50), Fraction(60)])
def test_a_picture_stands_for_a_fixed_few_frames(family: str, rate: Fraction) -> None:
    """At least six new pictures a second; the beat is that of the scene and goes on before it begins."""
    drawn = backdrop(BackdropClip(family, 1), LOOKS["house"], PictureFormat(WIDE.width, WIDE.height, rate))
    keys = [drawn.key(n) for n in range(-60, 61)]
    changes = [n for n, (before, after) in zip(range(-59, 61), pairwise(keys), strict=True) if before != after]
    beats = set(np.diff(changes))
    assert len(beats) == 1
    beat = beats.pop()
    assert beat / rate <= Fraction(1, 6)
    assert all(n % beat == 0 for n in changes)


@pytest.mark.parametrize("family", FAMILIES)
def test_seeds_differ(family: str) -> None:
    assert digest(frame(family, 10, seed=1)) != digest(frame(family, 10, seed=2))


@pytest.mark.parametrize("family", FAMILIES)
def test_time_is_seconds_not_frames(family: str) -> None:
    faster = PictureFormat(WIDE.width, WIDE.height, Fraction(60))
    assert digest(frame(family, 30)) == digest(frame(family, 60, size=faster))


def test_another_process_draws_the_same_bits() -> None:
    code = (
        "import hashlib; from fractions import Fraction; from renderers.colour import resolve_look\n"
        "from renderers.picture_format import PictureFormat; from renderers.timeline import BackdropClip\n"
        "from renderers.background.scenery import backdrop; from renderers.planes import empty_planes\n"
        "size = PictureFormat(480, 270, Fraction(30)); planes = empty_planes(480, 270)\n"
        f"for family in {list(FAMILIES)!r}:\n"
        "    backdrop(BackdropClip(family, 1), resolve_look(), size).fill(planes, 77)\n"
        "    print(hashlib.sha256(b''.join(p.tobytes() for p in (planes.y, planes.u, planes.v))).hexdigest())\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [digest(frame(family, 77)) for family in FAMILIES]


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("brand", LOOKS)
def test_text_reads_on_every_part_and_muted_text_on_its_side(family: str, brand: str) -> None:
    palette = LOOKS[brand].palette
    for size in (WIDE, TALL):
        seen = light(frame(family, 45, LOOKS[brand], size))
        assert worst_contrast(palette.text, seen, palette.dark) >= 4.5
        rows, columns = seen.shape
        side = seen[rows // 5 : rows * 3 // 4, : columns * 11 // 20] if size is WIDE else seen[rows // 7 : rows // 3]
        assert worst_contrast(palette.muted, side, palette.dark) >= 4.0


@pytest.mark.parametrize("family", FAMILIES)
def test_it_moves_slowly_and_never_jumps(family: str) -> None:
    """Speed across edges, from the change in time against the change in space: below 20 units a second."""
    size = PictureFormat(960, 540, RATE)
    before, after = (frame(family, n, size=size).y.astype(float).reshape(270, 2, 480, 2).mean((1, 3)) for n in (40, 48))
    down, across = np.gradient((before + after) / 2)
    steep = np.hypot(down, across)
    clear = steep > 3
    assert np.abs(after - before).max() > 0
    assert np.abs(after - before).mean() < 2.5
    if clear.sum() > 100:
        units = np.abs(after - before)[clear] / steep[clear] * 4 / (8 / 30)
        assert np.percentile(units, 90) < 20


@pytest.mark.parametrize("family", FAMILIES)
def test_it_is_more_than_an_empty_gradient(family: str) -> None:
    seen = frame(family, 30, LOOKS["house"], PictureFormat(960, 540, RATE)).y.astype(float)
    small = seen.reshape(54, 10, 96, 10).mean((1, 3))
    row, column = np.mgrid[-1:1:54j, -1:1:96j]
    terms = np.stack([np.ones_like(row), row, column, row * column, row**2, column**2], -1).reshape(-1, 6)
    rest = small.ravel() - terms @ np.linalg.lstsq(terms, small.ravel(), rcond=None)[0]
    texture = (seen - np.kron(small, np.ones((10, 10)))).std()
    assert rest.std() + texture > 0.8


def test_memory_does_not_grow_with_frames() -> None:
    import tracemalloc

    planes = empty_planes(WIDE.width, WIDE.height)
    drawn = [backdrop(BackdropClip(family, 1), LOOKS["house"], WIDE) for family in list(FAMILIES)[:4]]
    for one in drawn:
        one.fill(planes, 0)
    tracemalloc.start()
    for n in range(3):
        for one in drawn:
            one.fill(planes, n)
    before = tracemalloc.get_traced_memory()[0]
    for n in range(12):
        for one in drawn:
            one.fill(planes, n)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 50_000


def test_an_unknown_family_names_those_there_are() -> None:
    with pytest.raises(EngineFailed, match="no background 'plasma'.*aurora"):
        backdrop(BackdropClip("plasma", 1), LOOKS["house"], WIDE)


def test_without_a_family_one_is_chosen_by_words_or_look() -> None:
    assert family_for(LOOKS["house"], "something with science and planets") == "orbit"
    assert family_for(LOOKS["house"]) in FAMILIES
    assert family_for(LOOKS["black"]) == "studio"
    planes = empty_planes(WIDE.width, WIDE.height)
    backdrop(BackdropClip("", 1), LOOKS["black"], WIDE).fill(planes, 0)
    assert digest(planes) == digest(frame("studio", 0, LOOKS["black"]))


def test_previews_are_pictures(tmp_path: Path) -> None:
    from PIL import Image

    preview("horizon", tmp_path / "horizon.png", LOOKS["house"])
    with Image.open(tmp_path / "horizon.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (960, 540))
    with pytest.raises(EngineFailed):
        preview("plasma", tmp_path / "plasma.png", LOOKS["house"])


def test_the_catalogue_loads_nothing_heavy() -> None:
    code = (
        "import sys, renderers.background.catalogue, renderers.background.designed\n"
        "print({'numpy', 'numba', 'skia', 'PIL', 'scipy'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
