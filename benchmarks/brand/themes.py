"""Themes of made-up brands: palette, typefaces, logo, markup and traps, drawn by seed, with what is true of each."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Literal

from benchmarks.brand.palettes import Palette, all_palettes

Dialect = Literal["modules", "components", "utility", "builder", "press", "app", "shadow"]
DIALECTS: tuple[Dialect, ...] = ("modules", "components", "utility", "builder", "press", "app", "shadow")
Split = Literal["development", "test"]


@dataclass(frozen=True)
class Typography:
    """A family as people call it, how the style sheet names it, and what is served for it (`""`: nothing)."""

    family: str
    written: str
    served: str
    base: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme:
    """Everything a site is made from, and the truth about it."""

    number: int
    split: Split
    palette: Palette
    heading: Typography
    body: Typography
    dialect: Dialect
    buttons: Literal["filled", "gradient", "outline", "dark"]
    hero: Literal["plain", "band", "gradient", "picture", "split"]
    header: Literal["light", "band", "dark"]
    footer: Literal["dark", "band", "light"]
    links: Literal["primary", "text", "accent", "browser"]
    logo: Literal["inline", "image", "picture", "background", "sprite", "outside sprite", "mark and text"]
    logo_kind: Literal["combined", "wordmark", "mark"]
    linked: bool
    radius: int
    shadow: str
    lies: bool
    schemes: bool
    alert: bool
    illustration: bool
    second_button: bool
    second_first: bool
    crowded: bool
    promotion: bool
    banner: str = ""
    wall: bool = False

    @property
    def name(self) -> str:
        """The brand's name."""
        return self.palette.brand

    def toggled(self, *, banner: bool, wall: bool) -> Theme:
        """The same site with or without a consent banner and a wall of partners' logos."""
        kinds = ("bar", "modal", "frame", "shadow")
        return replace(self, banner=kinds[self.number % len(kinds)] if banner else "", wall=wall)


_SERVED = [
    ("Inter", "sans", "Hanken"), ("Poppins", "sans", "Manrope"), ("Manrope", "sans", "Manrope"),
    ("Space Grotesk", "sans", "Hanken"), ("DM Sans", "sans", "Manrope"), ("Work Sans", "sans", "SourceSans"),
    ("Playfair Display", "serif", "SourceSerif"), ("Fraunces", "serif", "SourceSerif"),
    ("Lora", "serif", "SourceSerif"),
    ("Merriweather", "serif", "SourceSerif"), ("Plus Jakarta Sans", "sans", "Hanken"), ("Sora", "sans", "Manrope"),
    ("Libre Baskerville", "serif", "SourceSerif"), ("Karla", "sans", "SourceSans"), ("Figtree", "sans", "Manrope"),
    ("Nordhaus Grotesk", "sans", "Hanken"), ("Calder Display", "serif", "SourceSerif"),
    ("Mila Text", "sans", "SourceSans"),
    ("Outfit", "sans", "Manrope"), ("IBM Plex Sans", "sans", "SourceSans"), ("Source Serif 4", "serif", "SourceSerif"),
]  # fmt: skip
_INSTALLED = [
    ("Georgia", 'Georgia, "Times New Roman", serif'),
    ("Helvetica Neue", '"Helvetica Neue", Helvetica, Arial, sans-serif'),
    ("Avenir Next", '"Avenir Next", Avenir, "Segoe UI", sans-serif'), ("Verdana", "Verdana, Geneva, sans-serif"),
    ("Proxima Nova", "proxima-nova, Arial, sans-serif"), ("Futura", 'Futura, "Trebuchet MS", Arial, sans-serif'),
    ("system-ui", 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'),
    ("system-ui", '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'),
]  # fmt: skip
_SHADOWS = ("none", "0 1px 3px rgba(0,0,0,.12)", "0 10px 30px rgba(15,23,42,.12)", "0 0 0 1px rgba(0,0,0,.06)")


def all_themes(draw: int = 0) -> list[Theme]:
    """The themes in their order, half of them for development and half for tests; the same on every machine.

    Another `draw` gives the same brands other typefaces, markup, logos and traps: sites that nothing was chosen on.
    """
    dice = random.Random(20260417)
    palettes = all_palettes()
    order = list(range(len(palettes)))
    dice.shuffle(order)
    testing = set(order[: len(order) // 2])
    return [_theme(number, palette, number in testing, draw) for number, palette in enumerate(palettes)]


def _theme(number: int, palette: Palette, testing: bool, draw: int) -> Theme:
    dice = random.Random(f"theme {number}" + (f" draw {draw}" if draw else ""))
    heading = _typography(dice)
    body = heading if dice.random() < 0.35 else _typography(dice)
    buttons = dice.choices(("filled", "gradient", "outline", "dark"), (72, 10, 8, 10))[0]
    if palette.kind in ("neutral", "navy", "pastel") or palette.dark:
        buttons = "filled" if buttons in ("dark", "outline") else buttons
    if palette.kind == "neutral":
        buttons = "filled"
    logo_kind = dice.choices(("combined", "wordmark", "mark"), (60, 25, 15))[0]
    return Theme(
        number=number,
        split="test" if testing else "development",
        palette=palette,
        heading=heading,
        body=body,
        dialect=DIALECTS[(number + 3 * draw) % len(DIALECTS)],
        buttons=buttons,
        hero=dice.choices(("plain", "band", "gradient", "picture", "split"), (40, 18, 12, 15, 15))[0],
        header=dice.choices(("light", "band", "dark"), (76, 12, 12))[0],
        footer=dice.choices(("dark", "band", "light"), (55, 15, 30))[0],
        links="primary"
        if buttons == "dark"
        else dice.choices(("primary", "text", "accent", "browser"), (60, 18, 10, 12))[0],
        logo=dice.choice(("inline", "image", "picture", "background", "sprite", "outside sprite", "mark and text")),
        logo_kind=logo_kind,
        linked=dice.random() < 0.85,
        radius=dice.choice((0, 4, 6, 8, 12, 16, 999)),
        shadow=dice.choice(_SHADOWS),
        lies=dice.random() < 0.5,
        schemes=dice.random() < 0.35,
        alert=dice.random() < 0.5,
        illustration=dice.random() < 0.4,
        second_button=dice.random() < 0.7,
        second_first=dice.random() < 0.15,
        crowded=dice.random() < 0.5,
        promotion=dice.random() < 0.3,
    )


def _typography(dice: random.Random) -> Typography:
    if dice.random() < 0.25:
        family, written = dice.choice(_INSTALLED)
        return Typography(family, written, "", "")
    family, kind, base = dice.choice(_SERVED)
    generic = "serif" if kind == "serif" else "sans-serif"
    way = dice.choice(("plain", "hashed", "variable", "alias", "suffix", "numerals"))
    slug = family.replace(" ", "_")
    code = f"{dice.getrandbits(24):06x}"
    if way == "hashed":
        return Typography(family, f"'__{slug}_{code}', '__{slug}_Fallback_{code}', {generic}", f"__{slug}_{code}", base)
    if way == "variable":
        return Typography(family, f'"{family} Variable", {generic}', f"{family} Variable", base)
    if way == "alias":
        return Typography(family, f'"brand-{code[:3]}", {generic}', f"brand-{code[:3]}", base)
    if way == "suffix":
        return Typography(family, f'"{family} VF", Arial, {generic}', f"{family} VF", base)
    if way == "numerals":
        return Typography(family, f'"Figures Only", "{family}", {generic}', family, base)
    return Typography(family, f'"{family}", {generic}', family, base)
