"""What stands ready on the page: starters for what people come for, galleries to browse, and a brand's facts."""

from __future__ import annotations

from typing import Any

import chainlit as cl

from agency.conversation import Conversation, Event
from agency.home import Home

GALLERIES = ("avatars", "voices", "music", "backgrounds")
"""What can be browsed."""

_STARTERS = (
    (
        "Product launch",
        "A 30 second launch video for Lumen, a lamp that follows daylight. Order at lumen.example.",
    ),
    ("Explainer", "Explain in 45 seconds how our solar roofs work, for home owners."),
    ("Training", "A 60 second training video: how to lock out a machine before cleaning it. Calm and clear."),
    ("Sales outreach", "A 20 second personal hello for people who asked for an offer from Northwind Coffee."),
    ("Social clip", "15 seconds for Instagram, vertical, about our new handmade gold necklace."),
    ("Update", "A 40 second update for the whole team: the new office opens in May."),
)


def starters() -> list[cl.Starter]:
    """Messages to begin with."""
    return [cl.Starter(label=label, message=message) for label, message in _STARTERS]


def decide_fact(asked: dict[str, Any]) -> Event:
    """What came of a decision about a fact of a brand: the brand's card anew, or why it can not be so."""
    from agency.brand_card import CORRECTED, DECIDED
    from agency.brand_desk import brand_records, known_families
    from brand_memory.errors import BrandError

    records = brand_records()
    brand, key, verb, which = (str(asked.get(name, "")) for name in ("brand", "key", "verb", "which"))
    if key not in (CORRECTED if verb == "correct" else DECIDED):
        return {"kind": "say", "text": f"“{key[:40]}” can not be decided about on this card."}
    try:
        if verb == "correct":
            records.correct(brand, key, str(asked.get("value", "")), families=known_families())
        elif verb in ("confirm", "reject"):
            (records.confirm if verb == "confirm" else records.reject)(brand, key, which)
    except BrandError as error:
        return {"kind": "say", "text": str(error)}
    return {"kind": "brand", "brand": brand, "version": records.kit(brand).version, "decided": True}


def gallery(kind: str, state: Conversation, place: Home) -> Event:
    """Everything of a kind that can be chosen. Voices are those of the production's language."""
    from agency.answers import LISTED
    from agency.listings import listing
    from agency.revisions import current

    if kind not in GALLERIES:
        return {"kind": "say", "text": "There is no such gallery; there are presenters, voices, music and backgrounds."}
    language = current(place, state["production"]).storyboard.language if state.get("production") else "en"
    rows = listing(kind, language=language, drawn=False)
    return {"kind": "listing", "of": kind, "rows": rows[:LISTED], "more": max(0, len(rows) - LISTED)}
