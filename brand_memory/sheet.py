"""The brand sheet: one page that shows a kit to people, complete in itself. It asks nothing of any other machine."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from brand_memory.colour_values import parse
from brand_memory.exporting import readable_on
from brand_memory.kit import BrandKit, Clip, Colour, Fact, Logo, Typeface
from brand_memory.sheet_facts import (
    contacts,
    evidence,
    films,
    imagery,
    messages,
    products,
    voice,
)
from brand_memory.sheet_looks import colour_section, logos, shape, typography
from brand_memory.sheet_pictures import Pictures, css_stack
from brand_memory.storage import FileStore

Still = Callable[[Clip], bytes | None]
_STYLE = Path(__file__).with_name("sheet.css")
_LONG_HEADLINE = 44


def sheet(kit: BrandKit, files: FileStore, still: Still = lambda clip: None) -> str:
    """The page as HTML, readable on screen in light and dark, and printed.

    Pictures are scaled down and stand in the page itself; `still` makes a picture of a clip. Nothing from outside gets
    into it but escaped text, pictures drawn anew, and drawings that were made safe when they were kept.
    """
    pictures = Pictures(files)
    sections = [
        colour_section(kit),
        typography(kit),
        logos(kit, pictures),
        shape(kit),
        messages(kit),
        voice(kit),
        imagery(kit, pictures),
        films(kit, pictures, still),
        products(kit),
        contacts(kit),
        evidence(kit, pictures),
    ]
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{escape(kit.name.value)}: brand sheet</title>
<style>
{_STYLE.read_text(encoding="utf-8")}
{_faces(kit, pictures)}
</style>
</head>
<body>
{_header(kit, pictures)}
<main>
{"".join(sections)}
</main>
{_footer(kit)}
</body>
</html>
"""


def _header(kit: BrandKit, pictures: Pictures) -> str:
    palette = kit.palette
    ground = _value(palette.primary) or _value(palette.text)
    shade = ground.hex if ground else "#17181a"
    tint = parse(shade)
    ink = readable_on(tint) if tint else "#ffffff"
    said = kit.messages.headline
    headline = said.value if said and said.status != "rejected" else kit.name.value
    long = " long" if len(headline) > _LONG_HEADLINE else ""
    site = escape(kit.address.removeprefix("https://").removeprefix("http://").rstrip("/"))
    day = escape(kit.learned_at[:10])
    return f"""<header>
<div class="top"><span>{escape(kit.name.value)}</span><span>{site}</span>
<span>Version {kit.version}{f", {day}" if day else ""}</span></div>
<div class="hero{long}" style="background:{shade};color:{ink}">
<div class="logo">{_logo(kit, pictures, dark=ink == "#ffffff")}</div>
<h1>{escape(headline)}</h1>
</div>
{_bar(kit)}
</header>"""


def _logo(kit: BrandKit, pictures: Pictures, *, dark: bool) -> str:
    """The variant of the logo that is made for the ground it stands on; else the name."""
    wanted = "dark" if dark else "light"
    fits = [f.value for f in kit.logos if f.status != "rejected" and f.value.ground in (wanted, "any")]
    best: Logo | None = next((logo for logo in fits if logo.ground == wanted), None)
    picture = pictures.image(best.file, 600, kit.name.value) if best else ""
    return picture or f"<span>{escape(kit.name.value)}</span>"


def _bar(kit: BrandKit) -> str:
    """The palette in one glance, each colour by how much of a page it usually fills."""
    palette = kit.palette
    shares = [
        (palette.background, 30),
        (palette.surface, 16),
        (palette.primary, 22),
        (palette.secondary, 12),
        *((accent, 6) for accent in palette.accents[:3]),
        (palette.text, 14),
    ]
    parts = [
        f'<i style="flex:{share};background:{fact.value.hex}"></i>'
        for fact, share in shares
        if fact and fact.status != "rejected"
    ]
    return f'<div class="bar" aria-hidden="true">{"".join(parts)}</div>' if parts else ""


def _faces(kit: BrandKit, pictures: Pictures) -> str:
    """The brand's typefaces for the page: its own fonts where it serves them, else what is installed."""
    rules: list[str] = []
    names = {}
    for role, fact in (("heading", kit.heading), ("body", kit.body)):
        face: Typeface | None = fact.value if fact and fact.status != "rejected" else None
        names[role] = css_stack(face)
        if face:
            rules += pictures.font_faces(face)
    weights = kit.heading.value.weights if kit.heading else ()
    rules.append(
        f":root {{ --heading: {names['heading']}; --body: {names['body']}; "
        f"--heading-weight: {max(weights, default=700)}; }}"
    )
    return "\n".join(rules)


def _footer(kit: BrandKit) -> str:
    notes = "".join(f"<p>{escape(note)}</p>" for note in kit.notes)
    sources = ", ".join(kit.sources[:12]) + (" …" if len(kit.sources) > 12 else "")
    read = f"<p>Read: {escape(sources)}</p>" if sources else ""
    return f"<footer><div>{read}{notes}</div></footer>" if read or notes else "<footer></footer>"


def _value(fact: Fact[Colour] | None) -> Colour | None:
    return fact.value if fact and fact.status != "rejected" else None
