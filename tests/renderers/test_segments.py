"""Cutting a timeline: every frame once, and an edit changes only what it touches."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.encoding import KEYINT
from renderers.look import Look, Palette
from renderers.picture_format import PictureFormat, Rect
from renderers.scene_clock import ROUND
from renderers.segments import FIRST, FIRST_OF_LINE, LONGEST, SHORTEST, Segment, paint_frames, segments
from renderers.timeline import (
    BackdropClip,
    CaptionCue,
    CaptionsClip,
    CueWord,
    Scene,
    SoundClip,
    Timeline,
    TitleClip,
    Transition,
)

PALETTE = Palette("#ffffff", "#f4f4f6", "#3355cc", "#224488", "#ee8844", "#15161a", "#5a5d66", "#ffffff", dark=False)
LOOK = Look("plain", PALETTE, "Manrope", "Hanken Grotesk")
FORMAT = PictureFormat(640, 360, Fraction(30))


def scene(number: int, duration: int, dissolve: int = 0, text: str = "Hello") -> Scene:
    title = TitleClip(text, Rect(96, 96, 800, 300), 0, duration)
    how = Transition("dissolve", dissolve) if dissolve else Transition()
    return Scene(f"s{number}", duration, BackdropClip("aurora", 1), (title,), how)


@given(st.lists(st.tuples(st.integers(30, 700), st.sampled_from([0, 6, 12])), min_size=1, max_size=8))
def test_segments_cover_every_frame_once(plan: list[tuple[int, int]]) -> None:
    timeline = Timeline(FORMAT, LOOK, tuple(scene(i, length, fade) for i, (length, fade) in enumerate(plan)))
    cut = segments(timeline)
    assert sum(segment.duration for segment in cut) == timeline.duration
    assert all(0 < segment.duration <= LONGEST for segment in cut)
    at = 0
    for segment in cut:
        assert timeline.start_of(segment.scene.id) + segment.start == at
        if segment.incoming:
            assert timeline.start_of(segment.incoming.id) + segment.incoming_start == at
        at += segment.duration


@pytest.fixture
def timeline() -> Timeline:
    return Timeline(FORMAT, LOOK, tuple(scene(i, 200, 12, f"Scene {i}") for i in range(4)))


def keys(timeline: Timeline) -> list[tuple[str, bool, str]]:
    return [(segment.scene.id, segment.incoming is not None, segment.key) for segment in segments(timeline)]


def test_an_edit_changes_its_scene_and_the_transitions_beside_it(timeline: Timeline) -> None:
    clip = timeline.scenes[2].clips[0]
    assert isinstance(clip, TitleClip)
    edited = replace(timeline.scenes[2], clips=(replace(clip, text="Other words"),))
    after = replace(timeline, scenes=(*timeline.scenes[:2], edited, timeline.scenes[3]))
    changed = {
        (id_, fade) for (id_, fade, old), (_, _, new) in zip(keys(timeline), keys(after), strict=True) if old != new
    }
    assert changed == {("s1", True), ("s2", False), ("s2", True)}


def test_sound_touches_no_picture(timeline: Timeline) -> None:
    louder = replace(timeline, sound=(SoundClip("music", Path("/x"), "ab", 0, -3.0),), loudness=-16.0)
    assert keys(louder) == keys(timeline)


def test_a_longer_scene_keeps_its_first_pieces(timeline: Timeline) -> None:
    longer = replace(timeline, scenes=(replace(timeline.scenes[0], duration=500), *timeline.scenes[1:]))
    assert keys(longer)[0] == keys(timeline)[0]


def test_colour_size_and_rate_change_every_segment(timeline: Timeline) -> None:
    others = (
        replace(timeline, look=replace(LOOK, palette=replace(PALETTE, primary="#cc3355"))),
        replace(timeline, format=PictureFormat(1280, 720, Fraction(30))),
        replace(timeline, format=PictureFormat(640, 360, Fraction(25))),
    )
    for other in others:
        assert not {key for *_, key in keys(other)} & {key for *_, key in keys(timeline)}


def test_a_camera_move_over_a_picture_depends_on_the_length_of_its_scene(timeline: Timeline) -> None:
    pictured = replace(timeline.scenes[0], backdrop=BackdropClip("", 1, Path("room.png"), "ab"))
    shorter = replace(timeline, scenes=(pictured, *timeline.scenes[1:]))
    longer = replace(timeline, scenes=(replace(pictured, duration=500), *timeline.scenes[1:]))
    assert keys(longer)[0] != keys(shorter)[0]


def test_a_scene_that_grows_is_painted_anew_only_at_its_end(timeline: Timeline) -> None:
    def grown(duration: int) -> list[str]:
        clip = TitleClip("Hello", Rect(96, 96, 800, 300), 8, duration - 8)
        one = Scene("s", duration, BackdropClip("aurora", 1), (clip,))
        return [segment.key for segment in segments(replace(timeline, scenes=(one,)))]

    before, after = grown(300), grown(500)
    # The heading leaves with the scene: only the piece in which it did is another.
    assert [a == b for a, b in zip(before, after, strict=False)] == [True, True, True, True, True, False]


def test_a_colour_touches_only_scenes_that_show_it(timeline: Timeline) -> None:
    scenes = (*timeline.scenes[:2], replace(timeline.scenes[2], backdrop=BackdropClip("grid", 1)), timeline.scenes[3])
    before = replace(timeline, scenes=scenes)
    after = replace(before, look=replace(LOOK, palette=replace(PALETTE, accent="#11aa77")))
    changed = {(s, fade) for (s, fade, old), (_, _, new) in zip(keys(before), keys(after), strict=True) if old != new}
    assert changed == {("s1", True), ("s2", False), ("s2", True)}


def spoken(first: str, moved: int, family: str = "aurora") -> Timeline:
    """A scene of two lines, of which the first says `first` and the second begins at frame 150 + `moved`."""
    said = [(first, 10), ("second", 150 + moved)]
    cues = tuple(CaptionCue(((CueWord(word, at, at + 60),),), at, at + 60) for word, at in said)
    clips = (
        TitleClip("Hello", Rect(96, 96, 800, 300), 8, 352 + moved),
        CaptionsClip(cues, Rect(96, 800, 1200, 168)),
    )
    one = Scene("s", 360 + moved, BackdropClip(family, 1), clips, marks=(150 + moved,))
    return Timeline(PictureFormat(320, 180, Fraction(30)), LOOK, (one, scene(2, 60, 12)))


@pytest.mark.parametrize("moved", [15, 30])
def test_a_line_that_only_moves_keeps_its_pieces(moved: int) -> None:
    before, after = segments(spoken("first", 0)), segments(spoken("another", moved))
    kept = {segment.key for segment in before}
    own = [segment for segment in after if segment.scene.id == "s"]
    made = [segment.start for segment in own if segment.key not in kept]
    assert made
    assert max(made) < 150 + moved
    assert own[-1].incoming
    assert own[-1].key in kept


@pytest.mark.parametrize("family", ["aurora", "orbit", "studio"])
def test_pieces_of_a_moved_line_have_the_same_pixels(family: str) -> None:
    def painted(segment: Segment) -> list[bytes]:
        return [planes.y.tobytes() + planes.u.tobytes() + planes.v.tobytes() for planes in paint_frames(segment)]

    before = {segment.key: segment for segment in segments(spoken("first", 0, family))}
    again = [segment for segment in segments(spoken("another", 15, family)) if segment.key in before]
    assert [segment.start for segment in again] == [165, 210, 270, 330, 369, 6, 30]
    for segment in again[:2]:
        assert painted(before[segment.key]) == painted(segment)


@given(st.lists(st.integers(20, 300), max_size=5), st.integers(20, 400))
def test_lines_begin_a_piece_and_every_frame_comes_once(lengths: list[int], rest: int) -> None:
    marks = tuple(sum(lengths[: i + 1]) for i in range(len(lengths)))
    duration = sum(lengths) + rest
    one = replace(scene(1, duration), marks=marks)
    cut = segments(Timeline(FORMAT, LOOK, (one,)))
    assert [segment.start for segment in cut][1:] == [cut[i].start + cut[i].duration for i in range(len(cut) - 1)]
    assert cut[0].start == 0
    assert cut[-1].start + cut[-1].duration == duration
    assert set(marks) <= {segment.start for segment in cut}
    assert all(segment.duration < LONGEST + SHORTEST for segment in cut)


def test_pieces_cost_no_more_than_one_key_frame_a_scene() -> None:
    assert LONGEST == KEYINT
    assert FIRST < FIRST_OF_LINE < LONGEST <= ROUND
    assert 0 < FIRST < LONGEST
