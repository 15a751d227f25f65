"""What stands ready on the page: starters for what people come for, and settings with presenters, voices, music."""

from __future__ import annotations

from typing import Any

import chainlit as cl
from chainlit.input_widget import Select, Slider, Switch

from agency.conversation import Conversation, Event
from agency.home import Home

OURS = "chosen for me"
"""What a setting says that leaves the choice to us."""

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


def chat_settings(place: Home, chosen: dict[str, Any]) -> cl.ChatSettings:
    """The settings panel, showing what was chosen."""
    from agency.brand_desk import brand_records
    from renderers.avatar.catalogue import AVATARS
    from renderers.music.catalogue import MOODS
    from renderers.speech.catalogue import available, voices

    def select(id_: str, label: str, items: dict[str, str]) -> Select:
        known = {OURS: "", **items}
        value = chosen.get(id_, "")
        return Select(id=id_, label=label, items=known, initial_value=value if value in known.values() else "")

    speaking = {f"{v.name} ({v.gender})": v.id for v in voices("en") if available(v)}
    brands = {brand.name: brand.id for brand in brand_records().brands()}
    return cl.ChatSettings(
        [
            select("brand", "Brand", brands),
            select("avatar", "Presenter", {a.name: a.id for a in AVATARS}),
            select("voice", "Voice", speaking),
            select("music", "Music", {"none": "none", **{m.name: m.id for m in MOODS}}),
            select("aspect", "Shape", {"wide 16:9": "16:9", "upright 9:16": "9:16", "square 1:1": "1:1", "4:5": "4:5"}),
            Slider(id="duration_seconds", label="Seconds (0: as needed)", initial=0, min=0, max=180, step=5),
            Switch(id="captions", label="Captions in the picture", initial=chosen.get("captions", True)),
        ]
    )


def read_settings(chosen: dict[str, Any]) -> dict[str, Any]:
    """What the panel says, as the conversation keeps it; what is left to us is left out."""
    kept = {name: chosen.get(name) or "" for name in ("brand", "avatar", "voice", "music", "aspect")}
    seconds = chosen.get("duration_seconds") or 0
    return {
        **kept,
        "duration_seconds": float(seconds) if seconds else None,
        "captions": ["burned", "sidecar"] if chosen.get("captions", True) else ["sidecar"],
    }


def decide_fact(asked: dict[str, Any]) -> Event:
    """What came of a decision about a fact of a brand: the brand's card anew, or why it can not be so."""
    from agency.brand_desk import brand_records
    from brand_memory.errors import BrandError

    records = brand_records()
    brand, key, verb = (str(asked.get(name, "")) for name in ("brand", "key", "verb"))
    try:
        if verb == "correct":
            records.correct(brand, key, str(asked.get("value", "")))
        elif verb in ("confirm", "reject"):
            (records.confirm if verb == "confirm" else records.reject)(brand, key)
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
    rows = listing(kind, language=language) if kind == "voices" else listing(kind)
    return {"kind": "listing", "of": kind, "rows": rows[:LISTED], "more": max(0, len(rows) - LISTED)}
