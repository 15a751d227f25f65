"""Style sheets taken apart: which declarations hold for which elements, and in which order, in one view."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

from brand_memory.reading import FontFace, View
from brand_memory.selectors import Selector, matches, parse_selectors
from brand_memory.site_addresses import same_site

Fetch = Callable[[str], str]
"""The text of the style sheet at an address; empty where it can not be had."""
_DEEPEST, _MOST_RULES, _MOST_IMPORTS = 6, 20_000, 8
_LENGTH = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
_SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True)
class Rule:
    """Declarations that hold where the selector matches; `order` decides between equals."""

    selector: Selector
    weight: tuple[int, int, int]
    order: int
    values: tuple[tuple[str, str, bool], ...]


@dataclass
class StyleSheets:
    """All rules of a page in one view, found quickly by what the last part of their selector names."""

    view: View
    fetch: Fetch
    page: str
    rules: dict[str, list[Rule]] = field(default_factory=lambda: defaultdict(list))
    faces: list[FontFace] = field(default_factory=list)
    count: int = 0
    imports: int = 0

    def add(self, text: str, base: str, depth: int = 0) -> None:
        """Take in one style sheet whose own address is `base`."""
        import tinycss2

        self._take(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), base, depth)

    def _take(self, rules: Iterable[Any], base: str, depth: int) -> None:
        import tinycss2

        for rule in rules:
            if self.count >= _MOST_RULES or depth > _DEEPEST:
                return
            if rule.type == "qualified-rule":
                values = declarations(tinycss2.parse_blocks_contents(rule.content, True, True))
                for selector, weight in parse_selectors(rule.prelude) if values else []:
                    self.count += 1
                    self.rules[_key(selector)].append(Rule(selector, weight, self.count, values))
            elif rule.type == "at-rule":
                self._take_at(rule, base, depth)

    def _take_at(self, rule: Any, base: str, depth: int) -> None:  # noqa: ANN401 - a node of tinycss2
        import tinycss2

        name, said = rule.lower_at_keyword, tinycss2.serialize(rule.prelude).strip()
        if name == "import" and self.imports < _MOST_IMPORTS:
            named = [token for token in rule.prelude if token.type in ("url", "string")]
            named += [part for token in rule.prelude if token.type == "function" for part in token.arguments[:1]]
            condition = said.split(")", 1)[-1] if "(" in said else said.rsplit('"', 1)[-1].rsplit("'", 1)[-1]
            if named and holds(condition.strip(" ;"), self.view):
                self.imports += 1
                where = urljoin(base, named[0].value)
                self.add(self.fetch(where), where, depth + 1)
        elif rule.content is None:
            return
        elif name == "font-face":
            values = {key: value for key, value, _ in declarations(tinycss2.parse_blocks_contents(rule.content))}
            listed = (
                urljoin(base, found) for found in re.findall(r"""url\(\s*["']?([^"')]+)""", values.get("src", ""))
            )
            sources = tuple(source for source in listed if source.startswith("http"))[:8]
            family = values.get("font-family", "").strip("\"' ")
            same = any(same_site(source, self.page) for source in sources)
            weight, style = values.get("font-weight", "400"), values.get("font-style", "normal")
            self.faces.append(FontFace(family[:120], weight[:30], style[:30], sources, same, loaded=False))
        elif (
            name == "layer"
            or (name == "supports" and said[:3] != "not")
            or (name == "media" and holds(said, self.view))
        ):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            self._take(inner, base, depth + 1)

    def declared(self, element: HtmlElement) -> dict[str, str]:
        """What the rules and the element's own style say of it, the last word for each property."""
        import tinycss2

        keys = ["*", str(element.tag).lower(), *(f".{name}" for name in (element.get("class") or "").split()[:40])]
        if identity := element.get("id"):
            keys.append(f"#{identity}")
        holding = [rule for key in keys for rule in self.rules.get(key, ()) if matches(rule.selector, element)]
        holding.sort(key=lambda rule: (rule.weight, rule.order))
        own = element.get("style") or ""
        last = declarations(tinycss2.parse_blocks_contents(own[:5000])) if own else ()
        found: dict[str, str] = {}
        for important in (False, True):
            for values in (*(rule.values for rule in holding), last):
                found |= {name: value for name, value, strong in values if strong is important}
        return found


def _key(selector: Selector) -> str:
    last = selector[-1]
    for kind, name in sorted(last.names, reverse=True):
        return f"#{name}" if kind == "id" else f".{name}"
    return last.tag or "*"


def holds(condition: str, view: View) -> bool:
    """Whether a media condition is true for `view`; what is not known is taken to be true, print excepted."""
    for option in condition.lower().split(","):
        said = option.strip()
        if "print" in said or "speech" in said or said.startswith("not all"):
            continue
        if re.search(r"prefers-color-scheme\s*:\s*(dark|light)", said):
            wanted = "dark" if re.search(r"prefers-color-scheme\s*:\s*dark", said) else "light"
            if (wanted == view.scheme) is ("not" in said.split()):
                continue
        sizes = [(side, float(value) * (16 if unit != "px" else 1)) for side, value, unit in _LENGTH.findall(said)]
        if all(view.width >= size if side == "min" else view.width <= size for side, size in sizes):
            return True
    return False


def declarations(nodes: Sequence[Any]) -> tuple[tuple[str, str, bool], ...]:
    """Name, value and importance of each declaration, shorthands taken apart as far as they are needed."""
    import tinycss2

    found: list[tuple[str, str, bool]] = []
    for node in nodes:
        if node.type != "declaration":
            continue
        value = tinycss2.serialize(node.value).strip()
        name = node.name if node.name.startswith("--") else node.lower_name
        found += [(part, text, node.important) for part, text in _taken_apart(name, value)]
    return tuple(found)


def _taken_apart(name: str, value: str) -> list[tuple[str, str]]:
    if len(value) > 4000:
        return []
    if name == "background":
        image = value if "gradient(" in value or "url(" in value else ""
        return [("background-color", "" if image else value), ("background-image", image)]
    if name in ("border", "border-top", "border-bottom"):
        return [("border", value)]
    if name == "padding":
        parts = value.split()
        return [("padding-left", parts[3] if len(parts) > 3 else parts[1] if len(parts) > 1 else value)]
    if name == "padding-inline":
        return [("padding-left", value.split()[0] if value else "")]
    if name == "font":
        if found := re.search(
            r"(?:(\b[1-9]00|bold|normal)\s+)?([\d.]+(?:px|rem|em|%|pt))\S*(?:\s*/\s*\S+)?\s+(.+)$", value
        ):
            weight = [("font-weight", found[1])] if found[1] else []
            return [*weight, ("font-size", found[2]), ("font-family", found[3])]
        return []
    return [(name, value)]
