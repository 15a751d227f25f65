"""Looks: the design directions there are, each a type pairing, a language of shapes, a texture and a way of moving.

A direction names what nobody else has chosen: a brand's or client's colours, typefaces, backgrounds, transitions and
caption styles come before its own. Reading this loads nothing heavy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from renderers.errors import RenderError
from renderers.look import Style


@dataclass(frozen=True)
class Direction:
    """One look: how it is called, what it is like and suits, and what it chooses where nothing else is chosen.

    `heading` and `body` are families of `renderers.typography`, `radius` is in design units; `dark` is whether text is
    light on dark (None: as fits the colours). `transition`, `shape`, `captions` and `sound` are how scenes follow one
    another, the edge of a wipe, the style of captions, and the small sound under transitions (empty: none). `tint` is
    how much of the brand's hue light grounds have, as chroma of OKLCH; 0: the breath of it that they always have.
    """

    about: str
    heading: str
    body: str
    radius: float
    style: Style
    dark: bool | None = None
    transition: str = "dissolve"
    shape: str = ""
    captions: str = "highlight"
    sound: str = ""
    tint: float = 0.0
    suits: frozenset[str] = field(default_factory=frozenset)


class LookUnknown(RenderError, ValueError):
    """A look was named that there is not."""


LOOKS: dict[str, Direction] = {
    "clean": Direction(
        "plain grotesques, one bar of colour, folds of silk behind; calm, fits everything",
        "Manrope", "Hanken Grotesk", 24.0, Style(),
    ),
    "bold": Direction(
        "heavy type set word by word on ribbons, square plates, pushes; launches, offers and events",
        "Archivo", "Hanken Grotesk", 6.0,
        Style("bold", plate="solid", rule="block", heading_weight=800, tracking=-0.004, entrance="wipe", step="word",
              pace=1.2, easing="snap", backdrop="ribbons", voiced=True, floods=True),
        transition="push", captions="brand", sound="whoosh", tint=0.045,
        suits=frozenset("bold energetic powerful dynamic sport sports fitness launch strong loud striking".split()),
    ),
    "editorial": Direction(
        "a bookish serif over hairlines and paper, slow fades; stories, essays, culture and consulting",
        "Newsreader", "Source Sans Pro", 3.0,
        Style("editorial", plate="paper", rule="hairline", heading_weight=600, texture="paper", entrance="fade",
              pace=0.85, easing="glide", backdrop="studio", voiced=True),
        transition="dissolve", captions="box",
        suits=frozenset("editorial magazine essay literary thoughtful journal museum book books publishing".split()),
    ),
    "soft": Direction(
        "rounded letters and tinted plates over misty hills, gentle zooms; care, wellness, families",
        "Nunito", "Nunito", 40.0,
        Style("soft", plate="tint", rule="none", heading_weight=800, entrance="rise", pace=0.9, easing="glide",
              backdrop="horizon", voiced=True),
        transition="match_scale", captions="highlight",
        suits=frozenset("soft gentle caring wellness soothing tender baby health therapy mindful mindfulness".split()),
    ),
    "tech": Direction(
        "a drawn grotesque with code-like labels on a field of dots, outlined plates, whips; software and data",
        "Space Grotesk", "Hanken Grotesk", 8.0,
        Style("tech", plate="outline", rule="block", heading_weight=600, texture="dots", entrance="wipe", step="word",
              pace=1.15, easing="swift", backdrop="grid", label="JetBrains Mono", voiced=True),
        dark=True, transition="whip", captions="karaoke", sound="whoosh",
        suits=frozenset("tech technical developer developers api code futuristic cyber saas devops".split()),
    ),
    "luxury": Direction(
        "a didone with fine lines, much room and film grain, long dissolves; jewellery, fashion, property",
        "Bodoni Moda", "Hanken Grotesk", 0.0,
        Style("luxury", plate="glass", rule="hairline", heading_weight=500, tracking=0.012, texture="grain",
              entrance="fade", pace=0.7, easing="glide", backdrop="aurora", voiced=True),
        dark=True, transition="dissolve", captions="box",
        suits=frozenset("luxury luxurious elegant exclusive premium jewellery jewelry couture refined opulent".split()),
    ),
    "playful": Direction(
        "round, bouncing letters on cut paper, circles that rise; children, food, games and parties",
        "Fredoka", "Nunito", 48.0,
        Style("playful", plate="solid", rule="underline", heading_weight=600, tracking=0.008, texture="dots",
              entrance="pop", step="word", pace=1.1, easing="overshoot", backdrop="paper", voiced=True, floods=True),
        transition="wipe", shape="circle", captions="karaoke", sound="chime", tint=0.035,
        suits=frozenset("playful fun funny cheeky kids children colourful colorful quirky whimsical".split()),
    ),
    "news": Direction(
        "condensed capitals on hard-edged straps, slanted wipes; bulletins, updates, finance and reports",
        "Barlow Condensed", "Source Sans Pro", 0.0,
        Style("news", plate="solid", rule="bar", capitals=True, heading_weight=700, tracking=0.022, texture="lines",
              entrance="slide", pace=1.3, easing="swift", backdrop="facets", voiced=True, floods=True),
        transition="wipe", shape="diagonal", captions="box", sound="whoosh",
        suits=frozenset("news bulletin newsroom breaking headlines broadcast newscast".split()),
    ),
}  # fmt: skip
"""By name, the default first."""

DEFAULT_LOOK = next(iter(LOOKS))


def direction(name: str) -> Direction:
    """The look of that name; the default one for an empty name. Raises `LookUnknown`, naming those there are."""
    if name and name not in LOOKS:
        raise LookUnknown(f"There is no look {name!r}; the looks are {', '.join(LOOKS)}.")
    return LOOKS[name or DEFAULT_LOOK]


def look_for(words: str) -> str:
    """The name of the look that `words` ask for: where they speak of exactly one; empty where of none or several."""
    said = frozenset("".join(sign if sign.isalnum() else " " for sign in words.casefold()).split())
    meant = [name for name, one in LOOKS.items() if said & one.suits]
    return meant[0] if len(meant) == 1 else ""


def preview(name: str, path: Path) -> None:
    """Write a still of the look in the colours of the house as a PNG of 960 × 540. Raises `LookUnknown`."""
    from renderers.look_stills import preview as write

    write(name, path)
