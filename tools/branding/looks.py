"""The look of a brand: its colours and typefaces where the storyboard names none, and the logo that fits the ground."""

from __future__ import annotations

from collections.abc import Sequence

from brand_memory.kit import BrandKit, Colour, Fact, Logo, Typeface
from renderers.colour import from_oklch, resolve_palette, to_oklab, to_oklch
from tools.branding.material import HARMLESS, USABLE, Material, source, usable, usable_ones
from tools.storyboard import BrandSource, LookChoice

APART = 0.08
"""OKLab distance from which two colours of a palette are told apart at a glance."""
WHITE, BLACK = 0.985, 0.05
"""Lightness beyond which a ground is plain white or black: the renderer's tinted one is kinder, and hardly differs."""
_NEAREST = {"serif": "Source Serif Pro", "mono": "Source Sans Pro", "display": "Manrope", "script": "Source Serif Pro"}
_PLAIN = {"heading": "Manrope", "body": "Hanken Grotesk"}
_FONTS = ("font/ttf", "font/otf", "font/sfnt", "font/collection", "application/font-sfnt", "application/x-font-ttf")


def look_of(material: Material, asked: LookChoice) -> tuple[LookChoice, list[BrandSource], list[str]]:
    """`asked` with the brand's colours and typefaces where it names none; what came from where; notes.

    Where a main colour of another kind was asked for, the brand's other colours are left out: they were chosen for its
    own.
    """
    fields, sources = _colours(material.kit, asked)
    notes: list[str] = []
    fonts = list(asked.fonts)
    for role, fact in (("heading", material.kit.heading), ("body", material.kit.body)):
        if getattr(asked, role):
            continue
        known = usable(fact)
        if known is None:
            continue
        family, files, note = _family(material, role, known.value)
        fields[role] = family
        sources.append(source(f"look.{role}", f"{role} typeface", known.value.family, known))
        if note:
            notes.append(note)
        fonts += [path for path in files if path not in fonts]
    if fonts != list(asked.fonts):
        fields["fonts"] = tuple(fonts)
        sources.append(source("look.fonts", "typeface files", f"{len(fonts)} files of the brand's own"))
    return (asked.changed(**fields) if fields else asked), sources, notes


def _colours(kit: BrandKit, asked: LookChoice) -> tuple[dict[str, object], list[BrandSource]]:
    palette = kit.palette
    primary = usable(palette.primary)
    if asked.primary and (primary is None or distance(asked.primary, primary.value.hex) > APART):
        return {}, []
    fields: dict[str, object] = {}
    sources: list[BrandSource] = []

    def take(field: str, name: str, fact: Fact[Colour]) -> None:
        if getattr(asked, field) is None:
            fields[field] = fact.value.hex
            sources.append(source(f"look.{field}", name, fact.value.hex, fact))

    if primary is None:
        return fields, sources
    take("primary", "primary", primary)
    ground = usable(palette.background)
    if asked.dark is None and ground:
        fields["dark"] = palette.dark
        shown = "dark" if palette.dark else "light"
        sources.append(source("look.dark", "background", shown, ground))
    if ground and WHITE > ground.value.lightness > BLACK:
        take("background", "background", ground)
    resolved = resolve_palette(primary.value.hex, dark=palette.dark, background=ground.value.hex if ground else None)
    taken = [primary.value.hex, resolved.background]
    secondary = (palette.secondary,) if palette.secondary else ()
    for field, name, facts in (
        ("secondary", "secondary", secondary),
        ("accent", "accent", (*palette.accents, *secondary)),
    ):
        least = USABLE if field == "secondary" else HARMLESS
        fact = next((one for one in usable_ones(facts, least) if _apart(one.value.hex, taken)), None)
        if fact is not None:
            take(field, name, fact)
            taken.append(fact.value.hex)
        elif field == "secondary" and asked.secondary is None:
            # A second hue that is not the brand's would be all over its backdrops: a shade of the main one is its own.
            shade = _shade(primary.value.hex, resolved.background)
            fields[field] = shade
            sources.append(source("look.secondary", "primary", shade, primary))
    return fields, sources


def distance(one: str, other: str) -> float:
    """How far two colours are apart in OKLab; 0.02 is hardly seen, 1 is black from white."""
    return float(sum((a - b) ** 2 for a, b in zip(to_oklab(one), to_oklab(other), strict=True)) ** 0.5)


def _shade(colour: str, ground: str) -> str:
    """`colour` a step towards its ground's far side: darker on light grounds, lighter on dark ones."""
    lightness, chroma, hue = to_oklch(colour)
    light = to_oklch(ground)[0] > 0.5
    step = -0.12 if (light and lightness > 0.35) or lightness > 0.8 else 0.12
    return from_oklch(lightness + step, chroma * 0.9, hue)


def _apart(colour: str, others: Sequence[str]) -> bool:
    return all(distance(colour, other) > APART for other in others)


def _family(material: Material, role: str, face: Typeface) -> tuple[str, list[str], str]:
    """The family to set, the files of its own that it needs, and a note where it is not the brand's."""
    ours = {family.casefold(): family for family in material.families}
    if same := ours.get(face.family.casefold()):
        return same, [], ""
    files = [
        material.place(file) for file in face.files if file.media_type in _FONTS and material.legible(file, "font")
    ]
    if files:
        return face.family, files, ""
    nearest = _NEAREST.get(face.category, _PLAIN[role])
    what = "headings" if role == "heading" else "text"
    note = f"The brand's typeface for {what} is {face.family}, of which no files are here; {nearest} stands in for it."
    return nearest, [], f"{note} Give the font files to `agency brand learn` to have the real one."


def logo_of(material: Material, dark: bool) -> tuple[str, list[BrandSource], list[str]]:
    """The path of the logo variant made for a dark or light ground, or that fits any; empty where there is none.

    A variant for the other ground is taken where there is no better: the renderer then puts a plate under it.
    """
    wanted = "dark" if dark else "light"
    order = {wanted: 0, "any": 1}
    kinds = {"combined": 0, "wordmark": 1, "mark": 2}
    known = usable_ones(material.kit.logos)

    def rank(fact: Fact[Logo]) -> tuple[int, bool, int, float]:
        logo = fact.value
        return order.get(logo.ground, 2), fact.status == "found", kinds[logo.kind], -fact.confidence

    for fact in sorted(known, key=rank):
        if material.legible(fact.value.file, "logo"):
            shown = f"{fact.value.file.name} ({fact.value.kind} for a {fact.value.ground} ground)"
            return material.place(fact.value.file), [source("logo", "logo", shown, fact)], []
    if known:
        return "", [], ["None of the brand's logo files can be painted; give one as PNG or SVG with --logo."]
    return "", [], ["No logo of the brand is known for sure; give one with --logo, or `agency brand correct`."]
