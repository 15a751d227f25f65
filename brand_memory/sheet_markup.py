"""The pieces of markup that all sections of the brand sheet share."""

from __future__ import annotations

from html import escape
from typing import Any

from brand_memory.kit import Fact
from brand_memory.slots import sureness

_STEPS = {"sure": 4, "fairly sure": 3, "unsure": 2, "a guess": 1}


def section(title: str, hint: str, body: str) -> str:
    """A section with its title and a word of explanation; nothing where it has no body."""
    if not body:
        return ""
    told = f"<small>{escape(hint)}</small>" if hint else ""
    return f"<section><h2>{escape(title)}{told}</h2><div>{body}</div></section>\n"


def sure(fact: Fact[Any]) -> str:
    """How sure a fact is, as a word with a dot beside it."""
    words = sureness(fact)
    kind = f"sure-{_STEPS[words]}" if words in _STEPS else "by-you"
    title = f' title="{fact.confidence:.0%} likely"' if fact.status == "found" else ""
    return f'<span class="sure {kind}"{title}>{words}</span>'


def state(fact: Fact[Any]) -> str:
    """The class that shows a rejected fact as such."""
    return " rejected" if fact.status == "rejected" else ""


def listed(facts: tuple[Fact[str], ...]) -> str:
    """Facts of words as a list."""
    rows = [f'<li class="{state(f).strip()}"><span class="name">{escape(f.value)}</span>{sure(f)}</li>' for f in facts]
    return f'<ul class="plain">{"".join(rows)}</ul>' if rows else ""
