"""What a person types for a fact, read strictly: a colour, a family, a file, words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from brand_memory.cleaning import clean
from brand_memory.errors import BadCorrection, BrandFileUnusable
from brand_memory.kit import (
    BrandKit,
    Clip,
    Colour,
    Contact,
    Gradient,
    Logo,
    Picture,
    Product,
    Shape,
    StoredFile,
    Tone,
    Typeface,
)
from brand_memory.slots import Slot

if TYPE_CHECKING:
    from brand_memory.storage import FileStore

LARGEST_FILE = 200 << 20
"""Bytes of a file that a person gives: an opening in good quality has some tens of megabytes."""
_PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
_CLIPS = {".mp4": "video/mp4", ".mov": "video/quicktime", ".webm": "video/webm", ".mkv": "video/x-matroska"}
_FONTS = {".ttf": "font/ttf", ".otf": "font/otf", ".woff": "font/woff", ".woff2": "font/woff2"}
_FAMILY = re.compile(r"[\w][\w .&'+-]{0,78}", re.UNICODE)
_WEIGHTS = re.compile(r"\s+((?:[1-9]\d{2}\s*,?\s*)+)$")
_RADII = {"sharp": 0.0, "soft": 8.0, "round": 16.0, "pill": 999.0}
_NETWORKS = tuple("linkedin instagram youtube facebook tiktok x.com twitter github mastodon threads".split())


class ClipReader(Protocol):
    """Measures a video file that a person names: seconds, width, height, and whether it has sound."""

    def __call__(self, path: Path) -> tuple[float, int, int, bool]:
        """The four measures. Raises an error of its own, in words for people, where it is no video."""
        ...


def typed_value(
    place: Slot,
    typed: str,
    kit: BrandKit,
    files: FileStore,
    families: Collection[str] = (),
    clip_reader: ClipReader | None = None,
) -> Any:  # noqa: ANN401 - the type that this slot holds
    """What `typed` is as a value of `place`; files that it names are kept in `files`.

    `families` are typefaces known beyond the kit's, for "did you mean". Raises `BadCorrection`.
    """
    text = typed.strip()
    if not text:
        raise BadCorrection(f"What should {place.key!r} be? Use `reject` to say that it is wrong.")
    match place.path[-1]:
        case "primary" | "secondary" | "accents" | "background" | "surface" | "text":
            return typed_colour(text)
        case "gradients":
            return _gradient(text)
        case "heading" | "body":
            return _typeface(text, kit, files, families)
        case "logos":
            return _logo(text, files)
        case "favicon":
            return _picture_file(text, files)[0]
        case "imagery":
            stored, width, height = _picture_file(text, files)
            return Picture(file=stored, width=width, height=height)
        case "shape":
            return _shape(text, kit)
        case "products":
            name, _, price = text.partition(" = ")
            return Product(name=clean(name, 200), price=clean(price, 40))
        case "contacts":
            return _contact(text)
        case "tone":
            return _tone(text, kit)
        case "opening" | "closing":
            return _clip(text, files, clip_reader)
    return _words(text, place.key)


def typed_colour(text: str) -> Colour:
    """The opaque colour of `#1a4fd6`, `1a4fd6`, `navy`, `rgb(…)` or `oklch(…)`. Raises `BadCorrection`."""
    from brand_memory.colour_values import parse, to_colour

    bare = re.fullmatch(r"[0-9a-fA-F]{3}|[0-9a-fA-F]{6}", text)
    tint = parse(f"#{text}" if bare else text)
    if tint is None:
        from coloraide.css.color_names import name2val_map

        near = difflib.get_close_matches(text.lower(), name2val_map, 1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise BadCorrection(f"{text!r} is no colour. Write it like #1a4fd6, navy or oklch(0.5 0.2 260).{hint}")
    if tint.alpha < 1:
        raise BadCorrection(f"{text!r} is see-through; a brand's colours are opaque. Write it without opacity.")
    return to_colour(tint)


def _words(text: str, key: str) -> str:
    cleaned = clean(text, 300)
    if not cleaned:
        raise BadCorrection(f"There is nothing to read in what {key!r} should be.")
    return cleaned


def _gradient(text: str) -> Gradient:
    parts = [part for part in re.split(r"\s*(?:→|->|\bto\b|,(?![^(]*\)))\s*", text) if part]
    if len(parts) < 2:
        raise BadCorrection(f"{text!r} is no gradient. Write its colours in order, like: #1a4fd6 to #22ccaa")
    colours = [typed_colour(part) for part in parts]
    return Gradient(stops=tuple((n / (len(colours) - 1), c) for n, c in enumerate(colours)), angle=90.0)


def _typeface(text: str, kit: BrandKit, files: FileStore, families: Collection[str]) -> Typeface:
    if Path(text).suffix.lower() in _FONTS:
        return _font_file(text, files)
    spelt = _WEIGHTS.search(text)
    weights = tuple(sorted({int(weight) for weight in re.findall(r"\d+", spelt[1])})) if spelt else ()
    family = clean(text[: spelt.start()] if spelt else text, 80).strip("\"'")
    if not _FAMILY.fullmatch(family):
        raise BadCorrection(f"{text!r} is no typeface. Write its family, like Manrope or 'Source Serif 400, 700'.")
    own = {fact.value.family: fact.value for fact in (kit.heading, kit.body) if fact}
    known = {name.casefold(): name for name in (*families, *own)}
    if family.casefold() not in known and (near := difflib.get_close_matches(family.casefold(), known, 1, 0.85)):
        raise BadCorrection(
            f"No typeface {family!r} is known. Did you mean {known[near[0]]!r}? For another one, give its font file."
        )
    family = known.get(family.casefold(), family)
    before = own.get(family)
    if before is None:
        return Typeface(family=family, weights=weights)
    return before.model_copy(update={"weights": weights or before.weights})


def _font_file(text: str, files: FileStore) -> Typeface:
    path, content = _content(text, _FONTS)
    import io

    from fontTools.ttLib import TTFont

    try:
        font = TTFont(io.BytesIO(content), lazy=True, fontNumber=0)
        names = font["name"]
        family = names.getBestFamilyName() or ""
        weight = int(font["OS/2"].usWeightClass) if "OS/2" in font else 400
    except Exception as error:  # fontTools raises whatever a damaged table makes of it
        raise BadCorrection(f"{path.name!r} is no font that can be read: {error}.") from error
    family = clean(family, 80)
    if not family:
        raise BadCorrection(f"{path.name!r} does not say which family it belongs to: give another font file.")
    stored = files.keep(content, path.name, _FONTS[path.suffix.lower()])
    return Typeface(family=family, weights=(min(1000, max(1, weight)),), files=(stored,))


def _logo(text: str, files: FileStore) -> Logo:
    from brand_memory.logo_files import logo_of

    path, content = _content(text, {**_PICTURES, ".svg": "image/svg+xml"})
    try:
        return logo_of(content, path.name, files)
    except BrandFileUnusable as error:
        raise BadCorrection(str(error)) from error


def _picture_file(text: str, files: FileStore) -> tuple[StoredFile, int, int]:
    from brand_memory.picture_files import picture_size

    path, content = _content(text, _PICTURES)
    width, height, media_type = picture_size(content, path.name)
    return files.keep(content, path.name, media_type), width, height


def _clip(text: str, files: FileStore, reader: ClipReader | None) -> Clip:
    path, content = _content(text, _CLIPS)
    if reader is None:
        raise BadCorrection("Clips can not be measured here, so that they can not be given.")
    seconds, width, height, sound = reader(path)
    stored = files.keep(content, path.name, _CLIPS[path.suffix.lower()])
    return Clip(file=stored, seconds=seconds, width=width, height=height, sound=sound)


def _shape(text: str, kit: BrandKit) -> Shape:
    before = kit.shape.value if kit.shape else Shape(radius=8.0, spacing=16.0)
    number = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(?:px)?", text)
    if number:
        radius = min(float(number[1]), 999.0)
        language = "sharp" if radius < 2 else "soft" if radius < 12 else "round" if radius < 40 else "pill"
        return before.model_copy(update={"radius": radius, "language": language})
    word = text.lower()
    if word in _RADII:
        return before.model_copy(update={"radius": _RADII[word], "language": word})
    raise BadCorrection(f"{text!r} is no shape. Write {_either([*_RADII])}, or 12px.{_near(text, _RADII)}")


def _contact(text: str) -> Contact:
    value = clean(text, 300)
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        return Contact(kind="email", value=value)
    if re.fullmatch(r"\+?[\d\s()/.-]{5,}", value):
        return Contact(kind="phone", value=value)
    network = next((name for name in _NETWORKS if re.search(rf"\b{re.escape(name)}", value.lower())), "")
    return Contact(kind=network.removesuffix(".com") or "address", value=value)


def _tone(text: str, kit: BrandKit) -> Tone:
    words = tuple(word for part in re.split(r"[,;]| and ", text) if (word := clean(part, 40).lower()))
    if not words:
        raise BadCorrection(f"{text!r} does not describe a tone. Write a few words, like: warm, plain, confident")
    if kit.tone:
        return kit.tone.value.model_copy(update={"described": words})
    return Tone(
        words=0,
        sentence_words=0,
        sentence_deviation=0,
        exclamations=0,
        questions=0,
        emoji=0,
        person="none",
        reading_ease=None,
        described=words,
    )


def _content(text: str, kinds: dict[str, str]) -> tuple[Path, bytes]:
    path = Path(text).expanduser()
    if path.suffix.lower() not in kinds:
        raise BadCorrection(f"{text!r} is not the path of a file that fits: it should end in {_either([*kinds])}.")
    if not path.is_file():
        near = _near(path.name, _beside(path))
        raise BadCorrection(f"There is no file {text!r}.{near}")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadCorrection(f"{path.name!r} has more than {LARGEST_FILE >> 20} MB: give a smaller one.")
        return path, path.read_bytes()
    except OSError as error:
        raise BadCorrection(f"The file {text!r} can not be read ({error.strerror or error}).") from error


def _beside(path: Path) -> Sequence[str]:
    try:
        return [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return []


def _near(asked: str, known: Collection[str]) -> str:
    found = difflib.get_close_matches(asked.lower(), list(known), 1)
    return f" Did you mean {found[0]!r}?" if found else ""


def _either(options: list[str]) -> str:
    return f"{', '.join(options[:-1])} or {options[-1]}"
