"""Lines of code as set on a screen: which words are comments, strings, numbers and keywords, whatever the language."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KEYWORDS = frozenset(
    "and as assert async await break case catch class const continue def default del delete do elif else end enum "
    "except export extends false finally fn for from func function go if impl implements import in interface is "
    "lambda let loop match mod module mut new nil none not null or package pass private public pub raise return self "
    "static struct super switch then this throw trait true try type use using var void when where while with yield "
    "select insert update create table into values set order by group join on begin echo sudo npm npx pip docker git "
    "curl cargo".split()
)
_TOKENS = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/|(?<![\w&])#(?![0-9a-fA-F]{3,8}\b)[^\n]*|--\s[^\n]*|<!--.*?-->)"
    r"|(?P<string>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`[^`\n]*`)"
    r"|(?P<number>\b0[xX][0-9a-fA-F]+\b|\b\d[\d_]*(?:\.\d+)?\b)"
    r"|(?P<word>[A-Za-z_][A-Za-z0-9_]*)"
)
TAB = "    "


def lines_of(text: str, most: int, longest: int) -> list[str]:
    """At most `most` lines of `text`, its common indent taken off, those longer than `longest` characters wrapped;
    where lines are left out the last one is an ellipsis.
    """
    rows = text.replace("\r\n", "\n").replace("\t", TAB).strip("\n").split("\n")
    indent = min((len(row) - len(row.lstrip(" ")) for row in rows if row.strip()), default=0)
    made: list[str] = []
    for row in rows:
        rest = row[indent:].rstrip()
        lead = " " * (len(rest) - len(rest.lstrip(" ")) + 2)
        while len(rest) > longest > len(lead) + 4:
            cut = max(rest.rfind(" ", len(lead), longest), rest.rfind(",", len(lead), longest - 1) + 1)
            cut = cut if cut > longest // 2 else longest
            made.append(rest[:cut].rstrip())
            rest = lead + rest[cut:].lstrip()
        made.append(rest)
    return made if len(made) <= most else [*made[: most - 1], "…"]


def tokens(line: str) -> Iterator[tuple[str, str]]:
    """The text of a line in runs with their kind: `comment`, `string`, `number`, `keyword` or `plain`."""
    at = 0
    for match in _TOKENS.finditer(line):
        if match.start() > at:
            yield line[at : match.start()], "plain"
        kind = match.lastgroup or "plain"
        if kind == "word":
            kind = "keyword" if match.group() in _KEYWORDS or match.group().lower() in _KEYWORDS and \
                match.group().isupper() else "plain"  # fmt: skip
        yield match.group(), kind
        at = match.end()
    if at < len(line):
        yield line[at:], "plain"
