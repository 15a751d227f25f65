"""Brand guidelines as PDF: colours with their roles, typefaces, rules for the logo, words to use and never to use."""

from __future__ import annotations

import base64
import binascii
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brand_memory.colour_values import Tint, from_channels, parse
from brand_memory.errors import BrandFileUnusable
from brand_memory.family_names import category_of, is_for_text, is_known, real_name
from brand_memory.kit import Fact, Lexicon, Logo, Typeface
from brand_memory.logo_files import logo_of, looks_like_a_logo
from brand_memory.partial_kits import PartialKit
from brand_memory.passages import seen
from brand_memory.storage import FileStore
from brand_memory.swatches import GUESSED, STATED, Role, Swatch, palette_of, role_of
from brand_memory.wording import instructs, plain

_MOST = 40_000_000
_WALL = 45.0
_READER = Path(__file__).with_name("pdf_pages.py")
_HEX = re.compile(r"#\s?([0-9a-fA-F]{6})\b|\bhex(?:adecimal)?\W{0,3}([0-9a-fA-F]{6})\b", re.IGNORECASE)
_RGB = re.compile(
    r"\brgb\W{0,4}(?:r\W{0,2})?(\d{1,3})\D{1,4}(\d{1,3})\D{1,4}(\d{1,3})\b|"
    r"\br\W{0,2}(\d{1,3})\W{0,3}g\W{0,2}(\d{1,3})\W{0,3}b\W{0,2}(\d{1,3})\b",
    re.IGNORECASE,
)
_CMYK = re.compile(
    r"\bcmyk\W{0,4}(?:c\W{0,2})?(\d{1,3})\D{1,5}(\d{1,3})\D{1,5}(\d{1,3})\D{1,5}(\d{1,3})\b|"
    r"\bc\W{0,2}(\d{1,3})\W{0,3}m\W{0,2}(\d{1,3})\W{0,3}y\W{0,2}(\d{1,3})\W{0,3}k\W{0,2}(\d{1,3})\b",
    re.IGNORECASE,
)
_PANTONE = re.compile(
    r"\b(?:pantone|pms)\s?(?:®|™)?\s?((?:\d{3,4}|warm [a-z]+|cool [a-z]+ ?\d*|black|reflex blue|process "
    r"[a-z]+)(?:\s?(?:C|U|CP|UP|TCX|XGC)\b)?)",
    re.IGNORECASE,
)
_FACE = re.compile(r"typeface|font|typograph|schrift|police|tipograf|lettertype|caratter|\bset in\b", re.IGNORECASE)
_HEADING = re.compile(r"head(?:line|ing)s?|titles?|display|überschrift|titre|titul|titol", re.IGNORECASE)
_BODY = re.compile(
    r"body|running text|copy|paragraph|fließtext|fliesstext|text\b|texte|corps|cuerpo|corpo", re.IGNORECASE
)
_SPACE = re.compile(
    r"clear ?space|exclusion zone|safe (?:zone|area)|protected area|minimum (?:size|width|height)|schutzraum|"
    r"schutzzone|mindestgröße|zone de protection|área de (?:protección|respeto)|area di rispetto",
    re.IGNORECASE,
)
_DONT = re.compile(
    r"^(?:never|do not|don['\u2019]t|avoid|nie(?:mals)?|nicht|ne (?:pas|jamais)|nunca|mai|"
    r"non)\b.{0,120}\b(?:logo|mark|wordmark|stretch|distort|rotate|recolou?r|outline|crop|shadow|verzerr|dreh)",
    re.IGNORECASE,
)
_NEVER_SAY = re.compile(
    r"(?:\b(?:never|do not|don['\u2019]t|avoid)\s(?:ever )?(?:say(?:ing)?|us(?:e|ing) the (?:words?|terms?|"
    r"phrases?)|writ(?:e|ing)|call(?:ing)? (?:us|it|them))|"
    r"\b(?:words|terms|phrases) (?:to avoid|we avoid|we never (?:use|say)|not to use|we do(?:n['\u2019]t| not) "
    r"(?:use|say))|\bbanned words|"
    r"\bniemals sagen|\bnie sagen|\bvermeiden wir|\bwörter,? die wir (?:vermeiden|nicht "
    r"verwenden))\s*[:\u2013\u2014-]?\s*(.{2,200})",
    re.IGNORECASE,
)
_SAY = re.compile(
    r"\b(?:words|terms|phrases) (?:we (?:use|like|love|prefer)|to use)\s*[:\u2013\u2014-]\s*(.{2,200})|"
    r"\b(?:wörter,? die wir (?:verwenden|mögen))\s*[:\u2013\u2014-]\s*(.{2,200})",
    re.IGNORECASE,
)
_NO_ROLE = re.compile(
    r"\b(?:colou?rs?|palette|farben?|couleurs?|colores?|colori|ink|paper|canvas|page|card|panel|copy|link|brand|main)\b",
    re.IGNORECASE,
)
"""Words that in a guideline say nothing of a colour's role: Ink and Paper are what people call their colours."""
_PATTERNS = {"hex": _HEX, "rgb": _RGB, "cmyk": _CMYK}
_NEAR = 4
"""Lines below a colour within which a mixture of inks is taken for the same one."""


@dataclass(frozen=True)
class _Line:
    """One line of the document and the page it stands on."""

    text: str
    page: int


def read_guidelines(content: bytes, name: str, store: FileStore) -> PartialKit:
    """What a guideline PDF says in its text; its first 60 pages are read, and pictures on pages about the logo.

    Read in a process of its own with bounds on time and memory. Raises `BrandFileUnusable` for what is damaged,
    locked, too large, or has no text.
    """
    if len(content) > _MOST:
        raise BrandFileUnusable(
            f"{name!r} is larger than {_MOST // 10**6} MB: give a smaller export of the guidelines."
        )
    answer = _read(content, name)
    lines = [
        _Line(text, number)
        for number, page in enumerate(answer["pages"], start=1)
        for line in str(page).splitlines()[:600]
        if (text := plain(line, 400))
    ]
    logos = _logos(answer, name, store)
    if not lines and not logos:
        raise BrandFileUnusable(
            f"{name!r} has no text that can be read (it may be a scan): export it with text, or give the logo "
            "and colours as files."
        )
    notes = [*_rules(lines, name)]
    orders = sum(instructs(line.text) for line in lines)
    if orders:
        notes.append(
            f"{name!r}: {orders} {'line gives' if orders == 1 else 'lines give'} orders to a machine that "
            "reads it: left out."
        )
        lines = [line for line in lines if not instructs(line.text)]
    if int(answer.get("count", 0)) > len(answer["pages"]):
        notes.append(f"{name!r}: only the first {len(answer['pages'])} of {answer['count']} pages were read.")
    heading, body = _typefaces(lines, dict(answer["fonts"]), name)
    return PartialKit(
        palette=palette_of(list(_swatches(lines, name))),
        heading=heading,
        body=body,
        logos=tuple(logos),
        lexicon=_lexicon(lines),
        sources=(name,),
        notes=tuple(notes),
    )


def pages_of(content: bytes, name: str) -> tuple[str, ...]:
    """The text of every page, read as guidelines are. Raises `BrandFileUnusable`."""
    return tuple(str(page) for page in _read(content, name)["pages"])


def _read(content: bytes, name: str) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_READER)], input=content, capture_output=True, timeout=_WALL, check=False
        )
    except subprocess.TimeoutExpired:
        raise BrandFileUnusable(
            f"{name!r} takes too long to read: export it again, or give only the pages with the brand."
        ) from None
    except OSError as error:
        raise BrandFileUnusable(f"{name!r} can not be read now ({error.strerror}): try again.") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise BrandFileUnusable(
            f"{name!r} needs too much time or memory to read: export it again, or give fewer pages."
        ) from None
    if answer.get("error") == "locked":
        raise BrandFileUnusable(f"{name!r} is locked with a password: give it without one.")
    if answer.get("error") == "memory":
        raise BrandFileUnusable(f"{name!r} needs too much memory to read: export it again with smaller pictures.")
    if answer.get("error"):
        raise BrandFileUnusable(f"{name!r} is damaged or no PDF: export it again.")
    return dict(answer)


def _swatches(lines: Sequence[_Line], name: str) -> Iterator[Swatch]:
    """Each colour once: as hex, else as RGB, else as CMYK, with the role that is named nearest above it."""
    found = [
        (kind, at, tint, quote)
        for kind in _PATTERNS
        for at, line in enumerate(lines)
        for tint, quote in _colours(line.text, kind)
    ]
    named: dict[tuple[int, Role], int] = {}
    kept: list[tuple[int, Tint]] = []
    for kind, at, tint, quote in found:
        if kind != "hex" and any(_said_better(kind, at, tint, other) for other in kept):
            continue
        kept.append((at, tint))
        role, where = _role_near(lines, at)
        worth = 0.6 if kind == "cmyk" else 1.0
        sure = (STATED if role else GUESSED) * worth
        if role:
            count = named[where, role] = named.get((where, role), 0) + 1
            # A heading over several colours names the first of them; the others share its role less surely.
            sure -= 0.12 * min(3, count - 1)
        yield Swatch(role, tint, sure, seen(name, f"page {lines[at].page}", _quoted(lines, at, quote)))


def _said_better(kind: str, at: int, tint: Tint, other: tuple[int, Tint]) -> bool:
    """Whether a colour was found already in a better writing: the same one in RGB; any one close by for inks.

    What inks look like on a screen depends on the press, so that their values tell nothing beside hex or RGB.
    """
    line, stronger = other
    if kind == "rgb":
        return tint.distance(stronger) < 0.03
    return -2 <= at - line <= _NEAR


def _colours(text: str, kind: str) -> Iterator[tuple[Tint, str]]:
    for match in _PATTERNS[kind].finditer(text):
        parts = [part for part in match.groups() if part is not None]
        if kind == "hex":
            tint = parse(f"#{parts[0]}")
        else:
            numbers = [int(part) for part in parts]
            if max(numbers) > (255 if kind == "rgb" else 100):
                continue
            tint = from_channels(*(number / 255 for number in numbers)) if kind == "rgb" else _from_cmyk(numbers)
        if tint is not None:
            yield tint, match.group()


def _from_cmyk(parts: Sequence[int]) -> Tint:
    """The naive screen colour of an ink mixture in per cent; without the press's profile no better one is known."""
    c, m, y, k = (part / 100 for part in parts)
    return from_channels((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k))


def _role_near(lines: Sequence[_Line], at: int) -> tuple[Role | None, int]:
    """The role that the line itself or one shortly above it names, and the line that does."""
    for back in range(9):
        if at - back < 0 or lines[at - back].page != lines[at].page:
            break
        text = lines[at - back].text
        bare = _RGB.sub(" ", _CMYK.sub(" ", _HEX.sub(" ", _PANTONE.sub(" ", text))))
        if back and len(bare.split()) > 9:
            continue
        role, _ = role_of(_NO_ROLE.sub(" ", bare))
        if role:
            return role, at - back
    return None, -1


def _quoted(lines: Sequence[_Line], at: int, quote: str) -> str:
    above = lines[at - 1].text if at and lines[at - 1].page == lines[at].page and len(lines[at].text) < 40 else ""
    return plain(" | ".join(filter(None, (above, lines[at].text if len(lines[at].text) <= 160 else quote))), 200)


def _typefaces(
    lines: Sequence[_Line], embedded: dict[str, int], name: str
) -> tuple[Fact[Typeface] | None, Fact[Typeface] | None]:
    """Families that are named where typefaces are spoken of, and that are well known or embedded in the file."""
    there = {family.casefold(): family for raw in embedded if (family := _family_of(raw)) and is_for_text(family)}
    found: list[tuple[str, str | None, int]] = []
    for at, line in enumerate(lines):
        context = " ".join(other.text for other in lines[max(0, at - 2) : at + 1] if other.page == line.page)
        if not _FACE.search(context) or len(line.text.split()) > 24:
            continue
        for family in _families_in(line.text, there):
            near = line.text if _HEADING.search(line.text) or _BODY.search(line.text) else context
            shown, read = _HEADING.search(near), _BODY.search(near)
            found.append((family, "heading" if shown and not read else "body" if read and not shown else None, at))

    def fact(role: str) -> Fact[Typeface] | None:
        fits = [entry for entry in found if entry[1] == role] or [entry for entry in found if entry[1] is None]
        if not fits:
            return None
        family, said, at = fits[0]
        sure = STATED if said else 0.9
        value = Typeface(family=family, category=category_of(family))
        return Fact(value=value, confidence=sure, evidence=(seen(name, f"page {lines[at].page}", lines[at].text),))

    heading, body = fact("heading"), fact("body")
    return heading or body, body or heading


def _families_in(text: str, there: dict[str, str]) -> Iterator[str]:
    """Names of typefaces in a line: runs of one to four capitalised words that are known or embedded, longest first."""
    words = re.findall(r"[A-Z\u00c0-\u00de][\w&'\u2019-]*|\d{1,2}\b|[a-z]+", text[:400])
    at = 0
    while at < len(words):
        for count in (4, 3, 2, 1):
            phrase = " ".join(words[at : at + count])
            if (
                len(words[at : at + count]) == count
                and words[at][:1].isupper()
                and (phrase.casefold() in there or is_known(phrase))
            ):
                yield there.get(phrase.casefold()) or real_name(phrase)
                at += count - 1
                break
        at += 1


def _family_of(base_font: str) -> str:
    """The family in a PDF's base font name: `ABCDEF+SourceSans3-Bold` is `Source Sans 3`."""
    bare = re.sub(r"^[A-Z]{6}\+", "", base_font)
    bare = re.split(r"[-,]", bare)[0]
    bare = re.sub(r"(?:PSMT|PS|MT)$", "", bare)
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", bare)
    return plain(real_name(spaced), 80) if len(spaced) >= 3 else ""


def _rules(lines: Sequence[_Line], name: str) -> Iterator[str]:
    """Rules that people keep: room around the logo, what not to do with it, and inks that no screen shows exactly."""
    given = 0
    for line in lines:
        if (
            given < 12
            and len(line.text) > 12
            and not instructs(line.text)
            and (_SPACE.search(line.text) or _DONT.search(line.text))
        ):
            given += 1
            yield f"{name!r}, page {line.page}: {line.text}"
    named_inks = (" ".join(match[1].split()) for line in lines for match in _PANTONE.finditer(line.text))
    inks = list(dict.fromkeys(named_inks))[:8]
    if inks:
        named = ", ".join(inks)
        yield f"{name!r} names the inks Pantone {named}: for the screen its hex and RGB values count."


def _lexicon(lines: Sequence[_Line]) -> Lexicon:
    never: list[str] = []
    used: list[str] = []
    for line in lines:
        if match := _NEVER_SAY.search(line.text):
            never += _listed(match[1])
        elif match := _SAY.search(line.text):
            used += _listed(match[1] or match[2])
    return Lexicon(used=tuple(dict.fromkeys(used))[:40], never=tuple(dict.fromkeys(never))[:40])


def _listed(text: str) -> list[str]:
    """The words of a list: quoted ones where there are any, else parts between commas, each at most four words."""
    quoted = re.findall(
        r"[\"\u201c\u201e\u00ab']([^\"\u201c\u201d\u201e\u00ab\u00bb]{2,40}?)[\"\u201d\u201c\u00bb'](?!\w)", text
    )
    split = re.split(r"\s*[,;/\u2022|]\s*|\s+(?:or|and|oder|und|ou|et|o|y|e)\s+", text.split(".")[0])
    parts = quoted if len(quoted) >= len(split) else split
    return [
        word
        for part in parts
        if (word := part.strip(" \"'\u201c\u201d\u201e.:!?").strip()) and len(word.split()) <= 4 and len(word) <= 40
    ]


def _logos(answer: dict[str, Any], name: str, store: FileStore) -> list[Fact[Logo]]:
    """Pictures on pages about the logo that are drawn like one; a guess, for a person to confirm."""
    found: dict[str, Fact[Logo]] = {}
    for entry in answer.get("pictures", [])[:12]:
        try:
            page, content = int(entry[0]), base64.b64decode(entry[1])
        except (ValueError, TypeError, IndexError, binascii.Error):
            continue
        if not looks_like_a_logo(content):
            continue
        try:
            logo = logo_of(content, f"{Path(name).stem[:60]} page {page}.png", store)
        except BrandFileUnusable:
            continue
        found.setdefault(
            logo.file.digest, Fact(value=logo, confidence=0.55, evidence=(seen(name, f"page {page}", "picture"),))
        )
    return list(found.values())[:4]
