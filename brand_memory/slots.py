"""The places of a brand kit where facts stand: how a person calls them, how they are read, set, told and compared."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from brand_memory.errors import UnknownFact
from brand_memory.kit import (
    BrandKit,
    Clip,
    Colour,
    Contact,
    Fact,
    Film,
    Gradient,
    Logo,
    Picture,
    Product,
    Shape,
    StoredFile,
    Tone,
    Typeface,
)


@dataclass(frozen=True)
class Slot:
    """One place: `key` is its plain name, `names` what else people say, `many` whether it holds a list of facts."""

    key: str
    path: tuple[str, ...]
    names: tuple[str, ...] = ()
    many: bool = False


SLOTS: tuple[Slot, ...] = (
    Slot("name", ("name",), ("brand name", "called")),
    Slot("primary", ("palette", "primary"), ("primary colour", "main colour", "brand colour", "colour")),
    Slot("secondary", ("palette", "secondary"), ("secondary colour",)),
    Slot("accent", ("palette", "accents"), ("accents", "accent colour", "accent colours"), many=True),
    Slot("background", ("palette", "background"), ("background colour", "ground")),
    Slot("surface", ("palette", "surface"), ("surface colour", "cards")),
    Slot("text", ("palette", "text"), ("text colour", "foreground")),
    Slot("gradient", ("palette", "gradients"), ("gradients",), many=True),
    Slot("heading", ("heading",), ("headings", "heading font", "heading typeface", "title font", "display font")),
    Slot("body", ("body",), ("body font", "body typeface", "text font", "font", "typeface")),
    Slot("logo", ("logos",), ("logos", "wordmark", "mark"), many=True),
    Slot("favicon", ("favicon",), ("icon",)),
    Slot("shape", ("shape",), ("corners", "radius", "corner radius", "shape language")),
    Slot("picture", ("imagery",), ("pictures", "imagery", "image", "images", "photo", "photos"), many=True),
    Slot("headline", ("messages", "headline"), ("slogan", "tagline", "claim")),
    Slot(
        "value proposition",
        ("messages", "value_propositions"),
        ("value propositions", "promise", "benefit", "benefits"),
        many=True,
    ),
    Slot("proof point", ("messages", "proof_points"), ("proof points", "proof"), many=True),
    Slot(
        "call to action",
        ("messages", "calls_to_action"),
        ("calls to action", "cta", "button", "action"),
        many=True,
    ),
    Slot("product", ("products",), ("products",), many=True),
    Slot("contact", ("contacts",), ("contacts", "email", "phone", "social"), many=True),
    Slot("tone", ("tone",), ("voice", "tone of voice")),
    Slot("opening", ("opening",), ("intro", "opening clip")),
    Slot("closing", ("closing",), ("outro", "ending", "closing clip")),
)

NEVER, SAY, SAID = "never say", "say", "pronounce"
"""Keys of the lexicon, which holds words and no facts: never to be used, typical ones, and how names are said."""
_LEXICON = {
    NEVER: ("never", "never use", "banned words", "do not say", "don't say", "avoid"),
    SAY: ("words", "say instead", "use", "used words", "typical words"),
    SAID: ("said", "pronunciation", "say as", "pronounced"),
}

SlotValue = Colour | Gradient | Typeface | Logo | StoredFile | Shape | Picture | Product | Contact | Tone | Clip | str


def canonical_key(typed: str) -> str:
    """The plain name of what a person calls `typed`. Raises `UnknownFact`, which lists them and the nearest."""
    asked = " ".join(typed.replace("_", " ").replace("-", " ").lower().replace("color", "colour").split())
    known = _spellings()
    if asked in known:
        return known[asked]
    near = difflib.get_close_matches(asked, known, 1, 0.6)
    hint = f" Did you mean {known[near[0]]!r}?" if near else ""
    raise UnknownFact(f"A brand has no {typed!r}. Known: {', '.join(dict.fromkeys(known.values()))}.{hint}")


def slot(key: str) -> Slot | None:
    """The slot of a plain name; None for the keys of the lexicon."""
    return next((place for place in SLOTS if place.key == key), None)


def facts(kit: BrandKit, place: Slot) -> tuple[Fact[Any], ...]:
    """The facts that stand at `place`, none, one or many."""
    value: Any = kit
    for name in place.path:
        value = getattr(value, name)
    if place.many:
        return tuple(value)
    return () if value is None else (value,)


def with_facts(kit: BrandKit, place: Slot, found: Sequence[Fact[Any]]) -> BrandKit:
    """`kit` with `found` at `place`; where one fact fits, the first."""
    value: Any = tuple(found) if place.many else found[0] if found else None
    outer, *inner = place.path
    if inner:
        value = getattr(kit, outer).model_copy(update={inner[0]: value})
    return kit.model_copy(update={outer: value})


def all_facts(kit: BrandKit) -> Iterator[tuple[Slot, Fact[Any]]]:
    """Every fact of the kit with its place, in the order in which people read a kit."""
    return ((place, fact) for place in SLOTS for fact in facts(kit, place))


def identity(value: SlotValue) -> str:
    """What makes two values the same one: the colour, the family, the bytes of a file, the name of a product."""
    match value:
        case Colour():
            return value.hex
        case Gradient():
            return f"{value.angle} " + " ".join(f"{at:.3f} {colour.hex}" for at, colour in value.stops)
        case Typeface():
            return value.family.casefold()
        case Logo() | Picture() | Clip():
            return value.file.digest
        case StoredFile():
            return value.digest
        case Shape():
            return f"{value.language} {value.radius:g}"
        case Product():
            return value.name.casefold()
        case Contact():
            return f"{value.kind} {value.value}".casefold()
        case Tone():
            return ", ".join(value.described)
        case _:
            return " ".join(value.casefold().split())


def described(value: SlotValue) -> str:
    """The value in a few words for people."""
    match value:
        case Colour():
            return value.hex
        case Gradient():
            way = "radial" if value.angle is None else f"{value.angle:g}°"
            return f"{' → '.join(colour.hex for _, colour in value.stops)} ({way})"
        case Typeface():
            weights = ", ".join(str(weight) for weight in value.weights)
            return f"{value.family} ({weights})" if weights else value.family
        case Logo():
            ground = "any ground" if value.ground == "any" else f"a {value.ground} ground"
            return f"{value.file.name} ({value.kind} for {ground}, {value.width} × {value.height})"
        case Picture():
            return value.caption or f"{value.file.name} ({value.width} × {value.height})"
        case Clip():
            sizes = " and ".join(f"{clip.width} × {clip.height}" for clip in (value, *value.others))
            return f"{value.file.name} ({value.seconds:.1f} s, {sizes})"
        case StoredFile():
            return value.name
        case Shape():
            return f"{value.language} corners of {value.radius:g} px"
        case Product():
            price = f", {value.price} {value.currency}".rstrip() if value.price else ""
            return f"{value.name}{price}"
        case Contact():
            return f"{value.kind}: {value.value}"
        case Tone():
            return ", ".join(value.described) or f"{value.sentence_words:.0f} words a sentence"
        case _:
            return value


def measured(film: Film) -> str:
    """What was measured on a film, in a few words."""
    shots = "1 shot" if film.shots == 1 else f"{film.shots} shots of {film.shot_seconds:.1f} s"
    told = [f"{film.seconds:.0f} s", shots]
    told += [f"{film.tempo:.0f} beats a minute"] if film.tempo else []
    told += [f"{film.loudness:.0f} LUFS"] if film.loudness is not None else ["no sound"]
    return ", ".join(told)


def sureness(fact: Fact[Any]) -> str:
    """How sure a fact is, in words: who decided, or how much its confidence is worth."""
    match fact.status:
        case "confirmed":
            return "confirmed by you"
        case "corrected":
            return "set by you"
        case "rejected":
            return "rejected by you"
    steps = ((0.9, "sure"), (0.7, "fairly sure"), (0.4, "unsure"), (0.0, "a guess"))
    return next(words for least, words in steps if fact.confidence >= least)


def _spellings() -> dict[str, str]:
    """Every way to say a key, and the key."""
    ways = {place.key: place.names for place in SLOTS} | _LEXICON
    return {way: key for key, names in ways.items() for way in (key, *names)}
