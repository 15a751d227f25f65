from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from importlib import metadata
from pathlib import Path

VAGUE_MODULES = {"base", "common", "core", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
VAGUE_CLASS = re.compile(r"(Manager|Helper|Helpers|Handler|Util|Utils|Base|Impl)$|^Base[A-Z]")


def test_no_module_or_folder_has_a_name_that_says_nothing(sources: list[Path], root: Path):
    vague = [path for path in sources if VAGUE_MODULES & set(path.relative_to(root).with_suffix("").parts)]
    assert not vague


def test_no_class_has_a_name_that_says_nothing(sources: list[Path]):
    vague = [
        f"{path.name}: {node.name}"
        for path in sources
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and VAGUE_CLASS.search(node.name)
    ]
    assert not vague


def test_no_module_of_the_agency_hides_another(root: Path):
    # Chainlit puts the folder of its app first on the import path.
    installed = set(metadata.packages_distributions())
    taken = set(sys.stdlib_module_names) | installed | {"tools", "brand_memory", "renderers", "tests", "benchmarks"}
    hiding = {path.stem for path in (root / "agency").iterdir() if path.suffix == ".py"} - {"__init__", "__main__"}
    assert not hiding & taken


def test_tests_are_found_by_name_alone(tests: list[Path]):
    names = Counter(path.name for path in tests if path.name != "conftest.py")
    assert [name for name, count in names.items() if count > 1] == []
    assert "__init__.py" not in names
