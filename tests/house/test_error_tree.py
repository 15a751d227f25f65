from __future__ import annotations

import ast
import builtins
import re
from pathlib import Path

import agency.errors

BRANCH = re.compile(r"^( *[│ ]*)[├└]── (\w+)", re.MULTILINE)


def _drawn() -> dict[str, str]:
    """Each error of the drawing and the one it hangs from."""
    parents: list[tuple[int, str]] = [(-1, "Exception")]
    tree: dict[str, str] = {}
    for indent, name in BRANCH.findall(agency.errors.__doc__ or ""):
        while parents[-1][0] >= len(indent):
            parents.pop()
        tree[name] = parents[-1][1]
        parents.append((len(indent), name))
    return tree


def _real(sources: list[Path]) -> dict[str, str]:
    """Each public error that is defined anywhere and its first base."""
    builtin = {name: value for name, value in vars(builtins).items() if isinstance(value, type)}
    known = {name for name, value in builtin.items() if issubclass(value, BaseException)}
    classes = [
        (node.name, [base.id for base in node.bases if isinstance(base, ast.Name)])
        for path in sources
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    tree: dict[str, str] = {}
    while found := {name: bases[0] for name, bases in classes if bases and bases[0] in known and name not in tree}:
        tree |= found
        known |= set(found)
    return tree


def test_the_drawing_shows_every_error_where_it_belongs(sources: list[Path]):
    assert _drawn() == _real(sources)
    assert len(_drawn()) > 10


def test_every_error_belongs_to_a_folder():
    roots = {name for name, parent in _drawn().items() if parent == "Exception"}
    assert roots <= {"AgencyError", "BrandError", "RenderError", "ToolError"}
