"""A production's drafts appear whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from agency.home import Home
from agency.productions import Production, find_production, productions
from renderers.errors import NoSpace, RenderError


@pytest.fixture
def work(tmp_path: Path) -> Production:
    return Production("lamp-1", Home(tmp_path).production("lamp-1"))


def make(work: Production, number: int, takes: str = "{}") -> None:
    before = work.next_draft()
    with work.new_draft(number) as video:
        video.write_text(f"video {number}")
        video.with_suffix(".png").write_text("poster")
        video.with_suffix(".takes.json").write_text(takes)
        assert work.next_draft() == before, "nobody sees it yet"


def test_a_draft_is_there_with_all_that_belongs_to_it(work: Production, tmp_path: Path) -> None:
    make(work, 1)
    make(work, 2, '{"speech": ["ab"], "segments": ["cd", "ef"]}')
    assert work.latest() == work.video(2)
    assert work.next_draft() == 3
    assert {path.name for path in work.drafts.iterdir()} == {
        f"{n}{end}" for n in (1, 2) for end in (".mp4", ".png", ".takes.json")
    }
    assert work.takes() == {("speech", "ab"), ("segments", "cd"), ("segments", "ef")}
    assert [path.name for path in work.folder.iterdir()] == ["drafts"]
    assert productions(tmp_path) == [work]
    assert find_production(tmp_path, "lamp") is None, "it has no storyboard yet"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RenderError("broken"), RenderError),
        (OSError(errno.ENOSPC, "full"), NoSpace),
        (NoSpace("full"), NoSpace),
    ],
)
def test_what_breaks_off_leaves_nothing(work: Production, error: Exception, expected: type[Exception]) -> None:
    with pytest.raises(expected), work.new_draft(1) as video:
        video.write_text("half")
        raise error
    assert list(work.folder.iterdir()) == []


def test_a_draft_made_again_replaces_itself(work: Production) -> None:
    make(work, 1)
    make(work, 1)
    assert work.next_draft() == 2


@pytest.mark.parametrize("text", ["", "[1]", '{"speech": 5}', "no"])
def test_a_draft_whose_takes_are_not_known_needs_none(work: Production, text: str) -> None:
    make(work, 1, text)
    assert work.takes() == frozenset()
