"""Copy is chosen to sound like a brand: its measure, its person, its taboos; headings are cut from its sentences."""

from __future__ import annotations

import pytest

from tools.banned_words import find_banned
from tools.brief import Brief
from tools.language import ScriptRequest
from tools.language.director import Director
from tools.language.wording import Wording, phrase_of
from tools.script import Script


@pytest.mark.parametrize(
    ("statement", "phrase"),
    [
        (
            "In the last twelve months we have cut waste by a third without longer hours.",
            "We have cut waste by a third",
        ),
        ("You can change your mind at any time, and a real person answers.", "You can change your mind"),
        ("The numbers matter, but what people remember is kindness.", "The numbers matter"),
        ("Ready when you are.", "Ready when you are"),
        ("Every order is packed by hand and checked twice before it leaves us.", "Every order is packed by hand"),
        ("Under the bridge of the old town stands our house of bread.", ""),
    ],
)
def test_a_heading_is_the_first_words_that_stand_by_themselves(statement: str, phrase: str):
    assert phrase_of(statement) == phrase
    assert phrase.lower() in statement.lower()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is cheap.", ["cheap"]),
        ("Cheaper than ever, and CHEAPLY made", ["cheap", "cheap"]),
        ("A cheapskate's dream", []),
        ("low  cost flights", ["low cost"]),
        ("Follow costs", []),
        ("", []),
    ],
)
def test_banned_words_are_found_whole_in_their_plain_forms(text: str, found: list[str]):
    assert [word for word, _ in find_banned(("cheap", "low cost", ""), text)] == found


def test_of_several_variants_the_one_that_sounds_like_the_brand_is_taken():
    variants = ["Ask us. Now. Do it!", "We would be glad to hear from you whenever it suits you best."]
    calm = Wording(sentence_words=12, person="we", exclamations=False)
    brisk = Wording(sentence_words=2)
    assert calm.nearest(variants) == variants[1:]
    assert brisk.nearest(variants) == variants[:1]
    assert Wording(never=("glad",)).nearest(variants) == variants[:1]


def test_marks_that_the_brand_does_not_use_become_full_stops():
    assert Wording(exclamations=False).toned("Come in! It’s open!!") == "Come in. It’s open."
    assert Wording().toned("Come in!") == "Come in!"


def said(wording: Wording | None) -> list[str]:
    brief = Brief(request="about our lamp", product="our lamp", goal="launch", points=("made of oak",))
    script = Director().complete(ScriptRequest(brief, 30, wording=wording), Script)
    return [line.text for section in script.sections for line in section.lines]


def test_a_script_without_a_brand_is_what_it_always_was():
    assert said(None) == said(Wording()) != said(Wording(statements=("We test every lamp twice.",)))


def test_our_own_copy_avoids_what_the_brand_never_says():
    assert any("picture" in text.lower() for text in said(None))
    assert not any("picture" in text.lower() for text in said(Wording(never=("picture",))))


def test_the_same_brand_gets_the_same_script():
    wording = Wording(statements=("We test every lamp twice.",), sentence_words=9, person="we")
    assert said(wording) == said(wording)
    assert "We test every lamp twice." in said(wording)
