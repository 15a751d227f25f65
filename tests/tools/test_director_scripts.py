"""The director's scripts: honest, grammatical, deterministic, and of a length that can be met exactly."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.boarding import board
from tools.brief import Brief
from tools.edit import SpokenLine, edit, fit_script, fit_storyboard
from tools.errors import BadInput
from tools.language import BriefRequest, ScriptRequest
from tools.language.director import Director
from tools.language.facts import read_fact
from tools.language.grammar import article, noun, third_person, with_article
from tools.language.structures import STRUCTURES
from tools.language.timing import estimate_seconds
from tools.script import Script

REQUESTS = {
    "launch": "Launch our new necklace, 14-carat gold, handmade in Lisbon, from €89, for young professionals. Visit "
    "lume.com",
    "explainer": "Explain how our solar panels work to homeowners. We install them in one day.",
    "how_to": "A tutorial on how to repot a plant. Steps: water the plant, loosen the roots, fill the pot with fresh "
    "soil.",
    "announcement": "Announce that we are moving to a new office at 12 Hill Street on 1 March.",
    "testimonial": "customer testimonial video for our dental clinic in Leeds",
    "recruitment": "We're hiring a senior backend engineer in Berlin, remote friendly, salary up to €90k. Apply at "
    "jobs.foo.io",
    "update": "Product update for Flowdesk customers: new dashboard, faster search, dark mode. End with: log in to "
    "try it.",
    "event": "Invite people to our Open Day on 12 May at 10 am in Porto, free entry, register at openday.pt",
    "sales": "Promote my yoga classes for beginners in Leeds, Mondays and Thursdays at 7pm, first class free",
    "training": "Training video on workplace safety for new employees. Steps: wear your helmet, check the harness.",
}
ONE_SENTENCE = [
    "Our new necklace",
    "A video about our bakery",
    "how to make sourdough bread",
    "Promote our yoga classes",
    "Introducing PlumbFast, an app for plumbers",
    "Explain how blockchain works",
]


def brief_of(text: str) -> Brief:
    return Director().complete(BriefRequest(text), Brief)


def script_of(brief: Brief, seconds: float) -> Script:
    return Director().complete(ScriptRequest(brief, seconds), Script)


def lines_of(script: Script) -> list[str]:
    return [line.text for section in script.sections for line in section.lines]


def test_every_goal_has_a_request_that_reaches_it() -> None:
    assert set(REQUESTS) == set(STRUCTURES)
    assert {goal: brief_of(text).goal for goal, text in REQUESTS.items()} == {goal: goal for goal in REQUESTS}


@pytest.mark.parametrize("goal", REQUESTS)
@pytest.mark.parametrize("seconds", [15.0, 20.0, 30.0, 60.0, 90.0])
def test_scripts_are_clean_copy(goal: str, seconds: float) -> None:
    brief = brief_of(REQUESTS[goal])
    script = script_of(brief, seconds)
    lines = lines_of(script)
    assert len(set(lines)) == len(lines)
    for text in lines:
        assert re.match(r"[A-Z€$£\d]", text) and text[-1] in ".?!"
        assert not re.search(r"[{}\[\]]|\s{2}|\s[.,?]|\.\.|\b(?:our our|the the|a an|the our|it it)\b", text)
        assert not re.search(r"\bmy\b|game.chang|revolution|cutting.edge|world.class|seamless|unlock", text, re.I)
    for section in script.sections:
        assert len(section.heading.split()) <= 6
        assert section.lines
    ids = [line.id for section in script.sections for line in section.lines]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("goal", REQUESTS)
def test_no_number_price_or_name_is_invented(goal: str) -> None:
    brief = brief_of(REQUESTS[goal])
    known = set(re.findall(r"\w+", REQUESTS[goal].lower()))
    for text in lines_of(script_of(brief, 90.0)):
        assert set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", REQUESTS[goal]))
        inner = re.findall(r"(?<![.?!] )(?<!^)\b[A-Z][a-z]+", text)
        assert {word.lower() for word in inner} <= known | {"monday", "friday", "tuesday"}


def test_the_facts_are_all_told() -> None:
    said = " ".join(lines_of(script_of(brief_of(REQUESTS["launch"]), 30.0)))
    for fact in ("14-carat gold", "handmade in Lisbon", "€89", "young professionals", "lume.com"):
        assert fact.lower() in said.lower()
    said = " ".join(lines_of(script_of(brief_of(REQUESTS["how_to"]), 30.0)))
    assert said.index("First, water") < said.index("Then loosen") < said.index("Finally, fill")


def test_the_last_line_asks_for_the_action() -> None:
    for goal, ending in (
        ("launch", "Visit lume.com."),
        ("recruitment", "Apply at jobs.foo.io."),
        ("event", "Register at openday.pt."),
        ("update", "Log in to try it."),
        ("training", "Put it into practice today."),
    ):
        script = script_of(brief_of(REQUESTS[goal]), 20.0)
        assert script.sections[-1].lines[0].text == ending
        assert not script.sections[-1].lines[0].optional


def test_the_same_brief_gives_the_same_script_and_another_may_differ() -> None:
    assert script_of(brief_of(REQUESTS["launch"]), 30.0) == script_of(brief_of(REQUESTS["launch"]), 30.0)
    openings = {
        lines_of(script_of(brief_of(f"Launch our new {thing}"), 20.0))[0].replace(thing, "X")
        for thing in ("ring", "scarf", "coat", "dress", "watch", "bracelet", "jacket", "bag", "hat", "boot")
    }
    assert len(openings) >= 3


@pytest.mark.parametrize("text", [*REQUESTS.values(), *ONE_SENTENCE])
@pytest.mark.parametrize("seconds", [15.0, 20.0, 30.0, 45.0, 60.0, 90.0])
@pytest.mark.parametrize("pace", [0.92, 1.12])
def test_any_usual_length_is_met_to_the_frame(text: str, seconds: float, pace: float) -> None:
    brief = brief_of(text).changed(duration_seconds=seconds)
    storyboard = board(script_of(brief, seconds), brief)
    spoken = {
        line.id: SpokenLine(line.id, pace * estimate_seconds(line.text))
        for scene in storyboard.scenes
        for line in scene.lines
    }
    fitted = fit_storyboard(storyboard, spoken)
    made = edit(fitted, spoken)
    assert made.duration == seconds * 30
    assert fitted.scenes[-1].layout == "end_card"
    assert {line.id for scene in storyboard.scenes for line in scene.lines if not line.optional} <= {
        line.id for scene in fitted.scenes for line in scene.lines
    }


def test_too_little_to_say_is_said() -> None:
    with pytest.raises(BadInput, match=r"about \d+ s, not for 600 s; add facts about our bakery"):
        script_of(brief_of("A video about our bakery"), 600.0)


def test_another_language_is_not_attempted() -> None:
    brief = brief_of("A video about our bakery in Spanish")
    assert brief.language == "es"
    with pytest.raises(BadInput, match="to be in Spanish"):
        script_of(brief, 30.0)


@pytest.mark.parametrize(
    ("fact", "subject", "said"),
    [
        ("14-carat gold", "our new necklace", "It's 14-carat gold."),
        ("handmade in Lisbon", "our earrings", "They're handmade in Lisbon."),
        ("from €89", "our new necklace", "It starts at €89."),
        ("from €89", "our earrings", "Prices start at €89."),
        ("$9/month", "Acme Notes", "It costs $9 per month."),
        ("syncs across devices and works offline", "our apps", "They sync across devices and work offline."),
        ("keeps drinks cold", "the bottle", "It keeps drinks cold."),
        ("waterproof", "the bottle", "It's waterproof."),
        ("easy to use", "our tools", "They're easy to use."),
        ("no call-out fee", "our plumbing services", "There is no call-out fee."),
        ("no sugar", "our lemonade drinks", "They have no sugar."),
        ("free delivery", "our bakery", "Delivery is free."),
        ("with a two-year warranty", "the bottle", "It comes with a two-year warranty."),
        ("a note-taking app for students", "Acme Notes", "Acme Notes is a note-taking app for students."),
        ("we ship worldwide", "our earrings", "We ship worldwide."),
        ("why it saves energy", "our heat pump", "We look at why it saves energy."),
        ("first class free", "our yoga classes", "The first class is free."),
        ("until Sunday", "our summer sale", "It runs until Sunday."),
    ],
)
def test_facts_become_sentences(fact: str, subject: str, said: str) -> None:
    assert read_fact(fact, noun(subject), "launch").said == said


def test_grammar() -> None:
    assert [article(word) for word in ("hour", "university", "apple", "18-month plan", "MRI scan", "one-off")] == [
        "an",
        "a",
        "an",
        "an",
        "an",
        "a",
    ]
    assert [
        with_article(thing) for thing in ("24-hour battery", "free parking", "two rooms", "new dashboard", "umbrella")
    ] == ["a 24-hour battery", "free parking", "two rooms", "a new dashboard", "an umbrella"]
    assert [third_person(verb, plural=False) for verb in ("fix", "carry", "play", "have", "go")] == [
        "fixes",
        "carries",
        "plays",
        "has",
        "goes",
    ]
    found = noun("my yoga classes for beginners")
    assert (found.full, found.plural, found.it, found.category) == (
        "our yoga classes for beginners",
        True,
        "they",
        "class",
    )
    assert (noun("Acme Notes").plural, noun("Acme Notes").proper, noun("summer sale", ours=True).full) == (
        False,
        True,
        "our summer sale",
    )
    assert noun("our new necklace").name == "the necklace"


def test_fit_script_keeps_what_is_required_and_nothing_of_a_given_script() -> None:
    script = script_of(brief_of(REQUESTS["sales"]), 60.0)
    seconds = {line.id: estimate_seconds(line.text) for section in script.sections for line in section.lines}
    short = fit_script(script, seconds, 25.0)
    required = [line.text for section in script.sections for line in section.lines if not line.optional]
    assert set(required) <= set(lines_of(short)) < set(lines_of(script))
    assert all(section.lines for section in short.sections)
    given_script = script.changed(verbatim=True)
    assert fit_script(given_script, seconds, 5.0) is given_script


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("abcdefgh ,.'€9-", min_size=1, max_size=40), max_size=6),
    st.sampled_from(sorted(REQUESTS)),
    st.text("abcdefg hOurthe", min_size=1, max_size=30).filter(str.strip),
)
def test_any_brief_is_written_or_refused(points: list[str], goal: str, product: str) -> None:
    brief = Brief(request="x", goal=goal, product=product, points=tuple(points))
    try:
        script = script_of(brief, 30.0)
    except BadInput:
        return
    assert script.sections and all(text and text == " ".join(text.split()) for text in lines_of(script))


@given(st.text(max_size=300))
def test_time_is_never_negative(text: str) -> None:
    assert 0 <= estimate_seconds(text) < 600
