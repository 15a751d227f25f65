from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^([A-Za-z0-9._-]+)(\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


def _pins(root: Path) -> dict[str, str]:
    text = (root / "requirements.lock").read_text()
    return {canonicalize_name(name): version for name, _, version in PIN.findall(text)}


def test_every_line_of_the_lock_is_pinned_and_hashed(root: Path):
    entries = re.split(r"\n(?=\S)", (root / "requirements.lock").read_text().strip())
    assert len(entries) > 20
    loose = [entry.splitlines()[0] for entry in entries if not PIN.match(entry) or "--hash=sha256:" not in entry]
    assert not loose


def test_the_lock_says_nothing_of_where_packages_come_from(root: Path):
    text = (root / "requirements.lock").read_text()
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_the_lock_holds_every_dependency_in_a_version_that_serves(root: Path):
    project = tomllib.loads((root / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["develop"]]
    asked += project["build-system"]["requires"]
    pins = _pins(root)
    unmet = [
        str(need)
        for need in map(Requirement, asked)
        if not need.specifier.contains(pins.get(canonicalize_name(need.name), "0"), prereleases=True)
        or canonicalize_name(need.name) not in pins
    ]
    assert not unmet
