"""A brand as the chat's card is given it: colours, typefaces to look at, logo, and facts to decide about."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agency.home import Home

if TYPE_CHECKING:
    from brand_memory.kit import BrandKit, Fact, Logo, Typeface
    from brand_memory.storage import BrandFiles

Props = dict[str, Any]

ROLES = ("primary", "secondary", "background", "surface", "text")
"""Colours on the card."""

CORRECTED = frozenset({*ROLES, "heading", "body", "headline"})
"""Facts that can be set in words on the card. A logo is dropped into the chat: what is typed is never a path."""
DECIDED = CORRECTED | {"logo"}
"""Facts on the card."""

_PICTURES = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"RIFF": ".webp", b"GIF8": ".gif"}
"""Endings of pictures by their first bytes."""
_FONTS = {"font/ttf": ".ttf", "font/otf": ".otf", "font/woff": ".woff", "font/woff2": ".woff2"}
_BOLD = re.compile(r"bold|black|heavy|[789]00", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)
_SAMPLE = "The quick brown fox jumps over the lazy dog"
_LONGEST_SAMPLE = 90


def brand_view(brand: str, place: Home) -> Props:
    """A brand as a card: colours, type, logo, and facts to confirm, correct or reject."""
    from agency.brand_desk import brand_records

    records = brand_records()
    kit, files = records.kit(brand), records.files(brand)
    found = {role: fact for role in ROLES if (fact := getattr(kit.palette, role))}
    colours = [{"role": role, "hex": fact.value.hex} for role, fact in found.items() if fact.status != "rejected"]
    facts = [_fact(role, role.capitalize(), fact.value.hex, fact, hex=fact.value.hex) for role, fact in found.items()]
    for key, label in (("heading", "Headings in"), ("body", "Text in")):
        if face := getattr(kit, key):
            sample = _type_sample(key, face.value, kit, files, place)
            facts.append(_fact(key, label, face.value.family, face, sample=sample))
    if headline := kit.messages.headline:
        facts.append(_fact("headline", "Headline", headline.value, headline))
    logo = next((fact for fact in kit.logos if fact.status != "rejected"), None)
    if logo:
        facts.append(_logo_fact(logo))
    return {
        "brand": kit.id,
        "name": kit.name.value,
        "colours": colours,
        "facts": facts,
        "logo": _shown_file(files.path(logo.value.file), kit.id, place) if logo else "",
        "ground": "#16181d" if logo and logo.value.ground == "dark" else "#ffffff",
        "tone": f"Tone: {', '.join(kit.tone.value.described)}." if kit.tone and kit.tone.value.described else "",
    }


def _fact(key: str, label: str, text: str, fact: Fact[Any], **more: Any) -> Props:  # noqa: ANN401  (plain data)
    from brand_memory.corrections import A_PERSON

    return {
        "key": key,
        "label": label,
        "text": text,
        "editable": key in CORRECTED,
        "confidence": fact.confidence,
        "status": fact.status,
        "place": next((seen.page for seen in fact.evidence if seen.page != A_PERSON), ""),
        **more,
    }


def _logo_fact(logo: Fact[Logo]) -> Props:
    from brand_memory.slots import identity

    # Of several logos, this is the one that is decided about.
    return _fact("logo", "Logo", logo.value.file.name, logo, which=identity(logo.value))


def _type_sample(key: str, face: Typeface, kit: BrandKit, files: BrandFiles, place: Home) -> Props:
    """Words set in the typeface: in its own file where the brand serves it or we bring it, else in one that is like it.

    `family` is a CSS list of families, `source` the address of the font file or empty, `weight` a CSS weight.
    """
    from brand_memory.sheet_pictures import css_stack

    headline = kit.messages.headline
    said = headline.value if headline and headline.status != "rejected" else _SAMPLE
    heavy = key == "heading"
    weights = face.weights or ((700,) if heavy else (400,))
    file = _font_file(face, files, heavy=heavy)
    return {
        "text": said if len(said) <= _LONGEST_SAMPLE else said[: _LONGEST_SAMPLE - 1].rstrip() + "…",
        "family": css_stack(face).replace("var(--ui)", "sans-serif"),
        "source": _shown_file(file[0], kit.id, place, file[1]) if file else "",
        "weight": max(weights) if heavy else min(weights, key=lambda weight: abs(weight - 400)),
    }


def _font_file(face: Typeface, files: BrandFiles, *, heavy: bool) -> tuple[Path, str] | None:
    """The font file that shows the typeface best, and the ending of its name; None where there is none here."""
    from brand_memory.errors import BrandError
    from renderers.typography import FAMILIES, family_files, present

    served = [file for file in face.files if file.media_type in _FONTS]
    if served:
        chosen = served[_fitting([file.name for file in served], heavy=heavy)]
        try:
            return files.path(chosen), _FONTS[chosen.media_type]
        except BrandError:
            return None
    ours = next((name for name in FAMILIES if name.casefold() == face.family.casefold()), None)
    if ours is None or not present(ours):
        return None
    known = family_files(ours)
    path = known[_fitting([each.name for each in known], heavy=heavy)]
    return path, path.suffix


def _fitting(names: list[str], *, heavy: bool) -> int:
    """Which of the font files fits best: upright, and heavy or not."""
    return min(
        range(len(names)), key=lambda n: (bool(_SLANTED.search(names[n])), bool(_BOLD.search(names[n])) != heavy)
    )


def _shown_file(path: Path, brand: str, place: Home, ending: str | None = None) -> str:
    """The address of a file, a copy of which lies where the page may read."""
    name = re.sub(r"[^A-Za-z0-9._-]", "-", path.stem) + (_picture_ending(path) if ending is None else ending)
    target = place.root / "chat" / "brands" / brand / name
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return f"/media/brands/{brand}/{name}"


def _picture_ending(path: Path) -> str:
    """The ending that a browser knows the picture by; files of a brand are named by their content and have none."""
    with path.open("rb") as file:
        head = file.read(512)
    return next(
        (ending for mark, ending in _PICTURES.items() if head.startswith(mark)), ".svg" if b"<svg" in head else ""
    )
