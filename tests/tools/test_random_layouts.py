"""Random storyboards over every layout, shape, amount of text and palette: what is written stays where it may.

All of them: `python -m benchmarks.layouts --count 2000`.
"""

from __future__ import annotations

import pytest

from benchmarks.layouts import draw_files, faults, storyboard

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


def test_what_stands_outside_is_noticed(files: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    import benchmarks.layouts as layouts
    from renderers.layout import safe_area

    monkeypatch.setattr(layouts, "safe_area", lambda format: replace(safe_area(format), width=200.0))
    assert any("outside the safe area" in said for seed in range(8) for said in faults(storyboard(seed, files)))
