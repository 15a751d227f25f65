"""The ways in which a site shows its logo, and the files that they need."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.brand.drawn_logos import DrawnLogo, draw_logo, rendered
from benchmarks.brand.sheets import Sheet
from benchmarks.brand.themes import Theme

Files = dict[str, tuple[str, bytes]]


@dataclass(frozen=True)
class Mark:
    """Markup of the logo in the header, the files it asks for, and the drawing that is true, on its ground."""

    markup: str
    files: Files
    drawing: DrawnLogo
    ground: str


def header_ground(theme: Theme) -> str:
    """The colour of the header."""
    palette = theme.palette
    dark = palette.surface if palette.dark else "#15171c"
    return {"light": palette.background, "band": palette.primary, "dark": dark}[theme.header]


def header_ink(theme: Theme) -> str:
    """The colour of letters in the header."""
    palette = theme.palette
    return {"light": palette.text, "band": palette.on_primary, "dark": "#ffffff"}[theme.header]


def mark(theme: Theme, sheet: Sheet) -> Mark:
    """The logo of a theme, delivered in its way."""
    palette = theme.palette
    ink = palette.on_primary if theme.header == "band" else palette.primary
    if theme.header == "dark" and palette.kind in ("neutral", "navy") and not palette.dark:
        ink = "#ffffff"
    kind = "mark" if theme.logo == "mark and text" else theme.logo_kind
    second = palette.on_primary if theme.header == "band" else palette.secondary
    drawing = draw_logo(theme.name, kind, ink, header_ink(theme), second, theme.number)
    height = 36
    width = round(drawing.width * height / drawing.height)
    name = theme.name.split()[0].lower()
    files: Files = {}
    box = f'width="{width}" height="{height}"'
    way = theme.logo
    if way in ("inline", "mark and text"):
        inside = drawing.svg(f'aria-label="{theme.name}"').replace(
            f'width="{drawing.width:g}" height="{drawing.height:g}"', box
        )
        if way == "mark and text":
            look = {"font-family": theme.heading.written, "font-size": "22px", "font-weight": "700"}
            look |= {"color": header_ink(theme), "margin": "0 0 0 10px"}
            inside += f"<span{sheet.style('brand text', look)}>{theme.name}</span>"
    elif way == "image":
        files[f"/{name}-logo.svg"] = ("image/svg+xml", drawing.svg().encode())
        inside = f'<img src="/{name}-logo.svg" alt="{theme.name}" {box}>'
    elif way == "picture":
        files["/media/a81f.png"] = ("image/png", rendered(drawing.svg(), 2 * width))
        inside = f'<img src="/media/a81f.png" alt="{theme.name if theme.number % 2 else ""}" {box}>'
    elif way == "background":
        files["/img/head.svg"] = ("image/svg+xml", drawing.svg().encode())
        look = {"display": "block", "width": f"{width}px", "height": f"{height}px"}
        look |= {
            "background-image": "url(/img/head.svg)",
            "background-size": "contain",
            "background-repeat": "no-repeat",
        }
        look |= {"text-indent": "-9999px", "overflow": "hidden"}
        inside = f"<span{sheet.style('brand picture', look)}>{theme.name}</span>"
    elif way == "sprite":
        inside = f'<svg {box} role="img" aria-label="{theme.name}"><use href="#s-{theme.number}"/></svg>'
    else:
        symbol = f'<symbol id="b" viewBox="0 0 {drawing.width:g} {drawing.height:g}">{drawing.inside}</symbol>'
        other = '<symbol id="x" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></symbol>'
        sheet_of_all = f'<svg xmlns="http://www.w3.org/2000/svg">{other}{symbol}</svg>'
        files["/sprite.svg"] = ("image/svg+xml", sheet_of_all.encode())
        inside = f'<svg {box} role="img"><title>{theme.name}</title><use href="/sprite.svg#b"/></svg>'
    look = {"display": "flex", "align-items": "center", "text-decoration": "none"}
    tag, link = ("a", ' href="/"') if theme.linked else ("div", "")
    markup = f"<{tag}{link}{sheet.style('brand', look)}>{inside}</{tag}>"
    return Mark(markup, files, drawing, header_ground(theme))


def hidden_sheet(theme: Theme, drawing: DrawnLogo) -> str:
    """The symbols that `sprite` logos stand in, hidden at the top of the page."""
    if theme.logo != "sprite":
        return ""
    symbol = (
        f'<symbol id="s-{theme.number}" viewBox="0 0 {drawing.width:g} {drawing.height:g}">{drawing.inside}</symbol>'
    )
    return f'<svg style="display:none" xmlns="http://www.w3.org/2000/svg">{symbol}</svg>'
