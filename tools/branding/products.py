"""The brand's products where a scene's words name them: their name, price and picture, as its site states them.

A product is only shown where it is named. A price is shown where it is certain, and never beside another one.
"""

from __future__ import annotations

import re

from brand_memory.kit import Fact, Product, StoredFile
from renderers.picture_format import DESIGN_SHORT_SIDE
from tools.branding.material import CERTAIN, Material, Note, page_of, source, usable
from tools.storyboard import BrandSource, Scene

SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}
"""Currencies that are written by a sign before the amount; the others by their code after it."""
MOST_SHARE = 3
"""One scene in so many may become a product's: a programme is not a catalogue."""
_SHOWN = 0.65
"""The part of the frame's short side that a product's picture takes."""
_MOST_ENLARGED = 1.5
_PRICED = re.compile(r"[$€£¥]\s?\d|\d[\d.,]*\s?(?:[€£¥]|(?:euros?|dollars?|pounds?|EUR|USD|GBP|CHF)\b)")
_AMOUNT = re.compile(r"(?P<low>\d+(?:[.,]\d{1,2})?)(?:–(?P<high>\d+(?:[.,]\d{1,2})?))?")


def product_scenes(
    scenes: tuple[Scene, ...], material: Material, *, verbatim: bool
) -> tuple[tuple[Scene, ...], list[BrandSource], list[Note]]:
    """`scenes` with what the brand's site states of the products that their words name.

    What a product scene says for itself stays. A presenter's scene that names a product with a picture becomes a
    product scene, each product's once, but not the first one that is spoken, none beside another product, none of a
    `verbatim` script and none with a background of its own.
    """
    products = [fact for fact in material.kit.products if usable(fact) and _distinct(fact.value, material)]
    products.sort(key=lambda fact: -len(fact.value.name))
    made, sources, notes = list(scenes), list[BrandSource](), list[Note]()
    spoken = [number for number, scene in enumerate(scenes) if scene.lines]
    used: set[str] = set()
    for number, scene in enumerate(scenes):
        fact = next((fact for fact in products if _names(scene, fact.value.name)), None)
        if fact is None:
            continue
        found = _filled(scene, fact, material)
        if scene.layout != "product":
            beside = any(made[at].layout == "product" for at in (number - 1, number + 1) if 0 <= at < len(made))
            if verbatim or beside or number in spoken[:1] or fact.value.name in used or not _may_become(scene, found):
                continue
            if sum(one.layout == "product" for one in made) >= max(1, len(spoken) // MOST_SHARE):
                continue
        if found == scene:
            continue
        made[number] = found.changed(layout="product")
        used.add(fact.value.name)
        told = found.content
        for field, value in (("name", told.name), ("price", told.price), ("picture", fact.value.name)):
            if getattr(told, field) != getattr(scene.content, field):
                sources.append(source(f"scenes.{scene.id}.content.{field}", "product", value, fact))
        page = page_of(fact)
        notes.append(
            Note(f"Scene {scene.id} shows “{fact.value.name}”{f', as {page} states it' if page else ''}.", scene.id)
        )
    return tuple(made), sources, notes


def price_of(product: Product) -> str:
    """The price as it is written on a picture (`€49`, `from $12.50`, `90 CHF`); empty where none is stated plainly."""
    match = _AMOUNT.fullmatch(product.price.strip())
    code = product.currency.strip().upper()
    if match is None or not code:
        return ""
    amount = re.sub(r"[.,]00$", "", match["low"]).replace(",", ".")
    sign = SIGNS.get(code)
    shown = f"{sign}{amount}" if sign else f"{amount} {code}"
    return f"from {shown}" if match["high"] else shown


def _filled(scene: Scene, fact: Fact[Product], material: Material) -> Scene:
    """`scene` with the name, price and picture of a product where it has none of its own."""
    product, content = fact.value, scene.content
    fields: dict[str, str] = {}
    if not content.name:
        fields["name"] = product.name[:120]
    price = price_of(product)
    if price and usable(fact, CERTAIN) and not content.price and not _PRICED.search(_words(scene)):
        fields["price"] = price
    if product.picture and not content.picture and _showable(product.picture, material):
        fields["picture"] = material.place(product.picture)
    return scene.changed(content=content.changed(**fields)) if fields else scene


def _may_become(scene: Scene, filled: Scene) -> bool:
    plain = scene.layout == "presenter" and not scene.background.family and not scene.background.picture
    lasting = bool(scene.lines) and not all(line.optional for line in scene.lines)
    return plain and lasting and bool(filled.content.picture) and not scene.presenter_place


def _showable(file: StoredFile, material: Material) -> bool:
    longest = max(material.sides(file))
    large = not longest or _SHOWN * DESIGN_SHORT_SIDE / longest <= _MOST_ENLARGED
    return large and material.legible(file, "picture")


def _distinct(product: Product, material: Material) -> bool:
    """Whether to name the product is not the same as to name the brand."""
    return product.name.strip().casefold() != material.kit.name.value.strip().casefold()


def _names(scene: Scene, name: str) -> bool:
    """Whether the scene's words name a product. A name of one word counts as it is written and within a sentence:
    what begins one may be any word.
    """
    if scene.content.name.strip().casefold() == name.strip().casefold():
        return True
    words = _words(scene)
    if len(name.split()) > 1:
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words)
    return name != name.lower() and any(re.search(r"[\w,;–—-]\s+$", words[: match.start()]) for match in found)


def _words(scene: Scene) -> str:
    """What is read and said, a part a line."""
    said = (line.text for line in scene.lines)
    parts = (scene.heading, scene.subtitle, scene.content.name, scene.content.detail, *said)
    return "\n".join(part for part in parts if part)
