"""Learning from files: a logo, guidelines, CSS, `brand.yml`, design tokens, fonts, pictures, or a ZIP of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from brand_memory.errors import BrandError, BrandFileUnusable
from brand_memory.given_files import LARGEST, Beside, Folder, Packed, read_given, read_head
from brand_memory.kit import Fact, StoredFile
from brand_memory.media_types import media_type_of
from brand_memory.partial_kits import PartialKit, together
from brand_memory.passages import seen
from brand_memory.storage import FileStore, readable_name
from brand_memory.swatches import STATED, Swatch, palette_of

_ORDER = ("yaml", "tokens", "css", "pdf", "logo", "picture", "font", "film")
"""What is believed first where several files state the same."""
_FILMS = re.compile(r"\.(?:mp4|m4v|mov|webm|mkv|avi|mpe?g|ogv)$", re.IGNORECASE)
_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/avif", "image/gif")
_FONTS = ("font/ttf", "font/otf", "font/woff", "font/woff2")
_KNOWN = (
    "a logo (SVG, PNG, JPEG), guidelines (PDF), CSS, brand.yml, design tokens (JSON), fonts, pictures, a video, or "
    "a ZIP of them"
)


def read_brand_files(paths: Sequence[Path], store: FileStore) -> PartialKit:
    """What the files that a person gives say of a brand. Facts they state in so many words have 0.95 and more.

    What lies in a ZIP and can not be used is noted; a file that is given itself and can not raises
    `BrandFileUnusable`, whose sentence names it and says what to do. Only `store` is written to; films are handed on.
    """
    parts: list[tuple[int, PartialKit]] = []
    for path in paths:
        name = readable_name(path.name)
        if _is_film(read_head(path), name):
            parts.append((_ORDER.index("film"), PartialKit(films=(path,), sources=(name,))))
            continue
        content = read_given(path)
        if media_type_of(content) == "application/zip":
            parts += _of_archive(content, name, store)
        else:
            parts.append(_of_file(content, name, Folder(path.parent), store))
    return together([part for _, part in sorted(parts, key=lambda pair: pair[0])])


def _of_archive(content: bytes, name: str, store: FileStore) -> list[tuple[int, PartialKit]]:
    """Each file of an archive by itself; what can not be used is a note, unless nothing at all can be."""
    from brand_memory.archives import unpack

    unpacked = unpack(content, name)
    parts: list[tuple[int, PartialKit]] = [(len(_ORDER), PartialKit(sources=(name,), notes=unpacked.notes))]
    skipped: list[str] = []
    for path, inner in unpacked.files.items():
        shown = readable_name(path)
        try:
            if _is_film(inner[:6000], shown):
                film = store.keep(inner, shown, media_type_of(inner) or "video/mp4")
                parts.append((_ORDER.index("film"), PartialKit(films=(film,), sources=(f"{name}: {shown}",))))
            elif inner:
                beside = Packed(unpacked.files, path.rpartition("/")[0])
                parts.append(_of_file(inner, shown, beside, store))
        except BrandError as error:
            skipped.append(str(error))
    if len(parts) == 1:
        reason = f" ({skipped[0]})" if skipped else ""
        raise BrandFileUnusable(f"{name!r} holds nothing that a brand can be learned from{reason}: pack {_KNOWN}.")
    return [*parts, (len(_ORDER), PartialKit(notes=tuple(skipped[:20])))]


def _of_file(content: bytes, name: str, beside: Beside, store: FileStore) -> tuple[int, PartialKit]:
    """What one file says, with its rank. Raises `BrandFileUnusable`."""
    if len(content) > LARGEST:
        raise BrandFileUnusable(f"{name!r} is larger than {LARGEST // 10**6} MB: give a smaller export of it.")
    kind = media_type_of(content, name)
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if kind == "application/pdf":
        from brand_memory.guideline_pdfs import read_guidelines

        return _ORDER.index("pdf"), read_guidelines(content, name, store)
    if kind == "image/svg+xml" or ending == "svg":
        return _ORDER.index("logo"), _of_logo(content, name, store)
    if kind in _PICTURES:
        return _of_picture(content, name, store)
    if kind in _FONTS:
        return _ORDER.index("font"), _of_font(content, name, store)
    if kind in ("text/plain", "text/css", "application/json", "text/html", ""):
        if ending in ("yml", "yaml"):
            from brand_memory.brand_yml import read_brand_yml

            return _ORDER.index("yaml"), read_brand_yml(content, name, beside, store)
        if ending in ("json", "tokens"):
            from brand_memory.design_tokens import read_tokens

            return _ORDER.index("tokens"), read_tokens(content, name)
        if ending in ("css", "scss", "less"):
            from brand_memory.css_files import read_css

            return _ORDER.index("css"), read_css(content, name)
    raise BrandFileUnusable(f"{name!r} is no file that a brand can be learned from: give {_KNOWN}.")


def _of_logo(content: bytes, name: str, store: FileStore) -> PartialKit:
    """A logo, and the colours it is drawn in as what the palette may be made of."""
    from brand_memory.colour_values import from_colour
    from brand_memory.logo_files import logo_of

    logo = logo_of(content, name, store)
    evidence = seen(name, "logo")
    fact = Fact(value=logo, confidence=STATED, evidence=(evidence,))
    tints = [from_colour(colour) for colour in logo.colours]
    strong = next((tint for tint in tints if not tint.neutral), None)
    swatches = [
        Swatch("primary" if tint is strong else None, tint, 0.6 if tint is strong else 0.5, evidence) for tint in tints
    ]
    icon = "favicon" in name.lower()
    return PartialKit(
        palette=palette_of(swatches),
        logos=() if icon else (fact,),
        favicon=Fact(value=logo.file, confidence=STATED, evidence=(evidence,)) if icon else None,
        sources=(name,),
    )


def _of_picture(content: bytes, name: str, store: FileStore) -> tuple[int, PartialKit]:
    """A picture as a logo where it is named or drawn like one, else as imagery."""
    from brand_memory.imagery import picture_of
    from brand_memory.logo_files import looks_like_a_logo, names_a_logo
    from brand_memory.photographs import prepare

    photograph = prepare(content)
    if photograph is None:
        raise BrandFileUnusable(
            f"{name!r} is damaged, too large, or no picture that can be read: export it again as PNG or JPEG."
        )
    if names_a_logo(name) or looks_like_a_logo(photograph.content):
        return _ORDER.index("logo"), _of_logo(photograph.content, name, store)
    stem = name.rsplit(".", 1)[0]
    words = re.sub(r"[_\W]+", " ", stem).strip()
    caption = words if len(re.findall(r"[^\W\d_]{3,}", words)) >= 2 else ""
    picture = picture_of(photograph, stem, caption, store)
    return _ORDER.index("picture"), PartialKit(
        imagery=(Fact(value=picture, confidence=0.95, evidence=(seen(name, "picture"),)),), sources=(name,)
    )


def _of_font(content: bytes, name: str, store: FileStore) -> PartialKit:
    from brand_memory.font_files import read_font
    from brand_memory.kit import Typeface

    facts = read_font(content)
    if facts is None or not facts.family:
        raise BrandFileUnusable(
            f"{name!r} is damaged, too large, or no font that can be read: give the TTF, OTF or WOFF2 file again."
        )
    files: tuple[StoredFile, ...] = ()
    notes: tuple[str, ...] = ()
    if facts.content:
        ending = ".otf" if facts.media_type == "font/otf" else ".ttf"
        files = (store.keep(facts.content, name.rsplit(".", 1)[0] + ending, facts.media_type),)
    else:
        notes = (f"{name!r}: {facts.embedding}, so the font itself is not kept.",)
    value = Typeface(family=facts.family, category=facts.category, weights=(facts.weight,), files=files)
    fact = Fact(value=value, confidence=STATED, evidence=(seen(name, "font", facts.family),))
    return PartialKit(typefaces=(fact,), sources=(name,), notes=notes)


def _is_film(head: bytes, name: str) -> bool:
    kind = media_type_of(head)
    return kind.startswith("video/") or (bool(_FILMS.search(name)) and kind in ("", "video/mp4", "video/webm"))
