"""Telling a brief: one sentence of what was understood, so that a client sees at once what will be made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.boarding import USUAL_SECONDS, music_for
from tools.brief import Brief

_SHAPES = {"16:9": "wide", "9:16": "upright", "1:1": "square", "4:5": "4:5"}
_KINDS = {
    "launch": "launch video",
    "explainer": "video",
    "how_to": "how-to",
    "announcement": "announcement",
    "testimonial": "testimonial",
    "recruitment": "recruitment video",
    "update": "update",
    "event": "event video",
    "sales": "sales video",
    "training": "training video",
}
_BARE = (
    " I know no facts about it yet, so the words stay general; say it again with two or three (what it does, a price, "
    "a place), and the script will tell them."
)
"""What is said behind a brief that names nothing but its subject."""

LONGEST = 80
"""Characters of a subject that are said back."""


def tell_brief(brief: Brief, settings: Mapping[str, Any], brand: str) -> str:
    """The subject, length, shape, brand, presenter, voice and music of the video, as far as they are settled.

    `settings` hold what was chosen beside the words and is laid over the brief.
    """
    seconds = settings.get("duration_seconds") or brief.duration_seconds or USUAL_SECONDS
    shape = _SHAPES[str(settings.get("aspect") or brief.aspect)]
    told = f"{'An' if shape == 'upright' else 'A'} {shape} {_KINDS[brief.goal]} of {seconds:g} seconds"
    if subject := " ".join(brief.product.split()):
        told += f" about {_cut(subject)}"
    if audience := " ".join(brief.audience.split()):
        told += f", for {_cut(audience)}"
    if (named := brief.brand or brand) and (brand or named.lower() not in brief.product.lower()):
        told += f", in the brand {_cut(named)}" if brand else f", by {_cut(named)}"
    avatar, voice = settings.get("avatar") or brief.avatar, settings.get("voice") or brief.voice
    music = str(settings.get("music") or music_for(brief) or "none").replace("_", " ")
    named_here = {"presenter": _avatar_name(avatar), "voice": _voice_name(voice)}
    people = [f"{what} {named_here[what]}" for what, name in (("presenter", avatar), ("voice", voice)) if name]
    ours = " and ".join(what for what, name in (("presenter", avatar), ("voice", voice)) if not name)
    tune = "your own music" if settings.get("music_file") else "no music" if music == "none" else f"{music} music"
    rest = [*people, tune, *([f"{ours} to fit"] if ours else [])]
    return f"{told}; {', '.join(rest)}.{'' if brief.points or brand else _BARE}"


def _avatar_name(id_: str) -> str:
    """What people call the presenter."""
    from agency.presenters import every_avatar

    return next((one.name for one in every_avatar() if one.id == id_), id_)


def _voice_name(id_: str) -> str:
    """What people call the voice: its name, without its style."""
    from renderers.speech.catalogue import find_voice

    voice = find_voice(id_) if id_ else None
    return voice.name.partition(",")[0] if voice else id_


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
