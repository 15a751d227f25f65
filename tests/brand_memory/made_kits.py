"""A brand kit made by hand, with files, for the tests of what keeps and shows kits."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw

from brand_memory.colour_values import parse, to_colour
from brand_memory.kit import (
    BrandKit,
    Colour,
    Contact,
    Evidence,
    Fact,
    Gradient,
    Lexicon,
    Logo,
    Messages,
    Palette,
    Picture,
    Product,
    Shape,
    StoredFile,
    Tone,
    Typeface,
)
from brand_memory.storage import FileStore

SITE = "https://lumen.example/"


def colour(text: str) -> Colour:
    tint = parse(text)
    assert tint
    return to_colour(tint)


def fact(value: Any, confidence: float = 0.8, page: str = SITE, **more: Any) -> Any:
    kind: Any = {"Colour": Fact[Colour], "str": Fact[str], "Typeface": Fact[Typeface], "Logo": Fact[Logo]}.get(
        type(value).__name__, Fact[type(value)]
    )
    seen = Evidence(page=page, place="main > h1", quote="as seen there", seen_at="2026-11-20T10:00:00+00:00", **more)
    return kind(value=value, confidence=confidence, evidence=(seen,))


def picture(width: int, height: int, shade: str, words: str = "") -> bytes:
    image = Image.new("RGB", (width, height), shade)
    draw = ImageDraw.Draw(image)
    draw.ellipse((width * 0.3, height * 0.2, width * 0.7, height * 0.8), fill="#f7d98b")
    draw.text((8, 8), words, fill="white")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def mark(shade: str) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 60" width="220" height="60"><circle cx="30" cy="30" '
        f'r="22" fill="{shade}"/><path d="M70 15h14v22h22v10H70z M116 15h12v20h18V15h12v32h-42z" fill="{shade}"/></svg>'
    ).encode()


def kit(files: FileStore, id_: str = "lumen", **changes: Any) -> BrandKit:
    """A kit of a site, every part of it filled; `changes` replace top-level parts."""

    def logo(name: str, ground: Any, shade: str) -> Any:
        stored: StoredFile = files.keep(mark(shade), name, "image/svg+xml")
        return fact(Logo(kind="combined", ground=ground, file=stored, width=220, height=60, colours=(colour(shade),)))

    photo = files.keep(picture(640, 400, "#324a6d", "studio"), "studio.png", "image/png")
    crop = files.keep(picture(320, 120, "#1a4fd6", "Order now"), "evidence.png", "image/png")
    parts: dict[str, Any] = {
        "id": id_,
        "name": fact("Lumen", 0.95),
        "address": SITE,
        "learned_at": "2026-11-20T10:00:00+00:00",
        "sources": (SITE,),
        "palette": Palette(
            primary=fact(colour("#1a4fd6"), 0.92, crop=crop),
            secondary=fact(colour("#0b1f3a"), 0.7),
            accents=(fact(colour("#ffb020"), 0.6), fact(colour("#1f9d74"), 0.5)),
            background=fact(colour("#ffffff"), 0.97),
            surface=fact(colour("#f3f5fa"), 0.8),
            text=fact(colour("#101522"), 0.95),
            gradients=(fact(Gradient(stops=((0.0, colour("#1a4fd6")), (1.0, colour("#1f9d74"))), angle=120.0), 0.6),),
        ),
        "heading": fact(Typeface(family="Manrope", category="sans", weights=(600, 800)), 0.9),
        "body": fact(Typeface(family="Source Sans Pro", category="sans", weights=(400, 600)), 0.85),
        "logos": (logo("lumen.svg", "light", "#1a4fd6"), logo("lumen-white.svg", "dark", "#ffffff")),
        "shape": fact(Shape(radius=10, spacing=16, shadow="0 2px 8px rgb(0 0 0 / 12%)", language="soft"), 0.8),
        "imagery": (
            fact(Picture(file=photo, width=640, height=400, caption="A desk lamp in morning light"), 0.7, crop=crop),
        ),
        "messages": Messages(
            headline=fact("Light that follows your day", 0.9),
            value_propositions=(fact("Calm light for long evenings"), fact("Built to be repaired for twenty years")),
            proof_points=(fact("12,000 desks in 31 countries", 0.7),),
            calls_to_action=(fact("Order now", 0.8), fact("See it in your room", 0.6)),
        ),
        "products": (
            fact(Product(name="Lumen One", price="189", currency="EUR", description="A lamp that follows daylight.")),
        ),
        "contacts": (fact(Contact(kind="email", value="hello@lumen.example")),),
        "tone": fact(
            Tone(
                words=820,
                sentence_words=11.5,
                sentence_deviation=4.2,
                exclamations=0.02,
                questions=0.04,
                emoji=0.0,
                person="you",
                reading_ease=71.0,
                described=("warm", "plain", "confident"),
            ),
            0.8,
        ),
        "lexicon": Lexicon(used=("daylight", "calm"), never=(), said={"Lumen": "LOO-men"}),
        "notes": ("The page /shop was not read: robots.txt forbids it.",),
    }
    return BrandKit(**{**parts, **changes})
