"""Pages that mean harm: nothing planted gets through, no private address is reached, and all of it is bounded."""

from __future__ import annotations

import pytest

from benchmarks.hostile import attack
from benchmarks.hostile_kinds import MAKERS
from brand_memory.browser import find_browser

COUNT = 2 * len(MAKERS)


@pytest.fixture(scope="module", params=["browser", "static"])
def outcome(request):
    if request.param == "browser" and not find_browser():
        pytest.skip("this machine has no Chromium")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("brand_memory.crawling._PAGE_SECONDS", 6.0)
        yield attack(COUNT, browser=request.param == "browser", seed=5)


@pytest.mark.slow
def test_nothing_gets_through(outcome) -> None:
    assert COUNT >= 40
    assert outcome.visits == []
    assert outcome.leaks == []
    assert outcome.misread == []


@pytest.mark.slow
def test_the_rest_is_read_and_accounted_for(outcome) -> None:
    browser = outcome.reading.pages[0].view.reader == "browser"
    assert len(outcome.reading.pages) > COUNT / 3
    assert len(outcome.unread) <= 2
    if browser:
        assert any("private address" in line for line in outcome.reading.refusals)
        assert any("download" in line for line in outcome.reading.refusals)
    assert all("\n" not in line and len(line) < 700 for line in outcome.reading.refusals)
