"""From what was read to what is known: one kit out of a site's pages, and out of files that a person gives."""

from __future__ import annotations

from collections.abc import Sequence

from brand_memory.cleaning import clean
from brand_memory.colours import palette
from brand_memory.contacts import contacts
from brand_memory.evidence import Witness
from brand_memory.imagery import pictures
from brand_memory.kit import BrandKit
from brand_memory.languages import language_of
from brand_memory.logos import read_marks
from brand_memory.messages import messages
from brand_memory.naming import unused_id
from brand_memory.passages import notes as notes_of
from brand_memory.products import products
from brand_memory.reading import SiteReading
from brand_memory.shapes import shape
from brand_memory.site_names import site_name
from brand_memory.storage import FileStore
from brand_memory.tone import lexicon, tone
from brand_memory.typefaces import typefaces

_MOST_NOTES = 40


def assemble(site: SiteReading, *, store: FileStore, name: str = "", id: str = "") -> BrandKit:
    """Everything that a site's reading tells of its brand, its files kept in `store`.

    A `name` given by a person is taken as confirmed. What can not be told is absent, and why it might be is in `notes`.
    """
    witness = Witness(site, store)
    called = site_name(site, witness, name)
    marks = read_marks(site, called.value, witness, store)
    heading, body = typefaces(site, witness, store)
    colours = palette(site, marks.colours, witness)
    notes = [*site.notes, *notes_of(site), *site.refusals, *(note for page in site.pages for note in page.notes)]
    notes += _gaps(colours.primary, marks.logos)
    dark = [page for page in site.pages if page.view.scheme == "dark"]
    if dark and _differs(site):
        notes.append("The site has a dark scheme of its own; the colours here are those of its light one.")
    if any(page.view.reader == "static" for page in site.pages):
        notes.append("Read without a browser: what scripts would draw was not seen, and sizes are estimates.")
    hidden = sum(page.hidden_texts for page in site.pages)
    if hidden:
        notes.append(f"{hidden} texts that nobody can see were left out.")
    return BrandKit(
        schema="brand/1",
        id=id or unused_id(called.value, ()),
        name=called,
        address=site.address,
        language=language_of((block.text for page in site.pages for block in page.texts), _declared(site)),
        learned_at=witness.seen_at,
        sources=tuple(dict.fromkeys(page.address for page in site.pages)),
        palette=colours,
        heading=heading,
        body=body,
        logos=marks.logos,
        favicon=marks.favicon,
        shape=shape(site, witness),
        imagery=pictures(site, store),
        messages=messages(site),
        products=products(site, store),
        contacts=contacts(site),
        tone=tone(site),
        lexicon=lexicon(site),
        notes=tuple(dict.fromkeys(clean(note, 300) for note in notes if note))[:_MOST_NOTES],
    )


def _gaps(primary: object, logos: Sequence[object]) -> list[str]:
    """What a person will miss in the kit and why."""
    found = []
    if primary is None:
        found.append("No colour stood out as the brand's own: choose one of the candidates.")
    if not logos:
        found.append("No logo could be told from the page: give a file of it.")
    return found


def _declared(site: SiteReading) -> str:
    return next((page.language for page in site.pages if page.language), "")


def _differs(site: SiteReading) -> bool:
    """Whether the home page stands on another ground in the dark scheme than in the light one."""
    grounds: dict[str, set[str]] = {"light": set(), "dark": set()}
    for page in site.pages:
        if page.kind == "home" and page.view.width >= site.pages[0].view.width:
            grounds[page.view.scheme] |= {e.ground or e.background for e in page.elements if e.role == "body"}
    return bool(grounds["dark"] - grounds["light"])
