"""The families that headings and running text are set in, by measured use, with their weights and own font files."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from brand_memory.colour_votes import desktop_views
from brand_memory.confidence import Question, confidence, lead
from brand_memory.evidence import Witness
from brand_memory.family_names import GENERIC, SYSTEM, Category, category_of, is_for_text, is_known, real_name, stack
from brand_memory.font_files import FontFacts, read_font
from brand_memory.kit import Evidence, Fact, StoredFile, Typeface
from brand_memory.reading import Element, FontFace, PageReading, SiteReading
from brand_memory.storage import FileStore

_MOST_FILES = 4
_MOST_READ = 24


@dataclass
class _Use:
    """How much a family is used, and where it is seen best."""

    length: float = 0.0
    best: tuple[float, int, Element | None] = (0.0, 0, None)
    families: str = ""


class FontShelf:
    """The font files of a site, each read at most once, and what the families of its style sheets really are."""

    def __init__(self, site: SiteReading) -> None:
        self._site = site
        self._read: dict[str, FontFacts | None] = {}
        self.faces: dict[str, list[FontFace]] = defaultdict(list)
        seen = set()
        for page in site.pages:
            for face in page.fonts:
                if face not in seen:
                    seen.add(face)
                    self.faces[face.family.strip("'\"").lower()].append(face)

    def facts(self, face: FontFace) -> list[tuple[str, FontFacts]]:
        """The readable files of a face by address, those that were fetched."""
        found = []
        for address in face.sources:
            asset = self._site.assets.get(address)
            if asset is None:
                continue
            if address not in self._read:
                self._read[address] = read_font(asset.content) if len(self._read) < _MOST_READ else None
            facts = self._read[address]
            if facts is not None:
                found.append((address, facts))
        return found

    def chosen(self, families: str) -> str:
        """The entry of a stack that letters are really set in: the first for text whose font has Latin letters."""
        entries = stack(families)
        for entry in entries:
            lowered = entry.lower()
            if lowered in SYSTEM:
                return entry
            if lowered in GENERIC or not is_for_text(entry):
                continue
            facts = [fact for face in self.faces.get(lowered, ()) for _, fact in self.facts(face)]
            if facts and not any(fact.latin for fact in facts):
                continue
            return entry
        return entries[0] if entries else ""

    def name(self, entry: str) -> str:
        """The real family behind an entry: what its file says where the style sheet's name is a made-up one."""
        written = real_name(entry)
        told = [face.real_family for face in self.faces.get(entry.lower(), ()) if face.real_family]
        told += [
            fact.family for face in self.faces.get(entry.lower(), ()) for _, fact in self.facts(face) if fact.family
        ]
        names = [real_name(name) for name in told if name.strip()]
        known = next((name for name in names if is_known(name)), "")
        if known or is_known(written) or not names:
            return known or written
        return names[0] if sum(sign.isalpha() for sign in names[0]) > 2 else written


def typefaces(
    site: SiteReading, witness: Witness, store: FileStore
) -> tuple[Fact[Typeface] | None, Fact[Typeface] | None]:
    """The families of headings and of running text. None where a site shows no such text."""
    shelf = FontShelf(site)
    numbers = desktop_views(site)
    pages = [(number, site.pages[number]) for number in numbers]
    heading = _most_used("heading", pages, shelf, witness, store)
    body = _most_used("body", pages, shelf, witness, store)
    return heading or body, body


def _most_used(
    kind: Literal["heading", "body"],
    pages: Sequence[tuple[int, PageReading]],
    shelf: FontShelf,
    witness: Witness,
    store: FileStore,
) -> Fact[Typeface] | None:
    uses: dict[str, _Use] = defaultdict(_Use)
    weights: dict[str, set[int]] = defaultdict(set)
    entries: dict[str, str] = {}
    for number, page in pages:
        for element in page.elements:
            length = _heading_use(element) if kind == "heading" else _body_use(element)
            if length <= 0:
                continue
            entry = shelf.chosen(element.families)
            if not entry:
                continue
            name = shelf.name(entry)
            use = uses[name]
            use.length += length
            entries.setdefault(name, entry)
            weights[name].add(min(1000, max(1, element.weight)))
            if length > use.best[0]:
                use.best, use.families = (length, number, element), element.families
    if not uses:
        return None
    order = sorted(uses, key=lambda name: -uses[name].length)
    name, use = order[0], uses[order[0]]
    whole = sum(one.length for one in uses.values())
    margins = {
        "lead": lead(use.length, uses[order[1]].length if len(order) > 1 else 0.0),
        "share": use.length / whole,
    }
    question: Question = kind
    files, said, category = _files(entries[name], shelf, store)
    typeface = Typeface(
        family=name,
        category=category_of(name, use.families) if category == "unknown" else category,
        weights=tuple(sorted(weights[name])),
        files=files,
    )
    _, page_number, shown = use.best
    seen: list[Evidence] = [] if shown is None else [witness.element(page_number, shown)]
    seen += [witness.page(page_number, "font file", line) for line in said]
    return Fact[Typeface](value=typeface, confidence=confidence(question, margins), evidence=tuple(seen))


def _heading_use(element: Element) -> float:
    """How much an element says about headings: its size and the square root of its length."""
    if element.role != "heading" or element.status or not element.own or element.size < 15 or not element.text:
        return 0.0
    region = 1.0 if element.region == "main" else 0.15
    return float(region * (element.size / 16) ** 1.5 * math.sqrt(min(120, len(element.text))))


def _body_use(element: Element) -> float:
    """How much an element says about running text: its length, where it is of reading size."""
    if element.role != "text" or element.status or not element.own or not 10 <= element.size <= 26:
        return 0.0
    region = 1.0 if element.region == "main" else 0.3
    long_enough = 1.0 if len(element.text) > 40 else 0.4
    return region * long_enough * len(element.text)


def _files(entry: str, shelf: FontShelf, store: FileStore) -> tuple[tuple[StoredFile, ...], list[str], Category]:
    """The site's own files of a family, what they say of licence and embedding, and the kind they state."""
    kept: list[StoredFile] = []
    said: list[str] = []
    category: Category = "unknown"
    for face in shelf.faces.get(entry.lower(), ()):
        for _, facts in shelf.facts(face):
            if category == "unknown":
                category = facts.category
            if not facts.latin:
                continue
            line = f"{facts.family} {facts.weight}: {facts.embedding}"
            line += f"; licence: {facts.licence}" if facts.licence else ""
            if line not in said:
                said.append(line)
            if face.same_site and facts.content and len(kept) < _MOST_FILES:
                ending = ".otf" if facts.media_type == "font/otf" else ".ttf"
                slope = " italic" if facts.italic else ""
                file = store.keep(facts.content, f"{facts.family} {facts.weight}{slope}{ending}", facts.media_type)
                if file not in kept:
                    kept.append(file)
    return tuple(kept), said[:4], category
