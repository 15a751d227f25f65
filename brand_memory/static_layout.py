"""A page laid out without a browser, roughly: every block as wide as it may be, as high as its words need, in order."""

from __future__ import annotations

import re
from typing import Any

from lxml.html import HtmlElement

from brand_memory.overlay_wording import says
from brand_memory.static_attributes import stated_looks
from brand_memory.static_styles import Style, channels, compute
from brand_memory.style_sheets import StyleSheets

_SILENT = frozenset("script style template noscript head option meta link title svg iframe object textarea".split())
_BLOCKS = frozenset("h1 h2 h3 h4 h5 h6 p li blockquote dt dd figcaption button label td th summary address pre".split())
_MOST_NODES, _DEEPEST, _MOST_TEXTS, _MOST_ELEMENTS = 20_000, 120, 400, 900
_SPACE = 4.0
"""Pixels between two things on one line."""
_PARTNERS = re.compile(
    r"trusted by|used by|loved by|backed by|as seen (?:in|on)|featured in|our (?:partners|clients|customers|investors)|"
    r"unsere (?:kunden|partner)|vertrauen uns|bekannt aus|font confiance|nos (?:partenaires|clients)|confían en|"
    r"nuestros clientes|i nostri clienti|onze klanten|zaufali nam|nossos clientes",
    re.IGNORECASE,
)
_STATUS = re.compile(r"(?:^|[-_ ])(?:alert|toast|error|success|warning|danger|invalid|notification)(?:$|[-_ ])", re.I)
_NETWORKS = re.compile(
    r"//(?:[\w-]+\.)?(?:facebook|instagram|linkedin|twitter|x|youtube|tiktok|pinterest|github|xing|apps\.apple|"
    r"play\.google)\.com/",
    re.IGNORECASE,
)


class StaticPage:
    """One page laid out; `elements` and `texts` are what can be seen of it, in the words of the browser's probe."""

    def __init__(self, root: HtmlElement, sheets: StyleSheets, base: str) -> None:
        self.root, self.sheets, self.base = root, sheets, base
        self.elements: list[dict[str, Any]] = []
        self.texts: list[dict[str, Any]] = []
        self.overlays: list[str] = []
        self.boxes: dict[HtmlElement, dict[str, float]] = {}
        self.styles: dict[HtmlElement, Style] = {}
        self.grounds: dict[HtmlElement, str] = {}
        self.foreign: set[HtmlElement] = set()
        self.regions: dict[HtmlElement, str] = {}
        self.variables: dict[str, str] = {}
        body = root.find("body")
        self.link_colour = (body.get("link") or "") if body is not None else ""
        self.top: HtmlElement | None = None
        self.hidden = self.nodes = 0
        self.capped = False

    def lay_out(self) -> None:
        """Walk the page once, from its top to its end."""
        first = Style(colour="rgb(0, 0, 0)")
        style = compute(self.sheets.declared(self.root), "html", first)
        self.styles[self.root] = style
        ground = channels(style.background)
        opaque = ground is not None and ground[3] > 0
        self.grounds[self.root] = style.background if opaque else "rgb(255, 255, 255)"
        self.variables = {name: value for name, value in style.variables.items() if len(value) <= 200}
        body = self.root.find("body")
        if body is not None:
            self._place(body, style, 0.0, self.sheets.view.width, 0)

    def _place(self, element: HtmlElement, above: Style, y: float, width: float, depth: int) -> float:
        """Lay one element out at `y`; its height."""
        self.nodes += 1
        if self.nodes > _MOST_NODES or depth > _DEEPEST or not isinstance(element.tag, str):
            self.capped = self.capped or self.nodes > _MOST_NODES
            return 0.0
        tag = element.tag.lower()
        style = compute({**stated_looks(element, self.link_colour), **self.sheets.declared(element)}, tag, above)
        self.styles[element] = style
        if depth == 0:
            self._find_regions(element)
            self.variables |= {name: value for name, value in style.variables.items() if len(value) <= 200}
        if tag in _SILENT and tag != "svg":
            return 0.0
        words = " ".join(element.text_content().split()) if tag != "svg" else ""
        unseen = not style.shown or not style.visible or style.away or style.opacity < 0.15
        if style.replaced and style.shown and style.visible and (style.mask or "url(" in style.image):
            self._stand_in(element, tag, style, y, width)
            return style.height
        if unseen or element.get("hidden") is not None or self._is_overlay(element, style, words):
            self.hidden += bool(unseen and re.search(r"\w{3}", words))
            return 0.0
        self.regions[element] = self._region(element, tag)
        self._mark_foreign(element, words)
        self.grounds[element] = self._ground(element, style)
        box = {"x": 0.0, "y": y, "width": width, "height": 0.0}
        self.boxes[element] = box
        at, told = len(self.elements), len(self.texts)
        height = 0.0
        own = " ".join(" ".join([element.text or "", *(child.tail or "" for child in element)]).split())
        if tag in ("img", "svg", "video"):
            box["width"], box["height"] = _stated_size(element, tag, style)
            height = box["height"]
        else:
            lines = 1 + len(own) * style.size * 0.5 / max(width - 2 * style.padding, 80) if own else 0.0
            height = 2 * min(style.padding, 60.0) + int(lines) * style.size * 1.5
            line = across = 0.0
            for child in element:
                inner = self._place(child, style, y + height, width, depth + 1)
                if child in self.boxes and self._covers(child):
                    # What came before it in the same box lies under it.
                    self.hidden += len(self.texts[told:])
                    del self.texts[told:], self.elements[at:]
                inline = child in self.styles and self.styles[child].inline
                if inline and child in self.boxes:
                    self.boxes[child]["x"] = across
                    across += self.boxes[child]["width"] + _SPACE
                elif child in self.boxes:
                    across = 0.0
                line = max(line, inner) if inline else line
                height += 0.0 if inline else inner
            height += line if not own else 0.0
            if style.inline or tag == "button":
                box["width"] = min(width, len(words) * style.size * 0.52 + 2 * style.padding)
        box["height"] = height
        self._keep(element, tag, style, box, own, words, at)
        return height

    def _stand_in(self, element: HtmlElement, tag: str, style: Style, y: float, width: float) -> None:
        """Keep the place of a picture that stands for an element's own words, which nobody sees."""
        self.regions[element] = self._region(element, tag)
        self.grounds[element] = self.grounds.get(element.getparent(), "rgb(255, 255, 255)")
        wide, high = style.width or min(width, 200.0), style.height or 40.0
        self.boxes[element] = {"x": 0.0, "y": y, "width": wide, "height": high}

    def _find_regions(self, body: HtmlElement) -> None:
        """Take for the header what opens a page that marks none: the first short part with links, or one to home."""
        if any(e.tag == "header" or e.get("role") == "banner" for e in body.iter()):
            return
        for element in body.iter("div", "nav", "table", "ul", "section"):
            links = [link for link in element.iter("a") if link.get("href")]
            words = len(" ".join(str(element.text_content()).split()))
            if len(links) >= 2 and words < 60 * len(links) and element.find(".//h2") is None:
                self.top = element
                return
            if words > 200 and not links:
                return

    def _covers(self, element: HtmlElement) -> bool:
        """Whether nothing under it can be seen: opaque, without words of its own, as large as what it lies in."""
        style, ground = self.styles[element], channels(self.styles[element].background)
        opaque = ground is not None and ground[3] >= 0.95 and style.opacity > 0.95
        return style.covers and opaque and not element.text_content().strip()

    def _keep(
        self, element: HtmlElement, tag: str, style: Style, box: dict[str, float], own: str, words: str, at: int
    ) -> None:
        legible = self._is_legible(element, style)
        if own and not legible:
            self.hidden += 1
        if tag == "svg":
            self.elements += self._drawn(element, style, box)
            return
        button = self._is_button(element, tag, style, words)
        role = self._role(element, tag, style, box, own, words, button)
        shaped = style.background != "rgba(0, 0, 0, 0)" or style.image or style.border_width or style.shadow
        part = role in ("body", "header", "footer", "nav", "button", "link", "section")
        if ((own and legible) or shaped or part) and len(self.elements) < _MOST_ELEMENTS:
            seen = words if legible or not own else ""
            self.elements.insert(at, self._element(element, tag, style, box, role, seen))
        block = tag in _BLOCKS or tag == "a" or (own and not style.inline)
        if block and legible and words and len(self.texts) < _MOST_TEXTS and not self._inside_text(element):
            told = words if tag in _BLOCKS or tag == "a" else own
            place = {
                key: self._element(element, tag, style, box, role, words)[key] for key in ("place", "region", "own")
            }
            self.texts.append({"text": told, "tag": tag, "role": role, "box": box, "size": style.size, **place})

    def _drawn(self, element: HtmlElement, style: Style, box: dict[str, float]) -> list[dict[str, Any]]:
        """The colours of a drawing: one graphic for each fill or stroke that its shapes state or inherit."""
        found: dict[tuple[str, str], int] = {}
        for shape in list(element.iterdescendants("path", "rect", "circle", "ellipse", "polygon", "line", "text"))[
            :200
        ]:
            own = compute(self.sheets.declared(shape) | _attributes(shape), "svg", style)
            pair = (own.fill or "rgb(0, 0, 0)", own.stroke)
            found[pair] = found.get(pair, 0) + 1
        one = self._element(element, "svg", style, box, "graphic", "")
        whole = sum(found.values())
        return [
            {**one, "fill": fill, "stroke": stroke, "painted": one["painted"] * count / whole}
            for (fill, stroke), count in list(found.items())[:12]
        ]

    def _inside_text(self, element: HtmlElement) -> bool:
        """Whether its words stand in a block whose words are told as a whole."""
        above = element.getparent()
        return above is not None and (
            any(isinstance(up.tag, str) and up.tag in _BLOCKS and up.tag != "li" for up in element.iterancestors())
            or (element.tag == "a" and bool((above.text or "").strip()))
        )

    def _element(
        self, element: HtmlElement, tag: str, style: Style, box: dict[str, float], role: str, words: str
    ) -> dict[str, Any]:
        told = role in ("button", "link", "heading", "badge", "text")
        return {
            "role": role, "tag": tag, "place": place_of(element), "box": box, "text": words[:160] if told else "",
            "painted": box["width"] * box["height"], "region": self.regions.get(element, "main"),
            "colour": style.colour, "background": style.background, "backgroundImage": style.image,
            "borderColour": style.border_colour, "borderWidth": style.border_width, "families": style.families,
            "weight": style.weight, "size": style.size, "radius": style.radius, "shadow": style.shadow,
            "padding": style.padding, "status": self._is_status(element), "own": self.is_own(element),
            "ground": self.grounds.get(element, ""), "opacity": style.opacity,
            "fill": style.fill if tag == "svg" else "", "stroke": style.stroke if tag == "svg" else "",
        }  # fmt: skip

    def is_own(self, element: HtmlElement) -> bool:
        """Whether it is the brand's own, and not in a wall of partners or a link to a network."""
        return element not in self.foreign and not any(up in self.foreign for up in element.iterancestors())

    def _region(self, element: HtmlElement, tag: str) -> str:
        above = element.getparent()
        inherited = self.regions.get(above, "main") if above is not None else "main"
        if inherited != "main":
            return inherited
        inside = any(up.tag in ("article", "section", "main") for up in element.iterancestors())
        if (tag == "header" and not inside) or element.get("role") == "banner" or element is self.top:
            return "header"
        return "footer" if (tag == "footer" and not inside) or element.get("role") == "contentinfo" else "main"

    def _mark_foreign(self, element: HtmlElement, words: str) -> None:
        if element.tag == "a" and _NETWORKS.search(element.get("href") or ""):
            self.foreign.add(element)
        marks = len(element.findall(".//img")) + len(element.findall(".//svg"))
        if marks >= 3 and len(words) < 200 + 60 * marks and _PARTNERS.search(words[:120]) and element.tag != "body":
            self.foreign.add(element)

    def _is_overlay(self, element: HtmlElement, style: Style, words: str) -> bool:
        floating = style.position in ("fixed", "sticky") or element.get("role") in ("dialog", "alertdialog")
        named = " ".join([element.get("id") or "", element.get("class") or ""])
        holds_page = element.tag in ("body", "main", "header", "article") or any(
            element.find(f".//{tag}") is not None for tag in ("h1", "main", "nav")
        )
        if holds_page or not words or len(words) > 2800 or not says("consent").search(words + named):
            return False
        refuse, agree = says("refuse"), says("agree")
        answers = [" ".join(b.text_content().split()) for b in element.iter("button", "a", "input")]
        if any(refuse.search(a) or agree.search(a) for a in answers) and (floating or any(map(refuse.search, answers))):
            self.overlays.append("consent banner: left out")
            return True
        return False

    def _ground(self, element: HtmlElement, style: Style) -> str:
        """The opaque colour that a background makes over what lies below; empty where a picture decides it."""
        above = element.getparent()
        below = self.grounds.get(above, "rgb(255, 255, 255)") if above is not None else "rgb(255, 255, 255)"
        if style.image:
            return ""
        top, under = channels(style.background), channels(below) if below else None
        if top is None or top[3] == 0:
            return below
        if top[3] >= 0.995:
            return style.background
        if under is None:
            return ""
        mixed = [round(top[at] * top[3] + under[at] * (1 - top[3])) for at in range(3)]
        return f"rgb({mixed[0]}, {mixed[1]}, {mixed[2]})"

    def _is_legible(self, element: HtmlElement, style: Style) -> bool:
        ink, ground = channels(style.colour), channels(self.grounds.get(element, "") or "none")
        if style.size < 5:
            return False
        if ink is None or ground is None:
            return True
        return sum(abs(one - other) for one, other in zip(ink[:3], ground[:3], strict=True)) * ink[3] >= 12

    def _is_button(self, element: HtmlElement, tag: str, style: Style, words: str) -> bool:
        if tag == "button" or element.get("role") == "button":
            return True
        if tag == "input":
            return element.get("type") in ("submit", "button")
        filled = style.background != "rgba(0, 0, 0, 0)" or "gradient" in style.image or style.border_width >= 1
        return tag == "a" and filled and style.padding >= 8 and 0 < len(words) <= 42

    def _is_status(self, element: HtmlElement) -> bool:
        for at in (element, *element.iterancestors()):
            if at.tag in ("body", "main", "html"):
                return False
            if at.get("role") in ("alert", "status") or _STATUS.search(at.get("class") or ""):
                return True
        return False

    def _role(
        self, element: HtmlElement, tag: str, style: Style, box: dict[str, float], own: str, words: str, button: bool
    ) -> str:
        plain = {
            "body": "body", "nav": "nav", "header": "header", "footer": "footer", "a": "link", "input": "input",
            "textarea": "input", "select": "input", "svg": "graphic",
        }  # fmt: skip
        if button:
            return "button"
        if re.fullmatch("h[1-6]", tag) or element.get("role") == "heading":
            return "heading"
        if tag in ("header", "footer") and self.regions.get(element) != tag:
            return "section"
        if tag in plain:
            return plain[tag]
        if own and style.size >= 25.6 and len(own) < 140:
            return "heading"
        if tag in ("section", "main", "article", "aside"):
            return "hero" if element.find(".//h1") is not None and tag == "section" else "section"
        filled = style.background != "rgba(0, 0, 0, 0)" or bool(style.image)
        if own and filled and len(words) <= 28 and style.inline:
            return "badge"
        if (filled or style.border_width or style.shadow) and (style.radius or style.shadow) and len(element) >= 2:
            return "card"
        return "text" if own else "section"


def _attributes(shape: HtmlElement) -> dict[str, str]:
    """What a shape states of its paint in attributes."""
    return {name: value for name in ("fill", "stroke") if (value := shape.get(name)) and value != "none"}


def place_of(element: HtmlElement) -> str:
    """A short selector that a person can find the place by."""
    steps: list[str] = []
    for at in (element, *element.iterancestors()):
        if not isinstance(at.tag, str) or len(steps) == 3:
            break
        classes = (at.get("class") or "").split()
        name = f"#{at.get('id')}" if at.get("id") else f".{classes[0]}" if classes else ""
        steps.insert(0, at.tag + name[:31])
    return " > ".join(steps)


def _stated_size(element: HtmlElement, tag: str, style: Style) -> tuple[float, float]:
    """The size that a picture or its style states; a usual one where neither does."""
    if style.width and style.height:
        return style.width, style.height
    found = [re.match(r"\d{1,4}", element.get(side) or "") for side in ("width", "height")]
    view = (element.get("viewbox") or element.get("viewBox") or "").replace(",", " ").split()
    if found[0] and found[1]:
        return float(found[0][0]), float(found[1][0])
    if len(view) == 4 and all(re.fullmatch(r"[\d.]+", part) for part in view[2:]):
        return min(float(view[2]), 1000.0), min(float(view[3]), 1000.0)
    return (
        (float(found[0][0]), float(found[0][0]) * 0.66)
        if found[0]
        else ((120.0, 32.0) if tag == "svg" else (320.0, 200.0))
    )
