from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from renderers.avatar import AvatarRequest
from renderers.avatar.arms import JOINTS
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.channels import CHANNELS, SIDES
from renderers.avatar.framing import FRAMINGS, FRAMINGS_WITH_ARMS
from renderers.avatar.gestures import AGAIN_SECONDS, choose_gestures
from renderers.avatar.performance import perform
from renderers.avatar.prosody import read_prosody
from renderers.speech import Phone, Viseme, Word

Tell = Callable[..., AvatarRequest]


def _half(tell: Tell, seconds: float, seed: int) -> AvatarRequest:
    return replace(tell(seconds, seed), framing="half_body")


def _say(text: str, seed: int = 1, pace: float = 0.4) -> AvatarRequest:
    """Words of one stressed vowel each, said one after another from second 1 on."""
    words, phones = [], []
    for place, said in enumerate(text.split()):
        start = 1.0 + pace * place
        words.append(Word(said, start, start + pace, 0))
        phones.append(Phone("d", start, start + 0.1, Viseme.DD, 0, place))
        phones.append(Phone("er", start + 0.1, start + pace, Viseme.RR, 1, place))
    frames = round((words[-1].end + 1.5) * 30)
    return AvatarRequest(AVATARS[0], tuple(words), tuple(phones), (), frames, Fraction(30), seed, framing="half_body")


def _kinds(request: AvatarRequest) -> list[str]:
    return [gesture.name for gesture in choose_gestures(request, read_prosody(request))]


def test_no_gesture_comes_again_within_twenty_seconds_and_there_are_as_many_as_of_a_calm_presenter(tell: Tell) -> None:
    for seed in range(4):
        request = _half(tell, 180.0, seed)
        made = choose_gestures(request, read_prosody(request))
        assert 12 < len(made) / 3.0 < 35, seed
        assert len({gesture.kind for gesture in made}) >= 11
        last: dict[str, float] = {}
        for gesture in made:
            assert gesture.start - last.get(gesture.kind, -AGAIN_SECONDS) >= AGAIN_SECONDS
            last[gesture.kind] = gesture.start


@pytest.mark.parametrize(
    ("text", "gesture"),
    [
        ("Hello everybody out there", "wave"),
        ("so long then and goodbye", "wave"),
        ("This comes first, you know", "count_one"),
        ("Zweitens kommt das Brot", "count_two"),
        ("and third: the butter", "count_three"),
    ],
)
def test_words_that_ask_for_a_gesture_get_it(text: str, gesture: str) -> None:
    for seed in range(3):
        assert gesture in _kinds(_say(text, seed))


def test_a_greeting_is_waved_at_once() -> None:
    for seed in range(3):
        assert _kinds(_say("Hello and a very warm welcome to all", seed)).count("wave") == 1


def test_other_words_are_neither_waved_at_nor_counted(tell: Tell) -> None:
    request = _half(tell, 120.0, 2)
    assert not {"wave", "count_one", "count_two", "count_three", "point"} & set(_kinds(request))


def test_counting_keeps_to_one_hand() -> None:
    request = _say("first of all we bake and second, we bring and third of all you eat")
    counted = [g for g in choose_gestures(request, read_prosody(request)) if g.name.startswith("count")]
    assert [gesture.name for gesture in counted] == ["count_one", "count_two", "count_three"]
    assert len({gesture.side for gesture in counted}) == 1


def test_the_eyes_go_to_what_is_pointed_at_and_come_back() -> None:
    request = _say("and now look: that is it")
    (pointed,) = (g for g in choose_gestures(request, read_prosody(request)) if g.name == "point")
    plain = _say("and now cook: that is it")
    for framing in ("half_body", "head_shoulders"):
        looking, ahead = (perform(replace(each, framing=framing)).channels["gaze_x"] for each in (request, plain))
        aside = looking - ahead
        assert pointed.side == "left" and float(aside[round((pointed.start + 0.1) * 30)]) < -0.2
        assert abs(float(aside[round((pointed.start - 0.4) * 30)])) < 1e-6
        assert abs(float(aside[round((pointed.start + 1.0) * 30)])) < 1e-6


@pytest.mark.parametrize(("graphic", "way"), [("left", -1), ("right", 1)])
def test_who_points_points_and_looks_to_where_the_graphic_is(graphic: str, way: int) -> None:
    request = replace(_say("so now look here, it has grown a lot"), graphic=graphic)
    (pointed,) = (g for g in choose_gestures(request, read_prosody(request)) if g.name == "point")
    assert pointed.side == graphic
    channels = perform(request).channels
    at = round(pointed.start * 30)
    assert way * channels["gaze_x"][at - 2 : at + 10].mean() > 0.2
    assert channels[f"point_{graphic}"].max() > 0.9 and not channels[f"point_{'right' if way < 0 else 'left'}"].any()


def test_arms_move_only_where_they_are_seen(tell: Tell) -> None:
    for framing in FRAMINGS:
        channels = perform(replace(tell(12.0, 3), framing=framing)).channels
        moved = [float(np.ptp(channels[f"{joint}_{side}"])) for joint in JOINTS for side in SIDES]
        assert (max(moved) > 0) == (framing in FRAMINGS_WITH_ARMS)


def test_nothing_is_begun_in_silence(tell: Tell) -> None:
    request = _half(tell, 60.0, 5)
    quiet = replace(
        request,
        words=tuple(word for word in request.words if word.end < 20 or word.start > 30),
        phones=tuple(phone for phone in request.phones if phone.end < 20 or phone.start > 30),
    )
    channels = perform(quiet).channels
    # Hands wait 0.85 s for the next word and are down 0.9 s after that; they rise 0.3 s before it.
    spoken = [word for word in request.words if word.end < 20]
    still = slice(int((spoken[-1].end + 2.0) * 30), int(29.4 * 30))
    for side in SIDES:
        for joint in JOINTS:
            curve = channels[f"{joint}_{side}"][still]
            assert np.all(curve == np.float32(CHANNELS[f"{joint}_{side}"].rest)), joint


def test_strokes_are_fastest_shortly_before_the_middle_of_the_vowel(tell: Tell) -> None:
    early: list[float] = []
    for seed in range(3):
        request = replace(_half(tell, 120.0, seed), rate=Fraction(60), frames=7200)
        channels = perform(request).channels
        for gesture in choose_gestures(request, read_prosody(request)):
            side = "left" if gesture.side == "both" else gesture.side
            near = slice(int((gesture.start - 0.1) * 60), int((gesture.start + 0.25) * 60))
            speed = np.abs(np.gradient(channels[f"elbow_{side}"].astype(np.float64)))[near]
            early.append(near.start / 60 + int(np.argmax(speed)) / 60 - gesture.start)
    assert -0.08 < float(np.median(early)) < 0.08


def test_hands_do_not_jump(tell: Tell) -> None:
    """The fastest hands of speakers turn a forearm by some 900 degrees a second."""
    channels = perform(_half(tell, 120.0, 4)).channels
    for side in SIDES:
        assert float(np.abs(np.diff(channels[f"elbow_{side}"])).max()) * 30 < 1100
        assert float(np.abs(np.diff(channels[f"reach_{side}"])).max()) < 0.35
    assert float(np.abs(channels["torso_lean"]).max()) <= 3.5


def test_arms_do_not_come_round_again_in_ten_minutes(tell: Tell) -> None:
    channels = perform(_half(tell, 600.0, 1)).channels
    for name in ("elbow_left", "elbow_right", "shoulder_left", "torso_turn"):
        curve = channels[name].astype(np.float64)
        curve -= curve.mean()
        power = np.abs(np.fft.rfft(curve, 2 * len(curve))) ** 2
        similar = np.fft.irfft(power)[: len(curve)]
        similar /= similar[0] * (1 - np.arange(len(curve)) / len(curve))
        assert float(similar[60 : len(curve) // 2].max()) < 0.5, name
