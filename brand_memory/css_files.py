"""Style sheets that a person gives: the colours, typefaces and corners that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from brand_memory.colour_values import colours_in
from brand_memory.errors import BrandFileUnusable
from brand_memory.family_names import category_of, is_for_text, real_name, stack
from brand_memory.given_files import text_of_file
from brand_memory.kit import Fact, Shape, Typeface
from brand_memory.partial_kits import PartialKit
from brand_memory.passages import seen
from brand_memory.swatches import GUESSED, STATED, Role, Swatch, palette_of, role_of
from brand_memory.wording import plain

_MOST = 2_000_000
_MOST_DECLARATIONS = 30_000
_DEEPEST = 30
_VARIABLE = re.compile(r"var\(\s*(--[\w-]{1,100})\s*(?:,([^()]{0,200}(?:\([^()]{0,200}\))?[^()]{0,100}))?\)")
_HEADINGS = re.compile(r"(?:^|,)\s*h[1-3]\b|heading|headline|title|display", re.IGNORECASE)
_PAGE = re.compile(r"(?:^|,)\s*(?:html|body|:root)\s*(?:$|,)", re.IGNORECASE)
_BUTTON = re.compile(r"(?:^|[\s,.])(?:btn|button|cta)(?:[-_]+primary)?\s*(?:$|,)", re.IGNORECASE)
_DARK = re.compile(r"dark", re.IGNORECASE)


@dataclass(frozen=True)
class _Declaration:
    """One declaration: its selector, its property in lower case, its value as written, and whether it is for dark."""

    selector: str
    name: str
    value: str
    dark: bool


def read_css(content: bytes, name: str) -> PartialKit:
    """What a style sheet says: variables by their names, then what pages, headings and buttons are drawn with.

    Rules for dark schemes are left out. Raises `BrandFileUnusable` where there is no rule that can be read.
    """
    text = text_of_file(content, name, _MOST)
    if _deepest(text) > _DEEPEST:
        raise BrandFileUnusable(f"{name!r} is nested too deeply for a style sheet: give the one that the site uses.")
    declarations = [one for one in _declarations(text) if not one.dark]
    if not declarations:
        raise BrandFileUnusable(f"{name!r} holds no style rules that can be read: give the CSS file itself.")
    variables = {one.name: one.value for one in reversed(declarations) if one.name.startswith("--")}
    swatches: list[Swatch] = []
    for one in declarations:
        role, sure = _role(one)
        value = _resolved(one.value, variables)
        tint = next(colours_in(value), None) if role or one.name.startswith("--") else None
        if tint is not None and tint.alpha > 0.99 and not re.search(r"gradient|url\(", value):
            quote = plain(f"{one.name}: {one.value}", 120)
            swatches.append(Swatch(role, tint, sure, seen(name, plain(one.selector, 120), quote)))
    heading, body = _typefaces(declarations, variables, name)
    return PartialKit(
        palette=palette_of(swatches[:400]),
        heading=heading,
        body=body,
        shape=_shape(declarations, variables, name),
        sources=(name,),
    )


def _role(one: _Declaration) -> tuple[Role | None, float]:
    if one.name.startswith("--"):
        role, fit = role_of(one.name)
        return role, STATED if role and fit >= 0.8 else GUESSED * max(0.7, fit)
    if _PAGE.search(one.selector) and one.name in ("background", "background-color"):
        return "background", 0.96
    if _PAGE.search(one.selector) and one.name == "color":
        return "text", 0.96
    if _BUTTON.search(one.selector) and one.name in ("background", "background-color"):
        return "primary", GUESSED
    return None, 0.0


def _typefaces(
    declarations: list[_Declaration], variables: Mapping[str, str], name: str
) -> tuple[Fact[Typeface] | None, Fact[Typeface] | None]:
    found: dict[str, Fact[Typeface]] = {}
    for one in declarations:
        if one.name not in ("font-family", "font") and not (one.name.startswith("--") and "font" in one.name):
            continue
        if one.name.startswith("--") and re.search(r"size|weight|style|spacing|height|feature|leading", one.name):
            continue
        value = _resolved(one.value, variables)
        if one.name == "font":
            value = re.sub(r"^.*?\d(?:px|rem|em|pt|%)(?:/\S+)?\s+", "", value)
        family = next((real_name(entry) for entry in stack(value) if is_for_text(entry)), "")
        family = plain(family, 80)
        if (
            not family
            or family.lower() in ("inherit", "initial", "unset", "system-ui", "sans-serif", "serif", "monospace")
            or "(" in family
        ):
            continue
        spoken = one.name if one.name.startswith("--") else one.selector
        which = (
            "heading"
            if _HEADINGS.search(spoken)
            else "body"
            if _PAGE.search(spoken) or re.search(r"body|text|base|sans", spoken)
            else "loose"
        )
        if which == "loose" and "mono" in spoken:
            continue
        sure = STATED if which != "loose" else GUESSED
        typeface = Typeface(family=family, category=category_of(family, value))
        found.setdefault(
            which,
            Fact(
                value=typeface, confidence=sure, evidence=(seen(name, plain(one.selector, 120), plain(one.value, 120)),)
            ),
        )
    heading, body, loose = found.get("heading"), found.get("body"), found.get("loose")
    return heading or body or loose, body or loose or heading


def _shape(declarations: list[_Declaration], variables: Mapping[str, str], name: str) -> Fact[Shape] | None:
    for wanted, sure in ((_BUTTON, 0.95), (re.compile(r"radius"), 0.9)):
        for one in declarations:
            spoken = one.selector if wanted is _BUTTON else one.name
            if not wanted.search(spoken) or "radius" not in one.name:
                continue
            match = re.match(r"\s*(\d{1,4}(?:\.\d{1,3})?)(px|rem|em|%)?", _resolved(one.value, variables))
            if match:
                radius = float(match[1]) * {"rem": 16, "em": 16, "%": 0.4}.get(match[2] or "px", 1)
                language = "sharp" if radius < 2 else "soft" if radius < 12 else "round" if radius < 24 else "pill"
                value = Shape(radius=radius, spacing=8.0, language=language)  # type: ignore[arg-type] # one of its literals
                return Fact(
                    value=value, confidence=sure, evidence=(seen(name, plain(one.selector, 120), plain(one.value, 80)),)
                )
    return None


def _resolved(value: str, variables: Mapping[str, str]) -> str:
    """`value` with its variables written in; one that refers to itself stays as it is. At most 2,000 characters."""
    for _ in range(12):
        match = _VARIABLE.search(value)
        if not match:
            return value
        inner = variables.get(match[1], match[2] or "")
        if f"var({match[1]}" in inner.replace(" ", ""):
            return value
        value = f"{value[: match.start()]}{inner}{value[match.end() :]}"[:2000]
    return value


def _declarations(text: str) -> Iterator[_Declaration]:
    """The declarations of all rules, rules within rules included, in their order."""
    import tinycss2

    waiting: list[tuple[list[Any], str, bool]] = [
        (tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), "", False)
    ]
    given = 0
    while waiting and given < _MOST_DECLARATIONS:
        nodes, selector, dark = waiting.pop()
        inner: list[tuple[list[Any], str, bool]] = []
        for node in nodes:
            if node.type == "declaration":
                given += 1
                yield _Declaration(
                    selector,
                    node.lower_name if not node.name.startswith("--") else node.name,
                    _written(node.value),
                    dark,
                )
            elif node.type in ("qualified-rule", "at-rule") and node.content is not None:
                if node.type == "at-rule" and node.lower_at_keyword not in (
                    "media",
                    "supports",
                    "layer",
                    "container",
                    "theme",
                    "scope",
                ):
                    continue
                head = _written(node.prelude)
                own = (
                    head if node.type == "qualified-rule" else ":root" if node.lower_at_keyword == "theme" else selector
                )
                inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
                inner.append((inside, own[:400], dark or bool(_DARK.search(head))))
        waiting.extend(reversed(inner))


def _written(tokens: list[Any]) -> str:
    import tinycss2

    return " ".join(str(tinycss2.serialize(tokens[:400])).split())[:2000]


def _deepest(text: str) -> int:
    """How deep brackets nest; what stands in strings counts too, which only makes it stricter."""
    deepest = depth = 0
    for sign in text:
        if sign in "{[(":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "}])":
            depth = max(0, depth - 1)
    return deepest
