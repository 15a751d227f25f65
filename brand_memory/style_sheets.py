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
_RANGE = re.compile(r"(?:([\d.]+)(px|em|rem)\s*(<=?)\s*)?\bwidth\s*(?:(<=?|>=?)\s*([\d.]+)(px|em|rem))?", re.IGNORECASE)
_PICTURES = re.compile(r"(?:[\w-]*gradient|url|image-set)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", re.IGNORECASE)
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

        for rule in rules:
            if self.count >= _MOST_RULES or depth > _DEEPEST:
                return
            if rule.type == "qualified-rule":
                self._take_rule(rule.prelude, rule.content, base, depth)
            elif rule.type == "at-rule":
                self._take_at(rule, base, depth)

    def _take_rule(self, prelude: Sequence[Any], content: Sequence[Any], base: str, depth: int) -> None:
        """Take in one rule and those nested in it, whose selectors go on from its own."""
        import tinycss2

        nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        values = declarations(nodes)
        for selector, weight in parse_selectors(prelude) if values else []:
            self.count += 1
            self.rules[_key(selector)].append(Rule(selector, weight, self.count, values))
        if depth > _DEEPEST:
            return
        for node in nodes:
            if node.type == "qualified-rule":
                self._take_rule(_nested(prelude, node.prelude), node.content, base, depth + 1)
            elif node.type == "at-rule" and node.content is not None and self._applies(node):
                self._take_rule(prelude, node.content, base, depth + 1)

    def _applies(self, rule: Any) -> bool:  # noqa: ANN401 - a node of tinycss2
        """Whether what stands in a conditional rule holds in this view; conditions that are not known are true."""
        import tinycss2

        name, said = rule.lower_at_keyword, tinycss2.serialize(rule.prelude).strip()
        if name == "media":
            return holds(said, self.view)
        return name in ("layer", "container") or (name == "supports" and not said.startswith("not"))

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
        elif self._applies(rule):
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


def _nested(outer: Sequence[Any], inner: Sequence[Any]) -> list[Any]:
    """The selector of a nested rule in full: `&` stands for the outer one, which else comes before it."""
    import tinycss2

    around, own = tinycss2.serialize(outer).strip(), tinycss2.serialize(inner).strip()
    around = f":is({around})" if "," in around else around
    whole = ", ".join(
        part.replace("&", around) if "&" in part else f"{around} {part.strip()}" for part in own.split(",")
    )
    return list(tinycss2.parse_component_value_list(whole[:4000]))


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
        sizes += [bound for found in _RANGE.finditer(said) for bound in _bounds(found)]
        if all(view.width >= size if side == "min" else view.width <= size for side, size in sizes):
            return True
    return False


def _bounds(found: re.Match[str]) -> list[tuple[str, float]]:
    """The least and largest width that a range (`400px <= width < 60rem`) asks for."""
    bounds: list[tuple[str, float]] = []
    if found[1]:
        bounds.append(("min", float(found[1]) * (16 if found[2] != "px" else 1)))
    if found[5]:
        bounds.append(("min" if found[4][0] == ">" else "max", float(found[5]) * (16 if found[6] != "px" else 1)))
    return bounds


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
        # What is left beside pictures and gradients may name the colour below them.
        return [("background-color", _PICTURES.sub(" ", value)), ("background-image", image)]
    if name in ("mask", "-webkit-mask", "-webkit-mask-image"):
        return [("mask-image", value)]
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
