"""What is remembered of a brand in words, so that it can be found again: sentences, captions, scripts and notes."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from brand_memory.cleaning import clean
from brand_memory.kit import BrandKit, Evidence, Record
from brand_memory.naming import host
from brand_memory.reading import SiteReading

FragmentKind = Literal["text", "imagery", "script", "note"]
"""Visible text of its pages and files, captions of its pictures, scripts made for it, and what the client said."""
KINDS: tuple[FragmentKind, ...] = get_args(FragmentKind)

LONGEST = 1200
"""Characters of one fragment: a long paragraph, a scene of a script."""
MOST = 2000
"""Fragments of one learning, so that an endless site can not fill the memory."""
_FEWEST_WORDS = 4


class Fragment(Record):
    """Some words worth finding again, and where they stood."""

    kind: FragmentKind
    text: str
    source: Evidence


def fragment_id(tenant: str, brand: str, kind: str, text: str) -> str:
    """The same words of the same brand are one fragment, however often they are met."""
    return hashlib.sha256("\0".join((tenant, brand, kind, text)).encode()).hexdigest()[:32]


def fragments_of(kit: BrandKit, site: SiteReading | None = None) -> tuple[Fragment, ...]:
    """The kit's messages, products and captions and the site's own visible paragraphs, each once, best first."""
    found: dict[tuple[str, str], Fragment] = {}
    for fragment in (*_of_kit(kit), *(_of_pages(site) if site else ())):
        found.setdefault((fragment.kind, fragment.text.casefold()), fragment)
    return tuple(found.values())[:MOST]


def passages(text: str) -> Iterator[str]:
    """`text` in pieces of at most `LONGEST` characters, cut at paragraphs and sentences."""
    for paragraph in re.split(r"\n\s*\n", text):
        piece = ""
        for sentence in re.split(r"(?<=[.!?…])\s+", clean(paragraph, 100 * LONGEST)):
            if piece and len(piece) + len(sentence) >= LONGEST:
                yield piece
                piece = ""
            piece = f"{piece} {sentence[:LONGEST]}".strip()
        if piece:
            yield piece


def write_learned(db: sqlite3.Connection, tenant: str, brand: str, fragments: Iterable[Fragment], at: str) -> None:
    """Keep `fragments` in place of those learned before from the same sites and files; a person's notes stay."""
    new = {fragment_id(tenant, brand, f.kind, f.text): f for f in fragments}
    if not new:
        return
    pages = {fragment.source.page for fragment in new.values()}
    hosts = {name for page in pages if (name := host(page))}
    rows = db.execute(
        "SELECT seq, id, source FROM fragments WHERE tenant = ? AND brand = ? AND learned", (tenant, brand)
    ).fetchall()
    for row in rows:
        page = Evidence.model_validate_json(row["source"]).page
        if row["id"] not in new and (page in pages or host(page) in hosts):
            db.execute("DELETE FROM fragments WHERE seq = ?", (row["seq"],))
    for id_, fragment in new.items():
        insert(db, tenant, brand, id_, fragment, at, learned=True)


def insert(
    db: sqlite3.Connection, tenant: str, brand: str, id_: str, fragment: Fragment, at: str, *, learned: bool
) -> None:
    """Keep one fragment, unless it is kept already."""
    db.execute(
        "INSERT OR IGNORE INTO fragments (id, tenant, brand, kind, text, source, learned, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id_,
            tenant,
            brand,
            fragment.kind,
            fragment.text,
            fragment.source.model_dump_json(exclude={"crop"}),
            learned,
            at,
        ),
    )


def _of_kit(kit: BrandKit) -> Iterator[Fragment]:
    messages = kit.messages
    said = (
        *((messages.headline,) if messages.headline else ()),
        *messages.value_propositions,
        *messages.proof_points,
        *messages.calls_to_action,
    )
    for fact in said:
        yield from _fragment("text", fact.value, fact.evidence)
    for product in kit.products:
        about = product.value
        yield from _fragment("text", f"{about.name}: {about.description}".strip(": "), product.evidence)
    for picture in kit.imagery:
        yield from _fragment("imagery", picture.value.caption, picture.evidence)


def _fragment(kind: FragmentKind, text: str, evidence: tuple[Evidence, ...]) -> Iterator[Fragment]:
    words = clean(text, LONGEST)
    if words:
        source = evidence[0] if evidence else Evidence(page="")
        yield Fragment(kind=kind, text=words, source=source)


def _of_pages(site: SiteReading) -> Iterator[Fragment]:
    """The paragraphs, items and quotes of the pages' main parts, as a person sees them."""
    for page in site.pages:
        for block in page.texts:
            speaks = block.own and block.region == "main" and block.role not in ("nav", "button", "link", "input")
            words = clean(block.text, LONGEST)
            if speaks and len(words.split()) >= _FEWEST_WORDS:
                yield Fragment(
                    kind="text", text=words, source=Evidence(page=page.address, place=block.place, quote=words[:300])
                )
