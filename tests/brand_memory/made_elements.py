"""Elements as the reader would measure them, made in a line each, for tests of what is concluded from them."""

from __future__ import annotations

from typing import Any

from brand_memory.reading import Box, Element, LogoCandidate, PageReading, SiteReading, View

HOME = "https://lumen.example/"
_STYLE: dict[str, Any] = {
    "colour": "rgb(28, 31, 38)", "background": "rgba(0, 0, 0, 0)", "background_image": "", "border_colour": "",
    "border_width": 0.0, "fill": "", "families": "Inter, sans-serif", "weight": 400, "size": 16.0, "radius": 0.0,
    "shadow": "", "padding": 0.0,
}  # fmt: skip


def element(role: str, box: tuple[float, float, float, float], **more: Any) -> Element:
    """One element; what is not said is plain dark text on nothing."""
    place = Box(*box)
    given = {"tag": "div", "place": role, "text": "", "painted": place.area, "region": "main"} | _STYLE | more
    return Element(role=role, box=place, **given)  # type: ignore[arg-type]


def button(background: str, y: float = 400, x: float = 100, **more: Any) -> Element:
    """A filled call to action."""
    given = {"text": "Get started", "background": background, "colour": "rgb(255, 255, 255)", "padding": 24.0} | more
    return element("button", (x, y, 160, 48), **given)


def body(background: str = "rgb(255, 255, 255)", colour: str = "rgb(28, 31, 38)") -> Element:
    """The page itself."""
    return element("body", (0, 0, 1440, 3000), tag="body", background=background, colour=colour)


def paragraph(text: str = "A paragraph of some length that says how things are done here.", **more: Any) -> Element:
    """Running text."""
    return element("text", (100, 600, 700, 60), **({"tag": "p", "text": text} | more))


def heading(text: str = "What we make", **more: Any) -> Element:
    """A large heading."""
    return element("heading", (100, 500, 700, 60), **({"tag": "h2", "text": text, "size": 40.0, "weight": 700} | more))


def candidate(source: str = "", markup: str = "", **more: Any) -> LogoCandidate:
    """Something in the header that leads home."""
    given = {
        "place": "header > a", "alternative": "", "box": Box(40, 16, 120, 36), "region": "header", "links_home": True,
        "hints": (), "kind": "svg" if markup else "image", "ground": "",
    } | more  # fmt: skip
    return LogoCandidate(source=source, markup=markup, **given)  # type: ignore[arg-type]


def page(*elements: Element, address: str = HOME, kind: str = "home", **more: Any) -> PageReading:
    """A page in wide view and light colours that shows the elements."""
    empty = {"texts": (), "logos": (), "pictures": (), "films": (), "links": (), "fonts": ()}
    given = {"view": View(1440, 900, "light"), "title": "", "language": "en"} | empty | more
    return PageReading(address=address, kind=kind, elements=elements, **given)  # type: ignore[arg-type]


def site(*pages: PageReading, **more: Any) -> SiteReading:
    """A site of these pages."""
    return SiteReading(HOME, pages, more.pop("assets", {}), **more)
