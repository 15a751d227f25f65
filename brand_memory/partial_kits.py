"""What files say of a brand: the same facts as a kit's, none of which must be there, and several of them as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from brand_memory.kit import (
    Colour,
    Contact,
    Fact,
    Lexicon,
    Logo,
    Messages,
    Palette,
    Picture,
    Product,
    Shape,
    StoredFile,
    Tone,
    Typeface,
)
from brand_memory.swatches import ACCENTS, CANDIDATES, GUESSED

FactT = TypeVar("FactT")


@dataclass(frozen=True)
class PartialKit:
    """What was learned from files. `films` are videos to be taken apart: a person's file, or one kept from an archive.

    `typefaces` are fonts that came as files and that nothing gave a role.
    """

    name: Fact[str] | None = None
    palette: Palette = Palette()
    heading: Fact[Typeface] | None = None
    body: Fact[Typeface] | None = None
    typefaces: tuple[Fact[Typeface], ...] = ()
    logos: tuple[Fact[Logo], ...] = ()
    favicon: Fact[StoredFile] | None = None
    shape: Fact[Shape] | None = None
    imagery: tuple[Fact[Picture], ...] = ()
    messages: Messages = Messages()
    products: tuple[Fact[Product], ...] = ()
    contacts: tuple[Fact[Contact], ...] = ()
    tone: Fact[Tone] | None = None
    lexicon: Lexicon = Lexicon()
    films: tuple[Path | StoredFile, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def together(parts: Sequence[PartialKit]) -> PartialKit:
    """Several partial kits as one: where one fact fits, the surest (of equals the first); lists without doubles.

    Fonts that came as files join the typeface of their family; a single family without a role serves for both.
    """
    loose = _families([fact for part in parts for fact in part.typefaces])
    heading = _best(part.heading for part in parts)
    body = _best(part.body for part in parts)
    heading, body = _with_files(heading, loose), _with_files(body, loose)
    free = [
        fact
        for fact in loose
        if fact.value.family.casefold() not in {f.value.family.casefold() for f in (heading, body) if f}
    ]
    if free and (heading is None or body is None):
        shown = next((fact for fact in free if fact.value.category in ("display", "script", "serif")), free[0])
        read = next((fact for fact in free if fact is not shown and fact.value.category != "mono"), None)
        heading = (
            heading
            or (shown if body is not None or read is not None else body)
            or shown.model_copy(update={"confidence": GUESSED})
        )
        body = body or read or heading
    palettes = [part.palette for part in parts]
    background = _best(palette.background for palette in palettes)
    palette = Palette(
        primary=_best(palette.primary for palette in palettes),
        secondary=_best(palette.secondary for palette in palettes),
        accents=_distinct((fact for palette in palettes for fact in palette.accents), _hex)[:ACCENTS],
        background=background,
        surface=_best(palette.surface for palette in palettes),
        text=_best(palette.text for palette in palettes),
        dark=background is not None and background.value.lightness < 0.5,
        candidates=_distinct((fact for palette in palettes for fact in palette.candidates), _hex)[:CANDIDATES],
        gradients=tuple(fact for palette in palettes for fact in palette.gradients)[:6],
    )
    return PartialKit(
        name=_best(part.name for part in parts),
        palette=palette,
        heading=heading,
        body=body,
        typefaces=tuple(loose),
        logos=_distinct((fact for part in parts for fact in part.logos), lambda fact: fact.value.file.digest),
        favicon=_best(part.favicon for part in parts),
        shape=_best(part.shape for part in parts),
        imagery=_distinct((fact for part in parts for fact in part.imagery), lambda fact: fact.value.file.digest),
        messages=Messages(
            headline=_best(part.messages.headline for part in parts),
            value_propositions=tuple(fact for part in parts for fact in part.messages.value_propositions),
            proof_points=tuple(fact for part in parts for fact in part.messages.proof_points),
            calls_to_action=tuple(fact for part in parts for fact in part.messages.calls_to_action),
        ),
        products=tuple(fact for part in parts for fact in part.products),
        contacts=_distinct(
            (fact for part in parts for fact in part.contacts), lambda fact: f"{fact.value.kind} {fact.value.value}"
        ),
        tone=_best(part.tone for part in parts),
        lexicon=Lexicon(
            used=tuple(dict.fromkeys(word for part in parts for word in part.lexicon.used)),
            never=tuple(dict.fromkeys(word for part in parts for word in part.lexicon.never)),
            said={word: said for part in reversed(parts) for word, said in part.lexicon.said.items()},
        ),
        films=tuple(dict.fromkeys(film for part in parts for film in part.films)),
        sources=tuple(dict.fromkeys(source for part in parts for source in part.sources)),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
    )


def _hex(fact: Fact[Colour]) -> str:
    return fact.value.hex


def _best(facts: Iterable[Fact[FactT] | None]) -> Fact[FactT] | None:
    there = [fact for fact in facts if fact is not None]
    return max(there, key=lambda fact: fact.confidence) if there else None


def _distinct(facts: Iterable[Fact[FactT]], key: Callable[[Fact[FactT]], str]) -> tuple[Fact[FactT], ...]:
    held: dict[str, Fact[FactT]] = {}
    for fact in facts:
        held.setdefault(key(fact), fact)
    return tuple(held.values())


def _families(facts: Sequence[Fact[Typeface]]) -> list[Fact[Typeface]]:
    """Fonts by family: one fact for each, with all weights and files."""
    held: dict[str, Fact[Typeface]] = {}
    for fact in facts:
        key = fact.value.family.casefold()
        held[key] = _joined(held[key], fact.value) if key in held else fact
    return list(held.values())


def _with_files(fact: Fact[Typeface] | None, loose: Sequence[Fact[Typeface]]) -> Fact[Typeface] | None:
    if fact is None:
        return None
    mate = next((other for other in loose if other.value.family.casefold() == fact.value.family.casefold()), None)
    return fact if mate is None else _joined(fact, mate.value)


def _joined(fact: Fact[Typeface], other: Typeface) -> Fact[Typeface]:
    own = fact.value
    value = Typeface(
        family=own.family,
        category=own.category if own.category != "unknown" else other.category,
        weights=tuple(sorted({*own.weights, *other.weights})),
        files=tuple({file.digest: file for file in (*own.files, *other.files)}.values()),
    )
    return fact.model_copy(update={"value": value})
