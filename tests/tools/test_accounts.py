"""Accounts: briefs told in the client's own sentences, of which those that are no orders are said as they stand."""

from __future__ import annotations

import re

import pytest

from tools.brief import Brief
from tools.language import BriefRequest, ScriptRequest
from tools.language.account.calls import read_call
from tools.language.account.identity import owner_in, read_identity
from tools.language.account.orders import read_order
from tools.language.account.proof import faults_of
from tools.language.account.reading import read_account
from tools.language.account.sentences import apart, turned
from tools.language.account.utterances import is_finite
from tools.language.account.wording import full_words, heading_from, said
from tools.language.director import Director
from tools.script import Script

ACCOUNTS: dict[str, tuple[str, list[str], str]] = {
    "bakery": (
        "I run a small bakery in Lisbon called Pao Quente. I want a video for instagram, 20 seconds, we now do "
        "sourdough workshops on saturdays, 45 euros per person, book at paoquente.pt. Let Eileen present it.",
        [
            "We're Pao Quente, a small bakery in Lisbon.",
            "We now do sourdough workshops on Saturdays.",
            "It's 45 euros per person.",
        ],
        "Book at paoquente.pt.",
    ),
    "charity": (
        "We are Second Helping, a charity that collects surplus food from supermarkets in Leeds and cooks it into hot "
        "meals. Last winter we served 18,400 meals with 60 volunteers. This year three supermarkets have stopped "
        "giving, and our kitchen on Kirkgate will close in January unless we find £25,000. Please make a one minute "
        "appeal asking people to give £10 a month at secondhelping.org.uk. Not too tearful.",
        [
            "We are Second Helping, a charity that collects surplus food from supermarkets in Leeds and cooks it into "
            "hot meals.",
            "Last winter we served 18,400 meals with 60 volunteers.",
            "This year three supermarkets have stopped giving.",
            "Our kitchen on Kirkgate will close in January unless we find £25,000.",
        ],
        "Give £10 a month at secondhelping.org.uk.",
    ),
    "dentist": (
        "I need a 45 second video for my dental practice, Riverside Dental in Bath. We have a new hygienist, Priya "
        "Nair, who joined us in June and we have finally got Saturday appointments. A lot of people put off coming "
        "because they are scared so I want it to be calm and reassuring. New patients pay £49 for a first check-up "
        "with x-rays. Phone 01225 555 0142.",
        [
            "We're Riverside Dental, a dental practice in Bath.",
            "We have a new hygienist, Priya Nair, who joined us in June.",
            "We have finally got Saturday appointments.",
            "A lot of people put off coming because they are scared.",
            "New patients pay £49 for a first check-up with x-rays.",
        ],
        "Call 01225 555 0142.",
    ),
    "labels": (
        "Product launch video, 30s, LinkedIn + our landing page.\nProduct: Ledgerly\nWhat it does: matches bank "
        "transactions to invoices automatically\nWho for: bookkeepers at small firms\nWhy it's better: connects to 40 "
        "banks, takes 5 minutes to set up, no spreadsheets\nPrice: free for up to 50 invoices a month, then $19\nCTA: "
        "start free at ledgerly.app\nTone: confident, a bit witty",
        [
            "Ledgerly matches bank transactions to invoices automatically.",
            "It connects to 40 banks.",
            "It takes 5 minutes to set up.",
            "No spreadsheets.",
            "It's free for up to 50 invoices a month, then $19.",
        ],
        "Start free at ledgerly.app.",
    ),
    "forwarded": (
        "Subject: FW: bin collections\nHi, see below from the waste team, can you turn this into a video for "
        "residents, about 45 seconds, plain language?\nFrom Monday 6 October, Norbury District Council is changing how "
        "it collects your waste. Food waste will be collected every week in a new green caddy. You can check your new "
        "collection day at norbury.gov.uk/bins.",
        [
            "Here's what you need to know about bin collections.",
            "From Monday 6 October, Norbury District Council is changing how it collects your waste.",
            "Food waste will be collected every week in a new green caddy.",
        ],
        "Check your new collection day at norbury.gov.uk/bins.",
    ),
    "signed": (
        "Dear team, could you please produce a short film for the parents of our year 7 intake? Oakfield Academy opens "
        "its new science block on 4 September. Parking is on the field behind the gym. Please keep it friendly and no "
        "longer than 40 seconds. Kind regards, Martin Hale, Head of Year 7",
        ["Oakfield Academy opens its new science block on 4 September.", "Parking is on the field behind the gym."],
        "Thank you for watching.",
    ),
    "rambling": (
        "So basically me and my sister started this pottery studio three years ago, in an old garage actually, and it "
        "kind of grew, and now we've got eight wheels and a proper kiln. So we thought we'd do a video. It's called "
        "Mudlark Studio, and we glaze and fire the pots and post them to you. Maybe Eileen could present it? Something "
        "fun. Mudlarkstudio.co.uk",
        ["We started this pottery studio three years ago, in an old garage."],
        "Find out more at Mudlarkstudio.co.uk.",
    ),
    "person": (
        "I'm Tomás Vega from LinenLoop. We rent and wash hotel linen and put a chip in every sheet so nothing gets "
        "lost. Hotels normally lose 15% of their linen a year. I want to ask for a 20 minute call next week. "
        "40 seconds, personal, not pushy",
        [
            "I'm Tomás Vega from LinenLoop.",
            "Hotels normally lose 15% of their linen a year.",
            "We'd like to ask you for a 20 minute call next week.",
        ],
        "Get in touch.",
    ),
}


def brief_of(text: str) -> Brief:
    return Director().complete(BriefRequest(text, {}), Brief)


def lines_of(text: str, seconds: float = 60.0) -> list[str]:
    written = Director().complete(ScriptRequest(brief_of(text), seconds), Script)
    return [line.text for section in written.sections for line in section.lines]


@pytest.mark.parametrize("name", list(ACCOUNTS))
def test_own_sentences_are_said_whole_and_orders_are_not(name: str) -> None:
    text, sentences, call = ACCOUNTS[name]
    lines = lines_of(text)
    assert [line for line in sentences if line not in lines] == []
    assert call in lines
    brief = brief_of(text)
    spoken = " ".join([*brief.points, brief.call_to_action]).lower()
    for order in (
        "eileen",
        "instagram",
        "seconds",
        "please",
        "tone",
        "tearful",
        "pushy",
        "regards",
        "could you",
        "a video",
    ):
        assert order not in spoken


@pytest.mark.parametrize("name", list(ACCOUNTS))
def test_every_line_is_a_sentence_that_is_said_once(name: str) -> None:
    lines = lines_of(ACCOUNTS[name][0])
    assert len(set(map(str.lower, lines))) == len(lines)
    for line in lines:
        assert re.match(r'["“]?[A-Z\d€$£]', line) and re.search(r'[.!?]["”]?$', line), line
        assert not re.search(r"\b(?:and|or|but|the|of|to|at|with|for)[.!?]$|\s[,.]|,[.,]", line), line


@pytest.mark.parametrize("name", list(ACCOUNTS))
def test_what_is_told_is_kept_in_the_brief_and_read_again_from_it(name: str) -> None:
    brief = brief_of(ACCOUNTS[name][0])
    assert Brief.model_validate_json(brief.model_dump_json(by_alias=True)) == brief
    assert all(re.search(r'[.!?]"?$', point) for point in brief.points) or not brief.stated


def test_a_brief_of_before_is_read_as_phrases() -> None:
    assert not Brief.model_validate({"schema": "brief/1", "request": "x", "points": ["made in Lisbon"]}).stated


def test_briefs_said_well_as_phrases_stay_phrases() -> None:
    brief = brief_of("A 20 second launch video for Lumen, a desk lamp that follows daylight. €59.")
    assert not brief.stated and brief.product == "Lumen"


def test_in_a_short_video_the_price_comes_before_the_rest() -> None:
    text = (
        "We're Halm, a shop for kettles in Leeds. Our kettles are quiet. Our kettles are made of steel in Sheffield by "
        "people who like tea. We wrap every kettle in paper. A kettle costs £40. Please make a video of 15 seconds."
    )
    written = Director().complete(ScriptRequest(brief_of(text), 15.0), Script)
    required = [line.text for section in written.sections for line in section.lines if not line.optional]
    assert "A kettle costs £40." in required


@pytest.mark.parametrize(
    "clause",
    [
        "Let Eileen present it",
        "Maybe Eileen could present it?",
        "Eileen should explain our new expense policy to employees",
        "keep it under a minute",
        "about a minute, formal but not stiff".split(", ")[1],
        "something nice for facebook",
        "Not too tearful",
        "30s promo for my dog walking business",
        "can you turn this into a video for residents",
        "Can I have 30 seconds for our instagram?",
        "Would love a gentle 30 second video for instagram",
        "We want to do a video for our customers for presenting the new robotic welding line",
        "Don't give away that the grandmother is still alive",
        "for our website",
        "no hype",
        "15 seconds for the lobby screen",
        "Kind regards",
        "with a link to pixquill.example/new",
        "so I want it to be calm and reassuring",
        "It needs to be square",
        "We want to reach nurses in Portugal",
    ],
)
def test_what_is_for_the_makers_is_an_order(clause: str) -> None:
    assert read_order(clause) is not None


@pytest.mark.parametrize(
    "clause",
    [
        "We need £25,000",
        "We want to keep the pool open",
        "We're looking for 8 night carers",
        "Clip on before you step off the ladder",
        "Don't twist when you turn",
        "Never open attachments from senders you don't know",
        "It's light, quiet and warm",
        "Managers have to answer within three working days",
        "No spreadsheets",
        "Everyone should read the letter",
        "I shoot on film and digital",
    ],
)
def test_what_is_for_viewers_is_no_order(clause: str) -> None:
    assert read_order(clause) is None


@pytest.mark.parametrize(
    ("clause", "topic", "audience", "call"),
    [
        ("make a video for 8 year olds about why leaves change colour", "why leaves change colour", "", ""),
        ("we need an internal video for all employees about the new leave policy", "the new leave policy",
         "all employees", ""),
        ("45 sec explainer for parents on how our robotics club works", "how our robotics club works", "parents", ""),
        ("I want to tell folks how to stop their pipes freezing", "how to stop your pipes freezing", "", ""),
        ("make a one minute appeal asking people to give £10 a month", "", "", "give £10 a month"),
        ("finish with petalroute.ie", "", "", "petalroute.ie"),
    ],
)  # fmt: skip
def test_orders_hold_what_it_is_about_and_for_whom(clause: str, topic: str, audience: str, call: str) -> None:
    order = read_order(clause)
    assert order is not None and (order.topic, order.audience, order.call) == (topic, audience, call)


@pytest.mark.parametrize(
    ("clause", "call"),
    [
        ("people book by whatsapp 912 345 678", "book by whatsapp on 912 345 678"),
        ("lowtidefest.com", "find out more at lowtidefest.com"),
        ("Questions go to people@halden.com", "send your questions to people@halden.com"),
        ("shop is rodopigold.de", "visit rodopigold.de"),
        ("apply to jobs@seaview.scot by 30 November", "apply to jobs@seaview.scot by 30 November"),
        ("Phone 01225 555 0142", "call 01225 555 0142"),
        ("Bookings by DM @lucia.cooks", "message @lucia.cooks to book"),
        ("register shoplaw.eu/gdpr", "register at shoplaw.eu/gdpr"),
        ("You can check your new day at norbury.gov.uk/bins", "check your new day at norbury.gov.uk/bins"),
        ("If you have a fever, call us on 020 7946 0321 before you come", None),
        ("It costs £1,200,000 over 12 months", None),
        ("We look for girls born 2012-2014", None),
    ],
)
def test_calls_are_imperatives_with_their_address(clause: str, call: str | None) -> None:
    found = read_call(clause)
    assert (found.text if found else None) == call


@pytest.mark.parametrize(
    ("fragment", "goal", "sentence"),
    [
        ("$20 a walk", "sales", "It's $20 a walk."),
        ("£13.40 an hour", "recruitment", "The pay is £13.40 an hour."),
        ("early bird tickets £89 until the end of April", "event",
         "Early bird tickets are £89 until the end of April."),
        ("first walk free", "sales", "The first walk is free."),
        ("no experience needed", "recruitment", "No experience is needed."),
        ("connects to 40 banks", "launch", "It connects to 40 banks."),
        ("starts at $39", "launch", "It starts at $39."),
        ("12 March until 30 June", "event", "It runs from 12 March until 30 June."),
        ("18-20 July", "event", "It's on 18-20 July."),
        ("closed Mondays", "event", "We're closed on Mondays."),
        ("3 days, 45 bands, one beach", "event", "3 days, 45 bands, one beach."),
    ],
)  # fmt: skip
def test_fragments_are_said_with_as_little_added_as_can_be(fragment: str, goal: str, sentence: str) -> None:
    assert said(fragment, goal) == sentence


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("sat june 7 10am", "Saturday June 7 at 10am"),
        ("12 march til 30 june", "12 March until 30 June"),
        ("$29/mo", "$29 a month"),
        ("opens on 4 September. There is parking", "opens on 4 September. There is parking"),
        ("see shoplaw.eu/gdpr for gdpr", "see shoplaw.eu/gdpr for GDPR"),
        ("28 nov - 23 dec", "28 November to 23 December"),
        ("4, 5 and 6 April", "4 to 6 April"),
        ("it may be late", "it may be late"),
    ],
)
def test_short_forms_are_said_in_full(text: str, full: str) -> None:
    assert full_words(text) == full


@pytest.mark.parametrize(
    ("clause", "name", "opening"),
    [
        ("we're Forno da Graça, a little bakery in Lisbon", "Forno da Graça",
         "We're Forno da Graça, a little bakery in Lisbon."),
        ("We're a care home in Aberdeen (Seaview House)", "Seaview House",
         "We're Seaview House, a care home in Aberdeen."),
        ("We are a mid-size factory near Brescia, Cilindri Moretti", "Cilindri Moretti",
         "We're Cilindri Moretti, a mid-size factory near Brescia."),
        ("My new novel is called The Glass Orchard", "The Glass Orchard", "My new novel is called The Glass Orchard."),
        ("I manage Hotel Alpenrose in Zermatt and we renovated all rooms", "Hotel Alpenrose",
         "We're Hotel Alpenrose in Zermatt."),
        ("My name is Elena and I teach Spanish", "Elena", "My name is Elena and I teach Spanish."),
    ],
)  # fmt: skip
def test_who_speaks_is_said_in_one_sentence(clause: str, name: str, opening: str) -> None:
    found = read_identity(clause)
    assert found is not None and (found.name, found.opening) == (name, opening)


def test_a_thing_is_shown_and_a_firm_speaks() -> None:
    thing, firm = owner_in("my podcast, Second Acts"), owner_in("my dental practice, Riverside Dental in Bath")
    assert thing is not None and thing.opening == "This is Second Acts, our podcast."
    assert firm is not None and firm.opening == "We're Riverside Dental, a dental practice in Bath."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The team is lovely, most people stay long", ["The team is lovely", "Most people stay long"]),
        ("Requests go through the app, not by e-mail", ["Requests go through the app, not by e-mail"]),
        ("If it is heavier than 20 kg, ask a colleague", ["If it is heavier than 20 kg, ask a colleague"]),
        ("We do classes every Sunday, 55 euros including coffee",
         ["We do classes every Sunday", "55 euros including coffee"]),
    ],
)  # fmt: skip
def test_one_thing_is_said_in_a_sentence(text: str, parts: list[str]) -> None:
    assert apart(text) == parts


def test_the_company_speaks_unless_one_person_does() -> None:
    assert turned("I call my clients", personal=False) == "we call our clients"
    assert turned("I call my clients", personal=True) == "I call my clients"
    assert read_account("My novel is called Tide. I wrote it in Cork.", "launch").lines == ["I wrote it in Cork."]


def test_months_are_no_verbs() -> None:
    assert not is_finite("14 May at 11 CET") and is_finite("You may drink water until two")


def test_a_heading_is_a_figure_a_date_or_a_thing() -> None:
    assert heading_from("Last winter we served 18,400 meals with 60 volunteers.", set()) == "18,400 meals"
    assert heading_from("We find £25,000.", {"we find £25,000"}) == "£25,000"
    assert heading_from("Flats split chores and bills.", {"flats split chores and bills"}) == ""


def test_a_script_of_phrases_is_kept_only_where_nothing_is_lost_broken_or_ordered() -> None:
    brief = Brief(request="We sell oak tables. They last a lifetime. Make it a warm video.", product="our oak tables")
    told = {"points": ("We sell oak tables.", "They last a lifetime."), "call_to_action": "", "brand": ""}
    assert faults_of(["Have you seen our oak tables yet?", "They last a lifetime."], brief, told) == []
    for bad in ("They're Warm.", "If it breaks.", "New patients pay costs £49.", "Make it a warm video."):
        assert faults_of(["Have you seen our oak tables yet?", "They last a lifetime.", bad], brief, told), bad
    assert faults_of(["Have you seen our oak tables yet?"], brief, told)


@pytest.mark.parametrize(
    ("request_", "never", "about"),
    [
        ("20 seconds about our new desk lamp Lumen, it follows the daylight, 49 euros", "20 seconds", "Lumen"),
        ("45 seconds of how our app Tidy sorts your photos. It finds doubles. It works offline.", "45 seconds", "Tidy"),
        ("Half a minute about our café Morgenrot in Graz. We roast our own beans.", "minute", "Morgenrot"),
        ("A minute on why sleep matters. Adults need seven hours.", "A minute", "sleep"),
        ("30 seconds for our gym Ironhouse: new classes on Mondays, first month free", "For our", "Ironhouse"),
        ("20 second clip about our lamp, with the presenter Maya, it follows the daylight, 49 euros", "Maya", "lamp"),
        ("30 seconds about our lamp Lumen " + ". " * 9000, " . .", "Lumen"),
    ],
)
def test_a_length_and_who_presents_are_for_the_makers(request_: str, never: str, about: str) -> None:
    lines = " ".join(lines_of(request_, 30.0))
    assert about.lower() in lines.lower() and never not in lines
