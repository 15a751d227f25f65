"""Design tokens in the format of the Design Tokens Community Group (2025.10): colours, typefaces, corners and depth."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from brand_memory.colour_values import Tint, parse, to_colour
from brand_memory.errors import BrandFileUnusable
from brand_memory.family_names import category_of, is_for_text
from brand_memory.given_files import text_of_file
from brand_memory.kit import Colour, Fact, Gradient, Shape, Typeface
from brand_memory.partial_kits import PartialKit
from brand_memory.passages import seen
from brand_memory.swatches import GUESSED, STATED, Swatch, palette_of, role_of
from brand_memory.wording import plain

_MOST = 4_000_000
_MOST_TOKENS, _DEEPEST, _LONGEST_CHAIN = 8000, 24, 40
_ALIAS = re.compile(r"^\{([^{}]{1,200})\}$")
_SPACES = {
    "srgb": "srgb",
    "srgb-linear": "srgb-linear",
    "display-p3": "display-p3",
    "a98-rgb": "a98-rgb",
    "prophoto-rgb": "prophoto-rgb",
    "rec2020": "rec2020",
    "xyz-d65": "xyz-d65",
    "xyz-d50": "xyz-d50",
}
_FUNCTIONS = {"oklch": "oklch", "oklab": "oklab", "lab": "lab", "lch": "lch", "hsl": "hsl", "hwb": "hwb"}
_NAMED_WEIGHTS = {
    "thin": 100,
    "hairline": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "book": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
    "heavy": 900,
}
_HEADING = re.compile(r"head|title|display|h[1-6]\b|hero", re.IGNORECASE)
_BODY = re.compile(r"body|text|base|paragraph|copy|default|sans", re.IGNORECASE)
Tree = Mapping[str, Any]


@dataclass(frozen=True)
class _Token:
    """One token: its dotted path, its type (its own or its group's), and its value as written."""

    path: str
    kind: str
    value: Any


def read_tokens(content: bytes, name: str) -> PartialKit:
    """What a token file says. Aliases (`{group.token}` and `$ref`) are followed; rings of them are noted and left out.

    Raises `BrandFileUnusable` for what is no JSON object or holds no token.
    """
    try:
        tree = json.loads(text_of_file(content, name, _MOST))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        where = f" (line {line})" if line else ""
        raise BrandFileUnusable(f"{name!r} is no JSON that can be read{where}: export it again.") from error
    if not isinstance(tree, dict):
        raise BrandFileUnusable(f"{name!r} holds no design tokens: export them as DTCG JSON.")
    tokens = {token.path: token for token in _tokens(tree)}
    if not tokens:
        raise BrandFileUnusable(f"{name!r} holds no design tokens (no $value anywhere): export them as DTCG JSON.")
    notes: list[str] = []
    reader = _Reader(tokens, tree)
    swatches: list[Swatch] = []
    gradients: list[Fact[Gradient]] = []
    for token in tokens.values():
        value, kind = reader.meant(token)
        if value is None:
            notes.append(f"{name!r}: the token {token.path!r} refers to itself or to nothing.")
        elif kind == "color" and (tint := colour_of(value, reader)) is not None and tint.alpha > 0.99:
            role, fit = role_of(token.path)
            aliased = token.value is not value
            # What refers to another token is named for its use, what is written out may be one shade of a scale.
            sure = (STATED if aliased else 0.96) if fit >= 0.8 else GUESSED * max(0.7, fit)
            swatches.append(Swatch(role, tint, sure, seen(name, token.path, plain(json.dumps(token.value), 80))))
        elif kind == "gradient" and (gradient := _gradient(value, reader)) is not None:
            gradients.append(Fact(value=gradient, confidence=STATED, evidence=(seen(name, token.path),)))
    heading, body = _typefaces(tokens, reader, name)
    palette = palette_of(swatches).model_copy(update={"gradients": tuple(gradients[:6])})
    return PartialKit(
        palette=palette,
        heading=heading,
        body=body,
        shape=_shape(tokens, reader, name),
        sources=(name,),
        notes=tuple(notes[:12]),
    )


def colour_of(value: object, reader: _Reader | None = None) -> Tint | None:
    """The colour of a token's value: an object of colour space and components, or CSS text as older files have it."""
    if isinstance(value, str):
        return parse(value) if len(value) <= 120 else None
    if not isinstance(value, Mapping):
        return None
    space, parts, alpha = value.get("colorSpace"), value.get("components"), value.get("alpha", 1)
    if reader is not None:
        parts = [reader.inner(part) for part in parts[:3]] if isinstance(parts, list) else parts
    if (
        isinstance(parts, list)
        and len(parts) == 3
        and all(_is_number(part) or part == "none" for part in parts)
        and isinstance(space, str)
    ):
        opacity = alpha if _is_number(alpha) else 1
        written = [f"{part:.6g}" if part != "none" else "none" for part in parts]
        if space in _SPACES:
            tint = parse(f"color({_SPACES[space]} {' '.join(written)} / {opacity:.4g})")
        elif space in ("hsl", "hwb"):
            tint = parse(f"{space}({written[0]} {written[1]}% {written[2]}% / {opacity:.4g})")
        else:
            tint = parse(f"{_FUNCTIONS[space]}({' '.join(written)} / {opacity:.4g})") if space in _FUNCTIONS else None
        if tint is not None:
            return tint
    fallback = value.get("hex")
    return parse(fallback) if isinstance(fallback, str) and len(fallback) <= 9 else None


class _Reader:
    """Follows references between the tokens of one file."""

    def __init__(self, tokens: Mapping[str, _Token], tree: Tree) -> None:
        self._tokens, self._tree = tokens, tree

    def meant(self, token: _Token) -> tuple[Any, str]:
        """The value behind a token's aliases and its type; None for a ring, or an alias of nothing."""
        value, kind = token.value, token.kind
        passed = {token.path}
        for _ in range(_LONGEST_CHAIN):
            target = self._target(value)
            if target is None:
                return value, kind
            if target in passed or target not in self._tokens:
                return None, kind
            passed.add(target)
            value, kind = self._tokens[target].value, kind or self._tokens[target].kind
        return None, kind

    def inner(self, value: Any) -> Any:  # noqa: ANN401 - JSON
        """A value inside a composite one, its alias followed."""
        if self._target(value) is None:
            return value
        return self.meant(_Token("", "", value))[0]

    def _target(self, value: object) -> str | None:
        if isinstance(value, str) and (alias := _ALIAS.match(value.strip())):
            path = alias[1].strip()
            return path if path in self._tokens or f"{path}.$root" not in self._tokens else f"{path}.$root"
        if isinstance(value, Mapping) and isinstance(pointer := value.get("$ref"), str) and pointer.startswith("#/"):
            steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer[2:].split("/")]
            return ".".join(steps[:-1] if steps[-1] == "$value" else steps)
        return None


def _tokens(tree: Tree) -> Iterator[_Token]:
    """Every token, walked without recursion; groups hand their type down."""
    waiting: list[tuple[Tree, str, str, int]] = [(tree, "", "", 0)]
    given = 0
    while waiting and given < _MOST_TOKENS:
        group, path, kind, depth = waiting.pop()
        own = group.get("$type")
        kind = own if isinstance(own, str) else kind
        if "$value" in group or ("$ref" in group and path):
            given += 1
            value = group["$value"] if "$value" in group else {"$ref": group["$ref"]}
            yield _Token(path, kind, value)
            continue
        if depth < _DEEPEST:
            inside = [
                (key, part)
                for key, part in group.items()
                if isinstance(part, Mapping) and (not key.startswith("$") or key == "$root")
            ]
            waiting.extend(
                (part, f"{path}.{key}".lstrip(".")[:300], kind, depth + 1) for key, part in reversed(inside[:2000])
            )


def _typefaces(
    tokens: Mapping[str, _Token], reader: _Reader, name: str
) -> tuple[Fact[Typeface] | None, Fact[Typeface] | None]:
    found: list[tuple[str, str, int | None]] = []
    for token in tokens.values():
        value, kind = reader.meant(token)
        weight = None
        if kind == "typography" and isinstance(value, Mapping):
            weight = _weight(reader.inner(value.get("fontWeight")))
            value = reader.inner(value.get("fontFamily"))
        elif kind != "fontFamily" and not (kind == "" and re.search(r"font[.-]?family", token.path, re.IGNORECASE)):
            continue
        first = next(iter(value), "") if isinstance(value, list) else value
        first = reader.inner(first)
        family = plain(first.split(",")[0].strip("'\" ") if isinstance(first, str) else "", 80)
        if family and is_for_text(family):
            found.append((token.path, family, weight))

    def fact(wanted: re.Pattern[str], other: re.Pattern[str]) -> Fact[Typeface] | None:
        fits = [entry for entry in found if wanted.search(entry[0]) and not other.search(entry[0])] or [
            e for e in found if wanted.search(e[0])
        ]
        if not fits:
            return None
        path, family, _ = fits[0]
        weights = sorted({weight for _, each, weight in fits if each == family and weight})
        value = Typeface(family=family, category=category_of(family), weights=tuple(weights))
        return Fact(value=value, confidence=STATED, evidence=(seen(name, path, family),))

    heading, body = fact(_HEADING, _BODY), fact(_BODY, _HEADING)
    if heading is None and body is None and found:
        path, family, _ = found[0]
        body = Fact(
            value=Typeface(family=family, category=category_of(family)),
            confidence=0.9,
            evidence=(seen(name, path, family),),
        )
    return heading or body, body or heading


def _shape(tokens: Mapping[str, _Token], reader: _Reader, name: str) -> Fact[Shape] | None:
    """Corners and spacing where tokens are named for them: the middle one of the sizes that are not for pills."""
    radii: list[tuple[float, str]] = []
    gaps: list[float] = []
    for token in tokens.values():
        value, kind = reader.meant(token)
        pixels = _pixels(value) if kind in ("dimension", "") else None
        if pixels is None:
            continue
        if re.search(r"radius|corner|rounded", token.path, re.IGNORECASE):
            radii.append((pixels, token.path))
        elif re.search(r"spac|gap|padding", token.path, re.IGNORECASE) and pixels > 0:
            gaps.append(pixels)
    usual = sorted(entry for entry in radii if entry[0] < 100)
    if not usual:
        return None
    radius, path = usual[len(usual) // 2]
    language = "sharp" if radius < 2 else "soft" if radius < 12 else "round"
    value = Shape(radius=radius, spacing=min(gaps, default=8.0), language=language)  # type: ignore[arg-type] # one of its literals
    return Fact(value=value, confidence=0.9, evidence=(seen(name, path, f"{radius:g} px"),))


def _gradient(value: object, reader: _Reader) -> Gradient | None:
    stops: list[tuple[float, Colour]] = []
    for stop in value[:12] if isinstance(value, list) else []:
        entry = reader.inner(stop)
        tint = colour_of(reader.inner(entry.get("color")), reader) if isinstance(entry, Mapping) else None
        at = reader.inner(entry.get("position")) if isinstance(entry, Mapping) else None
        if tint is None or not isinstance(at, int | float) or not _is_number(at):
            return None
        stops.append((min(1.0, max(0.0, float(at))), to_colour(tint)))
    return Gradient(stops=tuple(stops), angle=180.0) if len(stops) >= 2 else None


def _pixels(value: object) -> float | None:
    if isinstance(value, Mapping) and _is_number(value.get("value")):
        number, unit = float(value["value"]), value.get("unit", "px")
        return min(1e4, max(0.0, number * (16 if unit == "rem" else 1)))
    match = re.fullmatch(r"(\d{1,4}(?:\.\d{1,4})?)(px|rem)", value) if isinstance(value, str) else None
    return float(match[1]) * (16 if match[2] == "rem" else 1) if match else None


def _weight(value: object) -> int | None:
    number = _NAMED_WEIGHTS.get(value.lower()) if isinstance(value, str) else value
    return number if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= 1000 else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6
