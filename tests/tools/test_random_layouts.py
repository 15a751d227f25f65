"""Random storyboards over every layout, shape, amount of text and palette: what is written stays where it may.

All of them: `python -m benchmarks.layouts --count 2000`.
"""

from __future__ import annotations

import pytest

from benchmarks.layouts import AMOUNTS, PALETTES, covering_kinds, draw_files, faults, storyboard
from renderers.picture_format import ASPECTS
from tools.layouts import LAYOUT_KINDS

COUNT, PAINTED = 48, 12
"""Storyboards, and every which of them is painted too."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return draw_files(tmp_path_factory.mktemp("layouts"))


@pytest.mark.parametrize("part", range(4))
def test_nothing_is_out_of_place(part: int, files: dict[str, str]) -> None:
    found = {
        seed: said
        for seed in range(5000 + part, 5000 + COUNT, 4)
        if (said := list(faults(storyboard(seed, files), painted=seed % PAINTED == 0)))
    }
    assert not found


@pytest.mark.parametrize("aspect", ASPECTS)
def test_every_layout_holds_in_every_shape_with_much_and_little_text_on_every_palette(
    aspect: str, files: dict[str, str]
) -> None:
    """Every one of them with every other but one takes `python -m benchmarks.layouts --crossed`."""
    found = {
        (kind, seed): said
        for seed, kind in enumerate(covering_kinds(), 7000)
        if kind.aspect == aspect and (said := list(faults(storyboard(seed, files, kind), painted=True)))
    }
    assert not found


def test_the_kinds_cover_each_layout_shape_amount_and_palette_with_each_other() -> None:
    kinds, layouts = covering_kinds(), [one for one in LAYOUT_KINDS if one != "clip"]
    assert {(kind.layout, kind.aspect) for kind in kinds} == {(one, other) for one in layouts for other in ASPECTS}
    assert {(kind.layout, kind.palette) for kind in kinds} == {(one, other) for one in layouts for other in PALETTES}
    assert {(kind.layout, kind.amount) for kind in kinds} == {(one, other) for one in layouts for other in AMOUNTS}
    assert {(kind.aspect, kind.amount) for kind in kinds} == {(one, other) for one in ASPECTS for other in AMOUNTS}
    assert {(kind.aspect, kind.palette) for kind in kinds} == {(one, other) for one in ASPECTS for other in PALETTES}


def test_what_stands_outside_is_noticed(files: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    import benchmarks.layouts as layouts
    from renderers.layout import safe_area

    monkeypatch.setattr(layouts, "safe_area", lambda format: replace(safe_area(format), width=200.0))
    assert any("outside the safe area" in said for seed in range(8) for said in faults(storyboard(seed, files)))
