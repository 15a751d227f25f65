"""Form, chords, parts and feel of a piece, as written down before anything sounds."""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.music.arrangement import BEATS, Outline
from renderers.music.catalogue import MOODS
from renderers.music.composition import compose
from renderers.music.performing import Phrase, perform, phrases, swing

RATE = 48_000
IDS = [mood.id for mood in MOODS]
STYLES = {mood: import_module(f"renderers.music.styles.{mood}").STYLE for mood in IDS}


def _piece(mood, seconds, seed=1, marks=(), kinds=(), energy=0.0, tempo=1.0):
    outline = Outline(tuple(int(mark * RATE) for mark in marks), kinds, energy, tempo)
    return compose(STYLES[mood], int(seconds * RATE), seed, outline)


def _whole(piece, line, seed):
    """The events of a line in the whole piece."""
    return [
        (event.sample + phrase.start, event.velocity, event.pitch)
        for phrase in phrases(piece.form)
        for event in perform(piece, line, phrase, 0, seed)
    ]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(IDS), st.floats(2, 200), st.integers(0, 50))
def test_bars_fill_the_length_at_nearly_the_natural_tempo_and_leave_time_to_ring(mood, seconds, seed):
    form = _piece(mood, seconds, seed).form
    style = STYLES[mood]
    assert abs(form.beat_seconds * style.tempo / 60 - 1) < 0.12
    assert 1.0 <= form.ring <= 8.0
    assert form.seconds_at(form.beats) + form.ring == pytest.approx(seconds, abs=1e-4)
    covered = [bar for section in form.sections for bar in range(section.start, section.start + section.bars)]
    assert covered == list(range(form.bars))
    assert form.beats < BEATS or form.beats % BEATS == 0


@pytest.mark.parametrize("mood", IDS)
def test_a_piece_opens_quietly_and_closes_fully(mood):
    sections = _piece(mood, 60).form.sections
    assert sections[0].role == "intro"
    assert sections[-1].role == "lift"
    body = sections[1:-1]
    assert len(body) >= 2
    assert all(section.intensity < sections[-1].intensity for section in body)
    assert len({section.intensity for section in body}) > 1


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(IDS), st.integers(0, 20), st.lists(st.floats(12, 75), min_size=1, max_size=3))
def test_sections_begin_at_the_bars_nearest_to_the_marks(mood, seed, marks):
    form = _piece(mood, 90, seed, sorted(marks)).form
    starts = [form.seconds_at(section.start * BEATS) for section in form.sections]
    half = form.beat_seconds * BEATS / 2 + 0.2
    for mark in marks:
        assert min(abs(start - mark) for start in starts) <= half


@pytest.mark.parametrize("mood", IDS)
def test_another_length_or_a_later_mark_leaves_what_was_played_before(mood):
    marks = (15.0, 31.0, 47.0)
    piece = _piece(mood, 64.2, 1, marks)
    bar = piece.form.beat_seconds * BEATS
    for seconds, moved, until in ((64.8, marks, 40.0), (64.2, (15.0, 31.0, 47.0 + bar), 47.0 - 8 * bar)):
        other = _piece(mood, seconds, 1, moved)
        assert other.form.beat_seconds == piece.form.beat_seconds
        for line, again in zip(piece.lines, other.lines, strict=True):
            early, early_again = (
                [event for event in _whole(*made, 1) if event[1] and event[0] < until * RATE]
                for made in ((piece, line), (other, again))
            )
            assert early == early_again


@pytest.mark.parametrize("mood", IDS)
def test_a_piece_ends_with_its_cadence_on_its_last_chord(mood):
    piece = _piece(mood, 45)
    style = STYLES[mood]
    names = [" ".join(span.chord.name for span in bar.chords) for bar in piece.bars]
    assert tuple(names[-len(style.cadence) :]) == style.cadence
    tuned = [note for line in piece.lines if not line.part.drums for note in line.notes]
    last = [note for note in tuned if note.start >= piece.form.beats]
    assert last
    assert {note.pitch % 12 for note in last} <= set(piece.bars[-1].following.tones)
    assert piece.bars[-1].following.root == piece.tonic
    lowest = min(last, key=lambda note: note.pitch)
    assert lowest.pitch % 12 == piece.tonic


@pytest.mark.parametrize("mood", IDS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_parts_play_what_belongs_to_the_chord_in_their_range(mood, seed):
    piece = _piece(mood, 60, seed)
    for line in piece.lines:
        part = line.part
        assert all(0 < note.force <= 1.01 and note.length > 0 for note in line.notes)
        if part.drums:
            continue
        for note in line.notes:
            assert part.low - 5 <= note.pitch <= max(part.high, part.low + 26)
            if note.start >= piece.form.beats:
                continue
            chord = piece.bars[int(note.start // BEATS)].chord_at(note.start).chord
            if part.pattern.kind in ("pad", "chords", "sequence"):
                assert note.pitch % 12 in chord.tones
            if part.pattern.kind == "melody" and note.start % 2 == 0:
                assert note.pitch % 12 in chord.tones
            if part.pattern.kind == "bass" and note.start % BEATS == 0:
                assert note.pitch % 12 == chord.bass


def test_same_seed_same_piece_and_other_seeds_other_pieces():
    pieces = [_piece("calm", 40, seed) for seed in range(6)]
    assert _piece("calm", 40, 3) == pieces[3]
    assert len({piece.lines for piece in pieces}) == 6
    assert len({piece.tonic for piece in pieces}) > 1


@pytest.mark.parametrize("mood", IDS)
def test_a_long_piece_keeps_changing(mood):
    piece = _piece(mood, 400)
    sections = piece.form.sections
    assert len(sections) > 8
    assert {"verse", "bridge"} <= {section.role for section in sections}
    assert max(section.bars for section in sections) <= 14

    def content(section):
        return tuple(
            (line.part.name, note.start - section.start * BEATS, note.pitch)
            for line in piece.lines
            for note in line.notes
            if section.start * BEATS <= note.start < (section.start + section.bars) * BEATS
        )

    contents = [content(section) for section in sections]
    assert all(first != second for first, second in zip(contents, contents[1:], strict=False))


def test_swing_delays_the_offbeat_only_and_never_turns_time_round():
    style = STYLES["playful"]
    assert swing(3.0, style) == 3.0
    assert swing(3.5, style) == pytest.approx(3.5 + 0.5 * style.swing)
    moved = [swing(beat / 16, style) for beat in range(80)]
    assert moved == sorted(moved)
    assert swing(1.25, STYLES["tech"]) == 1.25


@pytest.mark.parametrize("mood", IDS)
def test_playing_is_loose_but_in_time_and_every_key_is_let_go_before_it_is_struck_again(mood):
    piece = _piece(mood, 30)
    for line in piece.lines:
        strikes = set()
        for phrase in phrases(piece.form):
            events = perform(piece, line, phrase, 0, 9)
            assert events == perform(piece, line, phrase, 0, 9)
            assert events == sorted(events)
            down: dict[int, int] = {}
            for event in events:
                if event.velocity:
                    assert 0 <= event.sample + phrase.start <= piece.form.samples
                    assert event.pitch not in down, (line.part.name, event)
                    down[event.pitch] = event.sample
                    strikes.add(event.velocity)
                else:
                    down.pop(event.pitch, None)
            assert not down
        assert len(strikes) > 1 or len(line.notes) < 6


def test_another_seed_feels_different():
    piece = _piece("upbeat_corporate", 20)
    assert _whole(piece, piece.lines[0], 1) != _whole(piece, piece.lines[0], 2)


KINDS = ("title", "speech", "open", "speech", "action")
MARKS = (8.0, 22.0, 36.0, 52.0)


@pytest.mark.parametrize("mood", IDS)
def test_sections_follow_the_scenes(mood):
    piece = _piece(mood, 60, 1, MARKS, KINDS)
    sections = piece.form.sections
    bar = piece.form.beat_seconds * BEATS
    assert sections[0].role == "intro"
    assert sections[0].bars == round(8.0 / bar), "the opening lies under the title"
    assert sections[-1].role == "lift"
    assert abs(sections[-1].start * bar - 52.0) <= 1.5 * bar, "the lift comes with the call to action"
    for section in sections[1:-1]:
        middle = (section.start + section.bars // 2) * bar
        assert section.spoken == (not 22.0 <= middle < 36.0), section


@pytest.mark.parametrize("mood", IDS)
def test_nothing_sings_while_somebody_speaks(mood):
    piece = _piece(mood, 60, 1, MARKS, KINDS)
    singing = [line for line in piece.lines if line.part.pattern.kind == "melody"]
    spoken = [note for line in singing for note in line.notes if piece.bars[int(note.start // BEATS) % len(piece.bars)]
              .section.spoken and note.start < piece.form.beats]  # fmt: skip
    assert not spoken


@pytest.mark.parametrize("mood", IDS)
def test_energy_adds_players_and_tempo_moves_the_bars(mood):
    def players(energy):
        piece = _piece(mood, 60, 1, MARKS, KINDS, energy=energy)
        return sum(len(line.notes) for line in piece.lines)

    assert players(-1.0) < players(0.0) <= players(1.0)
    slow, fast = (_piece(mood, 60, 1, tempo=tempo).form.beat_seconds for tempo in (0.88, 1.12))
    assert slow / fast == pytest.approx(1.12 / 0.88, rel=0.01)


@pytest.mark.parametrize("mood", IDS)
def test_a_phrase_that_comes_later_is_played_as_before(mood):
    bar = _piece(mood, 60).form.beat_seconds * BEATS
    before = _piece(mood, 60, 1, MARKS, KINDS)
    # The second scene becomes one bar longer: what follows comes a bar later.
    after = _piece(mood, 60 + bar, 1, (MARKS[0], *(mark + bar for mark in MARKS[1:])), KINDS)

    def played(piece):
        return {
            tuple(perform(piece, line, phrase, number, 1))
            for phrase in phrases(piece.form)
            for number, line in enumerate(piece.lines)
        } - {()}

    kept, wanted = played(before) & played(after), played(after)
    assert len(kept) >= 0.5 * len(wanted)
    lift = [section for section in before.form.sections if section.role == "lift"][0]
    moved = [section for section in after.form.sections if section.role == "lift"][0]
    assert moved.start == lift.start + 1
    first, later = (
        Phrase(0, float(section.start * BEATS), float((section.start + 1) * BEATS)) for section in (lift, moved)
    )
    for line, again in zip(before.lines, after.lines, strict=True):
        assert perform(before, line, first, 0, 1) == perform(after, again, later, 0, 1)


@pytest.mark.parametrize("mood", IDS)
def test_voices_of_held_chords_move_little(mood):
    for line in _piece(mood, 60).lines:
        if line.part.pattern.kind != "pad":
            continue
        onsets = sorted({note.start for note in line.notes})
        sounding = [
            sorted(note.pitch for note in line.notes if note.start <= start < note.start + note.length)
            for start in onsets
        ]
        moves = [
            np.mean([abs(new - old) for new, old in zip(after, before, strict=False)])
            for before, after in zip(sounding, sounding[1:], strict=False)
            if len(before) == len(after)
        ]
        assert np.mean(moves) <= 3.6, (line.part.name, np.mean(moves))
