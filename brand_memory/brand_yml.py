"""`brand.yml`, the open brand file: names, colours with references, typefaces, and the logos that lie beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from brand_memory.colour_values import Tint, parse
from brand_memory.contacts import network_of
from brand_memory.errors import BrandError, BrandFileUnusable
from brand_memory.family_names import category_of
from brand_memory.given_files import Beside, text_of_file
from brand_memory.kit import Contact, Evidence, Fact, Logo, Typeface
from brand_memory.logo_files import Ground, logo_of
from brand_memory.partial_kits import PartialKit
from brand_memory.passages import seen
from brand_memory.storage import FileStore
from brand_memory.swatches import STATED, Role, Swatch, palette_of
from brand_memory.wording import plain

_MOST = 1_000_000
_MOST_NODES, _DEEPEST = 20_000, 24
_MOST_LOGOS = 12
_ROLES: dict[str, Role | None] = {
    "primary": "primary",
    "secondary": "secondary",
    "tertiary": "accent",
    "background": "background",
    "foreground": "text",
    "link": "accent",
    "success": None,
    "info": None,
    "warning": None,
    "danger": None,
    "light": None,
    "dark": None,
}
"""The theme colours of the schema and the roles they mean here (posit-dev.github.io/brand-yml)."""
_WEIGHTS = {
    "thin": 100,
    "hairline": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}
Tree = Mapping[str, Any]


def read_brand_yml(content: bytes, name: str, beside: Beside, store: FileStore) -> PartialKit:
    """What a `brand.yml` says. Its logos are looked for beside it; what it names and is not there is noted.

    Raises `BrandFileUnusable` for what is no YAML mapping, or one with aliases that grow without bounds.
    """
    tree = load_yaml(text_of_file(content, name, _MOST), name)
    if not any(key in tree for key in ("meta", "color", "colour", "typography", "logo", "defaults")):
        raise BrandFileUnusable(
            f"{name!r} has none of the parts of a brand.yml (meta, logo, color, typography): check it."
        )
    meta, notes = _tree(tree.get("meta")), list[str]()
    told = meta.get("name")
    title = plain(told.get("full") or told.get("short") if isinstance(told, Mapping) else told, 60)
    if not title and isinstance(tree.get("meta"), str):
        title = plain(tree["meta"], 60)
    heading, body = _typefaces(_tree(tree.get("typography")), name)
    logos = _logos(tree.get("logo"), name, beside, store, notes)
    return PartialKit(
        name=Fact(value=title, confidence=STATED, evidence=(seen(name, "meta.name", title),)) if title else None,
        palette=palette_of(_swatches(_tree(tree.get("color", tree.get("colour"))), name, notes)),
        heading=heading,
        body=body,
        logos=tuple(logos),
        contacts=tuple(_links(meta.get("link"), name)),
        sources=(name,),
        notes=tuple(notes),
    )


def load_yaml(text: str, name: str) -> Tree:
    """The mapping that YAML `text` holds, made of plain values only. Raises `BrandFileUnusable`.

    Aliases are counted where they are used, so that a few lines can not stand for billions of values.
    """
    import yaml

    try:
        depth = 0
        for count, event in enumerate(yaml.parse(text, Loader=yaml.SafeLoader)):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST or count > _MOST_NODES:
                raise BrandFileUnusable(f"{name!r} is nested too deeply or too long for a brand file: shorten it.")
            if isinstance(event, yaml.ScalarEvent) and event.value == "<<":
                raise BrandFileUnusable(f"{name!r} merges mappings (<<), which is not read: write them out.")
        tree = yaml.load(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 1}" if mark is not None else ""
        raise BrandFileUnusable(f"{name!r} is no YAML that can be read{where}: mend it or export it again.") from error
    except (ValueError, TypeError, OverflowError, RecursionError, AttributeError) as error:
        raise BrandFileUnusable(f"{name!r} holds a value that can not be read: mend it or export it again.") from error
    if not isinstance(tree, dict) or _size_of(tree, 0) > _MOST_NODES:
        raise BrandFileUnusable(
            f"{name!r} is no list of brand facts, or repeats itself endlessly: check what it holds."
        )
    return tree


def _size_of(value: object, depth: int, count: int = 0) -> int:
    """How many values a tree holds once every alias is written out; stops counting past what is allowed."""
    count += 1
    if depth > 2 * _DEEPEST:
        return _MOST_NODES + 1
    parts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        if count > _MOST_NODES:
            break
        count = _size_of(part, depth + 1, count)
    return count


def _tree(value: object) -> Tree:
    return value if isinstance(value, dict) else {}


def _swatches(colours: Tree, name: str, notes: list[str]) -> list[Swatch]:
    named = {str(key): value for key, value in _tree(colours.get("palette")).items()}
    stated = {str(key): value for key, value in colours.items() if key != "palette"}
    found: list[Swatch] = []
    for key, value in list(stated.items())[:40] + list(named.items())[:60]:
        in_palette = key not in stated
        tint = _colour(value, named | stated)
        place = f"color.palette.{plain(key, 60)}" if in_palette else f"color.{plain(key, 60)}"
        if tint is None:
            notes.append(f"{name!r}: {place} is no colour that can be read.")
            continue
        role = None if in_palette else _ROLES.get(key)
        found.append(Swatch(role, tint, STATED, seen(name, place, plain(str(value), 60))))
    return found


def _colour(value: object, named: Mapping[str, Any]) -> Tint | None:
    """The opaque colour that a value or a chain of references means; None for rings of them."""
    passed: set[str] = set()
    while isinstance(value, str) and value in named and value not in passed and len(passed) < 40:
        passed.add(value)
        value = named[value]
    if isinstance(value, Mapping):
        value = value.get("light", value.get("value"))
    if not isinstance(value, str) or len(value) > 120:
        return None
    tint = parse(value)
    return tint if tint is not None and tint.alpha > 0.99 else None


def _typefaces(typography: Tree, name: str) -> tuple[Fact[Typeface] | None, Fact[Typeface] | None]:
    def fact(key: str) -> Fact[Typeface] | None:
        stated = typography.get(key)
        entry = {"family": stated} if isinstance(stated, str) else _tree(stated)
        family = plain(entry.get("family"), 80)
        if not family:
            return None
        weights = {weight for weight in map(_weight, _all(entry.get("weight"))) if weight}
        value = Typeface(family=family, category=category_of(family), weights=tuple(sorted(weights)))
        return Fact(value=value, confidence=STATED, evidence=(seen(name, f"typography.{key}", family),))

    base, headings = fact("base"), fact("headings")
    declared = [plain(_tree(font).get("family"), 80) for font in _all(typography.get("fonts"))[:20]]
    families = [family for family in dict.fromkeys(declared) if family]
    if base is None and families:
        value = Typeface(family=families[0], category=category_of(families[0]))
        base = Fact(value=value, confidence=0.9, evidence=(seen(name, "typography.fonts", families[0]),))
    return headings or base, base or headings


def _weight(value: object) -> int | None:
    number = _WEIGHTS.get(str(value).lower(), value)
    return number if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= 1000 else None


def _all(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _logos(stated: object, name: str, beside: Beside, store: FileStore, notes: list[str]) -> list[Fact[Logo]]:
    """The logos of each size and ground that lie beside the file, each once."""
    images = _tree(_tree(stated).get("images"))
    wanted: list[tuple[str, str, Ground | None]] = []
    if isinstance(stated, str):
        wanted.append(("logo", stated, None))
    for size in ("medium", "large", "small"):
        entry = _tree(stated).get(size)
        grounds: tuple[tuple[Ground, str], ...] = (("light", "light"), ("dark", "dark"))
        if isinstance(entry, Mapping) and not entry.get("path"):
            wanted += [
                (f"logo.{size}.{key}", _path(entry[key], images), ground) for ground, key in grounds if entry.get(key)
            ]
        elif entry:
            wanted.append((f"logo.{size}", _path(entry, images), None))
    known = {path for _, path, _ in wanted}
    wanted += [
        (f"logo.images.{plain(str(key), 40)}", path, None)
        for key, value in images.items()
        if (path := _path(value, {})) not in known
    ]
    found: dict[str, Fact[Logo]] = {}
    for place, path, ground in wanted[:_MOST_LOGOS]:
        content = beside.find(path)
        if content is None:
            notes.append(f"{name!r} names the logo {plain(path, 80)!r}, which is not there: give it as well.")
            continue
        try:
            logo = logo_of(content, plain(path, 80), store, ground)
        except BrandError as error:
            notes.append(str(error))
            continue
        found.setdefault(logo.file.digest, Fact(value=logo, confidence=STATED, evidence=(seen(name, place, path),)))
    return list(found.values())


def _path(value: object, images: Tree) -> str:
    for _ in range(3):
        if isinstance(value, Mapping):
            value = value.get("path")
        if isinstance(value, str) and value in images:
            value = images[value]
        else:
            break
    return value if isinstance(value, str) else ""


def _links(stated: object, name: str) -> list[Fact[Contact]]:
    found: list[Fact[Contact]] = []
    for key, value in list(_tree(stated).items())[:20]:
        profile = network_of(plain(value, 300))
        if profile:
            evidence: Evidence = seen(name, f"meta.link.{plain(str(key), 40)}", profile[1])
            found.append(
                Fact(value=Contact(kind=profile[0], value=profile[1]), confidence=STATED, evidence=(evidence,))
            )
    return found
