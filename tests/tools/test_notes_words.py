"""What notes are made of: mended words, tokens, references, colours, rewriting."""

from __future__ import annotations

import pytest

from benchmarks.understanding.situations import SITUATIONS
from renderers.colour import to_oklch
from tools.language.notes.colouring import COLOURS, adjusted, tag_colours
from tools.language.notes.context import Context, Lines, Scenes
from tools.language.notes.lexicon import CONCEPTS
from tools.language.notes.mending import distance
from tools.language.notes.reading import understand_note
from tools.language.notes.references import tag_references
from tools.language.notes.rewriting import rewritten
from tools.language.notes.tokens import cleaned, tokens_of

assert understand_note


def meant(text: str, situation: str = "lamp") -> list[tuple[str, ...]]:
    context = Context(SITUATIONS[situation])
    tokens = tag_references(context, tokens_of(cleaned(text), context.vocabulary))
    return [token.value.ids for token in tokens if isinstance(token.value, Scenes | Lines)]


def test_no_phrase_means_two_things():
    seen: dict[str, str] = {}
    for concept, phrases in CONCEPTS.items():
        for phrase in phrases.split("|"):
            assert seen.setdefault(phrase, concept) == concept, phrase


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plese remvoe the secnd scene", ["please", "remove", "the", "second", "scene"]),
        ("teh musci", ["the", "music"]),
        ("get rid of it", ["remove", "it"]),
        ("a lane with lime", ["a", "lane", "with", "lime"]),
    ],
)
def test_slips_are_mended_and_words_are_left(text: str, words: list[str]):
    assert [token.norm for token in tokens_of(text)] == words


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30s", 30), ("1 minute 30", 90), ("a minute and a half", 90), ("half a minute", 30), ("twenty five seconds", 25)],
)
def test_durations(text: str, seconds: float):
    assert [(token.norm, token.value) for token in tokens_of(text)] == [("@dur", seconds)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the second one", ("s1",)),
        ("scenes 2, 3 and 5", ("s1", "s2", "end")),
        ("the part where she talks about price", ("s2",)),
        ("the intro", ("title",)),
        ("the last two scenes", ("s3", "end")),
        ("this scene", ("s2",)),
        ("every scene but scene 2", ("title", "s2", "s3", "end")),
        ("the second line of scene 3", ("s2-l2",)),
        ("scene 2's second line", ("s1-l2",)),
        ("the line about your eyes", ("s1-l3",)),
        ("scene 9", ()),
    ],
)
def test_references(text: str, ids: tuple[str, ...]):
    assert meant(text) == [ids]


def test_every_colour_is_one_and_shades_go_their_way():
    for name in COLOURS:
        assert [token.norm for token in tag_colours(tokens_of(f"use {name}"))][-1] == "@colour", name
    base = to_oklch(COLOURS["blue"])
    assert to_oklch(adjusted(COLOURS["blue"], "darker", ""))[0] < base[0]
    assert to_oklch(adjusted(COLOURS["blue"], "lighter", "abit"))[0] > base[0]
    assert to_oklch(adjusted(COLOURS["blue"], "duller", "much"))[1] < base[1]


def test_a_line_gets_shorter_by_its_own_words_or_not_at_all():
    line = "Your eyes stay fresh, even after a very long day at work."
    short = rewritten(line, "shorter")
    assert 0 < len(short) < len(line)
    assert {word.strip(".,").lower() for word in short.split()} <= {word.strip(".,").lower() for word in line.split()}
    assert rewritten("Wash hands.", "shorter") == ""
    assert rewritten("We ship.", "longer") == ""
    assert rewritten("It's cheap!", "formal") == "It is affordable."


def test_distance_counts_turned_letters_once():
    assert distance("musci", "music", 2) == 1
    assert distance("swap", "swap", 2) == 0
    assert distance("abc", "xyz", 2) == 3
