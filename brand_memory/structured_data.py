"""What pages state for machines: JSON-LD, repaired where it is broken, and microdata, as one flat run of items."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from brand_memory.wording import plain

Item = Mapping[str, Any]
_ITEMS = 4000
_LONGEST = 200_000
_COMMENTS = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|"
    r"\]\]>)\s*;?\s*$"
)
_RAW_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def parse(text: str) -> tuple[dict[str, Any], ...]:
    """The JSON objects of one JSON-LD block, outermost first; nothing where it can not be made sense of.

    Mended are comments, CDATA marks, commas too many, line breaks inside strings, text escaped as HTML, a block that
    breaks off at its end, and several blocks in one. Other faults lose the block. Never raises.
    """
    if not isinstance(text, str) or len(text) > _LONGEST:
        return ()
    bare = _COMMENTS.sub("", _COMMENTS.sub("", text.strip())).strip().rstrip(";").strip()
    for candidate in (bare, _mended(bare), _mended(html.unescape(bare)), _mended(_closed(bare))):
        found = _load(candidate)
        if found:
            return found
    return ()


def items(structured: Iterable[Any]) -> Iterator[Item]:
    """Every object in `structured`, at any depth, each before what is inside it; at most 4,000.

    `@graph`, lists and nested objects are all walked, breadth first, so that no depth can exhaust the stack.
    """
    waiting: deque[Any] = deque(structured)
    given = seen = 0
    while waiting and given < _ITEMS and seen < 20 * _ITEMS:
        seen += 1
        value = waiting.popleft()
        if isinstance(value, Mapping):
            given += 1
            yield value
            waiting.extend(part for part in list(value.values())[:200] if isinstance(part, Mapping | list | tuple))
        elif isinstance(value, list | tuple):
            waiting.extend(value[:500])


def types_of(item: Item) -> frozenset[str]:
    """The schema.org types of an item by their last word, lower case: `https://schema.org/Product` is `product`."""
    named = item.get("@type", item.get("type", ""))
    each = named if isinstance(named, list | tuple) else [named]
    return frozenset(
        re.split(r"[/#:]", name)[-1].strip().lower() for name in each[:10] if isinstance(name, str) and name
    )


def text_of(value: object, limit: int = 300) -> str:
    """A property as plain text: itself, the first of several, or what an object is called or holds as `@value`."""
    for _ in range(4):
        if isinstance(value, list | tuple):
            value = value[0] if value else ""
        elif isinstance(value, Mapping):
            value = next((value[key] for key in ("@value", "name", "url", "@id") if value.get(key)), "")
        else:
            break
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return f"{value:.12g}" if abs(value) < 1e15 else ""
    return plain(html.unescape(re.sub(r"<[^<>]{0,200}>", " ", value[:20_000])), limit) if isinstance(value, str) else ""


def all_of(value: object) -> list[Any]:
    """A property that may stand once or several times, as a list of at most 200."""
    if value is None or value == "":
        return []
    return list(value[:200]) if isinstance(value, list | tuple) else [value]


def _load(text: str) -> tuple[dict[str, Any], ...]:
    found: list[dict[str, Any]] = []
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while at < len(text) and len(found) < 50:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return tuple(found)
        found.extend(part for part in (value if isinstance(value, list) else [value]) if isinstance(part, dict))
        at += len(re.match(r"[\s,;]*", text[at:])[0])  # type: ignore[index] # it matches the empty string too
    return tuple(found)


def _mended(text: str) -> str:
    """`text` without comments, commas too many and raw control characters; one pass, whatever stands in it."""
    text = _RAW_CONTROL.sub(" ", text)
    kept: list[str] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == '"':
            end = at + 1
            while end < len(text) and text[end] != '"':
                end += 2 if text[end] == "\\" else 1
            kept.append(text[at : end + 1])
            at = end + 1
        elif text.startswith("/*", at):
            end = text.find("*/", at + 2)
            at = len(text) if end < 0 else end + 2
        elif text.startswith("//", at):
            end = text.find("\n", at)
            at = len(text) if end < 0 else end
        else:
            if sign in "]}":
                while kept and (kept[-1].isspace() or kept[-1] == ","):
                    kept.pop()
            kept.append(sign)
            at += 1
    return "".join(kept)


def _closed(text: str) -> str:
    """`text` with the strings, lists and objects closed that are still open where it breaks off."""
    open_marks: list[str] = []
    inside = escaped = False
    begun = 0
    for at, sign in enumerate(text):
        if inside:
            inside, escaped = (sign != '"' or escaped), (sign == "\\" and not escaped)
        elif sign == '"':
            inside, begun = True, at
        elif sign in "{[":
            open_marks.append("}" if sign == "{" else "]")
        elif sign in "}]" and open_marks:
            open_marks.pop()
    if len(open_marks) > 200:
        return ""
    whole = (text.rstrip("\\") + '"' if inside else text).rstrip().rstrip(",")
    is_name = whole.endswith('"') and open_marks[-1:] == ["}"] and text[:begun].rstrip()[-1:] in ("{", ",")
    ending = "null" if whole.endswith(":") else ":null" if is_name else ""
    return whole + ending + "".join(reversed(open_marks))
