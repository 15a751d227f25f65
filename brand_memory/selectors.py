"""CSS selectors as far as styling needs them: compounds of type, class, id, attribute, and how they combine.

Pseudo-elements and states (`:hover`) never match, since nothing is drawn by them while a page rests.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

_ALWAYS = frozenset({"root", "link", "any-link", "enabled", "defined", "read-write", "not-supported"})
_LONGEST = 400


@dataclass(frozen=True)
class Compound:
    """What one element must be; `combinator` is how it follows the compound before it."""

    combinator: str = " "
    tag: str = ""
    names: tuple[tuple[str, str], ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    root: bool = False
    first: bool = False
    last: bool = False
    excluded: tuple[tuple[Compound, ...], ...] = ()
    options: tuple[tuple[Compound, ...], ...] = ()


@dataclass
class _Draft:
    combinator: str = " "
    tag: str = ""
    names: list[tuple[str, str]] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    excluded: list[tuple[Compound, ...]] = field(default_factory=list)
    options: list[tuple[Compound, ...]] = field(default_factory=list)
    touched: bool = False

    def done(self) -> Compound:
        return Compound(
            self.combinator, self.tag, tuple(self.names), tuple(self.attributes), "root" in self.flags,
            "first" in self.flags, "last" in self.flags, tuple(self.excluded), tuple(self.options),
        )  # fmt: skip


Selector = tuple[Compound, ...]


def parse_selectors(tokens: Sequence[Any]) -> list[tuple[Selector, tuple[int, int, int]]]:
    """Each selector of a list, given as tokens of tinycss2, with its weight; those that can not match are left out."""
    found = []
    for part in _split(tokens):
        selector = _parse(part)
        if selector:
            found.append((selector, _weight(selector)))
    return found


def _split(tokens: Sequence[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts[:_LONGEST]


def _parse(tokens: Sequence[Any]) -> Selector:
    """The compounds from left to right; empty where something in it is never true, or not known."""
    done: list[Compound] = []
    now = _Draft()
    at, items = 0, [token for token in tokens if token.type != "comment"]
    while at < len(items):
        token = items[at]
        value = getattr(token, "value", "")
        if token.type == "whitespace" or (token.type == "literal" and value in (">", "+", "~")):
            if now.touched:
                done.append(now.done())
                now = _Draft()
            if token.type == "literal":
                now.combinator = value
        elif token.type == "ident":
            now.tag, now.touched = token.lower_value, True
        elif token.type == "literal" and value == "*":
            now.touched = True
        elif token.type == "hash":
            now.names.append(("id", value))
            now.touched = True
        elif token.type == "literal" and value == "." and at + 1 < len(items) and items[at + 1].type == "ident":
            at += 1
            now.names.append(("class", items[at].value))
            now.touched = True
        elif token.type == "[] block":
            if not _take_attribute(token.content, now):
                return ()
        elif token.type == "literal" and value == ":" and at + 1 < len(items):
            at += 1
            if not _take_state(items[at], now):
                return ()
        else:
            return ()
        at += 1
    if now.touched:
        done.append(now.done())
    return tuple(done)


def _take_attribute(content: Sequence[Any], now: _Draft) -> bool:
    words = [token for token in content if token.type not in ("whitespace", "comment")]
    if not words or words[0].type != "ident":
        return False
    sign = "".join(token.value for token in words[1:] if token.type == "literal")
    values = [token.value for token in words[1:] if token.type in ("ident", "string", "number")]
    now.attributes.append((words[0].lower_value, sign, str(values[0]) if values else ""))
    now.touched = True
    return True


def _take_state(token: Any, now: _Draft) -> bool:  # noqa: ANN401 - a token of tinycss2
    name = getattr(token, "lower_value", "") or getattr(token, "lower_name", "")
    now.touched = True
    if token.type == "ident" and name in _ALWAYS:
        now.flags |= {"root"} if name == "root" else set()
        return True
    if token.type == "ident" and name in ("first-child", "last-child"):
        now.flags.add(name.partition("-")[0])
        return True
    if token.type == "function" and name in ("not", "is", "where", "matches"):
        inner = [selector for selector, _ in parse_selectors(token.arguments)]
        if name == "not":
            now.excluded += inner
        elif inner:
            now.options += inner
        else:
            return False
        return True
    return False


@functools.lru_cache(maxsize=20_000)
def _weight(selector: Selector) -> tuple[int, int, int]:
    ids = classes = tags = 0
    for part in selector:
        ids += sum(kind == "id" for kind, _ in part.names)
        classes += sum(kind == "class" for kind, _ in part.names) + len(part.attributes)
        classes += part.root + part.first + part.last
        tags += bool(part.tag)
        for inner in (*part.excluded, *part.options[:1]):
            more = _weight(inner)
            ids, classes, tags = ids + more[0], classes + more[1], tags + more[2]
    return ids, classes, tags


def matches(selector: Selector, element: HtmlElement) -> bool:
    """Whether `element` is what the selector names."""
    return _fits(selector[-1], element) and _leads(selector, len(selector) - 1, element)


def _leads(selector: Selector, at: int, element: HtmlElement) -> bool:
    """Whether what stands before and above `element` is what the compounds left of `at` name."""
    if at == 0:
        return True
    how, left = selector[at].combinator, selector[at - 1]
    if how in (">", "+"):
        other = element.getparent() if how == ">" else element.getprevious()
        return other is not None and _fits(left, other) and _leads(selector, at - 1, other)
    others = element.iterancestors() if how == " " else element.itersiblings(preceding=True)
    return any(_fits(left, other) and _leads(selector, at - 1, other) for other in others)


def _fits(part: Compound, element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or (part.tag and element.tag.lower() != part.tag):
        return False
    classes = (element.get("class") or "").split()
    for kind, name in part.names:
        if (kind == "id" and element.get("id") != name) or (kind == "class" and name not in classes):
            return False
    if part.root and element.getparent() is not None:
        return False
    if (part.first and element.getprevious() is not None) or (part.last and element.getnext() is not None):
        return False
    if not all(_holds(element.get(name), sign, value) for name, sign, value in part.attributes):
        return False
    if any(matches(inner, element) for inner in part.excluded):
        return False
    return not part.options or any(matches(inner, element) for inner in part.options)


def _holds(found: str | None, sign: str, value: str) -> bool:
    if found is None:
        return False
    tests = {
        "": True,
        "=": found == value,
        "~=": value in found.split(),
        "^=": bool(value) and found.startswith(value),
        "$=": bool(value) and found.endswith(value),
        "*=": bool(value) and value in found,
        "|=": found == value or found.startswith(f"{value}-"),
    }
    return tests.get(sign, False)
