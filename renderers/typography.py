"""Families and text: which typefaces there are, and words made fit to be set in them.

Importing this loads nothing heavy; Skia loads when glyphs are asked for. Setting itself is in `renderers.typesetting`.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from renderers.errors import RenderError
from renderers.line_breaking import unspaced

FAMILIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Manrope": (
        "font_manrope", tuple(f"Manrope-{w}.ttf" for w in ("Regular", "Medium", "SemiBold", "Bold", "ExtraBold"))
    ),
    "Hanken Grotesk": (
        "font_hanken_grotesk", tuple(f"HankenGrotesk-{w}.otf" for w in ("Regular", "Medium", "SemiBold", "Bold"))
    ),
    "Source Sans Pro": (
        "font_source_sans_pro", tuple(f"SourceSansPro-{w}.otf" for w in ("Regular", "Semibold", "Bold", "Black"))
    ),
    "Source Serif Pro": (
        "font_source_serif_pro", tuple(f"SourceSerifPro-{w}.otf" for w in ("Regular", "Semibold", "Bold", "Black"))
    ),
    "Archivo": ("fontpkg_archivo", ("Archivo[wdth,wght].ttf",)),
    "Newsreader": ("fontpkg_newsreader", ("Newsreader[opsz,wght].ttf",)),
    "Nunito": ("fontpkg_nunito", ("Nunito[wght].ttf",)),
    "Space Grotesk": ("fontpkg_space_grotesk", ("SpaceGrotesk[wght].ttf",)),
    "JetBrains Mono": ("fontpkg_jetbrains_mono", ("JetBrainsMono[wght].ttf",)),
    "Bodoni Moda": ("fontpkg_bodoni_moda", ("BodoniModa[opsz,wght].ttf",)),
    "Fredoka": ("fontpkg_fredoka", ("Fredoka[wdth,wght].ttf",)),
    "Barlow Condensed": (
        "fontpkg_barlow_condensed",
        tuple(f"BarlowCondensed-{w}.ttf" for w in ("Regular", "Medium", "SemiBold", "Bold", "ExtraBold")),
    ),
}  # fmt: skip
"""Family name to the package that brings it and the files of its upright weights, or its variable one."""

STAND_INS = {
    "Archivo": "Manrope",
    "Newsreader": "Source Serif Pro",
    "Nunito": "Manrope",
    "Space Grotesk": "Hanken Grotesk",
    "JetBrains Mono": "Source Sans Pro",
    "Bodoni Moda": "Source Serif Pro",
    "Fredoka": "Manrope",
    "Barlow Condensed": "Source Sans Pro",
}
"""Families that may be missing, and the one that is set in their place then."""

OPTICAL_SIZES = {"Newsreader": 40.0, "Bodoni Moda": 18.0}
"""The cut of a family that is drawn for each size of type, in points. Hairlines of the largest cuts are thinner than a
pixel of 720 rows, where they flicker; these hold, and still are for headings."""

SERIFS = frozenset({"Source Serif Pro", "Newsreader", "Bodoni Moda"})
"""Families of ours with serifs."""

DEFAULT_FAMILY = "Manrope"
_SYSTEM_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_DROPPED = frozenset("\u202d\u202e\ufeff\u00ad\ufffc")
_MOST_MARKS = 4


def families() -> tuple[str, ...]:
    """The names of the families that can be set here."""
    return tuple(family for family in FAMILIES if present(family))


def present(family: str) -> bool:
    """Whether the package of a family of ours is installed."""
    return _folder(family) is not None


def missing_families() -> tuple[str, ...]:
    """The families of ours in whose place another is set, because their package is not installed."""
    return tuple(family for family in STAND_INS if not present(family))


def family_files(family: str) -> tuple[Path, ...]:
    """The font files of a family, one a weight or a variable one. Raises `RenderError` if its package is missing."""
    folder = _folder(family)
    if folder is None:
        package = FAMILIES[family][0]
        raise RenderError(f"The typeface {family} was asked for but its package {package} is missing; install it.")
    return tuple(folder / name for name in FAMILIES[family][1])


@cache
def _folder(family: str) -> Path | None:
    spec = find_spec(FAMILIES[family][0])
    return Path(spec.submodule_search_locations[0], "files") if spec and spec.submodule_search_locations else None


@cache
def font_identity() -> str:
    """What else than the request decides how text is set: the font files, the system's fonts, the shaping library."""
    from importlib.metadata import version

    skia_version = version("skia-python")
    found = hashlib.sha256(skia_version.encode())
    found.update(repr(sorted(OPTICAL_SIZES.items())).encode())
    for family in families():
        for path in family_files(family):
            found.update(path.read_bytes())
    for folder in _SYSTEM_FOLDERS:
        for path in sorted(Path(folder).expanduser().rglob("*.[ot]t[fc]")):
            found.update(f"{path.name}:{path.stat().st_size}".encode())
    return f"skia-{skia_version}/{found.hexdigest()[:16]}"


def clean(text: str) -> str:
    """`text` fit to be set: no control characters, lone surrogates, unpaired or overriding bidi marks, piled-up
    accents or doubled spaces. Line breaks stay.
    """
    kept: list[str] = []
    open_marks: list[tuple[str, int]] = []
    marks = 0
    joined = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    for c in joined.replace("\u2029", "\n"):
        category = unicodedata.category(c)
        if c == "\n" or c.isspace() and c != "\xa0" and c != "\u202f":
            kept.append("\n" if c == "\n" else " ")
            continue
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if category in {"Cc", "Cs"} or c in _DROPPED or marks > _MOST_MARKS or ord(c) & 0xFFFE == 0xFFFE:
            continue
        if c in _OPENING:
            open_marks.append((_OPENING[c], len(kept)))
        elif c in {"\u202c", "\u2069"}:
            if not open_marks or open_marks[-1][0] != c:
                continue
            open_marks.pop()
        kept.append(c)
    for _, index in open_marks:
        kept[index] = ""
    lines = (" ".join(line.split(" ")).strip(" ") for line in "".join(kept).split("\n"))
    return "\n".join(" ".join(part for part in line.split(" ") if part) for line in lines).strip("\n")


def right_to_left(text: str) -> bool:
    """Whether the first strong character runs from right to left (rule P2 of Unicode's bidi algorithm)."""
    directions = (unicodedata.bidirectional(c) for c in text)
    return next((d != "L" for d in directions if d in {"L", "R", "AL"}), False)


def missing_glyphs(text: str, family: str = DEFAULT_FAMILY) -> tuple[str, ...]:
    """The characters of `text`, each once, that no installed font can draw. Controls and joiners do not count."""
    if text.isascii():
        return ()
    from renderers.fonts import undrawable

    return undrawable(clean(text), family)


def drawable(text: str, family: str) -> str:
    """`text` cleaned, without the symbols no installed font has; letters no font has stay, to be seen as missing."""
    text = clean(text)
    odd = {c for c in missing_glyphs(text, family) if unicodedata.category(c) in {"So", "Co", "Cn"}}
    return clean("".join(c for c in text if c not in odd)) if odd else text


def line_height(text: str, wanted: float) -> float:
    """`wanted`, or as much more as the scripts of `text` need for their marks not to touch."""
    if text.isascii():
        return wanted
    from renderers.fonts import tall

    return max(wanted, 1.34) if tall(text) else max(wanted, 1.22) if any(unspaced(c) for c in text) else wanted
