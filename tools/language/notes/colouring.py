"""Colouring: colours by the names people give them, and a colour made a bit darker, warmer or less loud."""

from __future__ import annotations

from collections.abc import Sequence

from renderers.colour import from_oklch, resolve_palette, to_oklch
from tools.language.notes.context import Context
from tools.language.notes.patterns import Token

COLOURS: dict[str, str] = {
    "red": "#c8202f",
    "burgundy": "#6d1a2d",
    "maroon": "#701c28",
    "crimson": "#b0122f",
    "scarlet": "#d12a1f",
    "wine": "#6b1a33",
    "coral": "#f2705a",
    "salmon": "#f08a78",
    "orange": "#e8731a",
    "peach": "#f6b38a",
    "apricot": "#f5b06b",
    "amber": "#e9a012",
    "gold": "#c9a227",
    "golden": "#c9a227",
    "yellow": "#f2c81d",
    "mustard": "#c99a1b",
    "lemon": "#f4e04d",
    "lime": "#8fc31f",
    "green": "#23894c",
    "olive": "#6f7327",
    "emerald": "#12805c",
    "mint": "#8fd9b6",
    "sage": "#8fa68a",
    "forest": "#1f5136",
    "teal": "#0f7a7a",
    "turquoise": "#21b5ac",
    "aqua": "#36c2cf",
    "cyan": "#17b3d1",
    "petrol": "#0c5f68",
    "blue": "#1f5fbf",
    "navy": "#1b2a5e",
    "indigo": "#3b3a9e",
    "purple": "#6b2fa0",
    "violet": "#7546c4",
    "lavender": "#b7a6e3",
    "lilac": "#c3a3d9",
    "plum": "#6a2c62",
    "aubergine": "#472343",
    "magenta": "#c2187f",
    "fuchsia": "#d01f8a",
    "pink": "#e7669a",
    "rose": "#d4577b",
    "brown": "#74492b",
    "chocolate": "#4e2f1f",
    "bronze": "#9a6a32",
    "copper": "#b06a3b",
    "rust": "#a8482a",
    "terracotta": "#c0623f",
    "beige": "#d9c7a7",
    "tan": "#c4a27a",
    "cream": "#f3e9d2",
    "ivory": "#f6f1e1",
    "white": "#ffffff",
    "black": "#111111",
    "gray": "#7d8288",
    "silver": "#b9bec5",
    "charcoal": "#33383e",
    "slate": "#56626e",
    "anthracite": "#2d3136",
    "cobalt": "#1446a8",
    "azure": "#2a86d8",
    "cherry": "#a8152f",
    "khaki": "#a39a6b",
    "ochre": "#bd7f2a",
    "sand": "#d8c29a",
}
_PAIRS = {
    ("navy", "blue"): "#1b2a5e",
    ("royal", "blue"): "#2347c5",
    ("sky", "blue"): "#63b1e5",
    ("baby", "blue"): "#a9d3f0",
    ("midnight", "blue"): "#161f4a",
    ("steel", "blue"): "#4a7fb0",
    ("ocean", "blue"): "#13608f",
    ("ice", "blue"): "#c2e2f2",
    ("forest", "green"): "#1f5136",
    ("olive", "green"): "#6f7327",
    ("mint", "green"): "#8fd9b6",
    ("lime", "green"): "#8fc31f",
    ("sage", "green"): "#8fa68a",
    ("emerald", "green"): "#12805c",
    ("bottle", "green"): "#0e4b38",
    ("hot", "pink"): "#e6338f",
    ("baby", "pink"): "#f4bcd0",
    ("rose", "gold"): "#c98a7d",
    ("electric", "blue"): "#1a4dff",
    ("blood", "red"): "#8b1220",
    ("off", "white"): "#f7f4ee",
    ("wine", "red"): "#6b1a33",
    ("cherry", "red"): "#a8152f",
    ("brick", "red"): "#a13d2d",
    ("petrol", "blue"): "#0c5f68",
    ("teal", "blue"): "#0f6f86",
    ("cobalt", "blue"): "#1446a8",
    ("blue", "green"): "#0f7f80",
    ("lemon", "yellow"): "#f4e04d",
    ("mustard", "yellow"): "#c99a1b",
    ("royal", "purple"): "#5a2a9c",
    ("charcoal", "gray"): "#33383e",
    ("slate", "gray"): "#56626e",
    ("jet", "black"): "#0b0b0b",
    ("racing", "green"): "#0f4a33",
}
_SHADES: dict[str, tuple[float, float]] = {
    "dark": (0.72, 0.95),
    "darker": (0.72, 0.95),
    "deep": (0.75, 1.05),
    "light": (1.28, 0.75),
    "lighter": (1.28, 0.75),
    "pale": (1.42, 0.5),
    "pastel": (1.42, 0.5),
    "bright": (1.12, 1.2),
    "brighter": (1.12, 1.2),
    "soft": (1.15, 0.65),
    "muted": (1.0, 0.55),
    "duller": (1.0, 0.55),
    "vivid": (1.05, 1.25),
    "warm": (1.0, 1.0),
    "strong": (1.0, 1.2),
    "rich": (0.9, 1.15),
    "neon": (1.2, 1.5),
    "deeper": (0.75, 1.05),
}
"""Lightness and chroma, times what the plain colour has in OKLCH."""
STEPS = {"abit": 0.06, "": 0.1, "much": 0.18}
"""How far in OKLab lightness a colour gets darker or lighter."""


def tag_colours(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each colour's name, with what shades it before, as one `@colour` whose value is its hex."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        size, value = _colour(tokens[at : at + 3])
        if size:
            out.append(Token("@colour", tokens[at].start, tokens[at + size - 1].end, value))
            at += size
        else:
            out.append(tokens[at])
            at += 1
    return out


def _colour(tokens: Sequence[Token]) -> tuple[int, str]:
    norms = [token.norm for token in tokens]
    for first in (0, 1):
        if first and (norms[0] not in _SHADES or len(norms) < 2):
            return 0, ""
        pair = tuple(norms[first : first + 2])
        name, size = (_PAIRS.get(pair, ""), 2) if len(pair) == 2 else ("", 2)
        if not name:
            name, size = COLOURS.get(norms[first] if first < len(norms) else "", ""), 1
        if name:
            return first + size, _shaded(name, norms[0]) if first else name
    return 0, ""


def _shaded(colour: str, shade: str) -> str:
    lightness, chroma, hue = to_oklch(colour)
    light, strong = _SHADES[shade]
    return from_oklch(min(0.96, max(0.12, lightness * light)), min(0.3, chroma * strong), hue)


def current(context: Context, role: str) -> str:
    """The colour that a role has now, chosen or given."""
    look = context.board.look if context.board else None
    palette = resolve_palette(
        look.primary if look else None, look.secondary if look else None, look.accent if look else None
    )
    return str(getattr(palette, role))


def adjusted(colour: str, how: str, degree: str) -> str:
    """`colour` made darker, lighter, brighter, duller, warmer or cooler by a bit, plainly or much."""
    lightness, chroma, hue = to_oklch(colour)
    step = STEPS[degree]
    if how == "darker":
        lightness -= step
    elif how == "lighter":
        lightness += step
    elif how == "brighter":
        lightness, chroma = lightness + step / 3, chroma * (1 + 3 * step)
    elif how == "duller":
        chroma *= 1 - 4 * step
    else:
        target = 60.0 if how == "warmer" else 240.0
        turn = (target - hue + 180) % 360 - 180
        hue += max(-1.0, min(1.0, turn / 60)) * 200 * step
    return from_oklch(min(0.97, max(0.1, lightness)), max(0.0, min(0.32, chroma)), hue % 360)


def hue_name(colour: str) -> str:
    """What people call a colour: the nearest of the plain names."""
    lightness, chroma, hue = to_oklch(colour)
    if chroma < 0.03:
        return "white" if lightness > 0.9 else "black" if lightness < 0.25 else "gray"
    names = {"red": 25, "orange": 55, "yellow": 95, "green": 145, "teal": 195, "blue": 258, "purple": 300, "pink": 355}
    return min(names, key=lambda name: abs((names[name] - hue + 180) % 360 - 180))
