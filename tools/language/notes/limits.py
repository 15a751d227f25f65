"""Limits: what can not be done, said plainly, and wishes that leave open what is to change, which are asked about."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, ask
from tools.language.notes.lexicon import PATTERN_WORDS
from tools.language.notes.opening_words import NOUNS
from tools.language.notes.rules_courtesy import about_noun
from tools.language.notes.splitting import Clause

_PERSON = (
    r"(?:she|he|her|him|maya|daniel|presenter|host|avatar|woman|man|lady|guy|person|narrator|someone|people|"
    r"actor|model)"
)

_LIMITS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        r"(?:count ?down|timer|stop ?watch|progress bar|ticker|maps?\b.* of|a map|google maps|street view|bar ?codes?|"
        r"infographics?)",
        "Timers, maps and bar codes are not something I can draw; shall the words say it instead?",
        (),
    ),
    (
        r"(?:two|three|both|2|3) (?:presenters|people|persons|hosts|avatars|actors|voices)|(?:second|third|another|"
        r"extra) (?:presenter|person|"
        r"host|avatar) (?:next to|beside|too|as well|in the same)|(?:add|with) (?:a|another) (?:second|third|extra) "
        r"(?:presenter|person|host|avatar)|"
        r"talk(?:ing)? to each other|(?:two|three|both|several) (?:people|persons|presenters)|discuss (?:it|this)|"
        r"dialogue between|interview(?:s|ed|ing)? (?:her|him|someone)|third presenter|second presenter",
        "One presenter speaks in a video; would you like another presenter instead?",
        ("Change the presenter",),
    ),
    (
        r"(?:post|publish|tweet|share|upload|email|e-mail|mail|send|text|whatsapp) (?:it|this|the (?:video|film|"
        r"file|draft|clip)|that)\b.*"
        r"\b(?:to|on|onto|at|with|for)\b (?!me\b|us\b|a file).*|(?:post|publish|schedule|tweet) (?:it|this|the video)|"
        r"put (?:it|this|the (?:video|film|clip)) (?:up )?(?:on|onto) (?:our |my |the )?(?:website|site|youtube|"
        r"instagram|facebook|linkedin|"
        r"tiktok|homepage|page|socials?|channel)",
        "I can not send or publish it; shall I export the file, so that you can?",
        ("Export it",),
    ),
    (
        r"(?:button|link) .*(?:click|tap|press)\w*|click(?:able)? (?:button|link)|interactive|clickable|hotspots?|"
        r"quiz|poll",
        "A video can not be clicked; shall the end card say where to go instead?",
        (),
    ),
    (
        r"(?:use|clone|record|copy|imitate|have) (?:my|our|our boss'?s?|my boss'?s?|the ceo'?s?|someone'?s) (?:own "
        r")?voice|clone .*voice|my own voice|voice of (?!the\b|a\b|our\b)[a-z]+ (?!please|for|in|and|instead|"
        r"then)[a-z]+",
        "Only the voices of the catalogue can speak; which of them would you like?",
        ("Which voices do you have?", "Use a male voice", "Use a female voice"),
    ),
    (
        rf"(?:film|shoot|record|place|show) {_PERSON} (?:in|at|on|inside|outside) (?!scene|the (?:opening|ending|"
        rf"intro|end))(?:our|my|the|a) .*|"
        r"(?:green ?screen|on location|real footage of)",
        "Nothing can be filmed; a picture of the place can stand behind the presenter instead. Send it with your "
        "message.",
        (),
    ),
    (
        r"(?:logo|heading|headline|title|text|captions?|lamp|product|background)\b[^,.;]* (?:spin|rotat|flash|blink|"
        r"bounc|wobbl|fly|flies|flying|"
        r"jump|danc|pulsat|explod|glow|shak)\w*|(?:spin|rotate|flash|bounce|wobble|shake|animate)(?:s|ing)? (?:the |"
        r"our |my )?(?:logo|heading|text|"
        r"title|lamp|product|captions)|(?:in 3d|3d (?:model|animation|logo))|rotating",
        "That is a movement we do not have; what else should change?",
        (),
    ),
    (
        r"(?:print|turn|make|convert|transform)(?: it| this| the video| that| everything)? (?:as|into|to) (?:an? |our "
        r")?(?:podcast|blog(?: "
        r"post)?|article|game|book|comic|song|powerpoint|slide ?show|leaflet|brochure|flyer|poster|website|app|"
        r"newsletter|magazine|"
        r"t-?shirt|print)\b",
        "Videos are all that I make, with their captions, stills and script as files; which of those shall I export?",
        ("Export it",),
    ),
    (
        r"(?:phone|call|ring|ping|message|notify|remind|alert|wake) (?:me|us|my \w+) (?:when|once|if|as soon|tomorrow|"
        r"later|about|back)",
        "I can not call or write to anybody; the draft shows up here as soon as it is done. What should change?",
        (),
    ),
    (
        r"(?:get|give) (?:maya|daniel|her|him|the (?:presenter|host|man|woman|guy|lady)) (?:an? |some )?(?:\w+ )"
        r"?(?:trim|shave|haircut|"
        r"make-?up|tan|makeover|beard|moustache|glasses|hat|tie|suit|dress|jacket|coat|shirt|uniform|scrubs|apron)\b",
        "Clothes and looks of a presenter can not be changed; would you like another presenter?",
        ("Change the presenter",),
    ),
    (
        r"let (?:it|there be) (?:snow|rain|thunder|confetti|fireworks|sunshine)|slow ?motion|cartoon|laughter|(?:add|"
        r"with|put in) \w+ noises|applause",
        "That is nothing we can add; there are small sounds for a scene's beginning (whoosh, riser, chime, impact, "
        "sting), other voices and other music. Which would you like?",
        ("Use a male voice", "Use a female voice", "Use the calm music"),
    ),
)


REFUSALS = frozenset(question for _, question, _ in _LIMITS)
"""What is said of what can not be done: it stands, whatever else the words remind of."""
_ACTIONS = (
    r"(?:hold|lift|pick|touch|press|switch on|look (?:at|up|down|away|into)|lean|drink|eat|run|kneel|dance|sing|"
    r"cook|open|type|write|drive|hug|"
    r"kiss|shake|raise|cross|fold|throw|catch|climb|stretch|jog|bow|shrug|frown|grin|cry|laugh|carry|hand over|"
    r"demonstrate|"
    r"turn around|turn to|walk|sit|stand|point|wave|smile|nod|wink|clap|gesture|move|younger|older|taller|thinner|"
    r"slimmer|prettier|blonde?|bald)"
)
_GESTURES = re.compile(
    rf"\b(?:let|have|make|ask|tell|get|can|could|should) (?:the |our )?{_PERSON} (?:to |please )?(?:be |look "
    rf")?{_ACTIONS}(?:s|ing)?\b"
)


_OWN_DOING = re.compile(
    r"^\W*(?:so |because |as |since |and |then |that )*(?:i|we|my \w+|our \w+)(?:'ll| will| have to| need to| must| "
    r"should| can| could|'m going to|'re going to| am going to| are going to| gonna| may| might) (?:\w+ "
    r")?(?:send|post|publish|"
    r"share|upload|mail|email|text|tweet|forward|show)\b"
)
"""What the client does with the video: nothing to be refused."""

_REFUSED = tuple(
    (re.compile(rf"(?<![\w'-])(?:{known})(?!\w)"), question, options) for known, question, options in _LIMITS
)


def read_limit(context: Context, clause: Clause) -> Reading | None:
    """A question in place of what can not be done; None for questions, quoted words and words of the script."""
    if (
        context.board is None
        or clause.question
        and not re.match(r"\W*(?:can|could|would|will)", _text(context, clause))
    ):
        return None
    if {token.norm for token in clause.raw} & {"@quote", ":", "say", "mention", "rename", "call"}:
        return None
    low = _text(context, clause)
    if re.match(
        r"\W*(?:can (?:i|we) |what|which|how|is|are|do you|does|did|why|who|delete|remove|drop|no |don't|dont|"
        r"without|cut|move|lock|merge)",
        low,
    ):
        return None
    if re.search(
        r"\b(?:put|add|write|show|include|have|use) (?:something|some (?:text|words)|a (?:text|sentence|word))\s*"
        r"(?:$|(?:else )?(?:on|to|in|at|there|here)\b(?!.*\b(?:about|saying|like)\b))",
        low,
    ):
        named = next(
            (token for token in clause.raw if token.norm in ("endcard", "cta", "heading", "strap", "logo")), None
        )
        return about_noun(context, named.norm if named else "words")
    if _OWN_DOING.search(low):
        return None
    if _GESTURES.search(low) and not re.search(
        r"\b(?:end|start|beginning) of\b|\bscene \d+ (?:to|after|before)\b", low
    ):
        return ask(
            "Gestures, movement and looks of a presenter can not be directed; what else should change?",
            "Change the presenter",
            "Make the voice a bit slower",
        )
    for known, question, options in _REFUSED:
        if known.search(low):
            return ask(question, *options)
    return None


def _text(context: Context, clause: Clause) -> str:
    return context.text[clause.start : clause.end].lower()


_VAGUE = re.compile(
    r"\b(?:punch|punchier|pop|off|weak|dull|bland|flat|odd|weird|strange|wrong|meh|boring|bothers?|annoy\w*|"
    r"doesn'?t work|does not work|"
    r"not working|isn'?t working|don'?t work|not (?:quite )?right|not great|not good|not there|better|nicer|cooler|"
    r"improve\w*|jazz|spice|"
    r"something|somehow|more (?:us|on brand|professional|exciting|interesting|fun|modern|premium|human|alive|life|"
    r"energy|impact)|"
    r"livelier|fix|fresher|fancier|sharper|slicker|stronger|catchier|wow|sparkle|polish\w*|refine|rework|redesign|"
    r"too much|too little|confusing|unclear|messy|cluttered|rename|change|tweak)\b"
)
_NAMES = frozenset(NOUNS.split("/")) | {"part", "brand"}
_NOUN_OF = {
    "volume": "music",
    "words": "words",
    "script": "words",
    "line": "words",
    "subtitle": "heading",
    "cta": "endcard",
    "address": "endcard",
    "title": "title",
    "aspect": "video",
    "hardcut": "transition",
    "dissolve": "transition",
}


def read_vague(context: Context, clause: Clause) -> Reading | None:
    """A question about the thing that a clause names, or the video, where it says only that it should change."""
    if context.board is None or clause.question:
        return None
    low = _text(context, clause)
    named = next((token for token in clause.raw if token.norm in _NAMES), None)
    if re.search(r"\b(?:present|host|narrate|read)s? (?:it|this|the (?:video|film))\b", low):
        return about_noun(context, "avatar")
    if re.fullmatch(
        r"\W*(?:it's |its |we're |hmm |meh )?(?:just )?not (?:quite |really )?(?:there|right|it|done)(?: yet)?\W*", low
    ):
        return about_noun(context, "video")
    if named is None and len(clause.raw) <= 7 and _VAGUE.search(low) is not None:
        return about_noun(context, "video")
    if named is None and not re.search(
        r"\b(?:it|this|that|everything|something|whole|thing|bit|part|middle|sound|look|feel|design|style|start|end)\b",
        low,
    ):
        return None
    if _VAGUE.search(low) is None and len(clause.raw) > 9:
        return None
    if named is None and _VAGUE.search(low) is None:
        return None
    if named is None:
        noun = "music" if re.search(r"\bsound\b", low) else "video"
        return about_noun(context, noun)
    if named.norm == "@scene":
        return about_noun(context, "", named.value)
    if named.norm == "@line":
        return about_noun(context, "words")
    if named.norm == "title" and re.search(r"\b(?:rename|title)\b", low):
        return ask("What should the title say?")
    return about_noun(context, _NOUN_OF.get(named.norm, named.norm))


PATTERN_WORDS.update(
    word
    for source in (_VAGUE.pattern, _ACTIONS, *(p for p, _, _ in _LIMITS))
    for word in re.findall(r"[a-z]{5,}", source)
)
