"""The typefaces text is drawn with: the families we bring, and the system's fonts for every other script.

Skia's paragraph engine looks for a glyph in a list of families, first to last. For each text the list is made of the
family asked for and, for the characters it lacks, the families that have them. Importing this module loads Skia.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from renderers.look import FontFamily
from renderers.raster import skia
from renderers.typography import DEFAULT_FAMILY, OPTICAL_SIZES, SERIFS, STAND_INS, families, family_files

_WEIGHTS = (400, 500, 600, 700, 800)
_WEIGHT_AXIS, _SIZE_AXIS = (int.from_bytes(name, "big") for name in (b"wght", b"opsz"))
_TALL = ("ARABIC", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "THAI",
         "LAO", "KHMER", "MYANMAR", "TIBETAN", "SINHALA", "HEBREW")  # fmt: skip
_WITH_HAN = frozenset(
    ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH", "BOPOMOFO")
)
_EMOJI = "Noto Color Emoji"
_SYMBOLS = ("Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Symbols2", "Noto Sans Math")
_TRADITIONAL = frozenset("們這個國學說對時會來為發經電話開關門問間東車馬魚鳥龍見貝頁風飛體點線網際務產業長過還進達運動")
"""Frequent characters that only traditional Chinese writes so."""


def _upright(weight: int) -> skia.FontStyle:
    return skia.FontStyle(weight, skia.FontStyle.kNormal_Width, skia.FontStyle.kUpright_Slant)


@contextmanager
def _quiet() -> Iterator[None]:
    """The font library reports settings newer than itself on stderr, from C; nobody could act on that."""
    kept = os.dup(2)
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(sink)
        os.close(kept)


@cache
def _system() -> skia.FontMgr:
    with _quiet():
        manager = skia.FontMgr()
        manager.countFamilies()
    return manager


@cache
def _provider() -> skia.textlayout.TypefaceFontProvider:
    provider = skia.textlayout.TypefaceFontProvider()
    reader = skia.FontMgr.New_Custom_Empty()
    for family in families():
        for path in family_files(family):
            for face in _weights_of(reader.makeFromFile(str(path)), OPTICAL_SIZES.get(family, 0.0)):
                provider.registerTypeface(face, skia.String(family))
    return provider


_enlisted: dict[str, str] = {}
"""By name, the families of programmes that can be set by now, and those of ours that draw what they lack."""


def enlist(own: Iterable[FontFamily]) -> None:
    """Make the families `own` known, so that they can be asked for by name; a variable one gives every weight."""
    for family in own:
        if family.name in _enlisted:
            continue
        # What was asked for before it was known was given another face.
        typeface.cache_clear()
        metrics.cache_clear()
        reader = skia.FontMgr.New_Custom_Empty()
        for path in family.files:
            face = reader.makeFromFile(str(path))
            for made in _weights_of(face) if face is not None else ():
                _provider().registerTypeface(made, skia.String(family.name))
                _enlisted[family.name] = family.stand_in


def _weights_of(face: skia.Typeface, size: float = 0.0) -> list[skia.Typeface]:
    """The face at every weight that its axis of weight reaches, in its cut for `size` points (0: its own); itself where
    it has no such axis.
    """
    axes = {axis.tag: axis for axis in face.getVariationDesignParameters()}
    axis = axes.get(_WEIGHT_AXIS)
    if axis is None:
        return [face]
    variation = skia.FontArguments.VariationPosition
    made = []
    for weight in sorted({min(max(float(weight), axis.min), axis.max) for weight in _WEIGHTS}):
        wanted = [variation.Coordinate(axis.tag, weight)]
        if size and _SIZE_AXIS in axes:
            wanted.append(variation.Coordinate(_SIZE_AXIS, size))
        # Skia copies neither of the two: they must live until the clone is made.
        coordinates = variation.Coordinates(wanted)
        place = variation(coordinates)
        arguments = skia.FontArguments()
        arguments.setVariationDesignPosition(place)
        made.append(face.makeClone(arguments))
    return [clone for clone in made if clone is not None]


def _own(family: str) -> str:
    """`family` where it can be set, else what stands in for it."""
    if family in _enlisted or family in families():
        return family
    return STAND_INS.get(family, DEFAULT_FAMILY)


@cache
def collection() -> skia.textlayout.FontCollection:
    """The font collection that every paragraph is built with."""
    found = skia.textlayout.FontCollection()
    found.setDefaultFontManager(_provider())
    return found


@cache
def unicode_rules() -> skia.Unicode:
    """The bidi and segmentation rules that every paragraph is built with."""
    return skia.Unicodes.ICU.Make() if hasattr(skia.Unicodes.ICU, "Make") else skia.Unicode.ICU_Make()


@cache
def typeface(family: str, weight: int) -> skia.Typeface:
    """The face of `family` nearest to `weight`; an unknown family gives the default one."""
    return _provider().matchFamilyStyle(_own(family), _upright(weight))


@cache
def metrics(family: str, weight: int) -> tuple[float, float, float]:
    """Ascent, descent and capital height of the face, in parts of its size, all positive."""
    found = skia.Font(typeface(family, weight), 1000.0).getMetrics()
    return -found.fAscent / 1000.0, found.fDescent / 1000.0, found.fCapHeight / 1000.0


@cache
def installed(family: str) -> bool:
    """Whether the system has `family`; if so its upright faces are ready to be drawn with."""
    seen: set[int] = set()
    for weight in _WEIGHTS:
        face = _system().matchFamilyStyle(family, _upright(weight))
        if face is None or face.getFamilyName() != family:
            continue
        if face.uniqueID() not in seen:
            seen.add(face.uniqueID())
            _provider().registerTypeface(face, skia.String(family))
    return bool(seen)


@cache
def script(character: str) -> str:
    """The first word of the character's Unicode name, which for letters is their script, e.g. `ARABIC`."""
    return unicodedata.name(character, "").partition(" ")[0]


def tall(text: str) -> bool:
    """Whether `text` holds a script whose marks stand far above or below the line."""
    return any(script(c) in _TALL for c in text if c > "\u0500")


def _han_family(text: str) -> str:
    scripts = {script(c) for c in text}
    if scripts & {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}:
        return "Noto Sans CJK JP"
    if "HANGUL" in scripts:
        return "Noto Sans CJK KR"
    return "Noto Sans CJK TC" if _TRADITIONAL & set(text) else "Noto Sans CJK SC"


def _preferred(character: str, serif: bool, han: str) -> tuple[str, ...]:
    """Families to try for a character, best first."""
    name = script(character)
    if name in _WITH_HAN:
        return (han,)
    if name == "HANGUL":
        return ("Noto Sans CJK KR",)
    if unicodedata.category(character) in {"So", "Sk"} or ord(character) >= 0x1F000:
        return (_EMOJI, *_SYMBOLS) if ord(character) >= 0x1F000 else (*_SYMBOLS, _EMOJI)
    written = name.capitalize()
    return ((f"Noto Serif {written}", f"Noto Sans {written}") if serif else (f"Noto Sans {written}",)) + _SYMBOLS


@cache
def _fallback(character: str, serif: bool, han: str) -> str:
    """The installed family that draws `character`; empty where none does."""
    for family in _preferred(character, serif, han):
        if installed(family) and _provider().matchFamilyStyle(family, _upright(400)).unicharToGlyph(ord(character)):
            return family
    face = _system().matchFamilyStyleCharacter("", _upright(400), ["en"], ord(character))
    if face is None or not face.unicharToGlyph(ord(character)):
        return ""
    family = str(face.getFamilyName())
    return family if installed(family) else ""


def _ours(character: str, family: str) -> str:
    """The family of ours that draws what `family` lacks; empty where it lacks nothing that others of ours have."""
    stand_in = _enlisted.get(family) or STAND_INS.get(family)
    nearest = (stand_in, DEFAULT_FAMILY) if stand_in else ()
    return next((own for own in nearest if typeface(own, 400).unicharToGlyph(ord(character))), "")


def _ignored(character: str) -> bool:
    """Whether a character is never drawn itself: controls, spaces, joiners, variation selectors, emoji tags."""
    point = ord(character)
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"} or 0xFE00 <= point <= 0xFE0F


def stack(text: str, family: str, hint: str = "") -> tuple[str, ...]:
    """The families to draw `text` with, first `family`. `hint` is more text of the same language, to tell
    Japanese, Korean and Chinese apart.
    """
    own = _own(family)
    face = typeface(own, 400)
    lacking = dict.fromkeys(c for c in text if not _ignored(c) and not face.unicharToGlyph(ord(c)))
    if not lacking:
        return (own,)
    han = _han_family(text + hint)
    serif = _enlisted.get(own, own) in SERIFS
    found = dict.fromkeys(_ours(c, own) or _fallback(c, serif, han) for c in lacking)
    found.pop("", None)
    names = [name for name in found if name != _EMOJI]
    if "\ufe0f" in text and installed(_EMOJI):
        return (own, _EMOJI, *names)
    return (own, *names, _EMOJI) if _EMOJI in found else (own, *names)


def undrawable(text: str, family: str) -> tuple[str, ...]:
    """The characters of `text`, each once and in order, that no installed font has a glyph for."""
    own = _own(family)
    face = typeface(own, 400)
    wanted = dict.fromkeys(c for c in text if not _ignored(c) and not face.unicharToGlyph(ord(c)))
    return tuple(c for c in wanted if not (_ours(c, own) or _fallback(c, own in SERIFS, _han_family(text))))
