"""What was measured on a brand's pages, before anything is concluded from it.

Texts are visible ones, cleaned of invisible characters and cut to length; they are data and stay data. Boxes are in CSS
pixels of the page, colours as the browser computed them (`rgb(…)`, `oklch(…)`, `color(display-p3 …)`), untouched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

PageKind = Literal["home", "about", "product", "press", "blog", "contact", "other"]
ElementRole = Literal[
    "button",
    "link",
    "heading",
    "text",
    "nav",
    "header",
    "footer",
    "hero",
    "section",
    "card",
    "badge",
    "input",
    "body",
    "graphic",
]
"""What an element is. A `graphic` is one pair of fill and stroke of an inline SVG, as large as its shapes."""
Region = Literal["header", "main", "footer"]


@dataclass(frozen=True)
class Box:
    """A rectangle on the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def area(self) -> float:
        """Square CSS pixels."""
        return max(0.0, self.width) * max(0.0, self.height)


@dataclass(frozen=True)
class View:
    """How a page was looked at. `reader` says who looked: a browser, or the static reader that applies CSS itself."""

    width: int
    height: int
    scheme: Literal["light", "dark"]
    reader: Literal["browser", "static"] = "browser"


@dataclass(frozen=True)
class Element:
    """One visible element and its computed style. Empty strings where a property says nothing.

    `place` is a short selector for people. `painted` is the area that is really seen, on screen and not covered.
    `status` marks alerts and validation; `own` is false inside lists of partners, clients and embedded third parties.
    `ground` is the opaque colour that its background makes over all that lies below, empty where a picture or gradient
    decides it; `opacity` is the product of its own and all above it; `clipped_to_text` says that the background is
    seen through the letters only.
    """

    role: ElementRole
    tag: str
    place: str
    text: str
    box: Box
    painted: float
    region: Region
    colour: str
    background: str
    background_image: str
    border_colour: str
    border_width: float
    fill: str
    families: str
    weight: int
    size: float
    radius: float
    shadow: str
    padding: float
    status: bool = False
    own: bool = True
    ground: str = ""
    stroke: str = ""
    opacity: float = 1.0
    clipped_to_text: bool = False


@dataclass(frozen=True)
class FontFace:
    """A font that the page declares: its family as named there, its weight range, and where its files are.

    `real_family` is the name inside the font file, where the browser told it (`__Inter_a1b2c3` is really `Inter`).
    """

    family: str
    weight: str
    style: str
    sources: tuple[str, ...]
    same_site: bool
    loaded: bool
    real_family: str = ""


@dataclass(frozen=True)
class LogoCandidate:
    """Something that may be the logo. `markup` is the SVG itself where it stands in the page, else `source` its URL."""

    source: str
    markup: str
    place: str
    alternative: str
    box: Box | None
    region: Region
    links_home: bool
    hints: tuple[str, ...]
    kind: Literal["image", "svg", "background", "icon", "touch icon", "structured", "preview"]
    ground: str
    own: bool = True


@dataclass(frozen=True)
class PictureSample:
    """A picture on a page, with what stands there about it."""

    source: str
    alternative: str
    caption: str
    nearby: str
    box: Box
    width: int
    height: int
    hero: bool
    own: bool = True


@dataclass(frozen=True)
class TextBlock:
    """A run of visible text: a heading, paragraph, list item, quote, button or navigation entry."""

    text: str
    tag: str
    role: ElementRole
    region: Region
    place: str
    box: Box | None
    size: float
    own: bool = True
    status: bool = False


@dataclass(frozen=True)
class Link:
    """A link as written: an absolute address and its words."""

    address: str
    words: str
    region: Region


@dataclass(frozen=True)
class FilmSample:
    """A video that a page shows or names. Samples with the same `player`, which is not 0, are sources of one video.

    `background` says that it plays by itself, without sound and without end.
    """

    source: str
    poster: str
    kind: Literal["video", "preview", "stream"]
    player: int = 0
    background: bool = False


@dataclass(frozen=True)
class PageReading:
    """One page, looked at once."""

    address: str
    kind: PageKind
    view: View
    title: str
    language: str
    elements: tuple[Element, ...]
    texts: tuple[TextBlock, ...]
    logos: tuple[LogoCandidate, ...]
    pictures: tuple[PictureSample, ...]
    films: tuple[FilmSample, ...]
    links: tuple[Link, ...]
    fonts: tuple[FontFace, ...]
    variables: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    structured: tuple[dict[str, Any], ...] = ()
    screenshot: bytes = field(default=b"", repr=False)
    screenshot_scale: float = 1.0
    hidden_texts: int = 0
    overlays: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asset:
    """The bytes of a file that was fetched, with the type its own first bytes show."""

    address: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class SiteReading:
    """All that was read of one site. `assets` by address; `refusals` and `notes` are the account for a person."""

    address: str
    pages: tuple[PageReading, ...]
    assets: dict[str, Asset]
    refusals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    requests: int = 0
    received: int = 0
