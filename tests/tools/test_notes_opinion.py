"""The second opinion on notes: its file, what it takes for what, and what is asked rather than done."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from benchmarks.understanding import training
from benchmarks.understanding.situations import SITUATIONS
from tools.language.notes.context import Context
from tools.language.notes.opinion import WEIGHTS, opinions, weights
from tools.language.notes.opinion_features import features
from tools.language.notes.reading import understand_note
from tools.language.notes.restating import KINDS
from tools.language.notes.tokens import tokens_of
from tools.notes import NoteRequest, Understanding
from tools.weights import load_weights, save_weights


def _understood(text: str, situation: str = "lamp") -> Understanding:
    return understand_note(NoteRequest(text, SITUATIONS[situation]))


def _said(answer: Understanding) -> list[dict[str, object]]:
    return [{"op": patch.op, **patch.model_dump(exclude_defaults=True)} for patch in answer.patches]


@pytest.fixture(scope="module")
def examples() -> list[training.Example]:
    """Some of what the shipped weights were fitted to."""
    return list(islice(training.examples(training.HERE / "development_programme.jsonl"), 150))


def test_the_shipped_weights_are_small_and_know_what_can_be_said_again() -> None:
    held = weights()
    assert WEIGHTS.stat().st_size < 1_000_000
    assert np.all(np.diff(held.names.astype(np.int64)) > 0)
    assert held.rows.shape == (len(held.names), len(held.kinds))
    assert len(set(held.kinds)) == len(held.kinds)
    assert KINDS & set(held.kinds) > KINDS - {"captions.medium", "logo.medium", "help", "format.fps"} - {"brand.none"}


def test_the_shipped_weights_were_fitted_to_open_sets_only() -> None:
    held = weights()
    assert held.sets
    assert not set(held.sets) & set(training.CLOSED)
    assert set(held.sets) <= {path.name for path in training.open_sets()}


def test_the_shipped_weights_tell_what_they_were_fitted_to(examples: list[training.Example]) -> None:
    answers = opinions([example.features for example in examples])
    right = sum(next(iter(answer)) == example.kind for answer, example in zip(answers, examples, strict=True))
    assert right >= 0.85 * len(examples)


def test_the_same_examples_give_the_same_file(tmp_path: Path, examples: list[training.Example]) -> None:
    for name in ("one", "other"):
        save_weights(tmp_path / name, training.fit(examples[:50], ["some.jsonl"]))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    held = load_weights(tmp_path / "one")
    assert held.sets == ("some.jsonl",)
    assert held.kinds == tuple(sorted({example.kind for example in examples[:50]}))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the tune underneath is far too loud", "music.quieter"),
        ("kindly get shot of the subtitles", "captions.off"),
        ("our emblem ought to be larger", "logo.large"),
        ("chop the pricing scene", "delete_scene"),
        ("she rattles along much too fast", "speed.slower"),
    ],
)
def test_a_likely_kind_is_told(text: str, kind: str) -> None:
    context = Context(SITUATIONS["lamp"], text)
    (answer,) = opinions([features(tokens_of(text, context.vocabulary), text)])
    assert kind in list(answer)[:2]
    assert sum(answer.values()) <= 1.0 + 1e-6


def test_features_have_length_one_and_know_their_order() -> None:
    text = "make the logo smaller"
    found = features(tokens_of(text), text)
    assert sum(value * value for value in found.values()) == pytest.approx(1.0)
    turned = "smaller the logo make"
    assert set(found) != set(features(tokens_of(turned), turned))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "both the logo and the captions should be larger",
            [{"op": "set_logo", "size": "large"}, {"op": "set_captions", "size": "large"}],
        ),
        (
            "neither music nor captions please",
            [{"op": "set_music", "mood": "none"}, {"op": "set_captions", "burned": False}],
        ),
        (
            "drop captions, music and logo",
            [
                {"op": "set_captions", "burned": False},
                {"op": "set_music", "mood": "none"},
                {"op": "set_logo", "file": ""},
            ],
        ),
        (
            "subtitles off, same for the music",
            [{"op": "set_captions", "burned": False}, {"op": "set_music", "mood": "none"}],
        ),
        (
            "make the captions smaller, and the logo too",
            [{"op": "set_captions", "size": "small"}, {"op": "set_logo", "size": "small"}],
        ),
        ("no not the voice the music louder", [{"op": "set_music", "gain": 6.0}]),
        ("teh musik is to loud", [{"op": "set_music", "gain": -6.0}]),
        ("any chance of getting rid of the music?", [{"op": "set_music", "mood": "none"}]),
        ("legal wants the logo off", [{"op": "set_logo", "file": ""}]),
    ],
)
def test_what_was_left_out_is_put_back(text: str, said: list[dict[str, object]]) -> None:
    answer = _understood(text)
    assert _said(answer) == said
    assert not answer.question


@pytest.mark.parametrize(
    "text",
    [
        "anything but calm music please",
        "not calm music please",
        "captions off just for the end card",
        "portrait, landscape and square please",
        "swipe transitions",
        "scene 2 has too much in it",
    ],
)
def test_what_goes_further_than_was_asked_for_is_not_done(text: str) -> None:
    answer = _understood(text)
    assert not answer.patches
    assert answer.question


def test_ordinary_words_are_not_mended_into_others() -> None:
    for word in ("chance", "hills", "cakes", "seniors", "candles", "medical", "rain"):
        assert [token.norm for token in tokens_of(word)] == [word]
