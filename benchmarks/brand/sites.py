"""Whole sites of made-up brands: four pages each, with styles, fonts, pictures, and the traps of their theme."""

from __future__ import annotations

import io
import json
import random
from dataclasses import dataclass

from benchmarks.brand.blocks import Blocks
from benchmarks.brand.brand_marks import Files, Mark, header_ground, header_ink, hidden_sheet, mark
from benchmarks.brand.drawn_logos import partners
from benchmarks.brand.made_fonts import web_font
from benchmarks.brand.overlays import banner, chat_bubble, consent_frame
from benchmarks.brand.sheets import Sheet
from benchmarks.brand.themes import Theme, Typography

PAGES = {"/": "home", "/about": "about", "/products": "products", "/blog": "blog"}
_LIE = "#7fff00"
"""A colour that lying statements name and nobody sees."""


@dataclass(frozen=True)
class Site:
    """The files of a site by path, and the true drawing of its logo."""

    theme: Theme
    files: Files
    mark: Mark


def build_site(theme: Theme) -> Site:
    """The site of a theme; the same bytes every time."""
    files: Files = {}
    shown = mark(theme, Sheet(theme.dialect, theme.number))
    files |= shown.files
    for typography in {theme.heading, theme.body}:
        files |= _fonts(typography)
    for path in PAGES:
        files[path] = ("text/html; charset=utf-8", _page(theme, path, files).encode())
    for at, (_, logo) in enumerate(partners(theme.number)):
        files[f"/partner-{at}.svg"] = ("image/svg+xml", logo.svg().encode())
    for at in (1, 2, 3):
        files[f"/photo-{at}.jpg"] = ("image/jpeg", _photo(theme.number * 10 + at))
    icon = shown.drawing.inside if shown.drawing.width <= 40 else ""
    if icon:
        files["/favicon.svg"] = ("image/svg+xml", shown.drawing.svg().encode())
    files["/consent-frame"] = ("text/html", consent_frame().encode())
    colour = _LIE if theme.lies else theme.palette.primary
    manifest = {"name": theme.name, "theme_color": colour, "background_color": "#ffffff"}
    files["/site.webmanifest"] = ("application/manifest+json", json.dumps(manifest).encode())
    files["/robots.txt"] = ("text/plain", b"User-agent: *\nAllow: /\n")
    return Site(theme, files, shown)


def _page(theme: Theme, path: str, files: Files) -> str:
    sheet = Sheet(theme.dialect, theme.number)
    blocks = Blocks(theme, sheet)
    palette = theme.palette
    own = mark(theme, sheet)
    above = [blocks.promotion()] if theme.promotion else []
    parts = [*above, _header(theme, sheet, blocks, own), *_middle(theme, blocks, path), _footer(theme, sheet, blocks)]
    body = {"margin": "0", "background-color": palette.background}
    if theme.dialect != "utility":
        body |= {"color": palette.text, "font-family": theme.body.written}
    sheet.rule("body", body)
    faces = "".join(_face(typography) for typography in sorted({theme.heading, theme.body}, key=lambda t: t.written))
    css = sheet.css()
    if theme.schemes:
        css += _dark(theme, sheet)
    if theme.lies:
        css += f":root{{--primary:{_LIE};--brand-color:{_LIE};--color-primary-500:{_LIE}}}"
        css += f".foreground-primary{{color:{_LIE}}}"
    if theme.dialect == "press":
        css += ":root{--wp--preset--color--vivid-red:#cf2e2e;--wp--preset--color--vivid-cyan-blue:#0693e3}"
    if theme.dialect == "components":
        css += ":root{--bs-blue:#0d6efd;--bs-primary:#0d6efd;--bs-success:#198754}"
    title = theme.name if path == "/" else f"{path.strip('/').title()} | {theme.name}"
    head = [
        f"<title>{title}</title>",
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="theme-color" content="{_LIE if theme.lies else palette.primary}">',
        '<link rel="manifest" href="/site.webmanifest">',
        f"<style>{faces}</style>",
    ]
    if theme.number % 3:
        head.append(f'<meta property="og:site_name" content="{theme.name}">')
    if theme.number % 4 == 0:
        data = {"@context": "https://schema.org", "@type": "Organization", "name": theme.name, "url": "/"}
        head.append(f'<script type="application/ld+json">{json.dumps(data)}</script>')
    extra = (chat_bubble() if theme.banner else "") + banner(theme.banner)
    if theme.dialect == "app":
        state = json.dumps({"html": "".join(parts), "css": css})
        files[f"/data{path.rstrip('/') or '/home'}.json"] = ("application/json", state.encode())
        return _document(head, _app(path), extra)
    if theme.dialect == "shadow":
        return _document([*head, f"<style>{css}</style>"], _components(theme, parts, css), extra)
    files["/main.css"] = ("text/css", css.encode())
    files[f"/{path.strip('/') or 'home'}.css"] = ("text/css", css.encode())
    link = f'<link rel="stylesheet" href="/{path.strip("/") or "home"}.css">'
    return _document([*head, link], "".join(parts), extra)


def _document(head: list[str], body: str, extra: str) -> str:
    return f'<!doctype html><html lang="en"><head>{"".join(head)}</head><body>{body}{extra}</body></html>'


def _app(path: str) -> str:
    """A page that draws itself from data, a moment after it has loaded."""
    name = f"/data{path.rstrip('/') or '/home'}.json"
    return (
        '<div id="root"><div style="height:400px;background:#eceff1"></div></div><script>'
        f"fetch('{name}').then(r=>r.json()).then(s=>setTimeout(()=>{{"
        "const t=document.createElement('style');t.textContent=s.css;document.head.append(t);"
        "document.getElementById('root').innerHTML=s.html},250))</script>"
    )


def _components(theme: Theme, parts: list[str], css: str) -> str:
    """Each part in an open shadow root of its own, declared in the markup or attached by a script."""
    found = []
    for at, part in enumerate(parts):
        inside = f"<style>{css}</style>{part}"
        if theme.number % 2:
            found.append(f'<x-part><template shadowrootmode="open">{inside}</template></x-part>')
        else:
            text = json.dumps(inside).replace("</", "<\\/")
            found.append(
                f'<x-part id="x{at}"></x-part><script>document.getElementById("x{at}").attachShadow({{mode:"open"}})'
                f".innerHTML={text}</script>"
            )
    return "".join(found)


def _header(theme: Theme, sheet: Sheet, blocks: Blocks, own: Mark) -> str:
    look = {"display": "flex", "align-items": "center", "justify-content": "space-between", "padding": "16px 8vw"}
    look["background-color"] = header_ground(theme)
    ink = header_ink(theme)
    entry = {"color": ink, "text-decoration": "none", "font-size": "15px", "padding": "8px 12px"}
    entry["font-family"] = theme.body.written
    links = "".join(
        f'<a href="{path}"{sheet.style("entry", entry)}>{name.title()}</a>'
        for path, name in PAGES.items()
        if path != "/"
    )
    nav = f"<{blocks.tag('nav')}>{links}</{blocks.tag('nav')}>"
    action = blocks.button("Contact", on_brand=theme.header == "band") if theme.number % 3 else ""
    tag = blocks.tag("header")
    return f"{hidden_sheet(theme, own.drawing)}<{tag}{sheet.style('top', look)}>{own.markup}{nav}{action}</{tag}>"


def _middle(theme: Theme, blocks: Blocks, path: str) -> list[str]:
    palette = theme.palette
    names = ["Morning set", "Field notes", "Weekender"]
    if path == "/":
        parts = [blocks.alert()] if theme.alert else []
        parts += [blocks.hero(f"{theme.name.split()[0]} makes it simple")]
        parts += [blocks.section(blocks.heading(2, "What we make") + blocks.cards(names))]
        if theme.wall:
            parts.append(blocks.wall())
        if theme.crowded:
            parts.append(blocks.crowd())
        if theme.illustration:
            parts.append(blocks.section(blocks.heading(2, "How it works") + blocks.illustration() + blocks.words(2)))
        parts.append(blocks.section(blocks.heading(2, "Our story") + blocks.words(3, link=True), palette.surface))
        parts.append(blocks.section(blocks.heading(2, "Ready when you are") + blocks.button("Get in touch")))
        return parts
    if path == "/about":
        inside = (
            blocks.heading(1, "About us")
            + blocks.words(4)
            + blocks.words(4, palette.muted)
            + blocks.words(3, link=True)
        )
        band = blocks.heading(2, "Join us", palette.on_primary) + blocks.button("See open roles", on_brand=True)
        ground = palette.primary if theme.number % 3 == 0 else palette.surface
        if ground != palette.primary:
            band = blocks.heading(2, "Join us") + blocks.button("See open roles")
        return [blocks.section(inside), blocks.section(band, ground)]
    if path == "/products":
        wall = [blocks.wall()] if theme.wall else []
        return [
            blocks.section(
                blocks.heading(1, "Products") + blocks.cards([*names, "Long haul", "Night shift", "Tool roll"])
            ),
            *wall,
        ]
    posts = "".join(
        blocks.heading(2, title) + blocks.words(3, link=True) for title in ("A quiet year", "On repair", "Hello")
    )
    return [
        blocks.section(
            blocks.heading(1, "Journal") + posts + '<p><img src="/photo-3.jpg" alt="A workshop" width="640"></p>'
        )
    ]


def _footer(theme: Theme, sheet: Sheet, blocks: Blocks) -> str:
    palette = theme.palette
    ground = {"dark": "#14161b", "band": palette.primary, "light": palette.surface}[theme.footer]
    ink = {"dark": "#d6d8de", "band": palette.on_primary, "light": palette.muted}[theme.footer]
    look = {"background-color": ground, "padding": "48px 8vw"}
    words = {"color": ink, "font-family": theme.body.written, "font-size": "14px", "margin": "0"}
    tag = blocks.tag("footer")
    said = f"<p{sheet.style('small', words)}>\u00a9 2026 {theme.name}. All rights reserved.</p>"
    return f"<{tag}{sheet.style('bottom', look)}>{said}</{tag}>"


def _dark(theme: Theme, sheet: Sheet) -> str:
    """A dark scheme for those who ask for it."""
    palette = theme.palette
    turned = {
        palette.background: "#0c0e13",
        palette.surface: "#181b22",
        palette.text: "#f2f3f5",
        palette.muted: "#a3a8b4",
    }
    rules = ";".join(f"{name}:{turned[value]}" for name, value in sheet.variables.items() if value in turned)
    body = "body{background:#0c0e13 !important;color:#f2f3f5 !important}"
    return f"@media (prefers-color-scheme: dark){{:root{{{rules}}}{body}}}"


def _fonts(typography: Typography) -> Files:
    if not typography.served:
        return {}
    name = typography.served.replace(" ", "-").lower().strip("_")
    files: Files = {}
    for bold in (False, True):
        content = web_font(typography.family, typography.base, bold=bold)
        files[f"/fonts/{name}-{'700' if bold else '400'}.woff2"] = ("font/woff2", content)
    if "Figures Only" in typography.written:
        files["/fonts/figures.woff2"] = ("font/woff2", web_font("Figures Only", "Hanken", letters="0123456789.,"))
    return files


def _face(typography: Typography) -> str:
    if not typography.served:
        return ""
    name = typography.served.replace(" ", "-").lower().strip("_")
    css = "".join(
        f"@font-face{{font-family:'{typography.served}';font-weight:{weight};font-display:swap;"
        f"src:url(/fonts/{name}-{weight}.woff2) format('woff2')}}"
        for weight in ("400", "700")
    )
    if typography.served.startswith("__"):
        fallback = typography.written.split(",")[1].strip().strip("'")
        css += f"@font-face{{font-family:'{fallback}';src:local('Arial');size-adjust:104%}}"
    if "Figures Only" in typography.written:
        css += (
            "@font-face{font-family:'Figures Only';unicode-range:U+30-39;src:url(/fonts/figures.woff2) format('woff2')}"
        )
    return css


def _photo(seed: int) -> bytes:
    """A picture that looks like a photograph to a histogram: soft blobs in natural colours."""
    from PIL import Image, ImageDraw, ImageFilter

    dice = random.Random(f"photo {seed}")
    picture = Image.new("RGB", (960, 640), (dice.randrange(60, 200), dice.randrange(60, 190), dice.randrange(50, 180)))
    brush = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y, size = dice.randrange(960), dice.randrange(640), dice.randrange(40, 240)
        brush.ellipse((x - size, y - size, x + size, y + size), fill=tuple(dice.randrange(30, 230) for _ in range(3)))
    held = io.BytesIO()
    picture.filter(ImageFilter.GaussianBlur(24)).save(held, "JPEG", quality=80)
    return held.getvalue()
