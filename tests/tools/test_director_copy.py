"""The director's hardest briefs: wishes stay wishes, steps stay in order, headings carry facts, lines stand alone."""

from __future__ import annotations

import re

import pytest

from tools.boarding import board
from tools.brief import Brief
from tools.edit import SpokenLine, edit, fit_storyboard
from tools.language import BriefRequest, ScriptRequest
from tools.language.director import Director
from tools.language.hooks import callout_for, hook_for
from tools.language.outline import Passage
from tools.language.passages import USE
from tools.language.spelling import tidied
from tools.language.structures import STRUCTURES
from tools.language.timing import estimate_seconds
from tools.script import Script

LUMEN = (
    "Launch Lumen, a desk lamp that follows daylight, for people who work from home. Three brightness levels, "
    "€59. "
    "Order at lumen.example"
)


def brief_of(text: str) -> Brief:
    return Director().complete(BriefRequest(text, {}), Brief)


def lines_of(text: str, seconds: float = 30.0) -> list[str]:
    script = Director().complete(ScriptRequest(brief_of(text), seconds), Script)
    return [line.text for section in script.sections for line in section.lines]


@pytest.mark.parametrize(
    ("wish", "field", "value"),
    [
        ("a man presenting", "avatar", "man"),
        ("with a female presenter", "avatar", "female"),
        ("presented by a woman", "avatar", "woman"),
        ("young woman", "avatar", "woman"),
        ("use Daniel", "avatar", "Daniel"),
        ("with Maya as the presenter", "avatar", "Maya"),
        ("male voice", "voice", "male"),
        ("calm music", "music", "calm"),
        ("no music", "music", "none"),
        ("white background", "background", ""),
        ("paper background", "background", "paper"),
        ("captions please", "music", ""),
        ("with subtitles", "music", ""),
        ("vertical format", "aspect", "9:16"),
        ("30 seconds", "duration_seconds", 30),
    ],
)
def test_wishes_never_become_facts(wish: str, field: str, value: object) -> None:
    for text in (f"Explain how our app helps dentists, {wish}", f"A video about our bakery. {wish.capitalize()}."):
        found = brief_of(text)
        assert str(getattr(found, field)).lower() == str(value).lower() or getattr(found, field) == value
        assert found.points == ()
        assert found.product in ("how our app helps dentists", "our bakery")


@pytest.mark.parametrize(
    "text",
    [
        "how-to video: reset your router in three steps: unplug it, wait ten seconds, plug it back in",
        "How to reset your router: first unplug it, then wait ten seconds, finally plug it back in",
        "Tutorial: how to reset your router. 1. Unplug it. 2. Wait ten seconds. 3. Plug it back in.",
        "How do I reset my router?\n- unplug it\n- wait ten seconds\n- plug it back in",
    ],
)
def test_steps_are_told_in_order(text: str) -> None:
    found = brief_of(text)
    assert (found.goal, found.product) == ("how_to", "how to reset your router")
    said = " ".join(lines_of(text))
    assert "First, unplug it. Then wait ten seconds. Finally, plug it back in." in said


def test_the_audience_is_in_the_hook_and_the_first_heading_says_what_it_is() -> None:
    script = Director().complete(ScriptRequest(brief_of(LUMEN), 30.0), Script)
    assert script.sections[0].lines[0].text == "Working from home? Meet Lumen, a desk lamp that follows daylight."
    assert script.sections[0].heading == "A desk lamp that follows daylight"
    headings = [section.heading for section in script.sections if section.heading]
    assert len(set(headings)) == len(headings) and script.title not in headings


def test_headings_carry_the_job() -> None:
    script = Director().complete(ScriptRequest(brief_of("We're hiring nurses in Leeds, free parking"), 30.0), Script)
    assert script.sections[0].heading.startswith("We're hiring nurses")


def test_hooks() -> None:
    assert hook_for("people who work from home") == "Working from home?"
    assert hook_for("anyone who runs their own shop") == "Running your own shop?"
    assert hook_for("young professionals") == "" and callout_for("young professionals") == "Young professionals,"
    assert callout_for("our customers") == callout_for("") == callout_for("people in Leeds") == ""


def test_every_line_stands_alone() -> None:
    passages = [part for parts in STRUCTURES.values() for part in parts if isinstance(part, Passage)]
    for passage in (*passages, *USE.values()):
        for _, variants in passage.lines:
            for variant in variants:
                assert not re.match(
                    r"(?:And|Then|So|But|Either way|It only|Those three)\b(?!,? in "
                    r"short)",
                    variant,
                ), variant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("i need a vidoe for my bussiness", "i need a video for my business"),
        ("NEW MENU FROM MONDAY. VISIT US IN BATH", "New menu from Monday. Visit us in Bath"),
        (
            "we have a tool,its called Scribe. from €9. see bath.example",
            "we have a tool, it's called Scribe. From €9. See bath.example",
        ),
        ("Ends at 5 p.m. sharp, e.g. today", "Ends at 5 p.m. sharp, e.g. today"),
    ],
)
def test_slips_are_mended_and_numbers_left_alone(typed: str, meant: str) -> None:
    assert tidied(typed) == meant
    assert re.findall(r"\d+", typed) == re.findall(r"\d+", meant)


@pytest.mark.parametrize(
    "text",
    [
        LUMEN,
        "A video about our bakery",
        "Explain how our solar panels work to homeowners",
        "How to reset your router: first unplug it, then wait ten seconds, finally plug it back in",
    ],
)
def test_ten_seconds_are_met_exactly(text: str) -> None:
    brief = brief_of(text).changed(duration_seconds=10.0)
    storyboard = board(Director().complete(ScriptRequest(brief, 10.0), Script), brief)
    spoken = {
        line.id: SpokenLine(line.id, estimate_seconds(line.text)) for scene in storyboard.scenes for line in scene.lines
    }
    assert edit(fit_storyboard(storyboard, spoken), spoken).duration == 300


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We're hiring nurses in Leeds, free parking, up to 40 hours", "Parking is free."),
        ('A testimonial video for our clinic. "I felt at home," says Maria.', '"I felt at home," says Maria.'),
        ("Invite people to our webinar on 20 May. Speaker: Dr. Lena Vogt.", "The speaker is Dr. Lena Vogt."),
        ("Announce that we are moving. Thank our neighbours.", "Thank you to our neighbours."),
        ("Promote our animal shelter, €10 feeds a dog for a week", "€10 feeds a dog for a week."),
        (
            "Remind staff that passwords must be changed every 90 days",
            "A quick reminder for staff: passwords must be changed every 90 days.",
        ),
        ("A video about my barber shop, haircut €15", "A haircut costs €15."),
    ],
)
def test_facts_of_every_shape_are_said_well(text: str, said: str) -> None:
    assert said in lines_of(text, 60.0)
