from __future__ import annotations

import ast
import builtins
import importlib
import importlib.util
import inspect
import re
from pathlib import Path

import agency.errors

FOLDERS = ("agency", "renderers", "tools", "brand_memory")
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


def _real() -> dict[str, str]:
    """Each error there is and its first base."""
    tree: dict[str, str] = {}
    for folder in FOLDERS:
        name = f"{folder}.errors"
        if importlib.util.find_spec(name) is None:
            continue
        module = importlib.import_module(name)
        for _, error in inspect.getmembers(module, inspect.isclass):
            if issubclass(error, BaseException) and error.__module__ == name:
                tree[error.__name__] = error.__bases__[0].__name__
    return tree


def test_the_drawing_shows_every_error_where_it_belongs():
    assert _drawn() == _real()
    assert len(_drawn()) > 10


def test_errors_live_in_the_error_modules(sources: list[Path]):
    classes = {name: value for name, value in vars(builtins).items() if isinstance(value, type)}
    raisable = {name for name, value in classes.items() if issubclass(value, BaseException)}
    stray = [
        f"{path.name}: {node.name}"
        for path in sources
        if path.name != "errors.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        if {base.id for base in node.bases if isinstance(base, ast.Name)} & (raisable | set(_real()))
    ]
    assert not stray
