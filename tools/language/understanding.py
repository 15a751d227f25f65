"""Understanding: plain words become a brief."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from tools.brief import Brief, Goal
from tools.errors import BadInput
from tools.language.account.briefing import told_fields
from tools.language.account.proof import faults_of
from tools.language.actions import read_action
from tools.language.brief_forms import regularise, without_greeting
from tools.language.clauses import ours
from tools.language.copywriting import sayable_lines
from tools.language.introductions import introduced
from tools.language.naming import Subject, known_as
from tools.language.spelling import tidied
from tools.language.subject import NEWS, read_stated, read_subject
from tools.language.telling import retold
from tools.language.tongues import NAMES, detect_language
from tools.language.wishes import read_wishes

_GOALS: tuple[tuple[Goal, float, str], ...] = (
    (
        "recruitment",
        5,
        r"\b(?:hiring|recruit\w*|vacanc\w+|job (?:ad|opening|offer|post\w*)|join our team|candidates?|"
        r"we(?:'re| are) looking for|looking to hire|hire|apprentice|"
        r"looking for (?:an? |some |two |three )?(?:[\w'-]+ ){0,3}?(?:staff|people to|help|cook|chef|nurse|waiter|"
        r"driver)|"
        r"internship|careers? (?:video|page)|"
        r"we (?:urgently )?need (?:someone|somebody|staff|an? \w+(?: \w+)? (?:to join|for (?:our|the|my)\b)))\b",
    ),
    (
        "announcement",
        5.5,
        r"\b(?:we|our \w+)(?:'ve| have)?(?: just)? (?:raised|closed (?:a|our)|won|acquired|merged with|reached)\b",
    ),
    (
        "testimonial",
        5,
        r"\b(?:testimonials?|customer stor(?:y|ies)|success stor(?:y|ies)|case stud(?:y|ies)|what "
        r"(?:our )?(?:customers|clients|patients|people|guests) (?:say|think)|reviews? from|"
        r"(?:customers|clients|patients|guests) (?:love|recommend|trust) us)\b",
    ),
    (
        "training",
        5,
        r"\b(?:training video|(?:awareness|staff|employee|team|safety|compliance|security|onboarding|induction|"
        r"product) (?:training|briefing)|fire drill|evacuation (?:plan|procedure)|"
        r"(?:for|to) (?:our|the|my) (?:staff|employees|team|colleagues) (?:about|on) (?:the|our|a) (?:new )?[\w ]{0,20}"
        r"(?:procedure|rules|policy|safety)|train (?:our|new|the)|onboard(?:ing)?|compliance|induction|teach our|for "
        r"new "
        r"(?:staff|employees|hires|starters|colleagues))\b",
    ),
    (
        "how_to",
        4,
        r"\b(?:how to|how-to|how (?:do|can|should) (?:i|you|we|people)|tutorial|step[- ]by[- ]step|steps (?:to|for)|"
        r"walkthrough|walk through|guide to|"
        r"diy)\b",
    ),
    (
        "event",
        4,
        r"\b(?:invit(?:e|es|ing|ation)\b(?! (?:\w+ ){1,3}?to (?:order|buy|reserve|book|try|visit|shop|sign|"
        r"subscribe|call|write|download|apply|test|start|get|learn|read|see|discover|follow)\b)|picnic|barbecue|"
        r"bbq|tickets from|open (?:day|house|evening)|webinar|conference|meet-?up|festival|concert|exhibition|"
        r"gala|summit|hackathon|fair|marathon|opening party|join us (?:on|at|for)|rsvp|charity run|"
        r"town hall|workshop on \w+day|save the date|we(?:'re| are) (?:organi[sz]ing|hosting|holding|throwing))\b",
    ),
    (
        "update",
        4,
        r"\b(?:(?:product|quarterly|monthly|weekly|status|progress|project|company|release|software) "
        r"updates?|what(?:'s| is) new|(?:revenue|churn|sign-?ups?|sales) (?:grew|fell|rose|went|are up|are down)|"
        r"release notes|new (?:features|version|release)|version \d|changelog|"
        r"newsletter|roadmap)\b",
    ),
    (
        "sales",
        4,
        r"\b(?:sale|discounts?|\d+ ?% off|special offer|black friday|cyber monday|deals?|promo code|voucher|"
        r"coupon|flash|clearance|buy one)\b",
    ),
    (
        "announcement",
        3.5,
        r"\b(?:announc\w+|news|we(?:'re| are) (?:moving|opening|closing|merging)|moving to|new "
        r"(?:office|location|opening hours|ceo|name|address|branch)|rebrand\w*|merger|acquisition|"
        r"funding|anniversary)\b",
    ),
    (
        "launch",
        3,
        r"\b(?:launch\w*|introduc\w+|unveil\w*|reveal\w*|new product|release of|coming soon|now available|"
        r"meet our|brand[- ]new)\b",
    ),
    (
        "explainer",
        3,
        r"\b(?:explain\w*|explainer|how (?:it|our|the|a|an|your|\w+) \w*|what (?:is|are)|overview|"
        r"understand)\b",
    ),
    ("sales", 5, r"\bsales (?:video|clip|film|pitch|outreach)\b"),
    ("sales", 2, r"\b(?:real estate|for sale|spot)\b"),
    (
        "announcement",
        4.5,
        r"^\W*(?:remind|inform|notify)\b|\b(?:closes?|reopens?|is closed) (?:for|on|from)\b|\b(?:want|like) to "
        r"thank\b|\b(?:say sorry|apologi[sz]e)\b|\bnew (?:[\w-]+ )"
        r"?(?:policy|rules|process)\b|\bis joining (?:our|the|us)\b|\bturns? \d+ this (?:year|month)\b",
    ),
    (
        "announcement",
        3,
        r"\b(?:tell|inform|remind|let) (?:(?:our|all|the|my) )?\w+ (?:know )?that\b|\bremind\w* \w+ that\b|\bvideo "
        r"to thank\b",
    ),
    (
        "sales",
        2,
        r"\b(?:promot\w+|advertis\w+|ads?|advert|commercial|sell|selling|buy|offers?|from [€$£]\d|marketing|"
        r"pitch)\b",
    ),
    ("launch", 3, r"\b(?:we|i)(?:'ve| have)? (?:just|recently) (?:opened|launched|started|released)\b"),
    ("launch", 2.5, r"\bwe (?:now|also) (?:do|offer|sell|have|teach)\b"),
    ("launch", 2, r"^\W*new\b|\bout (?:now|on|this)\b"),
    ("launch", 1, r"\bour new\b|\bnew (?:app|product|collection|line|range|service|menu|course)\b"),
)


_ENDLESS, _MARKS = re.compile(r"(\S{300})\S+"), re.compile(r"(\W{40})\W+")
"""What has no space in it for longer than any address, and marks alone: rules take far longer than they are worth."""


def understand(text: str, defaults: Mapping[str, Any]) -> Brief:
    """The brief in `text`. `defaults` win over what the text says, where they are not empty.

    Raises `tools.errors.BadInput` when the text is not English or says nothing that a video could be about.
    """
    text = _MARKS.sub(r"\1", _ENDLESS.sub(r"\1", text))
    clean = retold(tidied(text))
    _refuse_foreign(clean)
    wishes = read_wishes(clean)
    goal = read_goal(clean)
    if goal == "recruitment" and _NOT_A_JOB.search(clean) and not _JOB.search(clean):
        goal = "explainer"
    told = told_fields(text, goal)
    call, address, subject = _read_said(clean, goal)
    if goal == "update":
        _name_what_is_updated(subject)
    if not subject.product and subject.facts:
        subject.product = subject.facts.pop(0)
    _name_the_brand(subject)
    if goal in ("training", "launch"):
        subject.product = re.sub(rf"(?<=\w)\s+{goal}$", "", subject.product, flags=re.IGNORECASE)
    if not subject.product and not defaults.get("product"):
        subject.product = subject.brand
    if not subject.product and not defaults.get("product"):
        raise BadInput(f'"{_clip(clean)}" does not say what the video is about; name it, e.g. "30 seconds about our '
                       f'new bakery in Porto".')
    found: dict[str, Any] = {
        "request": text,
        "goal": goal,
        "product": subject.product[:300],
        "brand": subject.brand[:120],
        "audience": subject.audience[:200],
        "points": tuple(fact[:400] for fact in subject.facts[:40]),
        "tone": ", ".join(wishes.tone),
        "call_to_action": ours(call)[:200],
        "address": address[:120],
        "duration_seconds": wishes.duration,
        "language": wishes.language or "en",
        "avatar": wishes.avatar,
        "voice": wishes.voice,
        "music": wishes.music,
        "background": wishes.background,
    }
    if told is not None and not _is_said_well(found, told):
        if told["points"][0].startswith("Thank you to "):
            found["goal"] = "announcement"
        elif goal == "event" and not _DATED.search(clean):
            found["goal"] = "explainer"
        found |= told | {"duration_seconds": wishes.duration or told["duration_seconds"]}
    if wishes.aspect:
        found["aspect"] = wishes.aspect
    found |= {key: value for key, value in defaults.items() if value not in (None, "", ())}
    try:
        return Brief.model_validate(found)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        if fault["loc"][:1] == ("duration_seconds",):
            raise BadInput(f"A video of {fault['input']:g} s can not be made; ask for 3 seconds to one hour.") from None
        raise BadInput(f"The brief's {fault['loc'][0]} can not be used: {fault['msg'].lower()}.") from None


_DATED = re.compile(r"\d\s?(?:am|pm)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|"
                    r"april|may|june|july|"
                    r"august|september|october|november|december|jan|feb|apr|aug|sept?|oct|nov|dec|today|tonight|"
                    r"tomorrow|weekend)\b",
                    re.I)
_NOT_A_JOB = re.compile(r"\blooking for (?:[\w-]+ ){0,2}?(?:partners?|investors?|sponsors?|donors?|customers|clients|"
                        r"distributors?|"
                        r"dealers|a (?:home|buyer|tenant))\b", re.I)
_JOB = re.compile(r"\b(?:hiring|recruit\w*|vacanc\w+|jobs?|apply|salary|shifts?|candidates?|applicants?)\b", re.I)


def _is_said_well(found: dict[str, Any], told: Mapping[str, Any]) -> bool:
    """Whether what was read as phrases says everything that the client's own sentences would."""
    try:
        brief = Brief.model_validate(found | {"duration_seconds": None})
        return not faults_of(sayable_lines(brief), brief, told)
    except (BadInput, ValidationError):
        return False


def _read_said(clean: str, goal: Goal) -> tuple[str, str, Subject]:
    """The call to action, the address and the subject of a request."""
    asked = re.search(r"\bexplain\w*\s+(?:why|how|what)\b", clean, re.IGNORECASE)
    plainly = asked or goal in ("how_to", "recruitment", "testimonial") or NEWS.search(clean)
    told = None if plainly else introduced(without_greeting(clean))
    if told is None:
        plain = _opened(read_wishes(regularise(clean, goal)).text)
        call, address, rest = read_action(plain)
        subject = read_subject(rest, goal)
        if call and not (address or subject.product or subject.brand or subject.facts):
            # A call that stands alone is what the video is about.
            return "", "", read_subject(plain, goal)
        return call, address, subject
    call, address, rest = read_action(_opened(read_wishes(told.rest).text))
    subject = Subject(told.product, told.name, facts=[ours(fact) for fact in told.facts], named=told.named)
    subject = read_stated(subject, rest)
    subject.facts += [told.maker] if told.maker else []
    return call, address, subject


def _opened(text: str) -> str:
    """`text` with a large letter where a sentence begins, since what stood before it may have been taken out."""
    return re.sub(r"(?<=\w\w\w[.!?] )(?<!etc\. )(?<!min\. )(?<!max\. )[a-z]", lambda found: found.group().upper(), text)


def _name_the_brand(subject: Subject) -> None:
    """`a new bakery` called Miga is talked about as Miga, and that it is a new bakery is a fact."""
    if subject.title:
        return
    if subject.brand and re.match(r"an?\s", subject.product, re.IGNORECASE):
        subject.facts.insert(0, subject.product)
        subject.product = subject.brand
    elif subject.named and (owned := re.match(r"(?:our|my)\s+(?P<what>[^\"]+)$", subject.product, re.IGNORECASE)):
        subject.facts[:0] = known_as(owned["what"])
        subject.product = subject.brand


def _name_what_is_updated(subject: Subject) -> None:
    """`quarterly update` for `Flowdesk customers` is about Flowdesk."""
    if re.search(r"\bupdates?$", subject.product, re.IGNORECASE):
        owner = re.match(r"((?:[A-Z][\w&-]*\s)+)", subject.audience)
        subject.product = owner.group(1).strip() if owner else subject.brand or subject.product


def read_goal(text: str) -> Goal:
    """What the video is to do; `explainer` where nothing tells."""
    scores: dict[Goal, float] = {}
    for goal, weight, pattern in _GOALS:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            early = 1.0 if match.start() < 60 else 0.0
            scores[goal] = max(scores.get(goal, 0.0), weight + early)
    return max(scores, key=lambda goal: scores[goal]) if scores else "explainer"


def _refuse_foreign(text: str) -> None:
    code = detect_language(text)
    if code != "en":
        raise BadInput(f"This brief looks {NAMES.get(code, code)}, and the built-in director understands and writes "
                       f"English only; write the brief in "
                       "English, or give the finished script in a .txt or .md file, which is spoken word for word.")


def _clip(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:57]}…"
