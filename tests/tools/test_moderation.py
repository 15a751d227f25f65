"""Moderation: what hides a word is seen through, what is about a harm passes, and the policy decides by who says it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.moderation.__main__ import read_lines
from tools.errors import BadInput
from tools.moderation.folding import fold, unmask
from tools.moderation.policy import TOPICS, default_policy, read_policy
from tools.moderation.reading import read_text
from tools.moderation.verdict import content_hash, judge

POLICY = default_policy()
_FILES = ("development", "second", "third", "fourth", "fifth", "sixth", "seventh")
_LABELLED = Path(__file__).parents[2] / "benchmarks" / "moderation"
LINES = [line for name in _FILES for line in read_lines(_LABELLED / f"{name}.tsv")]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Ｋｉｌｌ", "kill"),
        ("k\u200bill", "kill"),
        ("кіll", "kill"),
        ("k i l l yourself", "kill yourself"),
        ("k.i.l.l yourself", "kill yourself"),
        ("k i l l y.o.u.r.s.e.l.f", "kill yourself"),
        ("k i l l y o u r s e l f", "kill yourself"),
        ("y.o.u k i l l", "you kill"),
        ("q z x v w k", "qzxvwk"),
        ("k1ll y0urself", "kill yourself"),
        ("$ex", "sex"),
        ("ki11 yourse1f", "kill yourself"),
        ("th3 w4573", "the waste"),
        ("s3nd nud35", "send nudes"),
        ("kiiiill", "kill"),
        ("Café", "cafe"),
    ],
)
def test_masks_are_taken_off(written: str, seen: str) -> None:
    assert unmask(fold(written)) == seen


@pytest.mark.parametrize(
    "text", ["3rd place in the 90s", "b2b sales in 4k", "from €89 to €120", "a. b. Smith", "mp3, h264 and a tax!"]
)
def test_numbers_and_initials_are_no_masks(text: str) -> None:
    assert unmask(fold(text)) == fold(text)


@pytest.mark.parametrize("text", ["You should k i l l yourself.", "kiⅼl yourself", "K1LL Y0URS3LF"])
def test_a_masked_harm_is_found(text: str) -> None:
    assert "self_harm" in {finding.topic for finding in read_text(text)}


@pytest.mark.parametrize("text", ["V.o.t.e for Mayor Lind.", "Vote for Mayor Lind at lind.example"])
def test_a_sign_inside_a_word_ends_no_sentence(text: str) -> None:
    assert {finding.sentence for finding in read_text(text)} == {text}


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_found_in_most_of_its_lines(topic: str) -> None:
    lines = [text for name, text in LINES if name == topic]
    held = sum(judge({"line": text}, "stock", POLICY).action != "allow" for text in lines)
    assert len(lines) >= 36 and held >= len(lines) * 0.9


def test_what_only_looks_alike_passes() -> None:
    lines = [text for name, text in LINES if name == "none"]
    refused = [text for text in lines if judge({"line": text}, "stock", POLICY).action == "deny"]
    assert len(lines) >= 500 and len(refused) <= 0.01 * len(lines), refused


@pytest.mark.parametrize(
    ("text", "words", "heard"),
    [
        ("How do predators gain a child's trust? A talk for parents.", "gain a child's trust", False),
        ("How to gain a child's trust when no other adult is near.", "gain a child's trust", True),
        ("Four more years of guarantee on every washing machine.", "four more years", False),
        ("Four more years of Mayor Castellano.", "four more years", True),
    ],
)
def test_a_rule_hears_what_a_phrase_is_about(text: str, words: str, heard: bool) -> None:
    assert (words in {finding.words for finding in read_text(text)}) == heard


def test_the_policy_decides_by_who_says_it() -> None:
    text = {"line": "Vote for Maria Lopez for mayor this Tuesday."}
    assert [judge(text, who, POLICY).action for who in ("stock", "likeness", "none")] == ["deny", "review", "review"]


def test_a_verdict_names_where_and_what() -> None:
    found = judge({"scene 1, line 1": "Hello.", "scene 2, line 3": "Muslims are vermin."}, "stock", POLICY)
    [concern] = found.concerns
    assert (found.action, concern.where, concern.sentence) == ("deny", "scene 2, line 3", "Muslims are vermin.")


def test_another_word_is_another_content() -> None:
    assert content_hash({"a": "one"}, "stock") != content_hash({"a": "two"}, "stock")
    assert content_hash({"a": "one"}, "stock") != content_hash({"a": "one"}, "none")


def test_a_policy_that_can_not_be_used_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "policy.json"
    with pytest.raises(BadInput, match="can not be used"):
        read_policy(path)
    told = json.loads(POLICY.model_dump_json(by_alias=True))
    del told["topics"]["hate"]
    path.write_text(json.dumps(told))
    with pytest.raises(BadInput, match="says nothing of hate"):
        read_policy(path)
    told = json.loads(POLICY.model_dump_json(by_alias=True))
    del told["topics"]["fraud"]["certain"]["none"]
    path.write_text(json.dumps(told))
    with pytest.raises(BadInput, match="not complete for fraud"):
        read_policy(path)


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert all(finding.topic in TOPICS for finding in read_text(text))


def test_no_text_takes_long() -> None:
    began = time.process_time()
    for text in (
        "a " * 20_000,
        "all the these those " * 3_000,
        "you are a a a a " * 4_000,
        "!" * 50_000,
        "1a" * 30_000,
    ):
        read_text(text)
    # A pattern that goes back and forth over a text takes minutes, not seconds.
    assert time.process_time() - began < 60
