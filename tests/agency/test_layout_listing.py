"""Every layout is listed with what it shows and needs, and a picture of each that needs no film."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from agency.layout_samples import sample_board
from agency.listings import listing
from tools.layouts import LAYOUT_KINDS, lacks, shown_layout


def test_layouts_are_listed_with_a_picture_of_each() -> None:
    rows = listing("layouts")
    assert [row["id"] for row in rows] == list(LAYOUT_KINDS)
    pictures = {row["id"]: row["preview"] for row in rows}
    assert pictures.pop("clip") == ""
    for path in pictures.values():
        with Image.open(path) as opened:
            assert opened.size == (640, 360)
    assert len({Path(path).read_bytes() for path in pictures.values()}) == len(pictures)
    assert all(row["shows"] for row in rows)
    assert next(row for row in rows if row["id"] == "chart")["needs"] == "values"


def test_samples_have_what_their_layouts_need() -> None:
    board = sample_board({"picture": "a.png", "product": "b.png", "logo": "c.svg"})
    for scene in board.scenes:
        assert lacks(scene, scene.layout, logo=True) == ""
        assert shown_layout(scene, logo=True) == scene.layout
