"""What scenes show: set, refused in a sentence, sensible when scenes become two or one, told in plain words."""

from __future__ import annotations

import pytest

from tools import content_patches as c
from tools import patches as p
from tools.errors import PatchRefused
from tools.layout_wishes import layout_patches
from tools.patch_contents import content_patches
from tools.patching import apply, apply_all, describe, inverse
from tools.scene_contents import Datum, Entry, SceneContent, Side
from tools.script import Line
from tools.storyboard import EndCard, Scene, Storyboard

LISTED = ("Warm light all evening", "Touch the shade to dim", "Sewn by hand in Porto")


def board(**fields: object) -> Storyboard:
    spoken = (
        "It gives warm light all evening.",
        "You touch the shade to dim it.",
        "And every shade is sewn by hand in Porto.",
    )
    made = Scene(
        id="s1",
        heading="Three reasons",
        lines=tuple(Line(id=f"s1-l{number}", text=text) for number, text in enumerate(spoken, 1)),
        content=SceneContent(entries=tuple(Entry(text=text) for text in LISTED)),
        **fields,
    )
    return Storyboard(scenes=(made, Scene(id="end", layout="end_card")), end_card=EndCard(address="lumen.example"))


def test_a_list_becomes_steps_without_being_written_again() -> None:
    points = apply(board(), c.SetLayout(scene="s1", layout="points"))
    steps = apply(points, c.SetLayout(scene="s1", layout="steps"))
    assert steps.scenes[0].layout == "steps"
    assert steps.scenes[0].content == board().scenes[0].content


@pytest.mark.parametrize(
    ("layout", "needs"),
    [
        ("statistic", "a figure"),
        ("quote", "a quote"),
        ("chart", "values"),
        ("comparison", "two sides"),
        ("picture", "a picture"),
        ("screen", "a picture or text"),
        ("logo", "the programme's logo"),
    ],
)
def test_a_layout_is_refused_what_it_needs_is_not_there(layout: str, needs: str) -> None:
    with pytest.raises(PatchRefused, match=needs) as refusal:
        apply(board(), c.SetLayout(scene="s1", layout=layout))
    assert "scene 1" in str(refusal.value)


def test_a_layout_that_is_wished_for_takes_what_the_scene_says() -> None:
    bare = board().changed(scenes=[board().scenes[0].changed(content=SceneContent()), board().scenes[1]])
    made = apply_all(bare, layout_patches(bare, "s1", "points"))
    assert [entry.text for entry in made.scenes[0].content.entries] == [
        line.text.rstrip(".") for line in bare.scenes[0].lines
    ]
    told = bare.changed(scenes=[bare.scenes[0].changed(lines=[Line(id="l", text="It cuts glare by 48 percent.")])])
    figure = apply_all(told, layout_patches(told, "s1", "statistic")).scenes[0]
    assert (figure.layout, figure.content.value) == ("statistic", "48%")
    assert layout_patches(board(), "s1", "steps") == (c.SetLayout(scene="s1", layout="steps"),)
    with pytest.raises(PatchRefused, match="a quote"):
        layout_patches(bare, "s1", "quote")


def test_nobody_stands_beside_the_end_card() -> None:
    with pytest.raises(PatchRefused, match="end card"):
        apply(board(), c.SetPresenterPlace(scene="end", place="left"))


def test_a_code_to_scan_needs_an_address() -> None:
    with pytest.raises(PatchRefused, match="address"):
        apply(board(), p.SetEndCard(address="", qr=True))
    assert apply(board(), p.SetEndCard(qr=True)).end_card.qr


def test_halves_of_a_list_keep_what_they_name() -> None:
    listed = board(layout="points")
    patch = p.SplitScene(scene="s1", after="s1-l2", new_id="s2")
    first, second, _ = apply(listed, patch).scenes
    assert [entry.text for entry in first.content.entries] == list(LISTED[:2])
    assert [entry.text for entry in second.content.entries] == list(LISTED[2:])
    assert apply_all(apply(listed, patch), inverse(listed, patch)) == listed


def test_two_lists_become_one() -> None:
    split = apply(board(layout="points"), p.SplitScene(scene="s1", after="s1-l1", new_id="s2"))
    merged = apply(split, p.MergeScenes(first="s1", second="s2"))
    assert [entry.text for entry in merged.scenes[0].content.entries] == list(LISTED)


def test_the_second_half_of_a_chapter_is_no_chapter() -> None:
    first, second, _ = apply(board(layout="chapter"), p.SplitScene(scene="s1", after="s1-l1", new_id="s2")).scenes
    assert (first.layout, second.layout) == ("chapter", "presenter")


def test_words_are_replaced_on_screen_too_and_taken_back() -> None:
    listed = board(layout="points")
    patch = p.ReplaceWords(old="Porto", new="Lisbon")
    made = apply(listed, patch)
    assert made.scenes[0].content.entries[2].text == "Sewn by hand in Lisbon"
    assert any(isinstance(step, c.SetEntries) for step in inverse(listed, patch))


def test_what_differs_between_two_contents_is_told_in_patches() -> None:
    after = SceneContent(
        value="48 %",
        label="less glare",
        sides=(Side(title="Before"), Side(title="After", entries=(Entry(text="Calm"),))),
        data=(Datum(label="2024", value=3.0),),
        chart="donut",
        picture="sea.png",
        picture_text="The sea",
        note="Own measurements",
    )
    made = apply_all(board(), tuple(content_patches("s1", board().scenes[0].content, after)))
    assert made.scenes[0].content == after


@pytest.mark.parametrize(
    ("patch", "sentence"),
    [
        (c.SetStatistic(scene="s1", value="48 %"), "Scene 1, figure: nothing → “48 %”"),
        (c.SetPresenterPlace(scene="s1", place="left"), "Scene 1, place of the presenter: as the layout has it → left"),
        (c.SetChart(scene="s1", data=(Datum(label="May", value=4),)), "Scene 1, values: none → May 4"),
        (c.SetPicture(scene="s1", picture="/home/me/sea.png"), "Scene 1, picture: none → sea.png"),
        (c.SetLayout(scene="s1", layout="points"), "Scene 1, layout: presenter → points"),
        (p.SetEndCard(qr=True), "Code to scan on the end card: none → shown"),
    ],
)
def test_changes_read_as_sentences(patch: p.Patch, sentence: str) -> None:
    assert describe(board(), patch).sentence == sentence
