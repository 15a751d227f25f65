"""What `make test-extras` installs: every package of the extras, torch first among them, beside the locked versions."""

from __future__ import annotations

import re

from agency.doctor import _PIP
from agency.extra_environment import extra_packages, pins
from agency.installation import LOCK


def test_every_package_of_the_extras_is_pinned_and_told() -> None:
    wanted = extra_packages()
    assert all(re.fullmatch(r"[\w.-]+==[\d.]+", package) for package in wanted)
    assert wanted[0].startswith("torch==") and any(package.startswith("coqui-tts==") for package in wanted)
    assert _PIP["coqui"].endswith(" ".join(wanted))


def test_the_locks_versions_are_kept_without_checksums() -> None:
    lock = LOCK.read_text()
    found = pins(lock)
    assert len(found) == sum(line[:1].isalnum() for line in lock.splitlines())
    assert not any("--hash" in pin or "\\" in pin or "[" in pin for pin in found)
    assert any(pin.startswith("numpy==") for pin in found)
    assert pins("one[extra]==1.2 ; python_version < '3' \\\n    --hash=sha256:00\ntwo==3\n") == [
        "one==1.2 ; python_version < '3'", "two==3"
    ]  # fmt: skip
