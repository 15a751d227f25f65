"""Storyboards and timelines: what is seen when, from a script to clips in frames."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from renderers.layout import regions
from renderers.look import Look, Palette
from renderers.picture_format import picture_format
from renderers.speech import Word
from renderers.timeline import (
    BackdropClip,
    CaptionsClip,
    EndCardClip,
    LogoClip,
    LowerThirdClip,
    PresenterClip,
    Timeline,
    TitleClip,
)
from renderers.titles.staging import staging
from tools.boarding import board, music_for
from tools.brief import Brief
from tools.edit import PresenterTake, SpokenLine, edit, timeline
from tools.language import BriefRequest, ScriptRequest
from tools.language.director import Director
from tools.manuscript import read_manuscript
from tools.script import Script
from tools.storyboard import Scene, Storyboard

LOOK = Look("test", Palette(*["#112233"] * 8, dark=True), "Manrope", "Manrope")


def written(text: str, seconds: float = 30.0, **fields: object) -> tuple[Script, Brief]:
    brief = Director().complete(BriefRequest(text, fields), Brief)
    return Director().complete(ScriptRequest(brief, seconds), Script), brief


def spoken_for(storyboard: Storyboard) -> dict[str, SpokenLine]:
    found = {}
    for scene in storyboard.scenes:
        for line in scene.lines:
            words, offset = [], 0
            for index, token in enumerate(line.text.split()):
                offset = line.text.index(token, offset)
                words.append(Word(token, index * 0.3, index * 0.3 + 0.28, offset))
                offset += len(token)
            found[line.id] = SpokenLine(line.id, 0.3 * len(words), tuple(words))
    return found


def timeline_of(storyboard: Storyboard, **sound: object) -> Timeline:
    spoken = spoken_for(storyboard)
    presenters = {
        scene.id: PresenterTake("maya", "illustrated", Path("take"), scene.id)
        for scene in storyboard.scenes
        if scene.layout == "presenter"
    }
    return timeline(
        storyboard,
        edit(storyboard, spoken),
        look=LOOK,
        format=picture_format(storyboard.aspect, "720p", Fraction(storyboard.fps)),
        presenters=presenters,
        backdrops={scene.id: BackdropClip("aurora", 1) for scene in storyboard.scenes},
        voices={id_: (Path("voice"), id_) for id_ in spoken},
        logo=(Path("logo.png"), "logo"),
        spoken=spoken,
    )


def test_a_written_script_gets_a_title_scenes_and_a_spoken_end_card() -> None:
    script, brief = written("Launch our new necklace, handmade in Lisbon, from €89. Visit lume.com")
    made = board(script, brief)
    layouts = [scene.layout for scene in made.scenes]
    assert (layouts[0], layouts[1], layouts[-1], len(layouts)) == (
        "title",
        "presenter",
        "end_card",
        len(script.sections) + 1,
    )
    assert set(layouts[2:-1]) <= {"presenter", "points", "statistic"}
    assert (made.end_card.call_to_action, made.end_card.address) == ("Visit lume.com", "")
    assert made.scenes[-1].lines[0].text == "Visit lume.com."
    assert made.duration_seconds == 30.0 and not made.verbatim
    assert board(script, brief) == made


def test_upright_and_short_programmes_begin_with_the_presenter_and_its_title() -> None:
    for fields in ({"aspect": "9:16"}, {"duration_seconds": 12.0}):
        script, brief = written("Launch our new necklace", 12.0, **fields)
        made = board(script, brief)
        assert made.scenes[0].layout == "presenter" and made.scenes[0].heading == "Meet our new necklace"


def test_a_given_script_is_spoken_word_for_word() -> None:
    script = read_manuscript("# Our day\n\nHello there. Welcome.\n\nGoodbye, and visit example.com soon.")
    made = board(script)
    assert made.verbatim and made.duration_seconds is None
    assert [line.text for scene in made.scenes for line in scene.lines] == [
        "Hello there.",
        "Welcome.",
        "Goodbye, and visit example.com soon.",
    ]
    assert (made.scenes[0].layout, made.scenes[0].heading, made.scenes[-1].layout) == ("title", "Our day", "end_card")
    assert made.end_card.address == "example.com"
    assert board(read_manuscript("Just this."), None).scenes[-1].layout == "presenter"


@pytest.mark.parametrize(
    ("fields", "music"),
    [
        ({"goal": "training"}, "calm"),
        ({"tone": "playful"}, "playful"),
        ({"tone": "warm", "music": "cinematic"}, "cinematic"),
        ({"goal": "sales"}, "upbeat_corporate"),
        ({"music": "none"}, "none"),
        ({"product": "our little bakery"}, "acoustic"),
        ({"product": "Luna", "points": ("an app",)}, "tech"),
        ({"product": "Luna", "points": ("a charity",)}, "inspiring"),
    ],
)
def test_music_follows_wish_tone_and_goal(fields: dict[str, Any], music: str) -> None:
    assert music_for(Brief(request="x", **fields)) == music


@pytest.mark.parametrize("aspect", ["16:9", "9:16", "1:1", "4:5"])
def test_the_timeline_lays_everything_in_its_region(aspect: str) -> None:
    script, brief = written("Launch our new necklace, handmade in Lisbon, from €89. Visit lume.com", aspect=aspect)
    storyboard = board(script, brief).changed(presenter_name="Ana", presenter_role="Founder", duration_seconds=None)
    made = timeline_of(storyboard)
    made_edit = edit(storyboard, spoken_for(storyboard))
    assert made.duration == made_edit.duration
    assert sum(isinstance(clip, LowerThirdClip) for scene in made.scenes for clip in scene.clips) == 1
    for scene, planned, edited in zip(made.scenes, storyboard.scenes, made_edit.scenes, strict=True):
        kinds = [type(clip) for clip in scene.clips]
        places = regions(
            planned.layout, made.format, captions=CaptionsClip in kinds, presenter=planned.layout == "presenter"
        )
        assert LogoClip in kinds and kinds.count(CaptionsClip) == bool(planned.lines)
        assert (PresenterClip in kinds) == (planned.layout == "presenter")
        assert (EndCardClip in kinds) == (planned.layout == "end_card")
        for clip in scene.clips:
            if isinstance(clip, TitleClip | EndCardClip | LowerThirdClip):
                assert clip.start < clip.start + clip.duration
                assert edited.dissolve // 2 <= clip.start or scene is made.scenes[0]
                assert clip.start + clip.duration <= scene.duration or scene is made.scenes[-1]
            if isinstance(clip, TitleClip):
                assert clip.region == places.title and clip.text == planned.heading
            if isinstance(clip, CaptionsClip):
                assert clip.region == places.captions and clip.cues[-1].end <= scene.duration
        if PresenterClip in kinds and CaptionsClip in kinds:
            assert kinds.index(PresenterClip) == 0 and kinds[-1] is CaptionsClip


@pytest.mark.parametrize("fps", [24, 30, 60])
def test_texts_stand_in_the_first_frame_and_the_last(fps: int) -> None:
    scenes = tuple(Scene(id=id_, layout="title", heading="A heading", subtitle="What it means") for id_ in "abc")
    made = timeline_of(Storyboard(scenes=scenes, fps=fps))
    stays = [
        staging(clip.start, clip.duration, 9, fps) for scene in made.scenes for clip in scene.clips
        if isinstance(clip, TitleClip)
    ]  # fmt: skip
    first, middle, last = stays
    assert first.key(0) == "rest" and middle.key(0) is None
    assert middle.key(made.scenes[1].duration - 1) is None and last.key(made.scenes[2].duration - 1) == "rest"
    only = timeline_of(Storyboard(scenes=scenes[:1], fps=fps)).scenes[0]
    stay = next(staging(clip.start, clip.duration, 9, fps) for clip in only.clips if isinstance(clip, TitleClip))
    assert {stay.key(n) for n in range(only.duration)} == {"rest"}


def test_titles_leave_before_the_next_scene_comes() -> None:
    script, brief = written("Launch our new necklace, handmade in Lisbon. Visit lume.com")
    made = timeline_of(board(script, brief).changed(duration_seconds=None))
    for scene, following in zip(made.scenes, made.scenes[1:], strict=False):
        for clip in scene.clips:
            if isinstance(clip, TitleClip):
                assert clip.start + clip.duration <= scene.duration - following.transition.duration // 2


def test_every_voice_starts_at_its_sample() -> None:
    script, brief = written("Launch our new necklace, handmade in Lisbon. Visit lume.com")
    storyboard = board(script, brief).changed(duration_seconds=None)
    made, planned = timeline_of(storyboard), edit(storyboard, spoken_for(storyboard))
    voices = [clip for clip in made.sound if clip.kind == "voice"]
    starts = [(scene.start + line.start) * 1600 for scene in planned.scenes for line in scene.lines]
    assert [clip.start for clip in voices] == starts


def test_captions_are_burned_only_when_asked_for() -> None:
    script, brief = written("Launch our new necklace")
    made = timeline_of(board(script, brief).changed(captions=["sidecar"], duration_seconds=None))
    assert not any(isinstance(clip, CaptionsClip) for scene in made.scenes for clip in scene.clips)


def test_a_picture_of_another_rate_is_a_mistake() -> None:
    script, brief = written("Launch our new necklace")
    storyboard = board(script, brief).changed(duration_seconds=None)
    spoken = spoken_for(storyboard)
    with pytest.raises(ValueError, match="25"):
        timeline(
            storyboard,
            edit(storyboard, spoken),
            look=LOOK,
            format=picture_format("16:9", "720p", Fraction(25)),
            presenters={},
            backdrops={},
            voices={},
            logo=None,
            spoken=spoken,
        )


@pytest.mark.parametrize(
    ("text", "button", "address"),
    [
        ("A video about bread. Order at bread.pt", "Order now", "bread.pt"),
        ("A video about bread. Visit bread.pt", "Visit bread.pt", ""),
        ("A video about our app. Book a demo at app.example", "Book a demo", "app.example"),
        ("A video about bread. Call 0113 496 0000", "Call 0113 496 0000", ""),
        (
            "A video about bread. Visit averyveryverylongbakeryname.example",
            "Find out more",
            "averyveryverylongbakeryname.example",
        ),
        ("We're hiring nurses. Apply at jobs.example", "Apply now", "jobs.example"),
    ],
)
def test_the_button_of_the_end_card_reads_well_alone(text: str, button: str, address: str) -> None:
    script, brief = written(text)
    card = board(script, brief).end_card
    assert (card.call_to_action, card.address) == (button, address)


def test_the_title_card_and_the_first_scene_say_different_things() -> None:
    script, brief = written("Launch Lumen, a desk lamp that follows daylight, for people who work from home. \u20ac59.")
    made = board(script, brief)
    assert (made.scenes[0].heading, made.scenes[0].subtitle) == ("Meet Lumen", "")
    assert made.scenes[1].heading == "A desk lamp that follows daylight"
    longer = brief.changed(points=["a desk lamp that follows the daylight all day", "\u20ac59"])
    again = board(Director().complete(ScriptRequest(longer, 30.0), Script), longer)
    assert again.scenes[0].subtitle == "A desk lamp that follows the daylight all day"
    assert again.scenes[1].heading not in (again.scenes[0].heading, again.scenes[0].subtitle)
