from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from agency.engines import KINDS
from agency.settings import EngineChoice

VERBS = {"speech": "speak", "avatar": "animate", "background": "paint", "music": "compose", "embedding": "embed"}
ENGINES = [
    (kind, name, target)
    for kind, package in KINDS.items()
    for name, target in getattr(importlib.import_module(package), "ENGINES", {}).items()
]


def test_every_kind_has_an_engine():
    assert {kind for kind, _, _ in ENGINES} == set(KINDS)


@pytest.mark.parametrize(("kind", "name", "target"), ENGINES)
def test_every_engine_named_in_a_table_is_there(kind: str, name: str, target: str):
    module, _, attribute = target.partition(":")
    engine = getattr(importlib.import_module(module), attribute)
    assert hasattr(engine, "identity")
    assert callable(getattr(engine, VERBS[kind])) if kind in VERBS else callable(engine)


@pytest.mark.parametrize(("kind", "name", "target"), ENGINES)
def test_every_engine_is_in_the_readme(kind: str, name: str, target: str, root: Path):
    rows = [line for line in (root / "README.md").read_text().splitlines() if line.lstrip().startswith("|")]
    told = [row for row in rows if f"`{name}`" in row and kind in row.lower()]
    assert told, f"README.md has no row for {kind} `{name}`"


def test_the_engines_used_by_default_exist():
    known = {(kind, name) for kind, name, _ in ENGINES}
    chosen = {(kind, name) for kind, names in EngineChoice().model_dump().items() for name in names}
    assert chosen <= known
