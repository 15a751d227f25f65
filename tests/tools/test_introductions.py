"""Briefs as people tell them to a person: who they are, what they do, what they want, in any order."""

from __future__ import annotations

import pytest

from tools.brief import Brief
from tools.language import BriefRequest, ScriptRequest
from tools.language.director import Director
from tools.script import Script

STORIES = [
    (
        "I run a small bakery in Lisbon called Miga. I want a video for instagram, 20 seconds, we now do sourdough "
        "workshops on saturdays, 45 euros per person, max 8 people, you take your own loaf home",
        "our sourdough workshops",
        "Miga",
        {"on Saturdays", "45 euros per person", "max 8 people", "Miga is a small bakery in Lisbon"},
    ),
    (
        "Hi! We are Northpaw, a dog grooming salon in Leeds. Could you make a 30 second video about our new puppy "
        "package? It's £35 and takes about an hour.",
        "our new puppy package",
        "Northpaw",
        {"Northpaw is a dog grooming salon in Leeds"},
    ),
    (
        "My name is Elena and I teach Spanish online. I'd like a 45 second video for my website. One to one lessons, "
        "25 euros an hour, first lesson is free",
        "our Spanish lessons",
        "Elena",
        {"One to one lessons", "25 euros an hour", "first lesson is free"},
    ),
    (
        "we sell handmade candles on etsy, shop is called Wick & Willow. instagram story please. soy wax, "
        "burns 50 hours",
        "our handmade candles",
        "Wick & Willow",
        {"soy wax", "burns 50 hours"},
    ),
    (
        "We just opened a second location of our climbing gym, Gravity, in Porto. free entry, cafe on site. "
        "30s vertical",
        "our second location in Porto",
        "Gravity",
        {"Free entry", "cafe on site"},
    ),
    (
        "please make a 60 second explainer: how our app Splitly works. you scan the receipt, pick your items, and "
        "everyone pays their part.",
        "Splitly",
        "Splitly",
        {"an app", "pick your items", "Everyone pays their part"},
    ),
    (
        "I'm Tom, a personal trainer in Austin. 12 week program, 199 dollars a month. Reel please",
        "Tom",
        "Tom",
        {"a personal trainer in Austin", "199 dollars a month"},
    ),
    (
        "i own a little toy shop in Ghent, it's named Blokken. from 12 euros, made in Belgium. could you do something "
        "for our instagram, maybe 20 seconds",
        "Blokken",
        "Blokken",
        {"a little toy shop in Ghent", "from 12 euros", "made in Belgium"},
    ),
    (
        "Our nonprofit, BrightSteps, gives school bags to children. 20 euros pays for one. make a video that gets "
        "people to donate at brightsteps.example",
        "BrightSteps",
        "BrightSteps",
        {"BrightSteps gives school bags to children", "20 euros pays for one"},
    ),
    (
        "can u make smth for my barber shop Fade Kings? 20% off for students on mondays, walk ins welcome, open till 9",
        "Fade Kings",
        "Fade Kings",
        {"a barber shop", "walk-ins welcome", "open till 9"},
    ),
    (
        "Video for an accountant's website, calm, 40 seconds: we do tax returns for freelancers from 150 euros, fixed "
        "price, answered within 24 hours",
        "our tax returns",
        "",
        {"from 150 euros", "fixed price", "answered within 24 hours"},
    ),
]


@pytest.mark.parametrize(
    ("text", "product", "brand", "told"), STORIES, ids=[brand or "none" for _, _, brand, _ in STORIES]
)
def test_what_is_told_in_a_story_is_what_the_video_is_about(
    text: str, product: str, brand: str, told: set[str]
) -> None:
    brief = Director().complete(BriefRequest(text, {}), Brief)
    assert (brief.product, brief.brand) == (product, brand)
    assert {each.lower() for each in told} <= {point.lower() for point in brief.points}
    assert not [point for point in brief.points if "video" in point.lower() or "instagram" in point.lower()]
    script = Director().complete(ScriptRequest(brief, 30, 150), Script)
    assert product.removeprefix("our ").split()[-1] in script.title


def test_what_people_are_to_do_is_kept() -> None:
    brief = Director().complete(BriefRequest(STORIES[8][0], {}), Brief)
    assert (brief.call_to_action, brief.address) == ("donate", "brightsteps.example")


def test_a_customer_who_says_something_is_quoted_about_what_she_uses() -> None:
    text = 'Testimonial. Our customer Petra says: "I got my evenings back." She uses our meal boxes twice a week'
    brief = Director().complete(BriefRequest(text, {}), Brief)
    assert brief.product == "our meal boxes"
    assert brief.points == ('"I got my evenings back," says Petra', "Petra uses them twice a week")


def test_instructions_between_commas_are_steps_in_their_order() -> None:
    text = (
        "I need a video for our staff about the new fire drill procedure. when the alarm sounds leave by the nearest "
        "exit, do not use the lift, meet at the car park"
    )
    brief = Director().complete(BriefRequest(text, {}), Brief)
    assert brief.goal == "training"
    assert brief.points == (
        "When the alarm sounds leave by the nearest exit",
        "do not use the lift",
        "meet at the car park",
    )
