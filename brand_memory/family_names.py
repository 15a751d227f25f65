"""The real name of a typeface from what a style sheet calls it, and its kind from names."""

from __future__ import annotations

import re
from typing import Literal

Category = Literal["sans", "serif", "mono", "display", "script", "unknown"]

GENERIC: dict[str, Category] = {
    "serif": "serif", "sans-serif": "sans", "monospace": "mono", "cursive": "script", "fantasy": "display",
    "ui-serif": "serif", "ui-sans-serif": "sans", "ui-monospace": "mono", "ui-rounded": "sans", "math": "unknown",
    "emoji": "unknown", "fangsong": "serif", "inherit": "unknown", "initial": "unknown", "unset": "unknown",
}  # fmt: skip
SYSTEM = frozenset({"system-ui", "-apple-system", "blinkmacsystemfont", "ui-sans-serif", "-webkit-system-font"})
"""What a style sheet writes to mean the typeface of whatever machine shows the page."""
_NOT_TEXT = re.compile(
    r"font ?awesome|material ?(icons|symbols)|icon|glyph|emoji|symbol|dashicons|ionicons|feather|swiper|slick", re.I
)
_HASHED = re.compile(r"^_*(?P<name>[A-Za-z][\w ]*?)_+(?P<hash>[0-9a-f]{5,8})$")
_FALLBACK = re.compile(r"[\s_-]+fallback([\s_:-].*)?$|^fallback[\s_-]", re.I)
_STYLE = (
    r"thin|extralight|ultralight|light|regular|normal|book|roman|text|medium|semibold|demibold|demi|bold|extrabold|"
    r"ultrabold|black|heavy|italic|oblique"
)
_SUFFIXES = (
    re.compile(r"[\s_-]*variable(?:font)?(?:[_-][\w,]+)?$", re.I),
    re.compile(r"(?:[\s_-]+(?:var|vf)|(?<=[a-z])VF|(?<=[a-z])Var)$"),
    re.compile(r"[\s_-]+(?:web(?:font)?|latin|subset|w0\d|wf|ot|std)$", re.I),
    re.compile(rf"[_-](?:{_STYLE})+(?:italic|oblique)?$", re.I),
    re.compile(r"[\s_-]+(?:\d{3}|roman)$", re.I),
)
_KNOWN_SANS = """Inter|Roboto|Open Sans|Lato|Montserrat|Poppins|Source Sans Pro|Source Sans 3|Noto Sans|Nunito|
Nunito Sans|Raleway|Ubuntu|Work Sans|DM Sans|Manrope|Rubik|Karla|Figtree|Outfit|Plus Jakarta Sans|Sora|Lexend|Urbanist|
Mulish|Barlow|IBM Plex Sans|Fira Sans|Hind|Heebo|Cabin|Public Sans|Space Grotesk|Hanken Grotesk|Schibsted Grotesk|
Bricolage Grotesque|Familjen Grotesk|Red Hat Display|Red Hat Text|Archivo|Epilogue|Be Vietnam Pro|Albert Sans|
Instrument Sans|Onest|Geist|Geist Sans|Satoshi|General Sans|Switzer|Cabinet Grotesk|Clash Grotesk|Proxima Nova|Futura|
Futura PT|Avenir|Avenir Next|Helvetica|Helvetica Neue|Arial|Verdana|Tahoma|Trebuchet MS|Segoe UI|San Francisco|
Gill Sans|Circular|Graphik|Gotham|Brandon Grotesque|Museo Sans|Sofia Pro|Aktiv Grotesk|Neue Haas Grotesk|Suisse Intl|
Neue Montreal|Quicksand|Josefin Sans|Oxygen|PT Sans|Titillium Web|Exo 2|Jost|Kanit|Prompt|Overpass|Assistant|Asap|
Signika|Dosis|Questrial|Varela Round|Comfortaa|Maven Pro|Syne|Unbounded|Golos Text|Wix Madefor Display|Oswald|
DejaVu Sans|Liberation Sans|Nimbus Sans|TT Norms|Apercu|Akkurat|Nunito|Mona Sans|Hubot Sans|Atkinson Hyperlegible"""
_KNOWN_SERIF = """Playfair Display|Merriweather|Lora|Source Serif Pro|Source Serif 4|Noto Serif|PT Serif|
Libre Baskerville|Crimson Text|Crimson Pro|EB Garamond|Cormorant|Cormorant Garamond|Bitter|Spectral|Fraunces|
DM Serif Display|DM Serif Text|Instrument Serif|Newsreader|Literata|IBM Plex Serif|Roboto Slab|Roboto Serif|Zilla Slab|
Arvo|Domine|Cardo|Vollkorn|Alegreya|Georgia|Times|Times New Roman|Garamond|Baskerville|Didot|Bodoni Moda|Tiempos Text|
Tiempos Headline|Canela|Lyon Text|Freight Text|Caslon|Libre Caslon Text|Gelasio|Young Serif|Marcellus|Cinzel|
DejaVu Serif|Liberation Serif|Recoleta|Cooper|Palatino|Cambria|Charter"""
_KNOWN_MONO = """Roboto Mono|Source Code Pro|Fira Code|Fira Mono|JetBrains Mono|IBM Plex Mono|Space Mono|DM Mono|
Inconsolata|Courier|Courier New|Menlo|Monaco|Consolas|SF Mono|Geist Mono|Ubuntu Mono|Berkeley Mono|DejaVu Sans Mono|
Liberation Mono|Noto Sans Mono|Martian Mono|Azeret Mono|Red Hat Mono"""
_KNOWN_DISPLAY = """Bebas Neue|Anton|Archivo Black|Abril Fatface|Lobster Two|Righteous|Alfa Slab One|Bungee|Fredoka|
Fredoka One|Baloo 2|Monoton|Passion One|Clash Display|Big Shoulders Display|Rubik Mono One|Press Start 2P|Impact"""
_KNOWN_SCRIPT = """Pacifico|Dancing Script|Lobster|Caveat|Satisfy|Great Vibes|Sacramento|Kalam|Shadows Into Light|
Permanent Marker|Indie Flower|Comic Sans MS|Brush Script MT|Amatic SC|Parisienne|Yellowtail|Patrick Hand"""


def _squeezed(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


_LISTS: tuple[tuple[Category, str], ...] = (
    ("sans", _KNOWN_SANS),
    ("serif", _KNOWN_SERIF),
    ("mono", _KNOWN_MONO),
    ("display", _KNOWN_DISPLAY),
    ("script", _KNOWN_SCRIPT),
)
_KNOWN: dict[str, tuple[str, Category]] = {
    _squeezed(name): (" ".join(name.split()), category) for category, names in _LISTS for name in names.split("|")
}


def stack(families: str) -> list[str]:
    """The entries of a `font-family`, unquoted, without those that only stand in while a font loads."""
    from brand_memory.colour_values import split_commas

    entries = [part.strip().strip("'\"").strip() for part in split_commas(families[:1000])]
    return [entry for entry in entries if entry and not _FALLBACK.search(_unhashed(entry))]


def real_name(entry: str) -> str:
    """The family behind what a style sheet calls it: no hashes, no `VF`, no weights; `system-ui` for system typefaces.

    Well-known families get their own spelling (`proxima-nova` is `Proxima Nova`).
    """
    if entry.lower() in SYSTEM:
        return "system-ui"
    name = _unhashed(entry)
    if _squeezed(name) in _KNOWN:
        return _KNOWN[_squeezed(name)][0]
    for _ in range(3):
        before = name
        for suffix in _SUFFIXES:
            shorter = suffix.sub("", name).strip(" _-")
            if len(shorter) >= 2:
                name = shorter
        if _squeezed(name) in _KNOWN:
            return _KNOWN[_squeezed(name)][0]
        if name == before:
            break
    if re.fullmatch(r"[a-z0-9]+(?:[-_][a-z0-9]+)+", name):
        name = " ".join(part.capitalize() for part in re.split(r"[-_]", name))
    return " ".join(name.replace("_", " ").split())[:80]


def is_known(name: str) -> bool:
    """Whether a family is one of the well-known ones, whose name is believed as written."""
    return _squeezed(name) in _KNOWN


def is_for_text(entry: str) -> bool:
    """Whether a family is meant for reading, not for icons or emoji."""
    return not _NOT_TEXT.search(entry)


def category_of(name: str, families: str = "") -> Category:
    """The kind of a typeface by its name, else by the generic family that its stack ends with."""
    known = _KNOWN.get(_squeezed(name))
    if known:
        return known[1]
    lowered = name.lower()
    hints: tuple[tuple[str, Category], ...] = (
        ("mono", "mono"), ("code", "mono"), ("courier", "mono"), ("sans", "sans"), ("grotes", "sans"),
        ("gothic", "sans"), ("serif", "serif"), ("slab", "serif"), ("garamond", "serif"), ("script", "script"),
        ("handwrit", "script"), ("brush", "script"), ("display", "display"), ("antiqua", "serif"),
    )  # fmt: skip
    for word, category in hints:
        if word in lowered:
            return category
    if name == "system-ui":
        return "sans"
    for entry in reversed(stack(families)):
        if GENERIC.get(entry.lower(), "unknown") != "unknown":
            return GENERIC[entry.lower()]
    return "unknown"


def _unhashed(entry: str) -> str:
    found = _HASHED.match(entry)
    return found["name"].replace("_", " ").strip() if found else entry
