"""Forms of questions: whether the words of a clause want an answer, told from how it begins."""

from __future__ import annotations

import re

from tools.language.notes.question_openings import LEAVE

_HEAD = (
    r"(?:(?:and|but|so|oh|ok|okay|well|hey|hi|hello|please|sorry|just|also|um|uh|erm|wait|hm+|now|then|actually|"
    r"honestly|tbh|roughly|about|approximately|btw|by the way|out of (?:curiosity|interest)|just (?:asking|curious|"
    r"wondering|checking)|(?:a |one |another |quick |small |stupid |silly )*question|(?:i|we) (?:have|got|'ve got) "
    r"(?:a |one |another )?(?:quick )?question|"
    r"in (?:your|ur) (?:honest |own )?(?:opinion|view)|for|in|at|on|to|by|from|"
    r"(?:(?:i'?m |i am |we'?re |we are )?(?:just |also )?(?:wondering|curious|not sure)|i (?:just |was )?wonder(?:ed)?|"
    r"any idea|no idea|do (?:you|u) (?:happen to )?know|(?:can|could) (?:you|u) (?:please |just )?(?:tell|remind|"
    r"explain to) (?:me|us)|(?:please )?(?:tell|remind) (?:me|us)|let (?:me|us) know|(?:i|we)(?:'d| would)? (?:just |"
    r"also )?(?:like|want|need|love) to know|(?:please )?explain(?: to (?:me|us))?)(?: (?:please|again|about))?"
    r"(?= ?[,:]? (?:what|which|who|whose|how|when|where|why|if|whether|wat|wot)))[ ,:!.-]+)*"
)
_OUTSIDERS = (
    r"(?:any(?:one|body)?|some(?:one|body)|others?|people|(?:the |my |our |an? )?(?:\w+ )?(?:customers?|"
    r"viewers?|clients?|"
    r"colleagues?|strangers?|competitors?|partners?|friends?|hackers?|layman|foreigners?|patients?|employees?|staff)|google|"
    r"facebook|youtube|powerpoint|keynote|windows|outlook|whatsapp|macs?|iphones?|androids?|several)\b"
)
"""Who or what is no part of the video."""
_OPENINGS = (
    r"(?:(?:what|wat|wot|who|how|when|where|why)(?:'?s|'?re|'?d)?|which|whose|if|whether|"
    r"(?:is|are|was|were|am|does|did|has) (?!it ok(?:ay)? if)|do (?!it\b|that\b|this\b|not\b|an?\b|me\b|"
    r"something|both\b|all\b|so\b|scene|now\b|please|one\b|whatever|the same|the (?:rest|other)|everything|"
    r"what)\w+|(?:can|"
    rf"could|would|will|may|might|does|has) {_OUTSIDERS}|"
    r"have (?:you|we|i|they)(?= (?:got|ever|already|been|\w+ed|\w+en|done|made|put))|"
    r"ha(?:ve|s) (?:the|my|our|your|any|all|these|those) (?:\w+ ){1,3}?(?:been|gone|changed|happened|come|worked)|"
    r"will (?:it|there|we|i|they|she|he|this|that|my|our|people|anyone|anybody|the))\b"
)
_ASKS = re.compile(rf"^{_HEAD}{_OPENINGS}")
_ONLY_BEHIND = re.compile(r"^(?:if|whether)\b")
_REQUESTS = re.compile(
    rf"^{_HEAD}(?:(?:how|what) (?:about|if)\b|what (?:i|we)(?:'d| would| want| need| really| think| mean)\b|"
    r"why (?:don'?t|not|can'?t) (?:we|you|u)\b|which (?:is|means|makes|would)\b|how (?:can|do|could) (?:i|we|you) "
    r"(?:make|get) (?:it|this|her|him|the)|when(?:ever)? (?:it|she|he|we|you|they|the)(?:'s)? (?!gonna|going)"
    r"(?:say|read|talk|mention|come|appear|end|start)s?\b|where(?:ver)? (?:it|she|he|we|you|they)(?:'s)? "
    r"(?:say|read|talk|mention)s?\b|when it comes|where possible|"
    r"is there (?:any |a |some )*(?:way|chance|possibility)|(?:is|are|was|were) (?:thinking|wondering|hoping|looking)|"
    r"(?:is|would) it (?:be )?(?:possible|ok|okay|fine|alright|hard|too much)\b|are you able to|"
    r"do we (?:really )?(?:need|have to)|do (?:you|u) (?:think|mind|reckon) (?:you|we|u)\b)"
)
_WISHES = re.compile(r"\b(?:should|needs? to|has to|must|please|instead|rather|better if|i'?d (?:like|prefer)|"
r"let'?s)\b")
_PAUSES = re.compile(
    r"\s*[,;:–—]\s*|\s(?:ask(?:s|ed|ing)?|wants? to know|wonder(?:s|ed|ing)?|(?:don'?t|dont|do not) (?:know|get|"
    r"understand)|not "
    r"sure|unsure|forgot|forget)\s(?:me |us |about |again )?", re.IGNORECASE
)
_WHETHER = re.compile(
    rf"^{_HEAD}(?:(?:can|could|may|might|would|will) (?!you\b|u\b|ya\b|please)\w+|am i (?:allowed|able)|are we "
    r"(?:allowed|able)|are you able to|is it (?:possible|allowed|legal|"
    r"ok|okay) (?:to|for)|can (?:you|u|this|it)\b|is there (?:any |a |some )*(?:way|chance|possibility)|"
    r"(?:(?:can|could|would|will) (?:you|u) )?(?:please |pls |kindly )*(?:list|show|give|send|tell|print|copy|"
    r"write out|recap|"
    r"sum up|name|remind)\b|would (?:there|it) "
    r"be\b|what if\b|do we (?:really )?(?:need|have to)\b|(?:any|got any|got|anything)\b)"
)

_LEAVE = re.compile(rf"^{_HEAD}{LEAVE}")


def asks_plainly(text: str) -> bool:
    """Whether a clause is by its form a question that wants an answer and no change."""
    low = " ".join(text.lower().replace("’", "'").split())
    if _ASKS.search(low) is None or _REQUESTS.search(low) or _WISHES.search(low):
        return False
    return _ONLY_BEHIND.search(low) is None and '"' not in low


def asks_at_the_end(text: str) -> bool:
    """Whether a clause ends in a question that wants an answer: `i want to show it in a shop, is that allowed`."""
    parts = _PAUSES.split(text.strip())
    return len(parts) > 1 and asks_plainly(parts[-1]) and not any(_WISHES.search(part.lower()) for part in parts[:-1])


def asks_whether(text: str) -> bool:
    """Whether a clause asks what can or may be done; it may as well be a polite request."""
    low = " ".join(text.lower().replace("’", "'").split())
    return _WHETHER.search(low) is not None and '"' not in low


def asks_leave(text: str) -> bool:
    """Whether a clause asks whether the video may be used somewhere outside: `can we show this on tv`."""
    return _LEAVE.search(" ".join(text.lower().replace("’", "'").split())) is not None
