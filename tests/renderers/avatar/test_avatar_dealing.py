"""Gestures over the cuts of a programme: none again within twenty seconds, and an edit that stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from renderers.avatar import AvatarRequest
from renderers.avatar.dealing import AGAIN_SECONDS, Dealt, deal_programme
from renderers.avatar.gestures import asked_poses, choose_gestures
from renderers.avatar.prosody import read_prosody
from renderers.speech import Phone, Viseme, Word

Tell = Callable[..., AvatarRequest]
Programme = list[tuple[float, AvatarRequest]]


def _programme(tell: Tell, seed: int, style: str = "presenter") -> Programme:
    throw, found, at = np.random.default_rng(seed), Programme(), 0.0
    for number in range(10):
        length = round(throw.uniform(4, 11 if number % 4 else 30) * 2) / 2
        request = tell(length, 100 * seed + number)
        marks = tuple(range(135, request.frames - 45, 135))
        found.append((at, replace(request, framing="half_body", style=style, marks=marks)))
        at += length
    return found


def _deal(programme: Programme) -> list[Dealt]:
    return deal_programme(programme, [asked_poses(request, read_prosody(request)) for _, request in programme])


def _repeats(programme: Programme, dealt: list[Dealt]) -> int:
    made: dict[str, float] = {}
    found = 0
    for (at, request), each in zip(programme, dealt, strict=True):
        asked = replace(request, deck=each.deck, barred=each.barred)
        for gesture in choose_gestures(asked, read_prosody(asked)):
            found += at + gesture.start - made.get(gesture.kind, -AGAIN_SECONDS) < AGAIN_SECONDS
            made[gesture.kind] = at + gesture.start
    return found


@pytest.mark.parametrize("style", ["calm", "presenter", "energetic", "interview"])
def test_no_gesture_comes_again_within_twenty_seconds_over_cuts(tell: Tell, style: str) -> None:
    programmes = [_programme(tell, seed, style) for seed in (1, 2)]
    assert sum(_repeats(one, [Dealt()] * len(one)) for one in programmes) > 0
    for one in programmes:
        assert _repeats(one, _deal(one)) == 0


def test_a_longer_scene_leaves_nearly_all_others_as_they_were(tell: Tell) -> None:
    programme = _programme(tell, 3)
    before, changed = _deal(programme), []
    for edited in range(len(programme)):
        after: Programme = []
        for number, (at, request) in enumerate(programme):
            longer = replace(request, frames=request.frames + 15) if number == edited else request
            after.append((at + 0.5 * (number > edited), longer))
        dealt = _deal(after)
        changed.append(sum(dealt[k] != before[k] for k in range(len(programme)) if k != edited))
    assert sum(1 for count in changed if count) <= 2 and max(changed) <= 2


def test_a_scene_that_was_taken_out_changes_only_what_came_soon_after(tell: Tell) -> None:
    programme = _programme(tell, 4)
    length = programme[3][1].frames / 30
    before = _deal(programme)
    after = _deal([*programme[:3], *((at - length, request) for at, request in programme[4:])])
    assert after[:3] == before[:3]


def test_scenes_far_from_each_other_keep_their_own_decks(tell: Tell) -> None:
    (_, one), (_, other) = _programme(tell, 5)[:2]
    assert _deal([(0.0, one), (200.0, other)]) == [Dealt(), Dealt()]
    assert _deal([(0.0, replace(one, framing="close_up")), (one.frames / 30, other)]) == [Dealt(), Dealt()]


def test_two_scenes_in_a_row_do_not_both_wave(tell: Tell) -> None:
    words = (Word("hello", 1.0, 1.4, 0), Word("folks", 1.4, 1.8, 6))
    phones = (Phone("eh", 1.0, 1.4, Viseme.E, 1, 0), Phone("eh", 1.4, 1.8, Viseme.E, 1, 1))
    scene = replace(tell(6.0), words=words, phones=phones, framing="half_body")
    first, second, late = _deal([(0.0, scene), (6.0, scene), (40.0, scene)])
    assert (first.barred, second.barred, late.barred) == ((), ("wave",), ())
    waved = [
        [g.name for g in choose_gestures(replace(scene, barred=each.barred), read_prosody(scene))].count("wave")
        for each in (first, second)
    ]
    assert waved == [1, 0]
