"""A brief takes from a brand what it leaves open: its name, what to ask for and where, its tone, and its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from brand_memory.kit import BrandKit
from tools.branding.material import Material, page_of, source, usable, usable_ones
from tools.branding.statements import Statement, statements_for
from tools.brief import Brief
from tools.language.actions import card_action
from tools.language.wording import Wording
from tools.storyboard import BrandSource

LONGEST_CALL = 5
"""Words of a button that are spoken as what to do."""
_VAGUE = re.compile(
    r"(?:contact|home|menu|more|read|learn more|read more|see more|view|details|next|back|log ?in|sign ?in|"
    r"add to (?:basket|cart|bag)|checkout|watch the film|play|open|show|close|download|cookie|accept|all|"
    r"\w+)$",
    re.IGNORECASE,
)
"""Buttons that only make sense on the page, and single words."""
_VERBS = re.compile(
    r"(?:add|apply|ask|arrange|become|begin|book|browse|build|buy|call|choose|come|compare|create|discover|donate|"
    r"explore|find|follow|get|give|go|hire|join|learn|listen|make|meet|order|plan|pre-?order|register|rent|request|"
    r"reserve|rsvp|schedule|see|shop|sign|speak|start|stop|subscribe|switch|take|talk|tell|test|track|try|use|visit|"
    r"volunteer|watch|work|write)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class BrandedBrief:
    """A brief with what a brand adds, how the script is to sound, and where each came from."""

    brief: Brief
    wording: Wording
    statements: tuple[Statement, ...]
    sources: tuple[BrandSource, ...]


def brand_brief(brief: Brief, material: Material) -> BrandedBrief:
    """`brief` with what it left open filled from the brand, and the wording of the script that is written for it."""
    kit = material.kit
    sources: list[BrandSource] = []
    fields: dict[str, str] = {}
    if not brief.brand and usable(kit.name, 0.3):
        fields["brand"] = kit.name.value[:120]
        sources.append(source("end_card.headline", "name", kit.name.value, kit.name))
    call, call_source = call_to_action(kit)
    if not brief.call_to_action and call and call_source and not brief.address:
        fields["call_to_action"] = call[:1].lower() + call[1:]
        sources.append(call_source)
    address, address_source = address_of(kit)
    if not brief.address and address and address_source:
        fields["address"] = address
        sources.append(address_source)
    tone = usable(kit.tone)
    if not brief.tone and tone and tone.value.described:
        fields["tone"] = ", ".join(tone.value.described)
    made = brief.changed(**fields) if fields else brief
    asked = " ".join((made.product, *made.points, made.request))
    statements = statements_for(material, asked, made.language)
    return BrandedBrief(made, _wording(kit, statements), statements, tuple(sources))


def call_to_action(kit: BrandKit) -> tuple[str, BrandSource | None]:
    """What the brand asks people to do, as its own button says it, and where that stood; empty where none can be said.

    A button that a person confirmed is taken as it is; of the others, those that begin with a verb and stand alone.
    """
    for fact in usable_ones(kit.messages.calls_to_action):
        text = " ".join(fact.value.split()).strip(" .!→")
        sure = fact.status in ("confirmed", "corrected")
        speaks = len(text.split()) <= LONGEST_CALL and _VERBS.match(text) and not _VAGUE.fullmatch(text)
        if text and (sure or speaks):
            return text, source("end_card.call_to_action", "call to action", text, fact)
    return "", None


def address_of(kit: BrandKit) -> tuple[str, BrandSource | None]:
    """The brand's address as a card shows it (without protocol, `www.` and port); empty for a machine of our own."""
    try:
        host = (urlsplit(kit.address if "://" in kit.address else f"https://{kit.address}").hostname or "").lower()
    except ValueError:
        host = ""
    host = host.removeprefix("www.")
    if "." in host and re.search(r"\.[a-z][a-z0-9-]+$", host) and len(host) <= 120:
        return host, source("end_card.address", "address", host, page=kit.address)
    email = next((fact for fact in usable_ones(kit.contacts) if fact.value.kind == "email"), None)
    if email:
        return email.value.value[:120], source("end_card.address", "contact", email.value.value, email)
    return "", None


def card_of(kit: BrandKit) -> tuple[dict[str, str], tuple[BrandSource, ...]]:
    """What an end card says where nobody has said what, and where each part came from."""
    call, call_source = call_to_action(kit)
    address, address_source = address_of(kit)
    shown, below = card_action(Brief(request="-", call_to_action=call, address=address)) if call else ("", address)
    sources = [source("end_card.headline", "name", kit.name.value, page=page_of(kit.name))]
    sources += [one for one in (call_source, address_source) if one]
    return {"headline": kit.name.value[:120], "call_to_action": shown[:120], "address": below[:120]}, tuple(sources)


def _wording(kit: BrandKit, statements: tuple[Statement, ...]) -> Wording:
    spoken = tuple(statement.text for statement in statements)
    tone = usable(kit.tone)
    if tone is None:
        return Wording(statements=spoken, never=kit.lexicon.never)
    voice = tone.value
    return Wording(
        statements=spoken,
        never=kit.lexicon.never,
        sentence_words=voice.sentence_words,
        person=voice.person,
        exclamations=voice.exclamations > 0,
        questions=voice.questions > 0,
    )
