from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _called(node: ast.AST) -> str:
    if isinstance(node, ast.Call):
        return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return ""


def _asserts(function: Function, helpers: set[str]) -> bool:
    """Whether the function can fail for what it looks at: by itself, or through a function of the same file."""
    return any(
        isinstance(node, ast.Assert)
        or _called(node) in helpers | {"raises", "warns", "fail"}
        or _called(node).startswith("assert_")
        for node in ast.walk(function)
    )


def _without_assertion(text: str) -> list[str]:
    tree = ast.parse(text)
    helpers = {function.name for function in _functions(tree) if _asserts(function, set())}
    return [f.name for f in _functions(tree) if f.name.startswith("test_") and not _asserts(f, helpers)]


def test_every_test_can_fail(tests: list[Path]):
    idle = {str(path): names for path in tests if (names := _without_assertion(path.read_text()))}
    assert not idle


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("def test_a():\n    f()", ["test_a"]),
        ("def test_a():\n    assert f()", []),
        ("def check():\n    assert 1\ndef test_a():\n    check()", []),
        ("def test_a():\n    with pytest.raises(E):\n        f()", []),
    ],
)
def test_a_test_without_assertion_is_seen(text: str, idle: list[str]):
    assert _without_assertion(text) == idle
