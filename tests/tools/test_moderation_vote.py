"""The vote: its file, what it was never fitted to, what it hears that no rule has, and what it lets pass."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from benchmarks.moderation import training
from benchmarks.moderation.__main__ import read_lines
from benchmarks.moderation.writing import read_grammars, write_lines
from tools.moderation.policy import TOPICS, default_policy
from tools.moderation.reading import read_text
from tools.moderation.verdict import judge
from tools.moderation.vote import WEIGHTS, vote, weights
from tools.moderation.vote_features import features, read_through, stem
from tools.weights import load_weights, save_weights

CLOSED = [line for name in training.CLOSED for line in read_lines(training.HERE / name)]


def test_the_shipped_weights_are_small_and_know_every_topic() -> None:
    held = weights()
    assert WEIGHTS.stat().st_size < 1_500_000
    assert np.all(np.diff(held.names.astype(np.int64)) > 0)
    assert set(held.kinds) == {*TOPICS, "none"}


def test_the_shipped_weights_were_fitted_to_open_sets_only() -> None:
    held = weights()
    assert held.sets
    assert not set(held.sets) & set(training.CLOSED)
    assert set(held.sets) <= {path.name for path in training.open_sets()}


def test_the_grammars_write_none_of_the_lines_that_measure() -> None:
    written = {text for _, text in write_lines(read_grammars(), 40, 5)}
    assert len(written) > 10_000
    assert not written & {text for _, text in CLOSED}


def test_lines_that_nobody_learned_from_are_held_and_harmless_ones_are_not_refused() -> None:
    policy = default_policy()
    found = [(topic, judge({"line": text}, "stock", policy).action) for topic, text in CLOSED]
    denied = [action for topic, action in found if topic not in ("none", "regulated_advice")]
    harmless = [action for topic, action in found if topic == "none"]
    # In the first of the sets every harmless line is put as close as possible to a harmful one of it.
    assert sum(action != "allow" for action in denied) >= 0.9 * len(denied)
    assert harmless.count("deny") <= 0.02 * len(harmless)
    assert sum(action != "allow" for action in harmless) <= 0.22 * len(harmless)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Syrians are lazy and violent and should be deported.", "hate"),
        ("Let us make a fake nude of the new teacher and send it to the parents.", "harassment"),
        ("Looking for girls of twelve in bikinis, dm me for the album.", "minors"),
        ("Your account is on hold, type in your PIN within the hour.", "fraud"),
    ],
)
def test_what_is_found_is_told_with_its_words(text: str, topic: str) -> None:
    found = [finding for finding in read_text(text) if finding.topic == topic]
    assert found
    assert all(word.casefold() in text.casefold() for word in found[0].words.split(" … "))


@pytest.mark.parametrize("written", ["that sl*t", "that s l u t", "that sIut\u200b"[:6] + "lut"])
def test_masked_words_are_read(written: str) -> None:
    assert "slut" in read_through(written)


def test_names_that_nobody_knows_are_no_other_language() -> None:
    assert vote("Elect Dorota Xwzilska to congress.").harm > 0.5
    assert vote("Heute Nacht verprügeln wir alle Zuwanderer im Park.").harm == 0.0
    assert vote("Los inmigrantes son ratas y deben irse.").harm == 0.0


def test_features_know_words_by_their_stem_and_their_class() -> None:
    assert stem("deported") == stem("deports") == stem("deporting")
    found = features("Deport the refugees.")
    assert {"c:expel", "c:group", "q:expel group"} <= set(found)
    assert sum(value * value for value in found.values()) == pytest.approx(1.0)
    assert features("…") == {}
    assert vote("…").harm == 0.0


def test_a_very_long_text_takes_no_longer_than_its_beginning() -> None:
    assert len(features("kill " * 100_000)) < 100


def test_the_same_lines_give_the_same_file(tmp_path: Path) -> None:
    held = list(islice(write_lines(read_grammars(), 6, 1), 600))
    for name in ("one", "other"):
        save_weights(tmp_path / name, training.fit(held, ["some.tsv"]))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert load_weights(tmp_path / "one").sets == ("some.tsv",)
