"""Single words said in another way, on a made-up voice whose pitch is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from renderers.speech import Finish, Viseme
from renderers.speech.intonation import LIST_RISE, QUESTION_RISE, intone
from renderers.speech.mastering import BANDS, compress, master
from renderers.speech.normalization import WrittenWord
from renderers.speech.pitch_marks import mark_periods, track_pitch
from renderers.speech.prosody import shape
from renderers.speech.utterance import Gesture, Segment, Token, Utterance

RATE, HERTZ = 16000, 125.0
EDGES = [0.0, 0.1, 0.3, 0.6, 0.7, 0.9, 1.2, 1.3]
OWNERS = [-1, 0, 0, -1, 1, 1, -1]


def voice(hertz: float = HERTZ) -> np.ndarray:
    """Two vowels of harmonics, each after a hiss, with silence around them."""
    time = np.arange(int(EDGES[-1] * RATE)) / RATE
    tone = sum(np.cos(2 * np.pi * hertz * n * time) / n for n in range(1, 20))
    hiss = np.random.default_rng(1).standard_normal(len(time)) * 0.1
    made = np.zeros(len(time))
    for start, end, kind in ((0.1, 0.3, hiss), (0.3, 0.6, tone), (0.7, 0.9, hiss), (0.9, 1.2, tone)):
        inside = (time >= start) & (time < end)
        made[inside] = kind[inside] * 0.2
    return made


SEGMENTS = tuple(
    Segment(symbol, start, end, viseme, stress, owner)
    for symbol, viseme, stress, owner, start, end in zip(
        ["pau", "s", "aa", "pau", "s", "aa", "pau"],
        [Viseme.SIL, Viseme.SS, Viseme.AA, Viseme.SIL, Viseme.SS, Viseme.AA, Viseme.SIL],
        [0, 0, 1, 0, 0, 1, 0],
        OWNERS,
        EDGES,
        EDGES[1:],
        strict=False,
    )
)


def utterance(first: Gesture | None = None, second: Gesture | None = None, **whole: float) -> Utterance:
    words = (WrittenWord("sah", 0, ("sah",)), WrittenWord("sah", 4, ("sah",)))
    return Utterance(words, (Token("sah", 0, gesture=first), Token("sah", 1, gesture=second)), **whole)


def heard(samples: np.ndarray, segment: Segment) -> float:
    """The median pitch in the middle of a segment."""
    track = track_pitch(samples, RATE).hertz
    first, last = (round(at / 0.005) for at in (segment.start, segment.end))
    inside = track[first + 8 : last - 8]
    return float(np.median(inside[inside > 0]))


@pytest.mark.parametrize("hertz", [85.0, 125.0, 210.0, 330.0])
def test_pitch_is_tracked_and_its_periods_marked(hertz: float) -> None:
    samples = voice(hertz)
    track = track_pitch(samples, RATE)
    assert track.median == pytest.approx(hertz, rel=0.01)
    marks, periodic = mark_periods(samples, RATE, track, [(0.3, 0.6), (0.9, 1.2)])
    assert marks[0] == 0 and marks[-1] == len(samples) and np.all(np.diff(marks) > 0)
    steps = np.diff(marks)[periodic[:-1] & periodic[1:]]
    assert np.median(steps) == pytest.approx(RATE / hertz, abs=1)
    assert periodic.sum() > 0.8 * 0.6 * hertz


def test_a_line_without_gestures_is_the_same_to_the_sample() -> None:
    samples = voice()
    made, segments = shape(samples, RATE, SEGMENTS, utterance())
    assert made is samples and segments == SEGMENTS
    neutral, _ = shape(samples, RATE, SEGMENTS, utterance(Gesture()))
    assert np.array_equal(neutral, samples)


def test_a_stressed_word_is_higher_longer_and_louder_and_the_other_stays() -> None:
    samples = voice()
    made, segments = shape(samples, RATE, SEGMENTS, utterance(second=Gesture(emphasis=1.0)))
    assert heard(made, segments[5]) > 1.08 * HERTZ and heard(made, segments[2]) == pytest.approx(HERTZ, rel=0.01)
    assert segments[5].end - segments[5].start == pytest.approx(0.3 * 1.24, abs=0.005)
    assert segments[2].end - segments[2].start == pytest.approx(0.3, abs=1e-6)
    assert np.allclose(made[: int(0.65 * RATE)], samples[: int(0.65 * RATE)], atol=1e-12)
    level = [np.std(made[int((s.start + 0.1) * RATE) : int((s.end - 0.1) * RATE)]) for s in (segments[2], segments[5])]
    assert level[1] > 1.1 * level[0]
    assert segments[-1].end == pytest.approx(len(made) / RATE, abs=1 / RATE)


@pytest.mark.parametrize("speed", [0.6, 0.8, 1.25, 1.8])
def test_the_pace_of_a_word(speed: float) -> None:
    made, segments = shape(voice(), RATE, SEGMENTS, utterance(Gesture(speed=speed)))
    assert segments[2].end - segments[1].start == pytest.approx(0.5 / speed, abs=0.01)
    assert segments[5].end - segments[4].start == pytest.approx(0.5, abs=1e-6)
    assert heard(made, segments[2]) == pytest.approx(HERTZ, rel=0.015)
    assert 0.5 < np.sqrt(np.mean(made**2)) / np.sqrt(np.mean(voice() ** 2)) < 1.5


@pytest.mark.parametrize("half_tones", [-4.0, 3.0])
def test_the_pitch_of_a_word_and_of_a_line(half_tones: float) -> None:
    wanted = HERTZ * 2 ** (half_tones / 12)
    made, segments = shape(voice(), RATE, SEGMENTS, utterance(Gesture(pitch=half_tones)))
    assert heard(made, segments[2]) == pytest.approx(wanted, rel=0.03)
    assert heard(made, segments[5]) == pytest.approx(HERTZ, rel=0.01)
    whole, segments = shape(voice(), RATE, SEGMENTS, utterance(half_tones=half_tones))
    assert heard(whole, segments[2]) == pytest.approx(wanted, rel=0.03)
    assert len(whole) == len(made) == len(voice())


def test_a_rise_ends_higher_than_it_began() -> None:
    made, segments = shape(voice(), RATE, SEGMENTS, utterance(second=Gesture(rise=4.0)))
    track = track_pitch(made, RATE).hertz
    vowel = segments[5]
    early, late = (track[round(at / 0.005)] for at in (vowel.start + 0.05, vowel.end - 0.03))
    assert 2.0 < 12 * np.log2(late / early) < 5.0


def _asked(text: str, marks: str = "?") -> Utterance:
    tokens = []
    for number, word in enumerate(text.split()):
        mark = word[-1] if word[-1] in ",?.!" else ""
        tokens.append(Token(word.rstrip(",?.!"), number, mark))
    words = tuple(WrittenWord(token.text, 0, (token.text,), token.mark) for token in tokens)
    return intone(Utterance(words, tuple(tokens)))


@pytest.mark.parametrize(
    ("text", "rises"),
    [("Do you like it?", True), ("and is it ready?", True), ("Where is it?", False), ("In which room is it?", False),
     ("Tea or coffee?", False), ("It is ready.", False)],
)  # fmt: skip
def test_only_questions_for_yes_or_no_rise(text: str, rises: bool) -> None:
    last = _asked(text).tokens[-1]
    assert (last.gesture.rise if last.gesture else 0.0) == (QUESTION_RISE if rises else 0.0)


def test_items_of_a_list_stay_open() -> None:
    tokens = _asked("We sell bread, milk, and cheese.").tokens
    assert [token.text for token in tokens if token.gesture and token.gesture.rise == LIST_RISE] == ["bread", "milk"]
    assert not any(token.gesture for token in _asked("Hello, friend, how are you.").tokens)


def test_the_equaliser_gives_what_is_asked() -> None:
    gains = (-3.0, 0.0, 3.0, -2.0, 4.0, 1.0, -5.0)
    for hertz, gain in zip(BANDS[:-1], gains, strict=False):
        tone = 0.1 * np.sin(2 * np.pi * hertz * np.arange(RATE) / RATE)
        made = master(tone, RATE, Finish(gains))
        middle = slice(RATE // 4, 3 * RATE // 4)
        assert 20 * np.log10(np.std(made[middle]) / np.std(tone[middle])) == pytest.approx(gain, abs=0.3)
        assert len(made) == len(tone)
    assert np.array_equal(master(tone, RATE, Finish()), tone)


def test_the_compressor_brings_weak_sounds_nearer() -> None:
    tone = np.sin(2 * np.pi * 300 * np.arange(RATE) / RATE)
    loud_then_soft = tone * np.where(np.arange(RATE) < RATE // 2, 0.5, 0.05)
    made = compress(loud_then_soft, RATE, 2.0)
    before, after = (
        20 * np.log10(np.std(x[RATE // 8 : RATE // 3]) / np.std(x[-RATE // 8 :])) for x in (loud_then_soft, made)
    )
    assert before - 6 < after < before - 2
    assert np.allclose(made[-RATE // 8 :], loud_then_soft[-RATE // 8 :], rtol=0.02)


def test_gestures_of_one_token_leave_the_count_of_segments() -> None:
    _, segments = shape(voice(), RATE, SEGMENTS, utterance(Gesture(0.8, 0.9, 1.0, 2.0, 1.0), Gesture(-0.7)))
    assert [replace(s, start=0, end=0) for s in segments] == [replace(s, start=0, end=0) for s in SEGMENTS]
    assert all(before.end == after.start for before, after in zip(segments, segments[1:], strict=False))
