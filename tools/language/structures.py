"""Structures: what each goal says and in which order. `FACTS` stands where the client's own facts go."""

from __future__ import annotations

from tools.brief import Goal
from tools.language.outline import Passage
from tools.language.passages import AGAIN, ASK, DECIDE, NEXT_STEP, RECAP, SAY_BACK, SHARE, TALK, THIS_FOR, WHO

FACTS, USE, FIRST_SIGHT = "facts", "use", "first_sight"
"""Marks for what is put in from elsewhere: the facts, the picture by category, the opening by category."""

Part = Passage | str

STRUCTURES: dict[Goal, tuple[Part, ...]] = {
    "launch": (
        Passage(("Have a look",), (
            (0, ("{hook} Meet {defined}.", "{callout} meet {defined}.", "[plain] Meet {defined}.",
                 "[plain] Say hello to {defined}.", "[undefined] {Thing} {is} here.", "Here's some news: {news}.",
                 "Today is about {topic}.")),
        )),
        FACTS, WHO, USE, DECIDE, TALK, ASK, NEXT_STEP, RECAP, SHARE, AGAIN,
    ),
    "explainer": (
        Passage(("In plain words",), (
            (0, ("{hook} Meet {defined}.", "{callout} meet {defined}.", "[plain] Let us introduce you to {defined}.",
                 "[undefined] Let's talk about {thing}.", "{callout} have you ever wondered {topic}?",
                 "[plain] Have you ever wondered {topic}?", "{News}.")),
            (2, ("[topic] No jargon, no rush, just what you need to know.",
                 "[topic] We'll keep it plain, and we'll keep it clear.",
                 "[told] Here's what you should know.", "[told] Here's the short version.")),
        )),
        FACTS,
        THIS_FOR,
        Passage(("Wherever you start",), (
            (4, ("[topic] Maybe this is new to you, or maybe you've heard of it and never had the time to look.",
                 "[bare] You may know {them} already, or we may only just be meeting.")),
            (6, ("Wherever you're starting from, you're welcome here.",)),
        )),
        USE,
        Passage(("Three good questions",), (
            (5, ("[topic] When something is new, three questions help: what is it, who is it for, and what's next?",)),
            (7, ("Write your answers down; it helps more than you'd think.",)),
            (8, ("A good question is worth more than a quick answer.",)),
        )),
        SAY_BACK, DECIDE, TALK, ASK, NEXT_STEP, RECAP, SHARE, AGAIN,
    ),
    "how_to": (
        Passage(("One step at a time",), (
            (0, ("Here's how to {vp}.", "Would you like to {vp}? Here's how.", "Let's talk about {thing}.",
                 "Let's look at {topic}.", "Here's what to know: {news}.")),
            (2, ("We'll take it one step at a time.",)),
        )),
        Passage(("Before you begin",), (
            (4, ("Before you begin, give yourself a little time and a clear space.",)),
            (6, ("Put everything you need within reach, so you won't have to stop halfway.",)),
        )),
        FACTS,
        Passage(("Slowly at first",), (
            (3, ("Go slowly the first time, and finish each step before you start the next.",)),
            (5, ("Speed comes with practice.",)),
            (7, ("If something doesn't work, stop, look, and try that step once more.",)),
        )),
        THIS_FOR,
        Passage(("Pause when you like",), (
            (5, ("Pause this video whenever you need to.",)),
            (7, ("Nobody is watching the clock.",)),
        )),
        Passage(("Then do it again",), (
            (6, ("Once you're through, do it again soon, while it's still fresh.",)),
            (7, ("Doing it yourself teaches more than watching it twice.",)),
            (8, ("When it feels easy, show somebody else; explaining is the best practice there is.",)),
        )),
        SAY_BACK, RECAP, ASK, SHARE, AGAIN,
    ),
    "announcement": (
        Passage(("We have news",), (
            (0, ("{thanks}", "{reminder}", "[message] A message for {audience}: {news}.",
                 "[open] We have news: {news}.",
                 "We have something to tell you about {thing}.",
                 "We have news about {thing}.", "We'd like to tell you {topic}.")),
            (3, ("[message] We wanted you to hear it from us first hand.",)),
        )),
        FACTS, THIS_FOR,
        Passage(("What it means for you",), (
            (4, ("[message] Take a moment to note the details, and you're all set.",
                 "[message] Make a note of it now, so that nothing catches you by surprise.")),
            (6, ("If anything changes for you because of it, now is a good time to plan ahead.",)),
            (8, ("A little notice makes every change easier.",)),
        )),
        USE,
        Passage(("Keep it at hand",), (
            (6, ("Keep this video at hand, so you can look it up when you need it.",)),
            (8, ("Nobody remembers everything the first time.",)),
        )),
        ASK, NEXT_STEP, RECAP,
        Passage(("Please pass it on",), (
            (5, ("Please pass this on to anyone who should know.",)),
            (7, ("News travels best from one person to another.",)),
            (8, ("Think of a neighbour, a colleague, or a friend who might have missed it.",)),
        )),
        TALK, AGAIN,
    ),
    "testimonial": (
        Passage(("First hand",), (
            (0, ("What do people say about {thing}?", "What's it like, first hand? Let's talk about {topic}.",
                 "{News}.")),
            (2, ("The best answer comes from those who know {them} first hand.",)),
            (4, ("Don't just take our word for it; ask around.",)),
        )),
        FACTS,
        THIS_FOR,
        Passage(("What to ask them",), (
            (3, ("Ask what they hoped for, what happened, and what they'd tell a friend.",)),
            (6, ("Honest answers are worth more than any slogan.",)),
            (8, ("Ask what surprised them, because that's often the most honest part.",)),
        )),
        Passage(("Tell us yours",), (
            (3, ("Do you have a story of your own? Then we'd like to hear it.",)),
            (5, ("What brought you to us, and what stayed with you?",)),
            (6, ("A few sentences are enough, in your own words.",)),
            (7, ("Good or bad, it helps the next person decide.",)),
        )),
        USE, NEXT_STEP, RECAP, SHARE, AGAIN,
    ),
    "recruitment": (
        Passage(("We're hiring", "Join us"), (
            (0, ("We're looking for {role}.", "[job] Could this be your next job? We're looking for {role}.")),
            (3, ("Maybe we're looking for you.",)),
        )),
        FACTS,
        Passage(("Is that you?",), (
            (2, ("Does that sound like you? Then we'd like to get to know you.",)),
            (4, ("Tell us what you've done so far, and what you'd like to do next.",)),
            (6, ("A few honest sentences are a good start.",)),
        )),
        Passage(("What drives you?",), (
            (5, ("[job] Which work makes you lose track of time?",)),
            (5, ("What would you like to learn in your next year?",)),
            (7, ("What you enjoy says more about you than a list of job titles.",)),
        )),
        Passage(("Questions go both ways",), (
            (6, ("[job] Bring your own questions; a good conversation goes both ways.",)),
            (7, ("Ask about the work, the people, and an ordinary Tuesday.",)),
            (8, ("You're choosing us as much as we're choosing you.",)),
        )),
        RECAP,
        Passage(("Know someone?",), (
            (5, ("Or do you know somebody who'd fit? Send them this video.",)),
            (8, ("A word from a friend is often how a good story begins.",)),
        )),
        Passage(("Sleep on it",), (
            (7, ("[job] A new job is a big decision, so take the time you need.",)),
            (8, ("Talk it over with the people who know you best.",)),
            (8, ("Trust the feeling you have the next morning.",)),
            (9, ("Good decisions are rarely made in a hurry.",)),
        )),
        ASK, NEXT_STEP, TALK, AGAIN,
    ),
    "update": (
        Passage(("What's new",), (
            (0, ("{callout} here's what's new in {name}.", "[plain] Time for an update on {name}.",
                 "[plain] Here's the latest on {name}.", "Here's the latest: {news}.",
                 "Here's the latest on {topic}.")),
            (3, ("Let's go through it together.", "Here are the things worth knowing.")),
        )),
        FACTS, THIS_FOR,
        Passage(("Try one thing today",), (
            (2, ("[name] The best way to get to know something new is to use it.",)),
            (4, ("Pick one thing, and try it today.",)),
            (6, ("There's no need to learn everything at once.",)),
            (8, ("New habits are built one small step at a time.",)),
        )),
        Passage(("Tell us what you think",), (
            (3, ("Tell us what you think of it.",)),
            (5, ("What works well for you, and what's still missing?",)),
            (7, ("Whether it's one word or a whole page, we'd like to hear it.",)),
        )),
        RECAP,
        Passage(("Share it with your team",), (
            (6, ("Do you work with others? Then share this video, so everyone is up to date.",)),
            (8, ("One short video saves you from explaining it twice.",)),
        )),
        ASK, TALK, AGAIN,
    ),
    "event": (
        Passage(("You're invited",), (
            (0, ("{callout} you're invited to {thing}.", "[plain] You're invited to {thing}.",
                 "You're invited: {news}.", "You're invited to find out {topic}.")),
            (2, ("We'd love to see you there.",)),
        )),
        FACTS, THIS_FOR,
        Passage(("Come as you are",), (
            (4, ("Come on your own, or come with friends.",)),
            (5, ("Bring your questions, and bring your curiosity.",)),
            (7, ("Think about what you'd like to see, and whom you'd like to meet.",)),
            (8, ("The best conversations are often the ones you didn't plan.",)),
        )),
        Passage(("Make a note of it",), (
            (3, ("Put it in your calendar now, so it doesn't slip by.",)),
            (6, ("Tell the people you'd like to have with you.",)),
            (7, ("Good company makes any day better.",)),
        )),
        Passage(("Plan your way",), (
            (7, ("Plan how you'll get there, and leave a little early.",)),
            (8, ("It's nicer to arrive with a few minutes to spare.",)),
        )),
        RECAP, ASK, AGAIN,
        Passage(("Bring someone along",), (
            (6, ("Do you know somebody who'd enjoy it? Send them this invitation.",)),
            (8, ("It's always good to have someone to talk to.",)),
        )),
    ),
    "sales": (
        Passage(("Take a look", "Have a look"), (
            (0, ("{hook} Meet {defined}.", "{callout} meet {defined}.", "[definition] Meet {defined}.", FIRST_SIGHT,
                 "{News}.", "Have you ever wondered {topic}?")),
            (3, ("[told] Here's what there is to know.", "[told] Here's the short version.")),
        )),
        FACTS, WHO, USE, DECIDE,
        Passage(("Why not today?",), (
            (6, ("If you've been meaning to have a look, today is as good a day as any.",)),
            (8, ("Looking costs nothing but a moment.",)),
        )),
        TALK, ASK, NEXT_STEP, RECAP, SHARE, AGAIN,
    ),
    "training": (
        Passage(("Before we start",), (
            (0, ("{welcome}", "Here's how to {vp}.", "This is {briefing}.", "This training is about {thing}.",
                 "Today we look at {topic}.",
                 "Please note: {news}.")),
            (2, ("[welcome] We're glad you're here.", "[drill] Please watch it through to the end.")),
        )),
        Passage(("Your first days",), (
            (3, ("[welcome] Your first days are for looking, listening and asking.",)),
            (4, ("Nobody expects you to know everything.",)),
            (7, ("Write down what surprises you, because fresh eyes see the most.",)),
        )),
        Passage(("People first",), (
            (3, ("[welcome] Get to know the people around you.",)),
            (5, ("Ask what they're working on, and how it fits together.",)),
            (8, ("You'll learn more over one cup of coffee than from a page of notes.",)),
        )),
        THIS_FOR,
        Passage(("Why it matters",), (
            (3, ("[drill] Why does it matter? Because good habits start with knowing what to do.",)),
            (5, ("When everyone does it the same way, everyone knows what to expect.",)),
        )),
        FACTS,
        Passage(("Check yourself",), (
            (4, ("[drill] Now check yourself: could you explain this to a colleague in your own words?",)),
            (6, ("If anything is unclear, watch this again and note it down.",)),
            (7, ("What counts is what works in practice.",)),
        )),
        Passage(("When in doubt, ask",), (
            (5, ("If you're unsure about anything, ask before you begin.",)),
            (7, ("A short question is better than a wrong guess.",)),
        )),
        Passage(("Think back",), (
            (7, ("[drill] Take a minute, and think of the last time you did this.",)),
            (8, ("Ask yourself what went well last time, and what you'd do differently today.",)),
        )),
        Passage(("Make it a habit",), (
            (6, ("[drill] Do it the same way every time, until it's a habit.",)),
            (8, ("Habits hold up even on a busy day.",)),
        )),
        RECAP,
        Passage(("Help each other",), (
            (7, ("Look out for one another.",)),
            (8, ("If you see somebody struggling, show them how.",)),
        )),
        ASK, TALK, AGAIN,
    ),
}
"""The order of what is said, by goal; the call to action always comes last."""
