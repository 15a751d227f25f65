"""Briefs as people type them in a hurry: what is understood, and that every sentence can be said aloud."""

from __future__ import annotations

import re

import pytest

from tools.brief import Brief
from tools.language import BriefRequest, ScriptRequest
from tools.language.director import Director
from tools.language.word_classes import shape_of
from tools.script import Script


def brief(text: str) -> Brief:
    return Director().complete(BriefRequest(text, {}), Brief)


def script(text: str) -> list[str]:
    found = brief(text)
    written = Director().complete(ScriptRequest(found, found.duration_seconds or 30.0), Script)
    return [line.text for section in written.sections for line in section.lines]


@pytest.mark.parametrize(
    ("text", "product", "said"),
    [
        (
            "I need 30 seconds for Instagram about our new necklace, the Luna. Silver, handmade in Lisbon, 89 euros.",
            "Luna",
            ["Say hello to Luna, a new necklace.", "It's silver and handmade in Lisbon."],
        ),
        (
            "Sales video to hotel managers: our linen service picks up at 6 am and brings back by noon, costs 15% less",
            "our linen service",
            ["Hotel managers, meet our linen service.", "It picks up at 6 am and brings back by noon."],
        ),
        (
            "Our app Tidepool tracks your sleep without a watch. Free for 30 days then 3.99 a month. 20 seconds "
            "vertical",
            "Tidepool",
            ["It's free for 30 days then 3.99 a month."],
        ),
        (
            "hi! my wife and I just opened a little flower shop in Graz, we do bouquets and weddings. something nice "
            "for "
            "facebook?",
            "our little flower shop in Graz",
            ["We do bouquets and weddings."],
        ),
        (
            "Announce that Dr. Patel is joining our practice on September 1, she specialises in sports injuries",
            "Dr. Patel is joining our practice on September 1",
            ["She specialises in sports injuries."],
        ),
        (
            "We want to thank our volunteers. 12 parks cleaned this year",
            "we'd like to thank our volunteers",
            ["We'd like to thank our volunteers."],
        ),
        (
            "video to say sorry to customers for the outage on Monday. no data was lost",
            "we'd like to apologise for the outage on Monday",
            ["We'd like to apologise for the outage on Monday."],
        ),
        (
            'My book "The Quiet Harbor" is out on 4 November! It\'s a thriller set in Maine.',
            "The Quiet Harbor",
            ["It is out on 4 November.", "It's a thriller set in Maine."],
        ),
        (
            "Video for TikTok about my candle brand Wickd. Soy wax, hand poured, 3 scents: fig, cedar, rain.",
            "Wickd",
            ["It's soy wax and hand poured.", "There are 3 scents, fig, cedar and rain."],
        ),
        (
            "Fundraising: help us build a well in Kilifi, Kenya. 7,400 raised so far.",
            "help us build a well in Kilifi, Kenya",
            ["7,400 have been raised so far."],
        ),
        (
            "pitch for investors: Helio makes solar tiles that look like slate. raising 5M.",
            "Helio",
            ["It makes solar tiles that look like slate.", "We're raising 5M."],
        ),
    ],
)
def test_what_it_is_about_and_what_is_said(text: str, product: str, said: list[str]) -> None:
    assert brief(text).product == product
    lines = script(text)
    assert not set(said) - set(lines), lines


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Training video, 60 seconds: how to lock out a machine. 1 press stop 2 turn the key 3 hang your tag",
            {"goal": "training", "duration_seconds": 60, "points": ("press stop", "turn the key", "hang your tag")},
        ),
        (
            "we need someone for our cafe, weekends, 14 euro an hour plus tips, apply at jobs@bluecup.pt",
            {
                "goal": "recruitment",
                "product": "someone for our cafe",
                "points": ("weekends", "14 euro an hour plus tips"),
            },
        ),
        ("looking for a plumber's apprentice in Hull, start in June", {"goal": "recruitment"}),
        (
            "Remind parents: school photo day is Tuesday 14 October, bring the order form",
            {"goal": "announcement", "audience": "parents", "points": ("bring the order form",)},
        ),
        (
            "can u make vid for my dog walking biz in brighton, insured, dm on insta @pawsomewalks",
            {"call_to_action": "message", "address": "@pawsomewalks"},
        ),
        (
            "How to clean your espresso machine: empty the tray, wipe the wand. 45 seconds, for home baristas.",
            {"audience": "home baristas", "duration_seconds": 45, "points": ("empty the tray", "wipe the wand")},
        ),
        (
            "I need something for our investors, 90 seconds: revenue grew 40% in Q3, churn fell to 2%",
            {"goal": "update", "audience": "our investors", "product": "revenue grew 40% in Q3"},
        ),
        (
            'Our online course "Python from Zero" - 40 lessons, certificate. for career changers',
            {"product": "Python from Zero", "brand": "", "audience": "career changers"},
        ),
        ("we just raised 4 million to make robots safer. We're hiring engineers in Berlin.", {"goal": "announcement"}),
    ],
)
def test_forms_in_a_hurry_are_understood(text: str, fields: dict[str, object]) -> None:
    found = brief(text)
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("phrase", "shape"),
    [
        ("Maria joins on Monday", "clause"),
        ("our customers love us", "clause"),
        ("cancel anytime", "instruction"),
        ("dishwasher safe", "description"),
        ("hand poured", "description"),
        ("quiet motor", "thing"),
        ("shared lists", "things"),
        ("fresh beans weekly", "other"),
        ("", "other"),
    ],
)
def test_a_phrase_is_known_by_its_words(phrase: str, shape: str) -> None:
    assert shape_of(phrase) == shape


@pytest.mark.parametrize(
    "facts",
    [
        "fresh beans weekly",
        "meals up to 40 euros a day",
        "wishlist now",
        "dishwasher safe",
        "machine included",
        "money back in 5 days",
        "first box ships in March",
    ],
)
def test_no_article_stands_where_none_belongs(facts: str) -> None:
    lines = script(f"A video about our coffee service. {facts.capitalize()}, cancel anytime.")
    assert not [
        line
        for line in lines
        if re.search(r"\ban? (?:fresh|meals|wishlist|dishwasher|machine incl|money|first)", line, re.I)
    ], lines
