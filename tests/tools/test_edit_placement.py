"""The edit: programmes are exactly as long as asked, nothing overlaps, and what can not be done is said."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.speech import Word
from renderers.timebase import RATES
from tools.edit import DoesNotFit, SpokenLine, cue_words, edit, fit_storyboard, programme_cues, reach
from tools.edit.pauses import Pause, set_pauses
from tools.script import Line
from tools.storyboard import EndCard, Scene, Storyboard


def spoken_line(id_: str, text: str, pace: float = 0.35, silence: float = 0.05) -> SpokenLine:
    words, at, offset = [], silence, 0
    for token in text.split():
        offset = text.index(token, offset)
        words.append(Word(token, at, at + pace * 0.9, offset))
        at, offset = at + pace, offset + len(token)
    return SpokenLine(id_, at + silence, tuple(words))


def storyboard(*scenes: list[str], **fields: object) -> tuple[Storyboard, dict[str, SpokenLine]]:
    """Presenter scenes with these lines between a title and an end card."""
    made = [Scene(id="title", layout="title", heading="A short title")]
    for number, texts in enumerate(scenes, 1):
        made.append(
            Scene(
                id=f"s{number}",
                lines=tuple(Line(id=f"s{number}-l{place}", text=text) for place, text in enumerate(texts, 1)),
            )
        )
    made.append(Scene(id="end", layout="end_card"))
    board = Storyboard(scenes=tuple(made), end_card=EndCard(call_to_action="Find out more"), **fields)
    return board, {line.id: spoken_line(line.id, line.text) for scene in board.scenes for line in scene.lines}


TWO_SCENES = (["Hello and welcome to this short film.", "It has a few words."], ["Here is the second part of it."])


@pytest.mark.parametrize("fps", [int(rate) for rate in RATES])
def test_a_programme_is_exactly_as_long_as_asked(fps: int) -> None:
    board, spoken = storyboard(*TWO_SCENES, fps=fps)
    room = reach(board, spoken)
    least, natural, most = (round(seconds * fps) for seconds in (room.least, room.natural, room.most))
    for wanted in (least, (least + natural) // 2, natural, (natural + most) // 2, most):
        assert edit(board.changed(duration_seconds=wanted / fps), spoken).duration == wanted


def test_lines_stand_in_order_with_room_around_them() -> None:
    board, spoken = storyboard(*TWO_SCENES)
    made = edit(board, spoken)
    start = 0
    for scene in made.scenes:
        assert scene.start == start
        start += scene.duration
        free = scene.dissolve // 2
        for line in scene.lines:
            assert line.start >= free
            free = line.start + round(spoken[line.id].seconds * 30)
        assert free <= scene.duration
    assert start == made.duration


def test_the_pause_between_words_counts_silence_inside_the_sound() -> None:
    board, _ = storyboard(["One two.", "Three four."])
    texts = (("s1-l1", "One two."), ("s1-l2", "Three four."))
    quiet = {id_: spoken_line(id_, text, silence=0.1) for id_, text in texts}
    tight = {id_: spoken_line(id_, text, silence=0.0) for id_, text in texts}

    def gap(spoken: dict[str, SpokenLine]) -> float:
        first, second = edit(board, spoken).scene("s1").lines
        return second.start / 30 + spoken["s1-l2"].words[0].start - first.start / 30 - spoken["s1-l1"].words[-1].end

    assert gap(quiet) == pytest.approx(gap(tight), abs=0.11)


def test_a_verbatim_script_keeps_its_natural_length_and_says_so() -> None:
    board, spoken = storyboard(*TWO_SCENES, verbatim=True)
    natural = edit(board, spoken)
    made = edit(board.changed(duration_seconds=60.0), spoken)
    assert made.duration == natural.duration
    assert "word for word" in made.note and "60 s" in made.note
    assert natural.note == ""


def test_too_long_and_too_short_are_told_apart() -> None:
    board, spoken = storyboard(*TWO_SCENES)
    with pytest.raises(DoesNotFit, match="at least") as short:
        edit(board.changed(duration_seconds=3.0), spoken)
    assert short.value.too_long_seconds > 0 and short.value.too_short_seconds == 0
    with pytest.raises(DoesNotFit, match="at most") as long:
        edit(board.changed(duration_seconds=300.0), spoken)
    assert long.value.too_short_seconds > 200 and long.value.too_long_seconds == 0


def test_the_amount_that_is_missing_is_exact() -> None:
    board, spoken = storyboard(*TWO_SCENES)
    with pytest.raises(DoesNotFit) as refusal:
        edit(board.changed(duration_seconds=3.0), spoken)
    assert edit(board.changed(duration_seconds=3.0 + refusal.value.too_long_seconds), spoken).duration > 90


def test_cards_stay_long_enough_to_be_read() -> None:
    board, spoken = storyboard(["Hello."])
    card = EndCard(
        headline="A rather long headline for a card", call_to_action="Book a free call", address="example.com"
    )
    wordy = board.changed(end_card=card)
    made, more = edit(board, spoken), edit(wordy, spoken)
    assert made.scene("title").duration >= 1.6 * 30
    assert more.scene("end").duration >= (0.6 + 0.33 * 12) * 30 > made.scene("end").duration


def test_a_line_without_words_is_not_waited_for() -> None:
    board, spoken = storyboard(["Hello there."])
    scenes = [*board.scenes[:2], Scene(id="s2", lines=(Line(id="x", text="   "),)), board.scenes[-1]]
    made = edit(board.changed(scenes=[scene.model_dump() for scene in scenes]), spoken)
    assert made.scene("s2").lines == ()


def test_dissolves_are_even_and_the_first_scene_has_none() -> None:
    for fps in (24, 25, 30, 50, 60):
        board, spoken = storyboard(*TWO_SCENES, fps=fps)
        dissolves = [scene.dissolve for scene in edit(board, spoken).scenes]
        assert dissolves[0] == 0
        assert all(dissolve % 2 == 0 and dissolve / fps == pytest.approx(0.4, abs=0.045) for dissolve in dissolves[1:])


def test_caption_words_do_not_overlap_and_stay_inside_the_scene() -> None:
    board, spoken = storyboard(*TWO_SCENES)
    made = edit(board, spoken)
    for scene, edited in zip(board.scenes, made.scenes, strict=True):
        words = cue_words(scene, edited, spoken, Fraction(30))
        assert " ".join(word.text for word in words) == " ".join(line.text for line in scene.lines)
        for before, after in zip(words, words[1:], strict=False):
            assert before.start < before.end <= after.start
        assert all(word.end <= edited.duration for word in words)
    cues = programme_cues(board, made, spoken)
    assert all(before.end <= after.start for before, after in zip(cues, cues[1:], strict=False))


pauses = st.builds(
    lambda least, more, most: Pause(least, least + more, least + more + most),
    st.integers(0, 40),
    st.integers(0, 40),
    st.integers(0, 90),
)


@given(st.lists(pauses, min_size=1, max_size=30), st.integers(0, 6000), st.integers(1, 30), st.randoms())
def test_pauses_add_up_exactly_or_not_at_all(
    given_pauses: list[Pause], total: int, unit: int, chance: random.Random
) -> None:
    speech = [chance.randint(1, 200) for _ in given_pauses[1:]]
    lengths = set_pauses(given_pauses, speech, unit, total)
    possible = sum(pause.least for pause in given_pauses) <= total <= sum(pause.most for pause in given_pauses)
    assert (lengths is not None) == possible
    if lengths is not None:
        assert sum(lengths) == total
        assert all(pause.least <= length <= pause.most for pause, length in zip(given_pauses, lengths, strict=True))


texts = st.lists(st.text("abcdefg ", min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=5), st.floats(3, 120), st.sampled_from([24, 25, 30, 50, 60]))
def test_every_edit_is_exact_or_refused(scenes: list[list[str]], wanted: float, fps: int) -> None:
    board, spoken = storyboard(*scenes, fps=fps, duration_seconds=wanted)
    try:
        made = edit(board, spoken)
    except DoesNotFit as refusal:
        assert max(refusal.too_long_seconds, refusal.too_short_seconds) > 0
        return
    assert made.duration == round(Fraction(wanted).limit_denominator(1_000_000) * fps)
    for scene in made.scenes:
        free = 0
        for line in scene.lines:
            assert line.start >= free
            free = line.start + int(spoken[line.id].seconds * fps)
        assert free <= scene.duration


@given(st.lists(st.lists(st.floats(0.6, 6.0), min_size=1, max_size=5), min_size=1, max_size=4), st.floats(0, 60))
@settings(max_examples=150, deadline=None)
def test_fitting_never_keeps_a_line_without_the_one_before_it(groups: list[list[float]], wanted: float) -> None:
    scenes, spoken = [], {}
    for number, seconds in enumerate(groups):
        ids = [f"s{number}-l{place}" for place in range(len(seconds))]
        lines = tuple(Line(id=id_, text="A line.", optional=place > 0) for place, id_ in enumerate(ids))
        scenes.append(Scene(id=f"s{number}", lines=lines))
        spoken |= {id_: SpokenLine(id_, length) for id_, length in zip(ids, seconds, strict=True)}
    board = Storyboard(scenes=tuple(scenes), duration_seconds=wanted + 1)
    fitted = fit_storyboard(board, spoken)
    for before, after in zip(board.scenes, fitted.scenes, strict=True):
        assert after.lines == before.lines[: len(after.lines)]
        assert len(after.lines) >= 1
