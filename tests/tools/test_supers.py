"""What stands in a scene as large words is not shown twice at once."""

from __future__ import annotations

import pytest

from renderers.flood import flooded
from renderers.graphics.clips import QuoteClip
from renderers.look import Look
from renderers.timeline import CaptionCue, CaptionsClip, CueWord, EndCardClip, TitleClip
from renderers.timeline import Scene as TimelineScene
from tests.tools.test_boards import LOOK
from tests.tools.test_layout_scenes import made, scene
from tools.edit.cues import speakers
from tools.edit.supers import beside_supers, shown_heading, shown_label
from tools.scene_contents import SceneContent
from tools.script import Line
from tools.storyboard import EndCard, LookChoice, Scene, Storyboard

QUOTE = SceneContent.model_validate({"quote": "I read an hour longer, every night.", "author": "Ana"})


def cue(text: str, speaker: str = "") -> CaptionCue:
    return CaptionCue((tuple(CueWord(word, 0, 1) for word in text.split()),), 0, 30, speaker)


def test_captions_step_aside_for_a_quote_that_is_read_out_and_for_nothing_else() -> None:
    quoted = scene("quote", content=QUOTE, heading="")
    told = [cue("Ana says:"), cue("“I read an hour longer,"), cue("every night.”"), cue("And so do I.")]
    assert beside_supers(told, quoted, "quote") == (told[0], told[2], told[3])
    assert beside_supers(told, quoted, "presenter") == tuple(told)
    named = cue("Ana: I read an hour longer,", "Ana")
    assert beside_supers([named], quoted, "quote") == (named,)


def test_a_quote_that_says_all_that_is_said_has_the_room_of_the_captions() -> None:
    def clips(said: str) -> TimelineScene:
        lines = (Line(id="l1", text=said),)
        return made(scene("quote", content=QUOTE, heading="", lines=lines), captions=["burned"]).scenes[0]

    alone, more = clips("I read an hour longer every night."), clips("Nobody believed in it but my neighbour Ana did.")
    assert not [clip for clip in alone.clips if isinstance(clip, CaptionsClip)]
    assert [clip for clip in more.clips if isinstance(clip, CaptionsClip)]
    high, low = (found.clips[0].region.height for found in (alone, more))  # type: ignore[union-attr]
    assert high > low


@pytest.mark.parametrize(
    ("heading", "label", "shown"),
    [
        ("Less glare", "less glare than a bare bulb", ("", "less glare than a bare bulb")),
        ("Much less glare in every room", "less glare", ("Much less glare in every room", "")),
        ("Light", "less glare", ("Light", "less glare")),
        ("", "less glare", ("", "less glare")),
        ("Light", "", ("Light", "")),
    ],
)
def test_a_figure_is_told_once(heading: str, label: str, shown: tuple[str, str]) -> None:
    content = SceneContent.model_validate({"value": "48 %", "label": label})
    told = scene("statistic", content=content, heading=heading)
    assert (shown_heading(told, "statistic"), shown_label(told)) == shown
    assert shown_heading(told, "points") == heading
    titles = [clip.text for clip in made(told).scenes[0].clips if isinstance(clip, TitleClip)]
    assert titles == ([shown[0]] if shown[0] else [])


def two(transition: str, look: Look = LOOK) -> tuple[TimelineScene, TimelineScene]:
    first = scene("title", id="s1", lines=(Line(id="a", text="Light for every evening of the year."),))
    second = scene("steps", id="s2", transition=transition, lines=(Line(id="b", text="Warm light. A touch dims it."),))
    third = scene("chapter", id="s3", transition="cut", lines=())
    one, other, _ = made(first, second, third).scenes
    return one, other


@pytest.mark.parametrize(
    ("transition", "carried"), [("push", True), ("wipe", True), ("whip", True), ("dissolve", False)]
)
def test_a_transition_that_moves_pictures_takes_their_texts_along(transition: str, carried: bool) -> None:
    one, other = two(transition)
    half = other.transition.duration // 2
    (title,) = [clip for clip in one.clips if isinstance(clip, TitleClip)]
    (follows,) = [clip for clip in other.clips if isinstance(clip, TitleClip)]
    assert half > 0
    assert (title.start + title.duration > one.duration + half) == carried
    assert (follows.start == 0) == carried


def test_type_alone_comes_closer_and_a_heading_beside_others_stands() -> None:
    one, other = two("dissolve")
    assert [clip.push for found in (one, other) for clip in found.clips if isinstance(clip, TitleClip)] == [True, False]


@pytest.mark.parametrize(
    ("direction", "dark", "floods"), [("bold", None, True), ("bold", True, False), ("clean", None, False)]
)
def test_scenes_of_type_alone_stand_on_the_colour_of_a_bold_light_brand(
    direction: str, dark: bool | None, floods: bool
) -> None:
    from renderers.visibility import seen_look
    from tools.looks import resolved_look

    look = resolved_look(LookChoice(primary="#2f55d4", direction=direction, dark=dark))
    scenes = [scene(layout, id=f"s{n}") for n, layout in enumerate(("title", "points", "quote", "chart"))]
    for number, one in enumerate(made(*scenes, look=look).scenes):
        assert one.flooded == (floods and number in (0, 2))
        ground = flooded(look.palette).background if one.flooded else look.palette.background
        assert seen_look(one, look).palette.background == ground


def test_a_quote_that_is_read_out_comes_in_as_it_is_heard() -> None:
    from tools.looks import resolved_look

    lines = (Line(id="l1", text="I read an hour longer, every night. And so do I."),)
    silent = scene("chapter", id="s0", lines=())
    quoted = scene("quote", id="s1", content=QUOTE, heading="", lines=lines)
    voiced, plain = (resolved_look(LookChoice(direction=name)) for name in ("editorial", "clean"))
    clip, still = (made(silent, quoted, look=look).scenes[1].clips[0] for look in (voiced, plain))
    assert isinstance(clip, QuoteClip) and isinstance(still, QuoteClip)
    assert len(clip.cues) == len(QUOTE.quote.split()) and still.cues == ()
    assert clip.start <= clip.cues[0] < clip.cues[-1] < clip.start + clip.duration
    assert list(clip.cues) == sorted(clip.cues)


def test_who_presents_is_named_when_they_first_speak_and_after_somebody_else_was_heard() -> None:
    def said(id_: str, **more: object) -> Scene:
        return Scene(id=id_, lines=(Line(id=f"{id_}-l", text="It follows daylight."),), **more)  # type: ignore[arg-type]

    scenes = (said("s1"), said("s2"), said("s3", listening=True), said("s4"), Scene(id="s5"), said("s6"))
    board = Storyboard(title="Talk", scenes=scenes, captions_speakers=True, presenter_name="Maya  Lindgren")
    assert speakers(board) == {"s1": "Maya Lindgren", "s4": "Maya Lindgren"}
    assert not speakers(board.changed(captions_speakers=False))
    assert not speakers(board.changed(presenter_name=" "))

    guest = said("s3", listening=True, speaker=" Tom  Berger")
    dialogue = board.changed(scenes=(*scenes[:2], guest, guest.changed(id="s3b"), *scenes[3:]))
    assert speakers(dialogue) == {"s1": "Maya Lindgren", "s3": "Tom Berger", "s4": "Maya Lindgren"}
    assert speakers(dialogue.changed(presenter_name="")) == {"s3": "Tom Berger"}


def test_an_end_card_shows_its_own_heading_and_is_not_empty_where_nothing_else_is_told() -> None:
    def shown(heading: str, card: EndCard) -> list[str]:
        built = made(scene("end_card", heading=heading, lines=()), end_card=card)
        return [clip.headline for clip in built.scenes[0].clips if isinstance(clip, EndCardClip)]

    assert shown("Thank you all", EndCard()) == ["Thank you all"]
    assert shown("Thank you all", EndCard(headline="Lumen", call_to_action="Call us")) == ["Thank you all"]
    assert shown("", EndCard(headline="Lumen")) == ["Lumen"]
    assert shown("", EndCard()) == []
