"""Passages that any goal may use: whom it is for, how to picture it, how to decide, and a word at the end.

Each line is (rank, variants). A variant is passed over where one of its `{fields}` is empty. Every line stands alone,
since any of them may be left out. Nothing here states a fact about the client: facts come from the brief alone.
"""

from __future__ import annotations

from tools.language.outline import Passage

WHO = Passage(("For {audience}",), ((2, ("{It_is} for {audience}.",)),))
THIS_FOR = Passage(("For {audience}",), ((2, ("This is for {audience}.",)),))
ASK = Passage(("Ask us anything",), (
    (6, ("Is there something you'd still like to know? Just ask us.", "Any questions left? Just ask us.")),
    (7, ("We'd rather answer one question too many than leave you guessing.",)),
))
DECIDE = Passage(("Questions worth asking",), (
    (5, ("[weigh] Still thinking it over? Ask yourself what you'd need to know to say yes, and then ask us that.",
         "[weigh] Not sure yet? Work out the one question that would settle it, and put it to us.")),
    (8, ("Take your time; a good decision can wait a day.",)),
))
SHARE = Passage(("Pass it on",), (
    (7, ("Do you know someone who should see this? Send them this video.",
         "Did a friend come to mind just now? Send them this video.")),
    (9, ("It takes only a few seconds to pass this on.",)),
))
RECAP = Passage(("In short",), ((5, ("So, in short: {recap}.", "To sum up: {recap}.")),))
NEXT_STEP = Passage(("One small step",), (
    (6, ("The next step is a small one: a visit, a call or a message is enough.",)),
    (8, ("A first step doesn't have to be a big one.",)),
    (9, ("You don't have to settle everything today.",)),
))
TALK = Passage(("Talk it over",), (
    (8, ("Talk it over with somebody whose opinion you value.",)),
    (8, ("A second pair of eyes often sees what the first one missed.",)),
))
AGAIN = Passage(("Watch it again",), (
    (8, ("You can watch this again at any time, and pause it wherever you like.",)),
    (9, ("Write down the one thing you don't want to forget.",)),
))
SAY_BACK = Passage(("In your own words",), (
    (6, ("[topic] Could you explain it to a friend in two sentences?",
         "[vp] Could you explain it to a friend in two sentences?")),
    (7, ("Putting it in your own words is the quickest way to find out what you've understood.",)),
    (7, ("Whatever you can't explain yet makes a good next question.",)),
))
CLOSE = Passage(("",), ((0, ("{action}",)), (8, ("Thank you for watching.", "Thanks for your time."))))

USE: dict[str, Passage] = {
    "wearable": Passage(("Your way to wear {them}",), (
        (3, ("Where would you wear {them} first: to work on a Monday, or out to dinner on a Friday?",)),
        (4, ("Picture the outfit, picture the evening, and trust your first thought.",)),
        (8, ("The pieces we keep the longest are often the ones we didn't have to think about.",)),
    )),
    "food": Passage(("Taste before you judge",), (
        (3, ("When did you last taste something and remember it the next day?",)),
        (4, ("Some things are hard to describe, so let your own taste decide.",)),
        (7, ("Good food is even better with someone you like.",)),
    )),
    "place": Passage(("Come and look around",), (
        (3, ("You get to know a place by walking in, so come by and say hello.",)),
        (4, ("Have a look around, meet the people, and see how it feels.",)),
        (8, ("A few minutes are often enough to know whether you'd like to come back.",)),
    )),
    "software": Passage(("Start with one real task",), (
        (3, ("How would you begin? Open {name}, pick one task from a real day, and do that first.",)),
        (5, ("One real task will tell you more than any tour.",)),
        (8, ("Small steps are easier to keep up than big plans.",)),
    )),
    "class": Passage(("You only have to begin",), (
        (3, ("You don't have to be good at it; you only have to begin.",)),
        (4, ("Come as you are, and start from where you are today.",)),
        (8, ("The first time is the hardest; the second is already a little easier.",)),
    )),
    "service": Passage(("Start with a conversation",), (
        (3, ("What would you like to have off your mind? Tell us, and we'll start from there.",)),
        (4, ("Tell us where you are now, and where you'd like to be.",)),
        (8, ("A clear first conversation often saves a long second one.",)),
    )),
    "device": Passage(("Picture {them} in your day",), (
        (3, ("Picture {them} in your day: who reaches for {them} first, and when?",)),
        (4, ("Some things you have to hold in your hands to understand.",)),
        (7, ("Think of the one moment in your week when you'd be glad to have {them}.",)),
    )),
    "offer": Passage(("Make a short list",), (
        (3, ("Is there something you've had your eye on? Then this is a good moment to look again.",)),
        (4, ("Make a short list first, so you'll find what you came for.",)),
        (8, ("Leave a little room for something you didn't expect.",)),
    )),
    "media": Passage(("Press play",), (
        (3, ("When would you make time for {them}: on your way to work, or late in the evening?",)),
        (4, ("Start with a few minutes, and see whether it stays with you.",)),
        (7, ("If you like what you find, tell a friend.",)),
    )),
    "home": Passage(("Picture yourself there",), (
        (3, ("Picture a quiet Sunday morning, and where you'd spend it.",)),
        (4, ("Where would your favourite chair stand?",)),
        (7, ("Come and see whether it feels like yours.",)),
    )),
    "cause": Passage(("Help begins with one person",), (
        (3, ("Help begins with one person who cares, and today that can be you.",)),
        (4, ("You don't have to do everything; you can do one thing today.",)),
        (7, ("Hold on to whatever made you stop and listen just now.",)),
    )),
    "event": Passage(("Something to look forward to",), (
        (3, ("Some things are better when you're there in person.",)),
        (4, ("Think about whom you'd like to bring along.",)),
    )),
    "": Passage(("Your first question",), (
        (3, ("What would you like to know about {name} first?",)),
        (4, ("Start with the question that matters most to you.",)),
        (7, ("One good answer usually brings up the next question, and that's a good sign.",)),
    )),
}
"""How to picture the subject, by its category."""

FIRST_SIGHT: dict[str, str] = {
    "wearable": "Have you seen {thing} yet?", "food": "Have you tasted {thing} yet?",
    "place": "Have you been to {thing} yet?",
    "software": "Have you tried {thing} yet?", "class": "Have you thought about {thing}?",
    "home": "Have you seen {thing} yet?",
    "media": "Have you come across {thing} yet?",
    "service": "Have you heard about {thing}?",
    "device": "Have you seen {thing} yet?", "offer": "{Thing} {is} on.", "event": "Have you heard about {thing}?",
    "": "Have you heard about {thing}?",
}
"""How to open when something is to be sold, by its category."""

ITEMS_LEAD: dict[str, str] = {
    "launch": "Here's what you get:", "explainer": "", "how_to": "Here's what matters:", "announcement": "",
    "testimonial": "", "recruitment": "We offer", "update": "Here's what's new:", "event": "Expect",
    "sales": "Here's what you get:", "training": "Keep in mind:",
}
"""What stands before a list of things, by goal; empty where the list stands on its own."""
