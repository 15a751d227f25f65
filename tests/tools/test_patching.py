"""Patches: applied, refused in a sentence, taken back exactly, and told in plain words."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.patch_strategies import patches_for, storyboards
from tools import patches as p
from tools.errors import PatchRefused, ToolError
from tools.patches import Patch
from tools.patching import OPERATIONS, PATCHES, apply, apply_all, describe, diff, inverse
from tools.script import Line
from tools.storyboard import EndCard, FilmChoice, Scene, Storyboard

KINDS = {kind.model_fields["op"].default: kind for kind in get_args(get_args(Patch)[0])}
FITTING = 4
"""Patches of each operation that have to fit for the property to say something."""
RARELY_FITTING = ("merge_scenes", "set_film", "split_scene")
"""Operations that need what chance brings less often: neighbours, a film, two lines."""


def board(**fields: object) -> Storyboard:
    made = Storyboard(
        title="Lumen",
        scenes=(
            Scene(id="title", layout="title", heading="Meet Lumen"),
            Scene(
                id="s1",
                heading="Light that lasts",
                lines=(
                    Line(id="s1-l1", text="Lumen is a warm lamp."),
                    Line(id="s1-l2", text="Price matters, and our price is fair."),
                ),
            ),
            Scene(id="s2", heading="Made by hand", lines=(Line(id="s2-l1", text="Every lamp is made by hand."),)),
            Scene(id="end", layout="end_card", lines=(Line(id="end-l1", text="Visit lumen.example."),)),
        ),
        end_card=EndCard(call_to_action="Order your lamp", address="lumen.example"),
        music="upbeat_corporate",
    )
    return made.changed(**fields)


@pytest.mark.parametrize("op", sorted(KINDS))
def test_every_operation_is_taken_back_exactly(op: str) -> None:
    seen: Counter[str] = Counter()

    # Two scenes that can become one have to stand next to each other, which chance brings less often.
    @settings(max_examples=70 if op in RARELY_FITTING else 30)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        before = data.draw(storyboards())
        patch = data.draw(patches_for(before)[op])
        assert patch.op == op
        try:
            after = apply(before, patch)
        except PatchRefused as refusal:
            seen["refused"] += 1
            assert str(refusal).endswith(".") and "\n" not in str(refusal)
            for other in (describe, inverse):
                with pytest.raises(PatchRefused):
                    other(before, patch)
            return
        seen["applied"] += 1
        back = inverse(before, patch)
        for step in PATCHES.validate_json(PATCHES.dump_json(back)):
            after = apply(after, step)
        assert after == before
        unique(apply(before, patch))
        locked_stay(before, patch)
        told = describe(before, patch)
        assert told.op == op and told.label and "_" not in told.label

    holds()
    assert seen["applied"] >= FITTING


def unique(made: Storyboard) -> None:
    scenes = [scene.id for scene in made.scenes]
    lines = [line.id for scene in made.scenes for line in scene.lines]
    assert len(set(scenes)) == len(scenes) and all(scenes)
    assert len(set(lines)) == len(lines) and all(lines)


def locked_stay(before: Storyboard, patch: Patch) -> None:
    if patch.op == "lock_scene":
        return
    after = {scene.id: scene for scene in apply(before, patch).scenes}
    assert [scene for scene in before.scenes if scene.locked and after.get(scene.id) != scene] == []


def test_there_is_an_operation_for_every_patch() -> None:
    assert set(OPERATIONS) == set(KINDS)


@given(storyboards(), storyboards())
def test_any_two_storyboards_can_be_told_apart(one: Storyboard, other: Storyboard) -> None:
    found = diff(one, other)
    assert (found.changes == ()) == (one == other)
    assert diff(one, one).changes == ()
    assert set(found.new) == {s.id for s in other.scenes} - {s.id for s in one.scenes}
    assert set(found.gone) == {s.id for s in one.scenes} - {s.id for s in other.scenes}
    old = {scene.id: scene for scene in one.scenes}
    assert set(found.changed) == {s.id for s in other.scenes if s.id in old and old[s.id] != s}


@pytest.mark.parametrize(
    ("patch", "said"),
    [
        (
            p.EditLine(line="s9-l1", text="Hello."),
            'There is no line "s9-l1"; the lines are s1-l1, s1-l2, s2-l1, end-l1',
        ),
        (p.EditLine(line="s1-l1", text=" … "), "A line needs words"),
        (p.DeleteScene(scene="s7"), 'There is no scene "s7"; the scenes are title, s1, s2, end.'),
        (p.SwapScenes(first="s1", second="s1"), "Scene 2 can not be swapped with itself"),
        (p.MoveScene(scene="s1", after="s1"), "can not come after itself"),
        (p.MergeScenes(first="s2", second="s1"), "Scene 2 does not come right after scene 3"),
        (p.SplitScene(scene="s2", after="s2-l1", new_id="x"), "Nothing comes after the last line of scene 3"),
        (p.SplitScene(scene="s2", after="s1-l1", new_id="x"), "is not in scene 3"),
        (p.ReplaceWords(old="sofa", new="chair"), "The words “sofa” do not occur; nothing"),
        (p.ReplaceWords(old="warm", new="cold", scene="s2"), "The words “warm” do not occur in scene 3"),
        (p.ReplaceWords(old="Visit lumen.example", new=" "), "a line would say nothing"),
        (p.SetFilm(scene="s1", film=FilmChoice(file="a.mp4")), "Scene 2 shows no film"),
        (p.SetLayout(scene="s1", layout="clip"), "Scene 2 has no film"),
        (p.SetPart(part="opening", film=None), "There is no opening to leave out"),
        (p.SetPart(part="opening", film=FilmChoice(file="a.mp4", start=3, end=2)), "its end comes after its start"),
        (p.SetMusic(), "Say what shall change about the music"),
        (p.SetVoice(voice="  "), "The voice has no name"),
        (p.SetHeading(scene="s1"), "Say what the heading of scene 2"),
        (p.RestoreScenes(scenes=(Scene(id="a"), Scene(id="a"))), "the same id"),
    ],
    ids=lambda value: value.op if isinstance(value, p.Document) else "",
)
def test_what_does_not_fit_is_refused_in_a_sentence(patch: Patch, said: str) -> None:
    with pytest.raises(PatchRefused, match=said.replace("(", r"\(")) as refused:
        apply(board(), patch)
    assert isinstance(refused.value, ToolError)


def test_the_last_scene_stays() -> None:
    with pytest.raises(PatchRefused, match="only scene"):
        apply(Storyboard(scenes=(Scene(id="a"),)), p.DeleteScene(scene="a"))


def test_a_locked_scene_moves_but_stays_what_it_is() -> None:
    locked = apply(board(), p.LockScene(scene="s1"))
    for patch in (
        p.EditLine(line="s1-l1", text="Other."),
        p.DeleteScene(scene="s1"),
        p.SetHeading(scene="s1", heading="Other"),
        p.SetBackground(scene="s1", background=board().scenes[0].background),
        p.MergeScenes(first="s1", second="s2"),
        p.RestoreScenes(scenes=board().scenes),
    ):
        with pytest.raises(PatchRefused, match=r"Scene 2 is locked; unlock it"):
            apply(locked, patch)
    with pytest.raises(PatchRefused, match="“warm” stands only in locked scenes; unlock scene 2"):
        apply(locked, p.ReplaceWords(old="warm", new="cold"))
    moved = apply(locked, p.MoveScene(scene="s1"))
    assert [scene.id for scene in moved.scenes] == ["s1", "title", "s2", "end"]
    spared = apply(locked, p.ReplaceWords(old="lamp", new="light"))
    assert spared.scenes[1] == locked.scenes[1]
    assert spared.scenes[2].lines[0].text == "Every light is made by hand."


def test_of_several_patches_all_apply_or_none_and_the_refusal_says_which() -> None:
    good, bad = p.SetMusic(mood="calm"), p.DeleteScene(scene="s7")
    assert apply_all(board(), (good, p.DeleteScene(scene="s2"))).music == "calm"
    with pytest.raises(
        PatchRefused, match=r"Change 2 of 2 \(delete scene\): There is no scene .* Nothing was changed\."
    ):
        apply_all(board(), (good, bad))


def test_new_ids_collide_with_none() -> None:
    made = apply(board(), p.DuplicateScene(scene="s1", new_id="s2"))
    assert [scene.id for scene in made.scenes] == ["title", "s1", "s2-2", "s2", "end"]
    assert [line.id for line in made.scenes[2].lines] == ["s2-2-l1", "s2-2-l2"]
    added = apply(made, p.AddLine(scene="s2", after="s2-l1", line=Line(id="s2-l1", text="More.")))
    assert [line.id for line in added.scenes[3].lines] == ["s2-l1", "s2-l1-2"]


def test_a_programme_without_an_end_card_gets_one_before_its_closing() -> None:
    plain = board(scenes=board().scenes[:2])
    closed = apply(plain, p.SetPart(part="closing", film=FilmChoice(file="bye.mp4")))
    made = apply(closed, p.SetEndCard(call_to_action="Come in"))
    assert [scene.id for scene in made.scenes] == ["title", "s1", "end", "closing"]
    assert made.end_card.address == "lumen.example"


@pytest.mark.parametrize(
    ("patch", "label"),
    [
        (p.SetMusic(mood="calm"), "Music: upbeat corporate → calm"),
        (p.SetMusic(mood="upbeat_corporate"), "Set music: it is like that already"),
        (
            p.EditLine(line="s1-l1", text="Lumen is a bright lamp."),
            "Scene 2, line 1: “Lumen is a warm lamp.” → “Lumen is a bright lamp.”",
        ),
        (p.SwapScenes(first="s2", second="s1"), "Swapped scenes 2 and 3"),
        (p.ReplaceWords(old="lamp", new="light"), "Words in scenes 2 and 3 and the end card: “lamp” → “light”"),
        (p.SetFormat(aspect="9:16", resolution="720p"), "Shape and resolution: 16:9, 1080p → 9:16, 720p"),
        (p.DeleteScene(scene="s2"), "Scene 3 is left out: “Made by hand”"),
        (p.MoveScene(scene="s2"), "Moved a scene: scene 3 → scene 1"),
        (p.MergeScenes(first="s1", second="s2"), "Merged scenes 2 and 3"),
        (
            p.SplitScene(scene="s1", after="s1-l1", new_id="x"),
            "Split scene 2, before “Price matters, and our price is fair.”: scene 2 → scenes 2 and 3",
        ),
        (p.LockScene(scene="s2"), "Scene 3: unlocked → locked"),
        (p.SetTransition(transition="cut"), "Transition of scenes 1, 2, 3 and 4: as the look has it → cut"),
        (p.SetDuration(seconds=20), "Length: as long as the speech needs → 20 s"),
        (
            p.SetPart(part="opening", film=FilmChoice(file="logo.mp4", end=3)),
            "Opening: none → logo.mp4, from 0 s to 3 s",
        ),
        (p.SetColour(role="primary", colour="#1a4fd6"), "Main colour: chosen to fit → #1a4fd6"),
    ],
    ids=lambda value: value.op if isinstance(value, p.Document) else "",
)
def test_a_patch_is_told_in_plain_words(patch: Patch, label: str) -> None:
    assert describe(board(), patch).sentence.startswith(label)


def test_drafts_are_compared_scene_by_scene() -> None:
    first = board(scenes=(*board().scenes, Scene(id="bye", heading="Bye")))
    after = apply_all(
        first,
        (
            p.DeleteScene(scene="title"),
            p.InsertScene(after="s1", scene=Scene(id="new", heading="Something new")),
            p.MoveScene(scene="s2", after="bye"),
            p.SetHeading(scene="s1", heading="Light for years"),
        ),
    )
    found = diff(first, after)
    assert (found.changed, found.new, found.gone, found.moved) == (("s1",), ("new",), ("title",), ("s2",))
    assert [change.sentence for change in found.changes] == [
        "Scene 1 is left out: “Meet Lumen”",
        "Scene 1, heading: “Light that lasts” → “Light for years”",
        "New scene 2: “Something new”",
        "Moved “Made by hand”: scene 3 → scene 5",
    ]
