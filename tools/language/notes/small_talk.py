"""Small talk: thanks, greetings, praise, complaints, goodbyes and words that call a request off."""

from __future__ import annotations

import re
from typing import Literal

from tools.language.notes.clause_parts import HEAVY, LIGHT
from tools.language.notes.context import Context, Reading
from tools.language.notes.expressions import expression
from tools.language.notes.lexicon import CONCEPTS, PATTERN_WORDS
from tools.language.notes.opening_words import NOUNS
from tools.language.notes.splitting import Clause

Chat = Literal["greeting", "thanks", "praise", "complaint", "farewell", "nothing"]

_MOST = 14
"""Longer clauses say more than that."""
_TELLING = (
    frozenset(CONCEPTS)
    | HEAVY
    | frozenset("dark bright slow fast loud quiet long short big small high low warm cold light heavy bold".split())
) - frozenset(
    "love hate change say mention want look sound feel video part dont no unsure leave much abit very so more read "
    "start stop "
    "another good better approve all talk show learn words use it me mistake brand".split()
)
_NO_TALK = re.compile(
    r"\b(?:can|could|would|should|make|change|add|remove|put|move|use|show|export|render|instead|but|want|need|"
    r"louder|faster|"
    r"which|undo|redo|try|delete|replace|learn|compare|draft|drafts|version)\b"
)
_FIXED = re.compile(
    r"(?:i|we|my \w+|our \w+|they)(?:'ll| will|'m going to|'re going to) (?:send|check|ask|discuss|think|come|let|"
    r"get back|be back|have a "
    r"think|talk|decide)\b.*|(?:i|we) (?:need|have|must|want) to (?:discuss|think|talk|check|ask|sleep|decide)\b.*|"
    r"(?:please )?wait (?:for|until|till)\b.*|(?:i'm|i am|we're|we are) not (?:so )?sure(?: yet)?|"
    r"(?:just |ok |okay |sorry )?(?:one|a|two|a few|give (?:me|us) (?:one|a|two)) (?:sec|second|moment|minute|min|mo|"
    r"tick)s?,? (?:my|our|i|i'm|we|we're|let|need|have|still|until|till|the \w+ is|\w+ is still)\b[^.,;]*|"
    r"(?:no,? |please |just |ok |okay )*(?:leave|keep) (?:it|that|them|this) (?:locked|alone|as (?:it|they) "
    r"(?:is|are|was|"
    r"were)|like (?:that|this|it is))(?: (?:please|then|for now))*|"
    r"(?:(?:my|our) \w+|the (?:boss|team|client|customer|board|director|manager|others?)|i|we)(?: is| are| am|"
    r"'s|'re|'m) "
    r"(?:still |just |currently |now )*(?:watching|looking|checking|viewing|discussing|reading|thinking)"
    r"(?: (?:it|this|that|at|through|over|about|the \w+|now|right now|again|still|with \w+|as we speak|together))*|"
    r"(?:i'm |i am |we're |we are |just )+showing (?:it|this) to (?:my|our|the) \w+(?: \w+)?(?:,? (?:one|a|just "
    r"a) (?:moment|sec|second|"
    r"minute))?|bear with (?:me|us)(?: please)?|(?:ok |okay |sorry |just )?(?:one|a) (?:moment|sec|second|"
    r"minute|mo|tick)(?: "
    r"please| pls)?|all good(?: here| from (?:my|our) (?:side|end))?,? "
    r"nothing to add|(?:nah )?(?:i'm|we're|im) good(?: thanks?| thank you| here)?|nothing to add(?: here| from me| "
    r"from us)?|"
    r"(?:(?:hold on|hang on|wait|no|ok|okay|sorry|stop)[, ]+)*not (?:quite )?yet(?: please| though)?|"
    r"(?:ok )?(?:hang|hold) on(?: a (?:sec|second|minute|moment))?|wait(?: a (?:sec|second|minute|moment))?"
)
_KINDS: tuple[tuple[Chat, str], ...] = (
    (
        "nothing",
        r"never ?mind|nevermind|nvm|forget (?:it|that|about it|about that|i said)\b.*|(?:ignore|disregard) (?:that|my "
        r"last|my message|me|the last "
        r"message).*|(?:sorry,? )?(?:wrong (?:window|chat|person|thread|tab)|(?:that |it )?was (?:meant )?for "
        r"(?:someone|somebody) else)|"
        r"(?:hang|hold) on.*|one (?:moment|sec|second|minute)|(?:give me|just) a (?:sec|second|moment|minute|bit)|"
        r"let me (?:think|ask|check|talk|sleep|get back)\b.*|let me see|i(?:'ll| will| have to| need to| must) "
        r"(?:get back|come back|think|ask|check|"
        r"let you know)\b.*|no (?:further |more |other )?(?:changes?|comments?|notes?|remarks?|feedback|"
        r"questions?)\b.*|nothing (?:from|to "
        r"add|else|for now|more)\b.*|(?:we|i)(?:'re| am|'m| are) (?:good|fine|done|all set)\b(?! to go).*|nah\b.*|"
        r"brb|lol|ha(?:ha)+|(?:don't|do not|dont) "
        r"(?:worry|bother|mind)\b.*|that was (?:a )?(?:joke|test|kidding)|(?:just )?(?:kidding|joking|testing)|"
        r"test(?:ing)?|"
        r"it's (?:ok|okay|fine) (?:as it is|leave it)|leave it (?:there|at that|for now)|(?:my )?(?:bad|mistake)|no "
        r"worries|"
        r"we (?:don't|do not|dont) (?:want|need|have) any (?:more |further |other )?(?:changes|comments)",
    ),
    (
        "thanks",
        r"thanks?\b.*|thank you\b.*|thx\b.*|ta\b.*|cheers\b.*|tysm|much obliged|(?:i|we)?(?: really| do| so)* "
        r"?appreciate\b.*|"
        r"(?:much |greatly )?appreciated|grateful\b.*|(?:that|this|it)(?:'s| is|s| was) (?:so |very |really "
        r")?(?:kind|helpful|sweet)\b.*|"
        r"you(?:'re| are) (?:so |very |really )?(?:kind|helpful|sweet)\b.*|(?:many|big|lots of) thanks\b.*",
    ),
    (
        "greeting",
        r"(?:hi|hello|hey|hiya|howdy|yo|morning|afternoon|evening|good (?:morning|afternoon|evening|day))\b.*|hope "
        r"you.*|(?:is )?(?:this "
        r"thing on|anyone there|anybody home)|(?:lovely|nice|great|good|pleased) to (?:meet|see)\b.*|how(?:'s| is| "
        r"are) (?:it going|you|things|"
        r"your day)\b.*",
    ),
    (
        "farewell",
        r"(?:bye|goodbye|cheerio|ciao|farewell|ttyl|laters?|see (?:you|ya)|catch you|(?:speak|talk)(?: to you)? "
        r"(?:soon|later|tomorrow|monday|next week|then)|talk (?:to you "
        r")?(?:soon|later|tomorrow)|"
        r"good night|night night|take care|until (?:tomorrow|next)|have a (?:good|nice|great|lovely))\b.*|"
        r"(?:i'm|i am|we're|we are) (?:off|leaving|heading)\b.*|(?:that's|that'll be|that is|thats) (?:it|all)\b.*",
    ),
    (
        "praise",
        r"(?:you(?:'re| are|'ve| have)?|this|that|it|(?:the|my|our) (?:\w+ ){1,2}?(?:is|are|looks?|sounds?|will)|i|"
        r"we|everyone|my|our|wow|what|such)\b.*"
        r"(?:star|genius|legend|hero|lifesaver|magic(?:al|ian)?|nailed|brilliant|amazing|awesome|fantastic|"
        r"incredible|impress(?:ed|ive)|"
        r"thrilled|delighted|chuffed|blown away|superb|wonderful|gorgeous|stunning|beautiful|love it|loves it|loved "
        r"it|perfect|"
        r"professional|what i was after|what (?:i|we) (?:wanted|imagined|hoped)|didn't expect|happy with|better "
        r"than|exceeded|"
        r"fabulous|great|excellent|(?:the )?best|rock|so good|spot on|lovely|looking good)\b.*|chef's kiss|bravo\b.*|"
        r"(?:well|nicely|beautifully|great|good|nice|lovely|fantastic|excellent) (?:done|job|work|stuff|one)\b.*|"
        r"looking (?:good|great)\b.*|"
        r"(?:absolutely |simply |just )?(?:brilliant|amazing|awesome|fantastic|stunning|gorgeous|superb|"
        r"incredible)\b.*",
    ),
    (
        "complaint",
        r"(?:(?:honestly|sorry|tbh|hmm|ugh|oh|no)[ ,]+)*(?:(?:this|that|it|the (?:video|result|whole thing))(?:'s| "
        r"is| isn't| was| looks?| "
        r"sounds?| feels?)?|i'm|i am|we're|we are|not|you|i|we)\b.*(?:rubbish|awful|terrible|horrible|garbage|"
        r"disappoint(?:ed|ing)|"
        r"not (?:impressed|happy|what)|isn't what|wasn't what|don't like (?:it|this|that)|dont like (?:it|this|"
        r"that)|hate (?:it|this)|"
        r"impressed|useless|unusable|disaster|a mess|a joke|nightmare|"
        r"shambles|catastrophe|dreadful|atrocious|not what i expected|ugly|boring|looks cheap|not good|amateur\w*|"
        r"waste)\b.*",
    ),
)


_PRAISED = re.compile(
    r"\b(?:great|lovely|beautiful|fantastic|amazing|awesome|brilliant|gorgeous|superb|wonderful|excellent|stunning|"
    r"loves?|adores?|"
    r"nailed|cool|perfect|nice)\b"
)
_PRAISING = frozenset(
    """great lovely beautiful fantastic amazing awesome brilliant gorgeous superb wonderful excellent stunning loves
    love adores adore nailed cool perfect nice job work choice on really so very much absolutely new client customers
    husband wife boss team kids everyone they she he by far done well what""".split()
)


def _praises(clause: Clause, low: str) -> bool:
    """Whether a clause says no more than that something in the video is good."""
    if re.search(r"\b(?:please|an?|some|need|want|but|not|too|more|less|if|would|could|like|get|give)\b", low):
        return False
    nouns = frozenset(NOUNS.split("/")) | {"part", "brand"}
    return all(
        token.norm in nouns or token.norm in _PRAISING or token.norm in LIGHT or token.norm in (",", "hate")
        for token in clause.raw
    ) and not any(token.norm in ("@num", "hate", "dont") for token in clause.raw)


def read_small_talk(context: Context, clause: Clause) -> Reading | None:
    """The kind of talk that a whole clause is; None where it names anything that could be changed or done."""
    low = context.text[clause.start : clause.end].lower().strip(" .!?,;:)(-")
    if context.situation.stage == "producing" and re.match(r"how(?:'s| is| are) (?:it|things) going", low):
        return None
    if clause.question and not re.match(r"hi|hello|hey|how|is (?:this thing|any)|anyone|anybody", low):
        return None
    if _FIXED.fullmatch(low):
        return Reading(kept=True, said="That stays as it is.")
    if low in ("spot on", "on point", "chef's kiss", "top notch", "a1", "10/10", "ten out of ten"):
        return Reading(chat="praise", kept=True)
    if _PRAISED.search(low) and _praises(clause, low):
        return Reading(chat="praise", kept=True)
    norms = {token.norm for token in clause.raw}
    if len(clause.raw) > _MOST or any(norm.startswith("@") for norm in norms) or norms & _TELLING:
        return None
    for kind, pattern in _KINDS:
        if expression(
            rf"(?:(?:oh|ok|okay|so|well|and|but|actually|sorry|oops|haha|right|yes|no|wow|aww?|"
            rf"really)[ ,!.]+)*(?:{pattern})"
        ).fullmatch(low):
            if kind == "nothing":
                return Reading(kept=True, said="That stays as it is.")
            if _NO_TALK.search(low) and not (kind == "complaint" and "want" in low):
                continue
            if kind in ("praise",) and re.search(r"\b(?:not|n't|isn't|less|more|too|nothing|never|if)\b", low):
                continue
            return Reading(chat=kind, kept=True)
    return None


PATTERN_WORDS.update(
    word for source in (_FIXED.pattern, *(p for _, p in _KINDS)) for word in re.findall(r"[a-z]{5,}", source)
)
