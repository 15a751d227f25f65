"""What is said later in a scene leaves the presenter as they were before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from renderers.avatar import AvatarRequest, Performance
from renderers.avatar.hair_trail import trail_hair
from renderers.avatar.performance import perform, save
from renderers.avatar.spans import span_digest
from renderers.errors import TakeDamaged
from renderers.scene_clock import ROUND
from renderers.speech import Phone, Viseme, Word

Tell = Callable[..., AvatarRequest]
LOOK_AHEAD, RETURN_TO_REST = 0.5, 0.7
Moved = TypeVar("Moved", Word, Phone)
SOUNDS = [viseme for viseme in Viseme if viseme is not Viseme.SIL]


def _edited(request: AvatarRequest, place: int, longer: float, viseme: Viseme, keep: str) -> AvatarRequest:
    """`request` with word `place` said anew, `longer` seconds longer, as `viseme` alone.

    `keep` says what stays: the `length` of the scene, the `rest` of the words (moved), or the `word` itself, which is
    then followed by another; else all later words go.
    """
    said = request.words[place]
    new = replace(said, text="altered", end=max(said.start + 0.05, said.end + longer))
    shift = new.end - said.end
    later = [replace(word, start=word.start + shift, end=word.end + shift) for word in request.words[place + 1 :]]
    phones = [phone for phone in request.phones if phone.end <= said.start]
    middle = (new.start + new.end) / 2
    phones += [Phone("x", new.start, middle, viseme, 1, place), Phone("y", middle, new.end, Viseme.DD, 0, place)]
    if keep != "nothing":
        phones += [
            replace(phone, start=phone.start + shift, end=phone.end + shift)
            for phone in request.phones
            if phone.start >= said.end
        ]
    words: list[Word] = [*request.words[:place], new, *(later if keep != "nothing" else [])]
    first = int(said.start * 100)
    level = (*request.loudness[:first], *(0.4 for _ in request.loudness[first:]))
    frames = request.frames if keep == "length" else max(1, request.frames + round(shift * request.rate))
    return replace(request, words=tuple(words), phones=tuple(phones), loudness=level, frames=frames)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 40),
    share=st.floats(0, 1),
    longer=st.floats(-0.2, 0.6),
    viseme=st.sampled_from(SOUNDS),
    keep=st.sampled_from(["length", "rest", "nothing"]),
    rate=st.sampled_from([24, 25, 30, 50, 60]),
    framing=st.sampled_from(["head_shoulders", "half_body"]),
)
def test_curves_before_an_edit_stay_to_the_bit(
    tell: Tell, seed: int, share: float, longer: float, viseme: Viseme, keep: str, rate: int, framing: str
) -> None:
    request = replace(tell(16.0, seed, Fraction(rate)), framing=framing)
    place = min(int(share * len(request.words)), len(request.words) - 1)
    other = _edited(request, place, longer, viseme, keep)
    before, after = perform(request), perform(other)
    kept = request.words[place].start - LOOK_AHEAD
    if before.frames != after.frames:
        kept = min(kept, min(before.frames, after.frames) / rate - RETURN_TO_REST)
    frames = max(0, int(kept * rate))
    for name, curve in before.channels.items():
        differ = np.flatnonzero(curve[:frames] != after.channels[name][:frames])
        assert differ.size == 0, f"{name} from {differ[0] / rate:.2f} s, the word begins at {kept + LOOK_AHEAD:.2f} s"
    assert np.array_equal(trail_hair(before)[:frames], trail_hair(after)[:frames])


def test_words_that_only_move_are_said_with_the_same_gestures(tell: Tell) -> None:
    request = tell(20.0, 3)
    moved = replace(
        request,
        words=tuple(replace(w, start=w.start + 0.2, end=w.end + 0.2) for w in request.words),
        phones=tuple(replace(p, start=p.start + 0.2, end=p.end + 0.2) for p in request.phones),
        loudness=(*(0.0 for _ in range(20)), *request.loudness[:-20]),
    )
    before, after = perform(request).channels, perform(moved).channels
    for name, alike in (("brow_left", 0.95), ("jaw", 0.999), ("shoulders", 0.8)):
        assert float(np.corrcoef(before[name][:-36], after[name][6:-30])[0, 1]) > alike, name


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 40), at=st.integers(120, 195))
def test_a_line_that_only_moves_is_said_with_the_same_curves(tell: Tell, seed: int, at: int) -> None:
    """Two lines, of which the second begins at frame `at`; other words in the first one move it."""
    moved = 15
    assume((at + ROUND // 2) // ROUND == (at + moved + ROUND // 2) // ROUND)
    request = replace(tell(16.0, seed), marks=(at,))
    line, shift = at / 30, moved / 30
    gap = [(word.start, word.end) for word in request.words if word.start < line and word.end > line - 1.5]
    words = [word for word in request.words if (word.start, word.end) not in gap]
    places = {number: place for place, number in enumerate(n for n, w in enumerate(request.words) if w in words)}
    phones = [
        replace(phone, word=places.get(phone.word, -1))
        for phone in request.phones
        if not any(start <= phone.start < end for start, end in gap)
    ]
    request = replace(request, words=tuple(words), phones=tuple(phones))
    first = [word for word in words if word.end < line]
    assume(first and words[-1].start > line)
    altered = [replace(word, text="altered") if word is first[0] else word for word in words]

    def later(thing: Moved) -> Moved:
        return replace(thing, start=thing.start + shift, end=thing.end + shift) if thing.start >= line else thing

    level = request.loudness
    begin = round(line * 100) - 20
    other = replace(
        request,
        words=tuple(later(word) for word in altered),
        phones=tuple(later(phone) for phone in phones),
        loudness=(*level[:begin], *[0.0] * round(shift * 100), *level[begin:]),
        frames=request.frames + moved,
        marks=(at + moved,),
    )
    before, after = perform(request), perform(other)
    # A posture takes up to 0.9 s from where the line before it left the head, and loose hair comes to rest after it.
    settled = int((next(word.start for word in words if word.start >= line) + 1) * 30)
    for name, curve in before.channels.items():
        # Whether the eyes go astray, or a long breath is drawn, hangs on when that was last, seven seconds back.
        if not name.startswith("gaze") and name != "breath":
            assert np.array_equal(curve[settled:], after.channels[name][settled + moved :]), name
    assert np.array_equal(trail_hair(before)[settled + 45 :], trail_hair(after)[settled + 45 + moved :])


@pytest.fixture
def take(tell: Tell, tmp_path: Path) -> tuple[Performance, Path]:
    performance = perform(tell(6.0, 5))
    save(performance, tmp_path)
    return performance, tmp_path


def test_a_span_has_the_key_of_what_is_seen_in_it(tell: Tell, take: tuple[Performance, Path], tmp_path: Path) -> None:
    performance, folder = take
    channels = {name: curve.copy() for name, curve in performance.channels.items()}
    channels["jaw"][100] += 0.25
    other = tmp_path / "other"
    other.mkdir()
    save(Performance(performance.frames, performance.rate, channels), other)
    spans = [(start, start + 20) for start in range(0, 180, 20)]
    alike = [span_digest(folder, *span) == span_digest(other, *span) for span in spans]
    assert alike == [True] * 5 + [False] + [True] * 3
    assert len({span_digest(folder, *span) for span in spans}) == len(spans)


def test_a_turn_of_the_head_changes_the_hair_of_later_spans(take: tuple[Performance, Path], tmp_path: Path) -> None:
    performance, folder = take
    channels = {name: curve.copy() for name, curve in performance.channels.items()}
    channels["yaw"][100] += 3.0
    other = tmp_path / "other"
    other.mkdir()
    save(Performance(performance.frames, performance.rate, channels), other)
    assert span_digest(folder, 0, 100) == span_digest(other, 0, 100)
    assert span_digest(folder, 101, 110) != span_digest(other, 101, 110)


def test_frames_outside_a_take_are_its_first_and_its_last(take: tuple[Performance, Path]) -> None:
    performance, folder = take
    last = performance.frames - 1
    assert span_digest(folder, last + 1, last + 3) == span_digest(folder, last + 7, last + 9)
    assert span_digest(folder, -4, 0) == span_digest(folder, -9, -5)
    assert span_digest(folder, 0, 4) != span_digest(folder, 0, 5)


def test_a_take_that_was_made_again_is_read_again(take: tuple[Performance, Path]) -> None:
    performance, folder = take
    before = span_digest(folder, 10, 20)
    (folder / "performance.npz").write_bytes(b"rubbish")
    with pytest.raises(TakeDamaged):
        span_digest(folder, 10, 20)
    save(performance, folder)
    assert span_digest(folder, 10, 20) == before
