"""Colours that files name, the role a name gives them, and the palette they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from brand_memory.colour_values import Tint, to_colour
from brand_memory.kit import Colour, Evidence, Fact, Palette

STATED = 0.97
"""How sure a fact is that a person's own file states in so many words; it outranks what was seen on the web."""
GUESSED = 0.8
"""How sure a fact is that follows from a file without being said in it."""
ACCENTS, CANDIDATES = 6, 16
Role = Literal["primary", "secondary", "accent", "background", "surface", "text"]


@dataclass(frozen=True)
class Swatch:
    """A colour that a file names: for which role (None: none), how surely, and where it stands."""

    role: Role | None
    tint: Tint
    sure: float
    evidence: Evidence


_STATES = re.compile(
    r"hover|active|focus|disabled|pressed|visited|selected|\bborder|outline|\bring\b|shadow|divider|\bstroke|success|"
    r"warn|danger|\berror|\binfo|\binvalid|\bvalid|destructive|overlay|scrim|placeholder|skeleton|chart|syntax|\bcode\b",
)
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("background", re.compile(r"\b(?:background|bg|canvas|page|paper|hintergrund|fond|fondo|sfondo|achtergrond)\b")),
    ("surface", re.compile(r"\b(?:surface|card|panel|elevated|container|muted bg|subtle bg)\b")),
    ("text", re.compile(r"\b(?:text|foreground|fg|ink|body copy|copy|schrift|textfarbe|texte|texto|testo|tekst)\b")),
    ("primary", re.compile(
        r"\b(?:primary|brand|main|principal|primär\w*|haupt\w*|hausfarbe|primaire|primario|primaria|primair|"
        r"primary colou?rs?)\b")),
    ("secondary", re.compile(r"\b(?:secondary|sekundär\w*|secondaire|secundari[oa]|secondari[oa]|secundair)\b")),
    ("accent", re.compile(r"\b(?:accents?|tertiary|highlight|akzent\w*|acento|accento|cta|link)\b")),
)  # fmt: skip
_BASES = frozenset({"500", "600", "base", "default", "main", "dflt", "root"})


def role_of(name: str) -> tuple[Role | None, float]:
    """The role that a colour's name gives it, and how well the name fits it from 0 to 1; None where it gives none.

    `--color-primary` is primary; `primary-700` too, less well; `on-primary`, `primary-hover`, `text-success` are none.
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    words = re.sub(r"[^\w]+|_", " ", spaced.lower()).strip()
    if _STATES.search(words) or re.search(
        r"\bon (?:primary|secondary|accent|surface|background|brand|dark|light)\b|\binverse\b", words
    ):
        return None, 0.0
    found = [(role, match) for role, pattern in _ROLES if (match := pattern.search(words))]
    if not found:
        return None, 0.0
    roles = {role for role, _ in found}
    grounds, marks = roles & {"background", "surface"}, roles & {"primary", "secondary", "accent"}
    if "text" in roles and re.search(r"\b(?:text|fg|foreground) primary\b|\bprimary text\b", words) and not grounds:
        return "text", 0.8
    if grounds and "primary" in marks and re.search(r"\b(?:background|bg|surface) primary\b", words):
        return found[0][0], 0.8
    if bool(grounds) + bool(marks) + ("text" in roles) > 1:
        return None, 0.0
    role = found[0][0]
    rest = set(words.split()) - {
        "color",
        "colour",
        "c",
        "clr",
        "palette",
        "theme",
        "brand",
        "sys",
        "ref",
        "global",
        "semantic",
    }
    numbers = {word for word in rest if word.isdigit()}
    fit = 1.0 if len(rest) <= 1 else 0.9 if rest & _BASES else 0.6 if numbers or rest & {"light", "dark"} else 0.8
    return role, fit


def palette_of(swatches: Sequence[Swatch]) -> Palette:
    """The palette that named colours make: for each role the surest, the rest as accents and candidates."""
    best: dict[Role, Swatch] = {}
    for swatch in swatches:
        if (
            swatch.role
            and swatch.role != "accent"
            and (swatch.role not in best or swatch.sure > best[swatch.role].sure)
        ):
            best[swatch.role] = swatch
    taken = {swatch.tint.hex for swatch in best.values()}
    accents: dict[str, Swatch] = {}
    for swatch in sorted((s for s in swatches if s.role == "accent"), key=lambda s: -s.sure):
        if swatch.tint.hex not in taken:
            accents.setdefault(swatch.tint.hex, swatch)
    every: dict[str, Swatch] = {}
    for swatch in sorted(swatches, key=lambda s: (s.role != "primary", s.role is None, -s.sure)):
        every.setdefault(swatch.tint.hex, swatch)
    ground = best.get("background")
    return Palette(
        primary=_colour(best.get("primary")),
        secondary=_colour(best.get("secondary")),
        accents=tuple(_fact(swatch) for swatch in list(accents.values())[:ACCENTS]),
        background=_colour(ground),
        surface=_colour(best.get("surface")),
        text=_colour(best.get("text")),
        dark=ground is not None and ground.tint.lightness < 0.5,
        candidates=tuple(_fact(swatch) for swatch in list(every.values())[:CANDIDATES]),
    )


def _colour(swatch: Swatch | None) -> Fact[Colour] | None:
    return None if swatch is None else _fact(swatch)


def _fact(swatch: Swatch) -> Fact[Colour]:
    return Fact(value=to_colour(swatch.tint), confidence=round(swatch.sure, 3), evidence=(swatch.evidence,))
