"""The vote on meaning: its file, how both votes are pooled, and what holds where the model is not installed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.moderation import meaning as fitting
from benchmarks.moderation import training
from tools.moderation import ballots as votes
from tools.moderation import meaning
from tools.moderation.ballots import WITH_MEANING, WORDS_ALONE, ballots, limits
from tools.moderation.meaning import MEANING_WEIGHTS, MeaningWeights, joined, load_meaning, save_meaning, vectors
from tools.moderation.policy import TOPICS
from tools.moderation.reading import prepare, read_text
from tools.moderation.vote import vote

HARM = "You should all go and burn down the refugee home tonight."
installed = pytest.mark.skipif(meaning.meaning_weights() is None, reason="the sentence model is not installed")


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(votes, "_known", {})
    monkeypatch.setattr(meaning, "_known", {})


def test_the_shipped_networks_are_small_and_were_fitted_to_open_sets_only() -> None:
    held = load_meaning(MEANING_WEIGHTS)
    assert MEANING_WEIGHTS.stat().st_size < 500_000
    assert set(held.kinds) == {*TOPICS, "none"} and held.sets
    assert not set(held.sets) & set(training.CLOSED)
    assert set(held.sets) <= {path.name for path in training.open_sets()}
    shares = held.shares(np.eye(3, 1152, dtype=np.float32))
    assert shares.shape == (3, 11) and shares.sum(axis=1) == pytest.approx(1.0, abs=1e-4)


def test_without_the_model_the_words_vote_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(votes, "meaning_weights", lambda: None)
    assert limits() == WORDS_ALONE
    assert ballots([("", HARM)])[0] == vote(HARM)
    assert "violence" in {finding.topic for finding in read_text(HARM)}


@installed
def test_both_votes_count_and_each_can_talk_the_other_down() -> None:
    [both] = ballots([("", HARM)])
    words, held = vote(HARM), meaning.meaning_weights()
    assert limits() == WITH_MEANING and held is not None
    meant = dict(zip(held.kinds, held.shares(vectors([HARM.lower()]))[0].tolist(), strict=True))
    lower, upper = sorted((words.harm, 1 - meant["none"]))
    assert lower - 1e-6 <= both.harm <= upper + 1e-6
    assert sum(both.shares.values()) == pytest.approx(1.0)


@installed
def test_many_sentences_at_once_are_voted_on_as_one_by_one() -> None:
    texts = ["Kill the process and restart it.", HARM, "Our soup is fresh."]
    prepare([" ".join(texts)])
    together = [votes._known[("", text)].harm for text in texts]
    votes._known.clear()
    meaning._known.clear()
    assert together == pytest.approx([ballots([("", text)])[0].harm for text in texts], abs=1e-4)


@installed
def test_what_is_no_text_is_read_all_the_same() -> None:
    read_text("kill \ud800 them \udfff all, burn the house")
    assert ballots([("…", "!!!")])[0].harm < 0.05


def test_two_sentences_have_the_middle_of_their_vectors() -> None:
    one, other = np.eye(2, dtype=np.float32)
    assert joined(one, other) == pytest.approx([0.5**0.5, 0.5**0.5])


def test_the_networks_learn_what_lies_apart_and_are_kept_as_they_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fitting, "EPOCHS", 6)
    monkeypatch.setattr(fitting, "BATCH", 32)
    source = np.random.default_rng(4)
    topics = ["hate", "none"] * 96
    rows = source.normal(0, 0.3, (192, 384)).astype(np.float32)
    rows[::2, 0] += 2
    rows[1::2, 0] -= 2
    values: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    made: list[MeaningWeights] = []
    for name in ("one", "other"):
        made.append(fitting.fit(topics, values, np.ones(192, np.float32), "a model", ["some.tsv"]))
        save_meaning(tmp_path / name, made[-1])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    kept = load_meaning(tmp_path / "one")
    assert (kept.kinds, kept.model, kept.sets) == (("hate", "none"), "a model", ("some.tsv",))
    right = kept.shares(values).argmax(axis=1) == np.array([0, 1] * 96)
    assert right.mean() > 0.95
