"""The bill of materials and the audit of what we depend on."""

from __future__ import annotations

import json

import pytest

from benchmarks.dependencies import KNOWN, LOCK, audit, bill, read_lock, weaknesses

PINS = read_lock(LOCK.read_text(encoding="utf-8"))


def test_the_lock_has_no_version_with_a_known_weakness(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is asked on the network is for `make audit`; this holds wherever the tests run.
    monkeypatch.setattr("benchmarks.dependencies.importlib.util.find_spec", lambda name: None)
    assert audit() == 0
    assert f"Compared {len(PINS)} packages" in capsys.readouterr().out


def test_an_old_version_is_found_and_a_new_one_is_not() -> None:
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    old = read_lock("starlette==0.41.0 \\\n    --hash=sha256:" + "0" * 64 + "\nJinja2==3.1.6\n")
    assert {row["id"] for row in weaknesses(old, known)} == {"CVE-2025-62727", "CVE-2025-54121", "CVE-2026-54283"}
    assert [row["id"] for row in weaknesses(read_lock("starlette==0.49.1\n"), known)] == ["CVE-2026-54283"]
    assert not weaknesses(read_lock("starlette==1.3.1\n"), known)


def test_the_bill_names_every_package_with_its_hashes() -> None:
    made = bill(PINS, "agency", "1")
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert len(made["components"]) == len(PINS) > 100
    assert made == bill(PINS, "agency", "1")
    chainlit = next(row for row in made["components"] if row["name"] == "chainlit")
    assert chainlit["purl"].startswith("pkg:pypi/chainlit@")
    assert chainlit["licenses"]
    assert all(len(each["value"]) == 64 for each in chainlit["properties"])
    assert len({row["bom-ref"] for row in made["components"]}) == len(PINS)
