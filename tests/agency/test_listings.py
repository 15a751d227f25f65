"""Catalogues for the chat are there at once: their previews are named, and drawn when they are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from agency.listings import entry_preview, listing


@pytest.mark.parametrize("what", ["avatars", "backgrounds", "looks"])
def test_previews_are_named_before_they_are_drawn(own_home: Path, what: str) -> None:
    rows = listing(what, drawn=False)
    assert {Path(row["preview"]).parent for row in rows} == {own_home / "previews" / what}
    assert not [row for row in rows if Path(row["preview"]).exists()]


def test_a_preview_that_was_named_is_drawn_where_it_was_named(own_home: Path) -> None:
    row = listing("backgrounds", drawn=False)[0]
    assert str(entry_preview("backgrounds", row["id"])) == row["preview"]
    assert Path(row["preview"]).read_bytes().startswith(b"\x89PNG")
