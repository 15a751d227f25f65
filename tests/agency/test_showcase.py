"""The showcase: every piece is a storyboard that can be made, its page asks nothing of the network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agency.showcase import Exhibit, make_showcase, page
from agency.showcase_art import draw_showcase_art
from agency.showcase_boards import PIECES
from renderers.looks import LOOKS
from tools.errors import UnknownName
from tools.layouts import shown_layout


@pytest.fixture(scope="module")
def art(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    names = {piece.id: (piece.name, piece.ink) for piece in PIECES}
    return draw_showcase_art(tmp_path_factory.mktemp("art"), names)


def test_ten_pieces_show_every_look_and_shape_and_most_layouts(art: dict[str, str]) -> None:
    boards = [piece.storyboard(art, "540p") for piece in PIECES]
    assert len(boards) == 10
    assert {board.look.direction for board in boards} == set(LOOKS)
    assert {board.aspect for board in boards} == {"16:9", "9:16", "1:1", "4:5"}
    shown = {shown_layout(scene, logo=True) for board in boards for scene in board.scenes}
    assert len(shown) >= 14
    for board in boards:
        assert [shown_layout(scene, logo=True) for scene in board.scenes] == [scene.layout for scene in board.scenes]
        assert all(
            Path(path).is_file() for path in (board.logo, *filter(None, (s.content.picture for s in board.scenes)))
        )


def test_the_page_asks_nothing_of_the_network_and_escapes_what_it_shows() -> None:
    told = Exhibit(PIECES[0], "lumen.mp4", ("a-1.jpg",), 6.0, 9.4, "Ready: <all> fine.", ("warning: 2 < 3",))
    made = page([told])
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", made) and "<script" not in made
    assert "Ready: &lt;all&gt; fine." in made and "2 &lt; 3" in made
    assert "lumen.mp4" in made and "a-1.jpg" in made and "{{" not in made


def test_a_piece_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="its pieces are lumen"):
        list(make_showcase(tmp_path / "show", only=["nothing"]))
    assert not (tmp_path / "show").exists()
