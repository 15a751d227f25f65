"""A brand handed on to other tools: brand.yml (Posit), design tokens (DTCG 2025.10) and CSS custom properties.

Rejected facts are left out. The files that a format names are written beside it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from brand_memory.colour_values import BLACK, WHITE, Tint, colours_in, contrast, from_colour, to_colour
from brand_memory.kit import BrandKit, Colour, Fact, Gradient, Logo, StoredFile, Typeface
from brand_memory.naming import unused_id
from brand_memory.slots import sureness
from brand_memory.storage import FileStore

Files = dict[str, bytes]
"""Paths relative to the folder that is written to, made of our own words alone, and what stands in each file."""

EXTENSION = "org.video-agency.brand"
"""The key of DTCG's `$extensions` under which we say how sure a token is and where it was seen."""
_GENERIC = {"sans": "sans-serif", "serif": "serif", "mono": "monospace", "display": "sans-serif", "script": "cursive"}
_SUFFIXES = {
    "image/svg+xml": "svg",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "font/woff2": "woff2",
    "font/woff": "woff",
    "font/ttf": "ttf",
    "font/otf": "otf",
}
_PIXELS = re.compile(r"(-?\d*\.?\d+)(?:px)?(?=\s|$)")


def colours(kit: BrandKit) -> dict[str, Fact[Colour]]:
    """The colours that hold, by the names under which they are handed on."""
    palette = kit.palette
    named = {
        "primary": palette.primary,
        "secondary": palette.secondary,
        "background": palette.background,
        "surface": palette.surface,
        "text": palette.text,
    }
    accents = {f"accent-{n}": fact for n, fact in enumerate(_holding(palette.accents), 1)}
    return {name: fact for name, fact in {**named, **accents}.items() if fact and fact.status != "rejected"}


def brand_yml(kit: BrandKit, files: FileStore) -> Files:
    """`_brand.yml` and the logos and fonts it names."""
    written: Files = {}
    logos = [(f"logo-{n}", fact.value) for n, fact in enumerate(_holding(kit.logos), 1)]
    images: dict[str, Any] = {}
    for key, logo in logos:
        if path := _beside(written, files, "logos", key, logo.file):
            images[key] = {"path": path, "alt": f"{kit.name.value} logo"}
    palette = {name: fact.value.hex for name, fact in colours(kit).items()}
    roles = {"foreground": "text", "background": "background", "primary": "primary", "secondary": "secondary"}
    colour: dict[str, Any] = {"palette": palette}
    colour |= {role: name for role, name in roles.items() if name in palette}
    if "accent-1" in palette:
        colour["tertiary"] = "accent-1"
    document: dict[str, Any] = {"meta": {"name": kit.name.value}}
    if kit.address:
        document["meta"]["link"] = {"home": kit.address}
    if images:
        document["logo"] = {"images": images, **_sizes([(key, logo) for key, logo in logos if key in images])}
    if palette:
        document["color"] = colour
    if typography := _typography(kit, files, written):
        document["typography"] = typography
    return {"_brand.yml": ("\n".join(_yaml(document)) + "\n").encode(), **written}


def dtcg(kit: BrandKit, files: FileStore) -> Files:
    """`<id>.tokens.json`: colours in OKLCH with hex, gradients, typefaces, radius, spacing and shadow."""
    del files
    tokens: dict[str, Any] = {"$description": f"Brand tokens of {kit.name.value}, version {kit.version}"}
    if found := colours(kit):
        tokens["color"] = {
            "$type": "color",
            **{name: {"$value": _colour_value(fact.value), **_told(fact)} for name, fact in found.items()},
        }
    if gradients := _holding(kit.palette.gradients):
        tokens["gradient"] = {
            "$type": "gradient",
            **{str(n): {"$value": _stops(fact.value), **_told(fact)} for n, fact in enumerate(gradients, 1)},
        }
    for name, face in _faces(kit):
        tokens.setdefault("font-family", {"$type": "fontFamily"})[name] = {"$value": _stack(face.value), **_told(face)}
        if face.value.weights:
            tokens.setdefault("font-weight", {"$type": "fontWeight"})[name] = {"$value": _weight(name, face.value)}
    if kit.shape and kit.shape.status != "rejected":
        shape = kit.shape.value
        tokens["dimension"] = {
            "$type": "dimension",
            "radius": {"$value": {"value": shape.radius, "unit": "px"}, **_told(kit.shape)},
            "spacing": {"$value": {"value": shape.spacing, "unit": "px"}, **_told(kit.shape)},
        }
        if shadow := _shadow(shape.shadow):
            tokens["shadow"] = {"$type": "shadow", "brand": {"$value": shadow, **_told(kit.shape)}}
    return {f"{kit.id}.tokens.json": (json.dumps(tokens, indent=2, ensure_ascii=False) + "\n").encode()}


def css(kit: BrandKit, files: FileStore) -> Files:
    """`<id>.css`: custom properties on `:root`, and the font faces of fonts that the brand serves itself."""
    written: Files = {}
    lines = []
    for name, fact in colours(kit).items():
        c = fact.value
        lines.append(
            f"  --brand-{name}: {c.hex}; /* oklch({c.lightness:.3f} {c.chroma:.3f} {c.hue:.1f}), {sureness(fact)} */"
        )
        if name in ("primary", "secondary") or name.startswith("accent"):
            lines.append(f"  --brand-on-{name}: {readable_on(from_colour(c))};")
    for n, gradient in enumerate(_holding(kit.palette.gradients), 1):
        lines.append(f"  --brand-gradient-{n}: {gradient_css(gradient.value)};")
    faces = []
    for name, face in _faces(kit):
        lines.append(f"  --brand-font-{name}: {', '.join(map(_quoted, _stack(face.value)))};")
        lines.append(f"  --brand-weight-{name}: {_weight(name, face.value)};")
        for n, stored in enumerate(face.value.files, 1):
            if path := _beside(written, files, "fonts", f"{name}-{n}", stored):
                faces.append(f"@font-face {{ font-family: {_quoted(face.value.family)}; src: url({_quoted(path)}); }}")
    if kit.shape and kit.shape.status != "rejected":
        lines += [
            f"  --brand-radius: {kit.shape.value.radius:g}px;",
            f"  --brand-spacing: {kit.shape.value.spacing:g}px;",
        ]
    head = f"/* {kit.id}, version {kit.version} */"
    text = "\n".join([head, *dict.fromkeys(faces), ":root {", *lines, "}"]) + "\n"
    return {f"{kit.id}.css": text.encode(), **written}


EXPORTS: dict[str, Callable[[BrandKit, FileStore], Files]] = {"brand.yml": brand_yml, "dtcg": dtcg, "css": css}


def readable_on(ground: Tint) -> str:
    """Black or white, whichever is read better on `ground`; one of them always reaches 4.5:1."""
    return "#000000" if contrast(BLACK, ground) >= contrast(WHITE, ground) else "#ffffff"


def gradient_css(gradient: Gradient) -> str:
    """The gradient as CSS writes it."""
    stops = ", ".join(f"{colour.hex} {at * 100:g}%" for at, colour in gradient.stops)
    return f"radial-gradient({stops})" if gradient.angle is None else f"linear-gradient({gradient.angle:g}deg, {stops})"


def _holding(found: Sequence[Fact[Any]]) -> list[Fact[Any]]:
    return [fact for fact in found if fact.status != "rejected"]


def _faces(kit: BrandKit) -> Iterator[tuple[str, Fact[Typeface]]]:
    for name, fact in (("heading", kit.heading), ("body", kit.body)):
        if fact and fact.status != "rejected":
            yield name, fact


def _stack(face: Typeface) -> list[str]:
    return [face.family, *([_GENERIC[face.category]] if face.category in _GENERIC else [])]


def _weight(name: str, face: Typeface) -> int:
    """The weight in use: of headings the boldest, of text the one nearest to regular."""
    if not face.weights:
        return 700 if name == "heading" else 400
    return max(face.weights) if name == "heading" else min(face.weights, key=lambda weight: abs(weight - 400))


def _colour_value(colour: Colour, alpha: float = 1.0) -> dict[str, Any]:
    hue: float | str = colour.hue if colour.chroma > 0.002 else "none"
    return {
        "colorSpace": "oklch",
        "components": [colour.lightness, colour.chroma, hue],
        "alpha": round(alpha, 4),
        "hex": colour.hex,
    }


def _stops(gradient: Gradient) -> list[dict[str, Any]]:
    return [{"color": _colour_value(colour), "position": at} for at, colour in gradient.stops]


def _told(fact: Fact[Any]) -> dict[str, Any]:
    seen = sorted({evidence.page for evidence in fact.evidence if evidence.page})
    about = {"status": fact.status, "confidence": round(fact.confidence, 3), "seen": seen[:5]}
    return {"$extensions": {EXTENSION: about}}


def _shadow(text: str) -> dict[str, Any] | None:
    """A CSS shadow as a token; None where it is none that a token can hold."""
    tints = list(colours_in(text))
    plain = re.sub(r"[a-z-]+\([^)]*\)|#[0-9a-fA-F]+", " ", text.split("),")[0] if "," in text else text)
    sizes = [float(size) for size in _PIXELS.findall(plain)]
    if not tints or not 2 <= len(sizes) <= 4:
        return None
    names = ("offsetX", "offsetY", "blur", "spread")
    measures = dict(zip(names, [*sizes, 0.0, 0.0][:4], strict=True))
    value: dict[str, Any] = {name: {"value": size, "unit": "px"} for name, size in measures.items()}
    return {"color": _colour_value(to_colour(tints[0]), tints[0].alpha), **value}


def _sizes(logos: Sequence[tuple[str, Logo]]) -> dict[str, Any]:
    """Which logo serves in which size: a mark where it is small, else the first; each for light and dark grounds."""

    def choice(wanted: Sequence[tuple[str, Logo]]) -> dict[str, str]:
        light = next((key for key, logo in wanted if logo.ground != "dark"), wanted[0][0])
        dark = next((key for key, logo in wanted if logo.ground != "light"), light)
        return {"light": light, "dark": dark}

    marks = [(key, logo) for key, logo in logos if logo.kind == "mark"] or logos
    words = [(key, logo) for key, logo in logos if logo.kind != "mark"] or logos
    return {"small": choice(marks), "medium": choice(words), "large": choice(words)}


def _typography(kit: BrandKit, files: FileStore, written: Files) -> dict[str, Any]:
    fonts: dict[str, dict[str, Any]] = {}
    parts: dict[str, Any] = {}
    for name, fact in _faces(kit):
        face = fact.value
        paths = [_beside(written, files, "fonts", f"{name}-{n}", stored) for n, stored in enumerate(face.files, 1)]
        sources = [{"path": path} for path in paths if path]
        font = {"family": face.family, "source": "file", "files": sources} if sources else {"family": face.family}
        fonts.setdefault(face.family, font if sources else {**font, "source": "system"})
        parts["headings" if name == "heading" else "base"] = {"family": face.family, "weight": _weight(name, face)}
    return {"fonts": list(fonts.values()), **parts} if parts else {}


def _beside(written: Files, files: FileStore, folder: str, stem: str, stored: StoredFile) -> str:
    """The path under which a kept file is handed on; its own name is another's word and only lends letters."""
    suffix = _SUFFIXES.get(stored.media_type)
    if suffix is None:
        return ""
    path = f"{folder}/{stem}-{unused_id(stored.name.rsplit('.', 1)[0], ())}.{suffix}"
    written[path] = files.read(stored)
    return path


def _quoted(text: str) -> str:
    """A CSS string; generic families are words and no strings."""
    if text in _GENERIC.values():
        return text
    return '"' + re.sub(r'["\\\n<>]', "", text) + '"'


def _yaml(value: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Block YAML of plain JSON values; texts are quoted as in JSON, which YAML reads."""
    space = "  " * depth
    pairs = value.items() if isinstance(value, dict) else (("-", item) for item in value)
    for key, item in pairs:
        name = key if key == "-" else f"{key}:"
        if isinstance(item, dict | list) and item:
            lines = list(_yaml(item, depth + 1))
            if key == "-":
                yield f"{space}- {lines[0].strip()}"
                yield from lines[1:]
            else:
                yield f"{space}{name}"
                yield from lines
        else:
            yield f"{space}{name} {json.dumps(item, ensure_ascii=False)}"
