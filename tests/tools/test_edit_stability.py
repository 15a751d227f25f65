"""A small edit changes little: one word more or less leaves the other scenes, lines and captions where they were."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.speech import Word
from tools.edit import DoesNotFit, Edit, SpokenLine, edit, programme_cues, reach
from tools.edit.lengths import UNIT_SECONDS, SceneRoom, natural_length, share_out
from tools.edit.times import frames
from tools.script import Line
from tools.storyboard import EndCard, Layout, Scene, Storyboard

Spoken = dict[str, SpokenLine]
UNIT = 18


def _said(id_: str, lengths: list[float]) -> SpokenLine:
    """A line whose words `w0 w1 …` take so many seconds each."""
    words, at, offset = [], 0.04, 0
    for number, length in enumerate(lengths):
        words.append(Word(f"w{number}", at, at + 0.95 * length, offset))
        at, offset = at + length, offset + len(f"w{number} ")
    return SpokenLine(id_, at + 0.06, tuple(words))


def _programme(dice: random.Random, fewest: int = 2, most: int = 12) -> tuple[Storyboard, dict[str, list[float]]]:
    """A storyboard of 2 to 12 scenes, with or without cards, and its words' lengths by line."""
    count, cards = dice.randint(fewest, most), dice.random()
    scenes, lengths = [], {}
    for place in range(count):
        opening, closing = place == 0 and cards < 0.5, place == count - 1 and cards > 0.2
        layout: Layout = "title" if opening else "end_card" if closing else "presenter"
        lines = []
        if layout == "presenter" or dice.random() < 0.3:
            for number in range(dice.choice((1, 1, 2, 2, 3))):
                id_ = f"s{place}-l{number}"
                lengths[id_] = [dice.uniform(0.12, 0.6) for _ in range(dice.randint(3, 16))]
                lines.append(Line(id=id_, text=" ".join(f"w{word}" for word in range(len(lengths[id_])))))
        scenes.append(Scene(id=f"s{place}", layout=layout, heading="A short title", lines=tuple(lines)))
    if not lengths:
        return _programme(dice, fewest, most)
    return Storyboard(scenes=tuple(scenes), end_card=EndCard(call_to_action="Find out more")), lengths


def _spoken(lengths: dict[str, list[float]]) -> Spoken:
    return {id_: _said(id_, words) for id_, words in lengths.items()}


def _changed_word(lengths: dict[str, list[float]], dice: random.Random, most: float) -> tuple[str, Spoken]:
    """One word of one line up to `most` seconds longer or shorter."""
    id_ = dice.choice(sorted(lengths))
    words = list(lengths[id_])
    place = dice.randrange(len(words))
    words[place] = max(0.08, words[place] + dice.uniform(-most, most))
    return id_, _spoken({**lengths, id_: words})


def _asked(board: Storyboard, spoken: Spoken, dice: random.Random, how: str) -> Storyboard:
    """`board` with no duration (`free`), whole seconds near its natural one, or anything longer (`long`)."""
    room = reach(board, spoken)
    if how == "free":
        return board
    near = float(round(room.natural + dice.uniform(-0.5, 1.0)))
    long = round(dice.uniform(room.natural, room.natural + 0.6 * (room.most - room.natural)) * 30) / 30
    return board.changed(duration_seconds=near if how == "near" else long)


@pytest.mark.parametrize("how", ["free", "near", "long"])
def test_one_word_changes_its_own_scene_nine_times_in_ten(how: str) -> None:
    dice = random.Random(7)
    alone, durations, moved_lines = 0, Counter[int](), 0
    for _ in range(300):
        board, lengths = _programme(dice)
        spoken = _spoken(lengths)
        board = _asked(board, spoken, dice, how)
        id_, after = _changed_word(lengths, dice, 0.1)
        try:
            first, second = edit(board, spoken), edit(board, after)
        except DoesNotFit:
            continue
        own = id_.partition("-")[0]
        pairs = list(zip(first.scenes, second.scenes, strict=True))
        alone += all(replace(a, dissolve=0) == replace(b, dissolve=0) for a, b in pairs if a.id != own)
        durations[sum(a.duration != b.duration for a, b in pairs)] += 1
        until = int(id_.rpartition("-l")[2]) + 1
        moved_lines += first.scene(own).lines[:until] != second.scene(own).lines[:until]
    tried = sum(durations.values())
    assert tried > 280
    assert alone / tried >= 0.9
    assert max(durations) <= (1 if how == "free" else 2)
    assert moved_lines / tried <= (0.0 if how == "free" else 0.1)


def test_without_a_duration_no_other_scene_ever_changes_inside() -> None:
    dice = random.Random(3)
    for _ in range(150):
        board, lengths = _programme(dice)
        id_, after = _changed_word(lengths, dice, 1.5)
        pairs = zip(edit(board, _spoken(lengths)).scenes, edit(board, after).scenes, strict=True)
        for a, b in pairs:
            assert a.id == id_.partition("-")[0] or (a.duration, a.lines) == (b.duration, b.lines)


def test_captions_of_other_lines_stay() -> None:
    dice = random.Random(5)
    for _ in range(60):
        board, lengths = _programme(dice, 2, 5)
        id_, after = _changed_word(lengths, dice, 0.1)
        spoken = _spoken(lengths)
        first, second = edit(board, spoken), edit(board, after)
        moved = [scene.start for scene in first.scenes] != [scene.start for scene in second.scenes]
        own = first.scene(id_.partition("-")[0])
        start = own.start + next(line.start for line in own.lines if line.id == id_)
        later = own.start + own.duration
        after_cues = programme_cues(board, second, after)
        for cue in programme_cues(board, first, spoken):
            if cue.end <= start or (cue.start >= later and not moved):
                assert cue in after_cues


def test_a_line_too_short_to_be_read_shares_its_cue() -> None:
    lines = (Line(id="s0-l0", text="w0"), Line(id="s0-l1", text="w0 w1 w2 w3"))
    board = Storyboard(scenes=(Scene(id="s0", lines=lines),))
    spoken = {"s0-l0": _said("s0-l0", [0.2]), "s0-l1": _said("s0-l1", [0.3] * 4)}
    assert len(programme_cues(board, edit(board, spoken), spoken)) == 1
    slow = {**spoken, "s0-l0": _said("s0-l0", [1.2])}
    assert len(programme_cues(board, edit(board, slow), slow)) == 2


rooms = st.builds(
    lambda least, more, most: SceneRoom(least, least + more, least + more + most),
    st.integers(1, 300),
    st.integers(0, 30),
    st.integers(0, 120),
)


@settings(max_examples=300)
@given(st.lists(rooms, min_size=1, max_size=12), st.integers(0, 4000), st.integers(1, 40))
def test_lengths_add_up_exactly_whenever_they_can(given_rooms: list[SceneRoom], total: int, unit: int) -> None:
    lengths = share_out(given_rooms, total, unit)
    possible = sum(room.least for room in given_rooms) <= total <= sum(room.most for room in given_rooms)
    assert (lengths is not None) == possible
    if lengths is not None:
        assert sum(lengths) == total
        assert all(room.least <= length <= room.most for room, length in zip(given_rooms, lengths, strict=True))


roomy = st.builds(
    lambda least, more, most: SceneRoom(least, least + more, least + more + most),
    st.integers(20, 300),
    st.integers(0, 12),
    st.integers(40, 120),
)


@settings(max_examples=200)
@given(st.lists(roomy, min_size=2, max_size=12), st.floats(0, 1))
def test_all_but_the_last_are_on_the_grid_where_there_is_room(given_rooms: list[SceneRoom], share: float) -> None:
    low = sum(room.least + UNIT for room in given_rooms)
    high = sum(room.most - UNIT for room in given_rooms)
    lengths = share_out(given_rooms, round(low + share * (high - low)), UNIT)
    assert lengths is not None and all(length % UNIT == 0 for length in lengths[:-1])


@settings(max_examples=200)
@given(st.lists(roomy, min_size=2, max_size=12), st.integers(0, 11), st.integers(-UNIT, UNIT), st.floats(0.2, 0.9))
def test_a_change_within_a_unit_takes_from_one_other_at_most(
    given_rooms: list[SceneRoom], place: int, change: int, share: float
) -> None:
    index = place % len(given_rooms)
    old = given_rooms[index]
    new = SceneRoom(*(max(1, length + change) for length in (old.least, old.natural, old.most)))
    low = sum(room.least + 2 * UNIT for room in given_rooms)
    high = sum(room.most - 2 * UNIT for room in given_rooms)
    total = round(low + share * (high - low))
    before = share_out(given_rooms, total, UNIT)
    after = share_out([*given_rooms[:index], new, *given_rooms[index + 1 :]], total, UNIT)
    if before is not None and after is not None:
        assert sum(a != b for a, b in zip(before, after, strict=True)) <= 2


@pytest.mark.parametrize("fps", [24, 25, 30, 50, 60])
def test_natural_lengths_are_rounded_up_to_the_grid(fps: int) -> None:
    unit = frames(UNIT_SECONDS, Fraction(fps))
    board, lengths = _programme(random.Random(fps))
    made: Edit = edit(board.changed(fps=fps), _spoken(lengths))
    assert all(scene.duration % unit == 0 for scene in made.scenes)
    assert natural_length(SceneRoom(10, unit + 1, unit + 2), unit) == unit + 1
