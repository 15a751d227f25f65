"""Telling: briefs as people tell them to a person, in the plain sentences that are read afterwards."""

from __future__ import annotations

import pytest

from tools.brief import Brief
from tools.language import BriefRequest, ScriptRequest
from tools.language.director import Director
from tools.language.telling import retold, stem_of
from tools.script import Script


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("We groom dogs. They should ring 0113 496 0182", "We groom dogs. Ask people to ring 0113 496 0182"),
        ("Calm. People sign up at stillpoint.example", "Calm. Ask people to sign up at stillpoint.example"),
        ("People can park outside.", "People can park outside."),
        ("It should cover wearing boots, and never riding on forks.", "Wear boots. Never ride on forks."),
        ("My mum makes cakes. She's been at it 25 years.", "We make cakes. We've been at it 25 years."),
        ("Classes mon wed fri 7am and 6pm.", "Classes are on Monday, Wednesday and Friday at 7am and 6pm."),
        ("The fair is on 3 May, 3pm.", "Invite people to our fair. It takes place on 3 May at 3pm."),
        ("Free until end of march.", "Free until the end of March."),
        ("16 euro an hour :) must have a licence.", "16 euro an hour. You need a licence."),
        ("A video for my studio? It's called Still Point.", "A video for my studio called Still Point."),
        (
            "45 second sales video for head teachers and IT leads, ask for a trial",
            "Make sales video, 45 second. Audience: head teachers and IT leads. Ask for a trial",
        ),
        ("Topics: results, the pilot. Guest: Dr. Amina Yusuf on sleep.",
         "The topics are results and the pilot. The guest is Dr. Amina Yusuf, on sleep."),
        (
            "Our charity Second Chance rehomes old dogs.",
            "We're Second Chance, a charity. We rehome old dogs.",
        ),
    ],
)  # fmt: skip
def test_what_is_told_is_said_plainly(told: str, plain: str) -> None:
    assert retold(told) == plain


@pytest.mark.parametrize(
    "text",
    [
        "A 20 second launch video for Lumen, a desk lamp that follows daylight, for people who work from home.",
        "Announce that we are moving. Thank our neighbours.",
        'She said "we must have a plan and our team will win".',
        "30 seconds about our new bakery in Porto",
        "Doors open at 9 a.m. on Monday, approx. 40 seats. lumen.example has more.",
        "",
    ],
)
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert retold(text) == text


@pytest.mark.parametrize(
    ("stem", "verb"), [("wear", "wear"), ("rid", "ride"), ("runn", "run"), ("report", "report"), ("manag", "manage")]
)
def test_doings_have_their_verb(stem: str, verb: str) -> None:
    assert stem_of(stem) == verb


@pytest.mark.parametrize(
    ("brief", "said"),
    [
        ("We need an update: our new CFO, Maria Lopez, starts on Monday 4 May.",
         "Maria Lopez, our new CFO."),
        ("Announce that our app PocketLedger now does VAT returns in one click, works with HMRC.",
         "PocketLedger now does VAT returns in one click."),
        ("Thank-you video to the 212 volunteers of our clean-up. They pulled out 2 tonnes of rubbish, 43 "
         "tyres and a piano.", "They pulled out 2 tonnes of rubbish, 43 tyres and a piano."),
        ("A video about our Nail Bar, a gel manicure for £20 until 14 Feb.", "A gel manicure costs £20 until 14 Feb."),
        ("Hiring two bakers in Cork, early shifts, 5am to 1pm, no sundays.", "You'd be working from 5am to 1pm."),
        ("A video about our bins. Glass goes in the green bin, paper in the blue bin, waste in the brown bin.",
         "Glass goes in the green bin, paper in the blue bin, waste in the brown bin."),
        ("A video for my shop called Miga. Roast beef, nut roast or sea bass. We need helpers and donations.",
         "We need helpers and donations."),
    ],
)  # fmt: skip
def test_facts_keep_their_sentence(brief: str, said: str) -> None:
    director = Director()
    read = director.complete(BriefRequest(brief, {}), Brief)
    script = director.complete(ScriptRequest(read, 30.0, 150.0), Script)
    assert said in " ".join(line.text for section in script.sections for line in section.lines)
