"""Passages that any goal may use: whom it is for, how to picture it, how to decide, and a word at the end.

Each line is (rank, variants). A variant is passed over where one of its `{fields}` is empty. Nothing here states a fact
about the client: facts come from the brief alone.
"""

from __future__ import annotations

from tools.language.outline import Passage

WHO = Passage(("Who {it_is} for", "For {audience}"), (
    (2, ("{It_is} for {audience}.",)),
    (6, ("If that's you, stay with us for a moment.", "If you're one of them, this is worth a moment of your time.")),
))
THIS_FOR = Passage(("For {audience}",), (
    (2, ("This is for {audience}.",)),
    (6, ("If that's you, you're in the right place.",)),
))
ASK = Passage(("Ask us anything",), (
    (6, ("Would you like to know more? Then simply ask.",
         "Do you have a question? Then simply ask us.")),
    (7, ("We'd rather answer one question too many than leave you guessing.",)),
))
DECIDE = Passage(("Not sure yet?", "How to decide"), (
    (5, ("[weigh] Not sure yet? Then ask yourself what you'd need to know to say yes.",
         "[weigh] Still thinking? Then ask yourself what you'd need to know to say yes.")),
    (6, ("And then ask us exactly that.",)),
    (8, ("If you need a little time, take it.",)),
))
SHARE = Passage(("Pass it on",), (
    (7, ("Do you know someone who should see this? Send them this video.", "Did a friend come to mind just now? Send "
                                                                           "them this video.")),
    (9, ("It takes a few seconds, and it may be just what they were looking for.",)),
))
RECAP = Passage(("In short",), ((5, ("So, in short: {recap}.", "To sum up: {recap}.")),))
NEXT_STEP = Passage(("The next step",), (
    (6, ("So what comes next? Keep it small: one visit, one call, or one message is enough.",)),
    (8, ("A first step doesn't have to be a big one.",)),
    (9, ("It only has to be the first.",)),
))
TALK = Passage(("Talk it over",), (
    (8, ("Talk it over with somebody whose opinion you value.",)),
    (8, ("A second pair of eyes often sees what the first one missed.",)),
))
AGAIN = Passage(("Watch it again",), (
    (8, ("You can watch this again at any time, and pause it wherever you like.",)),
    (9, ("And write down the one thing you don't want to forget.",)),
))
SAY_BACK = Passage(("In your own words",), (
    (6, ("[topic] Could you explain it to a friend in two sentences?", "[vp] Could you explain it to a friend in two "
                                                                       "sentences?")),
    (7, ("Try it; there's no quicker way to find out what you've understood.",)),
    (7, ("And whatever you can't explain yet is your next question.",)),
))
CLOSE = Passage(("",), (
    (0, ("{action}",)),
    (8, ("Thank you for watching.", "Thanks for your time.")),
))

USE: dict[str, Passage] = {
    "wearable": Passage(("Picture it on you",), (
        (3, ("Where would you wear {them} first?",)),
        (4, ("To work on a Monday, or out to dinner on a Friday?",)),
        (7, ("Picture the outfit, picture the evening, and trust your first thought.",)),
        (8, ("The pieces we keep the longest are often the ones we didn't have to think about.",)),
    )),
    "food": Passage(("Take your time", "Have a taste"), (
        (3, ("When did you last taste something and remember it the next day?",)),
        (4, ("Some things are hard to describe, so let your own taste decide.",)),
        (7, ("Sit down, take your time, and share it with someone you like.",)),
    )),
    "place": Passage(("Come and see", "Step inside"), (
        (3, ("You get to know a place by walking in.",)),
        (4, ("So come by, have a look around, and say hello.",)),
        (7, ("Look at the room, meet the people, and see how it feels.",)),
        (8, ("A few minutes are often enough to know whether you'd like to come back.",)),
    )),
    "software": Passage(("Your first five minutes",), (
        (3, ("How would you begin? Open {name}, pick one task from a real day, and do that first.",)),
        (5, ("One real task will tell you more than any tour.",)),
        (7, ("When that works the way you like, bring in the next one.",)),
        (8, ("Small steps are easier to keep up than big plans.",)),
    )),
    "class": Passage(("Your first time",), (
        (3, ("What would you like to be able to do?",)),
        (4, ("You don't have to be good at it; you only have to begin.",)),
        (7, ("Come as you are, and start from where you are today.",)),
        (8, ("The first time is the hardest, and after that it's a habit in the making.",)),
    )),
    "service": Passage(("A good place to begin",), (
        (3, ("What would you like to have off your mind?",)),
        (4, ("Tell us where you are now, and where you'd like to be.",)),
        (7, ("Then we can talk about the next step, and only about that.",)),
        (8, ("A clear first conversation often saves a long second one.",)),
    )),
    "device": Passage(("Picture it in your day",), (
        (3, ("Some things you have to hold in your hands to understand.",)),
        (4, ("So picture {them} in your day: where {do} {it} stand, and who reaches for {them} first?",)),
        (7, ("If you can see that clearly, {it_is} worth a closer look.",)),
    )),
    "offer": Passage(("Make a short list",), (
        (3, ("Is there something you've had your eye on?",)),
        (4, ("Then this is a good moment to look again.",)),
        (7, ("Make a short list first, so you'll find what you came for.",)),
        (8, ("And leave a little room for something you didn't expect.",)),
    )),
    "media": Passage(("Press play",), (
        (3, ("When would you make time for {them}: on your way to work, or late in the evening?",)),
        (4, ("Start with a few minutes, and see whether it stays with you.",)),
        (7, ("And if it does, tell a friend what you liked.",)),
    )),
    "home": Passage(("Picture yourself there",), (
        (3, ("Where would your favourite chair stand?",)),
        (4, ("Picture a quiet Sunday morning, and where you'd spend it.",)),
        (7, ("Then come and see whether the picture fits.",)),
    )),
    "cause": Passage(("Why you stopped",), (
        (3, ("What made you stop and listen just now?",)),
        (4, ("Hold on to that, because help begins with one person who cares.",)),
        (7, ("You don't have to do everything; you can do one thing today.",)),
    )),
    "": Passage(("Start with a question",), (
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
    "launch": "Here's what you get", "explainer": "Here are the main points", "how_to": "Here's what matters",
    "announcement": "Here are the details",
    "testimonial": "Here's what we stand for", "recruitment": "Here's what we offer", "update": "Here's what's new",
    "event": "Here's what to expect",
    "sales": "Here's what you get", "training": "Keep these points in mind",
}
"""What stands before a list of things, by goal."""
