"""Hooks: how an opening line speaks to the people the brief names, and says at once what the thing is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tools.brief import Brief
from tools.language.fact_forms import Fact
from tools.language.grammar import base_of, capital, head_noun, is_plural, sentence, uncapital
from tools.language.lexicon import VERBS

LONGEST_DEFINITION, LONGEST_CALL = 12, 6
"""Words up to which what it is fits behind its name, and an audience can be spoken to."""


def hook_for(audience: str) -> str:
    """`Working from home?` for people who work from home; empty where the audience is not said by what it does."""
    found = re.match(r"(?:people|those|anyone|everyone|everybody|adults|women|men|parents|families)\s+who\s+"
                     r"(?P<verb>[a-z]+)\b(?P<rest>.*)$", audience, re.IGNORECASE)
    if not found:
        return ""
    verb = found["verb"].lower()
    base = verb if verb in VERBS else base_of(verb)
    if not base or base in ("have", "need") or len(found["rest"].split()) > 8:
        return ""
    rest = re.sub(r"\btheir\b", "your", found["rest"])
    return f"{capital(_gerund(base))}{rest}?"


def callout_for(audience: str) -> str:
    """`Young professionals,` where the audience can be spoken to like this; otherwise empty."""
    words = audience.split()
    if not words or len(words) > LONGEST_CALL or "," in audience:
        return ""
    lead = words[0].lower()
    if lead in ("our", "my", "the", "all", "any", "every", "everyone", "anyone", "those", "people", "new", "adults",
                "staff", "employees", "customers", "clients", "users", "members", "a", "an", "your", "kids", "children",
                "companies", "businesses"):
        return ""
    head = head_noun(audience)
    return f"{capital(audience)}," if is_plural(head) else ""


def defined(thing: str, definition: str) -> str:
    """`Lumen, a desk lamp that follows daylight`; the bare name where what it is would be too long to follow."""
    short = uncapital(definition.strip(" ."))
    if not short or len(short.split()) > LONGEST_DEFINITION or "," in short:
        return ""
    return f"{thing}, {short}"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return f"{verb[:-1]}ing"
    if verb in ("run", "plan", "get", "set", "put", "cut", "shop", "stop", "begin", "sit", "chop", "mop", "trim"):
        return f"{verb}{verb[-1]}ing"
    return f"{verb}ing"


def opening_fields(brief: Brief, fields: Mapping[str, str], facts: Sequence[Fact], audience: str) -> dict[str, str]:
    """What only the opening asks: to whom it speaks, what the thing is, and whether news is a thanks or a reminder."""
    definition = next((fact.short for fact in facts if fact.kind == "definition"), "")
    if re.match(r"our\s(?!new\s)", definition, re.I):
        definition = ""
    found = {"hook": hook_for(audience), "callout": callout_for(audience)}
    found["plain"] = "" if found["hook"] or found["callout"] else "yes"
    named = defined(fields["thing"], definition) if fields["thing"] else ""
    found |= {"defined": named or fields["thing"], "definition": "yes" if named else "", "bare": "",
              "undefined": "" if named or not found["plain"] else "yes"}
    news = fields["news"]
    if re.match(r"we'd like to (?:thank|congratulate|welcome|honou?r|apologi[sz]e)\b", news, re.I):
        found["thanks"] = sentence(news)
    elif news and re.search(r"\bremind", brief.request, re.I):
        found["reminder"] = sentence(f"{f'A quick reminder for {audience}' if audience else 'A quick reminder'}: "
                                     f"{news}")
    silent = found.get("thanks") or found.get("reminder") or (news and audience)
    found["open"] = "" if silent else "yes"
    found["message"] = "" if found.get("thanks") or found.get("reminder") else "yes"
    found["bare"] = "yes" if fields["thing"] and not facts else ""
    return found
