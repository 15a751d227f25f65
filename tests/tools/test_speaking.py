"""What an engine is asked for a line, and spans that stay with their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.speech import Direction, Finish, SpeechRequest, Voice, Word
from renderers.speech.catalogue import find_voice
from renderers.take_keys import digest
from tools.delivery_patches import SetDelivery, SetEmphasis, SetPause
from tools.edit import SpokenLine, edit
from tools.emotions import EMOTIONS
from tools.errors import PatchRefused
from tools.line_spans import Span, carried
from tools.patches import EditLine, ReplaceWords
from tools.patching import apply, describe, inverse
from tools.script import Delivery, Line
from tools.speaking import heard_text, line_request
from tools.storyboard import Scene, Storyboard

VOICE = find_voice("english-male-1")
assert VOICE is not None


def asked(line: Line, **board: object) -> SpeechRequest:
    scene = Scene(id="s", lines=(line,), delivery=board.pop("scene", Delivery()))  # type: ignore[arg-type]
    return line_request(Storyboard.model_validate({"scenes": (scene,), **board}), scene, line, VOICE)[0]  # type: ignore[arg-type]


def line(text: str = "We save you money every day.", **fields: object) -> Line:
    return Line.model_validate({"id": "l", "text": text, **fields})


def test_pace_and_pitch_of_programme_scene_line_and_emotion_add_up_within_what_voices_can() -> None:
    request = asked(
        line(delivery={"speed": 0.8, "pitch": 1}), speed=1.5, pitch=-2, scene=Delivery(speed=1.1, emotion="calm")
    )
    calm = EMOTIONS["calm"]
    assert request.speed == pytest.approx(1.5 * 1.1 * 0.8 * calm.speed, abs=1e-4)
    assert request.pitch == pytest.approx(-1 + calm.pitch)
    assert (request.liveliness, request.pauses) == (calm.liveliness, calm.pauses)
    assert asked(line(delivery={"speed": 2}), speed=2).speed == 2.0
    assert asked(line(delivery={"emotion": "neutral"}), emotion="excited").pitch == 0


def test_directions_stand_at_the_words_that_are_spoken() -> None:
    spans = [{"words": "SQL", "emphasis": "strong"}, {"words": "GIF", "said": "/dʒɪf/"}, {"words": "now", "pause": 0.5}]
    request = asked(line("Use SQL for a GIF, now or later.", spans=spans), pronunciations={"sql": "sequel"})
    assert request.text == "Use sequel for a GIF, now or later."
    assert [(request.text[d.start : d.end], d.emphasis, d.sounds, d.pause) for d in request.directions] == [
        ("sequel", 1.6, "", None), ("now", 0.0, "", 0.5), ("GIF", 0.0, "dʒɪf", None)
    ]  # fmt: skip


def test_pauses_around_lines_are_longer_by_what_is_asked() -> None:
    def starts(*lines: Line) -> list[int]:
        spoken = {each.id: SpokenLine(each.id, 1.0, (Word("x", 0.0, 1.0, 0),)) for each in lines}
        made = edit(Storyboard(scenes=(Scene(id="s", lines=lines),)), spoken)
        return [*(placed.start for placed in made.scenes[0].lines), made.duration]

    second = line("It is easy.").changed(id="l2")
    plain = starts(line(), second)
    assert starts(line(pause_before=2), second)[0] == plain[0] + 60
    assert starts(line(pause_after=2), second)[1] == plain[1] + 60
    assert starts(line(spans=[{"words": "day", "pause": 2}]), second)[1] == plain[1] + 60
    assert starts(line(), second.changed(pause_before=2))[1] == plain[1] + 60
    assert starts(line(), second.changed(pause_after=2))[2] >= plain[2] + 59


def test_what_is_heard_in_the_place_of_words_is_told() -> None:
    spans = [{"words": "WWW", "said": "world wide web"}, {"words": "now", "emphasis": "strong"}]
    assert heard_text(line("The WWW now.", spans=spans)) == "The world wide web now."
    assert heard_text(line()) == line().text


def test_a_plain_line_keeps_the_key_it_had() -> None:
    @dataclass(frozen=True)
    class Before:
        text: str
        voice: Voice
        speed: float = 1.0

    Before.__name__ = "SpeechRequest"
    plain = find_voice("english-male-4")
    assert plain is not None
    request = SpeechRequest("Hello.", plain, 1.2)
    assert digest("speech", "e", request) == digest("speech", "e", Before("Hello.", plain, 1.2))
    others = [
        SpeechRequest("Hello.", plain, 1.2, pitch=1.0),
        SpeechRequest("Hello.", plain, 1.2, liveliness=1.1),
        SpeechRequest("Hello.", plain, 1.2, pauses=0.9),
        SpeechRequest("Hello.", plain, 1.2, directions=(Direction(0, 5, emphasis=1.0),)),
        SpeechRequest("Hello.", Voice(**{**vars(plain), "finish": Finish(ratio=2.0)}), 1.2),
    ]
    keys = {digest("speech", "e", each) for each in (request, *others)}
    assert len(keys) == 6


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("We now save you money every day.", ["save", "money"]),
        ("We spare you money every day.", ["spare", "money"]),
        ("Every day we save you money!", ["save", "money"]),
        ("We save you a lot of cash, each and every day.", ["save"]),
        ("Something else altogether, in other words.", []),
    ],
)
def test_spans_stay_on_the_words_that_stay(text: str, kept: list[str]) -> None:
    spoken = line(spans=[{"words": "save", "emphasis": "strong"}, {"words": "money", "pause": 0.5}])
    changed = spoken.changed(text=text)
    assert sorted(text[s.start : s.end] for s in changed.spans) == sorted(kept)


def test_another_word_is_not_said_like_the_old_one() -> None:
    spoken = line(spans=[{"words": "money", "said": "/ˈmʌni/", "emphasis": "strong"}])
    (span,) = spoken.changed(text="We save you cash every day.").spans
    assert (span.said, span.emphasis) == ("", "strong")


_words = st.lists(
    st.sampled_from(("one", "two,", "three", "four.", "five", "Six")), min_size=2, max_size=9, unique=True
)


@given(_words, st.lists(st.tuples(st.integers(0, 9), st.sampled_from(("new", "words", "here"))), max_size=3), st.data())
def test_words_put_in_elsewhere_leave_every_span(
    words: list[str], added: list[tuple[int, str]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:at])) + (1 if at else 0)
    span = Span(start=start, end=start + len(words[at]), emphasis="strong", pause=0.4)
    longer = list(words)
    for place, word in added:
        longer.insert(min(place, len(longer)), word)
    text = " ".join(longer)
    (moved,) = carried([span], " ".join(words), text)
    assert text[moved.start : moved.end] in (words[at], words[at].strip(",.")) and (moved.emphasis, moved.pause) == (
        "strong",
        0.4,
    )


def board() -> Storyboard:
    return Storyboard(scenes=(Scene(id="s", lines=(line(), line("It is easy.").changed(id="l2"))),))


def _back(before: Storyboard, patch: object) -> Storyboard:
    after = apply(before, patch)  # type: ignore[arg-type]
    for step in inverse(before, patch):  # type: ignore[arg-type]
        after = apply(after, step)
    return after


def test_delivery_is_patched_told_and_taken_back() -> None:
    cases: dict[Any, tuple[str, str]] = {
        SetDelivery(emotion="calm", pitch=-1): (
            "Emotion of the voice and pitch of the voice", "calm, 1 half-tone lower"
        ),
        SetDelivery(scene="s", speed=0.9): ("Scene 1, pace", "0.9×"),
        SetDelivery(line="l", emotion="warm"): ("Scene 1, line 1, emotion", "warm"),
        SetPause(line="l", after=1.5): ("Scene 1, line 1, pause after it", "1.5 s longer"),
        SetEmphasis(line="l", words="Save", emphasis="strong", pause=0.3): (
            "Scene 1, line 1, “save”", "strongly stressed, then 0.3 s of silence"
        ),
        SetEmphasis(line="l", words="money", said="/ˈmʌni/"): ("Scene 1, line 1, “money”", "as “/ˈmʌni/”"),
    }  # fmt: skip
    for patch, (label, after) in cases.items():
        told = describe(board(), patch)
        assert (told.op, told.label, told.after) == (patch.op, label, after)
        assert _back(board(), patch) == board()


def test_an_edit_of_words_keeps_and_takes_back_how_they_are_said() -> None:
    stressed = apply(board(), SetEmphasis(line="l", words="money", emphasis="strong"))
    for patch in (
        EditLine(line="l", text="We save all of you money every single day."),
        EditLine(line="l", text="We *save* you [pause 1] cash."),
        ReplaceWords(old="every day", new="daily"),
    ):
        assert _back(stressed, patch) == stressed
    kept = apply(stressed, EditLine(line="l", text="Now we save you money.")).scenes[0].lines[0]
    assert [kept.text[s.start : s.end] for s in kept.spans] == ["money"]
    marked = apply(stressed, EditLine(line="l", text="We *save* it.")).scenes[0].lines[0]
    assert marked.text == "We save it." and [s.emphasis for s in marked.spans] == ["moderate"]


@pytest.mark.parametrize(
    ("patch", "why"),
    [
        (SetDelivery(), "Say what shall change about the delivery"),
        (SetDelivery(scene="s9", pitch=1), "no scene"),
        (SetPause(line="l"), "Say how long"),
        (SetEmphasis(line="l", words="never", emphasis="strong"), "“never” do not stand in"),
        (SetEmphasis(line="l", words="save", occurrence=2, pause=1), "do not stand 2 times"),
        (SetEmphasis(line="l", words="save"), "Say how the words"),
        (EditLine(line="l", text="An <emphasis>open one"), "never closed"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(patch: object, why: str) -> None:
    with pytest.raises(PatchRefused, match=why):
        apply(board(), patch)  # type: ignore[arg-type]
