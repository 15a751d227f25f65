"""Replies: short answers read against the question that we asked last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.language.notes.mending import distance

_YES = frozenset(
    "yes yeah yep yup sure ok okay right correct exactly please absolutely "
    "definitely do fine y yess ye aye indeed ja oui si ok okey yea yas yessir course".split()
)
_NO = frozenset("no nope nah neither none nothing n never nvm nevermind skip".split())
_PLACES = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "last": -1,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "a": 1,
    "b": 2,
    "c": 3,
    "d": 4,
    "former": 1,
    "latter": -1,
    "both": 0,
    "middle": 2,
}
_WRAP = frozenset(
    "the one option number please it i take would like want choose pick go "
    "with let's lets use scene line is that this a think say mean then make "
    "well um".split()
)

FOLLOW_UPS: tuple[tuple[str, str], ...] = (
    (
        r"What should the new scene about (.+) after scene (\d+) say\?",
        'Add a scene about "{0}" after scene {1} saying "{answer}"',
    ),
    (
        r"What should the new scene about (.+) at the start say\?",
        'Add a scene about "{0}" at the start saying "{answer}"',
    ),
    (r"What should the new scene after scene (\d+) say\?", 'Add a scene after scene {0} saying "{answer}"'),
    (r"What should the new scene at the start say\?", 'Add a scene at the start saying "{answer}"'),
    (r"What should (line \d+ of scene \d+) say instead\?", 'Change {0} to "{answer}"'),
    (r"I can not honestly make (line \d+ of scene \d+) .* say instead\?", 'Change {0} to "{answer}"'),
    (r"What should the (heading|subtitle) of scene (\d+) say\?", 'Change the {0} of scene {1} to "{answer}"'),
    (r"What should the title say\?", 'Change the title to "{answer}"'),
    (r"What should the call to action say\?", 'Change the call to action to "{answer}"'),
    (r"What should the end card say\?", 'The end card should say "{answer}"'),
    (r"What should the name strap say\?", 'Change the name strap to "{answer}"'),
    (r"Which address should the end card show\?", "Put {answer} on the end card"),
    (r'What should be said instead of "(.+)"\?', 'Replace "{0}" with "{answer}"'),
    (r'How should "(.+)" be pronounced, spelled as it sounds\?', 'Pronounce "{0}" as "{answer}"'),
    (r"Which website is it\? Send its address\.", "Learn our website {answer}"),
    (r"After which line should scene (\d+) be split\?", "Split scene {0} after {answer}"),
    (r"What should change about the (music|voice|background|logo|captions|colour|transition|duration)"
     r"\?", "{0}: {answer}"),
    (r"How many seconds should (scene \d+|the end card|the title scene) stay\?", "Hold {0} for {answer}"),
    (r"With which scene should scene (\d+) change places\?", "Swap scene {0} and {answer}"),
    (r"Which colour .*\?", "Make the main colour {answer}"),
    (r"Which music .*\?", "Use {answer} music"),
    (r"Which voice .*\?", "Use {answer} voice"),
    (r"Who should present it\?", "Use the presenter {answer}"),
    (r"Which background .*\?", "Use the {answer} background"),
    (r"Which typeface .*\?", "Use the typeface {answer}"),
)
"""Our questions that ask for words or a name, and the message that the answer makes of them."""

_YES_TOO = frozenset(
    "on then go ahead that's thats fine good great perfect sounds works works-for-me cool lovely all alright agreed "
    "do it "
    "yes thanks thank you why not of course by means that would be".split()
)
_NO_REST = frozenset(
    "no nope nah neither none keep leave it as is them that this alone locked unchanged the way was are thanks "
    "thank you "
    "don't dont do not bother touch please stay stays should for now never mind nevermind rather actually then ok okay "
    "change anything".split()
)
_YIELDING = re.compile(
    r"(?:you|u) (?:choose|decide|pick)|surprise me|whatever(?: you (?:think|like))?|your (?:choice|call|pick)|up to "
    r"you|"
    r"whichever(?: you (?:think|like))?|any(?: of (?:them|those))?|either(?: (?:one|is fine|works))?"
)
_LISTING = re.compile(
    r"(?:what|which)(?: else| other\w*| options?| ones?)?(?: is| are| do| can| could|'s)?(?: there| you have| i "
    r"(?:have|choose|pick)| we have| "
    r"available| my options| the options| to choose from)*|(?:show|list|tell) (?:me )?(?:them|all|the options|what "
    r"there is)(?: all)?|"
    r"what (?:do you have|have you got|are (?:my|the) (?:options|choices))"
)
_LEAD = re.compile(
    r"(?:(?:it|that|this|she|he|the \w+) (?:should|could|must|can|might|ought to) (?:say|read|be|show)|call it|name "
    r"it|how about|what about|"
    r"maybe|perhaps|possibly|let'?s (?:say|go with|use|have|take)|make it(?: say)?|change it to|just(?: say| put)?|"
    r"say|i(?:'d| would) (?:say|like|"
    r"prefer|go (?:for|with))|we(?:'d| would) (?:like|prefer|say|go (?:for|with))|something (?:like|more|in)|"
    r"something|please|put|use|"
    r"i (?:think|guess|want)|we want|hm+|um+|well|oh|ok(?:ay)?|so|actually|"
    r"it(?:'s| is)|its|that(?:'s| is)|ours is|(?:neither|none)(?: of (?:them|those))?|go (?:with|for)|take)\b[,:]? "
    r"*(?=\S)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[, ]+(?:please|pls|plz|thanks|thank you|thx|maybe|perhaps|i think|i guess|i suppose|instead|then|would be "
    r"(?:nice|great|good|lovely)|"
    r"if possible|will do)[.!]*$",
    re.IGNORECASE,
)
_WORDY = re.compile(r" say|pronounced|instead of")


_AS_IS = re.compile(r"(?:leave|keep|no|don'?t|do not|not|cancel|never mind)\b", re.IGNORECASE)
"""How an option begins by which nothing is changed."""
_YES_AND = re.compile(
    r"\W*(?:yes|yep|yeah|yup|sure|ok|okay|please do|do it|do that|go ahead|absolutely|of course|right|exactly)(?: "
    r"please| do| do "
    r"it| do that| go ahead| that'?s right| thanks)*(?:\s*[,.;!–-]+\s*(?:and |but |also |then |plus )*|\s+(?:and|but|"
    r"plus|also)\s+"
    r"(?:also |then )?)(?P<more>\w.{3,})$",
    re.IGNORECASE,
)
"""A yes with a request behind it."""


def reply(question: str, options: Sequence[str], text: str) -> str | None:
    """The message that a short answer stands for; `-` for no; None where it is no answer to the question."""
    flat = " ".join(text.split())
    words = re.findall(r"[\w']+", flat.lower())
    if not words or len(flat) > 400:
        return None
    while len(words) > 1 and words[0] in (
        "hm",
        "hmm",
        "um",
        "uh",
        "oh",
        "well",
        "so",
        "ah",
        "sorry",
        "actually",
        "just",
    ):
        words = words[1:]
    telling = [
        word for word in words if word not in _WRAP | {"ok", "okay", "please", "pls", "thanks", "yes", "then"}
    ] or words
    without = [option for option in options if re.match(r"(?:no|without|remove)\b", option.lower())]
    if words == ["none"] and len(without) == 1:
        return without[0]
    if set(telling) <= _NO | {
        "thanks",
        "thank",
        "you",
        "leave",
        "as",
        "mind",
        "of",
        "them",
        "those",
        "these",
        "forget",
    } and set(words) & (_NO | {"forget", "leave", "none"}):
        return "-"
    if words[0] in _NO and set(words) <= _NO_REST:
        return "-"
    if re.fullmatch(
        r"(?:no|nah|nope)[, ]+(?:leave|keep) (?:it|that|this|(?:the|that|this) \w+)(?: "
        r"\w+){0,4}",
        flat.lower(),
    ):
        return "-"
    if options and _YIELDING.fullmatch(" ".join(words)):
        return options[0]
    if _LISTING.fullmatch(" ".join(words)) and (
        kind := re.search(r"music|voice|background|typeface|present|colour", question)
    ):
        named = {"present": "presenters", "voice": "voices", "background": "backgrounds", "typeface": "typefaces"}
        return f"Which {named.get(kind[0], kind[0])} do you have?"
    asked_yes = not question.startswith(("Which", "What", "Of which", "Who", "How", "With which"))
    offered = len(options) == 1 or (len(options) == 2 and _AS_IS.match(options[1]) is not None)
    if asked_yes and offered and words[0] not in _NO:
        more = _YES_AND.match(flat)
        if more is not None and not set(re.findall(r"[\w']+", more["more"].lower())) <= _YES | _YES_TOO | _WRAP:
            return f"{options[0].rstrip('.')}. {more['more']}"
        own = set(re.findall(r"[\w']+", options[0].lower()))
        if set(words) <= _YES | _YES_TOO | _WRAP | own and set(words) & (_YES | _YES_TOO):
            return options[0]
    if set(words) <= _YES | _WRAP and set(words) & _YES:
        return (
            options[0]
            if options and (len(options) == 1 or not question.startswith(("Which", "What", "Of which", "Who", "How")))
            else None
        )
    if options and (found := _chosen(options, telling, words)) is not None:
        return found
    for pattern, message in FOLLOW_UPS:
        match = re.fullmatch(pattern, question)
        if match:
            plain = flat.strip(" .") if not _WORDY.search(question) else flat
            answer = _bare(plain).strip('"').replace('"', "'")
            if re.search(r"^How many seconds", question):
                spoken = re.fullmatch(r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)", answer.lower())
                answer = f"{answer} seconds" if spoken or not re.search(r"[a-z]", answer) else answer
            if question.startswith("After which line"):
                answer = re.sub(r"^(?:right |straight )?(?:after|behind) (?=\w)", "", answer, flags=re.IGNORECASE)
                counted = re.fullmatch(r"(?:\d+|one|two|three|four|five)", answer.lower())
                answer = f"line {answer}" if counted else answer
            if question.startswith("What should change") and (
                len(answer.split()) > 4 or re.search(r"\b(?:scenes?|lines?|undo|nothing)\b", answer.lower())
            ):
                return None
            if "change places" in question and answer.isdigit():
                answer = f"scene {answer}"
            return message.format(*match.groups(), answer=answer)
    return None


def leaves_open(question: str, text: str) -> bool:
    """Whether a bare yes is all that answers a question of ours that asks which or what."""
    words = re.findall(r"[\w']+", text.lower())
    bare = frozenset("yes yeah yep yup sure ok okay please y ja yea right correct".split())
    asked = re.match(r"(?:(?:of|in|with|after|to) )?(?:which|what|who|how)\b", question, re.IGNORECASE) is not None
    return asked and bool(words) and set(words) <= bare


def _bare(answer: str) -> str:
    """What is meant of an answer: what stands in quotes, otherwise the answer without `it should say` and `please`."""
    quotes = re.findall(r'"([^"]+)"', answer)
    if len(quotes) == 1 and len(answer) - len(quotes[0]) < 40:
        return str(quotes[0])
    kept = answer
    while (lead := _LEAD.match(kept)) is not None:
        kept = kept[lead.end() :]
    while (tail := _TAIL.search(kept)) is not None and tail.start():
        kept = kept[: tail.start()]
    return kept or answer


def _chosen(options: Sequence[str], telling: Sequence[str], words: Sequence[str]) -> str | None:
    low = [set(re.findall(r"[\w']+", option.lower())) for option in options]
    if set(words) & {"both", "all"} and set(telling) <= {"both", "all", "of", "them", "those"} and len(options) > 1:
        return ". ".join(options) if len({option.split()[0] for option in options}) == 1 else None
    if re.search(r"\boption \d\b", " ".join(words)) and len(telling) == 1 and 1 <= int(telling[0]) <= len(options):
        return options[int(telling[0]) - 1]
    if len(telling) == 1 and (telling[0].isdigit() or telling[0] in _PLACES):
        number = int(telling[0]) if telling[0].isdigit() else _PLACES[telling[0]]
        holding = [option for option, own in zip(options, low, strict=True) if str(number) in own]
        if (telling[0].isdigit() or number > len(options)) and len(holding) == 1:
            return holding[0]
        if number and (1 <= number <= len(options) or number == -1):
            return options[number - 1 if number > 0 else -1]
    if len(telling) > 4:
        return None
    own_words = [own - set.intersection(*low) if len(low) > 1 else own for own in low]
    near = [
        option
        for option, own in zip(options, own_words, strict=True)
        if any(word == one or (len(word) > 4 and distance(word, one, 1) <= 1) for word in telling for one in own)
    ]
    return near[0] if len(near) == 1 and len(telling) <= 2 else None


def answer_is_name(question: str) -> bool:
    """Whether a question asks to choose a thing by name, so that a whole request in its place is a change of mind."""
    return re.match(r"Which (?:colour|music|voice|background|typeface)|Who should", question) is not None
