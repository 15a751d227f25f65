"""The queue: nothing refused or doubtful is spoken, an approval holds for what was looked at and for nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from agency.errors import NeedsReview, NotAllowed, UnknownReview
from agency.home import Home
from agency.moderation import Reviews, moderate, texts_of
from agency.settings import Settings
from agency.writing import presenter_of
from renderers.avatar.catalogue import AVATARS
from tools.errors import BadInput
from tools.moderation.policy import Presenter
from tools.script import Line
from tools.storyboard import EndCard, Scene, Storyboard

DOUBTFUL = "Stop taking your insulin, our tea is better."
REFUSED = "All Muslims should be deported."


def board(*said: str, **fields: object) -> Storyboard:
    scenes = [Scene(id=f"s{n}", lines=(Line(id=f"l{n}", text=text),)) for n, text in enumerate(said, 1)]
    return Storyboard(scenes=scenes, title="Tea", **fields)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_harmless_content_never_reaches_the_queue(home: Home) -> None:
    assert moderate(board("We bake bread."), "stock", Settings(), home).action == "allow"
    assert not home.database.exists()


def test_an_approval_holds_for_exactly_what_was_looked_at(home: Home) -> None:
    with pytest.raises(NeedsReview, match="Scene 2, line 1, “Stop taking your insulin"):
        moderate(board("Hello.", DOUBTFUL), "stock", Settings(), home)
    [waiting] = Reviews(home.database).all("waiting")
    assert Reviews(home.database).approve(waiting.id, "Ada", "for our doctors").state == "approved"
    moderate(board("Hello.", DOUBTFUL), "stock", Settings(), home)
    with pytest.raises(NeedsReview):
        moderate(board("Hello!", DOUBTFUL), "stock", Settings(), home)
    with pytest.raises(NeedsReview):
        moderate(board("Hello.", DOUBTFUL), "likeness", Settings(), home)
    events = [(entry["event"], entry["who"]) for entry in Reviews(home.database).log(waiting.id)]
    assert events == [("waiting", "policy 2026-11"), ("approved", "Ada")]


@pytest.mark.parametrize("change", ["presenter", "picture", "logo"])
def test_an_approval_is_no_use_for_another_presenter_or_other_files(home: Home, tmp_path: Path, change: str) -> None:
    picture = tmp_path / "tea.png"
    picture.write_bytes(b"one")
    shown = {"content": {"picture": str(picture)}} if change == "picture" else {}
    scene = {"id": "s1", "lines": [{"id": "l1", "text": DOUBTFUL}], **shown}
    made = Storyboard.model_validate(
        {"scenes": [scene], "avatar": AVATARS[0].id, "logo": str(picture) if change == "logo" else ""}
    )
    with pytest.raises(NeedsReview):
        moderate(made, "stock", Settings(), home)
    Reviews(home.database).approve(1, "Ada")
    moderate(made, "stock", Settings(), home)
    if change == "presenter":
        made = made.changed(avatar=AVATARS[1].id)
    else:
        picture.write_bytes(b"two")
    with pytest.raises(NeedsReview):
        moderate(made, "stock", Settings(), home)


def test_asking_again_is_one_review(home: Home) -> None:
    for _ in range(3):
        with pytest.raises(NeedsReview):
            moderate(board(DOUBTFUL), "stock", Settings(), home)
    assert len(Reviews(home.database).all()) == 1


def test_a_rejection_stands_until_it_is_appealed(home: Home) -> None:
    with pytest.raises(NeedsReview):
        moderate(board(DOUBTFUL), "stock", Settings(), home)
    queue = Reviews(home.database)
    queue.reject(1, "Ada")
    with pytest.raises(NotAllowed, match="a reviewer does not allow"):
        moderate(board(DOUBTFUL), "stock", Settings(), home)
    assert queue.appeal(1, "It is a quote.", "Ben").note == "It is a quote."
    assert queue.approve(1, "Cleo").state == "approved"
    moderate(board(DOUBTFUL), "stock", Settings(), home)


def test_what_the_policy_refuses_needs_an_appeal_and_two_people(home: Home) -> None:
    with pytest.raises(NotAllowed, match="the policy does not allow"):
        moderate(board(REFUSED), "stock", Settings(), home)
    queue = Reviews(home.database)
    with pytest.raises(NotAllowed, match="appeals"):
        queue.approve(1, "Ada")
    queue.appeal(1, "A scene of a play against racism.", "Ben")
    assert queue.approve(1, "Ada").state == "waiting"
    assert queue.approve(1, "Ada").state == "waiting"
    assert queue.approve(1, "Cleo").state == "approved"
    moderate(board(REFUSED), "stock", Settings(), home)
    with pytest.raises(NotAllowed, match="nothing to appeal"):
        queue.appeal(1, "again", "Ben")
    with pytest.raises(UnknownReview, match="no review 9"):
        queue.find(9)


def test_everything_that_is_said_or_shown_is_read(home: Home) -> None:
    told = texts_of(
        board(
            "Hello.",
            end_card=EndCard(headline="One", call_to_action="Two"),
            presenter_name="Three",
            pronunciations={"Lumen": "Four"},
        )
    )
    assert set("Hello. One Two Three Four Tea".split()) <= set(" ".join(told.values()).split())
    with pytest.raises(NotAllowed, match="End card"):
        moderate(board("Hello.", end_card=EndCard(call_to_action=REFUSED)), "stock", Settings(), home)


def test_a_policy_of_ones_own_counts(home: Home, tmp_path: Path) -> None:
    (tmp_path / "policy.json").write_text("{}")
    with pytest.raises(BadInput, match="policy.json"):
        moderate(board("Hello."), "stock", Settings(moderation_policy=str(tmp_path / "policy.json")), home)


@pytest.mark.parametrize(
    "fields",
    [
        {"logo": "/tmp/all-muslims-should-be-deported.png"},
        {"music_file": "/tmp/all muslims should be deported.mp3"},
        {"brand": {"id": "tea", "version": 1, "sources": ({"field": "title", "fact": "tagline", "value": REFUSED},)}},
    ],
    ids=["logo", "music", "brand"],
)
def test_names_of_files_and_facts_of_the_brand_are_looked_at(home: Home, fields: dict[str, object]) -> None:
    made = Storyboard.model_validate({"scenes": [{"id": "s1"}], **fields})
    with pytest.raises(NotAllowed):
        moderate(made, "stock", Settings(), home)


@pytest.mark.parametrize(
    ("avatar", "action"), [("stock", NotAllowed), ("likeness", NeedsReview), ("none", NeedsReview)]
)
def test_the_stock_cast_says_nothing_political(home: Home, avatar: Presenter, action: type[Exception]) -> None:
    with pytest.raises(action, match="campaigns in politics"):
        moderate(board("Vote for Sarah Holm on Sunday."), avatar, Settings(), home)


def test_whose_likeness_presents_decides_what_may_be_said(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = board("Hello there.")
    assert presenter_of(drawn) == "stock"
    assert presenter_of(Storyboard.model_validate({"scenes": [{"id": "s1", "heading": "Hello"}]})) == "none"
    photo = replace(AVATARS[0], id="own-photo", engine="photo")
    monkeypatch.setattr("agency.cast.every_avatar", lambda: (*AVATARS, photo))
    assert presenter_of(drawn.changed(avatar="own-photo")) == "likeness"
