"""What the brand says of itself: its headline, what it promises, what it proves, and what it asks people to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from brand_memory.kit import Fact, Messages
from brand_memory.passages import Passage, brand_words, passages, readings
from brand_memory.proofs import proof_points
from brand_memory.reading import SiteReading
from brand_memory.wording import key_of, plain, shorten, words_of

_PROMISES, _ACTIONS = 8, 6
_FIRST_SCREEN = 900.0
"""CSS pixels from the top in which a headline stands on usual screens."""
_LABEL = re.compile(
    r"^(?:(?:our|the|meet|latest|all|more|related|recent|popular|featured|new)\s)?(?:blog|news|articles?|"
    r"posts?|press|team|people|"
    r"customers?|clients?|partners?|stor(?:y|ies)|testimonials?|reviews?|faqs?|questions?|pricing|plans|prices|"
    r"products?|services|"
    r"features?|benefits|solutions?|resources|contact|newsletter|menu|search|categories|collections?|shop|cart|"
    r"account|about|jobs|"
    r"careers|events|gallery|portfolio|work|projects|locations?|hours|process|integrations?|documentation|"
    r"support|help|arrivals|"
    r"bestsellers?|highlights|overview|specifications?|details|description|comments|follow us|share|values|"
    r"mission|vision)s?(?:\sus)?$"
    r"|^(?:trusted|used|loved|chosen|backed|powered) by\b|^(?:as )?(?:seen|featured) (?:in|on)\b|\bfrequently "
    r"asked\b|^what (?:our|people|"
    r"they|others|customers|clients)\b.*\b(?:say|think)|^(?:get in touch|stay in touch|contact us|about us|"
    r"follow us|how it works|"
    r"why us|why choose us|read more|learn more|you may also like|from (?:the|our) blog|sign in|log in|"
    r"subscribe|newsletter|"
    r"join our newsletter|table of contents|on this page|welcome|home|faq)\b.{0,20}$"
    r"|^(?:über uns|unsere? (?:team|kunden|partner|leistungen|produkte|werte)|kontakt|häufige fragen|aktuelles|"
    r"neuigkeiten|preise|"
    r"so funktioniert'?s|kundenstimmen|à propos|nos (?:clients|produits|services|valeurs)|contactez-nous|notre "
    r"équipe|tarifs|actualités|"
    r"sobre nosotros|nuestros? (?:equipo|clientes|productos|servicios)|contacto|precios|noticias|chi siamo|"
    r"contatti|prezzi|over ons|"
    r"veelgestelde vragen|prijzen|o nas|cennik|kontakt|om oss|om os)$",
    re.IGNORECASE,
)
_NO_ACTION = re.compile(
    r"^(?:menu|close|open|search|back|next|previous|prev|play|pause|mute|unmute|log ?in|sign ?in|log ?out|"
    r"submit|send|ok|yes|no|"
    r"cancel|reset|share|copy|copied|print|like|reply|edit|delete|remove|filter|sort|show (?:more|less|all)|"
    r"see (?:more|all)|view all|load more|"
    r"more|less|toggle.*|expand|collapse|skip.*|scroll.*|go to.*|slide.*|dark|light|theme|language|english|"
    r"deutsch|français|español|[a-z]{2}|"
    r"anmelden|einloggen|suchen?|schließen|zurück|weiter|senden|absenden|mehr|mehr anzeigen|connexion|se "
    r"connecter|rechercher|fermer|"
    r"envoyer|suivant|précédent|iniciar sesión|buscar|cerrar|enviar|siguiente|anterior|accedi|cerca|chiudi|"
    r"invia|avanti|indietro|"
    r"inloggen|zoeken|sluiten|verzenden|zaloguj.*|szukaj|zamknij|wyślij|all|\d+|[^\w]*)$",
    re.IGNORECASE,
)
_ARROWS = re.compile(r"^[\s→➔➜›»▶▸+•·|-]+|[\s→➔➜›»▶▸↗⟶•·|-]+$")


def messages(site: SiteReading) -> Messages:
    """The brand's messages in its own visible words, deduplicated, each with the page, the place and the quote.

    The headline is the largest first heading of the home page; promises stand below it and in the headings of the
    home, product and about pages; proof is what carries a number, an award, a rating or somebody's quoted voice; calls
    to action are the words on buttons, most frequent first. Nothing is invented: a message that is not there is None.
    """
    said = passages(site, headers=True)
    found = [passage for passage in said if passage.region == "main" or passage.tag == "h1"]
    names = brand_words(site)
    headline = _headline(found, names)
    taken = {key_of(headline.value)} if headline else set()
    proofs = proof_points(found, taken)
    taken |= {key_of(proof.value) for proof in proofs}
    return Messages(
        headline=headline,
        value_propositions=_promises(found, headline, names, taken),
        proof_points=proofs,
        calls_to_action=_actions(said, site),
    )


def _headline(found: Sequence[Passage], names: frozenset[str]) -> Fact[str] | None:
    headings = [p for p in found if p.heading and 2 <= len(words_of(p.text)) <= 30 and key_of(p.text) not in names]
    home = [p for p in headings if p.kind == "home"]
    candidates = home or [p for p in headings if p.tag == "h1" and p.kind in ("about", "product", "other")][:1]
    candidates = [p for p in candidates if not _LABEL.match(p.text)]
    if not candidates:
        return None
    largest = max(p.size for p in candidates) or 1.0

    def score(passage: Passage) -> float:
        high = passage.box is None or passage.box.y < _FIRST_SCREEN
        return 3 * (passage.tag == "h1") + 2 * passage.hero + 2 * passage.size / largest + high - passage.order / 500

    best = max(candidates, key=score)
    sure = (
        0.5 if not home else 0.92 if best.tag == "h1" and best.size >= largest else 0.82 if best.tag == "h1" else 0.65
    )
    if sum(p.tag == "h1" for p in candidates) > 1 and home:
        sure -= 0.08
    return Fact(value=shorten(best.text, 200), confidence=sure, evidence=(best.evidence(),))


def _promises(
    found: Sequence[Passage], headline: Fact[str] | None, names: frozenset[str], taken: set[str]
) -> tuple[Fact[str], ...]:
    graded: list[tuple[float, Passage]] = []
    below = _below(found, headline)
    if below is not None:
        graded.append((0.88, below))
    for passage in found:
        count = len(words_of(passage.text))
        if passage.kind not in ("home", "about", "product") or not passage.heading or passage is below:
            continue
        if not 3 <= count <= 16 or passage.text.rstrip().endswith(("?", ":")) or _LABEL.match(passage.text):
            continue
        worth = {"h1": 0.62, "h2": 0.7, "h3": 0.62}.get(passage.tag, 0.5)
        worth += {"home": 0.05, "about": 0.0, "product": -0.05}.get(passage.kind, 0.0)
        graded.append((worth - 0.1 * (passage.order > 60), passage))
    chosen: list[Fact[str]] = []
    for worth, passage in sorted(graded, key=lambda pair: -pair[0]):
        if len(chosen) == _PROMISES:
            break
        key = key_of(passage.text)
        if key in taken or key in names or any(key in other or other in key for other in taken if len(other) > 12):
            continue
        taken.add(key)
        chosen.append(
            Fact(value=shorten(passage.text, 280), confidence=round(worth, 2), evidence=(passage.evidence(),))
        )
    return tuple(chosen)


def _below(found: Sequence[Passage], headline: Fact[str] | None) -> Passage | None:
    """The sentence that stands right below the headline and explains it."""
    if headline is None:
        return None
    page = headline.evidence[0].page
    at = next((n for n, p in enumerate(found) if p.page == page and shorten(p.text, 200) == headline.value), None)
    if at is None:
        return None
    for passage in found[at + 1 : at + 4]:
        if passage.page != page or passage.tag in ("h1", "h2"):
            return None
        if passage.role not in ("button", "link", "badge") and 5 <= len(words_of(passage.text)) <= 60:
            return passage
    return None


def _actions(found: Sequence[Passage], site: SiteReading) -> tuple[Fact[str], ...]:
    counted: dict[str, list[Passage]] = {}
    drawn = Counter(
        key_of(_ARROWS.sub("", plain(element.text, 80)))
        for page in readings(site)
        for element in page.elements
        if element.role == "button" and element.own
    )
    for passage in found:
        text = _ARROWS.sub("", passage.text)
        if passage.role == "button" and _is_action(text):
            counted.setdefault(key_of(text), []).append(passage)
    if not counted:
        return ()

    def weight(seen: list[Passage]) -> float:
        more = drawn[key_of(_ARROWS.sub("", seen[0].text))] - len(seen)
        return sum(1.0 + 1.5 * p.hero + 0.5 * (p.kind == "home") for p in seen) + 0.5 * max(0, min(8, more))

    ranked = sorted(counted.values(), key=lambda seen: (-weight(seen), seen[0].order))[:_ACTIONS]
    most = weight(ranked[0])
    return tuple(
        Fact(
            value=_ARROWS.sub("", seen[0].text),
            confidence=round(min(0.95, 0.55 + 0.3 * weight(seen) / most + 0.05 * min(2, len(seen) - 1)), 2),
            evidence=tuple(p.evidence() for p in seen[:3]),
        )
        for seen in ranked
    )


def _is_action(text: str) -> bool:
    count = len(words_of(text))
    return 1 <= count <= 6 and 3 <= len(text) <= 40 and not _NO_ACTION.match(text) and not text.endswith((":", "?…"))
