"""Presenters of one's own: kept, listed, cast, replaced, and refused without harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agency.avatar_commands import features, new
from agency.home import home
from agency.listings import listing
from agency.presenters import every_avatar, keep_presenter
from agency.settings import load_settings
from agency.wishes import Wishes, check_wishes
from renderers.avatar.catalogue import AVATARS
from tools.errors import BadInput

ZOE = {"id": "zoe", "name": "Zoe", "gender": "female", "skin": "#a8714f", "hair": "braids", "style": "gardener, calm"}


def _document(folder: Path, **changed: object) -> Path:
    path = folder / "zoe.json"
    path.write_text(json.dumps({**ZOE, **changed}))
    return path


def test_a_presenter_that_is_kept_is_in_the_cast_and_one_with_its_id_takes_its_place(tmp_path: Path) -> None:
    assert every_avatar() == AVATARS
    kept = keep_presenter(_document(tmp_path))
    assert every_avatar() == (*AVATARS, kept) and kept.variant.startswith("{")
    again = keep_presenter(_document(tmp_path, hair="bob"))
    assert every_avatar() == (*AVATARS, again) and again.variant != kept.variant


@pytest.mark.parametrize("changed", [{"id": "maya"}, {"hair": "mane"}, {"skin": 3}])
def test_what_can_not_be_kept_leaves_what_was_kept(tmp_path: Path, changed: dict[str, object]) -> None:
    kept = keep_presenter(_document(tmp_path))
    with pytest.raises(BadInput, match=r"zoe\.json"):
        keep_presenter(_document(tmp_path, **changed))
    assert every_avatar()[-1] == kept


def test_files_that_are_no_documents_are_refused_in_a_sentence(tmp_path: Path) -> None:
    for name, data in (("a.json", b"\xff\xfe\x00"), ("b.json", b"{" * 40_000 + b" " * 40_000)):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadInput, match=name):
            keep_presenter(tmp_path / name)
    with pytest.raises(BadInput, match="no presenter's document at"):
        keep_presenter(tmp_path / "none.json")
    assert every_avatar() == AVATARS


def test_a_kept_document_that_was_damaged_is_passed_over(tmp_path: Path) -> None:
    keep_presenter(_document(tmp_path))
    (home(load_settings()).root / "avatars" / "zoe.json").write_text("{")
    assert every_avatar() == AVATARS


def test_a_document_can_be_asked_for_where_a_presenter_is(tmp_path: Path) -> None:
    assert check_wishes(Wishes(avatar=str(_document(tmp_path))))["avatar"] == "zoe"
    assert every_avatar()[-1].id == "zoe"
    with pytest.raises(BadInput, match="presenter"):
        check_wishes(Wishes(avatar="nowhere.json"))


def test_the_command_tells_what_it_made_and_lists_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new(_document(tmp_path), as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["id"] == "zoe" and Path(told["preview"]).is_file()
    rows = listing("avatars")
    assert [row["id"] for row in rows] == [one.id for one in every_avatar()]
    assert all(Path(row["preview"]).is_file() for row in rows)
    features(as_json=True)
    known = json.loads(capsys.readouterr().out)
    assert "braids" in known["hair"] and "tan" in known["skin"]
