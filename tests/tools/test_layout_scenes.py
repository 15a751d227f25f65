"""Scenes with contents: clips in place and in time, honest where something lacks, repainted only where edited."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from renderers.graphics.clips import (
    ChapterClip,
    ChartClip,
    ComparisonClip,
    GraphicClip,
    LogoRevealClip,
    PictureCardClip,
    PictureSource,
    PointsClip,
    ProductClip,
    QuoteClip,
    ScreenClip,
    StatisticClip,
    StepsClip,
)
from renderers.layout import safe_area
from renderers.look import Look
from renderers.picture_format import picture_format
from renderers.segments import segments
from renderers.timeline import BackdropClip, EndCardClip, LogoClip, LowerThirdClip, PresenterClip, Timeline, TitleClip
from tests.renderers.test_layout import inside
from tests.tools.test_boards import LOOK, spoken_for
from tools.edit import PresenterTake, edit, timeline
from tools.layouts import LAYOUT_KINDS, content_texts, lacks, presenter_place, shown_layout, texts_of_layout
from tools.scene_contents import SceneContent
from tools.script import Line
from tools.storyboard import EndCard, Scene, Storyboard

ENTRIES = [{"text": "Warm light"}, {"text": "A touch dims it"}, {"text": ""}, {"text": "Sewn by hand"}]
FULL = SceneContent.model_validate(
    {
        "entries": ENTRIES,
        "sides": [{"title": "Before", "entries": ENTRIES[:2]}, {"title": "After", "entries": ENTRIES[1:]}],
        "value": "48 %",
        "label": "less glare",
        "quote": "I read longer.",
        "author": "Ana",
        "name": "Desk lamp",
        "price": "€89",
        "data": [{"label": "May", "value": 3}, {"label": "June", "value": 5}],
        "picture": "sea.png",
        "text": "print(1)",
    }
)
SAID = ("It gives warm light all evening.", "With a touch you dim it.", "It is sewn by hand.",
        "That is forty-eight percent less.")  # fmt: skip
SHOWN: dict[str, type] = {
    "points": PointsClip,
    "steps": StepsClip,
    "statistic": StatisticClip,
    "quote": QuoteClip,
    "product": ProductClip,
    "comparison": ComparisonClip,
    "chart": ChartClip,
    "picture": PictureCardClip,
    "screen": ScreenClip,
    "logo": LogoRevealClip,
    "chapter": ChapterClip,
}


def scene(layout: str, **fields: object) -> Scene:
    lines = tuple(Line(id=f"s1-l{n}", text=text) for n, text in enumerate(SAID))
    return Scene.model_validate(
        {"id": "s1", "layout": layout, "heading": "A lamp", "lines": lines, "content": FULL, **fields}
    )


def made(*scenes: Scene, logo: bool = True, aspect: str = "16:9", look: Look = LOOK, **fields: object) -> Timeline:
    board = Storyboard(scenes=scenes, aspect=aspect, logo="logo.svg" if logo else "", **fields)
    spoken = spoken_for(board)
    return timeline(
        board,
        edit(board, spoken),
        look=look,
        format=picture_format(aspect, "540p", Fraction(board.fps)),
        presenters={
            one.id: PresenterTake("maya", "illustrated", Path("take"), one.id)
            for one in scenes
            if presenter_place(one, logo=logo) != "none"
        },
        backdrops={one.id: BackdropClip("aurora", 1) for one in scenes},
        voices={id_: (Path("voice"), id_) for id_ in spoken},
        logo=(Path("logo.svg"), "logo") if logo else None,
        spoken=spoken,
        pictures={"sea.png": PictureSource(Path("sea.png"), "sea")},
    )


def graphic(found: Timeline) -> GraphicClip:
    (clip,) = [clip for clip in found.scenes[0].clips if isinstance(clip, tuple(SHOWN.values()))]
    return clip  # type: ignore[return-value]


@pytest.mark.parametrize("aspect", ["16:9", "9:16", "1:1", "4:5"])
@pytest.mark.parametrize("layout", sorted(SHOWN))
def test_every_layout_shows_its_content_in_its_place(layout: str, aspect: str) -> None:
    found = made(scene(layout), aspect=aspect)
    clip = graphic(found)
    assert type(clip) is SHOWN[layout]
    assert inside(clip.region, safe_area(found.format))
    kinds = [type(each) for each in found.scenes[0].clips]
    assert (PresenterClip in kinds) == (LAYOUT_KINDS[layout].presenter != "none")
    assert (LogoClip in kinds) == (layout != "logo")
    assert (TitleClip in kinds) == (layout not in ("logo", "chapter"))


@pytest.mark.parametrize("layout", ["picture_in_picture", "full_bleed"])
def test_a_picture_that_fills_the_frame_has_its_heading_in_a_strap(layout: str) -> None:
    clips = made(scene(layout)).scenes[0].clips
    straps = [clip for clip in clips if isinstance(clip, LowerThirdClip)]
    assert [strap.name for strap in straps] == ["A lamp"]
    presenters = [clip for clip in clips if isinstance(clip, PresenterClip)]
    assert [clip.circle for clip in presenters] == ([True] if layout == "picture_in_picture" else [])


def test_entries_come_in_as_they_are_said_and_empty_ones_not_at_all() -> None:
    clip = graphic(made(scene("points")))
    assert isinstance(clip, PointsClip)
    assert [item.text for item in clip.items] == ["Warm light", "A touch dims it", "Sewn by hand"]
    board = Storyboard(scenes=(scene("points"),))
    spoken = spoken_for(board)
    edited = edit(board, spoken).scenes[0]
    starts = [line.start for line in edited.lines]
    for item, begin in zip(clip.items, starts, strict=False):
        assert begin <= item.at < begin + 60


def test_a_figure_counts_as_it_is_said() -> None:
    late = graphic(made(scene("statistic")))
    early = graphic(made(scene("statistic", lines=tuple(Line(id=f"l{n}", text=t) for n, t in enumerate(SAID[3:])))))
    assert isinstance(late, StatisticClip) and isinstance(early, StatisticClip)
    assert late.at > early.at > early.start
    assert late.at <= late.start + 0.6 * late.duration


@pytest.mark.parametrize("layout", [layout for layout in SHOWN if layout != "chapter"])
def test_without_its_content_a_scene_shows_who_speaks_or_its_heading(layout: str) -> None:
    bare = scene(layout, content=SceneContent())
    assert lacks(bare, layout, logo=False) == LAYOUT_KINDS[layout].needs != ""
    assert shown_layout(bare, logo=False) == "presenter"
    clips = made(bare, logo=False).scenes[0].clips
    assert PresenterClip in map(type, clips) and TitleClip in map(type, clips)
    silent = scene(layout, content=SceneContent(), lines=())
    expected = "title" if LAYOUT_KINDS[layout].presenter == "none" else "presenter"
    assert shown_layout(silent, logo=False) == expected


def test_shares_of_a_whole_are_never_below_nothing() -> None:
    data = [{"label": "a", "value": 3}, {"label": "b", "value": -1}]
    for form, layout in (("donut", "presenter"), ("bars", "chart"), ("line", "chart")):
        told = scene("chart", content=SceneContent.model_validate({"chart": form, "data": data}))
        assert shown_layout(told, logo=True) == layout


def test_chapters_are_counted_and_may_be_numbered_otherwise() -> None:
    cards = [
        Scene(id=id_, layout="chapter", heading=id_, content=SceneContent(value=number))
        for id_, number in (("a", ""), ("b", ""), ("c", "III"))
    ]
    found = made(*cards)
    assert [clip.number for one in found.scenes for clip in one.clips if isinstance(clip, ChapterClip)] == [
        "1", "2", "III"]  # fmt: skip


def test_the_presenter_stands_where_asked() -> None:
    left, right = (made(scene("points", presenter_place=place)).scenes[0].clips[0] for place in ("left", "right"))
    assert isinstance(left, PresenterClip) and isinstance(right, PresenterClip)
    assert left.region.right < right.region.right and left.region.x < right.region.x
    nobody = made(scene("presenter", presenter_place="none")).scenes[0].clips
    assert PresenterClip not in map(type, nobody)
    voiced = made(scene("statistic", presenter_place="circle")).scenes[0].clips[0]
    assert isinstance(voiced, PresenterClip) and voiced.circle


def test_a_code_to_scan_is_asked_of_the_end_card() -> None:
    card = EndCard(call_to_action="Order", address="lumen.example", qr=True)
    (clip,) = [
        clip
        for clip in made(Scene(id="end", layout="end_card"), end_card=card).scenes[0].clips
        if isinstance(clip, EndCardClip)
    ]
    assert clip.qr
    assert "qr" not in Storyboard(scenes=(scene("points"),)).model_dump(exclude_defaults=True)


def test_a_graphic_stays_until_it_is_read() -> None:
    quick = scene("quote", lines=(Line(id="l", text="Listen."),), content=FULL.changed(quote="word " * 25))
    assert made(quick).scenes[0].duration / 30 >= 0.33 * 25


def test_an_edit_of_one_entry_repaints_its_scene_alone() -> None:
    """And of that scene not what came before, where nothing of it is to be seen."""
    scenes = [scene("statistic"), scene("steps", id="s2", lines=()), scene("quote", id="s3", lines=())]
    first, _, third = (made(*scenes).scenes for _ in range(3))
    before = [segment.key for segment in segments(made(*scenes))]
    entries = (*FULL.entries[:3], FULL.entries[3].changed(text="Sewn in Porto"))
    edited = [scenes[0], scenes[1].changed(content=FULL.changed(entries=entries)), scenes[2]]
    found = segments(made(*edited))
    assert len(found) == len(before) and first == third
    changed = {segment.scene.id for segment, key in zip(found, before, strict=True) if segment.key != key}
    assert "s2" in changed
    own = [s for s, key in zip(found, before, strict=True) if s.key != key and s.incoming is None]
    assert {segment.scene.id for segment in own} == {"s2"}


def test_entries_that_only_move_keep_their_pictures() -> None:
    """A line before them got longer: what comes in with later lines is painted as it was, only later."""
    rest = "and that is what all of those who own one say, whoever asks them, on every single evening of the long year."
    said = [line.changed(text=f"{line.text} {rest}") for line in scene("points").lines]
    told = scene("points", presenter_place="none", lines=said)
    longer = said[0].changed(text=f"It gives you a good, warm, quiet light all evening {rest}")
    before, after = (
        segments(made(told.changed(lines=(first, *told.lines[1:])), captions=())) for first in (told.lines[0], longer)
    )
    kept = {segment.key for segment in before} & {segment.key for segment in after}
    starts = {segment.key: segment.start for segment in before}
    moved = [segment for segment in after if segment.key in kept and starts[segment.key] != segment.start]
    assert sum(segment.duration for segment in moved) > 60


def test_the_content_of_a_picture_is_in_the_key_of_what_shows_it() -> None:
    told = scene("product", lines=())
    keys = []
    for digest in ("one", "two"):
        found = made(told)
        (clip,) = [c for c in found.scenes[0].clips if isinstance(c, ProductClip)]
        assert clip.picture is not None
        from dataclasses import replace

        other = replace(clip, picture=replace(clip.picture, digest=digest))
        clips = tuple(other if c is clip else c for c in found.scenes[0].clips)
        keys.append([s.key for s in segments(replace(found, scenes=(replace(found.scenes[0], clips=clips),)))])
    assert all(one != two for one, two in zip(*keys, strict=True))


def test_every_text_of_a_content_is_told_for_review() -> None:
    texts = {text for _, text in content_texts(FULL)}
    for said in ("Warm light", "Before", "48 %", "less glare", "I read longer.", "Ana", "Desk lamp", "€89", "May"):
        assert said in texts
    assert texts_of_layout(scene("statistic"), logo=True) == ("48 %", "less glare")
