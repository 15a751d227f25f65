"""Briefing: an account as the fields of a brief whose points are sentences to be said as they stand."""

from __future__ import annotations

import re
from typing import Any

from tools.brief import Goal
from tools.language.account.accounts import Account
from tools.language.account.calls import Call, address_in
from tools.language.account.reading import read_account
from tools.language.account.utterances import is_finite
from tools.language.account.wording import DATE, DAYS, MONTHS, heading_from
from tools.language.facts import heading_of
from tools.language.grammar import capital, head_noun, is_plural, sentence, uncapital
from tools.language.lexicon import CATEGORIES, MASS

OURS = r"\b(?:we|our|us|we're|we've)\b"
LONGEST, LONGEST_WORD = 5000, 80
"""Characters of a message, and of a word in it, that a person still tells a brief with."""
FEWEST_LINES = 2
"""Below this an account tells too little to be said alone."""


def told_fields(message: str, goal: Goal) -> dict[str, Any] | None:
    """What a brief takes from `message` where it is an account: its name, its sentences, its call; else None.

    `points` begin with who speaks or what it is about; each is a whole sentence.
    """
    words = message.split()
    lettered = sum(1 for word in words if re.search(r"[^\W_]", word))
    if len(message) > LONGEST or max(map(len, words), default=0) > LONGEST_WORD or lettered < len(words) / 2:
        return None
    account = read_account(message, goal)
    _settle_topic(account, goal)
    call = _chosen(account.calls)
    openings = _openings(account, goal)
    lines = [line for line in account.lines if not any(_same(line, other) for other in openings)]
    if len(openings) > 1 and account.topic_at:
        lines.insert(account.topic_at, openings.pop())
    others = [
        sentence(other.text)
        for other in account.calls
        if other is not call and not other.line and other.text not in call.text
    ]
    lines = [line for line in lines if line != call.line]
    if len(lines) + len(others) + bool(account.opening) < FEWEST_LINES:
        return None
    address = call.address or next((found for line in lines if (found := address_in(line))), "")
    text = call.text or (_default_call(address, lines) if address else "")
    return {
        "product": _product(account, lines or [account.opening], goal)[:300],
        "brand": (account.name or account.owner)[:120],
        "audience": account.audience[:200],
        "points": tuple(line[:400] for line in (*openings, *lines, *others))[:40],
        "call_to_action": text[:200],
        "address": address[:120],
        "duration_seconds": account.seconds or None,
        "stated": True,
    }


def _settle_topic(account: Account, goal: Goal) -> None:
    """A topic where none was ordered: a title in quotes, a kind of event, a name that stands alone."""
    if account.topic or account.name:
        return
    titled = re.search(
        r'\b(?:presents?|presenting|called|stages|performs?)\s+"(?P<name>[^"]{2,50})"', " ".join(account.lines[:3])
    )
    if titled:
        account.name, account.firm = titled["name"], False
        return
    first = account.lines[0].rstrip(".") if account.lines else ""
    if (
        goal in ("launch", "sales", "explainer")
        and re.match(r"New\s", first)
        and len(first.split()) <= 5
        and ":" not in first
    ):
        account.topic = f"our {uncapital(first)}"
        del account.lines[0]
    for at, line in enumerate(account.lines):
        if named := re.match(r'"(?P<name>[^"]{2,50})"\.?$', line):
            account.name, account.firm = named["name"], False
            del account.lines[at]
            return
    for at, line in enumerate(account.lines):
        if alone := re.fullmatch(r"(?P<name>[A-Z][a-z]+[A-Z]\w+)\.", line):
            account.name = alone["name"]
            del account.lines[at]
            return
        if named := re.match(
            r"(?P<name>[A-Z][\w'&]+(?:\s(?:of|the|&|and|[A-Z][\w'&]+))*\s[A-Z][\w'&]+)"
            r"(?:,\s[A-Z]\w+)?\.$",
            line,
        ):
            account.name = named["name"]
            if named.group().rstrip(".") == named["name"]:
                del account.lines[at]
            return
    for at, line in enumerate(account.lines):
        bare = line.rstrip(".")
        if goal == "event" and head_noun(bare) in CATEGORIES["event"] | CATEGORIES["class"] and len(bare.split()) <= 2:
            account.topic = f"our {uncapital(bare)}"
            del account.lines[at]
            return


def _openings(account: Account, goal: Goal) -> list[str]:
    found = [account.opening] if account.opening else []
    first = " ".join([*found, *account.lines[:1]]).lower()
    topic = account.topic
    if topic and _bare(topic) not in first:
        found.append(topic_line(topic, goal))
    early = " ".join([first, *account.lines[1:3]]).lower()
    if account.name and not found and account.name.lower() not in early:
        found.append(
            topic_line(account.name, goal)
            if goal in ("event", "launch", "sales", "update")
            else f"{'We are' if re.search(OURS, first) else 'This is'} {account.name}."
        )
    return [line for line in found if line]


def topic_line(topic: str, goal: Goal) -> str:
    """The sentence that says what the video is about."""
    bare = topic.strip(" .,")
    if re.match(r"(?:how|why|what|when|where|which|who)\b", bare, re.I):
        return sentence(f"Here's {bare[:1].lower()}{bare[1:]}")
    if is_finite(bare) and not re.match(r"(?:our|the|my)\s.*\b(?:that|who|which)\b", bare):
        return sentence(bare)
    owned = re.match(r"(?:our|the|my|an?|this|your|\d|one|two|three|some)\b", bare, re.I) or bare[:1].isupper()
    named = bare if owned else f"our {bare}"
    if goal == "event" and (bare[:1].isupper() or head_noun(bare) in CATEGORIES["event"] | CATEGORIES["class"]):
        return sentence(f"You're invited to {named}")
    if goal == "recruitment":
        return sentence(f"We're looking for {_one(bare)}")
    if goal in ("launch", "sales") or goal in ("explainer", "event") and re.match(r"(?:our|the|a)\s+new\b", named):
        return sentence(f"Meet {named}")
    if goal == "testimonial":
        return ""
    if goal == "update":
        return sentence(f"Here's the latest on {named}")
    return sentence(f"Here's what you need to know about {bare}")


def _one(role: str) -> str:
    if (
        re.match(r"(?:an?|our|the|new|more|some|people|someone|\d+|two|three|four|several)\b", role, re.I)
        or is_plural(head_noun(role))
        or head_noun(role) in MASS
    ):
        return re.sub(r"^(?:our|the)\s+(?:next\s+)?", "", role) if is_plural(head_noun(role)) else role
    return f"{'an' if role[:1].lower() in 'aeiou' else 'a'} {role}"


def _bare(topic: str) -> str:
    return re.sub(r"^(?:our|my|the|an?|your)\s+(?:new\s+)?", "", topic.lower())


def _same(line: str, other: str) -> bool:
    return re.sub(r"\W+", " ", line.lower()).strip() == re.sub(r"\W+", " ", other.lower()).strip()


def _chosen(calls: list[Call]) -> Call:
    """The call that closes: the last of those that hold an address, or of all."""
    with_address = [call for call in calls if call.address]
    full = [call for call in with_address if not call.text.startswith(("find out more", "visit", "call "))]
    return next(iter((full or with_address or calls)[-1:]), Call(""))


def _default_call(address: str, lines: list[str]) -> str:
    said = re.search(
        rf"\b(?P<verb>text|message)\s+(?:us\s+|me\s+)?(?:on\s+|at\s+)?{re.escape(address)}", " ".join(lines), re.I
    )
    if said:
        return f"{said['verb'].lower()} {address}"
    if "@" in address:
        return f"write to {address}"
    return f"find out more at {address}" if re.search(r"[a-z]", address) else f"call {address}"


def _product(account: Account, lines: list[str], goal: Goal) -> str:
    role = (
        next(
            (
                found["who"]
                for line in lines
                if (found := re.match(r"We're (?:looking for|hiring|recruiting)\s+(?P<who>[^,.;]{3,50})", line))
            ),
            "",
        )
        if goal == "recruitment"
        else ""
    )
    if role or account.name and (not account.topic or account.firm is False):
        return role or account.name
    if account.topic or account.title or account.owner:
        return account.topic or account.title or account.owner
    first = lines[0].rstrip(".").split(", ")[0]
    if len(first.split()) <= 4 and not is_finite(first) and not re.search(r"[€$£\d]|\b(?:from|on|in|at)\b", first):
        return first
    maker = re.match(
        r"(?!(?:Our|Your|My|The|This|That|Every|Each|All|Some|Most|No|People|It|She|He|Everything|Nobody)\b)"
        r"(?P<np>[A-Z][\w'&]+(?:\s[A-Z][\w'&]+)*)\s(?:[a-z]{3,}[^s\W]s)\s",
        lines[0],
    )
    if maker and not re.search(rf"{DAYS}|{MONTHS}", maker["np"]) and len(lines[0].split()) > 4:
        return maker["np"]
    if len(lines[0].split()) <= 4 and not is_finite(lines[0]) and not re.search(r"[€$£]", lines[0]):
        return lines[0].rstrip(".")
    if beside := re.search(
        r"(?<!in )(?<!at )(?<!near )(?<!from )\b(?P<name>[A-Z][\w'&]+(?:\s[A-Z][\w'&]+)?), an? [a-z]", lines[0]
    ):
        return beside["name"]
    subject = re.match(
        r"(?!We\b|We'|I\b|I'|It\b|You\b|They|There|This|Here|If|When|From|In|On|At|Every)"
        r"(?P<np>(?:The\s|Our\s)?[^,.]{4,45}?)\s"
        r"(?:is|are|has|have|will|can|opens?|starts?|begins?|covers?)\s",
        lines[0],
    )
    if subject and len(subject["np"].split()) <= 5:
        return subject["np"]
    named = next(
        (
            found
            for line in lines
            if (
                found := re.search(
                    r"(?<!^)(?:\d+\s)?\b[A-Z][\w'&]+(?:\s(?:of\s|&\s)?[A-Z][\w'&]+)+|^[A-Z][\w'&]+(?:\s[A-Z][\w'&]+)+",
                    line,
                )
            )
        ),
        None,
    )
    if (
        named
        and not re.search(rf"{DATE.pattern}|{DAYS}|{MONTHS}", named.group())
        and not re.match(
            r"(?:In|On|At|"
            r"From|By|As|For|"
            r"The|To)\b",
            named.group(),
        )
    ):
        return named.group()
    does = re.match(
        r"(?:I|We)\s+(?:also\s+|now\s+)?(?:teach|sell|make|rent|roast|offer|do|bake|run|build|groom|grow|"
        r"brew|design|repair|"
        r"write|paint|provide)\s+(?P<what>.+)\.$",
        lines[0],
    )
    if does and (short := heading_of(does["what"])):
        return short
    return next(
        (head for line in lines if (head := heading_from(line, set())) and not re.search(r"\d", head)),
        capital(lines[0].rstrip(".")),
    )
